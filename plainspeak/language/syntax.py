"""Questions about the grammar of a sentence, answered alike for both label schemes.

Parsers trained on Universal Dependencies make the noun the head (`by` hangs on `nurse`, `is` on
`nurse` in `she is a nurse`); those trained on ClearNLP labels, such as en_core_web_sm, make it
the preposition or the verb. Nobody outside this file and those it imports needs to know:
`labels.py` has the roles, `verbs.py` what belongs to one verb, `passive.py` the passive voice.

A sentence is any run of tokens: `analysis.Sentence`, or a spaCy span.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language.answers import answered_once
from plainspeak.language.labels import (
    BE,
    LABELS,
    children,
    first,
    has,
    has_child,
    heads_of,
    is_root,
)
from plainspeak.language.passive import Passive, agent_of, is_doer_further_on, passives
from plainspeak.language.verbs import (
    finite_verb,
    has_subject,
    helpers_of,
    is_finite,
    is_negated,
    is_question,
    is_subject,
    modal_of,
    object_of,
    objects,
    particle_of,
    subject_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

__all__ = [
    "Clause",
    "Passive",
    "agent_of",
    "apposition_of",
    "clauses",
    "commands",
    "copular",
    "finite_verb",
    "has_subject",
    "helpers_of",
    "is_doer_further_on",
    "is_finite",
    "is_imperative",
    "is_modifier",
    "is_name",
    "is_negated",
    "is_question",
    "is_subject",
    "modal_of",
    "noun_chunk_of",
    "object_of",
    "objects",
    "particle_of",
    "passives",
    "subject_of",
    "subtree_span",
]


@dataclass(frozen=True)
class Clause:
    """A clause with a finite verb, or a command."""

    head: Token
    """As the label scheme has it: for `she is a nurse` the noun (UD) or the verb (ClearNLP)."""
    kind: str
    """`root`, `conj`, `adverbial`, `complement` or `relative`."""
    subject: Token | None
    """Its own subject; `None` if it shares one (`came and went`) or is a command."""
    span: SpacySpan
    """From its first token to its last with the clauses inside it; no `and` before it, nor
    punctuation at its ends."""
    tokens: tuple[Token, ...]
    """Its own tokens without those of clauses inside it."""


def is_modifier(noun: Token) -> bool:
    """Whether a noun only says more of another: `carers` in `groups of carers`."""
    return has(noun, "modifying noun") or (
        has(noun, "object of preposition") and noun.head.lower_ == "of"
    )


def is_imperative(sentence: Iterable[Token]) -> bool:
    """Whether a sentence tells the reader to do something: `Send the form`, `Please do not smoke`.

    A condition before it (`If you move, tell us`) does not matter.
    """
    tokens = list(sentence)
    root = next((token for token in tokens if is_root(token)), None)
    return root is not None and not is_question(tokens) and _commands(root)


def _commands(verb: Token) -> bool:
    if children(verb, "subject"):
        return False
    copula = first(verb, "copula")
    carrier = copula or next(iter(children(verb, "passive auxiliary")), None) or verb
    if carrier.pos_ not in ("VERB", "AUX") or carrier.lower_ == "thank":
        return False
    # Taggers mix up "Send" (VB) and "send" (VBP), but only at the start can it be a command.
    opens = all(left.pos_ in ("ADV", "INTJ", "PUNCT", "CCONJ") for left in carrier.lefts)
    if carrier.tag_ != "VB" and not (carrier.tag_ == "VBP" and opens and carrier.lower_ not in BE):
        return False
    if any(child.lower_ == "to" for child in children(verb, "particle to")):
        return False
    if children(verb, "marker"):
        return False
    helpers = [child for child in children(verb, "auxiliary") if child.i != carrier.i]
    return all(helper.lower_ in ("do", "don't", "don’t") for helper in helpers)


@answered_once
def commands(tokens: Sequence[Token]) -> Sequence[Clause]:
    """The clauses of a sentence that tell the reader to do something: `Sign it and send it`.

    None in a question, and none after a subject: `you can sign it and send it`.
    """
    if is_question(tokens):
        return []
    found: dict[int, Clause] = {}
    for clause in clauses(tokens):
        head = clause.head
        if _commands(head) and (
            clause.kind == "root" or (clause.kind == "conj" and head.head.i in found)
        ):
            found[head.i] = clause
    return list(found.values())


@answered_once
def clauses(tokens: Sequence[Token]) -> Sequence[Clause]:
    """The finite clauses and commands of a sentence, in the order of their heads.

    `to`-infinitives and `-ing` clauses are part of the clause they stand in; a sentence without a
    verb has none.
    """
    heads = {token.i: kind for token in tokens if (kind := _clause_kind(token))}
    inside = {token.i for token in tokens}
    own: dict[int, list[Token]] = {head: [] for head in heads}
    # Each step up is taken once, since a sentence may be one chain of thousands of words.
    owners: dict[int, int | None] = {head: head for head in heads}
    above_of = heads_of(tokens[0].doc)
    for token in tokens:
        passed = []
        place = token.i
        while place not in owners:
            passed.append(place)
            above = above_of[place]
            if above == place:
                owners[place] = None
            place = above
        owner = owners[place]
        owners.update(dict.fromkeys(passed, owner))
        if owner is not None:
            own[owner].append(token)
    return [
        Clause(
            head=token,
            kind=heads[token.i],
            subject=next(reversed(children(token, "subject")), None),
            span=_trimmed(token, inside),
            tokens=tuple(own[token.i]),
        )
        for token in tokens
        if token.i in heads
    ]


def _clause_kind(token: Token) -> str | None:
    if token.pos_ not in ("VERB", "AUX") and not has_child(token, "helper"):
        return None
    if has(token, "auxiliary") or has(token, "copula"):
        return None
    if is_root(token):
        return "root" if is_finite(token) or _commands(token) else None
    if has(token, "conjunct") or has(token, "side by side"):
        if is_finite(token):
            return "conj"
        # "Send the form and wait": a command joined to a command, or "must sign and return".
        first = token.head
        joined = not children(token, "subject") and token.tag_ == first.tag_ == "VB"
        shared = token.tag_ == "VBN" == first.tag_ or (joined and bool(modal_of(first)))
        if has(token, "conjunct") and (shared or (joined and _commands(token))):
            return "conj" if _clause_kind(first) else None
        return None
    if not is_finite(token):
        return None
    if has(token, "relative"):
        return "relative"
    if has(token, "adverbial"):
        return "adverbial"
    if has(token, "complement") or has(token, "noun clause"):
        return "complement"
    return None


def _trimmed(head: Token, inside: set[int]) -> SpacySpan:
    """A token's subtree within the sentence, less `and` before it and punctuation at its ends."""
    start, end = head.left_edge.i, head.right_edge.i
    while start < head.i and (start not in inside or _is_trim(head.doc[start], "cc")):
        start += 1
    while end > head.i and (end not in inside or _is_trim(head.doc[end])):
        end -= 1
    return head.doc[start : end + 1]


