"""Italics: slanted letters, which many people find hard to read.

Finds italics in running text. In `plain` only long stretches count. In `health` and `easy-read` all
italics count. The same words are reported once. Titles are left alone in `plain`.

## Why

Slanted letters are harder to make out, above all for people with dyslexia or poor sight. Screen
readers mostly do not say that words are in italics.

## Source

- NHS digital service manual, “Formatting”: no italics.
- GOV.UK style guide, “Italics”: quotation marks instead.
- The number of words that may be in italics in `plain` is plainspeak’s own.

## Example

Hard: Please note. *All of the forms that you send us must have your full name and date of birth.*

Better: All of the forms that you send us must have your full name and date of birth.

## When it is wrong

In `health`, the name of a living thing or a book may be in italics in your house style. Set
`max_words` for this rule in your settings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import own_blocks
from plainspeak.language.analysis import Text
from plainspeak.model import BlockKind, Finding, MarkKind, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {
    "health": {"max_words": 0},
    "easy-read": {"max_words": 0},
    "technical": {"severity": "off"},
}

SHORT = 3
"""Words of so many letters have no capital in a title: “of”, “the”."""
MOST = 0.75


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_words: int = option(12, "the most words in a row that may be in italics", least=0)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each stretch of italics that is too long."""
    said: set[str] = set()
    for block in own_blocks(text):
        if block.kind is BlockKind.ALT_TEXT:
            continue
        for mark in block.outermost(MarkKind.EMPHASIS):
            words = [word.text for word in block.words_in(mark.span)]
            if len(words) <= options.max_words or (options.max_words and _is_title(words)):
                continue
            key = " ".join(words).casefold()
            if key not in said:
                said.add(key)
                yield Finding(
                    span=mark.span,
                    message="Use plain letters here, not italics. For a title, "
                    "or a word you talk about, use quotation marks.",
                )


def _is_title(words: list[str]) -> bool:
    """Whether most of the long words have a capital: a title, or a list of names."""
    long = [word for word in words if len(word) > SHORT]
    return sum(word[0].isupper() for word in long) >= MOST * len(long)
