"""Large number: “15000” with no comma, or a number too exact to picture.

Finds numbers from 1,000 that have no comma. Years, phone numbers and reference numbers are left
alone. In `easy-read` it also finds exact numbers of five figures or more, and offers a round one.

## Why

A comma shows how big a number is. Most people cannot picture 64,817, but can remember “about
65,000”.

## Source

- NHS digital service manual, “Numbers, measurements, dates and time”: commas over 999.
- GOV.UK style guide, “Numbers”: commas over 999.
- From how many figures on a number should be rounded is plainspeak’s own.

## Example

Hard: More than 15000 people live here.

Better: More than 15,000 people live here.

## When it is wrong

It may be the number of a thing, not how many there are. Some exact numbers matter: money, doses,
results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language.analysis import Text
from plainspeak.language.numbers import figures
from plainspeak.model import Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS
SCOPE = "block"

PROFILES = {
    "easy-read": {"round_from": 5, "severity": "warning"},
    "technical": {"severity": "off"},
}

BARE = re.compile(
    r"(?<![\w.,:/#&@=+()–—-])(?P<sum>[£$€]?)(?P<number>[1-9]\d{3,8})(?![\w/:@(]|[.,]\d|-\w|–)"
)
EXACT = re.compile(r"(?<![\w.,:/#£$€+-])(?P<number>[1-9]\d{0,2}(?:,\d{3})+)(?![\w/:]|[.,]\d|-\w)")
YEARS = range(1500, 2101)
OLD = 1900
"""A number from here on is mostly a year, whatever follows it."""
NAMED = re.compile(
    r"\b(?:number|no|ref|reference|code|room|form|page|line|port|error|iso|en|bs|act|case|rule|"
    r"account|id|phone|tel|text|call|in|since|by|from|until|of|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|early|late|mid|year|before|after|"
    r"during|the|this|that|their|our|its|his|her)\W*$",
    re.IGNORECASE,
)
"""Before a year or the number of a thing."""
ROUGH = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|than|roughly|some|least|most) $", re.IGNORECASE
)
TITLE = re.compile(r"(?:^|\s)[A-Z]\w+ (?:[\d,]+ and )?$")
"""Before the number of a thing: “Order 12,044”."""
FOLLOWING = 3
"""How many words after a number may stand before what it counts."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    round_from: int = option(
        0, "report exact numbers with this many figures or more; 0 for none", least=0
    )


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each number without its comma, or too exact."""
    accepted = tools.accepted(text)
    for place in places_of(BARE, text, accepted):
        if _counts(place):
            words = place.match["sum"] + figures(int(place.match["number"]))
            yield Finding(
                span=place.span(),
                message=f"Write “{words}”, with a comma.",
                suggestions=(words,),
            )
    if options.round_from:
        for place in places_of(EXACT, text, accepted):
            yield from _exact(place, options)


def _counts(place: Place) -> bool:
    """Whether it says how many or how much, and is no year and no number of a thing."""
    value = int(place.match["number"])
    if place.match["sum"]:
        return True
    if len(place.match["number"]) == 4 and value in YEARS:
        if value >= OLD or NAMED.search(place.before):
            return False
    elif NAMED.search(place.before) and not re.search(r"\b(?:of|the|than) $", place.before):
        return False
    return _noun_follows(place)


def _noun_follows(place: Place) -> bool:
    for token in place.following(FOLLOWING):
        if token.tag_ == "NNS" and token.text.islower():
            return True
        if token.pos_ != "ADJ":
            return False
    return False


def _exact(place: Place, options: Options) -> Iterator[Finding]:
    """The finding for “64,817”, with a round number to write instead."""
    digits = place.match["number"].replace(",", "")
    if len(digits) < options.round_from or len(digits.rstrip("0")) <= 2:
        return
    if TITLE.search(place.before):
        return
    value = int(digits)
    step = 10 ** (len(digits) - 2)
    near = round(value / step) * step
    words = figures(near) if near < 1_000_000 else f"{near / 1_000_000:g} million"
    offer = words if ROUGH.search(place.before) else f"about {words}"
    yield Finding(
        span=place.span(),
        message=f"Write “{offer}”. A round number is easier to remember.",
        suggestions=(offer,),
    )
