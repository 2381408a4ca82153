"""The alternatives of a term in the form of the words they would replace."""

from __future__ import annotations

from plainspeak.glossary.forms import INFLECTION_POS, head_index
from plainspeak.glossary.matching import Hit
from plainspeak.glossary.schema import Pos
from plainspeak.language import inflection

__all__ = ["alternatives_for"]

MOST = 3
"""More than three words to choose from is no help."""

INFLECTING_TAGS = {
    Pos.VERB: {"VBD", "VBG", "VBN", "VBZ"},
    Pos.NOUN: {"NNS", "NNPS"},
    Pos.ADJECTIVE: {"JJR", "JJS"},
    Pos.ADVERB: {"RBR", "RBS"},
}


def alternatives_for(hit: Hit) -> tuple[str, ...]:
    """The entry's alternatives, inflected and with capitals like the words in the text."""
    tag = _tag(hit)
    fitted = []
    for alternative in hit.entry.alternatives[:MOST]:
        form = alternative
        head = head_index(alternative, hit.entry.pos)
        if _is_owner(hit) and head + 1 < len(alternative.split()):
            continue  # "the person with an interest’s view" says that the interest has a view
        if tag:
            form = inflection.match_form(alternative, tag, head)
        if alternative.split()[head] == "be":
            form = _with_be(hit, form, head)
        fitted.append(inflection.match_case(hit.text, form))
    return tuple(dict.fromkeys(fitted))


def _with_be(hit: Hit, form: str, head: int) -> str:
    """Keep the `are` of “are located in”, and say `are` for “reside”: `be` has the most forms."""
    token = hit.block.doc[hit.head]
    words = form.split()
    if token.lemma_ == "be":
        words[head] = token.lower_
    elif token.tag_ == "VBP" and words[head] == "be":
        words[head] = "are"
    return " ".join(words)


def _is_owner(hit: Hit) -> bool:
    """Whether the term owns what follows: “the stakeholder’s view”."""
    doc = hit.block.doc
    return hit.end < len(doc) and doc[hit.end].tag_ == "POS"


def _tag(hit: Hit) -> str:
    """The tag that says which form the head of the term has; empty for the dictionary form.

    The spelling decides what is possible; the tagger chooses where spelling leaves a choice
    (`used`: past tense or participle).
    """
    token = hit.block.doc[hit.head]
    wanted: set[str] = set()
    for pos in hit.entry.pos:
        wanted |= INFLECTING_TAGS[pos]
    if not wanted:
        return ""
    seen: str = token.tag_ if token.tag_ != "NNPS" else "NNS"
    possible = set()
    lemma = _lemma(hit)
    for pos in hit.entry.pos:
        possible |= inflection.tag_of(token.lower_, lemma, INFLECTION_POS[pos])
    if possible and seen not in possible:
        choices = sorted(possible & wanted)
        base = possible - wanted
        return "" if base or not choices else choices[0]
    return seen if seen in wanted else ""


def _lemma(hit: Hit) -> str:
    term = hit.entry.term
    return term.split()[head_index(term, hit.entry.pos)].rpartition("-")[2].lower()
