"""Roman numeral: “Part IV”, where “Part 4” is easier to read.

Finds Roman numerals after words such as “part”, “chapter”, “phase” and “type”. Each is reported
once. Kings, queens and popes keep theirs (“Charles III”). So do letters that mean something else:
“IV drip”, “vitamin C”.

## Why

Not everyone can read Roman numerals. Screen readers say them as letters.

## Source

- W3C, “Making Content Usable”, objective 3: format and punctuation.
- GOV.UK style guide, “Capitalisation”: “World War 2”, with figures.

## Example

Hard: Fill in Part IV of the form.

Better: Fill in part 4 of the form.

## When it is wrong

A law may have Roman numerals in its name. Use the name as it is, and put it under `accept:` in your
settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language.analysis import Text
from plainspeak.language.numbers import roman_value
from plainspeak.model import Finding, Severity
from plainspeak.rule import Need, Tools

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {
    "easy-read": {"severity": "warning"},
    "technical": {"severity": "off"},
}

LABELLED = re.compile(
    r"\b(?P<label>World War|War|parts?|chapters?|sections?|schedules?|annex(?:es)?|appendix|"
    r"appendices|phases?|stages?|types?|class|grades?|levels?|volumes?|tables?|figures?|steps?|"
    r"tiers?|groups?|categor(?:y|ies)|units?|modules?|books?|bands?|paragraphs?|questions?) "
    r"(?P<numeral>(?-i:[IVXL]{2,7}|[IVX]))(?P<letter>(?-i:[a-e])?)(?![\w.-]*\w|’|')",
    re.IGNORECASE,
)
MOST = 60
"""Nobody counts parts any further with Roman numerals."""
PRONOUN = re.compile(
    r"\s+(?:am|was|have|had|will|would|can|could|do|did|think|want|need|like|\w+ed)\b"
)


@dataclass(frozen=True)
class Options:
    """Options of the rule."""


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each Roman numeral that counts something."""
    said: set[str] = set()
    for place in places_of(LABELLED, text, tools.accepted(text)):
        numeral = place.match["numeral"]
        value = roman_value(numeral)
        if value is None or value > MOST:
            continue
        if len(numeral) == 1 and not _is_number(place):
            continue
        if place.match.group() in said:
            continue
        said.add(place.match.group())
        words = f"{value}{place.match['letter']}"
        yield Finding(
            span=place.span("numeral"),
            message=f"Write “{place.match['label']} {words}”, not “{numeral}”.",
            suggestions=(words,) if not place.match["letter"] else (),
        )


def _is_number(place: Place) -> bool:
    """Whether one letter is a number: “Phase I”, but not “the part I like” or “Type X”."""
    label = place.match["label"]
    if place.match["numeral"] == "X" or PRONOUN.match(place.after):
        return False
    return label[0].isupper() and (
        place.match["numeral"] == "V" or not re.match(r" [a-z]", place.after)
    )
