"""How hard a text is to read: counts, published formulas, a reading age, and what drives it."""

from plainspeak.readability.age import ReadingAge, reading_age
from plainspeak.readability.counting import WordFacts, count, prose
from plainspeak.readability.counts import Counts
from plainspeak.readability.drivers import (
    SentenceCost,
    WordCost,
    hardest_sentences,
    hardest_words,
)
from plainspeak.readability.scores import (
    CAVEAT,
    ENOUGH_WORDS,
    LEFT_OUT,
    DocumentScores,
    Scores,
    SectionScores,
    score,
    summary,
)
from plainspeak.readability.textstat_table import TEXTSTAT_NOTE, textstat_table

__all__ = [
    "CAVEAT",
    "ENOUGH_WORDS",
    "LEFT_OUT",
    "TEXTSTAT_NOTE",
    "Counts",
    "DocumentScores",
    "ReadingAge",
    "Scores",
    "SectionScores",
    "SentenceCost",
    "WordCost",
    "WordFacts",
    "count",
    "hardest_sentences",
    "hardest_words",
    "prose",
    "reading_age",
    "score",
    "summary",
    "textstat_table",
]
