"""The full words of a short form, where a text gives them beside it."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from plainspeak.glossary.abbreviations import definitions_in
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.glossary.explaining.use import Use
from plainspeak.language.analysis import AnalysedBlock
from plainspeak.model import Span

__all__ = ["short_form"]

_FULL_WORDS: WeakKeyDictionary[AnalysedBlock, dict[int, Span]] = WeakKeyDictionary()


def _full_words(block: AnalysedBlock) -> dict[int, Span]:
    """Where full words are, by where their short form starts; found once for each block."""
    if block not in _FULL_WORDS:
        found: dict[int, Span] = {}
        for definition in block.once(definitions_in):
            end = definition.long_start + len(definition.long)
            comes_first = definition.long_start > definition.start
            at = block.text.find(definition.short, definition.start if comes_first else end)
            found[block.offset + at] = Span(
                block.offset + definition.long_start, block.offset + end
            )
        _FULL_WORDS[block] = found
    return _FULL_WORDS[block]


def short_form(use: Use, taken: frozenset[int]) -> Phrase | None:
    """The full words of a short form, if they do not use the same term again."""
    if not any(char.isupper() for char in use.text.document.text_of(use.span)[1:]):
        return None
    full = _full_words(use.sentence.block).get(use.span.start)
    if full is None or not taken.isdisjoint(range(full.start, full.end)):
        return None
    return Phrase(use.text, use.sentence, full)
