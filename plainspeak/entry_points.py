"""What other packages add to plainspeak. Standard library only."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import Any

__all__ = ["entry_points"]


def entry_points(group: str) -> tuple[metadata.EntryPoint, ...]:
    """The entry points of all installed packages under a name, `plainspeak.rules` say."""
    return tuple(_every().select(group=group))


@cache
def _every() -> Any:
    """All there are: to look through the installed packages takes long, so it is done once."""
    return metadata.entry_points()
