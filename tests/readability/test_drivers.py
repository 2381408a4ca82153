"""Which sentences and words cost the most."""

from __future__ import annotations

from typing import Any

import pytest

from plainspeak.model import BlockKind
from plainspeak.readability import hardest_sentences, hardest_words, score

PLAIN = "We can help you with this today."
LONG = (
    "Applications received after the closing date will be considered with any others from the "
    "same area at the next available meeting of the panel in the autumn."
)
HARD = "Organisational accountability necessitates multidisciplinary collaboration."


def test_hardest_sentences_are_those_that_raise_the_grade(analyse: Any) -> None:
    plain = [PLAIN] * 9
    text = analyse(*plain, (BlockKind.HEADING, "Multidisciplinary accountability"), LONG, HARD)
    found = hardest_sentences(text)
    assert [cost.sentence.text for cost in found] == [HARD, LONG]
    assert [cost.sentence.number for cost in found] == [11, 10]
    with_both: Any = score(text).whole
    for cost, kept in zip(found, [LONG, HARD], strict=True):
        with_one: Any = score(analyse(*plain, kept)).whole
        fall = with_both.flesch_kincaid_grade - with_one.flesch_kincaid_grade
        assert cost.cost == pytest.approx(fall)


def test_a_single_sentence_costs_the_whole_grade(analyse: Any) -> None:
    text = analyse(HARD)
    (only,) = hardest_sentences(text)
    assert only.cost == pytest.approx(score(text).whole.flesch_kincaid_grade)


def test_no_more_than_asked_for(analyse: Any) -> None:
    text = analyse(PLAIN, LONG, HARD)
    assert len(hardest_sentences(text, 1)) == 1
    assert len(hardest_words(text, 2)) == 2
    assert hardest_sentences(analyse()) == ()
    assert hardest_words(analyse()) == ()


def test_hardest_words_weigh_length_by_use(analyse: Any) -> None:
    text = analyse(
        "Accountability is for the committee and Birmingham.",
        "The committee asked everybody, and the Committee met the NHS.",
    )
    accountability, committee = hardest_words(text)
    assert (committee.word, committee.syllables, len(committee.spans)) == ("committee", 3, 2)
    assert committee.cost == pytest.approx(11.8 * 2 * 2 / 17)
    assert (accountability.word, accountability.syllables) == ("Accountability", 6)
    assert accountability.cost == pytest.approx(11.8 * 5 / 17)
    assert [text.document.text_of(span) for span in committee.spans] == ["committee", "committee"]


def test_a_part_has_its_own_hardest_sentences_and_words(analyse: Any) -> None:
    text = analyse(
        "Organisational accountability necessitates comprehensive evaluation. We sat down.",
        "The cat sat on the mat. Commissioning determines multidisciplinary participation.",
    )
    part = text.document.blocks[1].span
    (sentence,) = hardest_sentences(text, 1, within=part)
    assert sentence.sentence.text.startswith("Commissioning")
    words = hardest_words(text, within=part)
    assert {cost.word for cost in words} == {
        "Commissioning",
        "determines",
        "multidisciplinary",
        "participation",
    }
    assert words[0].cost == pytest.approx(11.8 * (words[0].syllables - 1) / 10)
