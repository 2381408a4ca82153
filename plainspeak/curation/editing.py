"""Putting an entry into a glossary file: the rest of the file stays as it is, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from plainspeak import marked_yaml
from plainspeak.errors import GlossaryError
from plainspeak.glossary.loading import parse
from plainspeak.glossary.schema import Entry, order_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["as_yaml", "name_from", "new_file", "with_entry"]

_ORDER = [*Entry.model_fields]
_ITEM = re.compile(r"(?P<indent> *)-(?P<gap> +)\S")


def as_yaml(fields: Mapping[str, Any], indent: int = 2) -> str:
    """An entry as it stands in a file, with fields in the usual order, and a blank line after it.

    Args:
        fields: of an `Entry`; empty ones are left out.
        indent: spaces in front of the hyphen.
    """
    lines = []
    for name in sorted(fields, key=_ORDER.index):
        value = fields[name]
        if isinstance(value, dict):
            value = {key: part for key, part in value.items() if part}
        if value in ("", (), [], {}, None):
            continue
        if isinstance(value, dict):
            lines += [f"{name}:", *(f"  {key}: {_scalar(part)}" for key, part in value.items())]
        else:
            lines.append(f"{name}: {_scalar(value)}")
    first, *rest = lines
    space = " " * indent
    return "\n".join([f"{space}- {first}", *(f"{space}  {line}" for line in rest)]) + "\n\n"


def _scalar(value: Any) -> str:
    import yaml

    if isinstance(value, tuple | list):
        value = value[0] if len(value) == 1 else list(value)
    said = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False
    )
    return str(said).removesuffix("\n").removesuffix("\n...")


def name_from(file: Path) -> str:
    """A name for the glossary in a file: `Our Words.csv` gives `our-words`."""
    letters = "".join(char if char.isascii() and char.isalnum() else " " for char in file.stem)
    return "-".join(letters.lower().split()) or "our-words"


def new_file(name: str, about: str, entries: Iterable[Mapping[str, Any]]) -> str:
    """A new glossary file, its entries in order."""
    head = f"name: {name}\n" + (f"about: {_scalar(about)}\n" if about else "") + "terms:\n"
    ordered = sorted(entries, key=lambda fields: order_of(fields["term"]))
    return head + "".join(map(as_yaml, ordered)).rstrip("\n") + "\n"


def with_entry(text: str, fields: Mapping[str, Any], file: str) -> str:
    """A glossary file with one more entry, in its place in the alphabet.

    Args:
        text: the file as it is.
        fields: of the new `Entry`.
        file: its name, for errors.

    Raises:
        GlossaryError: the file, or the new entry, does not say what it should.
    """
    terms = parse(text, file).terms
    marked = marked_yaml.parse(text)
    if "terms" not in marked.data:
        return _checked(
            text.rstrip() + "\nterms:\n" + as_yaml(fields).rstrip("\n") + "\n", text, file
        )
    lines = re.split(r"(?<=\n)", text)
    starts = [marked.line_of(("terms", number)) - 1 for number in range(len(terms))]
    items = [_ITEM.match(lines[start]) for start in starts]
    if not starts or any(item is None for item in items):
        raise GlossaryError(
            f"{file}:1: plainspeak can only add to a file with each term on a line of its own, "
            "like “  - term: …”"
        )
    new = order_of(str(fields["term"]))
    later = next((n for n, entry in enumerate(terms) if order_of(entry.term) > new), None)
    indent = len(items[0]["indent"]) if items[0] else 2
    block = as_yaml(fields, indent)
    if later is None:
        whole = text.rstrip() + "\n\n" + block.rstrip("\n") + "\n"
    else:
        at = starts[later]
        while at and lines[at - 1].lstrip().startswith("#"):  # a comment goes with what follows it
            at -= 1
        whole = "".join([*lines[:at], block, *lines[at:]])
    return _checked(whole, text, file)


def _checked(whole: str, before: str, file: str) -> str:
    """A changed file with the line ends that it had, if it says what it should."""
    if "\r\n" in before:
        whole = whole.replace("\r\n", "\n").replace("\n", "\r\n")
    parse(whole, file)
    return whole
