"""Whether the rest of a sentence is read as before, where words only gave way to others.

A word in the wrong role shows in how its neighbours are read: in `we should goal for this`, `for`
hangs on something else than in `we should aim for this`.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from plainspeak.rewriting.guard.objection import Case, Objection

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["objections"]


def objections(case: Case) -> Iterator[Objection]:
    """A doubt if a word that stayed now hangs elsewhere."""
    if not case.draft.in_place:
        return
    before = [token for token in case.before if not token.is_space]
    after = [t for sentence in case.after.sentences for t in sentence if not t.is_space]
    if len(case.after.sentences) != 1:
        yield Objection("it is read as several sentences", fatal=False)
        return
    pairs = _same_words(before, after)
    for old, new in pairs.values():
        head = pairs.get(old.head.i)
        moved = head is not None and head[1].i != new.head.i
        if old.dep_ != new.dep_ or moved:
            yield Objection("the sentence is put together differently", fatal=False)
            return


def _same_words(before: list[Token], after: list[Token]) -> dict[int, tuple[Token, Token]]:
    """Each word that stayed, before and after, by its index before."""
    matcher = SequenceMatcher(
        None, [token.lower_ for token in before], [token.lower_ for token in after], autojunk=False
    )
    return {
        before[block.a + step].i: (before[block.a + step], after[block.b + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
