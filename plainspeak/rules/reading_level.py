"""Reading level: the document is harder to read than its readers need.

Works out the reading age of the document, and of each part under a heading, from the length of its
sentences and words. Says which 3 sentences and which 5 words cost the most in each part.

Headings, tables, footnotes and the descriptions of pictures do not count, and the same sentences
score the same in a list as in a paragraph. A short form such as NHS is not a hard word.

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
only readers can tell you whether a text is clear. Documents and parts of fewer than 100 words are
too short to score, so this rule leaves them alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak import readability
from plainspeak.language.analysis import Text
from plainspeak.model import Finding, Severity, Span
from plainspeak.readability import Scores, SectionScores
from plainspeak.rule import Need, Tools, option
from plainspeak.wording import joined

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES
WANTS = Need.TAGS

PROFILES = {
    "health": {"max_age": 14},
    "easy-read": {"max_age": 11},
    "technical": {"max_age": 18},
    "wcag": {},
}

WORST_PARTS = 3
"""How many parts of a document the message about the whole names."""

FIRST_WORDS = 4
"""How many words of a hard sentence the message gives, so that the writer can find it."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_age: int = option(14, "the highest reading age, in years, that is fine", least=5)
    min_words: int = option(
        100, "a document, or a part of one, with fewer words is not scored", least=1
    )


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """One finding, at the start of the document, if it is too hard to read; one for each part."""
    scores = tools.scores(text)
    parts = [part for part in scores.sections if _is_hard(part.scores, options)]
    if len(scores.sections) == 1:
        parts = []
    if _is_hard(scores.whole, options):
        start = text.blocks[0].block.span.start
        message = f"This document has {_age(scores.whole, options)}."
        if parts:
            message += f" Begin with {_named(parts)}."
        else:
            message += _hardest(text, None)
        yield Finding(span=Span(start, start), message=message)
    for part in parts:
        yield Finding(
            span=Span(part.span.start, part.span.start),
            message=f"This part has {_age(part.scores, options)}.{_hardest(text, part.span)}",
            severity=Severity.SUGGESTION,
        )


def _is_hard(scores: Scores, options: Options) -> bool:
    age = scores.reading_age
    enough = scores.counts.words >= options.min_words
    return enough and age is not None and age.low > options.max_age


def _age(scores: Scores, options: Options) -> str:
    return f"a reading age of {scores.reading_age}; aim for {options.max_age} or younger"


def _named(parts: Sequence[SectionScores]) -> str:
    """The hardest parts, worst first."""

    def grade(part: SectionScores) -> float:
        age = part.scores.reading_age
        return age.grade if age else 0.0

    worst = sorted(parts, key=grade, reverse=True)[:WORST_PARTS]
    lines = sorted(part.location.line for part in worst)
    if len(lines) == 1:
        return f"the part in line {lines[0]}"
    return f"the parts in lines {joined([str(line) for line in lines])}"


def _hardest(text: Text, within: Span | None) -> str:
    """The sentences and words that cost the most: in the whole document, or in a part of it."""
    said = ""
    hardest = readability.hardest_sentences(text, 3, within=within)
    if hardest:
        in_order = sorted(hardest, key=lambda each: each.sentence.span.start)
        starts = [_start(text, each.sentence.span) for each in in_order]
        several = len(starts) > 1
        said += (
            f" The hardest {'sentences start' if several else 'sentence starts'} {joined(starts)}."
        )
    words = [f"“{each.word}”" for each in readability.hardest_words(text, 5, within=within)]
    if words:
        said += f" The hardest {'words are' if len(words) > 1 else 'word is'} {joined(words)}."
    return said


def _start(text: Text, sentence: Span) -> str:
    """The first words of a sentence, and the line they are in."""
    words = text.document.text_of(sentence).split()
    first = " ".join(words[:FIRST_WORDS]).replace("“", "").replace("”", "")
    first = first.rstrip(",;:")
    more = " …" if len(words) > FIRST_WORDS else ""
    return f"“{first}{more}” (line {text.document.sourcemap.locate(sentence).line})"
