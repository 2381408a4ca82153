"""What well-known short forms stand for, to offer to a writer or to tell who asks."""

from __future__ import annotations

import functools
from typing import NamedTuple

from plainspeak.glossary.abbreviations import singular
from plainspeak.glossary.loading import built_in_folder

__all__ = ["FullWords", "full_words", "in_full"]


class FullWords(NamedTuple):
    """One thing that a short form can stand for."""

    words: str
    """“Personal Independence Payment”."""
    meaning: str
    """What that is: “a benefit for …”."""


@functools.cache
def _listed() -> dict[str, tuple[FullWords, ...]]:
    found: dict[str, tuple[FullWords, ...]] = {}
    path = built_in_folder() / "full-words.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            short, words, meaning = (part.strip() for part in line.split("|"))
            found[short] = (*found.get(short, ()), FullWords(words, meaning))
    return found


def full_words(short: str) -> tuple[FullWords, ...]:
    """What a short form can stand for, the likeliest first; nothing if we do not know.

    Args:
        short: the short form with the capitals it has; a plural `s` is understood.
    """
    return _listed().get(short) or _listed().get(singular(short), ())


def in_full(short: str) -> tuple[str, ...]:
    """How a writer can put a short form: “occupational therapists (OTs)”."""
    from plainspeak.language.inflection import match_form

    found = full_words(short)
    if short not in _listed() and singular(short) != short:
        # “OTs” are therapists, not therapies: the likeliest is the one to count.
        return tuple(f"{match_form(each.words, 'NNS')} ({short})" for each in found[:1])
    return tuple(f"{each.words} ({short})" for each in found)
