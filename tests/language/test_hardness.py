import json
import subprocess
import sys

import pytest

from plainspeak.language.hardness import (
    _weights,
    features,
    hardness,
    hardness_of_pair,
    is_known,
    lemmas,
    pair_features,
    stems,
)
from plainspeak.language.word_table import read_columns
from plainspeak.language.words import FACTS, column, zipf


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        ("dog", "peptide"),
        ("help", "facilitate"),
        ("use", "utilise"),
        ("pay", "remuneration"),
        ("house", "epithelium"),
        ("grandmother", "perspicacious"),
        ("walk", "circumlocution"),
    ],
)
def test_plain_words_are_easier(easier, harder):
    assert hardness(easier) < hardness(harder)


def test_it_is_a_number_from_0_to_1_for_every_word_we_know():
    for word in sorted(column("zipf"), key=zipf, reverse=True)[:3000]:
        assert 0 <= hardness(word) <= 1


@pytest.mark.parametrize("word", ["", "wugfulness", "xyzzyxyzzy", "wug-dog", "123", "-", "’"])
def test_nothing_is_said_of_what_nobody_knows(word):
    assert hardness(word) is None
    assert not is_known(word)
    assert hardness_of_pair("dog", word) is None
    assert hardness_of_pair(word, "dog") is None


def test_a_word_with_hyphens_is_as_hard_as_its_hardest_part():
    assert zipf("epithelium-friendly") == 0
    assert hardness("epithelium-friendly") == hardness("epithelium")


def test_capitals_make_a_name_and_a_name_is_harder():
    assert hardness("tabor") < hardness("Tabor") < hardness("TABOR")


def test_the_number_is_the_sum_of_features_times_weights():
    weights = _weights()["word"]
    for word in ("photosynthesis", "Tribunal", "arrears"):
        values = features(word)
        assert set(weights) == set(values)
        total = sum(weights[name] * values[name] for name in weights)
        assert hardness(word) == pytest.approx(total, abs=1e-4)


def test_two_words_are_at_least_nearly_as_hard_as_the_easier():
    weights = _weights()["pair"]
    assert set(weights) == set(pair_features("due", "diligence", 0.2, 0.4))
    assert hardness_of_pair("free", "lunch") < hardness_of_pair("immune", "epithelium")


def test_base_forms_and_stems():
    assert "house" in lemmas("houses")
    assert "organise" in lemmas("organised")
    assert list(lemmas("red")) == []
    assert "tidy" in stems("untidy")
    assert "combine" in stems("combination")
    assert "person" in stems("personal")


def test_an_inflected_word_counts_as_rated_if_its_base_form_is():
    assert "lunar" in column("rating")
    assert "recipients" not in column("rating") or features("recipients")["rated"]
    unrated = next(
        word
        for word in ("kneecaps", "tribunals", "bathtubs", "cohorts", "embargoes")
        if word not in column("rating") and word[:-1] in column("rating")
    )
    assert features(unrated)["rated"] == 1.0
    assert features(unrated)["rating"] == features(unrated[:-1])["rating"]


def test_the_facts_are_small_and_plain_numbers():
    size = sum(path.stat().st_size for path in FACTS.iterdir())
    assert size <= 1_750_000
    weights = json.loads((FACTS / "hardness.json").read_text(encoding="utf-8"))
    numbers = [number for table in weights.values() for number in table.values()]
    assert all(isinstance(number, float) for number in numbers)
    names = list(read_columns(FACTS / "words.gz"))
    assert names[:4] == ["zipf", "syllables", "easy", "dictionary"]
    assert names[4:] == ["rating", "company", "company_first", "company_second"]


def test_asking_loads_no_dictionary_and_no_model():
    code = (
        "import sys; from plainspeak.language.hardness import hardness; hardness('photosynthesis');"
        "print(*(name for name in ('spacy', 'lemminflect', 'numpy') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
