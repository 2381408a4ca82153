from __future__ import annotations

import pytest

from plainspeak.glossary.quotation import is_mention, quoted_stretches


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “come in” and left.", ["come in"]),
        ("the ‘usual suspects’ came", ["usual suspects"]),
        ("the ‘people’s voice’ group", ["people’s voice"]),
        ("People’s lives and carers’ lives.", []),
        ('a "straight" one', ["straight"]),
        ("a 'plain' one, isn't it", ["plain"]),
        ("don't or won't", []),
        ("“one” and “two”", ["one", "two"]),
        ("an “open quote", []),
        ("", []),
    ],
)
def test_quoted_stretches(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_stretches(text)] == inside


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The word ‘reciprocity’ is hard.", "reciprocity", True),
        ("designers’ words, such as ‘prototype’, and", "prototype", True),
        ("dismissed as ‘the usual suspects’.", "usual suspects", True),
        ("‘Prototype’ is a word that we avoid.", "Prototype", False),
        ("“We use a prototype to see what works in the end”, she said.", "prototype", False),
        ("We use a prototype.", "prototype", False),
        ("linked to ‘mutuality’ and all", "mutuality", False),
    ],
)
def test_mention(text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert is_mention(text, start, start + len(word), quoted_stretches(text)) is expected
