"""The words that explain a term are found, so that two explanations can be compared."""

from __future__ import annotations

import pytest

from plainspeak.glossary.explanations import Explanation, explanations_of
from plainspeak.language.analysis import Need, Text
from plainspeak.language.pipeline import load
from plainspeak.model import Span
from plainspeak.readers import read_text

GLOSSES = {
    "An advocate is someone who speaks up for you.": "someone who speaks up for you",
    "Ask for an advocate (someone who speaks up for you).": "someone who speaks up for you",
    "Ask for an advocate, a person who speaks up for you.": "a person who speaks up for you",
    "Ask an advocate – a person who speaks up – for help.": "a person who speaks up",
    "Ask for an advocate. This is a person who speaks up for you.": (
        "a person who speaks up for you"
    ),
    "“Advocate” means a person who speaks up for you.": "a person who speaks up for you",
    "A person who speaks up for you is called an advocate.": "A person who speaks up for you",
    "An advocate helps you say what you want.": "helps you say what you want",
    "Someone can speak up for you. That person is your advocate.": "Someone can speak up for you",
    'Ask for an <abbr title="one who speaks up">advocate</abbr>.': "one who speaks up",
    "## Word list\n\n- **Advocate**: a person who speaks up.\n": "a person who speaks up",
}


def explained(source: str, term: str = "advocate") -> tuple[Text, tuple[Explanation, ...]]:
    document = read_text(source, "markdown", None)
    (text,) = load().analyse([document], Need.PARSE)
    at = document.prose.lower().find(term)
    uses = []
    while at >= 0:
        uses.append(Span(at, at + len(term)))
        at = document.prose.lower().find(term, at + 1)
    return text, explanations_of(text, uses)


@pytest.mark.parametrize(("source", "gloss"), GLOSSES.items())
def test_gloss(source: str, gloss: str) -> None:
    text, (found,) = explained(source)
    assert found.gloss == gloss
    if found.gloss_span is not None:
        assert text.document.text_of(found.gloss_span) == gloss


def test_full_words_of_a_short_form() -> None:
    _, (found,) = explained("Fill in a data protection impact assessment (DPIA).", "dpia")
    assert found.gloss == "data protection impact assessment"


def test_two_explanations_of_one_term_have_a_gloss_each() -> None:
    _, found = explained(
        "An advocate is someone who speaks up for you. Staff came.\n\n"
        "An advocate is a lawyer who goes to court for you."
    )
    assert [each.gloss for each in found] == [
        "someone who speaks up for you",
        "a lawyer who goes to court for you",
    ]


def test_a_short_form_whose_full_words_are_the_same_term_is_not_explained() -> None:
    source = "Do a discretionary housing payment (DHP) now."
    document = read_text(source, "markdown", None)
    (text,) = load().analyse([document], Need.PARSE)
    long, short = source.index("discretionary"), source.index("DHP")
    spans = [Span(long, long + len("discretionary housing payment")), Span(short, short + 3)]
    assert explanations_of(text, spans) == ()


def test_a_question_may_be_answered_by_the_next_sentence() -> None:
    _, (found,) = explained("What does advocate mean? It is someone who speaks up for you.")
    assert found.sentence == 1


def test_long_sentences_with_a_grammar_take_no_longer() -> None:
    import time

    text, _ = explained("An advocate is here and " * 150 + "it ends.")
    spans = [Span(at, at + 8) for at in range(3, 3000, 24)]
    start = time.process_time()
    explanations_of(text, spans)
    assert time.process_time() - start < 2
