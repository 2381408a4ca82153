"""Cuts between two parts that hang on the main verb alike.

`We found that it helps and that it is fun` becomes `We found that it helps. We also found that it
is fun`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import naming, parallels
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.splitting.cut import Cut, instead
from plainspeak.rewriting.splitting.shared import agree

if TYPE_CHECKING:
    from plainspeak.language.parallels import Parallel
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cut of a sentence before a second `that`, `to` or `how`."""
    second = parallels.parallel(scene.sentence)
    opening = "" if second is None else _opening(second)
    if second is None or not opening:
        return
    yield Cut(
        way="parallel",
        start=scene.sentence.span_of(second.link).start,
        end=scene.sentence.span.end,
        changes=(instead(scene, [second.link], f"{opening} {second.opens}".rstrip()),),
        safe=False,
        trouble=2,
        alters=Fact.MODALS if second.verb[0].tag_ == "MD" else Fact.NONE,
    )


def _opening(second: Parallel) -> str:
    """`We also found`, `It is also clear`, `Also make sure`; nothing if nobody can be named."""
    verb = [token for token in second.verb if token.lower_ != "also"]
    words = "".join(token.text_with_ws for token in verb).strip()
    if second.subject is None:
        return f"Also {words[0].lower()}{words[1:]}"
    name = naming.again(second.subject)
    # "It is also to help" would speak of another thing than the aim; "it" twice is two things.
    if second.equates or name == second.link.nbor().lower_:
        name = naming.the_same(second.subject)
    if name is None or not agree(name, verb[0]):
        return ""
    opening = f"{name[0].upper()}{name[1:]}"
    if verb[0].pos_ == "AUX" or verb[0].tag_ == "MD":
        rest = "".join(token.text_with_ws for token in verb[1:]).strip()
        glue = "" if verb[0].text[0] in "'’" else " "
        return f"{opening}{glue}{verb[0].text} also {rest}".rstrip()
    return f"{opening} also {words}"
