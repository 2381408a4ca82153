"""Writing a result to standard output. Standard library only, and little of it."""

from __future__ import annotations

import os
import sys

__all__ = ["write"]


def write(text: str) -> None:
    """Write text in UTF-8. If the reader has gone (`| head`), the rest is dropped."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python would flush the broken stream once more at exit, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
