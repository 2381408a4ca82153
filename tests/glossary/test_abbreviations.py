from __future__ import annotations

import pytest

from plainspeak.errors import UsageError
from plainspeak.glossary.abbreviations import definitions, known


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Send the data protection impact assessment (DPIA) to us.",
            [("DPIA", "data protection impact assessment")],
        ),
        (
            "The Department of Work and Pensions (DWP) pays.",
            [("DWP", "Department of Work and Pensions")],
        ),
        (
            "The DWP (Department for Work and Pensions) pays.",
            [("DWP", "Department for Work and Pensions")],
        ),
        (
            "Use an enzyme-linked immunosorbent assay (ELISA).",
            [("ELISA", "enzyme-linked immunosorbent assay")],
        ),
        (
            "DPIA stands for data protection impact assessment.",
            [("DPIA", "data protection impact assessment")],
        ),
        ("Local strategic partnerships (LSPs) meet.", [("LSPs", "Local strategic partnerships")]),
        (
            "the Social Care Institute for Excellence, or SCIE, says",
            [("SCIE", "Social Care Institute for Excellence")],
        ),
        ("Ring the yearly plan (DPIA).", []),
        ("We asked the council (see page 4).", []),
        ("We asked (NHS).", []),
        ("The DPIA (see below) is long.", []),
        ("", []),
    ],
)
def test_definitions(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(found.short, found.long) for found in definitions(text)] == pairs


def test_positions() -> None:
    text = "Send the data protection impact assessment (DPIA) to us."
    (found,) = definitions(text)
    assert text[found.start : found.end] == "data protection impact assessment (DPIA)"


def test_lists_of_known_short_forms() -> None:
    assert {"NHS", "UK", "GP"} <= known("everyday")
    assert "API" in known("technical")
    assert "API" not in known("everyday")
    with pytest.raises(UsageError, match="everyday, technical"):
        known("nothing")
