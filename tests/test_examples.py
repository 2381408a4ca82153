"""The example documents show what they are there to show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import plainspeak
from plainspeak.model import Severity

EXAMPLES = Path(__file__).parents[1] / "examples"


def test_the_guide_has_the_jargon_such_a_guide_has() -> None:
    findings = plainspeak.check(EXAMPLES / "co-production.md").findings
    terms = {finding.term for finding in findings}
    assert {
        "co-production",
        "reciprocity",
        "stakeholder",
        "terms of reference",
        "prototype",
        "care leaver",
        "the elderly",
        "utilise",
        "facilitate",
    } <= terms
    # “Equality impact assessment – that is, …” explains itself.
    assert "equality impact assessment" not in terms
    late = next(finding for finding in findings if finding.term == "reciprocity")
    assert "explain it only later (line 45)" in late.message
    assert [f.text for f in findings if f.rule == "unexplained-abbreviation"] == ["DWP"]
    assert len(findings) < 60, "a writer should not drown"


def test_the_plain_page_is_plain() -> None:
    report = plainspeak.check(EXAMPLES / "plain.md")
    assert report.count(Severity.WARNING) == 0
    assert report.count(Severity.SUGGESTION) <= 1


def test_the_technical_page_is_fine_for_technical_readers() -> None:
    plain = plainspeak.check(EXAMPLES / "technical.md")
    technical = plainspeak.check(EXAMPLES / "technical.md", profile="technical")
    assert [finding.term for finding in technical.findings if finding.rule == "jargon"] == [
        "utilise",
        "in order to",
    ]
    assert len(technical.findings) < len(plain.findings)


def test_the_script_runs() -> None:
    result = subprocess.run(
        [sys.executable, str(EXAMPLES / "check_a_text.py")],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert "utilise: Write “use”." in result.stdout
    assert "Reading age: " in result.stdout
