"""The published formulas, from counts to scores.

Each takes `Counts` and returns a number, or `None` where there is nothing to count. Nothing is
rounded or clipped: very easy text can score below grade 0, and reading ease can pass 100. Given
the same counts, every result is the one that textstat gives.
"""

from __future__ import annotations

from math import sqrt

from plainspeak.readability.counts import Counts

__all__ = [
    "SMOG_SENTENCES",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "gunning_fog",
    "smog_index",
]

SMOG_SENTENCES = 30
"""SMOG was made for samples of 30 sentences; with fewer it is a guess."""


def flesch_reading_ease(counts: Counts) -> float | None:
    """Flesch reading ease: about 0 (very hard) to 100 (very easy); 60 to 70 is plain English.

    206.835 - 1.015 x words per sentence - 84.6 x syllables per word.
    Source: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948).
    """
    if not (counts.words and counts.sentences):
        return None
    return (
        206.835
        - 1.015 * (counts.words / counts.sentences)
        - 84.6 * (counts.syllables / counts.words)
    )


def flesch_kincaid_grade(counts: Counts) -> float | None:
    """Flesch-Kincaid grade: US school grade, about 0 to 18.

    0.39 x words per sentence + 11.8 x syllables per word - 15.59.
    Source: J. P. Kincaid and others, Research Branch Report 8-75, US Naval Technical Training
    Command (1975).
    """
    if not (counts.words and counts.sentences):
        return None
    return (
        0.39 * (counts.words / counts.sentences) + 11.8 * (counts.syllables / counts.words) - 15.59
    )


def smog_index(counts: Counts) -> float | None:
    """SMOG: US school grade from 3.1 up, needed to understand all of a text, not most of it.

    1.043 x the square root of (30 x polysyllables per sentence) + 3.1291. The formula expects
    `SMOG_SENTENCES` sentences; with fewer it still gives a number, less to be trusted.
    Source: G. H. McLaughlin, "SMOG grading: a new readability formula", Journal of Reading 12
    (1969).
    """
    if not (counts.words and counts.sentences):
        return None
    return 1.043 * sqrt(30 * (counts.polysyllables / counts.sentences)) + 3.1291


def gunning_fog(counts: Counts) -> float | None:
    """Gunning fog: years of school (US grade), from 0 up.

    0.4 x (words per sentence + complex words per 100 words).
    Source: R. Gunning, "The technique of clear writing" (1952).
    """
    if not (counts.words and counts.sentences):
        return None
    return 0.4 * (counts.words / counts.sentences + 100 * counts.complex_words / counts.words)


def coleman_liau_index(counts: Counts) -> float | None:
    """Coleman-Liau: US school grade, from letters and not syllables.

    0.058 x letters per 100 words - 0.296 x sentences per 100 words - 15.8.
    Source: M. Coleman and T. L. Liau, "A computer readability formula designed for machine
    scoring", Journal of Applied Psychology 60 (1975). The first number is often given as 0.0588;
    this is textstat's, so that scores can be compared. It gives about 0.3 of a grade less.
    """
    if not (counts.words and counts.sentences):
        return None
    return (
        0.058 * (100 * counts.letters / counts.words)
        - 0.296 * (100 * counts.sentences / counts.words)
        - 15.8
    )


def automated_readability_index(counts: Counts) -> float | None:
    """Automated readability index (ARI): US school grade, from letters and digits.

    4.71 x characters per word + 0.5 x words per sentence - 21.43.
    Source: R. J. Senter and E. A. Smith, AMRL-TR-66-220, US Air Force (1967).
    """
    if not (counts.words and counts.sentences):
        return None
    return (
        4.71 * (counts.characters / counts.words) + 0.5 * (counts.words / counts.sentences) - 21.43
    )


def dale_chall(counts: Counts) -> float | None:
    """Dale-Chall: a scale of its own. 4.9 or less is US grade 4 or below, 10 or more for graduates.

    0.1579 x difficult words per 100 words + 0.0496 x words per sentence, and 3.6365 more where more
    than 5 words in 100 are difficult.
    Source: E. Dale and J. S. Chall, "A formula for predicting readability", Educational Research
    Bulletin 27 (1948).
    """
    if not (counts.words and counts.sentences):
        return None
    difficult = 100 * counts.difficult_words / counts.words
    score = 0.1579 * difficult + 0.0496 * (counts.words / counts.sentences)
    return score + 3.6365 if difficult > 5 else score
