"""From passive to active: verb groups, both label schemes, and what is left alone."""

import pytest
import spacy
from spacy.tokens import Doc

from plainspeak.language import pipeline, syntax
from plainspeak.language.active_voice import ActiveVoice, Part, active_voice

VOCAB = spacy.blank("en").vocab


def written(doc: Doc, active: ActiveVoice) -> str:
    """The text with the replacements made, without changes of capitals."""

    def text(piece: str | Part) -> str:
        if isinstance(piece, str):
            return piece
        return piece.before + (piece.text or piece.span.text)

    result = doc.text
    for each in sorted(active.replacements, key=lambda each: each.start, reverse=True):
        result = result[: each.start] + "".join(map(text, each.pieces)) + result[each.end :]
    return result


def turned(text: str) -> list[str]:
    doc = pipeline.load().nlp(text)
    found = [active_voice(passive) for passive in syntax.passives(doc)]
    return [written(doc, active) for active in found if active is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is paid by the council.", "the council pays It."),
        ("It was written by the carers.", "the carers wrote It."),
        ("It has been written by the carers.", "the carers have written It."),
        ("It had been paid by the council.", "the council had paid It."),
        ("They were being helped by a nurse.", "a nurse was helping them."),
        ("It would have been paid by the council.", "the council would have paid It."),
        ("It was never paid by the council.", "the council never paid It."),
        ("It is no longer paid by the council.", "the council no longer pays It."),
        ("It will not be paid by the council.", "the council will not pay It."),
        ("It won't be paid by the council.", "the council won't pay It."),
        ("It wasn’t paid by the council.", "the council didn’t pay It."),
        ("It must always be paid by the carer and the council.",
         "the carer and the council must always pay It."),
        ("It'll be paid by the council.", "the council will pay It."),
        ("It could've been paid by the council.", "the council could've paid It."),
        ("It doesn't have to be agreed by the boards.", "the boards don't have to agree It."),
        ("It is used by a number of groups.", "a number of groups use It."),
        ("It is used by the police.", "the police use It."),
        ("It is paid for by the charity.", "the charity pays for It."),
    ],
)  # fmt: skip
def test_verb_groups(text: str, expected: str) -> None:
    assert turned(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The hall is used by one of the groups that meet there and at the school next door.",
        "The child is supported by their family.",
        "The form was not signed by a carer.",
        "No form may be shared by any member.",
        "The news is sad and was told to them by the nurse.",
        "It was done by Ann, who left.",
        "The chat was shown by fans and the general public alike, Ann thanking them.",
        "They adopted the name after it was suggested by a man that also helped the band.",
    ],
)
def test_what_is_no_good_in_the_active(text: str) -> None:
    assert turned(text) == []


def parsed(rows: str) -> Doc:
    """A doc of rows: word, part of speech, tag, head (from 1, 0 for the root), label."""
    lines = [row.split() for row in rows.strip().splitlines()]
    heads = [int(head) - 1 if head != "0" else place for place, (*_, head, _) in enumerate(lines)]
    return Doc(
        VOCAB,
        words=[line[0] for line in lines],
        spaces=[place < len(lines) - 2 for place in range(len(lines))],
        pos=[line[1] for line in lines],
        tags=[line[2] for line in lines],
        heads=heads,
        deps=[line[4] for line in lines],
    )


UD = """
The DET DT 2 det
form NOUN NN 6 nsubj:pass
must AUX MD 6 aux
not PART RB 6 advmod
be AUX VB 6 aux:pass
sent VERB VBN 0 root
by ADP IN 9 case
the DET DT 9 det
clerk NOUN NN 6 obl:agent
. PUNCT . 6 punct
"""
CLEARNLP = """
The DET DT 2 det
form NOUN NN 6 nsubjpass
must AUX MD 6 aux
not PART RB 6 neg
be AUX VB 6 auxpass
sent VERB VBN 0 ROOT
by ADP IN 6 agent
the DET DT 9 det
clerk NOUN NN 7 pobj
. PUNCT . 6 punct
"""


@pytest.mark.parametrize("rows", [UD, CLEARNLP], ids=["ud", "clearnlp"])
def test_both_label_schemes(rows: str) -> None:
    doc = parsed(rows)
    (passive,) = syntax.passives(doc)
    active = active_voice(passive)
    assert active is not None
    assert written(doc, active) == "the clerk must not send The form."
    assert active.clear
