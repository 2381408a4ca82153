"""Glossaries kept ready to use, so that YAML is read and forms are worked out only once.

A compiled glossary is JSON. Its name is a hash of the glossary's bytes and of the code that reads
it, so an old one is never taken for a new one. A missing or damaged one is made again.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plainspeak._version import __version__
from plainspeak.glossary.forms import Form
from plainspeak.glossary.schema import Entry, Examples, Glossary, Place, Pos, Treatment

__all__ = ["cache_folder", "read", "write"]

_MADE_BY = ("schema.py", "forms.py", "../language/inflection.py")
"""The code that decides what a compiled glossary says, from this folder."""
_MOST_KEPT = 60
"""Compiled glossaries kept; the ones not used for longest go first."""


def cache_folder() -> Path:
    """The folder for compiled glossaries: `PLAINSPEAK_CACHE`, or the user's own cache folder."""
    chosen = os.environ.get("PLAINSPEAK_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("plainspeak", appauthor=False)) / "glossaries"


def read(source: bytes) -> Glossary | None:
    """The glossary compiled from a file with these bytes, if it is there and whole."""
    try:
        path = cache_folder() / _name(source)
        data = json.loads(path.read_bytes())
        glossary = _glossary(data)
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return glossary


def write(source: bytes, glossary: Glossary) -> None:
    """Keep a glossary compiled. Where that cannot be done, nothing happens."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=folder, suffix=".part", delete=False
        ) as file:
            json.dump(_plain(glossary), file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(folder / _name(source))
        _tidy(folder)
    except (OSError, RuntimeError):
        return


def _tidy(folder: Path) -> None:
    kept = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_MOST_KEPT:]:
        path.unlink(missing_ok=True)


def _name(source: bytes) -> str:
    return f"{hashlib.sha256(_code() + source).hexdigest()[:32]}.json"


@functools.cache
def _code() -> bytes:
    here = Path(__file__).parent
    parts = [(here / name).read_bytes() for name in _MADE_BY]
    return hashlib.sha256(b"\0".join([__version__.encode(), *parts])).digest()


def _plain(glossary: Glossary) -> dict[str, Any]:
    return {
        "name": glossary.name,
        "about": glossary.about,
        "extends": glossary.extends,
        "disable": glossary.disable,
        "accept": glossary.accept,
        "terms": [entry.model_dump(mode="json", exclude_unset=True) for entry in glossary.terms],
        "forms": [entry.forms for entry in glossary.terms],
    }


_MEMBERS: dict[str, Any] = {
    "treatment": Treatment,
    "pos": lambda values: tuple(map(Pos, values)),
    "not_in": lambda values: tuple(map(Place, values)),
    "examples": lambda values: Examples.model_construct(**_tuples(values)),
}


def _tuples(fields: dict[str, Any]) -> Any:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }


def _entry(fields: dict[str, Any], forms: Iterable[list[Any]]) -> Entry:
    """An entry without the work of validating it again."""
    known: Any = {
        name: _MEMBERS[name](value)
        if name in _MEMBERS
        else (tuple(value) if isinstance(value, list) else value)
        for name, value in fields.items()
    }
    entry = Entry.model_construct(**known)
    entry.__dict__["forms"] = tuple(Form(text, head_end) for text, head_end in forms)
    return entry


def _glossary(data: dict[str, Any]) -> Glossary:
    return Glossary.model_construct(
        name=data["name"],
        about=data["about"],
        extends=tuple(data["extends"]),
        disable=tuple(data["disable"]),
        accept=tuple(data["accept"]),
        terms=tuple(map(_entry, data["terms"], data["forms"])),
    )
