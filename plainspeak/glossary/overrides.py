"""The glossaries with the user's own files and changes on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plainspeak.config import Settings
from plainspeak.errors import PlainspeakError, SettingsError, UsageError
from plainspeak.glossary.compiled import CompiledGlossary, compiled
from plainspeak.glossary.forms import key_word
from plainspeak.glossary.loading import all_ready
from plainspeak.glossary.schema import Entry, Glossary
from plainspeak.marked_yaml import mistakes, named, nearest
from plainspeak.wording import one_line

__all__ = ["with_changes"]


def with_changes(settings: Settings) -> tuple[CompiledGlossary, ...]:
    """The user's glossaries, then the ones that ship, with the changes under `terms:` applied.

    A change counts for the term that it names, in any of its forms: `service users` for `service
    user`. Only one that gives a treatment, and names no term exactly, makes a new entry.

    Raises:
        GlossaryError: a glossary does not say what it should.
        SettingsError: a change makes an entry that says too little, or is to no known term.
        UsageError: the same, for changes that came from a Python program.
    """
    glossaries = list(all_ready(settings.glossaries, settings.profiles))
    changes: list[dict[int, Entry | None]] = [{} for _ in glossaries]
    new = []
    other_forms = []
    for term, fields in settings.terms.items():
        if any(_named(term, glossary) for glossary in glossaries):
            _change(settings, term, glossaries, changes, exactly=True)
        elif fields is not None and "treatment" in fields:
            new.append(_entry(settings, term, {"term": term, **fields}))
        else:
            other_forms.append(term)
    for term in other_forms:
        if not any(True for glossary in glossaries for _ in glossary.with_form(term)):
            raise _unknown(settings, term, {e.term.lower() for g in glossaries for e in g.terms})
        _change(settings, term, glossaries, changes, exactly=False)
    changed = tuple(
        glossary.changed(entries) if entries else glossary
        for glossary, entries in zip(glossaries, changes, strict=True)
    )
    added = Glossary(name="settings", terms=tuple(new)) if new else None
    return (compiled(added), *changed) if added else changed


def _named(term: str, glossary: CompiledGlossary) -> list[tuple[int, Entry]]:
    """The entries for just this term."""
    low = term.lower()
    return [
        (number, entry)
        for number, entry in glossary.looked_up_by(key_word(term))
        if entry.term.lower() == low
    ]


def _change(
    settings: Settings,
    term: str,
    glossaries: Sequence[CompiledGlossary],
    changes: Sequence[dict[int, Entry | None]],
    *,
    exactly: bool,
) -> None:
    """Note what a setting makes of the entries it names; an earlier setting stays."""
    fields = settings.terms[term]
    for glossary, changed in zip(glossaries, changes, strict=True):
        for number, entry in _named(term, glossary) if exactly else glossary.with_form(term):
            if number not in changed:
                changed[number] = (
                    None
                    if fields is None
                    else _entry(settings, term, {**entry.model_dump(exclude_unset=True), **fields})
                )


def _unknown(settings: Settings, term: str, known: Iterable[str]) -> PlainspeakError:
    said = f"terms: no glossary has the term “{term}”.{nearest(term.lower(), known)}"
    if settings.terms[term] is not None:
        said += " A new term needs a “treatment”."
    return _mistake(settings, (term,), said)


def _entry(settings: Settings, term: str, fields: Mapping[str, Any]) -> Entry:
    from pydantic import ValidationError

    if fields.get("treatment") is False:  # what YAML makes of a bare “off”
        fields = {**fields, "treatment": "off"}
    try:
        return Entry.model_validate(fields)
    except ValidationError as error:
        path, said = mistakes(error, Entry.model_fields, in_file=bool(settings.source))[0]
        if path == ("treatment",) and fields["treatment"] == "off":
            said += f" To silence the term, write “{term}: off”."
        raise _mistake(settings, (term, *path), f"terms: {term}: {named(path)}: {said}") from None


def _mistake(settings: Settings, path: tuple[str | int, ...], message: str) -> PlainspeakError:
    """The error for a wrong change: of the settings file, or of the program that made it."""
    place = ("terms", *path)
    while place not in settings.lines and isinstance(place[-1], int):  # a word without a list
        place = place[:-1]
    where = settings.where(*place)
    message = one_line(message)
    return SettingsError(f"{where}{message}") if where else UsageError(message)
