"""`plainspeak explain`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.files import SettingsBook
from plainspeak.cli.options import (
    command,
    config_option,
    debug_option,
    examples,
    glossary_option,
)
from plainspeak.cli.rules import profiles_of, severities_of, values_of
from plainspeak.cli.terminal import put
from plainspeak.config import Settings
from plainspeak.errors import UsageError
from plainspeak.output import colour, width

if TYPE_CHECKING:
    from plainspeak.glossary.schema import Entry
    from plainspeak.rule import Rule

__all__ = ["explain"]

TREATMENTS = {
    "replace": "write a plainer word",
    "explain": "keep it, and explain it where you first use it",
    "avoid": "say it another way",
}

NEAREST = 3

HARDNESS = (
    (0.5, "Most readers find this hard"),
    (0.4, "Many readers find this hard"),
    (0.33, "Some readers find this hard"),
    (0.25, "Most readers know this"),
    (0.0, "Nearly all readers know this"),
)
"""What to say of a word from each number up."""


@command(
    epilog=examples(
        "plainspeak explain passive-voice",
        "plainspeak explain reciprocity",
        "plainspeak explain terms of reference",
        "plainspeak explain photosynthesis",
        "plainspeak explain our-word --glossary our-words.yml",
    ),
)
@click.argument("words", metavar="RULE-OR-TERM", nargs=-1, required=True)
@glossary_option
@config_option
@debug_option
def explain(words: tuple[str, ...], glossaries: tuple[Path, ...], config: Path | None) -> None:
    """Read about a rule, a term of the glossaries, or how hard a word is."""
    from plainspeak import registry

    asked = " ".join(words)
    rules = registry.rules()
    if asked.lower() in rules:
        settings = SettingsBook(config).of(".")
        put(_rendered(_rule(rules[asked.lower()], settings)))
        return
    entries = _entries(SettingsBook(config, glossaries=glossaries).of("."))
    # To make the forms of every term takes a second or two; mostly the term itself is asked for.
    found = _written(asked, entries, _own_forms) or _written(asked, entries, _all_forms)
    parts = [_entry(glossary, entry) for glossary, entry in found]
    hardness = _hardness(asked)
    short_form = _short_form(asked)
    if short_form:
        parts.insert(0, short_form)
    if short_form and asked.isupper():
        hardness = None  # that would be the hardness of the fruit's “pip”
    if hardness and not parts:
        parts = [f"# {asked}\n\nThis is in no glossary.\n\n{hardness}"]
    elif hardness and " " not in asked:
        parts.append(hardness)
    if not parts:
        raise UsageError(_unknown(asked, rules, (entry for _, entry in entries)))
    put(_rendered("\n\n".join(parts)))


def _written(
    asked: str, entries: Iterable[tuple[str, Entry]], forms: Callable[[Entry], Iterable[str]]
) -> list[tuple[str, Entry]]:
    """The entries that have what was asked for among their forms."""
    return [
        (glossary, entry)
        for glossary, entry in entries
        if any(_plain(form) == _plain(asked) for form in forms(entry))
    ]


def _own_forms(entry: Entry) -> Iterable[str]:
    return (entry.term, *entry.variants)


def _all_forms(entry: Entry) -> Iterable[str]:
    return (form.text for form in entry.forms)


def _entries(settings: Settings) -> list[tuple[str, Entry]]:
    from plainspeak.glossary.overrides import with_changes

    return [
        (glossary.name, entry) for glossary in with_changes(settings) for entry in glossary.terms
    ]


def _plain(words: str) -> str:
    """The words without what may vary: capitals, hyphens, spaces."""
    return re.sub(r"[\s\-‐‑]+", "", words).casefold()


def _unknown(asked: str, rules: Iterable[str], entries: Iterable[Entry]) -> str:
    names = {name.lower(): name for name in (*(entry.term for entry in entries), *rules)}
    near = difflib.get_close_matches(asked.lower(), list(names), n=NEAREST, cutoff=0.7)
    said = f"there is no rule or term called “{asked}”."
    if near:
        return f"{said} Did you mean {' or '.join(f'“{names[name]}”' for name in near)}?"
    return f"{said} “plainspeak rules” lists the rules."


def _rule(rule: Rule, settings: Settings) -> str:
    """A rule's documentation and settings, in Markdown."""
    title, _, rest = rule.documentation.partition("\n")
    lines = [f"# {rule.id}", "", title, "", rest.strip(), "", "## Settings", ""]
    names = profiles_of(settings)
    lines.append(f"- `severity`: {_by_profile(severities_of(rule, settings), names)}")
    known = values_of(rule, settings)
    for field in rule.option_fields():
        values = known.get(field.name)
        now = f": {_by_profile(values, names)}" if values else ""
        lines.append(f"- `{field.name}`, {field.metadata['help']}{now}")
    return "\n".join(lines)


