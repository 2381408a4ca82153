"""Facts about single words: how common, how many syllables, how familiar.

The facts are columns of one file in the package, `facts/words.gz`. `training/facts.py` makes it:

- `zipf`: word frequency from wordfreq (data CC BY-SA 4.0, Robyn Speer).
- `syllables`: counts from the CMU Pronouncing Dictionary (BSD 2-Clause).
- `easy`: the Dale-Chall list of familiar words, as textstat carries it.
- `dictionary`: the words that lemminflect (MIT) or WordNet has; the others are mostly names, slips
  and other languages.
- `rating` and `company`: see `plainspeak.language.hardness`.

The file is read at the first question, and nothing here reads the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from plainspeak.language.word_table import read_columns

FACTS = Path(__file__).parent / "facts"

_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_PARTS = re.compile(r"[-\u2010-\u2015/\s_.&+]+")
_VOWELS = re.compile(r"[aeiouyà-æè-ïò-öù-ýÿ]+")
_SILENT = re.compile(r"[^aeiouy]e$(?<![^aeiouylr]le)|[^aeiouytd]ed$|[^aeiouyscxzgh]es$")
# Neighbours that are two syllables: o-a as in koala, i-a as in media, but not as in special.
_SPLIT_VOWELS = re.compile(
    r"[^aeioutcsg]ia(?!n?c|g)|[^aeiou]io(?!us|n)|eo(?!us|n$)|uou|[^qg]ua|ism$|é"
)
_SIBILANT = re.compile(r"(s|x|z|ch|sh|ce|ge|se|ze)$")

# British ending, American ending. The American word has as many syllables and is as familiar.
_AMERICAN = (
    (re.compile(r"our(?=(s|ed|ing|able|ite|ites|er|ers|ful|hood|less|ly)?$)"), "or"),
    (re.compile(r"is(?=(e|es|ed|er|ers|ing|ation|ations|able)$)"), "iz"),
    (re.compile(r"ys(?=(e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"tred$"), "tered"),
    (re.compile(r"ll(?=(ed|ing|er|ers|or|ors)$)"), "l"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"ou(?=ld)"), "o"),
    (re.compile(r"eyed?(?=$)"), "ey"),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"^tyre"), "tire"),
)
_MAY_BE_BRITISH = re.compile(r"our|is|ys|tre|ll|ence|ogue|mme|ae|oe|ould|ey|tyre")
"""What one of them must find; most words have none of it."""

# Ending, what it replaces in the base word, and the syllables that it adds.
_SUFFIXES = (
    ("ingly", ("", "e"), 2),
    ("ness", ("",), 1),
    ("less", ("",), 1),
    ("ment", ("",), 1),
    ("ful", ("",), 1),
    ("ing", ("", "e"), 1),
    ("ily", ("y",), 1),
    ("ly", ("",), 1),
    ("er", ("", "e"), 1),
    ("est", ("", "e"), 1),
)
_PREFIXES = {"un": 1, "re": 1, "non": 1, "pre": 1, "mis": 1, "over": 2, "under": 2, "multi": 2}


@cache
def _columns() -> Mapping[str, Mapping[str, int]]:
    return read_columns(FACTS / "words.gz")


def column(name: str) -> Mapping[str, int]:
    """One fact about every word that has it, by the names at the top of this file.

    Frequencies, ratings and `company` are in hundredths.
    """
    return _columns()[name]


def _plain(word: str) -> str:
    """Lower case, straight apostrophes, no punctuation around it."""
    return _EDGES.sub("", word.casefold().replace("’", "'").replace("‘", "'"))


def _without_possessive(word: str) -> str:
    """Turn patient's and patients' into patient and patients."""
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def parts_of(word: str) -> list[str]:
    """The parts of a word with hyphens, slashes or spaces in it."""
    return [part for part in _PARTS.split(_plain(word)) if part]


def american(word: str) -> Iterator[str]:
    """Yield American spellings that a British word in small letters may have.

    Not all of them exist.
    """
    for pattern, american in _AMERICAN if _MAY_BE_BRITISH.search(word) else ():
        changed = pattern.sub(american, word)
        if changed != word:
            yield changed


def zipf(word: str) -> float:
    """Say how common a word is in English as a whole.

    Args:
        word: A word, in any case, with or without a possessive ending.

    Returns:
        The Zipf frequency: log10 of the uses in a billion words. 7 is "the", 4 is a word used ten
        times in a million, 3 is a rare one. 0.0 if the table does not have the word. Source:
        wordfreq.
    """
    table = column("zipf")
    key = _plain(word)
    value = table.get(key)
    if value is None:
        value = table.get(_without_possessive(key), 0)
    return float(value) / 100


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Count the syllables of a word.

    Args:
        word: A word, in any case. A hyphenated word is the sum of its parts.

    Returns:
        The number of spoken syllables, at least 1. Source: the CMU Pronouncing Dictionary; for
        words that it lacks, the count of a related word that it has, or else
        the groups of vowels in its spelling.
    """
    key = _plain(word)
    known = _known_syllables(key)
    if known is None:
        parts = parts_of(key)
        if len(parts) > 1:
            return sum(syllables(part) for part in parts)
        known = _related_syllables(key)
    if known is None:
        known = _guessed_syllables(key)
    return max(known, 1)


