"""hidden-verb says nothing twice."""

from __future__ import annotations

from plainspeak.config import Settings
from plainspeak.engine import Checker

LISTED = "We will carry out a review of the service."
OURS = "We gave priority to the families."


def found(text: str, *rules: str) -> list[tuple[str, str]]:
    report = Checker(Settings(select=rules)).check_text(text)
    return [(finding.rule, finding.text) for finding in report.findings]


def test_it_leaves_what_a_glossary_has_to_jargon() -> None:
    assert found(LISTED, "jargon", "hidden-verb") == [("jargon", "carry out a review of")]
    assert found(LISTED, "hidden-verb") == [("hidden-verb", "carry out a review of")]


def test_it_reports_what_no_glossary_has() -> None:
    assert ("hidden-verb", "gave priority to") in found(OURS, "jargon", "hidden-verb")


def test_it_leaves_words_that_the_user_accepts() -> None:
    checker = Checker(Settings(select=("hidden-verb",), accept=("gave priority to",)))
    assert checker.check_text(OURS).findings == ()
