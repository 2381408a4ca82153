"""Turn the treebanks into .spacy files for training."""

from __future__ import annotations

import random
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from treebank import Sentence, by_count, by_paragraph, read_treebank, to_doc

TREEBANKS = {"ewt": "en_ewt-{part}", "gum": "en_gum*-{part}"}
# Guidance is edited text, as GUM is, so the sentence splitter sees more of it.
SHUFFLES = {"ewt": 2, "gum": 6}


def find_part(folder: Path, name: str, part: str) -> Path:
    """Find the file of one part, whatever the selection of genres is called."""
    pattern = TREEBANKS[name].format(part=part) + ".conllu*"
    found = sorted(folder.glob(pattern))
    if not found:
        raise SystemExit(f"No file {pattern} in {folder}. Put the treebanks there first.")
    return found[0]


def read_part(folder: Path, part: str) -> dict[str, list[Sentence]]:
    """Read one part of both treebanks."""
    return {name: read_treebank(find_part(folder, name, part)) for name in TREEBANKS}


def save(groups: list[list[Sentence]], path: Path) -> None:
    """Write groups of sentences as Docs."""
    vocab = spacy.blank("en").vocab
    docs = (to_doc(vocab, [sentence.rows for sentence in group]) for group in groups)
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def for_sentences(parts: dict[str, list[Sentence]], seed: int = 0) -> list[list[Sentence]]:
    """Group sentences to learn where one ends.

    Paragraphs come in new orders too, so that a heading stands before many different sentences.
    """
    rng = random.Random(seed)
    groups: list[list[Sentence]] = []
    for name, sentences in parts.items():
        paragraphs = by_paragraph(sentences)
        groups += (paragraphs + by_count(sentences, 10)) * (SHUFFLES[name] // 2)
        for _ in range(SHUFFLES[name]):
            rng.shuffle(paragraphs)
            groups += by_count([s for paragraph in paragraphs for s in paragraph], 10)
    return groups


def convert(treebank: Path, work: Path) -> None:
    """Write train.spacy, senter.spacy and dev.spacy.

    The parser sees each sentence in three surroundings: alone, in its paragraph and in a run of
    ten. Guidance comes as headings and list items as well as paragraphs.
    """
    train: list[list[Sentence]] = []
    for sentences in read_part(treebank, "train").values():
        train += by_count(sentences, 1) + by_paragraph(sentences) + by_count(sentences, 10)
    save(train, work / "train.spacy")
    save(for_sentences(read_part(treebank, "train")), work / "senter.spacy")
    dev: list[list[Sentence]] = []
    for sentences in read_part(treebank, "dev").values():
        dev += by_paragraph(sentences) + by_count(sentences, 10)
    save(dev, work / "dev.spacy")
