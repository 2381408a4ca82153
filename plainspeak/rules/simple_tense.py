"""Simple tense: verbs with a chain of helpers, where one plain verb would do.

Finds “has been sending”, “had gone”, “will be meeting”, “would have asked”. “They had left” stays
where another thing happened after it (“had left when …”), since the order matters there.

## Why

People who find reading hard look for one verb. A chain of helpers hides when something happens.

## Source

- W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”: simple tenses.
- plainlanguage.gov, “Use the present tense”.
- ASD-STE100: simple tenses only.

## Example

Hard: We will be sending you a letter next week.

Better: We will send you a letter next week.

## When it is wrong

Sometimes it matters that a thing goes on, or was over before another: “If you are taking
medicines, tell us”. This rule is off unless your profile is easy read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.own_words import is_own
from plainspeak.language import inflection, syntax
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.model import Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

PROFILES = {
    "plain": {"severity": "off"},
    "health": {"severity": "off"},
    "technical": {"severity": "off"},
}

ORDER_WORDS = frozenset(
    {"after", "already", "as", "before", "by", "if", "once", "since", "until", "when"}
)
"""Where one of these is, “had gone” may say which thing came first."""
FUTURE = frozenset({"will", "shall", "’ll", "'ll", "wo"})


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    past_perfect: bool = option(True, "report “had gone” where nothing says what came after it")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each verb with a chain of helpers."""
    for sentence in text.sentences:
        if sentence.block.kind in UNBROKEN or sentence.block.block.quoted:
            continue
        for verb in sentence:
            if verb.tag_ not in ("VBG", "VBN", "VBD"):
                continue
            helpers = syntax.helpers_of(verb)
            said = _advice(sentence, verb, helpers, options)
            if said is None:
                continue
            message, offer = said
            span = Span(sentence.span_of(helpers[0]).start, sentence.span_of(verb).end)
            if not is_own(text, sentence.block, span):
                continue
            whole = [*helpers, verb]
            # With “not” or “still” inside, other words of the sentence must change too.
            together = whole[-1].i - whole[0].i + 1 == len(whole)
            yield Finding(span, message, suggestions=(offer,) if offer and together else ())


def _advice(
    sentence: Sentence, verb: Token, helpers: Sequence[Token], options: Options
) -> tuple[str, str] | None:
    """What to say of a verb with its helpers, and the words to offer; `None` for a plain one."""
    if not helpers:
        return None
    first, last = helpers[0].lower_, helpers[-1].lower_
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBG":
        if last == "be" and first in FUTURE and len(helpers) == 2:
            offer = f"{helpers[0].text} {lemma}" if lemma.isalpha() else ""
            return f"Use a plain verb for what comes: “will {lemma}”.", offer
        if last == "been" and len(helpers) >= 2:
            past = inflection.inflect(lemma, "VBD")
            return f"Use one plain verb, such as “{lemma}” or, for the past, “{past}”.", ""
        return None
    if last == "have" and helpers[0].tag_ == "MD" and len(helpers) == 2:
        if first in FUTURE:
            past = inflection.inflect(lemma, "VBD")
            return f"Use a plain verb, such as “will {lemma}” or, for the past, “{past}”.", ""
        return f"“{first} have” is hard to follow. Say what happened, or what is true now.", ""
    if options.past_perfect and [token.lower_ for token in helpers] == ["had"]:
        if any(token.lower_ in ORDER_WORDS for token in sentence):
            return None
        past = inflection.inflect(lemma, "VBD")
        return f"Use the plain past: “{past}”.", past
    return None
