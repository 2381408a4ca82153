"""The command line: `plainspeak`, or `python -m plainspeak`."""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main"]

USAGE = 2
INTERRUPTED = 130

_YOUNG_OBJECTS = 50_000
"""How many new objects there are before Python looks for dead ones.

Nearly all live as long as their document, so looking as often as Python does by itself (every 700)
costs about a tenth of a check.
"""


def main() -> int:
    """Run the command line with the arguments of the process.

    Returns:
        The exit code: 0 clean, 1 findings, 2 usage, settings, a file that cannot be
        read or a wrong plainspeak comment, 3 a bug, 130 stopped with Ctrl-C.
    """
    arguments = sys.argv[1:]
    try:
        from plainspeak.cache import runs

        said = runs.recall(arguments)
        if said is not None:
            return _say(*said)
        gc.set_threshold(_YOUNG_OBJECTS)
        # The model's matrices are small, so threads do not pay. Where numpy starts none, each of
        # the million locks that the parser takes is cheaper: that is a twentieth of reading.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from plainspeak.cli import run

        return run(arguments)
    except KeyboardInterrupt:
        _warn("Stopped. No file was left half changed.\n")
        return INTERRUPTED


def _say(code: int, warnings: str, output: str, remarks: str) -> int:
    """Say what the same command said before."""
    from plainspeak.errors import WriteError
    from plainspeak.output import write

    _warn(warnings)
    try:
        write(output)
    except WriteError as error:
        _warn(f"Error: {error}\n")
        return USAGE
    _warn(remarks)
    return code


def _warn(text: str) -> None:
    """Say something on standard error, if it is open and has room."""
    try:
        if text and sys.stderr is not None:
            print(text, end="", file=sys.stderr, flush=True)
    except OSError:
        pass


if __name__ == "__main__":
    sys.exit(main())
