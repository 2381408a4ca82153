"""The kinds of rewrite, one file each.

A kind holds:

- `RULES`: the rules whose findings it can mend;
- `ASKS`: what a writer should ask themselves of a rewrite that is not safe;
- `drafts(finding, scene)`: yields drafts of the finding's sentence, the best first. The guard reads
  them in that order, and the first that passes becomes the finding's fix.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from plainspeak.model import Finding
    from plainspeak.rewriting.draft import Draft, Scene

__all__ = ["Kind", "all_kinds", "kinds_for", "questions"]


class Kind(Protocol):
    """A module of this package."""

    RULES: tuple[str, ...]
    ASKS: str

    def drafts(self, finding: Finding, scene: Scene) -> Iterator[Draft]:
        """Drafts that mend a finding, the best first."""
        ...


@functools.cache
def _by_rule() -> Mapping[str, tuple[tuple[str, Kind], ...]]:
    found: dict[str, list[tuple[str, Kind]]] = {}
    for info in pkgutil.iter_modules(__path__):
        kind = cast("Kind", importlib.import_module(f"{__name__}.{info.name}"))
        for rule in kind.RULES:
            found.setdefault(rule, []).append((info.name.replace("_", "-"), kind))
    return {rule: tuple(kinds) for rule, kinds in found.items()}


def kinds_for(rule: str) -> tuple[tuple[str, Kind], ...]:
    """The kinds, each with its name, that can mend the findings of a rule."""
    return _by_rule().get(rule, ())


def all_kinds() -> tuple[str, ...]:
    """The names of the kinds there are, in order."""
    return tuple(info.name.replace("_", "-") for info in pkgutil.iter_modules(__path__))


def questions(kinds: Iterable[str]) -> tuple[str, ...]:
    """What a writer should ask themselves of a rewrite of these kinds, each question once."""
    asked = {name: kind.ASKS for of_rule in _by_rule().values() for name, kind in of_rule}
    return tuple(dict.fromkeys(asked[name] for name in kinds))
