"""An explanation right after the sentence that first uses a term.

The sentence that the glossary has for the term is put in: “Reciprocity means …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.glossary.explaining.given import content, has_most
from plainspeak.glossary.explanations import explanations_of
from plainspeak.glossary.matching import Hit
from plainspeak.glossary.schema import Treatment
from plainspeak.language.analysis import Text
from plainspeak.model import BlockKind, Finding, Span
from plainspeak.rewriting.draft import Change, Draft, Fact, Scene

RULES = ("jargon",)
ASKS = "Is this what you mean by it?"

PLACES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
STEM = 5
PARTS = 3
"""Into so many sentences an explanation may be cut."""
REFERENCE = re.compile(r"[*_]{0,2} ?\\?\[[\^\d]")
"""The start of a footnote or of the number of a source."""
POINTS_BACK = re.compile(
    r"\W*(?:also|and|but|he|her|his|however|instead|it|its|she|so|such|that|their|then|these|they|"
    r"this|those)\b",
    re.IGNORECASE,
)
STOPS = (".", "!")
APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """One draft, if the document explains the term nowhere and the sentence states something."""
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
    wanted = content(hit.entry.explanation)
    if any(has_most(said, wanted) for said in scene.text.once(_said)):
        return
    if _is_in_name(hit) or _is_bound(scene):
        return
    end = scene.sentence.span.end
    stop = scene.words(Span(end - 1, end))
    explanation = _in_its_marks(hit.entry.explanation, scene.text)
    yield Draft.of(
        [Change.to(Span(end - 1, end), f"{stop} {explanation}")],
        safe=False,
        alters=~Fact.NONE,
    )


def _in_its_marks(words: str, text: Text) -> str:
    """Words with the apostrophes that a text has throughout; as they are if it has both or none."""
    used = text.once(_apostrophes)
    return APOSTROPHE.sub(next(iter(used)), words) if len(used) == 1 else words


def _apostrophes(text: Text) -> frozenset[str]:
    return frozenset(APOSTROPHE.findall(text.document.prose))


def _said(text: Text) -> tuple[set[str], ...]:
    """The content words of each few sentences in a row: an explanation may have been cut up."""
    each = [content(sentence.text) for sentence in text.sentences]
    return tuple(set().union(*each[place : place + PARTS]) for place in range(len(each)))


def _is_in_name(hit: Hit) -> bool:
    """Whether capitals make the term part of a name: “the Directive on Automated Decisions”."""
    own = hit.entry.term
    return hit.start > 0 and any(
        word[0].isupper() and word.casefold() in own and word not in own
        for word in hit.text.split()
    )


def _is_bound(scene: Scene) -> bool:
    """Whether nothing can come between the sentence and what follows: a reference, or “It …”."""
    text, sentence = scene.text, scene.sentence
    _, end = text.document.sourcemap.to_source(sentence.span)
    if REFERENCE.match(text.document.source, end):
        return True
    stop = Span(sentence.span.end - 1, sentence.span.end)
    following = text.sentences[sentence.number + 1 : sentence.number + 2]
    return text.in_link(stop) or any(POINTS_BACK.match(each.text) for each in following)


def _speaks_of(explanation: str, words: str) -> bool:
    """Whether an explanation names the term as the text does, not “Deprivation …” for “DoLS”."""
    stem = words.lower()[:STEM]
    return stem in explanation.lower()
