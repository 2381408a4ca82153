"""Values kept under keys in a folder: JSON, each with a digest that tells if it is whole.

The digest is made with a secret of the user, so that nobody else can put answers there, by sending
a folder of documents with some in it, say.

Several processes may use one folder at the same time: a value is written to a file of its own and
gets its name in one step. What cannot be written is not kept, and nobody need know.

Standard library only, and little of it: the quickest answers come from here.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
import sys
from collections.abc import Iterator
from hashlib import blake2b

from plainspeak import SETTINGS_FILES

__all__ = ["FOLDER", "MOST_BYTES", "Store", "home", "key_of"]

FOLDER = ".plainspeak_cache"
"""The name of the folder."""

MOST_BYTES = 200_000_000
"""When more is kept, what was not used for longest goes."""

_KEPT_AFTER = 0.8
"""The share of `MOST_BYTES` that is left then: clearing up takes time, so not every time."""

_ROOTS = (*SETTINGS_FILES, ".git")
"""What the top folder of somebody's work has in it."""

KINDS = ("runs", "reports", "blocks")
"""The sorts of value; each has a folder of its own."""

_NAME = re.compile(r"[0-9a-f]{38}(?:\.[0-9a-f]+\.new)?")
"""What a file with a value is called; nothing else is ever deleted."""

_UNFINISHED = ".new"
"""What the name of a file ends in until all of its value is there."""

_ABANDONED = 3600
"""Seconds after which a file that was never finished belongs to no running process."""

_TAG_NAME = "CACHEDIR.TAG"
_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# What plainspeak found out before. You can delete this folder at any time.\n"
    "# About this file: https://bford.info/cachedir/\n"
)


_MARKS = {_TAG_NAME: _TAG, ".gitignore": "*\n"}
"""The files that every such folder has, and what they say. With the first, it is ours."""


def home() -> str:
    """The folder to keep things in: at the top of the work that the current folder is part of."""
    try:
        here = folder = os.getcwd()
    except OSError:  # somebody deleted it, so nothing can be kept in it either
        return FOLDER
    while True:
        if any(os.path.lexists(os.path.join(folder, name)) for name in _ROOTS):
            return os.path.join(folder, FOLDER)
        above = os.path.dirname(folder)
        if above == folder:
            return os.path.join(here, FOLDER)
        folder = above


def key_of(*parts: bytes | str) -> str:
    """A key that is the same only for the same parts, in the same order."""
    digest = blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


