"""Which verb a term is the subject of: by the grammar, or else the verb right after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.explaining.opinions import judges
from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import LONGEST_PARSED
from plainspeak.glossary.explaining.use import QUOTES, REACH, SHORT_BRACKET, Use
from plainspeak.language import syntax
from plainspeak.language.analysis import Need

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ADVERBS", "Predicate", "predicate_of"]

ADVERBS = r"(?:(?:in (?:this|our) \w+|here|just|often|sometimes|can|may|\w+ly)\s){0,2}"
_MEANS = pattern(r"means\s(?:that|to do with|\w+ing|when|an?|the|for)\b")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_LEADS_TO_VERB = pattern(r"\A(?:(?:in (?:this|our) \w+|here|just|often|sometimes|\w+ly)\s){0,2}")
_VERB = pattern(
    ADVERBS + r"(?:is|are|was|were|has|have|can|may|will|does|do|did|(?!this\b)[a-z]{2,}s|mean|"
    r"refer|stand|describe|involve|give|hit|let|happen|aim|act|help|show|say|set|give|link|"
    r"look)\b"
)
_ARTICLES = frozenset({"a", "an", "the", "any", "each", "every", "your", "our", "“", "‘", '"', "'"})
_DESCRIBES = frozenset({"DT", "PRP$", "JJ", "NN", "NNP", "VBN", "HYPH", "``", "''"})


@dataclass(frozen=True)
class Predicate:
    """What a sentence says of a term."""

    at: int
    """Where its words start in the document's prose."""
    words: str
    """From the verb on."""
    verb: Token | None = None
    """The verb, or what stands for it; `None` without a grammar."""


def predicate_of(use: Use) -> Predicate | None:
    """What the sentence says of the term, from the verb on."""
    if use.asks:
        return None
    found = _by_grammar(use)
    if found is not None:
        return found
    rest = SHORT_BRACKET.sub("", use.after, count=1).lstrip(QUOTES + ",")
    at = use.after_at + len(use.after) - len(rest)
    return Predicate(at, rest) if use.opens_clause and _has_verb(use, at, rest) else None


def _has_verb(use: Use, at: int, words: str) -> bool:
    """Whether words that start at an offset of the prose start with a verb."""
    if Need.TAGS not in use.text.offers or (use.is_headword and _MEANS.match(words)):
        return bool(_VERB.match(words))
    block = use.sentence.block
    start = at - block.offset + len(words) - len(_LEADS_TO_VERB.sub("", words, count=1))
    found = block.doc.char_span(start, start + 1, alignment_mode="expand")
    if found is not None and found[0].pos_ in ("VERB", "AUX"):
        return True
    # Every sentence has a verb. If the tagger saw none, it took this one for a noun.
    seen = any(token.tag_ in _FINITE for token in use.sentence.tokens[:LONGEST_PARSED])
    return use.is_headword and not seen and bool(_VERB.match(words))


def _by_grammar(use: Use) -> Predicate | None:
    """What is said of the term, perhaps with an article before it, if it is a subject."""
    if Need.PARSE not in use.text.offers or len(use.sentence.tokens) > LONGEST_PARSED:
        return None
    block = use.sentence.block
    start = use.span.start - block.offset
    found = block.doc.char_span(start, start + len(use.span), alignment_mode="expand")
    if found is None:
        return None
    noun = found.root
    if noun.pos_ == "ADJ" and noun.head.pos_ == "NOUN" and noun.head.i == found.end:
        noun = noun.head  # "a chronic illness is …"
    verb = noun.head
    if verb.i <= noun.i or syntax.subject_of(verb) != noun:
        return None
    if syntax.is_negated(verb) or not syntax.is_finite(verb):
        return None
    own = block.doc[noun.left_edge.i : found.start]
    described = [token.text for token in own if token.lower_ not in _ARTICLES]
    if judges(" ".join(described)) or any(
        token.tag_ not in _DESCRIBES or token.lower_.endswith("ing") for token in own
    ):
        return None
    for token in block.doc[noun.i + 1 : verb.i + 1]:
        if token == verb or (token.head == verb and token.pos_ == "AUX"):
            at = block.offset + int(token.idx)
            end = min(use.sentence.span.end, use.span.end + REACH)
            return Predicate(at, use.text.document.prose[at:end], verb)
    return None
