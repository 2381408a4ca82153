"""From the paths on the command line to the documents to check, each with its settings."""

from __future__ import annotations

import glob
import math
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainspeak.config import Settings, find_settings, load_settings
from plainspeak.errors import SettingsError, UsageError
from plainspeak.model import FileReport
from plainspeak.safe_read import Unreadable, bytes_of, is_file, is_folder, real_path

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["STDIN", "Found", "SettingsBook", "find", "nothing_found"]

STDIN = "-"

SKIPPED = frozenset({"node_modules", "__pycache__"})
"""Folders of other people's files; hidden folders and virtual environments are skipped too."""

LARGEST_GITIGNORE = 1024**2
"""A `.gitignore` of this many bytes or more is passed over."""

FEW_STARS = 3
"""Patterns with no more of them never take long."""

MOST_WORK = 10_000_000
"""A pattern that would take more steps for one path is passed over for that path."""


@dataclass(frozen=True)
class Found:
    """A document to check."""

    path: str
    """The path as given, or as found in a folder that was given; `-` for standard input."""
    settings: Settings


class SettingsBook:
    """The settings of each document: the nearest file's, with the command line's over them."""

    def __init__(self, config: Path | None = None, **options: Any) -> None:
        """Take the settings file that counts for all documents, if any, and the options.

        Args:
            config: a settings file; `None` looks for one beside each document.
            **options: as for `Settings.with_options`.

        Raises:
            UsageError: `ignore` takes away every rule that `select` names.
        """
        if options.get("select") and set(options["select"]) <= set(options.get("ignore", ())):
            raise UsageError("no rule is left to run: --ignore takes away all that --select names.")
        self._config = config
        self._options = options
        self._folders: dict[Path, Path | None] = {}
        self._files: dict[Path | None, Settings] = {}

    def of(self, path: str | Path) -> Settings:
        """The settings for a document or folder; the same object wherever they are the same.

        Raises:
            SettingsError: a settings file does not say what it should.
        """
        return self._loaded(self._config or self._nearest(Path(path)))

    def again(self) -> SettingsBook:
        """A book that reads the same settings anew."""
        return SettingsBook(self._config, **self._options)

    @property
    def files(self) -> list[Path]:
        """The settings files that were read."""
        return [file for file in self._files if file]

    def _nearest(self, path: Path) -> Path | None:
        folder = real_path(path if is_folder(path) else path.parent)
        if folder not in self._folders:
            self._folders[folder] = find_settings(folder)
        return self._folders[folder]

    def _loaded(self, file: Path | None) -> Settings:
        if file not in self._files:
            settings = _read(file) if file else Settings()
            self._files[file] = settings.with_options(**self._options)
        return self._files[file]


def _read(file: Path) -> Settings:
    """The settings of a file.

    Raises:
        SettingsError: a line for each mistake, in what it says of rules too.
    """
    from plainspeak import registry

    try:
        return load_settings(file, _short(file), registry.place_of)
    except SettingsError as error:
        raise registry.with_mistakes_of_rules(error) from None


def find(
    paths: Sequence[str],
    book: SettingsBook,
    is_document: Callable[[str], bool],
    stdin_name: str | None = None,
    walked: list[str] | None = None,
) -> Iterator[Found | FileReport]:
    """The documents to check, each once, in order; an error report for a path that is not there.

    A file that is named is taken as it is. In a folder, or where a pattern is given, only documents
    are taken that no `.gitignore` and no `exclude` setting leaves out.

    Args:
        paths: files, folders, patterns such as `docs/**/*.md`, and `-` for standard input.
        book: where to look up settings.
        is_document: whether a file in a folder is one we can read, by its name.
        stdin_name: the name to look up settings for `-` with.
        walked: gets the folders whose files decided what was found.

    Raises:
        SettingsError: a settings file does not say what it should.
    """
    seen: set[str] = set()
    walk = _Walk(book, is_document, [] if walked is None else walked)
    for path in paths:
        for found in _under(path, book, walk, stdin_name):
            key = found.path if found.path == STDIN else str(real_path(found.path))
            if key not in seen:
                seen.add(key)
                yield found


def _under(
    path: str, book: SettingsBook, walk: _Walk, stdin_name: str | None
) -> Iterator[Found | FileReport]:
    if path == STDIN:
        yield Found(STDIN, book.of(stdin_name or "."))
    elif is_folder(path):
        yield from walk.folder(path)
    elif os.path.lexists(path):
        yield Found(path, book.of(path))
    elif glob.has_magic(path):
        # Path.glob takes no absolute pattern.
        found_by_glob = glob.glob(path, recursive=True)  # noqa: PTH207
        matches = {os.path.realpath(match) for match in found_by_glob}
        if not matches:
            yield FileReport(path, errors=(f"{path}: no file or folder matches this pattern.",))
            return
        for found in walk.folder(_before_magic(path)):
            place = real_path(found.path)
            if any(str(each) in matches for each in (place, *place.parents)):
                yield found
    else:
        yield FileReport(
            path, errors=(f"{path}: there is no such file or folder. Check the name.",)
        )


def _before_magic(pattern: str) -> str:
    """The folder that a pattern starts from."""
    folder = Path(pattern)
    while glob.has_magic(str(folder)):
        folder = folder.parent
    return str(folder)