def _known_syllables(word: str) -> int | None:
    return column("syllables").get(word)


def _spelt_syllables(word: str) -> int | None:
    """Look a word up as it stands and in American spelling."""
    found = _known_syllables(word)
    if found is not None:
        return found
    return next((n for w in american(word) if (n := _known_syllables(w)) is not None), None)


def _related_syllables(word: str) -> int | None:
    """Count from a word that differs by spelling, an ending or a prefix."""
    found = _spelt_syllables(word)
    if found is not None:
        return found
    for base, extra in _bases(word):
        found = _spelt_syllables(base)
        if found is not None:
            return found + extra
    return None


def related(word: str) -> Iterator[str]:
    """Yield words that this one may be made of, by spelling, an ending or a prefix."""
    yield from american(word)
    yield from (base for base, _ in _bases(word))


def _bases(word: str) -> Iterator[tuple[str, int]]:
    """Yield words that this one may be made of, and the syllables that the rest adds."""
    if word.endswith(("'s", "s'")):
        base = _without_possessive(word)
        yield base, int(word.endswith("'s") and bool(_SIBILANT.search(base)))
    if word.endswith("s") and len(word) > 3:
        if word.endswith("ies"):
            yield word[:-3] + "y", 0
        if word.endswith("es"):
            yield word[:-2], int(bool(_SIBILANT.search(word[:-2])))
        yield word[:-1], int(bool(_SIBILANT.search(word[:-1])))
    if word.endswith("ed") and len(word) > 4:
        for base in (word[:-2], word[:-1], word[:-3] if word[-3] == word[-4] else ""):
            yield base, int(base.endswith(("t", "d", "te", "de")))
        if word.endswith("ied"):
            yield word[:-3] + "y", 0
    for suffix, endings, extra in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            stem = word[: -len(suffix)]
            for ending in endings:
                yield stem + ending, extra
            if stem[-1] == stem[-2]:
                yield stem[:-1], extra
            if stem.endswith("i"):
                yield stem[:-1] + "y", extra
    for prefix, extra in _PREFIXES.items():
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            yield word.removeprefix(prefix), extra


def _guessed_syllables(word: str) -> int:
    """Count the groups of vowel letters, less the silent ones.

    This is right for 9 in 10 words that the table lacks; hyphenation is right for 5 in 10.
    A word with no vowel is spelt out: NHS has three syllables.
    """
    letters = "".join(letter for letter in word if letter.isalpha())
    groups = len(_VOWELS.findall(letters))
    if groups == 0:
        return sum(3 if letter == "w" else 1 for letter in letters)
    silent = groups > 1 and bool(_SILENT.search(letters))
    return groups - silent + len(_SPLIT_VOWELS.findall(letters))


@lru_cache(maxsize=20_000)
def is_easy(word: str) -> bool:
    """Tell whether most ten-year-olds know a word, by the Dale-Chall list of familiar words.

    As in Dale and Chall's rules, these are familiar too: numbers in figures; plurals, possessives
    and verb forms of listed words; comparatives and superlatives; adverbs in -ly; hyphenated
    words whose parts are all familiar. British spellings count as their American listing.

    Args:
        word: A word, in any case.

    Returns:
        True if the word is familiar.
    """
    key = _plain(word)
    if not any(letter.isalpha() for letter in key):
        return True
    easy = column("easy")
    spellings = (key, *american(key))
    if any(base in easy for spelling in spellings for base in (spelling, *_easy_bases(spelling))):
        return True
    parts = parts_of(key)
    return len(parts) > 1 and all(is_easy(part) for part in parts)


def _easy_bases(word: str) -> Iterator[str]:
    """Yield the words that Dale and Chall would look up for an inflected word."""
    if word.endswith(("'s", "s'")):
        word = _without_possessive(word)
        yield word
    for suffix in ("s", "es", "d", "ed", "n", "en", "ing", "r", "er", "st", "est", "ly"):
        if not word.endswith(suffix) or len(word) < len(suffix) + 2:
            continue
        stem = word[: -len(suffix)]
        yield stem
        if suffix in {"ing", "ed", "er", "est", "en"} and len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]
        if suffix == "ing":
            yield stem + "e"
        if suffix in {"es", "ed", "er", "est", "ly"} and stem.endswith("i"):
            yield stem[:-1] + "y"
