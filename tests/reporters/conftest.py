"""Reports made by hand."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from plainspeak.model import (
    Edit,
    FileReport,
    Finding,
    Fix,
    Location,
    Proposal,
    Report,
    Safety,
    Severity,
    Span,
)

READABILITY = {
    "reading_age": {
        "text": "13 to 14",
        "low": 13,
        "high": 14,
        "school_year": "Year 9",
        "grade": 8.2,
    },
    "flesch_reading_ease": 61.2,
    "reliable": True,
    "counts": {"sentences": 58, "words": 984},
    "share_of_words": 0.82,
}


def location(line, column, length):
    return Location(line, column, line, column + length, 0, length)


def finding(
    text="utilised",
    message="Write “used”.",
    *,
    rule="jargon",
    severity=Severity.WARNING,
    line=3,
    column=12,
    **more,
):
    return Finding(
        Span(0, len(text)),
        message,
        rule=rule,
        severity=severity,
        text=text,
        location=location(line, column, len(text)),
        **more,
    )


JARGON = finding(suggestions=("used",), term="utilise", glossary="plain-english")
LONG = finding(
    "The following principles of co-production are the building blocks "
    "for making change happen and are to be fostered",
    "This sentence has 47 words. Aim for 25 or fewer. Split it, or make a list.",
    rule="long-sentence",
    severity=Severity.SUGGESTION,
    line=103,
    column=1,
)
FIXED = finding(
    "café",
    "Write “coffee shop”.",
    severity=Severity.ERROR,
    line=104,
    fix=Fix(
        (Edit(Span(0, 4), "coffee shop", location(104, 12, 4)),),
        Safety.SAFE,
        "words",
        "The café is shut.",
        "The coffee shop is shut.",
    ),
    term="café",
    glossary="ours",
    suggestions=("coffee shop", "snack bar"),
)
PROPOSAL = Proposal(
    Span(0, 17),
    location(104, 8, 17),
    "The \ufffc is a café.",
    "The \ufffc is a place to eat.",
    (Edit(Span(11, 15), "place to eat", location(104, 12, 4)),),
    Safety.UNSAFE,
    ("words",),
    ("jargon",),
)
GUIDANCE = FileReport("docs/guidance.md", (JARGON, LONG, FIXED), READABILITY, words=1200)
REWRITTEN = replace(GUIDANCE, proposals=(PROPOSAL,))
MISSING = FileReport("x.md", errors=("x.md: there is no file or folder of this name",))
CLEAN = FileReport("clean.md", (), {**READABILITY, "reading_age": None}, words=3)
REPORT = Report((GUIDANCE, MISSING, CLEAN))


@pytest.fixture(scope="session")
def samples():
    return SimpleNamespace(
        report=REPORT,
        guidance=GUIDANCE,
        rewritten=REWRITTEN,
        proposal=PROPOSAL,
        missing=MISSING,
        clean=CLEAN,
        long=LONG,
        readability=READABILITY,
        finding=finding,
    )
