"""Negative sentence: says what is not so, where a positive word says what is.

Finds “not easy” (hard), “will not lose” (will keep), “not … until” (only when) and the like. Most
negatives are right as they are, and are left alone. So are orders and bans: “Do not smoke” must
stay.

## Why

A negative makes readers think of a thing and then strike it out. If they miss the “not”, they take
away the opposite.

## Source

- Photosymbols, “Easy Read Standard”, Standard 1: positive sentences.
- plainlanguage.gov, “Use positive language”.

## Example

Hard: You will not lose your benefits.

Better: You will keep your benefits.

## When it is wrong

“Not easy” can be kinder than “hard”. Leave it if the positive word says too much. This rule is off
unless your profile is easy read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.own_words import is_own, own_blocks
from plainspeak.language import articles, inflection, syntax
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.language.letter_case import match_case
from plainspeak.language.negation import (
    Negation,
    double_negatives,
    helper_before,
    negations,
    without_not,
)
from plainspeak.model import Finding, Severity, Span, Spans
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

ADJECTIVES = {
    "cheap": "expensive",
    "complex": "simple",
    "complicated": "simple",
    "correct": "wrong",
    "difficult": "easy",
    "easy": "hard",
    "expensive": "cheap",
    "far": "near",
    "good": "bad",
    "hard": "easy",
    "late": "on time",
    "rare": "common",
    "right": "wrong",
    "same": "different",
    "simple": "hard",
    "wrong": "right",
}
BEFORE_NOUN = frozenset({"complex", "complicated", "difficult", "easy", "good", "simple"})
"""These can be turned round before a noun too: “not a good idea”."""
VERBS = {
    "attend": "miss",
    "forget": "remember",
    "hide": "show",
    "lose": "keep",
    "notice": "miss",
    "pass": "fail",
    "succeed": "fail",
    "win": "lose",
}
MODALS = frozenset({"will", "wo", "would", "may", "might"})
PART = frozenset(
    {"all", "always", "any", "anyone", "anything", "every", "everybody", "everyone", "much", "yet"}
)
"""Near one of these, the opposite says too much: “not easy for everyone”."""
REACH = 3
BETWEEN = frozenset({"a", "an", "so", "that", "the", "very", "really", "too"})


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    every: bool = option(False, "report every negative, except in orders and bans")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each negative that has a positive word."""
    taken = Spans([*(hit.span for hit in tools.hits(text)), *tools.accepted(text)])
    for block in own_blocks(text):
        if block.kind in UNBROKEN:
            continue
        for sentence in block.sentences:
            for finding in _findings(text, sentence, options):
                if taken.overlap(finding.span):
                    continue
                if is_own(text, block, finding.span):
                    yield finding


def _findings(text: Text, sentence: Sentence, options: Options) -> Iterator[Finding]:
    denied = negations(sentence)
    if not denied or syntax.is_question(sentence):
        return
    ordered = {clause.head.i for clause in syntax.commands(sentence)}
    # Two negatives are for `double-negative` to report.
    paired = {pair.first.i for pair in double_negatives(sentence)}
    for negation in denied:
        if negation.word.i in paired:
            continue
        order = negation.head.i in ordered
        found = _with_word(text, sentence, negation, order)
        if found is None and not order:
            found = _until(sentence, negation)
        if found is None and options.every and not order and not _bans(negation):
            span = sentence.span_of(negation.word)
            found = Finding(span, "Say what is so, not what is not, if you can.")
        if found is not None:
            yield found


def _bans(negation: Negation) -> bool:
    modal = syntax.modal_of(negation.head)
    return modal is not None and modal.lower_ in ("must", "should")


