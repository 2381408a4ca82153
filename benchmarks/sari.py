"""SARI: how near a rewrite is to what people wrote (Xu and others, 2016).

The mean of three scores over runs of one to four words: the words kept and the words added, as F1,
and the words deleted, as precision. This is the definition of the paper, for one sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

__all__ = ["sari"]

LONGEST = 4
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")

Grams = Counter[tuple[str, ...]]


def sari(before: str, after: str, references: Sequence[str]) -> float:
    """The SARI of one rewrite, from 0 to 100.

    Args:
        before: the text as it was.
        after: the rewrite.
        references: what people made of it; at least one.

    Raises:
        ValueError: there are no references.
    """
    if not references:
        raise ValueError("SARI needs at least one reference")
    source, output = _tokens(before), _tokens(after)
    wanted = [_tokens(reference) for reference in references]
    scores = [
        _score(_grams(source, size), _grams(output, size), [_grams(w, size) for w in wanted])
        for size in range(1, LONGEST + 1)
    ]
    return 100 * sum(sum(each) for each in scores) / (3 * LONGEST)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def _grams(tokens: Sequence[str], size: int) -> Grams:
    return Counter(tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1))


def _score(source: Grams, output: Grams, references: Sequence[Grams]) -> tuple[float, float, float]:
    """Kept, deleted and added for runs of one length."""
    count = len(references)
    wanted: Grams = sum(references, Counter())
    # As many of each as there are references, so that each counts by how many of them have it.
    source_many = Counter({gram: number * count for gram, number in source.items()})
    output_many = Counter({gram: number * count for gram, number in output.items()})

    kept = source_many & output_many
    kept_well = kept & wanted
    to_keep = source_many & wanted
    precision = _mean(kept_well[gram] / kept[gram] for gram in kept)
    recall = _mean(kept_well[gram] / to_keep[gram] for gram in to_keep)

    deleted = source_many - output_many
    deleted_well = deleted - wanted
    deletion = _mean(deleted_well[gram] / deleted[gram] for gram in deleted)

    added = set(output) - set(source)
    to_add = set(wanted) - set(source)
    added_well = len(added & to_add)
    addition = _f1(added_well / (len(added) or 1), added_well / (len(to_add) or 1))
    return _f1(precision, recall), deletion, addition


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
