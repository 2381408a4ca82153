"""Bracket plural: a word such as “form(s)” that is one and many at once.

Finds words with a plural ending in brackets: “form(s)”, “child(ren)”, “category(ies)”.

## Why

Readers stop to work out which is meant. Screen readers say the brackets, or run the word together.

## Source

- NHS digital service manual, “Punctuation”, brackets: use the plural.
- GOV.UK style guide, “Brackets”: always use the plural, which covers both.

## Example

Hard: Send us your form(s) by Friday.

Better: Send us your forms by Friday.

## When it is wrong

In a law or contract the words may have to stay. If one and many follow different rules, say so for
each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import places_of
from plainspeak.language import inflection
from plainspeak.language.analysis import Text
from plainspeak.language.letter_case import match_case
from plainspeak.language.words import zipf
from plainspeak.model import Finding, Severity
from plainspeak.rule import Need, Tools

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES
SCOPE = "block"

PROFILES = {"technical": {"severity": "suggestion"}}

PLURAL = re.compile(
    r"(?<![\w.\\/@#$_])(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*?)[(\[](?P<ending>s|es|ies|ren|’s|'s)[)\]]"
    r"(?![\w(\[{=])"
)
ONE = re.compile(r"\b(?:an?|each|every|one|this|that|another)\s(?:[a-z-]+\s)?$", re.IGNORECASE)
"""Before a word, these go with one thing only."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each plural in brackets."""
    for place in places_of(PLURAL, text, tools.accepted(text)):
        span = place.span()
        word = place.match["word"]
        if len(word) < 2 or not zipf(word):
            continue
        plural = _plural(word, place.match["ending"])
        if plural is None:
            yield Finding(span=span, message=f"Write “{word}” alone, or say it another way.")
        elif ONE.search(place.before):
            yield Finding(
                span=span,
                message=f"Write “{plural}” without brackets, or “{word}” alone. "
                "Change the words around it to fit.",
            )
        else:
            yield Finding(
                span=span,
                message=f"Write “{plural}”. It covers one and many.",
                suggestions=(plural,),
            )


def _plural(word: str, ending: str) -> str | None:
    """The word in the plural; `None` if the ending makes none."""
    if ending in {"’s", "'s"}:
        return None
    if "NOUN" not in inflection.possible_pos(word):  # “they give(s)”, or a word we do not know
        return word + ending if not inflection.possible_pos(word) else None
    return match_case(word, inflection.inflect(inflection.lemma_of(word, "NOUN"), "NNS"))
