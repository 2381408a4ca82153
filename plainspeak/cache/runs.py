"""What a whole command said, for as long as all that it looked at stays as it is.

A run is known by its arguments, the folder it ran in, the terminal and the plainspeak that ran.
With what it said stands which files and folders it looked at, those that were not there too, and a
digest of all of them. Only if that is still the same is the run said again.

Standard library only, and little of it: this is asked before click, YAML or spaCy are imported.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from plainspeak.cache.maker import installed, state_of
from plainspeak.cache.store import Store, home, key_of
from plainspeak.output import colour, is_terminal, width

__all__ = ["Said", "Seen", "keep", "recall"]

KIND = "runs"

_COMMANDS = ("check", "fix", "score")
MOST_READ = 20 * 1024**2
"""No document or setting is so large; of a larger file only size and time of change count."""

_COUNTING = frozenset({".git", ".gitignore"})
"""The hidden files and folders that decide which documents a folder has."""


_SAID = ("code", "warnings", "output", "remarks")

Said = tuple[int, str, str, str]
"""The exit code of a run, what it said on standard error, what it printed, and what it said on
standard error after that."""


class Seen:
    """The files and folders that a run looked at."""

    def __init__(
        self, files: Sequence[str] = (), folders: Sequence[str] = (), states: Sequence[str] = ()
    ) -> None:
        """Take their paths.

        Args:
            files: those whose bytes count, or that they were not there.
            folders: those whose list of files counts.
            states: those of which only size and time of change are looked at.
        """
        self.files, self.folders, self.states = list(files), list(folders), list(states)

    def digest(self) -> str:
        """What tells if any of them changed."""
        digest = blake2b(digest_size=20)
        folder = None
        for path in self.files:
            if os.path.dirname(path) != folder:
                folder = os.path.dirname(path)
                # A link that now leads elsewhere leads to other settings too.
                digest.update(os.fsencode(_real(folder)))
            with contextlib.suppress(OSError, ValueError):
                digest.update(os.fsencode(os.readlink(path)))
            data = _bytes_of(path)
            digest.update(b"%d:" % len(data))
            digest.update(data)
        for walked in self.folders:
            digest.update(_listing(walked))
        digest.update(state_of(self.states).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def recall(arguments: Sequence[str]) -> Said | None:
    """What a run said; `None` if it must be made (again).

    Args:
        arguments: what follows `plainspeak` on the command line.
    """
    if not _can_be_said_again(arguments):
        return None
    kept = Store(home()).get(KIND, _key(arguments))
    try:
        seen = Seen(kept["files"], kept["folders"], kept["states"])  # type: ignore[index]
        if seen.digest() != kept["digest"]:  # type: ignore[index]
            return None
        return tuple(kept[name] for name in _SAID)  # type: ignore[index]
    except (LookupError, TypeError):  # nothing is kept, or nothing of this sort
        return None


def keep(store: Store, arguments: Sequence[str], seen: Seen, digest: str, said: Said) -> None:
    """Keep what a run said.

    Args:
        store: where.
        arguments: as for `recall`.
        seen: all that it looked at.
        digest: of what it saw, from before it began.
        said: what it said.
    """
    # What changed in the meantime may be in the report or not.
    if not _can_be_said_again(arguments) or seen.digest() != digest:
        return
    value = {
        "files": seen.files,
        "folders": seen.folders,
        "states": seen.states,
        "digest": digest,
        **dict(zip(_SAID, said, strict=True)),
    }
    store.put(KIND, _key(arguments), value)


def _can_be_said_again(arguments: Sequence[str]) -> bool:
    if sys.platform == "win32" and is_terminal(sys.stdout):
        return False  # colours take more there than to write them
    return bool(arguments) and arguments[0] in _COMMANDS


def _key(arguments: Sequence[str]) -> str:
    return key_of(installed(), _real(os.curdir), f"{colour()} {width()}", *arguments)


def _real(path: str) -> str:
    """Where a path leads; itself, if the current folder is no longer there."""
    try:
        return os.path.realpath(path)
    except OSError:
        return path


def _bytes_of(path: str) -> bytes:
    """What a file holds, or a word for what is there instead. Only ordinary files are opened."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return b"no file"
        if status.st_size > MOST_READ:
            return b"%d %d" % (status.st_size, status.st_mtime_ns)
        with open(path, "rb") as file:
            return file.read(MOST_READ)
    except (OSError, ValueError) as error:
        return type(error).__name__.encode()


def _listing(folder: str) -> bytes:
    """What a folder has in it, as far as a check looks, and where it really is."""
    try:
        with os.scandir(folder) as found:
            names: Iterable[str] = sorted(
                f"{entry.name}{_sort_of(entry)}"
                for entry in found
                if not entry.name.startswith(".") or entry.name in _COUNTING
            )
    except OSError:
        names = ("cannot be read",)
    return "\0".join((_real(folder), *names)).encode("utf-8", "surrogatepass")


def _sort_of(entry: os.DirEntry[str]) -> str:
    """Whether it is a file, a folder or something else, and where it leads if it is a link."""
    link = ""
    with contextlib.suppress(OSError):
        link = f"@{os.readlink(entry.path)}" if entry.is_symlink() else ""
    return f"{link}/" if entry.is_dir() else f"{link}." if entry.is_file() else f"{link}?"
