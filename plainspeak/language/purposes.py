"""What something is for, at the end of a sentence: `We ring first to make sure that you are in`.

It looks at words as well as grammar, since parsers often hang `to` on the wrong word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import cuts, inflection, standing, syntax
from plainspeak.language.labels import FINITE_TAGS, has

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FirstPurpose", "Purpose", "first_purpose", "purposes"]

_AIMS = """
    achieve allow assess avoid build calculate cause check clarify compare confirm create decide
    develop demonstrate determine discover discuss enable encourage ensure evaluate explain explore
    find fix gain gauge gather get give help identify improve inform keep learn let limit maintain
    make measure minimise minimize monitor obtain overcome persuade prevent produce promote protect
    prove provide raise reach reassure reduce remind resolve safeguard save see share show solve
    stop study support teach tell test track understand verify
"""
_AIM_VERBS = frozenset(_AIMS.split())
_SURE = frozenset({"avoid", "check", "ensure", "find", "make", "prevent", "see"})
"""Of those, the verbs that hardly ever complete a noun."""
_TAKERS = """
    able allow appear apply ask attempt be begin cause choose compel continue dare decide
    design enable encourage expect fail find force get happen have help hesitate hope instruct
    intend invite know lead learn let like look manage mean need offer ought persuade plan prefer
    prepare promise refuse remain request require seek seem start strive struggle take teach tell
    endeavor endeavour tempt tend train trust try urge use want warn wish work
"""
_TAKER_VERBS = frozenset(_TAKERS.split())
"""Verbs that what follows `to` may complete: `need to make`, `ask them to check`."""
_NOUNS = """
    ability action aim anybody anyone anything approach attempt authority capacity case challenge
    chance choice commitment decision demand desire duty easier effort everything experience
    failure freedom goal idea incentive information instruction intention job means measure method
    money mission motivation need nothing obligation one opportunity option order permission place
    plan policy position potential power pressure process proposal reason request requirement
    resource responsibility right skill someone something space step strategy system task team
    technique tendency thing time tool trouble way what willingness work
"""
_NOUNS_BEFORE = frozenset(_NOUNS.split())
"""Nouns that what follows `to` may complete: `a way to make`, `the time to check`."""
_SCOPES_LISTED = """
    not n't n’t never no nor nobody nothing only just simply merely too enough so such
"""
_SCOPES = frozenset(_SCOPES_LISTED.split())
_LEAST_WORDS = 6
_FIRST_AIMS_LISTED = """
    avoid encourage ensure help improve keep limit maintain make minimise prevent protect reduce
"""
_FIRST_AIMS = frozenset(_FIRST_AIMS_LISTED.split())
"""Verbs that tell why to do a thing, not how to get it: unlike `To open the lid, press it`."""
_PRONOUNS_LISTED = """
    he her him his it its one she such that their them these they this those
