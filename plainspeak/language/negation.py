"""What a sentence denies, and where two words that deny meet in one clause.

A sentence is any run of tokens, as in `plainspeak.language.syntax`, which this file asks about
grammar; so it works for both label schemes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.answers import answered_once
from plainspeak.language.labels import has

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "DoubleNegative",
    "Negation",
    "double_negatives",
    "helper_before",
    "negations",
    "positive_of",
    "without_not",
]

_NOT = frozenset({"not", "n't", "n’t", "never"})
_NOBODY = frozenset({"nobody", "none", "nothing", "nowhere", "neither"})
_SELDOM = frozenset({"hardly", "rarely", "scarcely", "seldom"})
_HELPERS = {"ca": "can", "wo": "will", "sha": "will"}
"""The verb of `can't` and `won't` as it is without `not`."""
_DO = {"do": "VBP", "does": "VBZ", "did": "VBD"}
# After "not", these leave the sentence positive, or deny only part of it: "not only", "not yet".
_PARTLY_LISTED = """
    all always completely enough entirely even every everybody everyone everything exactly fully
    generally just merely necessarily only quite really simply so too totally usually wholly yet
"""
_PARTLY = frozenset(_PARTLY_LISTED.split())
# Before "not", these make a set phrase: "if not impossible", "whether or not", "why not".
_SET_BEFORE = frozenset({"if", "or", "why", "and", "but"})
# Between "not" and an adjective, these change nothing: "not very uncommon", "not at all unlikely".
_DEGREES = frozenset({"very", "that", "at", "all", "so", "really", "especially", "an", "a"})

# Adjectives that deny, where taking the first letters away leaves another word or none at all.
_POSITIVE = {
    "dishonest": "honest",
    "dissimilar": "similar",
    "illegal": "legal",
    "illogical": "logical",
    "imperfect": "perfect",
    "implausible": "plausible",
    "impolite": "polite",
    "impossible": "possible",
    "impractical": "practical",
    "improbable": "probable",
    "inaccessible": "accessible",
    "inaccurate": "accurate",
    "inappropriate": "appropriate",
    "incapable": "able",
    "incompatible": "compatible",
    "inconceivable": "possible",
    "inconsiderable": "large",
    "inconsistent": "consistent",
    "incorrect": "correct",
    "ineffective": "effective",
    "ineligible": "eligible",
    "inexpensive": "expensive",
    "infrequent": "frequent",
    "infrequently": "often",
    "insignificant": "large",
    "insubstantial": "large",
    "insufficient": "enough",
    "intolerable": "bearable",
    "invalid": "valid",
    "irrational": "rational",
    "irrelevant": "relevant",
    "unable": "able",
    "uncommon": "common",
    "uncommonly": "often",
    "unheard-of": "known",
    "unimportant": "important",
    "unusual": "common",
    "unusually": "often",
    "unwilling": "willing",
}
# They tell of a state that people are in; "not unemployed" is no puzzle.
_STATES = frozenset({"unconscious", "unemployed", "unmarried", "unpaid", "unwell", "unlike"})

# Verbs that deny what follows. With another "not" before them, the two cancel out.
_DENYING = {
    "disallow": "allow",
    "disagree": "agree",
    "dislike": "like",
    "fail": "",
    "forbid": "allow",
    "neglect": "",
    "omit": "",
    "preclude": "allow",
    "prohibit": "allow",
}
_NEEDS_TO = frozenset({"fail", "neglect", "omit"})

# Labels: Universal Dependencies, ClearNLP.
_LINKS = frozenset({"unless", "without", "except"})
# "cannot do without", "would not be without": no more than "need".
_IDIOMS_WITHOUT = frozenset({"be", "do", "go"})
_PEOPLE_LISTED = """
    adults anybody anyone carers children families households patients people someone those users
