"""A second verb of a sentence's subject, mostly after a comma: `The team reads it, and will ring`.

Words between may hold verbs of their own (`services that are new, and will`), so it looks at which
of them the second verb could go with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import conditions, cuts, standing, syntax
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.syntax import Clause

__all__ = ["SecondVerb", "second_verbs"]

_LONGEST_HELPERS = 4


@dataclass(frozen=True)
class SecondVerb:
    """A verb after `, and` or `, but` whose subject is that of the main verb."""

    link: Token
    """`and` or `but`."""
    subject: Token
    verb: Token
    """The verb, or the helper with the tense."""
    helpers: tuple[Token, ...]
    """The words of the main verb that it needs again: `will need to`; none if it has a tense."""


def second_verbs(sentence: Iterable[Token]) -> list[SecondVerb]:
    """The second verbs of a sentence's subject that can go with no other verb, in order."""
    tokens = list(sentence)
    root = next((c for c in syntax.clauses(tokens) if c.kind == "root"), None)
    if root is None or root.subject is None or cuts.opens_with_condition(tokens):
        return []
    carrier = syntax.finite_verb(root.head)
    if not root.subject.i < carrier.i:
        return []
    found = []
    for number, link in enumerate(tokens[:-4]):
        before, after = tokens[:number], tokens[number + 1 :]
        if link.lower_ not in ("and", "but") or number < 4:
            continue
        if after[0].lower_ == "rather":
            continue
        verb = after[1] if after[0].pos_ == "ADV" else after[0]
        apart = before[-1].text == "," or _is_mistagged(root, carrier, verb)
        if not apart and not _is_clear(root, carrier, verb, before):
            continue
        if carrier.i >= before[-1].i or any(map(conditions.governs, before)):
            continue
        if not standing.is_whole(before) or not standing.is_balanced(tokens, number):
            continue
        if not conditions.free_of_conditions(after) or _in_row(before[:-1], verb):
            continue
        helpers = _helpers(root, carrier, verb, before)
        if helpers is not None:
            found.append(SecondVerb(link, root.subject, verb, helpers))
    return found


def _helpers(
    root: Clause, carrier: Token, verb: Token, before: Sequence[Token]
) -> tuple[Token, ...] | None:
    """The words that a verb needs again; `None` if it may go with another than the main verb."""
    between = [token for token in before if token.i > carrier.i]
    if verb.tag_ in FINITE_TAGS:
        others = [token for token in between if token.tag_ in FINITE_TAGS]
        main = verb.tag_ == "MD" or _fit(carrier, verb)
        return () if main and (_is_parsed(root, verb) or not _could_join(others, verb)) else None
    aims = [token for token in between if token.tag_ == "TO"]
    if verb.tag_ == "VB" and carrier.tag_ == "VBP" and not aims and _is_parsed(root, verb):
        return () if not any(t.tag_ in FINITE_TAGS for t in between) else None
    if verb.tag_ != "VB" or verb.pos_ != "VERB" or len(aims) > 1 or carrier.tag_ == "TO":
        return None
    if any(token.tag_ in FINITE_TAGS for token in between) and not aims:
        return None
    last = aims[0] if aims else carrier
    if not aims and carrier.tag_ != "MD":
        return None
    words = tuple(token for token in before if carrier.i <= token.i <= last.i)
    plain = len(words) <= _LONGEST_HELPERS and all(t.text.isalpha() for t in words)
    return words if plain and not syntax.is_negated(root.head) else None


def _is_clear(root: Clause, carrier: Token, verb: Token, before: Sequence[Token]) -> bool:
    """Whether a verb without a comma before it can go with the main verb alone, by its form."""
    others = [t for t in before if t.i > carrier.i and t.tag_ in FINITE_TAGS]
    fits = verb.tag_ in FINITE_TAGS and carrier.tag_ == verb.tag_
    return bool(others) and fits and _is_parsed(root, verb) and not _could_join(others, verb)


def _is_mistagged(root: Clause, carrier: Token, verb: Token) -> bool:
    """Whether a verb after a plural subject is taken for an infinitive: `tests are new and use`."""
    return verb.tag_ == "VB" and carrier.tag_ == "VBP" and _is_parsed(root, verb)


def _is_parsed(root: Clause, verb: Token) -> bool:
    """Whether the parser joins a verb to the main one."""
    head = verb.head if verb.pos_ == "AUX" and verb.head.i > verb.i else verb
    return head.head.i == root.head.i and head.dep_ == "conj"


def _fit(first: Token, second: Token) -> bool:
    """Whether two verbs can tell of one thing, by their tenses."""
    # "They will be few, but aim high": after a modal, a bare verb may be a command.
    after_modal = second.tag_ == "VBZ" or (second.tag_ == "VBP" and second.pos_ == "AUX")
    return first.tag_ == second.tag_ or (first.tag_ == "MD" and after_modal)


def _could_join(others: Sequence[Token], verb: Token) -> bool:
    """Whether a verb could be joined to one of these, by their forms."""
    if verb.tag_ in ("VBZ", "VBP"):
        return any(other.tag_ in (verb.tag_, "MD") for other in others)
    return bool(others)


def _in_row(before: Sequence[Token], verb: Token) -> bool:
    """Whether a comma before shows a row of verbs: `reads it, asks you, and writes`."""
    return any(
        token.text == "," and token.nbor().tag_ in (*FINITE_TAGS, "VB", "VBG", "VBN")
        for token in before
    )
