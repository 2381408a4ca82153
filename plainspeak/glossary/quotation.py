"""Words inside quotation marks, and words that are talked about rather than used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainspeak.language.analysis import AnalysedBlock

__all__ = ["is_mention", "quoted_in", "quoted_stretches"]

_QUOTED = re.compile(
    r"“(?P<double>[^“”]{1,600})”"
    r'|(?<![\w"])"(?P<straight>[^"]{1,600})"(?!\w)'
    r"|(?<!\w)‘(?P<single>(?:[^‘’]|’(?=\w)){1,600})’(?!\w)"
    r"|(?<![\w'])'(?P<plain>(?:[^']|'(?=\w)){1,600})'(?!\w)"
)

_TALKING_BEFORE = re.compile(
    r"\b(?:words?|terms?|phrases?|language|jargon|labels?|expressions?|acronym|abbreviation|"
    r"call(?:ed|s|ing)?|known as|referred to as|dismissed as|described as|labelled(?: as)?|"
    r"named|termed|titled|entitled|like|such as|as in|say(?:s|ing)?|saying|wrote|"
    r"instead of|rather than|not|meaning of|definition of|so-called)\W*(?:the |an? )?$",
    re.IGNORECASE,
)
_TALKING_AFTER = re.compile(
    r"^\W*(?:\w+\W+)?(?:words?|terms?|phrases?|language|jargon|labels?|expressions?|means?|"
    r"refers? to)\b",
    re.IGNORECASE,
)


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Offsets of what stands between quotation marks, the marks left out."""
    stretches = []
    for match in _QUOTED.finditer(text):
        group = match.lastgroup
        if group:
            stretches.append(match.span(group))
    return stretches


def quoted_in(block: AnalysedBlock) -> Sequence[tuple[int, int]]:
    """The quoted stretches of a block's text: ask with `block.once`, as many rules do."""
    return quoted_stretches(block.text)


def is_mention(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether the words at `[start, end)` are quoted on their own and talked about.

    "the word ‘prototype’", "dismissed as ‘the usual suspects’". The quotation holds these words
    and at most two more.
    """
    for left, right in quoted:
        if left <= start and end <= right:
            extra = len(text[left:start].split()) + len(text[end:right].split())
            if extra <= 2 and (
                _TALKING_BEFORE.search(text[max(0, left - 40) : left - 1])
                or _TALKING_AFTER.search(text[right + 1 : right + 40])
            ):
                return True
    return False