"""
_PEOPLE = frozenset(_PEOPLE_LISTED.split())
_STOPS = frozenset({";", ":", "--", "-", "–", "—"})
_DUTY = frozenset({"must", "should", "shall", "ought"})


@dataclass(frozen=True)
class Negation:
    """A word that denies something."""

    word: Token
    """`not`, `never`, `no`, `nobody` ...; of `no one`, the `no`."""
    head: Token
    """What it denies: the verb or predicate after `not`, the noun after `no`, or the word itself
    (`nobody`)."""


@dataclass(frozen=True)
class DoubleNegative:
    """Two words that deny, in one clause."""

    first: Token
    second: Token
    kind: str
    """`adjective` (`not uncommon`), `verb` (`do not fail to`), `link` (`cannot ... unless`),
    `absence` (`not without risk`) or `twice` (`do not know nothing`)."""
    head: Token
    """What the first word denies."""


@cache
def positive_of(word: str) -> str | None:
    """The word that an adjective or adverb denies: `common` for `uncommon`.

    `None` if it denies none (`united`), or tells of a plain state (`unemployed`).
    """
    lower = word.lower()
    if lower in _POSITIVE:
        return _POSITIVE[lower]
    rest = lower.removeprefix("un")
    if rest == lower or len(rest) < 4 or lower in _STATES:
        return None
    parts = inflection.possible_pos(rest)
    # "unknown", "untouched" are adjectives, though what is left of them is a verb too.
    known = bool({"ADJ", "ADV"} & parts) or rest.endswith(("ed", "en", "own", "able"))
    return rest if known and parts else None


def negations(sentence: Iterable[Token]) -> list[Negation]:
    """The words of a sentence that deny, in order.

    `not only`, `not necessarily`, `if not`, `or not` and the `no` of an answer (`No, it is not`)
    are left out.
    """
    found = []
    for token in sentence:
        word = token.lower_
        if word in _NOT:
            if has(token, "negation") and not _is_partly(token):
                found.append(Negation(token, token.head))
        elif word == "no":
            if has(token, "article") and token.head.i > token.i:
                found.append(Negation(token, token.head))
        elif word in _NOBODY and token.pos_ in ("PRON", "NOUN", "ADV", "DET"):
            found.append(Negation(token, token))
    return found


def _is_partly(negator: Token) -> bool:
    """Whether a `not` stands in a set phrase, or denies only a part: `not only`, `if not`."""
    doc = negator.doc
    if negator.lower_ != "never":
        after = doc[negator.i + 1] if negator.i + 1 < len(doc) else None
        if after is None or after.lower_ in _PARTLY:
            return True
    before = doc[negator.i - 1] if negator.i else None
    return before is not None and before.lower_ in _SET_BEFORE


def helper_before(negator: Token) -> Token | None:
    """The verb right before a `not`: `does` of `does not`, `is` of `isn't`.

    `None` if there is none, or if it is a short form (`it's not`), which stays with its word.
    """
    if negator.lower_ not in ("not", "n't", "n’t") or not negator.i:
        return None
    before = negator.nbor(-1)
    return before if before.pos_ == "AUX" and before.text[0] not in "'’" else None


def without_not(negator: Token, rest: str) -> str | None:
    """What a verb group says when its `not` is gone.

    Args:
        negator: the `not` or `never`.
        rest: the words after it; if they start with a verb, it is in its base form.

    Returns:
        The helper before `not` and the rest, in small letters as far as they are changed:
        `can park here` for `cannot` and `park here`, `becomes void` for `does not` and
        `become void`. `None` for a `do` whose verb does not come next.
    """
    helper = helper_before(negator)
    if helper is None:
        return rest
    tag = _DO.get(helper.lower_)
    if tag is None:
        return f"{_HELPERS.get(helper.lower_, helper.lower_)} {rest}"
    after = negator.nbor() if negator.i + 1 < len(negator.doc) else None
    if after is None or after.tag_ != "VB":
        return None
    verb, _, others = rest.partition(" ")
    # An order has the base form: "do not forget", "remember".
    return f"{inflection.inflect(verb, tag)} {others}".strip()


@answered_once
def double_negatives(tokens: Sequence[Token]) -> Sequence[DoubleNegative]:
    """Where two words that deny meet in one clause, in order.

    Orders and bans (`Do not drive unless ...`, `you must not ... without`) are left out where the
    second word is `unless`, `without` or `except`: they must stay plain.
    """
    found = []
    spoken = negations(tokens)
    for token in tokens:
        if token.lower_ in _SELDOM and has(token, "negation"):
            spoken.append(Negation(token, token.head))
    if not spoken:
        return []
    owners = {own.i: clause for clause in syntax.clauses(tokens) for own in clause.tokens}
    links = [token for token in tokens if token.lower_ in _LINKS]
    ordered = {clause.head.i for clause in syntax.commands(tokens)}
    for negation in spoken:
        second = (
            _adjective(negation)
            or _verb(negation)
            or _absence(negation)
            or _again(negation, spoken, owners)
            or _link(negation, links, owners, ordered)
        )
        if second is not None:
            found.append(second)
    # With three ("don't never use no"), one pair says enough.
    kept: list[DoubleNegative] = []
    for each in sorted(found, key=lambda pair: (pair.first.i, pair.second.i)):
        if not kept or kept[-1].second.i not in (each.first.i, each.second.i):
            kept.append(each)
    return kept


def _adjective(negation: Negation) -> DoubleNegative | None:
    """`not uncommon`, `not an unreasonable request`."""
    if negation.word.lower_ not in _NOT | _SELDOM:
        return None
    for token in negation.word.doc[negation.word.i + 1 : negation.word.i + 6]:
        if token.sent_start == 1:
            return None
        if positive_of(token.text) is not None and token.pos_ in ("ADJ", "ADV", "VERB"):
            near = token.i == negation.word.i + 1
            # ClearNLP ties "not" to "is", and the noun after the adjective to "is" as well.
            over = (token.i, token.head.i, token.head.head.i)
            hangs = negation.head.i in over
            return (
                DoubleNegative(negation.word, token, "adjective", negation.head)
                if near or (hangs and token.pos_ != "VERB")
                else None
            )
        if token.lower_ not in _DEGREES and token.lower_ not in ("be", "been", "seem"):
            return None
    return None


def _verb(negation: Negation) -> DoubleNegative | None:
    """`do not fail to`, `does not prohibit`."""
    verb = negation.head
    lemma = verb.lemma_.lower()
    if negation.word.lower_ not in _NOT | _SELDOM or lemma not in _DENYING or verb.pos_ != "VERB":
        return None
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if lemma in _NEEDS_TO and (after is None or after.lower_ != "to"):
        return None
    return DoubleNegative(negation.word, verb, "verb", verb)


def _absence(negation: Negation) -> DoubleNegative | None:
    """`is not without risk`."""
    word = negation.word
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    if word.lower_ not in _NOT or after is None or after.lower_ != "without":
        return None
    return DoubleNegative(word, after, "absence", negation.head)


def _again(
    negation: Negation, spoken: Sequence[Negation], owners: Mapping[int, syntax.Clause]
) -> DoubleNegative | None:
    """`do not know nothing`: both deny one verb."""
    if negation.word.lower_ not in _NOT:
        return None
    own = owners.get(negation.word.i)
    if own is None:
        return None
    for other in spoken:
        noun = other.head
        if other.word.i <= negation.word.i or other.word.lower_ in _NOT | _SELDOM | {"neither"}:
            continue
        if noun.head.i == negation.head.i and noun in syntax.objects(negation.head):
            return DoubleNegative(negation.word, other.word, "twice", negation.head)
    return None


def _link(
    negation: Negation,
    links: Sequence[Token],
    owners: Mapping[int, syntax.Clause],
    ordered: set[int],
) -> DoubleNegative | None:
    """`cannot ... unless`, `no one ... without`, `unless ..., you cannot`."""
    own = owners.get(negation.word.i)
    if own is None or own.head.i in ordered or not _denies(negation, own):
        return None
    verb = syntax.finite_verb(own.head)
    if verb.lower_ in _DUTY:
        return None
    for link in links:
        linked = owners.get(link.i)
        if linked is None:
            continue
        if link.lower_ == "unless":
            fits = linked is not own and owners.get(linked.head.head.i) is own
        else:
            fits = link.i > negation.word.i and linked is own and _belongs(link)
        if fits and not _is_parted(negation.word, link):
            return DoubleNegative(negation.word, link, "link", negation.head)
    return None


def _denies(negation: Negation, clause: syntax.Clause) -> bool:
    """Whether a negation makes its clause negative: `no` only if it stands before the verb."""
    if negation.word.lower_ in _NOT:
        return True
    return negation.word.i < syntax.finite_verb(clause.head).i or _opens_there(negation, clause)


def _opens_there(negation: Negation, clause: syntax.Clause) -> bool:
    """`There is no way to ...`."""
    return negation.word.i == clause.head.i + 1 and any(
        token.tag_ == "EX" for token in clause.tokens
    )


def _belongs(link: Token) -> bool:
    """Whether `without` or `except` says something of a denied verb, not of a noun in between."""
    before, after = link.nbor(-1), link.nbor() if link.i + 1 < len(link.doc) else None
    if after is None or after.is_punct or after.lower_ == "that":
        return False
    if link.lower_ == "except":
        return before.text != ","
    if before.lemma_.lower() in _IDIOMS_WITHOUT or before.text == ",":
        return False
    # Parsers tie "people without homes" to the verb.
    if before.lower_ in _PEOPLE:
        return False
    # "without help": the noun is the head (UD) or the preposition (ClearNLP).
    said_of = link.head.head if has(link, "opens a phrase") else link.head
    return said_of.pos_ in ("VERB", "AUX", "ADJ")


def _is_parted(word: Token, link: Token) -> bool:
    """Whether a dash, a bracket or a semicolon keeps two words apart."""
    between = word.doc[min(word.i, link.i) : max(word.i, link.i)]
    return any(token.is_bracket or token.text in _STOPS for token in between)
