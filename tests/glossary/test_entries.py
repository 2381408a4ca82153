"""Every entry of every glossary does what its examples say, and the glossaries keep their rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from plainspeak.curation.checking import Problem, check
from plainspeak.curation.sources import Source, built_in_sources
from plainspeak.curation.trials import trials
from plainspeak.glossary.schema import Treatment
from plainspeak.language.pipeline import load as load_pipeline

LEAST = {
    "co-production": 100,
    "easier-words": 300,
    "education-and-send": 120,
    "finance-and-benefits": 150,
    "government": 300,
    "health": 600,
    "housing": 100,
    "idioms": 400,
    "justice": 100,
    "plain-english": 900,
    "respectful-language": 200,
    "service-design": 200,
    "social-care": 250,
}
"""How many entries each glossary has at least."""

NAMED = pytest.mark.parametrize("name", sorted(LEAST))


@cache
def source(name: str) -> Source:
    return next(each for each in built_in_sources() if each.glossary.name == name)


@cache
def problems(name: str) -> list[Problem]:
    others = [each for each in built_in_sources() if each.glossary.name != name]
    return check(source(name), others, load_pipeline())


def test_the_promised_glossaries_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    counts = {each.glossary.name: len(each.glossary.terms) for each in built_in_sources()}
    with capsys.disabled():
        print("\nEntries:", ", ".join(f"{name} {count:,}" for name, count in counts.items()))
    assert counts.keys() == LEAST.keys()
    assert {name: count for name, count in counts.items() if count < LEAST[name]} == {}


@NAMED
def test_entries_do_what_their_examples_say(name: str) -> None:
    wrong = [
        f"{trial.entry.term}: {'not found' if trial.wanted else 'found'} in: {trial.sentence}"
        for trial in trials(source(name).glossary, load_pipeline())
        if not trial.right
    ]
    assert wrong == []


@NAMED
def test_every_entry_has_an_example(name: str) -> None:
    assert [e.term for e in source(name).glossary.terms if not e.examples.flag] == []


@NAMED
def test_there_is_nothing_to_mend(name: str) -> None:
    found = [each for each in problems(name) if not each.note]
    assert [f"{each.line}: {each.term}: {each.said}" for each in found] == []


def test_explanations_are_seldom_hard() -> None:
    """Some terms cannot be told in easy words; most can."""
    hard, told = 0, 0
    for each in built_in_sources():
        told += sum(entry.treatment is Treatment.EXPLAIN for entry in each.glossary.terms)
        hard += sum(problem.field == "explanation" for problem in check(each, (), load_pipeline()))
    assert hard <= told * 0.05


def test_no_form_belongs_to_two_glossaries() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for each in built_in_sources():
        for entry in each.glossary.terms:
            for form in entry.forms:
                owners[form.text.lower()].add(each.glossary.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_sentences_are_not_used_twice() -> None:
    """An example or explanation that stands in two entries was copied and not thought about."""
    seen = Counter(
        sentence
        for each in built_in_sources()
        for entry in each.glossary.terms
        for sentence in filter(None, (entry.explanation, *entry.examples.flag))
    )
    assert [sentence for sentence, count in seen.items() if count > 2] == []


def test_the_files_are_named_as_their_glossaries() -> None:
    for each in built_in_sources():
        assert Path(each.path).stem == each.glossary.name
