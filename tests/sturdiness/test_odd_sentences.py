"""Sentences that nobody writes, each of which once broke a rule or a rewrite."""

from __future__ import annotations

import pytest

from plainspeak.engine import Checker
from plainspeak.model import FileReport


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    "text",
    [
        "The debrief comes after a day of user testing ; and; or; must not not and/or a lot of "
        "different reactions that the team and its users had to what was shown to them on the day.",
        "The rock entered the air at a speed of at least 33,000 miles ; and; or; ; and; or; broke "
        "into pieces between 18 and 32 miles above the ground before anybody could have seen it.",
    ],
)
def test_links_with_nothing_to_link(checker: Checker, text: str) -> None:
    report = checker.check_text(text)
    assert isinstance(report, FileReport)
    assert report.bugs == ()
    assert "long-sentence" in {finding.rule for finding in report.findings}
