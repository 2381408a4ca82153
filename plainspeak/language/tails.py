"""Words at the end of a sentence that could be a sentence of their own.

`..., which helps us`, `..., making it easier`, `..., a sure sign`. A sentence is any run of tokens;
label schemes do not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import inflection, naming, standing, syntax
from plainspeak.language.cuts import STOPS
from plainspeak.language.labels import FINITE_TAGS, W_TAGS, has

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Tail",
    "appositions",
    "objects",
    "owners",
    "participles",
    "places",
    "references",
    "relatives",
    "stresses",
]

_PLACE_LISTED = """
    area building camp centre center chapter city conference country district event garden hall home
    hospital house library market meeting museum office page park place region room school section
    site stadium state station street studio surgery theatre town university village ward website
"""
_PLACES = frozenset(_PLACE_LISTED.split())
_MOST_ADVERBS = 2
_IN_PHRASE = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
_OPEN_PHRASE = frozenset({"CD", "DT", "PRP$"})
_STRESSES = frozenset({"especially", "particularly"})
_STRESSED = frozenset({"as", "because", "if", "when", "where"})
_SUMMARY_NOUNS = """
    achievement approach change concept decision experience fact feature figure habit idea increase
    mistake move practice principle problem process reason result rise rule sign situation skill
    step strategy task technique thing trend way
