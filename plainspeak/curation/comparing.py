"""What changed between two glossaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from plainspeak.glossary.schema import Entry, Glossary, order_of

__all__ = ["Change", "changes", "head_changes"]

_HEAD = ("about", "extends", "disable", "accept")


@dataclass(frozen=True)
class Change:
    """One entry that is new, gone or different."""

    term: str
    before: Entry | None
    after: Entry | None

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """The fields that differ, each with its value before and after, as in YAML."""
        if self.before is None or self.after is None:
            return {}
        old, new = (
            entry.model_dump(mode="json", exclude_defaults=True)
            for entry in (self.before, self.after)
        )
        return {
            name: (old.get(name), new.get(name))
            for name in Entry.model_fields
            if old.get(name) != new.get(name)
        }


def head_changes(before: Glossary, after: Glossary) -> dict[str, tuple[Any, Any]]:
    """What the glossaries say besides their terms, where it differs: before and after, as in YAML.

    Their names may differ: two files seldom share one.
    """
    old, new = (each.model_dump(mode="json", exclude_defaults=True) for each in (before, after))
    return {
        name: (old.get(name), new.get(name)) for name in _HEAD if old.get(name) != new.get(name)
    }


def changes(before: Glossary, after: Glossary) -> list[Change]:
    """The entries that differ, in the order of the alphabet.

    Entries belong together if they have the same term; where a term has several, first those with
    the same part of speech, then in the order in which they stand.
    """
    old, new = _by_term(before.terms), _by_term(after.terms)
    found = []
    for term in sorted({*old, *new}, key=order_of):
        found += [
            Change((two or one).term, one, two)  # type: ignore[union-attr]
            for one, two in _pairs(old[term], new[term])
            if one != two
        ]
    return found


def _by_term(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found = defaultdict(list)
    for entry in entries:
        found[entry.term.casefold()].append(entry)
    return found


def _pairs(before: list[Entry], after: list[Entry]) -> Iterable[tuple[Entry | None, Entry | None]]:
    left, right = list(before), list(after)
    for one in before:
        same = next((two for two in right if two.pos == one.pos), None)
        if same is not None:
            left.remove(one)
            right.remove(same)
            yield one, same
    yield from zip_longest(left, right)
