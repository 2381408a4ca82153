"""How patterns of words are written here."""

from __future__ import annotations

import re

__all__ = ["pattern"]


def pattern(source: str) -> re.Pattern[str]:
    """A pattern that takes small letters for capitals, and a line break for any character."""
    return re.compile(source, re.IGNORECASE | re.DOTALL)
