"""Glossaries together with the files that they come from."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from plainspeak import marked_yaml
from plainspeak.errors import UsageError
from plainspeak.glossary.loading import (
    built_in_files,
    built_in_folder,
    load,
    load_partly,
    with_extended,
)
from plainspeak.glossary.schema import Entry, Glossary

__all__ = [
    "Source",
    "built_in_sources",
    "entries_written",
    "folded",
    "named",
    "partly",
    "source",
    "sources",
]


@dataclass(frozen=True)
class Source:
    """A glossary and its file."""

    path: Path
    glossary: Glossary
    built_in: bool = False
    numbers: tuple[int, ...] | None = None
    """Which entries of the file the glossary has, if not all."""

    @cached_property
    def _lines(self) -> dict[tuple[str | int, ...], int]:
        return marked_yaml.parse(self.path.read_text(encoding="utf-8-sig")).lines

    def line_of(self, number: int, field: str = "term") -> int:
        """The line of a field of the entry with this number, from 0; of its term if it has none."""
        if self.numbers is not None:
            number = self.numbers[number]
        place = ("terms", number, field)
        return self._lines.get(place) or self._lines.get(("terms", number, "term"), 1)

    def without(self, words: Iterable[str]) -> Source:
        """The same without the entries that have one of these words as a form."""
        off = {folded(each) for each in words}
        terms = self.glossary.terms
        if not off:
            return self
        left = [
            number
            for number, entry in enumerate(terms)
            if not any(folded(form.text) in off for form in entry.forms)
        ]
        if len(left) == len(terms):
            return self
        numbers = tuple(left) if self.numbers is None else tuple(self.numbers[n] for n in left)
        glossary = self.glossary.model_copy(update={"terms": tuple(terms[n] for n in left)})
        return replace(self, glossary=glossary, numbers=numbers)


def source(path: Path) -> Source:
    """Read one glossary file.

    Raises:
        GlossaryError: it does not say what it should.
    """
    ours = path.resolve().parent == built_in_folder().resolve()
    return Source(path, load(path), ours)


@functools.cache
def built_in_sources() -> tuple[Source, ...]:
    """The glossaries that ship with plainspeak, by name."""
    return tuple(Source(path, load(path), True) for path in built_in_files())


def named(name: str) -> Source:
    """The glossary of a file, or the one of this name that ships with plainspeak.

    Raises:
        UsageError: there is no such file and no such name.
        GlossaryError: the file does not say what it should.
    """
    return source(_path_of(name))


def partly(name: str) -> tuple[Source, tuple[str, ...]]:
    """As `named`, with the entries that are right, and a line for each mistake in the others.

    Raises:
        UsageError: there is no such file and no such name.
        GlossaryError: the file cannot be read, or is no glossary at all.
    """
    path = _path_of(name)
    found = load_partly(path)
    if not found.mistakes:
        return source(path), ()
    return Source(path, found.glossary, numbers=found.numbers), found.mistakes


def _path_of(name: str) -> Path:
    path = Path(name)
    if path.is_file():
        return path
    shipped = {each.stem: each for each in built_in_files()}
    if name in shipped:
        return shipped[name]
    raise UsageError(
        f"there is no glossary file “{name}”, and none of this name comes with plainspeak."
        f"{marked_yaml.nearest(name, shipped)} “plainspeak glossary list” lists them."
    )


def sources(paths: Iterable[Path]) -> tuple[Source, ...]:
    """The user's glossaries and those that they extend, then the ones that ship, each file once.

    Raises:
        GlossaryError: a file does not say what it should.
    """
    given = {path.resolve(): path for path in paths}
    own = tuple(source(given.get(path, path)) for path in with_extended(given.values()))
    known = {each.path.resolve() for each in own}
    return (*own, *(each for each in built_in_sources() if each.path.resolve() not in known))


def folded(words: str) -> str:
    """Words without what may vary in writing: capitals, hyphens, spaces."""
    return "".join(part for part in words.casefold() if part not in " -‐‑\t\n")


def entries_written(asked: str, chosen: Iterable[Source]) -> list[tuple[Source, int, Entry]]:
    """The entries that have the words among their forms, with the number of each in its file.

    An entry for just these words comes alone; one that has them as a form only if there is none.
    """
    wanted = folded(asked)
    every = [
        (each, number, entry) for each in chosen for number, entry in enumerate(each.glossary.terms)
    ]
    exact = [
        found
        for found in every
        if wanted in {folded(words) for words in (found[2].term, *found[2].variants)}
    ]
    return exact or [
        found for found in every if wanted in {folded(form.text) for form in found[2].forms}
    ]
