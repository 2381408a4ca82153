"""`plainspeak glossary diff`."""

from __future__ import annotations

from typing import Any

import click

from plainspeak.cli.options import command, debug_option, examples
from plainspeak.cli.terminal import put

__all__ = ["diff"]


@command(
    epilog=examples(
        "plainspeak glossary diff old.yml new.yml",
        "plainspeak glossary diff health our-health.yml",
    ),
)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@debug_option
@click.pass_context
def diff(context: click.Context, before: str, after: str) -> None:
    """Show which terms differ between two glossaries.

    “+” is a term that only B has, “-” one that only A has, “~” one that has changed. What stands
    above the terms, such as “disable”, is compared too, but not the name.

    Exit code: 0 if they say the same, 1 if not.
    """
    from plainspeak.curation.comparing import changes, head_changes
    from plainspeak.curation.sources import named

    first, second = named(before).glossary, named(after).glossary
    lines = [
        f"~ {name}: {_said(old)} → {_said(new)}"
        for name, (old, new) in head_changes(first, second).items()
    ]
    for change in changes(first, second):
        if change.before is None:
            lines.append(f"+ {change.term}")
        elif change.after is None:
            lines.append(f"- {change.term}")
        else:
            lines.append(f"~ {change.term}")
            lines += [
                f"    {name}: {_said(old)} → {_said(new)}"
                for name, (old, new) in change.fields.items()
            ]
    put("".join(f"{line}\n" for line in lines) or "The two say the same.\n")
    context.exit(1 if lines else 0)


def _said(value: Any) -> str:
    if value is None:
        return "(nothing)"
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_said(part)}" for key, part in value.items())
    return str(value)
