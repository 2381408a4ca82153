"""Runs one command and sees what it costs: seconds, processor seconds, memory."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "peak_memory", "run"]

LIMIT = 1800
"""Seconds after which a command is stopped and counts as broken."""
LOOK_EVERY = 0.1
"""Seconds between two looks at the memory; a shorter peak may be missed."""
PROC = Path("/proc")


@dataclass(frozen=True)
class Run:
    """One run of a command, with all the processes that it started and waited for."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor time, in the program and in the system for it."""
    code: int
    """The exit code; below 0 if it was killed."""
    out: str
    err: str


def run(command: Sequence[str], folder: Path, extra: Mapping[str, str] | None = None) -> Run:
    """Run a command in a folder, its output kept in files so that no pipe slows it down.

    Raises:
        OSError: it does not start.
        subprocess.TimeoutExpired: it took longer than `LIMIT`.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(extra or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        # To wait with a limit looks only every 50 ms, which is as long as what is measured.
        limit = threading.Timer(LIMIT, process.kill)
        limit.start()
        try:
            code = process.wait()
        finally:
            limit.cancel()
        wall = time.perf_counter() - start
        if wall >= LIMIT:
            raise subprocess.TimeoutExpired(command, LIMIT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
    return Run(wall, cpu, code, *texts)


def peak_memory(
    command: Sequence[str], folder: Path, extra: Mapping[str, str] | None = None
) -> int | None:
    """The most bytes that a command and all processes under it hold at one time.

    Memory that several processes share is counted once (Linux's “proportional set size”).
    `None` where the system does not tell.
    """
    if not (PROC / "self" / "smaps_rollup").is_file():
        return None
    peak = 0
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(extra or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_held, _tree(process.pid))))
            time.sleep(LOOK_EVERY)
    return peak


def _tree(root: int) -> set[int]:
    """A process and all that it started."""
    parents = {}
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            # The name of the program stands in brackets and may hold anything.
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):  # it ended in the meantime
            continue
    tree = {root}
    while more := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return tree


def _held(pid: int) -> int:
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:  # it ended in the meantime
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
