"""What a check does must be done once, and grow with the text and no faster. Counts, not seconds."""

from __future__ import annotations

import gc
import sys
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.glossary import abbreviations, quotation
from plainspeak.language import answers, labels, passive, syntax
from plainspeak.language.analysis import Need, Text, words_of
from plainspeak.language.pipeline import load
from plainspeak.model import Span, Spans
from plainspeak.readability import counting, hardest_sentences, hardest_words, score
from plainspeak.readers import read_text
from plainspeak.rewriting import rewriter
from plainspeak.rules import consistent_terms

PART = """
## How to apply

You must **fill in the form** prior to the meeting. The forms that were sent to “the applicants and
their carers” last week should not be utilised by anyone who isn't a member, unless the council has
given its agreement in writing. Any person who has commenced employment must inform the council.
"""


def analysed(source: str, needs: Need = Need.SENTENCES | Need.TAGS | Need.PARSE) -> Text:
    (text,) = load().analyse([read_text(source, "markdown", None)], needs)
    return text


def calls_during(work: Callable[[], object]) -> int:
    """How many Python functions are called: it is the same on every machine."""
    count = 0

    def see(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("profile", ["plain", "easy-read"])
def test_work_grows_with_the_text_and_no_faster(profile: str) -> None:
    checker = Checker(Settings(profile=profile))
    checker.check_text(PART * 64)
    calls = [calls_during(lambda n=n: checker.check_text(PART * n)) for n in (16, 64)]
    assert calls[1] < 4.2 * calls[0], calls


def test_a_sentence_is_asked_about_its_grammar_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    carriers = passive._carriers

    def counted(verb: Any) -> Any:
        asked.append(verb.text)
        return carriers(verb)

    monkeypatch.setattr(passive, "_carriers", counted)
    (sentence,) = analysed("The form was sent to us.").sentences
    assert [found.verb.text for found in syntax.passives(sentence)] == ["sent"]
    once = list(asked)
    assert syntax.passives(sentence.tokens) == syntax.passives(list(sentence))
    assert asked == once


def test_answers_are_kept_for_each_run_of_tokens() -> None:
    runs: list[list[str]] = []

    @answers.answered_once
    def words(tokens: Any) -> list[str]:
        runs.append([token.text for token in tokens])
        return runs[-1]

    doc = analysed("We sent it to them.").blocks[0].doc
    first = words(doc[:3])
    first.append("changed")
    assert words(doc[:3]) == ["We", "sent", "it"]
    # The same ends and as many tokens, but others in between.
    assert words([doc[0], doc[1], doc[3]]) == ["We", "sent", "to"]
    assert words([doc[0], doc[2], doc[3]]) == ["We", "it", "to"]
    assert words([]) == []
    assert len(runs) == 3


def test_what_hangs_on_a_token_is_as_spacy_has_it() -> None:
    for block in analysed(PART).blocks:
        for token in block.doc:
            expected = [(child.dep_, child.i) for child in token.children]
            assert [(label, child.i) for label, child in labels.hanging(token)] == expected


def test_quotations_are_looked_for_once_in_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    look = quotation.quoted_stretches

    def counted(text: str) -> Any:
        asked[text] += 1
        return look(text)

    monkeypatch.setattr(quotation, "quoted_stretches", counted)
    Checker(Settings(profile="easy-read")).check_text(PART)
    (paragraph,) = (text for text in asked if text.startswith("You must"))
    assert asked[paragraph] == 1


def test_short_forms_are_looked_for_once_in_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    look = abbreviations.definitions

    def counted(text: str) -> Any:
        asked[text] += 1
        return look(text)

    monkeypatch.setattr(abbreviations, "definitions", counted)
    Checker(Settings(profile="easy-read")).check_text(PART)
    (paragraph,) = (text for text in asked if text.startswith("You must"))
    assert asked[paragraph] == 1


def test_words_are_weighed_once_for_the_scores_and_the_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: Counter[int] = Counter()
    count = counting._words

    def counted(sentence: Any, facts: Any) -> Iterator[Any]:
        asked[sentence.number] += 1
        return count(sentence, facts)

    monkeypatch.setattr(counting, "_words", counted)
    text = analysed(PART * 3)
    score(text)
    for section in text.document.sections():
        hardest_sentences(text, within=section.span)
        hardest_words(text, within=section.span)
    assert set(asked.values()) == {1}
    assert len(asked) == 9


def test_meanings_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = consistent_terms._spelled_out

    def counted(text: Text) -> Any:
        asked.append(text)
        return real(text)

    monkeypatch.setattr(consistent_terms, "_spelled_out", counted)
    checker = Checker(Settings(select=("consistent-terms",)))
    for source in ("Ask the local housing board (LHB).", "Ask the late hours bus (LHB)."):
        assert len(checker.check_text(source).notes) == 1
    assert len(asked) == 2


def test_a_draft_that_cannot_win_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = Checker(Settings(select=("jargon",)))
    read: list[str] = []
    fragment = rewriter._fragment

    def counted(prose: str, block: Any) -> Any:
        read.append(prose)
        return fragment(prose, block)

    monkeypatch.setattr(rewriter, "_fragment", counted)
    report = checker.check_text("We utilise this room.")
    (finding,) = report.findings
    assert finding.fix is not None
    assert finding.fix.after == "We use this room."
    assert read == ["We use this room."]


@pytest.mark.parametrize(
    "source",
    [
        "One is here. Two is here.",
        "We sent it [1, 2]. It came [3].",
        "He said “no.” It cost £5.50. 3.5% left.",
        "It ended.¹ Next came co-production. And/or!",
        "# A heading of e.g. this. And that",
    ],
)
def test_a_sentence_has_the_words_it_has_by_itself(source: str) -> None:
    text = analysed(source, Need.SENTENCES)
    for sentence in text.sentences:
        alone = words_of(sentence.tokens, sentence.block.offset)
        assert [(word.text, word.span) for word in sentence.words] == [
            (word.text, word.span) for word in alone
        ]
        assert [[t.i for t in word.tokens] for word in sentence.words] == [
            [t.i for t in word.tokens] for word in alone
        ]


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Span(*sorted(ends)))


@given(st.lists(spans, max_size=6), spans)
def test_many_spans_answer_as_each_would(many: list[Span], one: Span) -> None:
    assert Spans(many).overlap(one) == any(each.overlaps(one) for each in many)
    assert Spans(many).contain(one) == any(each.contains(one) for each in many)


def test_a_text_that_is_done_with_is_free_at_once() -> None:
    gc.collect()
    gc.disable()
    try:
        checker = Checker(Settings(profile="easy-read"))
        docs = []
        analyse = checker.analyse

        def watched(documents: Any) -> Iterator[Text]:
            for text in analyse(documents):
                docs.extend(weakref.ref(block.doc) for block in text.blocks)
                yield text

        checker.analyse = watched  # type: ignore[method-assign]
        list(checker.check_documents([read_text(PART, "markdown", None)] * 3))
        checker.check_text("Another text.")
        assert len(docs) > 9
        assert sum(doc() is not None for doc in docs) <= 1
    finally:
        gc.enable()
