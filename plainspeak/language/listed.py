"""Lists of words, written with spaces between them."""

from __future__ import annotations

__all__ = ["listed"]


def listed(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())
