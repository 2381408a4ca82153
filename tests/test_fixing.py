"""Fixes change the stretches they say, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import plainspeak
from plainspeak import readers
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.errors import WriteError
from plainspeak.fixing import MOST_PASSES, edited, fix_document, fix_file, fix_text
from plainspeak.model import Edit, Proposal, Safety, Span


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Settings(profile="health"), unsafe=True)


SENTENCES = [
    "We utilised three rooms.",
    "The form must be completed by the carer.",
    "The shop opens at 5.30 p.m. today.",
    "Prior to the *meeting*, we met **five** people.",
    "We trust reciprocity.",
    "Use `three.py` on 12 Sept 2024.",
    'See [the three rules](https://example.org/a_b_c "three") now.',
    "It is & was <b>three</b> &amp; four people.",
    "An assessment was carried out by us, and the room was painted by them.",
    "<!-- plainspeak: ignore-next jargon -->",
    "Line one  \nwith three breaks\\\nand a wrap\nof three lines.",
]
BLOCKS = st.sampled_from(
    ["{}", "# {}", "- {}\n- {}", "1. {}\n\n   {}", "> {}\n> {}", "> - {}", "```\n{}\n```", "    {}",
     "| a | b |\n|---|---|\n| {} | {} |", "<div>\n{}\n</div>", "---\ntitle: three\n---", "{}\n===", "[x]: /three"]
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        block = draw(BLOCKS)
        while "{}" in block:
            sentence = draw(st.sampled_from(SENTENCES))
            if block.startswith(("|", "#", "- ", "1.", ">", "    ")):
                sentence = sentence.replace("\n", " ")
            block = block.replace("{}", sentence, 1)
        parts.append(block)
    text = draw(st.sampled_from(["\n\n", "\n\n\n"])).join(parts)
    text += draw(st.sampled_from(["", "\n", "  \n\n", "\t"]))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", end)


def skeleton(text: str) -> list[tuple[object, ...]]:
    """The blocks of a text and the markup in them, without the words."""
    return [
        (
            block.kind,
            block.level,
            block.quoted,
            sorted((mark.kind.value, mark.target) for mark in block.marks),
        )
        for block in readers.read_text(text).blocks
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=documents())
def test_random_markdown_keeps_its_blocks_and_all_else(text: str, checker: Checker) -> None:
    fixed = fix_text(text, checker)
    assert fixed.settled
    assert skeleton(fixed.text) == skeleton(text)
    assert fixed.text.count("\r") == text.count("\r")
    for kept in re.findall(
        r"`[^`\r\n]+`|\(https[^)]*\)|<!--.*?-->|<[^>]+>|&amp;|^---$", text, re.M
    ):
        assert fixed.text.count(kept) == text.count(kept)
    again = fix_text(fixed.text, checker)
    assert again.text == fixed.text
    assert again.passes == 0


def test_only_the_stretches_of_the_edits_change(checker: Checker) -> None:
    text = "# Three\r\n\r\nThe  shop opens   at 5.30 p.m.\ttoday.  \r\n\r\n\r\n* x\r\n"
    fixed = fix_text(text, checker)
    assert fixed.text == text.replace("5.30 p.m.", "5:30pm")


def test_an_explanation_is_put_in_once(checker: Checker) -> None:
    text = "We trust reciprocity. All is good. We like reciprocity."
    fixed = fix_text(text, checker)
    assert fixed.text.startswith("We trust reciprocity. Reciprocity means giving and getting: ")
    assert fixed.text.count("means giving") == 1
    assert [each.rule for each in fixed.left.findings if each.term] == []


def test_other_peoples_words_stay(checker: Checker) -> None:
    text = "> The shop opens at 5.30 p.m. today."
    assert not fix_text(text, checker).changed


def test_where_a_comment_turns_a_rule_off_nothing_is_fixed(checker: Checker) -> None:
    text = "<!-- plainspeak: ignore-next time-format -->\n\nThe shop opens at 5.30 p.m. today."
    assert not fix_text(text, checker).changed


class Says(Checker):
    """A checker that proposes what it is told to, whatever the text."""

    def __init__(self, *makers: object) -> None:
        self.makers = makers

    def check_documents(self, documents):  # type: ignore[no-untyped-def]
        for document in documents:
            made = tuple(p for make in self.makers for p in make(document))  # type: ignore[operator]
            yield plainspeak.FileReport(document.path or "", proposals=made)


def swap(old: str, new: str, after: str | None = None):  # type: ignore[no-untyped-def]
    """Proposes one word for another wherever it stands, in the whole of its block."""

    def make(document: plainspeak.Document) -> list[Proposal]:
        found = []
        for block in document.blocks:
            prose = document.text_of(block)
            if old in prose:
                start = block.span.start + prose.index(old)
                span = Span(start, start + len(old))
                edit = Edit(span, new, document.sourcemap.locate(span))
                result = prose.replace(old, after if after is not None else new, 1)
                place = document.sourcemap.locate(block.span)
                found.append(
                    Proposal(block.span, place, prose, result, (edit,), Safety.SAFE, ("x",), ("x",))
                )
        return found

    return make


def test_an_edit_that_would_change_the_markup_is_left_out() -> None:
    text = "One two.\n\nThree four.\n"
    fixed = fix_text(text, Says(swap("One", "# One"), swap("four", "`4`", "4"), swap("two", "2")))
    assert fixed.text == "One 2.\n\nThree four.\n"
    assert [proposal.after for proposal in fixed.applied] == ["One 2."]
    assert fixed.settled


def test_fixes_that_never_end_stop() -> None:
    fixed = fix_text("a x.", Says(swap("x", "xx")))
    assert fixed.passes == MOST_PASSES
    assert not fixed.settled


def test_fixes_that_undo_each_other_stop() -> None:
    fixed = fix_text("a one.", Says(swap("one", "two"), swap("two", "one")))
    assert fixed.passes == 2
    assert not fixed.settled


def test_edits_are_made_from_the_last_to_the_first() -> None:
    document = readers.read_text("One two three.")
    make = [swap("One", "1"), swap("three", "3")]
    (first,), (second,) = make[0](document), make[1](document)
    joined = replace(first, edits=(*first.edits, *second.edits))
    assert edited(document.source, joined.edits) == "1 two 3."


def test_a_file_that_changes_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("a one.")

    def decide(proposal: Proposal, document: plainspeak.Document) -> Proposal:
        path.write_text("mine")
        return proposal

    with pytest.raises(WriteError, match="somebody changed the file"):
        fix_file(path, Says(swap("one", "two")), decide=decide)
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("wanted", "asked", "text"),
    [
        ({"a 2."}, ["a 1.", "a 2."], "a one.\n\na 2.\n"),
        ({"a 1.", "a 2."}, ["a 1.", "a 2.", "a I."], "a 1.\n\na 2.\n"),
    ],
)
def test_a_sentence_is_asked_about_again_only_if_it_changed(
    wanted: set[str], asked: list[str], text: str
) -> None:
    def restless(document: plainspeak.Document) -> list[Proposal]:
        """Thinks of other words for the same sentence once the rest is done."""
        if "two" in document.source:
            return swap("one", "1")(document)
        return [*swap("one", "I")(document), *swap("1", "I")(document)]

    heard: list[str] = []

    def decide(proposal: Proposal, document: plainspeak.Document) -> Proposal | None:
        heard.append(proposal.after)
        return proposal if proposal.after in wanted else None

    document = readers.read_text("a one.\n\na two.\n")
    fixed = fix_document(document, Says(restless, swap("two", "2")), decide=decide)
    assert (heard, fixed.text) == (asked, text)


def test_from_python(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbfWe met at 5.30 p.m. today.\r\n")
    fixed = plainspeak.fix(path, profile="health")
    assert path.read_bytes() == b"\xef\xbb\xbfWe met at 5:30pm today.\r\n"
    assert [(each.before, each.after) for each in fixed.applied] == [
        ("We met at 5.30 p.m. today.", "We met at 5:30pm today.")
    ]
    path.write_text("We met at 5.30 p.m. today.")
    assert plainspeak.fix(str(path), profile="health").changed
    text = plainspeak.fix("We met at 5.30 p.m. then.", profile="health").text
    assert text == "We met at 5:30pm then."


def test_a_folder_has_settings_for_its_files(tmp_path: Path) -> None:
    (tmp_path / "plainspeak.yml").write_text("rules: {time-format: {severity: off}}\n")
    (tmp_path / "a.md").write_text("We met at 5.30 p.m. today.")
    assert not plainspeak.fix(tmp_path / "a.md", select=["jargon"]).changed


def test_rewrite_gives_whole_sentences() -> None:
    (proposal,) = plainspeak.rewrite("We met three people at 5.30 p.m. today.", profile="health")
    assert proposal.after == "We met 3 people at 5:30pm today."
    assert proposal.rules == ("number-words", "time-format")
    assert plainspeak.rewrite("We met.") == []


def test_a_document_that_cannot_change_costs_one_check(checker: Checker) -> None:
    fixed = fix_document(readers.read_text("We met.\n"), checker)
    assert (fixed.changed, fixed.passes, fixed.settled) == (False, 0, True)


def test_what_a_finding_stands_for_is_fixed_everywhere_at_once(checker: Checker) -> None:
    fixed = fix_text("Send two forms. We need two weeks.\n\n- Then wait two days.", checker)
    assert fixed.text == "Send 2 forms. We need 2 weeks.\n\n- Then wait 2 days."
    assert fixed.passes == 1


def test_capitals_are_mended_wherever_they_are(checker: Checker) -> None:
    text = "".join(f"You MUST sign form {n}.\n\n- MUST you pay?\n\n" for n in range(20))
    fixed = fix_text(text, checker)
    assert fixed.settled
    assert fixed.text == text.replace("- MUST", "- Must").replace("MUST", "must")


def test_explanations_of_two_terms_in_a_sentence_settle(checker: Checker) -> None:
    fixed = fix_text("We trust reciprocity and mutuality. All is good.", checker)
    assert fixed.settled
    assert fixed.text.count("Reciprocity means") == 1
    assert fixed.text.count("Mutuality ") == 1
    assert fixed.text.index("Reciprocity means") < fixed.text.index("Mutuality ")


def test_a_sentence_without_end_is_left(checker: Checker) -> None:
    text = "You must utilise it" + ", and you must utilise the form prior to the day" * 40 + "."
    fixed = fix_text(text, checker)
    assert fixed.left.findings
    assert not fixed.changed


def test_a_heading_that_a_link_leads_to_is_left(checker: Checker) -> None:
    text = "See [how](#send-three-forms).\n\n## Send three forms\n\n## Send two forms\n"
    assert fix_text(text, checker).text == text.replace("two", "2")


def test_an_explanation_does_not_let_other_changes_pass_unread(checker: Checker) -> None:
    text = "We trust reciprocity because two people came."
    (first,) = checker.check_text(text).proposals
    assert first.after == "We trust reciprocity because 2 people came."
    fixed = fix_text(text, checker)
    assert [proposal.kinds for proposal in fixed.applied] == [("in-place",), ("explain",)]
    assert fixed.text.startswith("We trust reciprocity because 2 people came. Reciprocity means")
