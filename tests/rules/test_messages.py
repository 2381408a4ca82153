"""What rules say is as easy to read as they ask others to write, and tells writers what to do."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pytest

from plainspeak import readability
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.language.analysis import Text
from plainspeak.language.inflection import lemma_of, possible_pos
from plainspeak.readers import read_text
from tests.rules.test_cases import FILES, cases, run

OLDEST = 11
"""The reading age that a rule’s messages may ask for, in years."""
QUOTED = re.compile(r"“[^”]*”")


@cache
def messages() -> dict[str, tuple[str, ...]]:
    """By rule, what it says in its cases; once where only words of the text or numbers differ."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for case in cases("fail"):
        rule, what = case.values
        for finding in run(rule, what).findings:
            kind = re.sub(r"\d[\d,.]*\d|\d", "5", QUOTED.sub("“it”", finding.message))
            found[rule].setdefault(kind, finding.message)
    return {rule: tuple(kinds.values()) for rule, kinds in found.items()}


def analysed(prose: str) -> Text:
    (text,) = Checker(Settings(select=())).analyse([read_text(prose, "text")])
    return text


def tells(message: str) -> bool:
    """Whether a message names the words it is about, or tells the writer what to do."""
    if QUOTED.search(message):
        return True
    openings = re.findall(r"(?:^|[.:;] )([A-Za-z]+)", message)
    return any(is_command(word.lower()) for word in openings)


def is_command(word: str) -> bool:
    """Whether a word that opens a sentence is a verb in the form of a command."""
    return "VERB" in possible_pos(word) and lemma_of(word, "VERB") == word


def too_hard(prose: str) -> bool:
    """Whether prose asks for more than `OLDEST`; false if it has nothing to count."""
    age = readability.score(analysed(prose)).whole.reading_age
    return age is not None and (age.high is None or age.high > OLDEST)


@pytest.mark.parametrize("rule", sorted(FILES))
def test_messages_are_easy_to_read(rule: str) -> None:
    said = [QUOTED.sub("it", message) for message in messages()[rule]]
    assert [message for message in said if too_hard(message)] == []
    assert not too_hard("\n\n".join(said))


@pytest.mark.parametrize("rule", sorted(FILES))
def test_messages_name_the_words_or_say_what_to_do(rule: str) -> None:
    assert [message for message in messages()[rule] if not tells(message)] == []


def test_the_measures_can_fail() -> None:
    assert too_hard("Reconsider the multiplicity of prepositional constructions in this sentence.")
    assert not too_hard("Use fewer words in this sentence.")
    assert not tells("There are too many of these words.")
    assert tells("Use fewer words.")
    assert tells("There are 3 of “this”.")
