"""Whether the sentence that uses a term explains it."""

from __future__ import annotations

from plainspeak.glossary.explaining.full_words import short_form
from plainspeak.glossary.explaining.named import named
from plainspeak.glossary.explaining.phrases import Phrase, pattern
from plainspeak.glossary.explaining.predicate import predicate_of
from plainspeak.glossary.explaining.said import said_of
from plainspeak.glossary.explaining.set_off import glossed
from plainspeak.glossary.explaining.turned import turned_round
from plainspeak.glossary.explaining.use import Use

__all__ = ["explained_in_sentence"]

_ROLE = pattern(r"['’]?s?\s?(?:role|job|purpose|aim|goal) is to\s(?P<gloss>.+)")
_ROLE_BEFORE = pattern(r"\b(?:role|job|purpose|aim|goal) of(?: an?| the)?\Z")
_IS_TO = pattern(r"is to\s(?P<gloss>.+)")
_WITH = pattern(r"\W*(?:with|under|in|during|on|if you (?:are|get|have))(?: an?)?\Z")
_THEN = pattern(
    r",?\s?(?P<gloss>(?:you|people|someone|the council|the people|your \w+)\s"
    r"(?!(?:can|could|will|may|might|must|need|should|have)\b)\S+\s.+)"
)
_QUOTED_THAT = pattern(
    r"(?P<gloss>(?:\w+\s)?(?:that|which|where|who)[’']?s?\s(?!(?:we|i|is|was|has|had)\b)\S+\s\S+.*)"
)


def explained_in_sentence(use: Use, taken: frozenset[int]) -> Phrase | None:
    """The words that explain a term in the sentence that uses it, if there are any.

    Args:
        use: the term.
        taken: every offset that some use of the term covers.
    """
    found = short_form(use, taken) or named(use) or glossed(use)
    if found is None and (said := predicate_of(use)) is not None:
        found = said_of(use, said)
    if found is None and use.is_introduced and (that := _QUOTED_THAT.match(use.after)):
        found = use.gloss(that)
    if found is None and (role := _ROLE.match(use.after)):
        found = use.gloss(role)
    if found is None and _ROLE_BEFORE.search(use.before) and (to := _IS_TO.match(use.after)):
        found = use.gloss(to)
    if found is None and _WITH.match(use.before) and (then := _THEN.match(use.after)):
        found = use.gloss(then)
    return found or turned_round(use)
