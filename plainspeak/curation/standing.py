"""What a user's settings and glossaries make of an entry: it may be changed, off or accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plainspeak.config import Settings
from plainspeak.curation.sources import Source
from plainspeak.glossary.accepted import Accepted
from plainspeak.glossary.forms import forms_of
from plainspeak.glossary.loading import all_ready, built_in_files, with_extended
from plainspeak.glossary.overrides import with_changes
from plainspeak.glossary.schema import Entry

__all__ = ["Standing", "Standings"]


@dataclass(frozen=True)
class Standing:
    """How one entry counts."""

    entry: Entry | None
    """As it counts; `None` if it is off."""
    by_settings: bool = False
    """Whether the settings change it or turn it off."""
    by_glossary: bool = False
    """Whether the `disable` of a glossary turns it off."""
    accepted: bool = False
    """Whether its words are accepted, so that nothing is found."""


class Standings:
    """How the entries of all glossaries count under some settings."""

    def __init__(self, settings: Settings) -> None:
        """Work out what the settings change.

        Raises:
            GlossaryError: a glossary does not say what it should.
            SettingsError: a change makes an entry that says too little, or is to no known term.
        """
        self._paths = [
            *with_extended(settings.glossaries),
            *(path.resolve() for path in built_in_files()),
        ]
        self._before = all_ready(settings.glossaries, settings.profiles)
        changed = with_changes(settings)
        made = len(changed) - len(self._before)
        self._after = changed[made:]
        self.new: tuple[Entry, ...] = tuple(e for each in changed[:made] for e in each.terms)
        """Entries that are only in the settings."""
        heads = (word for each in changed for word in each.head.accept)
        self._accepted = Accepted((*settings.accept, *heads))

    def of(self, source: Source, number: int, entry: Entry) -> Standing:
        """How an entry counts.

        Args:
            source: its glossary, whole.
            number: its number there, from 0.
            entry: the entry as it is written.
        """
        place = self._paths.index(source.path.resolve())
        accepted = self.accepts(entry)
        if self._before[place].entry(number) is None:
            return Standing(None, by_glossary=True, accepted=accepted)
        now = self._after[place].entry(number)
        return Standing(now, by_settings=now is None or now != entry, accepted=accepted)

    def accepts(self, entry: Entry) -> bool:
        """Whether every form of an entry's term is a word to accept."""
        return all(map(self._accepted.covers, _written(entry)))


def _written(entry: Entry) -> Iterable[str]:
    return (form.text for form in forms_of(entry.model_copy(update={"variants": ()})))
