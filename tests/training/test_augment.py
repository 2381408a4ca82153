"""The augmenter changes sentences and keeps them well formed."""

import random
from dataclasses import replace

import pytest

pytest.importorskip("spacy")

import augment as augment_module
from augment import (
    PLACEHOLDER,
    as_capitals,
    as_list_item,
    as_title,
    create_guidance_augmenter,
    doc_rows,
    insert,
    vary,
    with_british_spelling,
    with_curly_quotes,
    with_line_wrap,
    with_placeholder,
    with_reference,
)
from spacy.lang.en import English
from spacy.training import Example
from treebank import Row, read_conllu, to_doc

CONLLU = """\
# newdoc
# newpar
1\tWe\twe\tPRON\tPRP\t_\t3\tnsubj:pass\t_\t_
2\twere\tbe\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t3\taux:pass\t_\t_
3\ttold\ttell\tVERB\tVBN\tTense=Past|VerbForm=Part\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
5\tcolor\tcolor\tNOUN\tNN\tNumber=Sing\t3\tobj\t_\t_
6\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_
7\tBristol\tBristol\tPROPN\tNNP\tNumber=Sing\t8\tcompound\t_\t_
8\tbuses\tbus\tNOUN\tNNS\tNumber=Plur\t5\tnmod\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tIt\tit\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tisn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tis\tbe\tAUX\tVBZ\tMood=Ind|Tense=Pres|VerbForm=Fin\t4\tcop\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tred\tred\tADJ\tJJ\tDegree=Pos\t0\troot\t_\t_
5\t-\t-\tPUNCT\t,\t_\t7\tpunct\t_\t_
6\t"\t"\tPUNCT\t``\t_\t7\tpunct\t_\tSpaceAfter=No
7\tblue\tblue\tADJ\tJJ\tDegree=Pos\t4\tparataxis\t_\tSpaceAfter=No
8\t"\t"\tPUNCT\t''\t_\t7\tpunct\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""


@pytest.fixture(autouse=True)
def few_spellings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole table comes from a package that only the build installs."""
    monkeypatch.setattr(augment_module, "british_spellings", lambda: {"organize": "organise"})


@pytest.fixture
def sentences():
    return [list(sentence.rows) for sentence in read_conllu(CONLLU.splitlines(keepends=True))]


def text(*sentences):
    return to_doc(English().vocab, sentences).text.strip()


def relations(rows):
    """The words and their heads' words, which a change elsewhere must not move."""
    return {(row.form, rows[row.head].form, row.dep) for row in rows}


def test_reads_spaces_and_multiword_tokens(sentences):
    assert text(*sentences) == ('We were told the color of Bristol buses. It isn\'t red - "blue".')


def test_list_item_has_no_capital_and_no_stop(sentences):
    assert text(as_list_item(sentences[0])) == "we were told the color of Bristol buses"


def test_title_and_capitals(sentences):
    assert text(as_title(sentences[0])) == "We Were Told the Color of Bristol Buses"
    assert text(as_capitals(sentences[0])) == "WE WERE TOLD THE COLOR OF BRISTOL BUSES"


def test_curly_quotes_and_dashes(sentences):
    assert text(with_curly_quotes(sentences[1])) == "It isn’t red – “blue”."


def test_british_spelling(sentences):
    changed = with_british_spelling(sentences[0], {"color": "colour"})
    assert text(changed) == "We were told the colour of Bristol buses."


def test_reference_goes_before_the_stop_and_hangs_on_the_root(sentences):
    changed = with_reference(sentences[0], (14, 15))
    assert text(changed) == "We were told the color of Bristol buses [14, 15]."
    assert relations(sentences[0]) <= relations(changed)
    assert ("14", "told", "dep") in relations(changed)
    assert ("]", "14", "punct") in relations(changed)


def test_no_reference_in_a_very_short_sentence(sentences):
    short = [replace(row, head=0) for row in (sentences[0][2], sentences[0][8])]
    assert with_reference(short, (1, 2)) == short


def test_placeholder_replaces_a_leaf_noun(sentences):
    changed = with_placeholder(sentences[0], random.Random(1))
    assert text(changed) == f"We were told the color of {PLACEHOLDER} buses."
    name = changed[6]
    assert (name.upos, name.dep, name.head) == ("PROPN", "compound", 7)


def test_placeholder_is_one_spacy_token():
    words = [token.text for token in English()(f"Open {PLACEHOLDER}. Use ({PLACEHOLDER}).")]
    assert words.count(PLACEHOLDER) == 2


def test_line_wrap_keeps_the_syntax(sentences):
    changed = with_line_wrap(sentences[0], random.Random(3))
    assert text(changed).replace("\n", " ") == text(sentences[0])
    assert "\n" in text(changed)
    assert relations(sentences[0]) <= relations(changed)


def test_insert_moves_later_heads(sentences):
    rows = sentences[0]
    changed = insert(rows, 3, [Row("x", "x", "X", "FW", "", 2, "dep", True)])
    assert relations(rows) <= relations(changed)


def test_same_seed_same_text_and_docs_align(sentences):
    nlp = English()
    reference = to_doc(nlp.vocab, sentences)

    def run(seed):
        augment = create_guidance_augmenter(level=1.0, headings=0.0, seed=seed)
        example = Example(nlp.make_doc(reference.text), reference)
        made = [next(augment(nlp, example)) for _ in range(30)]
        assert all(each.predicted.text == each.reference.text for each in made)
        assert all(each.reference.has_annotation("DEP") for each in made)
        return [each.reference.text for each in made]

    assert run(1) == run(1)
    assert len(set(run(1))) > 3


def test_level_nought_changes_nothing(sentences):
    nlp = English()
    reference = to_doc(nlp.vocab, sentences)
    example = Example(nlp.make_doc(reference.text), reference)
    assert list(create_guidance_augmenter(level=0.0, headings=0.0, seed=1)(nlp, example)) == [
        example
    ]


def test_doc_comes_apart_as_it_was_put_together(sentences):
    doc = to_doc(English().vocab, sentences)
    assert doc_rows(doc) == sentences
    assert len(vary(doc_rows(doc), {}, random.Random(0))) == 2
