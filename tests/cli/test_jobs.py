"""`plainspeak check --jobs`: several processes, seen from outside."""

import os
import signal
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere workers start anew, without the fake engine"
)


def finished(process):
    out, err = process.communicate(timeout=120)
    return process.returncode, out.decode(), err.decode()


def write(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


@on_linux
def test_ctrl_c_stops_all_at_once(start, tmp_path):
    write(tmp_path, a="WAIT", b="WAIT", c="WAIT")
    process = start("check", ".", "--jobs", "2", start_new_session=True)
    assert [process.stderr.readline() for _ in range(2)] == [b"ready\n"] * 2
    os.killpg(process.pid, signal.SIGINT)
    # Its workers hold the same pipe, so the end of it is the end of them too.
    code, out, err = finished(process)
    assert (code, out, err) == (130, "", "Stopped. No file was left half changed.\n")


@on_linux
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_the_process_that_started_them(start, tmp_path, how):
    write(tmp_path, a="WAIT", b="WAIT", c="WAIT")
    process = start("check", ".", "--jobs", "2")
    assert [process.stderr.readline() for _ in range(2)] == [b"ready\n"] * 2
    process.send_signal(how)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (-how, b"", b"")


@on_linux
def test_a_file_that_has_its_worker_killed(start, tmp_path):
    write(tmp_path, a="We utilise it.", b="KILL", c="Fine.", d="We utilise it.")
    code, out, err = finished(start("check", ".", "--jobs", "2"))
    assert (code, err) == (2, "")
    assert (
        "b.md\n  error       the process that checked this file was stopped. Perhaps there was "
        "not enough memory for it. Split the file, or use a smaller number for --jobs.\n" in out
    )
    assert out.count("“utilise”: Write “use”. [jargon]") == 2
    assert "1 file could not be read, so the exit code is 2." in out


@on_linux
def test_what_breaks_is_said_once(start, tmp_path):
    write(tmp_path, a="Fine.", b="BREAK", c="BREAK", d="Fine.")
    alone = finished(start("check", ".", "--jobs", "1"))
    assert alone[0] == 3
    assert alone[2].count("Sorry") == 1
    assert finished(start("check", ".", "--jobs", "2")) == alone
    code, out, err = finished(start("check", ".", "--jobs", "2", "--debug"))
    assert (code, out) == (3, "")
    assert 'raise KeyError("broken on purpose")' in err
    assert err.endswith(alone[2])


@on_linux
def test_bugs_of_rules_come_back(start, tmp_path):
    write(tmp_path, a="Fine.", b="BUG", c="Fine.", d="Fine.")
    alone = finished(start("check", ".", "--jobs", "1"))
    assert alone[0] == 3
    assert finished(start("check", ".", "--jobs", "3")) == alone


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_wrong_number(start, tmp_path, number):
    write(tmp_path, a="Fine.")
    code, out, err = finished(start("check", ".", "--jobs", number))
    assert (code, out) == (2, "")
    assert "Invalid value for '--jobs'" in err


GUIDANCE = """\
# Getting **help** in {place}

Prior to the meeting, the form must be completed by each carer. We utilise reciprocity in {place}.
- All stakeholders utilised the new portal, and whilst the team was of the opinion that it was good,
  an assessment was carried out.

Ask the {team} team (PIT). It was decided that the implementation of the plan be discontinued.
"""


def test_the_report_is_the_same_however_many_jobs(start, tmp_path):
    for number in range(6):
        folder = tmp_path / ("strict" if number % 3 else "plain")
        folder.mkdir(exist_ok=True)
        team = "planning inspection" if number % 2 else "public information"
        text = GUIDANCE.format(place=f"Town {number}", team=team)
        write(folder, **{f"f{number}": text * (1 + number % 2)})
    (tmp_path / "strict" / "plainspeak.yml").write_text("profile: easy-read\n")
    (tmp_path / "plain" / "empty.md").write_bytes(b"")
    (tmp_path / "plain" / "binary.md").write_bytes(b"\xff\xfe\x00bad")
    (tmp_path / "plain" / "comment.md").write_text("<!-- plainspeak: ignore-next jargn -->\nHi.\n")

    def check(*options):
        command = [sys.executable, "-m", "plainspeak", "check", ".", "--format", "json", *options]
        return finished(start(command=command))

    alone = check("--jobs", "1")
    assert (alone[0], alone[2]) == (2, "")
    assert alone[1].count('"rule": "consistent-terms"') >= 1
    assert check("--jobs", "2") == alone
    # With a model of that name, workers start anew and load it: the way of other systems.
    assert check("--jobs", "2", "--model", "plainspeak") == alone
