"""Every entry of every glossary does what its examples say, and the glossaries keep their rules."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from plainspeak.glossary.loading import built_in, built_in_folder, load
from plainspeak.glossary.matching import Hit, TermMatcher
from plainspeak.glossary.schema import Entry, Glossary, Treatment, order_of
from plainspeak.language.analysis import Need
from plainspeak.language.pipeline import load as load_pipeline
from plainspeak.readers import read_text
from plainspeak.rule import BUILT_IN_PROFILES

FILES = sorted(built_in_folder().glob("*.yml"))
NAMES = {
    "co-production",
    "government",
    "health",
    "plain-english",
    "respectful-language",
    "service-design",
    "social-care",
}


@cache
def matcher(glossary: str, profile: str) -> TermMatcher:
    chosen = [each for each in built_in() if each.name == glossary] if glossary else built_in()
    return TermMatcher(load_pipeline().nlp, chosen, profile)


def hits(sentence: str, glossary: str = "", profile: str = "plain") -> tuple[Hit, ...]:
    document = read_text(sentence, "text", None)
    (text,) = load_pipeline().analyse([document], Need.SENTENCES | Need.TAGS | Need.PARSE)
    return matcher(glossary, profile).hits(text)


def profile_of(entry: Entry) -> str:
    return next(profile for profile in BUILT_IN_PROFILES if entry.counts_in(profile))


def entries() -> list[object]:
    return [
        pytest.param(glossary, entry, id=f"{glossary.name}: {entry.term} ({number})")
        for glossary in map(load, FILES)
        for number, entry in enumerate(glossary.terms, start=1)
    ]


def test_the_promised_glossaries_are_there() -> None:
    assert {glossary.name for glossary in built_in()} >= NAMES
    assert {path.stem for path in FILES} == {glossary.name for glossary in built_in()}


@pytest.mark.parametrize(("glossary", "entry"), entries())
def test_entry_does_what_its_examples_say(glossary: Glossary, entry: Entry) -> None:
    profile = profile_of(entry)
    assert entry.examples.flag, "give at least one example that is flagged"
    for sentence in entry.examples.flag:
        found = [(hit.entry.term, hit.text) for hit in hits(sentence, glossary.name, profile)]
        assert entry.term in [term for term, _ in found], f"not found in: {sentence}"
    for sentence in entry.examples.fine:
        found = [(hit.entry.term, hit.text) for hit in hits(sentence, glossary.name, profile)]
        assert entry.term not in [term for term, _ in found], f"found in: {sentence}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_terms_are_in_order(path: Path) -> None:
    terms = [order_of(entry.term) for entry in load(path).terms]
    assert terms == sorted(terms)


def test_no_form_belongs_to_two_glossaries() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for glossary in built_in():
        for entry in glossary.terms:
            for form in entry.forms:
                owners[form.text.lower()].add(glossary.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_we_offer_is_itself_flagged(path: Path) -> None:
    flagged = []
    for entry in load(path).terms:
        profile = profile_of(entry)
        offers = [*entry.alternatives, entry.explanation, entry.advice, entry.why]
        for offer in filter(None, offers):
            for hit in hits(f"{offer}", "", profile):
                own = hit.entry.term == entry.term or hit.entry.term in entry.variants
                if not own and hit.entry.treatment is not Treatment.EXPLAIN:
                    flagged.append(f"{entry.term}: “{offer}” holds “{hit.text}”")
    assert flagged == []
