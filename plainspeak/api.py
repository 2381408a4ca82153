"""The functions people call: check a file, check a text, score a file."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from plainspeak import readability, readers
from plainspeak.config import Settings, find_settings, load_settings
from plainspeak.engine import Checker
from plainspeak.errors import UsageError
from plainspeak.marked_yaml import nearest
from plainspeak.model import FileReport, Report

__all__ = ["check", "check_text", "score"]


def check(paths: str | Path | Iterable[str | Path], **options: Any) -> Report:
    """Check files and give a report.

    Each file has the settings of the `plainspeak.yml` nearest to it, if there is one, with
    `options` over them.

    Args:
        paths: one file, or many.
        **options: fields of `Settings`: `profile="easy-read"`, `select=["jargon"]`,
            `glossaries=["ours.yml"]`, `model="en_core_web_sm"`.

    Returns:
        What was found, file by file, with offsets as lines and columns from 1. A file that cannot
        be read has its reason under `errors`; the others are still checked.

    Raises:
        SettingsError: the settings say something that cannot be.
        GlossaryError: a glossary does not say what it should.
        UsageError: an option or a language model that does not exist.
    """
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    checkers: dict[Path | None, Checker] = {}
    reports: list[FileReport] = []
    for home, group in itertools.groupby(files, find_settings):
        if home not in checkers:
            settings = load_settings(home) if home else Settings()
            checkers[home] = Checker(_with(settings, options))
        reports += checkers[home].check_files(group)
    warnings = dict.fromkeys(w for checker in checkers.values() for w in checker.warnings)
    return Report(tuple(reports), tuple(warnings))


def check_text(text: str, format: str = "markdown", **options: Any) -> FileReport:
    """Check a text that is in no file. No settings file is looked for.

    Args:
        text: the text.
        format: `markdown` or `text`.
        **options: fields of `Settings`, as for `check`.

    Raises:
        ReadError: there is no text.
        UsageError: an option, format or language model that does not exist.
    """
    return Checker(_with(Settings(), options)).check_text(text, format)


def score(path: str | Path, **options: Any) -> readability.DocumentScores:
    """The readability of a file: the scores of the whole and of each section.

    Args:
        path: the file.
        **options: fields of `Settings`, as for `check`.

    Raises:
        ReadError: the file cannot be read.
    """
    checker = Checker(_with(Settings(), {"select": (), **options}))
    (text,) = checker.analyse([readers.read_file(path)])
    return readability.score(text)


def _with(settings: Settings, options: dict[str, Any]) -> Settings:
    known = [field.name for field in fields(Settings)]
    for name in options:
        if name not in known:
            raise UsageError(f"There is no option called “{name}”.{nearest(name, known)}")
    changes: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in options.items()
    }
    if "glossaries" in changes:
        changes["glossaries"] = tuple(Path(path) for path in changes["glossaries"])
    return replace(settings, **changes)
