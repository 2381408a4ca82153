"""Words at the end of a sentence, and in brackets, that could be a sentence of their own.

`..., which helps us`, `..., making it easier`, `..., including children`, `(it is free)`. A
sentence is any run of tokens; label schemes do not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.labels import FINITE_TAGS, W_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Bracket", "Tail", "brackets", "examples", "participles", "relatives"]

_PRONOUNS = frozenset({"it", "they", "this", "these", "you", "we", "he", "she", "there"})
_MOST_ADVERBS = 2


@dataclass(frozen=True)
class Tail:
    """Words after a comma that run to the end of a sentence."""

    first: Token
    """Their first word: `which`, `making`, `including`."""
    verb: Token
    """Their verb: of a relative clause the word with the tense; `making`."""
    noun: Token | None
    """The noun they say more of; `None` if that is the whole sentence, or nobody can tell."""


@dataclass(frozen=True)
class Bracket:
    """A sentence in brackets inside another."""

    opening: Token
    closing: Token


def relatives(sentence: Iterable[Token]) -> list[Tail]:
    """The relative clauses with `which` or `who` as their subject that follow a comma."""
    tokens = list(sentence)
    clauses = [clause for clause in syntax.clauses(tokens) if clause.kind == "relative"]
    found = []
    for number, token in enumerate(tokens[2:-2], start=2):
        if token.lower_ not in ("which", "who") or tokens[number - 1].text != ",":
            continue
        after = tokens[number + 1 : number + 2 + _MOST_ADVERBS]
        verb = next((other for other in after if other.pos_ != "ADV"), None)
        if verb is None or verb.tag_ not in FINITE_TAGS or _goes_on(tokens[number + 1 :], verb):
            continue
        around = [clause for clause in clauses if token in clause.tokens]
        noun = around[0].head.head if around else None
        if noun is not None and (noun.pos_ not in ("NOUN", "PROPN") or noun.i > token.i):
            noun = None
        found.append(Tail(token, verb, noun))
    return found


def _goes_on(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether the sentence before goes on after what seems its end: `, which is free, has`."""
    for number, token in enumerate(tokens[:-1]):
        if token.text == "," and token.i > verb.i:
            after = next((t for t in tokens[number + 1 :] if t.pos_ != "ADV"), token)
            if after.tag_ in (*FINITE_TAGS, "VB", "TO"):
                return True
    return False


def participles(sentence: Iterable[Token]) -> list[Tail]:
    """The `-ing` clauses at the end of a sentence: `..., making it easier`."""
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-2], start=2):
        if token.tag_ != "VBG" or token.pos_ != "VERB" or tokens[number - 1].text != ",":
            continue
        # "Reading, writing and counting" is a row, and "testing" may be a thing.
        if syntax.is_subject(token) or tokens[number + 1].pos_ in ("CCONJ", "PUNCT"):
            continue
        if _goes_on(tokens[number + 1 :], token) or any(
            other.tag_ == "VBG" and other.i != token.i for other in (token.head, *token.conjuncts)
        ):
            continue
        head = token.head
        found.append(Tail(token, token, head if head.pos_ in ("NOUN", "PROPN") else None))
    return found


def examples(sentence: Iterable[Token]) -> list[Tail]:
    """Where `including` gives examples of what stands right before it, up to the end."""
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-2], start=2):
        if token.lower_ != "including" or tokens[number - 1].text != ",":
            continue
        noun, after = tokens[number - 2], tokens[number + 1]
        if after.pos_ in ("ADP", "SCONJ", "PUNCT", "ADV") or after.tag_ in W_TAGS:
            continue
        if noun.pos_ in ("NOUN", "PROPN") and not _goes_on(tokens[number + 1 :], token):
            found.append(Tail(token, token, noun))
    return found


def brackets(sentence: Iterable[Token]) -> list[Bracket]:
    """The brackets that hold a sentence with a subject and a verb: `(they are free)`."""
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens):
        if token.text != "(":
            continue
        closing = next((t for t in tokens[number + 1 :] if t.is_bracket), None)
        if closing is None or closing.text != ")":
            continue
        inside = tokens[number + 1 : tokens.index(closing)]
        if len(inside) < 2:
            continue
        after = next((t for t in inside[1:] if t.pos_ != "ADV"), inside[0])
        if inside[0].lower_ in _PRONOUNS and after.tag_ in FINITE_TAGS:
            found.append(Bracket(token, closing))
    return found
