"""A draft: changes to one sentence that have not been in front of the guard.

Changes speak of prose. A change can also move words of the document (`Moved`): then what the file
has there, markup and all, moves with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, Flag, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.model import Span

if TYPE_CHECKING:
    from plainspeak.language.analysis import Sentence, Text
    from plainspeak.rule import Tools

__all__ = ["Break", "Change", "Draft", "Fact", "Letter", "Moved", "Piece", "Scene"]


class Fact(Flag):
    """What a sentence says that a rewrite must not change, unless its kind is there to do so."""

    NONE = 0
    NUMBERS = auto()
    """Numbers, dates and amounts."""
    NAMES = auto()
    NEGATION = auto()
    MODALS = auto()
    """`must`, `may`, `should` and the like."""
    CONDITIONS = auto()
    """`if`, `unless`, `only`, `except` and the like."""
    QUANTITIES = auto()
    """`all`, `some`, `at least` and the like."""
    LINKS = auto()
    """`because`, `so`, `but` and the like: none may be lost."""
    READING = auto()
    """It may become harder to read: an explanation is added, say."""
    TERMS = auto()
    """It may bring in a word that the glossaries flag."""
    GRAMMAR = auto()
    """A person wrote what it puts in, so the grammar of that is not in question."""


class Letter(Enum):
    """What becomes of the first letter of words that move."""

    KEEP = "keep"
    CAPITAL = "capital"
    SMALL = "small"


@dataclass(frozen=True)
class Moved:
    """Words of the sentence that stand somewhere else in the new one."""

    span: Span
    """Where they are in the document's prose."""
    letter: Letter = Letter.KEEP

    def text(self, prose: str) -> str:
        """The words as the new sentence has them."""
        return cased(prose[self.span.start : self.span.end], self.letter)


class Break(Enum):
    """Where a paragraph ends and an item of a list begins; a line feed in the prose."""

    FIRST_ITEM = "first item"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    """The end of a list, after which the rest of the paragraph goes on as a new one."""


Piece = str | Moved | Break
"""Part of what a change puts in: new words, words that move, or the end of a paragraph."""


def cased(words: str, letter: Letter) -> str:
    """Words with their first letter as it should be."""
    if letter is Letter.CAPITAL:
        return words[:1].upper() + words[1:]
    if letter is Letter.SMALL:
        return words[:1].lower() + words[1:]
    return words


@dataclass(frozen=True)
class Change:
    """Replace a span of prose by other words."""

    span: Span
    """What goes; empty where something is only put in."""
    pieces: tuple[Piece, ...]

    @classmethod
    def to(cls, span: Span, *pieces: Piece) -> Change:
        """A change of a span to these pieces."""
        return cls(span, tuple(piece for piece in pieces if piece != ""))

    def text(self, prose: str) -> str:
        """What stands there afterwards."""
        return "".join(_text_of(piece, prose) for piece in self.pieces)


def _text_of(piece: Piece, prose: str) -> str:
    if isinstance(piece, Break):
        return "\n"
    return piece if isinstance(piece, str) else piece.text(prose)


@dataclass(frozen=True)
class Draft:
    """Changes to one sentence that together mend one finding."""

    changes: tuple[Change, ...]
    """In order of place; they do not overlap."""
    safe: bool
    """Whether the kind trusts it, if the guard does too."""
    alters: Fact = Fact.NONE
    """What the kind changes on purpose."""
    in_place: bool = False
    """Whether one or more words give way to others in the same role, so that the rest of the
    sentence must be read as before."""

    @classmethod
    def of(
        cls,
        changes: Iterable[Change],
        *,
        safe: bool,
        alters: Fact = Fact.NONE,
        in_place: bool = False,
    ) -> Draft:
        """A draft of changes in any order.

        Raises:
            ValueError: two of them overlap, or there are none.
        """
        ordered = tuple(sorted(changes, key=lambda change: (change.span.start, change.span.end)))
        if not ordered:
            raise ValueError("a draft needs changes")
        for first, second in pairwise(ordered):
            if first.span.end > second.span.start:
                raise ValueError(f"two changes overlap: {first.span}, {second.span}")
        return cls(ordered, safe, alters, in_place)

    def overlaps(self, other: Draft) -> bool:
        """Whether both change, or put something in, at the same place."""
        return any(
            mine.span.start <= theirs.span.end and theirs.span.start <= mine.span.end
            for mine in self.changes
            for theirs in other.changes
        )


def changed(prose: str, span: Span, changes: Sequence[Change]) -> str:
    """A stretch of prose with changes made.

    Args:
        prose: of the whole document.
        span: the stretch, a sentence say; every change lies in it or at its end, or takes along the
            space behind it.
        changes: in order of place.
    """
    parts = []
    position = span.start
    for change in changes:
        parts += [prose[position : change.span.start], change.text(prose)]
        position = change.span.end
    return "".join((*parts, prose[position : span.end]))


@dataclass(frozen=True)
class Scene:
    """What a kind may look at: the sentence of a finding and all that is around it."""

    text: Text
    sentence: Sentence
    tools: Tools

    @property
    def prose(self) -> str:
        """The prose of the whole document."""
        return self.text.document.prose

    def words(self, span: Span) -> str:
        """The words at a span of the prose."""
        return self.prose[span.start : span.end]
