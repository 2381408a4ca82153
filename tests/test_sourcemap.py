import pytest

from plainspeak.model import Location, Span
from plainspeak.sourcemap import LineIndex, Segment, SourceMap

# Prose "Fish & chips\nPeas" from a file with an entity, a wrap and two blocks.
SOURCE = "Fish &amp;\r\nchips\r\n\r\nPeas"
SEGMENTS = (
    Segment(0, 5, 0, 5, True),
    Segment(5, 6, 5, 10, False),
    Segment(6, 7, 10, 12, False),
    Segment(7, 12, 12, 17, True),
    Segment(13, 17, 21, 25, True),
)


@pytest.fixture
def sourcemap() -> SourceMap:
    return SourceMap(SOURCE, SEGMENTS)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 4), "Fish"),
        (Span(1, 3), "is"),
        (Span(5, 6), "&amp;"),
        (Span(0, 6), "Fish &amp;"),
        (Span(5, 9), "&amp;\r\nch"),
        (Span(6, 7), "\r\n"),
        (Span(7, 12), "chips"),
        (Span(13, 17), "Peas"),
        (Span(7, 13), "chips"),
        (Span(12, 17), "Peas"),
        (Span(12, 13), "\r\n\r\n"),
        (Span(0, 17), SOURCE),
        (Span(3, 3), ""),
        (Span(17, 17), ""),
    ],
)
def test_a_span_maps_to_its_stretch_of_the_file(
    sourcemap: SourceMap, span: Span, expected: str
) -> None:
    start, end = sourcemap.to_source(span)
    assert SOURCE[start:end] == expected


def test_an_empty_span_keeps_its_place(sourcemap: SourceMap) -> None:
    assert sourcemap.to_source(Span(8, 8)) == (13, 13)
    assert sourcemap.to_source(Span(17, 17)) == (25, 25)


def test_a_location_has_lines_and_columns_from_one(sourcemap: SourceMap) -> None:
    assert sourcemap.locate(Span(7, 17)) == Location(2, 1, 4, 5, 12, 25)
    assert sourcemap.locate(Span(5, 6)) == Location(1, 6, 1, 11, 5, 10)


def test_a_map_without_prose_maps_to_the_start() -> None:
    assert SourceMap("<!-- -->", ()).to_source(Span(0, 0)) == (0, 0)


@pytest.mark.parametrize(
    "segments",
    [
        [Segment(0, 3, 0, 4, True)],
        [Segment(0, 3, 0, 3, True), Segment(2, 4, 3, 5, True)],
        [Segment(0, 0, 0, 0, True)],
    ],
    ids=["two lengths", "overlap", "empty"],
)
def test_segments_that_cannot_be_true_are_refused(segments: list[Segment]) -> None:
    with pytest.raises(ValueError, match="segment"):
        SourceMap("abcdef", segments)


def test_lines_end_with_lf_crlf_or_cr() -> None:
    lines = LineIndex("a\nb\r\nc\rd😀e")
    assert [lines.position(offset) for offset in (0, 1, 2, 3, 5, 7, 9)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
        (3, 1),
        (4, 1),
        (4, 3),
    ]
    assert [lines.offset_of_line(line) for line in (1, 2, 3, 4)] == [0, 2, 5, 7]
    assert len(lines) == 4


def test_what_is_outside_the_text_is_refused() -> None:
    lines = LineIndex("one\ntwo")
    assert lines.position(7) == (2, 4)
    for offset in (-1, 8):
        with pytest.raises(ValueError, match="outside"):
            lines.position(offset)
    for line in (0, 3):
        with pytest.raises(ValueError, match="outside"):
            lines.offset_of_line(line)
