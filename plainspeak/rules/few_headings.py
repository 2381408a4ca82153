"""Few headings: a long way to read without a heading.

Counts the words of running text between one heading and the next. List items and tables do not
count: they break up the text already. A line that is all in bold counts as a heading.

## Why

Most people do not read a page from start to end. They look at the headings to find the part that
they need.

## Source

- Canada.ca Content Style Guide: a heading about every 200 words.
- NHS digital service manual, “Formatting”: use headings to break up text.
- The number for each profile is plainspeak’s own; it leaves some room above 200 words.

## Example

Hard: Ring us if you need help at home. A worker will visit you and ask what you find hard. You can
ask a friend to be there with you.

After the visit we write a plan with you. It says who will come and when. You can change the plan at
any time.

Better: Ring us if you need help at home. A worker will visit you and ask what you find hard.

### After the visit

We write a plan with you. It says who will come and when. You can change the plan at any time.

## When it is wrong

A letter or a story may do well without headings. Set `max_words` under `rules:` in your settings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.model import BlockKind, Finding, MarkKind, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {
    "health": {"max_words": 250},
    "easy-read": {"max_words": 200},
    "technical": {"max_words": 400},
}

LEAST = 40
"""Fewer words than this, before or after a new heading, make no section."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_words: int = option(300, "the most words of running text under one heading", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each stretch of text that needs a heading."""
    for stretch in _stretches(text):
        words = sum(map(_weight, stretch))
        if words <= options.max_words:
            continue
        place = _place(stretch, min(LEAST, options.max_words // 2))
        if place is not None:
            how = (
                f"Add one about every {options.max_words} words. One could go here."
                if words >= 2 * options.max_words
                else "Add one here or near here, to say what comes next."
            )
            yield Finding(
                span=place.sentences[0].span,
                message=f"There are {words} words here without a heading. {how}",
            )


def _stretches(text: Text) -> Iterator[list[AnalysedBlock]]:
    """The blocks between one heading and the next."""
    stretch: list[AnalysedBlock] = []
    for block in text.blocks:
        if block.kind is BlockKind.HEADING or _is_like_heading(block):
            yield stretch
            stretch = []
        else:
            stretch.append(block)
    yield stretch


def _is_like_heading(block: AnalysedBlock) -> bool:
    """Whether a paragraph is all in bold, or in Markdown that only some programs read: `##Help`."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    return block.text.startswith("##") or any(
        mark.kind is MarkKind.STRONG and len(mark.span) >= len(block.block.span) - 1
        for mark in block.block.marks
    )


def _weight(block: AnalysedBlock) -> int:
    runs = block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}
    return len(block.words) if runs else 0


def _place(stretch: Sequence[AnalysedBlock], least: int) -> AnalysedBlock | None:
    """The paragraph nearest the middle that a heading could stand before."""
    total = sum(map(_weight, stretch))
    read = 0
    places = []
    for before, block in pairwise(stretch):
        read += _weight(before)
        leads_in = before.text.rstrip().endswith(":")
        starts = block.kind is BlockKind.PARAGRAPH and not block.block.quoted and block.words
        if starts and not leads_in and least <= read <= total - least:
            places.append((abs(2 * read - total), block))
    return min(places, key=lambda place: place[0])[1] if places else None
