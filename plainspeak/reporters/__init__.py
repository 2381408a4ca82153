"""Reporters turn a `Report` into words: one file for each output format.

Each module has a `NAME` and

    report(report, *, colour=False, width=None, quiet=False, statistics=False) -> str

A reporter returns a string. It does not print, and it does not know where the string goes. One
that has no use for an option ignores it. It takes reports as the engine makes them, with every
finding's `location` and `severity` filled in.

Other packages add formats: each names a module under the entry point group
`plainspeak.reporters`. The name of the entry point is that of the format.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint
from typing import Any, Protocol, cast

from plainspeak.entry_points import entry_points
from plainspeak.errors import PluginError, UsageError
from plainspeak.model import PLACEHOLDER, Finding, Location, Report, Severity
from plainspeak.wording import broken, either

__all__ = ["NAMES", "Reporter", "get", "names", "place_of", "severity_of", "shown"]

NAMES = ("text", "json")
"""The formats of plainspeak's own, the usual one first."""

_GROUP = "plainspeak.reporters"


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


def names() -> tuple[str, ...]:
    """The formats there are: those of plainspeak, then those that other packages add."""
    return tuple(dict.fromkeys((*NAMES, *(point.name for point in entry_points(_GROUP)))))


def get(name: str) -> Reporter:
    """The reporter of a format.

    Raises:
        UsageError: there is no such format.
        PluginError: the reporter of another package cannot be loaded, or has no `report` that can
            be called. If it breaks later, its `report` raises the same, with the format's name.
    """
    from importlib import import_module

    if name in NAMES:
        return cast(Reporter, import_module(f"{__name__}.{name}"))
    for point in entry_points(_GROUP):
        if point.name != name:
            continue
        try:
            reporter = point.load()
        except (Exception, SystemExit) as error:  # a plugin must not end the run unnamed
            raise PluginError(
                f"the reporter {name} ({point.value}) cannot be loaded: {error}"
            ) from error
        if not callable(getattr(reporter, "report", None)):
            raise PluginError(f"the reporter {name} ({point.value}) has no report")
        return _Added(point, reporter)
    raise UsageError(f"there is no format “{name}”; use {either(names())}")


class _Added:
    """The reporter of another package: it may break in any way, but not unnamed."""

    def __init__(self, point: EntryPoint, reporter: Any) -> None:
        self.NAME = point.name
        self._called = f"the reporter {point.name} ({point.value})"
        self._reporter = reporter

    def report(self, report: Report, **options: Any) -> str:
        """What the reporter makes of a report.

        Raises:
            PluginError: it breaks, calls `exit` or gives no text.
        """
        try:
            text = self._reporter.report(report, **options)
        except (Exception, SystemExit) as error:
            import logging

            logging.getLogger(__name__).debug("%s broke", self._called, exc_info=error)
            raise PluginError(broken(self._called, error)) from error
        if not isinstance(text, str):
            raise PluginError(f"{self._called} gives {type(text).__name__} where text should be")
        return text


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
