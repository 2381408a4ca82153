"""Verbs in the passive voice, and who acts in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import inflection
from plainspeak.language.answers import answered_once
from plainspeak.language.labels import BE, FINITE_TAGS, children, first, hanging, has
from plainspeak.language.verbs import is_finite, is_negated, is_question, modal_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Passive", "agent_of", "is_doer_further_on", "passives"]

_GET = frozenset({"get", "gets", "got", "gotten", "getting"})

# Participles that mostly tell a state or a feeling: "is based on", "are interested in".
_STATES = """
    accustomed acquainted affiliated aged alarmed amazed annoyed anxious appalled armed ashamed
    astonished attached based bored born broken called closed committed complicated concerned
    confused convinced crowded dated dedicated delighted depressed detailed determined devoted
    disabled disappointed dissatisfied divorced dressed embarrassed enclosed engaged entitled
    excited exhausted experienced fascinated finished frightened frustrated gone gratified impaired
    impressed inclined insured interested isolated laden licensed limited located lost married
    mistaken motivated named obliged occupied opposed overcrowded overjoyed overwhelmed packed
    pleased prepared privileged puzzled qualified related relaxed relieved renowned retired
    satisfied scared seated shocked situated skilled stressed stuck suited supposed surprised
    talented terrified thrilled tired titled trapped unemployed upset wasted widowed worried
"""
# Some of them tell of a deed as well in the past: "the window was broken", but "is broken".
_STATES_NOW = "broken trapped wasted"
# Participles that tell a state before one of these words.
_STATES_BEFORE = {
    "aimed": "at to",
    "aligned": "to with",
    "associated": "with",
    "bound": "to",
    "aware": "of",
    "composed": "of",
    "comprised": "of",
    "connected": "to with",
    "designed": "to for so such",
    "enrolled": "in on at",
    "equipped": "with",
    "faced": "with",
    "focused": "on",
    "focussed": "on",
    "geared": "to towards",
    "honored": "to",
    "honoured": "to",
    "intended": "to for as",
    "involved": "in with",
    "known": "as for to",
    "linked": "to with",
    "made": "of up",
    "meant": "to for as literally seriously",
    "rooted": "in",
    "registered": "with",
    "surrounded": "by with",
    "tied": "to",
}
# "Get involved" is no more passive than "join".
_STATES_WITH_GET = "dressed going involved married rid started used"
# Before a participle, these say how much of a state there is: "very involved".
_DEGREES = "extremely fairly how more most particularly pretty quite rather so too very"
# What a word with a hyphen starts with if the whole is a verb: "co-designed", not "means-tested".
_VERB_BEGINNINGS = "co cross de double fast mis non out over pre re self short test un under up"
# Kinds of word that may stand between "be" and its participle.
_BETWEEN = ("ADV", "ADJ", "PART", "CCONJ")
# Verbs that have no passive; after "is" they are something else: "all you need do is come".
_NEVER_PASSIVE = "be become been being come had"

# What follows "by" without being the one who acts.
_TIMES = """
    date day days deadline end evening friday hour january february march april may june july
    august september october november december midday midnight monday month moment morning night
    noon now saturday spring start summer autumn winter sunday then thursday time today tomorrow
    tonight tuesday wednesday week weekend year years stage
"""
_MEANS = """
    accident appointment arrangement bank bus car card cash chance cheque choice consensus courier
    ballot credit debit default definition design email e-mail exception fax hand invitation land
    law letter lottery mail means mistake mouth nature necessity number phone plane post rail reason
    reference road sea sms telephone text train transfer use virtue vote way word
"""
# The same, whatever stands before them: "by a username and password".
_TOOLS = """
    bacs certificate cookie encryption evidence firewall passcode password passwords pin receipt
    receipts signature username usernames
"""
_AMOUNTS = """
    amount average factor fifth fraction half hundred margin million percent percentage percentile
    pounds quarter tenth third thousand times
"""

_ENDS_CLAUSE = frozenset({";", ":", "(", ")", "–", "—"})

_UNITS = """
    degrees metres miles kilometres inches feet kilograms grams litres minutes hours seconds weeks
    months points pence cents dollars euros places cent
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_STATE_WORDS, _STATE_NOW_WORDS = _words(_STATES), _words(_STATES_NOW)
_STATE_GET_WORDS, _DEGREE_WORDS = _words(_STATES_WITH_GET), _words(_DEGREES)
_NEVER_PASSIVE_WORDS = _words(_NEVER_PASSIVE)
_TIME_WORDS = _words(_TIMES)
_MEANS_WORDS, _AMOUNT_WORDS = _words(_MEANS), _words(_AMOUNTS)
_UNIT_WORDS = _words(_UNITS)
_TOOL_WORDS, _VERB_BEGINNING_WORDS = _words(_TOOLS), _words(_VERB_BEGINNINGS)


