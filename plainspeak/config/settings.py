"""The settings of one check. No library but the standard one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plainspeak.errors import PlainspeakError, SettingsError, UsageError
from plainspeak.marked_yaml import nearest, shown
from plainspeak.wording import either, one_line

__all__ = ["FAIL_ON", "PROFILES", "SEVERITIES", "KeyPath", "Profile", "Settings"]

PROFILES = ("plain", "health", "easy-read", "technical", "wcag")
"""The profiles that ship with plainspeak: the readers a text can be written for, and one standard.

Each sets the rules' severities and numbers. The first is the default."""

SEVERITIES = ("off", "suggestion", "warning", "error")
"""What a rule's `severity` can be set to."""

FAIL_ON = ("error", "warning", "suggestion", "never")
"""The least severity of finding that makes a check fail."""

KeyPath = tuple[str | int, ...]
"""The keys, and indexes of list items, that lead to a setting."""


@dataclass(frozen=True)
class Profile:
    """A profile that the user has made."""

    extends: str = PROFILES[0]
    """The profile it starts from: one of `PROFILES`, or another of the user's."""
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What is different in this one: options by rule, as in `Settings.rules`."""


@dataclass(frozen=True)
class Settings:
    """The settings of one check: defaults, then a settings file, then the command line."""

    profile: str = PROFILES[0]
    """One of `PROFILES`, or of `profiles`."""
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
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    """The user's own profiles, by name."""
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
            SettingsError: it does not exist, or a profile extends itself; a line for each mistake.
            UsageError: the same, for what came from the command line or from a Python program.
        """
        wrong = list(self._wrong_names())
        if not wrong:
            for name in self.profiles:
                self._line_from(name)
            return
        in_file = any(isinstance(each, SettingsError) for each in wrong)
        raise (SettingsError if in_file else UsageError)("\n".join(map(str, wrong)))

    def _wrong_names(self) -> Iterator[PlainspeakError]:
        """The names of profiles and of `fail_on` that mean nothing, or two things."""
        names = (*PROFILES, *self.profiles)
        for key, value, known in (
            ("profile", self.profile, names),
            ("fail_on", self.fail_on, FAIL_ON),
        ):
            if value not in known:
                said = f"must be {either(known)}, not {shown(value)}.{nearest(str(value), known)}"
                yield self._mistake((key,), said)
        for name, profile in self.profiles.items():
            if name in PROFILES:
                said = "plainspeak has a profile of this name; choose another."
                yield self._mistake(("profiles", name), said)
            if profile.extends not in names:
                said = f"there is no profile called “{profile.extends}”."
                said += nearest(profile.extends, [each for each in names if each != name])
                yield self._mistake(("profiles", name, "extends"), said)

    def _mistake(self, path: KeyPath, said: str) -> PlainspeakError:
        where = self.where(*path)
        message = one_line(f"{': '.join(map(str, path))}: {said}")
        return SettingsError(f"{where}{message}") if where else UsageError(message)

    def _line_from(self, name: str) -> tuple[str, ...]:
        """A profile, the one it extends, and so on to one of `PROFILES`."""
        line = [name]
        while line[-1] in self.profiles:
            above = self.profiles[line[-1]].extends
            if above in line:
                circle = " → ".join((*line[line.index(above) :], above))
                said = f"goes round in a circle ({circle}); let one extend {either(PROFILES)}."
                raise self._mistake(("profiles", line[-1], "extends"), said)
            line.append(above)
        return tuple(line)

    @property
    def lineage(self) -> tuple[str, ...]:
        """The profile in force, the one it extends, and so on to one of `PROFILES`."""
        return self._line_from(self.profile)

    @property
    def base(self) -> str:
        """The one of `PROFILES` that the profile in force is, or starts from."""
        return self.lineage[-1]

    def changes_to(self, rule: str) -> dict[str, tuple[object, KeyPath]]:
        """What the user's profile and then `rules` set for a rule, and where each is said."""
        found: dict[str, tuple[object, KeyPath]] = {}
        for name in reversed(self.lineage[:-1]):
            for option, value in self.profiles[name].rules.get(rule, {}).items():
                found[option] = (value, ("profiles", name, "rules", rule, option))
        for option, value in self.rules.get(rule, {}).items():
            found[option] = (value, ("rules", rule, option))
        return found

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
        if profile:
            lines = {path: line for path, line in self.lines.items() if path != ("profile",)}
            settings = replace(self, profile=profile, lines=lines)
        chosen = tuple(select)
        if chosen:
            rules = {
                name: _without_off(options) if name in chosen else options
                for name, options in settings.rules.items()
            }
            lines = {
                path: line
                for path, line in settings.lines.items()
                if path[:1] not in {("select",), ("ignore",)}
            }
            settings = replace(settings, select=chosen, ignore=(), rules=rules, lines=lines)
        return replace(
            settings,
            ignore=(*settings.ignore, *ignore),
            glossaries=(*glossaries, *self.glossaries),
            model=model or self.model,
            fail_on=fail_on or self.fail_on,
        )


def _without_off(options: Mapping[str, object]) -> Mapping[str, object]:
    if options.get("severity") != "off":
        return options
    return {name: value for name, value in options.items() if name != "severity"}
