"""Alternatives in the form of what they replace, and what changes around them."""

from __future__ import annotations

from typing import Any

import pytest

from plainspeak.glossary.matching import TermMatcher
from plainspeak.glossary.schema import Glossary
from plainspeak.glossary.suggestion import alternatives_for
from plainspeak.glossary.swaps import swaps_for
from plainspeak.language.analysis import Need, Text
from plainspeak.language.pipeline import load
from plainspeak.readers import read_text

UTILISE = {"term": "utilise", "pos": "verb", "alternatives": ["use"]}
CONDUCT = {"term": "conduct", "pos": "verb", "alternatives": ["carry out", "do"]}
OBTAIN = {"term": "obtain", "pos": "verb", "alternatives": ["get"]}
ASSESSMENT = {"term": "assessment", "pos": "noun", "alternatives": ["check"]}
STAKEHOLDER = {"term": "stakeholder", "pos": "noun", "alternatives": ["person involved"]}
MAJORITY = {"term": "the majority of", "alternatives": ["most"]}
LATIN = {"term": "e.g.", "variants": ["eg"], "inflect": False, "alternatives": ["for example"]}
LIST = {"term": "etc.", "variants": ["etc"], "inflect": False, "alternatives": ["and so on"]}
HENCE = {"term": "consequently", "pos": "adverb", "alternatives": ["so"]}
COORDINATE = {"term": "coordinate", "pos": "verb", "alternatives": ["organise"]}
EXTRA = {"term": "sufficient", "pos": "adjective", "alternatives": ["enough"]}
ASSIST = {
    "term": "assist",
    "pos": "verb",
    "alternatives": ["help"],
    "frames": ["assist someone in doing -> help someone do"],
}


def analysed(source: str) -> Text:
    document = read_text(source, "text", None)
    (text,) = load().analyse([document], Need.SENTENCES | Need.TAGS | Need.PARSE)
    return text


def matcher(entry: dict[str, Any]) -> TermMatcher:
    terms = [{"treatment": "replace", **entry}]
    glossary = Glossary.model_validate({"name": "ours", "terms": terms})
    return TermMatcher(load().nlp, [glossary])


def written(source: str, entry: dict[str, Any]) -> list[str]:
    """The text with each swap of its first term made."""
    text = analysed(source)
    found = []
    for swap in swaps_for(text, matcher(entry).hits(text)[0]):
        new = text.document.prose
        for span, words in sorted(swap.changes, key=lambda change: change[0].start, reverse=True):
            new = new[: span.start] + words + new[span.end :]
        found.append(new)
    return found


@pytest.mark.parametrize(
    ("entry", "source", "expected"),
    [
        (UTILISE, "Utilising it is cheap.", ["Using it is cheap."]),
        (UTILISE, "The room was utilised.", ["The room was used."]),
        (ASSESSMENT, "She had an assessment.", ["She had a check."]),
        (ASSESSMENT, "An assessment is free.", ["A check is free."]),
        (ASSESSMENT, "Assessments are free.", ["Checks are free."]),
        (STAKEHOLDER, "We heard stakeholders.", ["We heard people involved."]),
        (STAKEHOLDER, "We heard the stakeholder's view.", []),
        (STAKEHOLDER, "We run stakeholder meetings.", []),
        (CONDUCT, "We conduct it.", ["We carry it out.", "We do it."]),
        (CONDUCT, "We conducted tests.", ["We carried out tests.", "We did tests."]),
        (OBTAIN, "You can obtain it.", ["You can get it."]),
        (OBTAIN, "It was obtained by us.", []),
        (MAJORITY, "The majority of people came.", ["Most people came."]),
        (MAJORITY, "The majority of the people came.", ["Most of the people came."]),
        (MAJORITY, "The majority of them came.", ["Most of them came."]),
        (LATIN, "Bring proof, e.g. a letter.", ["Bring proof, for example, a letter."]),
        (LATIN, "Bring proof eg a letter.", ["Bring proof, for example, a letter."]),
        (LATIN, "Bring a snack (eg fruit).", ["Bring a snack (for example, fruit)."]),
        (LIST, "Bring soap, towels, etc.", ["Bring soap, towels, and so on."]),
        (LIST, "Bring soap, etc. with you.", ["Bring soap, and so on with you."]),
        (HENCE, "Consequently, it closed.", ["So it closed."]),
        (HENCE, "It may consequently close.", []),
        (EXTRA, "We have sufficient staff.", ["We have enough staff."]),
        (EXTRA, "We have a sufficient reason.", []),
        (COORDINATE, "They coordinated the colours.", ["They organised the colours."]),
        (COORDINATE, "They coordinated the colors.", ["They organized the colors."]),
        (ASSIST, "We assist him in applying.", ["We help him apply.", "We help him in applying."]),
    ],
)
def test_swaps(entry: dict[str, Any], source: str, expected: list[str]) -> None:
    assert written(source, entry) == expected


def test_only_the_first_choice_is_first() -> None:
    text = analysed("We conducted tests.")
    (hit,) = matcher(CONDUCT).hits(text)
    assert [swap.is_first for swap in swaps_for(text, hit)] == [True, False]


COUNCIL_TAX = {"term": "council tax reduction", "alternatives": ["help to pay council tax"]}
PERFORM = {"term": "perform", "pos": "verb", "alternatives": ["do"]}


@pytest.mark.parametrize(
    ("entry", "source", "expected"),
    [
        (COUNCIL_TAX, "You can get Council Tax Reduction.", "help to pay council tax"),
        (COUNCIL_TAX, "Council Tax Reduction can help.", "Help to pay council tax"),
        (PERFORM, "A role probably performed by the manager.", "done"),
        (PERFORM, "The manager performed the role.", "did"),
    ],
)
def test_the_form_of_what_is_offered(entry: dict[str, Any], source: str, expected: str) -> None:
    text = analysed(source)
    assert alternatives_for(text, matcher(entry).hits(text)[0]) == (expected,)


def test_alternatives_for_a_message() -> None:
    text = analysed("The stakeholder's view counts.")
    (hit,) = matcher(STAKEHOLDER).hits(text)
    assert alternatives_for(text, hit) == ()
