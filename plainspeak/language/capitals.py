"""Whether a word that stands first in a sentence has its capital for that reason alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.listed import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["keeps_capital"]

_FUNCTION = frozenset({"DET", "PRON", "ADP", "SCONJ", "CCONJ", "AUX", "ADV", "NUM", "PART"})
_ALWAYS = listed(
    """
    african american arab asian australian black british bulgarian canadian catholic chinese
    christian christmas cornish danish deaf dutch easter english european finnish french
    gaelic german greek gypsy hindu hungarian indian irish islamic italian japanese jewish
    latin lithuanian mandarin muslim norwegian pakistani polish portuguese punjabi roma
    romanian russian scottish sikh spanish swedish turkish ukrainian urdu welsh
    """
)


def keeps_capital(token: Token, prose: str) -> bool | None:
    """Whether the first word of a sentence has a capital elsewhere in a sentence too.

    Args:
        token: the word.
        prose: all of the document, which may have the word elsewhere.

    Returns:
        `None` if there is no telling.
    """
    word = token.text
    if not word[:1].isupper():
        return False
    if word == "I" or word.lower() in _ALWAYS or not (word[1:].islower() or len(word) == 1):
        return True
    if token.pos_ in _FUNCTION:
        return False
    after = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    if after[:1].isupper() and (after != "I"):
        return True
    named = token.tag_ in ("NNP", "NNPS") or syntax.is_name(token)
    if re.search(rf"\b{re.escape(word.lower())}\b", prose):
        return False
    if re.search(rf"[a-z,;] {re.escape(word)}\b", prose):
        return True
    if token.tag_ == "NN" and not any(token.lefts) and syntax.is_subject(token):
        # Most nouns have an article or the like; without one, it is “advice” or “Bath”.
        return None
    if not named or (token.tag_ == "NNPS" and "NOUN" in inflection.possible_pos(word.lower())):
        return False
    return None if inflection.possible_pos(word.lower()) else True
