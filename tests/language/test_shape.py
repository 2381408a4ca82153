"""How sentences are put together, asked of the same sentences in both label schemes.

A sentence is written as in `test_syntax.py`: word, part of speech, tag, then head (counted from 1,
0 for the root) and label in Universal Dependencies, then head and label as ClearNLP has them.
"""

import pytest
import spacy
from spacy.tokens import Doc

from plainspeak.language import cuts, rows, shape, syntax

VOCAB = spacy.blank("en").vocab

SENTENCES = {
    "rang but left": """
        The DET DT 2 det 2 det
        nurse NOUN NN 7 nsubj 7 nsubj
        who PRON WP 4 nsubj 4 nsubj
        looked VERB VBD 2 acl:relcl 2 relcl
        after ADP IN 6 case 4 prep
        me PRON PRP 4 obl 5 pobj
        rang VERB VBD 0 root 0 ROOT
        us PRON PRP 7 obj 7 dobj
        , PUNCT , 12 punct 7 punct
        but CCONJ CC 12 cc 7 cc
        she PRON PRP 12 nsubj 12 nsubj
        left VERB VBD 7 conj 7 conj
        because SCONJ IN 16 mark 15 mark
        she PRON PRP 16 nsubj 15 nsubj
        was AUX VBD 16 cop 12 advcl
        ill ADJ JJ 12 advcl 15 acomp
        . PUNCT . 7 punct 7 punct
    """,
    "if it rains": """
        If SCONJ IN 3 mark 3 mark
        it PRON PRP 3 nsubj 3 nsubj
        rains VERB VBZ 6 advcl 6 advcl
        , PUNCT , 3 punct 6 punct
        we PRON PRP 6 nsubj 6 nsubj
        stay VERB VBP 0 root 0 ROOT
        and CCONJ CC 9 cc 6 cc
        they PRON PRP 9 nsubj 9 nsubj
        go VERB VBP 6 conj 6 conj
        home ADV RB 9 advmod 9 advmod
        . PUNCT . 6 punct 6 punct
    """,
    "came and went": """
        The DET DT 2 det 2 det
        team NOUN NN 3 nsubj 3 nsubj
        came VERB VBD 0 root 0 ROOT
        and CCONJ CC 5 cc 3 cc
        went VERB VBD 3 conj 3 conj
        home ADV RB 5 advmod 5 advmod
        . PUNCT . 3 punct 3 punct
    """,
    "bring three things": """
        Bring VERB VB 0 root 0 ROOT
        the DET DT 3 det 3 det
        letter NOUN NN 1 obj 1 dobj
        , PUNCT , 6 punct 3 punct
        a DET DT 6 det 6 det
        card NOUN NN 3 conj 3 conj
        and CCONJ CC 9 cc 6 cc
        some DET DT 9 det 9 det
        glasses NOUN NNS 3 conj 6 conj
        . PUNCT . 1 punct 1 punct
    """,
    "says that who": """
        Ann PROPN NNP 2 nsubj 2 nsubj
        says VERB VBZ 0 root 0 ROOT
        that SCONJ IN 10 mark 10 mark
        the DET DT 5 det 5 det
        man NOUN NN 10 nsubj 10 nsubj
        who PRON WP 7 nsubj 7 nsubj
        rang VERB VBD 5 acl:relcl 5 relcl
        us PRON PRP 7 obj 7 dobj
        today NOUN NN 7 obl 7 npadvmod
        left VERB VBD 2 ccomp 2 ccomp
        , PUNCT , 2 punct 2 punct
        however ADV RB 2 advmod 2 advmod
        . PUNCT . 2 punct 2 punct
    """,
}


@pytest.fixture(params=["ud", "clearnlp"])
def parsed(request):
    """A function from a sentence's name to its tokens in one label scheme."""

    def read(name: str) -> Doc:
        rows = [line.split() for line in SENTENCES[name].strip().splitlines()]
        column = 3 if request.param == "ud" else 5
        heads = [int(row[column]) - 1 for row in rows]
        return Doc(
            VOCAB,
            words=[row[0] for row in rows],
            pos=[row[1] for row in rows],
            tags=[row[2] for row in rows],
            heads=[head if head >= 0 else place for place, head in enumerate(heads)],
            deps=[row[column + 1] for row in rows],
        )

    return read


def test_the_widest_gap_comes_first(parsed):
    widest, *others = shape.gaps(parsed("rang but left"))
    assert (widest.subject.text, widest.verb.text, widest.words) == ("nurse", "rang", 4)
    assert all(gap.words == 0 for gap in others)


def test_joining_words_join_clauses_with_subjects(parsed):
    assert [token.text for token in shape.joins(parsed("rang but left"))] == [
        "who",
        "but",
        "because",
    ]
    assert shape.joins(parsed("came and went")) == []


def test_where_to_split(parsed):
    splits = cuts.splits(parsed("rang but left"))
    assert [(split.token.text, split.link, split.clean) for split in splits] == [
        ("but", "but", True),
        ("because", "because", False),
    ]


def test_a_condition_that_holds_for_both_makes_no_clean_split(parsed):
    (split,) = cuts.splits(parsed("if it rains"))
    assert (split.token.text, split.link, split.clean) == ("they", "and", False)


def test_two_verbs_of_one_subject(parsed):
    (split,) = cuts.splits(parsed("came and went"))
    assert (split.token.text, split.link) == ("went", cuts.SAME_SUBJECT)


def test_ideas_have_subjects_of_their_own(parsed):
    assert cuts.ideas(parsed("rang but left")) == 2
    assert cuts.ideas(parsed("came and went")) == 1


def test_a_row_of_things(parsed):
    (row,) = rows.series(parsed("bring three things"))
    assert [item.text for item in row.items] == ["the letter", "a card", "some glasses"]
    assert row.words == 6


def test_commas_of_a_row_do_not_count(parsed):
    assert shape.commas(parsed("bring three things")) == []
    assert len(shape.commas(parsed("rang but left"))) == 1


def test_a_clause_in_a_clause(parsed):
    (nest,) = shape.nests(parsed("says that who"))
    assert (nest.outer.head.text, nest.inner.head.text, nest.depth) == ("left", "rang", 2)


@pytest.mark.parametrize("name", SENTENCES)
def test_helpers_of_grammar(parsed, name):
    doc = parsed(name)
    told = {clause.head.text for clause in syntax.commands(doc)}
    assert told == ({"Bring"} if name == "bring three things" else set())
    for clause in syntax.clauses(doc):
        assert syntax.finite_verb(clause.head).tag_ in {"VBD", "VBP", "VBZ", "VB"}
        assert syntax.has_subject(clause.head) is (clause.subject is not None)
        if clause.subject is not None:
            assert syntax.is_subject(clause.subject)
