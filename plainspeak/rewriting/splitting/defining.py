"""Cuts before a relative clause without a comma.

`They made a list that shows the shops` becomes `They made a list. This list shows the shops`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import defining, naming
from plainspeak.rewriting.splitting.cut import Cut, full_stop, instead

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence before a clause that tells of a noun named for the first time."""
    for clause in defining.defining(scene.sentence):
        opening = f"{_named(clause.noun)} {clause.verb}".rstrip()
        stop = (
            full_stop(scene, clause.first, opening)
            if clause.stays
            else instead(scene, [clause.first], opening)
        )
        yield Cut(
            way="defining",
            start=scene.sentence.span_of(clause.first).start,
            end=scene.sentence.span.end,
            changes=(stop,),
            safe=False,
            trouble=5,
        )


def _named(noun: Token) -> str:
    """`This list`, `These lists`; `These` alone for several things joined by `and`."""
    if not naming.is_plural(noun):
        return f"This {noun.lower_}"
    return "These" if noun.conjuncts else f"These {noun.lower_}"
