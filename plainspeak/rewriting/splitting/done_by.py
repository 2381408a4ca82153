"""Cuts before how, or when, something is done.

`We keep costs down by sharing a van` becomes `We keep costs down. We do this by sharing a van`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import means, naming
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.splitting.cut import Cut, full_stop
from plainspeak.rewriting.splitting.shared import agree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.means import Means
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]

_FULL = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "ca": "can", "wo": "will"}


def found(scene: Scene) -> Iterator[Cut]:
    """The cut of a sentence before `by`, `before` or the like, and what is done."""
    how = means.means(scene.sentence)
    opening = "" if how is None else _opening(how)
    if how is None or not opening:
        return
    yield Cut(
        way=how.first.lower_,
        start=scene.sentence.span_of(how.first).start,
        end=scene.sentence.span.end,
        changes=(full_stop(scene, how.first, opening),),
        safe=False,
        trouble=4,
        alters=Fact.MODALS if how.modal is not None else Fact.NONE,
    )


def _opening(how: Means) -> str:
    """`We do this`, `Do this`, `This is done`; nothing if the subject cannot be named again."""
    modal = how.modal.lower_ if how.modal is not None else ""
    modal = _FULL.get(modal, modal)
    if how.passive:
        be = f"{modal} be" if modal else "was" if how.carrier.tag_ == "VBD" else "is"
        return f"This {be} done"
    if how.subject is None:
        return "Do this"
    name = naming.again(how.subject)
    if name is None or not agree(name, how.carrier):
        return ""
    if how.duty is not None:
        need = how.duty.nbor(-1).lower_
        do = f"{modal} {need} to do" if modal else f"{need} to do"
    else:
        do = f"{modal} do" if modal else _do(name, how.carrier)
    return f"{name[0].upper()}{name[1:]} {do} this"


def _do(name: str, carrier: Token) -> str:
    """`do` in the tense of a main verb, after a name."""
    if carrier.pos_ == "AUX" and carrier.lower_ in ("has", "have", "had"):
        return f"{carrier.lower_} done"
    if carrier.tag_ == "VBD":
        return "did"
    return "do" if name in ("I", "you", "we", "they") else "does"
