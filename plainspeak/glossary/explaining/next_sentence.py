"""Whether the sentence after the one that uses a term explains it."""

from __future__ import annotations

import re

from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.glossary.explaining.predicate import Predicate, predicate_of
from plainspeak.glossary.explaining.said import said_of
from plainspeak.glossary.explaining.use import NO_WORDS, QUOTES, REACH, Use
from plainspeak.language.analysis import Sentence
from plainspeak.model import Span

__all__ = ["carried_on"]

_ASKED = pattern(r"what (?:is|are|does|do)(?: the)?(?: (?:word|term))?(?: an?)?\W*\Z")
_ALIAS = pattern(r"\A,?\s?(?:also|sometimes|often) (?:called|known as)(?: [\w’'-]+){1,3}(?=\W*\Z)")
_REPHRASED = pattern(
    r"(?:(?:in other words|that is to say|put simply|that is)(?:,|\b(?! is))|"
    r"i\.?e\.?,?)\s(?P<gloss>.+)"
)
# "This means holding you still", "this is where …", "these are schools that …": of what was just
# said, wherever in its sentence the term stands.
_RESTATED = pattern(
    r"(?:this|that|these|those)\s(?P<said>(?:just |simply |really )?(?:means? (?:that )?"
    r"(?!(?:you|your|we|it|this|some|most|many|all|if|when)\b)|(?:is|are) (?:when|where)\s|"
    r"(?:is|are) (?=(?:an? |the )?[\w’'-]+(?: [\w’'-]+){0,3} (?:that|which|who|where)\s)).+)"
)
# "With these, the council pays you …"
_WITH_IT = pattern(
    r"(?:with|under|in|during|through) (?:this|these|it|one|them),\s(?P<gloss>(?:you|people|"
    r"someone|an? [\w’'-]+|the [\w’'-]+)\s"
    r"(?!(?:can|could|will|may|might|must|need|should|have|still|also|always|never|"
    r"only)\b)\S+\s.+)"
)
_CARRIED_ON = pattern(
    r"(?:(?:in (?:essence|short|other words)|essentially|basically|so|here),?\s)?"
    r"(?:this (?:service|word|term|phrase|document|person|process|scheme|support)|"
    # "It follows that …" and "it seems that …" say nothing of the term.
    r"it(?!\s(?:\w+ly\s|also\s|then\s)?"
    r"(?:follows?|seems?|appears?|turns out|happens|depends|takes)\b)|"
    r"(?:this|that|these)(?=(?: can| may| will)? (?:is|are|be|means?|involves?|covers?|includes?|"
    r"refers?|helps?|lets?|gives?|says?|tells?|makes?|sets?|happens?)\b)|"
    r"they|he or she|the (?:term|word|idea|phrase))(?=[\s’'])\s?"
    r"(?P<said>.+)"
)


def carried_on(use: Use, following: Sentence) -> Phrase | None:
    """The words of the next sentence that say “it means …” or “this is a …” of the term."""
    span = following.span
    words = use.text.document.prose[span.start : min(span.end, span.start + REACH)]
    opening = len(words) - len(words.lstrip(NO_WORDS))
    said = words[opening:]
    if words.rstrip(QUOTES).endswith("?"):
        return None

    def phrase(match: re.Match[str]) -> Phrase:
        start = span.start + opening + match.start("gloss")
        return Phrase(use.text, following, Span(start, start + len(match["gloss"])))

    def judged(match: re.Match[str]) -> Phrase | None:
        at = span.start + opening + match.start("said")
        return said_of(Use(use.text, following, use.span), Predicate(at, match["said"]))

    rephrased = _REPHRASED.match(said)
    if rephrased is not None and (use.is_marked or _is_topic(use)):
        return phrase(rephrased)
    restated = _RESTATED.match(said)
    if restated is not None and _is_new(use, 4 if "mean" in restated["said"][:15] else 10):
        return judged(restated)
    if not _is_topic(use):
        return None
    with_it = _WITH_IT.match(said)
    if with_it is not None:
        return phrase(with_it)
    carried = _CARRIED_ON.match(said)
    return judged(carried) if carried is not None else None


def _is_topic(use: Use) -> bool:
    """Whether “it” in the next sentence is likely to be the term."""
    # In "reciprocity is a concept in co-production", "it" goes on about reciprocity.
    about_other = re.search(r"\b(?:is|are)\s(?:an?|the|one)\b", use.before, re.IGNORECASE)
    last = not _ALIAS.sub("", use.after).strip(NO_WORDS + "?!") and not about_other
    return predicate_of(use) is not None or last or bool(_ASKED.match(use.clause_before))


def _is_new(use: Use, reach: int) -> bool:
    """Whether the term is what its sentence brings in, with fewer than so many words after it."""
    about_other = re.search(r"\b(?:is|are)\s(?:an?|the|one)\b", use.before, re.IGNORECASE)
    return not about_other and len(use.after.split()) < reach and not use.asks
