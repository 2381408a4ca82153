"""The report for people: findings grouped by file, then a summary.

The layout is the same with and without colour. Without a width each finding stays on one line, so
that other programs can search the lines.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from plainspeak.model import FileReport, Finding, Report, Severity
from plainspeak.reporters import place_of, severity_of, shown

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["NAME", "clean", "count_of", "render", "report", "wrapped"]

NAME = "text"

MAX_WORDS = 60
"""Code points of the words a finding is about; longer ones lose their middle."""

NARROWEST = 30
"""Columns that a message keeps on a narrow terminal."""

STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.SUGGESTION: "cyan",
}

SEVERITY_WIDTH = max(len(severity.value) for severity in Severity)

HARDEST = 3
"""How many files the summary names as the hardest to read."""


def report(
    report: Report,
    *,
    colour: bool = False,
    width: int | None = None,
    quiet: bool = False,
    statistics: bool = False,
) -> str:
    """The report as text that ends in a line feed; nothing if there is nothing to say."""
    parts: list[list[Text]] = [
        _file(file, width) for file in report.files if file.findings or file.errors or file.bugs
    ]
    if statistics and report.findings:
        parts += _statistics(report)
    if not quiet:
        parts.append(_summary(report, width))
    lines: list[Text] = []
    for part in parts:
        lines += [*([_text()] if lines else []), *part]
    return render(lines, colour=colour)


def render(lines: Iterable[Text], *, colour: bool) -> str:
    """Lines as a string, with or without terminal colours, not wrapped any further."""
    if not colour:
        return "".join(f"{line.plain}\n" for line in lines)
    from rich.console import Console

    out = io.StringIO()
    # The terminal is for the command line to judge, so no look at the environment.
    console = Console(
        file=out,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for line in lines:
        console.print(line, soft_wrap=True)
    return out.getvalue()


UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""Control codes, halves of characters, and characters that turn the direction of what follows."""


def clean(words: str) -> str:
    """Words from a file made fit for a terminal: one line, and no codes that could steer it."""
    return UNFIT.sub("\ufffd", " ".join(words.split()))


