"""Capitals: those of a word, for the word that takes its place."""

from __future__ import annotations

import re

from plainspeak.language import dictionary

__all__ = ["match_case"]


def match_case(original: str, replacement: str) -> str:
    """The replacement with the capitals of what it replaces: `Utilising`, `using` → `Using`.

    Capitals in the replacement stay (`NHS`), and those of a short form are not copied: `doctor`
    for `GP` stays `doctor`.
    """
    words = original.split()
    if not replacement or not words:
        return replacement
    if original.isupper() and _is_shouted(original):
        return replacement.upper()
    first = words[0]
    if not first[0].isupper() or (len(first) > 1 and first.isupper()):
        return replacement
    titled = [word for word in words if len(word) > 3]
    if len(titled) > 1 and all(word[0].isupper() for word in titled):
        return " ".join(
            _capitalised(word) if len(word) > 3 or not place else word
            for place, word in enumerate(replacement.split(" "))
        )
    return _capitalised(replacement)


def _is_shouted(text: str) -> bool:
    """Whether capitals are for show, not those of a short form."""
    if sum(char.isalpha() for char in text) < 2:
        return False
    letters = re.sub(r"[^A-Z]", "", text)
    if " " in text.strip() or len(letters) > 6:
        return True
    return len(letters) > 3 and bool(dictionary.lemmas(text.lower()))


def _capitalised(text: str) -> str:
    if any(char.isupper() for char in text.split()[0]) if text.split() else True:
        return text
    return text[:1].upper() + text[1:]
