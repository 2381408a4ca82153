"""Clauses that hang on the main one by a word such as `because`.

Conditions (`if`, `unless`, `when`) are left out: they must stay with what they govern. It looks at
words as well as grammar, since long sentences are where parsers go wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import cuts, standing, syntax
from plainspeak.language.labels import FINITE_TAGS, W_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Subordinate", "subordinates"]

_STATES = frozenset({"is", "are", "has", "have", "need", "needs"})
_PAIRS = frozenset({"as", "same", "so", "such"})
"""Before `as`, they say that it compares."""
_NEAR = 6
_STARTERS = frozenset({"it", "there", "they", "this", "these", "we"})
"""After `as` or `since` at the start, with a state, they open a reason: `As there is no bus`."""
_POINTERS = frozenset({"it", "they", "there"})
_TELL_WHEN = frozenset({"as", "since", "while"})
_OPENINGS = frozenset(
    {("also",), ("and",), ("for", "example"), ("for", "instance"), ("so",), ("still",)}
)
_LINKS = {
    ("even", "though"): "although",
    ("so", "that"): "so that",
    ("although",): "although",
    ("because", "of"): "because of",
    ("because",): "because",
    ("though",): "although",
    ("whilst",): "although",
    ("whereas",): "whereas",
    ("so",): "so that",
}
_FIRST_WORDS = frozenset(words[0] for words in _LINKS)


@dataclass(frozen=True)
class Subordinate:
    """A clause at the start or the end of a sentence, which the main one stands without."""

    link: str
    """`although`, `because`, `because of`, `so that`, `whereas` or `while`, whatever its words."""
    words: tuple[Token, ...]
    """The words of the link: `even though`."""
    main: tuple[Token, ...]
    """The main clause and all that hangs on it, as far as it stands on its side of the link."""
    own: tuple[Token, ...]
    """The clause, without the words of the link."""
    comma: Token | None
    """The comma that ends it, if it comes before the main clause; `None` if it comes last."""


def subordinates(sentence: Iterable[Token]) -> list[Subordinate]:
    """The clauses that hang on the main clause, or on one joined to it, in order."""
    tokens = list(sentence)
    clauses = syntax.clauses(tokens)
    main = {clause.head.i for clause in clauses if clause.kind == "root"}
    main |= {c.head.i for c in clauses if c.kind == "conj" and c.head.head.i in main}
    hanging = {clause.span[0].i for clause in clauses if clause.head.head.i in main}
    found = []
    number = 0
    while number < len(tokens) - 2:
        link, words = _link(tokens[number : number + 2])
        after = tokens[number + len(words) :]
        if not words or not (link == "because of" or _is_clause(after)):
            link, words = _by_now(tokens, number)
            after = tokens[number + len(words) :]
        if not words:
            number += 1
            continue
        if number == 0 or _is_opening(tokens[:number]):
            found += _first(link, words, after)
        elif tokens[number].i in hanging or not any(map(_opens_part, tokens[:number])):
            found.append(Subordinate(link, words, tuple(tokens[:number]), tuple(after), comma=None))
        number += len(words)
    return found


def _is_opening(before: Sequence[Token]) -> bool:
    """Whether nothing but a word or two that looks back comes first: `For example, although`."""
    words = tuple(token.lower_ for token in before if token.text != ",")
    return words in _OPENINGS


def _opens_part(token: Token) -> bool:
    """Whether a word opens a part with a verb that has a tense, not `as being`."""
    bare = token.lower_ == "as" and (token.pos_ == "ADP" or token.nbor().tag_ == "VBG")
    return cuts.subordinates(token) and not bare


def _first(link: str, words: tuple[Token, ...], after: Sequence[Token]) -> list[Subordinate]:
    """The clause that a sentence starts with, if one comma alone can be its end."""
    commas = [place for place, token in enumerate(after) if token.text == ","]
    ends = [
        place for place in commas if _is_clause(after[:place]) and _is_clause(after[place + 1 :])
    ]
    if not ends or ends[0] != commas[0]:
        return []
    if len(ends) > 1 and not standing.has_subject(after[ends[0] + 1 :]):
        return []
    own, main = after[: ends[0]], after[ends[0] + 1 :]
    # "As we lack staff the office is shut, but you can ring": the main part is before the comma.
    if main[0].pos_ == "CCONJ" or main[0].lower_ == "so" or main[0].tag_ in W_TAGS:
        return []
    return [Subordinate(link, words, tuple(main), tuple(own), comma=after[ends[0]])]


def _by_now(tokens: Sequence[Token], number: int) -> tuple[str, tuple[Token, ...]]:
    """What `as`, `since` or `while` stand for here, and the word.

    They mostly tell when; these are the few that speak of a reason, or of something against it.
    """
    token = tokens[number]
    if token.lower_ not in _TELL_WHEN:
        return "", ()
    after = tokens[number + 1 :]
    verb = standing.verb_ahead(after)
    if verb is None:
        return "", ()
    if token.lower_ == "while" and number == 0:
        fact = verb.tag_ == "MD" or (verb.lower_ in _STATES and verb.nbor().tag_ != "VBG")
        return ("although", (token,)) if fact else ("", ())
    if token.lower_ in ("as", "since") and number == 0:
        state = verb.lower_ in _STATES and verb.nbor().tag_ not in ("VBG", "VBN")
        return ("because", (token,)) if state and after[0].lower_ in _STARTERS else ("", ())
    if number == 0 or verb.lower_ == "would":
        return "", ()
    comma = tokens[number - 1].text == ","
    pointer = comma and after[0].lower_ in _POINTERS and verb.tag_ != "VBD"
    if token.lower_ == "since" and pointer:
        return "because", (token,)
    if token.lower_ == "while":
        # "He rings while they eat" tells when.
        lasting = verb.tag_ != "VBD" and verb.nbor().tag_ != "VBG"
        pair = comma or after[0].lower_ == "others"
        return ("while", (token,)) if lasting and pair else ("", ())
    near = tokens[max(0, number - _NEAR) : number]
    pair = any(t.lower_ in _PAIRS and (t.lower_ != "as" or t.pos_ == "ADV") for t in near)
    if token.lower_ == "as" and token.pos_ == "SCONJ" and not pair:
        fact = verb.tag_ == "MD" or (verb.lower_ in _STATES and verb.nbor().tag_ != "VBG")
        own = after[0].lower_ not in ("you", "we", "one", "if")
        # "As they have always done" compares.
        own = own and all(t.lower_ != "done" for t in after)
        return ("because", (token,)) if pointer or (fact and own) else ("", ())
    return "", ()


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether some words have a verb with a tense, which does not come first."""
    return any(token.tag_ in FINITE_TAGS for token in tokens[1:]) and tokens[0].text != ","


def _link(tokens: Sequence[Token]) -> tuple[str, tuple[Token, ...]]:
    """What sort of link two tokens start with, and its words; none if they start with none."""
    if tokens[0].lower_ not in _FIRST_WORDS:
        return "", ()
    for words, link in _LINKS.items():
        opening = tuple(tokens[: len(words)])
        if tuple(token.lower_ for token in opening) == words:
            return link, opening
    return "", ()
