"""`plainspeak glossary show`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.files import SettingsBook
from plainspeak.cli.options import command, config_option, debug_option, examples, glossary_option
from plainspeak.cli.terminal import put
from plainspeak.errors import UsageError

if TYPE_CHECKING:
    from plainspeak.config import Settings
    from plainspeak.curation.sources import Source
    from plainspeak.curation.standing import Standing
    from plainspeak.glossary.schema import Entry

__all__ = ["show"]


@command(
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

    You see the entry as it stands in its file, where that is, every form that is found, and whether
    your settings change it or turn it off. If there are several entries, an earlier one counts
    before a later one.
    """
    from plainspeak.curation.sources import entries_written, folded, sources
    from plainspeak.curation.standing import Standings

    asked = " ".join(words)
    settings = SettingsBook(config, glossaries=glossaries).of(".")
    every = sources(settings.glossaries)
    standings = Standings(settings)
    found = entries_written(asked, every)
    shown = [
        f"{settings.where('terms', entry.term).removesuffix(': ')}\n{_entry(entry)}"
        for entry in standings.new
        if folded(asked) in {folded(form.text) for form in entry.forms}
    ]
    shown += [_shown(*each, standings.of(*each), _changed_at(settings, each[2])) for each in found]
    if not shown:
        from plainspeak.marked_yaml import nearest

        terms = [entry.term for each in every for entry in each.glossary.terms]
        raise UsageError(f"no glossary has the term “{asked}”.{nearest(asked, terms)}")
    put("\n".join(shown))


def _shown(source: Source, number: int, entry: Entry, standing: Standing, at: str) -> str:
    place = source.glossary.name if source.built_in else source.path
    said = f"{place}:{source.line_of(number)}\n{_entry(entry)}"
    if standing.by_glossary:
        said += "Off: “disable” in a glossary of yours turns it off.\n"
    elif standing.entry is None:
        said += f"Off: your settings turn it off{at}.\n"
    elif standing.by_settings:
        said += f"Your settings change it{at}:\n{_yaml(standing.entry)}\n"
    if standing.accepted and standing.entry is not None:
        said += "Accepted: it is in a list of words to accept, so it is not found.\n"
    return said


def _entry(entry: Entry) -> str:
    forms = sorted({form.text.replace("’", "'") for form in entry.forms})
    return f"{_yaml(entry)}\nFound as: {', '.join(forms)}\n"


def _yaml(entry: Entry) -> str:
    from plainspeak.curation.editing import as_yaml

    return as_yaml(entry.model_dump(mode="json", exclude_unset=True), 0).rstrip()


def _changed_at(settings: Settings, entry: Entry) -> str:
    """Where the settings change an entry, in brackets."""
    from plainspeak.curation.sources import folded

    forms = {folded(form.text) for form in entry.forms}
    term = next((each for each in settings.terms if folded(each) in forms), None)
    where = settings.where("terms", term).removesuffix(": ") if term is not None else ""
    return f" ({where})" if where else ""
