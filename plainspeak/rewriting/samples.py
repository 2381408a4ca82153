"""Samples: text that is there to be looked at, such as bad and good wording in a guide on writing.

Nothing in a sample is written anew, for then it would not show what it is there to show. A block
is one if it stands

- in a table with a heading such as “Don’t say”, or with “Before” beside “After”;
- under such a heading or line, or behind such words and a colon: “Bad: …”;
- behind a line that speaks of wording and ends with a colon: “Avoid these phrases:”.

Inside a block, words in quotation marks are samples, and so are words in italics that are talked
about, and a sentence that swaps words: “Instead of utilise, write use”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from plainspeak.glossary.quotation import is_mention, quoted_in
from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.model import Block, BlockKind, Document, MarkKind, Span

__all__ = ["holds_sample", "in_sample"]

_NOT = r"(?:don[’']?t|do not|never)"
_SHOWN = r"(?:examples?|headings?|phrases?|sentences?|texts?|versions?|wording|words?|writing)"
_AVOID = re.compile(
    rf"(?:avoid|{_NOT} (?:say|use|write))(?: using)? (?:the following|these)(?: \w+)? {_SHOWN}",
    re.IGNORECASE,
)
"""A label that stands over what follows it next, even if it is a heading."""
_BAD = re.compile(
    rf"{_AVOID.pattern}|"
    rf"{_NOT} (?:say|write)(?: this| these)?|(?:instead of|rather than)(?: this| saying| writing)?|"
    r"not this|what not to (?:say|write)|[✗✘❌✖]\ufe0f?|"
    rf"(?:an? )?(?:examples? of )?(?:bad|poor|wordy|unclear)(?: {_SHOWN})?|"
    r"(?:jargon|phrases?|terms?|words?)(?: (?:and|or) phrases?)? (?:not to use|to avoid)",
    re.IGNORECASE,
)
"""A label that says by itself that what it stands over is not to be written so."""
_TO_READ = "to (?:follow|read|understand)"
_GOOD = (
    r"(?:active(?: voice)?|better|consider|correct|do say|do write|easier|good|improved|instead|"
    r"new|plain(?:er)?(?: english| language)?|simple|revised|rewrite|rewritten|right|say|try|use|"
    r"write|yes|[✓✔✅]\ufe0f?)"
    rf"(?: (?:instead|this|{_SHOWN}))?"
)
_PAIRS = tuple(
    (re.compile(bad, re.IGNORECASE), re.compile(good, re.IGNORECASE))
    for bad, good in (
        (rf"before(?: {_SHOWN})?", rf"after(?: {_SHOWN})?"),
        (
            rf"(?:avoid|{_NOT} use|hard|incorrect|no|not|old|original|worse|wrong)(?: {_SHOWN})?",
            _GOOD,
        ),
        (rf"not so good(?: {_SHOWN})?", _GOOD),
        (rf"weak(?: {_SHOWN})?", rf"strong(?:er)?(?: {_SHOWN})?"),
        (rf"hard(?:er)? {_TO_READ}", rf"eas(?:y|ier) {_TO_READ}"),
        (r"change this", r"(?:in)?to this"),
        (r"complex|gobbledygook|jargon|legalese|passive(?: voice)?", _GOOD),
        (_BAD.pattern, _GOOD),
    )
)
"""Labels that say so beside one another: “Before” alone may speak of a journey."""
_DONT = re.compile(r"don[’']?ts?|do not", re.IGNORECASE)
_DO = re.compile(r"do", re.IGNORECASE)
"""Such a pair in front of a sentence each; over a list they mostly speak of what people do."""
_LABEL = re.compile(
    r"\W{0,3}(?P<words>[\w’' ]{2,30}|[✗✘❌✖✓✔✅]\ufe0f?)(?:: *|(?<=[✗✘❌✖✓✔✅\ufe0f]))"
)
"""The label that a block starts with: “Bad: …”, “✗ …”."""
_SWAP = re.compile(
    r"\W{0,3}\b(?:(?:instead of|rather than) [^.;]{1,60}[,;:–—] ?"
    r"(?:say|write)\b(?! (?:in|to|with)\b)|"
    r"(?:instead of|rather than|not) (?P<named>[^.;]{1,60})[,;:–—] ?(?:put|say|try|use|write)\b)"
    r"[^.!?]*",
    re.IGNORECASE,
)
"""“Instead of utilise, write use.” With other verbs, only what is marked as words: “Instead of
cash, use a card” speaks of things."""
_WORDING = re.compile(
    rf"\b(?:expressions?|jargon|paragraphs(?! \d)|phrases?|sentences|wording|(?<!in other )words?|"
    r"(?:paragraph|sentence)(?= (?:below|like|such as|(?:that )?is)\b)|"
    rf"(?:{_NOT}|avoid) (?:say|saying|write|writing)|instead of (?:saying|writing)|"
    rf"(?:bad|clumsy|poor|unclear|wordy) (?:examples?|writing))\b[^.!?]*:$|"
    rf"\b(?<!if )this is (?:too )?(?:difficult|hard) {_TO_READ}:$",
    re.IGNORECASE,
)
"""The end of a line that leads to wording."""
_QUOTES = "\"'“‘«"
_LOOK = 150
"""So much of the end of such a line is looked at."""
_DELIMITER = re.compile(r"[ \t>]*\|?[ \t:|-]*-[ \t:|-]*$")
"""The row of dashes under the headings of a table in Markdown."""
_ROW_END = re.compile(r"</tr\b", re.IGNORECASE)
_TABLE_END = re.compile(r"\n[ \t]*\r?\n|</table\b", re.IGNORECASE)
_LIST_MARK = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]|  ")
_JOINS = re.compile(r",? (?:(?:and|or) )?")
"""Between things in a row."""
_LEAST_SAID = 5
"""So many words in italics may be a sentence that is shown."""


@dataclass(frozen=True)
class _Part:
    """A label and what it stands over."""

    label: str
    start: int
    """The number of the block that holds the label."""
    end: int
    """The number of the first block that it does not stand over."""
    beside: int
    """The number of the block where another label may stand that goes with this one."""
    leads: bool = False
    """Whether it is a line that leads to what follows, no heading."""
    alone: bool = False
    """Whether it stands over no more than the rest of its own block."""


def holds_sample(text: Text, block: AnalysedBlock) -> bool:
    """Whether all of a block is a sample."""
    return block.block.span in text.once(_sample_blocks)


def in_sample(block: AnalysedBlock, span: Span) -> bool:
    """Whether a span of a block is a sample.

    It may stand in quotation marks, in italics that are talked about, or in a sentence that swaps
    words for others.
    """
    start, end = span.start - block.offset, span.end - block.offset
    return any(
        left <= start and end <= right
        for stretches in (block.once(quoted_in), block.once(_shown_in_italics), block.once(_swap))
        for left, right in stretches
    )


def _shown_in_italics(block: AnalysedBlock) -> Sequence[tuple[int, int]]:
    """Words in italics that are talked about, maybe in a row, or are a sentence behind a colon."""
    text = block.text
    shown: list[tuple[int, int]] = []
    for mark in block.block.marks:
        left, right = mark.span.start - block.offset, mark.span.end - block.offset
        if mark.kind is MarkKind.EMPHASIS and (
            is_mention(text, left, right, [(left, right)])
            or (shown and _JOINS.fullmatch(text, shown[-1][1], left))
            or (text[:left].endswith(": ") and len(text[left:right].split()) >= _LEAST_SAID)
        ):
            shown.append((left, right))
    return shown


def _swap(block: AnalysedBlock) -> Sequence[tuple[int, int]]:
    """The sentence that a block starts with, if it swaps words for others."""
    text = block.text
    found = _SWAP.match(text)
    if found is None:
        return ()
    start = found.start("named")
    is_named = (
        start < 0
        or text[start] in _QUOTES
        or any(
            mark.kind is MarkKind.EMPHASIS and mark.span.start - block.offset == start
            for mark in block.block.marks
        )
    )
    return (found.span(),) if is_named else ()


def _sample_blocks(text: Text) -> frozenset[Span]:
    document = text.document
    found: set[Span] = set()
    shown: list[tuple[int, int]] = []
    for table in _tables(document):
        if _are_samples([_bare(cell) for cell in _headings(document, table)]):
            found.update(cell.span for cell in table)
    parts = {part.start: part for part in _parts(document)}
    for part in parts.values():
        beside = parts.get(part.beside)
        if _BAD.fullmatch(part.label):
            shown.append((part.start, part.end))
        elif part.leads and _WORDING.search(f"{part.label}:"):
            shown.append((part.start + 1, part.end))
        if beside is not None and _is_pair(part.label, beside.label):
            shown += (part.start, part.end), (beside.start, beside.end)
        elif beside is not None and part.alone and beside.alone and _are_dos(part, beside):
            shown.append((part.start, beside.end))
    done = 0
    # What stands in several parts is looked at once.
    for start, end in sorted(shown):
        found.update(block.span for block in document.blocks[max(start, done) : end])
        done = max(done, end)
    return frozenset(found)


def _are_samples(labels: Sequence[str]) -> bool:
    """Whether labels side by side speak of wording."""
    return any(map(_BAD.fullmatch, labels)) or any(
        _is_pair(first, second) for first, second in pairwise(labels)
    )


def _is_pair(first: str, second: str) -> bool:
    """Whether one of two labels is for the bad wording and the other for the good."""
    return any(
        (bad.fullmatch(first) and good.fullmatch(second))
        or (good.fullmatch(first) and bad.fullmatch(second))
        for bad, good in _PAIRS
    )


def _are_dos(first: _Part, second: _Part) -> bool:
    return bool(
        (_DONT.fullmatch(first.label) and _DO.fullmatch(second.label))
        or (_DO.fullmatch(first.label) and _DONT.fullmatch(second.label))
    )


def _bare(label: str) -> str:
    """A label without markup and colon."""
    return label.strip(" \t\r\n*_#:>.")


def _tables(document: Document) -> Iterator[list[Block]]:
    """The cells of each table."""
    table: list[Block] = []
    for block in document.blocks:
        is_cell = block.kind is BlockKind.TABLE_CELL
        if table and not (is_cell and not _TABLE_END.search(_between(document, table[-1], block))):
            yield table
            table = []
        if is_cell:
            table.append(block)
    if table:
        yield table


def _between(document: Document, first: Block, second: Block) -> str:
    """What the file has between two blocks."""
    _, start = document.sourcemap.to_source(first.span)
    end, _ = document.sourcemap.to_source(second.span)
    return document.source[start:end]


def _headings(document: Document, table: Sequence[Block]) -> Iterable[str]:
    """The cells of the first row, those too that are no prose, such as “✗”."""
    start, _ = document.sourcemap.to_source(table[0].span)
    line, _ = document.sourcemap.lines.position(start)
    for heading in (line, line - 2):
        if _DELIMITER.match(_line(document, heading + 1)):
            return _line(document, heading).split("|")
    row = takewhile(lambda cell: not _ROW_END.search(_between(document, table[0], cell)), table[1:])
    return [document.text_of(cell) for cell in (table[0], *row)]


def _line(document: Document, number: int) -> str:
    """A line of the file, without its end; empty if there is none."""
    lines = document.sourcemap.lines
    if not 1 <= number <= len(lines):
        return ""
    start = lines.offset_of_line(number)
    end = lines.offset_of_line(number + 1) if number < len(lines) else len(document.source)
    return document.source[start:end].rstrip("\r\n")


def _parts(document: Document) -> Iterator[_Part]:
    """The labels of a document, from the last to the first."""
    blocks = document.blocks
    next_of_level: dict[int, int] = {}
    # The number of the first block after the cells that the loop is in.
    end_of_cells = len(blocks)
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        words = document.text_of(block)
        if number + 1 < len(blocks) and blocks[number + 1].kind is not BlockKind.TABLE_CELL:
            end_of_cells = number + 1
        if block.kind is BlockKind.HEADING:
            following = next_of_level.get(block.level, -1)
            bare = _bare(words)
            end = (
                _end_of_led(blocks, number, end_of_cells)
                if _AVOID.fullmatch(bare)
                else _end_of_section(document, number)
            )
            yield _Part(bare, number, end, following)
            next_of_level[block.level] = number
            continue
        label = _LABEL.match(words)
        if label and label.end() < len(words):
            yield _Part(label["words"], number, number + 1, number + 1, alone=True)
        elif words.endswith(":") or (label is None and _is_label(words)):
            end = _end_of_led(blocks, number, end_of_cells)
            yield _Part(_bare(words[-_LOOK:]), number, end, end, leads=words.endswith(":"))


def _is_label(words: str) -> bool:
    """Whether a block is a label without a colon."""
    bare = _bare(words)
    return len(bare) < _LOOK and any(
        pattern.fullmatch(bare) for pattern in (_BAD, *(each for pair in _PAIRS for each in pair))
    )


def _end_of_section(document: Document, number: int) -> int:
    """Where what stands under a heading ends: at the next, or with the list that it is in."""
    blocks, heading = document.blocks, document.blocks[number]
    start, _ = document.sourcemap.to_source(heading.span)
    line, _ = document.sourcemap.lines.position(start)
    in_list = _LIST_MARK.match(_line(document, line))
    end = number + 1
    while end < len(blocks):
        block = blocks[end]
        if block.kind is BlockKind.HEADING and block.level <= heading.level:
            break
        if in_list and block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL):
            break
        end += 1
    return end


def _end_of_led(blocks: Sequence[Block], number: int, end_of_cells: int) -> int:
    """Where that ends which a line leads to: one paragraph, or a whole list or table."""
    end = number + 1
    if end == len(blocks) or blocks[end].kind is BlockKind.HEADING:
        return end
    first = blocks[end]
    if first.kind is BlockKind.TABLE_CELL:
        return end_of_cells
    item = first.kind is BlockKind.LIST_ITEM
    own = blocks[number].level if blocks[number].kind is BlockKind.LIST_ITEM else 0
    end += 1
    while end < len(blocks) and blocks[end].kind is first.kind:
        deeper = blocks[end].level > own if own else item and blocks[end].level >= first.level
        if not deeper:
            break
        end += 1
    return end
