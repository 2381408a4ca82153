"""Unclear pronoun: “they” or “it” that could mean either of two things.

Looks only at what a reader cannot work out by sense: “they” after two groups of people, and “it”
after two organisations. “Carers and nurses met. They …” is clear, since it means both.

## Why

Readers who must guess who “they” are guess wrong half the time. Some find it hard to link such a
word to anything at all.

## Source

- WCAG 2.2, technique G153: make clear what a pronoun stands for.

## Example

Hard: Carers can talk to nurses. They may need a rest.

Better: Carers can talk to nurses. The carers may need a rest.

## When it is wrong

What the sentence says can make it clear: “Doctors treat patients. They may feel dizzy afterwards”.
This rule is off unless your profile is `easy-read` or `wcag`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.model import Finding, Severity
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
    "wcag": {},
}

_PEOPLE = """
    adult adviser advisor advocate applicant assessor boss boy candidate carer caretaker caseworker
    child citizen cleaner client clinician coach colleague consultant counsellor councillor customer
    daughter dentist designer developer director doctor driver editor employee employer engineer
    expert family father friend girl governor guardian guest helper inspector interpreter judge
    lawyer leader learner lecturer listener man manager member mentor midwife minister mother
    neighbour nurse officer official owner parent participant partner patient people person
    pharmacist player police politician professional pupil reader relative reporter researcher
    resident reviewer scientist singer sister soldier solicitor son speaker specialist staff
    stakeholder student supervisor supplier supporter surgeon teacher teenager tenant
    therapist trainee trainer tutor user visitor voter volunteer winner woman worker writer
"""
_BODIES = """
    agency association authority bank board business charity club college commission committee
    company council court department firm foundation government group hospital ministry organisation
    organization parliament school surgery team trust union university
"""
MANY = frozenset({"people", "police", "staff"})
"""Words for many that have no plural ending."""
PEOPLE, BODIES = frozenset(_PEOPLE.split()), frozenset(_BODIES.split())


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    bodies: bool = option(True, "also report “it” after two organisations")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each pronoun that could mean two things."""
    for block in text.blocks:
        if block.kind in UNBROKEN or block.block.quoted:
            continue
        for before, sentence in pairwise(block.sentences):
            pronoun = sentence.tokens[0]
            if pronoun.text == "They":
                kinds, plural = PEOPLE, True
            elif pronoun.text == "It" and options.bodies:
                kinds, plural = BODIES, False
            else:
                continue
            if not syntax.is_subject(pronoun):
                continue
            named = _candidates(before, kinds, plural)
            if len(named) != 2:
                continue
            words = [f"“{noun.text}”" for noun in named]
            yield Finding(
                sentence.span_of(pronoun),
                f"“{pronoun.text}” could mean {words[0]} or {words[1]}. Write the one you mean.",
                suggestions=tuple(f"The {noun.lower_}" for noun in named),
            )


def _candidates(sentence: Sentence, kinds: frozenset[str], plural: bool) -> list[Token]:
    """The nouns that a pronoun in the next sentence could stand for, each kind of thing once."""
    found: dict[str, Token] = {}
    for token in sentence:
        lemma = token.lemma_.lower()
        many = token.tag_ == "NNS" or token.lower_ in MANY
        if lemma not in kinds or token.pos_ != "NOUN" or many is not plural:
            continue
        if syntax.is_modifier(token):
            continue
        # “Carers and nurses”: the pronoun means both.
        if any(other.lemma_.lower() in kinds for other in token.conjuncts):
            return []
        found.setdefault(lemma, token)
    # Where neither is the subject, the pronoun goes on with the subject.
    return list(found.values()) if any(map(syntax.is_subject, found.values())) else []
