"""Streams that are closed, full or cannot show a sign, and the places that a process starts in."""

import contextlib
import errno
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plainspeak import output, readers, safe_write
from plainspeak.__main__ import main
from plainspeak.cli import terminal
from plainspeak.errors import WriteError

MANY = "We utilise it.\n" * 3_000

with_full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def write(path, text="We utilise it.\n"):
    Path(path).write_text(text, encoding="utf-8")


def shell(here, command, env=None):
    """A line of shell with `PLAIN` for the command; gives its code, output and errors."""
    root = Path(__file__).parents[2]
    command = command.replace("PLAIN", f'"{sys.executable}" "{root}/tests/cli/fake_engine.py"')
    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(root), **(env or {})},
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.needs_posix("a shell")
def test_head_takes_what_it_wants(here):
    write("a.md", MANY)
    assert shell(here, "PLAIN check a.md | head -n 1") == (0, "a.md\n", "")


@pytest.mark.needs_posix("a shell")
def test_standard_output_is_closed(here):
    write("a.md")
    assert shell(here, "PLAIN check a.md >&-") == (
        2,
        "",
        "Error: standard output is closed, so the result cannot be printed.\n",
    )


@with_full_disk
@pytest.mark.parametrize("text", ["We utilise it.\n", MANY], ids=["short", "long"])
def test_standard_output_goes_to_a_full_disk(here, text):
    write("a.md", text)
    assert shell(here, "PLAIN check a.md > /dev/full") == (
        2,
        "",
        "Error: the result cannot be written to standard output (No space left on device). "
        "Look if the disk is full.\n",
    )


@with_full_disk
def test_help_and_version_go_to_a_full_disk(here):
    for asked in ("--version", "--help", "check --help", "cache --help", "cache info -h"):
        assert shell(here, f"PLAIN {asked} > /dev/full") == (
            2,
            "",
            "Error: the result cannot be written to standard output (No space left on device). "
            "Look if the disk is full.\n",
        ), asked


@with_full_disk
def test_a_wrong_option_where_standard_error_is_closed_or_full(here):
    for way in ("2>&-", "2>/dev/full"):
        assert shell(here, f"PLAIN check --nope {way}") == (2, "", ""), way


@with_full_disk
def test_standard_error_is_closed_or_full(here):
    write("a.md")
    for way in ("2>&-", "2>/dev/full"):
        code, out, _ = shell(here, f"PLAIN check none.md a.md {way}")
        assert (code, out.count("[jargon]")) == (2, 1), way


@with_full_disk
@pytest.mark.parametrize("way", ["closed", "full"])
def test_ctrl_c_where_standard_error_is_closed_or_full(here, monkeypatch, capfd, way):
    def stop(path):
        raise KeyboardInterrupt

    write("a.md")
    monkeypatch.setattr(readers, "bytes_of", stop)
    monkeypatch.setattr(sys, "argv", ["plainspeak", "check", "a.md"])
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stderr", {"closed": None, "full": full}[way])
        assert main() == 130
        monkeypatch.undo()
        with contextlib.suppress(OSError):
            full.close()
    assert tuple(capfd.readouterr()) == ("", "")


@pytest.mark.needs_posix("a shell")
def test_standard_input_is_closed(here):
    for command in ("check", "fix"):
        code, out, err = shell(here, f"PLAIN {command} - <&-")
        said = "-: standard input is closed, so there is nothing to read."
        assert code == 2
        assert said.removeprefix("-: ") in out + err
        assert "Traceback" not in err
    write("a.md")
    code, out, err = shell(here, "PLAIN check a.md <&-")
    assert (code, out.count("[jargon]"), err) == (1, 1, "")


@pytest.mark.needs_posix("a shell")
@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
    ids=["C", "C without UTF-8", "ASCII"],
)
def test_an_old_locale(here, env):
    write("ä.md")
    code, out, err = shell(here, "PLAIN check . none.md", env)
    assert code == 2
    assert "“utilise”: Write “use”." in out
    assert "none.md" in out
    assert err == ""


def test_a_terminal_that_knows_ascii_only(monkeypatch):
    class Ascii(io.TextIOWrapper):
        def isatty(self):
            return True

    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Ascii(shown, encoding="ascii"))
    terminal.put("“use” → \udcff\n")
    sys.stdout.flush()
    assert shown.getvalue() == b"?use? ? ?\n"


def test_windows_has_its_own_error_for_a_reader_that_has_gone(monkeypatch):
    class Gone(io.TextIOWrapper):
        def isatty(self):
            raise OSError(errno.EINVAL, "Invalid argument")

        def fileno(self):
            return spare

    spare = os.open(os.devnull, os.O_WRONLY)
    monkeypatch.setattr(sys, "stdout", Gone(io.BytesIO()))
    monkeypatch.setattr(sys, "platform", "win32")
    output.write("We use it.\n")
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(WriteError, match="Invalid argument"):
        output.write("We use it.\n")
    os.close(spare)


