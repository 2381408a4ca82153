"""What stands under a document's name may be anything; it is told in one line, and the rest goes on."""

import inspect
import json
import os
import socket
import sys
from pathlib import Path

import pytest

from plainspeak.errors import ReadError
from plainspeak.readers import read_bytes, read_file, read_text

PIPE = "this is a pipe or a device. Save the text to a file first."


def write(path, data="We utilise it.\n"):
    Path(path).write_bytes(data if isinstance(data, bytes) else data.encode())


def errors(ended):
    """The errors of a report in JSON, by the file's path."""
    files = json.loads(ended.out)["files"]
    return {file["path"]: file["errors"] for file in files}


def found(ended):
    return sum(len(file["findings"]) for file in json.loads(ended.out)["files"])


@pytest.mark.needs_posix("named pipes")
def test_what_is_no_file_is_told_and_the_others_are_checked(here, run):
    write("good.md")
    os.mkfifo("pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
    Path("zero.md").symlink_to("/dev/zero")
    Path("one.md").symlink_to("two.md")
    Path("two.md").symlink_to("one.md")
    Path("gone.md").symlink_to("nowhere.md")
    names = ["pipe.md", "socket.md", "zero.md", "one.md", "gone.md", "one.md/a.md", "none.md"]
    ended = run("check", "--format", "json", *names, "good.md")
    assert errors(ended) == {
        "pipe.md": [f"pipe.md: {PIPE}"],
        "socket.md": [f"socket.md: {PIPE}"],
        "zero.md": [f"zero.md: {PIPE}"],
        "one.md": [
            "one.md: the file cannot be read (Too many levels of symbolic links). Check the name."
        ],
        "gone.md": ["gone.md: there is no such file. Check the name and the folder."],
        "one.md/a.md": ["one.md/a.md: there is no such file or folder. Check the name."],
        "none.md": ["none.md: there is no such file or folder. Check the name."],
        "good.md": [],
    }
    assert (ended.code, ended.err, found(ended)) == (2, b"", 1)


@pytest.mark.needs_posix("named pipes")
def test_in_a_folder_what_is_no_file_is_passed_by(here, run):
    write("good.md")
    os.mkfifo("pipe.md")
    Path("one.md").symlink_to("two.md")
    Path("two.md").symlink_to("one.md")
    Path("up").symlink_to("..", target_is_directory=True)
    Path("docs.md").mkdir()
    write("docs.md/in.md")
    ended = run("check", "--format", "json", ".")
    assert errors(ended) == {"docs.md/in.md": [], "good.md": []}
    assert (ended.code, found(ended)) == (1, 2)


@pytest.mark.needs_posix("named pipes")
def test_a_pipe_as_settings_glossary_or_gitignore_hangs_nothing(here, run):
    write("a.md")
    os.mkfifo("pipe.yml")
    os.mkfifo(".gitignore")
    for option in ("--config", "--glossary"):
        ended = run("check", option, "pipe.yml", "a.md", real=True)
        assert (ended.code, ended.err.decode()) == (2, f"pipe.yml:1: {PIPE}\n"), option
    assert run("check", ".").code == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("We use it.".encode("utf-16"), "a.md: the file is saved as UTF-16."),
        ("We use it.".encode("utf-16-le"), "a.md: line 1 holds a sign that no text has"),
        ("fine\ncafé".encode("latin-1"), "a.md: a letter or sign in line 2 is not stored as UTF-8"),
        (b"half \xed\xa0\x80", "a.md: a letter or sign in line 1 is not stored as UTF-8"),
        (b"\xff\xfe\xfd", "a.md: the file is saved as UTF-16."),
        (b"a\n\0b", "a.md: line 2 holds a sign that no text has (a NUL byte)"),
        (b"\xef\xbb\xbf", "a.md: nothing to read: the file is empty."),
    ],
)
def test_bytes_that_are_no_text(data, says):
    with pytest.raises(ReadError) as error:
        read_bytes(data, "a.md")
    assert str(error.value).startswith(says)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_half_a_character_is_refused(format):
    with pytest.raises(ReadError, match=r"^The text: character 4 is only half a character"):
        read_text("We \ud800 go.", format)


