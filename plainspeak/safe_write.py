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

from plainspeak.errors import WriteError

__all__ = ["BACKUP", "replace_file"]

BACKUP = ".bak"
"""What the name of a copy ends in."""


def replace_file(path: str | Path, data: bytes, *, seen: bytes, backup: bool = False) -> None:
    """Put new content in a file's place.

    The new content goes to a temporary file beside it, is flushed to the disk, and takes the name
    over in one step. Mode and owner stay; a symbolic link stays one, and what it leads to changes.

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
            mode = stat.S_IMODE(before.st_mode)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                _keep_owner(file.fileno(), before)
                temporary.chmod(mode)
                os.fsync(file.fileno())
            # The copy comes late: with all else done, little can go wrong after it.
            with _copy_of(path, seen, mode) if backup else contextlib.nullcontext():
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
def _copy_of(path: str | Path, data: bytes, mode: int) -> Iterator[None]:
    """Keep a copy of what a file held, beside it: `guide.md.bak`, or `.bak2` if that is there.

    A copy of the same content that is there already will do. If what is done inside fails, a new
    copy goes again: the file is as it was.

    Raises:
        WriteError: the copy cannot be written.
    """
    copy, is_new = _copied(os.fspath(path), data, mode)
    try:
        yield
    # At a Ctrl-C the file may be the new one already, so then the copy stays.
    except (OSError, WriteError):
        if is_new:
            _remove(copy)
        raise


def _copied(name: str, data: bytes, mode: int) -> tuple[Path, bool]:
    """Where a copy is, and whether it was not there before."""
    number = 1
    while True:
        copy = Path(f"{name}{BACKUP}{number if number > 1 else ''}")
        try:
            with copy.open("xb") as file:
                try:
                    copy.chmod(mode)
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                except BaseException:
                    _remove(copy)
                    raise
            return copy, True
        except FileExistsError:
            if copy.is_file() and copy.read_bytes() == data:
                return copy, False
            number += 1
        except OSError as error:
            raise WriteError(
                f"{copy}: the copy cannot be written ({error.strerror or error}), so the file "
                "itself was left as it is."
            ) from error


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


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
