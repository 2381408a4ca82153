"""Tangled sentence: a short sentence whose parts are hard to hold together.

Looks at how a sentence is built. It finds sentences with many joining words, with many commas, with
a long gap between the subject and its verb, or with one part inside another. In easy read it also
finds sentences that say two things.

A sentence that is too long has one finding, from `long-sentence`, which names the same causes.

## Why

Readers must keep the start of a sentence in mind until they know how it ends. The more parts it
has, the more readers lose the thread.

## Source

- WCAG 2.2, technique G153: no more than two joining words in a sentence.
- W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”, objective 3: no
  clauses inside clauses.
- plainlanguage.gov, “Keep subject, verb, and object close together”.
- Canada.ca Content Style Guide, 2.6: few commas.
- GOV.UK, “Accessible communication formats”: one idea in a sentence, for easy read.
- How many words and commas are too many is plainspeak’s own number.

## Example

Hard: The nurse who looked after my mother on the ward in that first week rang us.

Better: A nurse looked after my mother on the ward in that first week. She rang us.

## When it is wrong

Sometimes the parts belong together, as in “Tell us if you think that it hurts”.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plainspeak.language import cuts, shape, syntax
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.model import PLACEHOLDER, Finding, Severity
from plainspeak.rule import Need, Tools, option
from plainspeak.wording import joined

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

PROFILES: dict[str, dict[str, Any]] = {
    "health": {"max_joins": 2, "max_gap": 8},
    "wcag": {"max_joins": 2},
    "easy-read": {
        "max_joins": 1,
        "max_gap": 7,
        "max_commas": 2,
        "max_depth": 2,
        "max_ideas": 1,
        "severity": "warning",
    },
}


LEAST_WORDS = 8
"""A sentence with fewer is no trouble, however it is built."""

SAY_SUBJECT_AGAIN = "You could start a new sentence at {}, with its subject said again."


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_joins: int = option(3, "the most joining words, such as “and” or “which”", least=0)
    max_gap: int = option(10, "the most words between a subject and its verb", least=0)
    max_commas: int = option(3, "the most commas, those of lists not counted", least=0)
    max_depth: int = option(3, "how many parts may stand one inside the other", least=1)
    max_ideas: int = option(2, "the most things a sentence may say, each with a subject", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each tangled sentence that is not too long."""
    most = longest_sentence(tools)
    for sentence in text.sentences:
        if sentence.block.kind in UNBROKEN:
            continue
        if not LEAST_WORDS <= len(sentence.words) <= most:
            continue
        # Without a main verb it is a note or an item of a list, not a sentence.
        if not any(clause.kind == "root" for clause in syntax.clauses(sentence)):
            continue
        causes = causes_of(sentence, options)
        if causes:
            advice = split_advice(sentence) or "Make it two sentences."
            message = " ".join(["This sentence is hard to follow.", *causes, advice])
            yield Finding(sentence.span, message, suggestions=rewrites(text, sentence))


def longest_sentence(tools: Tools) -> float:
    """The most words of a sentence that `long-sentence` does not report."""
    if not tools.runs("long-sentence"):
        return math.inf
    most: int = tools.options("long-sentence").max_words
    return most


def causes_of(sentence: Sentence, options: Options) -> list[str]:
    """What makes a sentence hard besides its length, each as a sentence of a message."""
    causes = []
    gaps = shape.gaps(sentence)
    if gaps and gaps[0].words > options.max_gap:
        subject, verb = _quoted(gaps[0].subject), _quoted(gaps[0].verb)
        causes.append(f"There are {gaps[0].words} words between {subject} and its verb, {verb}.")
    joins = shape.joins(sentence)
    if len(joins) > options.max_joins:
        causes.append(f"It has {len(joins)} joining words: {joined([_quoted(t) for t in joins])}.")
    # What somebody says is a part of its own.
    nests = [] if any(token.is_quote for token in sentence) else shape.nests(sentence)
    if nests and nests[0].depth > options.max_depth:
        outer, inner = nests[0].outer.span, nests[0].inner.span
        causes.append(f"{beginning(inner)} is a part inside the part {beginning(outer)}.")
    commas = shape.commas(sentence)
    if len(commas) > options.max_commas:
        causes.append(f"It has {len(commas)} commas.")
    ideas = cuts.ideas(sentence)
    if ideas > options.max_ideas:
        causes.append(f"It says {ideas} things.")
    return causes


def split_advice(sentence: Sentence) -> str:
    """Where the sentence could be cut, as a sentence of a message; empty if no place stands out."""
    split = cuts.best_split(sentence)
    if split is None:
        return ""
    doc = sentence.block.doc
    first = split.token.i
    # A link word such as “but” comes on top.
    length = 4 + (split.link == split.token.lower_)
    words = beginning(doc[first : sentence.tokens.end], length)
    if split.link == "which":
        return f"You could say {words} in a sentence of its own."
    if split.link == "because":
        return f"You could end it before {words}, and go on with “This is because …”."
    if split.link == cuts.SAME_SUBJECT:
        return SAY_SUBJECT_AGAIN.format(words)
    return f"You could start a new sentence at {words}."


def rewrites(text: Text, sentence: Sentence) -> tuple[str, ...]:
    """The sentence cut in two, if that needs no other change."""
    split = cuts.best_split(sentence)
    prose = text.document.prose
    if split is None or not split.clean or PLACEHOLDER in text.document.text_of(sentence.span):
        return ()
    return (cuts.cut(sentence, prose, [split.token]),)


def beginning(words: SpacySpan, length: int = 4) -> str:
    """The first words of a stretch, in quotation marks, with dots if there are more."""
    shown = words[:length].text.replace(PLACEHOLDER, "…").rstrip(" ,;:.")
    return f"“{shown} …”" if len(words) > length else f"“{shown}”"


def _quoted(token: Token) -> str:
    return f"“{token.text.replace(PLACEHOLDER, '…')}”"
