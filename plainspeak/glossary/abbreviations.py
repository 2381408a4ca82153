"""Short forms and the full words a text gives for them.

The full words are found by their letters, from right to left, as in Schwartz and Hearst, “A simple
algorithm for identifying abbreviation definitions in biomedical text” (2003), with brackets either
way round.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.errors import UsageError
from plainspeak.glossary.loading import built_in_folder
from plainspeak.model import Block, Document, Mark, MarkKind

__all__ = ["Definition", "definitions", "known", "marked"]

SHORT = r"[A-Z][A-Za-z0-9&.-]{0,9}[A-Z0-9][a-z]?s?"
_IN_BRACKETS = re.compile(
    r"[(\[]\s*(?:(?:the |or |hereafter |also )?[“‘\"']?)(?P<short>"
    + SHORT
    + r")[”’\"']?\s*(?:(?:[;,]| or )[^()\[\]]*)?[)\]]"
)
_BEFORE_BRACKETS = re.compile(r"\b(?P<short>" + SHORT + r")[”’\"']?\s*\((?P<long>[^()]{4,120})\)")
_DESCRIBED = re.compile(
    r"\b(?P<short>[A-Z](?:&?[A-Z]){1,7}s?)\s*\((?P<long>(?:the|an?|our|your)\s[^()]{8,120})\)"
)
_SAID = re.compile(
    r"\b(?P<short>[A-Z](?:&?[A-Z]){1,7}s?)[”’\"']?,?\s+(?:which |that )?"
    r"(?:stands? for|means|is short for|is the (?:short form|abbreviation) (?:of|for)|"
    r"is an? (?:abbreviation|acronym) (?:of|for)|"
    r"or|–|—|-|:)\s+[“‘\"']?(?P<long>(?:the |an? )?[A-Za-z][\w’'&/ -]{4,120})"
)
_SHORTENED = re.compile(
    r"\b(?:called|known as|shortened to|abbreviated to|abbreviated as|or|,)\s+(?:the |an? )?"
    r"[“‘\"']?(?P<short>[A-Z](?:&?[A-Z]){1,7}s?)\b(?=[”’\"']?(?:[,.;)]|\s+for short))"
)
DESCRIPTION_WORDS = 3
"""Words in brackets that say what a short form is need not spell it out: “CESG (the …)”."""
_WORD = re.compile(r"[^\W_][\w’'&+]*")


@dataclass(frozen=True)
class Definition:
    """A short form, its full words, and where in the text the pair stands."""

    short: str
    long: str
    start: int
    end: int


@functools.cache
def known(name: str) -> frozenset[str]:
    """A list of short forms that readers know, from `glossaries/abbreviations/`.

    Raises:
        UsageError: there is no such list.
    """
    folder = built_in_folder() / "abbreviations"
    names = [path.stem for path in sorted(folder.glob("*.txt"))]
    if name not in names:
        raise UsageError(f"There is no list of short forms “{name}”; there are {', '.join(names)}.")
    lines = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def definitions(text: str) -> tuple[Definition, ...]:
    """Every short form that the text gives full words for, in order.

    Args:
        text: the prose of one block.
    """
    found: dict[tuple[int, str], Definition] = {}
    for definition in _candidates(text):
        found.setdefault((definition.start, definition.short), definition)
    return tuple(sorted(found.values(), key=lambda definition: definition.start))


def _candidates(text: str) -> Iterator[Definition]:
    for match in _IN_BRACKETS.finditer(text):
        before = text[: match.start()].rstrip(" “‘\"'”’,")
        at = _long_before(match["short"], before)
        if at is not None:
            yield Definition(match["short"], before[at:], at, match.end())
    for match in _BEFORE_BRACKETS.finditer(text):
        if _matches(match["short"], match["long"]):
            yield Definition(match["short"], match["long"].strip(), match.start(), match.end())
    for match in _DESCRIBED.finditer(text):
        if len(match["long"].split()) >= DESCRIPTION_WORDS:
            yield Definition(match["short"], match["long"], match.start(), match.end())
    for match in _SAID.finditer(text):
        long = _fitting_start(match["short"], match["long"])
        if long:
            yield Definition(match["short"], long, match.start(), match.start("long") + len(long))
    for match in _SHORTENED.finditer(text):
        before = text[: match.start()].rstrip(" ,“‘\"'”’(–-")
        at = _long_before(match["short"], before)
        if at is not None and len(before[at:].split()) > 1:
            yield Definition(match["short"], before[at:], at, match.end())


def marked(document: Document, block: Block) -> tuple[Mark, ...]:
    """The short forms in a block that an `<abbr title="…">` spells out."""
    return tuple(
        mark
        for mark in block.marks
        if mark.kind is MarkKind.ABBREVIATION and mark.target and len(mark.span)
    )


def _letters(short: str) -> str:
    """The letters that the full words must give: no plural s, no dots."""
    core = short[:-1] if short.endswith("s") and len(short) > 2 else short
    return re.sub(r"[^A-Za-z0-9]", "", core).lower()


def _long_before(short: str, before: str) -> int | None:
    """Where the full words of a short form start in what stands before it."""
    letters = _letters(short)
    if len(letters) < 2 or not before:
        return None
    words = list(_WORD.finditer(before))[-min(len(letters) + 5, len(letters) * 2) :]
    if not words:
        return None
    window = words[0].start()
    at = _align(letters, before, window)
    if at is None:
        return None
    long = before[at:]
    if re.search(r"[.!?;]\s", long) or short in long.split():
        return None
    return at


def _align(letters: str, before: str, window: int) -> int | None:
    """Match the letters from right to left; the first must start a word. Returns its offset.

    Letters that start words are tried first: initials are what people make short forms of.
    """
    by_initials = _align_initials(letters, before, window)
    if by_initials is not None:
        return by_initials
    low = before.lower()
    position = len(low)
    for index in range(len(letters) - 1, -1, -1):
        position -= 1
        while position >= window and (
            low[position] != letters[index]
            or (index == 0 and position > 0 and (low[position - 1].isalnum()))
        ):
            position -= 1
        if position < window:
            return None
    long_words = len(_WORD.findall(before[position:]))
    return position if long_words >= min(2, len(letters) - 1) or len(letters) > 3 else None


_SMALL = frozenset(
    {"of", "and", "the", "for", "in", "on", "to", "a", "an", "with", "by", "at", "&"}
)


def _align_initials(letters: str, before: str, window: int) -> int | None:
    words = [match for match in re.finditer(r"[^\W_]+", before) if match.start() >= window]
    index = len(letters) - 1
    for match in reversed(words):
        word = match.group().lower()
        if word[0] == letters[index]:
            if index == 0:
                return match.start()
            index -= 1
        elif word not in _SMALL:
            return None
    return None


def _matches(short: str, long: str) -> bool:
    """Whether the full words give the letters of the short form, starting with its first."""
    letters = _letters(short)
    text = re.sub(r"^(?:the|an?)\s+", "", long.strip(), flags=re.IGNORECASE).lower()
    if len(letters) < 2 or len(text) <= len(letters) or not text or text[0] != letters[0]:
        return False
    position = 0
    for letter in letters:
        position = text.find(letter, position)
        if position < 0:
            return False
        position += 1
    return len(_WORD.findall(long)) >= 2


def _fitting_start(short: str, said: str) -> str:
    """The shortest start of `said` whose initials give the short form; empty if there is none."""
    letters = _letters(short)
    words = list(re.finditer(r"[^\W_]+", said))
    index = 0
    for match in words:
        word = match.group().lower()
        if index < len(letters) and word[0] == letters[index]:
            index += 1
            if index == len(letters):
                return said[: match.end()]
        elif word not in _SMALL:
            return ""
    return ""
