"""How well long sentences are cut: against sentences that people cut in two.

python -m benchmarks.splits FOLDER [--sample 300] [--show 10]

FOLDER holds `wikisplit-valid.orig` and `.split` (Botha and others, 2018, CC BY-SA 4.0) and
`desse-valid.complex` and `.simple` (Gao and others, 2021, MIT): a sentence in a line, and what
people made of it. What is not there is left out, and said so.

Every sentence is taken as too long. SARI (Xu and others, 2016) says how near the two sentences are
to what people wrote. It misleads alone: people also add and drop facts.
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.sari import sari
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.language import syntax
from plainspeak.language.analysis import Text
from plainspeak.readability import score
from plainspeak.readers import read_text

SETS = {
    "WikiSplit": ("wikisplit-valid.orig", "wikisplit-valid.split"),
    "DeSSE": ("desse-valid.complex", "desse-valid.simple"),
}
SEED = 3
LINKS = {word: word for word in ("because", "so", "if", "unless", "only", "when", "until")}
LINKS |= dict.fromkeys(("but", "although", "though", "whereas"), "but")
"""Words that must not be lost; those that say the same count as one."""
RULE = "long-sentence"


def cut(sentences: Sequence[str], *, unsafe: bool) -> list[str]:
    """Each sentence as it is proposed; as it was, if nothing is."""
    settings = Settings(select=(RULE,), rules={RULE: {"max_words": 1}})
    checker = Checker(settings, unsafe=unsafe)
    reports = checker.check_documents(read_text(each, "text") for each in sentences)
    made = []
    for sentence, report in zip(sentences, reports, strict=True):
        text = read_text(sentence, "text").prose
        for proposal in reversed(report.proposals):
            text = text[: proposal.span.start] + proposal.after + text[proposal.span.end :]
        made.append(text if report.proposals else sentence)
    return made


def analysed(texts: Iterable[str]) -> list[Text]:
    """The texts read again, with their grammar."""
    return list(Checker(Settings(select=(RULE,))).analyse(read_text(t, "text") for t in texts))


def stands(text: Text) -> bool:
    """Whether every sentence of a text has a main verb."""
    return all(
        any(clause.kind == "root" for clause in syntax.clauses(sentence))
        for sentence in text.sentences
    )


def links(text: str) -> Counter[str]:
    """How often each link word is there."""
    words = (word.strip(".,;:!?()\"'“”") for word in text.lower().split())
    return Counter(LINKS[word] for word in words if word in LINKS)


def report(name: str, before: Sequence[str], references: Sequence[str], show: int) -> None:
    """Print the figures for one set of sentences."""
    print(f"\n{name}: {len(before)} sentences")
    copied = [sari(old, old, [ref]) for old, ref in zip(before, references, strict=True)]
    print(f"  SARI if left as they are   {statistics.mean(copied):.1f}")
    for unsafe in (False, True):
        after = cut(before, unsafe=unsafe)
        scores = [
            sari(*each[:2], [each[2]]) for each in zip(before, after, references, strict=True)
        ]
        cuts = [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        print(f"  {'with unsafe cuts' if unsafe else 'safe cuts alone'}")
        print(f"    cut                      {len(cuts)} ({len(cuts) / len(before):.1%})")
        print(f"    SARI, all                {statistics.mean(scores):.1f}")
        if not cuts:
            continue
        mean, left = (statistics.mean(each[n] for n in cuts) for each in (scores, copied))
        print(f"    SARI of those cut        {mean:.1f} (left as they are: {left:.1f})")
        old, new = (analysed(each[n] for n in cuts) for each in (before, after))
        whole = sum(map(stands, new)) / len(cuts)
        print(f"    all parts have a verb    {whole:.1%}")
        lost = sum((links(before[n]) - links(after[n]) for n in cuts), Counter())
        were = sum((links(before[n]) for n in cuts), Counter())
        kept = 1 - lost.total() / (were.total() or 1)
        print(f"    link words kept          {kept:.1%} of {were.total()}; lost: {dict(lost)}")
        grades = [
            statistics.mean(score(text).whole.flesch_kincaid_grade or 0 for text in each)
            for each in (old, new)
        ]
        print(f"    mean grade of those cut  {grades[0]:.1f} -> {grades[1]:.1f}")
        for number in random.Random(SEED).sample(cuts, min(show, len(cuts))):
            print(f"      - {before[number]}\n      + {after[number]}")


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=300, help="sentences of each; 0 for all")
    parser.add_argument("--show", type=int, default=0, help="how many cuts to show of each")
    given = parser.parse_args()
    for name, files in SETS.items():
        paths = [given.folder / file for file in files]
        if not all(path.exists() for path in paths):
            print(f"\n{name}: left out, as {' and '.join(map(str, paths))} are not there")
            continue
        lines = [path.read_text(encoding="utf-8").splitlines() for path in paths]
        pairs = [(old.strip(), new.strip()) for old, new in zip(*lines, strict=True) if old.strip()]
        if given.sample and len(pairs) > given.sample:
            pairs = random.Random(SEED).sample(pairs, given.sample)
        report(name, [old for old, _ in pairs], [new for _, new in pairs], given.show)


if __name__ == "__main__":
    main()
