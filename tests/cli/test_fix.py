import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from plainspeak import cli
from plainspeak.cli import asking

pytestmark = pytest.mark.usefixtures("here", "engine")

TEXT = "# A\r\n\r\nWe utilise **it**.\r\n\r\nWe maybe utilise it.  \r\n"
SAFE = TEXT.replace("We utilise", "We use")
BOTH = TEXT.replace("utilise", "use")


def write(path, text):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def read(path):
    return Path(path).read_bytes().decode()


def test_safe_changes_are_made_and_told(run):
    write("a.md", TEXT)
    ran = run("fix", "a.md")
    assert (ran.code, ran.err) == (0, "")
    assert read("a.md") == SAFE
    assert (
        ran.out
        == """\
a.md
    3  We utilise it.
    →  We use it. [jargon]

1 sentence changed in 1 file.
"""
    )
    assert [path.name for path in Path().iterdir()] == ["a.md"]


def test_a_second_run_has_nothing_to_do(run):
    write("a.md", TEXT)
    run("fix", "a.md")
    assert run("fix", "a.md").out == "Nothing to change in 1 file.\n"
    assert read("a.md") == SAFE


def test_unsafe_changes_when_asked_for(run):
    write("a.md", TEXT)
    assert run("fix", "a.md", "--unsafe-fixes", "--quiet").out == ""
    assert read("a.md") == BOTH


def test_a_byte_order_mark_stays(run):
    write("a.md", "\ufeffWe utilise it.")
    run("fix", "a.md")
    assert read("a.md") == "\ufeffWe use it."


def test_diff_changes_nothing(run):
    write("docs/a.md", "One.\n\nWe utilise it.\n\nTwo.")
    ran = run("fix", "docs/a.md", "--diff")
    assert ran.code == 1
    assert read("docs/a.md") == "One.\n\nWe utilise it.\n\nTwo."
    assert ran.out.splitlines() == [
        "--- a/docs/a.md",
        "+++ b/docs/a.md",
        "@@ -1,5 +1,5 @@",
        " One.",
        " ",
        "-We utilise it.",
        "+We use it.",
        " ",
        " Two.",
        "\\ No newline at end of file",
    ]
    write("docs/a.md", "We use it.")
    ran = run("fix", "docs/a.md", "--diff")
    assert (ran.code, ran.out) == (0, "")


def test_git_can_apply_the_diff(run):
    write("a.md", TEXT)
    write("change.diff", run("fix", "a.md", "--diff").out)
    subprocess.run(["git", "apply", "change.diff"], check=True, env={**os.environ, "GIT_DIR": "x"})
    assert read("a.md") == SAFE


def test_git_can_apply_the_diff_of_a_text_with_odd_line_ends(run):
    text = "One\u2028two.\x0c\n\nWe utilise it,\rall.\n"
    write("a.md", text)
    write("change.diff", run("fix", "a.md", "--diff").out)
    subprocess.run(["git", "apply", "change.diff"], check=True, env={**os.environ, "GIT_DIR": "x"})
    assert read("a.md") == text.replace("utilise", "use")


def test_a_copy_is_kept(run):
    write("a.md", TEXT)
    run("fix", "a.md", "--backup")
    assert (read("a.md"), read("a.md.bak")) == (SAFE, TEXT)


def test_standard_input_is_printed_as_it_should_be(run):
    ran = run("fix", "-", stdin="We utilise it.\n")
    assert (ran.code, ran.out) == (0, "We use it.\n")


def test_standard_input_keeps_its_byte_order_mark(run):
    assert run("fix", "-", stdin="\ufeffWe utilise it.\r\n").out == "\ufeffWe use it.\r\n"


def test_a_bad_file_does_not_stop_the_others(run):
    write("a.md", "We utilise it.")
    Path("b.md").write_bytes(b"\xff\xfe\x00")
    write("c.md", "We utilise it.")
    ran = run("fix", "a.md", "b.md", "missing.md", "c.md")
    assert ran.code == 2
    assert "b.md: the file is saved as UTF-16" in ran.err
    assert "missing.md" in ran.err
    assert read("a.md") == read("c.md") == "We use it."


def test_a_bug_in_a_rule_is_told(run):
    write("a.md", "We utilise it. BUG")
    ran = run("fix", "a.md")
    assert ran.code == 3
    assert "the rule jargon broke" in ran.err


def test_a_file_that_may_not_be_written(run, monkeypatch):
    write("a.md", "We utilise it.")

    def refuse(descriptor):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", refuse)
    ran = run("fix", "a.md")
    assert ran.code == 2
    assert "Read-only file system" in ran.err
    assert read("a.md") == "We utilise it."


def test_interactive_needs_a_terminal(run):
    write("a.md", TEXT)
    ran = run("fix", "a.md", "--interactive")
    assert ran.code == 2
    assert "needs a terminal" in ran.err


