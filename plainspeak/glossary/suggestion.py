"""The alternatives of a term in the form of the words they would replace, and where they fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.forms import INFLECTION_POS, head_index
from plainspeak.glossary.frames import Frame
from plainspeak.glossary.matching import Hit
from plainspeak.glossary.schema import Pos
from plainspeak.language import inflection, syntax, valency, variety
from plainspeak.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.analysis import Text

__all__ = ["Swap", "alternatives_for", "starts", "swaps_for"]

MOST = 3
"""More than three words to choose from is no help."""

INFLECTING_TAGS = {
    Pos.VERB: {"VBD", "VBG", "VBN", "VBZ"},
    Pos.NOUN: {"NNS", "NNPS"},
    Pos.ADJECTIVE: {"JJR", "JJS"},
    Pos.ADVERB: {"RBR", "RBS"},
}

SET_OFF = frozenset({"for example", "that is"})
"""Words with a comma after them where the sentence goes on, and before them if none is there."""
QUANTITIES = frozenset({"all", "any", "enough", "few", "many", "most", "several", "some"})
"""These need “of” before “the”: “most people”, but “most of the people”."""
NO_ARTICLE = QUANTITIES | {"a", "an", "lots", "more", "not", "plenty", "the", "too"}
"""What no article stands before."""
NO_PASSIVE = frozenset({"get", "have"})
"""Verbs whose passive nobody writes: “it was got”."""
OPENING = frozenset({"so"})
"""Words that only start a clause: not “it may so be”."""
_THIS_ONE = frozenset(
    "the this that these those my your his her its our their them us you it".split()
)
_SEPARABLE = re.compile(
    r"(?:\w+ (?:out|up|off|back|down|away|aside|together)|(?:fill|bring|send|hand|put|take|give) in"
    r"|(?:pass|put|take) on|(?:hand|take|pass) over)"
)
"""Verbs with a particle that goes behind a pronoun: “carry it out”."""
_OBJECTS = frozenset({"it", "them", "this", "that", "these", "those", "him", "her", "us", "me"})


@dataclass(frozen=True)
class Swap:
    """An alternative as it would stand in the text, with all that changes for it."""

    words: str
    """The alternative in the form of the term."""
    changes: tuple[tuple[Span, str], ...]
    """Spans of the document's prose and what stands there instead, in order of place."""
    is_first: bool
    """Whether it is the entry's first choice, or a frame says that it fits."""


def alternatives_for(hit: Hit, text: Text) -> tuple[str, ...]:
    """The entry's alternatives, inflected and with capitals and spelling like the text."""
    owner = _is_owner(hit)
    fitted = []
    for alternative in hit.entry.alternatives[:MOST]:
        if owner and head_index(alternative, hit.entry.pos) + 1 < len(alternative.split()):
            continue  # "the person with an interest’s view" says that the interest has a view
        fitted.append(_fitted(hit, text, alternative))
    return tuple(dict.fromkeys(fitted))


def swaps_for(hit: Hit, text: Text) -> Iterator[Swap]:
    """The ways to put an alternative into the text, the best first.

    Args:
        hit: where the term stands.
        text: where it was found; its grammar must be known.
    """
    for written in hit.entry.frames:
        frame = Frame.of(written, hit.entry.term)
        mended = frame.mended(hit.block.doc[hit.head], hit.end)
        if mended is not None:
            swap = _swap(hit, text, frame.alternative, is_first=True)
            around = [_change(hit, each.token, each.words) for each in mended]
            yield Swap(swap.words, (*swap.changes, *around), is_first=True)
    for number, alternative in enumerate(hit.entry.alternatives[:MOST]):
        if _fits(hit, alternative):
            yield _swap(hit, text, alternative, is_first=number == 0)


def _fits(hit: Hit, alternative: str) -> bool:
    """Whether the grammar leaves room for an alternative as it is."""
    doc, words = hit.block.doc, alternative.split()
    head = doc[hit.head]
    rest = len(words) - head_index(alternative, hit.entry.pos) - 1
    if rest and (_is_owner(hit) or valency.stands_before_noun(head)):
        return False  # “people involved views”, “a filled in form”
    if words[0] in NO_PASSIVE and valency.is_done_to(head):
        return False
    before = doc[hit.start - 1] if hit.start else None
    if alternative in OPENING:
        return before is None or before.is_punct or before.pos_ == "CCONJ" or starts(hit)
    if before is not None and before.tag_ in ("DT", "PRP$", "PDT"):
        return words[0].lower() not in NO_ARTICLE
    if before is not None and before.tag_ == "RB" and before.lower_ in ("very", "too", "so", "more"):
        return words[0].lower() not in {*NO_ARTICLE, "very", "too"}
    return True


