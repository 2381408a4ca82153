"""`a` and `an`: which of them goes before a word, by its sound."""

from __future__ import annotations

import re

__all__ = ["article"]

_LETTER_AN = frozenset("AEFHILMNORSX")
# Short forms said as a word, not letter by letter.
_SAID_AS_WORD_LISTED = """
    AIDS FIFA LEAP MARAC MASH NAO NASA NATO NEET NICE PIN RADAR RAM ROM SAGE SARS SCIE SEND SIM
    SMART STEM UEFA UNESCO UNICEF
"""
_SAID_AS_WORD = frozenset(_SAID_AS_WORD_LISTED.split())
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)")
_CONSONANT_SOUND = re.compile(
    r"eu|ew|on(?:e(?:s|self)?\Z|ce)|ouija"
    r"|u(?:s[aeu]|ti|ni(?!n|m|d(?!irec))|nan|biq|ku|ra[nl]|rin|ro|ter|ten|to[pm]|k\Z|fo)"
)


def article(word: str) -> str:
    """`a` or `an`, whichever goes before a word or phrase by its sound: an hour, a user, an MRI."""
    first = re.split(r"[\s/]", word.strip().lstrip("\"'“‘([£$€"), maxsplit=1)[0]
    part = re.split(r"[-\u2010\u2011]", first, maxsplit=1)[0].strip("\"'”’.,;:)]")
    if not part:
        return "a"
    if part[0].isdigit():
        digits = re.match(r"\d+", part.replace(",", ""))
        number = digits.group() if digits else ""
        thousands = number[: len(number) % 3 or 3]
        return "an" if number[0] == "8" or thousands in ("11", "18") else "a"
    if _is_spelled_out(part):
        return "an" if part[0].upper() in _LETTER_AN else "a"
    lower = part.lower()
    if _SILENT_H.match(lower):
        return "an"
    if _CONSONANT_SOUND.match(lower):
        return "a"
    return "an" if lower[0] in "aeiou" else "a"


def _is_spelled_out(part: str) -> bool:
    """Whether a word is said letter by letter: `MRI`, `UK`, `GPs`, the x of `x-ray`."""
    if len(part) == 1:
        return True
    core = part[:-1] if part.endswith("s") and part[:-1].isupper() else part
    capitals = core.replace("&", "").replace(".", "")
    return capitals.isupper() and len(capitals) < 6 and capitals not in _SAID_AS_WORD
