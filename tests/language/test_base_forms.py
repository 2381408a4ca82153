"""Base forms are those of spaCy's lemmatizer, and each word in a role is asked about once."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from spacy.tokens import Doc, Token

from plainspeak.language import base_forms
from plainspeak.language.base_forms import BaseForms
from plainspeak.language.pipeline import load

TEXTS = [
    "The nurses met the children's mothers, and she saw them  leaving the meetings.",
    "We saw the saw. Leaves fall as he leaves.",
    "Anna's worst feet weren't better than the best ones: go on!",
    "",
]


def tagged(text: str) -> Doc:
    nlp = load().nlp
    with nlp.select_pipes(disable=["lemmatizer"]):
        return nlp(text)


@pytest.mark.parametrize("text", TEXTS)
def test_they_are_those_of_spacy(text: str) -> None:
    doc = tagged(text)
    BaseForms(load().nlp.get_pipe("lemmatizer")).add_to(doc)
    assert [token.lemma_ for token in doc] == [token.lemma_ for token in load().nlp(text)]


class Counting:
    """A lemmatizer that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: Counter[tuple[str, str]] = Counter()

    def lemmatize(self, token: Token) -> list[str]:
        self.asked[token.text, token.pos_] += 1
        return [token.lower_]


def test_a_word_in_a_role_is_asked_about_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lemmatizer: Any = Counting()
    forms = BaseForms(lemmatizer)
    for _ in range(2):
        forms.add_to(tagged("We saw the saw."))
    assert lemmatizer.asked == {
        ("We", "PRON"): 1,
        ("saw", "VERB"): 1,
        ("the", "DET"): 1,
        ("saw", "NOUN"): 1,
        (".", "PUNCT"): 1,
    }
    monkeypatch.setattr(base_forms, "MOST", 4)
    doc = tagged("We saw the saw.")
    forms.add_to(doc)
    assert [token.lemma_ for token in doc] == ["we", "saw", "the", "saw", "."]
    assert set(lemmatizer.asked.values()) == {2}
