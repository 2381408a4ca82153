"""Dataclasses to JSON and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import pytest

import plainspeak
from plainspeak.model import FileReport, Span
from plainspeak.plain_data import made_of, plain

TEXT = """# Getting help

You can utilise this service in order to commence your application (see `form`).
The form must be completed by the carer. We will not process it if it isn't signed, and it will be
sent back to you by the team that deals with it, which will take 5-6 weeks.

<!-- plainspeak: of -->

Reciprocity means that you give and take. A Memorandum of Understanding (MoU) is a plan.
"""


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Holder:
    colour: Colour
    spans: tuple[Span, ...]
    pair: tuple[int, str]
    maybe: Span | None = None
    table: Mapping[str, int] | None = None


def test_a_whole_report_goes_through_json_unchanged() -> None:
    report = plainspeak.check_text(TEXT)
    assert report.proposals
    assert report.notes
    assert report.errors
    again = made_of(FileReport, json.loads(json.dumps(plain(report))))
    assert (again.findings, again.proposals) == (report.findings, report.proposals)
    assert [note.data for note in again.notes] == [list(note.data) for note in report.notes]
    assert plain(again) == plain(report)


def test_each_kind_of_field() -> None:
    one = Holder(Colour.RED, (Span(1, 2), Span(3, 4)), (5, "six"), Span(0, 0), {"a": 1})
    two = Holder(Colour.RED, (), (5, "six"))
    for held in (one, two):
        assert made_of(Holder, json.loads(json.dumps(plain(held)))) == held
    assert plain(one) == ["red", [[1, 2], [3, 4]], [5, "six"], [0, 0], {"a": 1}]


@pytest.mark.parametrize("value", [{1: 2}, {"a": {3}}, object(), [b"bytes"]])
def test_what_is_not_plain_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="plain data"):
        plain(value)


@pytest.mark.parametrize("data", [["blue", [], [5, "six"], None, None], ["red", [], [5]], [], 7])
def test_data_of_something_else_is_refused(data: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        made_of(Holder, data)
