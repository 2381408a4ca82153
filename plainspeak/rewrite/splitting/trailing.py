"""Cuts before words at the end that hang on what is before: `which`, `making`, `including`.

`..., which helps us` becomes `... . This helps us`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import inflection, naming, syntax, tails
from plainspeak.rewrite.splitting.cut import Cut, instead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from plainspeak.language.tails import Tail
    from plainspeak.rewrite.draft import Scene

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
    for tail in tails.relatives(tokens):
        opening = _who(tail) if tail.first.lower_ == "who" else _which(tail)
        if opening:
            yield _cut(scene, tail, tail.first.lower_, opening, trouble=2)
    for tail in tails.examples(tokens):
        plural = tail.noun is not None and naming.is_plural(tail.noun)
        opening = "These include" if plural else "This includes"
        yield _cut(scene, tail, "including", opening, trouble=3)
    for tail in tails.participles(tokens):
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


def _which(tail: Tail) -> str:
    """`This` or `They`; nothing if neither would be right."""
    lemma = inflection.lemma_of(tail.verb.text.lower(), "VERB")
    plural = tail.noun is not None and naming.is_plural(tail.noun)
    if tail.verb.tag_ == "VBP":
        return "They" if plural else ""
    if plural and tail.verb.tag_ != "VBZ" and lemma not in _EFFECT_WORDS:
        return "They" if tail.noun is not None and tail.noun.i == tail.first.i - 2 else ""
    return "This"


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
