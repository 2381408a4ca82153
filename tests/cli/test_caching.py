"""What a check keeps for the next one: the same answer, sooner, and only while it is still right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainspeak import engine as real_engine
from plainspeak.__main__ import main
from plainspeak.cache import maker, runs
from plainspeak.cli import caching
from plainspeak.errors import WriteError

ROOT = Path(__file__).parents[2]

HEAVY = ("click", "yaml", "spacy", "pydantic", "rich", "pathlib", "typing", "dataclasses")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)


@pytest.fixture
def work(here: Path) -> Path:
    """A piece of work with two documents in a folder, and one beside it."""
    write("plainspeak.yml", "glossaries: [ours.yml]\n")
    write("ours.yml", "name: ours\nextends: [more.yml]\naccept: [whilst]\n")
    write("more.yml", "name: more\naccept: [hence]\n")
    write("docs/a.md", "We utilise it.\n")
    write("docs/below/b.md", "Fine.\n")
    write("c.md", "We utilise it twice.\n")
    return here


CHECK = ["check", "docs"]


def test_the_same_check_again_is_not_made(work, run, engine) -> None:
    first = run(*CHECK)
    assert first.code == 1
    assert runs.recall(CHECK) == (1, "", first.out, "")
    assert len(engine.made) == 1


def test_warnings_are_said_again(work, run, engine) -> None:
    first = run("check", "c.md", "--model", "half")
    said = runs.recall(["check", "c.md", "--model", "half"])
    assert said == (1, first.err, first.out, "")
    assert first.err == "Warning: the model is half a model\n"
    assert run("check", "c.md", "--model", "half", "-q").err == first.err


def test_a_check_that_mends_warns_once_like_any_other(work, run, engine) -> None:
    write("c.md", "Fine.\n")
    arguments = ["check", "c.md", "--fix", "--model", "half"]
    warning = "Warning: the model is half a model\n"
    assert run(*arguments).err == warning
    assert runs.recall(arguments)[1] == warning
    write("c.md", "We utilise it.\n")
    assert run(*arguments).err == f"1 sentence changed in 1 file.\n{warning}"
    assert run("fix", "c.md", "--model", "half").err == warning


@pytest.mark.parametrize(("fact", "now"), [("width", 60), ("colour", True)])
def test_another_terminal_gets_another_answer(work, run, engine, monkeypatch, fact, now) -> None:
    run(*CHECK)
    monkeypatch.setattr(runs, fact, lambda: now)
    assert runs.recall(CHECK) is None


def change(path: str, text: str):
    return lambda: write(path, text)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(change("docs/a.md", "We utilise us.\n"), id="a document, same length"),
        pytest.param(change("docs/new.md", "Fine.\n"), id="a new document"),
        pytest.param(change("docs/below/deep/new.md", "Fine.\n"), id="a new folder"),
        pytest.param(lambda: Path("docs/below/b.md").unlink(), id="a document gone"),
        pytest.param(change("plainspeak.yml", "ignore: [jargon]\n"), id="settings"),
        pytest.param(change("docs/plainspeak.yml", "profile: health\n"), id="nearer settings"),
        pytest.param(change("docs/pyproject.toml", "[tool.plainspeak]\n"), id="a pyproject.toml"),
        pytest.param(change("ours.yml", "name: ours\naccept: [utilise]\n"), id="a glossary"),
        pytest.param(change("more.yml", "name: more\naccept: [utilise]\n"), id="one it extends"),
        pytest.param(change("docs/.gitignore", "b.md\n"), id="a .gitignore"),
        pytest.param(change(".gitignore", "docs/below\n"), id="a .gitignore above"),
        pytest.param(lambda: Path(".git").mkdir(), id="the top of a repository"),
        pytest.param(change("docs/below/pyvenv.cfg", ""), id="a virtual environment"),
    ],
)
def test_whatever_counts_changes_the_check_is_made_again(work, run, engine, changed) -> None:
    run(*CHECK)
    assert runs.recall(CHECK) is not None
    changed()
    assert runs.recall(CHECK) is None


def test_a_virtual_environment_that_is_none_any_more(work, run, engine) -> None:
    write("docs/below/pyvenv.cfg", "")
    run(*CHECK)
    assert runs.recall(CHECK) is not None
    Path("docs/below/pyvenv.cfg").unlink()
    assert runs.recall(CHECK) is None


@pytest.mark.needs_posix("links and named pipes")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            lambda: Path("docs/z.md").symlink_to("nowhere"),
            change("docs/nowhere", "We utilise it.\n"),
            id="a link to nothing gets a target",
        ),
        pytest.param(
            lambda: os.mkfifo("docs/z.md"),
            lambda: (Path("docs/z.md").unlink(), write("docs/z.md", "We utilise it.\n")),
            id="a pipe becomes a file",
        ),
        pytest.param(
            lambda: Path("docs/z.md").symlink_to("a.md"),
            lambda: (Path("docs/z.md").unlink(), write("docs/z.md", "We utilise it.\n")),
            id="a second name becomes a document",
        ),
        pytest.param(
            lambda: (write("far/z.md", "We utilise it.\n"), Path("docs/z").symlink_to("../far")),
            lambda: (Path("docs/z").unlink(), write("docs/z/z.md", "We utilise it.\n")),
            id="a link to a folder becomes a folder",
        ),
        pytest.param(
            lambda: (Path("ours.yml").rename("v1.yml"), Path("ours.yml").symlink_to("v1.yml")),
            lambda: (
                write("v2.yml", "name: ours\naccept: [utilise]\n"),
                Path("ours.yml").unlink(),
                Path("ours.yml").symlink_to("v2.yml"),
            ),
            id="a glossary is another",
        ),
    ],
)
def test_links_and_odd_files_that_become_something_else(work, run, engine, before, after) -> None:
    before()
    run(*CHECK)
    assert runs.recall(CHECK) is not None
    after()
    assert runs.recall(CHECK) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(change("plainspeak.yml", "ignore: [jargon]\n"), None, id="settings"),
        pytest.param(change("docs/plainspeak.yml", "ignore: [jargon]\n"), None, id="new settings"),
        pytest.param(change("plainspeak.yml", "profile: none\n"), None, id="wrong settings"),
        pytest.param(change("docs/new.md", "Fine.\n"), None, id="a new document"),
        pytest.param(lambda: Path("docs/below/b.md").unlink(), None, id="a document gone"),
        pytest.param(change("docs/.gitignore", "below/\n"), None, id="a .gitignore"),
        pytest.param(None, change("ours.yml", "name: ours\naccept: [hence]\n"), id="a glossary"),
    ],
)
def test_a_change_before_the_digest_is_taken_is_not_lost(
    work, run, engine, monkeypatch, before, after
) -> None:
    steps = [step for step in (before, after) if step]

    def seen(*args, real=caching._seen):
        if before and steps:
            steps.pop()()
        made = real(*args)
        if steps:
            steps.pop()()
        return made

    monkeypatch.setattr(caching, "_seen", seen)
    run(*CHECK)
    assert runs.recall(CHECK) is None
    run(*CHECK)
    known = "none" not in Path("plainspeak.yml").read_text()
    assert (runs.recall(CHECK) is not None) is known


@pytest.mark.needs_posix("links and named pipes")
def test_two_names_of_one_document_that_part(work, run, engine) -> None:
    Path("d.md").symlink_to("c.md")
    arguments = ["check", "c.md", "d.md"]
    assert run(*arguments).out.count("“utilise”") == 1
    assert runs.recall(arguments) is not None
    Path("d.md").unlink()
    write("d.md", Path("c.md").read_text())
    assert runs.recall(arguments) is None


@pytest.mark.needs_posix("links and named pipes")
def test_a_link_that_leads_elsewhere(work, run, engine) -> None:
    write("other/docs/a.md", "We utilise it.\n")
    write("other/plainspeak.yml", "ignore: [jargon]\n")
    Path("link").symlink_to("docs")
    arguments = ["check", "link/a.md"]
    run(*arguments)
    assert runs.recall(arguments) is not None
    Path("link").unlink()
    Path("link").symlink_to("other/docs")
    assert runs.recall(arguments) is None


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda: os.utime("docs/a.md", (1, 1)), id="only a time"),
        pytest.param(change("d.md", "We utilise it.\n"), id="a document elsewhere"),
        pytest.param(change("docs/.notes.md.swp", "x"), id="an editor's own file"),
    ],
)
def test_what_does_not_count_does_not_matter(work, run, engine, changed) -> None:
    run(*CHECK)
    changed()
    assert runs.recall(CHECK) is not None


@pytest.mark.parametrize("named", ["packages", "./packages/", "{}/packages/"])
def test_a_package_put_into_a_folder_of_pythonpath_counts(work, run, engine, monkeypatch, named):
    Path("packages").mkdir()
    monkeypatch.setenv("PYTHONPATH", named.format(work))
    monkeypatch.setattr(sys, "path", [*sys.path, str(work / "packages")])
    run(*CHECK)
    assert runs.recall(CHECK) is not None
    Path("packages/new-1.0.dist-info").mkdir()
    assert runs.recall(CHECK) is None


def test_pythonpath_is_taken_as_python_takes_it(work, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "")
    assert maker._added() == frozenset()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["a/", ""]))
    assert maker._added() == {str(work / "a"), str(work)}
    sent = "import sys; from plainspeak.cache.maker import _added; sys.exit(not _added() <= {*sys.path})"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), "a/", "./b", ""])}
    assert (
        subprocess.run([sys.executable, "-c", sent], env=environment, check=False).returncode == 0
    )


def test_only_what_can_be_found_again_is_kept(work, run, engine, kept) -> None:
    run("--debug", *CHECK)
    assert "whole run" not in run("cache", "info").out
    run(*CHECK)
    assert "whole run" in run("cache", "info").out


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (["check", "docs", "--no-cache"], None),
        (["check", "-"], b"We utilise it."),
        (["check", "c.md", "gone.md"], None),
        (["check", "bug.md"], None),
        (["score", "-"], b"We utilise it."),
        (["score", "c.md", "--no-cache"], None),
        (["score", "c.md", "gone.md"], None),
    ],
)
def test_runs_that_are_not_kept(work, run, engine, arguments, stdin) -> None:
    write("bug.md", "BUG\n")
    run(*arguments, stdin=stdin)
    assert runs.recall(arguments) is None


def test_a_fix_with_nothing_to_do_is_not_made_again(work, run, engine) -> None:
    assert "1 sentence changed in 1 file." in run("fix", "docs").out
    assert Path("docs/a.md").read_text() == "We use it.\n"
    assert runs.recall(["fix", "docs"]) is None
    second = run("fix", "docs")
    assert runs.recall(["fix", "docs"]) == (0, "", second.out, "")
    write("docs/a.md", "We utilise it.\n")
    assert runs.recall(["fix", "docs"]) is None
    run("fix", "docs")
    assert Path("docs/a.md").read_text() == "We use it.\n"


def test_a_check_that_mends_is_made_again_until_it_mends_nothing(work, run, engine) -> None:
    arguments = ["check", "docs", "--fix"]
    assert "1 sentence changed in 1 file." in run(*arguments).err
    assert runs.recall(arguments) is None
    second = run(*arguments)
    assert runs.recall(arguments) == (0, "", second.out, "")
    write("docs/a.md", "We utilise it.\n")
    assert "1 sentence changed in 1 file." in run(*arguments).err


def test_fixes_that_are_not_kept(work, run, engine) -> None:
    write("c.md", "Fine.\n")
    for arguments in (["fix", "c.md", "--no-cache"], ["fix", "c.md", "none.md", "--diff"]):
        run(*arguments)
        assert runs.recall(arguments) is None


def test_a_diff_is_said_again_with_what_it_leaves_out(work, run, monkeypatch, capsys) -> None:
    write("c.md", "We utilise it.\n\nPlease READ THIS LETTER today.\n")
    arguments = ["fix", "c.md", "--diff"]
    first = run(*arguments)
    assert "\n+We use it.\n" in first.out
    assert "--unsafe-fixes" in first.err
    assert runs.recall(arguments) == (1, "", first.out, first.err)
    monkeypatch.setattr(sys, "argv", ["plainspeak", *arguments])
    assert main() == 1
    assert tuple(capsys.readouterr()) == (first.out, first.err)
    write("c.md", "We utilise that.\n")
    assert runs.recall(arguments) is None


def test_a_score_is_said_again(work, run) -> None:
    arguments = ["score", "c.md", "docs"]
    first = run(*arguments)
    assert "Reading age" in first.out
    assert runs.recall(arguments) == (0, "", first.out, "")
    write("docs/a.md", "We utilise that.\n")
    assert runs.recall(arguments) is None


def test_one_file_has_one_report_whatever_it_is_called(work, run, engine, monkeypatch) -> None:
    run("check", "docs/a.md")
    for name in ("./docs/a.md", "docs/../docs/a.md", str(Path("docs/a.md").absolute())):
        ran = run("check", name)
        assert ran.out.startswith(f"{name}\n  1:4  warning")
    monkeypatch.chdir("docs")
    assert run("check", "a.md").out.startswith("a.md\n  1:4  warning")
    assert len(engine.made) == 1


def test_an_error_in_a_report_names_the_file_as_it_is_called(work, run) -> None:
    write("c.md", "<!-- plainspeak: ignore-next jargn -->\nHello, all of you.\n")
    select = ("--select", "heading-levels")
    for name in ("c.md", "./c.md", "c.md"):
        ran = run("check", name, *select, "--format", "json")
        (file,) = json.loads(ran.out)["files"]
        assert [error.partition(":")[0] for error in file["errors"]] == [name]


def test_a_document_called_otherwise_is_compared_under_that_name(work, run) -> None:
    write("a.md", "A Memorandum of Understanding (MoU) is a plan.\n")
    write("b.md", "A Ministry of Unrest (MoU) is a place.\n")
    select = ("--select", "consistent-terms")
    assert "in a.md, line 1" in run("check", "a.md", "b.md", *select).out
    assert "in ./a.md, line 1" in run("check", "./a.md", "b.md", *select).out


def test_no_cache_writes_nothing(work, run, engine, kept) -> None:
    run("check", "docs", "--no-cache")
    assert not Path(kept).exists()


def test_another_check_of_the_same_documents_needs_no_model(work, run, engine) -> None:
    run("check", "docs", "c.md")
    ran = run("check", "c.md", "docs", "--statistics")
    assert (ran.code, len(engine.made)) == (1, 1)
    assert "“utilise”: Write “use”. [jargon]" in ran.out
    assert "By term\n  2  utilise" in ran.out


def test_only_what_changed_is_checked(work, run, engine, monkeypatch) -> None:
    run("check", "docs", "c.md")
    write("docs/below/b.md", "We utilise that.\n")
    checked = []
    monkeypatch.setattr(
        engine,
        "check_files",
        lambda self, paths, made=engine.check_files: made(self, checked.extend(paths) or checked),
    )
    ran = run("check", "docs", "c.md")
    assert checked == ["docs/below/b.md"]
    assert ran.out.count("“utilise”") == 3


def test_a_document_that_changes_while_it_is_checked_is_not_kept(
    work, run, engine, monkeypatch
) -> None:
    def check_files(self, paths, made=engine.check_files):
        reports = list(made(self, paths))
        write("c.md", "Fine.\n")
        return iter(reports)

    monkeypatch.setattr(engine, "check_files", check_files)
    assert run("check", "c.md").code == 1
    assert run("check", "c.md").code == 0


def test_a_folder_that_cannot_be_written_is_no_news(work, run, engine, kept) -> None:
    Path(kept).write_text("a file")
    ran = run(*CHECK)
    assert (ran.code, ran.err) == (1, "")
    assert run(*CHECK).out == ran.out


def test_findings_that_need_two_documents_come_back(work, run, monkeypatch) -> None:
    one = "A Memorandum of Understanding (MoU) is a plan.\n"
    write("docs/a.md", one)
    write("docs/below/b.md", "A Ministry of Unrest (MoU) is a place.\n")
    select = ("--select", "consistent-terms")
    first = run("check", "docs", *select, "--format", "json")
    (finding,) = [f for file in json.loads(first.out)["files"] for f in file["findings"]]
    assert "docs/a.md, line 1" in finding["message"]

    def no_model(*_: object, **__: object) -> None:
        raise AssertionError("the language model was loaded")

    monkeypatch.setattr(real_engine, "Checker", no_model)
    assert run("check", "docs", *select, "--format", "json", "-q").out == first.out
    write("docs/a.md", one.replace("plan", "deal"))
    ran = run("check", "docs", *select)
    assert (ran.code, "the language model was loaded" in ran.err) == (3, True)


def test_the_whole_process_imports_nothing_large(work, tmp_path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def check() -> subprocess.CompletedProcess[bytes]:
        code = (
            "import sys\nbefore = set(sys.modules)\nsys.argv[:] = ['plainspeak', 'check', 'docs']\n"
            "from plainspeak.__main__ import main\ncode = main()\n"
            "new = set(sys.modules) - before\n"
            f"print(sorted(new.intersection({HEAVY!r})), file=sys.stderr)\nsys.exit(code)"
        )
        return subprocess.run(
            [sys.executable, "-c", code], capture_output=True, env=environment, check=False
        )

    first = check()
    assert first.returncode == 1
    assert "“utilise”: Write “use”. [jargon]" in first.stdout.decode()
    again = check()
    assert (again.returncode, again.stdout) == (1, first.stdout)
    assert again.stderr == b"[]\n"


def test_cache_info_and_clear(work, run, engine, kept) -> None:
    assert "nothing kept" in run("cache", "info").out
    run(*CHECK)
    write("docs/a.md", "We utilise that.\n")
    run(*CHECK)
    assert run("cache", "info").out.splitlines()[1:] == [
        "       3  reports of documents, 0.0 MB",
        "       1  whole run, 0.0 MB",
        "A document may have several: one for each way to check it, and a report for each version.",
        "The most it may take is 200.0 MB.",
    ]
    assert "deleted" in run("cache", "clear").out
    assert not Path(kept).exists()
    assert "nothing was kept" in run("cache", "clear").out
    assert runs.recall(CHECK) is None


def test_clear_says_why_it_cannot(work, run, kept) -> None:
    Path(kept).mkdir()
    ran = run("cache", "clear")
    assert ran.code == 2
    assert ran.err.startswith("Error: .plainspeak_cache: the folder cannot be deleted")


def test_a_fix_that_cannot_be_written_is_told_and_not_kept(work, run, engine, monkeypatch) -> None:
    def refuse(path, data, *, seen, backup):
        raise WriteError(f"{path}: the file is read-only.")

    monkeypatch.setattr("plainspeak.fixing.replace_file", refuse)
    ran = run("check", "c.md", "--fix")
    assert (ran.code, ran.err) == (2, "Error: c.md: the file is read-only.\n")
    assert runs.recall(["check", "c.md", "--fix"]) is None
