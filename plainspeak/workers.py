"""Checks many files in several processes at once, and gives the reports in the order of the files.

Each worker gets a few files at a time: enough for the language model to work in batches, and few
enough that no worker is left with much to do when the others are done.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import groupby
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from plainspeak import readers
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.memory import Memory
from plainspeak.model import FileReport

__all__ = ["check_all", "jobs_for"]

_WORTH = 200_000
"""Bytes of text that it takes a worker as long to check as to start, where it starts slowly."""
_CHUNK_BYTES = 50_000
_CHUNK_FILES = 32
_SAMPLE = "We utilise it. The work is being done by them."
_AHEAD = 100
"""Files for each worker that may be looked at before the report of an earlier one is there."""


@contextmanager
def check_all(
    work: Sequence[tuple[Checker, str]], jobs: int | None = None
) -> Iterator[Iterator[FileReport]]:
    """Check files, several at once.

    Start it before any thread: then the workers can share the language model of this process.

    Args:
        work: the files, each with its checker. Those with the same checker stand together. What
            counts of a checker is its settings.
        jobs: how many processes, from 1; as many as pay if left out. With 1, no other is started.

    Yields:
        The reports, one for each file, in order, each as soon as it is ready, as
        `Checker.check_files` gives them. A file that brings down its worker has an error or a bug
        there. When the block ends, however it ends, so do the workers.

    Raises:
        Exception: as the iterator goes on, whatever broke in a worker, as it would break here.
    """
    sizes = [_size(path) for _, path in work]
    jobs = jobs or jobs_for(sum(sizes))
    chunks = deque(_chunks(work, sizes, min(_CHUNK_BYTES, sum(sizes) // (2 * jobs))))
    jobs = min(jobs, len(chunks))
    if jobs <= 1:
        yield _in_this_process(work)
        return
    checkers = list({id(checker): checker for checker, _ in work}.values())
    if _can_share(checkers):
        _warm_up(checkers[0])
    crew = _Crew(checkers)
    try:
        with suppress(OSError):  # no more processes than the system allows
            for _ in range(jobs):
                crew.hire()
        yield crew.reports(chunks) if crew.at_work else _in_this_process(work)
    finally:
        crew.stop()


def jobs_for(size: int) -> int:
    """How many processes pay for so many bytes: no more than there are cores for this one."""
    return max(1, min(_cores(), size // _WORTH))


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(path: str) -> int:
    """Bytes of a file, and one for the bother."""
    try:
        return Path(path).stat().st_size + 1
    except (OSError, ValueError):  # whoever reads it will say why
        return 1


def _in_this_process(work: Iterable[tuple[Checker, str]]) -> Iterator[FileReport]:
    for _, same in groupby(work, key=_checker_id):
        files = list(same)
        yield from files[0][0].check_files(path for _, path in files)


def _checker_id(file: tuple[Checker, str]) -> int:
    return id(file[0])


@dataclass(frozen=True)
class _Chunk:
    """Files for one worker, all with the same settings."""

    checker: int
    """The place of the checker among all of them."""
    first: int
    """The place of the first file among all of them."""
    paths: tuple[str, ...]

    def one_by_one(self, done: int) -> list[_Chunk]:
        """What is left after some files, each by itself."""
        return [
            _Chunk(self.checker, self.first + number, (path,))
            for number, path in enumerate(self.paths)
            if number >= done
        ]


def _chunks(
    work: Sequence[tuple[Checker, str]], sizes: Sequence[int], enough: int
) -> Iterator[_Chunk]:
    """The files in chunks, each closed when it has enough bytes."""
    first = 0
    files = zip(work, sizes, strict=True)
    for number, (_, same) in enumerate(groupby(files, key=lambda each: _checker_id(each[0]))):
        paths: list[str] = []
        bytes_ = 0
        for (_, path), size in same:
            paths.append(path)
            bytes_ += size
            if bytes_ >= enough or len(paths) == _CHUNK_FILES:
                yield _Chunk(number, first, tuple(paths))
                first += len(paths)
                paths, bytes_ = [], 0
        if paths:
            yield _Chunk(number, first, tuple(paths))
            first += len(paths)


class _Broken:
    """What broke in a worker, on its way to the process that raises it."""

    def __init__(self, error: Exception) -> None:
        self.trace = "".join(traceback.format_exception(error))
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            error = RuntimeError(f"{type(error).__name__}: {error}")
        self.error = error

    def as_error(self) -> Exception:
        """The error, with where it broke as its cause."""
        self.error.__cause__ = RuntimeError(f"in a worker:\n\n{self.trace}")
        return self.error


class _Crew:
    """The workers, and who has which files."""

    def __init__(self, checkers: Sequence[Checker]) -> None:
        self._checkers = checkers
        self._workers: list[_Worker] = []

    @property
    def at_work(self) -> bool:
        """Whether there is any worker."""
        return bool(self._workers)

    def hire(self) -> None:
        """Start one more worker.

        Raises:
            OSError: the system allows no more processes.
        """
        with _interrupts_held():
            self._workers.append(_Worker(self._checkers))

    def stop(self) -> None:
        """End all workers at once, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()

    def reports(self, chunks: deque[_Chunk]) -> Iterator[FileReport]:
        """The reports in order. A worker that ends before its time is replaced."""
        done: dict[int, FileReport | _Broken] = {}
        ahead = _AHEAD * len(self._workers)
        place = 0
        while True:
            while place in done:
                report = done.pop(place)
                if isinstance(report, _Broken):
                    raise report.as_error()
                yield report
                place += 1
            for worker in self._workers:
                if not worker.busy and chunks and chunks[0].first < place + ahead:
                    worker.give(chunks.popleft())
            busy = {worker.connection: worker for worker in self._workers if worker.busy}
            if not busy:
                return
            for connection in wait(list(busy)):
                worker = busy[connection]
                try:
                    done.update([worker.take()])
                except (EOFError, OSError):
                    chunks.extendleft(reversed(self._bury(worker, done)))

    def _bury(self, worker: _Worker, done: dict[int, FileReport | _Broken]) -> list[_Chunk]:
        """Replace a worker that has ended; returns the files to check again, each by itself.

        A file that was by itself already is what the worker ended at.
        """
        self._workers.remove(worker)
        worker.process.join()
        worker.connection.close()
        self.hire()
        if len(worker.chunk.paths) > 1:
            return worker.chunk.one_by_one(worker.done)
        done[worker.chunk.first] = _ended_at(worker.chunk.paths[0], worker.process.exitcode)
        return []


