"""How much work a check does, counted and not timed: the same on every machine.

A figure that grows here means that every check costs more. If that is meant, raise the figure in
the commit that makes it grow, and say there what the work buys.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from plainspeak import readers
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.language import pipeline

ROOT = Path(__file__).parents[1]
GUIDE = Path(__file__).parent / "work" / "guide.md"
BLOCKS = 34
"""The guide's headings, paragraphs, list items and table cells."""
SLACK = 0.9
"""A figure that shrinks to less than this share should be written down, so that it stays small."""

NEVER = {"textstat", "nltk", "pyphen", "plainspeak.curation"}
"""What takes long to import and no check needs; spaCy itself brings the other large ones."""


def hold(counted: int, written: int, what: str) -> None:
    """See that a count is not above what is written here, nor far below."""
    assert counted <= written, (
        f"{what}: {counted} now, {written} written here. If the growth is meant, raise the figure "
        f"and say in the commit what it buys."
    )
    assert counted >= SLACK * written, (
        f"{what}: only {counted} now, {written} written here. Lower the figure, to keep the gain."
    )


@pytest.mark.parametrize("counted", [101, 89])
def test_a_figure_that_is_not_what_is_written_fails(counted: int) -> None:
    hold(100, 100, "blocks")
    with pytest.raises(AssertionError, match=f"blocks: .*{counted} now, 100 written here"):
        hold(counted, 100, "blocks")


def imported(code: str, folder: Path = ROOT) -> set[str]:
    """The modules that a fresh Python imports for some code, without Python's own."""
    whole = (
        f"import sys\nbefore = set(sys.modules)\n{code}\n"
        "new = set(sys.modules) - before\n"
        "print('\\n', *(n for n in new if n.partition('.')[0] not in sys.stdlib_module_names))"
    )
    done = subprocess.run(
        [sys.executable, "-c", whole],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return set(done.stdout.splitlines()[-1].split())


def command(*arguments: str) -> str:
    """Code that runs the command line in this process."""
    return (
        f"from plainspeak.__main__ import main; sys.argv = ['plainspeak', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass"
    )


def ours(modules: Iterable[str]) -> int:
    return sum(name.partition(".")[0] == "plainspeak" for name in modules)


def packages(modules: Iterable[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_import_loads_two_modules() -> None:
    assert imported("import plainspeak") == {"plainspeak", "plainspeak._version"}


def test_version_needs_click_at_most() -> None:
    modules = imported(command("--version"))
    assert packages(modules) <= {"plainspeak", "click"}
    hold(ours(modules), 19, "modules of plainspeak for --version")


def test_a_check_loads_what_it_needs(tmp_path: Path) -> None:
    shutil.copy(GUIDE, tmp_path)  # a folder with nothing kept from an earlier check
    modules = imported(command("check", "--fail-on", "never", "guide.md"), tmp_path)
    assert "spacy" in modules
    assert sorted(modules & NEVER) == []
    hold(ours(modules), 223, "modules of plainspeak for a check")


def test_numpy_starts_no_threads(tmp_path: Path) -> None:
    shutil.copy(GUIDE, tmp_path)
    code = (
        f"import sys; {command('check', '--fail-on', 'never', '-q', 'guide.md')}\n"
        "from threadpoolctl import threadpool_info\n"
        "print([each['num_threads'] for each in threadpool_info() if each['user_api'] == 'blas'])"
    )
    environment = {name: value for name, value in os.environ.items() if "NUM_THREADS" not in name}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT)},
    )
    threads = done.stdout.splitlines()[-1]
    assert threads == "[1]", threads


@dataclass
class Work:
    """What the language model had to do."""

    calls: int = 0
    """How often it was started."""
    blocks: int = 0
    """Blocks that it read, those of rewritten sentences too."""
    sentences: int = 0
    """Sentences of which it found the grammar."""


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """Counts what spaCy does in this process from now on."""
    counted = Work()
    nlp = pipeline.load().nlp
    real = nlp.pipe

    def pipe(texts: Iterable[Any], **options: Any) -> Iterator[Any]:
        if options.get("as_tuples"):  # spaCy calls itself, with the texts alone
            yield from real(texts, **options)
            return
        counted.calls += 1
        for doc in real(texts, **options):
            counted.blocks += 1
            counted.sentences += len(list(doc.sents)) if doc.has_annotation("DEP") else 0
            yield doc

    monkeypatch.setattr(nlp, "pipe", pipe)
    return counted


def text_of_the_guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


def test_the_guide_has_the_blocks_that_are_written_here() -> None:
    assert len(readers.read_text(text_of_the_guide(), "markdown").blocks) == BLOCKS


@pytest.mark.parametrize(
    ("rules", "calls", "blocks", "sentences"),
    [
        ((), 3, 77, 94),
        (("jargon",), 3, 60, 71),
        (("heading-levels",), 1, BLOCKS, 0),
    ],
    ids=["all rules", "jargon", "no grammar"],
)
def test_what_the_model_reads(
    work: Work, rules: tuple[str, ...], calls: int, blocks: int, sentences: int
) -> None:
    report = Checker(Settings(select=rules)).check_text(text_of_the_guide())
    assert report.words > 400
    assert not report.bugs
    hold(work.calls, calls, "calls of the language model")
    hold(work.blocks, blocks, "blocks that it read")
    hold(work.sentences, sentences, "sentences of which it found the grammar")


def test_twice_the_text_is_twice_the_work_at_most(work: Work) -> None:
    checker = Checker()
    checker.check_text(text_of_the_guide())
    one = Work(work.calls, work.blocks, work.sentences)
    checker.check_text(f"{text_of_the_guide()}\n\n{text_of_the_guide()}")
    # The front matter of the second copy is prose there: two blocks more.
    assert work.blocks - one.blocks <= 2 * one.blocks + 2
    assert work.sentences - one.sentences <= 2 * one.sentences + 2
    assert work.calls - one.calls <= one.calls


def test_small_files_go_through_the_model_together(work: Work, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.md" for number in range(4)]
    for file in files:
        file.write_text(text_of_the_guide(), encoding="utf-8")
    reports = list(Checker(Settings(select=("heading-levels",))).check_files(files))
    assert [report.words for report in reports] == [reports[0].words] * 4
    assert work.blocks == 4 * BLOCKS
    # So many words fit into one call.
    assert work.calls == 1
