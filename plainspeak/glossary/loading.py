"""Reading glossary files: the ones that ship with plainspeak and the user's own."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plainspeak import marked_yaml
from plainspeak.config import PROFILES
from plainspeak.errors import GlossaryError
from plainspeak.marked_yaml import nearest
from plainspeak.safe_read import Unreadable, bytes_of, is_file, real_path
from plainspeak.wording import one_line

if TYPE_CHECKING:
    from pydantic import ValidationError

    from plainspeak.glossary.compiled import CompiledGlossary
    from plainspeak.glossary.schema import Entry, Glossary
    from plainspeak.marked_yaml import MarkedYaml

__all__ = [
    "PartlyRight",
    "all_ready",
    "built_in",
    "built_in_files",
    "built_in_folder",
    "load",
    "load_partly",
    "parse",
    "parse_partly",
    "ready",
    "with_extended",
]

MAX_BYTES = 5 * 1024**2


def parse(text: str, file: str) -> Glossary:
    """Read a glossary from YAML.

    Args:
        text: the YAML.
        file: the name to give in errors.

    Raises:
        GlossaryError: one line for each mistake: `file:line: term: field: what is wrong`.
    """
    found = parse_partly(text, file)
    if found.mistakes:
        raise GlossaryError("\n".join(found.mistakes))
    return found.glossary


class PartlyRight(NamedTuple):
    """What of a glossary says what it should, and what does not."""

    glossary: Glossary
    """With the entries that are right."""
    numbers: tuple[int, ...]
    """Which entries of the file those are, from 0."""
    mistakes: tuple[str, ...]
    """A line for each mistake: `file:line: term: field: what is wrong`."""


def parse_partly(text: str, file: str) -> PartlyRight:
    """Read what can be read of a glossary, so that all that is wrong with it can be told at once.

    Args:
        text: the YAML.
        file: the name to give in mistakes.

    Raises:
        GlossaryError: it is no YAML, or no glossary at all.
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
        numbers, lines = tuple(range(len(glossary.terms))), []
    except ValidationError as error:
        fields = [*Entry.model_fields, *Glossary.model_fields, *Examples.model_fields]
        lines = marked_yaml.describe(error, marked, file, fields, title="term")
        right, numbers = _what_is_right(marked.data, error)
        try:
            glossary = Glossary.model_validate(right)
        except ValidationError:
            raise GlossaryError("\n".join(lines)) from None
    twice = _entries_twice(glossary, numbers, marked, file)
    if twice:
        once = [place for place, number in enumerate(numbers) if number not in twice]
        glossary = glossary.model_copy(update={"terms": tuple(glossary.terms[n] for n in once)})
        numbers = tuple(numbers[place] for place in once)
    return PartlyRight(glossary, numbers, (*lines, *twice.values()))


def _what_is_right(
    data: dict[str, Any], error: ValidationError
) -> tuple[dict[str, Any], tuple[int, ...]]:
    """A glossary's fields without those that have a mistake, and which entries are left."""
    wrong = {problem["loc"][:2] for problem in error.errors()}
    fields = {
        name: value
        for name, value in data.items()
        if (name,) not in {place[:1] for place in wrong} and isinstance(name, str)
    }
    terms = data.get("terms")
    if not isinstance(terms, list):
        return {"name": "unnamed", **fields}, ()
    numbers = tuple(n for n in range(len(terms)) if ("terms", n) not in wrong)
    return {"name": "unnamed", **fields, "terms": [terms[n] for n in numbers]}, numbers


def _entries_twice(
    glossary: Glossary, numbers: Iterable[int], marked: MarkedYaml, file: str
) -> dict[int, str]:
    """Entries that never count, as an earlier one is found wherever they are: a line about each.

    One term may have an entry for each of its senses, if they differ in part of speech or in
    where they are found.

    Returns:
        By the number of the entry in the file.
    """
    from plainspeak.glossary.schema import GATES

    seen: dict[object, tuple[int, Entry]] = {}
    said = {}
    for number, entry in zip(numbers, glossary.terms, strict=True):
        written = entry.term if entry.case else entry.term.casefold()
        gates = tuple(frozenset(getattr(entry, name)) for name in GATES)
        for pos in entry.pos or (None,):
            line = marked.line_of(("terms", number, "term"))
            first, earlier = seen.setdefault((written, entry.case, pos, gates), (line, entry))
            if earlier is not entry:
                said[number] = (
                    f"{file}:{line}: {one_line(entry.term)}: term: is in line {first} already; "
                    "keep one, or say how they differ with “pos”, “before” or the like"
                )
                break
    return said


def load(path: str | Path) -> Glossary:
    """Read a glossary file, with all its entries.

    Raises:
        GlossaryError: the file cannot be read, or does not say what it should.
    """
    glossary = ready(path)
    return glossary.head.model_copy(update={"terms": glossary.terms})


def ready(path: str | Path) -> CompiledGlossary:
    """Read a glossary file, ready to find its terms in texts.

    Raises:
        GlossaryError: the file cannot be read, or does not say what it should.
    """
    from plainspeak.glossary import compiled

    file = Path(path)
    data = _bytes_of(file)
    kept = compiled.read(data)
    if kept is not None:
        return kept
    made = compiled.compiled(parse(_text_of(data, file), str(file)))
    compiled.write(data, made)
    return made


