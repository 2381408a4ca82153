"""What makes a sentence hard to hold together: nests, gaps, commas and joining words.

It asks `syntax` about grammar, so it works under every label scheme. A sentence is any run of
tokens, as there. `rows` finds things in a row, `cuts` where a sentence could be cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.analysis import is_word
from plainspeak.language.cuts import STOPS
from plainspeak.language.labels import FINITE_TAGS, W_TAGS
from plainspeak.language.rows import joined_rows

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Gap", "Nest", "commas", "gaps", "joins", "nests"]

_UNDER = frozenset({"relative", "adverbial", "complement"})
_SHORTEST_NEST = 4
_NEAR = 3


@dataclass(frozen=True)
class Gap:
    """A subject and its verb with words between them."""

    subject: Token
    """The head of the subject, or of the last of several: `nurses` in `doctors and nurses`."""
    verb: Token
    """The word that carries the tense."""
    words: int


@dataclass(frozen=True)
class Nest:
    """A clause inside a clause that itself hangs on another."""

    outer: syntax.Clause
    inner: syntax.Clause
    depth: int
    """How many clauses stand one inside the other here, the main clause not counted."""


def _parents(clauses: Sequence[syntax.Clause]) -> dict[int, syntax.Clause | None]:
    """The clause that each clause stands in, by the index of the inner one's head."""
    by_head = {clause.head.i: clause for clause in clauses}
    parents: dict[int, syntax.Clause | None] = {}
    for clause in clauses:
        token = clause.head
        parent = None
        while parent is None and token.head.i != token.i:
            token = token.head
            parent = by_head.get(token.i)
        parents[clause.head.i] = parent
    return parents


def nests(sentence: Iterable[Token]) -> list[Nest]:
    """The clauses that stand in a clause which itself hangs on another, the deepest first.

    Those of two or three words (`what they need`) are no burden and are left out.
    """
    clauses = syntax.clauses(sentence)
    parents = _parents(clauses)
    found = []
    for inner in clauses:
        if inner.kind not in _UNDER or len(inner.span) < _SHORTEST_NEST:
            continue
        around = []
        # "who rings and asks": the second verb hangs where the first does.
        outer = parents[inner.head.i]
        while outer is not None:
            around += [outer] if outer.kind in _UNDER else []
            outer = parents[outer.head.i]
        if around:
            found.append(Nest(around[0], inner, len(around) + 1))
    return sorted(found, key=lambda nest: -nest.depth)


def gaps(sentence: Iterable[Token]) -> list[Gap]:
    """Each subject with its verb, and how many words stand between them; the widest first.

    Only where the verb comes after the subject. Things in a row count as one subject.
    """
    found = []
    tokens = list(sentence)
    last_word = tokens[-1].i - 1 if tokens else 0
    # "An example of such a letter might be:" has its other half in what follows.
    leads_in = bool(tokens) and tokens[-1].text == ":"
    for clause in syntax.clauses(tokens):
        subject = clause.subject
        verb = syntax.finite_verb(clause.head)
        # A verb at the very end is mostly a participle that was not read right.
        if subject is None or subject.i > verb.i or verb.i >= last_word - leads_in:
            continue
        last = max(
            (token for token in (subject, *subject.conjuncts) if token.i < verb.i),
            key=lambda token: token.i,
        )
        between = subject.doc[last.i + 1 : verb.i]
        if _agree(last, verb, plural=last.i != subject.i) and not STOPS & {
            token.text for token in between
        }:
            found.append(Gap(last, verb, sum(map(is_word, between))))
    return sorted(found, key=lambda gap: -gap.words)


def _agree(subject: Token, verb: Token, *, plural: bool) -> bool:
    """Whether a noun and a verb can be subject and verb; over a long way parsers mix them up."""
    if subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    plural = plural or subject.tag_ in ("NNS", "NNPS")
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return not plural
    if verb.tag_ == "VBP" or verb.lower_ == "were":
        return plural or subject.pos_ == "PRON"
    return verb.tag_ in FINITE_TAGS


def commas(sentence: Iterable[Token]) -> list[Token]:
    """The commas that hold parts of a sentence apart.

    Those between things in a row, between adjectives, and in dates, places and names do not count.
    """
    tokens = list(sentence)
    every = [token for token in tokens if token.text == ","]
    listed = _listed(tokens) if every else set()
    return [
        comma
        for comma in every
        if comma.i not in listed
        and not _is_detail(comma)
        # Others so near are most likely part of a row: "like really, quite, totally".
        and not any(0 < abs(comma.i - other.i) <= _NEAR for other in every)
    ]


def _listed(tokens: Sequence[Token]) -> set[int]:
    """Indexes of the tokens that stand between the members of a row of words or phrases."""
    found: set[int] = set()
    heads = {clause.head.i for clause in syntax.clauses(tokens)}
    for members in joined_rows(tokens):
        for left, right in pairwise(members):
            # "It is late, and we go": clauses are no list, unless there are three or more.
            if len(members) > 2 or not {left.i, right.i} <= heads:
                found.update(range(left.i, right.i))
    return found


def _is_detail(comma: Token) -> bool:
    doc = comma.doc
    if not comma.i or comma.i + 1 >= len(doc):
        return True
    before, after = doc[comma.i - 1], doc[comma.i + 1]
    if before.is_quote or after.is_quote or before.is_bracket or after.is_bracket:
        return True
    if before.like_num or after.like_num or (syntax.is_name(before) and syntax.is_name(after)):
        return True
    return bool(before.pos_ == after.pos_ == "ADJ")


def joins(sentence: Iterable[Token]) -> list[Token]:
    """The words that join clauses with subjects: `and`, `because`, `which`; in order.

    A clause joined by a comma, or by nothing (`the form you sent`), adds none.
    """
    found: dict[int, Token] = {}
    for clause in syntax.clauses(sentence):
        if clause.kind == "root":
            continue
        first = clause.span[0]
        before = first.nbor(-1) if first.i else None
        if clause.kind == "conj":
            # "came and went": both have one subject, so the word joins no more than verbs.
            if before is not None and before.pos_ == "CCONJ" and clause.subject is not None:
                found[before.i] = before
        else:
            # "about how", "in which": the second word is the one that joins.
            link = next((token for token in clause.span[:2] if token.tag_ in W_TAGS), first)
            if link.pos_ == "SCONJ" or link.tag_ in W_TAGS:
                found[link.i] = link
    return [found[index] for index in sorted(found)]
