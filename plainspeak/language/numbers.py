"""Numbers as people write them: words, figures, Roman numerals, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["SpelledNumber", "figures", "roman_value", "share", "spelled_numbers"]

_SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {"hundred": 100, "thousand": 1000}
_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_DIGIT})\b)?|{_TEEN}|{_DIGIT})\b"
_BELOW_1000 = rf"{_BELOW_100}(?: hundred\b(?:(?: and)? {_BELOW_100})?)?"
_SPELLED = re.compile(
    rf"(?<![\w-]){_BELOW_1000}(?: thousand\b(?:(?:,| and)? {_BELOW_1000})?)?(?![-’'\w])",
    re.IGNORECASE,
)
_ROMAN = re.compile(
    r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE
)
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_COUNTS = (2, 3, 4, 5, 10)
"""What people can picture shares of: 1 in 4, 7 in 10."""
_NEAR = 0.7
"""How many in 100 a share may be off when it is called “about 1 in 7”."""


@dataclass(frozen=True)
class SpelledNumber:
    """A number in words and where it stands."""

    start: int
    end: int
    value: int


def spelled_numbers(text: str) -> Iterator[SpelledNumber]:
    """Numbers in words, from one to 999,999, in order: `two`, `twenty-five`, `three hundred`.

    Those that are part of a longer word (`two-way`, `two’s`) are left out.
    """
    for match in _SPELLED.finditer(text):
        yield SpelledNumber(match.start(), match.end(), _value(match.group().lower()))


def _value(words: str) -> int:
    total = part = 0
    for word in re.findall(r"[a-z]+", words):
        if word == "thousand":
            total, part = part * 1000, 0
        elif word in _SCALES:
            part *= _SCALES[word]
        else:
            part += _SMALL.get(word, 0) + _TENS.get(word, 0)
    return total + part


def figures(value: int) -> str:
    """A whole number in figures, with commas from 1,000."""
    return f"{value:,}"


def roman_value(numeral: str) -> int | None:
    """What a Roman numeral counts; `None` if it is not one."""
    if not _ROMAN.fullmatch(numeral):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in numeral.upper()]
    total = 0
    for place, digit in enumerate(digits):
        smaller = place + 1 < len(digits) and digit < digits[place + 1]
        total += -digit if smaller else digit
    return total


def share(percent: float) -> str | None:
    """A percentage as so many in so many people: `1 in 4` for 25, `about 1 in 7` for 14.3.

    Returns:
        `None` for all, for nothing, and for more than all.
    """
    if not 0 < percent < 100:
        return None
    for of in _COUNTS:
        count = percent * of / 100
        if abs(count - round(count)) < 1e-9 and round(count):
            return f"{round(count)} in {of}"
    return _rough(percent)


def _rough(percent: float) -> str:
    """The nearest share that is easy to picture, if there is one near; else so many in 100."""
    near = [(abs(percent - 100 / of), f"1 in {of}") for of in (*range(2, 11), 20, 100)]
    near.append((abs(percent - 200 / 3), "2 in 3"))
    off, words = min(near)
    if off < 1e-9:
        return words
    if off <= _NEAR and percent >= 9:
        return f"about {words}"
    if percent < 1:
        return f"about {max(1, round(percent * 10))} in 1,000"
    whole = abs(percent - round(percent)) < 1e-9
    return f"{'' if whole else 'about '}{round(percent)} in 100"
