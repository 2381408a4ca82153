"""Date format: dates such as “12/03/2024”, which can be read in two ways.

Finds dates in figures only (“12/03/2024”, “2024-03-12”), short months (“12 Mar 2024”), the month
first (“March 12, 2024”), and letters after the day (“12th March 2024”). It asks for “12 March
2024”, or “March 12, 2024” in a text with American spelling. Short months are fine in tables.

## Why

“12/03/2024” is 12 March in Britain and 3 December in America. Screen readers say short months in
odd ways.

## Source

- NHS digital service manual, “Numbers, measurements, dates and time”, dates.
- GOV.UK style guide, “Dates”.
- W3C, “Making Content Usable”: use the name of the month.

## Example

Hard: Please reply by 12/03/2024.

Better: Please reply by 12 March 2024.

## When it is wrong

A form may show how to fill in a date: write “for example” before it. A date in a quotation or in a
file name stays as it is.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language import variety
from plainspeak.language.analysis import Text
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {
    "easy-read": {"severity": "warning"},
    "technical": {"iso": False, "severity": "suggestion"},
}

MONTHS = tuple(calendar.month_name)
SHORT = {month[:3]: number for number, month in enumerate(MONTHS) if month} | {"Sept": 9}
_LONG = "|".join(filter(None, MONTHS))
_CUT = "|".join(name for name in SHORT if name != "May")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[6-9]|20|21)\d\d"

FIGURES = re.compile(
    rf"(?<![\w./-])(?P<first>\d{{1,2}})(?P<sign>[/.-])(?P<second>\d{{1,2}})(?P=sign)"
    rf"(?P<year>{_YEAR}|\d\d)(?![\w/-]|\.\d|%)"
)
ISO = re.compile(
    rf"(?<![\w./-])(?P<year>{_YEAR})(?P<sign>[/-])(?P<second>\d\d)(?P=sign)(?P<first>\d\d)"
    r"(?![\w/-]|\.\w)"
)
IN_WORDS = re.compile(
    rf"(?<![\w/-])(?:(?P<day>{_DAY})(?P<end>st|nd|rd|th)?(?: of)? "
    rf"(?P<month>{_LONG}|{_CUT})\b(?:\.?,? (?P<year>{_YEAR}))?"
    rf"|(?P<month2>{_LONG}|{_CUT})\.? (?P<day2>{_DAY})(?P<end2>st|nd|rd|th)?"
    rf"(?:,? (?P<year2>{_YEAR}))?)(?![\w/%]|[-–—]\w|[.,]\d)"
)
HINT = re.compile(
    r"\b(?:example|e\.?g\.?|format|like|such as|as in|instead of|not|write)\W*$", re.I
)
"""Before a date that only shows how to write one."""
IN_MONTH = re.compile(r"\b(?:in|during|each|every|early|late|mid|last|next) $", re.I)
"""Before a month with no day: “in May 12 people came”."""
IN_A_ROW = re.compile(r"\d(?:st|nd|rd|th)?(?:,| and| to| or|,? &|[-–—]) ?$")
"""Before the last of several days: “1st, 2nd and 3rd May”."""
CENTURY = 2000
"""What years of two figures are counted from."""
THIS_CENTURY = 40
"""A higher year of two figures is one of the last century."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    iso: bool = option(True, "also report dates such as “2024-03-12”")
    month_first: bool = option(
        True, "also report dates such as “March 12, 2024” in a text that is not American"
    )


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each date that is written in a harder form."""
    accepted = tools.accepted(text)
    places = [
        (place, report)
        for pattern, report in (
            (FIGURES, _in_figures),
            *([(ISO, _iso)] if options.iso else ()),
            (IN_WORDS, _in_words),
        )
        for place in places_of(pattern, text, accepted)
        if not HINT.search(place.before)
    ]
    if places:
        american = variety.is_american(word.text for word in text.words)
        for place, report in places:
            yield from report(place, options, american)


def _in_figures(place: Place, options: Options, american: bool) -> Iterator[Finding]:
    """The finding for “12/03/2024”; none if it is no date."""
    first, second, year = place.match["first"], place.match["second"], place.match["year"]
    if place.match["sign"] != "/" and len(year) == 2:
        return  # a version, a sort code
    dates = [_date(first, second, year, american), _date(second, first, year, american)]
    found = list(dict.fromkeys(date for date in dates if date))
    if len(found) == 1:
        yield _write(place, found[0])
    elif found:
        yield Finding(
            span=place.span(),
            message=f"Do you mean {found[0]}, or {found[1]}? Write the month as a word.",
            suggestions=tuple(found),
            severity=Severity.WARNING,
        )


def _iso(place: Place, options: Options, american: bool) -> Iterator[Finding]:
    """The finding for “2024-03-12”; none if it is no date."""
    wanted = _date(place.match["first"], place.match["second"], place.match["year"], american)
    if wanted:
        yield _write(place, wanted)


def _in_words(place: Place, options: Options, american: bool) -> Iterator[Finding]:
    """The finding for a date whose month is a word, if its form is not the one wanted."""
    if IN_A_ROW.search(place.before):
        return
    parts = {name: place.match[name] or place.match[f"{name}2"] for name in ("day", "end", "month")}
    year = place.match["year"] or place.match["year2"]
    month = MONTHS[SHORT[parts["month"][:3]]]
    first = bool(place.match["month2"])
    wanted = _written(int(parts["day"]), month, year, month_first=american and first)
    cut = parts["month"] != month
    if cut and place.block.kind is BlockKind.TABLE_CELL:
        return
    if first and not year and not parts["end"] and IN_MONTH.search(place.before):
        return
    if first and not year and not parts["end"] and not cut and re.match(r"\s?\d|:", place.after):
        return
    turned = first and options.month_first and not american
    if (cut or parts["end"] or turned) and wanted != place.match.group():
        yield _write(place, wanted)


def _write(place: Place, wanted: str) -> Finding:
    return Finding(
        span=place.span(), message=f"Write the date as “{wanted}”.", suggestions=(wanted,)
    )


def _date(day: str, month: str, year: str, american: bool) -> str:
    """The date in words; empty if there is no such day."""
    number = int(month)
    if not 1 <= number <= 12 or not 1 <= int(day) <= 31:
        return ""
    whole = int(year)
    if len(year) == 2:
        whole += CENTURY - (100 if whole > THIS_CENTURY else 0)
    if int(day) > calendar.monthrange(whole, number)[1]:
        return ""
    return _written(int(day), MONTHS[number], str(whole), month_first=american)


def _written(day: int, month: str, year: str | None, *, month_first: bool) -> str:
    """A date with its month as a word: “12 March 2024”, or “March 12, 2024”."""
    if month_first:
        return f"{month} {day}{f', {year}' if year else ''}"
    return f"{day} {month}{f' {year}' if year else ''}"