def starts(hit: Hit) -> bool:
    """Whether a term starts its sentence."""
    return hit.start == 0 or bool(hit.block.doc[hit.start].is_sent_start)


def _swap(hit: Hit, text: Text, alternative: str, *, is_first: bool) -> Swap:
    doc = hit.block.doc
    words = _fitted(hit, text, alternative)
    following = doc[hit.end] if hit.end < len(doc) else None
    start, end, new = hit.span.start, hit.span.end, words
    if alternative in OPENING and following is not None and following.text == ",":
        end = hit.block.span_of(following).end
    elif alternative in SET_OFF:
        start, new = _set_off(hit, words)
    elif following is not None and _needs_of(hit, alternative, following):
        new = f"{words} of"
    elif following is not None and _goes_around(hit, alternative, following):
        verb, _, particle = words.rpartition(" ")
        end = hit.block.span_of(following).end
        new = f"{verb} {following.text} {particle}"
    if hit.text.endswith(".") and not new.endswith(".") and _ends_sentence(hit):
        new += "."
    changes = [(Span(start, end), new)]
    article = doc[hit.start - 1] if hit.start else None
    if article is not None and article.lower_ in ("a", "an") and article.whitespace_:
        right = inflection.article(words)
        if right != article.lower_:
            changes.insert(0, _change(hit, article, inflection.match_case(article.text, right)))
    return Swap(words, tuple(changes), is_first)


def _change(hit: Hit, token: Token, words: str) -> tuple[Span, str]:
    """The change of one word; a word that goes takes the space before it along."""
    span = hit.block.span_of(token)
    if not words and token.i and token.nbor(-1).whitespace_:
        span = Span(span.start - 1, span.end)
    return span, words


def _set_off(hit: Hit, words: str) -> tuple[int, str]:
    """Where “for example” starts, and how it stands there with its commas."""
    doc = hit.block.doc
    following = doc[hit.end] if hit.end < len(doc) else None
    start = hit.span.start
    if following is not None and not following.is_punct and not following.is_space:
        words = f"{words},"
    before = doc[hit.start - 1] if hit.start else None
    if before is not None and before.whitespace_ == " " and (before.is_alpha or before.like_num):
        if before.pos_ not in ("CCONJ", "SCONJ", "ADP", "AUX"):
            return start - 1, f", {words}"
    return start, words


def _ends_sentence(hit: Hit) -> bool:
    """Whether the stop of “etc.” ends the sentence too."""
    doc = hit.block.doc
    rest = [token for token in doc[hit.end :] if not token.is_space]
    return not rest or bool(rest[0].is_sent_start)


def _needs_of(hit: Hit, alternative: str, following: Token) -> bool:
    """Whether “of” must stay: “the majority of the forms” is “most of the forms”."""
    return (
        hit.text.lower().endswith(" of")
        and alternative.lower() in QUANTITIES
        and following.lower_ in _THIS_ONE
    )


def _goes_around(hit: Hit, alternative: str, following: Token) -> bool:
    """Whether the particle goes behind the object: “conduct it” is “carry it out”."""
    return (
        Pos.VERB in hit.entry.pos
        and hit.end == hit.head + 1
        and following.lower_ in _OBJECTS
        and syntax.object_of(hit.block.doc[hit.head]) == following
        and bool(_SEPARABLE.fullmatch(alternative))
    )


def _fitted(hit: Hit, text: Text, alternative: str) -> str:
    """An alternative in the form of the term, with its capitals and the text's spelling."""
    head = head_index(alternative, hit.entry.pos)
    tag = _tag(hit)
    form = inflection.match_form(alternative, tag, head) if tag else alternative
    if alternative.split()[head] == "be":
        form = _with_be(hit, form, head)
    other = variety.american(form)
    if other != form and variety.is_american(word.text for word in text.words):
        form = other
    return inflection.match_case(hit.text, form)


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