@pytest.mark.parametrize("columns", ["", "60", "0", "-3", "wide", " 70 "])
def test_the_width_is_that_of_the_standard_library(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(output, "is_terminal", lambda stream: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((90, 24)))
    assert output.width() == shutil.get_terminal_size().columns


@pytest.mark.needs_posix("/dev/null")
def test_no_home_and_no_folder_to_write_to(here, run):
    write("a.md", "We utilise it.\n")
    nowhere = {"HOME": "", "XDG_CACHE_HOME": "/dev/null/cache", "PLAINSPEAK_CACHE": ""}
    ended = run("check", "--select", "jargon", "a.md", real=True, env=nowhere)
    assert (ended.code, ended.err) == (1, b"")
    assert "[jargon]" in ended.out.decode()


@pytest.mark.needs_posix("a shell")
def test_a_folder_that_was_deleted(here, run):
    write("a.md")
    (here / "gone").mkdir()
    command = f'rmdir ../gone && PLAIN check "{here}/a.md" none.md'
    code, out, err = shell(here / "gone", command)
    assert (code, out.count("[jargon]"), err) == (2, 1, "")
    assert "there is no such file or folder" in out


def small_files():
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))


@pytest.mark.needs_posix("limits of the size of files")
def test_a_disk_that_gets_full_leaves_the_file_and_no_litter(here, run):
    write("a.md", "We utilise it. " * 10)
    write("b.md", "Fine.")
    before = Path("a.md").read_bytes()
    (here / "cache").mkdir()
    ended = run(
        "fix", "a.md", "b.md", env={"PLAINSPEAK_CACHE": str(here / "cache")}, preexec_fn=small_files
    )
    assert ended.code == 0
    write("c.md", "We utilise it with all the people of the town and the parish.\n\nSo be it.")
    ended = run("fix", "c.md", "b.md", preexec_fn=small_files)
    assert ended.code == 2
    assert (
        "c.md: the file cannot be written (File too large). It is as it was." in ended.err.decode()
    )
    assert Path("a.md").read_bytes() == before
    # There was room for a mark of the cache, but not for the other.
    assert {each.name for each in here.iterdir()} == {"a.md", "b.md", "c.md", "cache"}
    assert list(here.rglob("*.new")) == []


@pytest.mark.needs_posix("limits of the size of files")
def test_a_disk_with_room_for_the_new_text_but_not_for_a_copy_of_the_old(here, run):
    text = "We utilise it here, and we do not go out of town.\n\n"
    write("a.md", text)
    write("b.md", "We utilise it.")
    assert len(text.replace("utilise", "use")) < 50 < len(text)
    ended = run("fix", "a.md", "b.md", "--backup", preexec_fn=small_files)
    assert (ended.code, ended.err.decode()) == (
        2,
        "Error: a.md.bak: the copy cannot be written (File too large), so the file itself was "
        "left as it is.\n",
    )
    assert Path("a.md").read_text() == text
    assert (Path("b.md").read_text(), Path("b.md.bak").read_text()) == (
        "We use it.",
        "We utilise it.",
    )
    assert {each.name for each in here.iterdir()} == {"a.md", "b.md", "b.md.bak"}


def no_files():
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.needs_posix("limits of the size of files")
def test_checks_on_a_full_disk_leave_no_litter(here, run):
    write("a.md")
    env = {"PLAINSPEAK_CACHE": str(here / "own")}
    for _ in range(2):
        ended = run("check", "a.md", env=env, preexec_fn=no_files)
        assert (ended.code, ended.out.count(b"[jargon]"), ended.err) == (1, 1, b"")
        # In a folder that could not be marked as a cache, nothing is written at all.
        assert [each.name for each in here.rglob("*")] == ["a.md"]
    run("check", "a.md", env=env)
    (here / "own" / "secret").unlink()
    write("a.md", "We utilise that.\n")
    run("check", "a.md", env=env, preexec_fn=no_files)
    assert list((here / "own").iterdir()) == []


@pytest.mark.needs_posix("limits of the size of files")
def test_a_full_disk_leaves_no_half_glossary(here, run):
    write("a.md")
    cache = here / "cache"
    ended = run(
        "check",
        "--select",
        "jargon",
        "a.md",
        real=True,
        env={"PLAINSPEAK_CACHE": str(cache)},
        preexec_fn=small_files,
    )
    # The report is longer than the files may be, but it goes to a pipe.
    assert ended.code == 1
    assert list(cache.iterdir()) == []


@pytest.mark.needs_posix("modes of files")
def test_a_folder_that_may_only_be_read(open_folder, rights):
    file = open_folder / "a.md"
    file.write_text("old")
    file.chmod(0o666)
    with rights(), pytest.raises(WriteError, match=r"cannot be written \(Permission denied\)"):
        safe_write.replace_file(file, b"new", seen=b"old")
    assert file.read_text() == "old"
    assert list(open_folder.iterdir()) == [file]
