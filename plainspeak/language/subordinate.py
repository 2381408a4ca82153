"""Clauses that hang on another by a word such as `because`, and what they hang on.

Conditions (`if`, `unless`, `when`) are left out: they must stay with what they govern.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CONDITIONS", "Subordinate", "subordinates"]

CONDITIONS = frozenset(
    {"if", "unless", "when", "whenever", "until", "once", "provided", "providing", "whether"}
)
"""Words of conditions, which must stay with what they govern."""

_WORDS = {
    ("even", "though"): "although",
    ("so", "that"): "so that",
    ("although",): "although",
    ("because",): "because",
    ("though",): "although",
    ("whereas",): "whereas",
    ("so",): "so that",
}


@dataclass(frozen=True)
class Subordinate:
    """A clause at the start or the end of the main clause, which it hangs on."""

    link: str
    """`although`, `because`, `so that` or `whereas`: the sort of link, whatever its words."""
    words: tuple[Token, ...]
    """The words of the link: `even though`."""
    own_verb: Token
    """The word with the tense of the clause."""
    head: Token
    """The verb, or predicate, that it hangs on."""
    verb: Token
    """The word with the tense of what it hangs on."""
    comma: Token | None
    """The comma that ends it, if it comes before the main clause; `None` if it comes last."""


def subordinates(sentence: Iterable[Token]) -> list[Subordinate]:
    """The clauses that hang on the main clause, or on one joined to it, in order."""
    tokens = list(sentence)
    clauses = syntax.clauses(tokens)
    main = {clause.head.i: clause for clause in clauses if clause.kind == "root"}
    for clause in clauses:
        if clause.kind == "conj" and clause.head.head.i in main:
            main[clause.head.i] = clause
    found = []
    for clause in clauses:
        over = main.get(clause.head.head.i)
        link = _link(clause)
        if clause.kind != "adverbial" or over is None or link is None or clause.subject is None:
            continue
        sort, words = link
        own, verb = syntax.finite_verb(clause.head), syntax.finite_verb(over.head)
        last = clause.span[-1]
        if words[0].i == tokens[0].i:
            comma = last.nbor() if last.i < tokens[-1].i else last
            # "Because it is late, and dark, we": who can tell where it ends?
            commas = [t for t in tokens if t.text == "," and t.i < verb.i]
            if comma.text == "," and commas == [comma] and verb.i > comma.i:
                found.append(Subordinate(sort, words, own, over.head, verb, comma))
        elif words[0].i > over.head.i and not any(
            token.tag_ in FINITE_TAGS and token.i > last.i for token in over.tokens
        ):
            found.append(Subordinate(sort, words, own, over.head, verb, None))
    return found


def _link(clause: syntax.Clause) -> tuple[str, tuple[Token, ...]] | None:
    """What sort of link a clause starts with, and its words."""
    for words, sort in _WORDS.items():
        opening = tuple(clause.span[: len(words)])
        if tuple(token.lower_ for token in opening) == words:
            return sort, opening
    return None
