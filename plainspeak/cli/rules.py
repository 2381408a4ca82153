"""`plainspeak rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plainspeak.cli.files import SettingsBook
from plainspeak.cli.options import command, config_option, debug_option, examples
from plainspeak.cli.terminal import put
from plainspeak.config import PROFILES, Settings
from plainspeak.output import colour

if TYPE_CHECKING:
    from pathlib import Path

    from plainspeak.rule import Rule

__all__ = ["profiles_of", "rules", "severities_of", "values_of"]

FIRST, OTHER = 26, 11
"""Columns of the names and, at the least, of each profile."""


@command(
    epilog=examples(
        "plainspeak rules",
        "plainspeak rules long-sentence        read all about one of them",
        "plainspeak check docs --profile health",
    ),
)
@click.argument("name", metavar="[RULE]", required=False)
@config_option
@debug_option
@click.pass_context
def rules(context: click.Context, name: str | None, config: Path | None) -> None:
    """List the rules, or read all about one.

    Shows what each looks for, and its severity and options in each profile. The profiles that your
    settings make have a column too.
    """
    from rich.text import Text

    from plainspeak import registry
    from plainspeak.reporters.text import render

    if name:
        from plainspeak.cli.explain import explain

        rule_id = registry.rule(name.lower()).id
        context.invoke(explain, words=(rule_id,), glossaries=(), config=config)
        return
    settings = SettingsBook(config).of(".")
    names = profiles_of(settings)

    def row(first: str, cells: list[str]) -> Text:
        columns = (
            f"{cell:<{max(OTHER, len(name) + 1)}}" for name, cell in zip(names, cells, strict=True)
        )
        return Text(f"{first:<{FIRST}}{''.join(columns)}".rstrip())

    lines = [row("Rule", names)]
    lines[0].stylize("bold")
    for rule in registry.rules().values():
        lines += [Text(), row(rule.id, severities_of(rule, settings))]
        lines += [row(f"  {name}", values) for name, values in values_of(rule, settings).items()]
        lines.append(Text(f"  {rule.title}", style="dim"))
    lines += [Text(), Text("To read about a rule: plainspeak explain RULE")]
    put(render(lines, colour=colour()))


def profiles_of(settings: Settings) -> list[str]:
    """The profiles that ship with plainspeak, and then the user's own."""
    return [*PROFILES, *settings.profiles]


def severities_of(rule: Rule, settings: Settings) -> list[str]:
    """The rule's severity in each profile, in words."""
    from plainspeak.registry import in_profile

    found = [in_profile(rule, profile, settings)[0] for profile in profiles_of(settings)]
    return ["off" if severity is None else severity.value for severity in found]


def values_of(rule: Rule, settings: Settings) -> dict[str, list[str]]:
    """The values in each profile of the rule's options that are numbers, or yes or no."""
    from plainspeak.registry import in_profile

    options = [in_profile(rule, profile, settings)[1] for profile in profiles_of(settings)]
    values = {
        field.name: [getattr(each, field.name) for each in options]
        for field in rule.option_fields()
    }
    return {
        name: [_shown(value) for value in row]
        for name, row in values.items()
        if all(isinstance(value, int | float) for value in row)
    }


def _shown(value: float) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}"
