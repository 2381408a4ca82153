"""Passive voice: the sentence hides who does what.

Finds verbs in the passive: “was agreed”, “must be completed by the carer”, “get paid”. States such
as “is based on” or “are used to” are left alone, and so is what somebody else said. So are passives
that only add detail: “the choices that were made”, “so that it is found”, “it can be washed”. If
few of the verbs in a document are passive, nothing is said: a passive here and there does no harm.
Nor is anything said of crime and bad luck, where nobody may know who did it: “was stolen”, “was
hurt”.

If the sentence says by whom, plainspeak can put it right. If not, it asks who does it, and names
those who do things elsewhere in the text. Where another rule reports the verb already, as in “is
fulfilled” or “cannot be sent unless”, it says nothing more.

## Why

Readers need to know who does what, above all when it is they who must do it. An active sentence
says that first, and is mostly shorter.

## Source

- NHS digital service manual, “How we write”.
- plainlanguage.gov, “Use active voice”.
- Canada.ca Content Style Guide, 2.4.
- The share of verbs that may be passive (10 in 100) is plainspeak’s own number.

## Example

Hard: The form must be completed by the carer.

Better: The carer must complete the form.

## When it is wrong

The passive is right if nobody knows who did it, if it does not matter, or if the active would blame
someone: “Two plates were dropped”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.own_words import is_own
from plainspeak.language import syntax
from plainspeak.language.actors import Actor, actor_key, is_actor, likely_actors
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.model import PLACEHOLDER, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE

GIVES_WAY = ("double-negative", "hard-word", "jargon")

PROFILES = {
    "easy-read": {"max_share": 0.0, "everywhere": True},
    "technical": {"max_share": 0.25},
}


AS_SUBJECT = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
DUTY = frozenset({"must", "should", "shall", "will"})
"""With one of these, readers need to know whose job it is."""
NOBODY_ACTS = frozenset({"expected", "known", "needed", "required", "used"})
"""These mostly stand for what one has to do, or for what a thing is for."""
NOBODY_KNOWS = frozenset(
    re.findall(
        r"\S+",
        "assaulted attacked burgled burnt damaged destroyed flooded hacked hurt injured killed "
        "lost mugged murdered robbed shot smashed stabbed stolen vandalised wounded wrecked",
    )
)
"""What is done to victims: nobody may know who did it, and it may not matter."""
BY_THINGS = frozenset({"accompanied", "covered", "followed", "preceded", "protected", "surrounded"})
"""With a thing that acts, these tell how things lie: “is surrounded by trees”."""
MAX_AGENT = 9
"""The most tokens of an agent that a message repeats in full."""
MAX_ACTORS = 3
"""The most actors of the text that a message asks about."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_share: float = option(
        0.10, "the share of clauses that may be passive, from 0 to 1", least=0, most=1
    )
    everywhere: bool = option(False, "also report passives that only add detail")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each passive verb, if there are too many of them."""
    found: list[tuple[Sentence, syntax.Passive]] = []
    clauses = 0
    passive_clauses = 0
    for sentence in text.sentences:
        if sentence.block.kind in UNBROKEN or sentence.block.block.quoted:
            continue
        passives = [passive for passive in syntax.passives(sentence) if not passive.adjectival]
        parts = {clause.head.i: clause.kind for clause in syntax.clauses(sentence)}
        clauses += max(len(parts), len(passives))
        passive_clauses += len(passives)
        found += [
            (sentence, passive)
            for passive in passives
            if _can_say_who(passive)
            and (options.everywhere or _matters(passive, parts.get(passive.verb.i, "")))
        ]
    if not clauses or passive_clauses / clauses <= options.max_share:
        return
    # Who acts in the text matters only where a sentence does not say.
    silent = any(_agent(passive) is None for _, passive in found)
    actors = likely_actors(text) if silent else ()
    for sentence, passive in found:
        span = _span(sentence, passive)
        if is_own(text, sentence.block, span):
            yield Finding(span, _message(sentence, passive, actors))


def _agent(passive: syntax.Passive) -> Token | None:
    """Who acts; in “must be signed and returned by the parent”, the parent does both."""
    ends = (passive.agent, *map(syntax.agent_of, passive.conjuncts))
    return next(filter(None, ends), None)


def _can_say_who(passive: syntax.Passive) -> bool:
    """Whether it is worth asking who acts: not of victims, and not where the text tells."""
    verb = passive.verb
    word = verb.lower_
    agent = _agent(passive)
    if agent is None:
        by = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "by"
        known = syntax.is_doer_further_on(verb) or (by and word in BY_THINGS)
        return word not in NOBODY_KNOWS and not known
    thing = word in BY_THINGS | NOBODY_KNOWS and syntax.particle_of(verb) is None
    return not thing or is_actor(agent)


def _matters(passive: syntax.Passive, clause: str) -> bool:
    """Whether readers miss the doer: who must act, or who did what the sentence is about.

    In “the choices that were made”, “what was offered”, “when the group is held”, “can be washed”
    or “is used to clean”, the passive only adds detail.
    """
    if _agent(passive):
        return True
    if passive.modal:
        return passive.modal.lower_ in DUTY and clause != "relative"
    if passive.verb.lower_ in NOBODY_ACTS:
        return False
    asked = passive.subject is not None and passive.subject.lower_ in ("what", "which", "whatever")
    return not asked and clause not in {"relative", "adverbial", ""}


def _span(sentence: Sentence, passive: syntax.Passive) -> Span:
    """From the first auxiliary (in “was it sent”, the first after the subject) to the verb.

    A particle belongs to its verb: “was filled in”.
    """
    tokens = [*passive.auxiliaries, passive.verb]
    first = min(tokens, key=lambda token: token.i)
    if passive.subject is not None and first.i < passive.subject.i < passive.verb.i:
        first = next((t for t in tokens if t.i > passive.subject.i), passive.verb)
    last = syntax.particle_of(passive.verb) or passive.verb
    # Both may be part of a longer word: “they’re”, “co-created”.
    start = sentence.span_of(first).start
    end = sentence.span_of(last).end
    for word in sentence.words:
        if first in word.tokens and not first.is_alpha:
            start = word.span.start
        if last in word.tokens:
            end = word.span.end
    return Span(start, end)


def _message(sentence: Sentence, passive: syntax.Passive, actors: Sequence[Actor]) -> str:
    doer = _agent(passive)
    if doer is None:
        return "Say who does this, and put them first." + _question(passive, actors)
    short = syntax.noun_chunk_of(doer)
    whole = sentence.tokens.doc[short.start : doer.right_edge.i + 1]
    fits = len(whole) <= MAX_AGENT and not any(mark in whole.text for mark in "()“”")
    agent = (whole if fits else short).text.replace(PLACEHOLDER, "…")
    return f"Say who does this first: start with “{AS_SUBJECT.get(agent.lower(), agent)}”."


def _question(passive: syntax.Passive, actors: Sequence[Actor]) -> str:
    """Whether it is one of those who act elsewhere in the text; empty if nobody does."""
    acted_on = actor_key(passive.subject) if passive.subject is not None else ""
    others = [actor.words for actor in actors if actor.key != acted_on][:MAX_ACTORS]
    if not others:
        return ""
    first = ", ".join(f"“{words}”" for words in others[:-1])
    last = f"“{others[-1]}”"
    return f" Is it {first} or {last}?" if first else f" Is it {last}?"
