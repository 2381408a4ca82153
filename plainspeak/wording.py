"""Words put together for a message."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["either", "joined", "one_line"]


def joined(parts: Sequence[str], last: str = "and") -> str:
    """`a, b and c`; empty if there is nothing to join.

    Args:
        parts: what to join, as it is to be shown.
        last: the word before the last part.
    """
    return f" {last} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def either(choices: Sequence[str]) -> str:
    """`“a”, “b” or “c”`; empty if there is no choice."""
    return joined([f"“{choice}”" for choice in choices], "or")


def one_line(text: str) -> str:
    """A text without its line ends, so that each line of a message can start with its place."""
    return " ".join(text.split())
