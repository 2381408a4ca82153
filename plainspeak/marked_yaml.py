"""YAML read safely, with the line of every value, so that an error can say where it is."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plainspeak.wording import either, one_line

if TYPE_CHECKING:
    from pydantic import ValidationError
    from yaml import MarkedYAMLError
    from yaml.nodes import Node

__all__ = [
    "MarkedYaml",
    "MarkedYamlError",
    "describe",
    "mistakes",
    "named",
    "nearest",
    "parse",
    "shown",
]

Path = tuple[str | int, ...]

LONGEST_SLIP = 100
"""Letters; nobody means a shorter word by a longer one, and to compare long words takes long."""

MAX_NODES = 200_000
"""More than any settings or glossary file needs; stops one that unfolds into a huge one."""


TOO_DEEP = "the lists are nested too deep"


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
        line = mark.line + 1 if mark else 1
        raise MarkedYamlError(line, f"this is not YAML: {_slip(error, text, line)}") from None
    except yaml.YAMLError as error:
        raise MarkedYamlError(1, f"this is not YAML: {error}") from None
    except RecursionError:
        raise MarkedYamlError(1, TOO_DEEP) from None
    finally:
        loader.dispose()
    return MarkedYaml(data, lines)


_STARTS_WITH_KEY = re.compile(r"(?P<indent> *)(?:- )*[\w.-]+ *:(?=\s|$)")


def _slip(error: MarkedYAMLError, text: str, line: int) -> str:
    """What to mend, for the slips that people make most, in plain words.

    Args:
        error: what the parser says.
        text: the YAML.
        line: where it stopped, from 1.
    """
    context, problem = error.context or "", error.problem or ""
    opened = error.context_mark.line + 1 if error.context_mark else line
    if "nesting depth" in problem:
        return TOO_DEEP
    if "\\t" in problem or "cannot start any token" in problem:
        return "there may be a tab here; use spaces instead"
    if "flow sequence" in context:
        return f"the “[” in line {opened} has no “]” that closes it"
    if "flow mapping" in context:
        return f"the “{{” in line {opened} has no “}}” that closes it"
    if "quoted scalar" in context:
        return f"the quotation mark in line {opened} has no other that closes it"
    if "mapping values are not allowed" in problem:
        if _is_too_far_in(text.splitlines(), line):
            return (
                "this line starts too far in; give it as many spaces as the lines that it belongs "
                "with, or none"
            )
        return "there is one colon too many; put quotation marks around words that hold a colon"
    if "block" in context:
        return "the spaces in front of this line do not fit those of the lines above"
    if "simple key" in context:
        return f"line {opened} has no colon, or no space after it"
    return (
        "look here and in the line above for a missing colon, quotation mark or bracket, or for "
        "spaces that do not line up"
    )


def _is_too_far_in(lines: Sequence[str], line: int) -> bool:
    """Whether a key stands further in than the key above it, which has a value already."""
    here = _STARTS_WITH_KEY.match(lines[line - 1]) if line <= len(lines) else None
    above = next((each for each in reversed(lines[: line - 1]) if each.strip(" #")), "")
    key_above = _STARTS_WITH_KEY.match(above)
    return (
        here is not None
        and key_above is not None
        and len(here["indent"]) > len(key_above["indent"])
        and bool(above[key_above.end() :].strip())
    )


def _build(loader: Any, node: Node, path: Path, lines: dict[Path, int]) -> Any:
    import yaml

    line = node.start_mark.line + 1
    if len(lines) > MAX_NODES:
        raise MarkedYamlError(line, f"more than {MAX_NODES:,} values; split the file")
    lines.setdefault(path, line)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = _value(loader, key_node)
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
    return _value(loader, node)


def _value(loader: Any, node: Node) -> Any:
    import yaml

    try:
        return loader.construct_object(node, deep=True)
    except yaml.YAMLError:
        raise
    # What PyYAML raises for a value that does not fit its type depends on the type.
    except (ValueError, LookupError, AttributeError, TypeError, OverflowError):
        line = node.start_mark.line + 1
        raise MarkedYamlError(
            line, "cannot read this value; put quotation marks around it"
        ) from None


def nearest(word: str, known: Iterable[str]) -> str:
    """` Did you mean “x”?`, or nothing if no known word is near."""
    match = _closest(word, tuple(known)) if len(word) <= LONGEST_SLIP else None
    return f" Did you mean “{match}”?" if match else ""


@functools.lru_cache(maxsize=256)
def _closest(word: str, known: tuple[str, ...]) -> str | None:
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.6)), None)


def mistakes(
    error: ValidationError,
    known: Iterable[str] = (),
    *,
    in_file: bool = True,
    hint: Callable[[Path], str] | None = None,
) -> list[tuple[Path, str]]:
    """What pydantic found, in words for a writer: the keys that lead to each mistake, and it.

    Args:
        error: what pydantic found. An error of ours that has a `field` in its context is about that
            field of the thing it was raised for.
        known: the field names that exist, to guess the one that was meant.
        in_file: whether the values stand in a file; if not, no word on how to write YAML.
        hint: where a key belongs that is not known, with a space in front; or nothing.
    """
    names = list(known)
    found = []
    for problem in error.errors():
        path: Path = tuple(part for part in problem["loc"] if part != "[key]")
        context = problem.get("ctx", {})
        if "field" in context:
            path = (*path, context["field"])
        kind, given = problem["type"], problem["input"]
        if "[key]" in problem["loc"]:
            said, how = "a name must be words", "; put quotes around it"
        elif (given is None and kind not in {"missing", "value_error"}) or (
            given == "" and kind == "string_too_short"
        ):
            said, how = "is empty", "; write what it should be, or take it out"
        elif kind in _MESSAGES:
            said, how = _MESSAGES[kind]
            said = said.format(**context)
        elif "expected" in context:
            choices = [part for part in str(context["expected"]).split("'") if _is_choice(part)]
            said = f"must be {either(choices)}, not {shown(given)}.{nearest(str(given), choices)}"
            how = ""
        else:
            said, how = problem["msg"].removeprefix("Value error, "), ""
        if kind == "extra_forbidden":
            said += (hint(path) if hint else "") or nearest(str(path[-1]), names)
        found.append((path, one_line(said + how if in_file else said)))
    return found


def describe(
    error: ValidationError,
    marked: MarkedYaml,
    file: str,
    known: Iterable[str] = (),
    title: str = "",
    hint: Callable[[Path], str] | None = None,
) -> list[str]:
    """Turn pydantic's errors into lines a writer can act on: `file:line: field: what is wrong`.

    Args:
        error: what pydantic found.
        marked: the YAML it was given.
        file: the name to start each line with.
        known: the field names that exist, to guess the one that was meant.
        title: the field that names an item of a list: with `term`, a mistake in such an item is
            told as `file:line: (its term): field: what is wrong`.
        hint: as for `mistakes`.
    """
    lines = sorted(
        (marked.line_of(path), f"{named(path, marked.data, title)}: {said}")
        for path, said in mistakes(error, known, hint=hint)
    )
    return [f"{file}:{line}: {text}" for line, text in lines]


def named(path: Sequence[str | int], data: Any = None, title: str = "") -> str:
    """A path of keys as a writer reads it: `rules: jargon: severity`.

    Args:
        path: the keys; indexes of list items are left out, as the line says which is meant.
        data: what the path leads through.
        title: as for `describe`.
    """
    names: list[str] = []
    for part in path:
        try:
            data = data[part]
        except (LookupError, TypeError):
            data = None
        if not isinstance(part, int):
            names.append(str(part))
        elif isinstance(data, dict) and isinstance(data.get(title), str):
            names = [data[title]]
    words = [one_line(name) for name in names if name.strip()]
    return ": ".join(words) or "file"


def shown(value: object) -> str:
    """A value as a message shows it: in quotation marks, the way YAML would have it."""
    if isinstance(value, bool):
        return f"“{str(value).lower()}”"
    if isinstance(value, dict | list | tuple):
        return "a list"
    return f"“{value}”"


def _is_choice(part: str) -> bool:
    """Whether this is one of the words of pydantic's `'a', 'b' or 'c'`, not what is between."""
    return part.strip(" ,") not in {"", "or"}


_LIST = ("must be a list", "; start each line with “- ”")
_LINES = ("must hold names with values", "; write lines of “name: value”")
_WORDS = ("must be words", "; put quotes around it if it looks like a number, yes or no")

_MESSAGES = {
    "extra_forbidden": ("no such field.", ""),
    "missing": ("is missing", "; add it"),
    "string_type": _WORDS,
    "string_too_short": ("must have at least {min_length} letters", ""),
    "string_too_long": ("must have at most {max_length} letters", ""),
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _LINES,
    "mapping_type": _LINES,
    "model_type": _LINES,
    "bool_parsing": ("must be true or false", ""),
    "bool_type": ("must be true or false", ""),
    "int_parsing": ("must be a whole number", ""),
    "int_parsing_size": ("is too large", ""),
    "int_from_float": ("must be a whole number", ""),
    "int_type": ("must be a whole number", ""),
    "float_parsing": ("must be a number", ""),
    "float_type": ("must be a number", ""),
    "finite_number": ("must be a number", ""),
}
"""What is wrong, by pydantic's name for it, and how to mend it in a file."""
