"""The texts that are measured, in a folder of their own, so that nothing else is touched."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plainspeak import readers

__all__ = ["Sizes", "Texts", "prepare"]

TINY = "# Meeting\n\nWe will utilise the hall prior to the talk.\n"
PROSE = re.compile(r"^[A-Z].*[.!?]$", re.DOTALL)
PARTS = 16


@dataclass(frozen=True)
class Sizes:
    """How much text to take."""

    sample: int
    """Words for the comparison with other tools."""
    many: int
    """Files for the check in which nothing changed."""
    large: int
    """Words in the large document."""
    part: int
    """Words in each of the 16 parts that show whether the cost grows with the words."""


@dataclass(frozen=True)
class Texts:
    """Where the texts are, each set in a folder of its own."""

    folder: Path
    """All documents of the folder that was given."""
    tiny: Path
    """A heading and a sentence."""
    sample: Path
    """Markdown files, taken evenly from all."""
    many: Path
    large: Path
    parts: dict[int, list[Path]]
    """The same words in 16 files, in 4 and in 1, by how many times a part each file holds."""

    def edit(self, number: int) -> None:
        """Put a sentence into the middle of the large document, another one each time."""
        paragraphs = _paragraphs(self.large)
        middle = len(paragraphs) // 2
        spot = next(
            (i for i in range(middle, len(paragraphs)) if PROSE.match(paragraphs[i])), middle
        )
        paragraphs[spot] = f"{_original(paragraphs[spot])} We met {number} people in the hall."
        self.large.write_text("\n\n".join(paragraphs), encoding="utf-8")


def prepare(source: Path, place: Path, sizes: Sizes) -> Texts:
    """Copy the documents of a folder into another, in the sets that are measured.

    Raises:
        SystemExit: the folder holds no Markdown file.
    """
    files = [p for p in sorted(source.rglob("*")) if p.is_file() and readers.format_for(str(p))]
    markdown = [path for path in files if path.suffix.lower() == ".md"]
    if not markdown:
        raise SystemExit(f"There are no Markdown files in {source}.")
    tiny = place / "tiny" / "note.md"
    tiny.parent.mkdir(parents=True)
    tiny.write_text(TINY, encoding="utf-8")
    large = place / "large" / "guide.md"
    large.parent.mkdir()
    paragraphs = list(itertools.chain.from_iterable(map(_paragraphs, markdown)))
    large.write_text("\n\n".join(_words_of(paragraphs, sizes.large)), encoding="utf-8")
    return Texts(
        _copied(files, place / "folder"),
        tiny,
        _copied(_evenly(markdown, sizes.sample), place / "sample"),
        _copied(list(itertools.islice(itertools.cycle(files), sizes.many)), place / "many"),
        large,
        _parts(paragraphs, place / "parts", sizes.part),
    )


def _copied(files: Sequence[Path], folder: Path) -> Path:
    folder.mkdir()
    for number, file in enumerate(files):
        shutil.copyfile(file, folder / f"{number:04}-{file.name}")
    return folder


def _evenly(files: Sequence[Path], words: int) -> list[Path]:
    """About so many words of files, from the whole of the list."""
    total = sum(map(_count, files))
    step = max(1, round(total / words))
    return list(files[::step])


def _count(file: Path) -> int:
    return len(file.read_text(encoding="utf-8", errors="replace").split())


def _paragraphs(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8", errors="replace")
    return [part for part in re.split(r"\n\s*\n", text.strip()) if part]


def _words_of(paragraphs: Iterable[str], words: int) -> Iterator[str]:
    """The first paragraphs that have so many words between them."""
    for paragraph in paragraphs:
        yield paragraph
        words -= len(paragraph.split())
        if words <= 0:
            return


def _original(paragraph: str) -> str:
    return re.sub(r" We met \d+ people in the hall\.$", "", paragraph)


def _parts(paragraphs: Sequence[str], folder: Path, words: int) -> dict[int, list[Path]]:
    """The same words as 16 documents, as 4 and as 1."""
    left = iter(paragraphs)
    words = min(words, sum(len(each.split()) for each in paragraphs) // (PARTS + 1))
    parts = ["\n\n".join(_words_of(left, words)) for _ in range(PARTS)]
    made: dict[int, list[Path]] = {}
    for times in (1, 4, PARTS):
        made[times] = []
        (folder / str(times)).mkdir(parents=True)
        for start in range(0, PARTS, times):
            path = folder / str(times) / f"{start:02}.md"
            path.write_text("\n\n".join(parts[start : start + times]) + "\n", encoding="utf-8")
            made[times].append(path)
    return made
