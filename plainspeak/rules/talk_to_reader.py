"""Talk to the reader: the text says “the applicant must” to the applicant.

Finds sentences that tell a kind of person what to do (“Applicants must”, “the tenant should”) where
the section never says “you” and gives no command. The person is probably the reader. Where a
document speaks to somebody else as “you”, such as staff, words like “user” are right, and nothing
is said of them. Nor is it where something is done to the person: “patients must be told”.

## Why

Readers see at once that “you must” is about them. With “the applicant” they have to work out who
that is.

## Source

- Plain English Campaign: use “you” and “we”.
- NHS digital service manual and GOV.UK: speak to the reader.
- Canada.ca Content Style Guide: address the reader directly.

## Example

Hard: The applicant must sign the form.

Better: You must sign the form.

## When it is wrong

A policy for staff, or a law, speaks of people who do not read it. Turn the rule off there, or
change `roles`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.language.letter_case import match_case
from plainspeak.model import Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE

PROFILES = {"technical": {"severity": "off"}}

YOU = frozenset({"you", "your", "yours", "yourself", "yourselves"})
MODALS = frozenset({"must", "shall", "should", "can"})
STARTS = frozenset({"a", "an", "the", "any", "all", "each", "every"})
"""What may stand before a role; “our patients” and “some users” are not the reader."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    roles: tuple[str, ...] = option(
        (
            "applicant",
            "borrower",
            "claimant",
            "client",
            "customer",
            "householder",
            "licence holder",
            "licensee",
            "patient",
            "resident",
            "service user",
            "taxpayer",
            "tenant",
            "user",
        ),
        "words for people who may be the readers, in the singular",
    )
    staff_roles: tuple[str, ...] = option(
        ("client", "customer", "patient", "service user", "user"),
        "those of them left alone if the document says “you” anywhere, as texts for staff do",
    )


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each duty or right of a reader who is not spoken to."""
    anywhere = any(map(_says_you, text.sentences))
    blocks = {block.offset: block for block in text.blocks}
    for section in text.document.sections():
        sentences = [
            sentence for block in section.blocks for sentence in blocks[block.span.start].sentences
        ]
        if any(_says_you(each) or syntax.commands(each) for each in sentences):
            continue
        for sentence in sentences:
            if sentence.block.kind in UNBROKEN or sentence.block.block.quoted:
                continue
            for subject, modal, role in _told(sentence, options.roles):
                if role in options.staff_roles and anywhere:
                    continue
                first = subject.doc[subject.left_edge.i]
                span = Span(sentence.span_of(first).start, sentence.span_of(modal).end)
                you = match_case(first.text, "you")
                yield Finding(
                    span, f"Is the {role} your reader? Then write “{you} {modal.lower_}”."
                )


def _says_you(sentence: Sentence) -> bool:
    return any(token.lower_ in YOU for token in sentence)


def _told(sentence: Sentence, roles: Sequence[str]) -> Iterator[tuple[Token, Token, str]]:
    """Who must, should or can do something in a main clause: subject, modal, role."""
    for clause in syntax.clauses(sentence):
        subject, modal = clause.subject, syntax.modal_of(clause.head)
        if subject is None or modal is None or clause.kind not in ("root", "conj"):
            continue
        if modal.lower_ not in MODALS or modal.i < subject.i or subject.i + 1 != modal.i:
            continue
        before = [token.lower_ for token in subject.doc[subject.left_edge.i : subject.i]]
        if before and before[0] in STARTS:
            del before[0]
        role = " ".join([*before, inflection.lemma_of(subject.lower_, "NOUN")])
        done_to = any(passive.verb.i == clause.head.i for passive in syntax.passives(sentence))
        if role in roles and not done_to:
            yield subject, modal, role
