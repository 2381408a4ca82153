"""Values kept under keys in a folder: JSON, each with a digest that tells if it is whole.

Several processes may use one folder at the same time: a value is written to a file of its own and
gets its name in one step. What cannot be written is not kept, and nobody need know.

Standard library only, and little of it: the quickest answers come from here.
"""

from __future__ import annotations

import contextlib
import json
import os
from hashlib import blake2b

__all__ = ["FOLDER", "MOST_BYTES", "Store", "home", "key_of"]

FOLDER = ".plainspeak_cache"
"""The name of the folder."""

MOST_BYTES = 200 * 1024**2
"""When more is kept, what was not used for longest goes."""

_KEPT_AFTER = 0.8
"""The share of `MOST_BYTES` that is left then: clearing up takes time, so not every time."""

_ROOTS = ("plainspeak.yml", "plainspeak.yaml", "pyproject.toml", ".git")
"""What the top folder of somebody's work has in it."""

_ABANDONED = 3600
"""Seconds after which a file that was never finished belongs to no running process."""

_TAG_NAME = "CACHEDIR.TAG"
_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# What plainspeak found out before. You can delete this folder at any time.\n"
    "# About this file: https://bford.info/cachedir/\n"
)


def home() -> str:
    """The folder to keep things in: at the top of the work that the current folder is part of."""
    here = folder = os.getcwd()
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
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
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
        """What was kept; `None` if it was not, or is damaged.

        Args:
            kind: the sort of value: each has a folder of its own.
            key: as `key_of` gives it.
        """
        path = self._path(kind, key)
        try:
            with open(path, "rb") as file:
                digest, _, body = file.read().partition(b"\n")
            if digest != _digest(key, body):
                os.unlink(path)
                return None
            os.utime(path)
        except OSError:
            return None
        value: object = json.loads(body)
        return value

    def put(self, kind: str, key: str, value: object) -> None:
        """Keep a value, instead of the one kept under this key before."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":"), check_circular=False)
        path = self._path(kind, key)
        made = f"{path}.{os.getpid()}.new"
        try:
            data = body.encode("utf-8", "surrogatepass")
            self._prepare(os.path.dirname(path))
            with open(made, "wb") as file:
                file.write(_digest(key, data) + b"\n" + data)
            os.replace(made, path)
            self._grew = True
        except OSError:
            _remove(made)

    def tidy(self, most: int = MOST_BYTES) -> None:
        """If this store kept something, see that there is not too much of it."""
        if not self._grew:
            return
        self._grew = False
        files = sorted(self._files(), key=lambda found: found[1])
        newest = files[-1][1] if files else 0.0
        for path, used, _ in files:
            if path.endswith(".new") and used < newest - _ABANDONED:
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
        sizes = self.size().values()
        os.stat(os.path.join(self.folder, _TAG_NAME))
        shutil.rmtree(self.folder)
        return sum(count for count, _ in sizes), sum(total for _, total in sizes)

    def _path(self, kind: str, key: str) -> str:
        return os.path.join(self.folder, kind, key[:2], key[2:])

    def _prepare(self, folder: str) -> None:
        if os.path.isdir(folder):
            return
        os.makedirs(folder, exist_ok=True)
        for name, text in ((_TAG_NAME, _TAG), (".gitignore", "*\n")):
            path = os.path.join(self.folder, name)
            if not os.path.exists(path):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)

    def _files(self) -> list[tuple[str, float, int]]:
        """Every file with a value: its path, when it was last used, and its size."""
        found = []
        for folder, _, names in os.walk(self.folder):
            if folder == self.folder:
                continue
            for name in names:
                path = os.path.join(folder, name)
                try:
                    status = os.stat(path)
                except OSError:  # another process has cleared up
                    continue
                found.append((path, status.st_mtime, status.st_size))
        return found


def _digest(key: str, body: bytes) -> bytes:
    """What a value is known by to be whole, and in its own place."""
    return key_of(key, body).encode()


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
