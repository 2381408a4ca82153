"""Double negative: two words that say no, where one yes is easier.

Finds “not uncommon”, “do not fail to”, “not without risk”, “we cannot … unless”, “you may not …
without” and “not less than”. Orders such as “Do not drive unless …” are left alone, since a ban
must stay plain.

## Why

Two negatives make a positive, and readers have to work that out. Many stop at the first one and
take away the opposite of what you mean.

## Source

- plainlanguage.gov, “Use positive language”: avoid double negatives.
- W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”: avoid double
  negatives.

## Example

Hard: We cannot help you unless you fill in the form.

Better: We can help you if you fill in the form.

## When it is wrong

“Not unhappy” can be just what you mean: somewhere between sad and happy. Then say that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.own_words import is_own, own_blocks, places_of
from plainspeak.language import articles, syntax
from plainspeak.language.analysis import Sentence, Text
from plainspeak.language.letter_case import match_case
from plainspeak.language.negation import (
    DoubleNegative,
    double_negatives,
    helper_before,
    positive_of,
    without_not,
)
from plainspeak.model import Finding, MarkKind, Severity, Span
from plainspeak.rule import Need, Tools, option

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

AT_LEAST = re.compile(
    r"\b(?:no|not) (?:fewer|less) than(?= (?:[£$€]?\d|(?:a|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|half|twelve|twenty)\b))",
    re.IGNORECASE,
)
LIVING = frozenset({"be", "cope", "exist", "imagine", "live", "manage", "survive", "work"})
BE = frozenset({"is", "are", "was", "were", "be", "been"})
HAS = {"is": "has", "are": "have", "was": "had", "were": "had"}
ANY = {"no": "any", "nothing": "anything", "nobody": "anybody", "nowhere": "anywhere"}
INSTEAD = {"unless": "only if", "without": "only with", "except": "only"}
"""What to put for the second negative when the first one goes."""
LONGEST = 12
"""The most tokens from one negative to the other that a rewrite can keep readable."""
_BOUND_LISTED = """
    any anybody anyone anything anywhere either else ever even just much need never nor only or
    really until very yet
"""
BOUND = frozenset(_BOUND_LISTED.split())
"""Words that go with a negative, or that change what it denies: without it they read wrong."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    links: bool = option(True, "also report “cannot … unless”, “not … without” and the like")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each pair of negatives."""
    taken = [*(hit.span for hit in tools.hits(text)), *tools.accepted(text)]
    for block in own_blocks(text):
        for sentence in block.sentences:
            for pair in double_negatives(sentence):
                if pair.kind == "link" and not options.links:
                    continue
                if pair.second.text.istitle() and not pair.second.is_sent_start:
                    continue  # a name: “Not Without Us”
                finding = _finding(text, sentence, pair)
                inside = (other for other in taken if finding.span.overlaps(other))
                if any(_covers(other, sentence, pair) for other in inside):
                    continue
                if is_own(text, block, finding.span) and not _is_mention(text, finding.span):
                    yield finding
    for place in places_of(AT_LEAST, text, taken):
        offer = match_case(place.match.group(), "at least")
        yield Finding(place.span(), f"Write “{offer}”.", suggestions=(offer,))


def _is_mention(text: Text, span: Span) -> bool:
    """Whether the words stand in slanted letters, as words that are only talked about do."""
    return any(mark.span.contains(span) for mark in text.marks_over(span, MarkKind.EMPHASIS))


def _covers(other: Span, sentence: Sentence, pair: DoubleNegative) -> bool:
    """Whether a term of a glossary has one of the two negatives in it."""
    return any(other.overlaps(sentence.span_of(each)) for each in (pair.first, pair.second))


