"""The rules on single sentences share the work: a sentence too long has one finding, not five."""

from __future__ import annotations

import re
import time

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker

SHORT = ("list-instead", "one-instruction", "tangled-sentence")


TANGLED = (
    "The nurse who looked after my mother on the ward in that first week rang us at home that day."
)
"""Of 19 words."""


def found(text: str, *, ignore: tuple[str, ...] = (), **options: dict[str, int]) -> list[str]:
    own = {rule.replace("_", "-"): dict(values) for rule, values in options.items()}
    chosen = tuple(name for name in ("long-sentence", *SHORT) if name not in ignore)
    checker = Checker(Settings(select=chosen, rules=own))
    return [finding.rule for finding in checker.check_text(text).findings]


def test_a_limit_for_long_sentences_moves_the_limit_of_the_others() -> None:
    assert found(TANGLED) == ["tangled-sentence"]
    assert found(TANGLED, long_sentence={"max_words": 15}) == ["long-sentence"]


def test_without_long_sentence_the_others_look_at_long_ones_too() -> None:
    text = TANGLED[:-1] + ", so we went to see her in the evening with some flowers."
    assert found(text) == ["long-sentence"]
    assert found(text, ignore=("long-sentence",)) == ["tangled-sentence"]


def test_a_long_sentence_names_causes_by_the_limits_of_the_user() -> None:
    text = TANGLED[:-1] + " in the summer when the doctors of the town were all away on leave."
    gap = "words between “nurse” and its verb"
    for most, named in ((10, True), (30, False)):
        own = {"tangled-sentence": {"max_gap": most}}
        checker = Checker(Settings(select=("long-sentence",), rules=own))
        (finding,) = checker.check_text(text).findings
        assert (gap in finding.message) is named


@pytest.mark.parametrize(
    "text",
    [
        "Bring " + "a long letter, " * 600 + "and a pen.",
        "and we will not say that there are people who cannot go unless they ring us " * 150,
    ],
    ids=["things in a row", "negatives"],
)
def test_a_sentence_of_thousands_of_words_takes_no_minutes(text: str) -> None:
    started = time.monotonic()
    report = Checker(Settings(profile="easy-read")).check_text(text)
    assert report.bugs == ()
    assert time.monotonic() - started < 60


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


def test_long_sentences_that_are_reported_need_no_average_as_well() -> None:
    long = "We have " + "a room and " * 12 + "a hall."
    short = "You can come and see us on any day of the week from ten until four if you ring."
    for text, found in (
        (f"{short} {short} {short} {long} {long}", {"long-sentence"}),
        # Of 22 words each: none is too long by itself.
        (" ".join([f"{short[:-1]} us up on the day."] * 5), {"average-sentence"}),
    ):
        settings = Settings(select=("long-sentence", "average-sentence"))
        assert {each.rule for each in Checker(settings).check_text(text).findings} == found
    alone = Checker(Settings(select=("average-sentence",)))
    text = f"{short} {short} {short} {long} {long}"
    assert [each.rule for each in alone.check_text(text).findings] == ["average-sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "When a team asks us for money to spend on the work of the service this year, we will see"
        " if the work done so far meets the standard.",
        "In the town hall a talk was held last week in support of the new way to give help at home"
        " to those who do not have any.",
        "We need to hear from you soon about the new form (if a standard has been chosen for it by"
        " the people in the town hall last year).",
        "She told us “the hall is to be shut for a week in May, giving people more time to get to"
        " know the new way in from the road”.",
    ],
    ids=["a condition", "which ones are meant", "brackets that go on", "what somebody said"],
)
def test_a_long_sentence_gets_no_advice_where_no_place_stands_out(text: str) -> None:
    (finding,) = Checker(Settings(select=("long-sentence",))).check_text(text).findings
    assert re.fullmatch(
        r"This sentence has \d+ words\. Aim for 25 or fewer\.( There are .*\.)?", finding.message
    )
