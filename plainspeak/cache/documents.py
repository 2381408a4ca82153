"""What is known of the blocks of a document from its last check: see `plainspeak.memory`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plainspeak.cache.store import Store, key_of
from plainspeak.model import Document

__all__ = ["Documents"]

KIND = "blocks"


class Documents:
    """A `plainspeak.memory.Memory` on disk, for one set of settings."""

    def __init__(self, store: Store, settings: str) -> None:
        """Take the place.

        Args:
            store: where to keep it.
            settings: the key of the settings, as `reports.settings_key` gives it.
        """
        self._store = store
        self._settings = settings

    def recall(self, document: Document) -> Mapping[str, Any] | None:
        """What was kept of the document of this name; `None` if there is nothing."""
        kept = self._store.get(KIND, self._key(document))
        return kept if isinstance(kept, dict) else None

    def keep(self, document: Document, known: Mapping[str, Any]) -> None:
        """Keep this instead, for a document that has a name."""
        if document.path:
            self._store.put(KIND, self._key(document), known)

    def _key(self, document: Document) -> str:
        return key_of(self._settings, document.format, self._store.place(document.path or ""))
