"""`plainspeak score`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plainspeak.cli.caching import Caching
from plainspeak.cli.files import STDIN, Found, SettingsBook
from plainspeak.cli.options import (
    command,
    config_option,
    debug_option,
    examples,
    model_option,
    no_cache_option,
    paths_argument,
    stdin_option,
)
from plainspeak.cli.terminal import put
from plainspeak.cli.work import documents, groups, progress, read, warn_once
from plainspeak.errors import ReadError
from plainspeak.output import colour, width

if TYPE_CHECKING:
    from rich.console import RenderableType

    from plainspeak.engine import Checker
    from plainspeak.readability import DocumentScores, Scores

__all__ = ["score"]

DONE, ERRORS = 0, 2

VERSION = 1
"""Of the JSON."""

PIPED_WIDTH = 100
"""Columns of a table that does not go to a terminal."""

FORMULAS = {
    "flesch_reading_ease": ("Flesch reading ease", "0 very hard, 100 very easy"),
    "flesch_kincaid_grade": ("Flesch-Kincaid grade", "US school grade"),
    "smog_index": ("SMOG", "US school grade"),
    "gunning_fog": ("Gunning fog", "US school grade"),
    "coleman_liau_index": ("Coleman-Liau", "US school grade"),
    "automated_readability_index": ("ARI", "US school grade"),
    "dale_chall": ("Dale-Chall", "4.9 or less is easy, 10 or more is for graduates"),
}


@dataclass(frozen=True)
class _Scored:
    path: str
    scores: DocumentScores | None = None
    textstat: Mapping[str, float | str] | None = None
    errors: tuple[str, ...] = ()


@command(
    epilog=examples(
        "plainspeak score guidance.md",
        "plainspeak score docs --format json",
        "plainspeak score guidance.md --all",
    ),
)
@paths_argument
@click.option("--all", "with_textstat", is_flag=True, help="Add textstat's table of scores.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to print the scores.",
)
@model_option
@no_cache_option
@config_option
@stdin_option
@debug_option
@click.pass_obj
def score(
    arguments: tuple[str, ...] | None,
    /,
    paths: tuple[str, ...],
    with_textstat: bool,
    format_: str,
    model: str | None,
    no_cache: bool,
    config: Path | None,
    stdin_filename: str | None,
) -> int:
    """See how easy documents are to read.

    Prints the reading age and the scores of each document, and of each section with a heading.
    Scores help to decide what to work on first. They prove nothing.
    """
    book = SettingsBook(config, model=model)
    walked: list[str] = []
    found = documents(paths, book, stdin_filename, walked)
    caching = None if no_cache else Caching(paths, found, book, walked)
    scored, warned = _score(found, stdin_filename, with_textstat)
    output = _json(scored) if format_ == "json" else _text(scored)
    put(output)
    if any(each.errors for each in scored):
        return ERRORS
    if caching:
        caching.put_run(arguments, (DONE, warned, output, ""))
        caching.tidy()
    return DONE


def _score(
    found: list[Any], stdin_name: str | None, with_textstat: bool
) -> tuple[list[_Scored], str]:
    """The scores of each document, in order, and what was said of the language model."""
    from plainspeak.engine import Checker

    done: dict[int, _Scored] = {
        place: _Scored(each.path, errors=each.errors)
        for place, each in enumerate(found)
        if not isinstance(each, Found)
    }
    checkers = [(Checker(settings), places) for settings, places in groups(found)]
    with progress(len(found)) as advance:
        for checker, places in checkers:
            for place in places:
                done[place] = _scored(checker, found[place].path, stdin_name, with_textstat)
                advance()
    warned = warn_once(warning for checker, _ in checkers for warning in checker.warnings)
    return [done[place] for place in sorted(done)], warned


def _scored(checker: Checker, path: str, stdin_name: str | None, with_textstat: bool) -> _Scored:
    from plainspeak import readability

    name = stdin_name if path == STDIN and stdin_name else path
    try:
        document = read(path, stdin_name)
    except ReadError as error:
        return _Scored(name, errors=(str(error),))
    (text,) = checker.analyse([document])
    table = readability.textstat_table(readability.prose(text)) if with_textstat else None
    return _Scored(name, readability.score(text), table)


def _json(scored: list[_Scored]) -> str:
    import json

    files = []
    for each in scored:
        file: dict[str, object] = {
            "path": each.path,
            "readability": each.scores and each.scores.as_dict(),
            "errors": list(each.errors),
        }
        if each.textstat is not None:
            file["textstat"] = dict(each.textstat)
        files.append(file)
    return json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=2) + "\n"


def _text(scored: list[_Scored]) -> str:
    import io

    from rich.console import Console

    from plainspeak import readability

    out = io.StringIO()
    console = Console(
        file=out,
        width=width() or PIPED_WIDTH,
        force_terminal=colour(),
        no_color=not colour(),
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for each in scored:
        for part in _parts(each):
            console.print(part, markup=False)
    if any(each.scores for each in scored):
        console.print(readability.LEFT_OUT, markup=False)
        console.print(readability.CAVEAT, markup=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(scored: _Scored) -> list[RenderableType]:
    from rich.text import Text

    from plainspeak import readability
    from plainspeak.reporters.text import clean

    parts: list[RenderableType] = [Text(clean(scored.path), style="bold underline")]
    parts += [
        f"error  {clean(error).removeprefix(f'{clean(scored.path)}: ')}" for error in scored.errors
    ]
    if scored.scores is None:
        return [*parts, ""]
    said = readability.summary(scored.scores.whole).replace(readability.CAVEAT, "").strip()
    parts += [said, ""]
    if scored.scores.whole.reading_age is not None:
        parts += [_formulas(scored.scores.whole), ""]
    if len(scored.scores.sections) > 1:
        parts += [_sections(scored.scores), ""]
    if scored.textstat:
        parts += [_textstat(scored.textstat), readability.TEXTSTAT_NOTE, ""]
    return parts


def _formulas(scores: Scores) -> RenderableType:
    from rich.table import Table

    table = Table("Score", "", "What it means", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    values = scores.as_dict()
    for name, (title, meaning) in FORMULAS.items():
        value = values[name]
        if name == "smog_index" and not scores.smog_reliable:
            meaning += "; a guess, as there are fewer than 30 sentences"
        table.add_row(title, "–" if value is None else f"{value:.1f}", meaning)
    return table


def _sections(scores: DocumentScores) -> RenderableType:
    from rich.table import Table

    from plainspeak.reporters.text import clean

    table = Table("Line", "Section", "Words", "Reading age", box=None, pad_edge=False)
    table.columns[0].justify = table.columns[2].justify = "right"
    for section in scores.sections:
        age = section.scores.reading_age
        said = "–" if age is None else str(age)
        if age is not None and not section.scores.reliable:
            said += " (short: a guess)"
        title = clean(section.title) or "(before the first heading)"
        words = f"{section.scores.total_words:,}"
        table.add_row(str(section.location.line), title, words, said)
    return table


def _textstat(values: Mapping[str, float | str]) -> RenderableType:
    from rich.table import Table

    table = Table("textstat", "", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for name, value in values.items():
        table.add_row(
            name, value if isinstance(value, str) else f"{value:,.2f}".rstrip("0").rstrip(".")
        )
    return table
