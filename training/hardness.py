"""Fit how hard readers find a word, and add what it needs to the word facts.

python training/hardness.py --ratings FOLDER --vectors PATH

FOLDER holds `lcp_single_train.tsv` and `lcp_multi_train.tsv` (CompLex) and `lexicon.tsv` (Maddela
and Xu). Nothing of the CompLex sentences or ratings goes into the package, only what was fitted.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from facts import FACTS
from vectors import read_vectors

from plainspeak.language import hardness as scorer
from plainspeak.language import words as word_facts
from plainspeak.language.word_table import read_columns, write_columns

PENALTY = 30.0
"""On the weights of the features, each scaled to a spread of 1."""
PAIR_PENALTY = 10.0
REACH = 1.5
"""How soon words stop counting as company, as what they mean grows apart."""
DOUBT = 1.0
"""How much a single rating of a word is doubted when company is worked out."""
PAIR_DOUBT = 3.0
FOLDS = 10


@dataclass(frozen=True)
class Rated:
    """A word, or two, and how hard people found it in one sentence."""

    words: str
    hardness: float


def read_ratings(path: Path) -> list[Rated]:
    """Read a CompLex file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Rated(r["token"], float(r["complexity"])) for r in rows if r["token"]]


def read_lexicon(path: Path) -> dict[str, int]:
    """Read the rated words: hundredths of a rating from 1 to 6, by word in small letters."""
    found: dict[str, list[float]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, rating = line.split("\t")
        if " " not in word:
            found[word.lower()].append(float(rating))
    return {word: round(100 * sum(ratings) / len(ratings)) for word, ratings in found.items()}


def ridge(x: np.ndarray, y: np.ndarray, penalty: float) -> np.ndarray:
    """Weights for columns as they are; the first is constant and not held down."""
    spread = x.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = x / spread
    scaled[:, 1:] -= scaled[:, 1:].mean(axis=0)
    hold = np.eye(x.shape[1]) * penalty
    hold[0, 0] = 0.0
    weights: np.ndarray = np.linalg.solve(scaled.T @ scaled + hold, scaled.T @ y) / spread
    weights[0] -= x[:, 1:].mean(axis=0) @ weights[1:]
    return weights


def likeness(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """How alike the company of words is: 1 for the same, falling to 0."""
    alike: np.ndarray = np.exp(-REACH * (2 - 2 * a @ b.T))
    return alike


class Company:
    """What words that keep the same company add to the hardness that other features give."""

    def __init__(self, vectors: dict[str, np.ndarray], words: Sequence[str], left: np.ndarray):
        """Learn from what the other features leave unexplained.

        Args:
            vectors: of length 1, by word.
            words: the rated words, in small letters, as often as they were rated.
            left: for each of them, its rating less what the other features say.
        """
        self._vectors = vectors
        by_word: dict[str, list[float]] = defaultdict(list)
        for word, rest in zip(words, left, strict=True):
            if word in vectors:
                by_word[word].append(rest)
        self._known = np.array([vectors[word] for word in by_word])
        counts = np.array([len(rests) for rests in by_word.values()])
        means = np.array([np.mean(rests) for rests in by_word.values()])
        alike = likeness(self._known, self._known)
        self._weights = np.linalg.solve(alike + np.diag(DOUBT / counts), means)

    def of(self, words: Sequence[str]) -> np.ndarray:
        """The company of words; 0 for one without a vector."""
        found = np.zeros(len(words))
        places = [place for place, word in enumerate(words) if word in self._vectors]
        for start in range(0, len(places), 4096):
            part = places[start : start + 4096]
            rows = np.array([self._vectors[words[place]] for place in part])
            found[part] = likeness(rows, self._known) @ self._weights
        return found


def matrix(rated: Sequence[Rated]) -> tuple[list[str], np.ndarray]:
    """The names of the features but company, and a row of them for each word."""
    rows = [scorer.features(each.words) for each in rated]
    names = [name for name in rows[0] if name != "company"]
    return names, np.array([[row[name] for name in names] for row in rows])


def fit_words(
    rated: Sequence[Rated], vectors: dict[str, np.ndarray]
) -> tuple[dict[str, float], Company]:
    """Fit the weights, and the company."""
    names, x = matrix(rated)
    y = np.array([each.hardness for each in rated])
    weights = ridge(x, y, PENALTY)
    company = Company(vectors, [each.words.lower() for each in rated], y - x @ weights)
    return {**dict(zip(names, map(float, weights), strict=True)), "company": 1.0}, company


def pair_company(
    vectors: dict[str, np.ndarray], pairs: Sequence[list[str]], left: np.ndarray, words: list[str]
) -> list[np.ndarray]:
    """What the company of a first word and of a second word add, for each of `words`.

    Args:
        vectors: of length 1, by word.
        pairs: the rated pairs, in small letters.
        left: for each of them, its rating less what the other features say.
        words: the words to work it out for.
    """
    none = np.zeros(len(next(iter(vectors.values()))))
    known = [np.array([vectors.get(pair[slot], none) for pair in pairs]) for slot in (0, 1)]
    alike = sum(likeness(rows, rows) for rows in known)
    weights = np.linalg.solve(alike + PAIR_DOUBT * np.eye(len(left)), left)
    rows = np.array([vectors.get(word, none) for word in words])
    has = np.array([word in vectors for word in words])
    return [has * (likeness(rows, each) @ weights) for each in known]


def fit_pairs(
    rated: Sequence[Rated], hard: Callable[[str], float]
) -> tuple[dict[str, float], np.ndarray]:
    """Fit the weights for two words that belong together; gives what they leave unexplained too."""
    rows = []
    for each in rated:
        first, second = each.words.split(" ")
        rows.append(scorer.pair_features(first, second, hard(first), hard(second)))
    names = [name for name in rows[0] if not name.startswith("company")]
    x = np.array([[row[name] for name in names] for row in rows])
    y = np.array([each.hardness for each in rated])
    weights = ridge(x, y, PAIR_PENALTY)
    company = {"company of first": 1.0, "company of second": 1.0}
    return {**dict(zip(names, map(float, weights), strict=True)), **company}, y - x @ weights


def by_word(rated: Iterable[Rated]) -> dict[str, int]:
    """Put words into folds, so that a word is in one fold only."""
    words = sorted({each.words.lower() for each in rated})
    order = np.random.default_rng(0).permutation(len(words))
    return {words[place]: number % FOLDS for number, place in enumerate(order)}


def cross_validate(rated: Sequence[Rated], vectors: dict[str, np.ndarray]) -> tuple[float, float]:
    """Pearson correlation on words not fitted on: without company, and with it."""
    folds = by_word(rated)
    fold = np.array([folds[each.words.lower()] for each in rated])
    names, x = matrix(rated)
    y = np.array([each.hardness for each in rated])
    plain, full = np.zeros(len(y)), np.zeros(len(y))
    for number in range(FOLDS):
        out = fold == number
        weights, company = fit_words([r for r, o in zip(rated, out, strict=True) if not o], vectors)
        held = [each.words.lower() for each, o in zip(rated, out, strict=True) if o]
        plain[out] = x[out] @ np.array([weights[name] for name in names])
        full[out] = plain[out] + company.of(held)
    return float(np.corrcoef(plain, y)[0, 1]), float(np.corrcoef(full, y)[0, 1])


def unit(table: dict[str, list[float]], words: Iterable[str]) -> dict[str, np.ndarray]:
    """Vectors of length 1 for the words that have one."""
    found = {word: np.array(table[word]) for word in words if word in table}
    return {word: row / np.linalg.norm(row) for word, row in found.items()}


def _forget() -> None:
    """Let the package read its files again."""
    for cached in (word_facts._columns, scorer._weights, scorer.hardness):
        cached.cache_clear()


def build_hardness(ratings: Path, vectors: Path, out: Path = FACTS) -> None:
    """Fit everything, and write `hardness.json` and the columns `rating` and `company`."""
    columns = {name: dict(each) for name, each in read_columns(out / "words.gz").items()}
    columns["rating"] = read_lexicon(ratings / "lexicon.tsv")
    columns.update({"company": {}, "company_first": {}, "company_second": {}})
    write_columns(out / "words.gz", columns)
    _forget()
    words = read_ratings(ratings / "lcp_single_train.tsv")
    pairs = read_ratings(ratings / "lcp_multi_train.tsv")
    table = list(columns["zipf"])
    asked = {*table, *(part for each in (*words, *pairs) for part in each.words.lower().split(" "))}
    rows = unit(read_vectors(vectors), asked)
    without, full = cross_validate(words, rows)
    print(f"Cross-validated on words, Pearson: {without:.3f} without company, {full:.3f} with it.")
    weights, company = fit_words(words, rows)
    columns["company"] = _hundredths(table, company.of(table))
    write_columns(out / "words.gz", columns)
    _write_weights(out, {"word": weights, "pair": {}})
    _forget()
    for_pairs, left = fit_pairs(pairs, lambda word: scorer.hardness(word) or 0.5)
    split = [each.words.lower().split(" ") for each in pairs]
    first, second = pair_company(rows, split, left, table)
    columns["company_first"] = _hundredths(table, first)
    columns["company_second"] = _hundredths(table, second)
    write_columns(out / "words.gz", columns)
    _write_weights(out, {"word": weights, "pair": for_pairs})
    _forget()


def _hundredths(words: Sequence[str], values: np.ndarray) -> dict[str, int]:
    """Whole hundredths by word; none for nought."""
    rounded = np.round(100 * values).astype(int)
    return {word: int(n) for word, n in zip(words, rounded, strict=True) if n}


def _write_weights(out: Path, weights: dict[str, dict[str, float]]) -> None:
    rounded = {
        kind: {name: round(weight, 5) for name, weight in table.items()}
        for kind, table in weights.items()
    }
    (out / "hardness.json").write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ratings", type=Path, required=True, help="folder of the rated words")
    parser.add_argument("--vectors", type=Path, required=True, help="as for build.py")
    args = parser.parse_args()
    build_hardness(args.ratings, args.vectors)


if __name__ == "__main__":
    main()
