"""What a sentence denies, asked of parsed sentences in both label schemes and of the model's own.

A sentence is written as in `test_syntax.py`: word, part of speech, tag, then head (counted from 1,
0 for the root) and label in Universal Dependencies, then head and label as ClearNLP has them.
"""

import pytest
import spacy
from spacy.tokens import Doc

from plainspeak.language import inflection, negation, pipeline

VOCAB = spacy.blank("en").vocab

SENTENCES = {
    "cannot help unless": """
        We PRON PRP 4 nsubj 4 nsubj
        can AUX MD 4 aux 4 aux
        not PART RB 4 advmod 4 neg
        help VERB VB 0 root 0 ROOT
        you PRON PRP 4 obj 4 dobj
        unless SCONJ IN 8 mark 8 mark
        you PRON PRP 8 nsubj 8 nsubj
        ask VERB VBP 4 advcl 4 advcl
        . PUNCT . 4 punct 4 punct
    """,
    "may not park without": """
        You PRON PRP 4 nsubj 4 nsubj
        may AUX MD 4 aux 4 aux
        not PART RB 4 advmod 4 neg
        park VERB VB 0 root 0 ROOT
        without ADP IN 7 case 4 prep
        a DET DT 7 det 7 det
        permit NOUN NN 4 obl 5 pobj
        . PUNCT . 4 punct 4 punct
    """,
    "see rooms without": """
        We PRON PRP 4 nsubj 4 nsubj
        do AUX VBP 4 aux 4 aux
        not PART RB 4 advmod 4 neg
        see VERB VB 0 root 0 ROOT
        rooms NOUN NNS 4 obj 4 dobj
        without ADP IN 7 case 5 prep
        windows NOUN NNS 5 nmod 6 pobj
        . PUNCT . 4 punct 4 punct
    """,
    "is not uncommon": """
        It PRON PRP 4 nsubj 2 nsubj
        is AUX VBZ 4 cop 0 ROOT
        not PART RB 4 advmod 2 neg
        uncommon ADJ JJ 0 root 2 acomp
        . PUNCT . 4 punct 2 punct
    """,
    "is not an unfair rule": """
        It PRON PRP 6 nsubj 2 nsubj
        is AUX VBZ 6 cop 0 ROOT
        not PART RB 6 advmod 2 neg
        an DET DT 6 det 6 det
        unfair ADJ JJ 6 amod 6 amod
        rule NOUN NN 0 root 2 attr
        . PUNCT . 6 punct 2 punct
    """,
    "no one without": """
        No DET DT 2 det 2 det
        one NOUN NN 4 nsubj 4 nsubj
        may AUX MD 4 aux 4 aux
        leave VERB VB 0 root 0 ROOT
        without ADP IN 7 case 4 prep
        a DET DT 7 det 7 det
        pass NOUN NN 4 obl 5 pobj
        . PUNCT . 4 punct 4 punct
    """,
    "must not without": """
        You PRON PRP 4 nsubj 4 nsubj
        must AUX MD 4 aux 4 aux
        not PART RB 4 advmod 4 neg
        leave VERB VB 0 root 0 ROOT
        without ADP IN 7 case 4 prep
        a DET DT 7 det 7 det
        pass NOUN NN 4 obl 5 pobj
        . PUNCT . 4 punct 4 punct
    """,
    "does not know nothing": """
        She PRON PRP 4 nsubj 4 nsubj
        does AUX VBZ 4 aux 4 aux
        not PART RB 4 advmod 4 neg
        know VERB VB 0 root 0 ROOT
        nothing PRON NN 4 obj 4 dobj
        . PUNCT . 4 punct 4 punct
    """,
    "never fails to": """
        She PRON PRP 3 nsubj 3 nsubj
        never ADV RB 3 advmod 3 neg
        fails VERB VBZ 0 root 0 ROOT
        to PART TO 5 mark 5 aux
        ring VERB VB 3 xcomp 3 xcomp
        . PUNCT . 3 punct 3 punct
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
            lemmas=[inflection.lemma_of(row[0], row[1]) for row in rows],
            heads=[int(row[first]) - 1 if row[first] != "0" else n for n, row in enumerate(rows)],
            deps=[row[first + 1] for row in rows],
        )

    return parse


def analysed(text):
    doc = pipeline.load().nlp(text)
    for token in doc:
        token.lemma_ = inflection.lemma_of(token.text, token.pos_)
    return doc


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cannot help unless", [("link", "not", "unless")]),
        ("may not park without", [("link", "not", "without")]),
        ("see rooms without", []),
        ("is not uncommon", [("adjective", "not", "uncommon")]),
        ("is not an unfair rule", [("adjective", "not", "unfair")]),
        ("no one without", [("link", "No", "without")]),
        ("must not without", []),
        ("does not know nothing", [("twice", "not", "nothing")]),
        ("never fails to", [("verb", "never", "fails")]),
    ],
)
def test_double_negatives(parsed, name, expected):
    found = negation.double_negatives(parsed(name))
    assert [(each.kind, each.first.text, each.second.text) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You cannot come, and nobody can wait.", ["not", "nobody"]),
        ("They never rang. There is no lift.", ["never", "no"]),
        ("No one isn't welcome.", ["No", "n't"]),
        ("It is not only new but free.", []),
        ("It is not necessarily so.", []),
        ("Tell us whether or not you can come.", []),
        ("It is hard, if not impossible.", []),
        ("No, it is open.", []),
        ("Why not come?", []),
    ],
)
def test_words_that_deny(text, expected):
    assert [each.word.text for each in negation.negations(analysed(text))] == expected


def test_what_not_denies():
    found = negation.negations(analysed("We do not open on Sundays. No nurse came."))
    assert [(each.word.text, each.head.text) for each in found] == [
        ("not", "open"),
        ("No", "nurse"),
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("uncommon", "common"),
        ("Unfair", "fair"),
        ("impossible", "possible"),
        ("unknown", "known"),
        ("unusual", "common"),
        ("unemployed", None),
        ("united", None),
        ("under", None),
        ("unique", None),
        ("invaluable", None),
        ("disabled", None),
    ],
)
def test_the_word_that_an_adjective_denies(word, expected):
    assert negation.positive_of(word) == expected


@pytest.mark.parametrize(
    ("text", "rest", "expected"),
    [
        ("We cannot help you.", "help you", "can help you"),
        ("We won’t help.", "help", "will help"),
        ("It isn't open.", "open", "is open"),
        ("It does not become void.", "become void", "becomes void"),
        ("They did not go.", "go", "went"),
        ("It's not late.", "early", "early"),
        ("Do not forget it.", "remember it", "remember it"),
        ("You do not often know.", "often know", None),
    ],
)
def test_a_verb_group_without_its_not(text, rest, expected):
    negator = negation.negations(analysed(text))[0].word
    assert negation.without_not(negator, rest) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Do not drive unless a doctor says so.",
        "We cannot do without you.",
        "They would not be without it.",
        "We will not go; unless you pay, we stay.",
        "He saw nothing (except the door).",
        "It is not clear, except that he left.",
        "We do not use unfamiliar words.",
    ],
)
def test_what_is_no_double_negative(text):
    assert negation.double_negatives(analysed(text)) == []
