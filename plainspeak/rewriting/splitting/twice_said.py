"""Cuts between two things that somebody says, finds or knows.

`We found that it helps and that it is fun` becomes `We found that it helps. We also found that it
is fun`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import naming, reported
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.splitting.cut import Cut, instead
from plainspeak.rewriting.splitting.shared import agree

if TYPE_CHECKING:
    from plainspeak.language.reported import Reported
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cut of a sentence before a second `that`."""
    second = reported.reported(scene.sentence)
    opening = "" if second is None else _opening(second)
    if second is None or not opening:
        return
    yield Cut(
        way="and that",
        start=scene.sentence.span_of(second.link).start,
        end=scene.sentence.span.end,
        changes=(instead(scene, [second.link], opening),),
        safe=False,
        trouble=2,
        alters=Fact.MODALS if second.verb[0].tag_ == "MD" else Fact.NONE,
    )


def _opening(second: Reported) -> str:
    """`We also found`, `It is also clear`, `Also make sure`; nothing if nobody can be named."""
    verb = second.verb
    words = "".join(token.text_with_ws for token in verb).strip()
    if second.subject is None:
        return f"Also {words[0].lower()}{words[1:]}"
    name = naming.again(second.subject)
    if name is None or not agree(name, verb[0]):
        return ""
    opening = f"{name[0].upper()}{name[1:]}"
    if verb[0].pos_ == "AUX":
        rest = "".join(token.text_with_ws for token in verb[1:]).strip()
        glue = "" if verb[0].text[0] in "'’" else " "
        return f"{opening}{glue}{verb[0].text} also {rest}"
    return f"{opening} also {words}"
