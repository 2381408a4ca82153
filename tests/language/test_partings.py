"""What a sentence can do without, and how its subject is named again; asked of whole sentences."""

import pytest

from plainspeak.language import (
    brackets,
    examples,
    naming,
    quoting,
    rows,
    subordinate,
    syntax,
    tails,
)
from plainspeak.language.pipeline import load


@pytest.fixture(scope="module")
def read():
    return load().nlp


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The form asks for your name.", "it"),
        ("The forms ask for your name.", "they"),
        ("The nurse needs a form.", "the nurse"),
        ("The council needs a form.", "the council"),
        ("Ann and Bob need a form.", "they"),
        ("We need a form.", "we"),
        ("I rang the team.", "I"),
        ("This helps the team.", "it"),
        ("Leeds has a large hospital.", "Leeds"),
        ("Every carer needs a form.", None),
        ("Nobody needs a form.", None),
        ("No nurse needs a form.", None),
        ("The nurse or the doctor needs a form.", None),
    ],
)
def test_naming_again(read, text, name):
    doc = read(text)
    subject = next(c.subject for c in syntax.clauses(doc) if c.kind == "root")
    assert naming.again(subject) == name


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("We wait here because the office is closed.", [("because", False)]),
        ("Because the office is closed, we wait here.", [("because", True)]),
        ("We wait here even though the office is closed.", [("although", False)]),
        ("Although the office is closed, we wait here.", [("although", True)]),
        ("We wait here so that the driver can see us.", [("so that", False)]),
        ("If the office is closed, we wait here.", []),
        ("We wait here because of the rain.", [("because of", False)]),
        ("We wait here, as it is late.", [("because", False)]),
        ("We wait here as the bus is late.", [("because", False)]),
        ("We wait here as the bus comes.", []),
        ("We go as fast as the bus can go.", []),
        ("As the bus is late, we wait here.", []),
        ("While the bus will come, we cannot wait here.", [("although", True)]),
        ("While you are waiting here, you can read.", []),
        ("Although the office, which is old, is closed, we wait here.", []),
    ],
)
def test_clauses_that_hang_on_the_main_one(read, text, links):
    found = subordinate.subordinates(read(text))
    assert [(each.link, each.comma is not None) for each in found] == links


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("We ring you before the visit, which helps us.", ["which"]),
        ("The form, which is blue, has two pages.", []),
        ("The form that is blue has two pages.", []),
    ],
)
def test_relative_clauses_at_the_end(read, text, first):
    assert [tail.first.text for tail in tails.relatives(read(text))] == first


def test_examples_need_a_noun_after_them(read):
    text = "We test the service in many ways, including {} old phones."
    assert [t.noun.text for t in examples.examples(read(text.format("the")))] == ["ways"]
    assert examples.examples(read(text.format("on"))) == []


def test_brackets_with_a_sentence_in_them(read):
    (bracket,) = brackets.brackets(read("Bring the book (you can ask for a new one) with you."))
    assert (bracket.opening.i, bracket.closing.text) == (3, ")")
    assert brackets.brackets(read("Bring the book (the blue one) with you.")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The office is closed, says the manager of the centre.", True),
        ("The office is closed, but it will open again, the report says.", True),
        ("The manager says the office is closed, and it will not open again.", False),
        ("The office is closed, but it will open again.", False),
    ],
)
def test_who_says_it_at_the_end(read, text, said):
    assert quoting.ends_with_speaker(read(text)) is said


def test_a_row_that_the_words_show(read):
    text = "Bring a letter from the council, a card from the bank, and a passport with your photo."
    (row,) = rows.series(read(text))
    assert [item.text for item in row.items] == [
        "a letter from the council",
        "a card from the bank",
        "a passport with your photo",
    ]
    assert rows.series(read("We saw Ann, a nurse from Leeds, and a doctor from York.")) == []
