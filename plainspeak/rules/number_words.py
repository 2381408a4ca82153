"""Number words: a number in words where figures are easier to find.

Finds whole numbers from 2 up that are written in words before what they count: “three forms”,
“twenty-five people”. Each number is reported once, with how often it is used. “One” is left alone.
So are set phrases (“one or two”), names, fractions, and in some profiles the start of a sentence.

## Why

People scan for figures, and find them easier to read. Figures also take less room.

## Source

- NHS digital service manual, “Numbers, measurements, dates and time”: figures, also at the start
  of a sentence.
- GOV.UK style guide, “Numbers”: figures from 2 up, but words at the start of a sentence.
- Ministry of Social Development (New Zealand): words to ten. So `technical` leaves this rule off.

## Example

Hard: You must send us three letters.

Better: You must send us 3 letters.

## When it is wrong

In stories and speech, words may sound better. With two numbers in a row keep one in words: “two
200mg tablets”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import REACH, own_blocks, tokens_from
from plainspeak.glossary.quotation import quoted_in
from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.language.numbers import SpelledNumber, figures, spelled_numbers
from plainspeak.model import Finding, Severity, Span, Spans
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS

PROFILES = {
    "health": {"at_start": True},
    "easy-read": {"at_start": True, "severity": "warning"},
    "technical": {"severity": "off"},
}

LOOK = 4
"""How many words after a number may stand before what it counts: “three very long forms”."""
_NUMBER = (
    r"(?:\d[\d,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)\b"
)
IN_EVERY = re.compile(rf" (?:in|out of)(?: every)? {_NUMBER}", re.IGNORECASE)
SCALE = re.compile(r" (?:million|billion|per ?cent)\b", re.IGNORECASE)
JOINED = re.compile(rf" (?:to|or|and) {_NUMBER}", re.IGNORECASE)
ONE_IN = re.compile(r"\bone (?P<link>(?:in|out of)(?: every)? )$", re.IGNORECASE)
"""Before a number that is one with it: “one in four”."""
ONE_OR = re.compile(r"\b(?:one|a|an hour|another) or $|\bone to $", re.IGNORECASE)
PHRASES = re.compile(
    r"(?:two (?:heads|sides of|wrongs|peas|birds|minds|cents|ends|left feet|worlds)|"
    r"four (?:walls|corners|winds)|seven (?:seas|wonders)|nine lives|ten commandments|"
    r"(?:five|six|seven|ten)[- ](?:year|month)[- ]olds?|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?:something|odd)|"
    r"\w+ o[’']clock|\w+ (?:quarters?|thirds|fifths|sixths|eighths|tenths|halves)|"
    r"\w+[- ]fold|two by two|three rs|two evils|forty winks|ten[- ]?pin|"
    r"(?:(?<=play )|(?<=playing )|(?<=game of ))twenty questions)\b",
    re.IGNORECASE,
)
ORDINAL = re.compile(r" (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b")
"""After a ten, it may be the end of the number: “twenty first”."""
CLAUSE_TAGS = frozenset({"VBP", "VBZ", "MD"})
"""Verbs that no noun follows: “the two take turns”."""
KNOWN = re.compile(r"\b(?:the|these|those) $", re.IGNORECASE)
"""Before a number that can stand by itself: “the two left early”."""
NOT_COUNTED = frozenset(["and", "or", "of", "to", "in", "is", "are", "was", "were", "at", "on"])


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    at_start: bool = option(False, "also report a number at the start of a sentence")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each number in words, where it is first used."""
    accepted = Spans(tools.accepted(text))
    found: dict[str, list[tuple[Span, str]]] = {}
    for block in own_blocks(text):
        prose = block.text
        for number in spelled_numbers(prose):
            if not _counts(block, prose, number, options):
                continue
            if any(left <= number.start < right for left, right in block.once(quoted_in)):
                continue
            one = _one_in(prose, number)
            start, wanted = number.start, figures(number.value)
            if one is not None:
                start, wanted = one.start(), f"1 {one['link']}{wanted}"
            span = Span(block.offset + start, block.offset + number.end)
            if not accepted.overlap(span) and not text.in_code(span):
                words = prose[start : number.end].lower()
                found.setdefault(words, []).append((span, wanted))
    for words, places in found.items():
        span, wanted = places[0]
        times = f" You write “{words}” {len(places)} times." if len(places) > 1 else ""
        yield Finding(
            span=span,
            message=f"Write “{wanted}”, not “{words}”.{times}",
            suggestions=(wanted,),
            also=tuple(place for place, _ in places[1:]),
        )


def _one_in(prose: str, number: SpelledNumber) -> re.Match[str] | None:
    """The “one in ” right before a number."""
    return ONE_IN.search(prose, max(0, number.start - REACH), number.start)


def _counts(block: AnalysedBlock, prose: str, number: SpelledNumber, options: Options) -> bool:
    """Whether a number says how many there are of something, in words that figures can replace."""
    before = prose[max(0, number.start - REACH) : number.start]
    after = prose[number.end : number.end + REACH]
    words = prose[number.start : number.end]
    if number.value < 2 or not after.startswith(" ") or ONE_OR.search(before):
        return False
    if PHRASES.match(prose, number.start) or re.match(r" \d|-", after):
        return False
    if number.value >= 20 and number.value % 10 == 0 and ORDINAL.match(after.lower()):
        return False
    one = _one_in(prose, number)
    start = one.start() if one else number.start
    first = tokens_from(block, start, 1)
    if not first:
        return False
    starts = not prose[max(0, start - REACH) : start].strip(" “‘\"'(") or first[0].is_sent_start
    if starts and not options.at_start:
        return False
    if words[0].isupper() and not starts:
        return False  # a name: “the Big Four”, “Three Rivers”
    if re.search(r"[-/’']$|[\d£$]\s?$|\bversion $", before):
        return False
    return _has_noun(block, prose, number)


def _has_noun(block: AnalysedBlock, prose: str, number: SpelledNumber) -> bool:
    """Whether what is counted follows: “three forms”, “four in five people”, “two million”."""
    rest = prose[number.end : number.end + REACH]
    if IN_EVERY.match(rest) or SCALE.match(rest):
        return True
    joined = JOINED.match(rest)
    end = number.end
    if joined:  # “three to six months”: what is counted comes after the second number
        end += joined.end()
    for token in tokens_from(block, end, LOOK):
        if token.pos_ == "NOUN":
            return token.tag_ in {"NNS", "NN"} and token.text[0].islower()
        if token.lower_ in NOT_COUNTED or token.tag_ in CLAUSE_TAGS:
            return False
        if token.tag_ == "VBD" and KNOWN.search(prose, max(0, number.start - REACH), number.start):
            return False
        if not (token.pos_ in {"ADJ", "ADV", "VERB"} or token.text in {",", "-"}):
            return False
    return False
