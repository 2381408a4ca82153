"""Replacing a file so that a crash at any moment leaves the old one or the new one, whole.

Standard library only.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from plainspeak.errors import WriteError

__all__ = ["BACKUP", "replace_file"]

BACKUP = ".bak"
"""What the name of a copy ends in."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""How to open a file that is not there yet."""


def replace_file(path: str | Path, data: bytes, *, seen: bytes, backup: bool = False) -> None:
    """Put new content in a file's place.

    The new content goes to a temporary file beside it, is flushed to the disk, and takes the name
    over in one step. Mode and owner stay, as far as we may set them; nobody may read the
    file who could not before. A symbolic link stays one, and what it leads to changes.

    Args:
        path: the file.
        data: all that it shall hold.
        seen: what it held when it was read.
        backup: whether to keep a copy of that, with `BACKUP` after the name.

    Raises:
        WriteError: the file changed since, or it or the copy cannot be written. The file is as it
            was then, and there is no new copy.
    """
    name = str(path)
    target = Path(os.path.realpath(path))
    try:
        before = target.stat()
        if not before.st_mode & 0o222:
            raise WriteError(
                f"{name}: the file is read-only, so it was left as it is. If you may change it, "
                "allow writing to it first."
            )
        _check_unchanged(target, name, seen)
        descriptor, made = tempfile.mkstemp(prefix=".plainspeak.", dir=target.parent)
        temporary = Path(made)
        try:
            with os.fdopen(descriptor, "wb") as file:
                _write(file, temporary, data, before)
            # The copy comes late: with all else done, little can go wrong after it.
            copy = _copy_of(path, target, seen, before) if backup else contextlib.nullcontext()
            with copy:
                _check_unchanged(target, name, seen)
                temporary.replace(target)
        except BaseException:
            _remove(temporary)
            raise
        _flush_folder(target.parent)
    except OSError as error:
        raise WriteError(
            f"{name}: the file cannot be written ({error.strerror or error}). It is as it was. "
            "Look if the disk is full, and if you may write to the folder."
        ) from error


@contextlib.contextmanager
def _copy_of(path: str | Path, target: Path, data: bytes, like: os.stat_result) -> Iterator[None]:
    """Keep a copy of what a file held, beside it: `guide.md.bak`, or `.bak2` if that is there.

    A copy of the same content that is there already will do. If what is done inside fails, a new
    copy goes again: the file is as it was.

    Raises:
        WriteError: the copy cannot be written.
    """
    copy, is_new = _copied(os.fspath(path), data, like)
    try:
        yield
    except BaseException as error:
        # At a Ctrl-C the file may be the new one already, so then the copy stays.
        if is_new and (isinstance(error, OSError | WriteError) or _holds(target, data)):
            _remove(copy)
        raise


def _copied(name: str, data: bytes, like: os.stat_result) -> tuple[Path, bool]:
    """Where a copy is, and whether it was not there before."""
    number = 1
    while True:
        copy = Path(f"{name}{BACKUP}{number if number > 1 else ''}")
        try:
            descriptor = os.open(copy, _NEW, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                try:
                    _write(file, copy, data, like)
                except BaseException:
                    _remove(copy)
                    raise
            return copy, True
        except FileExistsError:
            if copy.is_file() and _holds(copy, data):
                return copy, False
            number += 1
        except OSError as error:
            raise WriteError(
                f"{copy}: the copy cannot be written ({error.strerror or error}), so the file "
                "itself was left as it is."
            ) from error


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file holds just that; one that may not be read does not."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _write(file: BinaryIO, path: Path, data: bytes, like: os.stat_result) -> None:
    """Write a new file that nobody else may read yet, then let in those who may read another.

    Args:
        file: the file, open and empty.
        path: where it is.
        data: all that it shall hold.
        like: what is known of the other file.
    """
    file.write(data)
    file.flush()
    mode = stat.S_IMODE(like.st_mode)
    if not _keep_owner(file.fileno(), like):
        # This group may do no more than it could before, when it was one of the others.
        mode = mode & ~0o070 | mode << 3 & mode & 0o070
    path.chmod(mode)
    os.fsync(file.fileno())


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _check_unchanged(target: Path, name: str, seen: bytes) -> None:
    if target.read_bytes() != seen:
        raise WriteError(
            f"{name}: somebody changed the file while plainspeak was at work, so it was left as "
            "it is. Run plainspeak again."
        )


def _keep_owner(descriptor: int, before: os.stat_result) -> bool:
    """Give the new file the old one's owner and group, as far as we may.

    Returns:
        Whether it has the old one's group now.
    """
    if not hasattr(os, "fchown"):
        return True
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) == (before.st_uid, before.st_gid):
        return True
    # Who may not give a file away may still have it in a group of theirs.
    for owner in (before.st_uid, -1):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, owner, before.st_gid)
            return True
    return now.st_gid == before.st_gid


def _flush_folder(folder: Path) -> None:
    """Let the new name reach the disk too; not every system can be asked."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
