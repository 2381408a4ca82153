"""What counts as an explanation, and what does not."""

from __future__ import annotations

import re
import time

import pytest
from spacy.tokens import Doc

from plainspeak.glossary.explanations import explanations_of
from plainspeak.language.analysis import Need, Text
from plainspeak.language.pipeline import load
from plainspeak.model import Span
from plainspeak.readers import read_text

EVERYTHING = Need.SENTENCES | Need.TAGS | Need.PARSE

EXPLAINS = {
    "reciprocity": [
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
    ],
    "co-production": [
        "Co-production: people share power.",
        "**Co-production** – when people and staff plan services together.",
        "Co-production is people working together.",
        "Co-production is working together as equals.",
        "Co-production is when we all plan services together.",
        "Co-production (CP) is a way of working that shares power with people.",
        "Co-production in this guide means that people and staff share power.",
        "What is co-production? It is when people share power.",
        "People and staff plan and run a service together. This is called co-production.",
        "People share power, and this is known as co-production.",
        "Sharing power like this is what staff call co-production.",
        "We use co-production. This means that people and staff decide together.",
        "Co-production is the idea that people who use a service know it best.",
        "Co-production is sometimes called working as equals.",
        "People and staff decide together, a practice also known as co-production.",
        "Shared planning -- also known as co-production -- helps us all.",
        "We want more co-production (something planned by people and staff, as equals).",
        "Co-production describes how people and staff plan a service together.",
        "Our work is built on co-production (people and staff deciding together).",
        "When we say co-production – sharing power with people – we try to do it well.",
        "The word ‘co-production’ is used to describe people and staff working as equals.",
    ],
    "advocate": [
        "Ask for an advocate, a person who speaks up for you.",
        "Ask for an advocate, who will speak up for you.",
        "Ask for an advocate (someone who speaks up for you).",
        "An advocate is someone who speaks up for you.",
        "You can have an advocate. This is someone who speaks up for you.",
        "You can bring an advocate with you. An advocate is a person who helps you to speak up.",
        "You may need an advocate – someone who can speak up for you at the meeting.",
        "A person who helps you to speak up is called an advocate.",
        "An advocate is any person who helps you to say what you want.",
    ],
    "advocates": ["Advocates are trained volunteers who help you to speak up."],
    "advocacy": [
        "Advocacy: someone speaks up for you.",
        "Advocacy: help to say what you want.",
        "Advocacy is support to say what you want and to get your rights.",
        "You can get help to speak up, known as advocacy.",
        "Advocacy, which is help to say what you think, is free.",
        "We pay for advocacy, that is, help to speak up.",
        "Advocacy is another word for speaking up.",
    ],
    "reablement": [
        "Reablement is short-term help that gets you back on your feet.",
        "We offer reablement – short-term help to get you back on your feet.",
        "We offer reablement (short-term help at home).",
        "Reablement, or help to get back on your feet, is free for six weeks.",
        "Reablement is a service that helps you to do things for yourself again.",
        "You will get reablement, meaning help to do things for yourself again.",
        "Reablement can be described as a short course of help to live at home again.",
        "Do you need reablement (help to get back on your feet)?",
        "After a stay in hospital you may get help for a few weeks, called reablement.",
    ],
    "carer's assessment": [
        "A carer's assessment is a talk about the help you need.",
        "You can ask for a carer's assessment, a talk about the help you need.",
        "A carer's assessment is where you tell the council what would help you.",
    ],
}