@dataclass(frozen=True)
class Passive:
    """A verb in the passive voice, with an auxiliary: `was sent`, `got lost`, `to be told`."""

    verb: Token
    """The participle."""
    auxiliaries: tuple[Token, ...]
    """Every auxiliary of the verb in order, modals included: `must have been`."""
    subject: Token | None
    """The head of its subject; that of the verb it is joined to with `and`, if it has none."""
    agent: Token | None
    """The head of the phrase after `by` that says who acts; `None` for `by post`, `by Friday`."""
    kind: str
    """`be` or `get`."""
    finite: bool
    """Whether it stands in a clause of its own: false for `to be told`, `being told`."""
    modal: Token | None
    negated: bool
    is_question: bool
    adjectival: bool
    """Whether a reader takes it for a state rather than something done: `is based on`."""
    conjuncts: tuple[Token, ...]
    """Participles that share its auxiliary: `stored` in `is checked and stored`."""


@answered_once
def passives(tokens: Sequence[Token]) -> Sequence[Passive]:
    """The passive verbs of a sentence that have an auxiliary, in order.

    Participles without one (`the form sent last week`) are left out.
    """
    question = is_question(tokens)
    return [_passive(token, question) for token in tokens if _carriers(token)]


def _carriers(verb: Token) -> list[Token]:
    """The forms of `be` or `get` that make a verb passive; none if it is not.

    Parsers take other words for one, and do not always see one: `be` before what can only be a
    past participle makes a passive under any label.
    """
    if not _is_participle(verb):
        return []
    found = [child for child in children(verb, "passive auxiliary") if child.lower_ in BE | _GET]
    if not found and verb.tag_ in ("VBN", "VBD"):
        last = next(
            (child for child in reversed(children(verb, "auxiliary")) if child.i < verb.i), None
        )
        progressive = any(child.tag_ == "VBG" for _, child in hanging(verb) if child.i < verb.i)
        if last is not None and last.lower_ in BE and not progressive:
            found = [last]
    if not found and not _reads_as_adjective(verb):
        found = [
            child
            for child in children(verb, "copula")
            if child.lower_ in BE | _GET and _is_right_before(child, verb)
        ]
    if not found and verb.tag_ == "VBN":
        found = _carrier_of_question(verb)
    if found and (_is_perfect(verb, found[-1]) or _is_other(verb, found[-1])):
        return []
    return found


def _is_participle(verb: Token) -> bool:
    """Whether a word is the past participle of a verb that has a passive."""
    word, tag = verb.lower_, verb.tag_
    if tag not in ("VBN", "VBD", "JJ") and not word.endswith(("en", "ed", "wn")):
        return False
    if word in _NEVER_PASSIVE_WORDS:
        return False
    tags = inflection.tag_of(word, inflection.lemma_of(word, "VERB"), "VERB")
    if tag in ("VBN", "VBD"):
        return "VBN" in tags or "VBD" in tags or word.endswith("ed")
    only_verb = inflection.possible_pos(word) == {"VERB"} or word in _STATE_NOW_WORDS
    return "VBN" in tags and (only_verb or agent_of(verb) is not None)


def _reads_as_adjective(verb: Token) -> bool:
    """Whether what the parser takes for an adjective is one: `is open-minded`, not `was sung`."""
    word = verb.lower_
    if word in _STATE_NOW_WORDS:
        return not any(helper.tag_ == "VBD" for helper in children(verb, "copula"))
    if word in _STATE_WORDS or word in _STATES_BEFORE:
        return True
    if verb.i and verb.nbor(-1).text == "-":
        return True
    return any(child.lower_ in _DEGREE_WORDS for _, child in hanging(verb))


def _is_right_before(helper: Token, verb: Token) -> bool:
    """Whether a form of `be` stands before a verb, with at most adverbs between them."""
    between = verb.doc[helper.i + 1 : verb.i]
    return helper.i < verb.i and all(
        verb.is_ancestor(token) and token.pos_ in _BETWEEN for token in between
    )


def _carrier_of_question(verb: Token) -> list[Token]:
    """The `are` of `How are fees set?`, which parsers take for `How are fees that are set?`."""
    noun = verb.head
    if not has(verb, "noun clause") or noun.i > verb.i:
        return []
    helper = first(noun, "copula")
    if helper is not None:
        # "Is the form signed?": the noun seems to be what something is.
        before = noun.doc[noun.left_edge.i : helper.i]
        opens = all(t.tag_ == "WRB" for t in before) and not children(noun, "subject")
    else:
        helper = noun.doc[max(0, noun.left_edge.i - 1)]
        asks = noun.head if has(noun, "subject") else noun
        last = verb.i + 2 >= len(verb.doc) or verb.doc[verb.i + 2].text == "?"
        opens = asks.tag_ == "WRB" or (asks.tag_ == "WP" and (last or verb.nbor().text == "?"))
    return [helper] if opens and helper.lower_ in BE and is_question(verb.sent) else []


def _is_perfect(verb: Token, carrier: Token) -> bool:
    """Whether `'s` stands for `has`: `he's got a car`, `the best the world's ever seen`."""
    if carrier.lower_ not in ("'s", "’s"):
        return False
    return carrier.tag_ == "POS" or verb.lower_ in ("got", "had") or verb.nbor(-1).lower_ == "ever"


