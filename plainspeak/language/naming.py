"""How to name somebody or something again: `it`, `they`, `the nurse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.model import PLACEHOLDER

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["again", "is_person", "is_plural", "the_same"]

_SAME = {word: word for word in ("you", "we", "they", "he", "she", "it")}
_SAME |= {"i": "I", "this": "it", "that": "it", "these": "they", "those": "they"}
_PEOPLE = """
    adult baby boss boy buddy carer chair child client clinician colleague couple dad daughter
    family father friend girl guardian guest head husband individual journalist king lady
    landlady landlord leader
    lead man member mother mum neighbour nurse official parent partner patient peer person pilot
    prince princess professional pupil queen relative representative sister brother son spokesman
    spokeswoman spokesperson staff student uncle aunt victim volunteer wife witness woman youth
"""
_GROUPS = """
    agency army association authority band board business charity club college committee community
    company council country court crew department firm gang generation government group
    institution jury ministry organisation organization panel party police public school
    service squad team trust union university
"""
_NAMED = frozenset(f"{_PEOPLE} {_GROUPS}".split())
"""Words for people, and for groups, who are `they` as often as `it`."""
_DOERS = ("er", "or", "ist", "ian", "ee", "ant", "man", "woman")
_THINGS = """
    answer calendar cancer chapter character cluster colour color computer container corner counter
    cover danger december dinner docker error factor fever filter finger flavour floor folder footer
    header hour layer letter liver master matter meter mirror monitor motor november number october
    offer operator order organ other paper parameter pattern plant poster powder power printer
    pointer quarter register render restaurant river router scanner sector semester september server
    shelter shoulder summer tower trailer transfer vector water weather whether winter wonder
"""
_NOT_PEOPLE = frozenset(_THINGS.split())
_COUNTS = """
    no each every neither either few fewer only hardly another half both one what which whatever
    whichever most
"""
_QUANTIFIERS = frozenset(_COUNTS.split())
"""Before a noun, they say how many there are, which its pronoun would lose."""
_LONGEST_NAME = 3


def is_person(noun: Token) -> bool:
    """Whether a noun is a word for a person or a group of people, as far as its form tells."""
    word = inflection.lemma_of(noun.text.lower(), "NOUN")
    if word in _NAMED:
        return True
    return word.endswith(_DOERS) and len(word) > 4 and word not in _NOT_PEOPLE


def is_plural(noun: Token) -> bool:
    """Whether a noun is plural, or several are joined by `and`."""
    return noun.tag_ in ("NNS", "NNPS") or _together(noun) == "and"


def again(noun: Token) -> str | None:
    """What to call somebody or something in the next sentence, as its subject.

    Args:
        noun: the head of the subject, or of the noun phrase, that names it first.

    Returns:
        A pronoun, a name, or `the` and the noun; with a small letter unless it is a name. `None` if
        none is sure to mean the same: after `every carer`, `nobody` or `one of them`.
    """
    joint = _together(noun)
    if joint is not None:
        return "they" if joint == "and" else None
    if noun.pos_ in ("PRON", "DET") or noun.tag_ in ("PRP", "DT"):
        return _SAME.get(noun.lower_)
    if noun.tag_ == "VBG" and noun.pos_ == "VERB":
        return "it"
    if noun.pos_ not in ("NOUN", "PROPN") or not noun.text.isalpha():
        return None
    lefts = {left.lower_ for left in noun.lefts}
    if lefts & _QUANTIFIERS or "not" in lefts or any(t.tag_ == "CD" for t in noun.lefts):
        return "they" if noun.tag_ == "NNS" and not lefts & _QUANTIFIERS else None
    if noun.tag_ in ("NNS", "NNPS"):
        return "they"
    if noun.tag_ == "NNP" or noun.pos_ == "PROPN":
        return _name(noun)
    return f"the {_compound(noun)}" if is_person(noun) else "it"


def the_same(noun: Token) -> str | None:
    """A noun said again where a pronoun would not do: `the aim`, `our job`; else as `again`."""
    if noun.tag_ != "NN" or noun.pos_ != "NOUN" or _together(noun) is not None:
        return again(noun)
    owner = next((t for t in noun.lefts if t.tag_ == "PRP$"), None)
    the = any(t.lower_ in ("the", "this") for t in noun.lefts)
    if owner is None and not the:
        return None
    return f"{owner.lower_ if owner is not None else 'the'} {_compound(noun)}"


def _compound(noun: Token) -> str:
    """A noun, with the one right before it if they are one name: `product owner`."""
    before = noun.nbor(-1) if noun.i else noun
    joined = before.head.i == noun.i and before.dep_ == "compound" and before.text.isalpha()
    single = not any(t.dep_ == "compound" and t.i < before.i for t in noun.lefts)
    if joined and single and before.tag_ == "NN":
        return f"{_inside(before)} {noun.text}"
    return _inside(noun)


def _inside(noun: Token) -> str:
    """A noun as it is inside a sentence: the capital of the start is no part of it."""
    return noun.lower_ if noun.is_sent_start and noun.text.istitle() else noun.text


def _together(noun: Token) -> str | None:
    """The word that joins a noun with others: `and`, `or`; `None` if it stands alone."""
    if not any(other.i > noun.i for other in noun.conjuncts):
        return None
    words = {t.lower_ for other in (noun, *noun.conjuncts) for t in other.children}
    return "or" if words & {"or", "nor", "but"} else "and"


def _name(noun: Token) -> str | None:
    """A name, if it is short enough to say it twice."""
    words = [noun]
    # All that is part of a name stands in one stretch, whatever the parser hangs it on.
    while words[0].i and (syntax.is_name(words[0].nbor(-1)) or words[0].nbor(-1).tag_ == "NNP"):
        words.insert(0, words[0].nbor(-1))
    while words[-1].i + 1 < len(noun.doc) and (
        syntax.is_name(words[-1].nbor()) and words[-1].nbor().head.i in [w.i for w in words]
    ):
        words.append(words[-1].nbor())
    named = noun.doc[words[0].i : words[-1].i + 1]
    if named[0].is_lower:
        return None  # “Song da Rua”, of which the model sees only the end
    # "The Ministry of Justice": a part is no name.
    after = noun.doc[words[-1].i + 1 : words[-1].i + 4]
    if len(after) > 1 and after[0].pos_ == "ADP" and any(token.is_title for token in after[1:]):
        return None
    if len(named) > _LONGEST_NAME or PLACEHOLDER in named.text:
        return None
    before = named[0].nbor(-1) if named[0].i else None
    the = before is not None and before.lower_ == "the"
    return f"the {named.text}" if the else str(named.text)
