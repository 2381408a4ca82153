"""`plainspeak glossary show`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.files import SettingsBook
from plainspeak.cli.options import CONTEXT, config_option, debug_option, examples, glossary_option
from plainspeak.cli.terminal import put
from plainspeak.errors import UsageError

if TYPE_CHECKING:
    from plainspeak.curation.sources import Source
    from plainspeak.glossary.schema import Entry

__all__ = ["show"]


@click.command(
    context_settings=CONTEXT,
    epilog=examples(
        "plainspeak glossary show reciprocity",
        "plainspeak glossary show service users",
        "plainspeak glossary show respite --glossary our-words.yml",
    ),
)
@click.argument("words", metavar="TERM", nargs=-1, required=True)
@glossary_option
@config_option
@debug_option
def show(words: tuple[str, ...], glossaries: tuple[Path, ...], config: Path | None) -> None:
    """Show the entry of a term.

    You see the entry as it stands in its file, where that is, and every form that is found. If
    there are several entries, an earlier one counts before a later one.
    """
    from plainspeak.curation.sources import entries_written, sources

    asked = " ".join(words)
    every = sources(SettingsBook(config, glossaries=glossaries).of(".").glossaries)
    found = entries_written(asked, every)
    if not found:
        from plainspeak.marked_yaml import nearest

        terms = [entry.term for each in every for entry in each.glossary.terms]
        raise UsageError(f"no glossary has the term “{asked}”.{nearest(asked, terms)}")
    put("\n".join(_shown(*each) for each in found))


def _shown(source: Source, number: int, entry: Entry) -> str:
    from plainspeak.curation.editing import as_yaml

    where = f"{source.path}:{source.line_of(number)}"
    forms = sorted({form.text.replace("’", "'") for form in entry.forms})
    fields = entry.model_dump(mode="json", exclude_unset=True)
    return f"{where}\n{as_yaml(fields, 0).rstrip()}\nFound as: {', '.join(forms)}\n"
