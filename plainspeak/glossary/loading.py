"""Reading glossary files: the ones that ship with plainspeak and the user's own."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from plainspeak.errors import GlossaryError

if TYPE_CHECKING:
    from plainspeak.glossary.schema import Glossary

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

    from plainspeak import marked_yaml
    from plainspeak.glossary.schema import Entry, Glossary

    try:
        marked = marked_yaml.parse(text)
    except marked_yaml.MarkedYamlError as error:
        raise GlossaryError(f"{file}:{error.line}: {error.message}") from None
    if not isinstance(marked.data, dict):
        raise GlossaryError(
            f"{file}:1: a glossary starts with “name:” and has a list under “terms:”"
        )
    try:
        return Glossary.model_validate(marked.data)
    except ValidationError as error:
        fields = [*Entry.model_fields, *Glossary.model_fields]
        raise GlossaryError("\n".join(marked_yaml.describe(error, marked, file, fields))) from None


def load(path: str | Path) -> Glossary:
    """Read a glossary file.

    Raises:
        GlossaryError: the file cannot be read, or does not say what it should.
    """
    file = Path(path)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise GlossaryError(f"{file}: larger than {MAX_BYTES // 1024**2} MB; split it")
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GlossaryError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise GlossaryError(
            f"{file}: byte {error.start} is not UTF-8; save the file as UTF-8"
        ) from None
    return parse(text, str(file))


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
    """The user's glossaries first, in the order given, then the ones that ship with plainspeak."""
    return (*(load(path) for path in paths), *built_in())
