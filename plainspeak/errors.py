"""Every error plainspeak raises on purpose.

Each message says what is wrong, where, and how to mend it.

PlainspeakError
├── UsageError           a wrong argument: an unknown rule, format, profile or language model
├── SettingsError        plainspeak.yml or pyproject.toml does not say what it should
├── GlossaryError        a glossary file does not say what it should
├── ReadError            a document cannot be read: missing, binary, empty, too large, not UTF-8
├── WriteError           a file cannot be written, or changed while plainspeak was at work
└── PluginError          a rule, reader or reporter from elsewhere does not keep its promises
"""

from __future__ import annotations

__all__ = [
    "GlossaryError",
    "PlainspeakError",
    "PluginError",
    "ReadError",
    "SettingsError",
    "UsageError",
    "WriteError",
]


class PlainspeakError(Exception):
    """The root of every error raised on purpose. `str(error)` is written for a writer to read."""


class UsageError(PlainspeakError):
    """A wrong argument: an unknown rule, format, profile or language model."""


class SettingsError(PlainspeakError):
    """A settings file does not say what it should. Each line starts with `file:line:`."""

    def __init__(self, message: str, rest: object = None) -> None:
        """Take the message and what of the settings is right, as `Settings`, where that is known.

        Those who know more of the rules can so tell all mistakes at once.
        """
        super().__init__(message)
        self.rest = rest


class GlossaryError(PlainspeakError):
    """A glossary file does not say what it should. Each line starts with `file:line:`."""


class ReadError(PlainspeakError):
    """A document cannot be read. The message names the file, why, and what to do."""


class WriteError(PlainspeakError):
    """A file cannot be written. The message names it, and says that it is as it was."""


class PluginError(PlainspeakError):
    """A rule, reader or reporter does not keep the promises in its documentation."""
