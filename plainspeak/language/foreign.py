"""Whether words are English at all: a page may have a part in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["is_foreign"]

_LEAST = 6
"""Fewer words may well have none of the small words of English."""
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "about after all also and any are be because been before but by can could does every for "
        "from had has have her how if into it its may more must my need not of or our out she "
        "should some than that the their them then there these they this those to up use we were "
        "what when where which who with would you your",
    )
)
"""The small words of English that other languages do not write too."""


def is_foreign(words: Iterable[str]) -> bool:
    """Whether a sentence is in another language than English.

    Args:
        words: of the sentence, in order. A short one counts as English.
    """
    held = [word.lower() for word in words if word.isalpha()]
    return len(held) >= _LEAST and _SMALL_WORDS.isdisjoint(held)
