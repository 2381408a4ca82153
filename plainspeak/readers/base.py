"""What every reader shares: building a `Document` piece by piece, and what is never prose.

A reader is a module with `NAME` (what `--format` takes), `SUFFIXES` (of the files it reads, lower
case with the dot) and `read(source, path) -> Document`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from plainspeak.model import (
    PLACEHOLDER,
    Block,
    BlockKind,
    Directive,
    Document,
    Mark,
    MarkKind,
    Span,
)
from plainspeak.sourcemap import Segment, SourceMap

__all__ = [
    "MASK",
    "BlockBuilder",
    "DocumentBuilder",
    "Piece",
    "Reader",
    "directive_words",
    "entity_pieces",
    "write_run",
]

MASK = "\ufdd0"
"""A noncharacter that readers put over source which is not prose. It never reaches the prose."""

_CHUNK = re.compile(r"\S+(?: \S+)*")
_KEPT_SPACE = re.compile(r"[^\S \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
_HYPHENS = "-\u2010"
# "short-" at a line's end before "and long-term" keeps its space.
_SUSPENDED = re.compile(r"(?:and|or|to|nor)\b")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_NOT_PROSE = re.compile(
    rf"""
    (?P<mask>{MASK}+)
  | (?P<reference>\\?\[ \s* (?:\^[^\]\[\s]{{1,50}}
        | (?!\d{{1,3}},\d{{3}}\]) \d{{1,3}}\*? (?:\s*[,;\u2013-]\s*\d{{1,3}}\*?)* ) \s* \\?\])
  | (?P<url>(?<![\w@])(?:(?:https?|ftp)://|www\.(?=\w))[^\s<>]+)
  | (?P<mail>(?<![\w.+%-])(?:mailto:)?[\w.+%-]{{1,64}}
        @[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}})+)
  | (?P<site>(?<![\w@./-])(?:[a-z0-9-]{{1,63}}\.){{1,8}}[a-z]{{2,24}}/[^\s<>]*)
    """,
    re.VERBOSE,
)
_URL_TAIL = ".,;:!?'\"*_\u2019\u201d\u2026"


class Reader(Protocol):
    """A module that turns the text of a file into a document."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def read(self, source: str, path: str | None) -> Document:
        """Read the text of a file, without its byte order mark."""
        ...


class _OpenMark:
    __slots__ = ("kind", "start", "target")

    def __init__(self, kind: MarkKind, target: str) -> None:
        self.kind = kind
        self.target = target
        self.start: int | None = None


