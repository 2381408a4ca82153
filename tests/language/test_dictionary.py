"""Read line by line, lemminflect's dictionary says what lemminflect says."""

import csv
import gzip

import lemminflect
import pytest
from lemminflect import config

from plainspeak.language import dictionary


def words_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {row[0].lower() for row in csv.reader(file)}


OVERRIDDEN = ("be", "can", "may", "ought", "was", "were", "people", "better", "data", "left")
UNKNOWN = ("", "wug", "wug,noun", "better,noun", ",", "'", "\ud800", "123")


def some_words():
    every = sorted(words_of(config.inflection_lu_fn) | words_of(config.lemma_lu_fn))
    assert len(every) > 60_000
    return [*every[::7], every[-1], *OVERRIDDEN, *UNKNOWN]


def test_inflections():
    for word in some_words():
        assert dictionary.inflections(word) == lemminflect.getAllInflections(word), word


def test_lemmas():
    for word in some_words():
        assert dictionary.lemmas(word) == lemminflect.getAllLemmas(word), word


@pytest.mark.parametrize("pos", ["NOUN", "VERB", "ADJ", "ADV", "AUX"])
def test_likely_lemmas(pos):
    for word in ("blorgings", "tokenised", "greyer", "was", "leaves", "zorbly", *UNKNOWN):
        assert dictionary.likely_lemmas(word, pos) == lemminflect.getLemma(word, pos), word
