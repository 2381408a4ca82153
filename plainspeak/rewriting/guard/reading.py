"""Whether a new sentence is harder to read than the old one.

By the two things that readability formulas count: words in a sentence and syllables in a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.language.analysis import Word
from plainspeak.language.words import syllables
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.guard.objection import Case, Objection

__all__ = ["objections"]

LEEWAY = 0.5
"""School grades by which a short sentence may seem harder for losing a few short words."""


def objections(case: Case) -> Iterator[Objection]:
    """An objection if it is harder."""
    if Fact.READING in case.draft.alters:
        return
    before = [case.before.words]
    after = [sentence.words for sentence in case.after.sentences]
    longer = max(map(len, after), default=0) > max(map(len, before))
    heavier = _syllables(after) > _syllables(before)
    if (longer or heavier) and _grade(after) > _grade(before) + (0 if longer else LEEWAY):
        yield Objection("it is harder to read")


def _syllables(sentences: Sequence[Sequence[Word]]) -> int:
    return sum(syllables(word.text) for sentence in sentences for word in sentence)


def _grade(sentences: Sequence[Sequence[Word]]) -> float:
    """The Flesch-Kincaid grade (Kincaid and others, 1975)."""
    words = sum(map(len, sentences))
    if not words:
        return 0.0
    return 0.39 * words / len(sentences) + 11.8 * _syllables(sentences) / words
