"""What a check keeps for the next one, and what it finds kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plainspeak import SETTINGS_FILES
from plainspeak.cache import runs
from plainspeak.cache.documents import Documents
from plainspeak.cache.reports import Reports, glossary_files, model_files, plugin_files
from plainspeak.cache.store import Store, home
from plainspeak.cli.files import STDIN, Found, SettingsBook
from plainspeak.cli.work import documents
from plainspeak.config import Settings
from plainspeak.errors import PlainspeakError, ReadError
from plainspeak.model import FileReport
from plainspeak.safe_read import real_path

__all__ = ["Caching"]

_DECIDING = (*SETTINGS_FILES, ".gitignore", ".git")
"""What decides, in a document's folder and in those above it, if it is checked and how."""


class Caching:
    """What is known of the documents of one check, and of the check as a whole."""

    def __init__(
        self,
        paths: Sequence[str],
        found: Sequence[Found | FileReport],
        book: SettingsBook,
        walked: Sequence[str],
    ) -> None:
        """Note what the documents hold before they are checked, or mended.

        Args:
            paths: what the user named.
            found: what is to be checked.
            book: where their settings come from.
            walked: the folders that were looked into to find them.

        Raises:
            GlossaryError: a glossary cannot be read.
        """
        self._store = Store(home())
        self._reports: dict[int, Reports] = {}
        self._keys: dict[str, str | None] = {}
        self._paths, self._found, self._book = paths, list(found), book
        self._seen = _seen(paths, found, book, walked)
        self._digest = self._seen.digest() if self._seen else ""

    def get(self, document: Found) -> tuple[FileReport, tuple[str, ...]] | None:
        """The report of a document, and what the checker warned of; `None` if it is not known."""
        key = self._keys[document.path] = self._key(document)
        return self._of(document.settings).get(key, document.path) if key else None

    def put(self, document: Found, report: FileReport, warnings: tuple[str, ...]) -> None:
        """Keep the report of a document, unless that has changed since it was asked for."""
        key = self._keys.get(document.path)
        if key and key == self._key(document):
            self._of(document.settings).put(key, report, warnings)

    def memory(self, settings: Settings) -> Documents:
        """What is known of documents with these settings that have changed since.

        Raises:
            GlossaryError: a glossary cannot be read.
        """
        return self._of(settings).memory

    def put_run(self, arguments: Sequence[str] | None, said: runs.Said) -> None:
        """Keep what a whole run said, one that broke nothing and wrote to no document.

        Args:
            arguments: what follows `plainspeak` on the command line; nothing is kept without.
            said: what it said.
        """
        if arguments and self._seen and self._is_found_again(self._seen):
            runs.keep(self._store, arguments, self._seen, self._digest, said)

    def tidy(self) -> None:
        """See that not too much is kept."""
        self._store.tidy()

    def _is_found_again(self, seen: runs.Seen) -> bool:
        """Whether the same documents are there now, and the same settings for them.

        A change after they were found, but before the digest was taken, shows only so.
        """
        book = self._book.again()
        walked: list[str] = []
        try:
            found = documents(self._paths, book, None, walked)
            now = _seen(self._paths, found, book, walked)
        except PlainspeakError:
            return False
        return now is not None and found == self._found and vars(now) == vars(seen)

    def _of(self, settings: Settings) -> Reports:
        if id(settings) not in self._reports:
            self._reports[id(settings)] = Reports(self._store, settings)
        return self._reports[id(settings)]

    def _key(self, document: Found) -> str | None:
        from plainspeak import readers

        if document.path == STDIN:
            return None
        try:
            data = readers.bytes_of(document.path)
        except ReadError:
            return None
        return self._of(document.settings).key(document.path, data)


def _seen(
    paths: Sequence[str],
    found: Sequence[Found | FileReport],
    book: SettingsBook,
    walked: Sequence[str],
) -> runs.Seen | None:
    """All that a check looks at; `None` if that cannot be told beforehand."""
    documents = [each for each in found if isinstance(each, Found) and each.path != STDIN]
    if len(documents) < len(found):
        return None
    every = {id(each.settings): each.settings for each in documents}.values()
    folders = {Path(each.path).parent for each in documents} | set(map(Path, walked))
    resolved = set(map(real_path, folders))
    above = resolved.union(*(folder.parents for folder in resolved))
    files = [
        *(each.path for each in documents),
        *paths,
        *sorted(str(folder / name) for folder in above for name in _DECIDING),
        *map(str, book.files),
        *(glossary for settings in every for glossary in glossary_files(settings)),
    ]
    models = [file for settings in every for file in model_files(settings.model)]
    return runs.Seen(files, walked, [*plugin_files(), *models])