def _is_trim(token: Token, *labels: str) -> bool:
    return bool(token.is_punct or token.is_space or token.dep_ in labels)


def noun_chunk_of(noun: Token) -> SpacySpan:
    """The noun phrase around its head: articles, adjectives, `of` phrases, nouns joined by `and`.

    Relative clauses and what stands apart from it (`, a charity,`) are left out, and so is the
    preposition before it.
    """
    kept = LABELS["in a noun phrase"] | LABELS["conjunct"]
    start, end = noun.i, noun.i
    for child in reversed(list(noun.lefts)):
        # "10 per cent of": an adverb belongs if it stands right before what is kept.
        if child.dep_ not in kept and not (child.dep_ == "advmod" and child.lower_ != "not"):
            break
        start = child.left_edge.i
    for child in noun.rights:
        if child.dep_ in kept or (child.dep_ == "case" and child.tag_ == "POS"):
            end = child.right_edge.i
        elif child.dep_ not in LABELS["joins"]:
            break
    while end > noun.i and _is_trim(noun.doc[end]):
        end -= 1
    return noun.doc[start : end + 1]


def subtree_span(token: Token) -> SpacySpan:
    """Everything that hangs on a token, without `and` before it or punctuation at its ends."""
    return _trimmed(token, set(range(token.left_edge.i, token.right_edge.i + 1)))


def apposition_of(noun: Token) -> Token | None:
    """The head of what explains a noun right after it: `charity` in `Mind, a charity,`."""
    return first(noun, "apposition")


def copular(sentence: Iterable[Token]) -> list[tuple[Token, Token]]:
    """Subject and predicate of each `X is Y`, as their heads.

    Places and times (`is in the garden`) are not counted.
    """
    found = []
    for token in sentence:
        subject = next(reversed(children(token, "subject")), None)
        if subject is None:
            continue
        if children(token, "copula"):
            # "The aim is to help" says what happens, not what something is.
            if token.pos_ != "VERB" and not any(
                case.tag_ != "POS" for case in children(token, "preposition")
            ):
                found.append((subject, token))
        elif token.lower_ in BE:
            predicate = first(token, "predicate")
            if predicate is not None:
                found.append((subject, predicate))
    return found


def is_name(token: Token) -> bool:
    """Whether a token is a name or a capitalised part of one: `Care` in `the Care Act`."""
    if token.pos_ == "PROPN":
        return True
    joins = token.dep_ in ("compound", "flat", "amod", "nmod", "nmod:desc", "nummod")
    return bool(joins and token.head.pos_ == "PROPN" and token.text[0].isupper())
