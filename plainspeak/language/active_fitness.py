"""Whether a passive clause is any good in the active voice, and whether it is plain that it is.

Some clauses lose by it: `Nothing must be signed by anyone`, `the people who use it`, whoever acts
in twelve words. Others change their meaning: `Forms were not signed by all carers`.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.actors import is_actor, is_person
from plainspeak.language.labels import has
from plainspeak.language.listed import listed
from plainspeak.language.passive_clause import PassiveClause, is_telling
from plainspeak.language.verb_group import NEGATORS

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

__all__ = ["fits", "is_clear"]

MOST_IN_AGENT = 9
"""The most tokens of one who acts that can stand before a verb."""
MOST_INSIDE = 5
"""The most tokens of one who acts inside `the form that … sent`."""
MOST_BEFORE_MORE = 8
"""The most tokens of an object that more words can follow."""
MOST_BEFORE_OBJECT = 4
"""The most tokens of an object that another can follow: `gave the new group a name`."""
MOST_BETWEEN = 6
"""The most tokens that can follow an object and stood before `by`."""
MOST_CLEAR = 6
"""The most tokens of one who acts, or of an object, that nobody need look at."""
MOST_IN_CLEAR = 30
"""The most tokens of a sentence of which the grammar can be trusted."""

_PERSONAL = listed("he him his she her hers it its they them their theirs")
_SELF = ("self", "selves")
_ANY = frozenset({"any", "anyone", "anybody", "anything", "either", "ever"})
_ALL = listed(
    """
    all any both each every everyone everybody everything few many most no
    """
)
_ONE = frozenset({"a", "an", "one", "some", "another", "someone", "somebody"})
_NONE = listed("no none nobody nothing neither few")
_FOCUS = listed(
    """
    chiefly either even exclusively just largely mainly merely mostly neither partially
    partly primarily principally rather simply solely too
    """
)
"""Adverbs that speak of whoever acts, so that their place matters."""
_BEFORE_BY = _FOCUS | listed(
    """
    also and but especially instead not or particularly sometimes than usually
    """
)
_AFTER_AGENT = listed(
    """
    alone but including instead like nor rather such than that themselves which who whom
    whose where
    """
)
"""Words that carry on the phrase of whoever acts, so that it cannot move without them."""
_AS_FAR_AS = listed("appropriate necessary possible practicable required")
"""What ends `wherever possible`, which speaks of the deed, not of whoever acts."""
_SAYING = listed("believe ensure feel hope know mean say show think")
"""Verbs after which a clause can start without `that`."""
_NEVER = listed(
    """
    bound divided followed headed intended known marked matched meant multiplied preceded
    said separated succeeded surrounded
    """
)
"""Participles that tell how things stand to each other: in the active they sound like deeds."""
_WITH_PEOPLE_ONLY = listed(
    """
    accompanied affected arranged backed bounded categorised categorized characterised
    characterized charged confused counted covered cut decreased defined exceeded filtered
    governed grouped hidden identified impacted increased indexed influenced inspired joined
    limited lined listed measured occupied ordered prioritised prioritized outnumbered owed
    paid priced raised ranked reduced replaced represented sold sorted supplemented targeted
    tempted
    """
)
"""Participles after which `by` often says in what way or how much, unless people follow."""
_BEFORE_TIME = frozenset({"after", "before", "during", "from", "in", "on", "since", "until"})
_TIMES = frozenset((*calendar.month_name[1:], *calendar.month_abbr[1:], *calendar.day_name))
_OF_DEED = listed(
    """
    after before behind between during for in inside into near on onto outside over through
    throughout to under until via with within without
    """
)
"""Prepositions that say where, when or how something is done as often as which person does it."""
_AT_WORK = frozenset({"call", "charge", "duty", "training"})
"""Behind a preposition they say which person it is: `the nurse on duty`."""
_TOLD_APART = listed(
    """
    anybody anyone everybody everyone people person somebody someone those
    """
)
"""Words for people that say little without more: `people in the north`."""
_RELATIVE = frozenset({"which", "who", "whom", "whose"})
_WH_TAGS = frozenset({"WDT", "WP", "WRB", "WP$"})
_DEEDS = ("tion", "sion", "ment", "ance", "ence", "al", "ing")
_OPENING, _CLOSING = "([{“‘", ")]}”’"


def fits(clause: PassiveClause) -> bool:
    """Whether a clause may become active at all."""
    return (
        _has_own_subject(clause)
        and _can_split(clause)
        and _agent_can_open(clause)
        and _says_the_same(clause)
        and _rest_can_follow(clause)
    )


def is_clear(clause: PassiveClause) -> bool:
    """Whether a clause is so short and simple that nobody need look at what becomes of it."""
    agent, patient, noun = clause.agent, clause.patient, clause.noun
    words = {token.lower_ for token in (*agent, *patient)}
    plain = not any(token.is_punct and token.text not in "-–’'" for token in (*agent, *patient))
    several = words & _ALL and words & _ONE
    return (
        len(clause.verbs) == 1
        and clause.only is None
        and not clause.empty_subject
        and is_actor(noun)
        and (noun.tag_ != "NN" or noun.i > clause.agent.start)
        and (clause.subject.pos_ == "PRON" or not _has_pronoun(clause))
        and noun.lower_ not in ("that", "this")
        and len(agent) <= MOST_CLEAR
        and len(patient) <= MOST_CLEAR
        and len(clause.by.sent) <= MOST_IN_CLEAR
        and plain
        and not several
        and not words & _NONE
        and not _prepositions(agent)
        and not any(_is_verb(token) for token in (*agent, *patient))
        and not {token.lower_ for token in patient} & (_PERSONAL - {"it", "they", "he", "she"})
        and not (len(patient) > 1 and {t.lower_ for t in patient} & _PERSONAL)
        and len(clause.between) == 0
        and _ends_clause(clause)
        and (clause.stays or clause.asks or _is_border(clause.patient[0]))
        and not (clause.stays and clause.subject.lower_ not in ("that", "which", "what"))
        and not any(token.lower_ in ("also", "sometimes", "usually") for token in clause.group)
    )


def _has_own_subject(clause: PassiveClause) -> bool:
    """Whether the subject is its own, is no clause, and no other verb shares it."""
    subject, head = clause.subject, clause.head
    own = syntax.has_subject(head) or subject.i > clause.auxiliaries[0].i
    finite = clause.passive.finite or head is not clause.passive.verb
    if not own or not finite or subject.lower_ in ("there", "here") or _is_verb(subject):
        return False
    if subject.lower_ == "that" and not clause.stays and not subject.is_sent_start:
        return False
    verbs = {verb.i for verb in clause.verbs}
    joined = [
        other
        for verb in {*clause.verbs, head, clause.passive.verb}
        for other in verb.children
        if has(other, "conjunct") and other.i not in verbs
    ]
    return all(syntax.has_subject(other) for other in joined)


def _can_split(clause: PassiveClause) -> bool:
    """Whether subject, verb group and agent are where they can be told apart."""
    if clause.asks and clause.subject.i > clause.auxiliaries[0].i:
        middle: Iterable[Token] = ()
    elif clause.patient.end > clause.auxiliaries[0].i:
        return False
    else:
        middle = clause.doc[clause.patient.end : clause.auxiliaries[0].i]
    if not all(token.pos_ == "ADV" and token.lower_ not in _FOCUS for token in middle):
        return False
    if not clause.stays and not clause.asks and not _follows_a_border(clause.patient, clause.head):
        return False
    known = {*clause.auxiliaries, *clause.verbs, clause.particle}
    fixed = {"no", "longer"} | ({"to"} if clause.head is not clause.passive.verb else set())
    for token in clause.group:
        if token in known or token.lower_ in NEGATORS | fixed:
            continue
        joins = len(clause.verbs) > 1 and (token.lower_ in ("and", "or") or token.text == ",")
        if not joins and (token.pos_ != "ADV" or token.lower_ in _FOCUS):
            return False
    return clause.verbs[-1].lower_ not in _NEVER or (
        clause.stays and clause.verbs[-1].lower_ in ("meant", "said")
    )


def _follows_a_border(patient: SpacySpan, head: Token) -> bool:
    """Whether what parsers take for a whole subject starts where a clause can start.

    If not, it may be the end of something longer: `services that have many users are run by us`.
    """
    first = patient[0]
    joins = first.pos_ in ("SCONJ", "ADP") and first.i < patient.end - 1
    if joins or (first.lower_ == "that" and first.nbor().pos_ == "DET"):
        return False
    if first.i == 0 or first.is_sent_start:
        return True
    before = first.nbor(-1)
    if before.pos_ == "CCONJ" and not has(head, "conjunct"):
        return False
    if _is_border(first):
        return True
    if before.pos_ == "VERB":
        return inflection.lemma_of(before.text, "VERB") in _SAYING
    return first.pos_ in ("DET", "PRON") and before.pos_ in ("NOUN", "PROPN", "NUM")


def _is_border(first: Token) -> bool:
    """Whether a word stands right behind what ends or opens a clause."""
    if first.i == 0 or first.is_sent_start:
        return True
    before = first.nbor(-1)
    if before.lower_ == "that":
        # "Therefore, that information": it may have been cut in two.
        return not (before.is_sent_start or before.nbor(-1).is_punct)
    if before.is_punct or before.is_space or before.pos_ in ("SCONJ", "CCONJ", "ADV"):
        return before.text not in "-–/()"
    return before.tag_ in _WH_TAGS or before.lower_ in ("whether", "if", "so")


def _agent_can_open(clause: PassiveClause) -> bool:
    """Whether whoever acts can stand before the verb."""
    agent, noun = clause.agent, clause.noun
    words = [token.lower_ for token in agent]
    if words[-1] in _AS_FAR_AS:
        return False
    if len(agent) > MOST_IN_AGENT or not _balanced(agent) or not _balanced(clause.patient):
        return False
    if not (agent[0].is_alpha or agent[0].like_num or agent[0].text in _OPENING):
        return False
    if noun.tag_ in ("WP", "WDT", "WP$") or noun.lower_.endswith(_SELF):
        return False
    if _holds_time(agent) or _may_tell_of_deed(agent, noun):
        return False
    if clause.verbs[-1].lower_ == "required" and is_person(noun):
        # "Action is required by users": they must act; "users require action" says they need it.
        return False
    if is_telling(clause.verbs[-1]) and _holds_matter(agent):
        return False
    if any(not token.text[0].isalnum() and token.text not in "-–’'“”\"(),/&%'s" for token in agent):
        return False
    joined = [other for other in noun.conjuncts if other.i > noun.i]
    if ("," in words and not joined) or not all(map(_is_noun, joined)):
        return False
    if len(agent) > MOST_INSIDE and clause.stays:
        return False
    if noun.lower_ in ("them", "him", "her", "it") and clause.stays:
        return False
    if not is_actor(noun) and (
        (noun.i == agent.start and noun.tag_ == "NN") or any(token.like_num for token in agent)
    ):
        # "Detail can be added by phase": a way of doing it, or how much.
        return False
    pairs = pairwise(agent)
    if any(one.pos_ == "CCONJ" and other.pos_ == "ADP" for one, other in pairs):
        return False
    if clause.stays and clause.subject.lower_ == "who" and not is_actor(noun):
        return False
    if {"by", "but"} & set(words) or clause.subject.lower_.endswith(_SELF):
        return False
    if any(_is_verb(token) for token in agent) and (len(agent) > 7 or "," in words):
        return False
    same = len(clause.patient) == 1 and clause.subject.lower_ in _PERSONAL
    if set(words) & _PERSONAL and not (same and len(agent) > 1) and noun.lower_ not in _PERSONAL:
        return False
    return is_actor(noun) or clause.verbs[-1].lower_ not in _WITH_PEOPLE_ONLY


def _holds_time(agent: SpacySpan) -> bool:
    """Whether parsers took a time for a part of it: `agreed by both parties in March`."""
    return any(
        token.pos_ == "ADP" and token.lower_ in _BEFORE_TIME and other.text in _TIMES
        for token, other in pairwise(agent)
    )


def _may_tell_of_deed(agent: SpacySpan, noun: Token) -> bool:
    """Whether parsers may have taken a part of the deed for one of whoever does it.

    `Found by a cleaner in the bin`: it was found in the bin. `The nurse on duty` and names such as
    `the Minister for the North` are whole.
    """
    if noun.lower_ in _TOLD_APART or noun.text[0].isupper():
        return False
    return any(
        token.lower_ in _OF_DEED
        and token.pos_ == "ADP"
        and (other.tag_ in ("DT", "PRP$") or other.pos_ == "NUM" or _is_common(other))
        for token, other in pairwise(agent)
    )


def _is_common(token: Token) -> bool:
    """Whether a word is a noun or an adjective, and no name: taggers take many a noun for one."""
    noun = token.pos_ in ("NOUN", "ADJ", "PROPN") and token.text[0].islower()
    return noun and token.lower_ not in _AT_WORK


def _holds_matter(agent: SpacySpan) -> bool:
    """Whether it may end in what somebody is told of: `informed by parents of any allergies`.

    A name behind `of` belongs to a name before it: `the Department of Health`.
    """
    return any(
        token.lower_ == "of" and not (token.nbor(-1).text[0].isupper() and other.text[0].isupper())
        for token, other in pairwise(agent)
    )


def _says_the_same(clause: PassiveClause) -> bool:
    """Whether `not`, `all`, `any` and the like mean the same in the new order."""
    agent = {token.lower_ for token in clause.agent}
    patient = {token.lower_ for token in clause.patient}
    negated = any(token.lower_ in NEGATORS | {"never", "no", "hardly"} for token in clause.group)
    indefinite = bool(agent & _ONE) or any(token.like_num for token in clause.agent)
    if clause.patient[0].lower_ in ("not", "neither"):
        return False
    if negated and (agent & (_ANY | _ALL) or patient & _ALL):
        return False
    if negated and indefinite and clause.passive.modal is None:
        return False
    longer = {token.lower_ for token in clause.group} & (_ANY | {"longer", "yet"})
    return not (patient & _NONE and (indefinite or agent & _ANY or longer))


def _rest_can_follow(clause: PassiveClause) -> bool:
    """Whether what comes before and behind still goes with the right words."""
    between, patient = clause.between, clause.patient
    if len(between) > MOST_BETWEEN or any(
        token.is_punct or token.pos_ == "CCONJ" for token in between
    ):
        return False
    if len(between) and (between[-1].lower_ in _BEFORE_BY or between[-1].pos_ == "ADP"):
        return False
    if len(between) and _names_a_deed(between[-1]):
        # "It is reserved for use by staff": who uses it.
        return False
    if any(token.is_punct and token.text not in ",-–’'()\"“”‘/" for token in patient):
        return False
    if any(token.text == "," for token in patient) and not list(clause.subject.conjuncts):
        return False
    if clause.doc[clause.by.i - 1].lower_ in _BEFORE_BY:
        return False
    if len(patient) > MOST_BEFORE_OBJECT and len(between) and between[0].pos_ != "ADP":
        return False
    if len(patient) > MOST_BEFORE_MORE and (len(between) or not _ends_clause(clause)):
        return False
    return (
        _is_joined_well(clause)
        and all(map(_keeps_subject, clause.head.children))
        and all(map(_keeps_subject, clause.verbs[0].children))
    )


def _is_joined_well(clause: PassiveClause) -> bool:
    """Whether what follows the agent leaves it free to go."""
    end = clause.agent.end
    rest = [token for token in clause.doc[end:] if not token.is_space]
    if not rest:
        return True
    first, second = rest[0], rest[1] if len(rest) > 1 else None
    if first.lower_ == "that" and (clause.empty_subject or is_telling(clause.verbs[-1])):
        # "It was suggested by a man that also helped us."
        return second is not None and second.pos_ not in ("VERB", "AUX", "ADV")
    # "By market competitor Old Grey Wolf": a name goes on.
    if first.pos_ in ("VERB", "AUX") or first.text[0].isupper() or _relates(rest):
        return False
    if _names_a_deed(clause.noun) and not is_actor(clause.noun) and not _ends_clause(clause):
        # "By the construction in 1730 of a tower."
        return False
    if first.lower_ in ("over", "under") and second is not None and second.pos_ == "NUM":
        return False  # an age: "by volunteers under 18"
    if first.text in (":", "(", "[", "-", "–", "—", "/"):
        return False
    if first.lower_ in ("only", "alone") or first.pos_ in ("NOUN", "PROPN", "PRON", "DET", "NUM"):
        return False
    if first.lower_ == "to" and not is_actor(clause.noun):
        return False
    lead = next((token for token in rest if not (token.is_punct or token.pos_ == "ADV")), None)
    if lead is not None and lead.lower_ in ("by", "not"):
        return False
    if first.lower_ in _AFTER_AGENT or first.tag_ in ("VBG", "VBN"):
        return False
    if first.lower_ == "as" and second is not None and second.lower_ in ("well", "opposed"):
        return False
    if first.text == "," and second is not None:
        if second.lower_ in _AFTER_AGENT or second.tag_ in ("VBG", "VBN"):
            return False
        if second.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM") and not _is_in_subject(second):
            return False
    joins = first if first.pos_ == "CCONJ" else second if first.text == "," else None
    if joins is not None and joins.pos_ == "CCONJ":
        other = joins.head
        return has(other, "conjunct") and syntax.has_subject(other) and syntax.is_finite(other)
    return True


def _relates(rest: Sequence[Token]) -> bool:
    """Whether a part follows that speaks of whoever acts, or could: `, which`, `, two of whom`."""
    comma = next((place for place, token in enumerate(rest) if token.text == ","), len(rest))
    start = rest[comma + 1 : comma + 4]
    return any(token.lower_ in _RELATIVE for token in start)


def _ends_clause(clause: PassiveClause) -> bool:
    """Whether nothing of the clause follows the agent."""
    rest = [token for token in clause.doc[clause.agent.end :] if not token.is_space]
    if not rest or rest[0].is_punct or rest[0].is_sent_start:
        return True
    return rest[0].pos_ in ("CCONJ", "SCONJ") and rest[0].lower_ not in ("as", "that", "than")


def _keeps_subject(child: Token) -> bool:
    """Whether a part without a subject of its own does not take the one that goes away."""
    if not has(child, "adverbial") or syntax.has_subject(child):
        return True
    if child.tag_ not in ("VBN", "VBG"):
        return True
    marks = {token.lower_ for token in child.lefts}
    return "as" in marks or (
        child.tag_ == "VBG"
        and bool(marks & {"by", "without", "through", "in", "for", "prior"})
        and child.i > child.head.i
    )


def _is_in_subject(token: Token) -> bool:
    """Whether a word is part of the subject of a clause that starts with it."""
    return any(syntax.is_subject(each) for each in (token, *token.ancestors) if each.i >= token.i)


def _names_a_deed(noun: Token) -> bool:
    """Whether a noun could have somebody who does it: `use`, `approval`."""
    if noun.pos_ != "NOUN" or noun.text[0].isupper():
        return False
    return noun.lower_.endswith(_DEEDS) or "VERB" in inflection.possible_pos(noun.lower_)


def _has_pronoun(clause: PassiveClause) -> bool:
    """Whether a pronoun follows that could now speak of whoever acts."""
    others = _PERSONAL - {"it", "its"} if is_person(clause.noun) else _PERSONAL
    return any(token.lower_ in others for token in clause.after)


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON")


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and not has(token, "before a noun")


def _prepositions(span: SpacySpan) -> list[Token]:
    return [token for token in span if token.pos_ == "ADP" and token.lower_ != "of"]


def _balanced(span: SpacySpan) -> bool:
    text = span.text
    pairs = zip(_OPENING[:4], _CLOSING[:4], strict=True)
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)
