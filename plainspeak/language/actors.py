"""Who acts in a text: people and bodies that stand before active verbs."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.analysis import UNBROKEN, Need, Text

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_actor", "likely_actors"]

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
_NOT_ALWAYS = frozenset({"server", "service", "network", "home", "house", "fund", "force", "practice"})
"""Words for bodies that stand for things at least as often."""


@cache
def _actors() -> frozenset[str]:
    return frozenset((_PEOPLE + _BODIES).split()) - _NOT_ALWAYS


def is_actor(noun: Token) -> bool:
    """Whether a noun or pronoun stands for people or a body of people: `nurse`, `council`, `they`.

    Names count too, since they mostly do.
    """
    word = noun.lower_
    if noun.pos_ == "PRON" or word in _PRONOUNS.split():
        return word in _PRONOUNS.split() or word.endswith(("one", "body"))
    if noun.pos_ == "PROPN":
        return True
    lemma = inflection.british(inflection.lemma_of(word, "NOUN"))
    return lemma.rpartition("-")[2] in _actors() or lemma in ("others", "people")