def _is_other(verb: Token, carrier: Token) -> bool:
    """Whether `be` links to something else: `is as expected`, `we are done`, `is hit and miss`."""
    between = verb.doc[carrier.i + 1 : verb.i]
    if any(token.lower_ == "as" and token.head.i == verb.i for token in between):
        return True
    if verb.lower_ == "done":
        subject = next(iter(children(verb, "subject")), None)
        after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
        if after is not None and (after.tag_ == "VBG" or after.lower_ == "with"):
            return True
        return subject is not None and subject.lower_ in ("i", "we", "you", "he", "she", "they")
    # A base form beside "hit" makes it one too.
    return inflection.lemma_of(verb.text, "VERB") == verb.lower_ and any(
        child.tag_ == "VB" and not children(child, "auxiliary") and not children(child, "marker")
        for child in children(verb, "conjunct")
    )


def _passive(verb: Token, question: bool) -> Passive:
    carriers = _carriers(verb)
    helpers = {
        child for child in children(verb, "auxiliary") if child.lower_ != "to" and child.i < verb.i
    }
    agent = agent_of(verb)
    asked = carriers == _carrier_of_question(verb)
    kind = "get" if all(carrier.lower_ in _GET for carrier in carriers) else "be"
    conjuncts = tuple(
        other
        for other in verb.conjuncts
        if other.i > verb.i
        and other.tag_ in ("VBN", "VBD")
        and not children(other, "auxiliary")
        and not children(other, "subject")
    )
    return Passive(
        verb=verb,
        auxiliaries=tuple(sorted(helpers | set(carriers), key=lambda helper: helper.i)),
        subject=subject_of(verb) or (verb.head if asked else None),
        agent=agent,
        kind=kind,
        finite=asked or is_finite(verb),
        modal=modal_of(verb),
        negated=is_negated(verb),
        is_question=question,
        adjectival=agent is None and _is_state(verb, carriers, kind),
        conjuncts=conjuncts,
    )


def _is_state(verb: Token, carriers: list[Token], kind: str) -> bool:
    if any(carrier.lower_ == "being" for carrier in carriers):
        return False
    if verb.i and verb.nbor(-1).is_quote:
        return True  # a word that somebody uses: “the story is ‘done’”
    word = verb.lower_
    if kind == "get":
        return word in _STATE_GET_WORDS
    if word in _STATE_NOW_WORDS and any(carrier.tag_ == "VBD" for carrier in carriers):
        return False
    if word in _STATE_WORDS:
        return True
    before = verb.nbor(-1) if verb.i else None
    if before is not None and before.lower_ in _DEGREE_WORDS | {"well"} and before.head.i == verb.i:
        return True
    if before is not None and before.text == "-" and verb.i > 1:
        opening = verb.nbor(-2).lower_
        if opening not in _VERB_BEGINNING_WORDS and "NOUN" in inflection.possible_pos(opening):
            return True
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if after is None:
        return False
    if after.text == "-" and not after.whitespace_ and not verb.whitespace_:
        return True  # "locked-in"
    if word == "used" and after.lower_ == "to":
        # "We are used to delays", but "it is used to clean floors".
        return after.tag_ == "IN" or after.head.tag_ not in ("VB", "VBN")
    return after.lower_ in _STATES_BEFORE.get(word, "").split()


def agent_of(verb: Token) -> Token | None:
    """Who acts in a passive: the head noun after `by`; `None` for a time, a means or an amount."""
    for child in children(verb, "oblique"):
        if child.lower_ == "by":
            noun = first(child, "object of preposition")
        elif any(case.lower_ == "by" for case in children(child, "preposition")):
            noun = child
        else:
            continue
        if noun is not None and _can_act(noun):
            return noun
    return None


def is_doer_further_on(verb: Token) -> bool:
    """Whether a passive without an agent of its own is followed by `by` and somebody who acts.

    The words between may go with another verb (`regulated by or related to the government`), or
    the parser may have taken `by` for a part of something else.
    """
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.tag_ in FINITE_TAGS or token.text in _ENDS_CLAUSE:
            return False
        if token.lower_ == "by":
            after = token.nbor() if token.i + 1 < verb.sent.end else None
            if after is not None and after.pos_ == "CCONJ":
                return True
            noun = first(token, "object of preposition") or token.head
            if noun.i > token.i and _can_act(noun):
                return True
    return False


def _can_act(noun: Token) -> bool:
    word = noun.lower_
    if noun.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "X"):
        return False
    if noun.tag_ == "VBG" or word in _TIME_WORDS or word in _AMOUNT_WORDS or word == "%":
        return False
    if word in _TOOL_WORDS:
        return False
    if word in _MEANS_WORDS:
        return bool(children(noun, "determiner"))
    if any(child.pos_ == "NUM" and child.text.isdigit() for child in noun.children):
        # "by 5 points", but "by 3 doctors" is told from it by nothing but meaning.
        return word not in _UNIT_WORDS
    return True
