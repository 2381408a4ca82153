"""Score the packaged model on the dev parts and write its model card."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

import spacy
from convert import read_part
from spacy.language import Language
from spacy.scorer import PRFScore
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import use_ops
from treebank import Sentence, by_count, by_paragraph, to_doc

HERE = Path(__file__).parent
MODEL = HERE.parent / "plainspeak" / "language" / "model"
FACTS = HERE.parent / "plainspeak" / "language" / "facts"
PASSIVE = {"aux:pass", "nsubj:pass", "csubj:pass"}
GROUPINGS = {"ten sentences": lambda s: by_count(s, 10), "paragraph": by_paragraph}
MEASURES = {
    "passive verbs, F1": "passive_f",
    "verbs with a passive auxiliary, F1": "auxiliary_f",
    "tags (XPOS), accuracy": "tag_acc",
    "parts of speech (UPOS), accuracy": "pos_acc",
    "features, accuracy": "morph_acc",
    "labelled attachment (LAS)": "dep_las",
    "unlabelled attachment (UAS)": "dep_uas",
    "sentences, F1": "sents_f",
    "lemmas, accuracy": "lemma_acc",
}
# What we set out to reach, for each treebank, on the harder grouping.
HARDER = "ten sentences"
TARGETS = {
    "ewt": {"passive_f": 0.95, "tag_acc": 0.94, "dep_las": 0.81, "lemma_acc": 0.96},
    "gum": {
        "passive_f": 0.97,
        "tag_acc": 0.955,
        "dep_las": 0.83,
        "sents_f": 0.90,
        "lemma_acc": 0.96,
    },
}
RUNS = 5
SPEED_CHARACTERS = 250_000


def passives(doc: Doc, labels: Set[str] = PASSIVE) -> set[tuple[int, int]]:
    """Give the place in the text of each verb that has a dependent with one of the labels."""
    heads = {token.head for token in doc if token.dep_ in labels}
    return {(head.idx, head.idx + len(head)) for head in heads}


def score(nlp: Language, groups: Iterable[list[Sentence]]) -> dict[str, float]:
    """Score raw text, split into tokens by spaCy, against the treebank."""
    gold = [to_doc(nlp.vocab, [s.rows for s in group]) for group in groups]
    examples = [
        Example(predicted, reference)
        for predicted, reference in zip(nlp.pipe(d.text for d in gold), gold, strict=True)
    ]
    figures: dict[str, float] = nlp.evaluate(examples)
    found = {}
    for key, labels in {"passive_f": PASSIVE, "auxiliary_f": {"aux:pass"}}.items():
        prf = PRFScore()
        for example in examples:
            prf.score_set(passives(example.predicted, labels), passives(example.reference, labels))
        found[key] = prf.fscore
    return {**figures, **found}


def score_all(nlp: Language, parts: dict[str, list[Sentence]]) -> dict[tuple[str, str], dict]:
    """Score each treebank in each grouping."""
    return {
        (name, grouping): score(nlp, group(sentences))
        for name, sentences in parts.items()
        for grouping, group in GROUPINGS.items()
    }


def table(figures: dict[tuple[str, str], dict]) -> str:
    """Write the figures as a Markdown table."""
    names = [f"{name.upper()}, by {grouping}" for name, grouping in figures]
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for label, key in MEASURES.items():
        cells = " | ".join(f"{scores[key]:.4f}" for scores in figures.values())
        lines.append(f"| {label} | {cells} |")
    return "\n".join(lines)


def against_targets(figures: dict[tuple[str, str], dict]) -> str:
    """Say which targets are met and which are not."""
    labels = {key: label for label, key in MEASURES.items()}
    lines = ["| By ten sentences | Target | Reached | |", "|---|---|---|---|"]
    for name, targets in TARGETS.items():
        for key, target in targets.items():
            reached = figures[name, HARDER][key]
            verdict = "met" if reached >= target else "not met"
            label = f"{name.upper()}: {labels[key]}"
            lines.append(f"| {label} | {target:.3f} | {reached:.4f} | {verdict} |")
    return "\n".join(lines)


def read_texts(folder: Path) -> Iterator[str]:
    """Yield paragraphs of Markdown and text files, up to the length of a fair trial."""
    left = SPEED_CHARACTERS
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".md", ".txt"} and left > 0:
            blocks = path.read_text(encoding="utf-8", errors="replace").split("\n\n")
            paragraphs = [" ".join(block.split()) for block in blocks if len(block) > 60]
            left -= sum(map(len, paragraphs))
            yield from paragraphs


def dev_texts(nlp: Language, parts: dict[str, list[Sentence]]) -> list[str]:
    """Give the paragraphs of the dev parts as raw text."""
    groups = (group for sentences in parts.values() for group in by_paragraph(sentences))
    return [to_doc(nlp.vocab, [s.rows for s in group]).text for group in groups]


def speed(nlp: Language, texts: list[str]) -> float:
    """Measure tokens a second: the middle one of several runs."""
    rates = []
    for _ in range(RUNS):
        start = time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(texts))
        rates.append(tokens / (time.perf_counter() - start))
    return statistics.median(rates)


def load_seconds(model: Path) -> float:
    """Measure loading in a new process, after `import spacy`: the middle one of several runs."""
    code = (
        "import spacy, sys, time; s = time.perf_counter(); spacy.load(sys.argv[1]);"
        "print(time.perf_counter() - s)"
    )
    command = [sys.executable, "-c", code, str(model)]
    return statistics.median(
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(RUNS)
    )


def megabytes(*folders: Path) -> float:
    """Add up the sizes of files."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files) / 1e6


def report(model: Path, treebank: Path, texts: Path | None) -> str:
    """Measure everything."""
    parts = read_part(treebank, "dev")
    nlp = spacy.load(model)
    figures = score_all(nlp, parts)
    lines = [table(figures), "", "What we set out to reach:", "", against_targets(figures), ""]
    paragraphs = list(read_texts(texts)) if texts else dev_texts(nlp, parts)
    lines.append("Tokens a second on one core, everything on, `nlp.pipe` over paragraphs:\n")
    for label, blis in (("numpy's matrix product", False), ("BLIS, as spaCy sets it", True)):
        with use_ops("numpy", use_blis=blis):
            lines.append(f"- with {label}: {speed(spacy.load(model), paragraphs):,.0f}")
    lines += [
        f"\nLoading after `import spacy`: {load_seconds(model):.2f} seconds.",
        f"Size: {megabytes(model):.1f} MB, and {megabytes(FACTS):.1f} MB of word facts.",
    ]
    return "\n".join(lines)


def write_card(model: Path, treebank: Path, texts: Path | None = None) -> None:
    """Measure, print and write the model card."""
    figures = report(model, treebank, texts)
    print(figures)
    card = (HERE / "model_card.md").read_text(encoding="utf-8")
    (model / "MODEL_CARD.md").write_text(card.replace("{figures}", figures), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True, help="folder of .conllu files")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--texts", type=Path, help="folder of Markdown for the speed test")
    args = parser.parse_args()
    write_card(args.model, args.treebank, args.texts)


if __name__ == "__main__":
    main()
