"""How or when something is done, at the end of a sentence: `We keep costs down by sharing a van`.

Also `before we open`, `using a van`, `without asking you`, `rather than waiting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import inflection, standing, syntax
from plainspeak.language.labels import FINITE_TAGS, children

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Means", "means"]

_LEAST_WORDS = 6
_NOT_DONE_LISTED = """
    allow appear ask be become begin belong contain cost depend differ enable encourage end exist
    feel find finish have help include know lack let like mean need remain require seem show start
    tend think try want
"""
_NOT_DONE = frozenset(_NOT_DONE_LISTED.split())
"""Verbs after which `do this by` is no good: `we begin by`, `it lets you go by`."""
_SCOPES_LISTED = """
    not n't n’t never no nor only just mainly mostly simply partly either
"""
_SCOPES = frozenset(_SCOPES_LISTED.split())


@dataclass(frozen=True)
class Means:
    """Words from `by` and an `-ing` verb, or the like, to the end of a sentence."""

    first: Token
    """`by`, `before`, `using`."""
    subject: Token | None
    """The subject of the main verb; `None` of a command."""
    modal: Token | None
    carrier: Token
    """The main verb, or the helper with the tense."""
    duty: Token | None
    """`to`, if what is done is what they need to do: `You need to ring before you come`."""
    passive: bool
    """Whether the subject does not do it: `costs are kept down by`."""


def means(sentence: Iterable[Token]) -> Means | None:
    """How the main thing in a sentence is done, where nobody can take it for part of another."""
    tokens = list(sentence)
    place = next(
        (n for n in range(_LEAST_WORDS, len(tokens) - _LEAST_WORDS) if _opens(tokens, n)), 0
    )
    before, after = tokens[:place], tokens[place + 1 :]
    root = next((c for c in syntax.clauses(tokens) if c.kind == "root"), None)
    if not place or root is None or root.head.i >= tokens[place].i:
        return None
    if not standing.is_whole(before) or not standing.is_balanced(tokens, place):
        return None
    duty = _duty(root.head, tokens)
    deed = root.head if duty is None else duty.nbor()
    if _is_no_deed(deed) or deed.i >= tokens[place].i or _goes_on(after):
        return None
    if any(token.lower_ in _SCOPES or token.tag_ == "EX" for token in before):
        return None
    carrier = syntax.finite_verb(root.head)
    later = [t for t in before if t.i > deed.i]
    # "They say that we grow by", "people who live by": another verb could be meant.
    if any(t.tag_ in (*FINITE_TAGS, "VBG", "VBN") or t.tag_ == "TO" for t in later):
        return None
    if root.subject is None and not syntax.is_imperative(before):
        return None
    passive = any(each.verb.i == root.head.i for each in syntax.passives(before))
    modal = syntax.modal_of(root.head)
    return Means(tokens[place], root.subject, modal, carrier, duty, passive)


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word opens how or when: `by doing`, `before we do`, `using`."""
    word, after = tokens[place].lower_, tokens[place + 1 :]
    if word in ("rather", "instead"):
        return after[0].lower_ in ("than", "of") and after[1].tag_ == "VBG"
    if word == "using":
        return tokens[place - 1].pos_ in ("NOUN", "PROPN", "ADV")
    # "They should, before they ring, wait": the sentence goes on.
    time = word in ("after", "before") and tokens[place - 1].text != ","
    deed = (time or word in ("by", "without")) and after[0].tag_ == "VBG"
    return deed or (time and standing.has_subject(after))


def _duty(verb: Token, tokens: Sequence[Token]) -> Token | None:
    """The `to` of `need to` and `have to`; `None` where the main verb is another."""
    after = tokens[verb.i - tokens[0].i + 1 :][:2]
    needs = inflection.lemma_of(verb.lower_, "VERB") in ("need", "have")
    fits = len(after) == 2 and after[0].tag_ == "TO" and after[1].tag_ == "VB"
    return after[0] if needs and fits else None


def _is_no_deed(verb: Token) -> bool:
    # "The way is to ring by using": the way does nothing.
    told = bool(children(verb, "copula"))
    return told or verb.pos_ != "VERB" or inflection.lemma_of(verb.lower_, "VERB") in _NOT_DONE


def _goes_on(after: Sequence[Token]) -> bool:
    """Whether the sentence may go on after the means: `by doing this, we`, `and they must`."""
    if any(t.pos_ == "CCONJ" and standing.has_subject(after[n + 1 :]) for n, t in enumerate(after)):
        return True
    return any(
        token.text == ","
        and any(t.tag_ in FINITE_TAGS or t.pos_ == "SCONJ" for t in after[number + 1 :][:4])
        for number, token in enumerate(after)
    )
