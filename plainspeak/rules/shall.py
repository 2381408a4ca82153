"""Shall: “must” and “will” say more clearly what you mean.

Finds “shall” in what you say yourself. Questions (“Shall we start?”), quotations and “we shall see”
are left alone.

## Why

“Shall” can mean that someone has to do a thing, or that it is going to happen. Readers guess, and
courts have argued about it. Few people say it now.

## Source

- plainlanguage.gov, “Use ‘must’ to indicate requirements”.

## Example

Hard: The tenant shall pay the rent each week.

Better: The tenant must pay the rent each week.

## When it is wrong

If you copy the words of a law or a contract, they have to stay. Put them in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.own_words import is_own, own_blocks
from plainspeak.language import inflection, syntax
from plainspeak.language.analysis import Text
from plainspeak.language.letter_case import match_case
from plainspeak.model import Finding, Severity, Span, Spans
from plainspeak.rule import Need, Tools

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

PROFILES = {"technical": {"severity": "suggestion"}}

WRITERS = frozenset({"i", "we"})
_HAPPENS_LISTED = """
    apply become begin belong cease come commence consist contain continue end exist expire happen
    have include last occur open prevail remain result start survive terminate
"""
HAPPENS = frozenset(_HAPPENS_LISTED.split())
"""What things do by themselves: they can only “shall” in the sense of “will”, or be made to."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each “shall”."""
    taken = Spans([*(hit.span for hit in tools.hits(text)), *tools.accepted(text)])
    for block in own_blocks(text):
        for sentence in block.sentences:
            for token in sentence:
                if token.lower_ != "shall" or not _is_used(token) or syntax.is_question(sentence):
                    continue
                last = _meaning(token)
                span = Span(sentence.span_of(token).start, sentence.span_of(last or token).end)
                if taken.overlap(span) or not is_own(text, block, span):
                    continue
                written = text.document.text_of(span)
                yield _finding(span, written, token, last)


def _is_used(token: Token) -> bool:
    """Whether the word does its work before a verb, and is not just talked about."""
    verb = token.head
    if token.pos_ != "AUX" or verb.i <= token.i or token.i + 1 >= len(token.doc):
        return False
    subject = syntax.subject_of(token)
    if subject is None and token.is_sent_start:
        return False
    return not (verb.lemma_.lower() == "see" and subject is not None and subject.lower_ in WRITERS)


def _meaning(token: Token) -> Token | None:
    """The “mean” of “shall mean”, which is a plain “means”."""
    after = token.nbor()
    return after if after.lower_ in ("mean", "include") and token.head.i == after.i else None


def _finding(span: Span, written: str, token: Token, last: Token | None) -> Finding:
    subject = syntax.subject_of(token)
    if last is not None:
        many = subject is not None and (subject.tag_ in ("NNS", "NNPS") or bool(subject.conjuncts))
        plain = inflection.inflect(last.lower_, "VBP" if many else "VBZ")
        offer = match_case(written, plain)
        return Finding(span, f"Write “{offer}”, without “shall”.", suggestions=(offer,))
    must, will = (match_case(written, word) for word in ("must", "will"))
    if subject is not None and subject.lower_ in WRITERS:
        return Finding(
            span,
            f"Few people say “shall” now. Write “{will}”.",
            suggestions=(will,),
            severity=Severity.SUGGESTION,
        )
    if _happens(token.head):
        return Finding(
            span,
            f"“{written}” can mean two things. Write “{will}” if it is going to happen, or "
            f"“{must}” if somebody has to make sure of it.",
            suggestions=(will, must),
        )
    return Finding(
        span,
        f"“{written}” can mean two things. Write “{must}” if somebody has to do this.",
        suggestions=(must,),
    )


def _happens(verb: Token) -> bool:
    """Whether nobody is told to act: “shall be free”, “shall apply”."""
    if verb.pos_ not in ("VERB", "AUX") or verb.lower_ == "be":
        return True
    return verb.lemma_.lower() in HAPPENS and not syntax.passives([verb])