class BlockBuilder:
    """One block in the making. A run of whitespace becomes one space, and none at the ends.

    Offsets given to its methods are offsets in the file's text.
    """

    def __init__(self, source: str, kind: BlockKind, level: int = 0, quoted: bool = False) -> None:
        self.kind = kind
        self.level = level
        self.quoted = quoted
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._tail = ""
        self._segments: list[Segment] = []
        # Whitespace read but not yet written: where it is, and its one character if that may stay.
        self._space: tuple[int, int, str] | None = None
        self._dropped_space: tuple[int, int, str] | None = None
        self._open: list[_OpenMark] = []
        self._unset: list[_OpenMark] = []
        self._marks: list[Mark] = []

    def text(self, text: str, start: int) -> None:
        """Add `text`, which stands at `start` in the file character for character."""
        position = 0
        for match in _CHUNK.finditer(text):
            if match.start() > position:
                self._add_space(
                    text[position : match.start()], start + position, start + match.start()
                )
            chunk = match.group()
            self._before(chunk)
            self._write(chunk, start + match.start(), start + match.end(), True)
            position = match.end()
        if position < len(text):
            self._add_space(text[position:], start + position, start + len(text))

    def replace(self, text: str, start: int, end: int) -> None:
        """Add `text`, such as a decoded entity, for the source from `start` to `end`."""
        if not text or end <= start:
            return
        if text.isspace():
            self._add_space(text, start, end)
        else:
            words = " ".join(text.split())
            self._before(words)
            self._write(words, start, end, False)

    def placeholder(self, start: int, end: int, kind: MarkKind, target: str = "") -> None:
        """Add one marked placeholder, for what is not prose but has a place in its sentence."""
        self.open_mark(kind, target)
        self.replace(PLACEHOLDER, start, end)
        self.close_mark(kind)

    def space(self, start: int, end: int) -> None:
        """Add a break: the end of a line, a `<br>`."""
        self._add_space("\n", start, end)

    def drop(self) -> None:
        """Leave something out here, and the whitespace before it unless two words would meet."""
        if self._space is not None:
            self._dropped_space = self._space
            self._space = None

    def open_mark(self, kind: MarkKind, target: str = "") -> None:
        """Begin a mark with the next character of prose."""
        mark = _OpenMark(kind, target)
        self._open.append(mark)
        self._unset.append(mark)

    def close_mark(self, kind: MarkKind) -> None:
        """End the innermost open mark of this kind, if there is one."""
        # Only stray HTML closes any but the last few; looking further would cost too much time.
        for index in range(1, min(len(self._open), 16) + 1):
            if self._open[-index].kind is kind:
                self._finish(self._open.pop(-index))
                return

    def finish(self) -> tuple[str, list[Segment], list[Mark]] | None:
        """The prose, its segments and its marks, from the block's start; None without a word."""
        while self._open:
            self._finish(self._open.pop())
        prose = "".join(self._parts)
        if not any(map(str.isalnum, prose)):
            return None
        self._marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        return prose, self._segments, self._marks

    def _finish(self, mark: _OpenMark) -> None:
        if mark.start is None:
            return
        if mark.start < self._length:
            self._marks.append(Mark(mark.kind, Span(mark.start, self._length), mark.target))

    def _add_space(self, text: str, start: int, end: int) -> None:
        if self._space is not None:
            self._space = (self._space[0], max(end, self._space[1]), "")
        else:
            kept = len(text) == 1 and (text == " " or _KEPT_SPACE.match(text))
            self._space = (start, end, text if kept else "")

    def _before(self, following: str) -> None:
        """Write the whitespace that waits, now that a word follows."""
        space = self._space
        if (
            space is None
            and self._dropped_space
            and (following[0].isalnum() or following[0] in "([‘“")
        ):
            space = self._dropped_space
        self._space = self._dropped_space = None
        if space is not None and self._length:
            start, end, character = space
            if not (character == "" and self._is_split_word(start, following)):
                character = character or " "
                exact = end - start == 1 and self._source[start] == character
                self._write(character, start, end, exact)
        for mark in self._unset:
            mark.start = self._length
        self._unset.clear()

    def _is_split_word(self, start: int, following: str) -> bool:
        """Whether a line end stands inside a hyphenated word."""
        return (
            self._source[start] in "\r\n"
            and self._tail[-1:] in _HYPHENS
            and self._tail[:1].isalpha()
            and following[0].isalpha()
            and not _SUSPENDED.match(following)
        )

    def _write(self, text: str, start: int, end: int, exact: bool) -> None:
        last = self._segments[-1] if self._segments else None
        begin, self._length = self._length, self._length + len(text)
        if exact and last and last.exact and last.source_end == start:
            self._segments[-1] = Segment(last[0], self._length, last[2], end, True)
        else:
            self._segments.append(Segment(begin, self._length, start, end, exact))
        self._parts.append(text)
        self._tail = text[-2:] if len(text) > 1 else (self._tail + text)[-2:]


class DocumentBuilder:
    """A document in the making: blocks are added in order and joined with a line feed."""

    def __init__(self, source: str, format: str, path: str | None) -> None:
        self.source = source
        self._format = format
        self._path = path
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._segments: list[Segment] = []
        self._directives: list[Directive] = []

    def block(self, kind: BlockKind, level: int = 0, quoted: bool = False) -> BlockBuilder:
        """Begin a block; it joins the document when it is given to `add`."""
        return BlockBuilder(self.source, kind, level, quoted)

    def add(self, builder: BlockBuilder) -> Block | None:
        """Add a finished block, unless it holds no letter or digit."""
        finished = builder.finish()
        if finished is None:
            return None
        prose, segments, marks = finished
        shift = self._length + 1 if self._blocks else 0
        self._parts.append(prose)
        self._length = shift + len(prose)
        self._segments += (
            Segment(first + shift, last + shift, start, end, exact)
            for first, last, start, end, exact in segments
        )
        block = Block(
            builder.kind,
            Span(shift, self._length),
            builder.level,
            tuple(
                Mark(mark.kind, Span(mark.span.start + shift, mark.span.end + shift), mark.target)
                for mark in marks
            ),
            builder.quoted,
        )
        self._blocks.append(block)
        return block

    def directive(self, words: str, start: int, end: int) -> None:
        """Add a directive from the words after `plainspeak:`; it stands from `start` to `end`."""
        action, rules = directive_words(words)
        self._directives.append(Directive(action, rules, start, end))

    def build(self) -> Document:
        """The document."""
        return Document(
            self._path,
            self._format,
            self.source,
            "\n".join(self._parts),
            tuple(self._blocks),
            SourceMap(self.source, self._segments),
            tuple(self._directives),
        )


