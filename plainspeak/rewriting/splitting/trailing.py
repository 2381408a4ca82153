"""Cuts before words at the end that hang on what is before: `which`, `making`, `including`.

`..., which helps us` becomes `... . This helps us`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import cuts, examples, inflection, naming, syntax, tails
from plainspeak.language.conditions import governs
from plainspeak.language.labels import FINITE_TAGS
from plainspeak.model import PLACEHOLDER, Span
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.splitting.cut import Cut, capital, full_stop, instead, put
from plainspeak.rewriting.splitting.shared import agree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.examples import Example
    from plainspeak.language.syntax import Clause
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

_DEEDS = """
    add build bring carry check choose collect describe examine explain follow give keep learn list
    look make note put set share start store take test use work write
"""
_DEED_WORDS = frozenset(_DEEDS.split())
"""Verbs whose subject is that of the main verb: `they test it, using`."""

_NO_DEEDS = """
    accord assume bar base be begin compare concern consider depend do end exclude fail have
    include involve lack mean owe pend range regard relate say see speak think total vary
"""
_NO_DEED_WORDS = frozenset(_NO_DEEDS.split())
"""Verbs that as `-ing` often are no deed of the subject: `depending on`, `ranging from`."""
_BACK_TO_DOERS = frozenset({"each", "one", "ourselves", "themselves", "yourself", "yourselves"})
_DOER_NAMES = frozenset({"I", "you", "we", "they", "he", "she"})
_MODAL = re.compile(r" (?:can|could|may|might|must|should|will|would) ")


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence before a relative clause, an `-ing` clause or examples."""
    tokens = list(scene.sentence)
    for tail in _fitting(tails.relatives(tokens), tokens):
        opening = _who(tail) if tail.first.lower_ == "who" else _which(tail)
        agrees = tail.first.nbor().lower_ != "were" or opening in ("They", "These")
        if opening and agrees:
            yield _cut(scene, [tail.first], tail.first.lower_, opening, trouble=2)
    for tail in _fitting(tails.owners(tokens), tokens):
        yield from _owner(scene, tail)
    for tail in _fitting(tails.objects(tokens), tokens):
        yield _object(scene, tail)
    for example in examples.examples(tokens):
        if _fits(example.words[0], tokens):
            yield _cut(scene, example.words, "examples", _include(example), trouble=3)
    for tail in _fitting(tails.appositions(tokens), tokens):
        opening = _is(tail)
        if opening:
            yield _before(scene, tail.first, opening)
    for tail in _fitting(tails.places(tokens), tokens):
        links = tokens[tail.first.i - tokens[0].i :][: 1 if tail.noun is not None else 3]
        yield _cut(scene, links, "where", "There," if tail.noun else "In that case,", trouble=4)
    for tail in _fitting(tails.references(tokens), tokens):
        yield _cut(scene, [tail.first], "as", "This is", trouble=3)
    for tail in tails.stresses(tokens):
        opening = _stressed(tail, tokens)
        if opening:
            yield _cut(scene, [tail.first], tail.first.lower_, opening, trouble=2)
    for tail in _fitting(tails.participles(tokens), tokens):
        opening = _participle(tail, tokens)
        if opening:
            yield _cut(scene, [tail.first], "ing", opening, trouble=4)


def _cut(scene: Scene, links: Sequence[Token], way: str, opening: str, *, trouble: int) -> Cut:
    return Cut(
        way=way,
        start=scene.sentence.span_of(links[0]).start,
        end=scene.sentence.span.end,
        changes=(instead(scene, links, opening),),
        safe=False,
        trouble=trouble,
        alters=Fact.MODALS if _MODAL.search(opening) else Fact.NONE,
    )


def _owner(scene: Scene, tail: Tail) -> Iterator[Cut]:
    """The cut before `whose`, which becomes `Their`, `Its` or `The nurse's`."""
    name = naming.again(tail.noun) if tail.noun is not None else None
    # The guard takes "Ann's" for another name than "Ann".
    if name is not None and name.islower():
        own = {"it": "Its", "they": "Their"}.get(name) or f"{name[0].upper()}{name[1:]}'s"
        yield _cut(scene, [tail.first], "whose", own, trouble=2)


