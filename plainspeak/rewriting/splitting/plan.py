"""Which cuts to make in a sentence, so that each of its parts is short enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise
from typing import TYPE_CHECKING

from plainspeak.language.cuts import LEAST_WORDS
from plainspeak.rewriting.splitting import (
    bracketed,
    defining,
    done_by,
    inserted,
    joined,
    linked,
    parallel,
    purpose,
    shared,
    supposed,
    trailing,
)

if TYPE_CHECKING:
    from plainspeak.rewriting.draft import Change, Scene
    from plainspeak.rewriting.splitting.cut import Cut

__all__ = ["plans"]

_FINDERS = (
    joined.found,
    shared.found,
    trailing.found,
    linked.found,
    bracketed.found,
    inserted.found,
    purpose.found,
    defining.found,
    done_by.found,
    parallel.found,
    supposed.found,
)
MOST_CUTS = 3
MOST_PLANS = 6


def plans(scene: Scene, longest: int) -> Iterator[tuple[Cut, ...]]:
    """Cuts that can be made together, the best first.

    Args:
        scene: the sentence.
        longest: the most words that a part should have; parts with more are cut again.
    """
    found = chain.from_iterable(finder(scene) for finder in _FINDERS)
    known: dict[tuple[Change, ...], Cut] = {}
    for cut in found:
        known.setdefault(cut.changes, cut)
    cuts = list(known.values())
    ranked = []
    for number in range(1, MOST_CUTS + 1):
        for chosen in combinations(sorted(cuts, key=lambda cut: cut.start), number):
            lengths = _lengths(scene, chosen)
            if lengths and min(lengths) >= LEAST_WORDS and not _clash(chosen):
                ranked.append((_rank(chosen, lengths, longest), chosen))
    ranked.sort(key=lambda each: each[0])
    safe = [chosen for _, chosen in ranked if all(cut.safe for cut in chosen)]
    others = [chosen for _, chosen in ranked if not all(cut.safe for cut in chosen)]
    yield from safe[: MOST_PLANS // 2]
    yield from others[:MOST_PLANS]


def _rank(cuts: Sequence[Cut], lengths: Sequence[int], longest: int) -> tuple[int, ...]:
    """Less is better: words too many, then trouble, then how uneven the parts are."""
    over = sum(max(0, length - longest) for length in lengths)
    trouble = sum(cut.trouble for cut in cuts)
    return over, len(cuts), trouble, max(lengths)


def _lengths(scene: Scene, cuts: Sequence[Cut]) -> list[int]:
    """How many of a sentence's words each part has."""
    parts = [0] * (len(cuts) + 1)
    for word in scene.sentence.words:
        # Brackets end before the sentence does: of the parts that hold a word, the last counts.
        holding = [n for n, cut in enumerate(cuts, 1) if cut.start <= word.span.start < cut.end]
        parts[max(holding, default=0)] += 1
    return parts


def _clash(cuts: Sequence[Cut]) -> bool:
    changes = sorted(
        (change for cut in cuts for change in cut.changes), key=lambda change: change.span.start
    )
    return any(first.span.end > second.span.start for first, second in pairwise(changes))
