"""Measures everything and puts the figures together."""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from subprocess import TimeoutExpired
from typing import Any

from benchmarks.speed import machine, ours, peers
from benchmarks.speed.measuring import Run, peak_memory, run
from benchmarks.speed.ours import EXTRA, ROOT, Case
from benchmarks.speed.texts import Texts

__all__ = ["all_figures"]

REFERENCES = {
    "start": "model",
    "large": "large",
    "sample": "sample-all-1",
    "whole": "whole-all-1",
}
"""The groups of cases that take turns, and the case of each that the others are compared with."""


def all_figures(
    texts: Texts, peers_folder: Path | None, rounds: Mapping[str, int], *, again: bool = False
) -> dict[str, Any]:
    """Measure everything.

    Args:
        texts: what to check.
        peers_folder: where to look for other tools, besides `PATH`.
        rounds: how often to measure each group of `REFERENCES`; 0 leaves it out.
        again: measure the groups alone, without words, memory and longer documents.

    Raises:
        SystemExit: plainspeak, or Python itself, did not run.
    """
    known = ours.options()
    about = machine.describe()
    baselines = list(ours.baselines(texts))
    found_peers, absent = peers.find(peers_folder, texts.sample)
    others = {case.name for case in (*baselines, *found_peers)}
    groups = {
        "start": [*baselines, *ours.small(texts, known)],
        "large": list(ours.edits(texts, known)),
        "sample": [*ours.folders(texts.sample, known, "sample-"), *found_peers],
        "whole": list(ours.folders(texts.folder, known, "whole-")),
    }
    cases: dict[str, Any] = {}
    broken: dict[str, dict[str, str]] = {}
    for group, some in groups.items():
        if not rounds[group]:
            continue
        _say(f"{group}:")
        runs, broken[group] = _take_turns(some, rounds[group])
        for case in some:
            if case.title in broken[group] and case not in found_peers:
                raise SystemExit(f"{case.title}: {broken[group][case.title]}")
        cases |= _summary(group, some, runs, others)
    loads = {group: about["load"] for group in groups if rounds[group]}
    if again:
        return {"cases": cases, "broken": broken, "loads": loads}
    _say("words, memory and longer documents")
    return {
        "machine": about,
        "loads": loads,
        "texts": _sizes(texts, known),
        "cases": cases,
        "absent": absent,
        "broken": broken,
        "memory": peak_memory(ours.folder_check(known), texts.folder, EXTRA),
        "linear": [_linear(times, files) for times, files in texts.parts.items()],
    }


def _take_turns(cases: Sequence[Case], rounds: int) -> tuple[dict[str, list[Run]], dict[str, str]]:
    """Run every case once a round, one after the other.

    Returns:
        The runs of each case by its name, and for those that went wrong the reason by title.
    """
    runs: dict[str, list[Run]] = {case.name: [] for case in cases}
    broken: dict[str, str] = {}
    for number in range(rounds + 1):
        for case in cases:
            command = case.command if number else case.first
            if command is None or case.title in broken:
                continue
            if number and case.before:
                case.before(number)
            _say(f"  {number or 'first'}: {case.title}")
            try:
                made = run(command, case.folder, EXTRA)
            except (OSError, TimeoutExpired) as error:
                broken[case.title] = type(error).__name__
                continue
            if _went_wrong(made, case):
                broken[case.title] = _last_line(made)
            elif number:
                runs[case.name].append(made)
    return {name: made for name, made in runs.items() if len(made) == rounds}, broken


def _went_wrong(made: Run, case: Case) -> bool:
    if case.codes is not None:
        return made.code not in case.codes
    return made.code < 0 or "Error:" in made.err


def _last_line(made: Run) -> str:
    lines = (made.err or made.out).strip().splitlines()
    return f"exit code {made.code}" + (f": {lines[-1][:100]}" if lines else "")


def _summary(
    group: str, cases: Iterable[Case], runs: Mapping[str, Sequence[Run]], others: set[str]
) -> dict[str, Any]:
    """Medians, and processor time against the group's reference, round by round."""
    reference = runs[REFERENCES[group]]
    return {
        case.name: {
            "title": case.title,
            "group": group,
            "ours": case.name not in others,
            "wall": statistics.median(each.wall for each in runs[case.name]),
            "cpu": statistics.median(each.cpu for each in runs[case.name]),
            "ratio": statistics.median(
                each.cpu / other.cpu for each, other in zip(runs[case.name], reference, strict=True)
            ),
            "walls": [round(each.wall, 4) for each in runs[case.name]],
            "cpus": [round(each.cpu, 4) for each in runs[case.name]],
        }
        for case in cases
        if case.name in runs
    }


def _sizes(texts: Texts, known: set[str]) -> dict[str, dict[str, int]]:
    """How many files and words plainspeak reads in each set of texts."""
    sets = {"whole": texts.folder, "sample": texts.sample, "large": texts.large.parent}
    said = json.loads(run(ours.count(known, sets.values()), ROOT, EXTRA).out)["files"]
    return {name: _size(said, folder) for name, folder in sets.items()}


def _size(files: Sequence[dict[str, Any]], folder: Path) -> dict[str, int]:
    words = [
        each["readability"]["total_words"]
        for each in files
        if each["readability"] and Path(each["path"]).parent == folder
    ]
    return {"files": len(words), "words": sum(words)}


def _linear(times: int, files: Sequence[Path]) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.speed.linear", *map(str, files)]
    return {"times": times, "files": len(files), **json.loads(run(command, ROOT, EXTRA).out)}


def _say(words: str) -> None:
    print(words, file=sys.stderr)
