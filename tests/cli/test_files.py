from pathlib import Path

import pytest

from plainspeak.cli.files import Found, SettingsBook, find, nothing_found
from plainspeak.errors import SettingsError
from plainspeak.model import FileReport


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths, text=""):
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def found(*paths, book=None, stdin_name=None):
    return list(
        find(
            paths,
            book or SettingsBook(),
            lambda path: path.endswith((".md", ".txt")),
            stdin_name,
        )
    )


def paths(*given):
    return [each.path for each in found(*given) if isinstance(each, Found)]


def test_a_folder_gives_its_documents_in_order():
    write("docs/b.md", "docs/a.txt", "docs/c.png", "docs/in/d.md", "docs/.e.md", "z.md")
    assert paths("docs") == ["docs/a.txt", "docs/b.md", "docs/in/d.md"]
    assert paths("docs/") == ["docs/a.txt", "docs/b.md", "docs/in/d.md"]
    assert paths(".") == ["docs/a.txt", "docs/b.md", "docs/in/d.md", "z.md"]


def test_other_peoples_folders_are_skipped():
    write(
        "docs/a.md",
        "docs/node_modules/m/readme.md",
        "docs/.venv/b.md",
        "docs/.git/c.md",
        "docs/env/pyvenv.cfg",
        "docs/env/lib/d.md",
        "docs/__pycache__/e.md",
    )
    assert paths("docs") == ["docs/a.md"]
    assert paths("docs/node_modules") == ["docs/node_modules/m/readme.md"]
    assert paths("docs/.venv/b.md") == ["docs/.venv/b.md"]


def test_each_document_comes_once():
    write("a.md", "docs/b.md")
    assert paths("docs/b.md", "docs", "./docs/../docs/b.md", "a.md", "a.md") == [
        "docs/b.md",
        "a.md",
    ]


def test_gitignore_is_respected_in_folders_and_nowhere_else():
    write("docs/.gitignore", text="*.txt\n!keep.txt\nbuilt/\n/top.md\n")
    write("docs/a.txt", "docs/keep.txt", "docs/built/b.md", "docs/top.md", "docs/in/top.md")
    assert paths("docs") == ["docs/in/top.md", "docs/keep.txt"]
    assert paths("docs/a.txt") == ["docs/a.txt"]


def test_the_gitignore_of_the_whole_repository_counts():
    Path(".git").mkdir()
    write(".gitignore", text="docs/drafts/\n*.txt\n")
    write("docs/in/.gitignore", text="!good.txt\n")
    write("docs/a.md", "docs/drafts/b.md", "docs/in/good.txt", "docs/in/bad.txt")
    assert paths("docs") == ["docs/a.md", "docs/in/good.txt"]
    assert paths("docs/in") == ["docs/in/good.txt"]


def test_a_gitignore_above_the_repository_does_not_count():
    write(".gitignore", text="*.md\n")
    Path("repo/.git").mkdir(parents=True)
    write("repo/a.md")
    assert paths("repo") == ["repo/a.md"]


def test_a_folder_that_is_named_is_checked_even_if_git_ignores_it():
    Path(".git").mkdir()
    write(".gitignore", text="build/\n")
    write("build/a.md", "build/in/b.md")
    assert paths("build") == ["build/a.md", "build/in/b.md"]
    assert paths(".") == []


def test_exclude_counts_from_the_settings_file():
    write("plainspeak.yml", text="exclude: [docs/drafts/, '*-minutes.md']\n")
    write("docs/a.md", "docs/drafts/b.md", "docs/may-minutes.md", "drafts/c.md")
    assert paths(".") == ["docs/a.md", "drafts/c.md"]
    assert paths("docs") == ["docs/a.md"]
    assert paths("docs/may-minutes.md") == ["docs/may-minutes.md"]


def test_the_nearest_settings_count_for_each_document():
    write("plainspeak.yml", text="profile: health\n")
    write("docs/easy/plainspeak.yml", text="profile: easy-read\n")
    write("a.md", "docs/b.md", "docs/easy/c.md")
    everything = found("docs", "a.md")
    assert [(each.path, each.settings.profile) for each in everything] == [
        ("docs/b.md", "health"),
        ("docs/easy/c.md", "easy-read"),
        ("a.md", "health"),
    ]
    assert everything[0].settings is everything[2].settings
    assert everything[0].settings.source == "plainspeak.yml"
    assert everything[1].settings.source == str(Path("docs/easy/plainspeak.yml"))


def test_one_settings_file_can_count_for_all():
    write("plainspeak.yml", text="profile: health\n")
    write("ours.yml", text="profile: technical\nfail_on: never\n")
    write("a.md")
    (one,) = found("a.md", book=SettingsBook(Path("ours.yml"), fail_on="error"))
    assert (one.settings.profile, one.settings.fail_on) == ("technical", "error")


def test_wrong_settings_stop_everything():
    write("docs/plainspeak.yml", text="profil: health\n")
    write("docs/a.md")
    with pytest.raises(SettingsError, match=r"^docs/plainspeak\.yml:1: profil: no such field"):
        found("docs")


@pytest.mark.parametrize("pattern", ["docs/**/*.md", "docs/*/*.md", "doc?/in/b.md", "docs/i*"])
def test_patterns(pattern):
    write("docs/in/b.md", "docs/in/b.png", "docs/in/.hidden.md")
    assert paths(pattern) == ["docs/in/b.md"]


def test_patterns_leave_out_what_folders_leave_out():
    write(".gitignore", text="built/\n")
    write("a.md", "built/b.md", "node_modules/m/readme.md", "docs/c.md")
    assert paths("**/*.md") == ["a.md", "docs/c.md"]
    assert paths("*") == ["a.md", "docs/c.md"]


def test_a_pattern_may_be_absolute(here):
    write("docs/a.md")
    assert paths(f"{here}/docs/*.md") == [f"{here}/docs/a.md"]


def test_a_name_with_brackets_is_a_name():
    write("a[1].md")
    assert paths("a[1].md") == ["a[1].md"]


def test_what_is_not_there_is_told():
    assert found("none.md", "docs/*.md") == [
        FileReport(
            "none.md", errors=("none.md: there is no such file or folder. Check the name.",)
        ),
        FileReport("docs/*.md", errors=("docs/*.md: no file or folder matches this pattern.",)),
    ]


def test_standard_input_takes_the_settings_of_its_name():
    write("docs/plainspeak.yml", text="profile: health\n")
    (one,) = found("-", stdin_name="docs/draft.md")
    assert (one.path, one.settings.profile) == ("-", "health")
    (one,) = found("-", "-")
    assert (one.path, one.settings.profile) == ("-", "plain")


@pytest.mark.needs_posix("links")
def test_links_to_folders_are_not_followed():
    write("docs/a.md")
    Path("docs/loop").symlink_to("..", target_is_directory=True)
    Path("docs/gone.md").symlink_to("nowhere.md")
    assert paths("docs") == ["docs/a.md"]
    assert paths("docs/gone.md") == ["docs/gone.md"]


def test_the_message_when_nothing_is_found():
    assert str(nothing_found(["docs", "a"], [".md", ".txt"])).startswith(
        "no documents to check in docs, a. plainspeak looks for files that end in .md, .txt, and"
    )
