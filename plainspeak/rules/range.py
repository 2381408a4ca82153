"""Range: a dash in “10-15”, where readers need “to”.

Finds a dash or hyphen between two numbers, times, days or months: “10-15 people”, “9am-5pm”,
“Monday-Friday”. It also finds “between 5-10” and “from 5-10”, where a word is missing. Tables are
left alone. So are phone numbers, scores, page numbers and reference numbers.

## Why

A dash can also mean “minus” or “and”. Screen readers may not say it at all.

## Source

- NHS digital service manual, “Numbers, measurements, dates and time”, ranges.
- GOV.UK style guide, “Numbers”, “Dates” and “Times”: “to”, except in tables.

## Example

Hard: The visit takes 10-15 minutes.

Better: The visit takes 10 to 15 minutes.

## When it is wrong

Some names have a dash, such as a form number. Put them under `accept:` in your settings.
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
NEEDS = Need.SENTENCES
SCOPE = "block"

PROFILES = {
    "easy-read": {"severity": "warning"},
    "technical": {"severity": "off"},
}

_DASH = r"(?P<dash> ?[-–—−‑] ?)"
_AMOUNT = r"[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[£$€]?\d+(?:\.\d+)?"
_UNIT = r"(?:%|°C?|(?:am|pm|mg|ml|mcg|kg|g|cm|mm|km|m|k|bn|p|C)\b)?"
_TIME = r"\d{1,2}(?:[:.][0-5]\d)?(?:am|pm)?"
NUMBERS = re.compile(
    rf"(?<![\w.,:/#£$€+(–—-])(?P<from>(?:{_AMOUNT}){_UNIT}|{_TIME}){_DASH}"
    rf"(?P<to>(?:{_AMOUNT})(?: ?(?:%|°C?))?{_UNIT}|{_TIME})(?![\w/–—:]|[.,]\d|-\w| ?[-–—=×x] ?\d)"
)
_DAYS = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun"
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
NAMES = re.compile(
    rf"\b(?P<from>(?:{_DAYS})s?|(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{4}})?){_DASH}"
    rf"(?P<to>(?:{_DAYS})s?|(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{4}})?)\b(?!-)"
)
OPENS = re.compile(r"\b(?P<word>between|from) $", re.IGNORECASE)
NOT_A_RANGE = re.compile(
    r"\b(?:page|pages|pp?|pg|section|sections?|chapter|figure|fig|table|listing|version|v|no|number"
    r"|ref|reference|code|isbn|issn|phone|telephone|tel|call|fax|ring|text|score|scored|won|lost"
    r"|beat|draw|drew|win|lead|volume|vol|case|act|model|rule|clause|part|form|room|flat|unit|lot"
    r"|id|sort|account|by|standard|step|exercise|example|question|item|appendix|article|iso|en|bs"
    r"|covid|mp|a|an)\.?:? ?$",
    re.IGNORECASE,
)
CITED = re.compile(r"\s\((?:[A-Z][a-z]+ )?(?:1[6-9]|20)\d\d\)")
"""After the pages of an article: “1, 11–14 (1992)”."""
PAGES = re.compile(r"\b(?:1[6-9]|20)\d\d[a-z]?[,:] $|\d\)?: ?$|\(\d{3}\) ?$")
"""Before the pages of an article (“1998, 12–14”), or in a phone number (“(713) 853-3242”)."""
PHONE = re.compile(r"\d{3}-\d{4}")
SETS = frozenset({"24-7", "50-50", "9-11", "7-7", "20-20", "80-20", "60-40", "1-1", "1-2"})
YEARS = range(1500, 2200)


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    in_tables: bool = option(False, "also report ranges in tables")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each range with a dash."""
    accepted = tools.accepted(text)
    for pattern in (NUMBERS, NAMES):
        for place in places_of(pattern, text, accepted):
            if place.block.kind is BlockKind.TABLE_CELL and not options.in_tables:
                continue
            if _is_range(place) if pattern is NUMBERS else not _is_life(place):
                yield _finding(place)


def _is_range(place: Place) -> bool:
    """Whether two numbers are the ends of a range, not a score, a code or a sum."""
    low, high = place.match["from"], place.match["to"]
    if NOT_A_RANGE.search(place.before) or f"{low}-{high}" in SETS or CITED.match(place.after):
        return False
    if PAGES.search(place.before) or PHONE.fullmatch(place.match.group()):
        return False
    dash = place.match["dash"]
    if dash.startswith(" ") != dash.endswith(" "):
        return False
    first, last = _number(low), _number(high)
    if any(number.startswith("0") and number != "0" for number in (low, high) if "." not in number):
        return low.endswith(("am", "pm")) or high.endswith(("am", "pm"))
    if _is_year(low) and len(high) == 2 and high.isdigit():
        if " " in dash:
            return False
        return last == (first + 1) % 100 or last > first % 100
    if dash.strip() == "-" and dash.startswith(" ") and not (_is_year(low) and _is_year(high)):
        return bool(re.match(r"\s(?:[a-z]+)", place.after))
    if "am" in low + high or "pm" in low + high:
        return True
    if abs(len(f"{first:.0f}") - len(f"{last:.0f}")) > 1:
        return False  # “33-7497” is the number of a paper
    # “12-4 votes” is a score; a range goes up.
    return first < last


def _is_life(place: Place) -> bool:
    """Whether two dates in brackets are those of somebody’s birth and death."""
    return bool(re.search(r"\([^()]*$", place.before)) and place.match["to"][-4:].isdigit()


def _number(words: str) -> float:
    digits = re.sub(r"[^\d.:]", "", words).replace(":", ".")
    return float(digits.rstrip("."))


def _is_year(words: str) -> bool:
    return words.isdigit() and len(words) == 4 and int(words) in YEARS


def _with_units(low: str, high: str) -> tuple[str, str]:
    """Both ends with their unit: “10-15%” is 10% to 15%, “£5-10” is £5 to £10."""
    unit = re.search(r"(?: ?%|°C?|mg|ml|mcg|kg|g|cm|mm|km)$", high)
    if unit and low[-1].isdigit():
        low += unit.group()
    if low[0] in "£$€" and high[0].isdigit():
        high = low[0] + high
    return low, high


def _finding(place: Place) -> Finding:
    low, high = place.match["from"], place.match["to"]
    if _is_year(low) and len(high) == 2 and high.isdigit():
        century = int(low) // 100 + (int(high) < int(low) % 100)
        high = f"{century}{high}"
    low, high = _with_units(low, high)
    opening = OPENS.search(place.before)
    word = opening["word"].lower() if opening else ""
    wanted = f"{low} {'and' if word == 'between' else 'to'} {high}"
    if word:
        return Finding(
            span=place.span(),
            message=f"After “{word}”, write “{wanted}”.",
            suggestions=(wanted,),
            severity=Severity.WARNING,
        )
    return Finding(
        span=place.span(), message=f"Write “{wanted}”, without the dash.", suggestions=(wanted,)
    )
