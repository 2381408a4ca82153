"""Scores of documents and sections, and what is said of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from plainspeak.model import BlockKind
from plainspeak.readability import CAVEAT, Counts, Scores, score, summary

ITEM, HEADING, CELL = BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TABLE_CELL
PLAIN = "We can help you with this today."
HARD = (
    "The implementation of collaborative commissioning arrangements necessitates considerable "
    "organisational transformation across participating institutions."
)
SCORES = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "smog_index",
    "gunning_fog",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall",
)


def test_sections_have_their_own_scores_and_add_up(analyse: Any) -> None:
    text = analyse(
        PLAIN,
        (HEADING, "Our strategy"),
        HARD,
        (ITEM, PLAIN),
        (HEADING, "Contact"),
        (CELL, "Telephone number"),
        (HEADING, "..."),
    )
    scores = score(text)
    assert [section.title for section in scores.sections] == ["", "Our strategy", "Contact"]
    assert [section.scores.counts.words for section in scores.sections] == [7, 20, 0]
    assert [section.scores.total_words for section in scores.sections] == [7, 22, 3]
    assert [section.location.line for section in scores.sections] == [1, 2, 5]
    whole = sum((section.scores.counts for section in scores.sections), Counts())
    assert scores.whole.counts == whole
    assert scores.whole.total_words == 32
    assert scores.whole.share_of_words == pytest.approx(27 / 32)


def test_a_list_scores_like_paragraphs(analyse: Any) -> None:
    sentences = [PLAIN, HARD, "Anyone who lives here may apply at any time", "Ask for a form"] * 5
    as_list = score(analyse("You should know that:", *((ITEM, each) for each in sentences))).whole
    as_prose = score(analyse("You should know that:", *sentences)).whole
    run_on = score(analyse(" ".join(f"{each.rstrip('.')}." for each in sentences))).whole
    for name in SCORES[1:6]:
        assert getattr(as_list, name) == pytest.approx(getattr(as_prose, name), abs=1e-9)
        assert getattr(as_list, name) == pytest.approx(getattr(run_on, name), abs=0.5)


def test_a_plain_sentence_lowers_every_grade_and_a_hard_one_raises_it(analyse: Any) -> None:
    middling = "People often find that meetings in the evening are difficult to attend."
    before: Any = score(analyse(middling)).whole
    easier: Any = score(analyse(f"{middling} {PLAIN}")).whole
    harder: Any = score(analyse(f"{middling} {HARD}")).whole
    for name in SCORES[1:]:
        assert getattr(easier, name) < getattr(before, name) < getattr(harder, name), name
    assert easier.flesch_reading_ease > before.flesch_reading_ease > harder.flesch_reading_ease


@pytest.mark.parametrize(
    "parts",
    [
        (),
        ("bread",),
        ("2024 12 5 1,000 24.",),
        ("\U0001f600\U0001f389 \U0001f600!",),
        ((HEADING, "Only a heading in this file"),),
    ],
)
def test_nothing_to_score(analyse: Any, parts: tuple[Any, ...]) -> None:
    scores = score(analyse(*parts))
    assert all(getattr(scores.whole, name) is None for name in SCORES)
    assert scores.whole.reading_age is None
    assert scores.whole.share_of_words == 0
    assert not scores.whole.reliable
    assert json.loads(json.dumps(scores.as_dict()))["reading_age"] is None
    assert summary(scores.whole) == (
        f"No reading age: there are no full sentences to score. {CAVEAT}"
    )


def test_one_word(analyse: Any) -> None:
    scores = score(analyse("Stop!")).whole
    assert (scores.counts.sentences, scores.counts.words) == (1, 1)
    assert scores.flesch_kincaid_grade == pytest.approx(0.39 + 11.8 - 15.59)
    assert str(scores.reading_age) == "5 to 6"
    assert "1 word is too short to trust the score." in summary(scores)


def test_reliable_from_100_words_and_30_sentences() -> None:
    assert not Scores(Counts(sentences=30, words=99), 99).reliable
    assert Scores(Counts(sentences=30, words=100), 100).reliable
    assert not Scores(Counts(sentences=29, words=100), 100).smog_reliable
    assert Scores(Counts(sentences=30, words=100), 100).smog_reliable


def test_as_dict_is_rounded_json(analyse: Any) -> None:
    text = analyse((HEADING, "Help"), "The cat sat on the mat.", (CELL, "A table cell"))
    found = json.loads(json.dumps(score(text).as_dict()))
    assert found["flesch_reading_ease"] == pytest.approx(116.145, abs=0.0051)
    assert found["flesch_kincaid_grade"] == -1.45
    assert found["smog_index"] == 3.13
    assert found["reading_age"]["text"] == "5 to 6"
    assert found["reading_age"]["school_year"] == "Year 1"
    assert found["share_of_words"] == 0.6
    assert found["total_words"] == 10
    assert found["counts"]["letters"] == 17
    assert found["caveat"] == CAVEAT
    (section,) = found["sections"]
    assert (section["title"], section["line"], section["column"]) == ("Help", 1, 1)
    assert section["counts"] == found["counts"]
    assert set(SCORES) < set(section)


def test_summary_says_what_was_counted() -> None:
    counts = Counts(588, 9408, 14112, 42336, 42336, 941, 700, 900)
    said = summary(Scores(counts, 11473))
    assert said == (
        "Reading age 13 to 14 (Year 9 in England). "
        f"Counted: 588 sentences, 82% of the words in the file. {CAVEAT}"
    )


def test_summary_of_very_hard_text() -> None:
    counts = Counts(1, 150, 450, 1200, 1200, 90, 90, 90)
    assert summary(Scores(counts, 150)).startswith("Reading age 18 or over. Counted: 1 sentence, ")


def test_the_caveat_claims_nothing() -> None:
    assert "priorities" in CAVEAT
    assert "prove nothing" in CAVEAT
