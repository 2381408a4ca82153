"""The formulas against textstat, and against sums done by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textstat.textstat import textstatistics

from plainspeak.readability import Counts, formulas, reading_age
from plainspeak.readability.age import ReadingAge

pytestmark = pytest.mark.filterwarnings("ignore:There is no easy words vocabulary")

PAIRS = {
    "flesch_reading_ease": formulas.flesch_reading_ease,
    "flesch_kincaid_grade": formulas.flesch_kincaid_grade,
    "smog_index": formulas.smog_index,
    "gunning_fog": formulas.gunning_fog,
    "coleman_liau_index": formulas.coleman_liau_index,
    "automated_readability_index": formulas.automated_readability_index,
    "dale_chall_readability_score": formulas.dale_chall,
}
WORDS = [
    "we",
    "help",
    "people",
    "find",
    "a",
    "home",
    "near",
    "friends",
    "and",
    "family",
    "who",
    "know",
    "them",
    "well",
    "participation",
    "consultation",
    "opportunity",
    "understanding",
    "accessibility",
    "strategic",
    "organisations",
    "created",
    "processes",
    "newspaper",
    "independently",
    "isn't",
    "mustn't",
    "2024",
]
HARD = (
    "The implementation of collaborative commissioning arrangements necessitates considerable "
    "organisational transformation across participating institutions. Representatives evaluate "
    "administrative responsibilities annually."
)
EASY = "We can help you. Come and see us on Monday. You do not need to book. It is free."


def textstat() -> Any:
    scorer = textstatistics()
    scorer.set_lang("en-US")
    return scorer


def textstat_counts(scorer: Any, text: str) -> Counts:
    return Counts(
        sentences=scorer.sentence_count(text),
        words=scorer.lexicon_count(text),
        syllables=scorer.syllable_count(text),
        letters=scorer.letter_count(text),
        characters=scorer.char_count(text),
        polysyllables=scorer.polysyllabcount(text),
        complex_words=scorer.difficult_words(text, syllable_threshold=3, unique=False),
        difficult_words=scorer.difficult_words(text, syllable_threshold=0, unique=False),
    )


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("text", [EASY, HARD, f"{EASY} {HARD}", f"{EASY} " * 40])
def test_agrees_with_textstat_given_the_same_counts(name: str, text: str) -> None:
    scorer = textstat()
    ours = PAIRS[name](textstat_counts(scorer, text))
    assert ours == pytest.approx(getattr(scorer, name)(text), abs=1e-6)


@given(
    st.lists(
        st.lists(st.sampled_from(WORDS), min_size=3, max_size=30).map(" ".join),
        min_size=1,
        max_size=8,
    ).map(lambda sentences: ". ".join(sentences) + ".")
)
def test_agrees_with_textstat_on_any_text(text: str) -> None:
    scorer = textstat()
    counts = textstat_counts(scorer, text)
    for name, formula in PAIRS.items():
        assert formula(counts) == pytest.approx(getattr(scorer, name)(text), abs=1e-6), name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("flesch_reading_ease", 73.845),
        ("flesch_kincaid_grade", 4.45),
        ("smog_index", 1.043 * math.sqrt(30) + 3.1291),
        ("gunning_fog", 0.4 * (6 + 100 / 6)),
        ("coleman_liau_index", 21.75 - 29.6 / 6 - 15.8),
        ("automated_readability_index", -0.7675),
        ("dale_chall_readability_score", 0.1579 * 100 / 12 + 0.2976 + 3.6365),
    ],
)
def test_by_hand(name: str, expected: float) -> None:
    counts = Counts(
        sentences=2,
        words=12,
        syllables=18,
        letters=45,
        characters=45,
        polysyllables=2,
        complex_words=2,
        difficult_words=1,
    )
    assert PAIRS[name](counts) == pytest.approx(expected, abs=1e-9)


def test_dale_chall_adds_its_constant_only_above_five_in_a_hundred() -> None:
    at_five = Counts(sentences=10, words=100, difficult_words=5)
    above = Counts(sentences=10, words=100, difficult_words=6)
    assert formulas.dale_chall(at_five) == pytest.approx(0.1579 * 5 + 0.496)
    assert formulas.dale_chall(above) == pytest.approx(0.1579 * 6 + 0.496 + 3.6365)


@pytest.mark.parametrize("formula", PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("counts", [Counts(), Counts(sentences=3), Counts(words=3)])
def test_nothing_to_count_gives_no_score(formula: Any, counts: Counts) -> None:
    assert formula(counts) is None


@given(st.lists(st.integers(0, 10**9), min_size=16, max_size=16))
def test_counts_add_up_and_come_apart(numbers: list[int]) -> None:
    one, other = Counts(*numbers[:8]), Counts(*numbers[8:])
    assert one + other - other == one
    assert one + other == other + one
    assert one + Counts() == one


@pytest.mark.parametrize(
    ("grade", "band", "year"),
    [
        (-3.0, "5 to 6", "Year 1"),
        (0.0, "5 to 6", "Year 1"),
        (0.99, "5 to 6", "Year 1"),
        (4.0, "9 to 10", "Year 5"),
        (6.5, "11 to 12", "Year 7"),
        (12.99, "17 to 18", "Year 13"),
        (13.0, "18 or over", "after school"),
        (40.0, "18 or over", "after school"),
    ],
)
def test_reading_age_band(grade: float, band: str, year: str) -> None:
    age = ReadingAge(grade)
    assert str(age) == band
    assert age.school_year == year


def test_reading_age_is_the_middle_formula() -> None:
    # Grades 4.45, 8.84, 9.07, 1.02 and -0.77: the middle one is Flesch-Kincaid's.
    age = reading_age(Counts(2, 12, 18, 45, 45, 2, 2, 1))
    assert age is not None
    assert age.grade == pytest.approx(4.45)
    assert reading_age(Counts()) is None
