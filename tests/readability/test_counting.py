"""What is counted, word by word."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.language.analysis import Need, Text
from plainspeak.model import PLACEHOLDER, BlockKind
from plainspeak.readability import Counts, WordFacts, count, prose
from plainspeak.readability.counting import counted_words

SYLLABLES = {"happy": 2, "comfortable": 4, "animal": 3, "newspaper": 3, "consider": 3}
EASY = frozenset(
    [
        "a",
        "an",
        "and",
        "happy",
        "animal",
        "the",
        "it",
        "was",
        "cat",
        "sat",
        "on",
        "mat",
        "news",
        "paper",
        "read",
        "we",
    ]
)
FACTS = WordFacts(
    syllables=lambda word: SYLLABLES.get(word.lower(), 1),
    is_easy=lambda word: word.lower() in EASY,
)
ITEM, HEADING, CELL = BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TABLE_CELL
SENTENCES = [
    "We meet every month to decide what to do next.",
    "Everyone gets the papers in a format they can use.",
    "Members are paid for their time and their travel.",
    "The council organises accessible transport for anybody who needs it.",
    "You can bring a supporter, a friend or someone from your family.",
]


def test_counts_by_hand(analyse: Any) -> None:
    text = analyse("The cat sat on the mat. It was a happy, comfortable animal.")
    assert count(text, FACTS) == Counts(
        sentences=2,
        words=12,
        syllables=18,
        letters=45,
        characters=45,
        polysyllables=2,
        complex_words=2,
        difficult_words=1,
    )


def test_digits_are_characters_and_not_letters(analyse: Any) -> None:
    counts = count(analyse("We read 24 of them."), FACTS)
    assert (counts.words, counts.letters, counts.characters) == (5, 12, 14)


def test_contractions_and_hyphens_are_one_word(analyse: Any) -> None:
    assert count(analyse("They don't use co-production here.")).words == 5


@pytest.mark.parametrize(
    ("sentence", "word", "is_complex"),
    [
        ("We want an opportunity here.", "opportunity", True),
        ("It was a complicated plan.", "complicated", True),
        ("We read the newspaper today.", "newspaper", False),
        ("They expanded it last year.", "expanded", False),
        ("We are creating it now.", "creating", False),
        ("Both processes are slow today.", "processes", False),
        ("They considered it last year.", "considered", True),
        ("We wrote to Alexander today.", "Alexander", False),
        ("Opportunity comes to us all.", "Opportunity", True),
        ("The NHS pays for it.", "NHS", False),
        ("The A&E team was kind.", "A&E", False),
        ("We need a follow-up appointment.", "appointment", True),
        ("It is a face-to-face meeting.", "face-to-face", False),
        ("We do co-production every day.", "co-production", True),
        ("The partnerships last for years.", "partnerships", True),
    ],
)
def test_complex_words(analyse: Any, sentence: str, word: str, is_complex: bool) -> None:
    found = {each.word.text: each for each in counted_words(analyse(sentence))}
    assert found[word].complex is is_complex


def test_short_forms_and_names_are_not_hard_words(analyse: Any) -> None:
    counts = count(analyse("We asked the BBC and the DWP about Gloucestershire."))
    assert counts.polysyllables == count(analyse("We asked about Gloucestershire.")).polysyllables
    assert counts.complex_words == 0
    assert counts.difficult_words == 0


@pytest.mark.parametrize("name", ["GOV.UK", "service.gov.uk", "maxWordsOfSentence", "iPlayer"])
def test_names_of_the_web_and_of_code_are_not_hard_words(analyse: Any, name: str) -> None:
    counts = count(analyse(f"We looked at {name} for the answer."))
    assert counts.polysyllables == counts.complex_words == counts.difficult_words == 0


def test_shouting_does_not_make_names(analyse: Any) -> None:
    loud = count(analyse("EVERY ORGANISATION EVALUATES PARTICIPATION."))
    quiet = count(analyse("Every organisation evaluates participation."))
    assert loud == quiet
    assert loud.complex_words >= 2


def test_headings_tables_pictures_terms_and_footnotes_do_not_count(analyse: Any) -> None:
    alone = count(analyse(*SENTENCES))
    kinds = set(BlockKind) - {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
        BlockKind.DEFINITION,
    }
    others = [(kind, "Organisational accountability. Strategic commissioning.") for kind in kinds]
    assert len(others) == 5
    assert count(analyse(*others, *SENTENCES)) == alone


def test_a_list_counts_like_the_same_sentences_in_a_paragraph(analyse: Any) -> None:
    paragraph = count(analyse(" ".join(SENTENCES)))
    assert paragraph.sentences == 5
    assert count(analyse(*((ITEM, sentence) for sentence in SENTENCES))) == paragraph
    bare = [(ITEM, sentence.rstrip(".")) for sentence in SENTENCES]
    assert count(analyse(*bare)) == paragraph
    semicolons = [(ITEM, sentence.replace(".", ";")) for sentence in SENTENCES]
    assert count(analyse(*semicolons)) == paragraph


@pytest.mark.parametrize(
    ("fragment", "counts_as"),
    [
        ("You need:", 0),
        ("bread", 0),
        ("a warm coat", 0),
        ("a warm winter coat", 1),
        ("Call us now.", 1),
        ("Are you sure?", 1),
        ("“Stop!”", 1),
        (f"See {PLACEHOLDER}.", 0),
        (f"Write to us at {PLACEHOLDER}", 1),
        ("12 24 36 48 50.", 0),
        ("\U0001f600 \U0001f600 \U0001f600 \U0001f600.", 0),
        ("...", 0),
    ],
)
@pytest.mark.parametrize(
    "kind",
    [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.DEFINITION],
)
def test_fragments(analyse: Any, fragment: str, counts_as: int, kind: BlockKind) -> None:
    assert count(analyse((kind, fragment))).sentences == counts_as


def test_abbreviations_do_not_end_sentences(analyse: Any) -> None:
    short = count(
        analyse("Ask a professional, e.g. Dr. Smith or your G.P., about it at 9 a.m. daily.")
    )
    assert short.sentences == 1


def test_counting_needs_sentences(analyse: Any) -> None:
    text = analyse("We can help you.")
    without = Text.of(text.document, [block.doc for block in text.blocks], Need.WORDS, None)
    with pytest.raises(ValueError, match="SENTENCES"):
        count(without)


def test_prose_ends_every_sentence(analyse: Any) -> None:
    text = analyse(
        (HEADING, "What to bring"),
        "You will need these things:",
        (ITEM, "a letter from your doctor,"),
        (ITEM, "bread"),
        (CELL, "Never counted in any score."),
        f"Read {PLACEHOLDER} before you come! Is that\nclear?",
    )
    assert prose(text) == (
        "You will need these things.\na letter from your doctor.\n"
        "Read before you come!\nIs that clear?"
    )


@given(st.lists(st.tuples(st.sampled_from(list(BlockKind)), st.text(min_size=1)), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_counted(analyse: Any, parts: list[tuple[BlockKind, str]]) -> None:
    text = analyse(*parts)
    counts = count(text)
    assert counts.words <= len(text.words)
    assert counts.sentences <= counts.words <= counts.syllables
    assert counts.complex_words <= counts.polysyllables <= counts.words
    assert counts.letters <= counts.characters
    assert bool(counts.words) == bool(counts.sentences)
