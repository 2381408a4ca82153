"""What is a plain definition, and which meanings are the same."""

from __future__ import annotations

import re

import pytest

from plainspeak.glossary.explanations import explanations_of
from plainspeak.glossary.meanings import (
    are_apart,
    content,
    is_defining,
    is_spelling_out,
    same_full_words,
)
from plainspeak.language.analysis import Need
from plainspeak.language.pipeline import load
from plainspeak.model import Span
from plainspeak.readers import read_text

DEFINES = [
    "Reciprocity means giving something and getting something back.",
    "The word “reciprocity” means giving something and getting something back.",
    "Reciprocity is a way of giving something and getting something back.",
    "Reciprocity is when people give something and get something back.",
    "Reciprocity refers to giving something and getting something back.",
    "By ‘reciprocity’ we mean giving something and getting something back.",
    "We like reciprocity (giving something and getting something back).",
    "We like reciprocity, that is, giving something and getting something back.",
    "- Reciprocity: a way of giving something and getting something back",
    "Giving something and getting something back is called reciprocity.",
    "We believe in reciprocity. It means giving something and getting something back.",
    "Word list\n=========\n\nReciprocity: giving and getting",
    '<abbr title="giving and getting">Reciprocity</abbr> is fun.',
]
DOES_NOT_DEFINE = [
    "Reciprocity means you can ask for help and give it another time.",
    "Reciprocity lets you give something and get something back.",
    "Reciprocity aims to give everyone something back for their time.",
    "The council’s reciprocity is a scheme that gives people something back.",
    "In our team, reciprocity is a rule that gives people something back.",
    "Reciprocity means “giving something and getting something back”.",
    "Reciprocity means giving something and getting something back (Boyle, 2009).",
    "> Reciprocity means giving something and getting something back.",
    "In reciprocity, people give something and get something back.",
]


def defines(source: str) -> bool:
    (text,) = load().analyse([read_text(source, "markdown")], Need.PARSE)
    uses = [Span(*found.span()) for found in re.finditer("(?i)reciprocity", text.document.prose)]
    return any(is_defining(text, each, uses) for each in explanations_of(text, uses))


@pytest.mark.parametrize("source", DEFINES)
def test_plain_definitions(source: str) -> None:
    assert defines(source)


@pytest.mark.parametrize("source", DOES_NOT_DEFINE)
def test_what_only_helps_to_understand(source: str) -> None:
    assert not defines(source)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a trained helper who speaks up for you", "somebody trained who can speak up for people"),
        ("giving and getting", "people give something and they get something back"),
        ("organising work in small steps", "small pieces of work, organized by a team"),
        ("helping people", "people who plan services"),  # too little to tell
        ("", "people who plan services"),
    ],
)
def test_explanations_that_may_be_the_same(one: str, other: str) -> None:
    assert not are_apart(content(one), content(other))
    assert not are_apart(content(other), content(one))


def test_explanations_that_are_apart() -> None:
    one = content("giving something and getting something back")
    other = content("the trust that grows among neighbours over years")
    assert are_apart(one, other)
    assert are_apart(other, one)


@pytest.mark.parametrize(
    "other",
    [
        "Health organisation programme",
        "health-organization programs",
        "programme for health and organisation",
        "the Royal Health Organisation Programme",
        "organisation programming",
    ],
)
def test_full_words_that_are_the_same(other: str) -> None:
    assert same_full_words("health organisation programme", other)
    assert same_full_words(other, "health organisation programme")


@pytest.mark.parametrize("other", ["senior responsible officer", "single responsible owner"])
def test_full_words_that_are_not(other: str) -> None:
    assert not same_full_words("senior responsible owner", other)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("EHCP", "education, health and care plan"),
        ("EHC plan", "education, health and care plan"),
        ("DfE", "Department for Education"),
        ("SENCO", "special educational needs co-ordinator"),
        ("MARAC", "multi-agency risk assessment conference"),
    ],
)
def test_full_words_that_spell_out(short: str, long: str) -> None:
    assert is_spelling_out(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("OPC", "of the Privacy Commissioner"),
        ("NICE", "National Institute for Health and Care Excellence"),
        ("CESG", "the government’s security advisers"),
        ("PIT", "plan d’information territorial"),
        ("AU", "and procurement"),
        ("GOV", "GOV.UK, Performance Platform"),
        ("TV", "television"),
    ],
)
def test_full_words_that_may_be_a_slip_of_ours(short: str, long: str) -> None:
    assert not is_spelling_out(short, long)