"""
_PRONOUNS = frozenset(_PRONOUNS_LISTED.split())
"""Words that may look back, to what would come after them."""


@dataclass(frozen=True)
class Purpose:
    """Words at the end of a sentence that say what the rest is for."""

    words: tuple[Token, ...]
    """The words that open it: `to`, `in order to`, `so as to`."""
    past: bool
    """Whether what is before it is told in the past."""


@dataclass(frozen=True)
class FirstPurpose:
    """Words at the start of a sentence that say what the rest is for."""

    verb: Token
    """The verb after `to`."""
    last: Token
    """Their last word, before the comma."""
    main: Token
    """The first word of what comes after the comma."""
    past: bool


def first_purpose(sentence: Iterable[Token]) -> FirstPurpose | None:
    """The aim that opens a sentence, if the rest can be said before it; else `None`."""
    tokens = list(sentence)
    words = [token.lower_ for token in tokens[:3]]
    place = 3 if words == ["in", "order", "to"] else int(words[:1] == ["to"])
    if not place or len(tokens) < 2 * _LEAST_WORDS or _lemma(tokens[place]) not in _FIRST_AIMS:
        return None
    ends = [
        n
        for n, token in enumerate(tokens[:-_LEAST_WORDS])
        if token.text == ","
        and (standing.has_subject(tokens[n + 1 :]) or standing.is_command(tokens[n + 1 :]))
    ]
    if len(ends) != 1:
        return None
    aim, main = tokens[place : ends[0]], tokens[ends[0] + 1 :]
    root = next((c for c in syntax.clauses(tokens) if c.kind == "root"), None)
    if root is None or root.head.i < main[0].i or len(aim) < _LEAST_WORDS - 2:
        return None
    looks_back = any(t.lower_ in _PRONOUNS and t.pos_ != "SCONJ" for t in (*aim, *main))
    scoped = any(t.lower_ in _SCOPES for t in main)
    if looks_back or scoped or any(t.tag_ == "MD" and t.lower_ == "would" for t in main):
        return None
    row = "," in [t.text for t in aim] or syntax.is_question(tokens)
    past = any(t.tag_ == "VBD" for t in main) and not any(t.tag_ in ("VBZ", "VBP") for t in main)
    return None if row else FirstPurpose(tokens[place], aim[-1], main[0], past)


def purposes(sentence: Iterable[Token]) -> list[Purpose]:
    """The aims at the end of a sentence, which stands without them, in order."""
    tokens = list(sentence)
    mains = {c.head.i for c in syntax.clauses(tokens) if c.kind in ("root", "conj")}
    found = []
    for number, token in enumerate(tokens[:-_LEAST_WORDS]):
        if token.lower_ != "to" or token.tag_ != "TO" or tokens[number + 1].tag_ != "VB":
            continue
        words = _opening(tokens, number)
        before, verb = tokens[: number - len(words) + 1], tokens[number + 1]
        if len(before) < _LEAST_WORDS or not cuts.is_complete(before):
            continue
        sure = len(words) > 1 or _is_aim(before, verb)
        if (
            sure
            and (len(words) > 1 or _hangs(verb, mains))
            and not _is_open(before, tokens[number + 1 :])
        ):
            past = any(t.tag_ == "VBD" for t in before) and not any(
                t.tag_ in ("VBZ", "VBP", "MD") for t in before
            )
            found.append(Purpose(words, past))
    return found


def _opening(tokens: Sequence[Token], number: int) -> tuple[Token, ...]:
    before = tuple(token.lower_ for token in tokens[max(0, number - 2) : number])
    if before in (("in", "order"), ("so", "as")):
        return tuple(tokens[number - 2 : number + 1])
    return (tokens[number],)


def _hangs(verb: Token, mains: set[int]) -> bool:
    """Whether a verb after `to` hangs on a main verb, or on a noun that it does not complete."""
    if has(verb, "adverbial"):
        return verb.head.i in mains
    # Parsers hang "to make sure" on the noun before it.
    noun = inflection.lemma_of(verb.head.lower_, "NOUN")
    return has(verb, "noun clause") and _lemma(verb) in _SURE and noun not in _NOUNS_BEFORE


def _is_aim(before: Sequence[Token], verb: Token) -> bool:
    """Whether a verb after `to` tells of an aim, and no word before it needs it."""
    tokens = [token for token in before if token.text != ","]
    last = tokens[-1]
    if _lemma(verb) not in _AIM_VERBS or last.pos_ not in ("NOUN", "PROPN", "NUM"):
        return False
    if inflection.lemma_of(last.lower_, "NOUN") in _NOUNS_BEFORE or _lemma(last) in _TAKER_VERBS:
        return False
    # "A list for carers to see": they are who sees it.
    if tokens[-2].lower_ == "for" or (tokens[-3].lower_ == "for" and tokens[-2].pos_ != "VERB"):
        return False
    verbs = [t for t in tokens if t.pos_ == "VERB"]
    # "Harder for them to find".
    if any(t.lower_ == "for" and t.nbor(-1).pos_ in ("ADJ", "ADV") for t in tokens[1:]):
        return False
    if not verbs or inflection.lemma_of(verbs[-1].lower_, "VERB") in _TAKER_VERBS:
        return False
    nouns = {inflection.lemma_of(t.lower_, "NOUN") for t in tokens if t.i > verbs[-1].i}
    return _lemma(verb) in _SURE or not nouns & _NOUNS_BEFORE


def _lemma(verb: Token) -> str:
    return inflection.lemma_of(verb.lower_, "VERB")


def _is_open(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether the sentence may go on after the aim, or a word before it may say something of it."""
    if any(token.lower_ in _SCOPES or token.tag_ == "EX" for token in before):
        return True
    for number, token in enumerate(after[:-1]):
        rest = after[number + 1 :]
        if token.text == "," and any(t.tag_ in FINITE_TAGS for t in rest[:4]):
            return True
        if token.pos_ == "CCONJ" and standing.has_subject(rest):
            return True
    return False
