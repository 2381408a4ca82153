"""Nouns that hide a verb: `decision` hides `decide` in `the decision of the panel`.

The table `facts/hidden_verbs.gz` says which verb a noun is made of (WordNet), and how often the
noun stands for something done, rather than for a thing or a person. `signs` of the sentence are
added to that: `the building of homes` is something done, `a building` is not. The weights were
fitted to nouns that people read in sentences (QANom); `training/hidden_verbs.py` makes them.

Nothing here asks for grammar, so it works under every label scheme.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from plainspeak.language import inflection
from plainspeak.language.spelling import british, spellings
from plainspeak.language.words import FACTS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["NOUN_TAGS", "HiddenVerb", "base_forms", "hidden_verb", "signs", "verb_of"]

NOUN_TAGS = frozenset({"NN", "NNS"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_LINKS = frozenset(
    {"of", "by", "to", "for", "in", "on", "with", "from", "between", "into", "about"}
)
"""Words after a noun that tell what is done, by whom, or where to."""
MIDDLE = 0.5
"""A noun is taken to hide a verb if this or more is the chance that it does."""


@dataclass(frozen=True)
class HiddenVerb:
    """A noun in a sentence, and the verb in it."""

    noun: Token
    verb: str
    """In its base form and British spelling."""
    chance: float
    """How likely it is that the noun stands for something done, from 0 to 1."""


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, tuple[str, float]], Mapping[str, float]]:
    """Verb and score of each noun, and the weights of the signs."""
    data: Any = json.loads(gzip.decompress((FACTS / "hidden_verbs.gz").read_bytes()))
    nouns = {}
    for row in data["nouns"]:
        noun, verb, score = row.split(" ")
        nouns[noun] = (verb or noun, int(score) / 10)
    return nouns, data["signs"]


def base_forms(noun: str) -> list[str]:
    """Under what a noun may stand in the table: as it is, in the singular, in either spelling."""
    lower = noun.lower()
    lemma = inflection.lemma_of(lower, "NOUN")
    return [lower, lemma, *sorted(spellings(lemma))]


def _entry(noun: str) -> tuple[str, float] | None:
    """The row of the table for a noun in any form and spelling."""
    nouns, _ = _table()
    return next((nouns[form] for form in base_forms(noun) if form in nouns), None)


def verb_of(noun: str) -> str | None:
    """The verb that a noun is made of, whatever it stands for: `building` → `build`.

    Args:
        noun: singular or plural, in any case and spelling.

    Returns:
        The verb in its base form and British spelling; `None` if the table has none.
    """
    entry = _entry(noun)
    return british(entry[0]) if entry else None


def hidden_verb(noun: Token) -> HiddenVerb | None:
    """The verb that a noun hides where it stands; `None` if it is a thing, a person or a name.

    Needs `Need.TAGS`.
    """
    if noun.tag_ not in NOUN_TAGS:
        return None
    entry = _entry(noun.text)
    if entry is None:
        return None
    verb, score = entry
    _, weights = _table()
    score += sum(weights.get(sign, 0.0) for sign in signs(noun))
    chance = 1 / (1 + math.exp(-score))
    return HiddenVerb(noun, british(verb), chance) if chance >= MIDDLE else None


def signs(noun: Token) -> Iterator[str]:
    """What around a noun says whether something is done: names of weights in the table."""
    if noun.tag_ == "NNS":
        yield "plural"
    before = noun.nbor(-1) if noun.i else None
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    word = after.lower_ if after is not None else ""
    if word in _LINKS:
        yield f"before {word}"
    elif after is not None and after.pos_ in ("NOUN", "PROPN"):
        yield "before a noun"
    elif after is not None and after.is_punct:
        yield "before a stop"
    if before is None or before.is_punct:
        yield "after a stop"
    elif before.tag_ in ("PRP$", "POS"):
        yield "after a possessive"
    elif before.lower_ in _ARTICLES:
        yield "after an article" if before.lower_ != "the" else "after the"
    elif before.pos_ in ("NOUN", "PROPN"):
        yield "after a noun"
    elif before.tag_.startswith("JJ"):
        yield "after an adjective"
    elif before.pos_ == "NUM":
        yield "after a number"
    elif before.pos_ == "ADP":
        yield "after a preposition"
    elif before.pos_ in ("VERB", "AUX"):
        yield "after a verb"
