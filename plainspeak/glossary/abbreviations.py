"""Short forms and the full words a text gives for them.

The full words are found by their letters, from right to left, as in Schwartz and Hearst, “A simple
algorithm for identifying abbreviation definitions in biomedical text” (2003), with brackets either
way round.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.errors import UsageError
from plainspeak.glossary.loading import built_in_folder
from plainspeak.model import Block, BlockKind, Document, Mark, MarkKind

if TYPE_CHECKING:
    from plainspeak.language.analysis import AnalysedBlock

__all__ = [
    "Definition",
    "definitions",
    "definitions_in",
    "known",
    "list_names",
    "listed",
    "marked",
    "singular",
    "spelled_out",
]

REACH = 300
"""How many characters before a short form its full words may start."""

_CAPITALS = r"[A-Z](?:&?[A-Z]){1,7}(?:-[A-Z]{1,8}){0,3}s?"
_SHORT = r"[A-Z][A-Za-z0-9&.-]{0,9}[A-Z0-9][a-z]?s?"
_LOOSE = r"(?=[\w&.+/-]{0,9}[A-Z0-9])[A-Za-z0-9][\w&.+/-]{0,10}[\w+.](?:\([\w.]{1,3}\)|-)?"
_LETTERS = r"[a-z]{2,5}"
"""A short form in small letters: “mbp”."""
_TAIL = r"(?: (?!or\b|and\b)[a-z]{3,15}){0,2}"
"""Words that stand after the capitals and are also the last of the full words: “EHC plan”."""
_IN_BRACKETS = re.compile(
    r"[(\[]\s{0,3}(?:the |or |hereafter |also |(?P<said>(?:[a-z]{2,12} ){1,4}))?[“‘\"']?(?P<short>"
    + _LOOSE
    + r"(?: (?:[A-Z]{1,8}|\d)\b)?"
    + _TAIL
    + r")[”’\"']?\s{0,3}(?:(?:[;,:–—]|--|(?P<value>=)| or )[^()\[\]]{0,80})?[)\]]"
)
_BEFORE_BRACKETS = re.compile(
    r"\b(?P<short>"
    + _SHORT
    + _TAIL
    + r")[”’\"']?\s{0,3}[(\[](?P<long>(?:[^()\[\]]|[(\[]\w{1,3}[)\]]){4,120})[)\]]"
)
_SMALL_LETTERS = re.compile(
    r"[(\[](?P<short>" + _LETTERS + r")[)\]]|"
    r"\b(?P<first>" + _LETTERS + r") [(\[](?P<long>[A-Za-z][^()\[\]]{3,80})[)\]]"
)
_ONE_LETTER = re.compile(
    r"\b(?P<long>(?:[\w’']{1,20}-){0,4}(?P<word>[^\W\d_]{4,40})) ?[(\[](?P<short>[A-Za-z]\d?)"
    r"(?:[,;] [^()\[\]]{1,40})?[)\]]"
)
_DESCRIBED = re.compile(
    r"\b(?P<short>" + _CAPITALS + r")\s{0,3}\((?P<long>(?:the|an?|our|your)\s[^()]{8,120})\)"
)
_SAID = re.compile(
    r"\b(?P<short>" + _CAPITALS + r")[”’\"']?,?(?::|\s{1,3}(?:which |that )?"
    r"(?:stands? for|means|is short for|is the (?:short form|abbreviation) (?:of|for)|"
    r"is an? (?:abbreviation|acronym) (?:of|for)|"
    r"or|–|—|-|:|=))\s{1,3}(?=[“‘\"']?(?P<long>(?:the |an? )?[A-Za-z][\w’'&/ -]{4,120}))"
)
_SHORTENED = re.compile(
    r"\b(?:called|known as|shortened to|abbreviated to|abbreviated as|or|,)\s{1,3}(?:the |an? )?"
    r"[“‘\"']?(?P<short>" + _CAPITALS + r")\b(?=[”’\"']?(?:[,.;)]|\s{1,3}for short))"
)
ORDINARY_ZIPF = 4.5
"""Small letters that are a word as common as this (per billion words, log10) are no short form."""
NAME_LENGTH = 4
"""One capital and small letters can be a short form (“Prl”) if they are as few as this."""
DESCRIPTION_WORDS = 3
"""Words in brackets that say what a short form is need not spell it out: “CESG (the …)”."""
_SIDE_BY_SIDE = {
    (BlockKind.TERM, BlockKind.DEFINITION),
    (BlockKind.TABLE_CELL, BlockKind.TABLE_CELL),
}
_WORD = re.compile(r"[^\W_][\w’'&+]*")
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Definition:
    """A short form, its full words, and where in the text the pair stands."""

    short: str
    long: str
    start: int
    end: int
    long_start: int
    """Where in the text the full words start."""


@functools.cache
def list_names() -> tuple[str, ...]:
    """The names of the lists of short forms in `glossaries/abbreviations/`, in order."""
    folder = built_in_folder() / "abbreviations"
    return tuple(sorted(path.stem for path in folder.glob("*.txt")))


@functools.cache
def known(name: str) -> frozenset[str]:
    """A list of short forms that readers know, from `glossaries/abbreviations/`.

    Raises:
        UsageError: there is no such list.
    """
    names = list_names()
    if name not in names:
        raise UsageError(f"There is no list of short forms “{name}”; there are {', '.join(names)}.")
    path = built_in_folder() / "abbreviations" / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def definitions(text: str) -> tuple[Definition, ...]:
    """Every short form that the text gives full words for, in order.

    Args:
        text: the prose of one block.
    """
    found: dict[tuple[int, str], Definition] = {}
    for definition in (
        *_with_brackets(text),
        *_without_brackets(text),
        *_in_small_letters(text),
        *_of_one_letter(text),
    ):
        found.setdefault((definition.start, definition.short), definition)
    return tuple(sorted(found.values(), key=lambda definition: definition.start))


def definitions_in(block: AnalysedBlock) -> tuple[Definition, ...]:
    """The `definitions` of a block's text: ask with `block.once`, as many rules do."""
    return definitions(block.text)


