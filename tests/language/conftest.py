from __future__ import annotations

import pytest

from plainspeak.model import Block, BlockKind, Document, Mark, Span
from plainspeak.sourcemap import Segment, SourceMap


@pytest.fixture
def document():
    """Makes a document of plain blocks; a block is its text, or its kind and text."""

    def make(*blocks: str | tuple[BlockKind, str], marks: tuple[Mark, ...] = ()) -> Document:
        pairs = [(BlockKind.PARAGRAPH, each) if isinstance(each, str) else each for each in blocks]
        prose = "\n".join(text for _, text in pairs)
        made = []
        start = 0
        for kind, text in pairs:
            span = Span(start, start + len(text))
            held = tuple(mark for mark in marks if span.contains(mark.span))
            made.append(Block(kind, span, marks=held))
            start = span.end + 1
        segments = [Segment(0, len(prose), 0, len(prose), True)] if prose else []
        return Document(None, "text", prose, prose, tuple(made), SourceMap(prose, segments))

    return make
