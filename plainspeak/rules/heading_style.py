"""Heading style: too long, with a full stop, or With Capitals On Every Word.

Names keep their capitals: a word that has one in the middle of your sentences is taken for a name.
If most of your headings have small letters, one with capitals is taken for a name too, unless words
such as “you” have them.

## Why

Readers look over the headings to find their place. A short heading is seen at a glance. Capitals on
every word slow reading down and hide which words are names. A full stop tells readers to stop.

## Source

- NHS digital service manual, “Formatting”: sentence case; at most 65 characters for the main
  heading.
- GOV.UK style guide, “Headings” and “Titles”: at most 65 characters, no full stop.
- Canada.ca Content Style Guide, 5.1: no punctuation at the end.

## Example

Hard: ## How We Can Help You

Better: ## How we can help you

## When it is wrong

A name can be made of common words: “Help at Home”. Use it once with its capitals in a sentence, or
put it under `accept:` in your settings. A question mark is fine.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak.language.analysis import UNBROKEN, AnalysedBlock, Text, Word
from plainspeak.language.words import is_easy
from plainspeak.model import PLACEHOLDER, BlockKind, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_characters: int = option(65, "the most characters a main heading may have", least=10)
    max_characters_below: int = option(
        80, "the most characters any other heading may have", least=10
    )
    sentence_case: bool = option(True, "report capitals on words that are no names")


IN_NO_NAME = """
    are be can could did do does had has have how is it its must our should that their them
    these they this those us was we were what when where which why will would you your
"""
TELLING = frozenset(IN_NO_NAME.split())
"""Words that are hardly ever part of a name: with a capital inside a heading, they make a title."""

LINKS = "a an and as at but by for from if in into is of on or the to up with"
LEFT_SMALL = frozenset(LINKS.split())
"""Words that may stay small in a title with capitals everywhere."""

SMALL = TELLING | LEFT_SMALL | {"my", "no", "not", "out", "so", "than", "who"}
"""Words that are written small inside a heading."""

FULL_STOP = re.compile(r"(?<![.\s])\.[\s”\"’']*\Z")
SHORT_FORM = re.compile(r"(?:\b\w\.|\b(?:etc|inc|ltd|co|no|vs|al|approx|plc|dept|st)\.)\Z", re.I)
SENTENCE_END = re.compile(r"[.?!]\s+\S")
NEW_START = re.compile(r"[:–—\-.)?!/|]\s*[“\"‘'(]?\Z")
"""After one of these a word may begin with a capital, as a sentence does."""

FEWEST = 2
"""So many words with capitals after the first make a title."""


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """Findings for the headings of a document."""
    case = _Case(text, tools) if options.sentence_case else None
    for block in text.blocks:
        if block.kind is not BlockKind.HEADING or block.block.quoted:
            continue
        said, new = [], block.text
        most = options.max_characters if block.block.level == 1 else options.max_characters_below
        if len(new) > most:
            said.append(
                f"This heading has {len(new)} letters and spaces. Aim for {most} or fewer: keep "
                "the words that readers look for."
            )
        small = case.made_small(block) if case else ()
        if small:
            said.append("Keep capitals for the first word and for names.")
            new = _with_small(block, small)
        if _ends_in_full_stop(new):
            said.append("Take away the full stop at the end.")
            new = FULL_STOP.sub("", new)
        if said:
            changed = new != block.text
            yield Finding(
                span=block.block.span,
                message=" ".join(said),
                suggestions=(new,) if changed and PLACEHOLDER not in new else (),
            )


def _ends_in_full_stop(heading: str) -> bool:
    return bool(
        FULL_STOP.search(heading)
        and not SHORT_FORM.search(heading)
        and not SENTENCE_END.search(heading)
        and " " in heading
    )


def _with_small(block: AnalysedBlock, words: Sequence[Word]) -> str:
    letters = list(block.text)
    for word in words:
        at = word.span.start - block.offset
        letters[at : at + len(word.text)] = word.text.lower()
    return "".join(letters)


def _parts(word: Word) -> list[str]:
    """The parts of a word with hyphens."""
    return re.split(r"[-‐‑]", word.text)


def _has_small(heading: AnalysedBlock) -> bool:
    """Whether a word that a title would write with a capital has none."""
    return any(
        word.text[0].islower() and word.text.lower() not in LEFT_SMALL for word in heading.words[1:]
    )


def _is_title(heading: AnalysedBlock) -> bool:
    capitals = sum(word.text[0].isupper() for word in heading.words[1:])
    return capitals >= FEWEST and not _has_small(heading)


class _Case:
    """Tells capitals that a heading should not have from those of names."""

    def __init__(self, text: Text, tools: Tools) -> None:
        self._accepted: tuple[Span, ...] = tools.accepted(text)
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        headings = [block for block in text.blocks if block.kind is BlockKind.HEADING]
        titles = sum(map(_is_title, headings))
        self._mostly_small = sum(map(_has_small, headings)) > titles
        for sentence in text.sentences:
            if sentence.block.kind in UNBROKEN:
                continue
            for word in sentence.words[1:]:
                kind = self._capital if word.text[0].isupper() else self._small
                kind[word.text.lower()] += 1

    def made_small(self, block: AnalysedBlock) -> tuple[Word, ...]:
        """The words of a title with capitals everywhere that should have none; mostly nothing.

        A capital on a word such as “you” gives a title away. If there is none, the document must
        show of each word that it is no name.
        """
        words = [word for word in block.words if word.text[0].isalpha()]
        capitals = []
        for word in words[1:]:
            if self._stands_apart(block, word):
                continue
            if word.text[0].islower():
                if word.text.lower() not in LEFT_SMALL:
                    return ()
            elif all(part[:1].isupper() and not part[1:].isupper() for part in _parts(word)):
                capitals.append(word)
        if len(capitals) < FEWEST:
            return ()
        if any(word.text.lower() in TELLING for word in capitals):
            return tuple(word for word in capitals if self._is_common(word, easy=True))
        named = self._mostly_small or not all(map(self._is_common, capitals))
        return () if named else tuple(capitals)

    def _stands_apart(self, block: AnalysedBlock, word: Word) -> bool:
        """Whether the word may have a capital for its place, or is code, a name or accepted."""
        before = block.text[: word.span.start - block.offset]
        return bool(NEW_START.search(before)) or any(
            span.overlaps(word.span) for span in self._accepted
        )

    def _is_common(self, word: Word, easy: bool = False) -> bool:
        """Whether the word is no name: the document shows it, or (`easy`) everybody knows it."""
        form = word.text.lower()
        if form in SMALL:
            return True
        if self._capital[form]:
            return False
        return self._small[form] > 0 or (easy and all(map(is_easy, _parts(word))))
