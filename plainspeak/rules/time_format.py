"""Time format: times such as “17:30”, where “5:30pm” is easier.

Finds the 24-hour clock (“17:30”, “1730hrs”), dots and gaps (“5.30 p.m.”), “o’clock”, and “12pm” or
“12am”, which people mix up. It asks for “5pm”, “5:30pm”, “midday” and “midnight”.

## Why

Not everyone can read the 24-hour clock. Many do not know if 12pm is midday or midnight.

## Source

- NHS digital service manual, “Numbers, measurements, dates and time”, time.
- GOV.UK style guide, “Times”.

## Example

Hard: The group meets at 17:30.

Better: The group meets at 5:30pm.

## When it is wrong

Timetables and computers use the 24-hour clock, and so does `technical`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language.analysis import Text
from plainspeak.language.numbers import spelled_numbers
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {
    "easy-read": {"severity": "warning"},
    "technical": {"severity": "off"},
}

TWELVE = re.compile(
    r"(?<![\w.:/,£$€-])(?P<hour>0?[1-9]|1[0-2])(?:(?P<sign>[:.])(?P<minute>[0-5]\d))?"
    r"(?P<gap>\s?)(?P<half>(?:[ap]m|[AP]M)\b|[ap]\.m\.?(?!\w)|[AP]\.M\.?(?!\w))"
)
TWENTY_FOUR = re.compile(
    r"(?<![\w.:/,£$€+-])(?P<hour>[01]\d|2[0-4])(?P<sign>[:.]?)(?P<minute>[0-5]\d)"
    r"(?P<hours>\s?(?:hrs?|h)\b)?(?![\w:%/]|[.,]\d|-\d|\s?[ap]\.?m)"
)
CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?"
    r"o[’']?clock\b(?: in the (?P<part>morning|afternoon|evening))?",
    re.IGNORECASE,
)
NOON = re.compile(r"\b12(?:[:.]00)? ?(?P<word>noon|midday|midnight)\b", re.IGNORECASE)
AT = re.compile(
    r"\b(?:at|from|until|till|by|before|after|between|to|around|about|time|times|open|opens|"
    r"close|closes|starts?|ends?|\w+day|–|-)\W*$",
    re.IGNORECASE,
)
"""Before a time; without one, “12:30” may be a score, a ratio or a verse."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    gaps: bool = option(True, "also report “5 p.m.” and “5.30pm”, which want “5pm” and “5:30pm”")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each time in a harder form."""
    accepted = tools.accepted(text)
    for place in places_of(TWELVE, text, accepted):
        yield from _twelve(place, options)
    clock = list(places_of(TWENTY_FOUR, text, accepted))
    # In “at 10:30” only another time, such as 14:00, says that it is the 24-hour clock.
    sure = any(_is_sure(place) and _is_time(place) for place in clock)
    # “00:05 to 00:20” in a plan of a meeting counts from its start.
    counts = any(place.match["hour"] == "00" and place.match["minute"] != "00" for place in clock)
    for place in clock if sure and not counts else ():
        yield from _twenty_four(place)
    for place in places_of(CLOCK, text, accepted):
        yield _clock(place)
    for place in places_of(NOON, text, accepted):
        word = place.match["word"].lower()
        yield _write(place, "midday" if word == "noon" else word)


def _twelve(place: Place, options: Options) -> Iterator[Finding]:
    """The finding for “5.30 p.m.”, “12pm”."""
    hour, minute = int(place.match["hour"]), place.match["minute"] or "00"
    half = place.match["half"].lower()[0] + "m"
    if hour == 12 and minute == "00":
        likely = "midday" if half == "pm" else "midnight"
        yield Finding(
            span=place.span(),
            message=f"Do you mean midday or midnight? Write “{likely}”, "
            f"not “{place.match.group()}”.",
            suggestions=("midday", "midnight") if half == "pm" else ("midnight", "midday"),
        )
        return
    wanted = _time(hour, minute, half)
    said = place.match.group()
    if options.gaps and said != wanted and not _only_leading_nought(said, wanted):
        ending = "." if said.endswith(".") and not place.after.strip() else ""
        yield Finding(
            span=place.span(),
            message=f"Write the time as “{wanted}”.",
            suggestions=(wanted + ending,),
        )


def _only_leading_nought(said: str, wanted: str) -> bool:
    """Whether only a leading nought differs, as in a table of times."""
    return said.lstrip("0") == wanted


def _is_sure(place: Place) -> bool:
    """Whether it can only be a time of the 24-hour clock."""
    hour = place.match["hour"]
    return bool(place.match["hours"]) or hour[0] == "0" or int(hour) > 12


def _twenty_four(place: Place) -> Iterator[Finding]:
    """The finding for “17:30”; none if it need not be a time."""
    hour, minute = int(place.match["hour"]), place.match["minute"]
    sign, hours = place.match["sign"], place.match["hours"]
    if hour > 23 and minute != "00":
        return
    if not hours and (sign != ":" or not _is_time(place)):
        return
    if hour in (0, 24) and minute == "00":
        yield _write(place, "midnight")
    elif hour == 12 and minute == "00":
        yield _write(place, "midday")
    else:
        yield _write(place, _time((hour - 1) % 12 + 1, minute, "am" if hour < 12 else "pm"))


def _is_time(place: Place) -> bool:
    """Whether words before or after it say that it is a time."""
    if place.block.kind is BlockKind.TABLE_CELL and not place.before.strip():
        return True
    return bool(AT.search(place.before))


def _clock(place: Place) -> Finding:
    """The finding for “5 o’clock in the evening”."""
    said = place.match["hour"]
    hour = int(said) if said.isdigit() else next(spelled_numbers(said.lower())).value
    part = place.match["part"]
    halves = {"morning": ("am",), "afternoon": ("pm",), "evening": ("pm",)}
    offers = tuple(f"{hour}{half}" for half in halves.get((part or "").lower(), ("am", "pm")))
    if hour == 12:
        offers = ("midday", "midnight")
    return Finding(
        span=place.span(),
        message=f"Write “{'” or “'.join(offers)}”, not “{place.match.group()}”.",
        suggestions=offers,
    )


def _time(hour: int, minute: str, half: str) -> str:
    return f"{hour}{half}" if minute == "00" else f"{hour}:{minute}{half}"


def _write(place: Place, wanted: str) -> Finding:
    return Finding(
        span=place.span(), message=f"Write the time as “{wanted}”.", suggestions=(wanted,)
    )
