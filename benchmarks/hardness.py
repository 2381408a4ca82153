"""How well plainspeak tells how hard words are, against what people said.

python benchmarks/hardness.py FOLDER

FOLDER holds the CompLex trial files, `lcp_single_trial.tsv` and `lcp_multi_trial.tsv`
(https://github.com/MMU-TDMLab/CompLex, CC BY 4.0). Nothing was fitted on them.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np

from plainspeak.language.hardness import hardness, hardness_of_pair
from plainspeak.language.words import zipf

UNKNOWN = 0.5
"""What is said of a word that the word facts do not have."""


def of_one(words: str) -> float:
    """How hard one word is."""
    found = hardness(words)
    return UNKNOWN if found is None else found


def of_two(words: str) -> float:
    """How hard two words are."""
    found = hardness_of_pair(*words.split(" "))
    return UNKNOWN if found is None else found


def rarity(words: str) -> float:
    """How rare words are, by frequency alone."""
    return -sum(zipf(word) for word in words.split(" "))


def measure(path: Path, score: Callable[[str], float]) -> str:
    """Compare with a file of ratings."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rated = [(row["token"], float(row["complexity"])) for row in rows if row["token"]]
    said = np.array([rating for _, rating in rated])
    ours = np.array([score(words) for words, _ in rated])
    alone = np.array([rarity(words) for words, _ in rated])
    error = np.abs(ours - said).mean()
    return (
        f"n {len(rated)}, Pearson {np.corrcoef(ours, said)[0, 1]:.3f} "
        f"(frequency alone {np.corrcoef(alone, said)[0, 1]:.3f}), mean error {error:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    print("Single words:", measure(folder / "lcp_single_trial.tsv", of_one))
    print("Pairs:       ", measure(folder / "lcp_multi_trial.tsv", of_two))


if __name__ == "__main__":
    main()
