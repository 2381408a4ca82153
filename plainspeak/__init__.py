"""plainspeak finds jargon and hard sentences in guidance, and says what to write instead.

    import plainspeak

    report = plainspeak.check("guidance.md")
    for finding in report.findings:
        print(finding.location.line, finding.text, finding.message)

Importing it is quick: spaCy and the other large libraries load at the first check.
"""

from __future__ import annotations

from plainspeak._version import __version__

# What type checkers take for true. To import typing would take longer than all the rest of this.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from plainspeak.api import check, check_text, fix, rewrite, score
    from plainspeak.config import Settings
    from plainspeak.engine import Checker
    from plainspeak.errors import (
        GlossaryError,
        PlainspeakError,
        PluginError,
        ReadError,
        SettingsError,
        UsageError,
        WriteError,
    )
    from plainspeak.fixing import Fixed
    from plainspeak.model import (
        Document,
        FileReport,
        Finding,
        Fix,
        Location,
        Proposal,
        Report,
        Safety,
        Severity,
    )

SETTINGS_FILES = ("plainspeak.yml", "plainspeak.yaml", "pyproject.toml")
"""The names a settings file can have; in one folder, the first that is there wins.

Here, as the cache looks for them before anything else is imported.
"""

__all__ = [
    "Checker",
    "Document",
    "FileReport",
    "Finding",
    "Fix",
    "Fixed",
    "GlossaryError",
    "Location",
    "PlainspeakError",
    "PluginError",
    "Proposal",
    "ReadError",
    "Report",
    "Safety",
    "Settings",
    "SettingsError",
    "Severity",
    "UsageError",
    "WriteError",
    "__version__",
    "check",
    "check_text",
    "fix",
    "rewrite",
    "score",
]

_HOMES = {
    **dict.fromkeys(("check", "check_text", "fix", "rewrite", "score"), "api"),
    "Fixed": "fixing",
    "Checker": "engine",
    "Settings": "config",
    **dict.fromkeys(
        (
            "Document",
            "FileReport",
            "Finding",
            "Fix",
            "Location",
            "Proposal",
            "Report",
            "Safety",
            "Severity",
        ),
        "model",
    ),
    **dict.fromkeys(
        (
            "GlossaryError",
            "PlainspeakError",
            "PluginError",
            "ReadError",
            "SettingsError",
            "UsageError",
            "WriteError",
        ),
        "errors",
    ),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'plainspeak' has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(f"plainspeak.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
