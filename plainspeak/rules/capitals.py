"""Capitals: words in block capitals, such as “DO NOT”, to shout.

Finds words of four letters or more that are all capitals, and rows of such words. Each is reported
once. Short forms (“DVLA”) and names are left alone: `unexplained-abbreviation` looks after those.

## Why

We know words by their shape, and capitals are all one shape. They read slowly, and like shouting.

## Source

- NHS digital service manual, “Punctuation”, capitalisation: no block capitals.
- GOV.UK style guide, “Capitalisation”.

## Example

Hard: You MUST NOT take this medicine with alcohol.

Better: You must not take this medicine with alcohol.

## When it is wrong

A sign, a form or a button may be in capitals, and you may quote it. Put it in quotation marks. If
a word is a short form, list it under `known` for this rule and `unexplained-abbreviation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from plainspeak.glossary import abbreviations
from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language import inflection
from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.language.words import zipf
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES

PROFILES = {"technical": {"severity": "off"}}

_CAPITALS = r"[A-ZÀ-ÖØ-Þ]+(?:[’'-][A-ZÀ-ÖØ-Þ]+)*"
ROW = re.compile(
    rf"(?<![\w.\\/@#$_&:<>=+*{{\[-])(?:{_CAPITALS})(?:,? {_CAPITALS})*"
    r"(?![\w\\/@#$_&<>=+*}\]-]|\.\w)"
)
LEAST = 4
"""Shorter words are mostly short forms."""
KNOWN = 2.5
"""A rarer word (per billion words, log10) may be a name or a short form."""
EVERYWHERE = 5.5
"""A word as common as this is no short form in a row of capitals: IT, US, AM."""
COMMANDS = frozenset({"GET", "POST", "PUT", "DELETE", "HEAD", "SELECT", "TODO", "NOTE"})
"""Words of computers."""
CLASSES = frozenset({"TOP SECRET", "OFFICIAL SENSITIVE", "OFFICIAL-SENSITIVE"})
"""How the government marks its papers."""
STRESSED = frozenset(
    re.findall(
        r"\S+",
        "also always any anyone anything before both cannot could does don't don’t each either "
        "every everyone everything from have here high immediately important into know less "
        "like more most must need never none nothing only over please really same should some "
        "stop take than that them then there these they this those under until urgent very wait "
        "warning what when where which will with without would your you're you’re yourself",
    )
)
"""Words that people stress; other short words may stand for something: NICE, CARE, SAGE."""
LONG = 6
"""Few short forms that are words have as many letters."""
CUT = re.compile(r"([A-Z]{3,})[\s:,.(–-]+$")
"""Before the rest of a title whose first words are no row of plain words."""
BUTTON = re.compile(
    r"^\W{0,3}(?:button|key|command|keyword|statement|option|tab|menu|field|request|method|"
    r"variable|flag|column|header|status|mode)s?\b",
    re.IGNORECASE,
)
PRESSED = re.compile(
    r"\b(?:press|click|select|choose|type|enter|text|hit|word|say|says|marked)\W+(?:the )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    known: tuple[str, ...] = option((), "words that are written in capitals")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each row of words in capitals, where it first stands."""
    known = {hit.text for hit in tools.hits(text) if hit.entry.term.isupper()}
    known |= {*options.known, *CLASSES}
    known |= {text.document.text_of(span) for span in tools.accepted(text)}
    known = known.union(*map(abbreviations.known, abbreviations.list_names()))
    known |= {short for block in text.blocks for short in _explained(block)}
    found: dict[str, list[Place]] = {}
    for place in places_of(ROW, text):
        if _is_shouted(place, known):
            found.setdefault(place.match.group(), []).append(place)
    for places in found.values():
        words = _in_small_letters(places[0], known)
        times = f" You do this {len(places)} times." if len(places) > 1 else ""
        yield Finding(
            span=places[0].span(),
            message=f"Write “{words}” in small letters. Capitals are hard to read.{times}",
            suggestions=(words,),
            also=tuple(
                place.span() for place in places[1:] if _in_small_letters(place, known) == words
            ),
        )


def _explained(block: AnalysedBlock) -> Iterator[str]:
    for definition in block.once(abbreviations.definitions_in):
        yield definition.short
        yield definition.short.removesuffix("s")


def _is_shouted(place: Place, known: Set[str]) -> bool:
    words = re.findall(_CAPITALS, place.match.group())
    new = [word for word in words if not _is_short_form(word, known)]
    if place.match.group() in known:
        return False
    if BUTTON.match(place.after) or PRESSED.search(place.before):
        return False
    if re.match(r"\s?[(:]?\s?\d|_|\(|: *[A-Z]{2,}", place.after):
        return False
    rest = CUT.search(place.before)
    if rest and rest[1].lower() not in STRESSED:
        return False
    if len(words) == 1:
        return any(_is_stressed(word, place) for word in new)
    real = [word for word in words if zipf(word.lower()) >= KNOWN and _is_word(word.lower())]
    named = any(len(word) == 1 and word not in {"A", "I"} for word in words)
    named = named or place.before.endswith("& ") or place.after.startswith(" &")
    if len(real) < len(words) or named or COMMANDS.issuperset(words):
        return False  # a name, or a row of short forms
    return any(len(word) >= LEAST or word == "NOT" for word in new)


def _is_stressed(word: str, place: Place) -> bool:
    """Whether one word alone is shouted, and is no name or short form."""
    low = word.lower()
    if low in STRESSED:
        return True
    if len(word) < LONG or zipf(low) < KNOWN:
        return False
    # A noun may be a name: the SPRINT programme.
    whole = place.block.kind is BlockKind.HEADING and not place.before and not place.after
    return whole or inflection.possible_pos(low) == {"ADV"}


def _is_short_form(word: str, known: Set[str]) -> bool:
    """Whether it stays in capitals beside other words: “GP”, but not the “IT” of “DO IT NOW”."""
    return word in known and zipf(word.lower()) < EVERYWHERE


def _is_word(low: str) -> bool:
    return low in STRESSED or len(low) < LEAST or bool(inflection.possible_pos(low))


def _in_small_letters(place: Place, known: Set[str]) -> str:
    """The words in small letters; a capital where the sentence starts, and short forms as is."""
    words = re.sub(
        _CAPITALS,
        lambda match: (
            match.group()
            if match.group() == "I" or _is_short_form(match.group(), known)
            else match.group().lower()
        ),
        place.match.group(),
    )
    starts = not place.before.strip(" (“‘\"'") or re.search(r"[.!?:]\W*$", place.before)
    return words[:1].upper() + words[1:] if starts else words
