from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.errors import UsageError
from plainspeak.language import pipeline as module
from plainspeak.language.analysis import Need
from plainspeak.language.pipeline import PACKAGED, load, plain_spaces, wrap
from plainspeak.language.syntax import passives
from plainspeak.model import BlockKind

tokenizer = spacy.blank("en")

EVERYTHING = Need.WORDS | Need.SENTENCES | Need.TAGS | Need.PARSE


@pytest.fixture
def blank():
    return wrap(spacy.blank("en"), "blank")


def test_the_packaged_model_does_everything():
    pipeline = load()
    assert pipeline.name == PACKAGED
    assert pipeline.scheme == "ud"
    assert pipeline.offers == EVERYTHING
    assert pipeline.warning is None
    assert pipeline.version


def test_the_packaged_tokenizer_is_the_one_in_its_folder():
    folder = Path(module.__file__).parent / "model"
    ours, spacys = load().nlp, spacy.load(folder)
    saved = [nlp.tokenizer.to_bytes(exclude=["vocab"]) for nlp in (ours, spacys)]
    assert saved[0] == saved[1]
    assert len(ours.tokenizer.rules) > 1_000


def test_a_loaded_model_is_kept():
    assert load() is load()
    assert load(PACKAGED) is load()


def test_grammar_from_the_packaged_model(document):
    (text,) = load().analyse(
        [document("The form was sent by the clerk. She has two forms.")], Need.PARSE
    )
    assert text.offers == EVERYTHING
    first, second = text.sentences
    (passive,) = passives(first)
    assert (passive.verb.text, passive.subject.text, passive.agent.text) == (
        "sent",
        "form",
        "clerk",
    )
    assert passives(second) == []
    assert [token.lemma_ for token in second] == ["she", "have", "two", "form", "."]


def test_only_what_is_asked_for_is_done(document):
    (text,) = load().analyse([document("It was sent. She left.")], Need.SENTENCES)
    assert text.offers == Need.WORDS | Need.SENTENCES
    assert len(text.sentences) == 2
    assert not text.blocks[0].doc.has_annotation("DEP")
    (text,) = load().analyse([document("It was sent.")], Need.TAGS)
    assert [token.pos_ for token in text.blocks[0].doc] == ["PRON", "AUX", "VERB", "PUNCT"]
    (text,) = load().analyse([document("It was sent.")], Need.WORDS)
    assert text.offers == Need.WORDS
    assert not text.blocks[0].doc.has_annotation("TAG")


def test_sentences_are_the_same_whatever_else_is_asked_for(document):
    made = document("See Dr. Smith at 5 p.m. on Monday. Then go. Who knows? Ask us, e.g. by post.")
    counts = [
        [
            str(sentence.tokens)
            for text in load().analyse([made], needs)
            for sentence in text.sentences
        ]
        for needs in (Need.SENTENCES, Need.SENTENCES | Need.TAGS, Need.PARSE)
    ]
    assert counts[0] == counts[1] == counts[2]
    assert len(counts[0]) == 4


def test_a_model_without_parser_and_tagger_says_what_is_off(blank):
    assert blank.offers == Need.WORDS | Need.SENTENCES
    assert blank.scheme is None
    assert "sentencizer" in blank.nlp.pipe_names
    assert blank.warning == (
        "The language model blank has no parser, so checks that look at how a sentence is built, "
        "such as passive voice, are off, and no tagger, so checks that need to tell nouns from "
        "verbs, such as hidden verbs, are off. Leave --model out to use the one inside "
        "plainspeak, or name a model that has them, such as en_core_web_sm."
    )


def test_what_the_model_lacks_is_left_out(blank, document):
    (text,) = blank.analyse([document("It was sent. She left.")], EVERYTHING)
    assert text.offers == Need.WORDS | Need.SENTENCES
    assert len(text.sentences) == 2


@pytest.mark.parametrize(
    ("label", "scheme"), [("nsubj:pass", "ud"), ("nsubjpass", "clearnlp"), ("odd", None)]
)
def test_label_schemes(label, scheme):
    nlp = spacy.blank("en")
    nlp.add_pipe("parser").add_label(label)
    nlp.add_pipe("tagger")
    pipeline = wrap(nlp, "mine")
    assert pipeline.scheme == scheme
    assert (Need.PARSE in pipeline.offers) is (scheme is not None)
    assert (pipeline.warning is None) is (scheme is not None)


def test_a_model_that_is_not_there():
    with pytest.raises(UsageError) as caught:
        load("no_such_model")
    assert str(caught.value) == (
        "There is no language model called no_such_model here. Install it, or leave --model out to "
        "use the one inside plainspeak."
    )


def test_a_folder_that_is_no_model(tmp_path):
    with pytest.raises(UsageError, match=r"is not a spaCy language model: it has no config\.cfg"):
        load(str(tmp_path))


def test_a_model_of_another_language(tmp_path):
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(UsageError, match="is for the language 'de'; plainspeak reads English only"):
        load(str(tmp_path / "german"))


