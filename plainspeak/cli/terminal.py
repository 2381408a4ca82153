"""Printing: results, warnings and errors."""

from __future__ import annotations

import contextlib
import sys
from typing import Any, TextIO

import click

from plainspeak.errors import GlossaryError, PlainspeakError, SettingsError
from plainspeak.output import is_terminal, printing, write

__all__ = ["HOW_TO_REPORT", "ask", "can_ask", "put", "say", "say_error"]

HOW_TO_REPORT = (
    "This is a mistake in plainspeak or in a package that adds to it, not in your text. To report "
    "it, run the same command with --debug and send its developers what it prints."
)
"""What to do about a bug."""


def put(text: str) -> None:
    """Print the result of a command: in UTF-8, if it goes to a file or another program.

    Raises:
        WriteError: standard output is closed, or its disk is full.
    """
    if is_terminal(sys.stdout):
        with printing():
            click.echo(_fit(text, sys.stdout), nl=False, color=True)
    else:
        write(text)


def say(message: str) -> None:
    """Tell the user something on standard error, if it is open."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            click.echo(_fit(message, sys.stderr), err=True)


def _fit(text: str, stream: TextIO) -> str:
    """The text with a question mark for each sign that the stream cannot show."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def say_error(error: PlainspeakError) -> None:
    """Tell the user of an error. A message that starts with `file:line:` stays as it is."""
    placed = isinstance(error, SettingsError | GlossaryError)
    say(str(error) if placed else f"Error: {error}")


def ask(question: str, **options: Any) -> str:
    """What somebody answers to a question.

    Args:
        question: the question.
        **options: as for `click.prompt`.

    Raises:
        KeyboardInterrupt: Ctrl-C, or the end of the input.
    """
    try:
        return str(click.prompt(question, **options))
    except click.Abort:
        raise KeyboardInterrupt from None


def can_ask() -> bool:
    """Whether somebody is there to answer a question."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)
