"""The verb itself, where a noun hides it: “decide” for “make a decision”.

“A review of the plan was carried out” is turned too: “The plan was reviewed”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.glossary.own_words import is_own
from plainspeak.language import inflection, light_verbs, syntax
from plainspeak.language.adverbs import adverb_of
from plainspeak.language.ing_fit import can_be_carried_out, ing_fits
from plainspeak.language.letter_case import match_case
from plainspeak.language.light_verbs import HiddenPhrase
from plainspeak.model import Finding
from plainspeak.rewriting.draft import Change, Draft, Fact, Letter, Moved, Scene

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

RULES = ("hidden-verb",)
ASKS = "Does the verb say all that the noun said?"

PLAINER = {
    "consider": "think about",
    "determine": "decide",
    "disseminate": "share",
    "enhance": "improve",
    "evaluate": "assess",
    "implement": "carry out",
    "procure": "buy",
    "utilise": "use",
    "validate": "check",
    "verify": "check",
}
"""For verbs that a glossary may flag; the guard then takes the second."""
UNSURE = frozenset(
    {
        "approval",
        "arrangement",
        "complaint",
        "notice",
        "notification",
        "provision",
        "referral",
        "request",
    }
)
"""Nouns that can be a form, or a step that people know by that name."""
PLACES = frozenset(
    {"internet", "line", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
    | {"sunday", "site", "web", "website", "weekends"}
)
"""After “on”, where or when something is done, not what it is about."""
PLURALS = {"is": "are", "was": "were", "has": "have"}


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """Drafts, if the verb can be given back as the sentence stands."""
    if not is_own(scene.text, scene.sentence.block, finding.span):
        return
    for phrase in _phrases(scene):
        if scene.sentence.span_of(phrase.tokens) == finding.span and not _is_told_more(phrase):
            make = _turned if phrase.passive else _ing if phrase.light is None else _active
            yield from make(phrase, scene)


def _phrases(scene: Scene) -> Iterator[HiddenPhrase]:
    yield from light_verbs.light_verb_phrases(scene.sentence)
    yield from light_verbs.of_phrases(scene.sentence)


def _is_told_more(phrase: HiddenPhrase) -> bool:
    """Whether the sentence needs the noun: another clause, or another noun, hangs on it."""
    noun = phrase.noun
    clauses = syntax.clauses(noun.sent)
    joined = [each for each in noun.conjuncts if each.pos_ in ("NOUN", "PROPN")]
    return bool(joined) or any(
        clause.kind == "relative" and clause.head.head.i == noun.i for clause in clauses
    )


def _active(phrase: HiddenPhrase, scene: Scene) -> Iterator[Draft]:
    """“decided” for “made a decision”, “carefully checked” for “did a careful check of”."""
    light, words, verb = phrase.light, phrase.replacement, phrase.verb
    if light is None or _comes_again(phrase) or _says_else(phrase):
        return
    safe = not _is_unsure(phrase)
    span = scene.sentence.span_of(phrase.tokens)
    alters = Fact.NONE
    if any(token.lower_ == "any" for token in phrase.tokens) and syntax.is_negated(light):
        alters = Fact.QUANTITIES
    if words is not None:
        yield Draft.of([Change.to(span, words)], safe=safe, alters=alters)
    said = [token for token in phrase.tokens if token.tag_ == "JJ"]
    adverb = adverb_of(said[0].text) if len(said) == 1 else None
    if words is None and adverb is None:
        return
    if words is None:
        words = f"{adverb} {inflection.match_form(verb, light.tag_)} {phrase.link}".strip()
        words = match_case(light.text, words)
        # "To carefully check" is right, but not everyone likes it.
        safe = safe and (not light.i or light.nbor(-1).lower_ != "to")
        yield Draft.of([Change.to(span, words)], safe=safe, alters=alters)
    if verb in PLAINER:
        plain = inflection.match_form(PLAINER[verb], light.tag_)
        words = match_case(light.text, " ".join(filter(None, (adverb, plain))))
        yield Draft.of([Change.to(span, words)], safe=False, alters=alters)


def _comes_again(phrase: HiddenPhrase) -> bool:
    """Whether the verb stands near already: “make an effort to try”."""
    last = phrase.tokens[-1].i
    return any(
        inflection.lemma_of(token.lower_, "VERB") == phrase.verb
        for token in phrase.noun.doc[last + 1 : last + 5]
    )


def _says_else(phrase: HiddenPhrase) -> bool:
    """Whether the verb would act on something else: “research on the internet” is done there."""
    doc, last = phrase.noun.doc, phrase.tokens[-1]
    if phrase.noun.lower_ == "permission":
        return True
    where = last.lower_ == "on" and not phrase.link
    following = doc[last.i + 1 : last.i + 4]
    return where and any(t.tag_ == "VBG" or t.lower_ in PLACES for t in following)


def _is_unsure(phrase: HiddenPhrase) -> bool:
    """Whether the verb may say a little more, or less, than the phrase."""
    last, noun = phrase.tokens[-1], inflection.lemma_of(phrase.noun.lower_, "NOUN")
    alone = all(
        token.is_punct or phrase.tokens[0].i <= token.i <= last.i for token in phrase.noun.sent
    )
    # "We agree with them" can be a view; "we reached an agreement with them" is a deal.
    deal = noun == "agreement" and any(
        each.lower_ == "with" for each in last.doc[last.i : last.i + 2]
    )
    if alone or deal or noun in UNSURE:
        return True
    # "Research on the internet" may be done there.
    return last.lower_ == "on" and not phrase.link and noun not in ("effect", "impact", "influence")


def _ing(phrase: HiddenPhrase, scene: Scene) -> Iterator[Draft]:
    """“implementing” for “the implementation of”."""
    if phrase.replacement is None:
        return
    fit = ing_fits(phrase.tokens[0], phrase.noun)
    if fit is None:
        return
    span = scene.sentence.span_of(phrase.tokens)
    yield Draft.of([Change.to(span, phrase.replacement)], safe=fit)
    if phrase.verb in PLAINER and (
        phrase.verb != "implement" or can_be_carried_out(phrase.tokens[-1])
    ):
        plain = inflection.match_form(PLAINER[phrase.verb], "VBG")
        words = match_case(phrase.tokens[0].text, plain)
        yield Draft.of([Change.to(span, words)], safe=False)


def _turned(phrase: HiddenPhrase, scene: Scene) -> Iterator[Draft]:
    """“The plan was reviewed” for “a review of the plan was carried out”."""
    passive = next(
        (each for each in syntax.passives(scene.sentence) if each.verb == phrase.light), None
    )
    if passive is None or phrase.light is None:
        return
    first, of, helper = phrase.noun.left_edge, phrase.noun.nbor(), passive.auxiliaries[0]
    words = of.doc[of.i + 1 : helper.i]
    if of.lower_ != "of" or not words or not _is_whole(words) or not helper.is_alpha:
        return
    done_to = words.root
    many = done_to.tag_ in ("NNS", "NNPS") or any(each.i > done_to.i for each in done_to.conjuncts)
    span_of = scene.sentence.span_of
    opens = first.i == scene.sentence.tokens.start
    letter = Letter.CAPITAL if opens else Letter.KEEP
    changes = [
        Change.to(span_of(first.doc[first.i : helper.i]), Moved(span_of(words), letter)),
        Change.to(
            span_of(phrase.light.doc[phrase.light.i : phrase.tokens[-1].i + 1]),
            inflection.match_form(phrase.verb, "VBN"),
        ),
    ]
    if many and helper.lower_ in PLURALS:
        changes.append(Change.to(span_of(helper), PLURALS[helper.lower_]))
    yield Draft.of(changes, safe=True)


def _is_whole(words: SpacySpan) -> bool:
    """Whether words after “of” are one noun phrase and nothing else."""
    noun = words.root
    return (
        noun.left_edge.i in (words.start, words.start - 1)
        and noun.right_edge.i == words.end - 1
        and noun.pos_ in ("NOUN", "PROPN", "PRON")
        and not any(token.is_punct for token in words)
    )
