"""`plainspeak rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plainspeak.cli.options import CONTEXT, debug_option, examples
from plainspeak.cli.terminal import colour, put
from plainspeak.config import PROFILES

if TYPE_CHECKING:
    from plainspeak.rule import Rule

__all__ = ["numbers_of", "rules", "severities_of"]

FIRST, OTHER = 26, 12
"""Columns of the names and of each profile."""


@click.command(
    context_settings=CONTEXT,
    epilog=examples(
        "plainspeak rules",
        "plainspeak explain long-sentence      read all about one of them",
        "plainspeak check docs --profile health",
    ),
)
@debug_option
def rules() -> None:
    """List the rules.

    Shows what each looks for, and its severity and limits in each profile.
    """
    from rich.text import Text

    from plainspeak import registry
    from plainspeak.reporters.text import render

    lines = [Text(_row("Rule", list(PROFILES)), style="bold")]
    for rule in registry.rules().values():
        lines.append(Text())
        lines.append(Text(_row(rule.id, severities_of(rule))))
        lines += [Text(_row(f"  {name}", values)) for name, values in numbers_of(rule).items()]
        lines.append(Text(f"  {rule.title}", style="dim"))
    lines += [Text(), Text("To read about a rule: plainspeak explain RULE")]
    put(render(lines, colour=colour()))


def severities_of(rule: Rule) -> list[str]:
    """The rule's severity in each of `PROFILES`, in words."""
    found = [rule.severity_in(profile) for profile in PROFILES]
    return ["off" if severity is None else severity.value for severity in found]


def numbers_of(rule: Rule) -> dict[str, list[str]]:
    """The values in each of `PROFILES` of the rule's options that are numbers."""
    options = [rule.options_in(profile) for profile in PROFILES]
    values = {
        field.name: [getattr(each, field.name) for each in options]
        for field in rule.option_fields()
    }
    return {
        name: [f"{value:,}" for value in row]
        for name, row in values.items()
        if all(isinstance(value, int | float) and not isinstance(value, bool) for value in row)
    }


def _row(name: str, cells: list[str]) -> str:
    return (f"{name:<{FIRST}}" + "".join(f"{cell:<{OTHER}}" for cell in cells)).rstrip()
