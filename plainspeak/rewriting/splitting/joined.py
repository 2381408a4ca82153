"""Cuts between parts that each have a subject: `..., and they will`, `...; it is`.

Commands joined to commands belong here too: they need no subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from plainspeak.language import cuts, joints, quoting, standing, syntax
from plainspeak.language.conditions import governs, is_condition
from plainspeak.language.labels import FINITE_TAGS
from plainspeak.rewriting.splitting.cut import Cut, capital, full_stop, instead

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.cuts import Split
    from plainspeak.language.joints import Joint
    from plainspeak.rewriting.draft import Change, Scene

__all__ = ["found"]

_ELSEWHERE = frozenset({"which", "because", "or", cuts.SAME_SUBJECT})
"""Links that other files look after; two sides of a choice belong together."""
_REPORTS = frozenset({"that", "whether", "how", "why", "what"})
"""After these, a part joined by `and` may be part of what somebody thinks or says."""
_AIMS = frozenset({"must", "should", "essential", "important", "vital", "try"})
_ABLE = frozenset({"can", "could"})
_LEADS_IN = frozenset({"ADV", "CCONJ", "PUNCT"})
_LEADS_ON = frozenset(
    {"for example", "for instance", "in addition", "in fact", "in general", "in short", "of course"}
)
_DASHES = cuts.STOPS - {";"}


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence at `and`, `but`, `so`, `yet`, semicolons and dashes."""
    for split in cuts.splits(scene.sentence, reported=True):
        if split.link not in _ELSEWHERE and split.clean:
            yield from _at(scene, split)
    for joint in joints.joints(scene.sentence):
        yield _loose(scene, joint)
    yield from _commands(scene)


def _loose(scene: Scene, joint: Joint) -> Cut:
    """The cut at a joint that only words show."""
    changes: tuple[Change, ...]
    if joint.case:
        changes = (full_stop(scene, joint.token, joint.case),)
    elif joint.link in joints.SPLICES and joint.token.nbor().text != ",":
        # "However small" would be something else.
        changes = (instead(scene, [joint.token], f"{joint.link.capitalize()},"),)
    else:
        changes = (full_stop(scene, joint.token), *capital(scene, joint.token))
    return Cut(
        way=joint.link,
        start=scene.sentence.span_of(joint.token).start,
        end=scene.sentence.span.end,
        changes=changes,
        safe=False,
        trouble=1 + bool(joint.case),
    )


def _at(scene: Scene, split: Split) -> Iterator[Cut]:
    sentence = scene.sentence
    tokens = list(sentence)
    number = split.token.i - tokens[0].i
    before, after = tokens[:number], tokens[number:]
    if split.link in ("and", ";") and _row_of_clauses(before, split.token):
        return
    if "not only" in " ".join(token.lower_ for token in before):
        return
    aside = _in_dashes(before)
    aimed = split.link == "so" and _tells_aim(before, after[1:])
    quoted = any(token.is_quote for token in tokens) or quoting.opens_speech(before)
    # "It helps when you are late but the bus is not": both are part of when.
    if split.link == "but" and before[-1].text != "," and any(map(governs, before[1:])):
        return
    # "We wrote this, so you can plan": who can tell if that is the aim, or what came of it?
    able = split.link == "so" and _tense(after[1:]).lower_ in _ABLE
    doubtful = aimed or quoted or cuts.opens_with_condition(before, bare=True) or able
    doubtful |= _has_setting(before, after)
    # "There may be forms that are new but there is no list": it may be part of what may be.
    open_ = before[-1].text != "," and any(map(cuts.subordinates, before[1:]))
    doubtful |= split.link == "but" and open_
    if split.link == "and":
        if aside or any(map(is_condition, tokens)) or standing.has_bare_clause(before):
            return
        # "They must ensure that it is safe, and it is known": both parts may be ensured.
        if not all(map(_says_more, filter(cuts.subordinates, before[1:]))):
            return
        if joints.promises(before, after):
            return
        doubtful |= syntax.is_imperative(before)
        doubtful |= any(token.lower_ in _REPORTS or cuts.subordinates(token) for token in before)
    start = full_stop(scene, split.token, "This is" if aimed else "")
    yield Cut(
        way=split.link,
        start=sentence.span_of(split.token).start,
        end=sentence.span.end,
        changes=(start,) if aimed else (start, *capital(scene, split.token)),
        safe=not doubtful and (not aside or split.link in _DASHES),
        trouble=0,
    )


