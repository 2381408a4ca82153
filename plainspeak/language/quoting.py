"""Who says what a sentence tells: `..., says the report`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import inflection
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SAYING", "ends_with_speaker", "opens_speech"]

_VERBS = """
    add admit agree announce argue believe claim complain explain report say suggest tell think warn
    write
"""
SAYING = frozenset(_VERBS.split())
"""Verbs of saying and thinking."""
_MARKS = frozenset({",", "–", "—", "--", "---"})
_LONGEST = 9
"""More words than this after the last comma name no speaker."""


def ends_with_speaker(sentence: Iterable[Token]) -> bool:
    """Whether a sentence ends with who says or thinks it, after a comma or a dash."""
    tokens = [token for token in sentence if not token.is_space]
    while tokens and not tokens[-1].text[-1].isalnum():
        tokens.pop()
    commas = [number for number, token in enumerate(tokens) if token.text in _MARKS]
    if not commas or commas[-1] == len(tokens) - 1:
        return False
    for comma in commas:
        after = tokens[comma + 1 : comma + 4]
        # "..., says Ann, who lives here": more may be said of the speaker.
        opening = next((token for token in after if not token.is_quote), None)
        if opening is not None and _says(opening) and not _tells(opening):
            return True
    last = tokens[commas[-1] + 1 :]
    return len(last) <= _LONGEST and _says(last[-1])


def opens_speech(tokens: Sequence[Token]) -> bool:
    """Whether what somebody says comes next, or has begun: `We often say, ...`."""
    return any(
        after.text in (",", ":") and inflection.lemma_of(token.lower_, "VERB") in SAYING
        for token, after in pairwise(tokens)
        if token.pos_ == "VERB"
    )


def _tells(verb: Token) -> bool:
    """Whether what is said comes after its verb: `Ann, a nurse, said that it helps`."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return after.lower_ == "that" or after.tag_ == "PRP"


def _says(token: Token) -> bool:
    lemma = inflection.lemma_of(token.lower_, "VERB")
    return token.tag_ in FINITE_TAGS and lemma in SAYING
