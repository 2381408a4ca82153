"""The scores of a document and of each of its sections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plainspeak.language.analysis import Text
from plainspeak.model import Location, Span
from plainspeak.readability.age import ReadingAge, reading_age
from plainspeak.readability.counting import FRAGMENT, PACKAGED, WordFacts, counted_sentences
from plainspeak.readability.counts import Counts
from plainspeak.readability.formulas import (
    SMOG_SENTENCES,
    automated_readability_index,
    coleman_liau_index,
    dale_chall,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gunning_fog,
    smog_index,
)

__all__ = [
    "CAVEAT",
    "ENOUGH_WORDS",
    "LEFT_OUT",
    "DocumentScores",
    "Scores",
    "SectionScores",
    "score",
    "summary",
]

CAVEAT = (
    "Scores help to set priorities: what to work on first. They prove nothing. "
    "Only your readers can tell you if a text is clear."
)
"""Printed with every score."""

LEFT_OUT = (
    "Not counted: headings, tables, picture descriptions, footnotes, "
    f"and fragments of {FRAGMENT} words or fewer."
)
"""Printed where there is room to say what the score does not look at."""

ENOUGH_WORDS = 100
"""The formulas were made for samples of about 100 words; with fewer, one word sways the score."""

_FORMULAS: dict[str, Callable[[Counts], float | None]] = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "smog_index": smog_index,
    "gunning_fog": gunning_fog,
    "coleman_liau_index": coleman_liau_index,
    "automated_readability_index": automated_readability_index,
    "dale_chall": dale_chall,
}


@dataclass(frozen=True)
class Scores:
    """The scores of one stretch of text. Each is `None` where there was nothing to count."""

    counts: Counts
    total_words: int
    """Every word of the stretch, those of headings and tables too."""

    @property
    def flesch_reading_ease(self) -> float | None:
        """About 0 (very hard) to 100 (very easy)."""
        return flesch_reading_ease(self.counts)

    @property
    def flesch_kincaid_grade(self) -> float | None:
        """US school grade."""
        return flesch_kincaid_grade(self.counts)

    @property
    def smog_index(self) -> float | None:
        """US school grade; a guess unless `smog_reliable`."""
        return smog_index(self.counts)

    @property
    def gunning_fog(self) -> float | None:
        """Years of school (US grade)."""
        return gunning_fog(self.counts)

    @property
    def coleman_liau_index(self) -> float | None:
        """US school grade."""
        return coleman_liau_index(self.counts)

    @property
    def automated_readability_index(self) -> float | None:
        """US school grade."""
        return automated_readability_index(self.counts)

    @property
    def dale_chall(self) -> float | None:
        """Dale and Chall's own scale: 4.9 or less is easy, 10 or more is for graduates."""
        return dale_chall(self.counts)

    @property
    def reading_age(self) -> ReadingAge | None:
        """The age at which most pupils could read the text."""
        return reading_age(self.counts)

    @property
    def reliable(self) -> bool:
        """Whether there are words enough (`ENOUGH_WORDS`) to trust the scores."""
        return self.counts.words >= ENOUGH_WORDS

    @property
    def smog_reliable(self) -> bool:
        """Whether there are sentences enough (30) for SMOG."""
        return self.counts.sentences >= SMOG_SENTENCES

    @property
    def share_of_words(self) -> float:
        """The part of all words that was counted, 0 to 1; 0 for a text without words."""
        return self.counts.words / self.total_words if self.total_words else 0.0

    def as_dict(self) -> dict[str, object]:
        """All of it, ready for JSON: scores with 2 decimals, the share with 4."""
        age = self.reading_age
        return {
            "reading_age": age
            and {
                "text": str(age),
                "low": age.low,
                "high": age.high,
                "school_year": age.school_year,
                "grade": round(age.grade, 2),
            },
            **{name: _rounded(formula(self.counts)) for name, formula in _FORMULAS.items()},
            "reliable": self.reliable,
            "smog_reliable": self.smog_reliable,
            "counts": self.counts.as_dict(),
            "total_words": self.total_words,
            "share_of_words": round(self.share_of_words, 4),
        }


@dataclass(frozen=True)
class SectionScores:
    """The scores of a heading and what is under it, up to the next heading."""

    title: str
    """The heading's words; empty for what comes before the first heading."""
    location: Location
    """Where the heading is, or the first block of a section without one."""
    span: Span
    """The section in the document's prose, with its heading."""
    scores: Scores

    def as_dict(self) -> dict[str, object]:
        """All of it, ready for JSON."""
        place = {"title": self.title, "line": self.location.line, "column": self.location.column}
        return {**place, **self.scores.as_dict()}


@dataclass(frozen=True)
class DocumentScores:
    """The scores of a document, whole and by section."""

    whole: Scores
    sections: tuple[SectionScores, ...]
    """Every section that has words, in order."""

    def as_dict(self) -> dict[str, object]:
        """The scores of the whole, then `sections` and the `caveat`; ready for JSON."""
        sections = [section.as_dict() for section in self.sections]
        return {**self.whole.as_dict(), "sections": sections, "caveat": CAVEAT}


def score(text: Text, facts: WordFacts = PACKAGED) -> DocumentScores:
    """Score a document.

    Args:
        text: the analysed document.
        facts: what is asked of single words.

    Raises:
        ValueError: the text was analysed without `Need.SENTENCES`.
    """
    counts: dict[int, Counts] = {}
    for part in counted_sentences(text, facts):
        offset = part.sentence.block.offset
        counts[offset] = counts.get(offset, Counts()) + part.counts
    total = {block.offset: len(block.words) for block in text.blocks}

    sections = []
    for section in text.document.sections():
        offsets = [block.span.start for block in section.blocks]
        words = sum(total[offset] for offset in offsets)
        if words:
            scores = Scores(sum((counts.get(each, Counts()) for each in offsets), Counts()), words)
            location = text.document.sourcemap.locate(section.blocks[0].span)
            sections.append(SectionScores(section.title, location, section.span, scores))
    whole = Scores(sum(counts.values(), Counts()), sum(total.values()))
    return DocumentScores(whole, tuple(sections))


def summary(scores: Scores) -> str:
    """The scores in a few plain sentences: the reading age, what was counted, and `CAVEAT`."""
    age = scores.reading_age
    if age is None:
        return f"No reading age: there are no full sentences to score. {CAVEAT}"
    counts = scores.counts
    said = [f"Reading age {age} ({age.school_year} in England)."]
    if age.high is None:
        said = [f"Reading age {age}."]
    said.append(
        f"Counted: {_number(counts.sentences, 'sentence')}, "
        f"{round(100 * scores.share_of_words)}% of the words in the file."
    )
    if not scores.reliable:
        said.append(f"{_number(counts.words, 'word')} is too short to trust the score.")
    return " ".join([*said, CAVEAT])


def _number(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
