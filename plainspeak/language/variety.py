"""British or American: which spelling a text has, and words spelled that way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from plainspeak.language import inflection
from plainspeak.language.letter_case import match_case
from plainspeak.language.spelling import british, spellings

__all__ = ["american", "is_american"]

_POS = ("VERB", "NOUN", "ADJ")
_ONE_L = frozenset(
    re.findall(
        r"\w+",
        "cancel channel counsel dial equal fuel label level marshal model panel pedal quarrel "
        "signal total travel tunnel",
    )
)
"""Verbs whose l is doubled in British spelling alone: `travelled`, but `controlled` in both."""


def is_american(words: Iterable[str]) -> bool:
    """Whether a text spells the American way.

    `-ize` says little: some write `organize` and `behaviour`. It counts where nothing else tells.

    Args:
        words: of the text, in any form and case; the same word twice counts once.
    """
    found = [_leaning(word) for word in {word.lower() for word in words}]
    sure = found.count("american") - found.count("british")
    return sure > 0 or (sure == 0 and found.count("-ize") > found.count("-ise"))


@lru_cache(maxsize=50_000)
def _leaning(word: str) -> str:
    """`american`, `british`, `-ize`, `-ise`; empty for a word that both spell alike."""
    if len(word) < 4 or not word.isalpha():
        return ""
    for pos in _POS:
        lemma = inflection.lemma_of(word, pos)
        spelled = british(lemma)
        if spelled != lemma:
            return "-ize" if "iz" in lemma and spelled == lemma.replace("iz", "is") else "american"
        other = _american_base(lemma)
        if other != lemma:
            return "-ise" if "iz" in other and lemma == other.replace("iz", "is") else "british"
    return ""


def _american_base(lemma: str) -> str:
    """The American spelling of a word in its base form, in lower case."""
    others = spellings(lemma) - {lemma}
    return next((each for each in sorted(others) if british(each) == lemma), lemma)


def american(words: str) -> str:
    """Words in American spelling, whatever their form: `organised` → `organized`."""
    return " ".join(map(_american_form, words.split(" ")))


@lru_cache(maxsize=5_000)
def _american_form(word: str) -> str:
    lower = word.lower()
    for pos in _POS if lower.isalpha() else ():
        lemma = inflection.lemma_of(lower, pos)
        base = _american_base(lemma)
        if lower == lemma or base != lemma:
            spelled = base
            if lower != lemma:
                spelled = _with_ending(lower, lemma, base)
            if spelled != lower:
                return match_case(word, spelled)
        elif lemma in _ONE_L and lower in (lemma + "led", lemma + "ling"):
            return match_case(word, lemma + lower[len(lemma) + 1 :])
    return word


def _with_ending(form: str, lemma: str, base: str) -> str:
    """A form of a British base, with the ending that it has, on the American base."""
    for cut in (0, 1):
        stem = lemma[: len(lemma) - cut]
        if form.startswith(stem):
            return base[: len(base) - cut] + form[len(stem) :]
    return form
