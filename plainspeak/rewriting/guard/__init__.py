"""The guard: reads every changed sentence again, and says what is wrong with it.

Each file here looks for one thing and yields objections: `facts` (numbers, names, negation …),
`grammar` (a main verb, agreement, a or an), `reading` (harder than before), `terms` (words that the
glossaries flag), `likeness` (the rest of the sentence is read as before) and `addresses` (links
that depend on the words).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plainspeak.rewriting.guard import addresses, facts, grammar, likeness, reading, terms
from plainspeak.rewriting.guard.objection import Case, Objection

__all__ = ["Case", "Objection", "Verdict", "examine"]

CHECKS: tuple[Callable[[Case], Iterator[Objection]], ...] = (
    facts.objections,
    grammar.objections,
    reading.objections,
    terms.objections,
    likeness.objections,
    addresses.objections,
)


@dataclass(frozen=True)
class Verdict:
    """What the guard says of a draft."""

    refused: tuple[str, ...]
    """Why it must not be offered, in a few words each; empty if it may."""
    doubts: tuple[str, ...]
    """Why a person should look first; empty if nobody need."""


def examine(case: Case) -> Verdict:
    """Compare a sentence with what a draft makes of it."""
    found = [objection for check in CHECKS for objection in check(case)]
    return Verdict(
        tuple(dict.fromkeys(each.reason for each in found if each.fatal)),
        tuple(dict.fromkeys(each.reason for each in found if not each.fatal)),
    )
