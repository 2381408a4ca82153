"""YAML read safely, with the line of every value, so that an error can say where it is."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import ValidationError
    from yaml.nodes import Node

__all__ = ["MarkedYaml", "MarkedYamlError", "describe", "nearest", "parse"]

Path = tuple[str | int, ...]

MAX_NODES = 200_000
"""More than any settings or glossary file needs; stops one that unfolds into a huge one."""


class MarkedYamlError(ValueError):
    """The text is not the YAML we accept. `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class MarkedYaml:
    """Plain Python data and where each part of it stands."""

    data: Any
    lines: dict[Path, int]
    """Line, from 1, of the value (or of its key, in a mapping) at each path of keys and indexes."""

    def line_of(self, path: Sequence[str | int]) -> int:
        """The line of the value at `path`, or of the nearest thing that holds it."""
        place = tuple(path)
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse(text: str) -> MarkedYaml:
    """Read one YAML document.

    Raises:
        MarkedYamlError: not YAML, a key twice, an anchor or tag (neither is needed and both can do
            harm), or too many values.
    """
    import yaml

    odd = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        raise MarkedYamlError(line, f"this is not YAML: it holds U+{ord(odd[0]):04X}")
    # The C loader is several times as fast; not every build of PyYAML has it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
        lines: dict[Path, int] = {}
        data = None if node is None else _build(loader, node, (), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(part for part in (error.context, error.problem) if part)
        raise MarkedYamlError(
            mark.line + 1 if mark else 1, f"this is not YAML: {problem}"
        ) from None
    except yaml.YAMLError as error:
        raise MarkedYamlError(1, f"this is not YAML: {error}") from None
    except RecursionError:
        raise MarkedYamlError(1, "the lists are nested too deep") from None
    finally:
        loader.dispose()
    return MarkedYaml(data, lines)


def _build(loader: Any, node: Node, path: Path, lines: dict[Path, int]) -> Any:
    import yaml

    line = node.start_mark.line + 1
    if len(lines) > MAX_NODES:
        raise MarkedYamlError(line, f"more than {MAX_NODES:,} values; split the file")
    lines.setdefault(path, line)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            key_line = key_node.start_mark.line + 1
            if not isinstance(key, str | int):
                raise MarkedYamlError(key_line, "a key must be a word or phrase")
            if key in mapping:
                raise MarkedYamlError(key_line, f"“{key}” is here twice; keep one")
            place = (*path, key)
            lines[place] = key_line
            mapping[key] = _build(loader, value_node, place, lines)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(loader, child, (*path, index), lines) for index, child in enumerate(node.value)
        ]
    try:
        return loader.construct_object(node)
    except ValueError as error:
        raise MarkedYamlError(line, f"cannot read this value: {error}") from None


def nearest(word: str, known: Iterable[str]) -> str:
    """` Did you mean “x”?`, or nothing if no known word is near."""
    match = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean “{match[0]}”?" if match else ""


def describe(
    error: ValidationError, marked: MarkedYaml, file: str, known: Iterable[str] = ()
) -> list[str]:
    """Turn pydantic's errors into lines a writer can act on: `file:line: field: what is wrong`.

    Args:
        error: what pydantic found.
        marked: the YAML it was given.
        file: the name to start each line with.
        known: the field names that exist, to guess the one that was meant.
    """
    names = list(known)
    lines = []
    for problem in error.errors():
        path = problem["loc"]
        fields = [str(part) for part in path if not isinstance(part, int)]
        name = fields[-1] if fields else "file"
        message = _MESSAGES.get(problem["type"], problem["msg"].removeprefix("Value error, "))
        if problem["type"] == "extra_forbidden":
            message += nearest(name, names)
        elif "expected" in problem.get("ctx", {}):
            message = f"must be {problem['ctx']['expected']}, not {problem['input']!r}."
            message += nearest(str(problem["input"]), _quoted(problem["ctx"]["expected"]))
        lines.append((marked.line_of(path), f"{name}: {message}"))
    return [f"{file}:{line}: {text}" for line, text in sorted(lines)]


def _quoted(expected: str) -> list[str]:
    return [part for part in expected.split("'") if part.strip(" ,") not in {"", "or"}]


_MESSAGES = {
    "extra_forbidden": "no such field.",
    "missing": "is missing; add it",
    "string_type": "must be words; put quotes around it if it looks like a number, yes or no",
    "list_type": "must be a list; start each line with “- ”",
    "tuple_type": "must be a list; start each line with “- ”",
    "dict_type": "must be a list of “name: value” lines",
    "model_type": "must be a list of “name: value” lines",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number",
}
