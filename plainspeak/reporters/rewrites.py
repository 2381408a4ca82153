"""What a fix changed, told to people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from plainspeak.model import FileReport, Proposal, Safety
from plainspeak.reporters import shown
from plainspeak.reporters.text import clean, count_of, render, wrapped

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["to_read", "told"]

Done = tuple[str, Sequence[Proposal], FileReport, bool]
"""A file's name, what was done in it, what is left, and whether it settled."""


def told(files: Iterable[Done], *, colour: bool = False, width: int | None = None) -> str:
    """Each sentence before and after, file by file, and then what is left to do."""
    files = list(files)
    lines: list[Text] = []
    for path, applied, _, settled in files:
        if applied:
            lines += [_text(clean(path), "bold underline")]
            for proposal in applied:
                lines += _sentence(proposal, width)
            lines.append(_text())
        if not settled:
            said = f"{clean(path)}: some sentences did not settle. Read them before you go on."
            lines += wrapped(_text(), _text(said, "yellow"), width)
    for line in _summary(files):
        lines += wrapped(_text(), _text(line), width)
    return render(lines, colour=colour)


def _text(words: str = "", style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style=style)


def _sentence(proposal: Proposal, width: int | None) -> list[Text]:
    place = f"{proposal.location.line:>5}  "
    rules = ", ".join(dict.fromkeys(proposal.rules))
    after = _text(clean(shown(proposal.after)), "green").append(f" [{rules}]", "dim")
    return [
        *wrapped(_text(place), _text(clean(shown(proposal.before))), width),
        *wrapped(_text(f"{'→':>5}  "), after, width),
    ]


def _summary(files: Sequence[Done]) -> list[str]:
    changed = sum(len(applied) for _, applied, _, _ in files)
    if changed:
        hit = sum(1 for _, applied, _, _ in files if applied)
        lines = [f"{count_of(changed, 'sentence')} changed in {count_of(hit, 'file')}."]
    else:
        lines = [f"Nothing to change in {count_of(len(files), 'file')}."] if files else []
    return [*lines, *filter(None, [to_read(left for _, _, left, _ in files)])]


def to_read(left: Iterable[FileReport]) -> str:
    """How many sentences could be changed, but should be read first; empty if there are none."""
    unsafe = sum(
        len({f.fix.before for f in file.findings if f.fix and f.fix.safety is Safety.UNSAFE})
        for file in left
    )
    if not unsafe:
        return ""
    return (
        f"{count_of(unsafe, 'more sentence')} could change, but read them first: see them with "
        "--diff --unsafe-fixes, or decide one by one with --interactive."
    )
