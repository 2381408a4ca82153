"""The rules on single sentences share the work: a sentence too long has one finding, not five."""

from __future__ import annotations

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.registry import rules
from plainspeak.rule import BUILT_IN_PROFILES

SHORT = ("list-instead", "one-instruction", "tangled-sentence")


@pytest.mark.parametrize("profile", BUILT_IN_PROFILES)
@pytest.mark.parametrize("rule", SHORT)
def test_they_leave_over_what_long_sentence_finds(rule: str, profile: str) -> None:
    longest = rules()["long-sentence"].options_in(profile).max_words
    assert rules()[rule].options_in(profile).leave_over == longest


@pytest.mark.parametrize(
    "text",
    [
        "Fill in the form that we sent you with the letter last week, sign it on the last page, put"
        " it into the blue envelope and post it to the office, and if you need help, ring us.",
        "We have a room for meetings of the team, a kitchen for lunch with our guests, a garden for"
        " children to play in, and a small car park for those who cannot come by bus or train.",
    ],
)
@pytest.mark.parametrize("profile", ["plain", "health", "easy-read"])
def test_a_sentence_that_is_too_long_has_one_finding(text: str, profile: str) -> None:
    checker = Checker(Settings(profile=profile, select=("long-sentence", *SHORT)))
    assert [each.rule for each in checker.check_text(text).findings] == ["long-sentence"]
