"""Words that open a condition, which must stay with all that it governs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["free_of_conditions", "governs", "is_condition"]

_CONDITIONS = frozenset({"if", "unless", "when", "whenever", "until", "once", "whether"})
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


def free_of_conditions(after: Sequence[Token]) -> bool:
    """Whether no condition at the end could hold for what is before the cut, too."""
    comma = next((n for n, token in enumerate(after) if token.text == ","), 0)
    opens = after[0].lower_ in _OPENERS
    rest = after[comma:] if opens else after
    return not any(map(governs, rest))
