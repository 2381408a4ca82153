"""Comments in a document that turn rules off: `off`, `on` and `ignore-next RULE`."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import accumulate

from plainspeak.marked_yaml import nearest
from plainspeak.model import Directive, Document

__all__ = ["Suppression"]

ACTIONS = ("off", "on", "ignore-next")


@dataclass(frozen=True)
class _Stretch:
    start: int
    end: int


class Suppression:
    """Which rules are off where in one document."""

    def __init__(self, document: Document, known: Collection[str]) -> None:
        """Read the document's directives.

        Args:
            document: the document.
            known: the names of the rules, to find slips in the directives.
        """
        stretches: dict[str, list[_Stretch]] = defaultdict(list)
        following = _NextBlocks(document)
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
                    stretches[name].append(_Stretch(off_since.pop(name), directive.start))
            elif directive.action == "ignore-next":
                for name in rules:
                    stretches[name].append(following.after(directive))
        end = len(document.source) + 1
        for name, start in off_since.items():
            stretches[name].append(_Stretch(start, end))
        self._stretches = {name: _joined(found) for name, found in stretches.items()}
        self.mistakes = tuple(mistakes)
        """What is wrong with the directives, one sentence each."""

    def hides(self, rule: str, offset: int) -> bool:
        """Whether a finding of `rule` that starts at `offset` of the file's text is hidden."""
        stretches = self._stretches.get(rule, ())
        place = bisect_right(stretches, offset, key=lambda stretch: stretch.start) - 1
        return place >= 0 and offset < stretches[place].end


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """Stretches in order, those that overlap made one."""
    joined: list[_Stretch] = []
    for stretch in sorted(stretches, key=lambda each: each.start):
        if joined and stretch.start <= joined[-1].end:
            joined[-1] = _Stretch(joined[-1].start, max(joined[-1].end, stretch.end))
        else:
            joined.append(stretch)
    return joined


class _NextBlocks:
    """Finds the block after a comment."""

    def __init__(self, document: Document) -> None:
        self._places = [document.sourcemap.to_source(block.span) for block in document.blocks]
        # Blocks need not end in the order that they start in: the furthest end so far does.
        self._ends = list(accumulate((end for _, end in self._places), max))

    def after(self, directive: Directive) -> _Stretch:
        """The rest of the block the comment stands in, or else the next block."""
        place = bisect_right(self._ends, directive.end)
        if place == len(self._places):
            return _Stretch(directive.end, directive.end)
        start, end = self._places[place]
        return _Stretch(min(start, directive.end), end)


def _mistakes(document: Document, directive: Directive, known: Collection[str]) -> list[str]:
    line, _ = document.sourcemap.lines.position(directive.start)
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
