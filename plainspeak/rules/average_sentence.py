"""Average sentence: the sentences of a document or section are long on the whole.

Works out how many words a sentence has on average. If that is too many in the whole document, it
says so once, and names the sections to start with. If only some sections are too long, it says so
at their headings. A section without five full sentences is left alone. So is one where it would be
enough to cut up the sentences that `long-sentence` reports.

## Why

One long sentence is a hill. If most are long, readers never get a rest, and give up.

## Source

- Plain English Campaign, “How to write in plain English”: 15 to 20 words on average.
- Readability Guidelines, “Sentence length”: about 15 words on average.
- Canada.ca Content Style Guide, 2.6: under 15 to 20 words.
- For health and easy read, plainspeak allows four fifths of the longest sentence there may be.

## Example

Hard: We run a group for carers in the town hall on the first Monday of each month from ten until
noon. You can come to the group on your own or with the person whom you care for at home. We have
people at the door who can show you where to go and find you a good seat near the front. A nurse
comes to the group in spring and autumn to talk about sleep, pain and how to keep well. Please ring
the office by the Friday before if you need a lift to the hall or any help with the cost.

Better: We run a group for carers. It meets on the first Monday of each month, from ten until noon.
You can bring the person you care for. Someone at the door will show you to a seat. A nurse comes to
talk in spring and autumn. Do you need a lift? Please ring the office by the Friday before.

## When it is wrong

A section that quotes a law or a contract cannot be shorter. An average also hides things: many very
short sentences can make up for one that nobody can follow.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak.language.analysis import Sentence, Text
from plainspeak.model import PLACEHOLDER, BlockKind, Finding, Section, Severity, Span
from plainspeak.rule import Need, Tools, option
from plainspeak.rules.tangled_sentence import longest_sentence
from plainspeak.wording import joined

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {"health": {"max_average": 16}, "easy-read": {"max_average": 12}}

COUNTED = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.DEFINITION}
ENDED = re.compile(r"[.!?…][\s\"'”’»)\]*_]*\Z")
"""What ends a full sentence; a list item without it is a note, and would make texts look easy."""
MOST_NAMED = 3


@dataclass(frozen=True)
class _Part:
    """A section and its full sentences."""

    section: Section
    sentences: Sequence[Sentence]


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_average: int = option(20, "the most words a sentence may have on average", least=1)
    min_sentences: int = option(5, "stretches with fewer full sentences are left alone", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """One finding for the whole document, or one for each section that is too long on average."""
    by_block = {
        block.offset: [each for each in block.sentences if ENDED.search(each.text)]
        for block in text.blocks
        if block.kind in COUNTED
    }
    limit = longest_sentence(tools)
    parts = []
    for section in text.document.sections():
        found = [each for block in section.blocks for each in by_block.get(block.span.start, ())]
        parts.append(_Part(section, found))
    whole = [sentence for part in parts for sentence in part.sentences]
    too_long = [part for part in parts if _is_long(part.sentences, options, limit)]
    if _is_long(whole, options, limit):
        start = text.blocks[0].offset
        message = (
            f"{_said('this document', whole, options)} {_where_to_start(text, too_long, whole)}"
        )
        yield Finding(Span(start, start), message)
        return
    for part in too_long:
        message = (
            f"{_said('this section', part.sentences, options)} {_longest(text, part.sentences)}"
        )
        heading = part.section.blocks[0].span
        # Without a heading there are no words to show, only a place.
        yield Finding(
            heading if part.section.title else Span(heading.start, heading.start), message
        )


def _is_long(sentences: Sequence[Sentence], options: Options, limit: float) -> bool:
    return (
        len(sentences) >= options.min_sentences
        # As the message rounds it, so that it never says “20 words, aim for 20”.
        and round(_average(sentences, limit)) > options.max_average
    )


def _average(sentences: Sequence[Sentence], limit: float = math.inf) -> float:
    """Words to a sentence, once those over a limit are cut into as many as they need."""
    words = [len(sentence.words) for sentence in sentences]
    return sum(words) / sum(max(1, math.ceil(count / limit)) for count in words)


def _said(where: str, sentences: Sequence[Sentence], options: Options) -> str:
    return (
        f"The sentences in {where} have {round(_average(sentences))} words on average. "
        f"Aim for {options.max_average} or fewer."
    )


def _where_to_start(text: Text, too_long: Sequence[_Part], whole: Sequence[Sentence]) -> str:
    titled = [part for part in too_long if part.section.title]
    worst = sorted(titled, key=lambda part: -_average(part.sentences))[:MOST_NAMED]
    if not worst:
        return _longest(text, whole)
    # Placeholders stand for code and web addresses.
    named = [f"“{part.section.title.replace(PLACEHOLDER, '…')}”" for part in worst]
    return f"Start with {joined(named)}."


def _longest(text: Text, sentences: Sequence[Sentence]) -> str:
    longest = max(sentences, key=lambda sentence: len(sentence.words))
    line = text.document.sourcemap.locate(longest.span).line
    return f"Start with the longest, in line {line}: it has {len(longest.words)}."
