from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.errors import SettingsError
from plainspeak.glossary.accepted import Accepted
from plainspeak.language import pipeline
from plainspeak.language.analysis import Need
from plainspeak.readers import read_text


def accepted(phrases: list[str], prose: str) -> list[str]:
    document = read_text(prose, "text")
    (text,) = pipeline.load().analyse([document], Need.WORDS)
    return [document.text_of(span) for span in Accepted(phrases).spans(text)]


@pytest.mark.parametrize(
    ("phrases", "prose", "found"),
    [
        (["respite"], "Respite helps. We like respite-care.", ["Respite", "respite"]),
        (["service user"], "A service user and service users.", ["service user", "service users"]),
        (["peer support"], "Peer-support and peersupport.", ["Peer-support", "peersupport"]),
        (["utilise"], "We utilised it, utilizing all.", ["utilised", "utilizing"]),
        (["DPIA"], "A DPIA, or two DPIAs.", ["DPIA", "DPIAs"]),
        (["C++", "  ", "a.b"], "Use C++ and a.b but not axb.", ["C++", "a.b"]),
        ([], "Nothing here.", []),
        (["respite"], "No respiteful thing.", []),
    ],
)
def test_any_form_is_found(phrases: list[str], prose: str, found: list[str]) -> None:
    assert accepted(phrases, prose) == found


TEXT = "We utilised the ZQPT. He was perspicacious."


def words(settings: Settings) -> set[tuple[str, str]]:
    report = Checker(settings).check_text(TEXT, "text")
    assert report.bugs == ()
    return {(finding.rule, finding.text) for finding in report.findings if finding.text in TEXT}


def test_no_rule_on_words_flags_them() -> None:
    rules = ("jargon", "hard-word", "unexplained-abbreviation")
    assert words(Settings(select=rules)) == {
        ("jargon", "utilised"),
        ("hard-word", "perspicacious"),
        ("unexplained-abbreviation", "ZQPT"),
    }
    accept = ("utilise", "perspicacious", "ZQPT")
    assert words(Settings(select=rules, accept=accept)) == set()


def test_a_silenced_term_is_not_called_hard_instead() -> None:
    text = "We believe in reciprocity."
    settings = Settings(select=("jargon", "hard-word"), profile="easy-read")
    assert Checker(settings).check_text(text).findings
    silent = Settings(
        select=("jargon", "hard-word"), profile="easy-read", terms={"reciprocity": None}
    )
    assert Checker(silent).check_text(text).findings == ()


def test_a_glossary_can_accept_words_too(tmp_path: Path) -> None:
    ours = tmp_path / "ours.yml"
    ours.write_text("name: ours\naccept: [perspicacious]\n", encoding="utf-8")
    settings = Settings(select=("hard-word",), glossaries=(ours,))
    assert words(settings) == set()


def test_an_accepted_word_does_not_silence_a_longer_term() -> None:
    report = Checker(Settings(select=("jargon",), accept=("prior",))).check_text("Prior to lunch.")
    assert [finding.text for finding in report.findings] == ["Prior to"]


def test_a_settings_file_gives_a_list(tmp_path) -> None:
    from plainspeak.config import load_settings

    path = tmp_path / "plainspeak.yml"
    path.write_text("accept: [respite, peer support]\n", encoding="utf-8")
    assert load_settings(path).accept == ("respite", "peer support")
    path.write_text("accept: respite\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="accept: must be a list"):
        load_settings(path)
