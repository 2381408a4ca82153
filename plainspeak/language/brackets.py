"""What could be a sentence of its own, in brackets inside another: `(it is free)`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import cuts, naming, standing
from plainspeak.language.labels import FINITE_TAGS, W_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Bracket", "brackets"]

_EXAMPLES = tuple(
    tuple(each.split())
    for each in ("for example", "for instance", "such as", "including", "e.g.", "e.g", "eg")
)
"""What opens examples in brackets."""
_LINKS = {"although": "But", "but": "But", "however": "However,", "otherwise": "Otherwise,"}
"""What a sentence in brackets at the end may start with, and what it starts with by itself."""
_LOOKS = frozenset({"see", "note", "read"})
"""Commands in brackets: `(see page 3)`."""


@dataclass(frozen=True)
class Bracket:
    """What could be a sentence, in brackets inside another."""

    opening: Token
    closing: Token
    first: Token
    """The first word that the new sentence keeps."""
    lead: str
    """What it starts with before that word: `For example,`, `These forms include`; or nothing."""


def brackets(sentence: Iterable[Token]) -> list[Bracket]:
    """The brackets that hold a sentence: `(they are free)`, `(see page 3)`, `(eg it rains)`."""
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens):
        if token.text != "(":
            continue
        closing = next((t for t in tokens[number + 1 :] if t.is_bracket), None)
        if closing is None or closing.text != ")":
            continue
        inside = tokens[number + 1 : tokens.index(closing)]
        kept = _examples_in(inside, tokens[number - 1]) if number else None
        last = closing.i + 1 == tokens[-1].i
        # Moved to the end, "this" or "for example" must be about all that is said.
        # Of two that move to the end, nobody could tell what each is about.
        alone = sum(t.text == "(" for t in tokens) == 1
        if kept is None and (last or (alone and not cuts.opens_with_condition(tokens))):
            kept = _sentence_in(inside, last=last)
        if kept is not None:
            found.append(Bracket(token, closing, *kept))
    return found


def _examples_in(inside: Sequence[Token], noun: Token) -> tuple[Token, str] | None:
    """The first of the examples in brackets after a noun, and what comes before it."""
    words = [token.lower_ for token in inside]
    length = next((len(lead) for lead in _EXAMPLES if tuple(words[: len(lead)]) == lead), 0)
    rest = inside[length:]
    if rest and rest[0].text == ",":
        rest = rest[1:]
    if not length or len(rest) < 2 or noun.tag_ != "NNS" or not noun.text.isalpha():
        return None
    # "These forms (such as this one)": which they are is known.
    if naming.is_person(noun) or any(t.lower_ in ("these", "those") for t in noun.lefts):
        return None
    if any(t.tag_ in (*FINITE_TAGS, *W_TAGS) or t.text in ";:" for t in rest):
        return None
    if rest[0].pos_ in ("ADP", "SCONJ", "ADV", "PUNCT") or words[-1] in ("etc", "etc."):
        return None
    many = "and" in words or "," in words
    verb = "can be" if "or" in words or not many else "include"
    return rest[0], f"These {noun.lower_} {verb}"


def _sentence_in(inside: Sequence[Token], *, last: bool) -> tuple[Token, str] | None:
    """The first word that a sentence in brackets keeps, and what comes before that."""
    if len(inside) < 2 or any(token.text in ".?!" for token in inside):
        return None
    lead, rest = _example(inside)
    if not rest:
        return None
    if rest[0].lower_ in _LOOKS and not lead and len(rest) > 2:
        return rest[0], ""
    link = _LINKS.get(rest[0].lower_)
    if link and last and not lead:
        own = rest[2:] if rest[1].text == "," else rest[1:]
        return (own[0], link) if standing.has_subject(own) else None
    if rest[0].lower_ == "which" and last and not lead:
        after = next((t for t in rest[1:] if t.pos_ != "ADV"), rest[0])
        return (rest[1], "This") if after.tag_ in ("VBZ", "MD", "VBD") else None
    return (rest[0], lead) if standing.has_subject(rest) else None


def _example(inside: Sequence[Token]) -> tuple[str, Sequence[Token]]:
    """`For example,` if words in brackets start so, and the words after that."""
    words = " ".join(token.lower_ for token in inside[:2])
    length = 2 if words == "for example" else int(inside[0].lower_ in ("eg", "e.g.", "e.g"))
    if not length:
        return "", inside
    rest = inside[length:]
    return "For example,", rest[1:] if rest and rest[0].text == "," else rest
