"""How something is done, at the end of a sentence: `We keep costs down by sharing a van`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import inflection, standing, syntax
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Means", "means"]

_LEAST_WORDS = 6
_NOT_DONE_LISTED = """
    allow ask be become begin enable encourage end finish have help let mean seem start
"""
_NOT_DONE = frozenset(_NOT_DONE_LISTED.split())
"""Verbs after which `do this by` is no good: `we begin by`, `it lets you go by`."""
_SCOPES_LISTED = """
    not n't n’t never no nor only just mainly mostly simply partly either
"""
_SCOPES = frozenset(_SCOPES_LISTED.split())


@dataclass(frozen=True)
class Means:
    """Words from `by` and an `-ing` verb to the end of a sentence."""

    first: Token
    """`by`."""
    subject: Token | None
    """The subject of the main verb; `None` of a command."""
    modal: Token | None
    carrier: Token
    """The main verb, or the helper with the tense."""
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
    if _is_no_deed(root.head) or _goes_on(after):
        return None
    if any(token.lower_ in _SCOPES or token.tag_ == "EX" for token in before):
        return None
    carrier = syntax.finite_verb(root.head)
    later = [t for t in before if t.i > root.head.i]
    # "They say that we grow by", "people who live by": another verb could be meant.
    if any(t.tag_ in (*FINITE_TAGS, "VBG", "VBN") or t.tag_ == "TO" for t in later):
        return None
    if root.subject is None and not syntax.is_imperative(before):
        return None
    passive = any(each.verb.i == root.head.i for each in syntax.passives(before))
    return Means(tokens[place], root.subject, syntax.modal_of(root.head), carrier, passive)


def _opens(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].lower_ == "by" and tokens[place + 1].tag_ == "VBG"


def _is_no_deed(verb: Token) -> bool:
    return verb.pos_ != "VERB" or inflection.lemma_of(verb.lower_, "VERB") in _NOT_DONE


def _goes_on(after: Sequence[Token]) -> bool:
    """Whether the sentence may go on after the means: `by doing this, we`."""
    return any(
        token.text == ","
        and any(t.tag_ in FINITE_TAGS or t.pos_ == "SCONJ" for t in after[number + 1 :][:4])
        for number, token in enumerate(after)
    )
