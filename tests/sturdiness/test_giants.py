"""Documents of sizes and shapes that nobody writes: no crash, and time that grows no faster than they.

Time is CPU time. Each test compares a shape with four times as much of it, so that the machine
does not matter; the factor allowed is far from the 16 of what goes by the square.
"""

import time

import pytest

from plainspeak import readers
from plainspeak.engine import Checker
from plainspeak.errors import ReadError
from plainspeak.language import pipeline
from plainspeak.language.analysis import Need

NESTED = 100_000

DEEP = {
    "quotes": ">" * NESTED + " Hello there.",
    "quotes with spaces": "> " * NESTED + "Hello there.",
    "lists": "- " * NESTED + "Hello there.",
    "numbered lists": "1. " * NESTED + "Hello there.",
    "emphasis": "*" * NESTED + "Hello there" + "*" * NESTED,
    "brackets": "[" * NESTED + "Hello there" + "]" * NESTED,
    "links": "[" * NESTED + "Hello there" + "](x)" * NESTED,
    "images": "![" * NESTED + "Hello there" + "](x)" * NESTED,
    "HTML": "<div>" * NESTED + "Hello there.",
    "inline HTML": "We say " + "<b>" * NESTED + "Hello there.",
}


@pytest.mark.parametrize("shape", DEEP)
def test_100_000_levels_are_read(shape):
    document = readers.read_text(DEEP[shape])
    assert "Hello there" in document.prose


@pytest.mark.parametrize("shape", ["quotes", "lists", "numbered lists", "emphasis", "HTML"])
def test_100_000_levels_are_checked(checker, shape):
    report = checker.check_text(DEEP[shape])
    assert (report.bugs, report.errors, report.words) == ((), (), 2)


@pytest.fixture(scope="module")
def checker():
    made = Checker()
    made.check_text("We utilise it. The form was completed by the carer.")
    return made


def cpu(work):
    start = time.process_time()
    work()
    return time.process_time() - start


READ = {
    "a table of short rows": lambda n: "|a" * 20 + "|\n" + "|-" * 20 + "|\n" + "|cell\n" * n,
    "emphasis never closed": lambda n: "**a *b " * n,
    "links never closed": lambda n: "[a](<b" * n,
    "comments never closed": lambda n: "x " + "<!-- " * n,
    "attributes never closed": lambda n: '{: "a' * n,
    "front matter never closed": lambda n: "---\n" + "a: b\n" * n,
    "front matter never closed, CRLF": lambda n: "---\r\n" + "a: b\r\n" * n,
    "front matter of alias bombs": lambda n: "---\na: &a [b]\n" + "c: [*a, *a]\n" * n + "---\nHi.",
    "template tags never closed": lambda n: "{% a " * n,
    "footnotes": lambda n: "".join(f"[^{i}]: a note\n" for i in range(n)),
}


@pytest.mark.parametrize("shape", READ)
def test_reading_takes_time_by_length(shape):
    little, much = READ[shape](3_000), READ[shape](12_000)
    readers.read_text(little)
    once = min(cpu(lambda: readers.read_text(little)) for _ in range(3))
    assert min(cpu(lambda: readers.read_text(much)) for _ in range(3)) < 9 * once + 0.1


CHECK = {
    "one sentence": lambda n: "the council will meet the people who need care and " * n,
    "one paragraph": lambda n: "The council will meet the people who need care. " * n,
    "emphasis in emphasis": lambda n: "*a " * n + "Hello" + " a*" * n,
    "marks": lambda n: "*a* **b** " * n,
    "one heading": lambda n: "# " + "the care that the council gives " * n,
    "comments to plainspeak": lambda n: (
        "<!-- plainspeak: ignore-next jargon -->\n\nWe utilise it.\n\n" * n
    ),
    "wrong comments to plainspeak": lambda n: "<!-- plainspeak: of jargn -->\n\nHello.\n\n" * n,
    "table cells": lambda n: "|a|b|\n|-|-|\n" + "|care|help|\n" * n,
}


@pytest.mark.parametrize("shape", CHECK)
def test_checking_takes_time_by_length(checker, shape):
    little, much = CHECK[shape](120), CHECK[shape](480)
    once = min(cpu(lambda: checker.check_text(little)) for _ in range(2))
    reports = []
    spent = min(cpu(lambda: reports.append(checker.check_text(much))) for _ in range(2))
    assert spent < 10 * once + 0.1
    assert reports[0].bugs == ()


def test_no_sentence_is_longer_than_the_rules_can_bear():
    document = readers.read_text("the council will meet the people who need care and " * 2_000)
    (text,) = pipeline.load().analyse([document], Need.SENTENCES | Need.TAGS)
    lengths = [len(sentence.tokens) for sentence in text.sentences]
    assert sum(lengths) == 20_000
    assert max(lengths) < 2_200


def test_an_ordinary_long_sentence_stays_one():
    document = readers.read_text("We met " + "the people who need care and " * 120 + "the rest.")
    (text,) = pipeline.load().analyse([document], Need.SENTENCES | Need.TAGS)
    assert len(text.sentences) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("care " * 500_000, "2,499,999 letters and signs. The limit is 2,000,000."),
        ("a\n\n" * 100_001, "100,001 paragraphs and table cells. The limit is 100,000."),
    ],
)
def test_what_would_take_too_much_memory_is_refused(checker, text, says):
    with pytest.raises(ReadError) as error:
        checker.check_text(text)
    assert str(error.value) == (f"The text: this is too long: {says} Split it into smaller files.")


def test_a_giant_among_other_files(checker, tmp_path):
    (tmp_path / "giant.md").write_text("We utilise it. " * 140_000)
    (tmp_path / "cells.md").write_text("|a|b|\n|-|-|\n" + "|c|d|\n" * 50_000)
    (tmp_path / "good.md").write_text("We utilise it.")
    giant, cells, good = checker.check_files(
        tmp_path / name for name in ("giant.md", "cells.md", "good.md")
    )
    assert giant.errors[0].startswith(f"{tmp_path}/giant.md: this is too long: 2,099,999 letters")
    assert cells.errors[0].startswith(f"{tmp_path}/cells.md: this is too long: 100,002 paragraphs")
    assert [finding.term for finding in good.findings] == ["utilise"]
