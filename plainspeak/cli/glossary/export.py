"""`plainspeak glossary export`."""

from __future__ import annotations

from pathlib import Path

import click

from plainspeak.cli.glossary.output import output_option, written
from plainspeak.cli.options import command, debug_option, examples
from plainspeak.cli.terminal import say
from plainspeak.errors import UsageError
from plainspeak.wording import joined

__all__ = ["export"]


@command(
    epilog=examples(
        "plainspeak glossary export our-words.yml --format html -o a-to-z.html",
        "plainspeak glossary export health --format csv -o health.csv",
        "plainspeak glossary export --format json       all that come with plainspeak",
    ),
)
@click.argument("names", metavar="[FILE-OR-NAME]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html", "csv", "json"]),
    help="Markdown, a web page, a table for spreadsheets, or JSON.  [default: by the name of the "
    "output file, or md]",
)
@output_option
@debug_option
def export(names: tuple[str, ...], form: str | None, output: Path | None) -> None:
    """Make an A to Z of glossaries that you can publish, or a table.

    A table (CSV) can be read back with “plainspeak glossary import”.
    """
    from plainspeak.curation import exporting, tables
    from plainspeak.curation.sources import built_in_sources, named

    chosen = [named(name).glossary for name in names] or [
        each.glossary for each in built_in_sources()
    ]
    form = form or (output.suffix.lstrip(".").lower() if output else "md")
    if form == "csv":
        if len(chosen) > 1:
            raise UsageError("a table holds one glossary; name the one you want.")
        left_out = [name for name in ("extends", "disable", "accept") if getattr(chosen[0], name)]
        if left_out:
            say(f"A table does not hold {joined([f'“{name}”' for name in left_out])}: note that.")
        # Excel takes a file without the mark for one in another encoding: “â€œ” for “““.
        written(("\ufeff" if output else "") + tables.to_csv(chosen[0]), output)
        return
    makers = {
        "md": exporting.to_markdown,
        "html": exporting.to_html,
        "json": exporting.to_json,
    }
    if form not in makers:
        raise UsageError(f"there is no format “{form}”; say --format md, html, csv or json.")
    written(makers[form](chosen), output)
