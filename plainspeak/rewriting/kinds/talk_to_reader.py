"""“You must” for “the applicant must”, with the rest of the sentence turned to the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.letter_case import match_case
from plainspeak.model import Finding
from plainspeak.rewriting.draft import Change, Draft, Fact, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = ("talk-to-reader",)
ASKS = "Is it the reader who should do this?"

OWN = {"their": "your", "his": "your", "her": "your", "theirs": "yours"}
THEM = {"they": "you", "them": "you", "themselves": "yourself", "himself": "yourself"}

GONE = frozenset({"he", "she", "him", "hers", "its"})
"""Words that may speak of the reader, but with a verb that must change, or of a thing."""


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """One draft, if all that speaks of the reader in the sentence can be turned."""
    inside = [
        token
        for token in scene.sentence
        if finding.span.contains(scene.sentence.span_of(token)) and not token.is_space
    ]
    role, modal = inside[-2], inside[-1]
    if syntax.is_question(scene.sentence) or _has_others(scene, role):
        return
    turned = _turned(scene, role, modal)
    if turned is None:
        return
    you = match_case(inside[0].text, "you")
    change = Change.to(scene.sentence.span_of(inside[:-1]), you)
    yield Draft.of([change, *turned], safe=False, alters=Fact.QUANTITIES)


def _has_others(scene: Scene, role: Token) -> bool:
    """Whether “they” may be somebody else: another clause or noun that it could stand for."""
    speaks = any(token.lower_ in OWN or token.lower_ in THEM for token in scene.sentence)
    return speaks and any(
        token.tag_ in ("NNS", "NNPS") and token.i != role.i and _comes_before_them(token)
        for token in scene.sentence
    )


def _comes_before_them(noun: Token) -> bool:
    following = noun.doc[noun.i + 1 : noun.sent.end]
    return any(token.lower_ in OWN or token.lower_ in THEM for token in following)


def _turned(scene: Scene, role: Token, modal: Token) -> list[Change] | None:
    """Changes of all words after the modal that speak of the reader; `None` if one cannot be."""
    lemma = inflection.lemma_of(role.lower_, "NOUN")
    changes = []
    for token in scene.sentence:
        word = token.lower_
        if token.i == role.i or token.i == modal.i:
            continue
        if inflection.lemma_of(word, "NOUN") == lemma or word in GONE:
            return None
        if word in OWN and (word != "her" or token.tag_ == "PRP$"):
            changes.append(_change(scene, token, OWN[word]))
        elif word in THEM:
            changes.append(_change(scene, token, THEM[word]))
        elif word in ("her", "herself"):
            return None
    return changes


def _change(scene: Scene, token: Token, word: str) -> Change:
    return Change.to(scene.sentence.span_of(token), match_case(token.text, word))
