"""Questions about a verb: its tense, its helpers, who does it and to what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plainspeak.language.labels import FINITE_TAGS, LABELS, children, first, hanging, has, is_root

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "finite_verb",
    "has_subject",
    "helpers_of",
    "is_finite",
    "is_negated",
    "is_question",
    "is_subject",
    "modal_of",
    "object_of",
    "objects",
    "particle_of",
    "subject_of",
]

_MODALS = frozenset(
    {
        "can",
        "ca",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "sha",
        "should",
        "will",
        "wo",
        "would",
        "ought",
    }
)
_NEGATORS = frozenset({"not", "n't", "n’t", "never", "nt"})


def particle_of(verb: Token) -> Token | None:
    """The particle right after a verb: `in` of `was filled in`."""
    return next((t for t in children(verb, "verb particle") if t.i == verb.i + 1), None)


def is_finite(verb: Token) -> bool:
    """Whether a verb, or the predicate it is, has a tense or a modal: not `to be told`, `being`."""
    if verb.tag_ in FINITE_TAGS and not _carries_perfect(verb):
        return True
    helpers = [*children(verb, "auxiliary"), *children(verb, "copula")]
    return any(helper.tag_ in FINITE_TAGS for helper in helpers)


def _carries_perfect(verb: Token) -> bool:
    """Whether a past tense tag must be a participle's, since auxiliaries come before it."""
    return verb.tag_ == "VBD" and bool(children(verb, "auxiliary"))


def subject_of(verb: Token) -> Token | None:
    """The head of a verb's subject; of the verb it is joined to, if it has none of its own."""
    seen = 0
    while seen < 20:
        if has(verb, "copula") or (has(verb, "auxiliary") and verb.pos_ == "AUX"):
            verb = verb.head
        subjects = children(verb, "subject")
        if subjects:
            # With two ("the aim is that you stay"), the one inside comes last.
            return subjects[-1]
        if not has(verb, "conjunct") or is_root(verb):
            return None
        verb = verb.head
        seen += 1
    return None


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own: not `went` in `they came and went`."""
    return bool(children(verb, "subject"))


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of a verb."""
    return has(token, "subject")


def object_of(verb: Token) -> Token | None:
    """The head of a verb's direct object."""
    return first(verb, "object")


def objects(verb: Token) -> list[Token]:
    """The heads of a verb's objects, indirect ones too, in order."""
    both = LABELS["object"] | LABELS["indirect object"]
    found = []
    for label, child in hanging(verb):
        if label not in both:
            continue
        # "gave it to her": ClearNLP makes "to" the indirect object; UD has no object there.
        if child.pos_ != "ADP":
            found.append(child)
    return found


def is_negated(verb: Token) -> bool:
    """Whether `not` or `never` hangs on a verb, or `no longer`."""
    for label, child in hanging(verb):
        if label in LABELS["negation"]:
            if child.lower_ in _NEGATORS:
                return True
            if child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no":
                return True
    return False


def modal_of(verb: Token) -> Token | None:
    """The modal of a verb: `must` in `must be sent`."""
    for child in children(verb, "auxiliary"):
        if child.tag_ == "MD" or (not child.tag_ and child.lower_ in _MODALS):
            return child
    return None


def is_question(sentence: Iterable[Token]) -> bool:
    """Whether a sentence ends with a question mark."""
    tokens = list(sentence)
    while tokens and (tokens[-1].is_quote or tokens[-1].is_bracket or tokens[-1].is_space):
        tokens.pop()
    return bool(tokens) and "?" in tokens[-1].text


def helpers_of(verb: Token) -> list[Token]:
    """The auxiliaries before a verb, in order, without `to`: `will` and `be` of `will be sent`."""
    return [
        child for child in children(verb, "auxiliary") if child.i < verb.i and child.lower_ != "to"
    ]


def finite_verb(head: Token) -> Token:
    """The word of a clause that carries its tense: `must` of `must be sent`, `is` of `is a nurse`.

    The head itself if it has no helper.
    """
    helpers = [*children(head, "auxiliary"), *children(head, "copula")]
    finite = (helper for helper in helpers if helper.tag_ in FINITE_TAGS)
    return next(finite, head)
