"""The things plainspeak talks about. Standard library only.

Offsets are code points. Inside plainspeak they count from the start of a document's *prose*
(`Span`); outside they are lines and columns of the *file*, both starting at 1 (`Location`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plainspeak.sourcemap import SourceMap

__all__ = [
    "PLACEHOLDER",
    "Block",
    "BlockKind",
    "Directive",
    "Document",
    "Edit",
    "FileReport",
    "Finding",
    "Fix",
    "Location",
    "Mark",
    "MarkKind",
    "Note",
    "Proposal",
    "Report",
    "Safety",
    "Section",
    "Severity",
    "Span",
    "Spans",
]

PLACEHOLDER = "\ufffc"
"""Stands in the prose for what is in a sentence but is not prose: inline code, a web address."""


class Severity(str, Enum):
    """How much a finding matters: `error` > `warning` > `suggestion`."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """Suggestion 1, warning 2, error 3."""
        return {"suggestion": 1, "warning": 2, "error": 3}[self.value]


class BlockKind(str, Enum):
    """What a block of prose is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    QUOTE = "quote"
    ALT_TEXT = "alt_text"
    FOOTNOTE = "footnote"
    TERM = "term"
    """The term of a definition list."""
    DEFINITION = "definition"
    """What a definition list says of its term."""


class MarkKind(str, Enum):
    """Markup over a stretch of prose."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True)
class Span:
    """A half-open stretch `[start, end)` of a document's prose, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether all of `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class Spans:
    """Many spans that are asked about often: an answer takes no longer where there are more."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Put spans in order; they come in any, and may overlap."""
        ordered = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in ordered]
        # How far the spans up to each one reach.
        self._reach = list(accumulate((span.end for span in ordered), max))

    def overlap(self, span: Span) -> bool:
        """Whether any of them shares at least one code point with a span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start

    def contain(self, span: Span) -> bool:
        """Whether all of a span lies inside one of them."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end


@dataclass(frozen=True)
class Location:
    """Where a finding is in the file.

    Lines and columns count code points from 1; the end is exclusive. `start` and `end` are
    code-point offsets into the text of the file, a byte order mark not counted.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


@dataclass(frozen=True)
class Mark:
    """Markup over a stretch of prose: a link, emphasis, an abbreviation."""

    kind: MarkKind
    span: Span
    target: str = ""
    """A link's target, or an abbreviation's full name; empty for the others."""


@dataclass(frozen=True)
class Block:
    """Prose that no sentence crosses: a heading, a paragraph, a list item, a table cell."""

    kind: BlockKind
    span: Span
    level: int = 0
    """Heading level 1 to 6; depth of a list item or quote, from 1; 0 for the others."""
    marks: tuple[Mark, ...] = ()
    """Markup inside the block, in order of start."""
    quoted: bool = False
    """Whether the block stands inside a block quote, whatever its own kind."""


@dataclass(frozen=True)
class Section:
    """A heading and the blocks under it, up to the next heading."""

    title: str
    """The heading's words; empty for what comes before the first heading."""
    blocks: tuple[Block, ...]
    """The heading itself (if any) and every block up to the next heading."""

    @property
    def span(self) -> Span:
        """From the first block's start to the last block's end."""
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end)


@dataclass(frozen=True)
class Directive:
    """A comment in the file that speaks to plainspeak: `off`, `on` or `ignore-next RULE ...`."""

    action: str
    """`off`, `on` or `ignore-next`; anything else is reported as a mistake in the file."""
    rules: tuple[str, ...]
    """The rules it names; empty means all."""
    start: int
    """Offset of the comment in the file's text, in code points."""
    end: int
    """Offset just past the comment."""


@dataclass(frozen=True)
class Document:
    """A document's prose, with a map from every prose offset back to the file."""

    path: str | None
    """The path as the user gave it; `None` for text that came from no file."""
    format: str
    """The name of the reader that made it: `markdown`, `text`."""
    source: str
    """The text of the file, without its byte order mark; line ends as they are."""
    prose: str
    """The prose alone: blocks one after the other, with a line feed between them."""
    blocks: tuple[Block, ...]
    """In order; spans never overlap."""
    sourcemap: SourceMap
    directives: tuple[Directive, ...] = ()

    def text_of(self, part: Block | Span) -> str:
        """The prose of a block or span."""
        span = part.span if isinstance(part, Block) else part
        return self.prose[span.start : span.end]

    def sections(self) -> tuple[Section, ...]:
        """The blocks grouped under their headings; what comes before the first has no title."""
        groups: list[tuple[str, list[Block]]] = []
        for block in self.blocks:
            if block.kind is BlockKind.HEADING:
                groups.append((self.text_of(block), [block]))
            elif groups:
                groups[-1][1].append(block)
            else:
                groups.append(("", [block]))
        return tuple(Section(title, tuple(blocks)) for title, blocks in groups)


class Safety(str, Enum):
    """How far a rewrite can be trusted."""

    SAFE = "safe"
    """An editor would accept it without reading on."""
    UNSAFE = "unsafe"
    """Look first."""


