"""plainspeak finds jargon and hard sentences in guidance, and says what to write instead.

    import plainspeak

    report = plainspeak.check("guidance.md")
    for finding in report.findings:
        print(finding.location.line, finding.text, finding.message)

Importing it is quick: spaCy and the other large libraries load at the first check.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from plainspeak._version import __version__

if TYPE_CHECKING:
    from plainspeak.api import check, check_text, score
    from plainspeak.config import Settings
    from plainspeak.engine import Checker
    from plainspeak.errors import (
        GlossaryError,
        PlainspeakError,
        PluginError,
        ReadError,
        SettingsError,
        UsageError,
    )
    from plainspeak.model import Document, FileReport, Finding, Location, Report, Severity

__all__ = [
    "Checker",
    "Document",
    "FileReport",
    "Finding",
    "GlossaryError",
    "Location",
    "PlainspeakError",
    "PluginError",
    "ReadError",
    "Report",
    "Settings",
    "SettingsError",
    "Severity",
    "UsageError",
    "__version__",
    "check",
    "check_text",
    "score",
]

_HOMES = {
    "check": "api",
    "check_text": "api",
    "score": "api",
    "Checker": "engine",
    "Settings": "config",
    **dict.fromkeys(
        ("Document", "FileReport", "Finding", "Location", "Report", "Severity"), "model"
    ),
    **dict.fromkeys(
        (
            "GlossaryError",
            "PlainspeakError",
            "PluginError",
            "ReadError",
            "SettingsError",
            "UsageError",
        ),
        "errors",
    ),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'plainspeak' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"plainspeak.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