def _object(scene: Scene, tail: Tail) -> Cut:
    """The cut before `which` as an object: `, which we sent` becomes `. We sent it`."""
    it = " them" if tail.noun is not None and naming.is_plural(tail.noun) else " it"
    place = scene.sentence.span_of(tail.verb).end
    return Cut(
        way="which object",
        start=scene.sentence.span_of(tail.first).start,
        end=scene.sentence.span.end,
        changes=(
            instead(scene, [tail.first], ""),
            *capital(scene, tail.first.nbor()),
            put(Span(place, place), it),
        ),
        safe=False,
        trouble=3,
    )


def _before(scene: Scene, first: Token, opening: str) -> Cut:
    """The cut before a noun that stays: `, a charity` becomes `. It is a charity`."""
    return Cut(
        way="apposition",
        start=scene.sentence.span_of(first).start,
        end=scene.sentence.span.end,
        changes=(full_stop(scene, first, opening),),
        safe=False,
        trouble=3,
    )


def _fitting(found: Sequence[Tail], tokens: Sequence[Token]) -> Iterator[Tail]:
    """Those that leave a whole sentence before them, which is about what there is already."""
    return (tail for tail in found if _fits(tail.first, tokens))


def _fits(first: Token, tokens: Sequence[Token]) -> bool:
    before = tokens[: first.i - tokens[0].i]
    # "There are things, which" and "two sorts: one, which": they say which are meant.
    there = any(token.tag_ == "EX" for token in before)
    if there or any(t.text == ":" for t in before):
        return False
    # "One way – with tools such as maps – is": the words between dashes end, the sentence goes on.
    dashes = [token.i < first.i - 1 for token in tokens if token.text in cuts.STOPS - {";"}]
    between = sum(dashes) % 2 == 1 and not all(dashes)
    return cuts.is_complete(before) and not between


def _include(example: Example) -> str:
    """What says that there are such things: `These include`; with `or`, `These can be`."""
    plural = naming.is_plural(example.noun)
    if example.choice:
        return "These can be" if plural else "This can be"
    return "These include" if plural else "This includes"


def _is(tail: Tail) -> str:
    """`This is`, `The nurse was`; nothing if the noun cannot be named again."""
    past = any(token.tag_ == "VBD" for token in tail.verb.sent)
    be = "was" if past else "is"
    if tail.noun is None:
        return f"This {be}"
    name = naming.again(tail.noun)
    if naming.is_plural(tail.verb) != naming.is_plural(tail.noun):
        return ""
    if naming.is_plural(tail.noun):
        return "These were" if past else "These are"
    # "Leeds was a city" would say that it is none now.
    if name is None or (past and not naming.is_person(tail.noun)):
        return ""
    return f"This {be}" if name == "it" else f"{name[0].upper()}{name[1:]} {be}"


def _which(tail: Tail) -> str:
    """`This`, `They` or a name; nothing if none would be right."""
    lemma = inflection.lemma_of(tail.verb.text.lower(), "VERB")
    last = tail.first.nbor(-2)
    noun = tail.noun
    if lemma in _EFFECT_WORDS and tail.verb.tag_ != "VBP":
        return "This"
    # Of two nouns, the nearer one is taken for what is meant.
    if noun is None or noun.i != last.i or last.tag_ in ("NNP", "NNPS"):
        named = last.tag_ in ("NNP", "NNPS") and last.text != PLACEHOLDER
        if named and tail.verb.tag_ != "VBP":
            return _named(last)
        return _loose(tail, last)
    plural = naming.is_plural(noun)
    if tail.verb.tag_ in ("VBP", "VBZ") and plural != (tail.verb.tag_ == "VBP"):
        return "This" if tail.verb.tag_ == "VBZ" else ""
    return "They" if plural else "This"


def _loose(tail: Tail, last: Token) -> str:
    """`This` or `These`, where `which` may mean one of several things, or all that was said."""
    if tail.verb.tag_ == "VBZ":
        return "This"
    plural = naming.is_plural(last)
    if tail.verb.tag_ == "VBP":
        return "These" if plural else ""
    if tail.noun is not None and plural:
        return "These" if naming.is_plural(tail.noun) else ""
    return "" if plural else "This"


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


def _stressed(tail: Tail, tokens: Sequence[Token]) -> str:
    """`This is especially true`, of what must be done `important`; nothing after a condition."""
    before = tokens[: tail.first.i - tokens[0].i]
    conditional = cuts.opens_with_condition(before) or any(map(governs, before))
    if conditional or not cuts.is_complete(before) or any(t.text == ":" for t in before):
        return ""
    duty = any(t.lower_ in ("must", "should", "need", "needs") for t in before)
    duty = duty or syntax.is_imperative(before)
    finite = next((t for t in before if t.tag_ in FINITE_TAGS), None)
    be = "was" if finite is not None and finite.tag_ == "VBD" else "is"
    return f"This {be} {tail.first.lower_} {'important' if duty else 'true'}"


