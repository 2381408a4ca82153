"""No rule on words or numbers flags what the user accepts."""

from __future__ import annotations

import pytest

from plainspeak.config import Settings
from plainspeak.engine import Checker

ACCEPTED = {
    "bracket-plural": ("Fill in the form(s).", "form(s)"),
    "date-format": ("The report of 12/03/2024 is here.", "12/03/2024"),
    "decimal": ("Families have 2.7 children.", "2.7 children"),
    "double-negative": ("This is not uncommon.", "not uncommon"),
    "large-number": ("More than 15000 people live here.", "15000 people"),
    "mixed-numbers": ("1 in 4 people came. Then 30% of people left.", "1 in 4 people"),
    "percentage": ("About 25 per cent of people came.", "25 per cent"),
    "range": ("The plan covers 10-15 people.", "10-15"),
    "roman-numeral": ("Fill in Part IV of the form.", "Part IV"),
    "same-word": ("Take your medicine. Keep your medication cool.", "medication"),
    "slash": ("It costs £10/week. Bring a passport/licence.", "£10/week, passport/licence"),
    "symbol": ("Ask for help with food & heating.", "food & heating"),
    "time-format": ("The group meets at 17:30.", "17:30"),
    "vague-word": ("We will write to you soon.", "soon"),
}


@pytest.mark.parametrize("rule", ACCEPTED)
def test_what_the_user_accepts_is_not_flagged(rule: str) -> None:
    text, words = ACCEPTED[rule]
    plain = Checker(Settings(profile="health", select=(rule,)))
    assert plain.check_text(text).findings
    accept = tuple(words.split(", "))
    accepting = Checker(Settings(profile="health", select=(rule,), accept=accept))
    assert accepting.check_text(text).findings == ()
