import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainspeak import readers
from plainspeak.errors import ReadError, UsageError


def test_the_suffix_chooses_the_reader(tmp_path: Path) -> None:
    for name, expected in (("a.md", "markdown"), ("B.TXT", "text"), ("c.markdown", "markdown")):
        file = tmp_path / name
        file.write_text("# Title\n")
        document = readers.read_file(file)
        assert (document.format, document.path) == (expected, str(file))
        assert readers.format_for(file) == expected
    assert readers.format_for("a.docx") is None
    assert readers.format_for("README") is None


def test_a_given_format_wins(tmp_path: Path) -> None:
    file = tmp_path / "notes.log"
    file.write_text("*Words*\n")
    assert readers.read_file(file, "text").prose == "*Words*"
    assert readers.read_file(file, "markdown").prose == "Words"
    with pytest.raises(UsageError, match="no format 'pdf'"):
        readers.read_file(file, "pdf")


def test_suffixes_agree_with_the_readers() -> None:
    assert dict(readers.SUFFIXES) == {
        suffix: reader.NAME for reader in readers.formats().values() for suffix in reader.SUFFIXES
    }


def test_a_byte_order_mark_is_not_counted() -> None:
    document = readers.read_bytes(b"\xef\xbb\xbfOne *two*\r\n", "a.md")
    assert document.source == "One *two*\r\n"
    assert document.sourcemap.segments[0].source_start == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "draft.md: nothing to read: the file is empty"),
        (b"\xef\xbb\xbf", "draft.md: nothing to read: the file is empty"),
        (
            b"tea\ncaf\xe9",
            "draft.md: a letter or sign in line 2 is not stored as UTF-8, the way that plainspeak "
            "reads text. Open the file and save it again as UTF-8.",
        ),
        (b"\xef\xbb\xbfcaf\xe9", "draft.md: a letter or sign in line 1 is not"),
        ("Héllo".encode("utf-16"), "draft.md: the file is saved as UTF-16."),
        (b"one\0two", "draft.md: line 1 holds a sign that no text has (a NUL byte)"),
        (b"%PDF-1.7\n\0", "draft.md: this is a PDF, not plain text"),
        (b"PK\x03\x04\x14", "draft.md: this is a Word, OpenDocument or zip file"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        readers.read_bytes(data, "draft.md")
    assert str(caught.value).startswith(message)


def test_a_file_of_blanks_has_no_prose() -> None:
    document = readers.read_bytes(b" \n\n", "draft.md")
    assert (document.prose, document.blocks) == ("", ())


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    def message(path: Path) -> str:
        with pytest.raises(ReadError) as caught:
            readers.read_file(path)
        return str(caught.value).removeprefix(str(path))

    assert message(tmp_path / "none.md").startswith(": there is no such file")
    folder = tmp_path / "folder.md"
    folder.mkdir()
    assert message(folder).startswith(": this is a folder")
    large = tmp_path / "large.md"
    with large.open("wb") as file:
        file.truncate(readers.LARGEST)
    assert message(large).startswith(": the file is too large (the limit is 10 MB)")
    unknown = tmp_path / "sheet.xls"
    unknown.write_text("a")
    assert "It reads markdown (.md, .markdown, .mdown, .mkd) and text (.txt, .text)" in message(
        unknown
    )
    assert message(tmp_path / "nul\0.md").startswith(": the file cannot be read")


@pytest.mark.needs_posix("named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    with pytest.raises(ReadError, match="a pipe or a device"):
        readers.read_file(pipe)


def test_decoded_text_may_be_empty_but_not_broken() -> None:
    assert readers.read_text("").blocks == ()
    assert readers.read_text("\ufeffa *b*").prose == "a b"
    assert readers.read_text("a *b*", "text").prose == "a *b*"
    with pytest.raises(ReadError, match="character 2 is only half a character"):
        readers.read_text("a\ud800")


def test_importing_the_readers_loads_no_parser() -> None:
    code = "import sys, plainspeak.readers; print('pyromark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
