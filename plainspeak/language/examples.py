"""Examples at the end of a sentence: `..., including children`, `such as talks and walks`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import naming, standing
from plainspeak.language.labels import FINITE_TAGS, W_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Example", "examples"]

_LEAST_ROW = 5


@dataclass(frozen=True)
class Example:
    """Examples at the end of a sentence."""

    words: tuple[Token, ...]
    """What opens them: `including`, `such as`."""
    noun: Token
    """The noun they are examples of."""
    choice: bool
    """Whether `or` joins them."""


def examples(sentence: Iterable[Token]) -> list[Example]:
    """Where `including` or `such as` names examples of what stands before it, up to the end."""
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[2:-2], start=2):
        length = _opens_examples(tokens[number : number + 2])
        comma = tokens[number - 1].text == ","
        noun = tokens[number - 2] if comma else tokens[number - 1]
        after = tokens[number + length :]
        if not length or noun.pos_ not in ("NOUN", "PROPN") or not after:
            continue
        if after[0].pos_ in ("ADP", "SCONJ", "PUNCT", "ADV") or after[0].tag_ in W_TAGS:
            continue
        if not naming.is_plural(noun) and not (comma and token.lower_ == "including"):
            continue
        people = naming.is_person(noun) and token.lower_ != "including"
        if people or not (comma or _is_row(after)):
            continue
        # "Such as tea and juice, that are warm": more is said of them all.
        if any(t.text == "," and t.nbor().tag_ in W_TAGS for t in after[:-1]):
            continue
        # "By adding ends such as a or b and placing it": the sentence goes on.
        deed = any(t.pos_ == "CCONJ" and t.nbor().tag_ == "VBG" for t in after[:-1])
        # "A way to make texts, including letters, less formal".
        more = any(t.text == "," and t.nbor().tag_ in ("JJR", "RBR") for t in after[:-1])
        if more or (deed and not (after[0].tag_ == "VBG" and after[0].is_alpha)):
            continue
        if not standing.goes_on(after, token) and (comma or not _has_verb(after)):
            choice = any(each.lower_ == "or" for each in after)
            found.append(Example(tuple(tokens[number : number + length]), noun, choice))
    return found


def _opens_examples(tokens: Sequence[Token]) -> int:
    """How many words open a row of examples: `including`, `such as`; 0 if they do not."""
    if tokens[0].lower_ == "including":
        return 1
    words = [token.lower_ for token in tokens]
    return 2 if words == ["such", "as"] else int(words[0] in ("eg", "e.g."))


def _is_row(tokens: Sequence[Token]) -> bool:
    """Whether words name several things: `talks, walks and a lunch`."""
    words = [token.lower_ for token in tokens]
    return ("and" in words or "or" in words) and len(words) > _LEAST_ROW


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.tag_ in FINITE_TAGS for token in tokens)
