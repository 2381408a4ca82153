"""Long paragraph: a block of text that readers skip.

Counts the words and the sentences of each paragraph. A paragraph of 50 words or fewer is never too
long, however many sentences it has. One long sentence alone is for the rule `long-sentence`.

## Why

A big block of text looks hard before anybody has read a word. Readers lose their place in it. In
short paragraphs they see where each new thought starts.

## Source

- plainlanguage.gov, “Write short paragraphs”: no more than 150 words, in 3 to 8 sentences.
- NHS digital service manual, “How we write”: up to 3 sentences.
- W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”: up to 50 words.
- ASD-STE100: up to 6 sentences.

## Example

Hard: We can help you at home. A worker will visit you first. They will ask what you can do and what
you find hard. You can ask a friend to be there. We then write a plan with you. The plan says who
will come and when. You can change it when you like. Tell us if you feel worse. We will visit you
again each year. You can also ring us.

Better: We can help you at home. A worker will visit you first. They will ask what you can do and
what you find hard. You can ask a friend to be there.

## When it is wrong

A story or a legal text may need long paragraphs. Set `max_words` and `max_sentences` under `rules:`
in your settings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plainspeak.language.analysis import AnalysedBlock, Sentence, Text
from plainspeak.model import PLACEHOLDER, BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES
SCOPE = "block"

PROFILES = {
    "health": {"max_sentences": 3, "severity": "suggestion"},
    "easy-read": {"max_words": 50, "max_sentences": 3},
    "technical": {"max_sentences": 6, "severity": "suggestion"},
}

CHECKED = {BlockKind.PARAGRAPH, BlockKind.DEFINITION}

SHORT = 50
"""A paragraph of so few words is short."""

OPENING = 4
"""How many words of a sentence a message repeats."""

LINKS = """
    it its this that these those they them their he his she her such both either neither also
    however so but and or then otherwise instead therefore thus yet which
"""
POINTS_BACK = frozenset(LINKS.split())
"""A sentence that starts with one of these belongs to the sentence before it."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_words: int = option(150, "the most words a paragraph may have", least=1)
    max_sentences: int = option(8, "the most sentences a paragraph may have", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each paragraph that is too long."""
    for block in text.blocks:
        if block.kind not in CHECKED or block.block.quoted:
            continue
        sentences = [sentence for sentence in block.sentences if sentence.words]
        message = _message(block, sentences, options)
        if message:
            yield Finding(span=block.block.span, message=f"{message} {_hint(sentences)}")


def _message(block: AnalysedBlock, sentences: Sequence[Sentence], options: Options) -> str:
    words = len(block.words)
    if len(sentences) < 2:
        return ""
    if words > options.max_words:
        return f"This paragraph has {words} words. Aim for {options.max_words} or fewer."
    if len(sentences) > options.max_sentences and words > SHORT:
        return (
            f"This paragraph has {len(sentences)} sentences. "
            f"Aim for {options.max_sentences} or fewer."
        )
    return ""


def _hint(sentences: Sequence[Sentence]) -> str:
    """Where to split: before the sentence nearest the middle that does not point back."""
    total = sum(len(sentence.words) for sentence in sentences)
    before = 0
    places = []
    for sentence, following in pairwise(sentences):
        before += len(sentence.words)
        points_back = following.words[0].text.lower() in POINTS_BACK
        places.append((points_back, abs(2 * before - total), following))
    best = min(places, key=lambda place: place[:2])[2]
    words = best.words[:OPENING]
    start, end = words[0].span.start - best.span.start, words[-1].span.end - best.span.start
    opening = " ".join(best.text[start:end].replace(PLACEHOLDER, "…").split())
    return f"You could start a new one at “{opening} …”."
