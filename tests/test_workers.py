"""Workers as real processes, with checkers that need no language model."""

import multiprocessing
import os
import signal
import sys
import time
import traceback
from pathlib import Path

import pytest

from plainspeak import workers
from plainspeak.config import Settings
from plainspeak.model import FileReport
from plainspeak.workers import check_all, jobs_for

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere workers start anew, without these checkers"
)


class OddError(Exception):
    """An error that cannot be sent to another process."""

    def __init__(self, first, second):
        super().__init__(f"{first} {second}")


class FakeChecker:
    """Does with a file what its text says; the report's words are the process that checked it."""

    def __init__(self, name="a"):
        self.settings = Settings(accept=(name,))

    def check_documents(self, documents):
        return (FileReport("sample") for _ in documents)

    def check_files(self, paths):
        for path in paths:
            what, _, more = Path(path).read_text().strip().partition(" ")
            if what == "sleep":
                time.sleep(float(more))
            elif what == "raise":
                raise KeyError(more)
            elif what == "odd":
                raise OddError("odd", more)
            elif what == "end":
                os._exit(7)
            elif what == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            elif what == "kill-once" and not Path(more).exists():
                Path(more).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield FileReport(path, errors=self.settings.accept, words=os.getpid())


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(*texts):
    """A file for each text; their names are 0, 1 and so on."""
    for number, text in enumerate(texts):
        Path(str(number)).write_text(text)
    return [str(number) for number in range(len(texts))]


def work(paths):
    checker = FakeChecker()
    return [(checker, path) for path in paths]


def checked(paths, jobs=2):
    with check_all(work(paths), jobs) as reports:
        return list(reports)


def names(reports):
    return [report.path for report in reports]


@pytest.mark.parametrize("slow", [0, 5, 19])
def test_reports_come_in_the_order_of_the_files_whoever_is_done_first(folder, slow):
    paths = files(*("sleep 0.3" if number == slow else "" for number in range(20)))
    reports = checked(paths, jobs=3)
    assert names(reports) == paths
    pids = {report.words for report in reports}
    assert len(pids) == 3
    assert os.getpid() not in pids


def test_one_job_starts_no_process(folder):
    assert {report.words for report in checked(files("", "", ""), jobs=1)} == {os.getpid()}
    assert {report.words for report in checked(files(""), jobs=4)} == {os.getpid()}
    assert checked([], jobs=4) == []


def test_each_file_has_its_own_checker(folder):
    paths = files(*[""] * 40)
    first, second = FakeChecker("first"), FakeChecker("second")
    both = [(first if number < 35 else second, path) for number, path in enumerate(paths)]
    with check_all(both, 2) as reports:
        found = list(reports)
    assert names(found) == paths
    assert [report.errors for report in found] == [("first",)] * 35 + [("second",)] * 5


def test_files_that_are_not_there_are_left_to_the_checker(folder):
    with pytest.raises(FileNotFoundError, match="gone"):
        checked([*files("", ""), "gone"])


def test_what_breaks_in_a_worker_is_raised_in_its_turn(folder):
    paths = files("sleep 0.3", "", "", "raise first", "", "raise second", "", "")
    got = []
    with (
        pytest.raises(KeyError, match="first") as caught,
        check_all(work(paths), 4) as reports,
    ):
        got.extend(report.path for report in reports)
    assert got == ["0", "1", "2"]
    shown = "".join(traceback.format_exception(caught.value))
    assert "raise KeyError(more)\nKeyError: 'first'" in shown


def test_an_error_that_cannot_be_sent_is_told_in_words(folder):
    with pytest.raises(RuntimeError, match=r"^OddError: odd thing$"):
        checked(files("", "odd thing", "", ""))


def test_a_file_that_has_its_worker_killed_is_named_and_the_others_are_checked(folder):
    paths = files("", "", "kill", "", "", "", "kill", "")
    reports = checked(paths)
    assert names(reports) == paths
    for report in reports:
        if report.path in {"2", "6"}:
            (said,) = report.errors
            assert said.startswith(f"{report.path}: the process that checked this file was stopped")
            assert report.bugs == ()
        else:
            assert report.errors == ("a",)


def test_a_worker_that_crashes_is_a_bug(folder):
    reports = checked(files("", "end", "", "", "", ""))
    assert [report.bugs for report in reports] == [
        (),
        ("the process that checked this file ended (code 7)",),
        *[()] * 4,
    ]
    assert reports[1].errors == ()


def test_a_worker_that_is_killed_by_chance_costs_nothing(folder):
    texts = ["", "", "kill-once was-here", "", "", "", "", ""]
    reports = checked(files(*texts))
    assert Path("was-here").exists()
    assert [report.errors for report in reports] == [("a",)] * 8


def test_leaving_early_ends_the_workers(folder):
    paths = files("", *["sleep 60"] * 7)
    start = time.monotonic()
    with check_all(work(paths), 2) as reports:
        assert multiprocessing.active_children() != []
        assert next(reports).path == "0"
    assert multiprocessing.active_children() == []
    assert time.monotonic() - start < 30


def test_nobody_runs_far_ahead(folder, monkeypatch):
    monkeypatch.setattr(workers, "_AHEAD", 4)
    monkeypatch.setattr(workers, "_CHUNK_FILES", 1)
    paths = files("sleep 1", *[""] * 29)

    class Marking(FakeChecker):
        def check_files(self, paths):
            for report in super().check_files(paths):
                Path(f"mark-{report.path}").touch()
                yield report

    checker = Marking()
    with check_all([(checker, path) for path in paths], 2) as reports:
        assert next(reports).path == "0"
        marks = len(list(folder.glob("mark-*")))
        assert marks <= 9
        assert names(reports) == paths[1:]


def test_without_a_number_the_size_of_the_work_decides(monkeypatch):
    monkeypatch.setattr(workers, "_cores", lambda: 4)
    assert [jobs_for(size) for size in (0, 50_000, 399_999, 400_000, 10**9)] == [1, 1, 1, 2, 4]


def test_only_cores_that_this_process_may_use_count():
    before = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(before)})
        assert jobs_for(10**9) == 1
    finally:
        os.sched_setaffinity(0, before)
    assert jobs_for(10**9) == len(before)
