"""The treebank reader groups sentences and keeps the features that the pipeline predicts."""

import pytest

pytest.importorskip("spacy")

from spacy.lang.en import English
from treebank import by_count, by_paragraph, kept_features, read_conllu, to_doc

LINE = "1\t{0}\t{0}\tNOUN\tNN\tNumber=Sing\t0\troot\t_\t_\n\n"


def sentences(marks):
    text = "".join((f"# {mark}\n" if mark else "") + LINE.format("word") for mark in marks)
    return list(read_conllu(text.splitlines(keepends=True)))


def test_groups_by_paragraph_marks():
    groups = by_paragraph(sentences(["newdoc", "", "newpar", "", "", "newdoc"]))
    assert [len(group) for group in groups] == [2, 3, 1]


def test_long_paragraphs_are_cut():
    groups = by_paragraph(sentences([""] * 7), most=3)
    assert [len(group) for group in groups] == [3, 3, 1]


def test_groups_by_count():
    assert [len(group) for group in by_count(sentences([""] * 25), 10)] == [10, 10, 5]


def test_keeps_what_rules_and_the_lemmatizer_need():
    assert kept_features("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "VBD") == (
        "Mood=Ind|Tense=Past|VerbForm=Fin"
    )
    assert kept_features("Number=Sing", "NN") == "Number=Sing"
    assert kept_features("Degree=Pos", "JJ") == ""
    assert kept_features("Degree=Cmp", "JJR") == "Degree=Cmp"


def test_heads_are_counted_within_the_doc():
    doc = to_doc(English().vocab, [s.rows for s in sentences(["newpar", ""])])
    assert [token.head.i for token in doc] == [0, 1]
    assert [token.is_sent_start for token in doc] == [True, True]


def test_empty_nodes_are_left_out():
    lines = [LINE.format("word").strip() + "\n", "1.1\tx\tx\tX\tX\t_\t_\t_\t_\t_\n", "\n"]
    (sentence,) = read_conllu(lines)
    assert [row.form for row in sentence.rows] == ["word"]
