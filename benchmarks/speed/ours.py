"""plainspeak's own cases, and what Python and spaCy take without it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path

from benchmarks.speed.measuring import run
from benchmarks.speed.texts import Texts

__all__ = [
    "EXTRA",
    "ROOT",
    "Case",
    "baselines",
    "count",
    "edits",
    "folder_check",
    "folders",
    "options",
    "small",
]

ROOT = Path(__file__).parents[2]
EXTRA = {"PYTHONPATH": str(ROOT)}
"""So that the plainspeak beside this file is measured, whichever is installed."""
INSTALLED = shutil.which("plainspeak", path=str(Path(sys.executable).parent))
PROGRAM = [INSTALLED] if INSTALLED else [sys.executable, "-m", "plainspeak"]
CHECK = [*PROGRAM, "check", "--fail-on", "never"]
MODEL = resources.files("plainspeak.language") / "model"


@dataclass(frozen=True)
class Case:
    """One command that is measured, again and again."""

    name: str
    title: str
    command: list[str]
    folder: Path
    """The working folder, where a cache is kept too."""
    first: list[str] | None = None
    """A command to run once before the first round, not measured: it fills the cache."""
    before: Callable[[int], None] | None = None
    """What to do before each round, not measured; gets the number of the round, from 1."""
    codes: frozenset[int] | None = frozenset({0})
    """The exit codes of a run that went well; `None` for any that is not a crash."""


def options() -> set[str]:
    """Which options `plainspeak check` has: not every version keeps a cache or uses all cores."""
    shown = run([*CHECK, "--help"], ROOT, EXTRA).out
    return {name for name in ("--no-cache", "--jobs") if name in shown}


def baselines(texts: Texts) -> Iterator[Case]:
    """What must be paid before plainspeak does anything."""
    folder = texts.tiny.parent
    for name, title, code in (
        ("python", "Python alone", "pass"),
        ("click", "Python and click", "import click"),
        ("spacy", "Python and spaCy", "import spacy"),
        (
            "model",
            "Python, spaCy and the language model",
            f"import spacy; spacy.load({str(MODEL)!r})",
        ),
    ):
        yield Case(name, title, [sys.executable, "-c", code], folder)


def small(texts: Texts, known: set[str]) -> Iterator[Case]:
    """Checks that should take no time: one small file, and files that did not change."""
    check = [*CHECK, texts.tiny.name]
    yield Case("cold", "One small file, nothing kept", _fresh(check, known), texts.tiny.parent)
    if "--no-cache" in known:
        yield Case("cached", "The same file, not changed", check, texts.tiny.parent, check)
        count = len(list(texts.many.iterdir()))
        many = [*CHECK, "."]
        yield Case("cached-many", f"{count} files, not changed", many, texts.many, many)


def edits(texts: Texts, known: set[str]) -> Iterator[Case]:
    """A large document of which one paragraph changed."""
    check = [*CHECK, texts.large.name]
    folder = texts.large.parent
    yield Case("large", "A large document, nothing kept", _fresh(check, known), folder)
    if "--no-cache" in known:
        title = "The same document, one paragraph changed"
        yield Case("edit", title, check, folder, check, texts.edit)


def folders(folder: Path, known: set[str], prefix: str = "") -> Iterator[Case]:
    """All documents of a folder."""
    make = partial(_folder, folder=folder, known=known, prefix=prefix)
    if "--jobs" in known:
        yield make("all", "plainspeak, all rules")
        yield make("all-1", "plainspeak, all rules, one process", "--jobs", "1")
    else:
        yield make("all-1", "plainspeak, all rules, one process")
    yield make("jargon", "plainspeak, only the rule jargon", "--select", "jargon")


def folder_check(known: set[str]) -> list[str]:
    """The command that checks the working folder as a user would."""
    return _fresh([*CHECK, "."], known)


def count(known: set[str], folders: Iterable[Path]) -> list[str]:
    """A quick command that tells the words of all documents of some folders, in JSON."""
    check = [*CHECK, "--format", "json", "--select", "bold", *map(str, folders)]
    return _fresh(check, known)


def _folder(name: str, title: str, *added: str, folder: Path, known: set[str], prefix: str) -> Case:
    return Case(prefix + name, title, _fresh([*CHECK, *added, "."], known), folder)


def _fresh(command: list[str], known: set[str]) -> list[str]:
    return [*command, "--no-cache"] if "--no-cache" in known else command
