"""Writing a result to standard output. Standard library only, and little of it."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from plainspeak.errors import WriteError

__all__ = ["printing", "write"]


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
        if not isinstance(error, BrokenPipeError):
            raise WriteError(
                f"the result cannot be written to standard output ({error.strerror or error}). "
                "Look if the disk is full."
            ) from error
