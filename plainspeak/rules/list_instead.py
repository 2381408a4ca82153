"""List instead: a row of things that would be easier to read as a list.

Finds three or more things in a row in one sentence, if together they have many words. Rows of
single words, such as “tea, coffee and milk”, are fine as they are.

## Why

In a list readers see at once how many things there are, and can tick them off.

## Source

- W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”: lists of three
  things or more.
- WCAG 2.2, technique G153: lists in place of long paragraphs of words with commas.
- Canada.ca Content Style Guide: lists for a series of things.
- How many words a row may have is plainspeak’s own number.

## Example

Hard: Bring the letter about your visit, a list of all your medicines, and the name of a friend.

Better: Bring your letter, your medicines and your glasses.

## When it is wrong

A story is no list, and neither is an argument. So this rule is off until you turn it on under
`rules:` in your settings. Longer sentences belong to `long-sentence`, which names the list too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.language import rows
from plainspeak.language.analysis import Text
from plainspeak.model import PLACEHOLDER, BlockKind, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option
from plainspeak.rules.tangled_sentence import longest_sentence

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

PROFILES = {
    "plain": {"severity": "off"},
    "health": {"severity": "off"},
    "technical": {"severity": "off"},
    "easy-read": {"severity": "off", "min_words": 8},
}

CHECKED = {BlockKind.PARAGRAPH, BlockKind.DEFINITION}
"""A list in a list is no help, and a quotation is somebody else’s."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    min_items: int = option(3, "fewer things in a row are left alone", least=2)
    min_words: int = option(12, "rows with fewer words are left alone", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each long row of things."""
    longest = longest_sentence(tools)
    for sentence in text.sentences:
        block = sentence.block
        if block.kind not in CHECKED or block.block.quoted:
            continue
        if len(sentence.words) > longest:
            continue
        for row in rows.series(sentence):
            if row.words < options.min_words or len(row.items) < options.min_items:
                continue
            span = Span(sentence.span_of(row.items[0]).start, sentence.span_of(row.items[-1]).end)
            prose = text.document.prose
            bullets = [sentence.span_of(item) for item in row.items]
            listed = "; ".join(
                f"“{prose[b.start : b.end].replace(PLACEHOLDER, '…')}”" for b in bullets
            )
            yield Finding(
                span, f"Make these {len(row.items)} things a list, one on each line: {listed}."
            )
