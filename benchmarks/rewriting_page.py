"""Put the table of rewrites that people read into docs/rewriting.md.

python benchmarks/rewriting_page.py          prints the page
python benchmarks/rewriting_page.py --write  writes it
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rewriting.md"
JUDGED = ROOT / "benchmarks" / "judged"
NAMES = {
    "active": "active: passive sentences turned round",
    "contraction": "in-place: “do not” for “don’t”",
    "double-negative": "in-place: two negatives made one positive",
    "explain": "explain: an explanation put in",
    "hidden-verb": "hidden-verb: “decide” for “make a decision”",
    "in-place": "in-place: figures, dates, times and signs",
    "listing": "listing: a row of things made a list",
    "only-when": "only-when: “only when” for “not until”",
    "split": "split: a long sentence cut",
    "talk-to-reader": "talk-to-reader: “you” for “the applicant”",
    "words": "words: plainer words",
}
"""The kinds that are made today; other files keep what was read and then dropped."""
TABLE = re.compile(r"(?<=<!-- table -->\n\n).*?(?=\n<!-- end of table -->)", re.DOTALL)


def table() -> str:
    """Of each kind, how many rewrites were read, and how many were right."""
    rows = ["| Kind | Safe ones right | Unsafe ones right |", "| --- | --- | --- |"]
    for kind, name in NAMES.items():
        lines = (JUDGED / f"rewrite-{kind}.jsonl").read_text(encoding="utf-8").splitlines()
        read = [json.loads(line) for line in lines if line.strip()]
        cells = []
        for safety in ("safe", "unsafe"):
            some = [each for each in read if each["safety"] == safety]
            right = [e for e in some if e["grammatical"] == e["meaning"] == "yes"]
            cells.append(f"{len(right)} of {len(some)}" if some else "–")
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def page() -> str:
    """The whole page, with the table as it should be."""
    return TABLE.sub(table(), PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")