MENTIONS = {
    "reciprocity": [
        "# Reciprocity\n\nIt follows from the last principle that people give and take here.",
        "# Reciprocity\n\nIt also seems that giving and taking are part of our work.",
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
    ],
    "co-production": [
        "Co-production is about to change.",
        "Co-production is about more than meetings and forms.",
        "Co-production means a lot of work for us.",
        "Co-production means we have to start again.",
        "Co-production means you must come to each meeting.",
        "Co-production is an excellent way to meet people.",
        "We want more co-production (something we all like).",
        "Co-production means different things to different people.",
        "Co-production does not mean asking people once.",
        "Co-production is how we work.",
        "Co-production is where we started from.",
        "Co-production is when we started meeting in town.",
        "Co-production is a legal duty for the council.",
        "Co-production is described as vital.",
        "Co-production is described as a key part of the plan.",
        "Co-production is the way we work for you.",
        "Co-production is something we value.",
        "Co-production is a service we value.",
        "Co-production is working well.",
        "Co-production is free for people who live here.",
        "Co-production is used in hospitals that want to get better.",
        "She is called co-production lead.",
        "It is known as a co-production approach.",
        "Staff call co-production hard.",
        "Our project, called co-production, is new.",
        "Co-production (run by volunteers) helps.",
        "Co-production (which we all love) helps.",
        "Co-production (in Leeds) helps.",
        "Co-production (hard work) helps.",
        "Co-production (open meetings, clear letters) helps.",
        "Co-production – the council leads on this – helps.",
        "We do co-production – the council helps with this work.",
        "We do co-production – and people like it.",
        "We do co-production – not just talk.",
        "We paid for co-production – adding costs for all of us.",
        "We are proud of co-production – a big step for our town.",
        "Co-production, or any other way of working, helps.",
        "We use co-production, or we ask people, when we can.",
        "We use co-production, which saves money.",
        "We use co-production, which means we have to meet more often.",
        "Co-production: a guide for staff",
        "Co-production: how to start",
        "What is co-production? We will tell you at the meeting.",
        "We talked about co-production. It is a lot of work for us.",
        "In co-production, a group of people runs each meeting.",
    ],
    "advocate": [
        "He is known as an advocate.",
        "The nurse is the person that called the advocate.",
        "This advocate is about to meet people who can help.",
        "This advocate is a woman who lives near here.",
        "Ask for an advocate, who is in room 4.",
        "Ask for an advocate, a friend, or a nurse who knows you well.",
        "You may bring an advocate (free of charge).",
        "An advocate is a great help to people who are ill.",
        "An advocate is there to see you.",
        "Is an advocate someone who can see my letters?",
        "We found an advocate, who was late for the meeting.",
        "You can have an advocate. It is a good idea to ask early.",
    ],
    "reablement": [
        "Reablement is available to people who leave hospital.",
        "Reablement is about six weeks long.",
        "Reablement is helping more people to go home.",
        "We offer reablement – see page 4 for how to ask.",
        "We offer reablement, home care, or a place to stay.",
        "Reablement is part of the help that you can get.",
        "Reablement, like other services, is free for six weeks.",
        "Reablement was cut, leaving people with no help.",
        "Reablement is the next step for people who leave hospital.",
    ],
}


def analysed(source: str, format: str = "markdown", needs: Need = EVERYTHING) -> Text:
    document = read_text(source, format, None)
    (text,) = load().analyse([document], needs)
    return text


def uses(text: Text, word: str = "reciprocity") -> list[Span]:
    low = text.document.prose.lower()
    found = []
    start = low.find(word)
    while start >= 0:
        found.append(Span(start, start + len(word)))
        start = low.find(word, start + 1)
    assert found
    return found


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(term, sentence) for term, sentences in table.items() for sentence in sentences]


@pytest.mark.parametrize(("term", "source"), rows(EXPLAINS))
def test_explains(term: str, source: str) -> None:
    text = analysed(source)
    assert len(explanations_of(text, uses(text, term))) == 1


@pytest.mark.parametrize(("term", "source"), rows(MENTIONS))
def test_only_mentions(term: str, source: str) -> None:
    text = analysed(source)
    assert explanations_of(text, uses(text, term)) == ()


