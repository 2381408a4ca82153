"""Reporters turn a `Report` into words: one file for each output format.

Each module has a `NAME` and

    report(report, *, colour=False, width=None, quiet=False, statistics=False) -> str

A reporter returns a string. It does not print, and it does not know where the string goes. One
that has no use for an option ignores it. It takes reports as the engine makes them, with every
finding's `location` and `severity` filled in.
"""

from __future__ import annotations

from typing import Protocol, cast

from plainspeak.errors import UsageError
from plainspeak.model import PLACEHOLDER, Finding, Location, Report, Severity

__all__ = ["NAMES", "Reporter", "get", "place_of", "severity_of", "shown"]

NAMES = ("text", "json")
"""The formats, the usual one first."""


class Reporter(Protocol):
    """What a reporter module looks like."""

    NAME: str

    def report(
        self,
        report: Report,
        *,
        colour: bool = False,
        width: int | None = None,
        quiet: bool = False,
        statistics: bool = False,
    ) -> str:
        """The report as text that ends in a line feed, or nothing.

        Args:
            report: what was found.
            colour: whether to use terminal colours.
            width: columns to wrap at; `None` never wraps.
            quiet: findings and errors only, no summary.
            statistics: also count the findings by rule and by term.
        """
        ...


def get(name: str) -> Reporter:
    """The reporter of a format.

    Raises:
        UsageError: there is no such format.
    """
    from importlib import import_module

    if name not in NAMES:
        raise UsageError(f"there is no format “{name}”; use {' or '.join(NAMES)}")
    return cast(Reporter, import_module(f"{__name__}.{name}"))


def place_of(finding: Finding) -> Location:
    """Where the finding is in its file.

    Raises:
        ValueError: the finding has not been through the engine.
    """
    if finding.location is None:
        raise ValueError(f"a finding of {finding.rule or 'a rule'} has no location")
    return finding.location


def severity_of(finding: Finding) -> Severity:
    """How much the finding matters.

    Raises:
        ValueError: the finding has not been through the engine.
    """
    if finding.severity is None:
        raise ValueError(f"a finding of {finding.rule or 'a rule'} has no severity")
    return finding.severity


def shown(prose: str) -> str:
    """Prose for people to read: an ellipsis for what is code or a web address in the file."""
    return prose.replace(PLACEHOLDER, "…")
