"""Write docs/rules.md: every rule, how much it matters to whom, and how often it was right.

python benchmarks/rules_page.py          prints the page
python benchmarks/rules_page.py --write  writes it
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from plainspeak.config import PROFILES
from plainspeak.registry import rules
from plainspeak.rule import Rule

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rules.md"
SHOWN = {"suggestion": "hint", "warning": "warning", "error": "error"}

HEAD = """\
# Rules

These are all the rules. `plainspeak explain RULE` tells you why a rule matters, where it comes from
and when it is wrong. `plainspeak rules` shows the limits of each.

A warning makes a check fail, and a hint does not. In the table, “–” means that the rule is off for
those readers.

"""
JUDGED = """
## How often they are right

We drew findings at random from real guidance and read each one as an editor would. “Fair” means
that two editors may differ. A rule that is right less than 8 times in 10 may only hint.

"""


def row(cells: list[str]) -> str:
    """A row of a Markdown table."""
    return f"| {' | '.join(cells)} |\n"


def severity(rule: Rule, profile: str) -> str:
    """How much a rule matters in a profile."""
    found = rule.severity_in(profile)
    return SHOWN[found.value] if found else "–"


def judged(rule: Rule) -> Counter[str]:
    """How many of the findings that people read had each label."""
    file = ROOT / "benchmarks" / "judged" / f"{rule.id}.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return Counter(json.loads(line)["label"] for line in lines if line.strip())


def page() -> str:
    """The whole page."""
    known = list(rules().values())
    text = HEAD + row(["Rule", "What it finds", *PROFILES]) + row(["---"] * (2 + len(PROFILES)))
    for rule in known:
        title = rule.title.partition(": ")[2] or rule.title
        text += row([f"`{rule.id}`", title, *(severity(rule, name) for name in PROFILES)])
    text += JUDGED + row(["Rule", "Read", "Right", "Fair", "Wrong"]) + row(["---"] * 5)
    for rule in known:
        counts = judged(rule)
        if counts:
            cells = [counts.total(), counts["right"], counts["arguable"], counts["wrong"]]
            text += row([f"`{rule.id}`", *map(str, cells)])
    return text


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")