@pytest.fixture
def ask(monkeypatch):
    """Run `fix --interactive` with answers typed."""
    monkeypatch.setattr(sys.modules["plainspeak.cli.fix"], "can_ask", lambda: True)

    def ask(answers, *arguments):
        return CliRunner().invoke(cli.plainspeak, ["fix", "-i", *arguments], input=answers)

    return ask


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("y\ny\n", BOTH),
        ("\n\n", BOTH),
        ("n\ny\n", TEXT.replace("maybe utilise", "maybe use")),
        ("n\nn\n", TEXT),
        ("a\nn\n", SAFE),
        ("y\nq\n", SAFE),
        ("q\n", TEXT),
        ("what\nn\nn\n", TEXT),
    ],
)
def test_answers(ask, answers, expected):
    write("a.md", TEXT)
    said = ask(answers, "a.md").output
    assert read("a.md") == expected
    assert "Line 3 [jargon]\n- We utilise it.\n+ We use it.\n" in said
    assert ("  q  quit" in said) == ("what" in answers)


def test_it_says_what_to_look_at_in_an_unsafe_change(ask):
    write("a.md", TEXT)
    said = ask("n\nn\n", "a.md").output
    look = "[jargon] Read it closely. Do the new words mean the same here?\n- We maybe utilise"
    assert said.count("Read it closely") == 1
    assert look in said


def test_it_says_why_a_change_is_doubted(ask, engine, monkeypatch):
    report = engine._report

    def doubtful(self, document):
        told = report(self, document)
        doubts = ("links that lead to this heading may break",)
        return replace(told, proposals=tuple(replace(p, doubts=doubts) for p in told.proposals))

    monkeypatch.setattr(engine, "_report", doubtful)
    write("a.md", TEXT)
    said = ask("n\nn\n", "a.md").output
    assert "mean the same here? Links that lead to this heading may break.\n- We maybe" in said
    assert said.count("may break") == 1


def test_all_means_unsafe_ones_too_when_asked_for(ask):
    write("a.md", TEXT)
    ask("a\n", "a.md", "--unsafe-fixes")
    assert read("a.md") == BOTH


def test_quit_leaves_the_files_that_follow(ask):
    write("a.md", TEXT)
    write("b.md", TEXT)
    ask("y\nq\n", "a.md", "b.md")
    assert (read("a.md"), read("b.md")) == (SAFE, TEXT)


def test_own_words(ask, monkeypatch):
    write("a.md", TEXT)
    given = []

    def edit(text, extension):
        given.append(text)
        return "We like\n**it**.\n"

    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setattr(asking.click, "edit", edit)
    ask("e\nn\n", "a.md")
    assert given == ["We use **it**."]
    assert read("a.md") == TEXT.replace("We utilise", "We like")


def test_no_own_words_change_nothing(ask, monkeypatch):
    write("a.md", TEXT)
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setattr(asking.click, "edit", lambda text, extension: None)
    ask("e\nn\n", "a.md")
    assert read("a.md") == TEXT


def test_check_can_fix_first(run):
    write("a.md", TEXT)
    ran = run("check", "a.md", "--fix")
    assert ran.code == 1
    assert ran.err == "1 sentence changed in 1 file.\n"
    assert ran.out.count("“utilise”") == 1
    assert read("a.md") == SAFE


def test_check_cannot_fix_standard_input(run):
    ran = run("check", "-", "--fix", stdin="We utilise it.")
    assert ran.code == 2
    assert "--fix changes files" in ran.err


def test_the_file_is_whole_in_a_process_of_its_own(start, here):
    write("a.md", TEXT)
    process = start("fix", "a.md")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert b"1 sentence changed in 1 file." in out
    assert read("a.md") == SAFE
    assert sys.platform == "win32" or Path("a.md").stat().st_mode & 0o777 != 0o600


def test_own_words_without_an_editor_are_asked_for(ask, monkeypatch):
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    write("a.md", TEXT)
    ask("e\nWe like **it**.\nn\n", "a.md")
    assert read("a.md") == TEXT.replace("We utilise", "We like")


def test_the_end_of_the_input_keeps_what_was_said(ask):
    write("a.md", TEXT)
    said = ask("y\n", "a.md").output
    assert read("a.md") == SAFE
    assert "What you said yes to is done." in said


@pytest.mark.needs_posix("modes of files")
def test_a_read_only_file_is_left(run):
    write("a.md", TEXT)
    Path("a.md").chmod(0o444)
    ran = run("fix", "a.md")
    assert ran.code == 2
    assert "a.md: the file is read-only" in ran.err
    assert read("a.md") == TEXT


def test_all_is_remembered_when_an_unsafe_change_is_asked_about(ask):
    text = "We utilise it.\n\nWe maybe utilise it.\n\nThey utilise it.\n"
    write("a.md", text)
    said = ask("a\ny\n", "a.md").output
    assert read("a.md") == text.replace("utilise", "use")
    assert said.count("Change it?") == 2
