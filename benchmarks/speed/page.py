"""The figures as tables and a chart, for docs/performance.md and for the terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.speed.chart import Bar, Panel, draw

__all__ = ["FIGURES", "PAGE", "chart", "page", "tables"]

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
FIGURES = Path(__file__).with_name("figures.json")
PLACE = re.compile(r"(?<=<!-- figures -->\n\n).*?(?=\n<!-- end of figures -->)", re.DOTALL)
GROUPS = {
    "start": ("Small checks", "Python, spaCy and the language model"),
    "large": ("One large document", "nothing kept"),
    "sample": ("A folder, beside other tools", "plainspeak, all rules, one process"),
    "whole": ("All documents", "all rules, one process"),
}
"""The heading of each table, and what its last column compares with."""
FOLDERS = ("sample", "whole")
"""The tables that tell words a second; elsewhere start-up is most of the time."""
BUSY = 0.7
"""From this load on, other work may have slowed down what was measured."""
ALIKE = 1.25
"""The most that a thousand words may cost in a long text, against a short one, to count as even."""


def tables(found: dict[str, Any]) -> str:
    """All figures in Markdown."""
    parts = [_machine(found)]
    for group in GROUPS:
        parts += _cases(found, group)
    return "\n".join([*parts, *_linear(found), *_memory(found), *_targets(found)])


def page(found: dict[str, Any], text: str) -> str:
    """The page with the figures in their place.

    Raises:
        ValueError: the page has no place for them.
    """
    new, count = PLACE.subn(lambda _: tables(found), text)
    if count != 1:
        raise ValueError("The page has no “<!-- figures -->” and “<!-- end of figures -->”.")
    return new


def chart(found: dict[str, Any]) -> str:
    """The waiting times as bars."""
    panels = []
    for group in ("start", "sample"):
        bars = [
            Bar(case["title"], case["wall"], seconds(case["wall"]), case["ours"])
            for case in found["cases"].values()
            if case["group"] == group
        ]
        words = f", {found['texts']['sample']['words']:,} words" if group == "sample" else ""
        panels.append(Panel(f"{GROUPS[group][0]}{words}: the wait", bars))
    return draw("How long checks take, as bars; the page has the same figures in tables", panels)


def seconds(value: float) -> str:
    """A time as people read it."""
    if value < 1:
        return f"{value * 1000:.0f} ms"
    return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def _machine(found: dict[str, Any]) -> str:
    machine, texts = found["machine"], found["texts"]
    said = (
        f"The machine: {machine['processor']}, {machine['cores']} cores, {machine['system']}, "
        f"Python {machine['python']}, plainspeak {machine['plainspeak']}, spaCy {machine['spacy']}."
    )
    if any(load >= BUSY for load in found["loads"].values()):
        said += (
            " Where other work ran on it at the same time, the table says so. Waits are longer "
            "then, and processor times are a little longer too."
        )
    counted = (
        f"The texts: {texts['whole']['files']} documents with {texts['whole']['words']:,} words. "
        f"For the comparison, {texts['sample']['files']} Markdown files of them with "
        f"{texts['sample']['words']:,} words. The large document has "
        f"{texts['large']['words']:,} words."
    )
    return f"{said}\n\n{counted}\n"


def _cases(found: dict[str, Any], group: str) -> Iterator[str]:
    cases = [case for case in found["cases"].values() if case["group"] == group]
    if not cases:
        return
    title, reference = GROUPS[group]
    words = found["texts"][group]["words"] if group in FOLDERS else None
    rows = ["What", "Wait", "Processor", *(["Words a second"] if words else []), "Ratio"]
    yield f"### {title}\n"
    yield _row(rows)
    yield _row(["---"] * len(rows))
    for case in cases:
        speed = [f"{words / case['wall']:,.0f}"] if words else []
        ratio = f"{case['ratio']:.2f}"
        yield _row([case["title"], seconds(case["wall"]), seconds(case["cpu"]), *speed, ratio])
    rounds = len(cases[0]["walls"])
    often = f"Medians of {rounds} rounds" if rounds > 1 else "One round"
    load = found["loads"][group]
    beside = f" Other work ran beside it (load {load})." if load >= BUSY else ""
    yield f"\n{often}. “Ratio” is processor time against “{reference}”.{beside}\n"
    if group == "sample" and found["absent"]:
        yield f"Not here to measure: {', '.join(found['absent'])}.\n"
    for title, why in found["broken"].get(group, {}).items():
        yield f"Did not work: {title} ({why}).\n"


def _linear(found: dict[str, Any]) -> Iterator[str]:
    rows = found["linear"]
    yield "### Longer documents\n"
    yield _row(["Length of a document", "Documents", "Words in all", "Processor for 1,000 words"])
    yield _row(["---"] * 4)
    for row in rows:
        each = seconds(row["cpu"] / row["words"] * 1000)
        yield _row([f"{row['times']}×", str(row["files"]), f"{row['words']:,}", each])
    yield "\nThe same text each time, in shorter and in longer documents, without start-up.\n"


def _memory(found: dict[str, Any]) -> Iterator[str]:
    if found["memory"] is not None:
        yield "### Memory\n"
        yield (
            f"All documents, all rules: at most {_megabytes(found['memory'])} at one time, in "
            f"all processes together.\n"
        )


def _targets(found: dict[str, Any]) -> Iterator[str]:
    yield "### Targets\n"
    yield _row(["What", "Target", "Measured", "Met"])
    yield _row(["---"] * 4)
    yield from map(_row, _aims(found))


def _aims(found: dict[str, Any]) -> Iterator[list[str]]:
    walls = {name: case["wall"] for name, case in found["cases"].items()}
    speeds = {name: found["texts"]["whole"]["words"] / wall for name, wall in walls.items()}
    all_rules = speeds.get("whole-all", speeds.get("whole-all-1"))
    cold = found["cases"]["cold"]["ratio"]
    first, *_, last = (row["cpu"] / row["words"] for row in found["linear"])
    start = "One small file, against spaCy and the model alone"
    longer = "1,000 words in a document 16 times as long"
    yield _aim("One file, not changed", "at most", 0.06, walls.get("cached"), seconds)
    yield _aim("500 files, not changed", "at most", 0.12, walls.get("cached-many"), seconds)
    yield _aim(start, "at most", 1.25, cold, _times)
    yield _aim("All documents, all rules", "at least", 35_000, all_rules, _speed)
    only = "All documents, only the rule jargon"
    yield _aim(only, "at least", 100_000, speeds.get("whole-jargon"), _speed)
    yield _aim("Memory", "at most", 700e6, found["memory"], _megabytes)
    yield _aim(longer, "at most", ALIKE, last / first, _times)


def _aim(
    what: str, side: str, limit: float, value: float | None, shown: Callable[[float], str]
) -> list[str]:
    target = f"{side} {shown(limit)}"
    if value is None:
        return [what, target, "–", "not measured"]
    met = value <= limit if side == "at most" else value >= limit
    return [what, target, shown(value), "yes" if met else "no"]


def _times(value: float) -> str:
    return f"{value:.2f} times"


def _speed(value: float) -> str:
    return f"{value:,.0f} words a second"


def _megabytes(value: float) -> str:
    return f"{value / 1e6:,.0f} MB"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
