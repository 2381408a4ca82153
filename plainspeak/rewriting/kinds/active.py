"""A passive that says by whom becomes active: whoever acts goes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.glossary.quotation import quoted_stretches
from plainspeak.language import syntax
from plainspeak.language.active_voice import ActiveVoice, Part, active_voice
from plainspeak.language.capitals import keeps_capital
from plainspeak.model import Finding, Span
from plainspeak.rewriting.draft import Change, Draft, Letter, Moved, Piece, Scene, cased

RULES = ("passive-voice",)
ASKS = "Is it right who does what?"


@dataclass(frozen=True)
class _Letters:
    """What becomes of the first letters of the words that move."""

    agent: Letter = Letter.KEEP
    patient: Letter = Letter.KEEP
    sure: bool = True


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """A draft if the clause says by whom, and is as good in the active voice."""
    passive = _passive_at(finding.span, scene)
    if passive is None or _is_quoted(finding.span, scene):
        return
    active = active_voice(passive)
    letters = _letters(active, scene) if active is not None else None
    if active is None or letters is None:
        return
    offset = scene.sentence.block.offset
    changes = [
        Change.to(
            Span(offset + each.start, offset + each.end),
            *(piece for part in each.pieces for piece in _pieces(part, active, letters, offset)),
        )
        for each in active.replacements
    ]
    yield Draft.of(changes, safe=active.clear and letters.sure)


def _passive_at(span: Span, scene: Scene) -> syntax.Passive | None:
    found = [
        passive
        for passive in syntax.passives(scene.sentence)
        if span.contains(scene.sentence.span_of(passive.verb))
    ]
    return found[-1] if found else None


def _is_quoted(span: Span, scene: Scene) -> bool:
    """Whether the words stand in quotation marks: they are somebody else’s, or an example."""
    start = scene.sentence.span.start
    before = scene.words(Span(start, span.start))
    stretches = quoted_stretches(scene.words(scene.sentence.span))
    return before.count('"') % 2 == 1 or any(
        start + left <= span.start and span.end <= start + right for left, right in stretches
    )


def _letters(active: ActiveVoice, scene: Scene) -> _Letters | None:
    """How the words that move start; `None` if the new sentence could not start with a capital."""
    old = active.old_start
    if old is None or old[0].text[0].islower():
        return _Letters()
    if any(token.text[0].isalnum() for token in scene.sentence if token.i < old[0].i):
        # “Overview It was …”: the sentence starts there, whatever stands before it.
        return None if old[0].pos_ in ("DET", "PRON") and old[0].text != "I" else _Letters()
    if not active.agent.span[0].text[0].isalnum() and not active.agent.before:
        return None
    keeps = keeps_capital(old[0], scene.prose)
    if keeps is None and old[0].pos_ == "PROPN":
        return None
    patient = Letter.KEEP if keeps else Letter.SMALL
    return _Letters(Letter.CAPITAL, patient, sure=keeps is not None)


def _pieces(
    part: str | Part, active: ActiveVoice, letters: _Letters, offset: int
) -> Iterator[Piece]:
    if isinstance(part, str):
        yield part
        return
    letter = letters.agent if part is active.agent else letters.patient
    if part.before:
        yield cased(part.before, letter)
        letter = Letter.KEEP
    if part.text is not None:
        yield cased(part.text, letter) if letter is Letter.CAPITAL else part.text
    else:
        yield Moved(Span(offset + part.span.start_char, offset + part.span.end_char), letter)