def count_of(number: int, thing: str) -> str:
    """`1 warning`, `1,200 warnings`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _text(words: str = "", style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style=style)


def _file(file: FileReport, width: int | None) -> list[Text]:
    lines = [_text(clean(file.path), "bold underline")]
    for error in (*file.errors, *file.bugs):
        head = (
            _text("  ").append(f"{'error':<{SEVERITY_WIDTH}}", STYLES[Severity.ERROR]).append("  ")
        )
        said = clean(error).removeprefix(f"{clean(file.path)}: ")
        lines += wrapped(head, _text(said), width)
    places = [f"{place_of(each).line}:{place_of(each).column}" for each in file.findings]
    longest = max(map(len, places), default=0)
    rewritten = _rewritten(file)
    for place, finding in zip(places, file.findings, strict=True):
        severity = severity_of(finding)
        head = _text(f"  {place:>{longest}}  ")
        head.append(f"{severity.value:<{SEVERITY_WIDTH}}", STYLES[severity]).append("  ")
        indent = _text(" " * head.cell_len)
        lines += wrapped(head, _said(finding), width)
        if finding in rewritten:
            lines += wrapped(indent, _text(f"→ {rewritten[finding]}", "green"), width)
    return lines


def _rewritten(file: FileReport) -> dict[Finding, str]:
    """The last finding of each sentence that is written anew, with the new sentence.

    Where all that changes is words which the findings offer already, there is nothing to add.
    """
    found = {}
    for proposal in file.proposals:
        fixed = [
            finding
            for finding in file.findings
            if finding.fix
            and proposal.location.start <= place_of(finding).start
            and place_of(finding).end <= proposal.location.end
        ]
        said = " ".join(each for f in fixed for each in (f.message, *f.suggestions))
        if fixed and not all(edit.replacement.lstrip(".!? ") in said for edit in proposal.edits):
            found[fixed[-1]] = clean(shown(proposal.after))
    return found


def _said(finding: Finding) -> Text:
    said = _text()
    if finding.text:  # a finding about the whole document has no words of its own
        said.append(f"“{_clipped(clean(finding.text))}”", "bold").append(": ")
    said.append(clean(finding.message))
    new = [words for words in finding.suggestions if f"“{words}”" not in finding.message]
    if new:
        said.append(f" Or write {' or '.join(f'“{clean(words)}”' for words in new)}.")
    return said.append(f" [{finding.rule}]", "dim")


def _clipped(words: str) -> str:
    """The words, or their beginning and end."""
    if len(words) <= MAX_WORDS:
        return words
    start = words[: MAX_WORDS * 2 // 3].rsplit(" ", 1)[0]
    end = words[-(MAX_WORDS // 3) :].split(" ", 1)[-1]
    return f"{start} … {end}"


def wrapped(head: Text, body: Text, width: int | None) -> list[Text]:
    """`head` and then `body`, whose further lines start under its first.

    Args:
        head: what stands before the first line.
        body: the words.
        width: columns to wrap at; `None` never wraps.
    """
    if width is None:
        return [head.append_text(body)]
    from rich.console import Console

    indent = head.cell_len
    rows = body.wrap(Console(width=width), max(width - indent, NARROWEST))
    first, *rest = rows or [_text()]
    first.rstrip()
    lines = [head.append_text(first)]
    for row in rest:
        row.rstrip()
        lines.append(_text(" " * indent).append_text(row))
    return lines


def _statistics(report: Report) -> list[list[Text]]:
    rules = Counter(finding.rule for finding in report.findings)
    terms = Counter(finding.term for finding in report.findings if finding.term)
    return [
        _counts(title, counts)
        for title, counts in (("By rule", rules), ("By term", terms))
        if counts
    ]


def _counts(title: str, counts: Mapping[str, int]) -> list[Text]:
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    longest = len(f"{rows[0][1]:,}")
    return [
        _text(title, "bold"),
        *(_text(f"  {count:>{longest},}  {clean(name)}") for name, count in rows),
    ]


def _summary(report: Report, width: int | None) -> list[Text]:
    lines = [_totals(report)]
    readable = [file for file in report.files if file.readability is not None]
    if len(report.files) == 1 and readable:
        lines.append(_reading_age(report.files[0]))
    elif len(readable) > 1:
        lines.append(_hardest(readable))
    if report.findings:
        rule = Counter(finding.rule for finding in report.findings).most_common(1)[0][0]
        lines.append(f"To see why, and what to do: plainspeak explain {rule}")
    empty = _text()
    return [row for line in lines if line for row in wrapped(empty.copy(), _text(line), width)]


def _totals(report: Report) -> str:
    counts = [
        count_of(report.count(severity), severity.value)
        for severity in Severity
        if report.count(severity)
    ]
    files = count_of(len(report.files), "file")
    unread = sum(1 for file in report.files if _unread(file))
    read = len(report.files) - unread
    said = []
    if counts:
        joined = " and ".join(part for part in (", ".join(counts[:-1]), counts[-1]) if part)
        hit = sum(1 for file in report.files if file.findings)
        said.append(f"{joined} in {files if hit == len(report.files) else f'{hit:,} of {files}'}.")
    elif read:
        nothing = "Nothing else" if len(report.errors) + len(report.bugs) > unread else "Nothing"
        said.append(f"{nothing} found in {count_of(read, 'file')}.")
    if report.errors or report.bugs:
        said.append(_troubles(report, unread))
    return " ".join(said)


def _unread(file: FileReport) -> bool:
    return bool(file.errors) and file.readability is None


def _troubles(report: Report, unread: int) -> str:
    """What kept the check from being whole, which is what the exit code tells of."""
    mistakes = sum(len(file.errors) for file in report.files if not _unread(file))
    said = []
    if unread:
        said.append(f"{count_of(unread, 'file')} could not be read")
    if mistakes:
        said.append(f"plainspeak comments have {count_of(mistakes, 'mistake')}")
    if report.bugs:
        said.append(f"{count_of(len(report.bugs), 'part')} of plainspeak broke")
    joined = " and ".join(part for part in (", ".join(said[:-1]), said[-1]) if part)
    return f"{joined[:1].upper()}{joined[1:]}, so the exit code is {3 if report.bugs else 2}."


def _age(file: FileReport) -> Mapping[str, object] | None:
    age = (file.readability or {}).get("reading_age")
    return age if isinstance(age, Mapping) else None


def _reading_age(file: FileReport) -> str:
    age = _age(file)
    scores = file.readability or {}
    counts = scores.get("counts")
    if age is None or not isinstance(counts, Mapping):
        return "No reading age: there are no full sentences to score."
    share = scores.get("share_of_words")
    part = f", {share:.0%} of the words" if isinstance(share, float | int) else ""
    counted = f"{count_of(int(counts['sentences']), 'sentence')}{part}"
    short = "" if scores.get("reliable") else " The text is too short to trust this."
    return (
        f"Reading age {age['text']} ({counted}). "
        f"Use it to set priorities; it proves nothing.{short}"
    )


def _hardest(files: Iterable[FileReport]) -> str:
    graded = [
        (float(str(age["grade"])), file.path, str(age["text"]))
        for file in files
        if (age := _age(file)) is not None and (file.readability or {}).get("reliable")
    ]
    worst = sorted(graded, key=lambda row: (-row[0], row[1]))[:HARDEST]
    if not worst:
        return ""
    named = "; ".join(f"{clean(path)} (reading age {age})" for _, path, age in worst)
    return f"Hardest to read: {named}."
