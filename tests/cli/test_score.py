import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("here")

TEXT = """\
# Getting help

We help people who live at home. You can ask for help by phone or by letter. We will ring you back
in two days. A worker will visit you. She will ask you what you need. You can say no at any time.

## What it costs

The help is free for most people. You may have to pay if you have savings. We will tell you before
you pay. You can ask us to look at the price again. Write to us and say why. We will answer you in
ten days. You can also ask a friend to speak for you. Your friend can ring us or come with you. We
are happy to meet both of you at home. Ring us if you have any questions about this leaflet.
"""


@pytest.fixture(autouse=True)
def leaflet(here):
    Path("leaflet.md").write_text(TEXT, encoding="utf-8")


def test_the_scores_of_a_document_and_its_sections(run):
    ran = run("score", "leaflet.md")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "leaflet.md"
    assert lines[1].startswith("Reading age ")
    assert "Counted: 16 sentences, 96% of the words in the file." in lines[1]
    for name in ("Flesch reading ease", "SMOG", "Gunning fog", "Coleman-Liau", "ARI", "Dale-Chall"):
        assert f"\n{name}  " in ran.out
    assert "\n   1  Getting help " in ran.out
    assert "\n   8" not in ran.out
    assert "\n   6  What it costs " in ran.out
    assert "Scores help to set priorities" in ran.out
    assert "textstat" not in ran.out


def test_all_adds_textstats_table(run):
    ran = run("score", "leaflet.md", "--all")
    assert "\ntextstat\n" in ran.out
    assert "\nlinsear_write_formula " in ran.out


def test_json(run):
    ran = run("score", "leaflet.md", "gone.md", "--all", "--format", "json")
    assert ran.code == 2
    data = json.loads(ran.out)
    assert data["version"] == 1
    leaflet, gone = data["files"]
    assert leaflet["path"] == "leaflet.md"
    assert leaflet["errors"] == []
    assert leaflet["readability"]["counts"]["sentences"] == 16
    assert [part["title"] for part in leaflet["readability"]["sections"]] == [
        "Getting help",
        "What it costs",
    ]
    assert leaflet["textstat"]["sentence_count"] > 10
    assert gone == {
        "path": "gone.md",
        "readability": None,
        "errors": ["gone.md: there is no such file or folder. Check the name."],
    }


def test_check_gives_the_same_scores(run):
    scored = json.loads(run("score", "leaflet.md", "--format", "json").out)["files"][0]
    checked = json.loads(run("check", "leaflet.md", "--format", "json").out)["files"][0]
    for name, value in checked["readability"].items():
        assert scored["readability"][name] == value


def test_standard_input_and_a_text_without_sentences(run):
    ran = run("score", "-", stdin="# Heading\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("-\nNo reading age: there are no full sentences to score.\n")


def test_files_that_cannot_be_read(run):
    Path("bad.md").write_bytes(b"\xff\xff")
    ran = run("score", "bad.md", "leaflet.md")
    assert ran.code == 2
    assert ran.out.startswith("bad.md\nerror  a letter or sign in line 1 is not stored as UTF-8")
    assert "Reading age" in ran.out
