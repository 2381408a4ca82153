"""Bars in SVG, written by hand: no library is needed for a few rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

__all__ = ["Bar", "Panel", "draw"]

WIDTH = 760
LABELS = 300
"""How much of the width is for the names of the bars."""
VALUES = 90
"""How much is for the figures after the bars."""
BAR, GAP, HEAD, EDGE = 18, 8, 44, 16
OURS, OTHERS, PAPER, INK = "#0b5cad", "#8a949e", "#ffffff", "#1f2328"


@dataclass(frozen=True)
class Bar:
    """One bar."""

    title: str
    value: float
    shown: str
    """The value as people read it."""
    ours: bool
    """Whether it stands for plainspeak."""


@dataclass(frozen=True)
class Panel:
    """Bars with one scale."""

    title: str
    bars: Sequence[Bar]

    @property
    def height(self) -> int:
        """In pixels."""
        return HEAD + len(self.bars) * (BAR + GAP)


def draw(title: str, panels: Sequence[Panel]) -> str:
    """The chart, its panels one under the other; those without bars are left out."""
    panels = [panel for panel in panels if panel.bars]
    height = sum(panel.height for panel in panels) + 2 * EDGE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
    ]
    top = EDGE
    for panel in panels:
        lines += _panel(panel, top)
        top += panel.height
    return "\n".join([*lines, "</svg>"]) + "\n"


def _panel(panel: Panel, top: int) -> list[str]:
    longest = max(bar.value for bar in panel.bars) or 1
    lines = [_text(EDGE, top + 22, panel.title, 'font-weight="bold"')]
    for number, bar in enumerate(panel.bars):
        y = top + HEAD - 8 + number * (BAR + GAP)
        room = WIDTH - LABELS - VALUES - EDGE
        length = max(1.0, round(bar.value / longest * room, 1))
        colour = OURS if bar.ours else OTHERS
        lines += [
            _text(LABELS - 8, y + 14, bar.title, 'text-anchor="end"'),
            f'<rect x="{LABELS}" y="{y}" width="{length}" height="{BAR}" fill="{colour}"/>',
            _text(LABELS + length + 6, y + 14, bar.shown),
        ]
    return lines


def _text(x: float, y: float, words: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" fill="{INK}" {more}>{escape(words)}</text>'
