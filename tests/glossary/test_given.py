"""Writers paste the explanations that plainspeak gives them: then it must be content."""

from __future__ import annotations

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.glossary.explaining.given import is_given
from plainspeak.glossary.loading import built_in
from plainspeak.glossary.schema import Treatment

RECIPROCITY = (
    "Reciprocity means giving and getting: whoever gives time, ideas or help is given something."
)


@pytest.mark.parametrize(
    ("sentence", "given"),
    [
        (RECIPROCITY, True),
        ("Reciprocity is giving and getting: who gives time, ideas or help is given something.", 1),
        ("Reciprocity matters to us.", False),
        ("Reciprocity is about giving time.", False),
        ("", False),
    ],
)
def test_a_word_or_two_may_change(sentence: str, given: bool) -> None:
    assert is_given(sentence, RECIPROCITY) == given


def test_no_explanation_is_given_by_no_sentence() -> None:
    assert not is_given("", "")
    assert not is_given("It is what it is.", "")


def test_what_the_glossaries_say_counts_as_an_explanation() -> None:
    checker = Checker(Settings(select=("jargon",)))
    entries = [
        entry
        for glossary in built_in()
        for entry in glossary.terms
        if entry.treatment is Treatment.EXPLAIN and entry.counts_in("plain")
    ][::25]
    assert len(entries) > 60
    wrong = []
    for entry in entries:
        first = entry.examples.flag[0]
        stop = "" if first.endswith((".", "!", "?")) else "."
        report = checker.check_text(f"{first}{stop} {entry.explanation}", "text")
        wrong += [each.term for each in report.findings if each.term == entry.term]
    assert wrong == []
