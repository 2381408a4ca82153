"""Cuts between two verbs that share a subject, which the new sentence gets back.

`The form asks for your name and tells us` becomes `The form asks for your name. It tells us`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import naming, syntax
from plainspeak.language.syntax import FINITE_TAGS, W_TAGS
from plainspeak.rewrite.draft import Fact
from plainspeak.rewrite.splitting.cut import Cut, instead

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.syntax import Clause
    from plainspeak.rewrite.draft import Scene

__all__ = ["found"]

_PAIRS = frozenset({"both", "either", "neither", "not", "n't", "n’t", "never", "no", "than"})

_CONDITIONS = frozenset({"if", "unless", "when", "whenever", "until", "once", "provided"})


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence before a second verb of its main subject."""
    clauses = syntax.clauses(scene.sentence)
    mains = [clause for clause in clauses if clause.kind == "root" and clause.subject is not None]
    for main in mains:
        seconds = [
            clause
            for clause in clauses
            if clause.kind == "conj" and clause.head.head.i == main.head.i
        ]
        if len(seconds) == 1 and seconds[0].subject is None:
            yield from _cut(scene, main, seconds[0])


def _cut(scene: Scene, main: Clause, second: Clause) -> Iterator[Cut]:
    first = second.span[0]
    link = first.nbor(-1)
    subject = main.subject
    if subject is None or link.lower_ not in ("and", "but") or subject.i > main.head.i:
        return
    # The condition may hold for the first verb too.
    if any(token.lower_ in _CONDITIONS for token in second.span):
        return
    verb, carrier = syntax.finite_verb(second.head), syntax.finite_verb(main.head)
    between = list(first.doc[carrier.i + 1 : link.i])
    if len(between) < 2 or any(token.lower_ in _PAIRS for token in between):
        return
    # "People who ring us and ask": the nearer verb could be the first one.
    if any(token.tag_ in FINITE_TAGS or token.tag_ in W_TAGS for token in between):
        return
    name = naming.again(subject)
    if name is None:
        return
    helpers = ""
    alters = Fact.NONE
    if verb.tag_ not in FINITE_TAGS:
        shared = [token for token in syntax.helpers_of(main.head) if token.i < main.head.i]
        if not _share(main.head, second.head) or not shared:
            return
        helpers = " ".join(token.text for token in shared) + " "
        alters = Fact.MODALS if any(token.tag_ == "MD" for token in shared) else Fact.NONE
    elif not _fit(carrier, verb) or not _agree(name, verb):
        return
    opening = name[0].upper() + name[1:]
    if link.lower_ == "but":
        opening = f"But {name}"
    yield Cut(
        way="shared helper" if helpers else "shared",
        start=scene.sentence.span_of(link).start,
        end=scene.sentence.span.end,
        changes=(instead(scene, [link], f"{opening} {helpers}".rstrip()),),
        safe=False,
        trouble=3 if helpers else 2,
        alters=alters,
    )


def _share(first: Token, second: Token) -> bool:
    """Whether the helper before a verb can go with a second one: `will come and go`."""
    return first.tag_ == second.tag_ and second.tag_ in ("VB", "VBN", "VBG")


def _fit(first: Token, second: Token) -> bool:
    """Whether two verbs can tell of one thing, by their tenses."""
    if first.tag_ == second.tag_ or "MD" in (first.tag_, second.tag_):
        return True
    return {first.tag_, second.tag_} == {"VBZ", "VBP"}


def _agree(name: str, verb: Token) -> bool:
    """Whether what the subject is called now goes with a verb."""
    if verb.tag_ == "VBZ":
        return name not in ("I", "you", "we", "they")
    if verb.tag_ == "VBP":
        return name in ("I", "you", "we", "they")
    return True
