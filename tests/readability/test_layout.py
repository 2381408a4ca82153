"""The same prose scores the same however it is laid out."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak import readability, readers
from plainspeak.engine import Checker

SENTENCES = (
    "The council pays for a worker to visit you at home.",
    "You can say which days suit you best.",
    "Members are paid for their time and their travel.",
    "The trust organises accessible transport for anybody who needs it.",
    "You can bring a supporter, a friend or someone from your family.",
    "Everyone gets the papers in a format they can use.",
    "We meet every month to decide what to do next.",
    "Ask your doctor to send us a letter about your illness.",
    "We will ring you within two weeks of your assessment.",
    "If you are not happy with the plan, tell your social worker.",
)
PARAGRAPH = " ".join(SENTENCES)
CO_PRODUCTION = Path(__file__).parents[2] / "examples" / "co-production.md"
MOST = 0.5
"""How far apart, in grades, two layouts may be."""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def grade(checker: Checker, markdown: str) -> float:
    (text,) = checker.analyse([readers.read_text(markdown, "markdown")])
    age = readability.score(text).whole.reading_age
    assert age is not None
    return age.grade


def bullets(sentences: tuple[str, ...], end: str = ".") -> str:
    return "\n".join(f"- {sentence.removesuffix('.')}{end}" for sentence in sentences)


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param(bullets(SENTENCES), id="bullets"),
        pytest.param(bullets(SENTENCES, ""), id="bullets without full stops"),
        pytest.param(bullets(SENTENCES, ";"), id="bullets with semicolons"),
        pytest.param(f"You should know this:\n\n{bullets(SENTENCES, '')}", id="under a lead-in"),
        pytest.param(bullets(SENTENCES[:5]) + "\n\n" + " ".join(SENTENCES[5:]), id="half and half"),
        pytest.param(bullets(SENTENCES).replace("- We", "  - We"), id="a list inside a list"),
        pytest.param("\n\n".join(SENTENCES), id="a paragraph each"),
        pytest.param(f"> {PARAGRAPH}", id="a quotation"),
        pytest.param(PARAGRAPH.replace(". ", ".\n"), id="a line each"),
    ],
)
def test_a_list_scores_like_a_paragraph(checker: Checker, layout: str) -> None:
    assert grade(checker, layout) == pytest.approx(grade(checker, PARAGRAPH), abs=MOST)


def test_a_real_document_scores_the_same_in_bullets(checker: Checker) -> None:
    source = CO_PRODUCTION.read_text(encoding="utf-8")
    (text,) = checker.analyse([readers.read_text(source, "markdown")])
    said = [sentence.strip() for sentence in readability.prose(text).splitlines()]
    as_list = grade(checker, bullets(tuple(said), ""))
    assert as_list == pytest.approx(grade(checker, " ".join(said)), abs=MOST)
    assert as_list == pytest.approx(grade(checker, source), abs=MOST)


HEADINGS = """\
# Organisational accountability and multidisciplinary safeguarding

{}

## Eligibility determination procedures
"""
TABLE = """

| Commissioning organisation | Responsibility |
|---|---|
| Integrated care partnership | Multidisciplinary assessment and evaluation |
| Safeguarding. Accountability. | Strategic commissioning of rehabilitation |
"""


def test_headings_and_tables_do_not_count(checker: Checker) -> None:
    alone = grade(checker, PARAGRAPH)
    assert grade(checker, HEADINGS.format(PARAGRAPH)) == alone
    assert grade(checker, PARAGRAPH + TABLE) == alone


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("The council", "The DWP"),
        ("The trust", "The NHS"),
        ("Ask your doctor", "Ask your GP"),
        ("your assessment", "your PIP test"),
        ("in a format they can use", "in a format (e.g. audio) they can use"),
        ("two weeks", "approx. two weeks"),
        ("your doctor", "Dr. Jones"),
    ],
)
def test_short_forms_do_not_distort(checker: Checker, long: str, short: str) -> None:
    assert long in PARAGRAPH
    changed = grade(checker, PARAGRAPH.replace(long, short))
    assert changed == pytest.approx(grade(checker, PARAGRAPH), abs=MOST)


def test_many_short_forms_do_not_distort(checker: Checker) -> None:
    short = PARAGRAPH
    for words, letters in (
        ("The council", "The DWP"),
        ("The trust", "The NHS"),
        ("your doctor", "your GP"),
        ("Members", "PPG members"),
        ("your social worker", "the CQC"),
    ):
        short = short.replace(words, letters)
    assert grade(checker, short) == pytest.approx(grade(checker, PARAGRAPH), abs=MOST)
