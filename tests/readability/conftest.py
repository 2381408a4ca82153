from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from plainspeak.language.analysis import Need, Text
from plainspeak.model import Block, BlockKind, Document, Span
from plainspeak.sourcemap import Segment, SourceMap

Analyse = Callable[..., Text]


@pytest.fixture(scope="session")
def analyse() -> Analyse:
    """Make a Text of blocks: each a string (a paragraph) or a (kind, string) pair."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    def make(*parts: str | tuple[BlockKind, str]) -> Text:
        pairs = [(BlockKind.PARAGRAPH, part) if isinstance(part, str) else part for part in parts]
        blocks = []
        start = 0
        for kind, words in pairs:
            blocks.append(Block(kind, Span(start, start + len(words)), level=1))
            start += len(words) + 1
        prose = "\n".join(words for _, words in pairs)
        segments = [Segment(0, len(prose), 0, len(prose), True)] if prose else []
        document = Document(None, "text", prose, prose, tuple(blocks), SourceMap(prose, segments))
        docs = [nlp(words) for _, words in pairs]
        return Text.of(document, docs, Need.WORDS | Need.SENTENCES, None)

    return make
