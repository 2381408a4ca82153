"""The settings of one check. No library but the standard one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plainspeak.errors import UsageError
from plainspeak.marked_yaml import either, shown

__all__ = ["FAIL_ON", "PROFILES", "SEVERITIES", "KeyPath", "Settings"]

PROFILES = ("plain", "health", "easy-read", "technical", "wcag")
"""The readers a text can be written for; each sets the rules' numbers. The first is the default."""

SEVERITIES = ("off", "suggestion", "warning", "error")
"""What a rule's `severity` can be set to."""

FAIL_ON = ("error", "warning", "suggestion", "never")
"""The least severity of finding that makes a check fail."""

KeyPath = tuple[str | int, ...]
"""The keys, and indexes of list items, that lead to a setting."""


@dataclass(frozen=True)
class Settings:
    """The settings of one check: defaults, then a settings file, then the command line."""

    profile: str = "plain"
    """One of `PROFILES`."""
    select: tuple[str, ...] = ()
    """The only rules to run; empty means all."""
    ignore: tuple[str, ...] = ()
    """Rules not to run."""
    glossaries: tuple[Path, ...] = ()
    """The user's own glossary files; an earlier one wins over a later one."""
    model: str | None = None
    """An installed spaCy pipeline; `None` is the one that plainspeak carries."""
    fail_on: str = "warning"
    """One of `FAIL_ON`."""
    exclude: tuple[str, ...] = ()
    """Files to leave out when a folder is checked: patterns as in `.gitignore`, from `root`."""
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Options by rule; `severity`, where given, is one of `SEVERITIES`. The rest is for the rule
    to check."""
    accept: tuple[str, ...] = ()
    """Words and phrases that no rule on words flags, in any of their forms."""
    terms: Mapping[str, Mapping[str, object] | None] = field(default_factory=dict)
    """Changes to glossary terms, by term; `None` silences the term. The fields are for the
    glossary to check."""
    root: Path | None = field(default=None, compare=False)
    """The folder of the settings file; `None` without a file."""
    source: str | None = field(default=None, compare=False)
    """The settings file as messages name it; `None` without a file."""
    lines: Mapping[KeyPath, int] = field(default_factory=dict, compare=False, repr=False)
    """The line, from 1, of each setting that came from the file."""

    def __post_init__(self) -> None:
        """Refuse a profile or `fail_on` that does not exist: later, nothing would notice.

        Raises:
            UsageError: it does not exist.
        """
        for name, value, known in (
            ("profile", self.profile, PROFILES),
            ("fail_on", self.fail_on, FAIL_ON),
        ):
            if value not in known:
                raise UsageError(f"{name}: must be {either(known)}, not {shown(value)}.")

    def where(self, *path: str | int) -> str:
        """`file:line: ` of a setting, to start a message with; empty if it is not from a file.

        `settings.where("rules", "long-sentence", "max_words")`. Where the key itself has no line,
        the line of what holds it.
        """
        place = path
        while place and place not in self.lines:
            if isinstance(place[-1], int):  # a list item that the command line added
                return ""
            place = place[:-1]
        return f"{self.source}:{self.lines[place]}: " if place and self.source else ""

    def replaced(self, changes: Mapping[str, Any]) -> Settings:
        """These settings with whole fields replaced, which then have no line of the file.

        Args:
            changes: values by name of the field, as `checked_options` gives them.
        """
        lines = {path: line for path, line in self.lines.items() if path[0] not in changes}
        return replace(self, **changes, lines=lines)

    def with_options(
        self,
        *,
        profile: str | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        glossaries: Iterable[Path] = (),
        model: str | None = None,
        fail_on: str | None = None,
    ) -> Settings:
        """These settings with the command line's over them.

        `profile`, `model` and `fail_on` replace. `ignore` adds. `glossaries` add, before the
        file's own. `select` replaces, and a rule it names runs even if the file ignores it or
        turns it off.
        """
        settings = self
        chosen = tuple(select)
        if chosen:
            rules = {
                name: _without_off(options) if name in chosen else options
                for name, options in self.rules.items()
            }
            lines = {
                path: line
                for path, line in self.lines.items()
                if path[:1] not in {("select",), ("ignore",)}
            }
            settings = replace(settings, select=chosen, ignore=(), rules=rules, lines=lines)
        return replace(
            settings,
            profile=profile or self.profile,
            ignore=(*settings.ignore, *ignore),
            glossaries=(*glossaries, *self.glossaries),
            model=model or self.model,
            fail_on=fail_on or self.fail_on,
        )


def _without_off(options: Mapping[str, object]) -> Mapping[str, object]:
    if options.get("severity") != "off":
        return options
    return {name: value for name, value in options.items() if name != "severity"}
