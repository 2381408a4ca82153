"""Runs the cases of every rule: `tests/rules/<rule>.yml`.

options: {max_words: 10}      # for every case of the file, if wanted
example: {min_words: 10}      # options for the example in the rule's documentation, if wanted
pass:
  a name: A text in which the rule finds nothing.
fail:
  a name:
    text: A text in which it finds something.
    finds: [the words of each finding, in order]
    says: words that the first message holds
    also: [words that the second message holds, and so on]
    suggests: [the suggestions of the first finding]
    profile: easy-read
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.model import FileReport
from plainspeak.registry import rules

HERE = Path(__file__).parent
FILES = {path.stem.replace("_", "-"): path for path in sorted(HERE.glob("*.yml"))}


SETUP = frozenset({"text", "profile", "options", "format"})
KEYS = {"pass": SETUP, "fail": SETUP | {"finds", "says", "also", "suggests", "severity"}}
"""What a case may say; a slip in a word must not switch a check off."""


def cases(kind: str) -> list[Any]:
    found = []
    for rule, path in FILES.items():
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, case in (data.get(kind) or {}).items():
            case = {"text": case} if isinstance(case, str) else case
            assert case.keys() <= KEYS[kind], f"{path.name}: {name}: {case.keys() - KEYS[kind]}"
            found.append(
                pytest.param(rule, {"options": data.get("options"), **case}, id=f"{rule}: {name}")
            )
    return found


@cache
def checker(rule: str, profile: str, options: tuple[tuple[str, Any], ...]) -> Checker:
    settings = Settings(profile=profile, select=(rule,))
    if options:
        settings = replace(settings, rules={rule: dict(options)})
    return Checker(settings)


def run(rule: str, case: dict[str, Any]) -> FileReport:
    given = (case.get("options") or {}).items()
    options = tuple(
        sorted((name, tuple(value) if isinstance(value, list) else value) for name, value in given)
    )
    return checker(rule, case.get("profile", "plain"), options).check_text(
        case["text"], case.get("format", "markdown")
    )


@pytest.mark.parametrize(("rule", "case"), cases("pass"))
def test_finds_nothing(rule: str, case: dict[str, Any]) -> None:
    report = run(rule, case)
    assert report.bugs == ()
    assert [(finding.text, finding.message) for finding in report.findings] == []


@pytest.mark.parametrize(("rule", "case"), cases("fail"))
def test_finds(rule: str, case: dict[str, Any]) -> None:
    report = run(rule, case)
    assert report.bugs == ()
    assert [finding.text for finding in report.findings] == case["finds"]
    first = report.findings[0]
    assert case.get("says", "") in first.message
    for number, said in enumerate(case.get("also", ()), start=1):
        assert said in report.findings[number].message
    if "suggests" in case:
        assert list(first.suggestions) == case["suggests"]
    if "severity" in case:
        assert first.severity is not None
        assert first.severity.value == case["severity"]
    for finding in report.findings:
        assert finding.location is not None
        assert finding.rule == rule


def test_every_rule_has_cases_and_every_file_a_rule() -> None:
    assert set(FILES) == set(rules())
    for path in FILES.values():
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert len(data["pass"]) >= 5, path
        assert len(data["fail"]) >= 5, path


@pytest.mark.parametrize("rule", sorted(rules()))
def test_documentation_is_whole_and_its_example_true(rule: str) -> None:
    documentation = rules()[rule].documentation
    for heading in ("## Why", "## Source", "## Example", "## When it is wrong"):
        assert heading in documentation
    example = re.search(
        r"Hard: (?P<hard>.+?)\n\nBetter: (?P<better>.+?)\n\n##", documentation, re.DOTALL
    )
    assert example is not None
    options = yaml.safe_load(FILES[rule].read_text(encoding="utf-8")).get("example", {})
    hard = run(rule, {"text": example["hard"], "options": options})
    better = run(rule, {"text": example["better"], "options": options})
    assert hard.findings, "the hard example has no finding"
    assert better.findings == ()
