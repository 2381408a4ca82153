"""Same word: two words or spellings for one thing in one document.

Finds sets such as “medicine” and “medication”, “sign in” and “log in”, “email” and “e-mail”. It
reports the harder or rarer one, where it first stands. Words that one sentence holds together are
left alone: it may explain one with the other, or tell them apart. So are names and quotations.

## Why

Readers think that a new word means a new thing.

## Source

- plainlanguage.gov, “Use the same term consistently”.
- Inclusion Europe, “Information for all”, standard 9: use the same word for the same thing.
- ASD-STE100: one word, one meaning.

## Example

Hard: Take your medicine with food. Keep your medication in a cool place. This medicine may make you
sleepy.

Better: Take your medicine with food. Keep your medicine in a cool place. It may make you sleepy.

## When it is wrong

The two words may mean two things to you and your readers. Then say how they differ, in one
sentence. Or put one of them under `accept:` in your settings.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plainspeak.glossary.own_words import Place, places_of
from plainspeak.glossary.synonyms import WordSet, built_in_sets, forms_in_order, pattern_of
from plainspeak.language.analysis import Text
from plainspeak.language.letter_case import match_case
from plainspeak.model import BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {"easy-read": {"severity": "warning"}}


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    sets: tuple[str, ...] = option(
        (), "your own sets of nouns for one thing, with commas: “scheme, programme”"
    )
    spelling: bool = option(True, "also report two spellings of one word")

    def __post_init__(self) -> None:
        """Refuse a set of one word.

        Raises:
            ValueError: it has no comma.
        """
        for words in self.sets:
            if len(_parts(words)) < 2:
                raise ValueError(f"write two words or more, with commas, not “{words}”")


def _parts(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())


@functools.cache
def _sets(options: Options) -> tuple[WordSet, ...]:
    own = tuple(WordSet(_parts(words), "NOUN", False) for words in options.sets)
    return own + tuple(each for each in built_in_sets() if options.spelling or not each.spelling)


_pattern_of = functools.cache(pattern_of)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each word that has a plainer twin in the document."""
    sets = _sets(options)
    pattern, word_of = _pattern_of(sets)
    if pattern is None:
        return
    used: dict[str, list[Place]] = defaultdict(list)
    for place in places_of(pattern, text, tools.accepted(text)):
        if not _is_name(place):
            used[word_of[place.match.group().casefold()]].append(place)
    for each in sets:
        uses = {word: used[word] for word in each.words if word in used}
        if len(uses) > 1 and (each.spelling or not _told_apart(text, uses)):
            yield from _findings(each, uses)


def _is_name(place: Place) -> bool:
    """Whether it is part of a name: “Citizens Advice Helpline”, “the Emergency Department Plan”."""
    words = place.match.group()
    if place.block.kind is BlockKind.HEADING or words.isupper() or words.islower():
        return False
    before = place.before.rstrip()
    starts = not before or before[-1] in ".!?:"
    after = place.after.lstrip()
    return not starts or (after[:1].isupper() and len(place.after) - len(after) == 1)


def _told_apart(text: Text, uses: Mapping[str, list[Place]]) -> bool:
    """Whether one sentence holds two of the words."""
    sentences = []
    for places in uses.values():
        found = {text.sentence_at(place.span().start) for place in places}
        sentences.append({each.number for each in found if each is not None})
    seen: set[int] = set()
    for numbers in sentences:
        if seen & numbers:
            return True
        seen |= numbers
    return False


def _findings(words: WordSet, uses: Mapping[str, list[Place]]) -> Iterator[Finding]:
    wanted = next(word for word in words.words if word in uses)
    for word, places in uses.items():
        if word == wanted:
            continue
        first = min(places, key=lambda place: place.span().start)
        said = first.match.group()
        offer = _in_form(said, word, wanted, words.pos)
        other = f"“{wanted}” elsewhere"
        if words.spelling:
            message = f"You write “{said}” here, but {other}. Spell it one way."
        else:
            message = f"You write “{said}” here, but {other}. If they are one thing, use one word."
        yield Finding(span=first.span(), message=message, suggestions=(offer,))


def _in_form(said: str, word: str, wanted: str, pos: str) -> str:
    """The wanted word in the form of the one it replaces."""
    forms = [form.casefold() for form in forms_in_order(word, pos)]
    offer = forms_in_order(wanted, pos)[forms.index(said.casefold())]
    return match_case(said, offer)
