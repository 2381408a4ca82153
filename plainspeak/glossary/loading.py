"""Reading glossary files: the ones that ship with plainspeak and the user's own."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from plainspeak import marked_yaml
from plainspeak.errors import GlossaryError
from plainspeak.marked_yaml import nearest

if TYPE_CHECKING:
    from plainspeak.glossary.schema import Entry, Glossary
    from plainspeak.marked_yaml import MarkedYaml

__all__ = ["built_in", "built_in_folder", "load", "parse"]

MAX_BYTES = 5 * 1024**2


def parse(text: str, file: str) -> Glossary:
    """Read a glossary from YAML.

    Args:
        text: the YAML.
        file: the name to give in errors.

    Raises:
        GlossaryError: one line for each mistake: `file:line: term: field: what is wrong`.
    """
    from pydantic import ValidationError

    from plainspeak.glossary.schema import Entry, Examples, Glossary

    try:
        marked = marked_yaml.parse(text)
    except marked_yaml.MarkedYamlError as error:
        raise GlossaryError(f"{file}:{error.line}: {error.message}") from None
    if not isinstance(marked.data, dict):
        raise GlossaryError(
            f"{file}:1: a glossary starts with “name:” and has a list under “terms:”"
        )
    try:
        glossary = Glossary.model_validate(marked.data)
    except ValidationError as error:
        fields = [*Entry.model_fields, *Glossary.model_fields, *Examples.model_fields]
        lines = marked_yaml.describe(error, marked, file, fields, title="term")
        raise GlossaryError("\n".join(lines)) from None
    twice = _entries_twice(glossary, marked, file)
    if twice:
        raise GlossaryError("\n".join(twice))
    return glossary


def _entries_twice(glossary: Glossary, marked: MarkedYaml, file: str) -> list[str]:
    """Lines about entries that can never count, as an earlier one is found wherever they are.

    One term may have an entry for each of its senses, if they differ in part of speech or in
    where they are found.
    """
    from plainspeak.glossary.schema import GATES

    seen: dict[object, tuple[int, Entry]] = {}
    said = []
    for number, entry in enumerate(glossary.terms):
        written = entry.term if entry.case else entry.term.casefold()
        gates = tuple(frozenset(getattr(entry, name)) for name in GATES)
        for pos in entry.pos or (None,):
            line = marked.line_of(("terms", number, "term"))
            first, earlier = seen.setdefault((written, entry.case, pos, gates), (line, entry))
            if earlier is not entry:
                said.append(
                    f"{file}:{line}: {entry.term}: term: is in line {first} already; keep one, or "
                    "say how they differ with “pos”, “before” or the like"
                )
                break
    return said


def load(path: str | Path) -> Glossary:
    """Read a glossary file.

    Raises:
        GlossaryError: the file cannot be read, or does not say what it should.
    """
    file = Path(path)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise GlossaryError(f"{file}:1: larger than {MAX_BYTES // 1024**2} MB; split it")
        data = file.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{file}:1: cannot read this file: {error.strerror}") from None
    from plainspeak.glossary import compiled

    ready = compiled.read(data)
    if ready is not None:
        return ready
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(f"{file}:{line}: this file is not UTF-8; save it as UTF-8") from None
    glossary = parse(text, str(file))
    compiled.write(data, glossary)
    return glossary


def built_in_folder() -> Path:
    """Where the shipped glossaries are: in the wheel, or beside the package in a checkout."""
    package = Path(str(resources.files("plainspeak")))
    inside = package / "glossaries"
    return inside if inside.is_dir() else package.parent / "glossaries"


@functools.cache
def built_in() -> tuple[Glossary, ...]:
    """The glossaries that ship with plainspeak, by name."""
    return tuple(load(path) for path in sorted(built_in_folder().glob("*.yml")))


def load_all(paths: Iterable[str | Path]) -> tuple[Glossary, ...]:
    """The user's glossaries, each before those it extends, and then the ones that ship.

    What one of them disables is gone from the others.

    Raises:
        GlossaryError: a file does not say what it should, or extends itself.
    """
    found: dict[Path, Glossary] = {}
    for path in paths:
        _load_with_extended(Path(path), found, ())
    every = [*found.values(), *built_in()]
    for path, glossary in found.items():
        for word in glossary.disable:
            every = _without(word, glossary, every, path)
    return tuple(every)


def _without(word: str, owner: Glossary, every: list[Glossary], path: Path) -> list[Glossary]:
    low = word.casefold()
    kept = [
        glossary
        if glossary is owner or not (gone := _with_form(low, glossary))
        else glossary.model_copy(
            update={"terms": tuple(entry for entry in glossary.terms if id(entry) not in gone)}
        )
        for glossary in every
    ]
    if all(one is other for one, other in zip(kept, every, strict=True)):
        terms = {entry.term for glossary in every for entry in glossary.terms}
        said = f"no other glossary has the term “{word}”.{nearest(word, terms)}"
        raise _mistake_in(path, "disable", said)
    return kept


def _with_form(word: str, glossary: Glossary) -> set[int]:
    """The identities of the entries that have this form."""
    return {
        id(entry)
        for entry in glossary.terms
        if any(form.text.casefold() == word for form in entry.forms)
    }


def _load_with_extended(path: Path, found: dict[Path, Glossary], above: tuple[Path, ...]) -> None:
    place = path.resolve()
    if place in above:
        circle = " → ".join(each.name for each in (*above[above.index(place) :], place))
        raise _mistake_in(above[-1], "extends", f"goes round in a circle ({circle}); take one out")
    if place in found:
        return
    glossary = found[place] = load(path)
    shipped = {each.name for each in built_in()} if glossary.extends else set()
    for name in glossary.extends:
        if name in shipped:  # these always count
            continue
        other = path.parent / name
        if not other.is_file():
            near = nearest(name, [*shipped, *(each.name for each in path.parent.glob("*.yml"))])
            raise _mistake_in(path, "extends", f"there is no file {other}.{near}")
        _load_with_extended(other, found, (*above, place))


def _mistake_in(path: Path, field: str, said: str) -> GlossaryError:
    line = marked_yaml.parse(path.read_text(encoding="utf-8-sig")).line_of((field,))
    return GlossaryError(f"{path}:{line}: {field}: {said}")
