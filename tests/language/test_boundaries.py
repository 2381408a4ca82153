import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from plainspeak.language.boundaries import forbid_starts, may_start, sentence_starts

nlp = spacy.blank("en")


def split(text: str, *, unbroken: bool = False) -> list[str]:
    """The sentences of a text by a model that sees a start at every token."""
    doc = nlp(text)
    for token in doc:
        token.is_sent_start = True
    starts = sentence_starts(doc, unbroken=unbroken)
    ends = (*starts[1:], len(doc))
    return [doc[start:end].text.strip() for start, end in zip(starts, ends, strict=False)]


@pytest.mark.parametrize(
    "text",
    [
        "See Dr. Smith about it.",
        "Ask Mr. Jones or Mrs. Lee.",
        "We met J. R. Smith there.",
        "Bring a letter, e.g. a bill, with you.",
        "Use a form, i.e. The Form, to do it.",
        "See No. 5 on page p. 6 (para. 7).",
        "1. Send the form.",
        "1.2. Send the form.",
        "(a) Send the form.",
        "iv. Send the form.",
        "Post, fax etc. are slow.",
        "Come at 5 p.m. on Monday.",
        "She lives on St. Mark Road.",
        "“Why?” he asked.",
        "He said “No!” and left.",
        "The shop (what a place!) is shut.",
        "Wait... and see.",
        "It costs £3.50 or 1.5% more",
        "Without any stop We go On",
        "Wait for it. . .",
        "He said “Go.”",
        "Write to Smith v. Jones Ltd. in town.",
    ],
)
def test_one_sentence_stays_one(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Send it. We will write.", "We will write."),
        ("Send it! We will write.", "We will write."),
        ("Who are you? we ask.", "we ask."),
        ("He said “Go.” Then he left.", "Then he left."),
        ("It is so (see below). Then stop.", "Then stop."),
        ("It is known.[12] Then stop.", "Then stop."),
        ("It is known.¹² Then stop.", "Then stop."),
        ("Bring a bill, a letter etc. You can post it.", "You can post it."),
        ("Come at 5 p.m. Bring a bill.", "Bring a bill."),
        ("Take vitamin C. You need it.", "You need it."),
        ("He lives on High St. He works.", "He works."),
        ("Is it ready? No. It is late.", None),
        ("Here is how: Send it.", "Send it."),
        ("He said it. “Go,” he said.", "“Go,” he said."),
        ("Press it. \ufffc is shown.", "\ufffc is shown."),
    ],
)
def test_two_sentences_stay_two(text, second):
    expected = [text] if second is None else [text[: -len(second)].strip(), second]
    if second is None:
        expected = ["Is it ready?", "No.", "It is late."]
    assert split(text) == expected


def test_a_heading_is_one_sentence():
    assert split("What to do. Who to ask?", unbroken=True) == ["What to do. Who to ask?"]


@pytest.mark.parametrize(
    ("text", "unbroken", "opens", "left"),
    [
        ("We met. They came.", False, True, True),
        ("We met them, and they came.", False, True, False),
        ("See Dr. Smith about it.", False, True, False),
        ("We met. They came.", True, True, False),
        # The rest of a long block may go on with a sentence, or start one.
        ("and they came.", False, False, True),
        ("", False, True, False),
    ],
)
def test_it_is_known_whether_anything_is_left_to_decide(text, unbroken, opens, left):
    doc = nlp(text)
    assert forbid_starts(doc, text, unbroken=unbroken, opens=opens) is left
    if text and opens:
        assert doc[0].is_sent_start is True


def test_white_space_is_no_sentence():
    assert split("  ") == []
    assert split("") == []


def test_the_model_is_told_before_it_starts():
    doc = nlp("See Dr. Smith. Then go.")
    forbid_starts(doc, doc.text)
    free = [token.text for token in doc if token.is_sent_start is not False]
    assert free == ["See", "Then"]


@settings(deadline=None)
@given(st.text(alphabet="aB1.?! \n\"'()“”[]…:e.g", max_size=60))
def test_every_token_is_in_a_sentence_that_says_something(text):
    doc: Doc = nlp(text)
    for token in doc:
        token.is_sent_start = True
    starts = sentence_starts(doc)
    assert list(starts) == sorted(set(starts))
    assert all(start == 0 or may_start(doc[start], text) for start in starts)
    if text.strip():
        assert starts[0] == 0
        for start, end in zip(starts, (*starts[1:], len(doc)), strict=True):
            assert doc[start:end].text.strip()
    else:
        assert starts == ()
