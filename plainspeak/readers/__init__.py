"""Readers turn the bytes of a file into a `Document`. One file per format."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from plainspeak import safe_read
from plainspeak.entry_points import entry_points
from plainspeak.errors import PluginError, ReadError, UsageError
from plainspeak.model import Document
from plainspeak.safe_read import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plainspeak.readers.base import Reader

__all__ = [
    "LARGEST",
    "MOST_BLOCKS",
    "MOST_PROSE",
    "SUFFIXES",
    "bytes_of",
    "format_for",
    "formats",
    "read_bytes",
    "read_file",
    "read_text",
]

LARGEST = 10 * 1024**2
"""Files of this many bytes or more are refused: one of nothing but markup takes 300 times as much
memory to read."""

MOST_PROSE = 2_000_000
"""Characters of prose; a longer document is refused. Analysis takes about a megabyte of memory for
each thousand characters."""

MOST_BLOCKS = 100_000
"""A document with more headings, paragraphs, list items and table cells is refused."""

_BUILT_IN = ("markdown", "text")
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".md": "markdown",
        ".markdown": "markdown",
        ".mdown": "markdown",
        ".mkd": "markdown",
        ".txt": "text",
        ".text": "text",
    }
)
"""The built-in format of each file suffix."""

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
)


@cache
def formats() -> Mapping[str, Reader]:
    """Every reader by its format's name: those of plainspeak, then those other packages add.

    Raises:
        PluginError: a reader from another package cannot be loaded or lacks what a reader needs.
    """
    readers = {
        name: cast("Reader", importlib.import_module(f"plainspeak.readers.{name}"))
        for name in _BUILT_IN
    }
    for point in entry_points("plainspeak.readers"):
        try:
            reader = point.load()
        except (Exception, SystemExit) as error:  # a plugin must not end the run unnamed
            raise PluginError(
                f"The reader {point.name} ({point.value}) cannot be loaded: {error}. "
                "Update or remove the package it comes from."
            ) from error
        missing = [name for name in ("NAME", "SUFFIXES", "read") if not hasattr(reader, name)]
        if missing:
            raise PluginError(
                f"The reader {point.name} ({point.value}) has no {', '.join(missing)}."
            )
        readers.setdefault(reader.NAME, reader)
    return MappingProxyType(readers)


def format_for(path: str | Path) -> str | None:
    """The format of a file by its suffix; None if no reader takes it."""
    suffix = Path(path).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    for name, reader in formats().items():
        if suffix and suffix in reader.SUFFIXES:
            return name
    return None


def read_file(path: str | Path, format: str | None = None) -> Document:
    """Read a file.

    Args:
        path: the file; the document keeps it as given.
        format: a reader's name; by default the file's suffix decides.

    Raises:
        ReadError: the file cannot be read as text of a known format.
        UsageError: there is no such format.
    """
    name = str(path)
    format = _format(format, name)
    return read_bytes(bytes_of(path), name, format)


def bytes_of(path: str | Path) -> bytes:
    """What a file holds.

    Raises:
        ReadError: it is not a file, cannot be read or is too large.
    """
    try:
        return safe_read.bytes_of(path, LARGEST)
    except Unreadable as error:
        raise ReadError(f"{path}: {error}") from error


def read_bytes(data: bytes, path: str | None, format: str | None = None) -> Document:
    """Read what a file holds.

    Args:
        data: UTF-8, with or without a byte order mark.
        path: names the file in messages and in the document; None for text from no file.
        format: a reader's name; by default the suffix of `path` decides.

    Raises:
        ReadError: the bytes are not UTF-8 text, or there are none.
        UsageError: there is no such format.
    """
    return read_text(_decode(data, path or "The text"), _format(format, path), path)


def read_text(text: str, format: str | None = None, path: str | None = None) -> Document:
    """Read text that is already decoded. A byte order mark at its start is not part of it.

    Args:
        text: the text; it may be empty.
        format: a reader's name; by default the suffix of `path` decides.
        path: names the text in messages and in the document; None for text from no file.

    Raises:
        ReadError: the text holds half of a surrogate pair, so it is not text; or it is too long.
        PluginError: a reader from another package gives no document, or calls `exit`.
        UsageError: there is no such format.
    """
    text = text.removeprefix("\ufeff")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ReadError(
            f"{path or 'The text'}: character {error.start + 1} is only half a character "
            "(a lone surrogate). Delete it and write what you meant."
        ) from error
    reader = formats()[_format(format, path)]
    try:
        document = reader.read(text, path)
    except SystemExit as error:  # a plugin must not end the run unnamed
        raise PluginError(
            f"The reader {reader.NAME} ends the program, which it must not."
        ) from error
    if not isinstance(document, Document):
        raise PluginError(
            f"The reader {reader.NAME} gives {type(document).__name__} where a Document should be."
        )
    _refuse_giants(document)
    return document


def _refuse_giants(document: Document) -> None:
    if len(document.prose) > MOST_PROSE:
        size, most = f"{len(document.prose):,} letters and signs", f"{MOST_PROSE:,}"
    elif len(document.blocks) > MOST_BLOCKS:
        size, most = f"{len(document.blocks):,} paragraphs and table cells", f"{MOST_BLOCKS:,}"
    else:
        return
    raise ReadError(
        f"{document.path or 'The text'}: this is too long: {size}. The limit is {most}. "
        "Split it into smaller files."
    )


def _format(format: str | None, path: str | None) -> str:
    if format is None:
        format = format_for(path) if path is not None else "markdown"
        if format is None:
            raise ReadError(
                f"{path}: plainspeak does not know this kind of file. "
                f"It reads {_known()}. Save the text as one of these, with the ending .md or .txt."
            )
    if format not in _BUILT_IN and format not in formats():
        raise UsageError(f"There is no format {format!r}. plainspeak reads {_known()}.")
    return format


def _known() -> str:
    return " and ".join(
        f"{name} ({', '.join(reader.SUFFIXES)})" for name, reader in formats().items()
    )


def _decode(data: bytes, name: str) -> str:
    if not data.removeprefix(b"\xef\xbb\xbf"):
        raise ReadError(f"{name}: nothing to read: the file is empty. Save your text in it first.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError(f"{name}: the file is saved as UTF-16. Open it and save it again as UTF-8.")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadError(
                f"{name}: this is {what}, not plain text. Save the text as Markdown or .txt."
            )
    null = data.find(b"\0")
    if null >= 0:
        raise ReadError(
            f"{name}: line {_line(data, null)} holds a sign that no text has (a NUL byte), so this "
            "is not a text file. Check the name; if it is text, save it again as UTF-8."
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{name}: a letter or sign in line {_line(data, error.start)} is not stored as UTF-8, "
            "the way that plainspeak reads text. Open the file and save it again as UTF-8."
        ) from error


def _line(data: bytes, offset: int) -> int:
    """The line, from 1, of a byte."""
    return data.count(b"\n", 0, offset) + 1