def load_partly(path: str | Path) -> PartlyRight:
    """Read what can be read of a glossary file.

    Raises:
        GlossaryError: the file cannot be read, or is no glossary at all.
    """
    file = Path(path)
    return parse_partly(_text_of(_bytes_of(file), file), str(file))


def _bytes_of(file: Path) -> bytes:
    try:
        return bytes_of(file, MAX_BYTES)
    except Unreadable as error:
        raise GlossaryError(f"{file}:1: {error}") from None


def _text_of(data: bytes, file: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(f"{file}:{line}: this file is not UTF-8; save it as UTF-8") from None


def built_in_folder() -> Path:
    """Where the shipped glossaries are: in the wheel, or beside the package in a checkout."""
    package = Path(str(resources.files("plainspeak")))
    inside = package / "glossaries"
    return inside if inside.is_dir() else package.parent / "glossaries"


def built_in_files() -> tuple[Path, ...]:
    """The shipped glossary files, by name. Each is named as its glossary is."""
    return tuple(sorted(built_in_folder().glob("*.yml")))


@functools.cache
def built_in() -> tuple[Glossary, ...]:
    """The glossaries that ship with plainspeak, by name."""
    return tuple(map(load, built_in_files()))


@functools.cache
def _built_in_ready() -> tuple[CompiledGlossary, ...]:
    return tuple(map(ready, built_in_files()))


def all_ready(
    paths: Iterable[str | Path], profiles: Iterable[str] = ()
) -> tuple[CompiledGlossary, ...]:
    """The user's glossaries, each before those it extends, and then the ones that ship.

    What one of them disables is turned off in the others.

    Args:
        paths: the user's files.
        profiles: the profiles that the user has made, which entries may name.

    Raises:
        GlossaryError: a file does not say what it should, or extends itself.
    """
    found = with_extended(paths)
    for path, glossary in found.items():
        _check_profiles(path, glossary, [*PROFILES, *profiles])
    every = [*found.values(), *_built_in_ready()]
    for place, (path, glossary) in enumerate(found.items()):
        for word in glossary.head.disable:
            every = _without(word, place, every, path)
    return tuple(every)


def with_extended(
    paths: Iterable[str | Path], named: list[Path] | None = None
) -> dict[Path, CompiledGlossary]:
    """Glossary files, each before those it extends, by their full paths.

    Args:
        paths: the files.
        named: gets the paths of all of them as they were named, which may be links.

    Raises:
        GlossaryError: a file does not say what it should, or extends itself.
    """
    found: dict[Path, CompiledGlossary] = {}
    for path in paths:
        _with_extended(Path(path), found, (), [] if named is None else named)
    return found


def _without(
    word: str, owner: int, every: list[CompiledGlossary], path: Path
) -> list[CompiledGlossary]:
    off: list[dict[int, Entry | None]] = [
        {} if place == owner else {number: None for number, _ in glossary.with_form(word)}
        for place, glossary in enumerate(every)
    ]
    if not any(off):
        terms = {entry.term for glossary in every for entry in glossary.terms}
        said = f"no other glossary has the term “{word}”.{nearest(word, terms)}"
        raise _mistake_in(path, "disable", said)
    return [
        glossary.changed(gone) if gone else glossary
        for glossary, gone in zip(every, off, strict=True)
    ]


def _with_extended(
    path: Path, found: dict[Path, CompiledGlossary], above: tuple[Path, ...], named: list[Path]
) -> None:
    named.append(path)
    place = real_path(path)
    if place in above:
        circle = " → ".join(each.name for each in (*above[above.index(place) :], place))
        raise _mistake_in(above[-1], "extends", f"goes round in a circle ({circle}); take one out")
    if place in found:
        return
    glossary = found[place] = ready(path)
    shipped = {each.stem for each in built_in_files()}
    for name in glossary.head.extends:
        if name in shipped:  # these always count
            continue
        other = path.parent / name
        if not is_file(other):
            near = nearest(name, [*shipped, *(each.name for each in path.parent.glob("*.yml"))])
            raise _mistake_in(path, "extends", f"there is no file {other}.{near}")
        _with_extended(other, found, (*above, place), named)


def _check_profiles(path: Path, glossary: CompiledGlossary, known: list[str]) -> None:
    """Refuse entries that name a profile nobody has made."""
    for number, kept in enumerate(glossary.lines):
        if kept and b'profiles":' not in kept:  # to make all the entries takes long
            continue
        entry = glossary.entry(number)
        if entry is None:
            continue
        for field in ("profiles", "not_profiles"):
            for name in getattr(entry, field):
                if name not in known:
                    marked = marked_yaml.parse(path.read_text(encoding="utf-8-sig"))
                    line = marked.line_of(("terms", number, field))
                    raise GlossaryError(
                        f"{path}:{line}: {one_line(entry.term)}: {field}: there is no profile "
                        f"called “{one_line(name)}”.{nearest(name, known)} Your own go under "
                        "“profiles” in your settings."
                    )


def _mistake_in(path: Path, field: str, said: str) -> GlossaryError:
    line = marked_yaml.parse(path.read_text(encoding="utf-8-sig")).line_of((field,))
    return GlossaryError(f"{path}:{line}: {field}: {one_line(said)}")
