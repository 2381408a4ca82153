"""Glossaries as an A to Z that a team can publish."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from plainspeak.glossary.schema import Entry, Glossary, Treatment, order_of
from plainspeak.wording import either

__all__ = ["to_html", "to_json", "to_markdown"]

TITLE = "Words to use and words to avoid"


def _by_letter(glossaries: Iterable[Glossary]) -> list[tuple[str, list[Entry]]]:
    entries = sorted(
        (entry for glossary in glossaries for entry in glossary.terms),
        key=lambda entry: order_of(entry.term),
    )
    return [
        (letter, list(group))
        for letter, group in groupby(entries, key=lambda each: order_of(each.term)[:1].upper())
    ]


def _said(entry: Entry) -> list[str]:
    """What to tell readers about an entry: one sentence for each thing."""
    said = []
    if entry.treatment is Treatment.AVOID and entry.why:
        said.append(f"Avoid it. {entry.why}")
    if entry.explanation:
        said.append(entry.explanation)
    if entry.alternatives:
        offers = either(entry.alternatives)
        said.append(
            f"Or write {offers}." if entry.treatment is Treatment.EXPLAIN else f"Write {offers}."
        )
    if entry.advice:
        said.append(entry.advice)
    return said


def _label(entry: Entry) -> str:
    """What is said of a term in brackets: its part of speech, where two entries share a term."""
    return ", ".join(pos.value for pos in entry.pos)


def to_markdown(glossaries: Sequence[Glossary]) -> str:
    """An A to Z in Markdown, with a heading for each letter."""
    lines = [f"# {TITLE}", ""]
    for letter, entries in _by_letter(glossaries):
        lines += [f"## {letter}", ""]
        for entry in entries:
            label = f" ({_label(entry)})" if _label(entry) else ""
            lines += [f"**{entry.term}**{label}", f": {' '.join(_said(entry))}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def to_html(glossaries: Sequence[Glossary]) -> str:
    """An A to Z as one HTML page, with links to the letters and no need of a network."""
    letters = _by_letter(glossaries)
    links = " ".join(f'<a href="#{_anchor(letter)}">{escape(letter)}</a>' for letter, _ in letters)
    lines = [
        "<!doctype html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{TITLE}</title>",
        "<style>body{font:1.125rem/1.6 Arial,sans-serif;max-width:45rem;margin:2rem auto;"
        "padding:0 1rem}dt{font-weight:bold;margin-top:1rem}dd{margin:0}nav a{padding:.25rem}"
        "</style>",
        "</head>",
        "<body>",
        f"<h1>{TITLE}</h1>",
        f'<nav aria-label="Letters">{links}</nav>',
    ]
    for letter, entries in letters:
        lines += [f'<h2 id="{_anchor(letter)}">{escape(letter)}</h2>', "<dl>"]
        for entry in entries:
            label = f" <small>({escape(_label(entry))})</small>" if _label(entry) else ""
            lines.append(f"<dt>{escape(entry.term)}{label}</dt>")
            lines += [f"<dd>{escape(said)}</dd>" for said in _said(entry)]
        lines.append("</dl>")
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _anchor(letter: str) -> str:
    return f"letter-{escape(letter.lower()) if letter.isalnum() else 'other'}"


def to_json(glossaries: Sequence[Glossary]) -> str:
    """The entries as JSON, with the fields that they have in YAML."""
    data = [
        {
            "name": glossary.name,
            "about": glossary.about,
            "terms": [
                entry.model_dump(mode="json", exclude_unset=True) for entry in glossary.terms
            ],
        }
        for glossary in glossaries
    ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
