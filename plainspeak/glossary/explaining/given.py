"""Whether a sentence is the explanation that the glossary gives, perhaps a word or two changed."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

__all__ = ["content", "has_most", "is_given"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL_WORDS = """
    a an and are as at be by can for from has have in is it its of on or that the their they this to
    was were when which who with you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())
ENOUGH = 0.8
"""The share of its content words that a sentence must keep."""


def is_given(sentence: str, explanation: str) -> bool:
    """Whether a sentence has nearly all the content words of an explanation.

    Args:
        sentence: as the document has it.
        explanation: the entry's.
    """
    return has_most(content(sentence), content(explanation))


def has_most(said: AbstractSet[str], wanted: AbstractSet[str]) -> bool:
    """Whether nearly all the content words of an explanation are among those of a sentence."""
    return bool(wanted) and len(wanted & said) >= ENOUGH * len(wanted)


def content(text: str) -> set[str]:
    """The words of a text that say something, in small letters."""
    return {word for match in _WORD.finditer(text) if (word := match[0].lower()) not in _SMALL}
