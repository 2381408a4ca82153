"""Line ends and paths of other systems."""

import os
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from plainspeak import check_text
from plainspeak.cli.files import _matches, _work
from plainspeak.fixing import fix_text
from plainspeak.readers import format_for, read_text

LINES = [
    "# Our plan",
    "",
    "We utilise it.",
    "",
    "- We utilise",
    "  them.",
    "",
    "| a | b |",
    "|---|---|",
    "| a cell | it |",
    "",
]


@pytest.mark.parametrize("format", ["markdown", "text"])
@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_places_and_prose_are_the_same_for_every_line_end(format, end):
    unix, other = ("\n".join(LINES), end.join(LINES))
    assert read_text(other, format).prose == read_text(unix, format).prose
    first, second = (check_text(text, format, select=["jargon"]) for text in (unix, other))
    assert len(second.findings) >= 2

    def places(report):
        return [(each.location.line, each.location.column, each.text) for each in report.findings]

    assert places(second) == places(first)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["CRLF", "CR", "LF"])
def test_a_fix_keeps_the_line_ends(end):
    from plainspeak.config import Settings
    from plainspeak.engine import Checker

    text = end.join(LINES)
    fixed = fix_text(text, Checker(Settings(select=("jargon",)), unsafe=False))
    assert fixed.text == text.replace("utilise", "use")


@pytest.mark.parametrize("kind", [PureWindowsPath, PurePosixPath])
def test_paths_of_both_kinds(kind):
    assert format_for(kind("Docs", "Plan.MD")) == "markdown"
    assert format_for(str(kind("Docs", "plan.txt"))) == "text"
    root, path = kind("/work"), kind("/work", "docs", "drafts", "a.md")
    assert _matches(("docs/drafts/",), path.parent, root, True) is True
    assert _matches(("docs/drafts/*.md",), path, root, False) is True
    assert _matches(("/drafts/*.md",), path, root, False) is None
    assert _work("docs/*/*.md", "docs/drafts/a.md") == 7


def test_windows_names_other_drives_and_shares():
    root = PureWindowsPath(r"C:\work")
    for other in (r"D:\work\a.md", r"\\server\share\a.md", r"C:\elsewhere\a.md"):
        assert _matches(("*.md",), PureWindowsPath(other), root, False) is None
    assert _matches(("*.md",), PureWindowsPath(r"c:\WORK\a.md"), root, False) is True


def test_settings_and_glossaries_with_windows_line_ends(tmp_path):
    (tmp_path / "plainspeak.yml").write_bytes(
        b"\xef\xbb\xbfprofile: health\r\nglossaries:\r\n  - ours.yml\r\n"
    )
    (tmp_path / "ours.yml").write_bytes(
        b"\xef\xbb\xbfname: ours\r\nabout: Us.\r\nterms:\r\n  - term: parish\r\n    treatment: explain\r\n"
        b"    explanation: A parish is a small area with a church.\r\n"
    )
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfThe parish met.\r\n")
    import plainspeak

    report = plainspeak.check(tmp_path / "a.md", select=["jargon"])
    assert [finding.term for finding in report.files[0].findings] == ["parish"]


def test_a_standard_output_of_windows_gets_no_doubled_line_ends(tmp_path):
    """The result goes out in bytes, so no stream turns `\\n` into something else."""
    code = (
        "import io, sys; sys.stdout = io.TextIOWrapper(sys.stdout.buffer, newline='\\r\\n');"
        "from plainspeak.cli.terminal import put; put('a\\nb\\n')"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": root},
        timeout=60,
        check=True,
    )
    assert done.stdout == b"a\nb\n"
