"""From offsets in the prose back to the file: exact places, lines and columns.

Standard library only.

All offsets are code points and all stretches are half-open. The text of the file is taken without
its byte order mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from plainspeak.model import Location, Span

__all__ = ["LineIndex", "Segment", "SourceMap"]

_LINE_END = re.compile(r"\r\n|\n|\r")


class Segment(NamedTuple):
    """A stretch of prose and the stretch of the file it came from.

    In an `exact` segment both hold the same characters. In any other, the whole prose stretch
    stands for the whole source stretch: a space for a line wrap, `&` for `&amp;`.
    """

    prose_start: int
    prose_end: int
    source_start: int
    source_end: int
    exact: bool


class LineIndex:
    """Finds the line and column of an offset. Lines end with LF, CRLF or CR, as editors have it."""

    def __init__(self, source: str) -> None:
        self._length = len(source)
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def __len__(self) -> int:
        """How many lines there are; an empty last line counts."""
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 1, in code points.

        Raises:
            ValueError: the offset is before the start or past the end of the text.
        """
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is outside a text of {self._length} characters")
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset_of_line(self, line: int) -> int:
        """The offset of a line's first character; lines count from 1.

        Raises:
            ValueError: there is no such line.
        """
        if not 1 <= line <= len(self._starts):
            raise ValueError(f"line {line} is outside a text of {len(self._starts)} lines")
        return self._starts[line - 1]


class SourceMap:
    """Maps spans of a document's prose to its file.

    Args:
        source: the text of the file.
        segments: in order of the prose, not overlapping; together they cover all the prose but the
            line feeds between blocks.

    Raises:
        ValueError: the segments are not in order, or an exact one has two different lengths.
    """

    def __init__(self, source: str, segments: Iterable[Segment]) -> None:
        self._source = source
        self.segments = tuple(segments)
        end = 0
        for segment in self.segments:
            if not end <= segment.prose_start < segment.prose_end:
                raise ValueError(f"segments are not in order at prose offset {segment.prose_start}")
            prose_length = segment.prose_end - segment.prose_start
            if segment.exact and segment.source_end - segment.source_start != prose_length:
                raise ValueError(f"exact segment of two lengths: {segment}")
            end = segment.prose_end
        self._starts = [segment.prose_start for segment in self.segments]

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the file."""
        return LineIndex(self._source)

    def to_source(self, span: Span) -> tuple[int, int]:
        """The start and end, in the file, of a span of prose.

        Part of a segment that is not exact maps to the whole of its source. A span that starts or
        ends between two blocks is drawn in to the block it reaches; one wholly between two blocks
        is what separates them in the file. An empty span maps to an empty stretch.
        """
        if not self.segments:
            return 0, 0
        if not span:
            point = self._start_of(span.start)
            return point, point
        start, end = self._start_of(span.start), self._end_of(span.end)
        return (start, end) if start <= end else (end, start)

    def locate(self, span: Span) -> Location:
        """The place of a span of prose in the file, with lines and columns from 1."""
        start, end = self.to_source(span)
        line, column = self.lines.position(start)
        end_line, end_column = self.lines.position(end)
        return Location(line, column, end_line, end_column, start, end)

    def _start_of(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return self.segments[0].source_start
        segment = self.segments[index]
        if offset < segment.prose_end:
            if segment.exact:
                return segment.source_start + offset - segment.prose_start
            return segment.source_start
        if index + 1 < len(self.segments):
            return self.segments[index + 1].source_start
        return segment.source_end

    def _end_of(self, offset: int) -> int:
        index = bisect_right(self._starts, offset - 1) - 1
        if index < 0:
            return self.segments[0].source_start
        segment = self.segments[index]
        if segment.exact and offset <= segment.prose_end:
            return segment.source_start + offset - segment.prose_start
        return segment.source_end
