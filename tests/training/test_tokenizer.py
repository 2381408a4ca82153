from __future__ import annotations

import pytest
import spacy
from tokenizer import keep_prefixes


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("We co-produced it.", ["We", "co-produced", "it", "."]),
        ("A Non-profit group", ["A", "Non-profit", "group"]),
        ("a well-known group", ["a", "well", "-", "known", "group"]),
        ("disco-dancing", ["disco", "-", "dancing"]),
        ("one–two", ["one", "–", "two"]),
    ],
)
def test_prefixes_stay_and_other_hyphens_split(text: str, tokens: list[str]) -> None:
    nlp = spacy.blank("en")
    keep_prefixes(nlp)
    assert [token.text for token in nlp.make_doc(text)] == tokens
