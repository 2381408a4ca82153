"""Words that give way to what their finding offers: figures, dates, signs, “must” for “shall”.

Each rule whose offers fit where its words stand has a line in `OFFERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plainspeak.model import Finding
from plainspeak.rewrite.draft import Change, Draft, Fact, Scene


class _Offers(NamedTuple):
    """What to think of the offers of a rule."""

    alters: Fact
    """What they change on purpose."""
    is_safe: Callable[[str, str], bool]
    """Whether nobody need look, by the words and the only offer for them."""


def _always(words: str, offer: str) -> bool:
    return True


def _never(words: str, offer: str) -> bool:
    return False


def _as_exact(words: str, offer: str) -> bool:
    """Whether the figures stay as they are: “25%” for “25 per cent”, but not “1 in 4”."""
    return re.sub(r"\D", "", words) == re.sub(r"\D", "", offer)


def _is_one_word(words: str, offer: str) -> bool:
    """Whether only one word changes: among several a name could hide."""
    return " " not in words


OFFERS = {
    "bracket-plural": _Offers(Fact.NONE, _always),
    "capitals": _Offers(Fact.NAMES, _is_one_word),
    "contraction": _Offers(Fact.NONE, _always),
    "date-format": _Offers(Fact.NUMBERS | Fact.NAMES | Fact.READING, _always),
    "decimal": _Offers(Fact.NUMBERS | Fact.QUANTITIES | Fact.READING, _never),
    "double-negative": _Offers(Fact.NEGATION | Fact.QUANTITIES | Fact.CONDITIONS, _never),
    "empty-start": _Offers(Fact.NONE, _never),
    "large-number": _Offers(Fact.NUMBERS | Fact.QUANTITIES | Fact.READING, _as_exact),
    "number-words": _Offers(Fact.NONE, _always),
    "percentage": _Offers(Fact.NUMBERS | Fact.QUANTITIES | Fact.READING, _as_exact),
    "range": _Offers(Fact.NUMBERS | Fact.READING, _always),
    "roman-numeral": _Offers(Fact.NUMBERS | Fact.NAMES, _never),
    "shall": _Offers(Fact.MODALS, _never),
    "slash": _Offers(Fact.READING, _always),
    "symbol": _Offers(Fact.QUANTITIES | Fact.READING, _always),
    "time-format": _Offers(Fact.NUMBERS | Fact.READING, _always),
}
"""By rule. Signs are short to write but must be read aloud as words, so these may be longer."""

RULES = tuple(OFFERS)


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """A draft for each offer; where there are several, only the writer knows which is meant."""
    offers = OFFERS[finding.rule]
    words = scene.words(finding.span)
    for offer in finding.suggestions:
        yield Draft.of(
            [Change.to(finding.span, offer)],
            safe=len(finding.suggestions) == 1 and offers.is_safe(words, offer),
            alters=offers.alters,
        )
