"""Write docs/rules.md: every rule, how much it matters to whom, and how often it was right.

python benchmarks/rules_page.py          prints the page
python benchmarks/rules_page.py --write  writes it
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from plainspeak.config import PROFILES
from plainspeak.registry import rules
from plainspeak.rule import Rule

ROOT = Path(__file__).parents[1]
ROWS = ROOT / "benchmarks" / "rule_rows.yml"
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
that two editors may differ. A rule that is right less than 8 times in 10 should only hint.

"""
STILL_WARN = """
These are right less often and still warn, since standards ask for what they look for: {}.
"""
ENOUGH = 0.8
"""The share of its findings in which a rule that warns should be right."""
WHERE = """
## Which row became which rule

Before we wrote rules, we read the standards and listed what they ask for. Each row below is one of
those points. Many are in more than one standard; each rule names its own.

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


def rows() -> dict[str, dict[str, Any]]:
    """What the standards ask for, with the rules that look for it, by the id of the row."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(ROWS.read_text(encoding="utf-8"))
    return found


def warns_too_often(rule: Rule) -> bool:
    """Whether a rule warns in the profile for everybody, though it is not right often enough."""
    counts = judged(rule)
    severe = severity(rule, PROFILES[0]) in ("warning", "error")
    return severe and counts["right"] < ENOUGH * counts.total()


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
    still = [f"`{rule.id}`" for rule in known if warns_too_often(rule)]
    if still:
        text += STILL_WARN.format(", ".join(still))
    text += WHERE + row(["Row", "What it asks", "Rules"]) + row(["---"] * 3)
    for name, what in rows().items():
        found = ", ".join(f"`{rule}`" for rule in what.get("rules", ()))
        left_out = f"left out: {what['left_out']}" if "left_out" in what else ""
        text += row([name, what["asks"], "; ".join(filter(None, (found, left_out)))])
    return text


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")
