"""Empty starts, in both label schemes and as the model reads them.

Sentences are written as in `test_syntax.py`.
"""

import pytest
import spacy
from spacy.tokens import Doc

from plainspeak.language import pipeline
from plainspeak.language.expletives import empty_starts

VOCAB = spacy.blank("en").vocab

SENTENCES = {
    "people who": """
        There PRON EX 2 expl 2 expl
        are VERB VBP 0 root 0 ROOT
        many ADJ JJ 4 amod 4 amod
        people NOUN NNS 2 nsubj 2 attr
        who PRON WP 6 nsubj 6 nsubj
        care VERB VBP 4 acl:relcl 4 relcl
        . PUNCT . 2 punct 2 punct
    """,
    "things we do": """
        There PRON EX 2 expl 2 expl
        are VERB VBP 0 root 0 ROOT
        things NOUN NNS 2 nsubj 2 attr
        that PRON WDT 6 obj 6 dobj
        we PRON PRP 6 nsubj 6 nsubj
        do VERB VBP 3 acl:relcl 3 relcl
        . PUNCT . 2 punct 2 punct
    """,
    "a nurse waiting": """
        There PRON EX 2 expl 2 expl
        is VERB VBZ 0 root 0 ROOT
        a DET DT 4 det 4 det
        nurse NOUN NN 2 nsubj 2 attr
        waiting VERB VBG 4 acl 4 acl
        . PUNCT . 2 punct 2 punct
    """,
    "a fear that": """
        There PRON EX 2 expl 2 expl
        is VERB VBZ 0 root 0 ROOT
        a DET DT 4 det 4 det
        fear NOUN NN 2 nsubj 2 attr
        that SCONJ IN 7 mark 7 mark
        it PRON PRP 7 nsubj 7 nsubj
        fails VERB VBZ 4 acl 4 acl
        . PUNCT . 2 punct 2 punct
    """,
}


@pytest.fixture(params=["ud", "clearnlp"])
def parsed(request):
    def parse(name):
        rows = [line.split() for line in SENTENCES[name].strip().splitlines()]
        first = 3 if request.param == "ud" else 5
        return Doc(
            VOCAB,
            words=[row[0] for row in rows],
            pos=[row[1] for row in rows],
            tags=[row[2] for row in rows],
            lemmas=[row[0].lower() for row in rows],
            heads=[int(row[first]) - 1 if row[first] != "0" else n for n, row in enumerate(rows)],
            deps=[row[first + 1] for row in rows],
        )

    return parse


def told(doc):
    return [
        (each.kind, each.noun.text, each.link.text if each.link else None, each.action.text)
        for each in empty_starts(doc)
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("people who", [("subject", "many people", "who", "care")]),
        ("things we do", [("object", "things", "that", "do")]),
        ("a nurse waiting", [("doing", "a nurse", None, "waiting")]),
        ("a fear that", []),
    ],
)
def test_empty_there(parsed, name, expected):
    assert told(parsed(name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the nurse who rang.", [("cleft", "the nurse", "who", "rang")]),
        ("It is a plan that helps.", []),
        ("It is the best way for people who care.", []),
        ("There are also people who care.", []),
        ("There will be people who care.", []),
        ("There are two forms you need.", [("object", "two forms", None, "need")]),
        ("There are rooms containing beds.", []),
        ("There were problems opening the file.", []),
        ("There is a ramp, which is new.", []),
        ("Put it there.", []),
    ],
)
def test_as_the_model_reads_it(text, expected):
    assert told(pipeline.load().nlp(text)) == expected
