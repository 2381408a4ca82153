"""Three or more things in a row at the end of a paragraph become a list, one on each line.

The line before the list says how many of them count: `all of these`, `one of these`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plainspeak.language import rows, syntax
from plainspeak.language.rows import Series
from plainspeak.model import BlockKind, Finding, Span
from plainspeak.rewriting.draft import Break, Change, Draft, Fact, Scene

RULES = ("list-instead", "long-sentence")
ASKS = "Does each point belong in the list?"

LEAST_WORDS = 8
"""A row with fewer words reads well as it is."""
LEAST_SHARE = 0.4
"""So much of a sentence must be the row, or a list is no help."""
EXAMPLES = frozenset({"include", "includes", "included", "including", "like", "as"})
"""Before a row, they say that there may be more: how many count does not matter."""
VERBS = {"VB": "do", "VBZ": "does", "VBP": "do", "VBD": "did"}


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """A draft for the row of things at the end of the sentence."""
    sentence = scene.sentence
    ends = sentence.tokens.end >= len(sentence.block.doc)
    if sentence.block.kind is not BlockKind.PARAGRAPH or not ends:
        return
    for row in rows.series(sentence):
        share = row.words / max(1, len(sentence.words))
        if row.words < LEAST_WORDS or share < LEAST_SHARE or row.items[0].start == 0:
            continue
        words = _lead(scene, row)
        if words is not None and sentence.text.endswith("."):
            yield _draft(scene, row, words)


def _lead(scene: Scene, row: Series) -> str | None:
    """What the line before the list ends with, after a space; `None` if nothing fits.

    Nothing but a colon follows `including`; elsewhere `and` and `or` live on in `all of these`.
    """
    first = row.items[0]
    before = list(scene.sentence.tokens.doc[scene.sentence.tokens.start : first.start])
    if not before or syntax.is_question(scene.sentence):
        return None
    last = before[-1]
    # "From A to B", "between A and B": a list would part the pair.
    if last.lower_ in ("from", "between"):
        return None
    # A comma, dash or colon there, or a second row, and the words may not lead to this one.
    if last.is_punct or any(token.text in (":", "(", '"', "“") for token in before):
        return None
    choice = first.doc[row.items[-1].start - 1].lower_ == "or"
    if last.lower_ in EXAMPLES:
        return ""
    if any(token.lower_ in ("not", "n't", "n’t", "no", "never", "without") for token in before):
        return None
    if choice:
        these = "one of these" if syntax.is_imperative(scene.sentence) else "any of these"
    else:
        these = "all of these"
    head = first.root
    if head.pos_ in ("VERB", "AUX"):
        verb = VERBS.get(head.tag_)
        # "To help us plan, write and": what comes before must be the subject or its helper.
        ready = last.tag_ in ("MD", "TO") or syntax.is_subject(last) or head.tag_ != "VB"
        return f"{verb} {these}" if verb and ready and head.i == first.start else None
    return these if last.pos_ in ("ADP", "VERB", "AUX") else None


def _draft(scene: Scene, row: Series, words: str) -> Draft:
    span_of = scene.sentence.span_of
    spans = [span_of(item) for item in row.items]
    start = span_of(row.items[0][0].nbor(-1)).end
    lead = f" {words}:" if words else ":"
    changes = [Change.to(Span(start, spans[0].start), lead, Break.FIRST_ITEM)]
    for before, after in pairwise(spans):
        changes.append(Change.to(Span(before.end, after.start), Break.ITEM))
    changes.append(Change.to(Span(spans[-1].end, scene.sentence.span.end)))
    # "One of these" is a number, too.
    alters = Fact.QUANTITIES | Fact.NUMBERS if words else Fact.NONE
    return Draft.of(changes, safe=False, alters=alters)
