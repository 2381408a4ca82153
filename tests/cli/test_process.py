"""The command line as a process of its own: exit codes, pipes, signals, and what start-up loads."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plainspeak import __version__

MANY = "We utilise it.\n" * 3_000


def finished(process, data=None):
    out, err = process.communicate(data, timeout=60)
    return process.returncode, out.decode(), err.decode()


@pytest.mark.parametrize(
    ("text", "code"), [("We use it.", 0), ("We utilise it.", 1), ("", 2), ("BREAK", 3)]
)
def test_exit_codes(start, tmp_path, text, code):
    (tmp_path / "a.md").write_text(text)
    assert finished(start("check", "a.md"))[0] == code


def test_piped_output_has_no_colour_and_is_utf_8(start, tmp_path):
    (tmp_path / "a.md").write_text("We utilise it.")
    env = {"PYTHONIOENCODING": "latin-1", "FORCE_COLOR": "1", "COLUMNS": "20"}
    code, out, err = finished(start("check", "a.md", env=env))
    assert (code, err) == (1, "")
    assert "  1:4  warning     “utilise”: Write “use”. [jargon]\n" in out
    assert "\x1b" not in out


def test_a_closed_pipe_is_no_news(start, tmp_path):
    (tmp_path / "a.md").write_text(MANY)
    process = start("check", "a.md")
    assert process.stdout.readline() == b"a.md\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 1


@pytest.mark.needs_posix("a SIGINT for one process")
def test_ctrl_c(start, tmp_path):
    (tmp_path / "a.md").write_text("WAIT")
    process = start("check", "a.md")
    assert process.stderr.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    code, out, err = finished(process)
    assert (code, out, err) == (130, "", "Stopped. No file was left half changed.\n")


@pytest.mark.needs_posix("a SIGINT for one process")
def test_ctrl_c_tells_what_is_fixed_already(start, tmp_path):
    (tmp_path / "a.md").write_text("We utilise it.")
    (tmp_path / "b.md").write_text("WAIT")
    process = start("fix", ".")
    assert process.stderr.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    code, out, err = finished(process)
    assert (code, out) == (130, "")
    assert err == "Changed before you stopped it: a.md\nStopped. No file was left half changed.\n"
    assert (tmp_path / "a.md").read_text() == "We use it."


def on_terminal(start, *arguments, env=None):
    """What a command writes when standard output and standard error are a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    fake = str(Path(__file__).with_name("fake_engine.py"))
    process = subprocess.Popen(
        [sys.executable, fake, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=start.folder,
        env={**plain, "TERM": "xterm", "COLUMNS": "60", "LINES": "24", **(env or {})},
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(ours)
    process.wait(timeout=60)
    return said.decode().replace("\r\n", "\n")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))

    class Start:
        folder = tmp_path

    (tmp_path / "a.md").write_text("We utilise it.")
    return Start


def test_a_terminal_gets_colour_and_wrapping(folder):
    said = on_terminal(folder, "check", "a.md")
    assert "\x1b[33mwarning" in said
    assert "proves nothing.\n" in said
    assert "Checking" not in said
    assert max(map(len, said.splitlines())) < 100


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_on_request(folder, env):
    said = on_terminal(folder, "check", "a.md", env=env)
    assert "\x1b" not in said
    assert "Reading age 9 to 10 (2 sentences, 100% of the words). Use it\nto set" in said


def test_many_files_get_a_progress_bar(folder):
    for number in range(5):
        (folder.folder / f"{number}.md").write_text("Fine.")
    assert "Checking" in on_terminal(folder, "check", ".")


HEAVY = ("spacy", "textstat", "yaml", "rich", "pydantic", "lemminflect", "numpy", "pyromark")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_help_and_version_load_nothing_heavy(start, arguments):
    code = (
        f"import sys; sys.argv[1:] = {arguments!r}\n"
        "from plainspeak.__main__ import main\n"
        "main()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    code, out, err = finished(start(command=[sys.executable, "-c", code]))
    assert (code, err) == (0, "[]\n")
    assert out


def test_python_m(start):
    process = start(command=[sys.executable, "-m", "plainspeak", "--version"])
    assert finished(process) == (0, f"plainspeak {__version__}\n", "")