class Store:
    """A folder with values."""

    def __init__(self, folder: str) -> None:
        """Take the folder; it is made when something is first kept."""
        self.folder = folder
        self._grew = False

    def get(self, kind: str, key: str) -> object:
        """What was kept; `None` if it was not, is damaged, or was put there by somebody else.

        Args:
            kind: one of `KINDS`.
            key: as `key_of` gives it.
        """
        path = self._path(kind, key)
        try:
            if not stat.S_ISREG(os.lstat(path).st_mode):  # a pipe would be waited for
                return None
            with open(path, "rb") as file:
                digest, _, body = file.read().partition(b"\n")
            if digest != _digest(key, body):
                os.unlink(path)
                return None
        except OSError:
            return None
        with contextlib.suppress(OSError):  # where nothing may be written, it may be read
            os.utime(path)
        try:
            value: object = json.loads(body)
        except (ValueError, RecursionError):
            return None
        return value

    def put(self, kind: str, key: str, value: object) -> None:
        """Keep a value, instead of the one kept under this key before."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":"), check_circular=False)
        path = self._path(kind, key)
        with contextlib.suppress(OSError):
            data = body.encode("utf-8", "surrogatepass")
            self._prepare(kind, os.path.dirname(path))
            with _written(path, _digest(key, data) + b"\n" + data, _UNFINISHED) as made:
                os.replace(made, path)
            self._grew = True

    def tidy(self, most: int = MOST_BYTES) -> None:
        """If this store kept something, see that there is not too much of it."""
        if not self._grew:
            return
        self._grew = False
        files = sorted(self._files(), key=lambda found: found[1])
        newest = files[-1][1] if files else 0.0
        for path, used, _ in files:
            if path.endswith(_UNFINISHED) and used < newest - _ABANDONED:
                _remove(path)
        total = sum(size for _, _, size in files)
        if total <= most:
            return
        for path, _, size in files:
            if total <= most * _KEPT_AFTER:
                return
            _remove(path)
            total -= size

    def size(self) -> dict[str, tuple[int, int]]:
        """For each kind, how many values there are and how many bytes they take."""
        found: dict[str, tuple[int, int]] = {}
        for path, _, size in self._files():
            if path.endswith(_UNFINISHED):
                continue
            kind = os.path.relpath(path, self.folder).split(os.sep)[0]
            count, total = found.get(kind, (0, 0))
            found[kind] = count + 1, total + size
        return found

    def clear(self) -> tuple[int, int]:
        """Delete all that is kept.

        Returns:
            How many values went, and how many bytes they took.

        Raises:
            OSError: some of it cannot be deleted, or the folder is none of ours.
        """
        import shutil

        if not os.path.lexists(self.folder):
            return 0, 0
        if not _is_ours(self.folder):
            raise OSError(f"it has no {_TAG_NAME} of plainspeak, or is a link")
        sizes = self.size().values()
        shutil.rmtree(self.folder)
        return sum(count for count, _ in sizes), sum(total for _, total in sizes)

    def place(self, path: str) -> str:
        """What a document is called here: `./a.md` is `a.md`, from whatever folder of the work."""
        try:
            return os.path.relpath(path, os.path.dirname(self.folder))
        except (OSError, ValueError):  # the current folder is gone, or it is on another drive
            return path

    def _path(self, kind: str, key: str) -> str:
        return os.path.join(self.folder, kind, key[:2], key[2:])

    def _prepare(self, kind: str, folder: str) -> None:
        """Make the folder for a value.

        Raises:
            OSError: it cannot be made, or something else is in its place.
        """
        with contextlib.suppress(FileExistsError):
            os.mkdir(self.folder, 0o700)
        # A folder with nothing else is new, or its maker was stopped before it was done.
        new = _has_marks_only(self.folder) and not os.path.islink(self.folder)
        try:
            for name, text in _MARKS.items() if new else ():
                path = os.path.join(self.folder, name)
                # Whole in one step: another process may look at this moment.
                with _written(path, text.encode()) as made:
                    os.replace(made, path)
        except OSError:  # the disk is full, say
            with contextlib.suppress(OSError):
                if _has_marks_only(self.folder):
                    for name in os.listdir(self.folder):
                        os.unlink(os.path.join(self.folder, name))
                    os.rmdir(self.folder)
            raise
        if not _is_ours(self.folder):
            raise FileExistsError(self.folder)
        for place in (os.path.join(self.folder, kind), folder):
            with contextlib.suppress(FileExistsError):
                os.mkdir(place, 0o700)
            if os.path.islink(place):
                raise FileExistsError(place)

    def _files(self) -> list[tuple[str, float, int]]:
        """Every file with a value: its path, when it was last used, and its size."""
        found: list[tuple[str, float, int]] = []
        if not _is_ours(self.folder):
            return found
        for kind in KINDS:
            # Links are not followed.
            for folder, _, names in os.walk(os.path.join(self.folder, kind)):
                for name in filter(_NAME.fullmatch, names):
                    path = os.path.join(folder, name)
                    try:
                        status = os.lstat(path)
                    except OSError:  # another process has cleared up
                        continue
                    found.append((path, status.st_mtime, status.st_size))
        return found


def _has_marks_only(folder: str) -> bool:
    """Whether there is nothing in a folder but marks, some perhaps half written.

    Raises:
        OSError: we may not look.
    """
    return all(name.startswith(tuple(_MARKS)) for name in os.listdir(folder))


def _is_ours(folder: str) -> bool:
    """Whether a folder was made by a store: a link, or a folder without our tag, was not."""
    try:
        tag = os.path.join(folder, _TAG_NAME)
        if not (stat.S_ISDIR(os.lstat(folder).st_mode) and stat.S_ISREG(os.lstat(tag).st_mode)):
            return False
        with open(tag, encoding="utf-8") as file:
            return file.read(len(_TAG)) == _TAG
    except (OSError, ValueError):
        return False


def _digest(key: str, body: bytes) -> bytes:
    """What a value is known by to be whole, in its own place, and put there by this user."""
    return blake2b(key.encode() + body, digest_size=20, key=_secret()).hexdigest().encode()


_SECRETS: dict[str, bytes] = {}


def _secret() -> bytes:
    """A secret of this user, made when it is first asked for.

    Raises:
        OSError: there is none, and none can be kept.
    """
    path = os.path.join(_own_folder(), "secret")
    if path not in _SECRETS:
        try:
            _SECRETS[path] = _secret_in(path)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            # Unlike a rename, a link never takes the place of another process's secret.
            secret = os.urandom(32).hex().encode()
            with _written(path, secret) as made, contextlib.suppress(FileExistsError):
                os.link(made, path)
            _SECRETS[path] = _secret_in(path)
    return _SECRETS[path]


def _secret_in(path: str) -> bytes:
    with open(path, "rb") as file:
        secret = file.read(64)
    if len(secret) != 64:
        raise OSError("the secret is not whole")
    return secret


def _own_folder() -> str:
    """Where this user keeps caches, as `platformdirs` has it, which takes longer to import."""
    chosen = os.environ.get("PLAINSPEAK_CACHE")
    if chosen:
        return chosen
    if sys.platform == "win32":
        above = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        above = os.path.expanduser("~/Library/Caches")
    else:
        above = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(above, "plainspeak")


@contextlib.contextmanager
def _written(path: str, data: bytes, ending: str = "") -> Iterator[str]:
    """A new file beside a path, with data, whole. It goes unless it was given another name.

    Raises:
        OSError: it cannot be written.
    """
    made = f"{path}.{os.urandom(8).hex()}{ending}"
    # Never through a link, and for nobody else to read: a report holds what a text says.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(made, flags, 0o600), "wb") as file:
            file.write(data)
        yield made
    finally:
        _remove(made)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
