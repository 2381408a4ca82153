"""`plainspeak glossary test`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.files import SettingsBook
from plainspeak.cli.options import command, config_option, debug_option, examples, model_option
from plainspeak.cli.terminal import put
from plainspeak.cli.work import progress
from plainspeak.reporters.text import count_of

if TYPE_CHECKING:
    from plainspeak.curation.trials import Trial
    from plainspeak.language.pipeline import Pipeline

__all__ = ["test"]


@command(
    epilog=examples(
        "plainspeak glossary test our-words.yml",
        "plainspeak glossary test          try the glossaries that come with plainspeak",
    ),
)
@click.argument("names", metavar="[FILE]...", nargs=-1)
@config_option
@model_option
@debug_option
@click.pass_context
def test(
    context: click.Context, names: tuple[str, ...], config: Path | None, model: str | None
) -> None:
    """Try the examples of glossaries.

    Each term must be found in the sentences under “flag”, and not in those under “fine”.

    Exit code: 0 if all come out right, 1 if not.
    """
    from plainspeak.curation.sources import built_in_sources, named
    from plainspeak.curation.trials import trials
    from plainspeak.language import pipeline

    settings = SettingsBook(config, model=model).of(".")
    language = pipeline.load(settings.model)
    lines, right, total = [], 0, 0
    chosen = [named(name) for name in names] or built_in_sources()
    with progress(len(chosen), "glossaries") as done:
        for each in chosen:
            for trial in trials(each.glossary, language):
                total += 1
                right += trial.right
                if not trial.right:
                    said = "not found in" if trial.wanted else "found in"
                    line = each.line_of(trial.number, "examples")
                    what = f"{each.path}:{line}: {trial.entry.term}: {said} “{trial.sentence}”"
                    lines.append(f"{what}: {_what_to_do(trial, language)}.")
            done()
    put("\n".join([*lines, f"{right:,} of {count_of(total, 'example')} right."]) + "\n")
    context.exit(0 if right == total else 1)


def _what_to_do(trial: Trial, language: Pipeline) -> str:
    from plainspeak.curation.trials import why_not_found

    if trial.wanted:
        return why_not_found(trial, language)
    return "say with “not_before”, “unless_near” or the like that it is fine there"
