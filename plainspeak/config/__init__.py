"""Settings: what they are, where they are found and how they are read."""

from __future__ import annotations

from plainspeak.config.load import checked_options, find_settings, in_order, load_settings
from plainspeak.config.settings import FAIL_ON, PROFILES, SEVERITIES, Profile, Settings

__all__ = [
    "FAIL_ON",
    "PROFILES",
    "SEVERITIES",
    "Profile",
    "Settings",
    "checked_options",
    "find_settings",
    "in_order",
    "load_settings",
]
