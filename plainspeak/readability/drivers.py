"""What makes a text hard: the sentences and words that cost the most."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from plainspeak.language.analysis import Sentence, Text
from plainspeak.model import Span
from plainspeak.readability.counting import (
    PACKAGED,
    CountedSentence,
    WordFacts,
    counted_sentences,
)
from plainspeak.readability.counts import Counts
from plainspeak.readability.formulas import flesch_kincaid_grade

__all__ = ["SentenceCost", "WordCost", "hardest_sentences", "hardest_words"]


def _parts(text: Text, facts: WordFacts, within: Span | None) -> Sequence[CountedSentence]:
    """The sentences that touch a part of the document; all of them for `None`."""
    parts = tuple(counted_sentences(text, facts))
    if within is None:
        return parts
    first = bisect_right(parts, within.start, key=lambda part: part.sentence.span.end)
    last = bisect_left(parts, within.end, key=lambda part: part.sentence.span.start)
    return parts[first:last]


@dataclass(frozen=True)
class SentenceCost:
    """A sentence and what it adds to the grade."""

    sentence: Sentence
    counts: Counts
    cost: float
    """How far the Flesch-Kincaid grade falls if the sentence goes, in grades."""


@dataclass(frozen=True)
class WordCost:
    """A word and what all its uses together add to the grade."""

    word: str
    """As it is first written."""
    spans: tuple[Span, ...]
    """Every use of the same form, whatever its capitals, in order."""
    syllables: int
    cost: float
    """How far the Flesch-Kincaid grade falls if every use becomes a word of one syllable, in
    grades: 11.8 x (syllables - 1) x uses / words."""


def hardest_sentences(
    text: Text, n: int = 3, facts: WordFacts = PACKAGED, within: Span | None = None
) -> tuple[SentenceCost, ...]:
    """The sentences that cost the most, worst first.

    Args:
        text: the analysed document.
        n: how many, at most; sentences that add nothing to the grade are never named.
        facts: what is asked of single words.
        within: the part of the document to look at, and to work out the grade of; all if left out.
    """
    parts = [
        part
        for part in _parts(text, facts, within)
        if within is None or within.contains(part.sentence.span)
    ]
    whole = sum((part.counts for part in parts), Counts())
    grade = flesch_kincaid_grade(whole) or 0.0
    costs = [
        SentenceCost(
            part.sentence,
            part.counts,
            grade - (flesch_kincaid_grade(whole - part.counts) or 0.0),
        )
        for part in parts
    ]
    costs.sort(key=lambda each: -each.cost)
    return tuple(each for each in costs[:n] if each.cost > 0)


def hardest_words(
    text: Text, n: int = 5, facts: WordFacts = PACKAGED, within: Span | None = None
) -> tuple[WordCost, ...]:
    """The words that cost the most, worst first: hard for their length and for how often they come.

    Only words that a writer could change are named: not names or short forms, and not words that
    are easy for all their syllables (`everybody`).

    Args:
        text: the analysed document.
        n: how many, at most.
        facts: what is asked of single words.
        within: the part of the document to look at; all if left out.
    """
    spans: dict[str, list[Span]] = {}
    first: dict[str, tuple[str, int]] = {}
    words = 0
    for each in (word for part in _parts(text, facts, within) for word in part.words):
        if within is not None and not within.contains(each.word.span):
            continue
        words += 1
        if each.difficult and each.syllables > 1:
            form = each.word.text.lower()
            first.setdefault(form, (each.word.text, each.syllables))
            spans.setdefault(form, []).append(each.word.span)
    costs = [
        WordCost(
            word, tuple(spans[form]), syllables, 11.8 * (syllables - 1) * len(spans[form]) / words
        )
        for form, (word, syllables) in first.items()
    ]
    costs.sort(key=lambda each: -each.cost)
    return tuple(costs[:n])
