"""Glossaries kept ready to use, so that YAML is read and forms are worked out only once.

Most terms are in no text at all. So a compiled glossary makes an entry only when somebody asks for
the word that one of its forms is looked up by.

A compiled glossary is a file with a line of JSON for the glossary and one for each entry. Its name
is a hash of the glossary's bytes and of the code that reads it, so an old one is never taken for a
new one. A missing or damaged one is made again.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plainspeak._version import __version__
from plainspeak.glossary.forms import Form, key_word
from plainspeak.glossary.schema import Entry, Examples, Glossary, Place, Pos, Rewrite, Treatment

__all__ = ["CompiledGlossary", "cache_folder", "compiled", "read", "write"]

_MADE_BY = (
    "compiled.py",
    "schema.py",
    "forms.py",
    "../language/inflection.py",
    "../language/dictionary.py",
)
"""The code that decides what a compiled glossary says, from this folder."""
_MOST_KEPT = 60
"""Compiled glossaries kept; the ones not used for longest go first."""
_HEAD = ("name", "about", "extends", "disable", "accept")

_Found = dict[int, Entry | None]


@dataclass(frozen=True, eq=False)
class CompiledGlossary:
    """A glossary whose entries are made when a text first uses one of their words."""

    head: Glossary
    """The glossary without its terms."""
    words: Mapping[str, Sequence[int]]
    """The numbers of the entries that have a form looked up by each word."""
    lines: Sequence[bytes]
    """The entries as JSON, by number."""
    known: _Found = field(default_factory=dict)
    """The entries made so far; `None` is one that the user has turned off."""

    @property
    def name(self) -> str:
        """Of the glossary."""
        return self.head.name

    def entry(self, number: int) -> Entry | None:
        """The entry with this number, from 0; `None` if it is turned off."""
        if number not in self.known:
            self.known[number] = _entry(json.loads(self.lines[number]))
        return self.known[number]

    def looked_up_by(self, word: str) -> Iterator[tuple[int, Entry]]:
        """The entries that have a form with this `key_word`, with their numbers, in order."""
        for number in self.words.get(word, ()):
            entry = self.entry(number)
            if entry is not None:
                yield number, entry

    def with_form(self, words: str) -> Iterator[tuple[int, Entry]]:
        """The entries that have these words as a form, whatever the capitals."""
        low = words.casefold()
        for number, entry in self.looked_up_by(key_word(words)):
            if any(form.text.casefold() == low for form in entry.forms):
                yield number, entry

    @property
    def terms(self) -> tuple[Entry, ...]:
        """All entries, in order."""
        every = map(self.entry, range(len(self.lines)))
        return tuple(entry for entry in every if entry is not None)

    def changed(self, entries: Mapping[int, Entry | None]) -> CompiledGlossary:
        """This glossary with some entries changed, or (`None`) turned off."""
        words: dict[str, Sequence[int]] = dict(self.words)
        for number, entry in entries.items():
            for key in {key_word(form.text) for form in entry.forms} if entry else ():
                if number not in words.get(key, ()):
                    words[key] = sorted([*words.get(key, ()), number])
        return replace(self, words=words, known={**self.known, **entries})


def compiled(glossary: Glossary) -> CompiledGlossary:
    """A glossary as if it had been kept and read again."""
    words: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(glossary.terms):
        for key in sorted({key_word(form.text) for form in entry.forms}):
            words[key].append(number)
    head = glossary.model_copy(update={"terms": ()})
    known: _Found = dict(enumerate(glossary.terms))
    return CompiledGlossary(head, dict(words), [b""] * len(glossary.terms), known)


def cache_folder() -> Path:
    """The folder for compiled glossaries: `PLAINSPEAK_CACHE`, or the user's own cache folder."""
    chosen = os.environ.get("PLAINSPEAK_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("plainspeak", appauthor=False)) / "glossaries"


def read(source: bytes) -> CompiledGlossary | None:
    """The glossary compiled from a file with these bytes, if it is there and whole."""
    try:
        path = cache_folder() / _name(source)
        if not path.is_file():  # a pipe would be waited for
            return None
        first, _, body = path.read_bytes().partition(b"\n")
        head = json.loads(first)
        if head.pop("sum") != _sum(body):
            return None
        lines = body.split(b"\n") if body else []
        words = head.pop("words")
        named: Any = {
            name: tuple(value) if isinstance(value, list) else value for name, value in head.items()
        }
        glossary = CompiledGlossary(Glossary.model_construct(**named, terms=()), words, lines)
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return glossary


def write(source: bytes, glossary: CompiledGlossary) -> None:
    """Keep a glossary compiled. Where that cannot be done, nothing happens."""
    terms = glossary.terms
    body = "\n".join(_json(_plain(entry)) for entry in terms)
    head = {
        **{name: getattr(glossary.head, name) for name in _HEAD},
        "sum": _sum(body.encode()),
        "words": glossary.words,
    }
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=folder, suffix=".part")
        made = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(f"{_json(head)}\n{body}".encode())
            made.replace(folder / _name(source))
        except BaseException:  # a disk that is full should not get fuller
            made.unlink(missing_ok=True)
            raise
        _tidy(folder)
    except (OSError, RuntimeError):
        return


def _tidy(folder: Path) -> None:
    kept = sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_MOST_KEPT:]:
        path.unlink(missing_ok=True)


def _name(source: bytes) -> str:
    return f"{hashlib.sha256(_code() + source).hexdigest()[:32]}.jsonl"


@functools.cache
def _code() -> bytes:
    here = Path(__file__).parent
    parts = [(here / name).read_bytes() for name in _MADE_BY]
    return hashlib.sha256(b"\0".join([__version__.encode(), *parts])).digest()


def _sum(body: bytes) -> str:
    """What tells a damaged file from a whole one: entries are only looked at when needed."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "fields": entry.model_dump(mode="json", exclude_unset=True),
        "forms": entry.forms,
    }


_MEMBERS: dict[str, Any] = {
    "treatment": Treatment,
    "pos": lambda values: tuple(map(Pos, values)),
    "rewrite": Rewrite,
    "not_in": lambda values: tuple(map(Place, values)),
    "examples": lambda values: Examples.model_construct(**_tuples(values)),
}


def _tuples(fields: dict[str, Any]) -> Any:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }


def _entry(data: dict[str, Any]) -> Entry:
    """An entry without the work of validating it again."""
    fields: Any = {
        name: _MEMBERS[name](value)
        if name in _MEMBERS
        else (tuple(value) if isinstance(value, list) else value)
        for name, value in data["fields"].items()
    }
    entry = Entry.model_construct(**fields)
    entry.__dict__["forms"] = tuple(Form(text, head_end) for text, head_end in data["forms"])
    return entry
