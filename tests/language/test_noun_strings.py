"""Nouns in a row."""

from __future__ import annotations

import pytest

from plainspeak.language import pipeline
from plainspeak.language.analysis import Need
from plainspeak.language.noun_strings import noun_strings
from plainspeak.readers import read_text


def found(text: str) -> list[list[str]]:
    document = read_text(text, "markdown", None)
    (analysed,) = pipeline.load().analyse([document], Need.PARSE)
    return [
        [word.text for word in run]
        for sentence in analysed.sentences
        for run in noun_strings(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("We read the health centre report.", [["health", "centre", "report"]]),
        (
            "The team wrote a staff care quality report.",
            [["staff", "care", "quality", "report"]],
        ),
        ("She is the department's security team lead.", [["security", "team", "lead"]]),
        ("They run a self-help peer support group.", [["self-help", "peer", "support", "group"]]),
        ("We know the Leeds City Council tax office.", [["tax", "office"]]),
        ("Monitor system resource use.", [["system", "resource", "use"]]),
        ("We help the development team build software.", []),
        ("Many testing sessions work best.", []),
        ("It is a red car.", []),
        ("Staff, carers, families and friends came.", []),
        ("", []),
    ],
)
def test_the_runs(text: str, runs: list[list[str]]) -> None:
    assert found(text) == runs
