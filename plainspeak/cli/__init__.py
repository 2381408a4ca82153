"""The command line: one file for each command. Only here does plainspeak print and exit."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import click

from plainspeak._version import __version__
from plainspeak.cli.cache import cache
from plainspeak.cli.check import check
from plainspeak.cli.explain import explain
from plainspeak.cli.fix import fix
from plainspeak.cli.glossary import glossary
from plainspeak.cli.init import init
from plainspeak.cli.options import CONTEXT, debug_option, examples
from plainspeak.cli.rules import rules
from plainspeak.cli.score import score
from plainspeak.cli.terminal import say, say_error
from plainspeak.errors import PlainspeakError

__all__ = ["BUG", "INTERRUPTED", "USAGE", "plainspeak", "run"]

USAGE = 2
BUG = 3
INTERRUPTED = 130


@click.group(
    context_settings=CONTEXT,
    epilog=examples(
        "plainspeak check guidance.md      check one document",
        "plainspeak check docs             check every document in a folder",
        "plainspeak fix guidance.md        write plainer words into it",
        "plainspeak score guidance.md      see how easy it is to read",
        "plainspeak explain jargon         read why a rule matters",
        after="Try “plainspeak check --help” for more about a command.",
    ),
)
@click.version_option(__version__, "--version", message="plainspeak %(version)s")
@debug_option
def plainspeak() -> None:
    """Find jargon and hard sentences in guidance, and see what to write instead."""


for command in (check, fix, score, explain, rules, glossary, init, cache):
    plainspeak.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Run a command.

    Args:
        arguments: what follows `plainspeak` on the command line.

    Returns:
        The exit code.
    """
    try:
        code = plainspeak.main(
            list(arguments), prog_name="plainspeak", standalone_mode=False, obj=tuple(arguments)
        )
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.Abort:
        return INTERRUPTED
    except PlainspeakError as error:
        say_error(error)
        return USAGE
    except Exception as error:
        if "--debug" in arguments:
            traceback.print_exc(file=sys.stderr)
        say(
            f"Sorry, plainspeak broke ({type(error).__name__}: {error}). This is a mistake in "
            "plainspeak, not in your text. To report it, run the same command with --debug and "
            "send its developers what it prints."
        )
        return BUG
