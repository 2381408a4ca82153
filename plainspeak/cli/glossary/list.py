"""`plainspeak glossary list`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from plainspeak.cli.files import SettingsBook
from plainspeak.cli.options import command, config_option, debug_option, examples, glossary_option
from plainspeak.cli.terminal import put

__all__ = ["list_glossaries"]


@command(
    "list",
    epilog=examples(
        "plainspeak glossary list",
        "plainspeak glossary list health      list the terms of one of them",
        "plainspeak glossary list our-words.yml",
    ),
)
@click.argument("name", metavar="[NAME]", required=False)
@glossary_option
@config_option
@debug_option
def list_glossaries(name: str | None, glossaries: tuple[Path, ...], config: Path | None) -> None:
    """List the glossaries, or the terms of one."""
    from plainspeak.curation.sources import named, sources
    from plainspeak.glossary.schema import Treatment

    if name:
        terms = named(name).glossary.terms
        put("".join(f"{entry.treatment.value:<9}{entry.term}\n" for entry in terms))
        return
    every = sources(SettingsBook(config, glossaries=glossaries).of(".").glossaries)
    widest = max(len(each.glossary.name) for each in every) + 2
    head = "".join(f"{treatment.value:>9}" for treatment in Treatment)
    lines = [f"{'':<{widest}}{'terms':>7}{head}"]
    for each in every:
        counts = Counter(entry.treatment for entry in each.glossary.terms)
        row = "".join(f"{counts[treatment]:>9,}" for treatment in Treatment)
        whose = each.glossary.about if each.built_in else f"{each.glossary.about} ({each.path})"
        lines.append(
            f"{each.glossary.name:<{widest}}{len(each.glossary.terms):>7,}{row}  {whose.strip()}"
        )
    total = sum(len(each.glossary.terms) for each in every)
    lines.append(f"{'all':<{widest}}{total:>7,}")
    put("\n".join(lines) + "\n")
