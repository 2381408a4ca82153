"""Who acts in a text: people and bodies that stand before active verbs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.analysis import UNBROKEN, Text
from plainspeak.language.spelling import british

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Actor", "actor_key", "is_actor", "is_person", "likely_actors"]

TIMES_FOR_A_THING = 3
"""How often a thing must act in a text to count, if no people do."""
SHARE_OF_MOST = 0.1
"""How often somebody must act to count, as a share of who acts most often."""

_SPEAKERS = frozenset({"i", "we", "you"})

_PEOPLE = """
    activist actor administrator adolescent adult adviser advisor advocate agent aide analyst
    ancestor anybody anyone applicant apprentice architect artist assessor assistant attorney
    auditor aunt author baby babysitter baker bidder boss boy brother builder bully buyer candidate
    captain caregiver carer caretaker caseworker chair chairman chairperson chairwoman chaplain
    chef chief child citizen claimant cleaner clerk client clinician coach colleague commissioner
    conductor constable consultant consumer contractor contributor cook coordinator copywriter
    coroner councillor counsellor couple cousin coworker creator criminal customer dad daughter
    dealer defendant dentist deputy designer detective developer dietitian director doctor donor
    driver drafter draftsman editor educator elder employee employer engineer everybody everyone
    examiner executive expert family farmer father fellow firefighter founder friend gardener
    girl governor graduate grandfather grandmother grandparent guardian guest guide head healer
    helper historian holder host householder husband individual inspector instructor inventor
    investigator investor journalist judge keyworker kid king lady landlady landlord lawyer leader
    learner lecturer legislator lender librarian magistrate maintainer maker man manager mayor
    mediator medic member mentor midwife minister mother mum musician neighbour nephew neurologist
    niece nobody novelist nurse nutritionist observer occupant official officer operator organiser
    owner paediatrician painter paramedic parent participant partner passenger patient peer
    performer person pharmacist philosopher physician physiotherapist pilot plumber poet
    policeman policewoman politician practitioner president priest prince princess prisoner
    producer professional professor programmer psychiatrist psychologist publisher pupil queen
    radiographer reader recipient referee relative representative reporter requester researcher
    resident reviewer ruler scholar scientist secretary senator sender server settler sister
    sibling soldier solicitor somebody someone son speaker specialist sponsor spouse stakeholder
    student successor supervisor supporter surgeon surveyor survivor suspect teacher technician
    teenager tenant tester therapist thief trainee trainer translator treasurer trustee tutor
    uncle user veteran vicar victim visitor volunteer voter wife witness woman worker writer
    youngster
"""
_BODIES = """
    academy administration agency army assembly association authority bank board body borough
    branch bureau business cabinet centre charity church civil-service clinic club college
    commission committee community company conference congress consortium constabulary convention
    cooperative corporation council county court crew crowd department desk developer-community
    directorate division employer enterprise executive faculty federation firm force foundation
    fund gang government group helpdesk home hospital household house industry inspectorate
    institute institution jury laboratory league legislature lobby local-authority management
    manufacturer media ministry mission museum network ngo nhs office ombudsman organisation
    panel parish parliament partnership party police practice press prison programme-board
    provider public publisher regulator research-team school secretariat sector senate service
    shop society staff state subcommittee supplier surgery taskforce team treasury tribunal trust
    union unit university vendor village workforce workgroup
