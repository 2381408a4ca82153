"""The forms a glossary term may have: inflections, and hyphen, space and joined spellings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from plainspeak.glossary.schema import Entry, Pos

__all__ = ["INFLECTION_POS", "Form", "forms_of", "head_index", "key_word", "words_in"]

INFLECTION_POS = {
    Pos.NOUN: "NOUN",
    Pos.VERB: "VERB",
    Pos.ADJECTIVE: "ADJ",
    Pos.ADVERB: "ADV",
}


_WORD = re.compile(r"\w+")


def words_in(text: str) -> set[str]:
    """The words of a text as `key_word` gives them."""
    return set(_WORD.findall(text.lower()))


@lru_cache(maxsize=20_000)
def key_word(text: str) -> str:
    """What a form is looked up by: the first of its longest words, in small letters.

    Long words are in few texts: “order” brings up “in order to” less often than “in” would.
    """
    return max(_WORD.findall(text.lower()), key=len, default="")


class Form(NamedTuple):
    """One way a term may be written."""

    text: str
    head_end: int
    """Offset in `text` just past the head word: the word whose form changes."""


def head_index(phrase: str, pos: tuple[Pos, ...]) -> int:
    """Which word of a phrase changes its form: the verb of a verb phrase, or else the noun."""
    from plainspeak.language import inflection

    verb = Pos.VERB in pos and Pos.NOUN not in pos
    return inflection.head_of(phrase, "VERB" if verb else "NOUN")


def forms_of(entry: Entry) -> tuple[Form, ...]:
    """Work out what `Entry.forms` keeps."""
    found: dict[str, Form] = {}
    for written in (entry.term, *entry.variants):
        words = written.split()
        head = head_index(written, entry.pos)
        for head_form in _inflected(words[head], entry, single=len(words) == 1):
            written_out = [*words[:head], head_form, *words[head + 1 :]]
            for spelled in _spellings(written_out, head, entry):
                found.setdefault(spelled.text, spelled)
    return tuple(found.values())


def _inflected(word: str, entry: Entry, single: bool) -> set[str]:
    if not entry.inflect or (not entry.pos and not single):
        return {word}
    if any(letter.isupper() for letter in word[1:]):
        return {word, f"{word}s"}  # a short form: KPI, KPIs
    from plainspeak.language import inflection

    # Only the last part of a hyphenated word changes: co-produce, co-produced.
    prefix, hyphen, last = word.rpartition("-")
    kinds = [INFLECTION_POS[pos] for pos in entry.pos]
    if not kinds:
        return {word, *(prefix + hyphen + form for form in inflection.forms(last, None))}
    forms = {word}
    for kind in kinds:
        forms |= {prefix + hyphen + form for form in inflection.forms(last, kind)}
    return forms


_OPENS_PHRASE = ("by", "in", "on")
"""Written apart, a word that starts with one of these is a phrase: “by law”, “in year two”."""

_MOST_HYPHENED = 4
"""Hyphenated words of a term that may be written otherwise too. Each makes three times as many
forms, so a long row of them would never end."""


def _spellings(words: list[str], head: int, entry: Entry) -> list[Form]:
    """A hyphenated word may also be written apart or as one word; a phrase may be hyphenated."""
    # What must come before or after it tells “in year savings” from “in year two”.
    alone = len(words) == 1 and not entry.before and not entry.after
    choices: list[list[str]] = [[]]
    hyphened = 0
    for word in words:
        options = [word]
        if "-" in word.strip("-") and hyphened < _MOST_HYPHENED:
            hyphened += 1
            options.append(word.replace("-", ""))
            if not alone or word.partition("-")[0].lower() not in _OPENS_PHRASE:
                options.append(word.replace("-", " "))
        choices = [[*before, option] for before in choices for option in options]
    forms = [_joined(choice, head, " ") for choice in choices]
    if len(words) == 2 and all(word.isalpha() for word in words):
        forms.append(_joined(words, head, "-"))
    return [
        Form(form.text.replace("'", apostrophe), form.head_end)
        for form in forms
        for apostrophe in (("'", "’") if "'" in form.text or "’" in form.text else ("'",))
    ]


def _joined(words: list[str], head: int, glue: str) -> Form:
    upto = glue.join(words[: head + 1])
    return Form(glue.join(words).replace("’", "'"), len(upto))