def _has_setting(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether an opening with a comma may hold for both sides of a cut: `Without a permit, you`.

    It is no matter where the second side has it too, or where it only leads on: `For example`.
    """
    start = next((n for n, token in enumerate(before) if token.pos_ not in _LEADS_IN), 0)
    if before[start].pos_ not in ("ADP", "SCONJ"):
        return False
    opening = list(takewhile(lambda t: t.text != "," and t.tag_ not in FINITE_TAGS, before[start:]))
    words = " ".join(token.lower_ for token in opening)
    ended = start + len(opening) < len(before) and before[start + len(opening)].text == ","
    return ended and words not in _LEADS_ON and words not in " ".join(t.lower_ for t in after)


def _says_more(link: Token) -> bool:
    """Whether a link word opens a clause that says more of the noun right before it."""
    return link.lower_ in ("that", "which", "who", "as") and link.nbor(-1).pos_ in ("NOUN", "PROPN")


def _in_dashes(before: Sequence[Token]) -> bool:
    """Whether a dash opens something before a cut, and none closes it: `X – not Y – and Z`."""
    end = len(before)
    # A dash right before the cut goes with the comma and the "and".
    while end and (before[end - 1].text in _DASHES or before[end - 1].lower_ == "and"):
        end -= 1
    return sum(token.text in _DASHES for token in before[:end]) % 2 == 1


def _row_of_clauses(before: Sequence[Token], last: Token) -> bool:
    """Whether a cut would leave a row of sentences with commas only: `A is, B is, and C is`."""
    return any(
        clause.kind == "conj"
        and clause.subject is not None
        and clause.span[0].i < last.i
        and clause.span[0].i > before[0].i
        and clause.span[0].nbor(-1).text == ","
        for clause in syntax.clauses(before)
    )


def _tells_aim(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether `so` says what something is for: `Test it, so people can ...`."""
    if syntax.is_imperative(before):
        return True
    wanted = any(token.lower_ in _AIMS for token in before) or any(
        token.lower_ == "need" and token.nbor().lower_ == "to" for token in before
    )
    return wanted and _tense(after).lower_ in _ABLE


def _tense(tokens: Sequence[Token]) -> Token:
    """The first word with a tense."""
    return next((token for token in tokens if token.tag_ in FINITE_TAGS), tokens[0])


def _commands(scene: Scene) -> Iterator[Cut]:
    """The cut between two commands: `Sign the form and send it to us`."""
    sentence = scene.sentence
    commands = syntax.commands(sentence)
    if len(commands) != 2:
        return
    first, second = commands
    opening = sentence.tokens[0]
    place = second.span[0]
    between = list(place.doc[first.head.i + 1 : place.i - 1])
    if place.nbor(-1).lower_ != "and" or len(between) < 2 or first.head.i > opening.i + 1:
        return
    # "Try to ring and ask": who can tell what the second is joined to?
    if syntax.is_negated(first.head) or any(
        token.tag_ == "TO" or is_condition(token) for token in (*between, *second.span)
    ):
        return
    if not cuts.is_complete(list(opening.doc[opening.i : place.i - 1])):
        return
    yield Cut(
        way="command",
        start=sentence.span_of(place).start,
        end=sentence.span.end,
        changes=(full_stop(scene, place), *capital(scene, place)),
        safe=False,
        trouble=1,
    )
