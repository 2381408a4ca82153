"""Whether a draft brings in words that the glossaries flag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plainspeak.glossary.matching import Hit
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.guard.objection import Case, Objection

__all__ = ["objections"]


def objections(case: Case) -> Iterator[Objection]:
    """An objection for each term that is new."""
    if Fact.TERMS in case.draft.alters or not case.hits_after:
        return
    before = Counter(hit.entry.term for hit in case.hits_before)
    there = {token.lemma_.lower() for token in case.before}
    after = Counter(hit.entry.term for hit in case.hits_after if not _words(hit) <= there)
    for term in after - before:
        yield Objection(f"it brings in “{term}”")


def _words(hit: Hit) -> set[str]:
    """The words of a term, whatever their forms: a word that was there is not brought in."""
    return {token.lemma_.lower() for token in hit.block.doc[hit.start : hit.end]}
