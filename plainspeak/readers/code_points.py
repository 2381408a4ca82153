"""From the places a parser counts in bytes to places in the text."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["CodePoints"]

_WIDE = re.compile("[\x80-\u07ff]+|[\u0800-\uffff]+|[\U00010000-\U0010ffff]+")


class CodePoints:
    """Turns UTF-8 byte offsets into code-point offsets."""

    def __init__(self, text: str) -> None:
        self._bytes: list[int] = []
        self._points: list[int] = []
        self._widths: list[int] = []
        extra = 0
        for match in _WIDE.finditer(text):
            start, end = match.span()
            width = len(text[start].encode())
            self._add(start + extra, start, width)
            extra += (width - 1) * (end - start)
            self._add(end + extra, end, 1)

    def _add(self, byte: int, point: int, width: int) -> None:
        self._bytes.append(byte)
        self._points.append(point)
        self._widths.append(width)

    def __call__(self, byte: int) -> int:
        """The place in the text of the byte at this offset."""
        index = bisect_right(self._bytes, byte) - 1
        if index < 0:
            return byte
        return self._points[index] + (byte - self._bytes[index]) // self._widths[index]
