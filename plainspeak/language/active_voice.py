"""From passive to active: which words of a clause change, and which change places.

`The form must be completed by the carer` becomes `The carer must complete the form`: whoever acts
goes to the place of the subject, the subject goes behind the verb, and the verb changes its form.
In `the form that was sent by the council` and `which form was sent?` the first words stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.active_fitness import fits, is_clear
from plainspeak.language.listed import listed
from plainspeak.language.passive_clause import PassiveClause, passive_clause
from plainspeak.language.verb_group import NEGATORS, active_words, person_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

__all__ = ["AS_SUBJECT", "ActiveVoice", "Part", "Replacement", "active_voice"]

AS_SUBJECT = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
AS_OBJECT = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}

_NEVER_APART = listed("about after at for from into of to upon with")
"""After a verb, these stay before a pronoun: `look after it`, but `fill it in`."""
_MAYBE_APART = listed("across around in on over through")
_APART = listed(
    """
    bring build call fill hand key let pass phase put send switch take try turn
    """
)
"""Verbs whose `in`, `on` or `over` can stand apart: `hand it in`, but `rely on it`."""


@dataclass(frozen=True)
class Part:
    """Words that move."""

    span: SpacySpan
    text: str | None = None
    """How they are written in the new place, if not as they are: `they` for `them`."""
    before: str = ""
    """A word that goes in front: `only `."""


@dataclass(frozen=True)
class Replacement:
    """Words that give way to others."""

    start: int
    """Offset in the doc's text."""
    end: int
    pieces: tuple[str | Part, ...]


@dataclass(frozen=True)
class ActiveVoice:
    """How a passive clause is put in the active voice."""

    agent: Part
    patient: Part | None
    """The old subject where it moves; `None` where it stays, or is an empty `it`."""
    old_start: SpacySpan | None
    """What the new subject takes the place of; `None` if it comes after other words."""
    replacements: tuple[Replacement, ...]
    """In no particular order; they do not overlap."""
    clear: bool
    """Whether nobody need look at it: everything in it is short and simple."""


def active_voice(passive: syntax.Passive) -> ActiveVoice | None:
    """A passive clause in the active voice.

    Args:
        passive: one that says by whom.

    Returns:
        `None` if nobody is said to act, or if the clause is no good in the active: whoever acts is
        a long phrase, say, or more words share the subject.
    """
    clause = passive_clause(passive)
    if clause is None or not fits(clause):
        return None
    group, asks = clause.group, clause.asks
    words = active_words(
        group, clause.auxiliaries, clause.verbs, person_of(clause.noun), inverted=asks
    )
    after_object = _after_object(clause)
    if words is None or after_object is None:
        return None
    only = clause.only
    agent = Part(clause.agent, _pronoun(clause.agent, AS_SUBJECT), "only " if only else "")
    moves = not (clause.stays or clause.empty_subject)
    patient = Part(clause.patient, _pronoun(clause.patient, AS_OBJECT)) if moves else None
    if only is not None and only in group:
        words[only.i] = ""
    front = {} if not clause.stays else _place(clause, agent)
    back = {after_object.i: patient} if patient else {}
    replacements = [
        replacement
        for token in group
        if (replacement := _replacement(token, words.get(token.i), front, back)) is not None
    ]
    if not clause.stays:
        replacements.append(_replace(clause.patient, agent))
    gap = clause.opens_by
    left = clause.doc[gap.i - 1]
    replacements.append(Replacement(left.idx + len(left), clause.agent.end_char, ()))
    return ActiveVoice(
        agent,
        patient,
        None if clause.stays else clause.patient,
        tuple(replacements),
        is_clear(clause),
    )


def _pronoun(span: SpacySpan, cases: dict[str, str]) -> str | None:
    return cases.get(span[0].lower_) if len(span) == 1 else None


def _after_object(clause: PassiveClause) -> Token | None:
    """The word that the object goes behind; `None` if there is no telling."""
    particle, verb = clause.particle, clause.verbs[-1]
    if particle is None:
        return verb
    pronoun = len(clause.patient) == 1 and clause.subject.pos_ == "PRON" and not clause.stays
    if not pronoun or particle.lower_ in _NEVER_APART:
        return particle
    if particle.lower_ in _MAYBE_APART and inflection.lemma_of(verb.text, "VERB") not in _APART:
        return None
    return verb


def _place(clause: PassiveClause, agent: Part) -> dict[int, tuple[Part, bool]]:
    """The word of the verb group next to which the new subject goes, and whether after it."""
    first, second = clause.group[:2]
    if not clause.asks:
        return {first.i: (agent, False)}
    joined = second.lower_ in NEGATORS and not first.whitespace_
    return {second.i if joined else first.i: (agent, True)}


def _replacement(
    token: Token,
    text: str | None,
    front: dict[int, tuple[Part, bool]],
    back: dict[int, Part],
) -> Replacement | None:
    """What a word of the verb group gives way to, with what comes before and behind it."""
    subject, follows = front.get(token.i, (None, False))
    if text is None and subject is None and token.i not in back:
        return None
    word = token.text if text is None else text
    pieces: list[str | Part] = []
    if subject is not None and not follows:
        pieces.append(subject)
    if word:
        pieces += [" ", word] if pieces else [word]
    if subject is not None and follows:
        pieces += [" ", subject]
    if token.i in back:
        pieces += [" ", back[token.i]]
    start, end = token.idx, token.idx + len(token)
    # In “it’s”, the first part has no space behind it.
    short = token.i > 0 and not token.nbor(-1).whitespace_ and token.text[0] in "'’"
    if short and pieces:
        pieces.insert(0, " ")
    if not word and not short:
        end = token.nbor().idx
        pieces += [" "] if pieces else []
    return Replacement(start, end, tuple(pieces))


def _replace(span: SpacySpan, *pieces: str | Part) -> Replacement:
    return Replacement(span.start_char, span.end_char, pieces)
