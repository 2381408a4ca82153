"""The rules there are, the ones that ship with plainspeak and plugins, and which are on.

A plugin names a module under the entry point group `plainspeak.rules`. It cannot take the name of
a rule that ships with plainspeak. Plugins for readers and reporters are loaded where those are.
"""

from __future__ import annotations

import functools
import importlib
import math
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

from plainspeak.config import SEVERITIES, Settings, in_order
from plainspeak.config.settings import KeyPath
from plainspeak.entry_points import entry_points
from plainspeak.errors import PlainspeakError, PluginError, SettingsError, UsageError
from plainspeak.marked_yaml import mistakes, named, nearest, shown
from plainspeak.model import Severity
from plainspeak.rule import OFF, Rule
from plainspeak.wording import either, one_line

__all__ = [
    "ActiveRule",
    "active_rules",
    "in_profile",
    "options_of",
    "place_of",
    "plugins",
    "rule",
    "rules",
    "with_mistakes_of_rules",
]


def plugins(group: str) -> dict[str, ModuleType]:
    """The modules that installed packages offer under an entry point group, by name.

    Raises:
        PluginError: a plugin cannot be imported.
    """
    found = {}
    for point in entry_points(group):
        try:
            found[point.name] = point.load()
        except (Exception, SystemExit) as error:  # a plugin must not end the run unnamed
            raise PluginError(
                f"the plugin {point.name} ({point.value}) cannot be loaded: {error}"
            ) from error
    return found


@functools.cache
def rules() -> Mapping[str, Rule]:
    """Every rule there is, by id, in order of id."""
    import plainspeak.rules as package

    found = {}
    for info in pkgutil.iter_modules(package.__path__):
        made = Rule.from_module(importlib.import_module(f"{package.__name__}.{info.name}"))
        found[made.id] = made
    for name, module in plugins("plainspeak.rules").items():
        if name in found:
            raise PluginError(f"the plugin {name} has the name of a rule that exists; rename it")
        found[name] = Rule.from_module(module, name)
    return dict(sorted(found.items()))


def rule(name: str) -> Rule:
    """The rule with this id.

    Raises:
        UsageError: there is none; the message gives the nearest name.
    """
    known = rules()
    if name not in known:
        raise UsageError(f"There is no rule called “{name}”.{nearest(name, known)}")
    return known[name]


class ActiveRule:
    """A rule with the severity and options that some settings give it."""

    def __init__(self, rule: Rule, severity: Severity, options: Any) -> None:
        self.rule = rule
        self.severity = severity
        self.options = options

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id


def active_rules(settings: Settings) -> tuple[ActiveRule, ...]:
    """The rules that the settings turn on, in order of id.

    Raises:
        SettingsError: the settings name a rule or option that does not exist, or give an option a
            value it cannot have.
        UsageError: the same, for what came from the command line or from a Python program.
    """
    wrong = list(dict.fromkeys(_mistakes(settings)))
    if wrong:
        in_file = settings.source and any(line.startswith(settings.source) for line in wrong)
        raise (SettingsError if in_file else UsageError)("\n".join(in_order(wrong)))
    active = []
    for found in rules().values():
        severity = _severity(found, settings)
        if severity is not None:
            active.append(ActiveRule(found, severity, _options(found, settings)))
    return tuple(active)


def with_mistakes_of_rules(error: SettingsError) -> SettingsError:
    """The error for a settings file, with what it says of rules that is wrong too."""
    if not isinstance(error.rest, Settings):
        return error
    lines = [*str(error).splitlines(), *_mistakes(error.rest)]
    return SettingsError("\n".join(in_order(dict.fromkeys(lines))), error.rest)


def place_of(path: KeyPath) -> str:
    """Where a key belongs that stands by itself in a settings file: ` Write it under …`."""
    key = path[0] if len(path) == 1 else None
    if key in rules():
        return f" Write it under “rules:”, as “{key}:”."
    owners = [
        each.id for each in rules().values() if any(key == of.name for of in each.option_fields())
    ]
    if not owners:
        return ""
    owner = next((each for each in LIKELIEST if each in owners), owners[0])
    such = ", or the like" if len(owners) > 1 else ""
    accept = "; or list your words under “accept:”" if key == "known" else ""
    return f" Write it under “rules: {owner}:”{such}{accept}."


LIKELIEST = ("unexplained-abbreviation", "long-sentence", "jargon")
"""Where several rules have an option, the one that a writer most likely means."""


def _mistakes(settings: Settings) -> Iterator[str]:
    """What settings say of rules that is wrong, all of it."""
    known = rules()
    yield from map(str, _wrong_names(settings, known))
    # A slip in a profile should not wait until it is in force.
    tables = [(_only(profile, settings), made.rules) for profile, made in settings.profiles.items()]
    for where, table in (*tables, (settings, known)):
        for found in (known[name] for name in table if name in known):
            try:
                if _severity(found, where) is not None or found.id in settings.rules:
                    _options(found, where)
            except PlainspeakError as error:
                yield from str(error).splitlines()


