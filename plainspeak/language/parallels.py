"""Two parts that hang on the main verb alike: `They say that it hurts and that it itches`.

The second opens with a word of the same sort: `that`, `to`, or a question word such as `how`.
Only where that word could go with no other verb before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import conditions, cuts, quoting, standing, syntax
from plainspeak.language.labels import BE, FINITE_TAGS, W_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Parallel", "parallel"]

_LONGEST = 7
"""More words between the subject and the first part are too many to say again."""
_LEAST_WORDS = 5
"""Fewer words than this, after the word that opens it, make no part to part from."""
_OPENINGS = frozenset({"please", "also"})
_QUESTIONS = frozenset({"how", "what", "where", "whether", "who", "why"})
_SCOPES_LISTED = """
    between both either just mainly merely neither never no not only rather simply than too
"""
_SCOPES = frozenset(_SCOPES_LISTED.split())
"""Words before the first part that may say something of both."""


@dataclass(frozen=True)
class Parallel:
    """`and that`, `and to`, `and how`, with what the second part hangs on."""

    link: Token
    """`and`."""
    subject: Token | None
    """The subject of the main verb; `None` of a command."""
    verb: tuple[Token, ...]
    """The words of the main verb, up to the first part: `have found`, `make it clear`."""
    opens: str
    """What the second part needs to open it: `that` after `say that it hurts and it itches`."""

    @property
    def equates(self) -> bool:
        """Whether the first part says what the subject is: `The aim is to help`."""
        return self.verb[-1].lower_ in BE


def parallel(sentence: Iterable[Token]) -> Parallel | None:
    """The second of two parts of a main verb, if it can be no other's."""
    tokens = list(sentence)
    root = next((c for c in syntax.clauses(tokens) if c.kind == "root"), None)
    if root is None or cuts.opens_with_condition(tokens):
        return None
    start = _start(root, tokens)
    if start is None:
        return None
    for find, opens in ((_that, ""), (_bare, "that"), (_question, ""), (_aim, "")):
        places = find(tokens, start)
        if places is not None:
            first, second = places
            verb = tokens[start:first]
            before = tokens[: second - 1]
            scoped = any(t.lower_ in _SCOPES for t in tokens[max(0, start - 2) : first])
            fits = _is_plain(verb) and not scoped and len(tokens) - second > _LEAST_WORDS
            if fits and standing.is_whole(before) and standing.is_balanced(tokens, second - 1):
                return Parallel(tokens[second - 1], root.subject, tuple(verb), opens)
    return None


def _that(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Where `that` opens two parts, or the second alone: `They say it hurts and that it itches`."""
    links = [n for n, token in enumerate(tokens) if token.lower_ == "that" and _is_link(token)]
    if not links or len(links) > 2 or links[0] <= start:
        return None
    if len(links) == 2:
        first, second = links
    else:
        first, second = start + 1, links[0]
        if tokens[start].lemma_ not in quoting.SAYING or not standing.has_subject(tokens[first:]):
            return None
    after = tokens[second + 1 :]
    joined = tokens[second - 1].lower_ == "and" and standing.has_subject(after)
    return (first, second) if joined and conditions.free_of_conditions(tokens[second:]) else None


def _bare(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Where `that` opens the first of two clauses alone: `say that it hurts and it itches`."""
    links = [n for n, token in enumerate(tokens) if token.lower_ == "that" and _is_link(token)]
    if len(links) != 1 or links[0] <= start:
        return None
    clauses = syntax.clauses(tokens)
    told = next((c for c in clauses if tokens[links[0]] in c.tokens), None)
    if told is None or told.kind != "complement":
        return None
    for clause in clauses:
        place = clause.span[0].i - tokens[0].i
        joined = clause.kind == "conj" and clause.head.head.i == told.head.i
        if joined and clause.subject is not None and tokens[place - 1].lower_ == "and":
            free = conditions.free_of_conditions(tokens[place:])
            fits = free and standing.has_subject(tokens[place:])
            return (links[0], place) if fits else None
    return None


def _question(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Where question words open two parts: `They show how it works and why it helps`."""
    found = [n for n in range(start + 1, len(tokens) - 2) if _asks(tokens, n)]
    if len(found) < 2 or tokens[found[1] - 1].lower_ != "and":
        return None
    first, second = found[:2]
    # "What it is, when it opens and how it works": a row.
    row = any(t.tag_ == "WRB" for t in tokens[first + 1 : second])
    open_ = any(t.lower_ in ("if", "unless", "except") for t in tokens[second + 1 :])
    return None if row or open_ else (first, second)


def _asks(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word opens what is asked, known or told: `how it works`, `how to ring`."""
    word, before, after = tokens[number], tokens[number - 1], tokens[number + 1 :]
    if word.lower_ not in _QUESTIONS:
        return False
    # "The place where we meet", "carers who help".
    if word.lower_ in ("where", "who") and before.pos_ in ("NOUN", "PROPN", "PRON", "PUNCT"):
        return False
    ahead = after[0].tag_ in (*FINITE_TAGS, "TO") and word.lower_ != "why"
    return ahead or standing.has_subject(after) or word.lower_ in ("how", "what")


def _aim(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Where `to` opens two parts, the only ones: `They need to ring and to write`."""
    found = [n for n in range(start + 1, len(tokens) - 1) if tokens[n].tag_ == "TO"]
    if len(found) < 2 or tokens[found[1] - 1].lower_ != "and":
        return None
    first, second = found[:2]
    if tokens[first + 1].tag_ != "VB" or tokens[second + 1].tag_ != "VB":
        return None
    # "To ring and write to them and to wait": a row.
    between = tokens[first : second - 1]
    if any(t.pos_ == "CCONJ" and t.nbor().tag_ == "VB" for t in between[:-1]):
        return None
    return (first, second) if conditions.free_of_conditions(tokens[second:]) else None


def _is_link(token: Token) -> bool:
    """Whether `that` opens what is said, not what is meant: `they say that`, `the list that`."""
    before = token.nbor(-1) if token.i else token
    said = before.pos_ in ("VERB", "ADJ", "CCONJ", "AUX") or before.text == ","
    return said and token.tag_ in ("IN", "WDT")


def _start(root: syntax.Clause, tokens: Sequence[Token]) -> int | None:
    """Where the main verb starts; `None` if it is no plain verb right after its subject."""
    carrier = syntax.finite_verb(root.head)
    if root.subject is None:
        command = tokens[0].i == root.head.i or tokens[0].lower_ in _OPENINGS
        return root.head.i - tokens[0].i if command and syntax.is_imperative(tokens) else None
    start = carrier.i - tokens[0].i
    return start if start > 0 and root.subject.i < carrier.i else None


def _is_plain(verb: Sequence[Token]) -> bool:
    """Whether the words of a verb can be said again: few, and no other verb with a tense."""
    finite = sum(token.tag_ in FINITE_TAGS for token in verb)
    return (
        0 < len(verb) <= _LONGEST
        and finite <= 1
        and all(token.text.isalpha() or token.tag_ in FINITE_TAGS for token in verb)
        and not any(t.tag_ in W_TAGS for t in verb)
    )
