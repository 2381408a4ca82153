"""Plain text: paragraphs, lists and headings as people lay them out without any markup.

A blank line ends a paragraph. Where lines were wrapped by hand they are joined again; where each
line is a paragraph they are not. Headings are guessed, and only where a line can hardly be anything
else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plainspeak.model import BlockKind, Document
from plainspeak.readers.base import BlockBuilder, DocumentBuilder, Piece, write_run

__all__ = ["NAME", "SUFFIXES", "read"]

NAME = "text"
SUFFIXES: tuple[str, ...] = (".txt", ".text")

_WIDEST = 120
"""Nobody wraps lines by hand beyond this many characters."""
_NARROWEST = 40
"""Lines shorter than this say nothing about where a file is wrapped."""
_LONGEST_HEADING = 90
_MOST_HEADING_WORDS = 14
_FEWEST_BODY_WORDS = 4

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
# The second is how Markdown has it; people write it in text files too.
_DIRECTIVE = re.compile(
    r"\s*(?:#|(?P<html><!--))\s?plainspeak\s*:(?P<words>.*?)(?(html)-->\s*)\Z", re.IGNORECASE
)
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+•‣◦▪●·–—])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBER = re.compile(
    r"(?P<indent>[ \t]*)(?P<sign>\(?(?P<number>\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)])[ \t]+(?=\S)"
)
_ENDS_LIKE_PROSE = re.compile(r"[.!?…:;,][\"'’”)\]]*\s*\Z")
_FULL_STOP = re.compile(r"[.!?…:][\"'’”)\]]*(?:\s*\[[\d,;* –-]+\])*\s*\Z")
_RULE = re.compile(r"[ \t]*(?:={3,}|-{3,})[ \t]*\Z")
_WORD = re.compile(r"[^\W\d_]")
_SPLIT_WORD = re.compile(r"[^\W\d_][-\u2010]\Z")
_COLUMNS = re.compile(r"\t|\S {3,}\S")
_NOT_A_HEADING = re.compile(
    r"(?:dear|hello|hi|yours|kind regards|best wishes|regards|sincerely|many thanks|thank you|"
    r"thanks|copyright|©|tel|telephone|phone|mobile|fax|email|e-mail|website|from|to|date|subject|cc)\b"
    r"|.*(?:@|https?://|\bwww\.)"
    r"|.*\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Line:
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def length(self) -> int:
        return len(self.text.expandtabs().rstrip())

    @property
    def indent(self) -> int:
        expanded = self.text.expandtabs()
        return len(expanded) - len(expanded.lstrip())


def read(source: str, path: str | None) -> Document:
    """Read plain text.

    Args:
        source: the text of the file, without its byte order mark; any line ends.
        path: as the user gave it, or None.
    """
    return _Reader(source, path).read()


def _lines(source: str) -> Iterator[_Line]:
    for match in _LINE.finditer(source):
        if match.start() < len(source):
            yield _Line(match[1], match.start())


def _has_words(line: _Line) -> bool:
    return any(map(str.isalnum, line.text))


def _wrap_width(lines: list[_Line]) -> int | None:
    """Where the lines are wrapped by hand, in characters; None if each line is a paragraph."""
    several = [line for line in lines if " " in line.text.strip()[:_WIDEST]]
    too_long = sum(line.length > _WIDEST for line in several)
    if too_long * 50 > len(several):
        return None
    lengths = sorted(
        line.length
        for line, following in pairwise(lines)
        if _NARROWEST <= line.length <= _WIDEST and _has_words(following)
    )
    if not lengths:
        return _WIDEST
    return lengths[(len(lengths) - 1) * 9 // 10]


class _Reader:
    """Goes through the lines once, each joining the block before it or beginning its own."""

    def __init__(self, source: str, path: str | None) -> None:
        self._source = source
        self._document = DocumentBuilder(source, NAME, path)
        self._lines = list(_lines(source))
        self._width = _wrap_width(self._lines)
        self._pieces: list[Piece] = []
        self._block: BlockBuilder | None = None
        self._last: _Line | None = None
        # The indents of the list items that are open, outermost first, and the last number.
        self._indents: list[int] = []
        self._text_indent = 0
        self._seen_heading = False

    def read(self) -> Document:
        self._headings = self._find_headings()
        for index, line in enumerate(self._lines):
            directive = _DIRECTIVE.match(line.text)
            if directive:
                self._close()
                self._document.directive(directive["words"], line.start, line.end)
                continue
            if not _has_words(line):
                self._close()
                continue
            if index in self._headings:
                self._heading(line, self._headings[index])
            elif (item := self._item(index)) is not None:
                self._list_item(line, item)
            elif self._continues(index):
                self._join(line)
            else:
                self._paragraph(line)
        self._close()
        return self._document.build()

    # Blocks.

    def _heading(self, line: _Line, level: int | None) -> None:
        first = not self._seen_heading
        self._indents = []
        self._begin(BlockKind.HEADING, level or (1 if first else 2))
        self._seen_heading = True
        self._take(line, 0)
        self._close()

    def _list_item(self, line: _Line, marker: re.Match[str]) -> None:
        indent = line.indent
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        self._text_indent = len(marker.group().expandtabs())
        self._begin(BlockKind.LIST_ITEM, len(self._indents))
        self._take(line, marker.end())

    def _paragraph(self, line: _Line) -> None:
        if self._indents and line.indent > self._indents[-1]:
            self._begin(BlockKind.LIST_ITEM, len(self._indents))
        else:
            self._indents = []
            self._begin(BlockKind.PARAGRAPH, 0)
        self._take(line, 0)

    def _begin(self, kind: BlockKind, level: int) -> None:
        self._close()
        self._block = self._document.block(kind, level)

    def _take(self, line: _Line, skip: int) -> None:
        self._pieces.append(Piece(line.start + skip, line.end))
        self._last = line

    def _join(self, line: _Line) -> None:
        last = self._pieces[-1].end
        self._pieces.append(Piece(last, line.start, is_break=True))
        self._take(line, 0)

    def _close(self) -> None:
        if self._block is not None:
            write_run(self._block, self._pieces, self._source)
            self._document.add(self._block)
        self._block = None
        self._pieces = []
        self._last = None

    # What a line is.

    def _item(self, index: int) -> re.Match[str] | None:
        """The marker, if this line begins a list item."""
        line = self._lines[index]
        if match := _BULLET.match(line.text):
            # A wrapped sentence may happen to put its dash first.
            if match["sign"] in "–—" and self._continues(index):
                return None
            return match
        match = _NUMBER.match(line.text)
        if match is None:
            return None
        if not match["number"].isdigit():
            if match["sign"].endswith(".") and match["sign"][0].isupper():
                return None
            if match["number"] == "I":
                return None
        in_paragraph = self._block is not None and self._block.kind is BlockKind.PARAGRAPH
        if in_paragraph and self._continues(index):
            return None
        return match

    def _continues(self, index: int) -> bool:
        """Whether a line goes on with the sentence of the line before it."""
        last, line = self._last, self._lines[index]
        if last is None or self._block is None:
            return False
        if self._indents and line.indent >= self._text_indent and last.indent < line.indent:
            return True
        if self._width is None:
            return False
        return self._wraps(last, index, joined=len(self._pieces) > 1)

    def _wraps(self, line: _Line, index: int, *, joined: bool = False) -> bool:
        """Whether `line` ends where it does because the next one's first word had no room.

        `joined` says that `line` itself goes on from the line before it.
        """
        following = self._lines[index]
        width = self._width or _WIDEST
        if line.length + 1 + len(following.words[0]) > width:
            return True
        # Short texts show no width. A lower-case word after an open sentence is its continuation,
        # if it comes to a full stop; else the lines may be a list.
        return (
            not _ENDS_LIKE_PROSE.search(line.text)
            and (joined or len(line.words) > 2 or _SPLIT_WORD.search(line.text) is not None)
            and following.text.lstrip()[0].islower()
            and self._ends_in_full_stop(index)
        )

    def _ends_in_full_stop(self, index: int) -> bool:
        end = index
        while end + 1 < len(self._lines) and end < index + 8 and _has_words(self._lines[end + 1]):
            if _FULL_STOP.search(self._lines[end].text):
                break
            end += 1
        return bool(_FULL_STOP.search(self._lines[end].text))

    # Headings.

    def _find_headings(self) -> dict[int, int | None]:
        """Which lines are headings, and the level of those whose underline gives one."""
        found: dict[int, int | None] = {}
        row: list[int] = []
        following: int | None = None
        most = 3 if self._width is None else 2
        # From the end, because a line is a heading by what stands under it.
        for index in range(len(self._lines) - 1, -1, -1):
            line = self._lines[index]
            if not _has_words(line):
                continue
            if level := self._underlined(index):
                found[index] = level
                row = []
            elif not self._may_head(index, following):
                self._keep(row, most, found)
                row = []
            elif _is_capitals(line):
                found[index] = None
                row = []
            elif row or (following is not None and self._is_body(index, following)):
                row.append(index)
            following = index
        self._keep(row, most, found)
        return found

    def _keep(self, row: list[int], most: int, found: dict[int, int | None]) -> None:
        """Keep a row of lines that could be headings, unless it is so long that it is a list."""
        if len(row) <= most:
            found.update(dict.fromkeys(row))

    def _underlined(self, index: int) -> int | None:
        lines = self._lines
        if index + 1 >= len(lines) or not (rule := _RULE.match(lines[index + 1].text)):
            return None
        if index and _has_words(lines[index - 1]):
            return None
        if len(rule.group().strip()) * 2 < len(lines[index].text.strip()):
            return None
        return 1 if "=" in rule.group() else 2

    def _may_head(self, index: int, following: int | None) -> bool:
        line = self._lines[index]
        text = line.text.strip()
        if (
            len(text) > _LONGEST_HEADING
            or len(line.words) > _MOST_HEADING_WORDS
            or not _WORD.search(text)
            or text.lstrip("\"'‘“(")[0].islower()
            or _ENDS_LIKE_PROSE.search(text)
            or _COLUMNS.search(text)
            or _NOT_A_HEADING.match(text)
            or _BULLET.match(line.text)
            or _NUMBER.match(line.text)
            or _DIRECTIVE.match(line.text)
        ):
            return False
        if self._width is None:
            return True
        # A wrapped line is not a heading, nor is the line it wraps to.
        if following == index + 1 and self._wraps(line, following):
            return False
        before = self._lines[index - 1] if index else None
        return not (before and _has_words(before) and self._wraps(before, index))

    def _is_body(self, index: int, following: int) -> bool:
        """Whether the line at `following` is what a heading at `index` would be the heading of."""
        line, body = self._lines[index], self._lines[following]
        if _BULLET.match(body.text):
            return True
        if self._width is None:
            ends = bool(_FULL_STOP.search(body.text))
        else:
            ends = self._ends_in_full_stop(following)
        return ends and body.length > line.length and len(body.words) > _FEWEST_BODY_WORDS


def _is_capitals(line: _Line) -> bool:
    letters = "".join(_WORD.findall(line.text))
    return len(letters) > 3 and letters.isupper()
