"""Words that open a condition, which must stay with all that it governs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["free_of_conditions", "governs", "is_condition"]

_CONDITIONS = frozenset({"if", "unless", "when", "whenever", "until", "once", "whether"})
_TIMES = frozenset({"when", "whenever", "once", "until"})
_PROVIDED = frozenset({"provided", "providing"})
_OPENERS = _CONDITIONS | frozenset(
    {"after", "although", "as", "because", "before", "since", "while"}
)


def is_condition(token: Token) -> bool:
    """Whether a word opens a condition, which must stay with what it governs."""
    if token.lower_ not in _PROVIDED:
        return token.lower_ in _CONDITIONS
    # "Provided that", ", provided you": but not "help provided by us".
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    opens = token.i == 0 or token.nbor(-1).is_punct
    return after.lower_ == "that" or (opens and after.pos_ != "ADP")


def governs(token: Token) -> bool:
    """Whether a word opens what may hold for both sides of `and`: `if`, `when`, `except`."""
    return token.lower_ == "except" or (is_condition(token) and token.lower_ != "whether")


def free_of_conditions(after: Sequence[Token], *, own: bool = False) -> bool:
    """Whether no condition at the end could hold for what is before the cut, too.

    Args:
        after: the words after the cut.
        own: whether they are a clause of their own, so that a time which no comma parts from them
            is theirs alone: `, and this gets hard when it rains`.
    """
    comma = next((n for n, token in enumerate(after) if token.text == ","), 0)
    opens = after[0].lower_ in _OPENERS
    rest = after[comma:] if opens else after
    return not any(
        governs(token) and not _is_inside(rest, n, own=own) for n, token in enumerate(rest)
    )


def _is_inside(tokens: Sequence[Token], number: int, *, own: bool) -> bool:
    """Whether a time is told in brackets, or is part of a clause inside: `it tells us when`."""
    word, before = tokens[number], tokens[:number]
    if word.lower_ not in _TIMES or not before:
        return False
    if own and before[-1].text != ",":
        return True
    bracket = any(token.text == "(" for token in before)
    asked = before[-1].pos_ == "VERB" and before[-1].tag_ in ("VB", "VBZ", "VBP")
    relative = any(token.tag_ in ("WDT", "WP") or token.lower_ == "that" for token in before)
    return bracket or asked or relative
