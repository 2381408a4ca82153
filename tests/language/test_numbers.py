"""Numbers in words, figures, Roman numerals and shares."""

import pytest

from plainspeak.language.numbers import figures, roman_value, share, spelled_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two", [("two", 2)]),
        ("Twenty-five of them", [("Twenty-five", 25)]),
        ("three hundred and fifty people", [("three hundred and fifty", 350)]),
        ("two thousand five hundred", [("two thousand five hundred", 2500)]),
        ("one hundred", [("one hundred", 100)]),
        ("two, three", [("two", 2), ("three", 3)]),
        ("two million", [("two", 2)]),
        ("a two-way street", []),
        ("the two’s", []),
        ("someone often", []),
    ],
)
def test_spelled_numbers(text, found):
    said = [(text[each.start : each.end], each.value) for each in spelled_numbers(text)]
    assert said == found


def test_figures():
    assert [figures(each) for each in (7, 999, 1000, 25000)] == ["7", "999", "1,000", "25,000"]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("II", 2), ("iv", 4), ("XIV", 14), ("IIII", None), ("VX", None), ("", None), ("ABC", None)],
)
def test_roman_value(numeral, value):
    assert roman_value(numeral) == value


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (50, "1 in 2"),
        (25, "1 in 4"),
        (80, "4 in 5"),
        (70, "7 in 10"),
        (5, "1 in 20"),
        (12.5, "1 in 8"),
        (33, "about 1 in 3"),
        (67, "about 2 in 3"),
        (14.3, "about 1 in 7"),
        (48, "48 in 100"),
        (2.4, "about 2 in 100"),
        (0.5, "about 5 in 1,000"),
        (0, None),
        (100, None),
        (250, None),
    ],
)
def test_share(percent, words):
    assert share(percent) == words
