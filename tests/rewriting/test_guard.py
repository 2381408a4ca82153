"""Each reason that the guard has, with a pair that it refuses or doubts for it, and one it lets pass."""

from __future__ import annotations

from functools import cache

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.model import Document, Span
from plainspeak.readers import read_text
from plainspeak.rewriting.draft import Change, Draft, Fact
from plainspeak.rewriting.guard import Case, Verdict, examine


@cache
def checker() -> Checker:
    return Checker(Settings(select=("jargon", "passive-voice")))


def document(text: str) -> Document:
    return read_text(text, "text")


def judged(before: str, after: str, *, alters: Fact = Fact.NONE, in_place: bool = False) -> Verdict:
    """What the guard says of a sentence and what became of it."""
    old, new = checker().analyse([document(before), document(after)])
    (sentence,) = old.sentences
    draft = Draft.of(
        [Change.to(Span(0, len(before)), after)], safe=True, alters=alters, in_place=in_place
    )
    hits = checker()._tools.terms_in
    return examine(Case(draft, sentence, new, hits(old), hits(new)))


REFUSED = [
    ("a number or date changed", "Send 3 forms.", "Send 4 forms."),
    ("a number or date changed", "Send three forms.", "Send the forms."),
    ("a number or date changed", "You pay £20 a week.", "You pay a week."),
    ("a number or date changed", "Come on 5 March 2024.", "Come on 5 April 2024."),
    ("a number or date changed", "We shut on Monday.", "We shut on Friday."),
    ("a name changed", "We asked Leeds about it.", "We asked the city about it."),
    ("a name changed", "We asked the city about it.", "We asked Leeds about it."),
    ("“not” or “no” changed", "You do not have to pay.", "You have to pay."),
    ("“not” or “no” changed", "You can’t come.", "You can come."),
    ("“not” or “no” changed", "Go without it.", "Go with it."),
    ("“must”, “may” or the like changed", "You must sign it.", "You should sign it."),
    ("“must”, “may” or the like changed", "You may sign it.", "You sign it."),
    ("“must”, “may” or the like changed", "We will pay.", "We pay."),
    ("a condition changed", "Ring us if you are ill.", "Ring us as you are ill."),
    ("a condition changed", "Only nurses can sign it.", "Nurses can sign it."),
    ("a condition changed", "Wait until we ring you.", "Wait so that we ring you."),
    ("a condition changed", "You can pay, provided you ask.", "You can pay, as you ask."),
    ("a condition changed", "Come in, provided that it is dry.", "Come in, as it is dry."),
    ("“all”, “some” or the like changed", "All nurses signed it.", "The nurses signed it."),
    ("“all”, “some” or the like changed", "Drink at least a cup.", "Drink a cup."),
    ("a link word was lost", "We shut because it rained.", "We shut. It rained."),
    ("a link word was lost", "It is small but it is warm.", "It is small. It is warm."),
    ("a sentence has no main verb", "The nurse signed the form.", "The nurse of the form."),
    ("a sentence has no main verb", "We met them after work.", "We met them. After work."),
    (
        "a sentence has no main verb",
        "We met new staff and those mostly kept out of work.",
        "We met. New staff and those mostly kept out of work.",
    ),
    ("subject and verb do not fit", "The forms are here.", "The forms is here."),
    ("subject and verb do not fit", "She needs a form.", "She need a form."),
    ("“a” or “an” is wrong", "It is an assessment.", "It is an check."),
    ("a word stands twice", "We met at the start.", "We met at at the start."),
    ("spaces or commas are wrong", "We met them then.", "We met , then."),
    (
        "it is harder to read",
        "We help you to plan and we help you to pay.",
        "We facilitate your preparation and your remuneration arrangements comprehensively.",
    ),
    ("it brings in “utilise”", "We use the room.", "We utilise the room."),
]


@pytest.mark.parametrize(("reason", "before", "after"), REFUSED)
def test_refused(reason: str, before: str, after: str) -> None:
    assert reason in judged(before, after).refused


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Send three forms.", "Send 3 forms."),
        ("The form must be completed by the carer.", "The carer must complete the form."),
        ("In order to win, we trained.", "To win, we trained."),
        ("It rained, and we shut.", "It rained. We shut."),
        ("We met, and those at home kept still.", "We met. Those at home kept still."),
        ("We shut because it rained.", "We shut. This is because it rained."),
        ("Although it rained, we met.", "It rained. But we met."),
        ("Leeds was asked by us.", "We asked Leeds."),
        ("Help is provided by the nurse.", "The nurse gives help."),
        ("We wait, provided it rains.", "If it rains, we wait."),
        ("It can't be signed by them.", "They can't sign it."),
        ("1,200 people came.", "People came, 1200 of them."),
    ],
)
def test_let_pass(before: str, after: str) -> None:
    assert judged(before, after).refused == ()


@pytest.mark.parametrize(
    ("fact", "before", "after"),
    [
        (Fact.NUMBERS, "We shut at 17:30.", "We shut at 5:30pm."),
        (Fact.NAMES, "We asked Leeds about it.", "We asked the city about it."),
        (Fact.NEGATION, "Do not come until you are well.", "Come when you are well."),
        (Fact.MODALS, "You shall sign it.", "You must sign it."),
        (Fact.QUANTITIES, "A number of nurses came.", "Some nurses came."),
        (Fact.LINKS, "We shut because it rained.", "We shut. It rained."),
        (Fact.TERMS, "We use the room.", "We utilise the room."),
        (Fact.GRAMMAR, "The forms are here.", "The forms is here."),
    ],
)
def test_what_a_kind_is_there_to_change(fact: Fact, before: str, after: str) -> None:
    allowed = fact | Fact.CONDITIONS | Fact.READING
    assert judged(before, after).refused != ()
    assert judged(before, after, alters=allowed).refused == ()


def test_words_that_links_depend_on_are_doubted() -> None:
    def doubts(text: str, after: str) -> tuple[str, ...]:
        old, new = checker().analyse([read_text(text, "markdown"), document(after)])
        (sentence,) = old.sentences
        draft = Draft.of([Change.to(sentence.span, after)], safe=True)
        return examine(Case(draft, sentence, new, (), ())).doubts

    heading = ("links that lead to this heading may break",)
    assert doubts("## We utilise it", "We use it") == heading
    assert doubts("##We utilise it", "##We use it") == heading
    title = ("it may be the title of the page that the link leads to",)
    assert doubts("- [We utilise it](a.md)", "We use it") == title
    for linked in ("See [We utilise it](a.md).", "([We utilise it](a.md))"):
        assert doubts(linked, "We use it") == title
    assert doubts("See [We utilise it](a.md) and [Tea](b.md)", "We use it") == title
    assert doubts("We see [utilise](a.md) it", "We use it") == ()
    assert doubts("We [utilise](a.md) it", "We use it") == ()
    assert doubts("- We utilise it", "We use it") == ()


def test_a_word_in_another_role_is_doubted() -> None:
    swapped = judged(
        "This impacts the people who live here.",
        "This effect the people who live here.",
        in_place=True,
        alters=Fact.GRAMMAR,
    )
    assert swapped.doubts == ("the sentence is put together differently",)
    kept = judged("We utilised the room.", "We used the room.", in_place=True)
    assert kept.doubts == ()