def spelled_out(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text spells out short forms in or before brackets.

    Args:
        text: the prose of one block.

    Returns:
        The start and end in `text` of the full words of each, in order; not of the short form.
    """
    if "(" not in text and "[" not in text:
        return ()
    return tuple(
        sorted(
            {
                (definition.long_start, definition.long_start + len(definition.long))
                for definition in _with_brackets(text)
            }
        )
    )


def _with_brackets(text: str) -> Iterator[Definition]:
    """Short forms in brackets after their full words, or the other way round."""
    for match in _IN_BRACKETS.finditer(text):
        short = match["short"]
        at = _long_before(short, text, match.start()) if _may_be_short(short) else None
        # “Fewer strokes occurred (OR = 1.8)” and “the act (see also ACT)” explain nothing.
        strict = match["said"] or match["value"]
        if at is not None and strict and not _fitting_start(short, text[slice(*at)]):
            continue
        if at is not None:
            yield Definition(short, text[at[0] : at[1]], at[0], match.end(), at[0])
    for match in _BEFORE_BRACKETS.finditer(text):
        if _matches(match["short"], match["long"]) and match["short"] not in match["long"].split():
            long = match["long"].strip()
            at_long = match.start("long") + match["long"].index(long)
            yield Definition(match["short"], long, match.start(), match.end(), at_long)


def _in_small_letters(text: str) -> Iterator[Definition]:
    """Short forms in small letters, in or before brackets: every letter must start a word."""
    for match in _SMALL_LETTERS.finditer(text):
        short = match["short"] or match["first"]
        if match["first"]:
            start, end = match.span("long")
            at = start if len(_fitting_start(short, match["long"])) == end - start else None
        else:
            floor = max(0, match.start() - REACH)
            before = text[floor : match.start()].rstrip()
            at = _align_initials(short, before, 0)
            start, end = floor + (at or 0), floor + len(before)
        if at is not None and short not in text[start:end] and not _is_ordinary(short):
            yield Definition(short, text[start:end], min(start, match.start()), match.end(), start)


def _is_ordinary(letters: str) -> bool:
    from plainspeak.language.words import zipf

    return zipf(letters) >= ORDINARY_ZIPF


def _of_one_letter(text: str) -> Iterator[Definition]:
    """A letter, with a number or not, in brackets after a word that starts with it."""
    for match in _ONE_LETTER.finditer(text):
        short, word = match["short"], match["word"]
        if short == "A" and re.search(r"[(\[]B\b", text[match.end() : match.end() + REACH]):
            continue  # one of a row: “an artery (A), a vein (B)”
        if short[0].isupper() and _lower(word).startswith(_lower(short[0])):
            start = match.start("long")
            yield Definition(short, match["long"], start, match.end(), start)


def _without_brackets(text: str) -> Iterator[Definition]:
    """Short forms that the words around them explain, or that brackets describe."""
    for match in _DESCRIBED.finditer(text):
        if len(match["long"].split()) >= DESCRIPTION_WORDS:
            at_long = match.start("long")
            yield Definition(match["short"], match["long"], match.start(), match.end(), at_long)
    for match in _SAID.finditer(text):
        long = _fitting_start(match["short"], match["long"])
        if long:
            at_long = match.start("long")
            end = at_long + len(long)
            yield Definition(match["short"], long, match.start(), end, at_long)
    for match in _SHORTENED.finditer(text):
        at = _long_before(match["short"], text, match.start())
        if at is not None and " " in text[at[0] : at[1]]:
            yield Definition(match["short"], text[at[0] : at[1]], at[0], match.end(), at[0])


def marked(document: Document, block: Block) -> tuple[Mark, ...]:
    """The short forms in a block that an `<abbr title="…">` spells out."""
    return tuple(
        mark
        for mark in block.marks
        if mark.kind is MarkKind.ABBREVIATION and mark.target and len(mark.span)
    )


def listed(document: Document) -> tuple[Definition, ...]:
    """The short forms that a list of such, or the cells of a table, give full words for.

    Returns:
        Each with offsets in the document's prose, whichever of the two comes first.
    """
    found = [_list_item(document, block) for block in document.blocks]
    for one, other in itertools.pairwise(document.blocks):
        if (one.kind, other.kind) in _SIDE_BY_SIDE:
            found.append(_side_by_side(document, one, other) or _side_by_side(document, other, one))
    return tuple(each for each in found if each)


def _list_item(document: Document, block: Block) -> Definition | None:
    """The definition that a list item such as “RPF: repair planning form” is."""
    if block.kind is not BlockKind.LIST_ITEM:
        return None
    text, at = document.text_of(block), block.span.start
    for each in definitions(text[:REACH]):
        between = text[len(each.short) : each.long_start]
        if text.startswith(each.short) and re.fullmatch(r"\s*[:=–—-]\s*", between):
            return Definition(each.short, each.long, at, at + each.end, at + each.long_start)
    return None


def _side_by_side(document: Document, one: Block, other: Block) -> Definition | None:
    """The definition that a block with a short form makes with one that has its full words."""
    short, said = document.text_of(one), document.text_of(other)
    if not re.fullmatch(_SHORT, short) or len(said) > REACH:
        return None
    long = _fitting_start(short, said) or (said if _matches(short, said) else "")
    at_long, start = other.span.start, min(one.span.start, other.span.start)
    end = max(one.span.start + len(short), at_long + len(long))
    return Definition(short, long, start, end, at_long) if long else None


def singular(short: str) -> str:
    """A short form without the s of its plural: “DPIA” for “DPIAs”."""
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short


@functools.lru_cache(maxsize=1024)  # a text uses the same few short forms again and again
def _letters(short: str) -> str:
    """The letters that the full words must give: no plural s, no dots."""
    core = short[:-1] if short.endswith("s") and len(short) > 2 else short
    return re.sub(r"[^A-Za-z0-9]", "", core).lower()


def _lower(text: str) -> str:
    """In lower case and of the same length, which `str.lower` does not promise for “İ”."""
    return text.replace("İ", "I").lower()


@functools.lru_cache(maxsize=1024)
def _may_be_short(short: str) -> bool:
    """Whether what stands in brackets looks like a short form, not like a name or a number."""
    first = short.split()[0]
    letters = [char for char in first if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    if not capitals or len(letters) + sum(char.isdigit() for char in first) < 2:
        return False
    return capitals >= 2 or not first[1:].islower() or len(first) <= NAME_LENGTH


def _long_before(short: str, text: str, end: int) -> tuple[int, int] | None:
    """Where the full words of a short form stand in what comes before `end`."""
    letters = _letters(short)
    if len(letters) < 2:
        return None
    floor = max(0, end - REACH)
    before = text[floor:end].rstrip(" “‘\"'”’,(–-")
    words = min(len(letters) + 5, len(letters) * 2)
    rest = before.rsplit(None, words)
    if len(rest) > words:
        start = len(rest[0]) + 1  # the words before these are too far away
    elif floor and text[floor - 1].isalnum():
        start = len(before.split(None, 1)[0]) if before else 0  # a word that `floor` cuts in two
    else:
        start = 0
    at = _align(short, before, start)
    if at is None:
        return None
    long = before[at:]
    titled = short[1:].isalpha() and short.istitle() and len(long.split()) > len(letters) - 1
    if titled and _fitting_start(short, long) != long:
        return None  # a name: “people in our team (Paul)”
    if re.search(r"[.!?;]\s", long) or short in long.split() or len(long) <= len(short):
        return None
    if long.count("(") != long.count(")") or long.count("[") != long.count("]"):
        return None
    return floor + at, floor + len(before)


def _align(short: str, before: str, window: int) -> int | None:
    """Match the letters from right to left; the first must start a word. Returns its offset.

    Letters that start words are tried first: initials are what people make short forms of.
    """
    core, *tail = short.split(" ")
    kept = _without_tail(before, tail)
    if kept is not None:
        at = _align_initials(_letters(core), kept, window)
        if at is not None:
            return at
    elif any(word.islower() for word in tail):
        return None
    letters = _letters(short)
    low = _lower(before)
    position = len(low)
    for letter in reversed(letters[1:]):
        position = low.rfind(letter, window, position)
        if position < 0:
            return None
    position = _last_start(letters[0], low, window, position)
    if position < 0:
        return None
    return _token_start(before, position, window)


def _without_tail(before: str, tail: list[str]) -> str | None:
    """`before` without the words that both forms end with; `None` if it does not end with them."""
    for word in reversed(tail):
        last = before.rsplit(None, 1)
        if len(last) < 2 or _same_word(last[1], word) is False:
            return None
        before = last[0]
    return before


def _same_word(one: str, other: str) -> bool:
    """Whether two words differ at most in case and a plural s."""
    return _lower(one).removesuffix("s") == _lower(other).removesuffix("s")


def _last_start(letter: str, low: str, window: int, end: int) -> int:
    """Where the last word in `low[window:end]` with this first letter starts; -1 if none has it."""
    position = end
    while (position := low.rfind(letter, window, position)) > 0 and low[position - 1].isalnum():
        pass
    return position


def _token_start(before: str, position: int, window: int) -> int:
    """Take in what is joined on before: “4,5-” of a chemical’s name, “self-” of a compound."""
    start = before.rfind(" ", window, position) + 1 or window
    joined = before[start:position]
    return start if re.fullmatch(r"[\w(\[][\w,'’.()\[\]-]*[-(]", joined) else position


_SMALL = frozenset(
    {"of", "and", "the", "for", "in", "on", "to", "a", "an", "with", "by", "at", "&"}
)


def _align_initials(letters: str, before: str, window: int) -> int | None:
    index = len(letters) - 1
    # Backwards, so that only the words that are needed are looked at.
    for match in _PART.finditer(before[window:][::-1]):
        word = _lower(match.group()[::-1])
        if index >= 0 and word[0] == letters[index]:
            if index == 0:
                return len(before) - match.end()
            index -= 1
        elif word not in _SMALL:
            return None
    return None


def _matches(short: str, long: str) -> bool:
    """Whether the full words give the letters of the short form, starting with its first."""
    core, *tail = short.split(" ")
    kept = _without_tail(long.strip(), tail)
    letters = _letters(core)
    if kept is None:
        return False
    text = _lower(re.sub(r"^(?:the|an?)\s+", "", kept, flags=re.IGNORECASE))
    if len(letters) < 2 or len(text) <= len(letters) or text[0] != letters[0]:
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
    index = 0
    for match in _PART.finditer(said):
        word = match.group().lower()
        if index < len(letters) and word[0] == letters[index]:
            index += 1
            if index == len(letters):
                return said[: match.end()]
        elif word not in _SMALL:
            return ""
    return ""
