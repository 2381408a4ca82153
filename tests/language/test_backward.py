"""Sentences that lean on what stands before them."""

import pytest

from plainspeak.language import pipeline
from plainspeak.language.backward import leans_back


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("These cost £5.", True),
        ("Bring all of them.", True),
        ("But ring us first.", True),
        ("If you have one, ring us.", True),
        ("Read that form.", True),
        ("Some are free.", True),
        ("The visit takes an hour.", False),
        ("You need one form.", False),
        ("Ring us if you know that we are shut.", False),
        ("You can eat here.", False),
    ],
)
def test_leans_back(text, leans):
    assert leans_back(pipeline.load().nlp(text)) is leans
