"""Nouns in a row that all say more of the last one: `service user engagement strategy`.

It asks for tags and for heads, not for labels, so it works under every label scheme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import inflection

if TYPE_CHECKING:
    from plainspeak.language.analysis import Sentence, Word

__all__ = ["noun_strings"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NOUN_TAGS = frozenset({"NN", "NNS"})
_AFTER_VERB = frozenset({"DT", "PRP", "PRP$", "WP", "TO"})
"""What stands after a verb sooner than after a noun: `the structure stores the start`."""
_PLURAL_FIRST = _words(
    """
    admissions arms careers claims communications complaints data events goods media news operations
    resources rights sales savings services skills sports staff standards systems
    """
)
"""Plurals that often say more of another noun, and so are no sign of a verb."""
_LETS = frozenset({"help", "let", "make"})


def noun_strings(sentence: Sentence) -> Iterator[tuple[Word, ...]]:
    """Each longest run of two or more nouns in a sentence that stand right after each other.

    Names are in no run, nor are words with capitals inside a sentence, and a hyphenated word
    counts as one. A run starts anew after a possessive. What a parser does not join to the last
    noun is left out, and so are runs in which a verb may have been taken for a noun.
    """
    run: list[Word] = []
    last = None
    for word in (*sentence.words, None):
        # Only a space may stand between two nouns.
        joins = word is not None and last is not None and _touch(last, word)
        if run and not (joins and word is not None and _is_noun(word, sentence)):
            yield from _joined(run)
            run = []
        if word is not None and _is_noun(word, sentence):
            run.append(word)
        last = word


def _touch(first: Word, second: Word) -> bool:
    possessive = first.tokens[-1].tag_ == "POS"
    return not possessive and second.tokens[0].i == first.tokens[-1].i + 1


def _possible(word: Word) -> frozenset[str]:
    """The parts of speech that a dictionary gives a word, or the last part of a hyphenated one."""
    return frozenset(inflection.possible_pos(word.token.text))


def _is_noun(word: Word, sentence: Sentence) -> bool:
    token = word.token
    if token.tag_ not in _NOUN_TAGS or not word.text.replace("-", "").isascii():
        return False
    opens = word.span.start == sentence.words[0].span.start
    if word.text[0].isupper() and not opens:
        return False
    known = _possible(word)
    return not known or "NOUN" in known


def _joined(run: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The end of a run, as far back as every word hangs on a later one of it."""
    end = run[-1].token.i
    start = len(run) - 1
    while start and run[start - 1].token.i < run[start - 1].token.head.i <= end:
        start -= 1
    if not start and len(run) > 1 and _may_command(run[0]):
        start = 1
    kept = tuple(run[start:])
    if len(kept) > 1 and not _has_verb(kept) and sum(not _possible(word) for word in kept) < 2:
        yield kept


def _may_command(word: Word) -> bool:
    """Whether a word may be a verb that tells readers to do something: `Monitor`, `and display`."""
    token = word.tokens[0]
    before = token.nbor(-1) if token.i > token.sent.start else None
    opens = before is None or before.is_punct or before.lower_ in ("and", "or", "to")
    return opens and _is_base(word)


def _is_base(word: Word) -> bool:
    text = word.token.lower_
    return "VERB" in _possible(word) and inflection.lemma_of(text, "VERB") == text


def _has_verb(run: Sequence[Word]) -> bool:
    """Whether one of the words looks like a verb: `methods take arguments`, `work stores data`."""
    for first, second in pairwise(run):
        plural = first.token.tag_ == "NNS" and first.token.lower_ not in _PLURAL_FIRST
        if plural and ("VERB" in _possible(first) or _is_base(second)):
            return True
    # "Help the team build software."
    start = run[0].tokens[0]
    before = start.doc[max(start.sent.start, start.i - 4) : start.i]
    if any(token.lemma_ in _LETS for token in before) and any(map(_is_base, run[1:-1])):
        return True
    last = run[-1].tokens[-1]
    after = last.nbor() if last.i + 1 < last.sent.end else None
    return (
        "VERB" in _possible(run[-1])
        and after is not None
        and (after.tag_ in _AFTER_VERB or after.pos_ == "NOUN")
    )