"""
_SUMMARIES = frozenset(_SUMMARY_NOUNS.split())
"""Nouns that can stand for all that was said: `..., a sure sign that`."""


@dataclass(frozen=True)
class Tail:
    """Words after a comma that run to the end of a sentence."""

    first: Token
    """Their first word: `which`, `making`, `including`."""
    verb: Token
    """Their verb: of a relative clause the word with the tense; `making`."""
    noun: Token | None
    """The noun they say more of; `None` if that is the whole sentence, or nobody can tell."""


def relatives(sentence: Iterable[Token]) -> list[Tail]:
    """The relative clauses with `which` or `who` as their subject that follow a comma or a dash."""
    tokens = list(sentence)
    clauses = [clause for clause in syntax.clauses(tokens) if clause.kind == "relative"]
    found = []
    for number, token in enumerate(tokens[2:-2], start=2):
        mark = tokens[number - 1].text
        link = token.lower_ in ("which", "who") or (token.lower_ == "that" and token.tag_ == "WDT")
        if not link or (mark != "," and mark not in STOPS):
            continue
        verb = _own_verb(tokens[number + 1 :])
        if (
            verb is None
            or verb.tag_ not in FINITE_TAGS
            or standing.goes_on(tokens[number + 1 :], verb)
        ):
            continue
        around = [clause for clause in clauses if token in clause.tokens]
        noun = around[0].head.head if around else None
        if noun is not None and (noun.pos_ not in ("NOUN", "PROPN") or noun.i > token.i):
            noun = None
        near = noun is not None and noun.pos_ == "NOUN" and noun.i == token.i - 2
        if token.lower_ != "that" or near:
            found.append(Tail(token, verb, noun))
    return found


def _own_verb(tokens: Sequence[Token]) -> Token | None:
    """The verb of a clause whose subject comes right before: `(which) in turn helps`."""
    after = tokens[: 1 + _MOST_ADVERBS]
    if [token.lower_ for token in tokens[:2]] == ["in", "turn"]:
        after = tokens[2:4]
    return next((token for token in after if token.pos_ != "ADV"), None)


def participles(sentence: Iterable[Token]) -> list[Tail]:
    """The `-ing` clauses at the end of a sentence: `..., making it easier`."""
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-2], start=2):
        marked = tokens[number - 1].text == "," or tokens[number - 1].text in STOPS
        if token.tag_ != "VBG" or token.pos_ != "VERB" or not marked:
            continue
        # "Reading, writing and counting" is a row, and "testing" may be a thing.
        if syntax.is_subject(token) or tokens[number + 1].pos_ in ("CCONJ", "PUNCT"):
            continue
        # "We are testing it, asking people" is none: "are testing" has a tense.
        rivals = [t for t in (token.head, *token.conjuncts) if not syntax.is_finite(t)]
        if standing.goes_on(tokens[number + 1 :], token) or any(
            other.tag_ == "VBG" and other.i != token.i for other in rivals
        ):
            continue
        head = token.head
        found.append(Tail(token, token, head if head.pos_ in ("NOUN", "PROPN") else None))
    return found


def appositions(sentence: Iterable[Token]) -> list[Tail]:
    """The nouns at the end of a sentence that explain one: `..., a charity that helps carers`.

    `noun` is the noun that is explained; `None` if it is all that was said: `..., a sure sign`.
    """
    tokens = list(sentence)
    found: list[Tail] = []
    for number, token in enumerate(tokens[2:-4], start=2):
        mark = tokens[number - 1]
        opens = token.lower_ in ("a", "an") or (token.lower_ == "the" and mark.text in STOPS)
        if not opens or mark.text not in (",", *STOPS):
            continue
        after, noun = tokens[number:], tokens[number - 2]
        head = token.head
        if head.pos_ != "NOUN" or head.right_edge.i < tokens[-2].i or token.i > head.i:
            continue
        if any(t.lower_ in ("and", "or") for t in after) and "," in [t.text for t in after[:-1]]:
            continue
        # "A room with a view, a room with a balcony or a small flat": a row.
        joined = (t.lower_ in ("and", "or") and n.tag_ in _OPEN_PHRASE for t, n in pairwise(after))
        if head.conjuncts or any(joined):
            continue
        lemma = inflection.lemma_of(head.lower_, "NOUN")
        alone = sum(t.text in STOPS for t in tokens) == 1
        if mark.text in STOPS and alone and not _has_root_verb(after) and noun.pos_ == "NOUN":
            found.append(Tail(token, head, noun))
        elif lemma in _SUMMARIES:
            found.append(Tail(token, head, None))
        elif has(head, "apposition") and head.head.i == noun.i and noun.pos_ in ("NOUN", "PROPN"):
            found.append(Tail(token, head, noun))
    return found


def places(sentence: Iterable[Token]) -> list[Tail]:
    """Where the end of a sentence tells what happens at a place: `..., where people can meet`.

    Or in a case: `..., in which case you need a form`. The verb is the one with the tense.
    """
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-4], start=2):
        case = [t.lower_ for t in tokens[number : number + 3]] == ["in", "which", "case"]
        length = 3 if case else int(token.lower_ == "where")
        noun = tokens[number - 2]
        if not length or tokens[number - 1].text != ",":
            continue
        after = tokens[number + length :]
        if after[0].text == ",":
            after = after[1:]
        named = noun.pos_ == "PROPN" and noun.text.isalpha()
        place = named or inflection.lemma_of(noun.lower_, "NOUN") in _PLACES
        verb = standing.verb_ahead(after)
        if (case or place) and verb is not None and after[0].lower_ != "there":
            found.append(Tail(token, verb, None if case else noun))
    return found


def owners(sentence: Iterable[Token]) -> list[Tail]:
    """Where `whose` at the end tells of what somebody or something has: `..., whose form is new`.

    The verb is the one with the tense.
    """
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-3], start=2):
        if token.lower_ != "whose" or tokens[number - 1].text != ",":
            continue
        after, noun = tokens[number + 1 :], tokens[number - 2]
        verb = standing.verb_ahead(after)
        if (
            verb is not None
            and noun.pos_ in ("NOUN", "PROPN")
            and not _may_be_another(tokens[: number - 1])
            and not standing.goes_on(after, verb)
        ):
            found.append(Tail(token, verb, noun))
    return found


def _may_be_another(tokens: Sequence[Token]) -> bool:
    """Whether words end in something of something, both one or both many: `the son of the owner`.

    Of `a list of groups`, only the groups are `they`.
    """
    link = next((t for t in reversed(tokens) if t.pos_ not in _IN_PHRASE), None)
    if link is None or link.lower_ != "of" or not link.i:
        return False
    owned = link.nbor(-1)
    same = naming.is_plural(owned) == naming.is_plural(tokens[-1])
    return owned.pos_ in ("NOUN", "PROPN") and same


def objects(sentence: Iterable[Token]) -> list[Tail]:
    """Where `which` at the end is the object of a verb: `the form, which we sent last week`.

    The verb is the word after which the object would stand by itself: `sent`, or `from` in `which
    they all benefit from`.
    """
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-3], start=2):
        if token.lower_ != "which" or tokens[number - 1].text != ",":
            continue
        after, noun = tokens[number + 1 :], tokens[number - 2]
        first = standing.verb_ahead(after)
        if first is None or after[0].pos_ == "VERB" or noun.pos_ != "NOUN":
            continue
        # "A book of dates, which": is it the book or the dates?
        if not has(noun, "object"):
            continue
        if standing.goes_on(after, first) or sum(t.tag_ in FINITE_TAGS for t in after) > 1:
            continue
        # "Which they can spend on food, and clothes": the clothes may be given too.
        if any(t.text == "," and n.pos_ == "CCONJ" for t, n in pairwise(after) if t.i > first.i):
            continue
        verb = token.head
        if verb.pos_ != "VERB" or verb.i < first.i or verb.tag_ == "VBG":
            continue
        end = tokens[-2] if tokens[-1].is_punct else tokens[-1]
        if has(token, "object") and verb.nbor().pos_ not in ("PRON", "ADJ"):
            found.append(Tail(token, verb, noun))
        elif end.pos_ == "ADP" and end.head.i in (token.i, verb.i):
            found.append(Tail(token, end, noun))
    return found


def stresses(sentence: Iterable[Token]) -> list[Tail]:
    """Where the end says when what is told holds most: `..., especially if it is cold`.

    The verb is the one with the tense in that part.
    """
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-4], start=2):
        mark, after = tokens[number - 1], tokens[number + 2 :]
        marked = mark.text == "," or mark.text in STOPS
        if token.lower_ in _STRESSES and marked and tokens[number + 1].lower_ in _STRESSED:
            verb = standing.verb_ahead(after)
            if verb is not None and not standing.goes_on(after, verb):
                found.append(Tail(token, verb, None))
    return found


def _has_root_verb(tokens: Sequence[Token]) -> bool:
    """Whether words have a verb with a tense that no `that` or `who` before it opens."""
    verb = next((n for n, t in enumerate(tokens) if t.tag_ in FINITE_TAGS), None)
    return verb is not None and not any(t.tag_ in W_TAGS for t in tokens[:verb])


def references(sentence: Iterable[Token]) -> list[Tail]:
    """Where the end of a sentence says where more is told: `..., as described in the guide`."""
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-3], start=2):
        verb = tokens[number + 1]
        if token.lower_ != "as" or tokens[number - 1].text != "," or verb.tag_ != "VBN":
            continue
        after = tokens[number + 2 :]
        if any(t.text == "," for t in after) or _has_root_verb(after):
            continue
        if after[0].pos_ == "ADP":
            found.append(Tail(token, verb, None))
    return found
