"""Fix every document of a folder in memory, and see that nothing but words changed.

python -m benchmarks.fix_folder FOLDER [--safe] [--every 1] [--show 0]

Prints how many sentences were changed, by kind and safety, how many documents did not settle, and
every document whose blocks or markup are not what they were. Nothing on the disk changes.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from plainspeak import readers
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.errors import ReadError
from plainspeak.fixing import Fixed, fix_file
from plainspeak.model import Document

LISTING = "listing"
"""The kind of rewrite that makes more blocks."""


def skeleton(document: Document) -> list[tuple[object, ...]]:
    """The blocks and the markup in them, without words."""
    return [
        (
            block.kind,
            block.level,
            block.quoted,
            sorted((mark.kind.value, mark.target) for mark in block.marks),
        )
        for block in document.blocks
    ]


def same_blocks(fixed: Fixed) -> bool:
    """Whether a text has the blocks and the markup that it had."""
    name = readers.format_for(fixed.path or "") or "markdown"
    before, after = (readers.read_text(text, name) for text in (fixed.before, fixed.text))
    return skeleton(before) == skeleton(after)


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--safe", action="store_true", help="make only safe changes")
    parser.add_argument("--every", type=int, default=1, help="take every so many-th document")
    parser.add_argument("--show", type=int, default=0, help="how many changes to print")
    parser.add_argument("--profile", default="plain")
    given = parser.parse_args()
    checker = Checker(Settings(profile=given.profile), unsafe=not given.safe)
    files = [p for p in sorted(given.folder.rglob("*")) if readers.format_for(p) and p.is_file()]
    kinds: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    changes: list[tuple[str, str, str]] = []
    read = changed = 0
    for file in files[:: given.every]:
        try:
            fixed = fix_file(file, checker, write=False)
        except ReadError as error:
            print(f"left out: {error}")
            continue
        read += 1
        changed += fixed.changed
        refused.update(fixed.left.refused)
        for made in fixed.applied:
            kinds.update((f"{kind} ({made.safety.value})") for kind in made.kinds)
            changes.append((made.before, made.after, f"{file.name}: {', '.join(made.kinds)}"))
        if not fixed.settled:
            print(f"does not settle: {file}")
        listed = any(LISTING in made.kinds for made in fixed.applied)
        if not listed and not same_blocks(fixed):
            print(f"other blocks: {file}")
    print(f"{read} documents, {changed} changed, {len(changes)} sentences")
    for name, count in kinds.most_common():
        print(f"  {count:>6}  {name}")
    print("refused by the guard, in what is left")
    for reason, count in refused.most_common(15):
        print(f"  {count:>6}  {reason}")
    for before, after, where in random.Random(1).sample(changes, min(given.show, len(changes))):
        print(f"\n{where}\n- {before}\n+ {after}")


if __name__ == "__main__":
    main()
