"""The functions people call: check a file, check a text, score a file."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plainspeak import readability, readers
from plainspeak.config import Settings, checked_options, find_settings, load_settings
from plainspeak.engine import Checker
from plainspeak.errors import UsageError
from plainspeak.fixing import Fixed, fix_file
from plainspeak.fixing import fix_text as _fix_text
from plainspeak.model import FileReport, Proposal, Report

__all__ = ["check", "check_text", "fix", "rewrite", "score"]


def check(paths: str | Path | Iterable[str | Path], **options: Any) -> Report:
    """Check files and give a report.

    Each file has the settings of the `plainspeak.yml` nearest to it, if there is one, with
    `options` over them: an option takes the place of the whole setting of that name.

    Args:
        paths: one file, or many.
        **options: what a settings file can say, by the same names: `profile="easy-read"`,
            `select=["jargon"]`, `glossaries=["ours.yml"]`, `model="en_core_web_sm"`,
            `rules={"long-sentence": {"max_words": 18}}`, `terms={"stakeholder": "off"}`. One word
            or path needs no list around it.

    Returns:
        What was found, file by file, with offsets as lines and columns from 1. A file that cannot
        be read has its reason under `errors`; the others are still checked.

    Raises:
        SettingsError: a settings file says something that cannot be.
        GlossaryError: a glossary does not say what it should.
        UsageError: an option, rule or language model that does not exist, or an option with a
            value that it cannot have.
    """
    changes = checked_options(options)
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    checkers: dict[Path | None, Checker] = {}
    reports: list[FileReport] = []
    places: dict[Path | None, list[int]] = {}
    for home, group in itertools.groupby(files, find_settings):
        if home not in checkers:
            settings = load_settings(home) if home else Settings()
            checkers[home] = Checker(settings.replaced(changes))
        for report in checkers[home].check_files(group):
            places.setdefault(home, []).append(len(reports))
            reports.append(report)
    for home, same in places.items():
        compared = checkers[home].compare(reports[place] for place in same)
        for place, report in zip(same, compared, strict=True):
            reports[place] = report
    warnings = dict.fromkeys(w for checker in checkers.values() for w in checker.warnings)
    return Report(tuple(reports), tuple(warnings))


def check_text(text: str, format: str = "markdown", **options: Any) -> FileReport:
    """Check a text that is in no file. No settings file is looked for.

    Args:
        text: the text.
        format: `markdown` or `text`.
        **options: as for `check`.

    Raises:
        ReadError: there is no text.
        GlossaryError: a glossary does not say what it should.
        UsageError: an option, rule, format or language model that does not exist, or an option
            with a value that it cannot have.
    """
    return Checker(Settings(**checked_options(options))).check_text(text, format)


def fix(path_or_text: str | Path, unsafe: bool = False, **options: Any) -> Fixed:
    """Write plainer words and sentences into a file, or into a text.

    Args:
        path_or_text: a `Path`, or the name of a file: the file is changed. Any other string is
            taken as a Markdown text, and nothing on the disk changes.
        unsafe: whether to make changes too that a person should read first.
        **options: as for `check`. A file has the settings of the `plainspeak.yml` nearest to it.

    Returns:
        The text before and after, what was done, and what is left.

    Raises:
        ReadError: the file cannot be read.
        WriteError: the file cannot be written, or changed in the meantime. It is as it was.
        SettingsError, GlossaryError, UsageError: as for `check`.
    """
    changes = checked_options(options)
    if not isinstance(path_or_text, str | Path):
        raise UsageError(f"fix needs a text, or the name of a file, not {path_or_text!r}.")
    if isinstance(path_or_text, str) and not _is_file(path_or_text):
        return _fix_text(path_or_text, Checker(Settings(**changes), unsafe=unsafe))
    home = find_settings(path_or_text)
    settings = load_settings(home) if home else Settings()
    return fix_file(path_or_text, Checker(settings.replaced(changes), unsafe=unsafe))


def _is_file(text: str) -> bool:
    try:
        one_word = len(text.split()) == 1 and readers.format_for(text) is not None
        return one_word or ("\n" not in text and Path(text).is_file())
    except (OSError, ValueError):  # too long for a name, or with a NUL in it
        return False


def rewrite(sentence: str, **options: Any) -> list[Proposal]:
    """What an editor might write instead of a sentence.

    Args:
        sentence: one sentence, or several, as plain text.
        **options: as for `check`. No settings file is looked for.

    Returns:
        For each sentence that could be plainer, one proposal; places count in the text given.

    Raises:
        GlossaryError, UsageError: as for `check_text`.
    """
    return list(check_text(sentence, "text", **options).proposals)


def score(path: str | Path, **options: Any) -> readability.DocumentScores:
    """The readability of a file: the scores of the whole and of each section.

    Args:
        path: the file.
        **options: as for `check`.

    Raises:
        ReadError: the file cannot be read.
        GlossaryError: a glossary does not say what it should.
        UsageError: as for `check_text`.
    """
    checker = Checker(Settings(**checked_options(options)))
    (text,) = checker.analyse([readers.read_file(path)])
    return readability.score(text)
