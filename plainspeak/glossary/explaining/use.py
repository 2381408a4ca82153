"""A term where a text uses it, with the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.language.analysis import Sentence, Text
from plainspeak.model import Span

__all__ = ["NO_WORDS", "QUOTES", "REACH", "SHORT_BRACKET", "Use"]

REACH = 400
"""How many characters before and after a term are looked at."""

QUOTES = "‘’'“”\"*_ \t\r\n\xa0"
NO_WORDS = QUOTES + "()[]–—-•·,.:;…>#|"


@dataclass(frozen=True)
class Use:
    """A term in its sentence, with the words around it."""

    text: Text
    sentence: Sentence
    span: Span

    @property
    def before_at(self) -> int:
        """Where `before` starts in the document's prose."""
        return max(self.sentence.span.start, self.span.start - REACH)

    @cached_property
    def before(self) -> str:
        """Up to the term, without quotation marks and space at the end."""
        return self.text.document.prose[self.before_at : self.span.start].rstrip(QUOTES)

    @cached_property
    def after(self) -> str:
        """From the term on, without quotation marks and space at the start."""
        return self._rest.lstrip(QUOTES)

    @property
    def after_at(self) -> int:
        """Where `after` starts in the document's prose."""
        return self.span.end + len(self._rest) - len(self.after)

    @cached_property
    def _rest(self) -> str:
        end = min(self.sentence.span.end, self.span.end + REACH)
        return self.text.document.prose[self.span.end : end]

    @property
    def is_introduced(self) -> bool:
        """Whether it stands in quotation marks after an article: “a ‘leaderboard’ that …”."""
        return self.is_marked and bool(re.search(r"\b(?:an?|the)\Z", self.before, re.IGNORECASE))

    @property
    def is_marked(self) -> bool:
        """Whether it stands in quotation marks."""
        return bool(re.match(r"[”\"]|['’](?!\w)", self._rest))

    @property
    def is_particular(self) -> bool:
        """Whether it is one certain thing: “the pilot”, “this service”."""
        return bool(re.search(r"\b(?:the|this|that|our|my|his|her)\Z", self.before, re.IGNORECASE))

    @cached_property
    def clause_before(self) -> str:
        """What stands before the term in its own clause, without marks at the start."""
        return _CLAUSE_BREAK.split(self.before + " ")[-1].lstrip(NO_WORDS)

    @property
    def opens_clause(self) -> bool:
        """Whether nothing but an article or “the word” stands before it in its clause."""
        return bool(_OPENING.fullmatch(self.clause_before.rstrip(NO_WORDS)))

    @property
    def is_headword(self) -> bool:
        """Whether nothing but an article stands before the term in its sentence."""
        return bool(re.fullmatch(r"(?:the|an?)?", self.before.strip(NO_WORDS), re.IGNORECASE))

    @property
    def is_any_one(self) -> bool:
        """Whether it is any one of its kind: “an advocate”."""
        return bool(re.search(r"\b(?:an?|any|each|every)\Z", self.before, re.IGNORECASE))

    @property
    def is_deed(self) -> bool:
        """Whether it is the name of something people do: “fly-tipping”, “tax evasion”."""
        words = self.text.document.text_of(self.span).lower()
        return words.endswith(("ing", "tion", "sion", "ism", "ment", "practice", "travel"))

    @property
    def asks(self) -> bool:
        """Whether its sentence is a question."""
        return self.after.rstrip(QUOTES).endswith("?")

    def phrase(self, start: int, words: str) -> Phrase:
        """Words that start at an offset of the document's prose, as a phrase to judge."""
        return Phrase(self.text, self.sentence, Span(start, start + len(words)))

    def gloss(self, match: re.Match[str], group: str = "gloss") -> Phrase:
        """What a pattern found in `after`, as a phrase to judge."""
        return self.phrase(self.after_at + match.start(group), match[group])


_CLAUSE_BREAK = pattern(r"[;:]\s|,\s(?:and|but|so)\s|\b(?:because|that|and)\s")
_OPENING = pattern(
    r"(?:(?:the|an?|any|each|every|your|our|to)\b\W*)?"
    r"(?:(?:this )?(?:word|term|phrase|idea of|name|abbreviation|acronym)\b)?\W*"
)
SHORT_BRACKET = re.compile(r"\A\([^()]{1,60}\)\s*")
