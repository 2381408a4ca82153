"""Running the engine over what was found, with the settings that each document has."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plainspeak.cli.files import STDIN, Found, SettingsBook, find, nothing_found
from plainspeak.cli.terminal import say
from plainspeak.errors import ReadError
from plainspeak.model import Document, FileReport
from plainspeak.output import is_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.config import Settings

__all__ = [
    "MANY",
    "documents",
    "groups",
    "progress",
    "read",
    "read_stdin",
    "stdin_bytes",
    "warn_once",
]

MANY = 5
"""From this many files on, a progress bar."""


def documents(
    paths: Sequence[str],
    book: SettingsBook,
    stdin_name: str | None,
    walked: list[str] | None = None,
) -> list[Found | FileReport]:
    """What the paths lead to.

    Args:
        paths: as for `files.find`, and so are the others.
        book: where to look up settings.
        stdin_name: the name to look up settings for `-` with.
        walked: gets the folders whose files decided what was found.

    Raises:
        UsageError: nothing.
        SettingsError: a settings file does not say what it should.
    """
    from plainspeak import readers

    def is_document(path: str) -> bool:
        return readers.format_for(path) is not None

    found = list(find(paths, book, is_document, stdin_name, walked))
    if not found:
        suffixes = [suffix for each in readers.formats().values() for suffix in each.SUFFIXES]
        raise nothing_found(paths, suffixes)
    return found


def groups(found: Iterable[Found | FileReport]) -> Iterator[tuple[Settings, list[int]]]:
    """Settings, and the places in the list of the documents that have them."""
    by_settings: dict[int, tuple[Settings, list[int]]] = {}
    for place, each in enumerate(found):
        if isinstance(each, Found):
            by_settings.setdefault(id(each.settings), (each.settings, []))[1].append(place)
    yield from by_settings.values()


def read(path: str, stdin_name: str | None) -> Document:
    """Read a document, or standard input.

    Raises:
        ReadError: it cannot be read.
    """
    from plainspeak import readers

    if path != STDIN:
        return readers.read_file(path)
    return read_stdin(stdin_bytes(), stdin_name)


def stdin_bytes() -> bytes:
    """All of standard input, up to what a document may hold.

    Raises:
        ReadError: it is closed, cannot be read or holds too much.
    """
    from plainspeak import readers

    if sys.stdin is None:  # the shell’s `<&-`
        raise ReadError(f"{STDIN}: standard input is closed, so there is nothing to read.")
    try:
        data = sys.stdin.buffer.read(readers.LARGEST)
    except OSError as error:
        raise ReadError(
            f"{STDIN}: standard input cannot be read ({error.strerror or error})."
        ) from error
    if len(data) >= readers.LARGEST:
        raise ReadError(f"{STDIN}: this is too much text (the limit is 10 MB). Split it up.")
    return data


def read_stdin(data: bytes, stdin_name: str | None) -> Document:
    """The document that standard input holds.

    Raises:
        ReadError: it cannot be read.
    """
    from plainspeak import readers

    name = stdin_name or STDIN
    return readers.read_bytes(data, name, readers.format_for(name) or "markdown")


def warn_once(warnings: Iterable[str]) -> str:
    """Say each warning once, on standard error.

    Returns:
        What was said.
    """
    lines = [f"Warning: {warning}" for warning in dict.fromkeys(warnings)]
    for line in lines:
        say(line)
    return "".join(f"{line}\n" for line in lines)


@contextmanager
def progress(files: int, unit: str = "files") -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, if there are many files and a terminal.

    Args:
        files: how many there are.
        unit: what they are.

    Yields:
        What to call when a file is done.
    """
    if files < MANY or not is_terminal(sys.stderr):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TextColumn(unit))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=files)
        yield lambda: bar.advance(task)
