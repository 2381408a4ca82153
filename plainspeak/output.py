"""Writing a result to standard output, and what the terminal there can show.

Standard library only, and little of it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator

from plainspeak.errors import WriteError

# What type checkers take for true. To import typing would take longer than to give an answer.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["colour", "is_terminal", "printing", "width", "write"]

WIDEST = 100
"""Columns; longer lines are hard to read."""

_USUAL_WIDTH = 80
"""Columns of a terminal that does not say how many it has."""


def write(text: str) -> None:
    """Write text: in UTF-8 to a file or program, in its own encoding to a terminal.

    If the reader has gone (`| head`), the rest is dropped.

    Raises:
        WriteError: standard output is closed, or its disk is full.
    """
    with printing():
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.buffer.write(text.encode(encoding or "utf-8", "replace"))
        sys.stdout.buffer.flush()


@contextlib.contextmanager
def printing() -> Iterator[None]:
    """Whatever is printed inside, its troubles become a `WriteError` or, if nobody reads, nothing.

    Raises:
        WriteError: standard output is closed, or its disk is full.
    """
    if sys.stdout is None:  # the shell’s `>&-`
        raise WriteError("standard output is closed, so the result cannot be printed.")
    try:
        yield
    except OSError as error:
        # Python would flush the broken stream once more at exit, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not _is_closed_pipe(error):
            raise WriteError(
                f"the result cannot be written to standard output ({error.strerror or error}). "
                "Look if the disk is full."
            ) from error


def _is_closed_pipe(error: OSError) -> bool:
    """Whether nobody reads any more. Windows has another error for it."""
    return isinstance(error, BrokenPipeError) or (
        sys.platform == "win32" and error.errno == errno.EINVAL
    )


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits at a stream; a closed one is `None`."""
    return stream is not None and stream.isatty()


def colour() -> bool:
    """Whether to use colour: only on a terminal that can, and not if the user set `NO_COLOR`."""
    return (
        is_terminal(sys.stdout)
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def width() -> int | None:
    """Columns to wrap at; `None`, for no wrapping, where the output is not a terminal."""
    return min(_columns(), WIDEST) if is_terminal(sys.stdout) else None


def _columns() -> int:
    """How wide the terminal is, as shutil has it, which takes longer to import."""
    columns = 0
    with contextlib.suppress(ValueError):
        columns = int(os.environ.get("COLUMNS", ""))
    if columns <= 0:
        with contextlib.suppress(OSError, ValueError):
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
    return columns if columns > 0 else _USUAL_WIDTH
