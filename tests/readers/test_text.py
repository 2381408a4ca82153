from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.model import PLACEHOLDER, Document, Span
from plainspeak.readers import text

Check = Callable[[Document], None]
P = PLACEHOLDER

WRAPPED = """\
Finding a sitter

The people who look after your children while you are out should be
people that you have met before. Ask them about the work they have
done, and
say what you need.

Some families share a sitter with the families who live next door. In
Leeds, and in the towns around it, that is how most of them began. No
one paid more than they could.
"""

UNWRAPPED = (
    "A garden for all: how we made it\n"
    "What is a garden - Our ideas\n"
    "Some gardens are made by one person and used by many, and that is fine, but in ours everyone who "
    "comes to sit also comes to dig, and they choose the plants. [10] We like it.\n"
    "-\n"
    "What people bring\n"
    "The garden would not work without the things that people bring, and these are:\n"
    "- spades\n"
    "- time, and the patience to wait\n"
    "It grows.\n"
)


def read(source: str) -> Document:
    return text.read(source, None)


def blocks(source: str) -> list[str]:
    document = read(source)
    return [
        f"{block.kind.value}{block.level or ''}: {document.text_of(block)}"
        for block in document.blocks
    ]


def test_wrapped_lines_are_joined() -> None:
    assert blocks(WRAPPED) == [
        "heading1: Finding a sitter",
        "paragraph: The people who look after your children while you are out should be people that "
        "you have met before. Ask them about the work they have done, and say what you need.",
        "paragraph: Some families share a sitter with the families who live next door. In Leeds, and "
        "in the towns around it, that is how most of them began. No one paid more than they could.",
    ]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert blocks(UNWRAPPED) == [
        "heading1: A garden for all: how we made it",
        "heading2: What is a garden - Our ideas",
        "paragraph: Some gardens are made by one person and used by many, and that is fine, but in "
        "ours everyone who comes to sit also comes to dig, and they choose the plants. We like it.",
        "heading2: What people bring",
        "paragraph: The garden would not work without the things that people bring, and these are:",
        "list_item1: spades",
        "list_item1: time, and the patience to wait",
        "paragraph: It grows.",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ask for\nhelp.\n\nThen wait.", ["paragraph: Ask for", "paragraph: help.", "paragraph: Then wait."]),
        ("You can ask for\nhelp at any time.", ["paragraph: You can ask for help at any time."]),
        ("You can ask for\r\nhelp at any time.\r\n\r\nBye.", ["paragraph: You can ask for help at any time.", "paragraph: Bye."]),
        ("You need:\nmilk\neggs\nbread", ["paragraph: You need:", "paragraph: milk", "paragraph: eggs", "paragraph: bread"]),
        ("Bring these:\n• a pen and\n  some paper\n   * a pad\n– your letter\n\n1. Sit down.\n2) Write.\n(c) Rest.", ["paragraph: Bring these:", "list_item1: a pen and some paper", "list_item2: a pad", "list_item1: your letter", "list_item1: Sit down.", "list_item1: Write.", "list_item1: Rest."]),
        ("- [ ] one\n\n  more of one\n\nNot one.", ["list_item1: one", "list_item1: more of one", "paragraph: Not one."]),
        ("A. Smith wrote this.\nI. Jones did not.", ["paragraph: A. Smith wrote this.", "paragraph: I. Jones did not."]),
        ("BIG NEWS\nWe moved to a new house today.\n\nSmall news\n==========\n\nOld news\n--------\n", ["heading1: BIG NEWS", "paragraph: We moved to a new house today.", "heading1: Small news", "heading2: Old news"]),
        ("12 High Street\nLeeds\nLS1 4AP\n\nDear Sam,\n\nWe want to hear from you about your care.\n\nYours sincerely\n\nJo Bell", ["paragraph: 12 High Street", "paragraph: Leeds", "paragraph: LS1 4AP", "paragraph: Dear Sam,", "paragraph: We want to hear from you about your care.", "paragraph: Yours sincerely", "paragraph: Jo Bell"]),
        ("-\n\n***\n\n- \n", []),
        ("We work in co-\nproduction, short-\nand long-term.", ["paragraph: We work in co-production, short- and long-term."]),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[str], assert_true: Check) -> None:
    assert blocks(source) == expected
    assert_true(read(source))


def test_addresses_and_reference_markers_are_not_prose() -> None:
    document = read("It works. [14, 15] See www.example.org/a, or write to a@example.org. [sic]")
    assert document.prose == f"It works. See {P}, or write to {P}. [sic]"
    assert [mark.target for mark in document.blocks[0].marks] == [
        "www.example.org/a",
        "mailto:a@example.org",
    ]


def test_directives_are_lines_of_their_own() -> None:
    source = "One.\n#plainspeak: off\nTwo.\n  # plainspeak: ignore-next a-rule b-rule\nThree.\n"
    document = read(source)
    assert document.prose == "One.\nTwo.\nThree."
    assert [(d.action, d.rules, source[d.start : d.end]) for d in document.directives] == [
        ("off", (), "#plainspeak: off"),
        ("ignore-next", ("a-rule", "b-rule"), "  # plainspeak: ignore-next a-rule b-rule"),
    ]


def test_directives_may_be_written_as_in_markdown() -> None:
    source = "One.\n<!-- plainspeak: ignore-next a-rule -->\nTwo <!-- plainspeak: off --> three.\n"
    document = read(source)
    assert document.prose == "One.\nTwo <!-- plainspeak: off --> three."
    assert [(d.action, d.rules) for d in document.directives] == [("ignore-next", ("a-rule",))]


def test_positions_reach_across_wrapped_lines() -> None:
    document = read(WRAPPED)
    at = document.prose.index("In Leeds")
    location = document.sourcemap.locate(Span(at, at + 8))
    assert (location.line, location.column, location.end_line, location.end_column) == (8, 68, 9, 6)
    assert WRAPPED[location.start : location.end] == "In\nLeeds"


LINES = st.sampled_from(
    ["- item", "1. step", "Title", "TITLE", "=====", "", "  more", "A sentence that ends here.",
     "and goes on", "co-", "#plainspeak: on", "x " * 70, "\t* tab", "é 😀", "[10]", "a@b.org", "\0"]
)  # fmt: skip
SOURCES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r"])), max_size=15).map(
    lambda lines: "".join(map("".join, lines))
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(SOURCES, st.text(st.characters(exclude_categories=["Cs"]), max_size=60)))
def test_any_text_is_read_and_maps_back(assert_true: Check, source: str) -> None:
    assert_true(read(source))
