"""Cuts before words at the end that hang on what is before: `which`, `making`, `including`.

`..., which helps us` becomes `... . This helps us`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainspeak.language import cuts, inflection, naming, syntax, tails
from plainspeak.rewriting.splitting.cut import Cut, instead

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.tails import Tail
    from plainspeak.rewriting.draft import Scene

__all__ = ["found"]

_EFFECTS = """
    add affect allow avoid bring cause change contribute create cut demonstrate draw enable ensure
    encourage force free generate give help highlight improve increase indicate keep lead leave let
    limit lower make mean prevent produce prompt protect prove provide put raise reduce reflect
    remove require result save send show slow speed stop suggest support turn
"""
_EFFECT_WORDS = frozenset(_EFFECTS.split())
"""Verbs whose subject can be all that was said: `this helps`, `this means`."""


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence before a relative clause, an `-ing` clause or examples."""
    tokens = list(scene.sentence)
    for tail in _fitting(tails.relatives(tokens), tokens):
        opening = _who(tail) if tail.first.lower_ == "who" else _which(tail)
        if opening:
            yield _cut(scene, tail, tail.first.lower_, opening, trouble=2)
    for tail in _fitting(tails.examples(tokens), tokens):
        plural = tail.noun is not None and naming.is_plural(tail.noun)
        opening = "These include" if plural else "This includes"
        yield _cut(scene, tail, "including", opening, trouble=3)
    for tail in _fitting(tails.participles(tokens), tokens):
        opening = _participle(tail, tokens)
        if opening:
            yield _cut(scene, tail, "ing", opening, trouble=4)


def _cut(scene: Scene, tail: Tail, way: str, opening: str, *, trouble: int) -> Cut:
    return Cut(
        way=way,
        start=scene.sentence.span_of(tail.first).start,
        end=scene.sentence.span.end,
        changes=(instead(scene, [tail.first], opening),),
        safe=False,
        trouble=trouble,
    )


def _fitting(found: Sequence[Tail], tokens: Sequence[Token]) -> Iterator[Tail]:
    """Those that leave a whole sentence before them, which is about what there is already."""
    for tail in found:
        before = tokens[: tail.first.i - tokens[0].i]
        # "There are things, which" and "two sorts: one, which": they say which are meant.
        there = any(token.tag_ == "EX" for token in before)
        if cuts.is_complete(before) and not there and all(t.text != ":" for t in before):
            yield tail


def _which(tail: Tail) -> str:
    """`This`, `They` or a name; nothing if none would be right."""
    lemma = inflection.lemma_of(tail.verb.text.lower(), "VERB")
    last = tail.first.nbor(-2)
    noun = tail.noun
    if lemma in _EFFECT_WORDS and tail.verb.tag_ != "VBP":
        return "This"
    # Of two nouns, the nearer one is taken for what is meant.
    if noun is None or noun.i != last.i or last.tag_ in ("NNP", "NNPS"):
        named = noun is not None and noun.i == last.i and tail.verb.tag_ != "VBP"
        return _named(last) if named else ""
    plural = naming.is_plural(noun)
    if tail.verb.tag_ in ("VBP", "VBZ") and plural != (tail.verb.tag_ == "VBP"):
        return "This" if tail.verb.tag_ == "VBZ" else ""
    return "They" if plural else "This"


def _named(noun: Token) -> str:
    name = naming.again(noun)
    return "" if name in (None, "it", "they") else f"{name[0].upper()}{name[1:]}"


def _who(tail: Tail) -> str:
    name = naming.again(tail.noun) if tail.noun is not None else None
    if name is None or tail.noun is None:
        return ""
    if name == "it":
        name = f"the {tail.noun.text}"
    if (tail.verb.tag_ == "VBP") != (name == "they") and tail.verb.tag_ in ("VBP", "VBZ"):
        return ""
    return name[0].upper() + name[1:]


def _participle(tail: Tail, tokens: Sequence[Token]) -> str:
    """`This helps`, for `helping`; nothing if somebody else may be the subject."""
    lemma = inflection.lemma_of(tail.verb.text.lower(), "VERB")
    clause = next(
        (
            c
            for c in syntax.clauses(tail.verb.sent)
            if tail.verb in c.tokens and c.head != tail.verb
        ),
        None,
    )
    if clause is None or clause.kind not in ("root", "conj") or lemma not in _EFFECT_WORDS:
        return ""
    past = syntax.finite_verb(clause.head).tag_ == "VBD"
    return f"This {inflection.inflect(lemma, 'VBD' if past else 'VBZ')}"
