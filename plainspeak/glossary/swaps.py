"""How an alternative takes a term's place: which fit there, and what changes around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.forms import head_index
from plainspeak.glossary.frames import Frame
from plainspeak.glossary.matching import Hit, starts_sentence
from plainspeak.glossary.schema import Pos
from plainspeak.glossary.suggestion import MOST, fitted, is_owner
from plainspeak.language import articles, syntax, valency
from plainspeak.language.letter_case import match_case
from plainspeak.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.analysis import Text

__all__ = ["SET_OFF", "Swap", "swaps_for"]

SET_OFF = frozenset({"for example", "that is"})
"""Words with a comma after them where the sentence goes on, and before them if none is there."""
CLOSING = frozenset("’”'\")]")
"""Marks at the end of words that a comma can follow."""
QUANTITIES = frozenset({"all", "any", "enough", "few", "many", "most", "several", "some"})
"""These need “of” before “the”: “most people”, but “most of the people”."""
NO_ARTICLE = QUANTITIES | {"a", "an", "lots", "more", "not", "plenty", "the", "too"}
"""What no article stands before."""
NO_PASSIVE = frozenset({"get", "go", "have"})
"""Verbs whose passive nobody writes: “it was got”, “it was gone back to”."""
BARE_VERBS = frozenset({"do", "get", "go", "have", "make", "put", "take"})
"""Verbs that say little without an object."""
BEFORE_CLAUSE = frozenset({"make sure"})
"""What only a clause can follow: not “make sure the quality”."""
OPENING = frozenset({"so"})
"""Words that only start a clause: not “it may so be”."""
_THIS_ONE = frozenset(
    re.findall(r"\w+", "the this that these those my your his her its our their them us you it")
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


def swaps_for(text: Text, hit: Hit) -> Iterator[Swap]:
    """The ways to put an alternative into the text, the best first.

    Args:
        text: whose grammar is known.
        hit: where the term stands in it.
    """
    for written in hit.entry.frames:
        frame = Frame.of(written, hit.entry.term)
        mended = frame.mended(hit.block.doc[hit.head], hit.end)
        if mended is not None:
            swap = _swap(text, hit, frame.alternative, is_first=True)
            around = [_change(hit, each.token, each.words) for each in mended]
            yield Swap(swap.words, (*swap.changes, *around), is_first=True)
    for number, alternative in enumerate(hit.entry.alternatives[:MOST]):
        if _fits(hit, alternative) and fitted(text, hit, alternative):
            yield _swap(text, hit, alternative, is_first=number == 0)


def _fits(hit: Hit, alternative: str) -> bool:
    """Whether the grammar leaves room for an alternative as it is."""
    doc, words = hit.block.doc, alternative.split()
    head = doc[hit.head]
    rest = len(words) - head_index(alternative, hit.entry.pos) - 1
    if rest and (is_owner(hit) or valency.stands_before_noun(head)):
        return False  # “people involved views”, “a filled in form”
    if words[0] in NO_PASSIVE and valency.is_done_to(head):
        return False
    if alternative in BEFORE_CLAUSE and valency.does_to_noun(head):
        return False
    if valency.stands_before_noun(head) and not _goes_before_noun(head, alternative):
        return False
    following = doc[hit.end] if hit.end < len(doc) else None
    if alternative == "greatly" and following is not None and following.tag_ in ("JJR", "RBR"):
        return False  # “greatly larger”
    if alternative == "during" and following is not None and following.tag_ == "VBG":
        return False  # “during making a plan”
    before = doc[hit.start - 1] if hit.start else None
    if alternative == "enough" and before is not None and before.lower_.endswith("ly"):
        return False  # “legally enough facts”
    if alternative in OPENING:
        return (
            before is None
            or before.is_punct
            or before.pos_ == "CCONJ"
            or starts_sentence(doc[hit.start])
        )
    if before is not None and before.tag_ in ("DT", "PRP$", "PDT"):
        return words[0].lower() not in NO_ARTICLE and (before.lower_, words[0]) != ("an", "other")
    if (
        before is not None
        and before.tag_ == "RB"
        and before.lower_ in ("very", "too", "so", "more")
    ):
        return words[0].lower() not in {*NO_ARTICLE, "very", "too"}
    return True


def _goes_before_noun(head: Token, alternative: str) -> bool:
    """Whether it can say more of the noun after it: not “a badly doing team”, “documents page”."""
    if head.tag_ in ("VBG", "VBN"):
        return alternative not in BARE_VERBS
    return head.tag_ != "NN" or not alternative.endswith("s") or alternative.endswith("ss")


def _swap(text: Text, hit: Hit, alternative: str, *, is_first: bool) -> Swap:
    doc = hit.block.doc
    words = fitted(text, hit, alternative)
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
        right = articles.article(words)
        if right != article.lower_:
            changes.insert(0, _change(hit, article, match_case(article.text, right)))
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
    if before is None or before.whitespace_ != " ":
        return start, words
    if not (before.is_alpha or before.like_num or before.text in CLOSING):
        return start, words
    return start - 1, f", {words}"


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
