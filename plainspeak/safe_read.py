"""Looking at files so that nothing they may be can hang plainspeak, break it or fill the memory.

Standard library only.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

__all__ = ["Unreadable", "bytes_of", "is_file", "is_folder", "real_path"]


class Unreadable(Exception):
    """A file cannot be read. `str(error)` says why and what to do, without the file's name."""


def bytes_of(path: str | Path, most: int) -> bytes:
    """What a file holds.

    Args:
        path: the file. A folder, a pipe, a socket or a device is refused.
        most: the file must hold fewer bytes than this.

    Raises:
        Unreadable: it is not a file, cannot be read or is too large.
    """
    try:
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("this is a folder. Name a file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("this is a pipe or a device. Save the text to a file first.")
        if status.st_size >= most:
            raise _too_large(most)
        # A pipe may have taken the file's place since: never wait for one.
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(most)
    except FileNotFoundError as error:
        raise Unreadable("there is no such file. Check the name and the folder.") from error
    except PermissionError as error:
        raise Unreadable("you may not read this file. Ask its owner for access.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(f"the file cannot be read ({reason}). Check the name.") from error
    if len(data) >= most:
        raise _too_large(most)
    return data


def real_path(path: str | Path) -> Path:
    """The full path without symbolic links.

    `Path.resolve` breaks at links that lead round in a circle; this leaves them as they are.
    """
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):  # the folder that we are in was deleted, or no name is like this
        return Path(path)


def is_file(path: str | Path) -> bool:
    """Whether a file is there. `Path.is_file` breaks if we may not look, or the name is long."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | Path) -> bool:
    """Whether a folder is there. `Path.is_dir` breaks if we may not look, or the name is long."""
    return os.path.isdir(path)  # noqa: PTH112


def _too_large(most: int) -> Unreadable:
    size = f"{most // 1024**2} MB" if most >= 1024**2 else f"{most // 1024} KB"
    return Unreadable(f"the file is too large (the limit is {size}). Split it into smaller files.")
