"""From analysed text to counts: what is counted, and what is left out.

Counted are the sentences of paragraphs, list items, quotes and definitions. A list item is at least
one sentence of its own, and so is the line that leads into a list, so bullets without full stops
never run together into one giant sentence.

Left out are headings, table cells, picture descriptions, footnotes and the terms of definition
lists, since they are not sentences; fragments of `FRAGMENT` words or fewer that no full stop,
question mark or exclamation mark ends ("Contact us:", a bullet saying "bread") or that hold code or
a web address ("Run `x`."); and sentences without a letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from plainspeak.language import words
from plainspeak.language.analysis import Sentence, Text, Word
from plainspeak.model import PLACEHOLDER, BlockKind
from plainspeak.readability.counts import Counts

__all__ = [
    "COUNTED",
    "FRAGMENT",
    "CountedSentence",
    "CountedWord",
    "WordFacts",
    "count",
    "counted_sentences",
    "counted_words",
    "prose",
]

COUNTED = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.DEFINITION}
)
"""The kinds of block whose sentences count."""

FRAGMENT = 3
"""So few words without an end mark are no sentence."""

_ENDED = re.compile(r"[.!?…][\s\"'”’»)\]*_]*\Z")
_SHORT_FORM = re.compile(r"[A-Z](?:&?[A-Z0-9]){1,4}s?(?:-\d+)?(?:['’]s)?")
_APOSTROPHES = re.compile(r"['’]s?\Z")
_ADDED_BY_ED = ("t", "d")
_ADDED_BY_ES = ("s", "x", "z", "ch", "sh", "c", "g")
_FIRST_PART, _SECOND_PART = 3, 4
_NOT_PARTS = frozenset(
    ["able", "dance", "fully", "hood", "ised", "ising", "less", "ness", "ship", "ties", "tors"]
)
"""Easy words that are endings where they come second: `partner` and `ship`."""


@dataclass(frozen=True, eq=False)
class WordFacts:
    """What is asked of single words. Other tables can stand in for the packaged ones."""

    syllables: Callable[[str], int] = words.syllables
    is_easy: Callable[[str], bool] = words.is_easy


PACKAGED = WordFacts()


class CountedWord(NamedTuple):
    """A word and what makes it hard."""

    word: Word
    syllables: int
    name: bool
    """Whether it is taken for a name or a short form: capitals that do not begin a sentence, a full
    stop inside."""
    polysyllable: bool
    complex: bool
    difficult: bool


@dataclass(frozen=True)
class CountedSentence:
    """A sentence that counts towards the score."""

    sentence: Sentence
    words: tuple[CountedWord, ...]
    counts: Counts


def counted_sentences(text: Text, facts: WordFacts = PACKAGED) -> Iterator[CountedSentence]:
    """The sentences that count towards the score, in order, each with its own counts.

    Raises:
        ValueError: the text was analysed without `Need.SENTENCES`.
    """
    yield from text.once(_packaged) if facts is PACKAGED else _counted(text, facts)


def count(text: Text, facts: WordFacts = PACKAGED) -> Counts:
    """The counts of a whole document: the sum of its `counted_sentences`."""
    return sum((part.counts for part in counted_sentences(text, facts)), Counts())


def counted_words(text: Text, facts: WordFacts = PACKAGED) -> Iterator[CountedWord]:
    """Every word of the sentences that count, in order."""
    for part in counted_sentences(text, facts):
        yield from part.words


def _packaged(text: Text) -> tuple[CountedSentence, ...]:
    """What the packaged tables say: the scores ask for it, and so do some rules."""
    return tuple(_counted(text, PACKAGED))


def _counted(text: Text, facts: WordFacts) -> Iterator[CountedSentence]:
    for sentence in _sentences(text):
        found = tuple(_words(sentence, facts))
        yield CountedSentence(sentence, found, _count(found))


def prose(text: Text) -> str:
    """The sentences that count, one a line, each with an end mark: for scorers that take text."""
    lines = []
    for sentence in _sentences(text):
        line = " ".join(sentence.text.replace(PLACEHOLDER, " ").split())
        lines.append(line if _ENDED.search(line) else line.rstrip(" ,;:-–—") + ".")
    return "\n".join(lines)


def _sentences(text: Text) -> Iterator[Sentence]:
    for block in text.blocks:
        if block.kind in COUNTED:
            yield from filter(_counts, block.sentences)


def _counts(sentence: Sentence) -> bool:
    if not any(character.isalpha() for word in sentence.words for character in word.text):
        return False
    if len(sentence.words) > FRAGMENT:
        return True
    return PLACEHOLDER not in sentence.text and bool(_ENDED.search(sentence.text))


def _count(found: Sequence[CountedWord]) -> Counts:
    spelling = "".join(each.word.text for each in found)
    return Counts(
        sentences=1,
        words=len(found),
        syllables=sum(each.syllables for each in found),
        letters=sum(map(str.isalpha, spelling)),
        characters=sum(map(str.isalnum, spelling)),
        polysyllables=sum(each.polysyllable for each in found),
        complex_words=sum(each.complex for each in found),
        difficult_words=sum(each.difficult for each in found),
    )


def _words(sentence: Sentence, facts: WordFacts) -> Iterator[CountedWord]:
    begun = False
    for word in sentence.words:
        yield CountedWord(word, *_weighed(word.text, begun, facts))
        begun = begun or any(map(str.isalpha, word.text))


@lru_cache(maxsize=20_000)
def _weighed(text: str, begun: bool, facts: WordFacts) -> tuple[int, bool, bool, bool, bool]:
    """What makes a word hard, as `CountedWord` has it; `begun`: not the first of its sentence."""
    easy = facts.is_easy(text)
    short_form = not easy and _is_short_form(text)
    name = short_form or (begun and text[0].isupper() and not text.isupper())
    syllables = facts.syllables(text)
    polysyllable = syllables >= 3 and not short_form
    is_complex = polysyllable and not name and _is_complex(text, syllables, facts)
    return syllables, name, polysyllable, is_complex, not name and not easy


def _is_short_form(text: str) -> bool:
    """Whether a word is letters (NHS) or a name of the web and of code (gov.uk, maxWords)."""
    inside_capital = not text.isupper() and any(map(str.isupper, text[1:])) and "-" not in text
    return "." in text or inside_capital or _SHORT_FORM.fullmatch(text) is not None


def _is_complex(text: str, syllables: int, facts: WordFacts) -> bool:
    """Whether a polysyllable stays hard once endings and easy parts are taken off."""
    word = _APOSTROPHES.sub("", text.lower())
    if "-" in word:
        return any(
            (own := facts.syllables(part)) >= 3 and _is_complex(part, own, facts)
            for part in word.split("-")
            if part
        )
    return syllables - _added_by_ending(word) >= 3 and not _is_compound(word, facts)


def _added_by_ending(word: str) -> int:
    """How many syllables -ing, -ed or -es adds to the word before it: 1 or 0."""
    if word.endswith("ing"):
        return 1
    if word.endswith("ed"):
        return int(word[:-2].endswith(_ADDED_BY_ED))
    if word.endswith("es"):
        return int(word[:-2].endswith(_ADDED_BY_ES))
    return 0


def _is_compound(word: str, facts: WordFacts) -> bool:
    """Whether two easy words side by side make the word: `news` and `paper`."""
    word = word.removesuffix("s")
    return any(
        word[cut:] not in _NOT_PARTS and facts.is_easy(word[:cut]) and facts.is_easy(word[cut:])
        for cut in range(_FIRST_PART, len(word) - _SECOND_PART + 1)
    )
