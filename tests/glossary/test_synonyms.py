"""Sets of words for one thing."""

from __future__ import annotations

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.errors import GlossaryError, UsageError
from plainspeak.glossary.loading import built_in_files
from plainspeak.glossary.synonyms import WordSet, built_in_sets, pattern_of, read_sets


def test_no_word_is_in_two_sets_of_one_kind() -> None:
    for spelling in (True, False):
        words = [
            word for each in built_in_sets() if each.spelling is spelling for word in each.words
        ]
        assert len(words) == len(set(words))


def test_the_files_are_no_glossaries() -> None:
    assert built_in_sets()
    assert not any("synonyms" in path.parts for path in built_in_files())


def test_read_sets() -> None:
    assert read_sets("nouns:\n  - [leaflet, brochure]\n", "a.yml") == [
        WordSet(("leaflet", "brochure"), "NOUN", False)
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nouns:\n  - [leaflet, brochure]\n  - [leaflet]\n", "a.yml:3: write two words or more"),
        ("nouns: leaflet\n", "a.yml:1: write two words or more"),
        ("things:\n  - [a, b]\n", "a.yml:1: the keys of a file of synonyms are nouns"),
        ("- a\n", "a.yml:1: the keys"),
        ("nouns: [\n", "a.yml:2: "),
    ],
)
def test_what_is_wrong_has_its_line(text: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_sets(text, "a.yml")
    assert str(caught.value).startswith(message)


def test_a_pattern_finds_every_form() -> None:
    pattern, word_of = pattern_of([WordSet(("sign in", "log in"), "VERB", False)])
    assert pattern is not None
    found = [match.group() for match in pattern.finditer("She signed in, logs in, is re-log in.")]
    assert found == ["signed in", "logs in"]
    assert word_of["signed in"] == "sign in"
    assert pattern_of([])[0] is None


def test_no_form_hides_behind_another() -> None:
    pattern, word_of = pattern_of(built_in_sets())
    assert pattern is not None
    for form in word_of:
        assert pattern.findall(f"the {form}, {form.upper()}") == [form, form.upper()]


def test_the_sets_of_a_user() -> None:
    rules = {"same-word": {"sets": ["scheme, programme"], "spelling": False}}
    checker = Checker(Settings(select=("same-word",), rules=rules))
    text = "The schemes are new. Join the programmes. Send an email or two. Read each e-mail."
    findings = checker.check_text(text).findings
    assert [(each.text, each.suggestions) for each in findings] == [("programmes", ("schemes",))]


def test_a_set_needs_two_words() -> None:
    with pytest.raises(UsageError, match="with commas, not “scheme”"):
        Checker(Settings(select=("same-word",), rules={"same-word": {"sets": ["scheme"]}}))
