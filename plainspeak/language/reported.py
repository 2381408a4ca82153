"""A second thing that somebody says or knows: `They say that it hurts and that it itches`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import conditions, cuts, standing, syntax
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Reported", "reported"]

_LONGEST = 6
"""More words between the subject and `that` are too many to say again."""
_OPENINGS = frozenset({"please", "also"})


@dataclass(frozen=True)
class Reported:
    """`and that` with what the second `that` hangs on."""

    link: Token
    """`and`."""
    subject: Token | None
    """The subject of the main verb; `None` of a command."""
    verb: tuple[Token, ...]
    """The words of the main verb, up to the first `that`: `have found`, `make it clear`."""


def reported(sentence: Iterable[Token]) -> Reported | None:
    """The second `that` of a main verb, if it can be no other's."""
    tokens = list(sentence)
    links = [n for n, token in enumerate(tokens) if token.lower_ == "that" and _is_link(token)]
    if len(links) < 2 or cuts.opens_with_condition(tokens):
        return None
    first, second = links[0], links[1]
    link = tokens[second - 1]
    if link.lower_ != "and" or len(links) > 2 or not standing.has_subject(tokens[second + 1 :]):
        return None
    before = tokens[: second - 1]
    if not standing.is_whole(before) or not conditions.free_of_conditions(tokens[second:]):
        return None
    root = next((c for c in syntax.clauses(tokens) if c.kind == "root"), None)
    if root is None or root.head.i >= tokens[first].i:
        return None
    start = _start(root, tokens, first)
    if start is None or not _is_plain(tokens[start:first]):
        return None
    return Reported(link, root.subject, tuple(tokens[start:first]))


def _is_link(token: Token) -> bool:
    """Whether `that` opens what is said, not what is meant: `they say that`, `the list that`."""
    before = token.nbor(-1) if token.i else token
    said = before.pos_ in ("VERB", "ADJ", "CCONJ") or before.text == ","
    return said and token.tag_ in ("IN", "WDT")


def _start(root: syntax.Clause, tokens: Sequence[Token], end: int) -> int | None:
    """Where the main verb starts; `None` if it is no plain verb right after its subject."""
    carrier = syntax.finite_verb(root.head)
    if root.subject is None:
        command = tokens[0].i == root.head.i or tokens[0].lower_ in _OPENINGS
        return root.head.i - tokens[0].i if command and syntax.is_imperative(tokens) else None
    if not root.subject.i < carrier.i:
        return None
    start = carrier.i - tokens[0].i
    return start if 0 < start < end else None


def _is_plain(verb: Sequence[Token]) -> bool:
    """Whether the words of a verb can be said again: few, and no other verb with a tense."""
    finite = sum(token.tag_ in FINITE_TAGS for token in verb)
    return (
        0 < len(verb) <= _LONGEST
        and finite <= 1
        and all(token.text.isalpha() or token.tag_ in FINITE_TAGS for token in verb)
    )
