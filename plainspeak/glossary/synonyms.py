"""Sets of words for one thing, from `glossaries/synonyms/`, and where a text uses them.

A file there has the keys `nouns`, `verbs` and `adjectives`; each holds lists of words, the one to
prefer first. `spelling.yml` holds spellings of one word, the other files different words.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plainspeak import marked_yaml
from plainspeak.errors import GlossaryError
from plainspeak.glossary.loading import built_in_folder
from plainspeak.language import inflection

__all__ = ["WordSet", "built_in_sets", "forms_in_order", "pattern_of", "read_sets"]

_POS = {"nouns": "NOUN", "verbs": "VERB", "adjectives": "ADJ"}
_TAGS = {"NOUN": ("NN", "NNS"), "VERB": ("VB", "VBZ", "VBD", "VBG"), "ADJ": ("JJ",)}


@dataclass(frozen=True)
class WordSet:
    """Words of which a document should use one."""

    words: tuple[str, ...]
    """The one to prefer first."""
    pos: str
    """`NOUN`, `VERB` or `ADJ`."""
    spelling: bool
    """Whether they are spellings of one word."""


@functools.cache
def forms_in_order(word: str, pos: str) -> tuple[str, ...]:
    """The forms of a word or phrase, so that those of two words pair up: singular, plural."""
    return tuple(inflection.match_form(word, tag) for tag in _TAGS[pos])


@functools.cache
def built_in_sets() -> tuple[WordSet, ...]:
    """The sets that ship with plainspeak."""
    found: list[WordSet] = []
    for path in sorted((built_in_folder() / "synonyms").glob("*.yml")):
        found += read_sets(path.read_text(encoding="utf-8"), str(path), path.stem == "spelling")
    return tuple(found)


def read_sets(text: str, file: str, spelling: bool = False) -> list[WordSet]:
    """Read a file of sets.

    Raises:
        GlossaryError: it does not say what it should; with the line.
    """
    try:
        marked = marked_yaml.parse(text)
    except marked_yaml.MarkedYamlError as error:
        raise GlossaryError(f"{file}:{error.line}: {error.message}") from None
    data = marked.data
    if not isinstance(data, dict) or not data.keys() <= _POS.keys():
        raise GlossaryError(f"{file}:1: the keys of a file of synonyms are {', '.join(_POS)}")
    found = []
    for key, sets in data.items():
        for number, words in enumerate(sets if isinstance(sets, list) else [None]):
            if not _is_set(words):
                line = marked.line_of((key, number))
                raise GlossaryError(f"{file}:{line}: write two words or more: [leaflet, brochure]")
            found.append(WordSet(tuple(words), _POS[key], spelling))
    return found


def _is_set(words: object) -> bool:
    return (
        isinstance(words, list)
        and len(words) > 1
        and all(isinstance(word, str) and word.strip() for word in words)
    )


def pattern_of(sets: Iterable[WordSet]) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """A pattern that finds every form of the words, and the word each form is of.

    Words of a set that differ only in capitals are one.
    """
    word_of: dict[str, str] = {}
    for each in sets:
        for word in each.words:
            for form in forms_in_order(word, each.pos):
                word_of.setdefault(form.casefold(), word)
    if not word_of:
        return None, word_of
    ordered = sorted(word_of, key=lambda form: (-len(form), form))
    # At most places no word can start: a letter tells, where each of the words would be tried.
    rest: dict[str, list[str]] = defaultdict(list)
    for form in ordered:
        rest[form[0]].append(re.escape(form[1:]))
    forms = "|".join(f"{re.escape(first)}(?:{'|'.join(each)})" for first, each in rest.items())
    return re.compile(rf"(?<![\w@/.-])(?:{forms})(?![\w@/-]|\.\w)", re.IGNORECASE), word_of
