"""Word list: easy read that explains many hard words but does not list them.

Counts the words of the glossaries that the document uses and explains. If there are many, it looks
for a list of them: a part called “What the words mean” or “Glossary”, say, or a definition list.
Works in the profile `easy-read` only.

## Why

Readers meet a hard word again on a later page, when they have forgotten what it means. A word list
gives them one place to look.

## Source

- Australian Style Manual, “Easy Read”: explain a hard word where it comes up, and list hard words
  at the end.
- GOV.UK, “Accessible communication formats”.
- The number of words is plainspeak’s own.

## Example

Hard: An advocate is a person who speaks up for you. Respite means a break for your carer.

Better: ### What the words mean

- Advocate: a person who speaks up for you.
- Respite: a break for your carer.

## When it is wrong

A document of a page or two needs no list. Set `max_terms` under `rules:` in your settings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.explanations import WORD_LIST_SECTION, explanations_of
from plainspeak.glossary.matching import Hit
from plainspeak.glossary.schema import Treatment
from plainspeak.language.analysis import Text
from plainspeak.model import BlockKind, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option
from plainspeak.wording import joined

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES
WANTS = Need.PARSE

OFF = {"severity": "off"}
PROFILES = {"plain": OFF, "health": OFF, "technical": OFF}

SHOWN = 5
"""More words than this are not named in the message."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_terms: int = option(4, "how many explained words need no word list", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """One finding, at the start of the document, if it needs a word list."""
    uses: dict[str, list[Hit]] = defaultdict(list)
    for hit in tools.hits(text):
        if hit.entry.treatment is Treatment.EXPLAIN:
            uses[hit.entry.term].append(hit)
    if len(uses) <= options.max_terms or _has_word_list(text):
        return
    explained = [
        hits[0].text for hits in uses.values() if explanations_of(text, [hit.span for hit in hits])
    ]
    if len(explained) <= options.max_terms:
        return
    named = [f"“{word}”" for word in explained[:SHOWN]]
    if len(explained) > SHOWN:
        named.append("more")
    start = text.blocks[0].block.span.start
    yield Finding(
        span=Span(start, start),
        message=f"You explain {len(explained)} hard words: {joined(named)}. Good! List them at the "
        "end too, with what they mean.",
    )


def _has_word_list(text: Text) -> bool:
    return any(
        block.kind is BlockKind.TERM
        or (block.kind is BlockKind.HEADING and WORD_LIST_SECTION.fullmatch(block.text))
        for block in text.blocks
    )
