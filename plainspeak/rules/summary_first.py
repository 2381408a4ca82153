"""Summary first: a long document that does not say at the top what it is about.

Looks near the start for a summary: a heading such as “Key points” or “In short”, a sentence such as
“This guide tells you …”, or a short paragraph or a list right under the title. Short documents need
none: the title says enough. Works in the profile `wcag` only.

## Why

Readers want to know at once whether a document is for them. People who find reading hard may read
only the top.

## Source

- W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”: a summary for a
  document of more than 300 words.
- WCAG 3 (draft), “Clear language”: summaries.

## Example

Hard: # Help at home

## Who can get help

You can get help if you find it hard to wash, to dress or to eat. Your age does not matter.

Better: # Help at home

We help people who live at home. This page tells you who can get help and how to ask for it.

## Who can get help

You can get help if you find it hard to wash, to dress or to eat. Your age does not matter.

## When it is wrong

A short first paragraph counts as a summary, whatever it says. The page around your text may hold a
summary that plainspeak cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.model import BlockKind, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.WORDS

OFF = {"severity": "off"}
PROFILES = {"plain": OFF, "health": OFF, "easy-read": OFF, "technical": OFF, "wcag": {}}

SHORT = 120
"""A first paragraph of so few words can be read as a summary."""

BYLINE = 4
"""So few words at the top say who wrote the document, or when."""

NEAR = 0.1
"""How much of the document is its start."""

LEAST_NEAR = 150
"""So many words from the top are near it, however short the document is."""

TITLE = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:executive |short |plain (?:english |language )?|lay |quick )?summary|"
    r"summary .*|in (?:short|brief|summary|a nutshell)|at a glance|overview|abstract|key .*|"
    r"main (?:points|messages|findings)|the (?:short|main|key) .*|(?:about|what(?:’|'| i)s in) "
    r"this .*|what (?:this|you|we) .*|introduction|tl;?dr)\W*",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"\b(?:this|these|the|our) (?:\w+ ){0,2}(?:guide|guidance|page|pages|document|leaflet|booklet|"
    r"report|chapter|section|paper|policy|factsheet|fact sheet|note|plan|letter|information|"
    r"article|manual|toolkit)s? (?:\w+ ){0,3}(?:tells?|explains?|describes?|is|are|sets? out|says?|"
    r"shows?|covers?|helps?|gives?|outlines?|looks?|contains?|provides?|introduces?|summarises?|"
    r"discuss(?:es)?|aims?|will|can)\b|\b(?:in this|here (?:is|are))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    min_words: int = option(300, "a document with fewer words needs no summary", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """One finding, at the start of the document, if it has no summary."""
    blocks = [
        block for block in text.blocks if block.words and block.kind is not BlockKind.ALT_TEXT
    ]
    total = sum(len(block.words) for block in blocks)
    if total < options.min_words or _is_summed_up(blocks, max(LEAST_NEAR, NEAR * total)):
        return
    start = blocks[0].block.span.start
    yield Finding(
        span=Span(start, start),
        message="Say at the top what this document is about, who it is for and what they can do. "
        "Keep it to 2 or 3 sentences, or to a few key points.",
    )


def _is_summed_up(blocks: Sequence[AnalysedBlock], near: float) -> bool:
    read = 0
    for block in blocks:
        words = block.text
        if block.kind is BlockKind.HEADING:
            if TITLE.fullmatch(words):
                return True
        elif OPENING.search(words):
            return True
        read += len(block.words)
        if read > near:
            break
    return _opens_with_text(blocks)


def _opens_with_text(blocks: Sequence[AnalysedBlock]) -> bool:
    """Whether a paragraph that is not too long, or a list, comes right after the title."""
    title = next((n for n, block in enumerate(blocks) if _counts(block)), 0)
    body = blocks[title + 1 :] if blocks[title].kind is BlockKind.HEADING else blocks[title:]
    first = next(filter(_counts, body), None)
    if first is None or first.kind is BlockKind.LIST_ITEM:
        return True
    return first.kind is BlockKind.PARAGRAPH and len(first.words) <= SHORT


def _counts(block: AnalysedBlock) -> bool:
    return block.kind is BlockKind.HEADING or len(block.words) > BYLINE
