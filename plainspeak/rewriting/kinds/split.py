"""A long sentence becomes two or more, and each new one gets back its subject and its link word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from plainspeak.language import quoting, syntax
from plainspeak.model import BlockKind, Finding
from plainspeak.rewriting.draft import Draft, Fact, Scene
from plainspeak.rewriting.splitting.plan import plans

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = ("long-sentence", "tangled-sentence")
ASKS = "Do the new sentences say the same?"

LONGEST = {"easy-read": 15, "health": 20}
"""The most words of a new sentence in a profile, if a further cut can be made."""
LONGEST_ELSEWHERE = 25


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """A draft for each way to cut the sentence, the best first."""
    if not can_be_cut(scene):
        return
    longest = LONGEST.get(scene.tools.profile, LONGEST_ELSEWHERE)
    for cuts in plans(scene, longest):
        yield Draft.of(
            [change for cut in cuts for change in cut.changes],
            safe=all(cut.safe for cut in cuts),
            alters=reduce(or_, (cut.alters for cut in cuts), Fact.NONE),
        )


def _is_ended(tokens: Sequence[Token]) -> bool:
    """Whether a sentence ends with a stop, perhaps in the quotation marks of its last words."""
    # What somebody says over several sentences is theirs to put.
    whole = sum(token.is_quote for token in tokens) % 2 == 0
    quoted = whole and tokens[-1].is_quote and not tokens[0].is_quote
    last = tokens[-2] if quoted else tokens[-1]
    return last.text in (".", ":", "!", ")")


def can_be_cut(scene: Scene) -> bool:
    """Whether a sentence is whole and tells something: no question, no item of a list that goes on.

    Nor may it end with who says it (`..., says the report`), which holds for all of it.
    """
    tokens = list(scene.sentence)
    if syntax.is_question(scene.sentence) or not _is_ended(tokens):
        return False
    if scene.sentence.block.kind is BlockKind.LIST_ITEM and tokens[0].text[0].islower():
        return False
    return not quoting.ends_with_speaker(scene.sentence)
