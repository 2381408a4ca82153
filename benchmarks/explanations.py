"""How well plainspeak tells an explanation of a term from a mere use of it.

Run `python -m benchmarks.explanations` for precision and recall on the labelled passages in
`tests/glossary/explanations/`, with and without a parser. Add `--errors tune` to see what it gets
wrong in that part. Leave the errors of the newest part unread, or it measures nothing any more.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plainspeak.glossary.explanations import explanations_of, is_late
from plainspeak.language.analysis import Need, Text
from plainspeak.language.pipeline import load
from plainspeak.model import Span
from plainspeak.readers import read_text

DATA = Path(__file__).parents[1] / "tests" / "glossary" / "explanations"
NEEDS = {"parse": Need.PARSE, "tags": Need.SENTENCES | Need.TAGS, "words": Need.SENTENCES}
"""What the language model is asked for, by name."""
NEAR = 1
"""How many sentences after its first use a term may be explained, as in the rule on jargon."""


@dataclass(frozen=True)
class Passage:
    """A passage of one to three sentences, with what an editor said of it."""

    text: str
    term: str
    explains: bool
    """Whether it says what the term means, soon enough."""
    source: str
    """`own`, or a file of real guidance."""
    part: str
    """`tune` for what the code was made with; the others were each measured before being read."""


@dataclass(frozen=True)
class Result:
    """Passages with what the code says of each."""

    passages: Sequence[Passage]
    said: Sequence[bool]

    def of(self, part: str) -> Result:
        """The result of one part."""
        kept = [i for i, passage in enumerate(self.passages) if passage.part == part]
        return Result([self.passages[i] for i in kept], [self.said[i] for i in kept])

    @property
    def errors(self) -> list[tuple[Passage, bool]]:
        """The passages it got wrong, with what it said."""
        pairs = zip(self.passages, self.said, strict=True)
        return [(passage, said) for passage, said in pairs if said is not passage.explains]

    @property
    def _right(self) -> int:
        pairs = zip(self.passages, self.said, strict=True)
        return sum(said and passage.explains for passage, said in pairs)

    @property
    def precision(self) -> float:
        """The share of the explanations it saw that are some."""
        return self._right / (sum(self.said) or 1)

    @property
    def recall(self) -> float:
        """The share of the explanations there are that it saw."""
        return self._right / (sum(passage.explains for passage in self.passages) or 1)


def passages() -> list[Passage]:
    """Every labelled passage."""
    lines = [line for path in sorted(DATA.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    return [Passage(**json.loads(line)) for line in lines]


def uses(text: Text, term: str) -> list[Span]:
    """Where a term stands in a text, in the singular or plural."""
    stem = re.escape(term.removesuffix("s"))
    pattern = re.compile(rf"(?<![\w-]){stem}s?(?!\w)", re.IGNORECASE)
    return [Span(*match.span()) for match in pattern.finditer(text.document.prose)]


def measure(labelled: Sequence[Passage], needs: Need) -> Result:
    """Ask the code of each passage whether it explains its term.

    Args:
        labelled: the passages.
        needs: what the language model is asked for.
    """
    documents = [read_text(passage.text, "text", None) for passage in labelled]
    said = []
    for passage, text in zip(labelled, load().analyse(documents, needs), strict=True):
        places = uses(text, passage.term)
        if not places:
            raise ValueError(f"there is no “{passage.term}” in: {passage.text}")
        found = explanations_of(text, places)
        said.append(any(not is_late(text, places[0], each.span, NEAR) for each in found))
    return Result(labelled, said)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", metavar="PART", help="also print what is wrong in this part")
    wanted = parser.parse_args().errors
    labelled = passages()
    for name, needs in NEEDS.items():
        result = measure(labelled, needs)
        for part in sorted({passage.part for passage in labelled}):
            half = result.of(part)
            explained = sum(passage.explains for passage in half.passages)
            print(
                f"{name:6} {part:6} precision {half.precision:.3f}  recall {half.recall:.3f}  "
                f"({len(half.passages)} passages, {explained} explain)"
            )
        if wanted and name == "parse":
            for passage, said in result.of(wanted).errors:
                verdict = "seen, but is none" if said else "missed"
                print(f"  {verdict}: [{passage.term}] {passage.text}  ({passage.source})")


if __name__ == "__main__":
    main()
