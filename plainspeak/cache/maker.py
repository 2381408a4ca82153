"""Which plainspeak this is, and what it is built on: its answers may differ from another's.

Standard library only, and little of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

__all__ = ["files_under", "installed", "state_of"]

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

_MADE = frozenset({"__pycache__"})


def installed() -> str:
    """The state of plainspeak's own files and of the folders that packages are installed in.

    To install, remove or upgrade any package changes the folder that it is in.
    """
    added = _added()
    homes = [
        path
        for path in sys.path
        if path.endswith(("site-packages", "dist-packages")) or path in added
    ]
    # In a checkout the glossaries are beside the package.
    glossaries = os.path.join(os.path.dirname(PACKAGE), "glossaries")
    own = (*files_under(PACKAGE), *files_under(glossaries))
    return "\n".join((sys.version, *sys.path, state_of((*homes, *own))))


def _added() -> frozenset[str]:
    """The folders of `PYTHONPATH`, as `sys.path` has them: full paths, with no slash at the end."""
    named = os.environ.get("PYTHONPATH", "")
    folders = named.split(os.pathsep) if named else []
    try:
        return frozenset(map(os.path.abspath, folders))
    except OSError:  # the current folder is gone, and with it what is in it
        return frozenset(folders)


def files_under(folder: str) -> Iterator[str]:
    """The files in a folder and in those below it, but what Python makes of them."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if not entry.is_dir():
            yield entry.path
        elif entry.name not in _MADE:
            yield from files_under(entry.path)


def state_of(paths: Iterable[str]) -> str:
    """For each file or folder, its size and when it last changed."""
    return "\n".join(map(_state, paths))


def _state(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return f"{path} is not there"
    return f"{path} {status.st_size} {status.st_mtime_ns}"
