"""Phrases where a verb hides in a noun: `make a decision`, `the implementation of`.

A light verb, such as `make` or `carry out`, says little by itself: the noun after it says what is
done. The verb in the noun can take the place of both: `made a decision about` → `decided about`.
In `the implementation of the plan` no other verb is needed: `implementing the plan`.

Which verb a noun hides is for `hidden_verbs` to say; this file knows which phrases a writer can
replace, and what becomes of the words around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.answers import answered_once
from plainspeak.language.hidden_verbs import NOUN_TAGS, hidden_verb
from plainspeak.language.letter_case import match_case
from plainspeak.language.spelling import british
from plainspeak.model import PLACEHOLDER

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["HiddenPhrase", "light_verb_phrases", "of_phrases"]

# Light verbs | nouns and their verbs | what may follow. `on:about` means that `on` becomes
# `about`, `of:` that `of` goes, `.` that nothing need follow, and `one` that the noun is singular.
_PHRASES = """
make take reach come-to | decision=decide | one . about:about on:on to:to whether:whether
make reach | agreement=agree | . on:on with:with to:to
reach come-to | conclusion=conclude | that:that
make draw | conclusion=conclude | that:that
make | adjustment=adjust alteration=alter amendment=amend change=change correction=correct | to:
make | improvement=improve modification=modify update=update | to:
make | contribution=contribute donation=donate | . to:to
make | adaptation=adapt revision=revise | to:
make submit | application=apply | . for:for to:to
make | assessment=assess | . of:
make | calculation=calculate estimate=estimate evaluation=evaluate | of:
make | description=describe analysis=analyse study=study inspection=inspect | of:
make | announcement=announce | . about: of: that:that
make | arrangement=arrange | for:for to:to with:with
make | attempt=try effort=try endeavour=try | to:to
make | choice=choose | . between:between about:
make | claim=claim | for:
make | comparison=compare | of: between:
make lodge submit | complaint=complain | . about:about to:to against:about
make | distinction=distinguish | between:between
make | enquiry=ask inquiry=ask | about:about
make | contact=contact | with:
make | investment=invest | . in:in
make | mention=mention | of:
make | notification=notify | of:of to:
make | judgment=judge | about: on: of:
make | objection=object | . to:to
make | payment=pay | . for:for to: of:
make | prediction=predict | about: of:
make | preparation=prepare | for:for
make | promise=promise | to:to that:that
make | provision=provide | for:for
make | purchase=buy | of:
make | recommendation=recommend | that:that
make | reference=refer referral=refer | to:to
make | request=ask | . for:for to:
make | response=respond | to:to
make | start=start | on:
make | submission=submit | of:
make | suggestion=suggest | that:that
make | use=use | of:
make | visit=visit | to:
give | advice=advise | on:on about:about to:
give | approval=approve | to: of: for:
give | assistance=help help=help support=support | to:
give | consent=agree | to:to
give | consideration=consider | to:
give | description=describe explanation=explain summary=sum-up | of:
give | encouragement=encourage | to:
give | permission=allow | to: for:
give | response=respond | . to:to
give | authorisation=authorise | to: for:
give | demonstration=show | of:
give | instruction=instruct | to:
give | priority=prioritise | to:
give provide | notice=tell notification=notify | to:
give | warning=warn | . of:of about:about to:
provide | advice=advise | on:on about:about to:
provide | assistance=help help=help | to: for: with:with
provide | support=support | to: for:
provide | funding=fund training=train treatment=treat | to: for:
provide | assessment=assess analysis=analyse evaluation=evaluate review=review | of:
provide | summary=sum-up | of:
provide | clarification=clarify | of: on:
provide | confirmation=confirm | of: that:that
provide | description=describe explanation=explain definition=define | of:
provide | encouragement=encourage protection=protect | to: for:
provide | response=respond | . to:to
provide | estimate=estimate | of:
have | discussion=discuss | about: on: of:
have | conversation=talk | about:about with:to
have | talk=talk chat=chat | about:about with:with
have | effect=affect impact=affect influence=influence | on:
have gain | knowledge=know understanding=understand | of:
have | desire=want | to:to
have | expectation=expect | that:that
have | need=need requirement=need | for:
have | intention=plan | to:to
have | preference=prefer | for:
have | suspicion=suspect | that:that
have | tendency=tend | to:to
hold | discussion=discuss | about: on: of:
take | action=act | .
take | look=look | . at:at
have | look=look | . at:at
achieve bring-about | improvement=improve increase=increase reduction=reduce | in:
reach | compromise=compromise | .
do carry-out conduct undertake perform | research=research | into: on:
do carry-out conduct undertake perform | test=test | on: of:
do carry-out conduct undertake perform | check=check | . on: of:
do carry-out conduct undertake perform | interview=interview | with: of:
do carry-out conduct undertake perform | investigation=investigate | . into: of:
do carry-out conduct undertake perform | search=search | . of: for:for
do carry-out conduct undertake perform | inspection=inspect | . of:
do carry-out conduct undertake perform | consultation=consult | . with: on:on
do carry-out conduct undertake perform | negotiation=negotiate | . with:with
do carry-out conduct undertake perform | repair=repair | to: of: on:
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_GENERAL = frozenset({"carry-out", "conduct", "undertake", "perform"})
"""With these, every noun that hides a verb can give it back before `of`."""
_BEFORE_NOUN = _words("a an the any some my your our his her their")
_ANY = frozenset({"", "a", "an", "any"})
_LIKE_FULL_STOP = frozenset(
    {"but", "if", "when", "before", "after", "because", "until", "unless", "so"}
)
_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "al", "sis", "review")
_DEEDS = _words(
    """
    achievement acquisition activation adoption allocation amendment analysis appointment
    assessment avoidance calculation cancellation certification clarification classification
    compilation completion consideration coordination correction creation deployment
    destruction detection determination disposal dissemination elimination enforcement enhancement
    establishment evaluation examination execution fabrication facilitation formulation
    identification implementation improvement inclusion initiation inspection installation
    integration investigation maintenance measurement minimisation modification
    monitoring notification optimisation preparation prevention prioritisation procurement
    promotion protection provision publication ratification recruitment reduction
    registration removal renewal replacement resolution restoration retention revision
    selection simplification standardisation submission supervision suspension termination
    utilisation validation verification
    """
)
"""Nouns that before `of` mostly stand for something somebody does, and `-ing` says it as well."""
_OPENS_ING = _words(
    """
    about after before by for from in of on through to towards upon with without
    avoid avoids begin begins consider considers include includes involve involves involved mean
    means recommend recommends start starts suggest suggests
    """
)
"""Words after which `implementing the plan` can stand for `the implementation of the plan`."""


