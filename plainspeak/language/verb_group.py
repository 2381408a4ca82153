"""From passive to active verbs: `must not be signed` becomes `must not sign`.

The form of `be` that makes a verb passive goes, and its tense goes to the verb. What else stands
before the verb stays: modals, `have`, `not`, adverbs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from plainspeak.language import inflection
from plainspeak.language.letter_case import match_case
from plainspeak.language.listed import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Person", "active_words", "person_of"]

Person = Literal["I", "he", "they"]
"""Which form of a verb a subject takes: `I am`, `he is`, `they are` (`we` and `you` as well)."""

NEGATORS = frozenset({"not", "n't", "n’t"})
"""With one of these, a verb without an auxiliary needs `do`."""
_PRESENT = frozenset({"is", "am", "are", "'s", "’s", "'re", "’re", "'m", "’m"})
_CLITICS = {
    "ll": "will",
    "ve": "have",
    "re": "are",
    "m": "am",
}
# Present forms that change with the subject, by verb: for `I`, for `he`, for `they`.
_AGREEING = {
    "be": ("am", "is", "are"),
    "be past": ("was", "was", "were"),
    "have": ("have", "has", "have"),
    "do": ("do", "does", "do"),
    "need": ("need", "needs", "need"),
}
_FORM_OF = {
    form: (forms, "be" if verb == "be past" else verb)
    for verb, forms in _AGREEING.items()
    for form in forms
}
_PLURAL_WORDS = listed(
    """
    we you they us them those these many several few both others people police staff
    """
)
_SINGULAR_WORDS = listed(
    """
    he she it him her this that one each either neither another someone somebody anyone
    anybody everyone everybody nobody something everything anything nothing who
    """
)
_GROUPS = listed("number range majority variety handful couple lot minority series")
_SHARES = listed("all any half less more most none plenty rest some")


def person_of(noun: Token) -> Person | None:
    """Which form of a verb a noun phrase takes as a subject, by its head; `None` if unsure."""
    joined = [other for other in noun.conjuncts if other.i > noun.i]
    if joined:
        words = {t.lower_ for each in (noun, *joined) for t in each.children if t.pos_ == "CCONJ"}
        if "and" in words and not words & {"or", "nor"}:
            return "they"
        return person_of_one(joined[-1])
    return person_of_one(noun)


def person_of_one(noun: Token) -> Person | None:
    """The same for a head alone, whatever is joined to it."""
    word = noun.lower_
    if word in ("i", "me"):
        return "I"
    if word in _PLURAL_WORDS:
        return "they"
    if noun.tag_ in ("NNS", "NNPS"):
        plural = word.endswith("s") or inflection.lemma_of(word, "NOUN") != word
        return "they" if plural else None
    if word in _SINGULAR_WORDS:
        return "he"
    if word in _GROUPS | _SHARES:
        return _person_of_share(noun)
    if any(child.lower_ in _PLURAL_WORDS and child.i < noun.i for child in noun.children):
        return "they"
    if noun.tag_ not in ("NN", "NNP"):
        return None
    lemma = inflection.lemma_of(word, "NOUN")
    # The tagger may take a plural for a singular.
    return None if word.endswith("s") and lemma != word and noun.tag_ == "NN" else "he"


def _person_of_share(noun: Token) -> Person | None:
    """`most of the staff sign`, `a number of people sign`, but `the number of people falls`."""
    of = [t for t in noun.subtree if t.i > noun.i and t.tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP")]
    inner = person_of_one(of[0]) if of else None
    if noun.lower_ in _GROUPS and any(child.lower_ == "the" for child in noun.children):
        return None
    return inner


def active_words(
    group: Sequence[Token],
    auxiliaries: Sequence[Token],
    verbs: Sequence[Token],
    person: Person | None,
    *,
    inverted: bool = False,
) -> dict[int, str] | None:
    """What becomes of each word of a passive verb group in the active.

    Args:
        group: all its tokens in order, adverbs and `not` as well.
        auxiliaries: its auxiliaries in order; the last is the form of `be` or `get` that makes it
            passive.
        verbs: the participles.
        person: of the new subject.
        inverted: whether the new subject goes after the first auxiliary, as in a question.

    Returns:
        For the index of each token that changes, its new text: empty if it goes. `None` if there is
        no telling.
    """
    carrier, others = auxiliaries[-1], list(auxiliaries[:-1])
    negated = any(token.lower_ in NEGATORS for token in group)
    found: dict[int, str] = {}
    for helper in others:
        # Only the first has a tense, or is short for a word that the subject gave up.
        text = _finite(helper, carrier, person) if helper is others[0] else helper.text
        if text is None:
            return None
        if text != helper.text:
            found[helper.i] = text
    tag = _tag(carrier, others)
    if tag is None:
        return None
    finite = not others and tag in ("VBD", "VBP")
    if finite and (negated or inverted):
        helped = "did" if tag == "VBD" else _agree("do", person)
        if helped is None:
            return None
        found[carrier.i] = match_case(carrier.text, helped)
        tag = "VB"
    else:
        found[carrier.i] = ""
    if finite and tag == "VBP":
        if person is None:
            return None
        tag = "VBZ" if person == "he" else "VBP"
    for verb in verbs:
        text = verb_form(verb, tag)
        if text != verb.text:
            found[verb.i] = text
    return found


def _tag(carrier: Token, others: Sequence[Token]) -> str | None:
    """The form that the verb takes over from `be` or `get`."""
    word = carrier.lower_
    if word in _PRESENT or word == "gets":
        return "VBP"
    if word in ("was", "were"):
        return "VBD"
    if word == "be":
        return "VB"
    if word in ("been", "gotten"):
        return "VBN"
    if word in ("being", "getting"):
        return "VBG"
    if word == "get":
        return "VB" if others else "VBP"
    if word == "got":
        return "VBN" if any(_lemma(helper) == "have" for helper in others) else "VBD"
    return None


def _lemma(helper: Token) -> str:
    return inflection.lemma_of(helper.text, "AUX")


def _finite(helper: Token, carrier: Token, person: Person | None) -> str | None:
    """An auxiliary that stays, as it is with the new subject; in full if it was short."""
    word = helper.lower_.replace("’", "'")
    full = word
    if word.startswith("'"):
        after = carrier.lower_
        if word == "'s":
            full = "is" if after in ("being", "getting") else "has"
        elif word == "'d":
            full = (
                "had" if after in ("been", "gotten") and helper.nbor().lower_ != "have" else "would"
            )
        else:
            full = _CLITICS.get(word[1:], "")
        if not full:
            return None
    if full in _FORM_OF and helper.tag_ != "VB":
        forms, verb = _FORM_OF[full]
        if verb == "need" and helper.tag_ == "MD":
            return helper.text
        if person is None:
            return None
        full = forms[("I", "he", "they").index(person)]
    if full == word:
        return helper.text
    return match_case(helper.text, full) if not word.startswith("'") else full


def _agree(verb: str, person: Person | None) -> str | None:
    if person is None:
        return None
    return _AGREEING[verb][("I", "he", "they").index(person)]


def verb_form(participle: Token, tag: str) -> str:
    """A past participle in another form, in the writer’s spelling: `organized` → `organizes`."""
    word = participle.lower_
    lemma = inflection.lemma_of(word, "VERB")
    if tag == "VBN" or (tag == "VBD" and "VBD" in inflection.tag_of(word, lemma, "VERB")):
        written = word
    else:
        written = inflection.inflect(lemma, tag)
        if inflection.inflect(lemma, "VBN") != word and tag in ("VB", "VBP", "VBZ", "VBG"):
            written = _regular(lemma, tag)
    return match_case(participle.text, written)


def _regular(lemma: str, tag: str) -> str:
    """A form in the spelling of the lemma, which need not be British."""
    if tag == "VBZ":
        return inflection.inflect(lemma, tag) if lemma[-1] in "yshxo" else lemma + "s"
    return lemma.removesuffix("e") + "ing" if tag == "VBG" else lemma
