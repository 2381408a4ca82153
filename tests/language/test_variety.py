from __future__ import annotations

import pytest

from plainspeak.language.variety import american, is_american


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the color of the center", True),
        ("the colour of the centre", False),
        ("behaviors", True),
        ("we organize and recognize", True),
        ("we organise it", False),
        ("we organize the behaviour", False),  # as Oxford spells
        ("we organize, and you organise", False),
        ("the cat sat on the prize seat", False),
        ("", False),
    ],
)
def test_is_american(words: str, expected: bool) -> None:
    assert is_american(words.replace(",", "").split()) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("organise", "organize"),
        ("organised", "organized"),
        ("Organising", "Organizing"),
        ("analysed", "analyzed"),
        ("behaviours", "behaviors"),
        ("centre", "center"),
        ("cancelled", "canceled"),
        ("labelling", "labeling"),
        ("controlled", "controlled"),
        ("supervised", "supervised"),
        ("make up your mind about colour", "make up your mind about color"),
        ("carried out", "carried out"),
        ("", ""),
    ],
)
def test_american(written: str, expected: str) -> None:
    assert american(written) == expected
