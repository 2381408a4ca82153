"""One way to cut a sentence in two, as changes to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language.cuts import STOPS
from plainspeak.model import Span
from plainspeak.rewriting.draft import Change, Fact

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.rewriting.draft import Scene

__all__ = ["Cut", "capital", "full_stop", "instead", "put"]

_JOINS = STOPS | {",", ":"}


@dataclass(frozen=True)
class Cut:
    """Changes that make a sentence of some of another's words."""

    way: str
    """How they were joined: `and`, `which`, `brackets` ..."""
    start: int
    """Where in the prose the new sentence starts now, link word included."""
    end: int
    """Where in the prose its words end: the end of the sentence, or the closing bracket."""
    changes: tuple[Change, ...]
    safe: bool
    """Whether an editor would make it without a second look."""
    trouble: int
    """How likely it is to read badly, from 0: of two cuts the one with less is tried first."""
    alters: Fact = Fact.NONE


def full_stop(scene: Scene, first: Token, words: str = "") -> Change:
    """A full stop in place of what joins two parts: a comma, `and`, a dash, or nothing but a space.

    Args:
        scene: the sentence.
        first: the first word that stays after it.
        words: what the new sentence starts with before that word.
    """
    last = first.nbor(-1)
    while last.text in _JOINS or last.is_space or last.lower_ in ("and", "as", "but"):
        last = last.nbor(-1)
    return _stop(scene, last, first.nbor(-1), first, words)


def instead(scene: Scene, links: Sequence[Token], words: str) -> Change:
    """A full stop and words in place of link words and the comma before them."""
    last = links[0].nbor(-1)
    while last.text in _JOINS or last.is_space:
        last = last.nbor(-1)
    return _stop(scene, last, links[-1], links[-1].nbor(), words)


def _stop(scene: Scene, last: Token, gone: Token, first: Token, words: str) -> Change:
    span_of = scene.sentence.span_of
    start = span_of(last).end
    if gone.i > last.i and not gone.is_space:
        end = span_of(gone).end
        # "It is late—we wait": there may be no space to keep.
        space = "" if end < span_of(first).start else " "
        return Change.to(Span(start, end), f". {words}".rstrip() + space)
    # Nothing but a space stands between the two.
    return Change.to(Span(start, span_of(first).start), f". {words} " if words else ". ")


def capital(scene: Scene, token: Token) -> tuple[Change, ...]:
    """A capital for a word that comes to stand first; no change if it cannot have one."""
    start = scene.sentence.span_of(token).start
    letter = scene.prose[start : start + 1]
    upper = letter.upper()
    if upper == letter or len(upper) > 1:
        return ()
    return (put(Span(start, start + 1), upper),)


def put(span: Span, words: str) -> Change:
    """Other words, or none, in place of a span."""
    return Change.to(span, words)
