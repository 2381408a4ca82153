"""Whether `implementing the plan` can stand for `the implementation of the plan`.

An `-ing` has nobody who does it, so readers look for that in what comes before: `the house was
empty after removing him`. Where somebody else would be found, it does not fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.language import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["can_be_carried_out", "ing_fits"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TAKES_ING = _words("avoid consider include involve recommend towards")
"""After these, `-ing` fits whatever comes before."""
_HOSTS = {
    "by": frozenset[str](),
    "for": _words(
        """
        account accountable appropriate budget criterion framework guidance ideal important method
        necessary plan policy procedure process proposal reason responsibility responsible rule
        standard step strategy suitable system technique timetable tool use useful
        """
    ),
    "in": _words("help involve involved part role step success"),
    "of": _words(
        """
        advantage aim area aspect benefit cost idea importance means method part possibility price
        process purpose risk task way
        """
    ),
    "on": _words("advice concentrate emphasis focus guidance guide help information work"),
    "to": _words(
        """
        approach barrier commit commitment contribute contribution dedicate key limit obstacle
        relate restrict route solution step way
        """
    ),
}
"""Which words before a preposition make it clear who acts, or that it does not matter."""
_MAY_TAKE_ING = _words("by in of to")
_NOT_AFTER = _words(
    """
    according anniversary cause consequence date day effect follow followed history lead result time
    year
    """
)
"""After these, what happened matters, and not who did it: `the day of the removal`."""
_THINGS = _words("inclusion installation protection provision publication selection")
"""As a subject, these can be a thing: `the selection of wines is good`."""
_DEEDS = ("tion", "sion", "ment", "al", "use", "sale", "ance")
_HAPPENS = _words("begin continue end follow happen occur start")
_CARRIED_OUT = _words(
    """
    agreement decision instruction measure order plan policy procedure programme project
    recommendation scheme step strategy work
    """
)


def _before(token: Token) -> Token | None:
    """The word before one in its sentence."""
    return None if token.i == token.sent.start else token.nbor(-1)


def ing_fits(the: Token, noun: Token) -> bool | None:
    """Whether `-ing` fits in place of `the`, a noun and `of`.

    Args:
        the: the article.
        noun: what is done, as a noun.

    Returns:
        `True` if it surely does, `False` if it may, `None` if it does not.
    """
    before = _before(the)
    if syntax.is_subject(noun):
        return False if _can_be_subject(the, noun) else None
    if before is None:
        return None
    if before.lemma_.lower() in _TAKES_ING:
        return True
    host = _before(before)
    if host is None or before.lower_ not in _HOSTS:
        return None
    known = host.lemma_.lower() in _HOSTS[before.lower_]
    known = known or (before.lower_ == "by" and host.tag_ != "VBN")
    if known:
        return not _is_in_row(noun)
    if before.lower_ not in _MAY_TAKE_ING or not _NOT_AFTER.isdisjoint(
        (host.lower_, host.lemma_.lower())
    ):
        return None
    return False


def _is_in_row(noun: Token) -> bool:
    """Whether another such noun is joined to it or to what it speaks of: `and the sale of`."""
    following = noun.doc[noun.i + 1 : noun.sent.end]
    return any(
        token.pos_ == "CCONJ"
        and any(each.lower_.endswith(_DEEDS) for each in noun.doc[token.i + 1 : token.i + 3])
        for token in following
    )


def _can_be_subject(the: Token, noun: Token) -> bool:
    """Whether what is said of a deed can be said of the verb: `removing it helps`."""
    before = _before(the)
    clause = next((each for each in syntax.clauses(the.sent) if each.subject == noun), None)
    if clause is None or noun.lower_ in _THINGS or not (before is None or before.text == ","):
        return False
    happened = syntax.finite_verb(clause.head).tag_ == "VBD" or syntax.passives(clause.tokens)
    return not happened and clause.head.lemma_.lower() not in _HAPPENS


def can_be_carried_out(of: Token) -> bool:
    """Whether what comes after an `of` can be carried out: a plan, not a feature."""
    done_to = of.head if of.head.i > of.i else next(iter(of.rights), None)
    return done_to is not None and done_to.lemma_.lower() in _CARRIED_OUT
