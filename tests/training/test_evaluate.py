"""The measure of passives counts verbs, and only those."""

import pytest

pytest.importorskip("spacy")

from evaluate import passives
from spacy.lang.en import English
from spacy.tokens import Doc


def test_a_verb_with_two_marks_counts_once():
    doc = Doc(
        English().vocab,
        words=["They", "were", "told", "to", "wait"],
        heads=[2, 2, 2, 4, 2],
        deps=["nsubj:pass", "aux:pass", "ROOT", "mark", "xcomp"],
    )
    assert passives(doc) == {(10, 14)}


def test_no_passive():
    doc = Doc(English().vocab, words=["They", "wait"], heads=[1, 1], deps=["nsubj", "ROOT"])
    assert passives(doc) == set()
