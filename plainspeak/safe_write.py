"""Replacing a file so that a crash at any moment leaves the old one or the new one, whole.

Standard library only.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from plainspeak.errors import WriteError

__all__ = ["BACKUP", "back_up", "replace_file"]

BACKUP = ".bak"
"""What the name of a copy ends in."""


def replace_file(path: str | Path, data: bytes, *, seen: bytes) -> None:
    """Put new content in a file's place.

    The new content goes to a temporary file beside it, is flushed to the disk, and takes the name
    over in one step. Mode and owner stay; a symbolic link stays one, and what it leads to changes.

    Args:
        path: the file.
        data: all that it shall hold.
        seen: what it held when it was read.

    Raises:
        WriteError: the file changed since, or cannot be written. It is as it was then.
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
        descriptor, made = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        temporary = Path(made)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                _keep_owner(file.fileno(), before)
                temporary.chmod(stat.S_IMODE(before.st_mode))
                os.fsync(file.fileno())
            _check_unchanged(target, name, seen)
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _flush_folder(target.parent)
    except OSError as error:
        raise WriteError(
            f"{name}: the file cannot be written ({error.strerror or error}). It is as it was. "
            "Look if the disk is full, and if you may write to the folder."
        ) from error


def back_up(path: str | Path, data: bytes) -> Path:
    """Keep a copy of what a file held, beside it: `guide.md.bak`, or `.bak2` if that is there.

    Returns:
        Where the copy is. A copy of the same content that is there already will do.

    Raises:
        WriteError: the copy cannot be written.
    """
    name = os.fspath(path)
    number = 1
    while True:
        copy = Path(f"{name}{BACKUP}{number if number > 1 else ''}")
        try:
            with copy.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            return copy
        except FileExistsError:
            if copy.is_file() and copy.read_bytes() == data:
                return copy
            number += 1
        except OSError as error:
            raise WriteError(
                f"{copy}: the copy cannot be written ({error.strerror or error}), so the file "
                "itself was left as it is."
            ) from error


def _check_unchanged(target: Path, name: str, seen: bytes) -> None:
    if target.read_bytes() != seen:
        raise WriteError(
            f"{name}: somebody changed the file while plainspeak was at work, so it was left as "
            "it is. Run plainspeak again."
        )


def _keep_owner(descriptor: int, before: os.stat_result) -> None:
    """Give the new file the old one's owner, as far as we may."""
    if not hasattr(os, "fchown"):
        return
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, before.st_uid, before.st_gid)


def _flush_folder(folder: Path) -> None:
    """Let the new name reach the disk too; not every system can be asked."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
