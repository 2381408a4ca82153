"""Whether, and where, a text explains a term it uses, and in which words.

`explaining` has the ways to explain a term in a sentence, and judges whether words say what
something is. Here is what needs the whole document: markup, word lists, the next
sentence. How well all this does is in `benchmarks/explanations.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plainspeak.language.analysis import Sentence, Text
from plainspeak.model import BlockKind, Mark, MarkKind, Span

__all__ = ["WORD_LIST_SECTION", "Explanation", "explanations_of", "is_late"]

WORD_LIST_SECTION = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:a )?glossary(?: of .*)?|word ?list|what (?:the|these|our) words mean|"
    r"(?:useful |key |list of )?(?:definitions|terms)(?: and .*)?|(?:key|hard|useful) words|"
    r"jargon ?buster|(?:table|list) of abbreviations|abbreviations|acronyms)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Explanation:
    """A place where a text says what a term means."""

    span: Span
    """The sentence, in the document's prose."""
    sentence: int
    """Its number in the document, from 0."""
    kind: str
    """`sentence`, `markup` (an `<abbr>` title, a definition list) or `word-list`."""
    gloss: str
    """The words that say what the term means: “a person who speaks up for you”."""
    gloss_span: Span | None = None
    """Where they are in the document's prose; `None` for those of an `<abbr>` title."""


def explanations_of(text: Text, uses: Iterable[Span]) -> tuple[Explanation, ...]:
    """Where the text explains the term that is used at each of `uses`, in order.

    Args:
        text: the analysed document.
        uses: every place where the term stands, in order.
    """
    places = tuple(uses)
    taken = frozenset(offset for use in places for offset in range(use.start, use.end))
    titles = {
        offset: mark
        for mark in text.marks(MarkKind.ABBREVIATION)
        if mark.target
        for offset in range(mark.span.start, mark.span.end)
    }
    found: dict[int, Explanation] = {}
    for use in places:
        explanation = _explained_at(text, use, taken, titles)
        if explanation is not None:
            found.setdefault(explanation.span.start, explanation)
    return tuple(sorted(found.values(), key=lambda explanation: explanation.span.start))


def is_late(text: Text, use: Span, explanation: Span, near: int) -> bool:
    """Whether an explanation comes more than `near` sentences after the first use."""
    used = text.sentence_at(use.start)
    explained = text.sentence_at(explanation.start)
    return used is not None and explained is not None and explained.number > used.number + near


def _explained_at(
    text: Text, use: Span, taken: frozenset[int], titles: dict[int, Mark]
) -> Explanation | None:
    # These have a hundred patterns, and many texts have no term to explain.
    from plainspeak.glossary.explaining.in_sentence import explained_in_sentence
    from plainspeak.glossary.explaining.next_sentence import carried_on
    from plainspeak.glossary.explaining.use import Use

    sentence = text.sentence_at(use.start)
    if sentence is None:
        return None
    block = sentence.block.block
    title = next((titles[at] for at in range(use.start, use.end) if at in titles), None)
    if title is not None:
        return Explanation(sentence.span, sentence.number, "markup", title.target or "")
    if block.kind is BlockKind.TERM:
        following = _next_sentence(text, sentence)
        return _explanation(text, sentence, "markup", following.span if following else use)
    # A list marker or quotation mark may stand before the term.
    if block.span.start in text.once(_word_list_blocks) and use.start - block.span.start <= 3:
        return _explanation(text, sentence, "word-list", Span(use.end, block.span.end))
    place = Use(text, sentence, use)
    # "##Beta: testing it" was meant for a heading, though Markdown wants a space there.
    if block.kind is not BlockKind.HEADING and not text.document.text_of(block).startswith("#"):
        what = explained_in_sentence(place, taken)
        if what is not None:
            return _explanation(text, sentence, "sentence", what.span)
    following = _next_sentence(text, sentence)
    what = carried_on(place, following) if following is not None else None
    if following is not None and what is not None:
        return _explanation(text, following, "sentence", what.span)
    return None


_AROUND = " \t\r\n\xa0“”‘’\"'.,;:()[]–—-*_"


def _explanation(text: Text, sentence: Sentence, kind: str, gloss: Span) -> Explanation:
    """An explanation whose gloss has no marks around it."""
    words = text.document.text_of(gloss)
    start = gloss.start + len(words) - len(words.lstrip(_AROUND))
    kept = words.strip(_AROUND)
    span = Span(start, start + len(kept))
    return Explanation(sentence.span, sentence.number, kind, kept, span)


def _word_list_blocks(text: Text) -> frozenset[int]:
    """Where the blocks of word lists start."""
    from plainspeak.glossary.explaining.use import REACH

    return frozenset(
        block.span.start
        for section in text.document.sections()
        if len(section.title) <= REACH and WORD_LIST_SECTION.fullmatch(section.title)
        for block in section.blocks
        if block.kind is not BlockKind.HEADING
    )


_RUNS_ON = {
    (BlockKind.HEADING, BlockKind.PARAGRAPH),
    (BlockKind.TERM, BlockKind.DEFINITION),
}


def _next_sentence(text: Text, sentence: Sentence) -> Sentence | None:
    """The next sentence of its block; after a heading, the first of what follows."""
    number = sentence.number + 1
    if number >= len(text.sentences):
        return None
    following = text.sentences[number]
    same = following.block is sentence.block
    kinds = sentence.block.kind, following.block.kind
    below = kinds in _RUNS_ON
    return following if same or below else None
