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
    rules: frozenset[str]
    """Empty means all rules."""


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
        opened: dict[frozenset[str], int] = {}
        for directive in document.directives:
            mistakes += _mistakes(document, directive, known)
            rules = frozenset(directive.rules)
            if directive.action == "off":
                opened.setdefault(rules, directive.end)
            elif directive.action == "on":
                for name in [rules] if rules else list(opened):
                    start = opened.pop(name, None)
                    if start is not None:
                        self._stretches.append(_Stretch(start, directive.start, name))
            elif directive.action == "ignore-next":
                self._stretches.append(_next_block(document, directive, rules))
        end = len(document.source) + 1
        self._stretches += [_Stretch(start, end, rules) for rules, start in opened.items()]
        self.mistakes = tuple(mistakes)
        """What is wrong with the directives, one sentence each."""

    def hides(self, rule: str, offset: int) -> bool:
        """Whether a finding of `rule` that starts at `offset` of the file's text is hidden."""
        return any(
            stretch.start <= offset < stretch.end and (not stretch.rules or rule in stretch.rules)
            for stretch in self._stretches
        )


def _next_block(document: Document, directive: Directive, rules: frozenset[str]) -> _Stretch:
    """The rest of the block the comment stands in, or else the next block."""
    for block in document.blocks:
        start, end = document.sourcemap.to_source(block.span)
        if end > directive.end:
            return _Stretch(min(start, directive.end), end, rules)
    return _Stretch(directive.end, directive.end, rules)


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
