"""Formats that other packages add."""

import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from plainspeak import reporters
from plainspeak.errors import PluginError, UsageError

ROOT = Path(__file__).parents[2]

COUNTER = """\
NAME = "count"

def report(report, *, colour=False, width=None, quiet=False, statistics=False):
    return f"{sum(len(file.findings) for file in report.files)} in all\\n"
"""


@pytest.fixture
def installed(tmp_path):
    """A folder with a package that adds the format `count`."""
    folder = tmp_path / "packages"
    about = folder / "counter-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: counter\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[plainspeak.reporters]\ncount = counter\n")
    (folder / "counter.py").write_text(COUNTER)
    return folder


def check(packages, *arguments):
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "cli" / "fake_engine.py"), "check", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(packages)))},
        cwd=packages.parent,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_format_that_another_package_adds(installed, tmp_path):
    (tmp_path / "a.md").write_text("We utilise it. They utilise it.\n")
    for _ in range(2):  # the second time, the report of the document is kept
        assert check(installed, "a.md", "--format", "count") == (1, "2 in all\n", "")
    (installed / "counter.py").write_text(COUNTER.replace("in all", "found"))
    assert check(installed, "a.md", "--format", "count") == (1, "2 found\n", "")
    # It may look at what nobody else knows of.
    (installed / "counter.py").write_text(
        COUNTER.replace("    return", "    return open('said.txt').read() or")
    )
    for said in ("one", "two"):
        (tmp_path / "said.txt").write_text(said)
        assert check(installed, "a.md", "--format", "count") == (1, said, "")
    assert "[text|json|count]" in check(installed, "--help")[1]


def test_a_format_that_breaks_is_named_before_anything_is_checked(installed, tmp_path):
    (tmp_path / "a.md").write_text("WAIT\n")
    (installed / "counter.py").write_text("raise SystemExit(0)\n")
    assert check(installed, "a.md", "--format", "count") == (
        2,
        "",
        "Error: the reporter count (counter) cannot be loaded: 0\n",
    )


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def report(*_, **__): raise SystemExit(0)", "broke: SystemExit: 0 (counter.py, line 1)"),
        (
            "def report(*_, **__): 1 / 0",
            "broke: ZeroDivisionError: division by zero (counter.py, line 1)",
        ),
        ("def report(*_, **__): raise EOFError", "broke: EOFError:  (counter.py, line 1)"),
        ("def report(*_, **__): return None", "gives NoneType where text should be"),
        ("report = 5", "has no report"),
    ],
)
def test_a_format_that_breaks_while_it_reports_is_named(installed, tmp_path, code, says):
    (tmp_path / "a.md").write_text("We utilise it.\n")
    (installed / "counter.py").write_text(f"{code}\n")
    for _ in range(2):  # nothing of it is kept
        assert check(installed, "a.md", "--format", "count") == (
            2,
            "",
            f"Error: the reporter count (counter) {says}\n",
        )


def test_where_a_format_broke_is_shown_on_request(installed, tmp_path):
    (tmp_path / "a.md").write_text("We utilise it.\n")
    (installed / "counter.py").write_text("def report(*_, **__):\n    raise KeyError('x')\n")
    code, out, err = check(installed, "a.md", "--format", "count", "--debug")
    assert (code, out) == (2, "")
    assert "raise KeyError('x')\nKeyError: 'x'\n" in err
    assert err.endswith(
        "Error: the reporter count (counter) broke: KeyError: 'x' (counter.py, line 2)\n"
    )


def test_a_module_that_reports_nothing_is_named(monkeypatch):
    class Point:
        name, value = "odd", "odd_package"

        def load(self):
            return types.ModuleType("odd_package")

    class Other(Point):
        name = "json"

    monkeypatch.setattr(reporters, "entry_points", lambda group: [Point(), Other()])
    assert reporters.names() == ("text", "json", "odd")
    with pytest.raises(PluginError, match=r"odd \(odd_package\) has no report"):
        reporters.get("odd")
    assert reporters.get("json").NAME == "json"
    with pytest.raises(UsageError, match="no format “xml”; use “text”, “json” or “odd”"):
        reporters.get("xml")
