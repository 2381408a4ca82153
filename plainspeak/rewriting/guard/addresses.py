"""Whether links depend on the words that change.

Makers of web pages name a heading by its words (`#who-can-apply`). A link that fills its line
mostly has the title of another page; so does one with no more than “See” before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.language.analysis import AnalysedBlock
from plainspeak.model import BlockKind, MarkKind
from plainspeak.rewriting.guard.objection import Case, Objection

__all__ = ["objections"]

_OLD_HEADING = re.compile(r"#{1,6}\w")
"""A heading without a space, as some makers of web pages still take it."""

_BESIDE_LINK = re.compile(
    r"[\W_]*(?:(?:also|and|or|read|see|visit)\b[\W_]*)*",
    re.IGNORECASE,
)
"""What may stand around a link that has the title of a page."""


def objections(case: Case) -> Iterator[Objection]:
    """A doubt if words of a heading change, or of what may be the title of a page."""
    block = case.before.block
    opens = case.before.tokens.start == 0
    if block.kind is BlockKind.HEADING or (opens and _OLD_HEADING.match(block.text)):
        yield Objection("links that lead to this heading may break", fatal=False)
    elif block.once(_is_link):
        yield Objection("it may be the title of the page that the link leads to", fatal=False)


def _is_link(block: AnalysedBlock) -> bool:
    """Whether a block is links, with hardly a word beside them."""
    links = [mark.span for mark in block.block.marks if mark.kind is MarkKind.LINK]
    beside = []
    end = 0
    for span in sorted(links, key=lambda span: span.start):
        beside.append(block.text[end : max(end, span.start - block.offset)])
        end = max(end, span.end - block.offset)
    beside.append(block.text[end:])
    return bool(links) and _BESIDE_LINK.fullmatch(" ".join(beside)) is not None
