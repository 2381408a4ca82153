"""Comments in a document that turn rules off: `off`, `on` and `ignore-next RULE`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from plainspeak.marked_yaml import nearest
from plainspeak.model import Directive, Document

__all__ = ["Suppression"]

ACTIONS = ("off", "on", "ignore-next")


@dataclass(frozen=True)
class _Stretch:
    start: int
    end: int
    rule: str


class Suppression:
    """Which rules are off where in one document."""

    def __init__(self, document: Document, known: Collection[str]) -> None:
        """Read the document's directives.

        Args:
            document: the document.
            known: the names of the rules, to find slips in the directives.
        """
        self._stretches: list[_Stretch] = []
        mistakes: list[str] = []
        everything = frozenset(known)
        off_since: dict[str, int] = {}
        for directive in document.directives:
            mistakes += _mistakes(document, directive, known)
            rules = frozenset(directive.rules) or everything
            if directive.action == "off":
                for name in rules:
                    off_since.setdefault(name, directive.end)
            elif directive.action == "on":
                for name in rules & off_since.keys():
                    self._stretches.append(_Stretch(off_since.pop(name), directive.start, name))
            elif directive.action == "ignore-next":
                start, end = _next_block(document, directive)
                self._stretches += [_Stretch(start, end, name) for name in rules]
        end = len(document.source) + 1
        self._stretches += [_Stretch(start, end, name) for name, start in off_since.items()]
        self.mistakes = tuple(mistakes)
        """What is wrong with the directives, one sentence each."""

    def hides(self, rule: str, offset: int) -> bool:
        """Whether a finding of `rule` that starts at `offset` of the file's text is hidden."""
        return any(
            stretch.rule == rule and stretch.start <= offset < stretch.end
            for stretch in self._stretches
        )


def _next_block(document: Document, directive: Directive) -> tuple[int, int]:
    """The rest of the block the comment stands in, or else the next block."""
    for block in document.blocks:
        start, end = document.sourcemap.to_source(block.span)
        if end > directive.end:
            return min(start, directive.end), end
    return directive.end, directive.end


def _mistakes(document: Document, directive: Directive, known: Collection[str]) -> list[str]:
    line = document.source.count("\n", 0, directive.start) + 1
    where = f"{document.path or '<text>'}:{line}: plainspeak comment: "
    if directive.action not in ACTIONS:
        return [
            f"{where}“{directive.action}” is not something to do; write off, on or ignore-next."
            f"{nearest(directive.action, ACTIONS)}"
        ]
    if directive.action == "ignore-next" and not directive.rules:
        return [f"{where}say which rule to ignore, such as “ignore-next jargon”."]
    return [
        f"{where}there is no rule called “{name}”.{nearest(name, known)}"
        for name in directive.rules
        if name not in known
    ]
