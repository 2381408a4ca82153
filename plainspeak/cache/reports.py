"""What was found in a file before, for the same bytes, settings, glossaries and plainspeak."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from plainspeak.cache.documents import Documents
from plainspeak.cache.maker import PACKAGE, files_under, state_of
from plainspeak.cache.store import Store, key_of
from plainspeak.config import Settings
from plainspeak.entry_points import entry_points
from plainspeak.glossary.loading import built_in_files, with_extended
from plainspeak.model import FileReport
from plainspeak.plain_data import made_of, plain

__all__ = ["Reports", "glossary_files", "model_files", "plugin_files", "settings_key"]

KIND = "reports"

_BUILT_ON = ("spacy", "thinc", "numpy", "lemminflect", "pyromark", "textstat")
"""The packages whose answers find their way into a report."""

_GROUPS = ("plainspeak.rules", "plainspeak.readers", "plainspeak.reporters")

_NO_MATTER = ("exclude", "fail_on")
"""Settings that say nothing of what is found in a document."""


class Reports:
    """Reports of files, for one set of settings."""

    def __init__(self, store: Store, settings: Settings) -> None:
        """Take the settings.

        Raises:
            GlossaryError: a glossary cannot be read.
        """
        self._store = store
        self._settings = settings_key(settings)
        self.memory = Documents(store, self._settings)
        """What is known of documents that have changed since."""

    def key(self, path: str, data: bytes) -> str:
        """What a file's report is kept under.

        Args:
            path: the file.
            data: what the file holds.
        """
        return key_of(self._settings, self._store.place(path), data)

    def get(self, key: str, path: str) -> tuple[FileReport, tuple[str, ...]] | None:
        """A report, and what the checker warned of; `None` if it is not known.

        Args:
            key: as `key` gives it.
            path: what the report shall call the file.
        """
        kept: Any = self._store.get(KIND, key)
        try:
            report, warnings = made_of(FileReport, kept["report"]), tuple(kept["warnings"])
        except (LookupError, TypeError, ValueError, AttributeError):
            return None  # nothing is kept, or nothing of this sort
        if report.path == path:
            return report, warnings
        if report.errors:  # they name it too
            return None
        notes = tuple(replace(note, path=path) for note in report.notes)
        return replace(report, path=path, notes=notes), warnings

    def put(self, key: str, report: FileReport, warnings: tuple[str, ...]) -> None:
        """Keep a report. One with a bug in it is not kept, nor one that cannot be JSON."""
        if report.bugs or report.readability is None:
            return
        try:
            value = {"report": plain(report), "warnings": list(warnings)}
        except TypeError:  # a rule of somebody else's keeps notes of its own kind
            return
        self._store.put(KIND, key, value)


def settings_key(settings: Settings) -> str:
    """A key that is the same where the same text gets the same report.

    Raises:
        GlossaryError: a glossary cannot be read.
    """
    said = {
        name: value
        for name, value in vars(settings).items()
        if name not in _NO_MATTER and name not in {"root", "source", "lines"}
    }
    said["glossaries"] = len(settings.glossaries)
    glossaries = [_bytes_of(path) for path in glossary_files(settings)]
    return key_of(
        _maker(),
        json.dumps(plain(said), sort_keys=True),
        state_of(model_files(settings.model)),
        *glossaries,
    )


def glossary_files(settings: Settings) -> list[str]:
    """The user's glossaries, with those that they extend: as they are named, and as they are.

    Raises:
        GlossaryError: a glossary cannot be read.
    """
    named: list[Path] = []
    found = with_extended(settings.glossaries, named)
    return [*map(str, found), *map(str, named)]


def plugin_files() -> Iterator[str]:
    """The files of the packages that add rules, readers or reporters."""
    for group in _GROUPS:
        for point in entry_points(group):
            yield from _files_of(point.module.partition(".")[0])


def model_files(name: str | None) -> Iterator[str]:
    """The files of a language model that is not plainspeak's own."""
    if name is not None:
        yield from files_under(name) if os.path.isdir(name) else _files_of(name)


def _files_of(package: str) -> Iterator[str]:
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return
    if spec is None:
        return
    if spec.origin and not spec.submodule_search_locations:
        yield spec.origin
    for folder in spec.submodule_search_locations or ():
        yield from files_under(folder)


@cache
def _maker() -> str:
    """What plainspeak is made of, by content, so that another machine can use what is kept."""
    own = [*files_under(PACKAGE), *map(str, built_in_files())]
    versions = [f"{name} {metadata.version(name)}" for name in _BUILT_ON]
    python = str(sys.version_info[:2])
    return key_of(python, *map(_bytes_of, own), *versions, state_of(plugin_files()))


def _bytes_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
