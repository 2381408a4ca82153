"""What is known of a document block by block, on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plainspeak.cache.documents import Documents
from plainspeak.cache.store import FOLDER, Store
from plainspeak.engine import Checker
from plainspeak.language import pipeline
from plainspeak.readers import read_text

TEXT = """# Getting help

You can utilise this service in order to commence your application.

The form must be completed by the carer.

Reciprocity means that you give and take.
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / FOLDER))


def read_blocks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gets the text of each block that the language model reads."""
    read: list[str] = []
    run = pipeline.Pipeline._run

    def noted(self: object, batch: Any, *more: object) -> None:
        read.extend(doc.text for doc, _ in batch.docs)
        run(self, batch, *more)

    monkeypatch.setattr(pipeline.Pipeline, "_run", noted)
    return read


def test_a_changed_paragraph_is_read_and_no_other(store: Store, monkeypatch) -> None:
    Checker(memory=Documents(store, "ours")).check_text(TEXT, path="a.md")
    changed = TEXT.replace("by the carer", "by your carer")
    fresh = Checker().check_text(changed, path="a.md")
    read = read_blocks(monkeypatch)
    again = Checker(memory=Documents(store, "ours")).check_text(changed, path="a.md")
    assert again == fresh
    assert read
    assert {text for text in read if "carer" not in text} == set()
    assert store.size()["blocks"][0] == 1


def test_a_damaged_file_is_no_news(store: Store) -> None:
    checker = Checker(memory=Documents(store, "ours"))
    fresh = checker.check_text(TEXT, path="a.md")
    (file,) = (path for path in Path(store.folder, "blocks").rglob("*") if path.is_file())
    file.write_bytes(file.read_bytes()[:-100])
    assert checker.check_text(TEXT, path="a.md") == fresh


def test_other_settings_and_other_documents_have_their_own(store: Store) -> None:
    memory = Documents(store, "ours")
    document = read_text("Fine.", "markdown", "a.md")
    memory.keep(document, {"a": 1})
    assert memory.recall(document) == {"a": 1}
    assert Documents(store, "theirs").recall(document) is None
    assert memory.recall(read_text("Fine.", "markdown", "b.md")) is None
    assert memory.recall(read_text("Fine.", "text", "a.md")) is None


def test_of_a_text_without_a_name_nothing_is_kept(store: Store) -> None:
    Checker(memory=Documents(store, "ours")).check_text(TEXT)
    assert store.size() == {}
