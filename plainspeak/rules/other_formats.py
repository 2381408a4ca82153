"""Other formats: not a word on how to get it in large print or audio.

Looks in the whole document for words such as “large print”, “audio”, “other formats” or “British
Sign Language”. Leaves alone short documents, and those that do not seem to be for the public: that
do not call themselves a leaflet, easy read or the like, and give no phone number. Works in the
profiles `health` and `easy-read` only.

## Why

Some people cannot read print or a screen. In England, health and social care services must give
them information in a way they can use. People ask only if they know that they can.

## Source

- NHS England, “Accessible Information Standard”.
- GOV.UK, “Accessible communication formats”.
- The number of words from which it looks is plainspeak’s own.

## Example

Hard: We can help you at home. Ring us.

Better: We can help you at home. Ring us. You can also ask us for this leaflet in large print.

## When it is wrong

A web page may say this in its footer, where plainspeak cannot see it. Papers for your own staff may
not need it. Turn the rule off under `rules:` in your settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.language.analysis import Text
from plainspeak.model import Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.WORDS

OFF = {"severity": "off"}
PROFILES = {
    "plain": OFF,
    "technical": OFF,
    "easy-read": {"easy_read_counts": False},
}

FORMATS = re.compile(
    r"\b(?:large[ -]print|(?:large|larger|bigger|big) (?:print|text|type|letters|writing)|braille|"
    r"audio|on (?:cd|tape)|cds?|read (?:it |this )?(?:aloud|out)|sign language|bsl|makaton|"
    r"text ?phone|text relay|relay uk|"
    r"(?:other|another|different|alternative|accessible|more|which|what|any|this|a|the|preferred) "
    r"(?:\w+ )?formats?|(?:other|another|different|your own|your) languages?|translat\w+|"
    r"interpret(?:er|ing|ation)s?|screen readers?)\b",
    re.IGNORECASE,
)
FOR_THE_PUBLIC = re.compile(
    r"\b(?:this|our) (?:\w+ )?(?:leaflet|booklet|fact ?sheet|brochure|flyer)\b"
    r"|\bthis (?:\w+ ){0,3}easy[ -]read\b"
    r"|\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b"
    r"|\b(?:call|ring|phone|telephone|dial) (?:\w+ ){0,2}(?:111|999)\b",
    re.IGNORECASE,
)
"""A name for what people are given to read, or a UK phone number."""
EASY_READ = re.compile(r"\beasy[ -](?:to[ -])?read\b", re.IGNORECASE)


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    min_words: int = option(150, "a document with fewer words is left alone", least=1)
    everywhere: bool = option(False, "also look at documents that do not seem to be for the public")
    easy_read_counts: bool = option(True, "“easy read” counts as another format")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """One finding, at the start of the document, if it names no other format."""
    prose = " ".join(text.document.prose.split())
    named = FORMATS.search(prose) or (options.easy_read_counts and EASY_READ.search(prose))
    if named or len(text.words) < options.min_words:
        return
    if not options.everywhere and not FOR_THE_PUBLIC.search(prose):
        return
    start = text.blocks[0].block.span.start
    yield Finding(
        span=Span(start, start),
        message="Say how people can get this in another format, such as large print, braille or "
        "audio. Give a phone number or an email address to ask.",
    )
