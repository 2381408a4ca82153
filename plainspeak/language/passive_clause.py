"""The parts of a passive clause that says by whom: who acts, what the verb is made of, the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.labels import has
from plainspeak.language.listed import listed
from plainspeak.language.verb_group import NEGATORS

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

__all__ = ["PassiveClause", "is_telling", "passive_clause"]

_WH = frozenset({"what", "which", "who", "whatever", "whichever", "whoever", "whose"})
_LIKE_MODALS = frozenset({"have", "need", "ought"})
"""Verbs that a subject only passes through: `the form needs to be signed`."""
_TELLING = listed(
    """
    advise ask assure convince inform notify persuade promise remind tell warn
    """
)
_OPENS_TOLD = frozenset({"how", "if", "that", "whether", "why"})
"""What opens a clause that tells what is told: `asked by the panel why you left`."""
_SAYING = listed(
    """
    accept acknowledge agree announce argue assume believe claim conclude confirm decide
    demonstrate estimate expect explain feel find hope hold know note observe predict
    propose prove recognise recommend report request say show state suggest suppose think
    understand
    """
)
"""Verbs with `it` before them and the clause that it stands for behind: `it was agreed that`."""
_PARTICLES = listed(
    """
    about across after around at away back by down for from in into of off on out over
    through to up upon with
    """
)


@dataclass(frozen=True)
class PassiveClause:
    """A passive clause with an agent: `The form must be completed by the carer`."""

    passive: syntax.Passive
    head: Token
    """The verb that has the subject: `needs` in `needs to be signed`."""
    subject: Token
    patient: SpacySpan
    """The subject in full."""
    group: tuple[Token, ...]
    """From the first auxiliary to the last participle or its particle, but not the subject of a
    question."""
    auxiliaries: tuple[Token, ...]
    verbs: tuple[Token, ...]
    """The participles: two in `is checked and stored`."""
    particle: Token | None
    by: Token
    noun: Token
    """The head of the agent."""
    agent: SpacySpan
    only: Token | None
    """`only` where it speaks of the agent."""
    stays: bool
    """Whether the subject keeps its place when the clause becomes active: `which` and the like."""
    asks: bool
    """Whether the clause is a question, so that its new subject goes after an auxiliary."""

    @property
    def doc(self) -> SpacyDoc:
        """What the clause is part of."""
        doc: SpacyDoc = self.noun.doc
        return doc

    @property
    def opens_by(self) -> Token:
        """The first word of what goes with the agent: `only` or `by`."""
        close = self.only is not None and self.only.i == self.by.i - 1
        return self.only if close and self.only is not None else self.by

    @property
    def between(self) -> SpacySpan:
        """What stands between the verb and the agent."""
        return self.doc[self.group[-1].i + 1 : self.opens_by.i]

    @property
    def after(self) -> SpacySpan:
        """What follows the agent in the sentence, without the marks at its end."""
        end = max(self.by.sent.end, self.agent.end)
        while end > self.agent.end and (self.doc[end - 1].is_punct or self.doc[end - 1].is_space):
            end -= 1
        return self.doc[self.agent.end : end]

    @property
    def empty_subject(self) -> bool:
        """Whether the subject stands for a clause that follows: `It was agreed by all that …`."""
        after = self.after
        follows = len(after) > 0 and after[0].lower_ == "that"
        return follows and _takes_clause(self.subject, self.verbs[-1])


def passive_clause(passive: syntax.Passive) -> PassiveClause | None:
    """The parts of a passive clause; `None` if nobody is said to act, or it has no subject."""
    noun = passive.agent or next(filter(None, map(syntax.agent_of, passive.conjuncts)), None)
    if noun is None:
        return None
    doc = noun.doc
    by = next((doc[i] for i in range(noun.i, passive.verb.i, -1) if doc[i].lower_ == "by"), None)
    head, auxiliaries = _carriers(passive)
    subject = passive.subject if head is passive.verb else syntax.subject_of(head)
    if by is None or subject is None or not auxiliaries or auxiliaries[-1].i > passive.verb.i:
        return None
    verbs = [verb for verb in (passive.verb, *passive.conjuncts) if verb.i < by.i]
    first = auxiliaries[0]
    inverted = subject.i > first.i
    patient = _inverted(subject, auxiliaries, passive.verb) if inverted else _whole(subject)
    if patient is None:
        return None
    particle = syntax.particle_of(verbs[-1]) or _stranded(verbs[-1], by)
    last = particle or verbs[-1]
    asked = doc[first.i : patient.start] if inverted else ()
    group = (*asked, *doc[patient.end if inverted else first.i : last.i + 1])
    stays = _stays(patient, head)
    return PassiveClause(
        passive=passive,
        head=head,
        subject=subject,
        patient=patient,
        group=group,
        auxiliaries=auxiliaries,
        verbs=tuple(verbs),
        particle=particle,
        by=by,
        noun=noun,
        agent=_agent(doc, by, noun, subject, verbs[-1]),
        only=next((token for token in (*group, doc[by.i - 1]) if token.lower_ == "only"), None),
        stays=stays,
        asks=inverted or (stays and passive.is_question and head.head.i == head.i),
    )


def _carriers(passive: syntax.Passive) -> tuple[Token, tuple[Token, ...]]:
    """The verb that has the subject, and every auxiliary, counting `needs` of `needs to be`."""
    head = passive.verb.head
    outer = not passive.finite and has(passive.verb, "open complement") and head.i < passive.verb.i
    if outer and inflection.lemma_of(head.text, "VERB") in _LIKE_MODALS:
        between = head.doc[head.i + 1 : passive.auxiliaries[0].i]
        if [token.lower_ for token in between if token.pos_ != "ADV"] == ["to"]:
            return head, (*syntax.helpers_of(head), head, *passive.auxiliaries)
    return passive.verb, passive.auxiliaries


def _agent(doc: SpacyDoc, by: Token, noun: Token, subject: Token, verb: Token) -> SpacySpan:
    """The phrase after `by`, without a clause that the verb is about: `that we should stop`."""
    end = max(noun.i + 1, syntax.subtree_span(noun).end)
    if _takes_clause(subject, verb) or is_telling(verb):
        end = next((t.i for t in doc[noun.i + 1 : end] if t.lower_ in _OPENS_TOLD), end)
    return doc[by.i + 1 : end]


def _takes_clause(subject: Token, verb: Token) -> bool:
    """Whether `it` may stand for a clause that tells what somebody says or thinks."""
    return subject.lower_ == "it" and inflection.lemma_of(verb.text, "VERB") in _SAYING


def is_telling(verb: Token) -> bool:
    """Whether somebody is told something: a clause with `that` can follow."""
    return inflection.lemma_of(verb.text, "VERB") in _TELLING


def _whole(subject: Token) -> SpacySpan:
    return syntax.subtree_span(subject)


def _inverted(subject: Token, auxiliaries: tuple[Token, ...], verb: Token) -> SpacySpan | None:
    """The subject of a question such as `Was the form signed?`, which parsers often get wrong."""
    doc = subject.doc
    start = auxiliaries[0].i + 1
    while doc[start].lower_ in NEGATORS:
        start += 1
    rest = [helper.i for helper in auxiliaries if helper.i > subject.i]
    end = min([verb.i, *rest])
    while end > subject.i + 1 and doc[end - 1].pos_ in ("ADV", "PART"):
        end -= 1
    return doc[start:end] if start <= subject.i < end else None


def _stranded(verb: Token, by: Token) -> Token | None:
    """The preposition of a verb right before `by`: `after` of `was looked after by`."""
    after = verb.nbor()
    return after if after.i == by.i - 1 and after.lower_ in _PARTICLES else None


def _stays(patient: SpacySpan, head: Token) -> bool:
    first = patient[0]
    if first.lower_ in _WH:
        return True
    return first.lower_ == "that" and len(patient) == 1 and _is_relative(head)


def _is_relative(head: Token) -> bool:
    clauses = syntax.clauses(head.sent)
    return any(each.head.i == head.i and each.kind == "relative" for each in clauses)
