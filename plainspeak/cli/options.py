"""Options that more than one command has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from plainspeak.cli.terminal import put
from plainspeak.config import PROFILES

__all__ = [
    "Group",
    "command",
    "config_option",
    "debug_option",
    "examples",
    "glossary_option",
    "group",
    "model_option",
    "names",
    "no_cache_option",
    "paths_argument",
    "profile_option",
    "stdin_option",
    "version_option",
]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Command(click.Command):
    """A command that prints its help as commands print results, so that a full disk is told."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show_help
        return option


def _show_help(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        put(f"{context.get_help()}\n")
        context.exit()


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command


def command(name: str | None = None, **attributes: Any) -> Callable[[Decorated], Command]:
    """Make a `Command` of a function, as `click.command` makes its own."""
    return click.command(name, Command, context_settings=CONTEXT, **attributes)


def group(cls: type[Group] = Group, **attributes: Any) -> Callable[[Decorated], Group]:
    """Make a `Group` of a function, as `click.group` makes its own."""
    return click.group(None, cls, context_settings=CONTEXT, **attributes)


EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def examples(*lines: str, after: str = "") -> str:
    """The end of a command's help: examples, one a line, and a last paragraph."""
    # The backspace is click's sign not to join the lines.
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines), "", after))


def names(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> list[str]:
    """Rules given one by one or with commas: `--select Jargon,passive-voice`, in lower case.

    Raises:
        BadParameter: the option is there but names nothing. To take that as nothing said would
            make `--select ""` run every rule.
    """
    found = [name.strip().lower() for value in values for name in value.split(",") if name.strip()]
    if values and not found:
        raise click.BadParameter("name a rule, or leave the option out.", context, option)
    return found


def debug_option(command: Decorated) -> Decorated:
    """Add `--debug`. `cli.run` looks for it: it must work however far a command gets."""
    return click.option(
        "--debug", is_flag=True, expose_value=False, help="If plainspeak breaks, show where."
    )(command)


def paths_argument(command: Decorated) -> Decorated:
    """Add `PATH...`."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


def stdin_option(command: Decorated) -> Decorated:
    """Add `--stdin-filename`."""
    return click.option(
        "--stdin-filename",
        metavar="NAME",
        help="With “-”: the name of the text. It says which format it is, which settings count, "
        "and what the report calls it.",
    )(command)


def config_option(command: Decorated) -> Decorated:
    """Add `--config`."""
    return click.option(
        "--config",
        type=EXISTING_FILE,
        metavar="FILE",
        help="Settings file for all documents, instead of the one nearest to each.",
    )(command)


def profile_option(command: Decorated) -> Decorated:
    """Add `--profile`."""
    return click.option(
        "--profile",
        metavar="NAME",
        help=f"Who the text is for: it sets the rules' limits. {', '.join(PROFILES)}, or one of "
        "your own.  [default: plain]",
    )(command)


def glossary_option(command: Decorated) -> Decorated:
    """Add `--glossary`."""
    return click.option(
        "--glossary",
        "glossaries",
        type=EXISTING_FILE,
        metavar="FILE",
        multiple=True,
        help="A glossary of your own. May be given more than once.",
    )(command)


def model_option(command: Decorated) -> Decorated:
    """Add `--model`."""
    return click.option(
        "--model",
        metavar="NAME",
        help="An installed spaCy English pipeline to use instead of plainspeak's own.",
    )(command)


def no_cache_option(command: Decorated) -> Decorated:
    """Add `--no-cache`."""
    return click.option(
        "--no-cache",
        is_flag=True,
        help="Look at everything again, and keep nothing in .plainspeak_cache for the next time.",
    )(command)


def version_option(version: str) -> Callable[[Decorated], Decorated]:
    """Add `--version`."""

    def show(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            put(f"plainspeak {version}\n")
            context.exit()

    return click.option(
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help="Show the version and exit.",
    )
