"""Finding a settings file and reading it."""

from __future__ import annotations

import copy
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainspeak import SETTINGS_FILES
from plainspeak.config.settings import KeyPath, Profile, Settings
from plainspeak.errors import SettingsError, UsageError
from plainspeak.marked_yaml import (
    MarkedYaml,
    MarkedYamlError,
    describe,
    mistakes,
    named,
    nearest,
    parse,
)
from plainspeak.safe_read import Unreadable, bytes_of, is_file, is_folder, real_path
from plainspeak.wording import one_line

if TYPE_CHECKING:
    from plainspeak.config.schema import RuleTable, SettingsTable

__all__ = ["checked_options", "find_settings", "in_order", "load_settings"]

MAX_BYTES = 1024**2
"""More than any settings file needs."""


def find_settings(path: str | Path) -> Path | None:
    """The settings file nearest to a document: in its folder, or in the nearest folder above.

    A `pyproject.toml` counts only if it has a `[tool.plainspeak]` table.

    Args:
        path: a document (it need not exist) or a folder.

    Raises:
        SettingsError: a `pyproject.toml` that names plainspeak cannot be read.
    """
    path = Path(path)
    start = real_path(path if is_folder(path) else path.parent)
    for folder in (start, *start.parents):
        for name in SETTINGS_FILES:
            candidate = folder / name
            if is_file(candidate) and (
                candidate.suffix != ".toml" or _toml_table(candidate, str(candidate)) is not None
            ):
                return candidate
    return None


def load_settings(
    path: str | Path, name: str | None = None, hint: Callable[[KeyPath], str] | None = None
) -> Settings:
    """Read a settings file.

    Args:
        path: `plainspeak.yml`, or a `pyproject.toml` with a `[tool.plainspeak]` table.
        name: what messages call the file; its path if not given.
        hint: where a key belongs that is not one of ours, with a space in front; or nothing.

    Raises:
        SettingsError: each line of the message is `file:line: what is wrong`.
    """
    path = Path(path)
    name = name or str(path)
    if path.suffix == ".toml":
        marked = _toml_table(path, name)
        if marked is None:
            raise SettingsError(f"{name}:1: there is no [tool.plainspeak] table in this file")
    else:
        try:
            marked = parse(_read(path, name))
        except MarkedYamlError as error:
            raise SettingsError(f"{name}:{error.line}: {error.message}") from None
        if marked.data is None:
            marked = MarkedYaml({}, marked.lines)
    return _validated(marked, real_path(path.parent), name, hint)


def _validated(
    marked: MarkedYaml, root: Path, name: str, hint: Callable[[KeyPath], str] | None
) -> Settings:
    from pydantic import ValidationError

    from plainspeak.config.schema import ProfileTable, SettingsTable

    wrong: list[str] = []
    try:
        table = SettingsTable.model_validate(marked.data)
    except ValidationError as error:
        known = [*SettingsTable.model_fields, *ProfileTable.model_fields]
        wrong += describe(error, marked, name, known, hint=hint)
        right = _without(marked.data, [each["loc"] for each in error.errors()])
        try:
            table = SettingsTable.model_validate(right)
        except ValidationError:
            raise SettingsError("\n".join(wrong)) from None
    glossaries = tuple(root / glossary for glossary in table.glossaries)
    wrong += [
        f"{name}:{marked.line_of(('glossaries', index))}: glossaries: there is no file "
        f"{one_line(str(path))}"
        for index, path in enumerate(glossaries)
        if not is_file(path)
    ]
    fields = {
        **_fields(table),
        "glossaries": glossaries,
        "root": root,
        "source": name,
        "lines": {path: line for path, line in marked.lines.items() if path},
    }
    try:
        settings = Settings(**fields)
    except SettingsError as error:
        wrong += str(error).splitlines()
        settings = Settings(**{**fields, "profile": "plain", "profiles": {}})
    if wrong:
        raise SettingsError("\n".join(in_order(wrong)), settings)
    return settings


def in_order(lines: Iterable[str]) -> list[str]:
    """Messages that start with `file:line:`, in order of the line."""

    def line_of(message: str) -> int:
        place = re.match(r".+?:(\d+): ", message)
        return int(place[1]) if place else 0

    return sorted(lines, key=line_of)


