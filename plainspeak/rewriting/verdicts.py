"""What the guard said of new sentences, kept for the next check of the same document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plainspeak.glossary.matching import Hit
from plainspeak.language.analysis import Sentence
from plainspeak.language.readings import digest
from plainspeak.rewriting.draft import Draft
from plainspeak.rewriting.guard import Verdict

__all__ = ["Verdicts", "verdict_key"]


class Verdicts:
    """The guard's answers for the drafts of one document, by `verdict_key`."""

    def __init__(self, known: Mapping[str, Any] | None = None) -> None:
        """Take what `known` gave; nothing if left out."""
        self._before: Mapping[str, Any] = known or {}
        self._now: dict[str, Any] = {}

    def recall(self, key: str) -> Verdict | None:
        """What the guard said; `None` if it has not been asked."""
        said = self._now.get(key) or self._before.get(key)
        if said is None:
            return None
        self._now[key] = said
        refused, doubts = said
        return Verdict(tuple(refused), tuple(doubts))

    def note(self, key: str, verdict: Verdict) -> None:
        """Write down what the guard says."""
        self._now[key] = [list(verdict.refused), list(verdict.doubts)]

    def known(self) -> dict[str, Any]:
        """All that was recalled or noted, as plain data."""
        return self._now


def verdict_key(draft: Draft, before: Sentence, after: str, hits: Sequence[Hit]) -> str:
    """A short name for all that the guard's answer depends on.

    Args:
        draft: the draft.
        before: the sentence as it is.
        after: what becomes of it.
        hits: the glossary terms in the sentence.
    """
    block = before.block
    return digest(
        repr(
            (
                (block.text, block.kind.value, block.block.level, before.tokens.start),
                [
                    (m.kind.value, m.span.start - block.offset, len(m.span))
                    for m in block.block.marks
                ],
                (draft.safe, draft.alters.value, draft.in_place, after),
                [hit.entry.term for hit in hits],
            )
        )
    )
