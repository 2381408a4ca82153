"""Nouns that hide a verb, and phrases that hide one in a noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from plainspeak.language import pipeline
from plainspeak.language.hidden_verbs import hidden_verb, verb_of
from plainspeak.language.light_verbs import light_verb_phrases, of_phrases

Parse = Callable[[str], Doc]


@pytest.fixture(scope="module")
def parse() -> Parse:
    return pipeline.load().nlp


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("decision", "decide"),
        ("Assessments", "assess"),
        ("organization", "organise"),
        ("organisations", "organise"),
        ("analyses", "analyse"),
        ("behaviour", "behave"),
        ("response", "respond"),
        ("sales", "sell"),
        ("building", "build"),
        ("change", "change"),
        ("alienation", "alienate"),
        ("spoon-collection", None),
        ("elephant", None),
        ("", None),
    ],
)
def test_the_verb_of_a_noun(noun: str, verb: str | None) -> None:
    assert verb_of(noun) == verb


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("The closure of the centre upset them.", "closure", "close"),
        ("We saw an improvement in her health.", "improvement", "improve"),
        ("The soldier sat on a chair.", "chair", None),
        ("She put the cheese on the table.", "table", None),
        ("We will assess you.", "assess", None),
    ],
)
def test_a_noun_in_a_sentence(parse: Parse, text: str, noun: str, verb: str | None) -> None:
    token = next(token for token in parse(text) if token.text == noun)
    found = hidden_verb(token)
    assert (found and found.verb) == verb
    assert found is None or 0.5 <= found.chance < 1


def shown(doc: Doc) -> list[tuple[str, str | None, str, str]]:
    return [
        (" ".join(t.text for t in p.tokens), p.replacement, p.verb, p.link)
        for p in [*light_verb_phrases(doc), *of_phrases(doc)]
    ]


@pytest.mark.parametrize(
    ("text", "tokens", "replacement", "verb", "link"),
    [
        ("She made a decision about it.", "made a decision about", "decided about", "decide", "about"),
        ("He carried out an assessment of it.", "carried out an assessment of", "assessed", "assess", ""),
        ("We are conducting a review of it.", "conducting a review of", "reviewing", "review", ""),
        ("It has an impact on sales.", "has an impact on", "affects", "affect", ""),
        ("Make an application for it.", "Make an application for", "Apply for", "apply", "for"),
        ("She has given notice to him.", "given notice to", "told", "tell", ""),
        ("He gives a summary of it.", "gives a summary of", "sums up", "sum up", ""),
        ("Take action.", "Take action", "Act", "act", ""),
        ("They undertook a full review of it.", "undertook a full review of", None, "review", ""),
        ("A decision will be made soon.", "decision will be made", None, "decide", ""),
        ("The removal of bins is free.", "The removal of", "Removing", "remove", ""),
        ("Ring us after the completion of it.", "the completion of", "completing", "complete", ""),
    ],
)  # fmt: skip
def test_a_phrase(
    parse: Parse, text: str, tokens: str, replacement: str | None, verb: str, link: str
) -> None:
    assert shown(parse(text)) == [(tokens, replacement, verb, link)]


@pytest.mark.parametrize(
    "text",
    [
        "Make a decision that suits you.",
        "We make a decision and a plan.",
        "She made no decision.",
        "She made the choice between them clear.",
        "He is making decisions to avoid delay.",
        "The decision was made.",
        "We make bread.",
        "The removal of the bins by the council was slow.",
        "We fund the removal of bins.",
        "For the avoidance of doubt, we say it again.",
        "The population of Leeds grew.",
        "The",
        "made",
    ],
)
def test_no_phrase(parse: Parse, text: str) -> None:
    assert shown(parse(text)) == []


def test_a_passive_is_told_from_the_rest(parse: Parse) -> None:
    (phrase,) = light_verb_phrases(parse("An assessment was carried out."))
    assert phrase.passive
    assert phrase.noun.text == "assessment"
    assert phrase.light is not None
    assert phrase.light.text == "carried"


@pytest.mark.parametrize("scheme", ["ud", "clearnlp"])
def test_both_label_schemes(parse: Parse, scheme: str) -> None:
    words = ["A", "review", "was", "carried", "out", "."]
    labels = {
        "ud": ["det", "nsubj:pass", "aux:pass", "root", "compound:prt", "punct"],
        "clearnlp": ["det", "nsubjpass", "auxpass", "ROOT", "prt", "punct"],
    }
    doc = Doc(
        parse("").vocab,
        words=words,
        tags=["DT", "NN", "VBD", "VBN", "RP", "."],
        pos=["DET", "NOUN", "AUX", "VERB", "ADP", "PUNCT"],
        heads=[1, 3, 3, 3, 3, 3],
        deps=labels[scheme],
    )
    assert shown(doc) == [("review was carried out", None, "review", "")]
