"""The glossaries with the user's own files and changes on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plainspeak.config import Settings
from plainspeak.errors import PlainspeakError, SettingsError, UsageError
from plainspeak.glossary.loading import load_all
from plainspeak.glossary.schema import Entry, Glossary
from plainspeak.marked_yaml import mistakes, named, nearest

__all__ = ["with_changes"]


def with_changes(settings: Settings) -> tuple[Glossary, ...]:
    """The user's glossaries, then the ones that ship, with the changes under `terms:` applied.

    A change counts for the term that it names, in any of its forms: `service users` for `service
    user`. Only one that gives a treatment, and names no term exactly, makes a new entry.

    Raises:
        GlossaryError: a glossary does not say what it should.
        SettingsError: a change makes an entry that says too little, or is to no known term.
        UsageError: the same, for changes that came from a Python program.
    """
    glossaries = load_all(settings.glossaries)
    if not settings.terms:
        return glossaries
    known = {entry.term.lower() for glossary in glossaries for entry in glossary.terms}
    changes: dict[str, tuple[str, Mapping[str, object] | None]] = {}
    new = []
    other_forms = []
    for term, fields in settings.terms.items():
        if term.lower() in known:
            changes[term.lower()] = (term, fields)
        elif fields is not None and "treatment" in fields:
            new.append(_entry(settings, term, {"term": term, **fields}))
        else:
            other_forms.append(term)
    if other_forms:
        by_form = _terms_by_form(glossaries, other_forms)
        for term in other_forms:
            if term.lower() not in by_form:
                raise _unknown(settings, term, known)
            for name in by_form[term.lower()]:
                changes.setdefault(name, (term, settings.terms[term]))
    changed = tuple(
        glossary.model_copy(
            update={
                "terms": tuple(
                    made for entry in glossary.terms for made in _changed(settings, entry, changes)
                )
            }
        )
        for glossary in glossaries
    )
    return (Glossary(name="settings", terms=tuple(new)), *changed) if new else changed


def _terms_by_form(glossaries: Iterable[Glossary], wanted: Iterable[str]) -> dict[str, set[str]]:
    """For each of the words that is a form of a term: the terms, all in small letters."""
    left = {word.lower() for word in wanted}
    found: dict[str, set[str]] = {}
    for entry in (entry for glossary in glossaries for entry in glossary.terms):
        for form in entry.forms:
            if form.text.lower() in left:
                found.setdefault(form.text.lower(), set()).add(entry.term.lower())
    return found


def _unknown(settings: Settings, term: str, known: Iterable[str]) -> PlainspeakError:
    said = f"terms: no glossary has the term “{term}”.{nearest(term.lower(), known)}"
    if settings.terms[term] is not None:
        said += " A new term needs a “treatment”."
    return _mistake(settings, (term,), said)


def _changed(
    settings: Settings, entry: Entry, changes: Mapping[str, tuple[str, Mapping[str, object] | None]]
) -> tuple[Entry, ...]:
    if entry.term.lower() not in changes:
        return (entry,)
    term, fields = changes[entry.term.lower()]
    if fields is None:
        return ()
    return (_entry(settings, term, {**entry.model_dump(exclude_unset=True), **fields}),)


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
    return SettingsError(f"{where}{message}") if where else UsageError(message)
