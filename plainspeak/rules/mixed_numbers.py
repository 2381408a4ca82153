"""Mixed numbers: “25%” here and “1 in 4” there, for shares of people.

Finds a second way of giving shares in one section: “25% of people”, “1 in 4 people”, “a quarter of
people”. Only shares of people or things that can be counted matter, and only beside a percentage.
It is off in `plain`.

## Why

To compare “30%” with “1 in 4”, readers must do sums.

## Source

- NHS digital service manual, “Numbers, measurements, dates and time”, statistics: do not mix
  number formats.

## Example

Hard: In the north, 1 in 4 people are carers. In the south, 30% of people are carers.

Better: In the north, 25 in 100 people are carers. In the south, 30 in 100 people are carers.

## When it is wrong

One of the numbers may come from a report that you quote. Put it in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language.analysis import Text
from plainspeak.language.numbers import share
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS

PROFILES = {
    "plain": {"severity": "off"},
    "technical": {"severity": "off"},
}

_NUMBER = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
_WHOLE = r"(?:2|3|4|5|10|20|50|100|1,?000|two|three|four|five|ten|twenty|hundred)"
"""What shares are counted out of; “9 out of 12 questions” is no share of people."""
KINDS = {
    "percent": re.compile(
        r"(?<![\w.,/£$-])(?P<number>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)(?= of \w)", re.IGNORECASE
    ),
    "in": re.compile(
        rf"(?<![\w.-])(?:{_NUMBER}|one) "
        rf"(?:(?:in|out of)(?: every)? {_WHOLE}|in(?: every)? {_NUMBER})"
        r"(?= (?:of )?[a-z])(?!-)",
        re.IGNORECASE,
    ),
    "fraction": re.compile(
        r"\b(?:an? (?:third|quarter|fifth|tenth)|(?:two|three|four)[ -](?:thirds|quarters|fifths)|"
        r"one[ -](?:third|quarter|fifth|tenth))(?= of (?:all |the |our |your )?\w)",
        re.IGNORECASE,
    ),
}
LOOK = 5
"""How many words after a share may stand before what it is of."""
TIME = frozenset(["years", "months", "weeks", "days", "hours", "minutes", "seconds"])


@dataclass(frozen=True)
class Options:
    """Options of the rule."""


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for the first share that is given in another way than the one before it."""
    accepted = tools.accepted(text)
    places = sorted(
        (
            (place.span().start, kind, place)
            for kind, pattern in KINDS.items()
            for place in places_of(pattern, text, accepted)
            if place.block.kind is not BlockKind.TABLE_CELL and _counts(place)
        ),
        key=lambda each: each[0],
    )
    for section in text.document.sections():
        inside = [
            (kind, place)
            for start, kind, place in places
            if section.span.start <= start < section.span.end
        ]
        kinds = {kind for kind, _ in inside}
        if "percent" not in kinds or len(kinds) == 1:
            continue
        first = inside[0]
        other = next(each for each in inside if each[0] != first[0])
        yield _finding(text, first[1], *other)


def _counts(place: Place) -> bool:
    """Whether people or things that can be counted follow."""
    for token in place.following(LOOK):
        if token.tag_ == "NNS":
            return token.lower_ not in TIME
        if token.lower_ != "of" and token.pos_ not in {"DET", "ADJ", "PRON", "NOUN", "ADV"}:
            return False
    return False


def _finding(text: Text, first: Place, kind: str, other: Place) -> Finding:
    line = text.document.sourcemap.locate(first.span()).line
    said, before = other.match.group(), first.match.group()
    suggestion = None
    if kind == "percent":
        suggestion = share(float(other.match["number"]))
    advice = f" Here, “{suggestion}” would do." if suggestion else ""
    return Finding(
        span=other.span(),
        message=f"You write “{said}” here, but “{before}” in line {line}. "
        f"Use one way in both places.{advice}",
    )
