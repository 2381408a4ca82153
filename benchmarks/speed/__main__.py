"""How fast plainspeak is, beside other tools, on the same files.

python -m benchmarks.speed FOLDER [--peers FOLDER] [--json FILE] [--write] [--rounds 9]
python -m benchmarks.speed --quick
python -m benchmarks.speed --from FILE --write
python -m benchmarks.speed FOLDER --from FILE --again --write

FOLDER holds the documents to check, Markdown and text. Nothing in it is changed: the documents are
copied. The commands of a table take turns, so that a slow moment of the machine meets all of them.

The other tools are looked for on PATH, and in the folder that --peers names: node packages under
FOLDER/node, Python packages under FOLDER/py. Those that are not there are named. --write puts the
figures into docs/performance.md, the chart beside it, and the raw figures into
benchmarks/speed/figures.json.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.figures import all_figures
from benchmarks.speed.ours import ROOT
from benchmarks.speed.page import FIGURES, PAGE, chart, page, tables
from benchmarks.speed.texts import Sizes, prepare

FULL = Sizes(sample=90_000, many=500, large=10_000, part=2_000)
QUICK = Sizes(sample=100, many=2, large=100, part=20)
QUICK_ROUNDS = {"start": 1, "large": 1, "sample": 1, "whole": 0}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, or read what was measured; print it, and write it where it is asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, nargs="?", help="the documents to check")
    parser.add_argument("--peers", type=Path, help="where other tools are installed")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--rounds", type=int, default=9, help="rounds of the small checks")
    parser.add_argument("--long-rounds", type=int, default=3, help="rounds of the folders")
    parser.add_argument("--quick", action="store_true", help="one round on a few words")
    parser.add_argument("--from", dest="source", type=Path, help="figures measured before")
    parser.add_argument(
        "--again", action="store_true", help="measure the small checks again, the rest is as before"
    )
    given = parser.parse_args(arguments)
    if given.again and not (given.source and given.folder):
        parser.error("--again needs the folder, and --from with what was measured before.")
    if given.source:
        found = json.loads(given.source.read_text(encoding="utf-8"))
        if given.again:
            new = _measured(given)
            for part, values in new.items():
                found[part] |= values
    elif given.folder or given.quick:
        found = _measured(given)
    else:
        parser.error("name the folder of the documents to check.")
    print(tables(found))
    if given.json:
        _save(found, given.json)
    if given.write:
        _save(found, FIGURES)
        PAGE.write_text(page(found, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
        PAGE.with_suffix(".svg").write_text(chart(found), encoding="utf-8")


def _measured(given: argparse.Namespace) -> dict[str, Any]:
    long = given.long_rounds
    rounds = {
        "start": given.rounds,
        "large": max(1, given.rounds // 2),
        "sample": long,
        "whole": long,
    }
    with tempfile.TemporaryDirectory() as place:
        sizes = QUICK if given.quick else FULL
        texts = prepare(given.folder or ROOT / "examples", Path(place).resolve(), sizes)
        if given.again:
            rounds = dict.fromkeys(rounds, 0) | {"start": given.rounds}
        chosen = QUICK_ROUNDS if given.quick else rounds
        return all_figures(texts, given.peers, chosen, again=given.again)


def _save(found: dict[str, Any], file: Path) -> None:
    file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
