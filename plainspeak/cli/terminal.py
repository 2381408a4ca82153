"""Printing, and what the terminal can do."""

from __future__ import annotations

import os
import shutil
import sys

import click

from plainspeak.errors import GlossaryError, PlainspeakError, SettingsError
from plainspeak.output import write

__all__ = ["can_ask", "colour", "put", "say", "say_error", "width"]

WIDEST = 100
"""Columns; longer lines are hard to read."""


def put(text: str) -> None:
    """Print the result of a command: in UTF-8, if it goes to a file or another program."""
    if sys.stdout.isatty():
        click.echo(text, nl=False, color=True)
    else:
        write(text)


def say(message: str) -> None:
    """Tell the user something on standard error."""
    click.echo(message.encode("utf-8", "replace").decode(), err=True)


def say_error(error: PlainspeakError) -> None:
    """Tell the user of an error. A message that starts with `file:line:` stays as it is."""
    placed = isinstance(error, SettingsError | GlossaryError)
    say(str(error) if placed else f"Error: {error}")


def colour() -> bool:
    """Whether to use colour: only on a terminal that can, and not if the user set `NO_COLOR`."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def can_ask() -> bool:
    """Whether somebody is there to answer a question."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def width() -> int | None:
    """Columns to wrap at; `None`, for no wrapping, where the output is not a terminal."""
    if not sys.stdout.isatty():
        return None
    return min(shutil.get_terminal_size().columns, WIDEST)
