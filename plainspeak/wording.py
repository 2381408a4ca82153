"""Words put together for a message."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

__all__ = ["broken", "either", "joined", "one_line"]


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


def broken(what: str, error: BaseException) -> str:
    """`the rule jargon broke: KeyError: 'x' (jargon.py, line 7)`.

    Args:
        what: what broke.
        error: how; it has been raised.
    """
    from traceback import extract_tb

    where = extract_tb(error.__traceback__)[-1]
    return (
        f"{what} broke: {type(error).__name__}: {one_line(str(error))} "
        f"({Path(where.filename).name}, line {where.lineno})"
    )
