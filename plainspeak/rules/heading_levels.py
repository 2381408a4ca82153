"""Heading levels: headings that give a wrong outline of the document.

Finds a second main heading (level 1), a level that is left out (2, then 4), and headings so deep
that readers get lost. Says each thing once for a document.

## Why

Screen readers list the headings with their levels, so that people can jump from part to part. A
wrong level tells them that a part belongs to another, or that something is missing.

## Source

- NHS digital service manual, “Formatting”: one h1 on a page, no level left out, no h5.
- WCAG 2.2, technique G141: organise a page with headings.

## Example

Hard: ##### Who can get help

Better: ### Who can get help

## When it is wrong

Some systems put the title of the page above your text, and want your headings to start at a deeper
level. That is fine here too. Set `max_level` under `rules:` in your settings if you need more
levels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plainspeak.language.analysis import Text
from plainspeak.model import Block, BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.WARNING
NEEDS = Need.WORDS

PROFILES = {"easy-read": {"max_level": 3}, "technical": {"max_level": 5}}


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_level: int = option(4, "the deepest level a heading may have", least=1, most=6)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """Findings for the levels of a document's headings."""
    headings = [
        block
        for block in text.document.blocks
        if block.kind is BlockKind.HEADING and block.level and not block.quoted
    ]
    yield from _mains(headings)
    yield from _skips(headings, options)
    deep = [block for block in headings if block.level > options.max_level]
    if deep:
        yield Finding(
            span=deep[0].span,
            message=f"This heading is {deep[0].level} levels deep. Use {options.max_level} levels "
            f"or fewer: move this part up, or split the document.{_more(len(deep) - 1)}",
        )


def _mains(headings: Sequence[Block]) -> Iterator[Finding]:
    mains = [block for block in headings if block.level == 1]
    if len(mains) > 1:
        yield Finding(
            span=mains[1].span,
            message=f"This document has {len(mains)} main headings (level 1). Keep one for the "
            "title. Make the others level 2.",
        )


def _skips(headings: Sequence[Block], options: Options) -> Iterator[Finding]:
    """The first heading of each kind of jump: 2 to 4, say."""
    skips: dict[tuple[int, int], list[Block]] = {}
    for before, block in pairwise(headings):
        if before.level + 1 < block.level <= options.max_level:
            skips.setdefault((before.level, block.level), []).append(block)
    for (above, level), blocks in skips.items():
        yield Finding(
            span=blocks[0].span,
            message=f"This heading goes from level {above} to level {level}. "
            f"Make it level {above + 1}.{_more(len(blocks) - 1)}",
        )


def _more(count: int) -> str:
    if not count:
        return ""
    return f" There {'is 1 more' if count == 1 else f'are {count} more'} like this."
