"""The gloss first, and the term last: “The time between the two is the incubation period”."""

from __future__ import annotations

import re

from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.glossary.explaining.use import NO_WORDS, Use

__all__ = ["turned_round"]

# "The time between the two is the incubation period."
_TURNED_ROUND = pattern(
    r"(?P<gloss>(?!\w+ (?:\w+ )?way\b)(?:\S+\s){4,}\S+)\s(?:is|are)(?: an?| the| your| called)?\Z"
)


# "If you look after a friend for no pay, you are a carer."
_YOU_ARE = pattern(
    r"(?P<gloss>(?:if|when) (?:you|someone|somebody|people|a person)\s(?:\S+\s){3,}\S+),? "
    r"(?:you|they) are(?: an?)?\Z"
)


def turned_round(use: Use) -> Phrase | None:
    """What stands before “is X” at the end of a sentence."""
    own = _YOU_ARE.match(use.before.lstrip(NO_WORDS)) if not use.asks else None
    if own is not None and len(use.after.split()) < 2:
        return use.phrase(use.before_at + own.start("gloss"), own["gloss"])
    match = _TURNED_ROUND.match(use.before.lstrip(NO_WORDS))
    if match is None or use.asks or len(use.after.split()) > 2:
        return None
    at = use.before_at + len(use.before) - len(use.before.lstrip(NO_WORDS))
    what = use.phrase(at, match["gloss"])
    if re.search(r"\b(?:is|are|was|were)\b|\b(?:that|which|who)\Z", match["gloss"]):
        return None
    return what if what.names_kind or what.is_doing else None
