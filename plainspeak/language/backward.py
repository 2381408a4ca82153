"""Whether a sentence leans on what comes before it, so that nothing may come between."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plainspeak.language.listed import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["leans_back"]

_POINTING = listed(
    """
    both former he her hers his it its latter neither none ones other others she such their
    theirs them these they this those
    """
)
_AMOUNTS = listed("all any each either every few last many most one several some")
"""Words that point back if no noun follows: `if you have one`, but not `one form`."""
_LINKS = listed(
    """
    also and besides but else furthermore hence here however instead likewise moreover
    nevertheless nor or otherwise similarly so then therefore thus too yet
    """
)
"""At the start of a sentence they join it to what was said."""


def leans_back(sentence: Iterable[Token]) -> bool:
    """Whether a sentence points back with any of its words, or starts by going on.

    `These cost £5`, `Bring all of them`, `But ring us first`.
    """
    words = [token for token in sentence if token.is_alpha]
    if words and words[0].lower_ in _LINKS | _AMOUNTS | {"first", "second", "for"}:
        return True
    return any(
        token.lower_ in _POINTING
        or (token.lower_ == "that" and token.tag_ == "DT")
        or (token.lower_ in _AMOUNTS and not _has_noun(token))
        for token in words
    )


def _has_noun(amount: Token) -> bool:
    """Whether a noun may follow: `all your forms`, `one big form`."""
    end = amount.i + 1 == len(amount.doc)
    return not end and amount.nbor().pos_ in ("ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN")
