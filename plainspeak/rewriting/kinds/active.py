"""A passive that says by whom becomes active: whoever acts goes first."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.glossary.quotation import quoted_stretches
from plainspeak.language import syntax
from plainspeak.language.active_voice import ActiveVoice, Part, active_voice
from plainspeak.language.capitals import keeps_capital
from plainspeak.model import Finding, Span
from plainspeak.rewriting.draft import Change, Draft, Fact, Letter, Moved, Piece, Scene, cased

RULES = ("passive-voice",)


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
    # “Is provided” is no condition, but looks like one to the guard.
    provided = passive.verb.lower_ == "provided"
    yield Draft.of(
        changes, safe=active.clear, alters=Fact.CONDITIONS if provided else Fact.NONE
    )


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
    stretches = quoted_stretches(scene.words(scene.sentence.span))
    return any(start + left <= span.start and span.end <= start + right for left, right in stretches)


def _letters(active: ActiveVoice, scene: Scene) -> tuple[Letter, Letter] | None:
    """What becomes of the first letters of agent and patient; `None` if there is no telling."""
    old = active.old_start
    if old is None or old[0].text[0].islower() or not _opens(old[0], scene):
        return Letter.KEEP, Letter.KEEP
    first = active.agent.span[0]
    if not first.text[0].isalnum() and not active.agent.before:
        return None
    keeps = keeps_capital(old[0], scene.prose)
    if keeps is None:
        return None
    return Letter.CAPITAL, Letter.KEEP if keeps else Letter.SMALL


def _opens(token: syntax.Token, scene: Scene) -> bool:
    """Whether a token is the first word of its sentence."""
    return not any(
        other.text[0].isalnum() for other in scene.sentence if other.i < token.i
    )


def _pieces(
    part: str | Part, active: ActiveVoice, letters: tuple[Letter, Letter], offset: int
) -> Iterator[Piece]:
    if isinstance(part, str):
        yield part
        return
    letter = letters[0] if part is active.agent else letters[1]
    if part.before:
        yield cased(part.before, letter)
        letter = Letter.KEEP
    if part.text is not None:
        yield cased(part.text, Letter.CAPITAL if letter is Letter.CAPITAL else Letter.KEEP)
    else:
        span = Span(offset + part.span.start_char, offset + part.span.end_char)
        yield Moved(span, letter)
