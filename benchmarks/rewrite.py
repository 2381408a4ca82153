"""How good the rewrites are: against editors' rewrites, crowd workers' and untouched sentences.

python -m benchmarks.rewrite PAIRS ASSET LAYMAKER [--sample 400] [--errors 10] [--profile plain]

PAIRS is a file of before and after from style guides (JSON lines with `before`, `after`, `type`),
ASSET a folder with `asset.valid.orig` and `asset.valid.simp.0` to `.9` (Alva-Manchego and others,
2020), LAYMAKER a CSV file with ORIGINAL and REFERENCE, most of which need no change. What is not
there is left out, and said so.

SARI (Xu and others, 2016) says how near a rewrite is to what people wrote. It misleads alone, so
look at the share of untouched sentences that were changed too.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sari import sari
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.fixing import Fixed, fix_text
from plainspeak.readability import score
from plainspeak.readers import read_text

LINK_WORDS = "because so but if unless although though when until while since"
LINKS = frozenset(LINK_WORDS.split())
SEED = 3


@dataclass(frozen=True)
class Pair:
    """A sentence or passage and what people made of it."""

    before: str
    after: tuple[str, ...]

    @property
    def untouched(self) -> bool:
        """Whether people left it as it was."""
        return all(_flat(each) == _flat(self.before) for each in self.after)


def _flat(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(" .")


def pairs_of(file: Path) -> list[Pair]:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [Pair(row["before"], (row["after"],)) for row in rows if row["type"] != "phrase"]


def asset_of(folder: Path) -> list[Pair]:
    before = (folder / "asset.valid.orig").read_text(encoding="utf-8").splitlines()
    after = [
        (folder / f"asset.valid.simp.{number}").read_text(encoding="utf-8").splitlines()
        for number in range(10)
    ]
    return [Pair(each, tuple(refs)) for each, *refs in zip(before, *after, strict=True)]


def laymaker_of(file: Path) -> list[Pair]:
    with file.open(encoding="utf-8", newline="") as opened:
        return [Pair(row["ORIGINAL"], (row["REFERENCE"],)) for row in csv.DictReader(opened)]


def rewritten(pairs: Sequence[Pair], checker: Checker) -> list[Fixed]:
    """Each text with all that the checker proposes done."""
    return [fix_text(pair.before, checker, "text") for pair in pairs]


def grades(texts: Iterable[str], checker: Checker) -> float:
    """The median Flesch-Kincaid grade."""
    analysed = checker.analyse(read_text(text, "text") for text in texts)
    return statistics.median(score(text).whole.flesch_kincaid_grade or 0 for text in analysed)


def links(text: str) -> Counter[str]:
    return Counter(word for word in text.lower().replace(",", " ").split() if word in LINKS)


def report(name: str, pairs: Sequence[Pair], errors: int, profile: str) -> None:
    """Print the figures for one set of pairs."""
    print(f"\n{name}: {len(pairs)} texts")
    for unsafe in (False, True):
        checker = Checker(Settings(profile=profile), unsafe=unsafe)
        fixed = rewritten(pairs, checker)
        texts = [each.text for each in fixed]
        changed = [number for number, each in enumerate(fixed) if each.changed]
        alone = [number for number, pair in enumerate(pairs) if pair.untouched]
        harmed = [number for number in alone if fixed[number].changed]
        print(f"  {'all' if unsafe else 'safe'} fixes")
        print(f"    changed                    {len(changed)} ({len(changed) / len(pairs):.1%})")
        score_ = statistics.mean(
            sari(pair.before, text, pair.after) for pair, text in zip(pairs, texts, strict=True)
        )
        copied = statistics.mean(sari(pair.before, pair.before, pair.after) for pair in pairs)
        print(f"    SARI                       {score_:.1f} (left as it was: {copied:.1f})")
        if alone:
            share = len(harmed) / len(alone)
            print(f"    changed of those left      {len(harmed)} of {len(alone)} ({share:.1%})")
        before = grades((pairs[number].before for number in changed), checker) if changed else 0
        after = grades((texts[number] for number in changed), checker) if changed else 0
        print(f"    grade of those changed     {before:.1f} -> {after:.1f}")
        old = sum((links(pairs[number].before) for number in changed), Counter())
        new = sum((links(texts[number]) for number in changed), Counter())
        print(f"    link words                 {old.total()} -> {new.total()}")
        kinds = Counter(kind for each in fixed for made in each.applied for kind in made.kinds)
        print(f"    kinds                      {dict(kinds.most_common())}")
        if unsafe:
            refused = sum((Counter(each.left.refused) for each in fixed), Counter())
            print("    refused by the guard")
            for reason, count in refused.most_common(12):
                print(f"      {count:>5}  {reason}")
        for number in random.Random(SEED).sample(changed, min(errors, len(changed))):
            print(f"      - {pairs[number].before}\n      + {texts[number]}")


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("asset", type=Path)
    parser.add_argument("laymaker", type=Path)
    parser.add_argument("--sample", type=int, default=400, help="texts of each set; 0 for all")
    parser.add_argument("--errors", type=int, default=0, help="how many changes to show of each")
    parser.add_argument("--profile", default="plain")
    given = parser.parse_args()
    for name, path, read in (
        ("Style guides", given.pairs, pairs_of),
        ("ASSET", given.asset, asset_of),
        ("laymaker", given.laymaker, laymaker_of),
    ):
        if not path.exists():
            print(f"\n{name}: left out, as there is no {path}")
            continue
        found = read(path)
        if given.sample and len(found) > given.sample:
            found = random.Random(SEED).sample(found, given.sample)
        report(name, found, given.errors, given.profile)


if __name__ == "__main__":
    main()
