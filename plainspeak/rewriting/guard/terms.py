"""Whether a draft brings in words that the glossaries flag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.guard.objection import Case, Objection

__all__ = ["objections"]


def objections(case: Case) -> Iterator[Objection]:
    """An objection for each term that is new."""
    if Fact.TERMS in case.draft.alters:
        return
    before = Counter(hit.entry.term for hit in case.hits_before)
    after = Counter(hit.entry.term for hit in case.hits_after)
    for term in after - before:
        yield Objection(f"it brings in “{term}”")
