"""Runs the cases of every kind of rewrite: `tests/rewriting/kinds/<kind>.yml`.

rules: [jargon]        # the rules that run
profile: health        # if it is not plain
safe:                  # each is safe, and becomes exactly this
  a name:
    text: We utilised the room.
    after: We used the room.
unsafe: ...            # the same, but a person should look first
refused:               # nothing is offered; `why`, if given, is one of the guard's reasons
  a name:
    text: They lead the way.
    why: a number or date changed
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from plainspeak import readers
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.fixing import edited
from plainspeak.model import FileReport
from plainspeak.rewriting.kinds import all_kinds, questions

HERE = Path(__file__).parent / "kinds"
FILES = {path.stem.replace("_", "-"): path for path in sorted(HERE.glob("*.yml"))}


def cases(group: str) -> list[Any]:
    found = []
    for kind, path in FILES.items():
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        common = {"rules": tuple(data["rules"]), "profile": data.get("profile", "plain")}
        for name, case in (data.get(group) or {}).items():
            found.append(pytest.param({**common, **case}, id=f"{kind}: {name}"))
    return found


@cache
def checker(rules: tuple[str, ...], profile: str) -> Checker:
    return Checker(Settings(profile=profile, select=rules))


def run(case: dict[str, Any]) -> FileReport:
    rules = case.get("select", case["rules"])
    report = checker(tuple(rules), case["profile"]).check_text(case["text"])
    assert report.bugs == ()
    return report


def written(text: str, report: FileReport) -> str:
    """The text with the edits of the proposals made."""
    edits = (edit for proposal in report.proposals for edit in proposal.edits)
    return edited(readers.read_text(text).source, edits)


@pytest.mark.parametrize(
    ("safety", "case"),
    [
        pytest.param(safety, *param.values, id=f"{safety} {param.id}")
        for safety in ("safe", "unsafe")
        for param in cases(safety)
    ],
)
def test_is_written_anew(safety: str, case: dict[str, Any]) -> None:
    report = run(case)
    assert written(case["text"], report) == case["after"]
    assert {proposal.safety.value for proposal in report.proposals} == {safety}


@pytest.mark.parametrize("case", cases("refused"))
def test_offers_nothing(case: dict[str, Any]) -> None:
    report = run(case)
    assert [proposal.after for proposal in report.proposals] == []
    assert report.findings or case.get("silent"), "the rule has no finding, so nothing was tried"
    if "why" in case:
        assert case["why"] in report.refused


def test_every_kind_has_cases_and_every_file_a_kind() -> None:
    assert set(FILES) == set(all_kinds())


def test_every_kind_asks_the_writer_a_question() -> None:
    asked = questions(all_kinds())
    assert len(asked) == len(all_kinds())
    assert all(question.endswith("?") for question in asked)
    assert questions(["split", "words", "split"]) == (
        "Do the new sentences say the same?",
        "Do the new words mean the same here?",
    )
