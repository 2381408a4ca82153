"""Hidden verb: a noun does the work that a verb should do.

Finds phrases such as “make a decision about”, “carry out an assessment of” and “the implementation
of”. In each, a noun says what is done: “decision” hides “decide”. Only phrases that have a shorter
way are reported, and what somebody else said is left alone. Many such phrases are in the
glossaries. Those are left to `jargon`, unless it is off.

## Why

Verbs say who does what. A sentence with the verb itself is shorter and has more life.

## Source

- plainlanguage.gov, “Avoid hidden verbs”.
- Plain English Campaign, on nominalisations.
- WCAG 3 draft, “Clear language”: no unnecessary words.

## Example

Hard: We will carry out an assessment of your needs.

Better: We will assess your needs.

## When it is wrong

Some nouns have a meaning of their own: “a decision” may be a letter with that name. Sometimes the
verb is rarer than the noun. Then keep the noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.schema import Treatment
from plainspeak.language import light_verbs
from plainspeak.language.analysis import UNBROKEN, Text
from plainspeak.language.light_verbs import HiddenPhrase
from plainspeak.model import Finding, Severity, Span, Spans
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

PROFILES: dict[str, dict[str, object]] = {"wcag": {}}


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    of_phrases: bool = option(True, "also report phrases such as “the implementation of”")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each phrase that hides a verb."""
    listed = _listed(text, tools) if tools.runs("jargon") else []
    accepted = Spans(tools.accepted(text))
    for sentence in text.sentences:
        if sentence.block.block.quoted:
            continue
        phrases = light_verbs.light_verb_phrases(sentence)
        if options.of_phrases and sentence.block.kind not in UNBROKEN:
            phrases += light_verbs.of_phrases(sentence)
        for phrase in phrases:
            span, noun = sentence.span_of(phrase.tokens), sentence.span_of(phrase.noun)
            # Of a phrase that is listed, whole or nearly, jargon says what to write.
            if any(each.overlaps(noun) and 2 * len(each) > len(span) for each in listed):
                continue
            if accepted.overlap(span):
                continue
            replacement = phrase.replacement
            yield Finding(
                span=span,
                message=_message(phrase),
                suggestions=(replacement,) if replacement else (),
            )


def _listed(text: Text, tools: Tools) -> list[Span]:
    """Where glossary terms stand that have better words."""
    return [hit.span for hit in tools.hits(text) if hit.entry.treatment is not Treatment.EXPLAIN]


def _message(phrase: HiddenPhrase) -> str:
    hides = f"“{phrase.noun.text}” hides the verb “{phrase.verb}”."
    if phrase.replacement:
        return f"{hides} Write “{phrase.replacement}”."
    if phrase.passive:
        return f"{hides} Use the verb, and say who does it."
    return f"{hides} Use the verb."
