"""Easy read length: an easy read document that is too long to finish.

Counts all the words of the document. It knows nothing of pages or pictures. Works in the profile
`easy-read` only.

## Why

Easy read takes time. A long document is tiring, and people may stop before the part that matters to
them.

## Source

- Photosymbols, “Easy Read Standard” 1.0, January 2026: under 1,000 words.
- Department of Health, “Making written information easier to understand for people with learning
  disabilities”, 2009: up to 20 pages.

## Example

Hard: You can get help at home. A worker can help you to wash. A worker can help you to cook. A
worker can help you to shop.

Better: You can get help at home. A worker will come.

## When it is wrong

Some things cannot be said in fewer words. Then make a short version as well, or several short
documents. Set `max_words` under `rules:` in your settings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.language.analysis import Text
from plainspeak.model import BlockKind, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.WARNING
NEEDS = Need.WORDS

OFF = {"severity": "off"}
PROFILES = {"plain": OFF, "health": OFF, "technical": OFF}


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_words: int = option(1_000, "the most words an easy read document may have", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """One finding, at the start of the document, if it is too long."""
    words = sum(len(block.words) for block in text.blocks if block.kind is not BlockKind.ALT_TEXT)
    if words > options.max_words:
        start = text.blocks[0].block.span.start
        yield Finding(
            span=Span(start, start),
            message=f"This document has {words:,} words. Aim for {options.max_words:,} or fewer: "
            "keep what readers need most, or make 2 or more short documents.",
        )