class Piece(NamedTuple):
    """Part of a run of text: source taken as it is, or `text` that stands for it."""

    start: int
    end: int
    text: str | None = None
    is_break: bool = False


def directive_words(words: str) -> tuple[str, tuple[str, ...]]:
    """The action and the rules in what follows `plainspeak:`."""
    action, *rules = words.replace(",", " ").split() or [""]
    return action.lower(), tuple(rule.lower() for rule in rules)


def entity_pieces(text: str, start: int) -> Iterator[Piece]:
    """The pieces of a stretch of HTML text that stands at `start`, its entities decoded."""
    position = 0
    for match in _ENTITY.finditer(text):
        decoded = html.unescape(match.group())
        if decoded == match.group() or not decoded:
            continue
        if match.start() > position:
            yield Piece(start + position, start + match.start())
        yield Piece(start + match.start(), start + match.end(), decoded)
        position = match.end()
    if position < len(text):
        yield Piece(start + position, start + len(text))


def write_run(block: BlockBuilder, pieces: Iterable[Piece], view: str) -> None:
    """Write a run of neighbouring pieces, without what is not prose.

    Web and email addresses become placeholders; reference markers such as `[14, 15]` and masked
    text are dropped. `view` is the text of the file, masked; what lies between two pieces counts as
    blank unless it is a backslash.
    """
    pieces = list(pieces)
    if not pieces:
        return
    first = end = pieces[0].start
    parts = []
    for piece in pieces:
        if piece.start > end:
            gap = view[end : piece.start]
            parts.append(gap if gap == "\\" else " " * len(gap))
        parts.append(view[piece.start : piece.end])
        end = piece.end
    holes = _holes("".join(parts), first)
    hole = next(holes, None)
    resume = first
    for piece in pieces:
        position = max(piece.start, resume)
        while hole is not None and hole.start < piece.end:
            if hole.start > position:
                _write_piece(block, piece, position, hole.start, view)
            if hole.target:
                block.placeholder(hole.start, hole.end, MarkKind.LINK, hole.target)
            else:
                block.drop()
            position = resume = max(position, hole.end)
            hole = next(holes, None)
        if position < piece.end:
            _write_piece(block, piece, position, piece.end, view)


class _Hole(NamedTuple):
    start: int
    end: int
    target: str


def _holes(text: str, shift: int) -> Iterator[_Hole]:
    """What is not prose in a text, in order; `target` is empty for what leaves no trace."""
    position = 0
    while match := _NOT_PROSE.search(text, position):
        found = match.group().replace(MASK, "")
        position = match.end()
        if match.lastgroup in ("mask", "reference"):
            yield _Hole(shift + match.start(), shift + match.end(), "")
        elif match.lastgroup == "mail":
            target = found if found.startswith("mailto:") else f"mailto:{found}"
            yield _Hole(shift + match.start(), shift + match.end(), target)
        else:
            position = match.start() + _url_length(match.group())
            target = text[match.start() : position].replace(MASK, "")
            yield _Hole(shift + match.start(), shift + position, target)


def _url_length(text: str) -> int:
    """How much of a match is the address: closing punctuation belongs to the sentence."""
    end = len(text)
    unclosed = {")": text.count("(") - text.count(")"), "]": text.count("[") - text.count("]")}
    while end > 1:
        last = text[end - 1]
        if last in unclosed and unclosed[last] < 0:
            unclosed[last] += 1
        elif last not in _URL_TAIL:
            break
        end -= 1
    return end


def _write_piece(block: BlockBuilder, piece: Piece, start: int, end: int, view: str) -> None:
    if piece.is_break:
        block.space(start, end)
    elif piece.text is None:
        block.text(view[start:end], start)
    elif start == piece.start:
        block.replace(piece.text, piece.start, piece.end)
