"""What readability formulas are made of."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import add, attrgetter, sub

__all__ = ["Counts"]


@dataclass(frozen=True)
class Counts:
    """How much of each thing was counted. All are plain numbers of things, never negative.

    Counts of two stretches of text add up to the counts of both together, and can be taken apart
    again: `whole - part`.
    """

    sentences: int = 0
    words: int = 0
    """As a reader counts them: "don't", "co-production" and "2024" are one word each."""
    syllables: int = 0
    """As spoken; a short form such as NHS has one for each letter's name."""
    letters: int = 0
    characters: int = 0
    """Letters and digits; no spaces, no punctuation."""
    polysyllables: int = 0
    """Words of 3 or more syllables, short forms in capitals (NHS) aside."""
    complex_words: int = 0
    """Gunning's hard words: polysyllables that are not names, not made of short easy words, and do
    not owe their third syllable to -es, -ed or -ing."""
    difficult_words: int = 0
    """Dale and Chall's unfamiliar words: not easy words, not numbers, not names."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(*map(add, _numbers(self), _numbers(other)))

    def __sub__(self, other: Counts) -> Counts:
        return Counts(*map(sub, _numbers(self), _numbers(other)))

    def as_dict(self) -> dict[str, int]:
        """The counts by name, ready for JSON."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


_numbers = attrgetter(*(field.name for field in fields(Counts)))
