"""Answers about grammar that many rules ask for: found once for each sentence, and held by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["answered_once", "forget", "keep_text", "text_of", "tokens_of"]

_OURS = "plainspeak "
"""How the names of what a doc holds for us begin."""

T = TypeVar("T")


def tokens_of(doc: Doc) -> Sequence[Token]:
    """The tokens of a doc; spaCy makes new Python objects of them each time it is asked."""
    known: Sequence[Token] | None = doc.user_data.get(f"{_OURS}tokens")
    if known is None:
        known = doc.user_data[f"{_OURS}tokens"] = tuple(doc)
    return known


def text_of(doc: Doc) -> str:
    """The text of a doc; spaCy puts it together anew of all tokens each time it is asked."""
    known: str | None = doc.user_data.get(f"{_OURS}text")
    return doc.text if known is None else known


def keep_text(doc: Doc, text: str) -> None:
    """Keep the text of a doc with it, where it is known."""
    doc.user_data[f"{_OURS}text"] = text


def forget(doc: Doc) -> None:
    """Let go of the answers that a doc holds: tokens lead back to it, so it would stay for long."""
    for name in [each for each in doc.user_data if str(each).startswith(_OURS)]:
        del doc.user_data[name]


def answered_once(
    question: Callable[[list[Token]], Sequence[T]],
) -> Callable[[Iterable[Token]], list[T]]:
    """Have a question about the tokens of a sentence answered once for each run of tokens.

    The answers go when the doc of the tokens goes.

    Args:
        question: what it says of the same tokens must always be the same.
    """
    name = f"{_OURS}{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def ask(sentence: Iterable[Token]) -> list[T]:
        tokens = list(sentence)
        if not tokens:
            return []
        known: dict[tuple[int, ...], Sequence[T]]
        known = tokens[0].doc.user_data.setdefault(name, {})
        first, last = tokens[0].i, tokens[-1].i
        whole = last - first + 1 == len(tokens)
        stretch = (first, last) if whole else tuple(token.i for token in tokens)
        if stretch not in known:
            known[stretch] = question(tokens)
        return list(known[stretch])

    return ask
