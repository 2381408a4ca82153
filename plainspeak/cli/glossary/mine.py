"""`plainspeak glossary mine`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.files import Found, SettingsBook
from plainspeak.cli.glossary.output import written
from plainspeak.cli.options import (
    command,
    config_option,
    debug_option,
    examples,
    glossary_option,
    paths_argument,
)
from plainspeak.cli.terminal import put, say, say_error
from plainspeak.cli.work import documents, progress, read
from plainspeak.errors import ReadError
from plainspeak.reporters.text import count_of

if TYPE_CHECKING:
    from plainspeak.curation.mining import Candidate
    from plainspeak.model import Document

__all__ = ["mine"]


@command(
    epilog=examples(
        "plainspeak glossary mine docs/",
        "plainspeak glossary mine docs/ --write our-words.yml     make a draft to finish",
        "plainspeak glossary mine docs/ --least 10 --most 20",
    ),
)
@paths_argument
@click.option(
    "--least",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="How often a term must come, in all.",
)
@click.option(
    "--spread",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="How many documents must use it.",
)
@click.option(
    "--most", type=click.IntRange(1), default=50, show_default=True, help="How many terms to show."
)
@click.option(
    "--write",
    "draft",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a draft glossary to this new file.",
)
@glossary_option
@config_option
@debug_option
def mine(
    paths: tuple[str, ...],
    least: int,
    spread: int,
    most: int,
    draft: Path | None,
    glossaries: tuple[Path, ...],
    config: Path | None,
) -> None:
    """Find jargon in documents that no glossary has.

    Looks for words and phrases that are much more common there than in English as a whole, and for
    short forms that are not spelled out. You choose which are worth an entry.
    """
    from plainspeak.curation import mining

    book = SettingsBook(config, glossaries=glossaries)
    found = documents(paths, book, None)
    with progress(len(found)) as done:

        def readable() -> Iterator[Document]:
            for each in found:
                if isinstance(each, Found):
                    try:
                        yield read(each.path, None)
                    except ReadError as error:
                        say_error(error)
                else:
                    say("\n".join(each.errors))
                done()

        candidates = mining.mine(readable(), book.of("."), least=least, spread=spread, most=most)
    if not candidates:
        put("Nothing found that comes often enough. To see more, try --least 2 --spread 1.\n")
    elif draft is None:
        put("\n".join(map(_told, candidates)))
    else:
        written(_draft(candidates, draft), draft, keep=True)
        say(
            f"It holds {count_of(len(candidates), 'term')}. Take out what is plain enough, finish "
            f"the rest, then run: plainspeak glossary check {draft}"
        )


def _told(candidate: Candidate) -> str:
    times = f"{count_of(candidate.count, 'time')} in {count_of(candidate.documents, 'document')}"
    lines = [f"{candidate.term}  ({candidate.kind}, {times})"]
    if candidate.explanation:
        lines.append(f"  They say: {candidate.explanation}")
    elif candidate.example:
        lines.append(f"  {candidate.example}")
    return "\n".join(lines) + "\n"


def _draft(candidates: list[Candidate], file: Path) -> str:
    from plainspeak.curation.editing import name_from, new_file

    head = (
        "# A draft. For each term: choose a treatment, finish the entry, or take it out.\n"
        "# “plainspeak glossary check” says what is still missing.\n"
    )
    return head + new_file(name_from(file), "", [each.fields() for each in candidates])
