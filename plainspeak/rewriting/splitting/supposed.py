"""Cuts after a condition, which becomes something that might be so.

`If your form is late, we will ring you` becomes `Your form might be late. If so, we will ring you`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import suppositions
from plainspeak.model import Span
from plainspeak.rewriting.draft import Change, Fact
from plainspeak.rewriting.splitting.cut import Cut, put

if TYPE_CHECKING:
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cut of a sentence after the condition that opens it."""
    supposed = suppositions.supposition(scene.sentence)
    if supposed is None:
        return
    span_of = scene.sentence.span_of
    word, first = span_of(supposed.word), span_of(supposed.word.nbor())
    letter = scene.prose[first.start]
    # At the very start, "If" goes together with the next letter, which gets a capital.
    opens = word.start == scene.sentence.span.start
    gone = Change.to(Span(word.start, first.start + 1), letter.upper() if opens else letter)
    verb = Span(span_of(supposed.verb[0]).start, span_of(supposed.verb[-1]).end)
    adverb = supposed.verb[0].nbor(-1)
    # "It really is" becomes "it might really be".
    moved = adverb.pos_ == "ADV" and adverb.i > supposed.word.i + 1
    base = f"{adverb.text} {supposed.base}" if moved else supposed.base
    verb = Span(span_of(adverb).start, verb.end) if moved else verb
    glue = "" if scene.prose[verb.start - 1] == " " else " "
    plain = len(supposed.verb) == 1 and supposed.word.lower_ == "if"
    before = (supposed.ends[0] if supposed.ends else supposed.main).nbor(-1)
    stop = Span(span_of(before).end, span_of(supposed.main.nbor(-1)).end)
    yield Cut(
        way="if so",
        start=span_of(supposed.main).start,
        end=scene.sentence.span.end,
        changes=(
            gone,
            put(verb, f"{glue}might {base}"),
            put(stop, ". If so," if plain else ". In that case,"),
        ),
        safe=False,
        trouble=5,
        # "In that case" does the work of "if".
        alters=Fact.MODALS if plain else Fact.MODALS | Fact.CONDITIONS | Fact.LINKS,
    )
