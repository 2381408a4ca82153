"""Clauses that hang on the main one by a word such as `because`.

Conditions (`if`, `unless`, `when`) are left out: they must stay with what they govern. It looks at
words as well as grammar, since long sentences are where parsers go wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import cuts, syntax
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CONDITIONS", "Subordinate", "subordinates"]

CONDITIONS = frozenset(
    {"if", "unless", "when", "whenever", "until", "once", "provided", "providing", "whether"}
)
"""Words of conditions, which must stay with what they govern."""
_LINKS = {
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
    """A clause at the start or the end of a sentence, which the main one stands without."""

    link: str
    """`although`, `because`, `so that` or `whereas`: the sort of link, whatever its words."""
    words: tuple[Token, ...]
    """The words of the link: `even though`."""
    main: tuple[Token, ...]
    """The main clause and all that hangs on it, as far as it stands on its side of the link."""
    own: tuple[Token, ...]
    """The clause, without the words of the link."""
    comma: Token | None
    """The comma that ends it, if it comes before the main clause; `None` if it comes last."""


def subordinates(sentence: Iterable[Token]) -> list[Subordinate]:
    """The clauses that hang on the main clause, or on one joined to it, in order."""
    tokens = list(sentence)
    clauses = syntax.clauses(tokens)
    main = {clause.head.i for clause in clauses if clause.kind == "root"}
    main |= {c.head.i for c in clauses if c.kind == "conj" and c.head.head.i in main}
    hanging = {clause.span[0].i for clause in clauses if clause.head.head.i in main}
    found = []
    number = 0
    while number < len(tokens) - 2:
        link, words = _link(tokens[number : number + 2])
        after = tokens[number + len(words) :]
        if not words or not _is_clause(after):
            number += 1
            continue
        if number == 0:
            found += _first(link, words, after)
        elif tokens[number].i in hanging or not any(map(cuts.subordinates, tokens[:number])):
            found.append(Subordinate(link, words, tuple(tokens[:number]), tuple(after), comma=None))
        number += len(words)
    return found


def _first(link: str, words: tuple[Token, ...], after: Sequence[Token]) -> list[Subordinate]:
    """The clause that a sentence starts with, if one comma alone can be its end."""
    commas = [place for place, token in enumerate(after) if token.text == ","]
    ends = [
        place for place in commas if _is_clause(after[:place]) and _is_clause(after[place + 1 :])
    ]
    if len(ends) != 1 or ends[0] != commas[0]:
        return []
    own, main = after[: ends[0]], after[ends[0] + 1 :]
    return [Subordinate(link, words, tuple(main), tuple(own), comma=after[ends[0]])]


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether some words have a verb with a tense, which does not come first."""
    return any(token.tag_ in FINITE_TAGS for token in tokens[1:]) and tokens[0].text != ","


def _link(tokens: Sequence[Token]) -> tuple[str, tuple[Token, ...]]:
    """What sort of link two tokens start with, and its words; none if they start with none."""
    for words, link in _LINKS.items():
        opening = tuple(tokens[: len(words)])
        if tuple(token.lower_ for token in opening) == words:
            return link, opening
    return "", ()
