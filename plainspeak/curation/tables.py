"""Glossaries as tables, for people who work in spreadsheets: out to CSV, and back."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plainspeak.curation.editing import name_from, new_file
from plainspeak.errors import GlossaryError
from plainspeak.glossary.loading import parse
from plainspeak.glossary.schema import Entry, Glossary
from plainspeak.marked_yaml import nearest

__all__ = ["COLUMNS", "SEPARATOR", "from_csv", "to_csv"]

SEPARATOR = " | "
"""Between the parts of a cell that holds several."""

_ABOVE = ("name", "about")
_MARK = "#"
"""What the first cell of a row that is no entry starts with: “#name”."""
_EXAMPLES = ("flag", "fine")
_YES_NO = ("inflect", "case")
COLUMNS = tuple(name for name in Entry.model_fields if name != "examples") + _EXAMPLES


def to_csv(glossary: Glossary) -> str:
    """A glossary as CSV: one entry a row, a column for each field, one for each kind of example.

    Its name, and what it is about, stand in rows of their own above the names of the columns.
    """
    out = io.StringIO()
    above = csv.writer(out, lineterminator="\r\n")
    for name in _ABOVE:
        if getattr(glossary, name):
            above.writerow([f"{_MARK}{name}", " ".join(getattr(glossary, name).split())])
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for entry in glossary.terms:
        fields = entry.model_dump(mode="json", exclude_unset=True)
        fields.update(fields.pop("examples", {}))
        writer.writerow({name: _cell(value) for name, value in fields.items()})
    return out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return SEPARATOR.join(value) if isinstance(value, list) else str(value)


def from_csv(text: str, file: str, name: str = "", about: str = "") -> str:
    """A glossary file (YAML) from a table as `to_csv` makes it; columns may be missing.

    Args:
        text: the CSV, with commas, semicolons or tabs.
        file: its name, for errors.
        name: of the glossary; if it is empty, what the table says, or else the file's.
        about: what the glossary is for; if it is empty, what the table says.

    Raises:
        GlossaryError: a column we do not know, or a row that does not make an entry.
    """
    above, first, table = _split(text.removeprefix("\ufeff"))
    name = name or above.get("name", "") or name_from(Path(file))
    about = about or above.get("about", "")
    head = table.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.DictReader(io.StringIO(table, newline=""), delimiter=delimiter)
    titles = {title: (title or "").strip().lower() for title in rows.fieldnames or ()}
    unknown = [title for title in titles.values() if title and title not in COLUMNS]
    if unknown or "term" not in titles.values():
        said = (
            f"there is no field “{unknown[0]}”.{nearest(unknown[0], COLUMNS)} The columns may be: "
            f"{', '.join(COLUMNS)}"
            if unknown
            else "the first row must name the columns, and one must be “term”"
        )
        raise GlossaryError(f"{file}:{first}: {said}")
    named = Counter(titles[title] for title in rows.fieldnames or ())
    twice = [title for title, count in named.items() if title and count > 1]
    if twice:
        raise GlossaryError(f"{file}:{first}: the column “{twice[0]}” is here twice; keep one")
    entries = []
    try:
        for row in rows:
            cells = {titles[title]: cell for title, cell in row.items() if title in titles}
            fields = _fields(cells)
            if "term" in fields:
                _must_be_right(fields, f"{file}:{rows.line_num + first - 1}", name)
                entries.append(fields)
    except csv.Error as error:
        line = rows.line_num + first
        raise GlossaryError(f"{file}:{line}: cannot read this row: {error}") from None
    if not entries:
        raise GlossaryError(f"{file}:{first + 1}: there is no row with a term")
    return new_file(name, about, entries)


def _split(text: str) -> tuple[dict[str, str], int, str]:
    """What the rows above the table say, the line on which the table starts, and the table."""
    above: dict[str, str] = {}
    lines = text.splitlines(keepends=True)
    start = 0
    while start < len(lines) and lines[start].lstrip('"').startswith(_MARK):
        delimiter = max(",;\t", key=lines[start][: len(max(_ABOVE, key=len)) + 4].count)
        cells = next(csv.reader([lines[start]], delimiter=delimiter))
        above[cells[0].removeprefix(_MARK).strip().lower()] = "".join(cells[1:2]).strip()
        start += 1
    return above, start + 1, "".join(lines[start:])


def _fields(row: Mapping[str, str | None]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    examples: dict[str, list[str]] = {}
    for column, cell in row.items():
        value = (cell or "").strip()
        if not value or not column:
            continue
        parts = [part.strip() for part in value.split(SEPARATOR.strip()) if part.strip()]
        if column in _EXAMPLES:
            examples[column] = parts
        elif column in _YES_NO and value.lower() in {"true", "false", "yes", "no"}:
            fields[column] = value.lower() in {"true", "yes"}
        else:
            fields[column] = parts if len(parts) > 1 else value
    return {**fields, "examples": examples} if examples else fields


def _must_be_right(fields: Mapping[str, Any], place: str, name: str) -> None:
    """Complain of a row by its own line, not by that of the YAML made from it."""
    try:
        parse(new_file(name, "", [fields]), "")
    except GlossaryError as error:
        mistakes = [line.split(":", 2)[-1].strip() for line in str(error).splitlines()]
        raise GlossaryError("\n".join(f"{place}: {said}" for said in mistakes)) from None
