"""What the language model said is kept as plain data, and comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plainspeak import readers
from plainspeak.language.analysis import UNBROKEN, Need, Text
from plainspeak.language.pipeline import load
from plainspeak.language.readings import Readings, reading_key, readings_of

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
EVERYTHING = Need.WORDS | Need.SENTENCES | Need.TAGS | Need.PARSE
ATTRIBUTES = ["ORTH", "NORM", "SPACY", "IDX", "HEAD", "DEP", "TAG", "POS", "MORPH", "LEMMA"]
ATTRIBUTES += ["SENT_START", "ENT_IOB"]
TEXTS = [
    *(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/*.md"))),
    (ROOT / "README.md").read_text(encoding="utf-8"),
    "# Odd ones\n\n\u00a0 `code` \ufffc … “Don’t!” she said.  Dr. Smith's e.g. 3.5%\n\n* 😀\n\n\u200b",
]


def analysed(text: str, needs: Need) -> Text:
    (found,) = load().analyse([readers.read_text(text, "markdown", None)], needs)
    return found


def through_json(text: Text) -> Readings:
    return Readings(json.loads(json.dumps(readings_of(text.blocks))), load().nlp.vocab)


def edges(doc: Any) -> list[tuple[object, ...]]:
    return [
        (
            token.left_edge.i,
            token.right_edge.i,
            token.sent.start,
            token.sent.end,
            [child.i for child in token.children],
            [other.i for other in token.conjuncts],
            str(token.morph),
            token.has_head(),
        )
        for token in doc
    ]


@pytest.mark.parametrize("needs", [EVERYTHING, Need.SENTENCES | Need.TAGS, Need.SENTENCES])
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_kept_comes_back_as_it_was(text: str, needs: Need) -> None:
    fresh = analysed(text, needs)
    readings = through_json(fresh)
    assert fresh.blocks
    for block in fresh.blocks:
        doc = load().nlp.make_doc(block.text)
        assert readings.read(doc, reading_key(block.text, unbroken=block.kind in UNBROKEN))
        assert doc.to_array(ATTRIBUTES).tolist() == block.doc.to_array(ATTRIBUTES).tolist()
        if needs is EVERYTHING:
            assert edges(doc) == edges(block.doc)


def test_what_is_not_known_is_not_touched() -> None:
    readings = through_json(analysed("We ask people.", EVERYTHING))
    doc = load().nlp.make_doc("We asked people.")
    assert not readings.read(doc, reading_key(doc.text, unbroken=False))
    # A heading is read in another way than a paragraph.
    same = load().nlp.make_doc("We ask people.")
    assert not readings.read(same, reading_key(same.text, unbroken=True))
    assert not doc.has_annotation("DEP")
    assert not same.has_annotation("DEP")


def test_an_answer_with_another_number_of_tokens_is_not_taken() -> None:
    text = analysed("We ask people.", EVERYTHING)
    data = readings_of(text.blocks)
    (key,) = data["blocks"]
    doc = load().nlp.make_doc("We ask many people.")
    assert not Readings(data, load().nlp.vocab).read(doc, key)


def test_nothing_is_known_of_nothing() -> None:
    assert readings_of(()) == {}
    doc = load().nlp.make_doc("We ask people.")
    assert not Readings({}, load().nlp.vocab).read(doc, reading_key(doc.text, unbroken=False))


def test_blocks_that_are_known_are_not_read_again() -> None:
    before = analysed("# Plan\n\nWe ask people.\n\nThey answer.", EVERYTHING)
    readings = through_json(before)
    # As nobody else would say it, to see where it comes from.
    document = readers.read_text("They answer.\n\nWho asks?\n\nWe ask people.", "markdown", None)
    altered = json.loads(json.dumps(readings_of(before.blocks)))
    altered["words"] = [word.upper() for word in altered["words"]]
    for known in (readings, Readings(altered, load().nlp.vocab)):
        (text,) = load().analyse([document], EVERYTHING, lambda _, known=known: known)
        lemmas = [block.doc[-2].lemma_ for block in text.blocks]
        upper = known is not readings
        assert lemmas == [
            "ANSWER" if upper else "answer",
            "ask",
            "PEOPLE" if upper else "people",
        ]


def test_a_block_that_is_read_in_pieces_is_read_each_time() -> None:
    long = "We ask the people who live here. " * 1_600
    before = analysed(long, Need.SENTENCES)
    readings = through_json(before)
    (again,) = load().analyse([before.document], Need.SENTENCES, lambda _: readings)
    assert len(again.sentences) == len(before.sentences) == 1_600
