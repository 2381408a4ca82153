"""Cuts before or after a clause that hangs on another by `because`, `although` or `so that`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainspeak.language import cuts, subordinate
from plainspeak.language.labels import BE, FINITE_TAGS
from plainspeak.model import Span
from plainspeak.rewriting.draft import Change, Fact
from plainspeak.rewriting.splitting.cut import Cut, capital, instead

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.subordinate import Subordinate
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]

_LAST = {
    "although": "But",
    "because": "This is because",
    "because of": "This is because of",
    "so that": "This is so that",
    "whereas": "But",
    "while": "",
}
"""What the clause starts with when it is a sentence; what two things do may just stand there."""
_ABLE = frozenset({"can", "could"})
_OPEN = BE | {"including", "and", "or", "but"}
_FIRST = {"although": "But", "because": "Because of this,"}
_SCOPES = """
    not n't n’t never no nobody nothing only just mainly mostly partly largely chiefly simply
    probably
    perhaps maybe especially particularly precisely exactly even either whether rather than
"""
_SCOPE = frozenset(_SCOPES.split())
"""Words before a clause that may say something of it: `not because`, `only because`."""
_NOT = frozenset({"not", "n't", "n’t", "no", "never"})


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence at a reason, an aim or something that speaks against it."""
    for clause in subordinate.subordinates(scene.sentence):
        cut = _before(scene, clause) if clause.comma is None else _after(scene, clause)
        if cut is not None:
            yield cut


def _before(scene: Scene, clause: Subordinate) -> Cut | None:
    """`We wait because it is late`: the clause comes last."""
    words = clause.words
    last = next((t for t in reversed(clause.main) if t.text != ","), clause.main[-1])
    # "For other reasons, including because": something is left open.
    open_ = last.pos_ in ("CCONJ", "ADP", "SCONJ", "PUNCT") or last.lower_ in _OPEN
    if open_ or not cuts.is_complete(clause.main) or clause.own[0].lower_ == "of":
        return None
    # "It is about a form sent because the first was lost": why it was sent.
    if last.tag_ == "VBN" and last.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return None
    # "Not because" needs no comma; in "It is not late, because", the reason is one for all of it.
    scope = _SCOPE - _NOT if clause.main[-1].text == "," else _SCOPE
    scoped = any(token.lower_ in scope for token in clause.main)
    opening = _LAST[clause.link]
    # "That, although it is late, we wait"; "because of him and does not ring": it goes on.
    if _goes_on(clause):
        return None
    if clause.link.startswith(("because", "so that")) and scoped:
        return None
    if clause.link == "so that":
        # "Set it so that it rings" tells how; "so we wait" tells what follows, and is no aim.
        if last.pos_ == "VERB":
            return None
        if len(words) == 1:
            opening = "This is so"
            if last.text == "," or _tense(clause.own).lower_ not in _ABLE:
                return None
    if _tense(clause.main).tag_ == _tense(clause.own).tag_ == "VBD":
        opening = opening.replace("This is", "This was")
    return Cut(
        way=clause.link,
        start=scene.sentence.span_of(words[0]).start,
        end=scene.sentence.span.end,
        changes=(
            instead(scene, words, opening),
            *(() if opening else capital(scene, clause.own[0])),
        ),
        safe=False,
        trouble=1 if clause.link.startswith("because") else 2,
        # Of the words that are counted, only those of the link change.
        alters=Fact.CONDITIONS if words[0].lower_ == "even" else Fact.NONE,
    )


def _goes_on(clause: Subordinate) -> bool:
    """Whether the main clause may go on after the one that hangs on it."""
    own = clause.own
    if clause.main[-1].text == "," and clause.main[-2].lower_ == "that":
        return True
    return clause.link == "because of" and any(
        t.lower_ in ("and", "but") and own[n + 1].tag_ in FINITE_TAGS
        for n, t in enumerate(own[:-1])
    )


def _after(scene: Scene, clause: Subordinate) -> Cut | None:
    """`Although it is late, we wait`: the clause comes first."""
    opening = _FIRST.get(clause.link)
    span_of = scene.sentence.span_of
    if opening is None or clause.comma is None:
        return None
    second = clause.comma.nbor()
    first = clause.words[-1].nbor()
    start, place = span_of(clause.words[0]).start, span_of(first).start
    # "Although" goes together with the next letter, so that nothing is put in at the very start.
    letter = scene.prose[place]
    opens = start == scene.sentence.span.start
    gone = Change.to(Span(start, place + 1), letter.upper() if opens else letter)
    stop = Change.to(span_of(clause.comma), f". {opening}")
    return Cut(
        way=f"{clause.link} first",
        start=span_of(second).start,
        end=scene.sentence.span.end,
        changes=(gone, stop),
        safe=False,
        trouble=1,
        alters=Fact.CONDITIONS if clause.words[0].lower_ == "even" else Fact.NONE,
    )


def _tense(tokens: Sequence[Token]) -> Token:
    """The first word with a tense."""
    return next((token for token in tokens if token.tag_ in FINITE_TAGS), tokens[0])
