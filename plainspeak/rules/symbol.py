"""Symbol: a sign such as “&” where a word is clearer.

Finds “&” between words, “+” for “and” or “or more”, “#” for “number”, and “>”, “<”, “~”, “≥” and
“≤” before a number. Names with a sign (“Marks & Spencer”, “A&E”, “Q&A”), sums and code are left
alone.

## Why

Not everyone knows what a sign means, and screen readers may skip it.

## Source

- NHS digital service manual, “A to Z of NHS health writing”.
- GOV.UK style guide, “Ampersand”: “and”, but for names.

## Example

Hard: Ask for help with food & heating.

Better: Ask for help with food and heating.

## When it is wrong

A sign may be part of a name. Put the name under `accept:` in your settings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language.analysis import Text
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES
SCOPE = "block"

PROFILES = {
    "easy-read": {"severity": "warning"},
    "technical": {"severity": "off"},
}

_WORD = r"[^\W\d_][\w’'-]*"
AND = re.compile(rf"(?P<left>{_WORD}) (?P<sign>&|\+) (?=(?P<right>{_WORD}))")
OR_MORE = re.compile(r"(?<![\w.,:/#+-])(?P<number>[£$€]?\d[\d,]*)(?P<sign>\+)(?![\w+(/=]| ?\d)")
NUMBER = re.compile(r"(?<![\w#&/])(?P<sign>#)(?P<number>\d{1,2})(?![\w#/)-])")
COMPARED = re.compile(
    r"(?<![\w=<>|&/)\]}-])(?P<sign>≥|≤|>=|<=|>|<|~)\s?(?P<number>[£$€]?\d[\d,.]*\d|\d)(?![\d.,]*\d)"
)
COMPARE = {
    ">": "more than",
    "<": "less than",
    "≥": "at least",
    ">=": "at least",
    "≤": "at most",
    "<=": "at most",
    "~": "about",
}
ISSUE = re.compile(
    r"\b(?:issues?|ticket|pull request|pr|bug|fix(?:es|ed)?|closes?|rule|see)\W*$", re.I
)
AGED = re.compile(
    r"\b(?:aged?|ages|over|people|adults|(?:you|they|who|we) are|you[’']re|(?:he|she|who) is)\s$",
    re.IGNORECASE,
)
VERSION = re.compile(r"\b[A-Z]\w+ $|\bversion $")
SUM = re.compile(r"[=×÷]|\d\s?[+*/<>]\s?\d")


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    plus: bool = option(True, "also report “+” for “and” or “or more”")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each sign that should be a word."""
    accepted = tools.accepted(text)
    kinds: list[tuple[re.Pattern[str], Callable[[Place], Finding | None]]] = [
        (AND, _and),
        (NUMBER, _number),
        (COMPARED, _compared),
    ]
    if options.plus:
        kinds.append((OR_MORE, _or_more))
    for pattern, finding_of in kinds:
        for place in places_of(pattern, text, accepted):
            if place.match["sign"] != "&" and SUM.search(place.match.string):
                continue
            finding = finding_of(place)
            if finding is not None and (options.plus or place.match["sign"] != "+"):
                yield finding


def _and(place: Place) -> Finding | None:
    """“food & heating”; `None` for what may be a name."""
    left, right = place.match["left"], place.match["right"]
    if left.isupper() or right.isupper() or (left[0].isupper() and right[0].isupper()):
        return None
    if place.match["sign"] == "+" and (left[0].isupper() or right[0].isupper()):
        return None  # keys to press, names of products
    if right[0].isupper() or (left[0].isupper() and place.before.strip()):
        return None
    return _write(place, "sign", "and")


def _number(place: Place) -> Finding | None:
    """“#1”; `None` for the number of an issue."""
    words = place.before.split()
    if ISSUE.search(place.before) or not words or not words[-1].islower():
        return None
    return _write(place, 0, f"number {place.match['number']}")


def _compared(place: Place) -> Finding | None:
    """“>50”, “~10”."""
    if place.match.group() == "<3" or re.search(r"(?:^|\W)\w $", place.before):
        return None  # a heart, or “p < 0.05”
    words = f"{COMPARE[place.match['sign']]} {place.match['number']}"
    return _write(place, 0, words)


def _or_more(place: Place) -> Finding | None:
    """“65+”; `None` for a version, or a cell of a table."""
    if place.block.kind is BlockKind.TABLE_CELL or VERSION.search(place.before):
        return None
    number = place.match["number"]
    words = f"{number} or over" if AGED.search(place.before) else f"{number} or more"
    return _write(place, 0, words)


def _write(place: Place, group: int | str, words: str) -> Finding:
    sign = place.match["sign"]
    return Finding(
        span=place.span(group), message=f"Write “{words}”, not “{sign}”.", suggestions=(words,)
    )
