"""The command line: one file for each command. Only here does plainspeak print and exit."""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import Iterator, Sequence
from typing import Any

import click

from plainspeak._version import __version__
from plainspeak.cli.lazy import LazyGroup, Told
from plainspeak.cli.options import debug_option, examples, group, version_option
from plainspeak.cli.terminal import HOW_TO_REPORT, say, say_error
from plainspeak.errors import PlainspeakError

__all__ = ["BUG", "USAGE", "plainspeak", "run"]

USAGE = 2
BUG = 3


_COMMANDS = {
    "cache": Told("plainspeak.cli.cache:cache", "See or delete what plainspeak keeps to be quick."),
    "check": Told("plainspeak.cli.check:check", "Find jargon and hard sentences."),
    "explain": Told(
        "plainspeak.cli.explain:explain",
        "Read about a rule, a term of the glossaries, or how hard a word is.",
    ),
    "fix": Told("plainspeak.cli.fix:fix", "Write plainer words and sentences into documents."),
    "glossary": Told("plainspeak.cli.glossary:glossary", "Look at glossaries, and write your own."),
    "init": Told("plainspeak.cli.init:init", "Write a settings file."),
    "rules": Told("plainspeak.cli.rules:rules", "List the rules, or read all about one."),
    "score": Told("plainspeak.cli.score:score", "See how easy documents are to read."),
}


class _PastClick(BaseException):
    """Carries an error past click, which would print an empty line for it, or end the process."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


@contextlib.contextmanager
def _past_click() -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, EOFError, SystemExit) as error:
        raise _PastClick(error) from error


class _AllCommands(LazyGroup):
    """The command as a whole."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """What click knows while the command runs."""
        with _past_click():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _past_click():
            return super().invoke(ctx)


@group(
    cls=_AllCommands,
    told=_COMMANDS,
    epilog=examples(
        "plainspeak check guidance.md      check one document",
        "plainspeak check docs             check every document in a folder",
        "plainspeak fix guidance.md        write plainer words into it",
        "plainspeak score guidance.md      see how easy it is to read",
        "plainspeak explain jargon         read why a rule matters",
        after="Try “plainspeak check --help” for more about a command.",
    ),
)
@version_option(__version__)
@debug_option
def plainspeak() -> None:
    """Find jargon and hard sentences in guidance, and see what to write instead."""


def run(arguments: Sequence[str]) -> int:
    """Run a command.

    Args:
        arguments: what follows `plainspeak` on the command line.

    Returns:
        The exit code.

    Raises:
        KeyboardInterrupt: the user stopped it with Ctrl-C.
    """
    if "--debug" in arguments:
        _show_bugs()
    try:
        code = plainspeak.main(
            list(arguments), prog_name="plainspeak", standalone_mode=False, obj=tuple(arguments)
        )
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        if sys.stderr is not None:  # click would take standard output instead
            with contextlib.suppress(OSError):  # its disk is full, say
                error.show()
        return USAGE
    except PlainspeakError as error:
        say_error(error)
        return USAGE
    except _PastClick as past:
        if isinstance(past.error, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        return _broke(past.error, arguments)
    except Exception as error:
        return _broke(error, arguments)


def _broke(error: BaseException, arguments: Sequence[str]) -> int:
    if "--debug" in arguments:
        traceback.print_exception(error, file=sys.stderr)
    say(f"Sorry, plainspeak broke ({type(error).__name__}: {error}). {HOW_TO_REPORT}")
    return BUG


def _show_bugs() -> None:
    """Show on standard error where a rule or a reader broke that did not end the run."""
    import logging

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("plainspeak")
    log.handlers = [handler]
    log.setLevel(logging.DEBUG)
    log.propagate = False
