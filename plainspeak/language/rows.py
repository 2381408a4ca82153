"""The rows of things in a sentence: `tea, coffee and juice`.

It asks `syntax` about grammar, so it works under every label scheme. A sentence is any run of
tokens, as there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.analysis import is_word
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

__all__ = ["Series", "joined_rows", "series"]

_BREAKS = frozenset({",", ":", ";", "://", "(", "[", "–", "—", "?", "|"})
"""What no thing in a row holds, unless the row was not read right."""

_DETERMINERS = frozenset({"DT", "PRP$"})
"""Tags of `the`, `a`, `your`."""


@dataclass(frozen=True)
class Series:
    """Three or more things in a row: `tea, coffee and juice`."""

    items: tuple[SpacySpan, ...]
    """The words of each, without commas and `and`."""
    words: int
    """How many words the items have together."""


def series(sentence: Iterable[Token]) -> list[Series]:
    """The rows of three or more things, in order: `tea, coffee and juice`, `ring, write or call`.

    Only rows that could be a list: things of one kind at the end of the sentence, with a comma
    between them, and `and` or `or` before the last. Of rows that overlap, the longer counts.
    """
    inside = list(sentence)
    if not inside:
        return []
    found = []
    joined = joined_rows(inside)
    rows = {token.i: row for row in joined for token in row}
    for row in joined:
        members = _members(row, rows)
        if len(members) < 3 or members[0].i != row[0].i or members[-1].i > inside[-1].i:
            continue
        items = _items(members, inside[-1].i)
        # After a comma in the middle, the row may begin further to the left than it seems.
        if _in_middle(inside[0].i, items[0]):
            continue
        # Single words need no list.
        if sum(len(item) == 1 for item in items) > 1:
            continue
        # A list needs a line that leads to it, and nothing after it.
        if any(map(is_word, row[0].doc[items[-1].end : inside[-1].i + 1])):
            continue
        if _alike(members) and _row(items):
            words = sum(is_word(each) for item in items for each in item)
            found.append(Series(items, words))
    plain = _plain_row(inside)
    if not found and plain is not None:
        return [plain]
    found.sort(key=lambda each: (-each.words, each.items[0].start))
    kept: list[Series] = []
    for each in found:
        first, last_word = each.items[0].start, each.items[-1].end
        if all(first >= other.items[-1].end or last_word <= other.items[0].start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.items[0].start)


def _plain_row(tokens: Sequence[Token]) -> Series | None:
    """The row at the end of a sentence whose items all start with `the`, `a`, `your` or the like.

    Words show it, whatever the parser made of them.
    """
    end = len(tokens)
    while end and (tokens[end - 1].is_punct or tokens[end - 1].is_space):
        end -= 1
    joins = [n for n in range(end) if tokens[n].lower_ in ("and", "or")]
    if not joins or tokens[joins[-1] - 1].text != ",":
        return None
    commas = [n for n in range(joins[-1] - 1) if tokens[n].text == ","]
    starts = [joins[-1] + 1]
    ends = [end]
    # Backwards from the last item, as far as each starts like it.
    place = joins[-1] - 1
    for comma in reversed(commas):
        if tokens[comma + 1].tag_ not in _DETERMINERS:
            break
        starts.insert(0, comma + 1)
        ends.insert(0, place)
        place = comma
    opening = _opening(tokens, place)
    if opening is None:
        return None
    starts.insert(0, opening)
    ends.insert(0, place)
    doc = tokens[0].doc
    base = tokens[0].i
    items = tuple(doc[base + a : base + b] for a, b in zip(starts, ends, strict=True))
    if len(items) < 3 or any(len(item) < 2 or not _is_thing(item) for item in items):
        return None
    return Series(items, sum(is_word(each) for item in items for each in item))


def _opening(tokens: Sequence[Token], end: int) -> int | None:
    """Where the first item of a row begins: at the first determiner after a verb or `including`."""
    start = end
    while start and tokens[start - 1].pos_ not in ("VERB", "AUX", "PUNCT"):
        start -= 1
    led = start and (tokens[start - 1].pos_ in ("VERB", "AUX"))
    return start if led and start < end and tokens[start].tag_ in _DETERMINERS else None


def _is_thing(item: SpacySpan) -> bool:
    """Whether an item is a noun and what says more of it, without a verb."""
    return (
        item[0].tag_ in _DETERMINERS
        and any(token.pos_ in ("NOUN", "PROPN") for token in item)
        and not any(
            token.pos_ in ("VERB", "AUX", "CCONJ", "PRON", "SCONJ") and token.tag_ != "PRP$"
            for token in item
        )
        and not any(token.text in _BREAKS for token in item)
    )


def joined_rows(tokens: Iterable[Token]) -> list[tuple[Token, ...]]:
    """The tokens of a sentence in groups: each with all that it is joined to, in order.

    Each group is worked out once; asking every token of a long row for its `conjuncts` takes ages.
    """
    rows = []
    seen: set[int] = set()
    for token in tokens:
        if token.i in seen:
            continue
        row = tuple(sorted((token, *token.conjuncts), key=lambda member: member.i))
        seen.update(member.i for member in row)
        rows.append(row)
    return rows


def _members(first: tuple[Token, ...], rows: Mapping[int, tuple[Token, ...]]) -> list[Token]:
    """The heads of a row of things, in order.

    Before parsers reach the `and`, they take `a list` in `a letter, a list and a pen` for what
    explains the letter.

    Args:
        first: the row as the parser joins it.
        rows: every such row, by the index of each of its tokens.
    """
    members: dict[int, Token] = {}
    waiting = list(first)
    while waiting:
        token = waiting.pop()
        if token.i in members:
            continue
        members[token.i] = token
        # "Leeds, a city in the north, and" does explain it.
        explained = None if token.pos_ == "PROPN" else syntax.apposition_of(token)
        if explained is not None:
            waiting += rows.get(explained.i, (explained,))
    return [members[index] for index in sorted(members)]


def _in_middle(start: int, item: SpacySpan) -> bool:
    """Whether a verb and then a comma stand before the first thing in a row."""
    verb = False
    for token in item.doc[start : item.start]:
        verb = verb or token.tag_ == "VB" or token.tag_ in FINITE_TAGS
        if verb and token.text == ",":
            return True
    return False


def _alike(members: Sequence[Token]) -> bool:
    """Whether all are nouns, or all are verbs of one form that share what is before them."""
    if all(member.pos_ in ("NOUN", "PROPN") for member in members):
        return True
    return len({member.tag_ for member in members}) == 1 and all(
        member.pos_ == "VERB" and not syntax.has_subject(member) for member in members[1:]
    )


def _row(items: Sequence[SpacySpan]) -> bool:
    """Whether commas stand between the items, and `and` or `or` before the last."""
    doc = items[0].doc
    between = [[t.lower_ for t in doc[a.end : b.start]] for a, b in pairwise(items)]
    return (
        all(words in ([","], [";"]) for words in between[:-1])
        and between[-1][-1:] in (["and"], ["or"])
        and not any(token.text in _BREAKS for item in items for token in item)
    )


def _items(members: Sequence[Token], end: int) -> tuple[SpacySpan, ...]:
    """The words of each thing in a row."""
    doc = members[0].doc
    first = members[0]
    if first.pos_ not in ("VERB", "AUX"):
        first = syntax.noun_chunk_of(first)[0]
    starts = [first.i, *(syntax.subtree_span(member)[0].i for member in members[1:])]
    items = []
    for number, member in enumerate(members):
        last = starts[number + 1] - 1 if number + 1 < len(members) else member.right_edge.i
        last = min(last, end)
        while last > member.i and (
            doc[last].is_punct or doc[last].is_space or doc[last].lower_ in ("and", "or")
        ):
            last -= 1
        items.append(doc[starts[number] : last + 1])
    return tuple(items)
