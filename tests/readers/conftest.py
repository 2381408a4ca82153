from collections.abc import Callable

import pytest

from plainspeak.model import Document


def _assert_true(document: Document) -> None:
    """Blocks tile the prose, segments cover it, and exact ones hold what the file holds."""
    covered = [False] * len(document.prose)
    for segment in document.sourcemap.segments:
        prose = document.prose[segment.prose_start : segment.prose_end]
        assert 0 <= segment.source_start < segment.source_end <= len(document.source)
        if segment.exact:
            assert document.source[segment.source_start : segment.source_end] == prose
        for offset in range(segment.prose_start, segment.prose_end):
            covered[offset] = True
    position = 0
    for number, block in enumerate(document.blocks):
        if number:
            assert document.prose[position] == "\n"
            assert not covered[position]
            position += 1
        assert block.span.start == position
        text = document.text_of(block)
        assert text == text.strip()
        assert "\n" not in text
        assert "  " not in text
        assert any(map(str.isalnum, text))
        assert all(covered[block.span.start : block.span.end])
        for mark in block.marks:
            assert block.span.contains(mark.span)
            assert len(mark.span)
        starts = [mark.span.start for mark in block.marks]
        assert starts == sorted(starts)
        position = block.span.end
    assert position == len(document.prose)


@pytest.fixture(scope="session")
def assert_true() -> Callable[[Document], None]:
    return _assert_true
