"""Decimal: “2.7 children”, where a whole number is easier to picture.

Finds numbers with a decimal point before what they count: “2.7 children”, “4.5 hours”. It offers
hours and minutes, or a whole number. Money, doses, measurements, test results, versions and
sections are left alone. Only `health` and `easy-read` use it, unless you turn it on.

## Why

Many people find decimals hard. They may not see the point, and read 2.7 as 27.

## Source

- NHS digital service manual, “Numbers, measurements, dates and time”: “6 hours 30 minutes”, not
  “6.5hrs”; “1 in 7”, not “14.3%”.

## Example

Hard: Families have 2.7 children on average.

Better: Families have about 3 children on average.

## When it is wrong

Some numbers must be exact. A body mass index of 18.5 cannot be rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language.analysis import Text
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS
SCOPE = "block"

PROFILES = {
    "plain": {"severity": "off"},
    "easy-read": {"scales": True},
    "technical": {"severity": "off"},
}

COUNTED = re.compile(
    r"(?<![\w.,:/#£$€+–—-])(?P<number>\d{1,4}\.\d{1,3})(?:(?P<hours> ?h(?:ou)?rs?\b)|(?= [a-z]))"
    r"(?!\.\d)"
)
SCALE = re.compile(r" (?:million|billion|trillion)\b")
MEASURED = re.compile(
    r"\s(?:per cent|percent|percentage|degrees?|grams?|kilograms?|milligrams?|micrograms?|litres?|"
    r"millilitres?|metres?|centimetres?|millimetres?|units?|points?|pounds|pence|times|mmol\w*|"
    r"m[gl]|kg|g|ml|cm|mm|km|m|ft|in|l|dollars?|euros?|kilometres?|miles?|stone|acres|hectares|tonnes?)\b"
)
NAMED = re.compile(
    r"\b(?:section|chapter|version|paragraph|part|point|level|table|figure|step|rule|release|score|"
    r"scored|result|bmi|index|ratio|criterion|guideline|see|v|and|to|or)\W*$",
    re.IGNORECASE,
)
ROUGH = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|than|roughly|some) $", re.IGNORECASE
)
HALF = (0.4, 0.6)
"""What is near enough to a half."""
NEAR = 0.2
"""How far off, as a share of it, a whole number may be that stands for a decimal."""
MINUTES = 60


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    scales: bool = option(False, "also report “2.5 million”")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each decimal that counts something."""
    for place in places_of(COUNTED, text, tools.accepted(text)):
        if place.block.kind is BlockKind.TABLE_CELL or NAMED.search(place.before):
            continue
        if place.match["hours"]:
            yield from _hours(place)
        elif SCALE.match(place.after):
            if options.scales:
                yield _rounded(place)
        elif place.before.strip() and not MEASURED.match(place.after) and _counts(place):
            yield _rounded(place)


def _counts(place: Place) -> bool:
    for token in place.following(2):
        if token.tag_ == "NNS":
            return True
        if token.pos_ != "ADJ":
            return False
    return False


def _hours(place: Place) -> Iterator[Finding]:
    """“4.5 hours” as hours and minutes; nothing for less than a minute."""
    hours, minutes = divmod(round(float(place.match["number"]) * MINUTES), MINUTES)
    parts = [_so_many(hours, "hour"), _so_many(minutes, "minute")]
    words = " ".join(part for part in parts if part)
    if not words:
        return
    yield Finding(
        span=place.span(),
        message=f"Write “{words}”, not “{place.match.group()}”.",
        suggestions=(words,),
    )


def _so_many(count: int, unit: str) -> str:
    return f"{count} {unit}{'s' * (count != 1)}" if count else ""


def _rounded(place: Place) -> Finding:
    number = float(place.match["number"])
    whole, rest = int(number), number % 1
    if whole and HALF[0] <= rest <= HALF[1]:
        words = f"{whole} and a half"
    elif abs(round(number) - number) <= NEAR * number:
        words = str(round(number))
    else:
        return Finding(
            span=place.span(),
            message=f"Say “{place.match.group()}” with whole numbers, or in another way. "
            "Decimals are hard to read.",
        )
    if not ROUGH.search(place.before):
        words = f"about {words}"
    return Finding(
        span=place.span(),
        message=f"Write “{words}”. Decimals are hard to read.",
        suggestions=(words,),
    )
