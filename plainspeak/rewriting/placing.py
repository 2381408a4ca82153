"""From changes in the prose to edits of the file, with the markup kept in order.

A change that would cut through markup (half of a bold phrase) or drop a link has no edit: the words
are left to the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from plainspeak.model import PLACEHOLDER, BlockKind, Document, Edit, Location, Mark, MarkKind, Span
from plainspeak.rewriting.draft import Break, Change, Moved, Piece, cased

__all__ = ["edits_of"]

_WRAP = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t>]*")
_HARD_BREAK = re.compile(r"(?:  |\\)(?:\r\n|\n|\r)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_PARAGRAPH_BEFORE = re.compile(r"(?:\A|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))\Z")
_PARAGRAPH_AFTER = re.compile(r"[ \t]*(?:\Z|(?:\r\n|\n|\r)[ \t]*(?:\Z|\r|\n))")
_MARKUP = re.compile(r"[*_`\[\]<>|\\~{}]")
"""What a reader could take for markup in words that we put in."""
_PRECIOUS = frozenset({MarkKind.LINK, MarkKind.CODE, MarkKind.ABBREVIATION})
"""Markup that may not go with the words it stands over."""


def edits_of(changes: Iterable[Change], document: Document) -> tuple[Edit, ...] | None:
    """The edits of the file that make some changes.

    Args:
        changes: in order of place.
        document: whose prose they change.

    Returns:
        As many edits as changes, in order; `None` if the markup does not let them be made.
    """
    edits = []
    for change in changes:
        edit = _edit(change, document)
        if edit is None:
            return None
        edits.append(edit)
    for first, second in pairwise(edits):
        if first.location.end > second.location.start:
            return None
    return tuple(edits)


def _edit(change: Change, document: Document) -> Edit | None:
    moved = [piece.span for piece in change.pieces if isinstance(piece, Moved)]
    marks = _marks_near(document, change.span)
    if not all(_keeps(mark, change.span, moved) or _is_one(mark, document) for mark in marks):
        return None
    if not moved and change.span and not _is_plain(document, change.span):
        return None
    written = []
    for piece in change.pieces:
        part = _written(piece, change.span, document)
        if part is None:
            return None
        written.append(part)
    return Edit(change.span, "".join(written), _location(change.span, document))


def _written(piece: Piece, place: Span, document: Document) -> str | None:
    """What goes into the file for a piece; `None` if it cannot be had there."""
    if isinstance(piece, Break):
        return _list_break(piece, place, document)
    if isinstance(piece, Moved):
        return _source_of(piece, document)
    return None if _MARKUP.search(piece) else piece


def _list_break(piece: Break, place: Span, document: Document) -> str | None:
    """The start of a list item, where a paragraph stands by itself in Markdown."""
    block = next((b for b in document.blocks if b.span.contains(place)), None)
    if block is None or document.format != "markdown":
        return None
    start, end = document.sourcemap.to_source(block.span)
    before, after = document.source[:start], document.source[end:]
    apart = _PARAGRAPH_BEFORE.search(before) and _PARAGRAPH_AFTER.match(after)
    if block.kind is not BlockKind.PARAGRAPH or block.level or block.quoted or not apart:
        return None
    found = _LINE_END.search(document.source)
    line_end = found.group() if found else "\n"
    return line_end * (2 if piece is Break.FIRST_ITEM else 1) + "- "


def _location(span: Span, document: Document) -> Location:
    """Where a span is in the file; what is put in goes right after the character before it."""
    sourcemap = document.sourcemap
    if span or document.prose[span.start - 1 : span.start] in ("", "\n"):
        return sourcemap.locate(span)
    end = sourcemap.locate(Span(span.start - 1, span.start))
    line, column, at = end.end_line, end.end_column, end.end
    return Location(line, column, line, column, at, at)


def _marks_near(document: Document, span: Span) -> list[Mark]:
    return [
        mark
        for block in document.blocks
        if block.span.start <= span.start <= block.span.end
        for mark in block.marks
        if mark.span.overlaps(span) or (not span and mark.span.contains(span))
    ]


def _keeps(mark: Mark, span: Span, moved: list[Span]) -> bool:
    """Whether markup stays whole, and is not lost, when a span gives way to words that move."""
    if mark.span.contains(span):
        # What is put in at the edge of markup must be on the right side of it.
        return bool(span) or mark.span.start < span.start < mark.span.end
    inside = [part for part in moved if mark.span.overlaps(part)]
    if not inside:
        return span.contains(mark.span) and mark.kind not in _PRECIOUS
    return all(part.start < mark.span.start and mark.span.end < part.end for part in inside)


def _is_one(mark: Mark, document: Document) -> bool:
    """Whether one character stands for markup and all that is in it, so that nothing can cut it."""
    return document.text_of(mark.span) == PLACEHOLDER


def _is_plain(document: Document, span: Span) -> bool:
    """Whether the file has just the words there, apart from line ends."""
    start, end = document.sourcemap.to_source(span)
    source = document.source[start:end]
    if _HARD_BREAK.search(source):
        return False
    return _WRAP.sub(" ", source) == document.text_of(span)


def _source_of(piece: Moved, document: Document) -> str | None:
    """What the file has for words that move, on one line."""
    start, end = document.sourcemap.to_source(piece.span)
    source = document.source[start:end]
    if _HARD_BREAK.search(source) or not source:
        return None
    source = _WRAP.sub(" ", source)
    return cased(source, piece.letter)
