"""Whether the sentence after the one that uses a term explains it."""

from __future__ import annotations

import re

from plainspeak.glossary.explaining.phrases import Phrase, pattern
from plainspeak.glossary.explaining.predicate import Predicate, predicate_of
from plainspeak.glossary.explaining.said import said_of
from plainspeak.glossary.explaining.use import NO_WORDS, QUOTES, REACH, Use
from plainspeak.language.analysis import Sentence
from plainspeak.model import Span

__all__ = ["carried_on"]

_ASKED = pattern(r"what (?:is|are|does|do)(?: the)?(?: (?:word|term))?(?: an?)?\W*\Z")
_ALIAS = pattern(r"\A,?\s?(?:also|sometimes|often) (?:called|known as)(?: [\w’'-]+){1,3}(?=\W*\Z)")
_REPHRASED = pattern(r"(?:in other words|that is to say|put simply),?\s(?P<gloss>.+)")
_CARRIED_ON = pattern(
    r"(?:(?:in (?:essence|short|other words)|essentially|basically|so|here),?\s)?"
    r"(?:this (?:service|word|term|phrase|document|person|process|scheme|support)|it|"
    r"(?:this|that|these)(?=(?: can| may| will)? (?:is|are|be|means?|involves?|covers?|includes?|"
    r"refers?|helps?|lets?|gives?|says?|tells?|makes?|sets?|happens?)\b)|"
    r"they|he or she|the (?:term|word|idea|phrase))(?=[\s’'])\s?"
    r"(?P<said>.+)"
)


def carried_on(use: Use, following: Sentence) -> Phrase | None:
    """The words of the next sentence that say “it means …” or “this is a … that …” of the term."""
    span = following.span
    words = use.text.document.prose[span.start : min(span.end, span.start + REACH)]
    opening = len(words) - len(words.lstrip(NO_WORDS))
    rephrased = _REPHRASED.match(words[opening:])
    carried = rephrased or _CARRIED_ON.match(words[opening:])
    if carried is None or words.rstrip(QUOTES).endswith("?"):
        return None
    # In "reciprocity is a concept in co-production", "it" goes on about reciprocity.
    about_other = re.search(r"\b(?:is|are)\s(?:an?|the|one)\b", use.before, re.IGNORECASE)
    last = not _ALIAS.sub("", use.after).strip(NO_WORDS + "?!") and not about_other
    asked = bool(_ASKED.match(use.clause_before))
    if not (predicate_of(use) is not None or last or asked):
        return None
    if rephrased is not None:
        start = span.start + opening + rephrased.start("gloss")
        return Phrase(use.text, following, Span(start, start + len(rephrased["gloss"])))
    at = span.start + opening + carried.start("said")
    return said_of(Use(use.text, following, use.span), Predicate(at, carried["said"]))
