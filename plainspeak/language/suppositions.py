"""A condition at the start of a sentence: `If your form is late, we will ring you`.

Only those that can be told as something that might be so: in the present, in one clause, without
`any`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import inflection, standing, syntax
from plainspeak.language.labels import FINITE_TAGS, W_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Supposition", "supposition"]

_LEAST_WORDS = 6
_OPENINGS = frozenset({"also", "but", "example", "however", "instance", "so", "still"})
_LEAST_OWN = 4
_NEVER_LISTED = """
    any anybody anyone anything anywhere ever yet either neither even only no nobody nothing
    nor never unless if when whether
"""
_NEVER = frozenset(_NEVER_LISTED.split())
"""Words that mean something else, or nothing, after `might`."""
_WORDS = frozenset({"if", "where"})
_SHORT = {"re": "be", "ve": "have", "m": "be"}
_NOT = frozenset({"not", "n't", "n’t"})


@dataclass(frozen=True)
class Supposition:
    """A condition and what it governs."""

    word: Token
    """`if` or `where`."""
    verb: tuple[Token, ...]
    """The verb of the condition, or its helper, and `not`."""
    base: str
    """What stands for them after `might`: `be`, `not be`, `not` for `do not`."""
    ends: tuple[Token, ...]
    """What ends the condition: a comma, `then`, both, or nothing."""
    main: Token
    """The first word of what it governs."""


def supposition(sentence: Iterable[Token]) -> Supposition | None:
    """The condition that opens a sentence; `None` if it is none that could be told by itself."""
    tokens = list(sentence)
    place = _place(tokens)
    if place is None:
        return None
    bounds = _end(tokens, place)
    if bounds is None:
        return None
    start, end = bounds
    own, rest = tokens[place + 1 : start], tokens[end:]
    words = _verb(own)
    if words is None or len(own) < _LEAST_OWN or len(rest) < _LEAST_WORDS:
        return None
    ends = tuple(tokens[start:end])
    return Supposition(tokens[place], words, _after_might(words), ends, tokens[end])


def _after_might(verb: Sequence[Token]) -> str:
    base = _base(verb[0])
    if len(verb) == 1:
        return base
    return "not" if base == "do" else f"not {base}"


def _base(verb: Token) -> str:
    """A verb without its tense; nothing if it is short for one of several."""
    if verb.lower_ in ("can", "ca"):
        return "be able to"
    if verb.text[0] not in "'’":
        return inflection.lemma_of(verb.lower_, "VERB")
    if verb.lower_[1:] == "s":
        return "" if verb.nbor().tag_ in ("VBN", "VBD") else "be"
    return _SHORT.get(verb.lower_[1:], "")


def _place(tokens: Sequence[Token]) -> int | None:
    """Where the word stands: first, or after `For example,`."""
    place = next((n for n, token in enumerate(tokens[:4]) if token.lower_ in _WORDS), None)
    if place is None or place == 0:
        return place
    opening = tokens[: place - 1]
    fits = tokens[place - 1].text == "," and any(t.lower_ in _OPENINGS for t in opening)
    return place if fits else None


def _end(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """From where to where the words go that end the condition."""
    depth = 0
    for number in range(place + 2, len(tokens) - 2):
        token = tokens[number]
        depth += (token.text == "(") - (token.text == ")")
        if depth:
            continue
        if token.text == ",":
            end = number + 1 + (tokens[number + 1].lower_ == "then")
        elif token.lower_ == "then":
            end = number + 1
        elif _opens_main(token):
            return number, number
        else:
            continue
        rest = tokens[end:]
        if (
            standing.has_subject(rest)
            or rest[0].tag_ in ("VB", "VBP")
            or rest[0].lower_ == "please"
        ):
            # "If it rains, and it is cold": only the first part would be told.
            return number, end
        return None
    return None


def _opens_main(token: Token) -> bool:
    """Whether a pronoun opens the main clause, though no comma shows it: `If it rains you can`."""
    return (
        token.tag_ == "PRP"
        and token.nbor().tag_ == "MD"
        and token.nbor(-1).text != ","
        and any(
            clause.kind == "root" and clause.subject is not None and clause.subject.i == token.i
            for clause in syntax.clauses(token.sent)
        )
    )


def _verb(own: Sequence[Token]) -> tuple[Token, ...] | None:
    """The verb with the tense, where the condition has one alone and it can follow `might`."""
    if not own or any(map(_is_never, own)):
        return None
    if sum(token.is_quote for token in own) % 2:
        return None
    text = [token.text for token in own]
    if text.count("(") != text.count(")") or {"[", "]", ":", ";"}.intersection(text):
        return None
    finite = [n for n, token in enumerate(own) if token.tag_ in FINITE_TAGS]
    if not finite or not standing.has_subject(own):
        return None
    verb = own[finite[0]]
    after = own[finite[0] + 1 : finite[0] + 2]
    negated = bool(after) and after[0].lower_ in _NOT
    lemma = _base(verb)
    if not lemma or verb.tag_ == "VBD" or (verb.tag_ == "MD" and lemma != "be able to"):
        return None
    if lemma == "do" and verb.pos_ == "AUX" and not negated:
        return None
    # "It might be going to rain".
    if after and after[0].lower_ == "going":
        return None
    for number in finite[1:]:
        # "A niche need": taggers take the noun for a verb.
        if number == len(own) - 1 and own[number].tag_ == "VBP":
            continue
        # A second verb must be in a part of its own: "people who live here", "because it is".
        if not _is_under(own[finite[0] : number]):
            return None
    return (verb, after[0]) if negated else (verb,)


def _is_never(token: Token) -> bool:
    around = token.nbor(-1).lower_, token.lower_, token.nbor().lower_
    fine = around[:2] == ("without", "any") or around[1:] == ("even", "though")
    return token.lower_ in _NEVER and not fine


def _is_under(between: Sequence[Token]) -> bool:
    """Whether words from a verb to another open a part that the other belongs to."""
    # "The values it uses": nothing but a pronoun opens it.
    bare = len(between) > 2 and between[-1].tag_ == "PRP" and between[-2].pos_ == "NOUN"
    opened = [t.i for t in between if t.tag_ in W_TAGS or t.pos_ == "SCONJ"]
    joined = [t.i for t in between if t.pos_ == "CCONJ"]
    return bare or bool(opened and not (joined and joined[-1] > opened[-1]))
