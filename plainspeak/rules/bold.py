"""Bold: bold letters used for more than the profile allows.

Finds bold in running text. In `plain` only long stretches count: whole sentences in bold. In
`health` every bold word counts that does not name a button or field. In `easy-read` bold is fine
for hard words that the text explains, and for nothing else. Headings, table cells, and words at the
start of a paragraph or list item are left alone. The same words are reported once.

## Why

If much is bold, nothing stands out. Screen readers mostly do not say that words are bold.

## Source

- NHS digital service manual, “Formatting”: use bold sparingly, and not to stress words.
- GOV.UK style guide, “Bold”: only for what people select on screen.
- Australian Style Manual, “Easy Read”: bold for headings and hard words.
- The number of words that may be bold is plainspeak’s own.

## Example

Hard: We open at nine. **Please bring all of your letters and bills with you when you first come to
see us.** We will help you.

Better: Bring your letters and bills. We open at nine. We will help you.

## When it is wrong

Your house style may use bold in other places. Set `max_words` for this rule in your settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import own_blocks
from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.model import BlockKind, Finding, Mark, MarkKind, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {
    "health": {"max_words": 0},
    "easy-read": {"max_words": 0, "severity": "warning"},
    "technical": {"severity": "off"},
}

CHECKED = {
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.DEFINITION,
    BlockKind.FOOTNOTE,
}
SELECTED = re.compile(
    r"\b(?:select|choose|press|click(?: on)?|tap|open|go to|under|tick|untick|enter|type|see|"
    r"button|field|called|named|then|and|or|the)\W*$",
    re.IGNORECASE,
)
"""Before bold that names what people select on screen."""
SHOWN = re.compile(
    r"^\W*(?:button|field|tab|menu|link|box|option|section|page|screen|icon)", re.IGNORECASE
)
SENTENCE_ENDS = ".!?"


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_words: int = option(12, "the most words in a row that may be bold", least=0)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each stretch of bold that is too long."""
    said: set[str] = set()
    hard = [hit.span for hit in tools.hits(text)]
    for block in own_blocks(text):
        if block.kind not in CHECKED:
            continue
        for mark in block.outermost(MarkKind.STRONG):
            count = len(block.words_in(mark.span))
            if count <= options.max_words:
                continue
            if not options.max_words:
                if _is_lead_in(text, block, mark) or _is_selected(text, block, mark):
                    continue
                if any(mark.span.overlaps(span) for span in hard):
                    continue
            words = text.document.text_of(mark.span).casefold()
            if words in said:
                continue
            said.add(words)
            yield Finding(span=mark.span, message=_message(options, count))


def _message(options: Options, count: int) -> str:
    if options.max_words:
        return (
            f"{count} words in a row are bold. Keep bold for a few words, "
            "or make this a heading or a list."
        )
    return "Take the bold off. To make words stand out, put them first or in a list."


def _is_lead_in(text: Text, block: AnalysedBlock, mark: Mark) -> bool:
    """Whether it opens its paragraph or list item like a small heading."""
    before = text.document.prose[block.offset : mark.span.start]
    return not before.strip(" “‘\"'(")


def _is_selected(text: Text, block: AnalysedBlock, mark: Mark) -> bool:
    """Whether it names a button, a field or the like."""
    prose = text.document.prose
    before = prose[block.offset : mark.span.start]
    after = prose[mark.span.end : block.block.span.end]
    words = text.document.text_of(mark.span)
    named = words[:1].isupper() and words[-1:] not in SENTENCE_ENDS
    return named and bool(SELECTED.search(before) or SHOWN.match(after))
