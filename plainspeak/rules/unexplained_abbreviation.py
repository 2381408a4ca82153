"""Unexplained abbreviation: a short form that the text does not spell out.

Finds short forms such as “DPIA” that the text uses without their full words. “Data protection
impact assessment (DPIA)”, “DPIA (data protection impact assessment)”, “DPIA stands for …” and an
HTML `<abbr title>` all explain one. Short forms that almost everyone knows, such as “NHS” and “UK”,
are fine. Each is reported once, where it is first used.

## Why

To those who do not know it, a short form says nothing. It also costs screen-reader users time.

## Source

- GOV.UK style guide, “Abbreviations and acronyms”: spell out what 8 in 10 people do not know.
- NHS digital service manual, “Abbreviations and acronyms”.
- WCAG 2.2, 3.1.4 Abbreviations.

## Example

Hard: Send the DPIA to us by Friday.

Better: Send the data protection impact assessment (DPIA) to us by Friday.

## When it is wrong

Your readers may know a short form that others do not. List it under `known` for this rule in your
settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary import abbreviations
from plainspeak.glossary.explanations import is_late
from plainspeak.glossary.matching import reference_blocks
from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.model import BlockKind, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES

PROFILES = {"technical": {"lists": ("everyday", "technical")}}

SHORT_FORM = re.compile(
    r"(?<![\w&@#./\\+-])(?P<short>[A-Z](?:&?[A-Z]){1,7}s?)(?=$|[’'](?:s\b|\W)|[^\w&@’'/\\-]|[’'/]\W|-\D)"
)
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
LONG_NAME = 5
"""Few short forms have as many letters; beside other capitals it is a name in capitals."""
SHOUT_ZIPF = 3.8
SHOUT_ZIPF_OF_TWO = 6.0
"""A word as common as this in lower case (per billion words, log10) is a shouted word, not a short
form. Two letters are mostly a short form, so they must be very common: DO, NO, IT."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    known: tuple[str, ...] = option((), "short forms that your readers know")
    lists: tuple[str, ...] = option(("everyday",), "lists of short forms that readers know")
    near: int = option(1, "how many sentences after its first use a short form may be explained")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each short form that is not explained where it is first used."""
    known = {hit.text for hit in tools.hits(text)}  # the glossaries say more of these
    known |= set(options.known).union(*map(abbreviations.known, options.lists))
    explained = {name: spans[0] for name, spans in _explanations(text).items()}
    first: dict[str, Span] = {}
    in_heading: dict[str, Span] = {}
    skipped = reference_blocks(text)
    for block in text.blocks:
        if id(block.block) in skipped or _shouts(block):
            continue
        target = in_heading if block.block.kind is BlockKind.HEADING else first
        for match in SHORT_FORM.finditer(block.doc.text):
            name = _singular(match["short"])
            if (
                known.isdisjoint((name, match["short"]))
                and _is_short_form(name, name in explained)
                and not _in_capitals(block.doc.text, match)
            ):
                left, right = match.span("short")
                target.setdefault(name, Span(block.offset + left, block.offset + right))
    for name, span in {**in_heading, **first}.items():
        at = explained.get(name)
        if at is None:
            yield Finding(
                span=span,
                message=f"Write “{name}” in full the first time, with the short form in brackets "
                "after it.",
            )
        elif is_late(text, span, at, options.near):
            line = text.document.sourcemap.locate(at).line
            yield Finding(
                span=span,
                message=f"You use “{name}” here, but give its full words only in line {line}. "
                "Give them here.",
            )


def _explanations(text: Text) -> dict[str, list[Span]]:
    """Where each short form gets its full words, by short form, in order."""
    found: dict[str, list[Span]] = {}
    for block in text.blocks:
        for definition in abbreviations.definitions(block.doc.text):
            span = Span(block.offset + definition.start, block.offset + definition.end)
            found.setdefault(_singular(definition.short), []).append(span)
        for mark in abbreviations.marked(text.document, block.block):
            found.setdefault(_singular(text.document.text_of(mark.span)), []).append(mark.span)
    for spans in found.values():
        spans.sort(key=lambda span: span.start)
    return found


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short


def _shouts(block: AnalysedBlock) -> bool:
    """Whether a whole block is in capitals, so that they mark nothing."""
    letters = [c for c in block.doc.text if c.isalpha()]
    return len(letters) > 8 and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether it is one of several words in capitals, such as a name: “DR ROBERT EAGLESON”."""
    before = re.search(r"\b([A-Z]{2,})\W{1,2}(?:AND |OF )?$", text[: match.start("short")][-30:])
    after = re.match(r"\W{1,2}(?:AND |OF )?([A-Z]{2,})\b", text[match.end("short") :][:30])
    neighbours = [found[1] for found in (before, after) if found]
    return any(max(len(word), len(match["short"])) >= LONG_NAME for word in neighbours)


def _is_short_form(name: str, explained: bool) -> bool:
    from plainspeak.language.words import zipf

    if explained:
        return True
    if ROMAN.fullmatch(name):
        return False
    return zipf(name.lower()) < (SHOUT_ZIPF if len(name) > 2 else SHOUT_ZIPF_OF_TWO)