@dataclass(frozen=True)
class HiddenPhrase:
    """A phrase that hides a verb in a noun, and what could stand in its place."""

    noun: Token
    light: Token | None
    """The light verb; `None` in `the implementation of`."""
    verb: str
    """The verb to use, in its base form; it may have a particle: `sum up`."""
    tokens: tuple[Token, ...]
    """The words that `replacement` replaces, without a gap: `made a decision about`. In a passive
    (`a decision was made`), from the noun to the light verb."""
    replacement: str | None
    """What fits in place of `tokens`, with their tense and capitals; `None` if the sentence must
    change as well."""
    link: str
    """The preposition that follows the verb in `replacement`: `about`; empty if there is none."""
    passive: bool = False


@dataclass(frozen=True)
class _Way:
    """How a noun gives its verb back."""

    verb: str
    after: Mapping[str, str]
    """The words that may follow the noun, and what becomes of each."""
    alone: bool = False
    """Whether nothing need follow."""
    one: bool = False
    """Whether the noun must be singular."""


@lru_cache(maxsize=1)
def _ways() -> Mapping[tuple[str, str], _Way]:
    """The lines of `_PHRASES`, by light verb and noun."""
    table = {}
    for line in _PHRASES.strip().splitlines():
        lights, pairs, follows = (part.split() for part in line.split("|"))
        after = dict(follow.split(":") for follow in follows if ":" in follow)
        for light in lights:
            for pair in pairs:
                noun, verb = pair.split("=")
                table[light, noun] = _Way(
                    verb.replace("-", " "), after, "." in follows, "one" in follows
                )
    return table


def _light(verb: Token) -> str | None:
    """The base form of a verb that may be light, with its particle: `carry-out`."""
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    lemma = inflection.lemma_of(verb.text, "VERB")
    particle = syntax.particle_of(verb)
    if particle is not None:
        return f"{lemma}-{particle.lower_}"
    if lemma == "come" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "to":
        return "come-to"
    return lemma


@answered_once
def light_verb_phrases(tokens: Sequence[Token]) -> Sequence[HiddenPhrase]:
    """The light verbs of a sentence whose noun hides a better verb, in order.

    Phrases that could not do without their noun are left out: `make a decision that affects you`.
    """
    found = [phrase for verb in tokens if (phrase := _active(verb)) is not None]
    for passive in syntax.passives(tokens):
        phrase = _passive(passive)
        if phrase is not None:
            found.append(phrase)
    return sorted(found, key=lambda phrase: phrase.tokens[0].i)


def _way(light: str, noun: Token) -> _Way | None:
    """How a noun gives its verb back beside a light verb; `None` if it does not."""
    lemma = inflection.lemma_of(noun.lower_, "NOUN")
    known = _ways().get((light, british(lemma)))
    if known is not None or light not in _GENERAL or not lemma.endswith(_ENDINGS):
        return known
    hidden = hidden_verb(noun)
    return _Way(hidden.verb, {"of": ""}) if hidden else None


