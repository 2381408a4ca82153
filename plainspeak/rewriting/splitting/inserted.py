"""Cuts that make a sentence of what stands between commas after the subject.

`Mind, a charity, helps us` becomes `Mind is a charity. It helps us`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import insertions, naming
from plainspeak.model import Span
from plainspeak.rewriting.splitting.cut import Cut, put
from plainspeak.rewriting.splitting.shared import agree

if TYPE_CHECKING:
    from plainspeak.language.insertions import Insertion
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cut of a sentence after what its subject is, or does besides."""
    insertion = insertions.insertion(scene.sentence)
    if insertion is None:
        return
    name = naming.again(insertion.noun)
    link = "" if insertion.own_verb is not None else _is(insertion)
    if name is None or not agree(name, insertion.verb):
        return
    span_of = scene.sentence.span_of
    start = span_of(insertion.opening).start
    gone = insertion.first if insertion.own_verb is not None else insertion.opening
    stop = Span(span_of(insertion.closing).start, span_of(insertion.closing.nbor()).start)
    yield Cut(
        way="inserted",
        start=span_of(insertion.closing.nbor()).start,
        end=scene.sentence.span.end,
        changes=(
            put(Span(start, span_of(gone).end), link),
            put(stop, f". {name[0].upper()}{name[1:]} "),
        ),
        safe=False,
        trouble=2,
    )


def _is(insertion: Insertion) -> str:
    past = insertion.verb.tag_ == "VBD"
    if naming.is_plural(insertion.noun):
        return " were" if past else " are"
    return " was" if past else " is"