def _finding(text: Text, sentence: Sentence, pair: DoubleNegative) -> Finding:
    ends = (helper_before(pair.first) or pair.first, pair.first, pair.second)
    first, last = (choose(ends, key=lambda token: token.i) for choose in (min, max))
    if pair.kind == "verb" and last.i + 1 < len(last.doc) and last.nbor().lower_ == "to":
        last = last.nbor()
    span = Span(sentence.span_of(first).start, sentence.span_of(last).end)
    written = text.document.text_of(span)
    tokens = list(first.doc[first.i : last.i + 1])
    make = {
        "adjective": _for_adjective,
        "verb": _for_verb,
        "absence": _for_absence,
        "twice": _for_twice,
        "link": _for_link,
    }[pair.kind]
    offer = make(pair, tokens)
    offers = (match_case(written, offer),) if offer else ()
    return Finding(span, _message(pair, offers), suggestions=offers)


def _message(pair: DoubleNegative, offers: Sequence[str]) -> str:
    pairs = f"“{pair.first.text}” and “{pair.second.text}”".replace("n't", "not")
    pairs = pairs.replace("n’t", "not")
    hard = "Two words that say no are hard to work out."
    if offers:
        return f"{hard} Say it the other way: “{offers[0]}”."
    if pair.kind == "adjective":
        return f"{hard} Write “{positive_of(pair.second.text)}”, or what you mean."
    if pair.kind == "link":
        return f"{pairs} both say no. Turn it round: say what people need, or when it can happen."
    return f"{pairs} both say no. Say what does happen."


def _is_near(pair: DoubleNegative) -> bool:
    """Whether no verb stands between what is denied and “without”: not “has no money to go on”."""
    between = pair.head.doc[pair.head.i + 1 : pair.second.i]
    return pair.head.lower_ == "able" or all(token.pos_ != "VERB" for token in between)


def _for_adjective(pair: DoubleNegative, tokens: Sequence[Token]) -> str | None:
    positive = positive_of(pair.second.text)
    if positive is None or pair.first.lower_ not in ("not", "n't", "n’t"):
        return None
    if tokens[0].i != pair.first.i and tokens[0].lower_ not in BE:
        return None
    if any(token.lower_ in ("a", "an") for token in tokens):
        positive = f"{articles.article(positive)} {positive}"
    return without_not(pair.first, positive)


def _for_verb(pair: DoubleNegative, tokens: Sequence[Token]) -> str | None:
    if pair.second.lemma_.lower() == "fail" and tokens[0].lower_ == "do" and _orders(pair.second):
        return "make sure you"
    return None


def _orders(verb: Token) -> bool:
    return any(clause.head.i == verb.i for clause in syntax.commands(verb.sent))


def _for_absence(pair: DoubleNegative, tokens: Sequence[Token]) -> str | None:
    return HAS.get(tokens[0].lower_)


def _for_twice(pair: DoubleNegative, tokens: Sequence[Token]) -> str | None:
    if pair.second.lower_ not in ANY:
        return None
    kept = "".join(token.text_with_ws for token in tokens[:-1])
    return kept + ANY[pair.second.lower_]


def _for_link(pair: DoubleNegative, tokens: Sequence[Token]) -> str | None:
    """“can help you only if” for “cannot help you unless”."""
    helper = tokens[0]
    if pair.second.i < pair.first.i or helper.i == pair.first.i or len(tokens) > LONGEST:
        return None
    rest = [token for token in tokens if pair.first.i < token.i < pair.second.i]
    if any(token.lower_ in BOUND or token.is_punct for token in rest) or not rest:
        return None
    after = pair.second.nbor()
    if pair.second.lower_ == "without":
        # "They cannot live only with water": there the need is what matters.
        if pair.head.lemma_.lower() in LIVING or not _is_near(pair):
            return None
        if after.tag_ == "VBG" or after.lower_ in BOUND:
            return None
    if pair.second.lower_ == "unless" and len(syntax.clauses(rest)) > 1:
        return None
    middle = "".join(token.text_with_ws for token in rest).strip()
    turned = without_not(pair.first, middle)
    return f"{turned} {INSTEAD[pair.second.lower_]}" if turned else None
