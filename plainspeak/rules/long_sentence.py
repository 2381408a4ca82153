"""Long sentence: more words than readers can hold in mind.

Counts the words of each sentence. A hyphenated word counts as one; reference marks such as [14] do
not count. Each item of a list counts on its own.

## Why

The longer a sentence, the more of it readers forget before they reach its end.

## Source

- GOV.UK content design: at most 25 words.
- WCAG 2.2, technique G153: at most 25 words.
- NHS digital service manual, “How we write”: at most 20 words.
- Department of Health, “Making written information easier to understand for people with learning
  disabilities”, 2009: at most 15 words.
- ASD-STE100: at most 25 words where you describe.

## Example

Hard: If you would like somebody to help you with the form, you can ring the team on any weekday
morning and they will arrange for a worker to come to your home and fill it in with you.

Better: Would you like help with the form? Ring the team on any weekday morning. They will send a
worker to your home to fill it in with you.

## When it is wrong

A list of names or a legal text may need a long sentence. A bulleted list is often better than a
long row of things. Set `max_words` under `rules:` in your settings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.language import syntax
from plainspeak.language.analysis import Sentence, Text
from plainspeak.model import PLACEHOLDER, BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES
WANTS = Need.PARSE

PROFILES = {
    "health": {"max_words": 20},
    "easy-read": {"max_words": 15},
    "technical": {"max_words": 25},
}

CHECKED = {
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTE,
    BlockKind.FOOTNOTE,
    BlockKind.DEFINITION,
    BlockKind.TABLE_CELL,
}
"""A heading or a picture's text has no sentences to split."""


MARGIN = 4
"""Fewer words than this, before or after a split, make no sentence."""


LINK_WORDS = frozenset({"but", "or", "so", "yet"})
"""Words that a new sentence must keep; “and” may go."""
QUESTION_WORDS = frozenset({"how", "what", "when", "where", "whether", "why", "that", "if"})
"""A clause that starts with one hangs on the words before it."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_words: int = option(25, "the most words a sentence may have", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each sentence that is too long."""
    parsed = bool(text.offers & Need.PARSE)
    for sentence in text.sentences:
        count = len(sentence.words)
        if count <= options.max_words or sentence.block.block.kind not in CHECKED:
            continue
        message = f"This sentence has {count} words. Aim for {options.max_words} or fewer."
        hint = _hint(sentence) if parsed else ""
        yield Finding(
            span=sentence.span, message=f"{message} {hint or 'Split it, or make a list.'}"
        )


def _hint(sentence: Sentence) -> str:
    """Where it could be split; empty if no place stands out."""
    middle = (sentence.span.start + sentence.span.end) / 2
    starts = [clause.span[0] for clause in syntax.clauses(sentence) if _can_stand_alone(clause)]
    starts = [
        start
        for start in starts
        if sentence.tokens.start + MARGIN <= start.i <= sentence.tokens.end - MARGIN
    ]
    if not starts:
        return ""
    start = min(starts, key=lambda token: abs(sentence.block.offset + token.idx - middle))
    doc = sentence.block.doc
    first = start.i - 1 if doc[start.i - 1].lower_ in LINK_WORDS else start.i
    words = doc[first : start.i + 4].text.replace(PLACEHOLDER, "…")
    return f"You could start a new sentence at “{words} …”."


def _can_stand_alone(clause: syntax.Clause) -> bool:
    """Whether the clause, cut off, would make a sentence: “they will send …”, “which is …”."""
    start = clause.span[0]
    first = start.lower_
    if first == "which":
        return clause.kind == "relative" and start.nbor(-1).text == ","
    return clause.kind == "conj" and clause.subject is not None and first not in QUESTION_WORDS