def _ended_at(path: str, code: int | None) -> FileReport:
    """The report of a file that brought down its worker."""
    if code == -9:  # SIGKILL, which is what a system short of memory sends
        said = (
            f"{path}: the process that checked this file was stopped. Perhaps there was not "
            "enough memory for it. Split the file, or use a smaller number for --jobs."
        )
        return FileReport(path, errors=(said,))
    return FileReport(path, bugs=(f"the process that checked this file ended (code {code})",))


class _Worker:
    """A process that checks files, as seen from outside."""

    def __init__(self, checkers: Sequence[Checker]) -> None:
        shared = _can_share(checkers)
        context: Any = multiprocessing.get_context("fork" if shared else "spawn")
        self.connection, theirs = context.Pipe()
        ready = checkers if shared else [(each.settings, each.memory) for each in checkers]
        self.process = context.Process(target=_serve, args=(theirs, ready), daemon=True)
        self.process.start()
        theirs.close()
        self.chunk = _Chunk(0, 0, ())
        self.done = 0

    @property
    def busy(self) -> bool:
        """Whether it has files to check."""
        return self.done < len(self.chunk.paths)

    def give(self, chunk: _Chunk) -> None:
        """Have files checked."""
        self.chunk, self.done = chunk, 0
        with suppress(OSError):  # that it has ended shows when its answer is taken
            self.connection.send((chunk.checker, chunk.paths))

    def take(self) -> tuple[int, FileReport | _Broken]:
        """The next report, with the place of its file among all.

        Raises:
            EOFError, OSError: the worker has ended.
        """
        report = self.connection.recv()
        place = self.chunk.first + self.done
        self.done = len(self.chunk.paths) if isinstance(report, _Broken) else self.done + 1
        return place, report


def _can_share(checkers: Iterable[Checker]) -> bool:
    """Whether workers can start as copies of this process, with all that is loaded.

    A copy of a process with threads can hang, and so can some libraries of other people's models.
    """
    return (
        sys.platform == "linux"
        and threading.active_count() == 1
        and all(checker.settings.model is None for checker in checkers)
    )


def _warm_up(checker: Checker) -> None:
    """Load what is only loaded with a first text: once and shared, not once in each worker."""
    list(checker.check_documents([readers.read_text(_SAMPLE, "text")]))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C waiting. A worker that starts meanwhile never gets it: this process stops it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    connection: Connection, checkers: Sequence[Checker | tuple[Settings, Memory | None]]
) -> None:
    """What a worker does until it is stopped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what is not touched stays shared
    made = dict(enumerate(checkers))
    while True:
        number, paths = connection.recv()
        try:
            checker = made[number]
            if isinstance(checker, tuple):
                settings, memory = checker
                checker = made[number] = Checker(settings, memory=memory)
            for report in checker.check_files(paths):
                connection.send(report)
        except Exception as error:
            connection.send(_Broken(error))


def _end_with_parent() -> None:
    """Without the process that started it, a worker is of no use, even in the middle of a file."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
    os._exit(1)