def test_without_tags_it_can_still_tell_most() -> None:
    cases = [
        (term, source, table is EXPLAINS)
        for table in (EXPLAINS, MENTIONS)
        for term, source in rows(table)
    ]
    documents = [read_text(source, "markdown", None) for _, source, _ in cases]
    right = 0
    for (term, _, explains), text in zip(
        cases, load().analyse(documents, Need.SENTENCES), strict=True
    ):
        assert Need.TAGS not in text.offers
        right += bool(explanations_of(text, uses(text, term))) is explains
    assert right >= 0.95 * len(cases)


def test_where_and_what_kind() -> None:
    text = analysed("We like reciprocity.\n\nWe do. Reciprocity means giving and taking.\n")
    (found,) = explanations_of(text, uses(text))
    assert text.document.text_of(found.span) == "Reciprocity means giving and taking."
    assert found.sentence == 2
    assert found.kind == "sentence"


def test_the_next_sentence_may_use_another_form_of_the_term() -> None:
    text = analysed(
        "Carers' assessments are free. A carer's assessment is a talk about the help you need."
    )
    both = uses(text, "carers' assessment") + uses(text, "carer's assessment")
    (found,) = explanations_of(text, both)
    assert found.sentence == 1


def test_word_list_section() -> None:
    text = analysed(
        "We like reciprocity.\n\n## Word list\n\n- **Reciprocity**: giving and taking.\n"
    )
    (found,) = explanations_of(text, uses(text))
    assert found.kind == "word-list"


def test_only_what_opens_a_line_of_a_word_list_is_explained_there() -> None:
    text = analysed("## Word list\n\n- **Asset**: what you are good at, as reciprocity shows.\n")
    assert explanations_of(text, uses(text)) == ()


def test_abbr_title() -> None:
    text = analysed('We like <abbr title="give and take">reciprocity</abbr> here.')
    (found,) = explanations_of(text, uses(text))
    assert found.kind == "markup"


def test_a_heading_explains_nothing() -> None:
    text = analysed("# What reciprocity means\n\nWe like it.\n")
    assert explanations_of(text, uses(text)) == ()


def test_what_comes_below_a_heading_may_explain_it() -> None:
    text = analysed("# What is reciprocity?\n\nIt is when people give and take.\n")
    (found,) = explanations_of(text, uses(text))
    assert found.sentence == 1


HOSTILE = {
    "quotation marks": "co-production" + '"' * 100_000,
    "quotation marks and space": "We like co-production " + "\" ' " * 25_000,
    "what may go on for ever before it": '"( ' * 33_000 + " co-production",
    "open brackets": "co-production " + "(" * 100_000,
    "many uses in one sentence": "co-production " * 7_000,
    "many uses between quotation marks": ("co-production " + '"' * 200) * 470,
    "adverbs": "Co-production " + "really " * 14_000,
    "a long word": "Co-production – " + "a" * 100_000,
    "hyphens": "Co-production, or " + "a-" * 50_000,
    "a long list": "Co-production, a person" + ", and a person" * 7_000,
    "named again and again": "is called the " * 7_000 + "co-production",
    "short forms": '<abbr title="x">co-production</abbr> ' * 2_500,
    "a long heading": "# glossary of " + "and " * 25_000 + "\n\nco-production",
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_longer(source: str) -> None:
    assert seconds_for(source) < 2


def test_many_headings_take_no_longer() -> None:
    assert seconds_for("# Hi\n\nco-production is here.\n\n" * 1_500) < 2


def seconds_for(source: str) -> float:
    """Seconds of processor time that the explanations take; cutting into words is not counted."""
    document = read_text(source, "markdown", None)
    vocab = load().nlp.vocab
    docs = []
    for block in document.blocks:
        words = re.findall(r"\S+|(?<= ) +", document.text_of(block))
        docs.append(Doc(vocab, words=words, spaces=[True] * (len(words) - 1) + [False]))
    text = Text.of(document, docs, Need.WORDS | Need.SENTENCES, None)
    assert text.sentences
    spans = uses(text, "co-production")
    start = time.process_time()
    explanations_of(text, spans)
    return time.process_time() - start
