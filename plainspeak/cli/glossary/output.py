"""Where a command writes what it made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from plainspeak.cli.terminal import put, say
from plainspeak.errors import UsageError

__all__ = ["output_option", "written"]

Command = TypeVar("Command", bound=Callable[..., Any])


def output_option(command: Command) -> Command:
    """Add `--output`."""
    return click.option(
        "--output",
        "-o",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write to this file. Without it, print.",
    )(command)


def written(text: str, output: Path | None, *, keep: bool = False) -> None:
    """Write text to a file, or print it.

    Args:
        text: what to write; its line ends stay as they are.
        output: the file; `None` prints.
        keep: whether to refuse to write over a file.

    Raises:
        UsageError: the file cannot be written, or is there already.
    """
    if output is None:
        put(text)
        return
    try:
        with output.open("x" if keep else "w", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{output} is there already; name a new file.") from None
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from None
    say(f"Wrote {output}.")