def _participle(tail: Tail, tokens: Sequence[Token]) -> str:
    """`This helps` or `They use`; nothing if somebody else may be the subject."""
    lemma = inflection.lemma_of(tail.verb.text.lower(), "VERB")
    clause = next(
        (
            c
            for c in syntax.clauses(tail.verb.sent)
            if tail.verb in c.tokens and c.head != tail.verb
        ),
        None,
    )
    if clause is None and lemma == "mean" and cuts.is_complete(tokens):
        return "This means"
    if clause is None or not _is_told(clause):
        return ""
    carrier = syntax.finite_verb(clause.head)
    # "You should keep a list, making sure": that is for "you" to do.
    name = naming.again(clause.subject) if clause.subject is not None else None
    doer = tail.verb.nbor().lower_ == "sure" and carrier.tag_ == "MD" and name in _DOER_NAMES
    if _has_second(tokens[tail.verb.i - tokens[0].i :]):
        return ""
    if lemma in _EFFECT_WORDS and not doer:
        # People help "each other"; what was said cannot.
        if tail.verb.nbor().lower_ in _BACK_TO_DOERS:
            return ""
        return f"This {inflection.inflect(lemma, 'VBD' if carrier.tag_ == 'VBD' else 'VBZ')}"
    if clause.kind == "complement":
        return ""
    # "News, writing tutorials, links" is a row.
    after = tokens[tail.verb.i - tokens[0].i + 1 :]
    row = after[0].tag_ in ("JJ", "NN", "NNS") and any(t.text == "," for t in after)
    if row or after[0].lower_ in ("with", "from"):
        return ""
    known = lemma in _DEED_WORDS or doer or _is_deed(tail, lemma, clause, tokens)
    if not known or tail.verb.head.i != clause.head.i or clause.kind == "conj":
        return ""
    if any(passive.verb.i == clause.head.i for passive in syntax.passives(tokens)):
        return ""
    if clause.subject is None:
        return lemma.capitalize() if syntax.is_imperative(tokens) else ""
    if name is None or not agree(name, carrier) or clause.subject.i > carrier.i:
        return ""
    return f"{name[0].upper()}{name[1:]} {_form(lemma, name, carrier)}"


def _has_second(tokens: Sequence[Token]) -> bool:
    """Whether `and` opens a second `-ing` clause: `making it warm and helping us`."""
    words = [t for t in tokens if t.pos_ != "ADV"]
    return any(one.pos_ == "CCONJ" and other.tag_ == "VBG" for one, other in pairwise(words))


def _is_told(clause: Clause) -> bool:
    """Whether the writer tells a clause as a fact: a main one, or one after `it means that`."""
    means = inflection.lemma_of(clause.head.head.lower_, "VERB") in ("ensure", "mean", "show")
    return clause.kind in ("root", "conj") or (clause.kind == "complement" and means)


def _is_deed(tail: Tail, lemma: str, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether somebody, the subject, must be who does what an `-ing` clause tells."""
    subject = clause.subject
    if subject is None or lemma in _NO_DEED_WORDS or clause.head.pos_ != "VERB":
        return False
    doer = subject.tag_ == "PRP" and naming.again(subject) in _DOER_NAMES
    doer = doer or naming.is_person(subject)
    # "Ways of helping people, meeting them": it may go on with another `-ing`.
    other = any(t.tag_ == "VBG" for t in tokens if clause.head.i < t.i < tail.verb.i)
    # "A fresh, arresting phrase".
    bare = tail.verb.nbor().tag_ in ("NN", "JJ")
    return doer and not other and not bare


def _form(lemma: str, name: str, carrier: Token) -> str:
    """A verb as it is after a name, in the tense of the main verb: `uses`, `should use`."""
    if carrier.tag_ == "MD":
        return f"{carrier.lower_} {lemma}"
    if carrier.tag_ == "VBD":
        return inflection.inflect(lemma, "VBD")
    plural = name in ("I", "you", "we", "they")
    return inflection.inflect(lemma, "VBP" if plural else "VBZ")
