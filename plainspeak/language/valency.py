"""What goes with a verb: whether its object stands before it, and which words hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.labels import has

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["adds_to", "does_to_noun", "is_done_to", "stands_before_noun"]

_PERFECT = frozenset({"have", "'ve", "’ve"})


def is_done_to(verb: Token) -> bool:
    """Whether what a verb does it does to something before it: `were told`, `people told of it`."""
    if verb.tag_ != "VBN":
        return False
    helpers = syntax.helpers_of(verb)
    return not helpers or helpers[-1].lemma_.lower() not in _PERFECT


def does_to_noun(verb: Token) -> bool:
    """Whether a noun is all that a verb is about: `ensure the quality`, not `ensure it is good`."""
    noun = syntax.object_of(verb)
    return noun is not None and noun.pos_ == "NOUN"


def stands_before_noun(word: Token) -> bool:
    """Whether a word says more of a noun right after it: `completed` in `the completed form`."""
    return has(word, "before a noun") and word.head.i > word.i


def adds_to(preposition: Token) -> Token:
    """What the phrase of a preposition says more of: the verb in `give people with pain help`?

    Returns:
        `people` there, but `provide` in `provide people with help`.
    """
    above: Token = preposition.head
    return above.head if has(preposition, "opens a phrase") else above
