"""Whether the sentence that uses a term explains it."""

from __future__ import annotations

from plainspeak.glossary.explaining.full_words import short_form
from plainspeak.glossary.explaining.named import named
from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.glossary.explaining.predicate import predicate_of
from plainspeak.glossary.explaining.said import said_of
from plainspeak.glossary.explaining.set_off import glossed
from plainspeak.glossary.explaining.turned import turned_round
from plainspeak.glossary.explaining.use import Use

__all__ = ["explained_in_sentence"]

_ROLE = pattern(r"['’]?s?\s?(?:role|job|purpose|aim|goal) is to\s(?P<gloss>.+)")
_ROLE_BEFORE = pattern(r"\b(?:role|job|purpose|aim|goal) of(?: an?| the)?\Z")
_IS_TO = pattern(r"is to\s(?P<gloss>.+)")
_WITH = pattern(
    r"\W*(?:(?:with|under|in|during|on)(?: an?)?|(?:if|when) you (?:are|get|have|own|rent|"
    r"buy)(?: an?| the)?)\Z"
)
_THEN = pattern(
    r",?\s?(?P<gloss>(?:you|people|someone|the council|the people|your \w+)\s"
    r"(?!(?:can|could|will|may|might|must|need|should|have|still|also|always|never|"
    r"only)\b)\S+\s.+)"
)
_AT_SUCH = pattern(r"\W*(?:in|during|at|under|with) an?\Z")
_ONE_DOES = pattern(
    r",\s(?P<gloss>an? (?:[\w’'-]+ ){1,5}?(?:\w+s|(?:is|are) (?:\w+ly )?\w+(?:ed|"
    r"en))\s(?:\S+\s){2}\S.*)"
)
# "To work out your gross pay, add …"
_TO_FIND = pattern(r"\W*to (?:work out|calculate|find|get) (?:your|the|an?)\Z")
_DO_SO = pattern(r",\s(?P<gloss>(?:add|take|divide|multiply|subtract)\s(?:\S+\s){2}\S.*)")
# "We use the term X for …"
_WE_USE = pattern(r"\buses? (?:the )?(?:term|word|phrase|name|label)?\Z")
_FOR = pattern(
    r"(?:for|to (?:mean|describe|refer to|talk about|say)|when we (?:mean|talk about))\s"
    r"(?P<gloss>(?:\S+\s){2}\S.*)"
)
# "To retrofit a house is to add …", "being bankrupt means that …"
_TO_BE = pattern(r"\W*(?:to|being|to be|having|getting|going)(?: an?)?\Z")
_IS_SO = pattern(
    r"(?:[\w’'-]+ ){0,4}?(?:is to|means?(?: that)?(?=\s))\s(?!(?:\S+ ){1,3}(?:can|cannot|will|"
    r"must|may)\b)"
    r"(?P<gloss>(?:\S+\s){2}\S.*)"
)
_FRAMES = (
    (_WITH, _THEN),
    (_AT_SUCH, _ONE_DOES),
    (_TO_FIND, _DO_SO),
    (_WE_USE, _FOR),
    (_TO_BE, _IS_SO),
    (_ROLE_BEFORE, _IS_TO),
)
"""What stands before a term, and after it: both together explain it."""
_QUOTED_THAT = pattern(
    r"(?P<gloss>(?:\w+\s)?(?:that|which|where|who)[’']?s?\s(?!(?:we|i|is|was|has|"
    r"had)\b)\S+\s\S+.*)"
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
    return found or _framed(use) or turned_round(use)


def _framed(use: Use) -> Phrase | None:
    """What explains a term together with the words before it."""
    for opening, rest in _FRAMES:
        # What follows has one place to start at; what stands before is searched through.
        match = rest.match(use.after)
        if match is None:
            continue
        before = use.before if opening in (_WE_USE, _ROLE_BEFORE) else use.clause_before.rstrip()
        if opening.search(before):
            return use.gloss(match)
    return None
