"""Reading level: the document is harder to read than its readers need.

Works out the reading age of the document from the length of its sentences and words, and says which
sentences and words cost the most.

## Why

The average reading age in the UK is often given as 9 to 11. People who can read more still prefer
plain text, because it is quicker.

## Source

- WCAG 2.2, 3.1.5 Reading Level: no harder than lower secondary school, about 9 years of school.
- NHS digital service manual, “How we write”: reading age 9 to 11, or 11 to 14 if it must be.
- Australian Style Manual, “Easy Read”: school years 4 to 6.

## Example

Hard: Implementation of organisational transformation necessitates considerable interdisciplinary
collaboration, and comprehensive evaluation of operational effectiveness remains fundamentally
important throughout the implementation period.

Better: We are going to change how we work. Many teams will help with this. We will look at how well
it goes, and tell you what we find.

## When it is wrong

Scores count; they do not understand. Use one to choose what to look at first. It proves nothing:
only readers can tell you whether a text is clear. Texts of fewer than 100 words are too short to
score, so this rule leaves them alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak import readability
from plainspeak.language.analysis import Text
from plainspeak.model import Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES
WANTS = Need.TAGS

PROFILES = {
    "health": {"max_age": 14},
    "easy-read": {"max_age": 11},
    "technical": {"max_age": 18},
}


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_age: int = option(14, "the highest reading age, in years, that is fine", least=5)
    min_words: int = option(100, "a document with fewer words is not scored", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """One finding, at the start of the document, if it is too hard to read."""
    scores = tools.scores(text).whole
    age = scores.reading_age
    if age is None or scores.counts.words < options.min_words or age.low <= options.max_age:
        return
    message = f"This document has a reading age of {age}; aim for {options.max_age} or younger."
    lines = [
        text.document.sourcemap.locate(each.sentence.span).line
        for each in readability.hardest_sentences(text, 3)
    ]
    if lines:
        message += f" The hardest sentences {_in_lines(sorted(set(lines)))}."
    words = [f"“{each.word}”" for each in readability.hardest_words(text, 5)]
    if words:
        message += (
            f" The hardest words are {_and(words)}."
            if len(words) > 1
            else (f" The hardest word is {words[0]}.")
        )
    start = text.blocks[0].block.span.start
    yield Finding(span=Span(start, start), message=message)


def _in_lines(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"are in line {lines[0]}"
    return f"are in lines {_and([str(line) for line in lines])}"


def _and(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
