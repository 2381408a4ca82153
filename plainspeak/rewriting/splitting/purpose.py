"""Cuts before, or after, what something is for: `..., to make sure that`.

`We test it with users to find out what helps` becomes `We test it with users. This is to find out
what helps`; so does `To find out what helps, we test it with users`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import purposes
from plainspeak.model import Span
from plainspeak.rewriting.draft import Change, Moved
from plainspeak.rewriting.splitting.cut import Cut, instead

if TYPE_CHECKING:
    from plainspeak.language.purposes import FirstPurpose, Purpose
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence before an aim that ends it."""
    for purpose in purposes.purposes(scene.sentence):
        yield _cut(scene, purpose)
    first = purposes.first_purpose(scene.sentence)
    if first is not None and scene.sentence.tokens[-1].text == ".":
        yield _turned(scene, first)


def _turned(scene: Scene, purpose: FirstPurpose) -> Cut:
    """The cut that puts an aim last."""
    span_of = scene.sentence.span_of
    start, main = scene.sentence.span.start, span_of(purpose.main).start
    stop = span_of(scene.sentence.tokens[-1])
    aim = Span(span_of(purpose.verb).start, span_of(purpose.last).end)
    lead = f". This {'was' if purpose.past else 'is'} to "
    return Cut(
        way="purpose first",
        start=main,
        end=scene.sentence.span.end,
        changes=(
            Change.to(Span(start, main + 1), scene.prose[main].upper()),
            Change.to(stop, lead, Moved(aim), "."),
        ),
        safe=False,
        trouble=4,
    )


def _cut(scene: Scene, purpose: Purpose) -> Cut:
    return Cut(
        way="purpose",
        start=scene.sentence.span_of(purpose.words[0]).start,
        end=scene.sentence.span.end,
        changes=(instead(scene, purpose.words, f"This {'was' if purpose.past else 'is'} to"),),
        safe=False,
        trouble=4,
    )
