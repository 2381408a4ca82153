"""Words run together, and what they stand for."""

import pytest
import spacy
from spacy.tokens import Doc

from plainspeak.language import pipeline
from plainspeak.language.contractions import contractions


def told(text):
    return [
        ("".join(token.text_with_ws for token in each.tokens).strip(), each.kind, each.full)
        for each in contractions(pipeline.load().nlp(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I can't go.", [("can't", "negative", ("cannot",))]),
        ("We won’t go.", [("won’t", "negative", ("will not",))]),
        ("We shan't go.", [("shan't", "negative", ("will not",))]),
        ("It ain't so.", [("ain't", "negative", ())]),
        ("DON'T go.", [("DON'T", "negative", ("do not",))]),
        ("You could've asked.", [("could've", "conditional", ("could have",))]),
        ("She shouldn’t’ve asked.", [("shouldn’t’ve", "conditional", ("should not have",))]),
        ("They'd've come.", [("They'd've", "conditional", ("they would have",))]),
        ("They'd gone.", [("They'd", "conditional", ("they had",))]),
        ("They'd go.", [("They'd", "conditional", ("they would",))]),
        ("You'd better go.", [("You'd", "conditional", ("you had",))]),
        ("She'd rather go.", [("She'd", "conditional", ("she would",))]),
        ("We'll go.", [("We'll", "other", ("we will",))]),
        ("It's been sent.", [("It's", "other", ("it has",))]),
        ("It's open.", [("It's", "other", ("it is",))]),
        ("Let's go.", [("Let's", "other", ("let us",))]),
        ("The carer's bag was lost.", []),
        ("He ID'd the man.", []),
        ("You cannot go.", []),
    ],
)
def test_what_words_stand_for(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't you know?", [("Don't you", "negative", ("do you not",))]),
        ("Why can't I come?", [("can't I", "negative", ("can I not",))]),
        ("It is new, isn't it?", [("isn't it", "negative", ("is it not",))]),
        ("Why doesn't the team know?", [("doesn't", "negative", ())]),
        ("There isn't a ramp.", [("isn't", "negative", ("is not",))]),
        ("If they don't, we can.", [("don't", "negative", ("do not",))]),
    ],
)
def test_questions_keep_their_subject(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("label", "root"), [("root", "nsubj"), ("ROOT", "nsubj")])
def test_either_label_scheme(label, root):
    words = ["Does", "n't", "the", "team", "know", "?"]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[False, True, True, True, False, False],
        pos=["AUX", "PART", "DET", "NOUN", "VERB", "PUNCT"],
        tags=["VBZ", "RB", "DT", "NN", "VB", "."],
        heads=[4, 4, 3, 4, 4, 4],
        deps=["aux", "advmod" if label == "root" else "neg", "det", root, label, "punct"],
    )
    assert [each.full for each in contractions(doc)] == [()]