def test_characters_that_nobody_sees_keep_their_places():
    text = "\u202eWe\u200b use\u00ad it.\u2066 שלום \u200d\u202c\n"
    document = read_text(text)
    span = document.blocks[0].span
    start, end = document.sourcemap.to_source(span)
    assert text[start:end] == document.text_of(span)


def test_names_of_any_kind(here, run):
    names = [
        "new\nline.md",
        "\x1b[31mred.md",
        "turn\u202e.md",
        "not utf8 \udcff.md",
        "a" * 252 + ".md",
    ]
    for name in names:
        Path(name).write_text("We utilise it.\n")
    ended = run("check", ".")
    said = ended.out.decode()
    assert (ended.code, ended.err) == (1, b"")
    assert said.count("[jargon]") == 5
    for name in (
        "new line.md",
        "\ufffd[31mred.md",
        "turn\ufffd.md",
        "not utf8 \ufffd.md",
        names[4],
    ):
        assert f"{name}\n" in said
    assert len(json.loads(run("check", ".", "--format", "json").out)["files"]) == 5


def test_a_name_longer_than_any_file_has(here, run):
    write("good.md")
    long = "y" * 5_000 + ".md"
    ended = run("check", "--format", "json", long, "d/" * 3_000 + "a.md", "good.md")
    said = errors(ended)
    assert said[long] == [f"{long}: there is no such file or folder. Check the name."]
    assert (ended.code, ended.err, found(ended)) == (2, b"", 1)


def test_folders_nested_deeper_than_python_calls(here):
    from plainspeak.cli.files import Found, SettingsBook, find

    inside = "/".join("d" * 150)
    Path(inside).mkdir(parents=True)
    write(f"{inside}/a.md")
    book = SettingsBook()
    book.of(".")  # loads what it needs
    most = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 80)
    try:
        found = list(find(["."], book, lambda path: path.endswith(".md"), None))
    finally:
        sys.setrecursionlimit(most)
    assert found == [Found(f"{inside}/a.md", book.of("."))]


def test_a_file_that_goes_before_it_is_read(here, monkeypatch):
    from plainspeak.engine import Checker

    write("a.md")
    write("b.md", "Fine.\n")

    def paths():
        yield "b.md"
        Path("a.md").unlink()
        yield "a.md"

    first, second = Checker().check_files(paths())
    assert (first.errors, first.words) == ((), 1)
    assert second.errors == ("a.md: there is no such file. Check the name and the folder.",)


@pytest.mark.needs_posix("named pipes")
def test_a_file_that_grows_or_becomes_a_pipe_while_it_is_opened(here, monkeypatch):
    from plainspeak import safe_read

    write("a.md")
    real = os.open

    def grown(path, flags, *more, **named):
        Path(path).write_bytes(b"a" * 100)
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", grown)
    with pytest.raises(safe_read.Unreadable, match="too large"):
        safe_read.bytes_of("a.md", 100)

    def swapped(path, flags, *more, **named):
        Path(path).unlink()
        os.mkfifo(path)
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", swapped)
    assert safe_read.bytes_of("a.md", 200) == b""  # an empty pipe that nobody writes to


@pytest.mark.needs_posix("modes of files")
def test_what_you_may_not_read(open_folder, rights, run):
    (open_folder / "shut.md").write_text("We utilise it.")
    (open_folder / "shut.md").chmod(0)
    with rights(), pytest.raises(ReadError, match=r"you may not read this file\. Ask its owner"):
        read_file(open_folder / "shut.md")


@pytest.mark.needs_posix("modes of files")
def test_a_folder_that_you_may_not_open(open_folder, rights, monkeypatch):
    from plainspeak.cli.files import SettingsBook, find

    monkeypatch.chdir(open_folder)
    Path("docs/shut").mkdir(parents=True)
    Path("docs").chmod(0o755)
    for name in ("docs/a.md", "docs/shut/b.md"):
        Path(name).write_text("Fine.")
    book = SettingsBook()
    book.of("docs")  # loads what it needs, while it may
    Path("docs/shut").chmod(0)
    with rights():
        one, shut = find(["docs"], book, lambda path: path.endswith(".md"), None)
        (named,) = find(["docs/shut/b.md"], book, lambda path: True, None)
    assert one.path == "docs/a.md"
    assert shut.errors == ("docs/shut: cannot look into this folder: Permission denied.",)
    assert named.errors == ("docs/shut/b.md: there is no such file or folder. Check the name.",)
