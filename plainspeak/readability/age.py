"""From school grades to a reading age."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from statistics import median

from plainspeak.readability.counts import Counts
from plainspeak.readability.formulas import (
    automated_readability_index,
    coleman_liau_index,
    flesch_kincaid_grade,
    gunning_fog,
    smog_index,
)

__all__ = ["ADULT", "YOUNGEST", "ReadingAge", "reading_age"]

YOUNGEST = 5
"""Reading ages start here: the formulas say nothing about children who cannot read yet."""

ADULT = 18
"""From this age on the band is open: no school year stands for it."""

_GRADE_FORMULAS = (
    flesch_kincaid_grade,
    smog_index,
    gunning_fog,
    coleman_liau_index,
    automated_readability_index,
)


@dataclass(frozen=True)
class ReadingAge:
    """The age, in years, at which most pupils could read a text: from `low` to `high`."""

    grade: float
    """The US school grade that the band was made from."""

    @property
    def low(self) -> int:
        """The younger end of the band, in years: `YOUNGEST` to `ADULT`."""
        return min(max(floor(self.grade) + 5, YOUNGEST), ADULT)

    @property
    def high(self) -> int | None:
        """The older end of the band, in years; `None` from `ADULT` on."""
        return None if self.low == ADULT else self.low + 1

    @property
    def school_year(self) -> str:
        """The school year in England at this age; "after school" from `ADULT` on."""
        if self.high is None:
            return "after school"
        return f"Year {self.low - 4}"

    def __str__(self) -> str:
        return f"{self.low} or over" if self.high is None else f"{self.low} to {self.high}"


def reading_age(counts: Counts) -> ReadingAge | None:
    """The reading age of a text, or `None` where there is nothing to count.

    The formulas disagree by several years on the same text, so the middle one of the five that
    give a school grade is taken (Flesch-Kincaid, SMOG, Gunning fog, Coleman-Liau, ARI): one that
    goes astray changes nothing. Pupils in US grade g are g + 5 to g + 6 years old, which in England
    is Year g + 1.
    """
    grades = [grade for formula in _GRADE_FORMULAS if (grade := formula(counts)) is not None]
    return ReadingAge(median(grades)) if grades else None