def _active(verb: Token) -> HiddenPhrase | None:
    light = _light(verb)
    if light is None:
        return None
    doc = verb.doc
    place = verb.i + 1 + ("-" in light)
    article = doc[place].lower_ if place < len(doc) else ""
    article = article if article in _BEFORE_NOUN else ""
    place += bool(article)
    described = place
    while light in _GENERAL and place < len(doc) and doc[place].tag_ == "JJ":
        place += 1
    noun = doc[place] if place < len(doc) else None
    if noun is None or not _can_go(noun):
        return None
    way = _way(light, noun)
    many = noun.tag_ == "NNS"
    if way is None or (way.one and many):
        return None
    after = doc[place + 1] if place + 1 < len(doc) else None
    word = after.lower_ if after is not None else ""
    link = way.after.get(word)
    # "Making decisions to avoid delay": the last words are an aim. "Make the choice between": it is
    # known which.
    if (
        link is not None
        and not (word == "to" and link and many)
        and not (word == "to" and not link and _opens_infinitive(after))
        and not (article == "the" and link)
    ):
        last = place + 1
    elif way.alone and not many and article in _ANY and _closes(after):
        link, last = "", place
    else:
        return None
    tokens = tuple(doc[verb.i : last + 1])
    form = " ".join(filter(None, (inflection.match_form(way.verb, verb.tag_), link)))
    fits = match_case(verb.text, form) if place == described else None
    return HiddenPhrase(noun, verb, way.verb, tokens, fits, link)


def _can_go(noun: Token) -> bool:
    """Whether a word is a noun with no other joined to it: not `make a decision and a plan`."""
    if noun.tag_ not in NOUN_TAGS or not noun.is_alpha:
        return False
    return not any(other.i > noun.i and other.pos_ == "NOUN" for other in noun.conjuncts)


def _opens_infinitive(to: Token | None) -> bool:
    """Whether a verb comes after `to`: `permission to leave`, not `permission to residents`."""
    return to is not None and to.i + 1 < len(to.doc) and to.nbor().tag_ == "VB"


def _closes(after: Token | None) -> bool:
    """Whether what comes after a noun leaves it alone: a stop, or a new part of the sentence."""
    return after is None or after.is_punct or after.lower_ in _LIKE_FULL_STOP


def _passive(passive: syntax.Passive) -> HiddenPhrase | None:
    """`An assessment was carried out`: no words can simply take its place."""
    noun, light = passive.subject, _light(passive.verb)
    if noun is None or light is None or noun.tag_ not in NOUN_TAGS or noun.i > passive.verb.i:
        return None
    way = _way(light, noun)
    one = noun.tag_ == "NN" or light in _GENERAL
    if way is None or not one or light == "do" or any(map(_describes, noun.lefts)):
        return None
    if any(token.pos_ == "VERB" for token in noun.doc[noun.i + 1 : passive.auxiliaries[0].i]):
        return None
    last = syntax.particle_of(passive.verb) or passive.verb
    tokens = tuple(noun.doc[noun.i : last.i + 1])
    return HiddenPhrase(noun, passive.verb, way.verb, tokens, None, "", passive=True)


def _describes(token: Token) -> bool:
    return token.pos_ != "ADP" and token.lower_ not in ("a", "an", "any")


def of_phrases(sentence: Iterable[Token]) -> Iterator[HiddenPhrase]:
    """Each `the implementation of` of a sentence that `implementing` can stand for.

    Where the sentence says who acts (`the removal of bins by the council`), it must be built anew,
    and nothing is given.
    """
    tokens = list(sentence)
    for the, noun, of in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if the.lower_ != "the" or of.lower_ != "of" or noun.tag_ != "NN":
            continue
        if british(noun.lower_) not in _DEEDS or _is_set_phrase(of):
            continue
        hidden = hidden_verb(noun)
        if hidden is None:
            continue
        before = the.nbor(-1) if the.i > tokens[0].i else None
        fits = before is None or before.lower_ in _OPENS_ING or syntax.is_subject(noun)
        if fits and not any(token.lower_ == "by" for token in tokens if token.i > of.i):
            form = match_case(the.text, inflection.inflect(hidden.verb, "VBG"))
            yield HiddenPhrase(noun, None, hidden.verb, (the, noun, of), form, "")


def _is_set_phrase(of: Token) -> bool:
    """Whether it is said so and no other way: `for the avoidance of doubt`, or before code."""
    return of.i + 1 < len(of.doc) and of.nbor().lower_ in ("doubt", PLACEHOLDER)
