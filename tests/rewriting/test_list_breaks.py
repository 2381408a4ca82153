"""A row that becomes a list: what the file then holds."""

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.fixing import fix_text

ROW = "Bring the letter about your visit, a list of all your medicines, and the name of a friend."


@pytest.fixture(scope="module")
def checker():
    return Checker(Settings(profile="easy-read", select=("list-instead", "long-sentence")))


def test_the_line_ends_of_the_file_stay(checker):
    fixed = fix_text(f"# Your visit\r\n\r\n{ROW}\r\n\r\nIt takes an hour.\r\n", checker)
    assert fixed.text == (
        "# Your visit\r\n\r\nBring all of these:\r\n\r\n- the letter about your visit\r\n"
        "- a list of all your medicines\r\n- the name of a friend\r\n\r\nIt takes an hour.\r\n"
    )
    assert fixed.settled
    assert len(fixed.applied) == 1


LIST = (
    "Bring all of these:\n\n- the letter about your visit\n- a list of all your medicines\n"
    "- the name of a friend"
)


@pytest.mark.parametrize("before", ["", "# Your visit\n\n", "Come *early*. ", "Come\n  early.\n"])
@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize(
    "after",
    [
        "The visit takes an hour.\n",
        "The visit takes **an\nhour**. You can [eat](a.md)  here.\n\n\n- a\n\n      x\n",
        "`Ring` us.  \nWe are in.\n\n> These are others.\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_else_in_the_paragraph_stays_to_the_letter(checker, before, between, after, end):
    text = f"{before}{ROW}{between}{after}".replace("\n", end)
    assert fix_text(text, checker).text == f"{before}{LIST}\n\n{after}".replace("\n", end)


def test_only_in_markdown(checker):
    assert fix_text(ROW, checker, "text").text == ROW
    assert (
        fix_text(f"{ROW} The visit is long.", checker, "text").text == f"{ROW} The visit is long."
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Your visit\n==========\n{ROW}\n",
        f"1. Your visit\n\n   {ROW}\n",
        f"> {ROW}\n",
        f"<div>\n\n  {ROW}\n\n</div>\n",
        f"{ROW}\n{{: .note}}\n",
        f"{ROW} It takes an hour.\n",
        f"{ROW}  \nThe visit takes an hour.\n",
        f"{ROW}\n  The visit takes an hour.\n",
        f"{ROW}  The visit takes an hour.\n",
        f"{ROW}<br>The visit takes an hour.\n",
        f"- {ROW} The visit takes an hour.\n",
        f"> {ROW} The visit takes an hour.\n",
        f"| a |\n|---|\n| {ROW} The visit takes an hour. |\n",
        f"| a |\n|---|\n| {ROW} |\n",
    ],
)
def test_only_where_a_paragraph_stands_by_itself(checker, text):
    assert fix_text(text, checker).text == text
