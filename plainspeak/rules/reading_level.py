"""Reading level: the document is harder to read than its readers need.

Works out the reading age of the document, and of each part under a heading, from the length of its
sentences and words. Says in which lines the 3 sentences are that cost the most in each part, and
which 5 words do. Words that a glossary lists and rare words come first; common ones, such as
“information”, are left out.

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

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak import readability
from plainspeak.language import syntax
from plainspeak.language.analysis import Sentence, Text
from plainspeak.language.inflection import lemma_of
from plainspeak.language.words import american, column, zipf
from plainspeak.model import PLACEHOLDER, Finding, Severity, Span
from plainspeak.readability import Scores, SectionScores
from plainspeak.rule import Need, Tools, option
from plainspeak.rules.hard_word import difficulty
from plainspeak.wording import joined

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES
WANTS = Need.TAGS | Need.PARSE

PROFILES = {
    "health": {"max_age": 14},
    "easy-read": {"max_age": 11},
    "technical": {"max_age": 18},
    "wcag": {},
}

WORST_PARTS = 3
"""How many parts of a document the message about the whole names."""

FIRST_WORDS = 3
"""How many words of a hard sentence the message gives, so that the writer can find it."""
MOST_SENTENCES = 3
MOST_WORDS = 5
ALL = sys.maxsize
COMMON = 4.5
"""A word of this Zipf frequency is one that writers cannot do without."""


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
            message += _hardest(text, None, tools)
        yield Finding(span=Span(start, start), message=message)
    for part in parts:
        hardest = _hardest(text, part.span, tools)
        yield Finding(
            span=Span(part.span.start, part.span.start),
            message=f"This part has {_age(part.scores, options)}.{hardest}",
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


def _hardest(text: Text, within: Span | None, tools: Tools) -> str:
    """The sentences and words that cost the most: in the whole document, or in a part of it."""
    said = ""
    sentences = [
        each.sentence
        for each in readability.hardest_sentences(text, ALL, within=within)
        if _is_whole(text, each.sentence)
    ][:MOST_SENTENCES]
    if sentences:
        said += f" Hardest sentence{'s' * (len(sentences) > 1)}: {_places(text, sentences)}."
    words = [f"“{word}”" for word in _hardest_words(text, within, tools)]
    if words:
        said += f" Hardest word{'s' * (len(words) > 1)}: {joined(words)}."
    return said


def _is_whole(text: Text, sentence: Sentence) -> bool:
    """Whether it is a sentence, not a label such as “Remote moderated usability testing.”."""
    if not text.offers & Need.PARSE:
        return True
    return any(clause.kind == "root" for clause in syntax.clauses(sentence))


def _places(text: Text, sentences: Sequence[Sentence]) -> str:
    """The lines of sentences, with their first words where several share a line."""
    by_line: dict[int, list[Sentence]] = {}
    for sentence in sorted(sentences, key=lambda each: each.span.start):
        line = text.document.sourcemap.locate(sentence.span).line
        by_line.setdefault(line, []).append(sentence)
    places = [
        f"{line} ({joined([_start(text, each) for each in there])})" if there[1:] else str(line)
        for line, there in by_line.items()
    ]
    return f"line{'s' * (len(places) > 1)} {joined(places)}"


def _start(text: Text, sentence: Sentence) -> str:
    """The first words of a sentence."""
    words = text.document.text_of(sentence.span).replace(PLACEHOLDER, "…").split()
    first = " ".join(words[:FIRST_WORDS]).replace("“", "").replace("”", "").rstrip(",;:")
    return f"“{first} …”" if len(words) > FIRST_WORDS else f"“{first}”"


def _hardest_words(text: Text, within: Span | None, tools: Tools) -> list[str]:
    """The words that cost the most and that a writer can change.

    Those that a glossary lists or that are hard come first, then others that are not common:
    nobody can do without “information”.
    """
    limit = tools.options("hard-word").hardest
    listed = {hit.span for hit in tools.hits(text)}
    dictionary = column("dictionary")
    first, then = [], []
    seen: set[str] = set()
    for each in readability.hardest_words(text, ALL, within=within):
        low = each.word.lower()
        forms = {lemma_of(low, pos) for pos in ("NOUN", "VERB")}
        if not seen.isdisjoint(forms):
            continue  # another form of a word that costs more
        seen |= forms
        # Words in no dictionary are mostly names, slips and other languages.
        spellings = {low, *forms, *american(low)}
        if not listed.isdisjoint(each.spans) or difficulty(low) >= limit:
            first.append(each.word)
        elif not dictionary.keys().isdisjoint(spellings) and max(map(zipf, spellings)) < COMMON:
            then.append(each.word)
    return (first + then)[:MOST_WORDS]
