"""Long sentence: more words than readers can hold in mind.

Counts the words of each sentence. A hyphenated word counts as one; reference marks such as [14] do
not count. Each item of a list counts on its own.

The message also says what else makes the sentence hard: a long gap between the subject and its
verb, many joining words or commas, or parts inside parts. It shows where you could cut the
sentence, what you could say in a sentence of its own, or what you could make a list. Where no such
place is plain, it gives the number of words alone. If only “and” or “but” stands between the two
parts, it offers the sentence cut in two.

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

from plainspeak.language import asides, rows
from plainspeak.language.analysis import Sentence, Text
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option
from plainspeak.rules import tangled_sentence

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES
WANTS = Need.PARSE
SCOPE = "block"

PROFILES = {
    "health": {"max_words": 20},
    "easy-read": {"max_words": 15},
    "wcag": {"max_words": 25},
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


MOST_CAUSES = 2
"""More would be a lecture."""
SHARE_OF_SERIES = 0.4
"""A row of things that takes this much of a sentence is what makes it long."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_words: int = option(25, "the most words a sentence may have", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each sentence that is too long."""
    parsed = bool(text.offers & Need.PARSE)
    limits: tangled_sentence.Options = tools.options("tangled-sentence")
    for sentence in text.sentences:
        count = len(sentence.words)
        if count <= options.max_words or sentence.block.block.kind not in CHECKED:
            continue
        said = [f"This sentence has {count} words. Aim for {options.max_words} or fewer."]
        advice = ""
        suggestions: tuple[str, ...] = ()
        if parsed:
            said += tangled_sentence.causes_of(sentence, limits)[:MOST_CAUSES]
            advice = _list_advice(sentence)
            if not advice:
                advice = tangled_sentence.split_advice(sentence) or _aside_advice(sentence)
                suggestions = tangled_sentence.rewrites(text, sentence)
        yield Finding(
            sentence.span, " ".join(filter(None, (*said, advice))), suggestions=suggestions
        )


def _aside_advice(sentence: Sentence) -> str:
    """What could be said by itself, though it needs other words; else nothing."""
    aside = asides.best_aside(sentence)
    if aside is None:
        return ""
    words = tangled_sentence.beginning(aside.part)
    if aside.kind == "brackets":
        return f"You could say what is in brackets in a sentence of its own: {words}."
    if aside.kind == "opening":
        return f"You could say what comes before {words} in a sentence of its own."
    if aside.kind == "verb":
        return tangled_sentence.SAY_SUBJECT_AGAIN.format(words)
    return f"You could say {words} in a sentence of its own."


def _list_advice(sentence: Sentence) -> str:
    """What to put in a list, if things in a row are what makes it long; else nothing."""
    longest = max(rows.series(sentence), key=lambda row: row.words, default=None)
    if longest is None or longest.words < SHARE_OF_SERIES * len(sentence.words):
        return ""
    first = tangled_sentence.beginning(longest.items[0])
    return f"Make a list of the {len(longest.items)} things from {first} on."
