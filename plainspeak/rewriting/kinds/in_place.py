"""Words that give way to what their finding offers: figures, dates, signs, “must” for “shall”."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.model import Finding
from plainspeak.rewriting.draft import Change, Draft, Fact, Scene

RULES = ("date-format", "number-words", "range", "time-format")

ALTERS = {
    "time-format": Fact.NUMBERS,
    "date-format": Fact.NUMBERS,
}
"""What the offers of a rule change on purpose."""


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """A draft for each offer that can take the place of the words."""
    for offer in finding.suggestions:
        yield Draft.of(
            [Change.to(finding.span, offer)],
            safe=len(finding.suggestions) == 1,
            alters=ALTERS.get(finding.rule, Fact.NONE),
        )
