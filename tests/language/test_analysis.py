import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.language.analysis import Need, Text, is_word, words_of
from plainspeak.language.pipeline import wrap
from plainspeak.model import PLACEHOLDER, BlockKind, Mark, MarkKind, Span

nlp = spacy.blank("en")


def counted(text: str) -> list[str]:
    return [word.text for word in words_of(nlp(text))]


@pytest.fixture
def analyse(document):
    pipeline = wrap(spacy.blank("en"), "blank")

    def run(*blocks, needs=Need.SENTENCES, marks=()) -> Text:
        (text,) = pipeline.analyse([document(*blocks, marks=marks)], needs)
        return text

    return run


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("co-production", ["co-production"]),
        ("short- and long-term", ["short", "and", "long-term"]),
        ("don't, don’t; can't", ["don't", "don’t", "can't"]),
        ("cannot", ["cannot"]),
        ("the students' work", ["the", "students", "work"]),
        ("and/or", ["and", "or"]),
        ("£1,200 or 3.5%.", ["£1,200", "or", "3.5%"]),
        ("A&E", ["A&E"]),
        ("e.g. this", ["e.g", "this"]),
        ("gov.uk", ["gov.uk"]),
        ("Done.Next", ["Done", "Next"]),
        ("10:30am on 1/2/26, 24/7", ["10:30am", "on", "1/2/26", "24/7"]),
        ("50°C", ["50°C"]),
        (f"Press {PLACEHOLDER} now", ["Press", "now"]),
        ("as shown [12] and [3, 4]", ["as", "shown", "and"]),
        ("as shown.¹²", ["as", "shown"]),
        ("• this – that — those", ["this", "that", "those"]),
        ("naïve café", ["naïve", "café"]),
        ("", []),
        (" ... ", []),
    ],
)
def test_words_as_a_reader_counts_them(text, words):
    assert counted(text) == words


@pytest.mark.parametrize(
    ("text", "main"),
    [("co-production", "production"), ("don't", "do"), ("cannot", "can"), ("NHS's", "NHS")],
)
def test_the_token_that_carries_the_meaning(text, main):
    (word,) = words_of(nlp(text))
    assert word.token.text == main


def test_parts_that_are_no_words():
    doc = nlp(f"I don't, {PLACEHOLDER} he's - 5")
    assert [token.text for token in doc if is_word(token)] == ["I", "do", "he", "5"]


@settings(deadline=None)
@given(st.text(alphabet=f"ab1-'’.,/&£% [](){PLACEHOLDER}\n", max_size=50))
def test_words_are_where_they_say_and_never_overlap(text):
    doc = nlp(text)
    end = 0
    for word in words_of(doc, 7):
        assert text[word.span.start - 7 : word.span.end - 7] == word.text
        assert word.span.start - 7 >= end
        assert word.tokens
        assert any(char.isalnum() for char in word.text)
        end = word.span.end - 7


def test_sentences_are_numbered_through_the_document(analyse):
    text = analyse("One. Two.", "  ", "Three here. Four.")
    assert [(each.number, each.text) for each in text.sentences] == [
        (0, "One."),
        (1, "Two."),
        (2, "Three here."),
        (3, "Four."),
    ]
    assert [len(each.sentences) for each in text.blocks] == [2, 0, 2]
    for sentence in text.sentences:
        assert text.document.text_of(sentence.span) == sentence.text


@pytest.mark.parametrize(
    "kind", [BlockKind.HEADING, BlockKind.TABLE_CELL, BlockKind.ALT_TEXT, BlockKind.TERM]
)
def test_some_blocks_are_one_sentence(analyse, kind):
    assert len(analyse((kind, "Who we are. What we do.")).sentences) == 1


def test_offsets_are_those_of_the_document(analyse):
    text = analyse("First block.", "Second\u00a0co\u2011op here.")
    block = text.blocks[1]
    assert block.offset == 13
    assert block.span_of(block.doc[0]) == Span(13, 19)
    assert block.span_of(block.doc[0:2]).start == 13
    (sentence,) = block.sentences
    assert [word.text for word in sentence.words] == ["Second", "co-op", "here"]
    assert text.document.text_of(sentence.words[1].span) == "co\u2011op"
    assert sentence.span_of(sentence.tokens[0]) == Span(13, 19)


def test_what_is_at_an_offset(analyse):
    text = analyse("One here. Two.", "Three.")
    assert text.block_at(0) is text.blocks[0]
    assert text.block_at(14) is None
    assert text.block_at(15) is text.blocks[1]
    assert text.block_at(99) is None
    assert text.sentence_at(3).number == 0
    assert text.sentence_at(9) is None
    assert text.sentence_at(10).number == 1
    assert text.sentence_at(15).number == 2
    assert text.sentence_at(99) is None


def test_marks(analyse):
    link = Mark(MarkKind.LINK, Span(4, 8), "https://example.org")
    strong = Mark(MarkKind.STRONG, Span(12, 16))
    text = analyse(f"See here or This {PLACEHOLDER}.", "More.", marks=(link, strong))
    assert list(text.marks()) == [link, strong]
    assert list(text.marks(MarkKind.STRONG)) == [strong]
    assert text.in_link(Span(5, 6))
    assert not text.in_link(Span(8, 12))
    assert text.in_code(Span(16, 18))
    assert not text.in_code(Span(0, 4))
    assert list(text.marks_over(Span(0, 13), MarkKind.STRONG)) == [strong]


def test_asking_for_sentences_that_were_not_looked_for(analyse):
    text = analyse("One. Two.", needs=Need.WORDS)
    with pytest.raises(ValueError, match=r"without Need\.SENTENCES"):
        text.sentences  # noqa: B018
    assert [word.text for word in text.words] == ["One", "Two"]


def test_an_empty_document(analyse):
    text = analyse()
    assert (text.blocks, text.sentences, text.words) == ((), (), ())
    assert text.block_at(0) is None
