"""A group of commands that imports a command when somebody runs it, so that each starts quickly."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import click

from plainspeak.cli.options import Group

__all__ = ["LazyGroup", "Told"]


class Told(NamedTuple):
    """What a group knows of a command without importing it."""

    place: str
    """The module that has it, a colon, and its name there."""
    help: str
    """The first sentence of its help."""


class LazyGroup(Group):
    """A click group whose commands are imported at need."""

    def __init__(self, *args: Any, told: Mapping[str, Told], **kwargs: Any) -> None:
        """Take what is told of each command, by name; the rest is for click."""
        # click takes the names from these: to list them, and to say which is like a wrong one.
        super().__init__(*args, **kwargs)
        self.commands.update({name: click.Command(name) for name in told})
        self.told = told

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with a name."""
        if cmd_name not in self.told:
            return None
        module, _, name = self.told[cmd_name].place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what is told of the commands into the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.told[name].help) for name in self.list_commands(ctx)])
