"""Text that is there to be looked at stays as it is; what stands beside it does not."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.fixing import fix_text
from plainspeak.model import Block
from plainspeak.readers import read_text
from plainspeak.rewriting.samples import holds_sample

BAD = "We utilise the hall prior to lunch."
GOOD = "We use the hall before lunch."


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Settings(select=("jargon", "contraction")))


@pytest.mark.parametrize(
    "text",
    [
        f"Don’t say | Say\n--- | ---\n{BAD} | {BAD}\n",
        f"| **Before** | **After** |\n|---|---|\n| {BAD} | {BAD} |\n",
        f"| ✗ | ✓ |\n|:-:|:-:|\n| {BAD} | {BAD} |\n",
        f"<table><tr><th>Avoid</th><th>Use</th></tr><tr><td>{BAD}</td><td>a</td></tr></table>\n",
        f"## Before\n\n{BAD}\n\n{BAD}\n\n## After\n\n{BAD}\n",
        f"- #### Before\n\n  {BAD}\n\n- #### After\n\n  {BAD}\n",
        f"## Example of bad writing\n\n{BAD}\n",
        f"**Don’t write:**\n\n{BAD}\n",
        f"Instead of:\n\n- {BAD}\n- {BAD}\n",
        f"Not this:\n\n{BAD}\n",
        f"Bad: {BAD}\n",
        f"- ✗ {BAD}\n",
        f"❌ {BAD}\n",
        f"- Not: {BAD}\n- Better: {BAD}\n",
        f"- Avoid: {BAD}\n- Write: {BAD}\n",
        f"Avoid sentences like these:\n\n- {BAD}\n- {BAD}\n",
        f"Here is a sentence that is hard to read:\n\n{BAD}\n",
        "- Instead of come prior to lunch, write come before it\n",
        "Instead of “help”, use utilise the hall.\n",
        "Not *help*: try utilise the hall.\n",
        f"They say: “{BAD}”\n",
        f"This sentence is too long:\n\n{BAD}\n",
        f"# Avoid these words\n\n- {BAD}\n- {BAD}\n",
        f"For example, this is hard to read:\n\n{BAD}\n",
        f"- Don’t: {BAD}\n- Do: {BAD}\n",
        f"Original: {BAD}\n\nRewrite: {BAD}\n",
        f"Weak: {BAD}\n\nStrong: {BAD}\n",
        f"### Hard to read\n\n{BAD}\n\n### Easy to read\n\n{BAD}\n",
        f"Not so good:\n\n{BAD}\n\nBetter:\n\n{BAD}\n",
        f"Change this:\n\n{BAD}\n\nTo this:\n\n{BAD}\n",
        f"Do not make a paragraph like this:\n\n{BAD}\n",
        "Avoid phrases such as *utilise the hall, prior to lunch* and *commence it*.\n",
        f"This is too long: *{BAD}*\n",
    ],
)
def test_samples_stay(checker: Checker, text: str) -> None:
    assert fix_text(text, checker).text == text


@pytest.mark.parametrize(
    "text",
    [
        f"Name | Use\n--- | ---\nThe hall | {BAD}\n",
        f"| Before | During | After |\n|---|---|---|\n| {BAD} | a | b |\n",
        f"## Before\n\n{BAD}\n\n## During\n\nWe eat.\n\n## After\n\nWe go.\n",
        f"## Before you go\n\n{BAD}\n",
        f"Bad: We run.\n\n{BAD}\n",
        f"Bad:\n\n- We run.\n\n{BAD}\n",
        f"Note: {BAD}\n",
        f"Do these things:\n\n- {BAD}\n",
        f"In other words:\n\n{BAD}\n",
        f"Avoid: salt.\n\n{BAD}\n",
        f"*{BAD}*\n",
        f"You can be given a longer sentence if:\n\n- {BAD}\n",
        f"Under paragraph 4 these things hold:\n\n- {BAD}\n",
        f"Under paragraphs 4 and 5 these things hold:\n\n- {BAD}\n",
        f"Instead of cash, try a card. {BAD}\n",
        f"# Avoid these words\n\n- Hall\n\nHere is more. {BAD}\n",
        f"## Avoid these roads\n\n- {BAD}\n",
        f"If this is hard to read:\n\n- {BAD}\n",
        f"## Do\n\n- {BAD}\n\n## Do not\n\n- Run.\n",
        f"Strong: {BAD}\n",
        f"Change this: {BAD}\n",
        f"### Hard to read\n\n{BAD}\n",
        f"Rather than ring us, write to the clerk. {BAD}\n",
        f"Instead of “help”, write “aid”. {BAD}\n",
        f"Not all people can stay: try the side door. {BAD}\n",
        f"## Use short words\n\n{BAD}\n",
        f"| Don’t say | Say |\n|---|---|\n| a | b |\n\n{BAD}\n",
    ],
)
def test_all_else_is_mended(checker: Checker, text: str) -> None:
    assert fix_text(text, checker).text == text.replace(BAD, GOOD)


def test_the_line_that_leads_to_a_sample_is_mended(checker: Checker) -> None:
    text = f"You can’t write such sentences:\n\n{BAD}\n"
    assert fix_text(text, checker).text == text.replace("can’t", "cannot")


class Counted(tuple[Block, ...]):
    """Blocks that count how many of them were looked at."""

    looks = 0

    def __getitem__(self, number: Any) -> Any:
        found = super().__getitem__(number)
        self.looks += len(found) if isinstance(number, slice) else 1
        return found


@pytest.mark.parametrize("row", ["| Name: | Sal: |", "| Words: | Bad words: |"])
def test_a_table_takes_work_in_proportion_to_its_rows(row: str) -> None:
    def looks(rows: int) -> int:
        document = read_text("\n".join(["| a | b |", "|---|---|", *[row] * rows]), "markdown")
        blocks = Counted(document.blocks)
        text: Any = SimpleNamespace(document=replace(document, blocks=blocks))
        text.once = lambda work: work(text)
        block: Any = SimpleNamespace(block=blocks[0])
        holds_sample(text, block)
        return blocks.looks

    assert looks(400) < 2.5 * looks(200)


@pytest.mark.parametrize(
    "text",
    [
        "Rather than wait for the bus, try the train and utilise your pass.\n",
        "Not all people can utilise the form: try a pen.\n",
    ],
)
def test_what_swaps_things_and_no_words_is_mended(checker: Checker, text: str) -> None:
    assert fix_text(text, checker).text == text.replace("utilise", "use")
