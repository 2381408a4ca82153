"""Where a number that a text has in words is sure to read better in figures.

In guidance it is: “You need two photos”. In a story or a report small numbers in words are a
matter of house style: “The two tests took six minutes”. Easy Read has figures everywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plainspeak.glossary.quotation import quoted_in
from plainspeak.language import syntax
from plainspeak.model import BlockKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.analysis import AnalysedBlock, Sentence
    from plainspeak.rewriting.draft import Scene

__all__ = ["is_better_in_figures"]

ALWAYS_FIGURES = 10
"""From here on most house styles have figures."""
_SCALE = re.compile(r" (?:million|billion|per ?cent)\b", re.IGNORECASE)
_KNOWN = frozenset(
    {"all", "both", "each", "every", "only", "other", "these", "those", "the", "which", "whose"}
    | {"her", "his", "its", "my", "our", "their", "your"}
)
"""Words before a number that say which ones are meant, not how many there should be."""
_TELLING_APART = frozenset(
    {"basic", "broad", "different", "distinct", "further", "general", "key", "main", "major"}
    | {"more", "other", "separate", "such"}
)
_SORTS = frozenset(
    {"approaches", "areas", "aspects", "categories", "classes", "elements", "factors", "groups"}
    | {"ideas", "issues", "kinds", "levels", "methods", "options", "parts", "phases", "points"}
    | {"principles", "questions", "reasons", "sections", "sides", "sorts", "stages", "steps"}
    | {"strands", "themes", "things", "types", "versions", "ways"}
)
"""Nouns that are numbered to give a picture, not to be counted."""
_ORDER = frozenset({"first", "last", "next"})
_WHO = frozenset({"us", "we", "you"})
_READER = frozenset({"you", "your", "yours", "yourself"})
_JOINS = frozenset({"or", "to"})
"""Between two numbers: “the two or three forms”."""
_LOOK = 4
MOST_ITEMS = 30
"""So many items of a list may stand between a number and the line that leads to the list."""


def is_better_in_figures(scene: Scene, span: Span, value: int) -> bool:
    """Whether nobody need look at a number that gets figures.

    Args:
        scene: where it is.
        span: its words.
        value: what it is.
    """
    after = scene.words(Span(span.end, max(span.end, scene.sentence.span.end)))
    before, following = _around(scene, span)
    if before is not None and _says_who(before):
        return False
    if scene.tools.profile == "easy-read" or value >= ALWAYS_FIGURES or _SCALE.match(after):
        return True
    if before is not None and before.lower_ in _JOINS and before.i > 1:
        before = before.nbor(-2)
    if before is not None and before.lower_ in _ORDER and before.i:
        before = before.nbor(-1)
    if before is not None and before.lower_ in _KNOWN:
        return False
    near = {token.lower_ for token in following}
    return not near & (_TELLING_APART | _SORTS) and _speaks_to_reader(scene)


def _around(scene: Scene, span: Span) -> tuple[Token | None, list[Token]]:
    """The word before a span, and the words up to the noun behind it."""
    offset = scene.sentence.block.offset
    doc = scene.sentence.block.doc
    before: Token | None = None
    following: list[Token] = []
    for token in doc:
        if offset + token.idx < span.start:
            before = token
        elif offset + token.idx >= span.end and len(following) < _LOOK:
            following.append(token)
            if token.tag_ == "NNS":
                break
    return before, following


def _says_who(before: Token) -> bool:
    """Whether a number after a word says who is meant: `you two`, not `send you two forms`."""
    if before.lower_ not in _WHO:
        return False
    return before.lower_ == "we" or not before.i or before.nbor(-1).pos_ != "VERB"


def _speaks_to_reader(scene: Scene) -> bool:
    """Whether a sentence, or the line that leads to its list, tells the reader what to do."""
    if _is_addressed(scene.sentence):
        return True
    block: AnalysedBlock | None = scene.sentence.block
    steps = 0
    while block is not None and block.kind is BlockKind.LIST_ITEM and steps < MOST_ITEMS:
        block = scene.text.block_at(max(0, block.offset - 2))
        steps += 1
    leads = steps and block is not None and block.text.endswith(":")
    return bool(leads and block and block.sentences and _is_addressed(block.sentences[-1]))


def _is_addressed(sentence: Sentence) -> bool:
    quoted = sentence.block.once(quoted_in)
    return syntax.is_imperative(sentence) or any(
        token.lower_ in _READER and not any(left <= token.idx < right for left, right in quoted)
        for token in sentence
    )
