"""What stands between commas after the subject that opens a sentence.

`Mind, a charity, helps us`, `The form, which is free, asks`. A sentence is any run of tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Insertion", "insertion"]

_MOST_ADVERBS = 2
_LONGEST_SUBJECT = 12
_STARTS = frozenset({"DT", "PRP$"})
"""Tags that what explains a noun starts with: `a charity`, `its founder`."""
_NOT_PLAIN = frozenset({"CC", "WDT", "WP", "WRB", "TO", "VBG"})


@dataclass(frozen=True)
class Insertion:
    """Words between two commas, or dashes, that say more of the subject before them."""

    noun: Token
    """The head of the subject."""
    opening: Token
    """The comma before it."""
    first: Token
    """Its first word: `which`, or the article of a noun."""
    closing: Token
    """The comma after it."""
    verb: Token
    """The main verb after it, the word with the tense."""
    own_verb: Token | None
    """The word with the tense of a relative clause; `None` if a noun explains a noun."""


def insertion(sentence: Iterable[Token]) -> Insertion | None:
    """What the commas after the subject of a sentence hold; `None` if there is nothing such."""
    tokens = list(sentence)
    opening = next((n for n, t in enumerate(tokens[:_LONGEST_SUBJECT]) if t.text == ","), 0)
    if not opening or any(_is_verb(token) for token in tokens[:opening]):
        return None
    closing = _closing(tokens, opening)
    if closing is None:
        return None
    after = tokens[closing + 1 :]
    verb = _first_verb(after)
    if verb is None or verb.tag_ not in FINITE_TAGS:
        return None
    root = next((c for c in syntax.clauses(tokens) if c.kind == "root"), None)
    noun = root.subject if root is not None else None
    if root is None or noun is None or not tokens[0].i <= noun.i < tokens[opening].i:
        return None
    if syntax.finite_verb(root.head).i != verb.i or tokens[0].pos_ in ("ADP", "SCONJ", "ADV"):
        return None
    inside = tokens[opening + 1 : closing]
    first = inside[0]
    if first.lower_ in ("who", "which"):
        own = _first_verb(inside[1:])
        if own is None or own.tag_ not in FINITE_TAGS:
            return None
        return Insertion(noun, tokens[opening], first, tokens[closing], verb, own)
    if first.tag_ in _STARTS and _is_plain(inside):
        return Insertion(noun, tokens[opening], first, tokens[closing], verb, None)
    return None


def _is_verb(token: Token) -> bool:
    return token.tag_ in FINITE_TAGS or token.tag_ in ("VB", "CC", "WDT", "WP", "WRB")


def _closing(tokens: Sequence[Token], opening: int) -> int | None:
    """The comma that a verb with a tense follows; `None` if there are several."""
    found = [
        number
        for number, token in enumerate(tokens[opening + 2 : -2], start=opening + 2)
        if token.text == "," and _first_verb(tokens[number + 1 :]) is not None
    ]
    return found[0] if found else None


def _first_verb(tokens: Sequence[Token]) -> Token | None:
    """The verb that comes first, or after an adverb or two."""
    opening = tokens[: 1 + _MOST_ADVERBS]
    word = next((token for token in opening if token.pos_ != "ADV"), None)
    return word if word is not None and word.tag_ in FINITE_TAGS else None


def _is_plain(inside: Sequence[Token]) -> bool:
    """Whether words are one noun phrase: no row, no clause."""
    return all(
        token.text != "," and token.tag_ not in _NOT_PLAIN and token.tag_ not in FINITE_TAGS
        for token in inside
    )
