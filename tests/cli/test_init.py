import re
from pathlib import Path

import pytest

from plainspeak.cli.init import TEMPLATE
from plainspeak.config import Settings, load_settings

pytestmark = pytest.mark.usefixtures("here")


def test_it_writes_settings_that_work(run):
    ran = run("init")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Wrote plainspeak.yml. Now check a document: plainspeak check FILE\n"
    assert load_settings("plainspeak.yml") == Settings()


def test_every_line_works_once_its_mark_is_gone():
    Path("our-words.yml").touch()
    # A comment is a sentence; a setting starts with a small letter, a space or a dash.
    text = re.sub(r"^# (?=[a-z -])", "", TEMPLATE, flags=re.MULTILINE)
    Path("plainspeak.yml").write_text(text, encoding="utf-8")
    settings = load_settings("plainspeak.yml")
    assert settings.select == ("jargon", "long-sentence")
    assert settings.rules["long-sentence"] == {"severity": "error", "max_words": 20}
    assert settings.terms["stakeholder"] is None
    assert settings.accept == ("respite", "peer support")
    assert settings.model == "en_core_web_sm"
    assert settings.exclude == ("drafts/", "*-minutes.md")
    assert settings.glossaries == (Path("our-words.yml").resolve(),)


def test_it_never_overwrites_unless_forced(run):
    Path("docs").mkdir()
    Path("docs/plainspeak.yml").write_text("profile: health\n")
    ran = run("init", "docs")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == "Error: docs/plainspeak.yml is there already. To write over it, add --force.\n"
    )
    assert Path("docs/plainspeak.yml").read_text() == "profile: health\n"
    assert run("init", "docs", "--force").code == 0
    assert Path("docs/plainspeak.yml").read_text(encoding="utf-8") == TEMPLATE


def test_the_folder_must_be_there(run):
    ran = run("init", "gone")
    assert ran.code == 2
    assert "'gone' does not exist" in ran.err
