"""Three or more things in a row at the end of a sentence become a list, one on each line.

The line before the list says how many of them count: `all of these`, `one of these`. Where more
sentences follow, they become a paragraph after the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plainspeak.language import rows, syntax
from plainspeak.language.analysis import Sentence
from plainspeak.language.backward import leans_back
from plainspeak.language.labels import BE
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
_DETERMINERS = ("DT", "PRP$")
"""Tags of `the`, `a`, `your`."""
BREAKS = frozenset({":", "(", '"', "“", "—", "–", "--"})
VERBS = {"VB": "do", "VBZ": "does", "VBP": "do"}
"""In the past, a row of verbs tells a story in its order."""


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """A draft for the row of things at the end of the sentence."""
    sentence = scene.sentence
    if sentence.block.kind is not BlockKind.PARAGRAPH:
        return
    following = _following(scene)
    if following is not None and leans_back(following):
        return
    for row in rows.series(sentence):
        share = row.words / max(1, len(sentence.words))
        if row.words < LEAST_WORDS or share < LEAST_SHARE or row.items[0].start == 0:
            continue
        words = _lead(scene, row)
        if words is not None and sentence.text.endswith(".") and not _is_unlike(row):
            yield _draft(scene, row, words, following)


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
    # "The edge of the page, the title": the row may start further to the left.
    if last.lower_ in ("from", "between", "of"):
        return None
    # A comma, dash or colon there, or a second row, and the words may not lead to this one.
    if last.is_punct or any(token.text in BREAKS for token in before):
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
    tells = any(token.pos_ in ("VERB", "AUX") for token in before)
    # "They are all of these" says something else.
    fits = last.pos_ in ("ADP", "VERB", "AUX") and last.lower_ not in BE
    return these if tells and fits else None


def _following(scene: Scene) -> Sentence | None:
    """The next sentence of the paragraph."""
    sentences = scene.sentence.block.sentences
    place = scene.sentence.number - scene.sentence.block.first_number + 1
    return sentences[place] if place < len(sentences) else None


def _is_unlike(row: Series) -> bool:
    """Whether the first thing is not one of the row.

    It may share its article (`a nurse, doctor or carer`), its end may be the first (`the news of
    your street, your town and your friends`), or the others explain it (`our new judges, Ann Low
    and Bo Lim`).
    """
    first, *others = row.items
    opens = first[0].tag_ in _DETERMINERS
    like_its_end = others[0][0].tag_ in _DETERMINERS and others[0][0].lower_ != first[0].lower_
    if like_its_end and any(token.lower_ == others[0][0].lower_ for token in first):
        return True
    return any(
        (opens and item.root.tag_ == "NN" and item[0].tag_ not in (*_DETERMINERS, "CD"))
        or (first.root.tag_ == "NNS" and item.root.pos_ == "PROPN")
        for item in others
    )


def _draft(scene: Scene, row: Series, words: str, following: Sentence | None) -> Draft:
    span_of = scene.sentence.span_of
    spans = [span_of(item) for item in row.items]
    start = span_of(row.items[0][0].nbor(-1)).end
    lead = f" {words}:" if words else ":"
    changes = [Change.to(Span(start, spans[0].start), lead, Break.FIRST_ITEM)]
    for before, after in pairwise(spans):
        changes.append(Change.to(Span(before.end, after.start), Break.ITEM))
    if following is None:
        changes.append(Change.to(Span(spans[-1].end, scene.sentence.span.end)))
    else:
        changes.append(Change.to(Span(spans[-1].end, following.span.start), Break.PARAGRAPH))
    # "One of these" is a number, too.
    alters = Fact.QUANTITIES | Fact.NUMBERS if words else Fact.NONE
    return Draft.of(changes, safe=False, alters=alters)
