"""`plainspeak glossary import`."""

from __future__ import annotations

from pathlib import Path

import click

from plainspeak.cli.glossary.output import output_option, written
from plainspeak.cli.options import EXISTING_FILE, command, debug_option, examples
from plainspeak.errors import GlossaryError

__all__ = ["import_table"]


@command(
    "import",
    epilog=examples(
        "plainspeak glossary import our-words.csv -o our-words.yml",
        after="The first row names the columns: term, treatment, alternatives, explanation, and so "
        "on. Put “|” between the parts of a cell that holds several. Above that there may be rows "
        "that start with “#name” and “#about”.",
    ),
)
@click.argument("table", metavar="FILE.csv", type=EXISTING_FILE)
@click.option(
    "--name",
    metavar="NAME",
    default="",
    help="What to call the glossary.  [default: what the table says, or the file's name]",
)
@click.option(
    "--about",
    metavar="TEXT",
    default="",
    help="What it is for, in one sentence.  [default: what the table says]",
)
@output_option
@debug_option
def import_table(table: Path, name: str, about: str, output: Path | None) -> None:
    """Make a glossary from a table (CSV), such as a spreadsheet program saves."""
    from plainspeak.curation.tables import from_csv

    try:
        text = table.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        if table.suffix.lower() in {".xlsx", ".xls", ".ods", ".numbers"}:
            raise GlossaryError(
                f"{table}:1: this is a spreadsheet, not a table; save it as “CSV UTF-8” first"
            ) from None
        raise GlossaryError(f"{table}:1: this file is not UTF-8; save it as “CSV UTF-8”") from None
    made = from_csv(text, str(table), name, about)
    written(made, output, keep=True)
