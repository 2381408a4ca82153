"""How well plainspeak finds the sentences with a passive.

Run `python -m benchmarks.passives FILE...` on treebanks in the CoNLL-U format of Universal
Dependencies (`.conllu` or `.conllu.xz`), and on tables with a sentence and a human answer in a
row (`.csv`, columns `document` and `cola_passive_binary`). In a treebank a sentence counts if it
has an `aux:pass`.

Treebanks take states for passives where they have the form of one (“is based on”). So there are two
lines for each file: with the states, which says how well the grammar is seen; and without, which is
what a writer is shown. A third says what the states cost: how many labelled sentences are left out
for them, and how many others. `--errors` prints the sentences it gets wrong, states taken along.

The labels have errors too. In the table of sentences from CoLA that PassivePy was measured on, the
answers differ in 22 of 1,043. We read them all: 20 are passives that the table calls active, one is
a state, and one that the table calls passive is none.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

from plainspeak.language import syntax
from plainspeak.language.pipeline import load
from training.treebank import read_treebank

YES = ("1", "1.0", "True")


def labelled(path: Path) -> Iterator[tuple[str, bool]]:
    """The sentences of a file, and whether each has a passive."""
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                yield row["document"], row["cola_passive_binary"] in YES
        return
    for sentence in read_treebank(path):
        text = "".join(row.form + " " * row.space for row in sentence.rows).strip()
        yield text, any(row.dep == "aux:pass" for row in sentence.rows)


def figures(said: list[bool], gold: list[bool]) -> str:
    """Precision, recall and F1 in one line."""
    right = sum(map(min, said, gold))
    precision, recall = right / (sum(said) or 1), right / (sum(gold) or 1)
    f1 = 2 * right / ((sum(said) + sum(gold)) or 1)
    return (
        f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  "
        f"({right} right, {sum(said) - right} too many, {sum(gold) - right} missed)"
    )


def cost(with_states: list[bool], without: list[bool], gold: list[bool]) -> str:
    """What it costs to leave states out, in one line."""
    left_out = [one and not other for one, other in zip(with_states, without, strict=True)]
    lost = sum(map(min, left_out, gold))
    return (
        f"    taken for states: {lost} of the {sum(gold)} sentences labelled as passive, "
        f"and {sum(left_out) - lost} others"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--errors", action="store_true", help="also print what is wrong")
    asked = parser.parse_args()
    absent = [path for path in asked.files if not path.is_file()]
    if absent:
        parser.exit(1, f"There is no file {absent[0]}. The data is not part of plainspeak.\n")
    nlp = load().nlp
    every: dict[str, tuple[list[bool], list[bool]]] = {}
    for path in asked.files:
        rows = list(labelled(path))
        docs = [nlp.make_doc(text) for text, _ in rows]
        for doc in docs:
            for token in doc[1:]:
                token.is_sent_start = False
        gold = [passive for _, passive in rows]
        found = [syntax.passives(doc) for doc in nlp.pipe(docs)]
        answers = {
            "with states": [bool(passives) for passives in found],
            "without": [any(not each.adjectival for each in passives) for passives in found],
        }
        for name, said in answers.items():
            print(f"{path.name}, {len(rows)} sentences, {name}:\n    {figures(said, gold)}")
            if path.suffix != ".csv":
                together = every.setdefault(name, ([], []))
                together[0].extend(said)
                together[1].extend(gold)
        print(cost(answers["with states"], answers["without"], gold))
        if asked.errors:
            for (text, passive), said in zip(rows, answers["with states"], strict=True):
                if passive is not said:
                    print(f"    {'missed' if passive else 'too many'}: {text}")
    for name, (said, gold) in every.items():
        print(f"all treebanks, {len(gold)} sentences, {name}:\n    {figures(said, gold)}")
    if every:
        gold = every["without"][1]
        print(cost(every["with states"][0], every["without"][0], gold))


if __name__ == "__main__":
    main()
