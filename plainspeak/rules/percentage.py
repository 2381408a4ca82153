"""Percentage: “25 per cent”, where “25%” or “1 in 4” is easier.

What it wants depends on the profile. In `plain` and `technical` it only asks for the sign: “50%”,
not “50 per cent”. In `health` a share of people or things is easier as “1 in 4 people”. In
`easy-read` every percentage is reported.

## Why

Many people cannot picture a percentage. They can picture 1 person in 4.

## Source

- NHS digital service manual, “Numbers, measurements, dates and time”, statistics: “1 in 7 people”.
- GOV.UK style guide, “Per cent”: always use % with a number.

## Example

Hard: About 25 per cent of people came.

Better: About 1 in 4 people came.

## When it is wrong

Money, tax and drinks have percentages that people know. Experts may need the exact number: give
both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of, tokens_from
from plainspeak.language.analysis import Text
from plainspeak.language.numbers import share
from plainspeak.model import BlockKind, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS
SCOPE = "block"

PROFILES = {
    "health": {"shares": True},
    "easy-read": {"shares": True, "all": True, "severity": "warning"},
}

PERCENT = re.compile(
    r"(?<![\w.,/£$€+-])(?P<number>\d{1,3}(?:\.\d+)?)"
    r"(?P<sign> ?%| ?per ?cent\b| percentage(?! points?))(?![\w%]|-\w)(?! points?\b)",
    re.IGNORECASE,
)
OF_ALL = re.compile(r" of (?P<rest>\w+)")
TOP = re.compile(r"\b(?:top|bottom|first|last|other|next|\w{3,}est) $", re.IGNORECASE)
"""“the richest 1% of people” are not any 1 in 100."""
LOOK = 5
"""How many words after “of” may stand before what is counted ends."""
RANGE = re.compile(r"(?:\d%? ?(?:to|–|-|and|or) ?)$")


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    shares: bool = option(False, "ask for “1 in 4 people” where a share of them is meant")
    all: bool = option(False, "report every percentage, also of things that cannot be counted")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each percentage that has an easier form."""
    for place in places_of(PERCENT, text, tools.accepted(text)):
        finding = _as_share(place) if options.shares else None
        if finding is None and options.all:
            finding = Finding(
                span=place.span(),
                message=f"Say “{place.match.group()}” without a percentage: "
                "“most”, “about half”, “a small part”, or how many there are.",
            )
        if finding is None and not place.match["sign"].endswith("%"):
            finding = _with_sign(place)
        if finding is not None:
            yield finding


def _with_sign(place: Place) -> Finding:
    words = f"{place.match['number']}%"
    return Finding(span=place.span(), message=f"Write “{words}”.", suggestions=(words,))


def _as_share(place: Place) -> Finding | None:
    """The finding for a share of people or things that can be counted."""
    words = share(float(place.match["number"]))
    if words is None or place.block.kind is BlockKind.TABLE_CELL or RANGE.search(place.before):
        return None
    counted = None if TOP.search(place.before) else _counted(place)
    if counted is None:
        return None
    span, offer = place.span(), words
    if counted:  # “25% of people”, but “1 in 4 people”
        span = Span(span.start, span.end + len(" of"))
    if words.startswith("about ") and re.search(
        r"\b(?:about|around|nearly|almost|over|under|than|roughly|some) $", place.before, re.I
    ):
        offer = words.removeprefix("about ")
    suggestions = (offer,) if _verb_can_stay(place) else ()
    return Finding(
        span=span,
        message=f"Write “{offer}”. It is easier to picture than “{place.match.group()}”.",
        suggestions=suggestions,
    )


def _counted(place: Place) -> bool | None:
    """Whether people or things that can be counted follow.

    Returns:
        `True` if “of” must go (“25% of people”), `False` if it stays (“25% of the people”), `None`
        if nothing that can be counted follows.
    """
    following = OF_ALL.match(place.after)
    if following is None:
        return None
    tokens = tokens_from(place.block, place.match.end() + following.start("rest"), LOOK)
    bare = tokens[0].pos_ not in {"DET", "PRON"} if tokens else True
    for number, token in enumerate(tokens):
        if number and token.pos_ == "PRON":
            return None
        if token.tag_ == "NNS":
            return bare
        if (
            token.pos_ not in {"DET", "ADJ", "PRON", "NOUN", "NUM", "ADV"}
            or token.text[0].isupper()
        ):
            return None
    return None


def _verb_can_stay(place: Place) -> bool:
    """Whether the share fits as it is, with no article before it: not “the 25% of”."""
    return not re.search(r"\b(?:the|a|an|this|that|these|another|first|other) $", place.before)
