"""An explanation right after the sentence that first uses a term.

The sentence that the glossary has for the term is put in: “Reciprocity means …”.
"""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.glossary.explaining.given import is_given
from plainspeak.glossary.explanations import explanations_of
from plainspeak.glossary.schema import Treatment
from plainspeak.model import BlockKind, Finding, Span
from plainspeak.rewriting.draft import Change, Draft, Fact, Scene

RULES = ("jargon",)

PLACES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
STEM = 5
STOPS = (".", "!", "?")


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """One draft, if the document explains the term nowhere and the sentence ends with a stop."""
    hits = scene.tools.hits(scene.text)
    hit = next((hit for hit in hits if hit.span == finding.span), None)
    if hit is None or hit.entry.treatment is not Treatment.EXPLAIN or hit.mention or hit.fills_cell:
        return
    if not _speaks_of(hit.entry.explanation, hit.text):
        return
    if scene.sentence.block.kind not in PLACES or not scene.sentence.text.endswith(STOPS):
        return
    same = [each.span for each in hits if each.entry is hit.entry]
    if explanations_of(scene.text, same):
        return  # It says so further down: that is to be moved up, not said twice.
    if any(is_given(each.text, hit.entry.explanation) for each in scene.text.sentences):
        return
    end = scene.sentence.span.end
    stop = scene.words(Span(end - 1, end))
    yield Draft.of(
        [Change.to(Span(end - 1, end), f"{stop} {hit.entry.explanation}")],
        safe=False,
        alters=~Fact.NONE,
    )


def _speaks_of(explanation: str, words: str) -> bool:
    """Whether an explanation names the term as the text does, not “Deprivation …” for “DoLS”."""
    stem = words.lower()[:STEM]
    return stem in explanation.lower()
