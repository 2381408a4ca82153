"""What the writer says in words of their own, where rules on style may look."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.matching import reference_blocks
from plainspeak.glossary.quotation import quoted_in
from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["REACH", "Place", "is_own", "own_blocks", "places_of", "tokens_from"]

REACH = 200
"""How many characters before and after a match a rule may look at."""


@dataclass(frozen=True)
class Place:
    """Where a pattern matches in a block."""

    block: AnalysedBlock
    match: re.Match[str]

    def span(self, group: int | str = 0) -> Span:
        """Where the match, or one of its groups, is in the document's prose."""
        start, end = self.match.span(group)
        return Span(self.block.offset + start, self.block.offset + end)

    @property
    def before(self) -> str:
        """The last words of the block before the match."""
        return self.match.string[max(0, self.match.start() - REACH) : self.match.start()]

    @property
    def after(self) -> str:
        """The first words of the block after the match."""
        return self.match.string[self.match.end() : self.match.end() + REACH]

    def following(self, count: int) -> list[Token]:
        """The first tokens of the block after the match."""
        return tokens_from(self.block, self.match.end(), count)


def tokens_from(block: AnalysedBlock, offset: int, count: int) -> list[Token]:
    """The first tokens of a block that start at an offset of its text or later."""
    doc = block.doc
    first = bisect_left(range(len(doc)), offset, key=lambda number: doc[number].idx)
    return list(doc[first : first + count])


def own_blocks(text: Text) -> Iterator[AnalysedBlock]:
    """The blocks that are no block quote and no list of references."""
    yield from text.once(_own_blocks)


def _own_blocks(text: Text) -> Sequence[AnalysedBlock]:
    skipped = reference_blocks(text)
    return [
        block for block in text.blocks if not block.block.quoted and id(block.block) not in skipped
    ]


def is_own(text: Text, block: AnalysedBlock, span: Span) -> bool:
    """Whether a span of a block is neither code nor part of a quotation inside the block."""
    start, end = span.start - block.offset, span.end - block.offset
    quoted = block.once(quoted_in)
    return not text.in_code(span) and not any(
        left <= start and end <= right for left, right in quoted
    )


def places_of(pattern: re.Pattern[str], text: Text, taken: Sequence[Span] = ()) -> Iterator[Place]:
    """Where a pattern matches, but not in quotations, code or lists of references.

    The pattern sees one block at a time, with odd spaces and hyphens made plain.

    Args:
        pattern: what to look for.
        text: where to look.
        taken: spans that no match may touch, such as words that the user accepts.
    """
    for block in own_blocks(text):
        for match in pattern.finditer(block.text):
            start, end = match.span()
            if any(left <= start and end <= right for left, right in block.once(quoted_in)):
                continue
            place = Place(block, match)
            span = place.span()
            if not text.in_code(span) and not any(other.overlaps(span) for other in taken):
                yield place