"""
_PRONOUNS = "i we you he she they me us him her them who"
_NOT_ALWAYS = frozenset(
    {"server", "service", "network", "home", "house", "fund", "force", "practice"}
)
"""Words for bodies that stand for things at least as often."""


def is_person(noun: Token) -> bool:
    """Whether a noun stands for a person, or people: `nurse`, `carers`; names do not count."""
    return _lemma(noun) in _people()


def _lemma(noun: Token) -> str:
    lemma = british(inflection.lemma_of(noun.lower_, "NOUN"))
    return lemma.rpartition("-")[2]


@cache
def _people() -> frozenset[str]:
    return frozenset(_PEOPLE.split()) | {"others", "people"}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(_BODIES.split()) - _NOT_ALWAYS


def is_actor(noun: Token) -> bool:
    """Whether a noun or pronoun stands for people or a body of people: `nurse`, `council`, `they`.

    Names count too, since they mostly do.
    """
    word = noun.lower_
    if noun.pos_ == "PRON" or word in _PRONOUNS.split():
        return word in _PRONOUNS.split() or word.endswith(("one", "body"))
    if noun.pos_ == "PROPN":
        return True
    return _lemma(noun) in _bodies() | _people()


@dataclass(frozen=True)
class Actor:
    """Somebody, or something, that does things in a text."""

    words: str
    """As the text mostly has them: `we`, `the council`, `carers`."""
    key: str
    """What its forms have in common: `carer` for `carers`."""


def likely_actors(text: Text) -> tuple[Actor, ...]:
    """Who does things in a text, most often first; people and bodies before things.

    Those that stand before active verbs, and `you` where the text tells its readers what to do.
    Things are there only if nobody else is.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    things: set[str] = set()
    for sentence in text.sentences:
        if sentence.block.kind in UNBROKEN or sentence.block.block.quoted:
            continue
        passive = {found.verb.i for found in syntax.passives(sentence)}
        told = {clause.head.i for clause in syntax.commands(sentence)}
        for clause in syntax.clauses(sentence):
            subject = clause.subject
            if clause.head.i in told:
                forms["you"]["you"] += 1
            elif subject is None or clause.head.i in passive or clause.head.pos_ != "VERB":
                continue
            elif subject.lower_ in _SPEAKERS:
                forms[subject.lower_]["I" if subject.lower_ == "i" else subject.lower_] += 1
            elif _can_be_named(subject):
                key, words = _named(subject)
                forms[key][words] += 1
                if not is_actor(subject):
                    things.add(key)
    return _ranked(forms, things)


def _can_be_named(subject: Token) -> bool:
    """Whether a subject is a noun alone, made of letters."""
    noun = subject.pos_ in ("NOUN", "PROPN") and subject.text.replace("-", "").isalpha()
    return noun and not list(subject.conjuncts)


def actor_key(noun: Token) -> str:
    """The `key` that a noun or pronoun would have as an actor."""
    return _named(noun)[0] if noun.pos_ in ("NOUN", "PROPN") else noun.lower_


def _named(noun: Token) -> tuple[str, str]:
    """The key of a noun with the nouns right before it, and its words with `the` if it takes it."""
    start = noun.i
    while start > noun.sent.start and _belongs(noun.nbor(start - noun.i - 1), noun):
        start -= 1
    run = noun.doc[start : noun.i + 1]
    name = noun.pos_ == "PROPN"
    words = run.text if name else run.text.lower()
    head = noun.text if name else inflection.lemma_of(noun.lower_, "NOUN")
    key = " ".join([*(token.lower_ for token in run[:-1]), head])
    before = noun.doc[start - 1].lower_ if start > noun.sent.start else ""
    the = before == "the" if name or noun.tag_ == "NNS" else True
    return key, f"the {words}" if the else words


def _belongs(token: Token, noun: Token) -> bool:
    return token.head.i == noun.i and token.pos_ in ("NOUN", "PROPN") and token.tag_ != "POS"


def _ranked(forms: Mapping[str, Counter[str]], things: Container[str]) -> tuple[Actor, ...]:
    """The actors that count, in order."""
    counts = {key: sum(found.values()) for key, found in forms.items()}
    people = [key for key in counts if key not in things and (key.islower() or counts[key] > 1)]
    keys = people or [key for key in counts if counts[key] >= TIMES_FOR_A_THING]
    least = SHARE_OF_MOST * max((counts[key] for key in keys), default=0)
    return tuple(
        Actor(max(forms[key], key=forms[key].__getitem__), key)
        for key in sorted(keys, key=lambda key: -counts[key])
        if counts[key] >= least
    )
