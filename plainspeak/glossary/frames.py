"""Frames: how the words around a term change with it.

A frame says what may follow the term, and what then follows its alternative:

    assist someone in doing -> help someone do

`someone` and `something` stand for any words that say who or what; `do` and `doing` for any verb.
All other words are meant as they are. Where the term is passive, who it is done to comes before it:
`people were assisted in applying` is found too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Frame", "Mended"]

THINGS = ("someone", "something")
DEEDS = {"do": "VB", "doing": "VBG"}
"""What stands for a verb, and the tag that it has."""
NO_PASSIVE = frozenset({"let"})
REACH = 14
"""How many words on a frame may go on after `someone` or `something`."""
_ENDS = frozenset({".", ",", ";", ":", "!", "?", "(", ")"})
_OPENS_THING = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True)
class Mended:
    """A word of the text that changes with the term."""

    token: Token
    words: str
    """What stands there instead; empty if it goes."""


@dataclass(frozen=True)
class _Part:
    """Words as they are, and the slot after them; the last part may have none."""

    words: tuple[str, ...]
    slot: str = ""

    @property
    def kind(self) -> str:
        """The same for slots that may stand for each other."""
        return "deed" if self.slot in DEEDS else self.slot


@dataclass(frozen=True)
class Frame:
    """What may follow a term, and what then follows an alternative."""

    alternative: str
    """What stands in the term's place: `help`."""
    pairs: tuple[tuple[_Part, _Part], ...]
    """What follows the term, part by part, and what becomes of it."""

    @classmethod
    def of(cls, written: str, term: str) -> Frame:
        """Read a frame.

        Args:
            written: as in a glossary: `left -> right`.
            term: that of its entry, or the variant that it is for.

        Raises:
            ValueError: it is no frame of the term; says why.
        """
        before, _, after = written.partition(" -> ")
        words = before.split()
        length = len(term.split())
        if words[:length] != term.split():
            raise ValueError(f"must start with the term, “{term}”")
        left, right = _parts(words[length:]), _parts(after.split())
        if not (left and left[0].slot) or [part.kind for part in left] != [
            part.kind for part in right
        ]:
            raise ValueError(
                "must have the same on both sides: “someone” or “something”, and “do” or “doing”"
            )
        # “proceed to do” and “go on to do”: the “to” stays.
        dropped, offered = list(left[0].words), list(right[0].words)
        while dropped and offered and dropped[-1] == offered[-1]:
            dropped.pop()
            offered.pop()
        if not offered:
            raise ValueError("must have the words to write after “->”")
        pairs = list(zip(left, right, strict=True))
        kept = left[0].words[len(dropped) :]
        pairs[0] = (left[0], _Part(kept, right[0].slot))
        if any(len(new.words) > len(old.words) for old, new in pairs):
            raise ValueError("must not put in words after “someone” or “something”")
        return cls(" ".join(offered), tuple(pairs))

    def mended(self, verb: Token, end: int) -> tuple[Mended, ...] | None:
        """What changes after a term in a text, besides the term.

        Args:
            verb: the word of the term that changes its form.
            end: the index, in its doc, of the token after the term.

        Returns:
            The words that change, in order; `None` if the frame does not fit.
        """
        from plainspeak.language import valency

        pairs = self.pairs
        if valency.is_done_to(verb):
            opening, _ = pairs[0]
            if opening.words or opening.slot not in THINGS or len(pairs) < 2:
                return None
            pairs = tuple(_passive(old, new) for old, new in pairs[1:])
            if self.alternative in NO_PASSIVE:
                return None
        changes: list[Mended] = []
        position = end
        for number, (old, new) in enumerate(pairs):
            begin = _found(verb, position, old, reach=REACH if number else 1)
            if begin is None:
                return None
            changes.extend(_swapped(verb.doc, begin, old, new))
            position = begin + len(old.words) + (old.slot in DEEDS)
        return tuple(changes)


def _passive(old: _Part, new: _Part) -> tuple[_Part, _Part]:
    """“We helped him apply”, but “he was helped to apply”."""
    if new.slot == "do" and old.words and not new.words:
        return old, _Part(("to",), new.slot)
    return old, new


def _parts(words: Iterable[str]) -> list[_Part]:
    parts = []
    held: list[str] = []
    for word in words:
        if word in THINGS or word in DEEDS:
            parts.append(_Part(tuple(held), word))
            held = []
        else:
            held.append(word)
    return [*parts, _Part(tuple(held))] if held else parts


def _found(verb: Token, start: int, part: _Part, reach: int) -> int | None:
    """Where the words of a part start, `reach` tokens on at most."""
    from plainspeak.language import valency

    doc = verb.doc
    for begin in range(start, start + reach):
        end = begin + len(part.words)
        if end >= len(doc) or doc[begin].text in _ENDS or doc[begin].is_sent_start:
            return None
        if [token.lower_ for token in doc[begin:end]] != list(part.words):
            continue
        if part.slot in DEEDS:
            fits = doc[end].tag_ == DEEDS[part.slot]
            # “Enables care by making plans to help”: this “to” goes with “making”.
            fits = fits and not any(token.tag_ == "VBG" for token in doc[start:begin])
        elif part.slot in THINGS:
            fits = doc[end].pos_ in _OPENS_THING
            if reach > 1:
                above = valency.adds_to(doc[begin])
                # Nothing says more of a pronoun: “inform us of it”.
                fits = fits and (above.i == verb.i or above.pos_ == "PRON")
        else:
            fits = True
        if fits:
            return begin
    return None


def _swapped(doc: Doc, begin: int, old: _Part, new: _Part) -> Iterator[Mended]:
    """Words that give way to as many or fewer, and a verb that takes another form."""
    from plainspeak.language import inflection

    tokens = list(doc[begin : begin + len(old.words)])
    skipped = len(old.words) - len(new.words)
    for number, token in enumerate(tokens):
        words = new.words[number - skipped] if number >= skipped else ""
        if words != token.lower_:
            yield Mended(token, words)
    if old.slot != new.slot and new.slot in DEEDS:
        verb = doc[begin + len(old.words)]
        lemma = inflection.lemma_of(verb.text, "VERB")
        yield Mended(verb, inflection.inflect(lemma, DEEDS[new.slot]))
