"""What the checks of the guard get and give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainspeak.glossary.matching import Hit
    from plainspeak.language.analysis import Sentence, Text
    from plainspeak.rewriting.draft import Draft

__all__ = ["Case", "Objection"]


@dataclass(frozen=True)
class Case:
    """A sentence and what a draft makes of it."""

    draft: Draft
    before: Sentence
    after: Text
    """The new sentence, or sentences, read again by the language model."""
    hits_before: tuple[Hit, ...]
    """The glossary terms in the sentence."""
    hits_after: tuple[Hit, ...]
    """The glossary terms in what became of it."""


@dataclass(frozen=True)
class Objection:
    """Something that is wrong with a draft, or may be."""

    reason: str
    """In a few words, for people: `a number changed`."""
    fatal: bool = True
    """Whether the draft must go; if not, a person should look first."""
