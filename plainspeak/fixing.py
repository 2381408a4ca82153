"""Fix: make the proposed edits, read the result again, and go on until nothing is left to do.

Only the stretches of the edits change; all else stays to the letter. After each pass the text is
read again, and it must have the same blocks with the same words, but for what was to change. An
edit after which it does not is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plainspeak import readers
from plainspeak.engine import Checker
from plainspeak.model import Block, Document, Edit, FileReport, Proposal
from plainspeak.safe_write import replace_file

__all__ = [
    "BYTE_ORDER_MARK",
    "MOST_PASSES",
    "OWN_WORDS",
    "Fixed",
    "Stop",
    "edited",
    "fix_document",
    "fix_file",
    "fix_text",
]

MOST_PASSES = 10
"""After so many, what does not settle is left to the writer."""

OWN_WORDS = "own words"
"""The kind of a proposal that a person has written; its prose cannot be foretold."""

BYTE_ORDER_MARK = "\ufeff".encode()
"""What some files start with; documents leave it out."""


class Stop(Exception):
    """Raised by `decide` to leave all further proposals alone."""


Decide = Callable[[Proposal, Document], Proposal | None]
"""Asked about each proposal, and the document it is for: gives it back, perhaps with other edits,
or `None` to leave it."""


@dataclass(frozen=True)
class Fixed:
    """A text with what could be mended mended."""

    path: str | None
    before: str
    """The text as it was, without a byte order mark."""
    text: str
    """The text as it is now."""
    applied: tuple[Proposal, ...]
    """What was done, pass by pass; places count from the start of each pass."""
    left: FileReport
    """What is found in the text now."""
    passes: int
    """How many times the text was changed."""
    settled: bool
    """Whether nothing more was to do at the end."""

    @property
    def changed(self) -> bool:
        """Whether the text is another now."""
        return self.text != self.before


def fix_file(
    path: str | Path,
    checker: Checker,
    *,
    decide: Decide | None = None,
    write: bool = True,
    backup: bool = False,
) -> Fixed:
    """Fix a file in its place.

    Args:
        path: the file.
        checker: says what to do; made with `unsafe=True`, it does the unsafe rewrites too.
        decide: asked about each proposal, but of the same words only once.
        write: whether to change the file.
        backup: whether to keep a copy of the file as it was.

    Raises:
        ReadError: the file cannot be read.
        WriteError: it cannot be written, or changed in the meantime.
    """
    data = readers.bytes_of(path)
    fixed = fix_document(readers.read_bytes(data, str(path)), checker, decide=decide)
    if write and fixed.changed:
        mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
        replace_file(path, mark + fixed.text.encode(), seen=data, backup=backup)
    return fixed


def fix_text(text: str, checker: Checker, format: str = "markdown") -> Fixed:
    """Fix a text that is in no file.

    Raises:
        ReadError: the text holds half a character.
        UsageError: there is no such format.
    """
    return fix_document(readers.read_text(text, format), checker)


def fix_document(document: Document, checker: Checker, *, decide: Decide | None = None) -> Fixed:
    """Fix what a reader has made of a text."""
    first = document
    applied: list[Proposal] = []
    seen = {document.source}
    refused: set[tuple[str, str]] = set()
    asked: set[str] = set()
    passes = 0
    settled = False
    while True:
        (report,) = checker.check_documents([document])
        wanted = [
            each
            for each in report.proposals
            if (each.before, each.after) not in refused and each.before not in asked
        ]
        settled = not wanted
        if settled or passes == MOST_PASSES:
            break
        chosen, stopped = _chosen(wanted, document, decide)
        if decide is not None:
            asked |= {each.before for each in wanted}
        document, made = _made(document, chosen)
        refused |= {(each.before, each.after) for each in wanted if each not in made}
        applied += made
        passes += bool(made)
        settled = stopped
        if stopped or (made and document.source in seen):
            (report,) = checker.check_documents([document])
            break
        seen.add(document.source)
    return Fixed(first.path, first.source, document.source, tuple(applied), report, passes, settled)


def _chosen(
    wanted: Sequence[Proposal], document: Document, decide: Decide | None
) -> tuple[list[Proposal], bool]:
    """The proposals that shall be made, and whether the writer wants to stop there."""
    if decide is None:
        return list(wanted), False
    chosen: list[Proposal] = []
    for proposal in wanted:
        try:
            decided = decide(proposal, document)
        except Stop:
            return chosen, True
        if decided is not None:
            chosen.append(decided)
    return chosen, False


def _made(document: Document, proposals: list[Proposal]) -> tuple[Document, list[Proposal]]:
    """The document with proposals made, and which were: those that change nothing else."""
    kept: list[Proposal] = []
    result = document
    groups = [proposals]
    while groups:
        group = groups.pop()
        new = _reread(document, [*kept, *group])
        if new is not None:
            kept += group
            result = new
        elif len(group) > 1:
            half = len(group) // 2
            groups += [group[half:], group[:half]]
    return result, kept


def _reread(document: Document, proposals: list[Proposal]) -> Document | None:
    """The document with proposals made; `None` if anything else in it changed."""
    source = edited(document.source, (edit for each in proposals for edit in each.edits))
    new = readers.read_text(source, document.format, document.path)
    return new if _is_as_meant(document, new, proposals) else None


def edited(source: str, edits: Iterable[Edit], start: int = 0) -> str:
    """A stretch of a file with edits made.

    Args:
        source: the stretch.
        edits: in any order; all of them inside it.
        start: where it starts in the file.
    """
    for edit in sorted(edits, key=lambda each: each.location.start, reverse=True):
        first, last = edit.location.start - start, edit.location.end - start
        source = source[:first] + edit.replacement + source[last:]
    return source


def _is_as_meant(old: Document, new: Document, proposals: Sequence[Proposal]) -> bool:
    """Whether a text has the blocks it had, with the words they should have now."""
    blocks = iter(new.blocks)
    for block in old.blocks:
        inside = [each for each in proposals if block.span.contains(each.span)]
        # What goes on after a list starts without the space that stood before it.
        lines = [line.lstrip(" ") for line in _expected(old, block, inside).split("\n")]
        free = any(OWN_WORDS in each.kinds for each in inside)
        for number, line in enumerate(lines):
            found = next(blocks, None)
            if found is None or not (free or new.text_of(found) == line):
                return False
            alike = (found.kind, found.level) == (block.kind, block.level)
            goes_on = number == len(lines) - 1 and any(e.after.endswith("\n") for e in inside)
            if found.quoted != block.quoted or not (alike or (number and not goes_on)):
                return False
    if next(blocks, None) is not None or len(old.directives) != len(new.directives):
        return False
    return any(OWN_WORDS in each.kinds for each in proposals) or _marks(old) == _marks(new)


def _marks(document: Document) -> Counter[tuple[str, str]]:
    """The markup there is: what kind, and what it leads to."""
    return Counter((mark.kind.value, mark.target) for b in document.blocks for mark in b.marks)


def _expected(document: Document, block: Block, proposals: Iterable[Proposal]) -> str:
    """The prose that a block should have with proposals made."""
    prose = document.prose
    parts = []
    position = block.span.start
    for proposal in sorted(proposals, key=lambda each: each.span.start):
        parts += [prose[position : proposal.span.start], proposal.after]
        position = proposal.span.end
    return "".join((*parts, prose[position : block.span.end]))
