"""Whether links depend on the words that change.

Makers of web pages name a heading by its words (`#who-can-apply`). A link that fills its line
mostly has the title of another page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.model import BlockKind, MarkKind
from plainspeak.rewriting.guard.objection import Case, Objection

__all__ = ["objections"]

_OLD_HEADING = re.compile(r"#{1,6}\w")
"""A heading without a space, as some makers of web pages still take it."""


def objections(case: Case) -> Iterator[Objection]:
    """A doubt if words of a heading change, or of what may be the title of a page."""
    block = case.before.block
    opens = case.before.tokens.start == 0
    if block.kind is BlockKind.HEADING or (opens and _OLD_HEADING.match(block.text)):
        yield Objection("links that lead to this heading may break", fatal=False)
    elif any(
        mark.kind is MarkKind.LINK and mark.span.contains(block.block.span)
        for mark in block.block.marks
    ):
        yield Objection("it may be the title of the page that the link leads to", fatal=False)
