"""Slash: a slash that readers must turn into “or”, “and” or “a”.

Finds a slash between words: “carers/relatives”, “£10/week”. Dates, fractions,
units (“mg/ml”), web addresses and file names are left alone. So are short forms such as “HIV/AIDS”,
names on both sides, and fixed pairs such as “yes/no”. Slashes that a glossary knows (“and/or”,
“he/she”) are for `jargon` to report.

## Why

A slash can mean “or”, “and” or “a part of”. Readers cannot tell which. Screen readers say “slash”.

## Source

- plainlanguage.gov, “Don’t use slashes”.
- GOV.UK style guide, “or”: no slashes instead of “or”.

## Example

Hard: Bring a passport/driving licence with you.

Better: Bring a passport or driving licence with you.

## When it is wrong

Some pairs are the name of a thing, such as a job. Put them under `accept:` in your settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language.analysis import Text
from plainspeak.language.words import zipf
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS
SCOPE = "block"

PROFILES = {
    "easy-read": {"severity": "warning"},
    "technical": {"severity": "off"},
}

_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
PAIR = re.compile(
    rf"(?<![\w/.:@#\\+<&%=-])(?<!/ ){_WORD}(?:(?:/{_WORD})+|(?: / {_WORD})+)"
    r"(?![\w/\\@(=+-]|\.\w|:/)(?! ?/)"
)
RATE = re.compile(
    r"(?<![\w/])(?P<amount>[£€$]?\d[\d,.]*(?: ?(?:hours?|days?|weeks?|times|units?|pence|p))?)"
    r" ?/ ?(?P<per>hour|day|week|month|year|night|person)\b(?!/)"
)
"""An amount for a time: “£10/week”."""

FIXED = frozenset(
    re.findall(
        r"\S+",
        "yes/no true/false on/off pass/fail n/a w/o c/o a/c i/o m/s km/h w/e h/t t/a b/w u/s "
        "r/w p/a read/write input/output client/server win/win love/hate either/or plug/play "
        "up/down plus/minus stop/start before/after male/female key/value which/that "
        "he/she/they they/them she/her he/him",
    )
)
UNITS = frozenset(
    re.findall(
        r"\S+",
        "mg ml g kg mcg l dl mmol mol km m cm mm kwh mb gb kb mbit gbit s h min sec hr bpm iu "
        "units ft mi pt bn",
    )
)
RARE = 2.0
"""A word that is rarer (per billion words, log10) may be code, a name or a part of an address."""
LONGEST = 4
"""More words with slashes between them are a path or a list of keys."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    rates: bool = option(True, "also report amounts such as “£10/week”")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each slash between words."""
    accepted = tools.accepted(text)
    taken = [*(hit.span for hit in tools.hits(text)), *accepted]
    with_slash = [span for span in taken if "/" in text.document.text_of(span)]
    for place in places_of(PAIR, text, with_slash):
        if _is_slash_for_word(place):
            yield _finding(place)
    for place in places_of(RATE, text, accepted) if options.rates else ():
        words = f"{place.match['amount']} {'an' if place.match['per'] == 'hour' else 'a'} "
        words += place.match["per"]
        yield Finding(
            span=place.span(),
            message=f"Write “{words}”, without the slash.",
            suggestions=(words,),
        )


def _is_slash_for_word(place: Place) -> bool:
    words = re.split(r" ?/ ?", place.match.group())
    together = "/".join(words).lower()
    other_way = "/".join(reversed(words)).lower()
    if not FIXED.isdisjoint({together, other_way}):
        return False
    if len(words) > LONGEST:
        return False
    if any(word.lower() in UNITS for word in words) or any(len(word) == 1 for word in words):
        return False
    if all(word.isupper() for word in words):
        return False
    if all(word[0].isupper() for word in words) and _is_name(place):
        return False
    if place.block.kind is BlockKind.TABLE_CELL and not place.before and not place.after:
        return False
    if re.search(r"\b(?:path|folder|directory|file|branch|repository|repo)\W*$", place.before):
        return False
    return all(zipf(word) >= RARE or word.isupper() for word in words)


def _is_name(place: Place) -> bool:
    """Whether the capitals are those of names, not of the start of a sentence."""
    return bool(place.before.strip(" (“‘\"'")) or place.block.kind is not BlockKind.PARAGRAPH


def _finding(place: Place) -> Finding:
    words = re.split(r" ?/ ?", place.match.group())
    listed, last = ", ".join(words[:-1]), words[-1]
    offers = (f"{listed} or {last}", f"{listed} and {last}")
    return Finding(
        span=place.span(),
        message=f"Say what the slash means: “{offers[0]}”, or “{offers[1]}”.",
        suggestions=offers,
    )
