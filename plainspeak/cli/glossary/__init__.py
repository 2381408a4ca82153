"""`plainspeak glossary`: one file for each of its commands."""

from __future__ import annotations

import click

from plainspeak.cli.glossary.add import add
from plainspeak.cli.glossary.check import check
from plainspeak.cli.glossary.diff import diff
from plainspeak.cli.glossary.export import export
from plainspeak.cli.glossary.import_table import import_table
from plainspeak.cli.glossary.list import list_glossaries
from plainspeak.cli.glossary.mine import mine
from plainspeak.cli.glossary.show import show
from plainspeak.cli.glossary.test import test
from plainspeak.cli.options import CONTEXT, debug_option, examples

__all__ = ["glossary"]


@click.group(
    context_settings=CONTEXT,
    epilog=examples(
        "plainspeak glossary list                    see which glossaries there are",
        "plainspeak glossary show reciprocity        see all about a term",
        "plainspeak glossary add respite             put a term into your own glossary",
        "plainspeak glossary check our-words.yml     look for mistakes in it",
        "plainspeak glossary mine docs/              find jargon that no glossary has",
    ),
)
@debug_option
def glossary() -> None:
    """Look at glossaries, and write your own."""


for command in (list_glossaries, show, check, test, add, mine, export, import_table, diff):
    glossary.add_command(command)
