"""No pattern that a user writes can take longer than the text is long, or hang."""

import ast
import contextlib
import time
from pathlib import Path, PurePosixPath

import pytest

import plainspeak
from plainspeak.api import check_text
from plainspeak.cli.files import _matches, _work
from plainspeak.rules.jargon import _has_in_order

EVIL = ("(a+)+$", "(.*)*b", "a{1,99}{1,99}", "[", "(?P<x", "\\", "(a|a)*b")


@pytest.fixture
def glossary(tmp_path):
    def write(field, value):
        file = tmp_path / "ours.yml"
        file.write_text(
            f"name: ours\nabout: Us.\nterms:\n  - term: utilise\n    treatment: replace\n"
            f"    alternatives: [use]\n    {field}: {value}\n"
        )
        return file

    return write


@pytest.mark.parametrize("pattern", EVIL)
@pytest.mark.parametrize("field", ["before", "after", "not_before", "not_after"])
def test_words_in_a_glossary_are_words_and_no_patterns(glossary, field, pattern):
    text = "We utilise " + "a" * 3_000 + "!"
    start = time.process_time()
    reports = []
    with contextlib.suppress(plainspeak.GlossaryError):  # it may be no words at all
        file = glossary(field, f"['{pattern}']")
        reports.append(check_text(text, select=["jargon"], glossaries=[file]))
    assert not any(report.bugs for report in reports)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("pattern", EVIL)
def test_accepted_words_are_words_and_no_patterns(pattern):
    report = check_text("We utilise " + "a" * 3_000, select=["jargon"], accept=[pattern])
    assert [finding.text for finding in report.findings] == ["utilise"]


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 12 + "*b", "a" * 250),
        ("*" * 60 + "b", "a" * 100),
        ("**/a/" * 12 + "b", "a/" * 150 + "c"),
        ("[" * 500, "a"),
    ],
)
def test_patterns_of_files_to_leave_out_cannot_hang(pattern, path):
    start = time.process_time()
    found = _matches((pattern, "*.txt"), Path("/r", path), Path("/r"), False)
    assert found is None
    assert time.process_time() - start < 2
    assert _matches((pattern, "*.txt"), Path("/r/x.txt"), Path("/r"), False) is True


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("**/drafts/**/old/**/*-minutes-*.md", "2024/drafts/may/old/council-minutes-3.md"),
        ("*-*-*-*-*.md", "2024-05-01-minutes-of-the-meeting-of-the-parish-council.md"),
    ],
)
def test_patterns_with_many_stars_still_count_for_names_that_people_write(pattern, path):
    assert _matches((pattern,), Path("/r", path), Path("/r"), False) is True
    assert _work(pattern, path) <= 10_000_000


def test_pages_where_words_are_explained_are_no_patterns():
    assert _has_in_order("https://example.org/words/a", ["example.org/", "/a"])
    assert not _has_in_order("https://example.org/words", ["words", "example"])
    start = time.process_time()
    assert not _has_in_order("a" * 100_000, [*["a"] * 5_000, "b"])
    assert time.process_time() - start < 2


def test_every_pattern_in_the_code_is_fixed_or_escaped():
    """What is put together for a pattern at run time is escaped, or is one of our own names."""
    known = {
        "config/load.py",
        "curation/checking.py",
        "curation/trials.py",
        "glossary/abbreviations.py",
        "glossary/accepted.py",
        "glossary/explaining/patterns.py",
        "glossary/matching.py",
        "glossary/synonyms.py",
        "language/capitals.py",
        "readers/markdown.py",
        "rewriting/kinds/words.py",
        "rewriting/placing.py",
        "rules/capitals.py",
    }
    package = Path(plainspeak.__file__).parent
    made = set()
    for file in package.rglob("*.py"):
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef | ast.Lambda):
                continue
            for call in ast.walk(function):
                if (
                    isinstance(call, ast.Call)
                    and isinstance(call.func, ast.Attribute)
                    and isinstance(call.func.value, ast.Name)
                    and call.func.value.id == "re"
                    and call.func.attr != "escape"
                    and call.args
                    and not isinstance(call.args[0], ast.Constant)
                ):
                    made.add(str(PurePosixPath(file.relative_to(package))))
    assert made <= known
