"""textstat's table of scores, without a network."""

from __future__ import annotations

import warnings
from typing import Any

__all__ = ["TEXTSTAT_NOTE", "textstat_table"]

TEXTSTAT_NOTE = (
    "These are textstat's own numbers. It splits sentences and words in its own way and guesses "
    "syllables from where a word may be hyphenated, so they differ a little from the scores above."
)

_HYPHENATION_ONLY = "en-US"
"""textstat knows American English as `en_US` and then wants a pronouncing dictionary, which it
downloads. Spelt with a hyphen it is the same language with no dictionary: textstat then uses the
hyphenation patterns that it installs, and its English words and numbers all the same."""

_LINES = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "smog_index",
    "gunning_fog",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "linsear_write_formula",
    "spache_readability",
    "mcalpine_eflaw",
    "lix",
    "rix",
    "text_standard",
    "reading_time",
    "sentence_count",
    "lexicon_count",
    "syllable_count",
    "polysyllabcount",
    "monosyllabcount",
    "difficult_words",
    "letter_count",
    "char_count",
)


def textstat_table(prose: str) -> dict[str, float | str]:
    """Every English score that textstat has, under textstat's names.

    Args:
        prose: the text to score, as `readability.prose` gives it.

    Returns:
        Numbers, not rounded (`reading_time` in seconds), and `text_standard` in words. Empty if
        the prose holds no word. The same on every machine, with or without a network.
    """
    if not any(character.isalpha() for character in prose):
        return {}
    from textstat.textstat import textstatistics

    # An instance of its own: the language of the shared one, `textstat.textstat`, stays as it is.
    scorer: Any = textstatistics()
    scorer.set_lang(_HYPHENATION_ONLY)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="There is no easy words vocabulary")
        return {line: getattr(scorer, line)(prose) for line in _LINES}
