"""Sentences that start with an empty `there` or `it`: `There are people who ...`.

A sentence is any run of tokens, as in `plainspeak.language.syntax`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.labels import has

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

__all__ = ["EmptyStart", "empty_starts"]

# Labels: Universal Dependencies, ClearNLP.
_BE = frozenset({"is", "are", "was", "were", "'s", "’s"})
_RELATIVES = frozenset({"who", "that", "which"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
# "reasons why", "one way you can", "a fear that it may": the clause says why, how or what.
_ADVERBIAL_LISTED = """
    agreement assumption belief case cause chance circumstance claim concern condition danger day
    doubt evidence fact fear feeling guarantee hope idea instance moment occasion place point
    possibility proof reason report risk scenario sense sign situation step suggestion time view way
    worry
"""
_ADVERBIAL = frozenset(_ADVERBIAL_LISTED.split())
# "problems opening the file": the noun does not act.
_NO_DOER_LISTED = """
    benefit case chance cost danger difficulty excuse experience fun harm issue joy need objection
    pleasure point problem purpose question reason risk rule sense trouble use value way
"""
_NO_DOER = frozenset(_NO_DOER_LISTED.split())
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_CONDITIONS = frozenset({"if", "whether", "when"})
_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "they"})
# "many scenarios involving": these say what a thing is, not what it does.
_STANDING_LISTED = """
    according asking being concerning consisting containing covering depending describing explaining
    following giving having including involving lasting linking meaning missing offering pertaining
    providing ranging regarding relating remaining saying selling showing starting telling
"""
_STANDING = frozenset(_STANDING_LISTED.split())


@dataclass(frozen=True)
class EmptyStart:
    """An empty `there` or `it`, and what the sentence is really about."""

    first: Token
    """`there` or `it`."""
    verb: Token
    """The `is` or `are` after it."""
    noun: SpacySpan
    """What the sentence is about: `many people`."""
    kind: str
    """`subject` (`There are people who work`), `object` (`There are things that we do`), `doing`
    (`There are people working`) or `cleft` (`It was the nurse who rang`)."""
    link: Token | None
    """`who`, `that` or `which`; `None` if there is none."""
    action: Token
    """The head of the clause that a direct sentence would be: `work`."""


def empty_starts(sentence: Iterable[Token]) -> list[EmptyStart]:
    """Where `there` or `it` only puts off what a sentence is about, in order.

    Only where nothing but the noun stands between, so that a direct sentence can be made:
    `There are also`, `There may be`, and clauses that only follow (`, which`) are left out.
    """
    found = []
    for token in sentence:
        if token.lower_ not in ("there", "it") or token.i + 2 >= len(token.doc):
            continue
        verb = token.nbor()
        if verb.lower_ not in _BE or verb.pos_ not in ("AUX", "VERB"):
            continue
        if token.lower_ == "there" and token.tag_ == "EX":
            start = _there(token, verb)
        elif token.lower_ == "it":
            start = _cleft(token, verb)
        else:
            continue
        if start is not None:
            found.append(start)
    return found


def _there(first: Token, verb: Token) -> EmptyStart | None:
    noun = next((each for each in verb.rights if has(each, "what there is")), None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    for clause in noun.rights:
        before = first.doc[verb.i + 1 : clause.left_edge.i]
        if not has(clause, "clause of a noun") or not before or not _is_phrase(before, noun):
            continue
        found = _direct(noun, clause)
        if found is not None:
            kind, link = found
            # "if there is a place you like": turned round, the condition would be another.
            if kind == "object" and first.i and first.nbor(-1).lower_ in _CONDITIONS:
                continue
            return EmptyStart(first, verb, before, kind, link, clause)
    return None


def _direct(noun: Token, clause: Token) -> tuple[str, Token | None] | None:
    """What a clause makes of the noun it hangs on: its kind, as in `EmptyStart`, and its link."""
    first = clause.left_edge
    after = first.nbor() if first.i + 1 < len(first.doc) else None
    lemma = noun.lemma_.lower()
    if not syntax.is_finite(clause):
        acts = clause.tag_ == "VBG" and first.i == clause.i == noun.i + 1
        acts = acts and clause.lower_ not in _STANDING and lemma not in _NO_DOER
        return ("doing", None) if acts else None
    subject = syntax.subject_of(clause)
    if subject is None or after is None:
        return None
    linked = first.lower_ in _RELATIVES
    if linked and subject.i == first.i:
        return ("subject", first) if after.tag_ in _FINITE or after.pos_ == "ADV" else None
    # "a fear that it works": there "that" is no part of the clause.
    if lemma in _ADVERBIAL or has(first, "marker") or clause.pos_ != "VERB":
        return None
    if linked:
        return ("object", first)
    near = first.lower_ in _PRONOUNS and subject.i == first.i == noun.i + 1
    return ("object", None) if near else None


def _is_phrase(between: SpacySpan, noun: Token) -> bool:
    """Whether all the words are the noun's own, so that nothing is lost between.

    After `the` or `this`, readers know the thing, and `there is` only points at it.
    """
    if between[0].lower_ in _KNOWN or between[0].pos_ in ("ADP", "PART"):
        return False
    return all(
        (token.i == noun.i or noun.is_ancestor(token))
        and not token.is_punct
        and token.lower_ != "not"
        for token in between
    )


def _cleft(first: Token, verb: Token) -> EmptyStart | None:
    """`It was the nurse who rang`: with `who`, `it` cannot stand for a thing named before."""
    for link in first.doc[verb.i + 2 : verb.i + 9]:
        if link.lower_ != "who":
            if link.is_punct or link.sent_start == 1:
                return None
            continue
        noun = link.doc[verb.i + 1 : link.i]
        head = noun.root
        after = link.nbor() if link.i + 1 < len(link.doc) else None
        named = noun[0].lower_ in ("the", "our", "your", "their") or head.pos_ == "PROPN"
        whole = head.i == link.i - 1 or head.pos_ == "PROPN"
        acts = after is not None and (after.tag_ in _FINITE or after.pos_ == "ADV")
        if after is None or not (acts and named and whole and head.pos_ in ("NOUN", "PROPN")):
            return None
        return EmptyStart(first, verb, noun, "cleft", link, after)
    return None