class _Walk:
    """A walk through folders that leaves out what git and the settings leave out."""

    def __init__(
        self, book: SettingsBook, is_document: Callable[[str], bool], walked: list[str]
    ) -> None:
        self._book = book
        self._is_document = is_document
        self._walked = walked

    def folder(self, path: str) -> Iterator[Found | FileReport]:
        """The documents in a folder that the user named, even if git ignores the folder itself."""
        ignores = _ignores_of(real_path(path))
        if ignores.hides(ignores.folder, is_folder=True):
            ignores = _Ignores(None, ignores.folder)
        # A list and no recursion: folders may be nested deeper than Python calls may be.
        waiting: list[tuple[str, _Ignores] | str] = [(path, ignores)]
        while waiting:
            following = waiting.pop()
            if isinstance(following, str):
                yield Found(following, self._book.of(following))
                continue
            inside = self._entries(*following)
            if isinstance(inside, FileReport):
                yield inside
            else:
                waiting += reversed(inside)

    def _entries(
        self, folder: str, ignores: _Ignores
    ) -> list[tuple[str, _Ignores] | str] | FileReport:
        """The documents and folders in a folder, in order; an error if we may not look."""
        self._walked.append(folder)
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            said = f"{folder}: cannot look into this folder: {error.strerror}."
            return FileReport(folder, errors=(said,))
        inside: list[tuple[str, _Ignores] | str] = []
        for entry in entries:
            opens = is_folder(entry.path)
            path = entry.name if folder == "." else str(Path(folder, entry.name))
            if self._left_out(path, ignores, opens):
                continue
            if not opens:
                inside.append(path)
            elif not entry.is_symlink():  # a link may lead back up, and round for ever
                inside.append((path, _Ignores(ignores, ignores.folder / entry.name)))
        return inside

    def _left_out(self, path: str, ignores: _Ignores, is_folder: bool) -> bool:
        name = Path(path).name
        if name.startswith(".") and name not in {".", ".."}:
            return True
        if is_folder and name in SKIPPED:
            return True
        if is_folder and is_file(Path(path, "pyvenv.cfg")):
            self._walked.append(path)
            return True
        if not is_folder and not (self._is_document(path) and is_file(path)):
            return True
        resolved = ignores.folder / name
        return ignores.hides(resolved, is_folder) or self._excluded(resolved, is_folder)

    def _excluded(self, path: Path, is_folder: bool) -> bool:
        settings = self._book.of(path.parent)
        if not settings.exclude or settings.root is None:
            return False
        return _matches(settings.exclude, path, settings.root, is_folder) is True


def _ignores_of(folder: Path) -> _Ignores:
    """What the `.gitignore` files from the repository's root down to a folder say."""
    above = None
    places = [folder, *folder.parents]
    root = next((number for number, each in enumerate(places) if _has_git(each)), 0)
    for each in reversed(places[1 : root + 1]):
        above = _Ignores(above, each)
    return _Ignores(above, folder)


def _has_git(folder: Path) -> bool:
    return os.path.lexists(folder / ".git")


@dataclass(frozen=True)
class _Ignores:
    """The `.gitignore` of a folder, and those above it."""

    above: _Ignores | None
    folder: Path

    @cached_property
    def _own(self) -> tuple[str, ...]:
        try:
            data = bytes_of(self.folder / ".gitignore", LARGEST_GITIGNORE)
        except Unreadable:
            return ()
        return tuple(data.decode("utf-8", "replace").splitlines())

    def hides(self, path: Path, is_folder: bool) -> bool:
        """Whether git would ignore a path. The nearest `.gitignore` that names it decides."""
        level: _Ignores | None = self
        while level is not None:
            if level._own:
                said = _matches(level._own, path, level.folder, is_folder)
                if said is not None:
                    return said
            level = level.above
        return False


def _matches(patterns: tuple[str, ...], path: Path, root: Path, is_folder: bool) -> bool | None:
    """Whether the patterns name a path (true), take it back (false), or say nothing."""
    if path == root or not path.is_relative_to(root):
        return None
    relative = path.relative_to(root).as_posix()
    hard = [each for each in _with_stars(patterns) if _work(each, relative) > MOST_WORK]
    if hard:
        patterns = tuple(each for each in patterns if each not in hard)
    return _spec(patterns).check_file(f"{relative}/" if is_folder else relative).include


@lru_cache(maxsize=256)
def _with_stars(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Those with enough stars to take long."""
    return tuple(each for each in patterns if each.count("*") > FEW_STARS)


def _work(pattern: str, path: str) -> int:
    """In how many ways the stars of a pattern can share out a path: all of them may be tried."""
    parts = pattern.split("/")
    deep = parts.count("**")
    wide = max(part.count("*") for part in parts if part != "**" or len(parts) == deep)
    names = path.split("/")
    longest = max(map(len, names))
    return math.comb(longest + wide, wide) * math.comb(len(names) + deep, deep)


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _short(path: Path) -> str:
    """A path as short as it can be from here."""
    try:
        return str(real_path(path).relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)


def nothing_found(paths: Sequence[str], suffixes: Sequence[str]) -> UsageError:
    """The error for paths that hold no document."""
    return UsageError(
        f"no documents to check in {', '.join(paths)}. plainspeak looks for files that end in "
        f"{', '.join(suffixes)}, and leaves out what .gitignore and “exclude” in your settings "
        "name. To check one of those, give its own name."
    )
