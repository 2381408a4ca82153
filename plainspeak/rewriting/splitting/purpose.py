"""Cuts before what something is for: `..., to make sure that`.

`We test it with users to find out what helps` becomes `We test it with users. This is to find out
what helps`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import purposes
from plainspeak.rewriting.splitting.cut import Cut, instead

if TYPE_CHECKING:
    from plainspeak.language.purposes import Purpose
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence before an aim that ends it."""
    for purpose in purposes.purposes(scene.sentence):
        yield _cut(scene, purpose)


def _cut(scene: Scene, purpose: Purpose) -> Cut:
    return Cut(
        way="purpose",
        start=scene.sentence.span_of(purpose.words[0]).start,
        end=scene.sentence.span.end,
        changes=(instead(scene, purpose.words, f"This {'was' if purpose.past else 'is'} to"),),
        safe=False,
        trouble=4,
    )
