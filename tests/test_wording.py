"""Words put together for a message."""

from __future__ import annotations

from plainspeak.wording import broken, either, joined


def test_parts_are_joined_with_commas_and_one_word() -> None:
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a and b"
    assert joined(["a", "b", "c"], "or") == "a, b or c"


def test_choices_stand_in_quotation_marks() -> None:
    assert either([]) == ""
    assert either(["a"]) == "“a”"
    assert either(["a", "b", "c"]) == "“a”, “b” or “c”"


def test_what_broke_is_told_in_one_line_with_its_place() -> None:
    try:
        raise ValueError("one\ntwo")
    except ValueError as error:
        said = broken("the rule odd", error)
    assert said.startswith("the rule odd broke: ValueError: one two (test_wording.py, line ")
