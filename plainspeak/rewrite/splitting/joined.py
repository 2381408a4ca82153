"""Cuts between parts that each have a subject: `..., and they will`, `...; it is`.

Commands joined to commands belong here too: they need no subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import cuts, syntax
from plainspeak.rewrite.splitting.cut import Cut, capital, full_stop

if TYPE_CHECKING:
    from plainspeak.rewrite.draft import Scene

__all__ = ["found"]


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence at `and`, `but`, `so`, `yet`, `or`, semicolons and dashes."""
    sentence = scene.sentence
    for split in cuts.splits(sentence):
        if split.link in ("which", "because", cuts.SAME_SUBJECT) or not split.clean:
            continue
        yield Cut(
            way=split.link,
            start=sentence.span_of(split.token).start,
            end=sentence.span.end,
            changes=(full_stop(scene, split.token), *capital(scene, split.token)),
            safe=True,
            trouble=0,
        )
    yield from _commands(scene)


def _commands(scene: Scene) -> Iterator[Cut]:
    sentence = scene.sentence
    commands = syntax.commands(sentence)
    for command in commands[1:]:
        first = command.span[0]
        if first.nbor(-1).lower_ not in ("and", ","):
            continue
        yield Cut(
            way="command",
            start=sentence.span_of(first).start,
            end=sentence.span.end,
            changes=(full_stop(scene, first), *capital(scene, first)),
            safe=False,
            trouble=1,
        )
