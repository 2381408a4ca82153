"""List shape: list items that are hard to take in one by one.

Finds lists whose items end in “and”, “or” or a semicolon, items with more than one sentence under a
line that leads into the list, and (in easy read) lists with too many items. Says each thing once
for a list.

## Why

Readers look down a list; they do not read it as one long sentence. An “or” at the end of an item is
easy to miss, so they may think that they need everything in the list.

## Source

- NHS digital service manual, “Formatting”: no “and” or “or” at the end of an item, no punctuation,
  one sentence in an item after a line that leads in, up to 6 items if possible.
- GOV.UK style guide, “Bullet points”: no “and” or “or” after an item, no semicolons, one sentence
  in an item.

## Example

Hard: Bring with you:

- a passport, or
- a birth certificate, or
- a driving licence

Better: Bring one of these with you:

- a passport
- a birth certificate
- a driving licence

## When it is wrong

Laws and contracts use “and” and “or” on purpose. If yours must, turn the rule off there with a
comment. Steps in a process may have two sentences: they need no line that leads in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.language.analysis import AnalysedBlock, Sentence, Text
from plainspeak.model import BlockKind, Finding, MarkKind, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {
    "health": {"max_sentences": 1},
    "easy-read": {"max_items": 6, "max_sentences": 1},
    "technical": {"max_sentences": 4},
}

FRAGMENT = 1
"""So few words are no sentence: “Uphill?”."""

LABEL = 3
"""So few words at the start of an item name what the rest is about: “Local help.”"""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_sentences: int = option(
        2, "the most sentences an item may have under a line that leads into the list", least=1
    )
    max_items: int = option(0, "the most items a list may have; 0 for no limit", least=0)


ENDING = re.compile(
    r"(?P<last>\w[^\s;]*?)(?:[,;]?\s+(?P<word>and|or|and/or)[,;.]?|\s*;)\s*\Z", re.IGNORECASE
)
HELD_UP = re.compile(r"[“\"‘'][^“\"‘']*\Z")
"""Words in quotation marks up to the end: “and”."""


@dataclass(frozen=True)
class _List:
    """The items of one list, without those of lists inside it."""

    lead: AnalysedBlock | None
    """The block before the first item."""
    items: tuple[AnalysedBlock, ...]


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """Findings for the lists of a document."""
    for each in _lists(text):
        yield from _endings(each)
        yield from _sentences(each, options)
        if options.max_items and len(each.items) > options.max_items and not _is_menu(each):
            yield Finding(
                span=each.items[0].block.span,
                message=f"This list has {len(each.items)} items. Put them in shorter lists of "
                f"{options.max_items} or fewer, each with a line to say what it is about.",
            )


def _lists(text: Text) -> Iterator[_List]:
    """The lists of a document; one inside another is a list of its own."""
    open_: list[tuple[AnalysedBlock | None, list[AnalysedBlock]]] = []
    before: AnalysedBlock | None = None
    for block in text.blocks:
        level = block.block.level if block.kind is BlockKind.LIST_ITEM else 0
        if block.block.quoted:
            level = 0
        while len(open_) > level:
            lead, items = open_.pop()
            yield _List(lead, tuple(items))
        while len(open_) < level:
            open_.append((before, []))
        if level:
            open_[-1][1].append(block)
        if block.kind is not BlockKind.ALT_TEXT:
            before = block
    while open_:
        lead, items = open_.pop()
        yield _List(lead, tuple(items))


def _endings(each: _List) -> Iterator[Finding]:
    found = []
    for item in each.items:
        match = ENDING.search(item.text)
        if match and not HELD_UP.search(item.text[: match.start("last")]):
            found.append((item, match))
    if not found or len(each.items) < 2:
        return
    item, match = found[0]
    # Where an item ends in a bare semicolon, one further down says which word joins them.
    joins = {match["word"].lower() for _, match in found if match["word"]}
    how = " Say before the list how many of the items count: all of them, or any one."
    if joins == {"and"}:
        how = " If all the items count, say so before the list."
    elif joins == {"or"}:
        how = " If any one of them is enough, say so before the list."
    message = "Let the items of this list end without “and”, “or” or a semicolon."
    yield Finding(
        span=Span(item.offset + match.start("last"), item.offset + len(match.string.rstrip())),
        message=message + (how if joins else ""),
        suggestions=(match["last"],),
    )


def _sentences(each: _List, options: Options) -> Iterator[Finding]:
    lead = each.lead
    if lead is None or lead.kind is BlockKind.HEADING or not lead.text.rstrip().endswith(":"):
        return
    long = [item for item in each.items if _count(item) > options.max_sentences]
    if not long:
        return
    most = "1 sentence" if options.max_sentences == 1 else f"{options.max_sentences} sentences"
    others = len(long) - 1
    more = f" ({others} more like it)" if others else ""
    yield Finding(
        span=long[0].block.span,
        message=f"This list item has {_count(long[0])} sentences{more}. Aim for {most}: cut it, or "
        "put the rest after the list.",
    )


def _count(item: AnalysedBlock) -> int:
    """The sentences of an item.

    A label in bold, in front of a colon or of a few words is none, nor is what somebody says in
    quotation marks.
    """
    sentences = [
        sentence
        for sentence in item.sentences
        if len(sentence.words) > FRAGMENT
        and not _in_quotes(item.text[: sentence.tokens.start_char])
    ]
    return len(sentences) - sum(
        _is_label(sentence, first=not number) for number, sentence in enumerate(sentences)
    )


def _is_label(sentence: Sentence, *, first: bool) -> bool:
    return (
        (first and len(sentence.words) <= LABEL)
        or sentence.text.endswith(":")
        or any(
            mark.kind is MarkKind.STRONG
            and mark.span.overlaps(sentence.span)
            and len(mark.span) >= len(sentence.span) - 1
            for mark in sentence.block.block.marks
        )
    )


def _in_quotes(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_menu(each: _List) -> bool:
    """Whether the list is one of links, to choose from."""
    return all(any(mark.kind is MarkKind.LINK for mark in item.block.marks) for item in each.items)
