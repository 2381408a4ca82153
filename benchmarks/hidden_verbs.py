"""How well plainspeak tells the nouns that hide a verb.

Run `PYTHONPATH=. python benchmarks/hidden_verbs.py FILE` on a part of QANom
(https://github.com/kleinay/QANom): nouns in sentences, and whether people read each as something
that is done. The weights were fitted to half of the articles of its dev part, and so there are two
lines for that. “Verbs” is the share of the nouns rightly found that were given the right verb.
`--errors` prints the nouns it gets wrong most often in the half that nothing was fitted to.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from plainspeak.language.hidden_verbs import HiddenVerb, hidden_verb
from plainspeak.language.spelling import spellings
from training.hidden_verbs import Example, read_qanom, tokens_of

Answer = tuple[Example, HiddenVerb | None]


def is_right(example: Example, found: HiddenVerb) -> bool:
    """Whether the verb is the one that people gave, in either spelling."""
    return example.verb in spellings(found.verb)


def figures(answers: Sequence[Answer]) -> str:
    """Precision, recall, F1 and how many verbs are right, in one line."""
    said = sum(found is not None for _, found in answers)
    gold = sum(example.done for example, _ in answers)
    hits = [(example, found) for example, found in answers if found and example.done]
    verbs = sum(is_right(example, found) for example, found in hits)
    return (
        f"precision {len(hits) / (said or 1):.3f}  recall {len(hits) / (gold or 1):.3f}  "
        f"F1 {2 * len(hits) / ((said + gold) or 1):.3f}  verbs {verbs / (len(hits) or 1):.3f}  "
        f"({len(answers)} nouns, {gold} hide a verb)"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--errors", action="store_true", help="also print what is wrong")
    asked = parser.parse_args()
    if not asked.file.is_file():
        parser.exit(2, f"There is no {asked.file}. Get QANom first: see training/README.md.\n")
    examples = read_qanom(asked.file)
    found = map(hidden_verb, tokens_of(examples))
    answers = list(zip(examples, found, strict=True))
    halves = {
        "fitted": [answer for answer in answers if not answer[0].held],
        "held back": [answer for answer in answers if answer[0].held],
    }
    for name, half in (*halves.items(), ("together", answers)):
        print(f"{name:10} {figures(half)}")
    if asked.errors:
        for title, wrong in (
            ("too many", [e for e, f in halves["held back"] if f and not e.done]),
            ("missed", [e for e, f in halves["held back"] if not f and e.done]),
        ):
            nouns = Counter(example.words[example.place].lower() for example in wrong)
            print(f"{title}: {', '.join(f'{noun} {n}' for noun, n in nouns.most_common(60))}")
        for example, hidden in halves["held back"]:
            if hidden and example.done and not is_right(example, hidden):
                print(f"verb: {example.words[example.place]}: {hidden.verb}, not {example.verb}")


if __name__ == "__main__":
    main()
