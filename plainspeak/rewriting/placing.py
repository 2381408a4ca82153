"""From changes in the prose to edits of the file, with the markup kept in order.

A change that would cut through markup (half of a bold phrase) or drop a link has no edit: the words
are left to the writer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plainspeak.model import (
    PLACEHOLDER,
    Block,
    BlockKind,
    Document,
    Edit,
    Location,
    Mark,
    MarkKind,
    Span,
)
from plainspeak.rewriting.draft import Break, Change, Moved, Piece, cased

__all__ = ["edits_of"]

_WRAP = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t>]*")
_HARD_BREAK = re.compile(r"(?:  |\\)(?:\r\n|\n|\r)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_PARAGRAPH_BEFORE = re.compile(r"(?:\A|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))\Z")
_PARAGRAPH_AFTER = re.compile(r"[ \t]*(?:\Z|(?:\r\n|\n|\r)[ \t]*(?:\Z|\r|\n))")
_MARKUP = re.compile(r"[*_`\[\]<>|\\~{}]")
"""What a reader could take for markup in words that we put in."""
_SIGNS = {
    MarkKind.STRONG: (r"\*\*|__", r"\*\*|__"),
    MarkKind.EMPHASIS: (r"[*_]", r"[*_]"),
    MarkKind.CODE: (r"`+ ?", r" ?`+"),
    MarkKind.LINK: (r"\[", r"\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?"),
}
"""How Markdown opens and closes each kind of markup."""
_TAG = r"</?[a-zA-Z][^<>]*>"
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
    changes = tuple(changes)
    moved = [
        piece.span for change in changes for piece in change.pieces if isinstance(piece, Moved)
    ]
    edits = []
    for change in changes:
        edit = _edit(change, moved, document)
        if edit is None:
            return None
        edits.append(edit)
    for first, second in pairwise(edits):
        if first.location.end > second.location.start:
            return None
    return tuple(edits)


def _edit(change: Change, moved: list[Span], document: Document) -> Edit | None:
    """The edit for a change.

    Args:
        change: which.
        moved: the words that move, in this change or another that is made with it.
        document: whose prose it changes.
    """
    marks = _marks_near(document, change.span)
    if not all(_keeps(mark, change.span, moved) or _is_one(mark, document) for mark in marks):
        return None
    if not all(_is_plain(document, rest) for rest in _without(change.span, moved)):
        return None
    written = []
    for piece in change.pieces:
        part = _written(piece, change.span, document)
        if part is None:
            return None
        written.append(part)
    location = _location(change.span, moved, document)
    return None if location is None else Edit(change.span, "".join(written), location)


def _written(piece: Piece, place: Span, document: Document) -> str | None:
    """What goes into the file for a piece; `None` if it cannot be had there."""
    if isinstance(piece, Break):
        return _list_break(piece, place, document)
    if isinstance(piece, Moved):
        return _source_of(piece, document)
    return None if _MARKUP.search(piece) else piece


def _list_break(piece: Break, place: Span, document: Document) -> str | None:
    """The start of a list item, or of a paragraph after a list, in Markdown.

    `None` if the paragraph that becomes a list does not stand by itself.
    """
    block = _block_at(document, place.start)
    if block is None or document.format != "markdown":
        return None
    start, end = document.sourcemap.to_source(block.span)
    before, after = document.source[:start], document.source[end:]
    apart = _PARAGRAPH_BEFORE.search(before) and _PARAGRAPH_AFTER.match(after)
    if block.kind is not BlockKind.PARAGRAPH or block.level or block.quoted or not apart:
        return None
    found = _LINE_END.search(document.source)
    line_end = found.group() if found else "\n"
    if piece is Break.PARAGRAPH:
        # Behind blanks, it would be part of the last item.
        _, rest = document.sourcemap.to_source(place)
        return None if document.source[rest : rest + 1] in (" ", "\t") else line_end * 2
    return line_end * (2 if piece is Break.FIRST_ITEM else 1) + "- "


def _location(span: Span, moved: list[Span], document: Document) -> Location | None:
    """Where a span is in the file, with the markup of the words that move out of it.

    What is put in goes right after the character before it.
    """
    sourcemap = document.sourcemap
    if not span and document.prose[span.start - 1 : span.start] not in ("", "\n"):
        end = sourcemap.locate(Span(span.start - 1, span.start))
        line, column, at = end.end_line, end.end_column, end.end
        return Location(line, column, line, column, at, at)
    leaving = [
        mark
        for mark in _marks_near(document, span)
        if any(part.contains(mark.span) for part in moved)
    ]
    if not leaving:
        return sourcemap.locate(span)
    stretch = _with_markup(span, leaving, document)
    if stretch is None:
        return None
    start, last = (sourcemap.lines.position(offset) for offset in stretch)
    return Location(*start, *last, *stretch)


def _marks_near(document: Document, span: Span) -> list[Mark]:
    block = _block_at(document, span.start)
    return [
        mark
        for mark in (block.marks if block else ())
        if mark.span.overlaps(span) or (not span and mark.span.contains(span))
    ]


def _block_at(document: Document, offset: int) -> Block | None:
    """The block that holds an offset or ends at it."""
    place = bisect_right(document.blocks, offset, key=lambda block: block.span.start) - 1
    block = document.blocks[place]
    return block if place >= 0 and offset <= block.span.end else None


def _keeps(mark: Mark, span: Span, moved: list[Span]) -> bool:
    """Whether markup stays whole, and is not lost, when a span gives way to other words."""
    if any(part.contains(mark.span) for part in moved):
        return span.contains(mark.span)
    if mark.span.contains(span):
        # What is put in at the edge of markup must be on the right side of it.
        return bool(span) or mark.span.start < span.start < mark.span.end
    if any(mark.span.overlaps(part) for part in moved):
        return False
    return span.contains(mark.span) and mark.kind not in _PRECIOUS


def _is_one(mark: Mark, document: Document) -> bool:
    """Whether one character stands for markup and all that is in it, so that nothing can cut it."""
    return document.text_of(mark.span) == PLACEHOLDER


def _without(span: Span, moved: list[Span]) -> Iterator[Span]:
    """The stretches of a span that do not move."""
    start = span.start
    for part in sorted(moved, key=lambda part: part.start):
        if part.overlaps(span):
            if start < part.start:
                yield Span(start, part.start)
            start = max(start, part.end)
    if start < span.end:
        yield Span(start, span.end)


def _is_plain(document: Document, span: Span) -> bool:
    """Whether the file has just the words there, apart from line ends."""
    start, end = document.sourcemap.to_source(span)
    source = document.source[start:end]
    if _HARD_BREAK.search(source):
        return False
    return _WRAP.sub(" ", source) == document.text_of(span)


def _source_of(piece: Moved, document: Document) -> str | None:
    """What the file has for words that move, markup and all, on one line."""
    inside = [mark for mark in _marks_near(document, piece.span) if piece.span.contains(mark.span)]
    stretch = _with_markup(piece.span, inside, document)
    if stretch is None:
        return None
    start, end = stretch
    first, _ = document.sourcemap.to_source(piece.span)
    opening, source = document.source[start:first], document.source[first:end]
    if _HARD_BREAK.search(source) or not source:
        return None
    return opening + cased(_WRAP.sub(" ", source), piece.letter)


def _with_markup(span: Span, marks: Sequence[Mark], document: Document) -> tuple[int, int] | None:
    """Where a span is in the file, with the markup that starts at its start or ends at its end.

    `None` if the file does not have there what such markup looks like.
    """
    start, end = document.sourcemap.to_source(span)
    inner_first = sorted(marks, key=lambda mark: len(mark.span))
    for mark in inner_first:
        if _is_one(mark, document):
            continue
        opening, closing = _SIGNS.get(mark.kind, ("(?!)", "(?!)"))
        if mark.span.start == span.start:
            found = re.search(f"(?:{opening}|{_TAG})\\Z", document.source[:start])
            if found is None:
                return None
            start = found.start()
        if mark.span.end == span.end:
            found = re.compile(f"{closing}|{_TAG}").match(document.source, end)
            if found is None:
                return None
            end = found.end()
    return start, end
