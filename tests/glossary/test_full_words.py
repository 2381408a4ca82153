"""What well-known short forms stand for."""

from __future__ import annotations

import pytest

from plainspeak.glossary.full_words import full_words, in_full

EVERYDAY = "UC PIP DWP LAC DFG LGA DHSC GDS OT ESA JSA NI HMRC"


@pytest.mark.parametrize("short", EVERYDAY.split())
def test_everyday_benefits_and_services_are_there(short: str) -> None:
    assert full_words(short)
    assert all(" " in each.words and " " in each.meaning for each in full_words(short))


def test_several_meanings_come_in_order() -> None:
    assert in_full("NI") == ("National Insurance (NI)", "Northern Ireland (NI)")


def test_a_plural() -> None:
    assert in_full("DFGs") == ("Disabled Facilities Grants (DFGs)",)


def test_capitals_count_and_unknown_ones_give_nothing() -> None:
    assert full_words("pip") == ()
    assert in_full("RPF") == ()
