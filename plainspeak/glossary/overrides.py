"""The glossaries with the user's own files and changes on top."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plainspeak.config import Settings
from plainspeak.errors import SettingsError
from plainspeak.glossary.loading import load_all
from plainspeak.glossary.schema import Entry, Glossary

__all__ = ["with_changes"]


def with_changes(settings: Settings) -> tuple[Glossary, ...]:
    """The user's glossaries, then the ones that ship, with the changes under `terms:` applied.

    Raises:
        GlossaryError: a glossary does not say what it should.
        SettingsError: a change makes an entry that says too little, or silences no known term.
    """
    glossaries = load_all(settings.glossaries)
    if not settings.terms:
        return glossaries
    known = {entry.term.lower() for glossary in glossaries for entry in glossary.terms}
    for term, fields in settings.terms.items():
        if fields is None and str(term).lower() not in known:
            from plainspeak.marked_yaml import nearest

            raise SettingsError(
                f"{settings.where('terms', term)}terms: no glossary has the term “{term}”."
                f"{nearest(str(term), known)}"
            )
    changes = {str(term).lower(): (str(term), fields) for term, fields in settings.terms.items()}
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
    new = tuple(
        _entry(settings, term, {"term": term, **fields})
        for low, (term, fields) in changes.items()
        if fields is not None and low not in known
    )
    return (Glossary(name="settings", terms=new), *changed) if new else changed


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

    try:
        return Entry.model_validate(fields)
    except ValidationError as error:
        problem = error.errors()[0]
        name = str(problem["loc"][0]) if problem["loc"] else "term"
        where = settings.where("terms", term, name)
        said = problem["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{where}terms: {term}: {name}: {said}") from None
