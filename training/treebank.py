"""Read a Universal Dependencies treebank and turn its sentences into spaCy Docs."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

# The features that a rule or the lemmatizer may ask for. Fewer labels make a faster morphologizer.
KEPT_FEATURES = ("Degree", "Mood", "Number", "Tense", "VerbForm")
# spaCy's English lemmatizer takes a present verb with no Number for a base form. It writes an
# adjective with Degree=Pos in lower case, and UD does not ("Scottish"), so that one is left out.
NUMBERED_TAGS = ("NN", "NNS", "NNP", "NNPS", "VBP", "VBZ")


@dataclass(frozen=True)
class Row:
    """One token. `head` counts from the start of its sentence; a root is its own head."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True)
class Sentence:
    """One sentence, and whether it opens a paragraph or a document."""

    rows: tuple[Row, ...]
    new_paragraph: bool
    new_document: bool


def kept_features(feats: str, xpos: str) -> str:
    """Keep the features that the pipeline predicts."""
    kept = []
    for pair in feats.split("|"):
        name = pair.partition("=")[0]
        if name not in KEPT_FEATURES or pair == "Degree=Pos":
            continue
        if name == "Number" and xpos not in NUMBERED_TAGS:
            continue
        kept.append(pair)
    return "|".join(kept)


def read_conllu(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file."""
    rows: list[Row] = []
    paragraph = document = False
    surface_end, surface_space = 0, True
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("#"):
            paragraph = paragraph or line.startswith("# newpar")
            document = document or line.startswith("# newdoc")
        elif not line:
            if rows:
                yield Sentence(tuple(rows), paragraph or document, document)
            rows, paragraph, document, surface_end = [], False, False, 0
        else:
            number, form, lemma, upos, xpos, feats, head, dep, _, misc = line.split("\t")
            space = "SpaceAfter=No" not in misc.split("|")
            if "-" in number:
                surface_end, surface_space = int(number.split("-")[1]), space
                continue
            if "." in number:
                continue
            position = len(rows)
            if position + 1 < surface_end:
                space = False
            elif position + 1 == surface_end:
                space = surface_space
            target = position if head == "0" else int(head) - 1
            dep = "ROOT" if head == "0" else dep
            rows.append(
                Row(form, lemma, upos, xpos, kept_features(feats, xpos), target, dep, space)
            )
    if rows:
        yield Sentence(tuple(rows), paragraph or document, document)


def read_treebank(path: Path) -> list[Sentence]:
    """Read a .conllu or .conllu.xz file."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return list(read_conllu(lines))


def by_paragraph(sentences: Sequence[Sentence], most: int = 10) -> list[list[Sentence]]:
    """Group sentences as the paragraph marks do, `most` sentences in one group."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if not groups or sentence.new_paragraph or len(groups[-1]) == most:
            groups.append([])
        groups[-1].append(sentence)
    return groups


def by_count(sentences: Sequence[Sentence], count: int) -> list[list[Sentence]]:
    """Group `count` sentences in a row, as `spacy convert -n` does."""
    return [list(sentences[i : i + count]) for i in range(0, len(sentences), count)]


def to_doc(vocab: Vocab, sentences: Sequence[Sequence[Row]]) -> Doc:
    """Make one Doc of sentences that follow each other."""
    rows: list[Row] = []
    starts: list[bool] = []
    for sentence in sentences:
        offset = len(rows)
        rows.extend(replace(row, head=row.head + offset) for row in sentence)
        starts.extend(i == 0 for i in range(len(sentence)))
    return Doc(
        vocab,
        words=[row.form for row in rows],
        spaces=[row.space for row in rows],
        tags=[row.xpos for row in rows],
        pos=[row.upos for row in rows],
        morphs=[row.feats for row in rows],
        lemmas=[row.lemma for row in rows],
        heads=[row.head for row in rows],
        deps=[row.dep for row in rows],
        sent_starts=starts,
    )
