"""How hard readers find a word: a number from 0 (everybody knows it) to 1.

The number is a sum that anyone can work out by hand. Each feature of the word (`features`) is
multiplied by its weight in `facts/hardness.json`, and all are added up. `training/hardness.py`
fits the weights to what people said of words in sentences (CompLex), where 0 was "very easy",
0.25 "easy", 0.5 "neither", 0.75 "difficult" and 1 "very difficult".

These features are columns of the word facts:

- `rating`: how hard people rated the word by itself, if it is one of 15,180 that were (Maddela and
  Xu, 2018).
- `company`: how much harder than their other features say are the words that keep the same company
  as this one. “Peptide” is used like “enzyme”, so both are harder than their length tells.
- `company_first` and `company_second`: the same, for the first and second of two words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from plainspeak.language.words import FACTS, column, is_easy, parts_of, related, syllables, zipf

__all__ = ["features", "hardness", "hardness_of_pair", "is_known", "pair_features"]

MIDDLE_RATING = 2.7
"""The mean of the ratings, which run from 1 (easy) to 6."""

# Endings that make a word of a simpler one, and what may stand in their place there.
_ENDINGS = (
    ("isation", ("", "e", "y")),
    ("ization", ("", "e", "y")),
    ("ation", ("", "e", "ate")),
    ("ition", ("e", "ish")),
    ("ion", ("", "e")),
    ("ically", ("", "ic", "y")),
    ("ally", ("", "al")),
    ("ability", ("", "e", "able")),
    ("ibility", ("", "e", "ible")),
    ("ity", ("", "e")),
    ("ical", ("ic", "y")),
    ("ial", ("", "y", "e")),
    ("al", ("", "e")),
    ("ise", ("", "e", "y")),
    ("ize", ("", "e", "y")),
    ("ism", ("", "e", "y")),
    ("ist", ("", "e", "y")),
    ("ic", ("", "y", "e")),
    ("ious", ("", "y", "e")),
    ("ous", ("", "e")),
    ("ive", ("", "e", "ion")),
    ("able", ("", "e")),
    ("ible", ("", "e")),
    ("ance", ("", "e")),
    ("ence", ("", "e", "ent")),
    ("ency", ("ent",)),
    ("or", ("", "e")),
    ("ship", ("",)),
    ("hood", ("",)),
    ("y", ("", "e")),
)
_BEGINNINGS = (
    *("un", "re", "non", "pre", "mis", "over", "under", "multi", "in", "im", "ir", "dis", "inter"),
    *("anti", "sub", "super", "co", "de", "micro", "out", "self", "semi", "post"),
)
_INFLECTIONS = ("s", "ed", "ing", "'")
_LEAST_STEM = 4
"""Letters that must be left of a word without its ending or beginning."""


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Any]:
    """The weights, read once."""
    weights: Mapping[str, Any] = json.loads((FACTS / "hardness.json").read_text(encoding="utf-8"))
    return weights


def is_known(word: str) -> bool:
    """Whether the word facts say anything of a word: if not, it is a name, a slip or very rare."""
    parts = parts_of(word)
    return zipf(word) > 0 or (len(parts) > 1 and all(zipf(part) > 0 for part in parts))


@lru_cache(maxsize=20_000)
def hardness(word: str) -> float | None:
    """How hard readers find a word, whatever text it is in.

    Args:
        word: A word as it stands. Capitals count: a name is harder than a word. A hyphenated word
            that is not in the word facts is as hard as its hardest part.

    Returns:
        From 0 (very easy) to 1 (very hard); `None` if the word facts know nothing of the word.
    """
    if not is_known(word):
        return None
    if not zipf(word):
        parts = [hardness(part) for part in parts_of(word)]
        return max((part for part in parts if part is not None), default=None)
    return _sum(_weights()["word"], features(word))


def hardness_of_pair(first: str, second: str) -> float | None:
    """How hard readers find two words that belong together, such as “due diligence”.

    Args:
        first: The first word.
        second: The second.

    Returns:
        As `hardness`; `None` if it is not known how hard one of them is.
    """
    one, two = hardness(first), hardness(second)
    if one is None or two is None:
        return None
    return _sum(_weights()["pair"], pair_features(first, second, one, two))


def _sum(weights: Mapping[str, float], values: Mapping[str, float]) -> float:
    total = sum(weight * values[name] for name, weight in weights.items())
    return round(min(1.0, max(0.0, total)), 4)


def features(word: str) -> dict[str, float]:
    """What the number is made of, by name."""
    low = word.lower()
    common = zipf(low)
    forms = list(lemmas(low))
    of_lemma = max([common, *map(zipf, forms)])
    of_stem = max([of_lemma, *(zipf(stem) for stem in stems(low))])
    spoken = syllables(low)
    letters = len(low)
    rating = _rating(low, forms)
    return {
        "constant": 1.0,
        "frequency": common,
        "frequency under 3": max(0.0, 3 - common),
        "frequency under 4": max(0.0, 4 - common),
        "frequency over 4.5": max(0.0, common - 4.5),
        "frequency over 5": max(0.0, common - 5),
        "lemma more frequent by": of_lemma - common,
        "stem more frequent by": of_stem - of_lemma,
        "letters": float(letters),
        "letters over 6": max(0.0, letters - 6.0),
        "letters over 10": max(0.0, letters - 10.0),
        "syllables": float(spoken),
        "syllables over 2": max(0.0, spoken - 2.0),
        "syllables over 4": max(0.0, spoken - 4.0),
        "familiar": float(is_easy(low)),
        "capital": float(word[:1].isupper()),
        "capitals": float(len(word) > 1 and word.isupper()),
        "rated": float(rating is not None),
        "rating": 0.0 if rating is None else rating - MIDDLE_RATING,
        "company": column("company").get(low, 0) / 100,
    }


def pair_features(first: str, second: str, one: float, two: float) -> dict[str, float]:
    """What the number of two words is made of, by name.

    Args:
        first: The first word.
        second: The second.
        one: How hard the first is.
        two: How hard the second is.
    """
    return {
        "constant": 1.0,
        "first": one,
        "second": two,
        "harder": max(one, two),
        "company of first": column("company_first").get(first.lower(), 0) / 100,
        "company of second": column("company_second").get(second.lower(), 0) / 100,
    }


def lemmas(word: str) -> Iterator[str]:
    """Base forms that a word in small letters may have, by its ending. Not all of them exist."""
    if word.endswith(_INFLECTIONS):
        yield from (base for base in related(word) if word.startswith(base[:-1]))


def stems(word: str) -> Iterator[str]:
    """Words that a word may be made of. Not all of them exist."""
    yield from (base for base in related(word) if len(base) >= _LEAST_STEM - 1)
    for ending, replaced in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            stem = word[: -len(ending)]
            yield from (stem + each for each in replaced)
    for beginning in _BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= _LEAST_STEM:
            yield word[len(beginning) :]


def _rating(word: str, forms: Iterable[str]) -> float | None:
    """The rating of a word, or the mean over its base forms that were rated; 1 to 6."""
    ratings = column("rating")
    if word in ratings:
        return ratings[word] / 100
    found = [ratings[form] for form in forms if form in ratings]
    return sum(found) / len(found) / 100 if found else None
