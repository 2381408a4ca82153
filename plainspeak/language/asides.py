"""Parts of a long sentence that could be said in a sentence of their own, with other words.

`cuts` finds where a sentence falls into two that can stand. These parts cannot stand as they are,
but they are the next best place to start: what brackets hold, what hangs on at the end, and what
opens the sentence without being a condition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.analysis import is_word
from plainspeak.language.cuts import STOPS, opens_with_condition
from plainspeak.language.labels import FINITE_TAGS, children, has

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from plainspeak.language.analysis import Sentence

__all__ = ["Aside", "best_aside"]

LEAST_WORDS = 5
"""Fewer words than this are no burden where they are."""
LEAST_REST = 7
"""The most of a sentence must stay, or there is nothing to part from."""
_CONTRASTS = frozenset({"although", "though", "whereas", "while"})
"""Openings and tails that say a thing of their own, whatever the rest says."""
_REASONS = frozenset({"because", "since"})
_TAIL_REASONS = _REASONS | {"as"}
"""At the start `as` mostly tells when: `As you get older`."""
_GO_ON = frozenset({"and", "but", "if", "not", "or", "unless"})
"""Brackets that open with one go on with the words before them."""
_RELATIVES = frozenset({"which", "who", "whose", "where"})


@dataclass(frozen=True)
class Aside:
    """A part of a sentence that could be said by itself."""

    kind: str
    """`brackets`, `opening`, `tail`, or `verb`: a second verb of the main subject."""
    part: SpacySpan
    """Its words, without the marks around it; for `opening`, the words that follow it."""
    words: int
    """How many words would go."""


def best_aside(sentence: Sentence) -> Aside | None:
    """The part whose going leaves the sentence most even; `None` if no part stands out.

    Sentences with quotation marks are left alone: what somebody said is not the writer's to part.
    """
    tokens = list(sentence)
    if any(token.is_quote for token in tokens):
        return None
    count = len(sentence.words)
    fits = [
        aside
        for aside in (*_brackets(tokens), *_openings(sentence), *_tails(sentence))
        if LEAST_WORDS <= aside.words <= count - LEAST_REST
    ]
    return min(fits, key=lambda aside: abs(2 * aside.words - count), default=None)


def _aside(kind: str, part: SpacySpan, away: SpacySpan | None = None) -> Aside:
    return Aside(kind, part, sum(map(is_word, part if away is None else away)))


def _brackets(tokens: list[Token]) -> Iterator[Aside]:
    opened = [token.i for token in tokens if token.text == "("]
    closed = [token.i for token in tokens if token.text == ")"]
    if len(opened) == len(closed):
        doc = tokens[0].doc
        for start, end in zip(opened, closed, strict=True):
            if start + 1 < end and doc[start + 1].lower_ not in _GO_ON:
                yield _aside("brackets", doc[start + 1 : end])


def _openings(sentence: Sentence) -> Iterator[Aside]:
    """`Although it was late, we …`; conditions (`If`, `When`) belong to what follows them."""
    tokens = list(sentence)
    doc = tokens[0].doc
    if tokens[0].lower_ not in _CONTRASTS | _REASONS:
        return
    for clause in syntax.clauses(tokens):
        if clause.span[0].i != tokens[0].i or clause.kind != "adverbial" or not clause.subject:
            continue
        if clause.head.tag_ == "VBG":
            continue  # "While you are waiting" tells when
        comma = clause.head.right_edge.i + 1
        ends = (at for at in (comma - 1, comma) if at < len(doc) and doc[at].text == ",")
        at = next(ends, None)
        if at is not None and at + 1 < tokens[-1].i:
            yield _aside("opening", doc[at + 1 : tokens[-1].i], doc[tokens[0].i : at])


def _tails(sentence: Sentence) -> Iterator[Aside]:
    """What hangs on at the end: `, giving them time`, `who will call you`, `and report back`."""
    tokens = list(sentence)
    doc = tokens[0].doc
    end = tokens[-1].i + (not tokens[-1].is_punct)
    for clause in syntax.clauses(tokens):
        first = clause.span[0]
        if first.i < tokens[0].i + LEAST_REST or not _ends_there(clause.head, end):
            continue
        comma = first.nbor(-1).text == ","
        word = first.lower_
        if clause.kind == "relative" and word in _RELATIVES and (comma or _only_adds(clause)):
            yield _aside("tail", doc[first.i : end])
        elif clause.kind == "adverbial" and comma and clause.subject is not None:
            start = first.i - (word in _CONTRASTS and first.nbor(-1).lower_ == "even")
            if word in _CONTRASTS | _TAIL_REASONS | {"even"} and clause.head.tag_ != "VBG":
                yield _aside("tail", doc[start:end])
    for token in tokens:
        if token.i < tokens[0].i + LEAST_REST or not _ends_there(token, end):
            continue
        before = token.nbor(-1)
        participle = token.tag_ == "VBG" and has(token, "adverbial") and before.text == ","
        if participle and not children(token, "conjunct"):
            yield _aside("tail", doc[token.i : end])
        elif before.lower_ == "and" and has(token, "conjunct") and _shares_modal(token):
            if opens_with_condition(tokens):
                continue  # the condition holds for both verbs
            yield _aside("verb", doc[token.i : end])


def _ends_there(head: Token, end: int) -> bool:
    """Whether all that hangs on a word, in one go, ends where the sentence does."""
    part = head.doc[head.left_edge.i : end]
    return head.right_edge.i >= end - 1 and not any(token.text in STOPS | {":"} for token in part)


def _only_adds(clause: syntax.Clause) -> bool:
    """Whether a clause without a comma tells more of one thing: `your contact who will help you`.

    In `those who need help`, `teams which are new`, it says which ones are meant.
    """
    noun, modal = clause.head.head, syntax.modal_of(clause.head)
    return noun.tag_ in ("NN", "NNP") and modal is not None and modal.lower_ == "will"


def _shares_modal(verb: Token) -> bool:
    """Whether a verb goes on from the main one: `report` in `will check it and report back`."""
    main = verb.head
    return (
        verb.tag_ == "VB"
        and main.tag_ == "VB"
        and main.head.i == main.i
        and syntax.modal_of(main) is not None
        and syntax.has_subject(main)
        and not children(verb, "marker")
        and sum(token.tag_ in FINITE_TAGS for token in verb.doc[main.i + 1 : verb.i]) == 0
        and len(children(main, "conjunct")) == 1
    )
