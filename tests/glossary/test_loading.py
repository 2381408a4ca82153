from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.errors import GlossaryError
from plainspeak.glossary.loading import load, parse

GOOD = """\
name: ours
about: Our own words.
terms:
  - term: utilise
    treatment: replace
    pos: verb
    alternatives: use
"""


def test_one_word_needs_no_list() -> None:
    (entry,) = parse(GOOD, "ours.yml").terms
    assert entry.alternatives == ("use",)
    assert [pos.value for pos in entry.pos] == ["verb"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "treatment: replace",
            "treatmnt: replace",
            "ours.yml:5: treatmnt: no such field. Did you mean “treatment”?",
        ),
        (
            "treatment: replace",
            "treatment: repalce",
            "ours.yml:5: treatment: must be 'replace', 'explain' or 'avoid', not 'repalce'. Did you mean “replace”?",
        ),
        (
            "    alternatives: use\n",
            "",
            "ours.yml:4: terms: “replace” needs alternatives (or advice)",
        ),
        ("treatment: replace", "treatment: explain", "“explain” needs an explanation"),
        ("pos: verb", "pos: vreb", "Did you mean “verb”?"),
        ("name: ours", "name: Our words", "ours.yml:1: name:"),
        ("terms:", "terms: [", "ours.yml:"),
        ("pos: verb", "pos: verb\n    pos: noun", "ours.yml:7: “pos” is here twice; keep one"),
        ("alternatives: use", "alternatives: 7", "ours.yml:7: alternatives:"),
    ],
)
def test_errors_say_where_and_what(old: str, new: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        parse(GOOD.replace(old, new, 1), "ours.yml")
    assert message in str(caught.value)


def test_explanation_has_25_words_at_most() -> None:
    long = "X means " + "very " * 24 + "good."
    text = GOOD.replace("treatment: replace", f"treatment: explain\n    explanation: {long}")
    with pytest.raises(GlossaryError, match="has 27 words; 25 at most"):
        parse(text, "ours.yml")


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words"])
def test_not_a_glossary(text: str) -> None:
    with pytest.raises(GlossaryError, match=r"ours\.yml:1: a glossary starts with “name:”"):
        parse(text, "ours.yml")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"none\.yml: cannot be read"):
        load(tmp_path / "none.yml")


def test_wrong_encoding(tmp_path: Path) -> None:
    path = tmp_path / "latin.yml"
    path.write_bytes("name: café".encode("latin-1"))
    with pytest.raises(GlossaryError, match="byte 9 is not UTF-8"):
        load(path)
