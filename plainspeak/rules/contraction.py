"""Contraction: “don’t” and “they’d”, which are easy to misread.

Finds words run together where one of them is “not” (“can’t”, “won’t”) and those with “have”, “had”
or “would” (“should’ve”, “they’d”). Short forms that are easy to read, such as “we’ll” and “you’re”,
are left alone, and so is what you quote. Names keep theirs too.

## Why

Many people miss the “n’t” and read “don’t” as “do”. Then they do the very thing they should not.
“They’d” has two meanings, and readers have to work out which.

## Source

- NHS digital service manual, “Punctuation”.
- GOV.UK style guide, “Contractions”.
- Readability Guidelines, “Contractions”.
- plainlanguage.gov, “Use contractions”, says the opposite: they sound natural. So you can choose.

## Example

Hard: You can’t get this help if you don’t live here.

Better: You cannot get this help if you do not live here.

## When it is wrong

A chatty text can sound stiff without them. Turn the rule off if your house style likes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.own_words import is_own, own_blocks
from plainspeak.language.analysis import Text
from plainspeak.language.contractions import Contraction, contractions
from plainspeak.language.letter_case import match_case
from plainspeak.model import Finding, Severity, Spans
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

PROFILES = {
    "health": {"severity": "warning"},
    "easy-read": {"severity": "warning"},
    "technical": {"severity": "off"},
}


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    conditional: bool = option(True, "also report “should’ve”, “they’d” and the like")
    every: bool = option(False, "report every contraction, such as “we’ll” and “it’s”")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each contraction."""
    taken = Spans([*(hit.span for hit in tools.hits(text)), *tools.accepted(text)])
    kinds = {"negative"}
    if options.conditional or options.every:
        kinds.add("conditional")
    if options.every:
        kinds.add("other")
    for block in own_blocks(text):
        for sentence in block.sentences:
            for found in contractions(sentence):
                span = sentence.span_of(found.tokens)
                if found.kind not in kinds or _is_title(found):
                    continue
                if taken.overlap(span) or not is_own(text, block, span):
                    continue
                written = text.document.text_of(span)
                offers = tuple(_cased(written, full) for full in found.full)
                yield Finding(span, _message(written, found.kind, offers), suggestions=offers)


def _is_title(found: Contraction) -> bool:
    """Whether the contraction is part of a title with capitals: “a book called Don’t Panic”."""
    first, last = found.tokens[0], found.tokens[-1]
    if first.is_sent_start or not first.text[0].isupper() or first.text.isupper():
        return False
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    return first.text != "I" and after is not None and after.text[0].isupper()


def _cased(written: str, full: str) -> str:
    if written.isupper():
        return full.upper()
    cased = match_case(written, full)
    return f"I{cased[1:]}" if cased.startswith("i ") else cased


def _message(written: str, kind: str, offers: tuple[str, ...]) -> str:
    why = "is easy to misread" if kind == "negative" else "takes longer to read"
    if len(offers) > 1:
        return f"“{written}” can mean two things. Write “{offers[0]}” or “{offers[1]}”."
    if offers:
        return f"“{written}” {why}. Write “{offers[0]}”."
    return f"“{written}” {why}. Write the words out in full."