def _without(data: Any, paths: Iterable[Sequence[int | str]]) -> Any:
    """The data without the values that some paths lead to."""
    right = copy.deepcopy(data)
    for path in paths:
        holder = right
        for part in path:
            if not isinstance(holder, dict) or part not in holder:
                break
            if part == path[-1] or not isinstance(holder[part], dict):
                del holder[part]  # of a list, all goes
                break
            holder = holder[part]
    return right


def checked_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """Options that a Python program gave, checked as a settings file is, as fields of `Settings`.

    Args:
        options: by the names that a settings file has. One word or path may stand without a list
            around it; `None` silences a term as `off` does.

    Raises:
        UsageError: there is no such option, or it cannot have this value.
    """
    from pydantic import ValidationError

    from plainspeak.config.schema import SettingsTable

    for name in options:
        if name not in SettingsTable.model_fields:
            raise UsageError(
                f"There is no option called “{name}”.{nearest(name, SettingsTable.model_fields)}"
            )
    given = dict(options)
    for name in _LISTS & given.keys():
        given[name] = _as_list(given[name])
    if isinstance(given.get("terms"), Mapping):
        given["terms"] = {
            term: "off" if change is None else change for term, change in given["terms"].items()
        }
    try:
        table = SettingsTable.model_validate(given)
    except ValidationError as error:
        said = [f"{named(path)}: {what}" for path, what in mistakes(error, in_file=False)]
        raise UsageError("\n".join(said)) from None
    return {name: value for name, value in _fields(table).items() if name in given}


_LISTS = frozenset({"select", "ignore", "glossaries", "exclude", "accept"})


def _as_list(value: Any) -> Any:
    if isinstance(value, str | os.PathLike):
        value = [value]
    if not isinstance(value, list | tuple | set | frozenset):
        return value
    return [os.fspath(each) if isinstance(each, os.PathLike) else each for each in value]


def _fields(table: SettingsTable) -> dict[str, Any]:
    """The table as fields of `Settings`."""
    return {
        "profile": table.profile,
        "select": table.select,
        "ignore": table.ignore,
        "glossaries": tuple(Path(path) for path in table.glossaries),
        "model": table.model,
        "fail_on": table.fail_on,
        "exclude": table.exclude,
        "rules": _rules(table.rules),
        "profiles": {
            name: Profile(profile.extends, _rules(profile.rules))
            for name, profile in table.profiles.items()
        },
        "accept": table.accept,
        "terms": table.terms,
    }


def _rules(tables: Mapping[str, RuleTable]) -> dict[str, dict[str, Any]]:
    return {rule: options.model_dump(exclude_unset=True) for rule, options in tables.items()}


def _read(path: Path, name: str) -> str:
    try:
        data = bytes_of(path, MAX_BYTES)
    except Unreadable as error:
        raise SettingsError(f"{name}:1: {error}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{name}:{line}: this file is not UTF-8; save it as UTF-8") from None


def _toml_table(path: Path, name: str) -> MarkedYaml | None:
    """The `[tool.plainspeak]` table; `None` if there is none."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    text = _read(path, name)
    if "plainspeak" not in text:
        return None
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = place[1] if place else str(text.count("\n") + 1)
        raise SettingsError(f"{name}:{line}: this is not TOML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{name}:1: the lists are nested too deep") from None
    tool = data.get("tool")
    table = tool.get("plainspeak") if isinstance(tool, dict) else None
    return None if table is None else MarkedYaml(table, _toml_lines(text, data))


_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def _toml_lines(text: str, data: Mapping[str, Any]) -> dict[KeyPath, int]:
    """The line of each key under `[tool.plainspeak]`, found by the text of the key.

    The standard TOML parser gives no positions. A key inside an inline table has the line of the
    key that holds it.
    """
    lines: dict[KeyPath, int] = {}
    header: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _HEADER.match(line):
            path = header = _parts(match[1])
        elif match := _KEY.match(line):
            path = (*header, *_parts(match[1]))
        else:
            continue
        for length in range(2, len(path) + 1):
            if path[:2] == ("tool", "plainspeak") and _holds(data, path[:length]):
                lines.setdefault(path[2:length], number)
    table = data["tool"]["plainspeak"]
    for key, value in table.items() if isinstance(table, dict) else ():
        if isinstance(value, list):
            for index in range(len(value)):
                lines[(key, index)] = lines.get((key,), 1)
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _holds(data: Any, path: tuple[str, ...]) -> bool:
    for part in path:
        if not isinstance(data, Mapping) or part not in data:
            return False
        data = data[part]
    return True