def _by_profile(values: list[str], profiles: list[str]) -> str:
    if len(set(values)) == 1:
        return f"{values[0]} in every profile"
    return ", ".join(f"{value} ({on})" for value, on in zip(values, profiles, strict=True))


def _entry(glossary: str, entry: Entry) -> str:
    """A glossary entry, in Markdown."""
    treatment = entry.treatment.value
    lines = [f"# {entry.term}", "", f"**{treatment}**: {TREATMENTS[treatment]}", ""]
    for name, said in (
        ("Instead", "; ".join(entry.alternatives)),
        ("What to do", entry.advice),
        ("Explanation to add", entry.explanation),
        ("Why", entry.why),
        ("Also found as", "; ".join(entry.variants)),
        ("Note", entry.note),
        ("Glossary", glossary),
    ):
        if said:
            lines.append(f"- {name}: {' '.join(said.split())}")
    for name, sentences in (("Found in", entry.examples.flag), ("Fine", entry.examples.fine)):
        lines += [f"- {name}: “{sentence}”" for sentence in sentences]
    return "\n".join(lines)


def _short_form(asked: str) -> str | None:
    """What a short form stands for, in Markdown; `None` if we do not know."""
    from plainspeak.glossary.full_words import full_words

    for short in (asked, asked.upper()):
        found = full_words(short)
        if found:
            lines = [f"- {each.words}: {each.meaning}." for each in found]
            return "\n".join([f"# {short}", "", f"“{short}” is short for:", "", *lines])
    return None


def _hardness(asked: str) -> str | None:
    """How hard readers find a word or two, in Markdown; `None` if no dictionary knows them."""
    from plainspeak.language import words as facts
    from plainspeak.language.hardness import hardness, hardness_of_pair

    words = asked.split()
    known = facts.column("dictionary")
    if len(words) > 2 or not all(
        part in known or facts.is_easy(part) for word in words for part in facts.parts_of(word)
    ):
        return None
    score = hardness(asked) if len(words) == 1 else hardness_of_pair(words[0], words[1])
    if score is None:
        return None
    found = next(said for least, said in HARDNESS if score >= least)
    lines = [f"{found}: {score:.2f} (0 is easy, 1 is hard).", ""]
    for word in words:
        syllables = facts.syllables(word)
        spoken = f"{syllables} syllable{'s' if syllables > 1 else ''}"
        lines.append(f"- “{word}”: {len(word)} letters, {spoken}{_how_often(facts.zipf(word))}")
    return "\n".join(lines)


def _how_often(zipf: float) -> str:
    """How often a word is used, from its Zipf frequency; nothing if that is not known."""
    if not zipf:
        return ""
    uses = round(float(f"{10 ** (zipf - 3):.1g}"))
    often = {0: "less than once", 1: "about once"}.get(uses, f"about {uses:,} times")
    return f", used {often} in a million words"


def _rendered(markdown: str) -> str:
    """Markdown made ready for a terminal, or as it is for a file or program."""
    columns = width()
    if columns is None:
        return f"{markdown}\n"
    import io

    from rich.console import Console
    from rich.markdown import Markdown

    out = io.StringIO()
    console = Console(
        file=out,
        width=columns,
        force_terminal=colour(),
        no_color=not colour(),
        legacy_windows=False,
        _environ={},
    )
    console.print(Markdown(markdown))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