def options_of(name: str, settings: Settings) -> Any:
    """The options that the settings give a rule, whether they turn it on or not.

    Raises:
        SettingsError: they give it an option or a value that it cannot have.
        UsageError: there is no such rule.
    """
    return _options(rule(name), settings)


def in_profile(found: Rule, profile: str, settings: Settings) -> tuple[Severity | None, Any]:
    """A rule's severity (`None` if it is off) and options in a profile, the user's own or not.

    Args:
        found: the rule.
        profile: its name.
        settings: where the user's profiles are; the rest of them does not count.

    Raises:
        SettingsError: the profile gives an option a value that it cannot have.
        UsageError: there is no such profile.
    """
    alone = _only(profile, settings)
    return _severity(found, alone), _options(found, alone)


def _only(profile: str, settings: Settings) -> Settings:
    """Settings that choose a profile and say nothing else."""
    return Settings(
        profile, profiles=settings.profiles, source=settings.source, lines=settings.lines
    )


def _wrong_names(settings: Settings, known: Iterable[str]) -> Iterator[PlainspeakError]:
    """The names of rules that are no rule's."""
    names = list(known)
    for key in ("select", "ignore"):
        for index, name in enumerate(getattr(settings, key)):
            if name not in names:
                where = settings.where(key, index)
                message = f"{key}: there is no rule called “{name}”.{nearest(name, names)}"
                if not where:
                    message += " “plainspeak rules” lists the rules."
                yield _mistake(where, message)
    tables: list[tuple[tuple[str, ...], Iterable[str]]] = [(("rules",), settings.rules)]
    for profile, made in settings.profiles.items():
        tables.append((("profiles", profile, "rules"), made.rules))
    for path, table in tables:
        for name in table:
            if name not in names:
                yield _mistake(
                    settings.where(*path, name),
                    f"{named(path)}: there is no rule called “{name}”.{nearest(name, names)}",
                )


def _mistake(where: str, message: str) -> PlainspeakError:
    """The error for a wrong setting: of the settings file, or of whoever gave an option."""
    message = one_line(message)
    return SettingsError(f"{where}{message}") if where else UsageError(message)


def _severity(found: Rule, settings: Settings) -> Severity | None:
    if found.id in settings.ignore:
        return None
    own, path = settings.changes_to(found.id).get("severity", (None, ()))
    if own and own not in SEVERITIES:
        raise _mistake(
            settings.where(*path),
            f"{named(path)}: must be {either(SEVERITIES)}, not {shown(own)}.",
        )
    if settings.select:
        if found.id not in settings.select:
            return None
        return (
            Severity(own)
            if own and own != OFF
            else found.severity_in(settings.base) or found.severity
        )
    if own:
        return None if own == OFF else Severity(own)
    return found.severity_in(settings.base)


def _options(found: Rule, settings: Settings) -> Any:
    """The rule's options with the user's values over them."""
    changes = settings.changes_to(found.id)
    changes.pop("severity", None)
    checked = _checked_options(found, settings, changes)
    try:
        return found.options_in(settings.base, checked)
    except ValueError as error:
        # Where more than one value was set, only the rule knows which of them it means.
        paths = [path for _, path in changes.values()]
        path = paths[0] if len(paths) == 1 else paths[-1][:-1] if paths else ("rules", found.id)
        raise _mistake(settings.where(*path), f"{named(path)}: {error}") from None


def _checked_options(
    found: Rule, settings: Settings, changes: Mapping[str, tuple[object, KeyPath]]
) -> dict[str, Any]:
    """The user's options for a rule, each turned into the type its field has."""
    if not changes:
        return {}
    import typing

    from pydantic import TypeAdapter, ValidationError

    hints = typing.get_type_hints(found.module.Options)
    fields = {field.name: field for field in found.option_fields()}
    checked = {}
    wrong = []
    for name, (value, path) in changes.items():
        where = settings.where(*path)
        if name not in fields:
            said = f"there is no option called “{name}”.{nearest(name, fields)}"
            wrong.append(_mistake(where, f"{named(path[:-1])}: {said}"))
            continue
        try:
            checked[name] = TypeAdapter(hints[name]).validate_python(value)
        except ValidationError as error:
            said = mistakes(error, in_file=bool(where))[0][1]
        else:
            said = _out_of_range(value, checked[name], fields[name].metadata)
        if said:
            wrong.append(_mistake(where, f"{named(path)}: {said}"))
    if wrong:
        raise type(wrong[0])("\n".join(map(str, wrong)))
    return checked


def _out_of_range(given: object, value: object, metadata: Mapping[str, Any]) -> str:
    """What is wrong with a number that is no number, or too small or large; else nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(given, bool) or not math.isfinite(value):
        return f"must be a number, not {shown(given)}"
    # A plugin may have made its fields without `option()`.
    least, most = metadata.get("least"), metadata.get("most")
    if (least is None or value >= least) and (most is None or value <= most):
        return ""
    if least is not None and most is not None:
        span = f"from {least} to {most}"
    else:
        span = f"{least} or more" if most is None else f"{most} or less"
    return f"must be {span}, not {shown(given)}"
