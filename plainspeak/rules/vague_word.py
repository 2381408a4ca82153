"""Vague word: words such as “soon” that do not say when or how often.

Finds words for time, number and duty that each reader fills in differently: “soon”, “regularly”,
“a long time”, “as appropriate”. It looks only where the text tells readers what to do, or what will
happen: “We will write to you soon.” What already happened is left alone, and so is a sentence that
goes on to give the time. Many more vague phrases are in the glossaries, for `jargon` to report.

## Why

Readers need to know what to do and when. “Soon” may be an hour or a month.

## Source

- NHS digital service manual, “How we write”: be specific.

## Example

Hard: We will write to you soon.

Better: We will write to you by 5 May.

## When it is wrong

Sometimes nobody knows yet. Then say so, and say when you will know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.language import syntax
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.model import Finding, Severity
from plainspeak.rule import Need, Tools, option

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

WHEN = "Say when."
OFTEN = "Say how often."
LONG = "Say how long."
DECIDES = "Say when this is so, or who decides."
ADVICE = {
    r"(?:very |quite |fairly )?soon": WHEN,
    r"shortly": WHEN,
    r"before (?:too )?long": WHEN,
    r"in good time": WHEN,
    r"at a later (?:time|stage)": WHEN,
    r"at the earliest opportunity": WHEN,
    r"regularly": OFTEN,
    r"periodically": OFTEN,
    r"at regular intervals": OFTEN,
    r"(?:for )?(?:a|some) (?:long |short |considerable |certain |little )"
    r"(?:time|while|period)(?! of)": LONG,
    r"(?:as|where|when|if) appropriate": DECIDES,
    r"(?:as|where) (?:required|necessary|applicable)": DECIDES,
}
"""What each word lacks."""
WORDS = re.compile(rf"\b(?:{'|'.join(ADVICE)})\b", re.IGNORECASE)
PATTERNS = {re.compile(pattern, re.IGNORECASE): advice for pattern, advice in ADVICE.items()}

JOINED_BEFORE = re.compile(
    r"\b(?:as|too|how|so|more|less|most|or|any time|anytime)\s$", re.IGNORECASE
)
JOINED_AFTER = re.compile(r"\s?(?:as|after|before|for|by|to|enough|afterwards?|thereafter)\b|-")
"""“as soon as”, “shortly after”, “as required by the law”: these say when, or who."""
EXACT = re.compile(
    r"\b(?:within|by|on|every|each|once|twice|at least|until|in)\b(?:\W+\w+){0,3}?\W+"
    r"(?:\d+|one|two|three|four|five|six|seven|ten|twelve|days?|weeks?|months?|years?|hours?|"
    r"daily|weekly|monthly|yearly|\w+day|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b|\b(?:daily|weekly|monthly|yearly|annually)\b",
    re.IGNORECASE,
)
"""“within 5 days”, “by Friday”, “every week”: the sentence says when after all."""
SHOWING = frozenset(
    re.findall(
        r"\S+",
        "be cover describe discover discuss explain explore find hope learn look see show talk",
    )
)
"""Verbs of a text that speaks of itself (“as we will see shortly”), and of small talk."""
YOU = frozenset({"you", "your", "yours"})
PROMISE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
DUTY = frozenset({"must", "should", "need"})


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    everywhere: bool = option(
        False, "also report these words where nobody is told what to do or to wait for"
    )


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each vague word where readers need to know."""
    taken = [*(hit.span for hit in tools.hits(text)), *tools.accepted(text)]
    for place in places_of(WORDS, text, taken):
        span = place.span()
        sentence = text.sentence_at(span.start)
        if sentence is None or place.block.kind in UNBROKEN:
            continue
        if _says_more(place, sentence):
            continue
        if options.everywhere or _tells(place, sentence):
            yield Finding(span=span, message=_message(place.match.group()))


def _message(words: str) -> str:
    advice = next(said for pattern, said in PATTERNS.items() if pattern.fullmatch(words))
    return f"“{words}” leaves readers to guess. {advice}"


def _says_more(place: Place, sentence: Sentence) -> bool:
    """Whether the words around it make it exact, or make it part of another phrase."""
    if JOINED_BEFORE.search(place.before) or JOINED_AFTER.match(place.after):
        return True
    return bool(EXACT.search(sentence.text))


def _tells(place: Place, sentence: Sentence) -> bool:
    """Whether the words belong to something that will happen, or that readers must do."""
    if syntax.is_question(sentence):
        return False
    verb = _verb(place, sentence)
    if verb is None:
        return False
    modal = syntax.modal_of(verb)
    if verb.lemma_.lower() in SHOWING:
        return False
    if modal is None:
        return verb.tag_ in {"VB", "VBP"} and syntax.is_imperative(sentence)
    if modal.lower_ in PROMISE:
        return _is_promised(verb, sentence)
    return modal.lower_ in DUTY


def _is_promised(verb: Token, sentence: Sentence) -> bool:
    """Whether someone says what they will do for readers: “we will …”, “the team will … you”."""
    subject = syntax.subject_of(verb)
    if subject is None or verb.pos_ != "VERB":
        return False
    if subject.lower_ == "we":
        return True
    told = any(token.lower_ in YOU for token in sentence)
    return told and (subject.lower_ == "you" or subject.pos_ in {"NOUN", "PROPN"})


def _verb(place: Place, sentence: Sentence) -> Token | None:
    """The verb that the words say something of, if a clause stands on it."""
    start = place.match.start()
    token = next((each for each in sentence if each.idx + len(each) > start), None)
    heads = {clause.head.i for clause in syntax.clauses(sentence)}
    while token is not None and token.i not in heads:
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            return None
        token = token.head
    return token
