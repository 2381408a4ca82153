"""`plainspeak glossary check`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from plainspeak.cli.files import SettingsBook
from plainspeak.cli.options import command, config_option, debug_option, examples, model_option
from plainspeak.cli.terminal import put
from plainspeak.cli.work import progress
from plainspeak.errors import GlossaryError
from plainspeak.reporters.text import count_of

__all__ = ["check"]


@command(
    epilog=examples(
        "plainspeak glossary check our-words.yml",
        "plainspeak glossary check          check the glossaries that come with plainspeak",
    ),
)
@click.argument("names", metavar="[FILE]...", nargs=-1)
@click.option("--quiet", "-q", is_flag=True, help="Leave out notes: things that may stay.")
@config_option
@model_option
@debug_option
@click.pass_context
def check(
    context: click.Context,
    names: tuple[str, ...],
    quiet: bool,
    config: Path | None,
    model: str | None,
) -> None:
    """Look for mistakes in glossaries.

    Finds wrong or missing fields, terms that are there twice or out of order, clashes with other
    glossaries, explanations that are hard to read, and alternatives that are jargon too.

    Exit code: 0 if there is nothing to mend, 1 if there is.
    """
    from plainspeak.curation import checking
    from plainspeak.curation.sources import Source, built_in_sources, partly, sources
    from plainspeak.glossary.loading import all_ready
    from plainspeak.language import pipeline

    settings = SettingsBook(config, model=model).of(".")
    chosen: list[Source] = []
    with_them: list[Source] = []
    lines: list[str] = []
    for name in names:
        try:
            found, said = partly(name)
            chosen.append(found)
            lines += said
            if not said:
                all_ready([found.path], settings.profiles)  # what it extends must be there
                with_them += sources([found.path])
        except GlossaryError as error:
            lines += str(error).splitlines()
    broken = len(lines)
    if not names:
        chosen = [*built_in_sources()]
    every = [*chosen, *with_them, *sources(settings.glossaries)] if chosen else []
    language = pipeline.load(settings.model) if chosen else None
    with progress(len(chosen), "glossaries") as done:
        for each in chosen:
            paths = {each.path.resolve()}
            others = []
            for other in every:
                if other.path.resolve() not in paths:
                    paths.add(other.path.resolve())
                    others.append(other)
            assert language is not None
            for problem in checking.check(each, others, language):
                if problem.note and quiet:
                    continue
                kind = "note: " if problem.note else ""
                lines.append(
                    f"{each.path}:{problem.line}: {problem.term}: {problem.field}: "
                    f"{kind}{problem.said}"
                )
                broken += not problem.note
            done()
    files = [str(each.path) for each in chosen]
    lines.sort(key=lambda line: _place(line, files))
    terms = count_of(sum(len(each.glossary.terms) for each in chosen), "term")
    end = f"{count_of(broken, 'problem')} in {terms}." if broken else f"Nothing to mend in {terms}."
    put("\n".join([*lines, end]) + "\n")
    context.exit(1 if broken else 0)


def _place(message: str, files: list[str]) -> tuple[int, int]:
    """Which of the files, and which line of it, a message starts with."""
    found = re.match(r"(.+?):(\d+): ", message)
    if not found or found[1] not in files:
        return len(files), 0
    return files.index(found[1]), int(found[2])