def test_a_model_that_does_not_load(tmp_path):
    folder = tmp_path / "broken"
    spacy.blank("en").to_disk(folder)
    config = folder / "config.cfg"
    config.write_text(config.read_text().replace('lang = "en"', 'lang = "en"\npipeline = ["x"]'))
    with pytest.raises(UsageError, match=r"does not load .* or leave --model out"):
        load(str(folder))


def test_a_model_from_a_folder(tmp_path, document):
    folder = tmp_path / "mine"
    spacy.blank("en").to_disk(folder)
    pipeline = load(str(folder))
    assert pipeline is load(str(folder))
    (text,) = pipeline.analyse([document("One. Two.")], Need.SENTENCES)
    assert len(text.sentences) == 2


def test_a_model_for_another_spacy_is_used_with_a_warning(tmp_path):
    nlp = spacy.blank("en")
    nlp.meta["spacy_version"] = ">=2.0.0,<2.1.0"
    folder = tmp_path / "old"
    nlp.to_disk(folder)
    meta = folder / "meta.json"
    meta.write_text(meta.read_text().replace(nlp.meta["spacy_version"], ">=2.0.0,<2.1.0"))
    assert "was made for another version of spaCy" in load(str(folder)).warning


def test_the_packaged_model_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(module.resources, "files", lambda _: Path(tmp_path))
    with pytest.raises(UsageError, match=r"is missing\. Install plainspeak again"):
        module._load.__wrapped__(PACKAGED)


def test_documents_come_back_in_order_with_their_own_blocks(blank, document):
    documents = [
        document(),
        document("One. Two.", "Three."),
        document("  "),
        document((BlockKind.HEADING, "Four. Five.")),
        document(),
    ]
    texts = list(blank.analyse(iter(documents), Need.SENTENCES))
    assert [text.document for text in texts] == documents
    assert [[str(each.tokens) for each in text.sentences] for text in texts] == [
        [],
        ["One.", "Two.", "Three."],
        [],
        ["Four. Five."],
        [],
    ]


def test_documents_are_read_only_as_needed(blank, document, monkeypatch):
    monkeypatch.setattr(module, "_BATCH_BLOCKS", 3)
    read = []

    def source():
        for number in range(10):
            read.append(number)
            yield document(f"Number {number}.", "More.")

    texts = blank.analyse(source(), Need.SENTENCES)
    assert read == []
    next(texts)
    assert len(read) < 10
    assert len(list(texts)) == 9


def test_two_runs_at_once_do_not_disturb_each_other(document, monkeypatch):
    monkeypatch.setattr(module, "_BATCH_BLOCKS", 1)
    pipeline = load()
    documents = [document("It was sent."), document("It was sent again.")]
    full = pipeline.analyse(documents, Need.PARSE)
    next(full)
    bare = list(pipeline.analyse(documents, Need.WORDS))
    assert bare[0].offers == Need.WORDS
    assert next(full).blocks[0].doc.has_annotation("DEP")


@pytest.mark.parametrize("needs", [Need.WORDS, Need.SENTENCES, Need.PARSE])
def test_a_long_block_is_cut_and_glued(document, monkeypatch, needs):
    monkeypatch.setattr(module, "_PIECE_CHARS", 100)
    prose = "The form was sent by the clerk. " * 20 + "x" * 250 + " end"
    (text,) = load().analyse([document(prose)], needs)
    doc = text.blocks[0].doc
    assert doc.text == prose
    assert [token.idx for token in doc][-1] == len(prose) - 3
    if needs is not Need.WORDS:
        assert len(text.sentences) == 21
    if needs is Need.PARSE:
        assert sum(len(passives(sentence)) for sentence in text.sentences) == 20


@settings(deadline=None)
@given(st.text(alphabet="ab. \n\u00a0\u2011X", max_size=80), st.integers(5, 20))
def test_pieces_hold_the_whole_text(text, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_PIECE_CHARS", size)
        pieces = list(module._pieces(text))
    assert "".join(pieces) == text
    assert all(len(piece) <= size for piece in pieces)


@pytest.mark.parametrize("run", ['"' * 3_000, "x" * 3_000, "(a)" * 1_000])
def test_a_run_with_no_space_is_cut_before_spacy_sees_it(document, run):
    prose = f"The form {run} was sent. It was read."
    assert max(len(word) for piece in module._pieces(prose) for word in piece.split()) == 200
    (text,) = load().analyse([document(prose)], Need.SENTENCES)
    assert text.blocks[0].doc.text == prose
    assert len(text.sentences) == 2


@settings(deadline=None)
@given(st.text(max_size=60))
def test_plain_spaces_keep_every_place(text):
    plain = plain_spaces(text)
    assert len(plain) == len(text)
    assert tokenizer.make_doc(plain).text == plain
    for before, after in zip(text, plain, strict=True):
        assert before == after or (before.isspace() and after == " ") or after == "-"
