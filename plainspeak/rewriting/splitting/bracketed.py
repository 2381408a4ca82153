"""A sentence in brackets becomes a sentence after the one that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import brackets
from plainspeak.model import Span
from plainspeak.rewriting.draft import Change, Fact, Letter, Moved
from plainspeak.rewriting.splitting.cut import Cut, capital, put

if TYPE_CHECKING:
    from plainspeak.language.brackets import Bracket
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence at brackets."""
    for bracket in brackets.brackets(scene.sentence):
        last = scene.sentence.tokens[-1]
        if last.text == ".":
            yield _cut(scene, bracket)


def _cut(scene: Scene, bracket: Bracket) -> Cut:
    span_of = scene.sentence.span_of
    first, last = bracket.first, bracket.closing.nbor(-1)
    before = span_of(bracket.opening.nbor(-1)).end
    stop = span_of(scene.sentence.tokens[-1])
    inside = Span(span_of(first).start, span_of(last).end)
    closing = span_of(bracket.closing)
    lead = f". {bracket.lead} " if bracket.lead else ". "
    changes: tuple[Change, ...]
    if bracket.closing.nbor().i == scene.sentence.tokens[-1].i:
        changes = (
            put(Span(before, inside.start), lead),
            *(() if bracket.lead else capital(scene, first)),
            put(closing, ""),
        )
    else:
        moved = Moved(inside, Letter.KEEP if bracket.lead else Letter.CAPITAL)
        changes = (
            put(Span(before, closing.end), ""),
            Change.to(stop, lead, moved, "."),
        )
    alters = Fact.MODALS if bracket.lead.endswith(" can be") else Fact.NONE
    return Cut("brackets", inside.start, inside.end, changes, False, 2, alters)
