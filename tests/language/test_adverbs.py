"""The adverb of an adjective."""

import pytest

from plainspeak.language.adverbs import adverb_of


@pytest.mark.parametrize(
    ("adjective", "adverb"),
    [
        ("careful", "carefully"),
        ("Thorough", "thoroughly"),
        ("full", "fully"),
        ("systematic", "systematically"),
        ("comprehensive", "comprehensively"),
        ("complete", "completely"),
        ("final", None),
        ("", None),
    ],
)
def test_adverb(adjective: str, adverb: str | None) -> None:
    assert adverb_of(adjective) == adverb