@dataclass(frozen=True)
class Edit:
    """Replace a stretch of a file by other text."""

    span: Span
    """The prose that goes; empty where something is only put in."""
    replacement: str
    """What to write in the file, markup included."""
    location: Location
    """Where `span` is in the file."""


@dataclass(frozen=True)
class Fix:
    """Edits that together mend one finding, past the guard."""

    edits: tuple[Edit, ...]
    """In order of place; they do not overlap."""
    safety: Safety
    kind: str
    """The kind of rewrite: the name of its file in `plainspeak/rewriting/kinds`."""
    before: str
    """The whole sentence as it is."""
    after: str
    """The sentence, or sentences, with only this finding mended."""
    doubts: tuple[str, ...] = ()
    """Why it is not safe, in a few words each."""


@dataclass(frozen=True)
class Proposal:
    """A sentence written anew: the rewrites of its findings put together."""

    span: Span
    """The sentence in the document's prose."""
    location: Location
    """The sentence in the file."""
    before: str
    after: str
    edits: tuple[Edit, ...]
    """In order of place; they do not overlap."""
    safety: Safety
    kinds: tuple[str, ...]
    """The kinds of rewrite in it, in order of place."""
    rules: tuple[str, ...]
    """The rules whose findings it mends, in order of place."""
    doubts: tuple[str, ...] = ()
    """Why it is not safe, in a few words each, where its kinds do not say it all."""


@dataclass(frozen=True)
class Finding:
    """Something a writer should look at.

    A rule gives `span` and `message` and what else it knows; the engine adds `rule`, `severity`
    (unless the rule set one), `text` and `location`.
    """

    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    """Words to write instead of `text`, best first; each fits in its place as it is."""
    fix: Fix | None = None
    """How to mend it; the engine adds it."""
    also: tuple[Span, ...] = ()
    """Further places with the same words and the same fault, which it stands for too."""
    term: str | None = None
    """The glossary term as its entry writes it, for findings that come from a glossary."""
    glossary: str | None = None
    """The name of the glossary the term is in."""
    severity: Severity | None = None
    rule: str = ""
    text: str = ""
    """The words the finding is about, as prose."""
    location: Location | None = None


@dataclass(frozen=True)
class Note:
    """What a rule keeps of a document, to compare it with the others of a check.

    A rule gives `span` and `data`; the engine adds the rest. Notes stay when the document is gone,
    and may be kept for the next check.
    """

    span: Span
    data: Any
    """Whatever the rule wants to compare, as plain data: little of it, in strings, numbers, `None`
    and tuples or lists of these. A tuple may come back as a list."""
    rule: str = ""
    path: str = ""
    """The document's path, as its report has it."""
    text: str = ""
    """The words at the span, as prose."""
    location: Location | None = None

    def finding(self, message: str, suggestions: tuple[str, ...] = (), **more: Any) -> Finding:
        """A finding about the words that the note was made of.

        Args:
            message: what to say of them.
            suggestions: words to write instead.
            **more: other fields of the finding.
        """
        return Finding(
            self.span, message, suggestions, text=self.text, location=self.location, **more
        )


@dataclass(frozen=True)
class FileReport:
    """What was found in one file."""

    path: str
    findings: tuple[Finding, ...] = ()
    """In order of their place in the file."""
    readability: Mapping[str, object] | None = None
    """The scores, as `readability.Scores.as_dict()` gives them; `None` if nothing was read,
    or if counting broke."""
    errors: tuple[str, ...] = ()
    """Why the file could not be read, or which of its comments to plainspeak make no sense."""
    bugs: tuple[str, ...] = ()
    """Rules that broke while they looked at the file. The other rules' findings are there."""
    words: int = 0
    """Words of prose that were checked."""
    proposals: tuple[Proposal, ...] = ()
    """The sentences that could be written anew, in order of place."""
    refused: Mapping[str, int] = field(default_factory=dict)
    """How many rewrites were not good enough to offer, by reason."""
    notes: tuple[Note, ...] = ()
    """What the rules keep of the file to compare it with others: see `Checker.compare`."""


@dataclass(frozen=True)
class Report:
    """What was found in all the files of one check."""

    files: tuple[FileReport, ...]
    warnings: tuple[str, ...] = field(default=())
    """What the user should know once: a language model without a parser, say."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, file after file."""
        return tuple(finding for file in self.files for finding in file.findings)

    @property
    def errors(self) -> tuple[str, ...]:
        """Every file's errors."""
        return tuple(error for file in self.files for error in file.errors)

    @property
    def bugs(self) -> tuple[str, ...]:
        """Every file's bugs."""
        return tuple(bug for file in self.files for bug in file.bugs)

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def worst(self) -> Severity | None:
        """The highest severity found; `None` if there are no findings."""
        severities = [finding.severity for finding in self.findings if finding.severity]
        return max(severities, key=lambda severity: severity.rank, default=None)
