"""How well plainspeak finds the full words that a text gives for a short form.

Run `python -m benchmarks.abbreviations FILE` on abstracts labelled by people, in the format of
MED1250: a number, a title, an abstract, and a line `short form|full words` for each pair, with an
empty line after the last. A pair is right if the abstract has it with the same short form and the
same full words, letter by letter but for case and for the spaces around hyphens and between words.
Each pair counts once in an abstract. A pair of one sign (“E” for “excitatory”) counts too.

`--part even` or `--part odd` takes every second abstract, so that what is tuned on one part can be
measured on the other. `--errors` prints what it gets wrong.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plainspeak.glossary.abbreviations import definitions

Pair = tuple[str, str]


@dataclass(frozen=True)
class Abstract:
    """A text, and the pairs of a short form and full words that people found in it."""

    passages: tuple[str, ...]
    pairs: frozenset[Pair]


def same(words: str) -> str:
    """Words without what does not matter when they are compared."""
    return re.sub(r"\s*-\s*", "-", " ".join(words.split())).casefold()


def read(path: Path) -> Iterator[Abstract]:
    """The abstracts of a file."""
    passages: list[str] = []
    pairs: set[Pair] = set()
    for line in [*path.read_bytes().decode("utf-8").split("\n"), ""]:
        if line.startswith("//"):
            continue  # what the labellers noted
        if line.startswith("  ") and "|" in line:
            short, long = line.split("|")[:2]
            pairs.add((same(short), same(long)))
        elif line.strip():
            passages.append(line.strip())
        elif passages:
            yield Abstract(tuple(passages[1:]), frozenset(pairs))
            passages, pairs = [], set()


def found_in(abstract: Abstract) -> frozenset[Pair]:
    """The pairs that plainspeak finds."""
    return frozenset(
        (same(found.short), same(found.long))
        for passage in abstract.passages
        for found in definitions(passage)
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--part", choices=("all", "even", "odd"), default="all")
    parser.add_argument("--errors", action="store_true", help="also print what is wrong")
    asked = parser.parse_args()
    if not asked.file.is_file():
        parser.exit(1, f"There is no file {asked.file}. The data is not part of plainspeak.\n")
    abstracts = list(read(asked.file))
    if asked.part != "all":
        abstracts = abstracts[asked.part == "odd" :: 2]
    right = too_many = missed = 0
    for abstract in abstracts:
        found = found_in(abstract)
        right += len(found & abstract.pairs)
        too_many += len(found - abstract.pairs)
        missed += len(abstract.pairs - found)
        if asked.errors:
            wrong = {"too many": found - abstract.pairs, "missed": abstract.pairs - found}
            for name, pairs in wrong.items():
                for short, long in sorted(pairs):
                    print(f"    {name}: {short} | {long}")
    precision, recall = right / (right + too_many or 1), right / (right + missed or 1)
    f1 = 2 * right / (2 * right + too_many + missed or 1)
    print(
        f"{asked.file.name}, {len(abstracts)} abstracts ({asked.part}), {right + missed} pairs:\n"
        f"    precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  "
        f"({right} right, {too_many} too many, {missed} missed)"
    )


if __name__ == "__main__":
    main()