def _with_word(text: Text, sentence: Sentence, negation: Negation, order: bool) -> Finding | None:
    """“not easy”, “not a good idea”, “will not lose”: the word after “not” has an opposite."""
    negator = negation.word
    last = _word_after(negator)
    if negator.lower_ not in ("not", "n't", "n’t") or last is None:
        return None
    if any(token.lower_ in PART for token in last.doc[last.i + 1 : last.i + 1 + REACH]):
        return None
    lemma = last.lemma_.lower()
    if last.i == negation.head.i and last.pos_ == "VERB" and lemma in VERBS:
        return _turned_verb(text, sentence, negation, VERBS[lemma], order)
    word = last.lower_
    # "not very good" is not yet bad.
    if word == "good" and negator.nbor().lower_ not in ("a", "good"):
        return None
    helper = helper_before(negator)
    if helper is not None and helper.lower_ in ("do", "does", "did"):
        return None
    if order or last.pos_ != "ADJ" or word not in ADJECTIVES or not _is_denied(last, negation):
        return None
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    if after is not None and (after.lower_ in ("enough", "or", "and") or after.text == "-"):
        return None
    positive = ADJECTIVES[word]
    if word == "same":
        if after is not None and after.lower_ == "as":
            last, positive = after, "different from"
        elif after is not None and after.pos_ in ("NOUN", "PROPN"):
            return None
    return _finding(text, sentence, negator, last, positive)


def _turned_verb(
    text: Text, sentence: Sentence, negation: Negation, positive: str, order: bool
) -> Finding | None:
    """“will not lose” as “will keep”, “are not lost” as “are kept”."""
    verb = negation.head
    # “You cannot win this” does not mean that you can lose it.
    modal = syntax.modal_of(verb)
    if modal is not None and modal.lower_ not in MODALS:
        return None
    if verb.lower_ == "notice" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "that":
        return None
    # “Will not pass unseen” is about no test.
    if verb.lower_ == "pass" and _goes_by(verb):
        return None
    if verb.tag_ not in ("VB", "VBN") or (order and verb.lower_ != "forget"):
        return None
    if verb.tag_ == "VBN":
        first, _, rest = positive.partition(" ")
        positive = f"{inflection.inflect(first, 'VBN')} {rest}".strip()
    return _finding(text, sentence, negation.word, verb, positive)


def _goes_by(verb: Token) -> bool:
    """Whether what follows tells how or where something passes: “unseen”, “through”."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    return after is not None and after.pos_ in ("ADJ", "ADP", "ADV", "VERB")


def _word_after(negator: Token) -> Token | None:
    """The first word after “not” that is more than “a” or “very”."""
    for token in negator.doc[negator.i + 1 : negator.i + 4]:
        if token.lower_ not in BETWEEN:
            return token
    return None


def _is_denied(adjective: Token, negation: Negation) -> bool:
    if adjective.i == negation.head.i:
        return True
    near = adjective.head.i == negation.head.i
    if adjective.head.pos_ in ("NOUN", "PROPN"):
        near = near or adjective.head.head.i == negation.head.i
        return near and adjective.lower_ in BEFORE_NOUN and adjective.nbor().i == adjective.head.i
    # ClearNLP: "not" and "easy" both hang on "is".
    return near and adjective.head.lemma_ == "be"


def _finding(
    text: Text, sentence: Sentence, negator: Token, last: Token, positive: str
) -> Finding | None:
    """The words from the verb before “not” to the one that has an opposite, turned round."""
    first = helper_before(negator) or negator
    between = [token.lower_ for token in negator.doc[negator.i + 1 : last.i]]
    if "a" in between or "an" in between:
        positive = f"{articles.article(positive)} {positive}"
    offer = without_not(negator, positive)
    span = Span(sentence.span_of(first).start, sentence.span_of(last).end)
    written = text.document.text_of(span)
    if offer is None:
        return Finding(span, f"Say it the other way: “{positive}”.")
    offer = match_case(written, offer)
    return Finding(span, f"Say it the other way: “{offer}”.", suggestions=(offer,))


def _until(sentence: Sentence, negation: Negation) -> Finding | None:
    """“You will not be paid until you apply”: say when it does happen."""
    negator = negation.word
    first = helper_before(negator)
    if first is None or _bans(negation):
        return None
    for token in negator.doc[negator.i + 1 : negation.head.right_edge.i + 1]:
        if token.is_punct or token.lower_ in ("either", "only", "not", "n't", "n’t"):
            return None
        if token.lower_ == "until":
            span = Span(sentence.span_of(first).start, sentence.span_of(token).end)
            return Finding(span, "Say when it does happen: “… only after …”, or “… only when …”.")
    return None
