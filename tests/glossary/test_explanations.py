"""What counts as an explanation, and what does not."""

from __future__ import annotations

import pytest

from plainspeak.glossary.explanations import explanations_of
from plainspeak.language.analysis import Need, Text
from plainspeak.language.pipeline import load
from plainspeak.model import Span
from plainspeak.readers import read_text

EXPLAINS = [
    "Reciprocity means that people give something and get something back.",
    "‘Reciprocity’ means that people give something and get something back.",
    "The term reciprocity refers to giving and taking.",
    "Reciprocity is when people give something and get something back.",
    "Reciprocity is a way of working in which people give and take.",
    "Reciprocity has been defined as ensuring that people receive something back.",
    "Reciprocity is about giving something and getting something back.",
    "By reciprocity we mean giving something and getting something back.",
    "People give and take, which is called reciprocity.",
    "This give and take is known as reciprocity.",
    "They used a give and take approach, called reciprocity, in their work.",
    "We value reciprocity – that is, giving and taking.",
    "We value reciprocity (giving something and getting something back).",
    "We value reciprocity, or giving and taking, in our work.",
    "We value reciprocity, which means giving and taking.",
    "We value reciprocity; in other words, people give and take.",
    "Reciprocity matters here. It means that people give and take.",
    "Reciprocity is a key concept. It has been defined as giving and taking.",
    "What people give and get back (which can be called reciprocity) helps.",
    "Reciprocity (also called mutuality) is the idea that people give and take.",
]

MENTIONS = [
    "Reciprocity is important.",
    "Reciprocity is a key concept in co-production.",
    "Reciprocity is used in many services.",
    "Reciprocity is one of the most important parts of our work.",
    "Our work starts from reciprocity.",
    "We talked about reciprocity for a long time.",
    "Reciprocity can help people to feel valued.",
    "Reciprocity is hard.",
    "Older people like services that use reciprocity (see page 4).",
    "We value reciprocity (for example, in time banks).",
    "We value reciprocity (NHS, 2015).",
    "Is reciprocity right for you?",
    "Some services use reciprocity, and others do not.",
    "Reciprocity is a challenge for the whole team.",
    "We need equality, diversity and reciprocity.",
    "She did it by reciprocity.",
    "They called about reciprocity.",
    "Reciprocity has been used in many towns.",
    "Reciprocity is the most difficult part of the work.",
    "Reciprocity and mutuality are good for people.",
]


def analysed(source: str, format: str = "markdown") -> Text:
    document = read_text(source, format, None)
    (text,) = load().analyse([document], Need.SENTENCES | Need.TAGS | Need.PARSE)
    return text


def uses(text: Text, word: str = "reciprocity") -> list[Span]:
    low = text.document.prose.lower()
    found = []
    start = low.find(word)
    while start >= 0:
        found.append(Span(start, start + len(word)))
        start = low.find(word, start + 1)
    return found


@pytest.mark.parametrize("source", EXPLAINS)
def test_explains(source: str) -> None:
    text = analysed(source)
    assert len(explanations_of(text, uses(text))) == 1


@pytest.mark.parametrize("source", MENTIONS)
def test_only_mentions(source: str) -> None:
    text = analysed(source)
    assert explanations_of(text, uses(text)) == ()


def test_where_and_what_kind() -> None:
    text = analysed("We like reciprocity.\n\nWe do. Reciprocity means giving and taking.\n")
    (found,) = explanations_of(text, uses(text))
    assert text.document.text_of(found.span) == "Reciprocity means giving and taking."
    assert found.sentence == 2
    assert found.kind == "sentence"


def test_word_list_section() -> None:
    text = analysed(
        "We like reciprocity.\n\n## Word list\n\n- **Reciprocity**: giving and taking.\n"
    )
    (found,) = explanations_of(text, uses(text))
    assert found.kind == "word-list"


def test_abbr_title() -> None:
    text = analysed('We like <abbr title="give and take">reciprocity</abbr> here.')
    (found,) = explanations_of(text, uses(text))
    assert found.kind == "markup"


def test_a_heading_explains_nothing() -> None:
    text = analysed("# What reciprocity means\n\nWe like it.\n")
    assert explanations_of(text, uses(text)) == ()
