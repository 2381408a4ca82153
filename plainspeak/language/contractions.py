"""Words run together with an apostrophe, and what they stand for: `can't` is `cannot`.

A sentence is any run of tokens, as in `plainspeak.language.syntax`. Either apostrophe will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Contraction", "contractions"]

_SHOUTED = re.compile(r"(?P<verb>[A-Z]+)N['’]T")
"""In capitals, `DON'T` is one token."""
_NOT = {
    "are": "are not",
    "ca": "cannot",
    "could": "could not",
    "dare": "dare not",
    "did": "did not",
    "do": "do not",
    "does": "does not",
    "had": "had not",
    "has": "has not",
    "have": "have not",
    "is": "is not",
    "may": "may not",
    "might": "might not",
    "must": "must not",
    "need": "need not",
    "ought": "ought not",
    "sha": "will not",
    "should": "should not",
    "was": "was not",
    "were": "were not",
    "wo": "will not",
    "would": "would not",
    # "ain't" stands for several words.
    "ai": "",
}
"""What a verb and `n't` stand for."""
_ALONE = {"ca": "can", "sha": "will", "wo": "will"}
"""The verb without `not`, where that is another word."""
_MODALS = frozenset({"could", "may", "might", "must", "should", "would", "'d"})
_HOSTS_LISTED = """
    he i it she that there they we who you anybody anyone everybody everyone nobody somebody someone
"""
_HOSTS = frozenset(_HOSTS_LISTED.split())
"""Words with which `'d` is a short form of a verb: not `ID'd`."""
_HAD_BEFORE = frozenset({"been", "had", "better", "gone", "done", "seen"})
_WOULD_BEFORE = frozenset({"be", "have", "like", "love", "prefer", "rather", "want"})
_SAME = frozenset({"become", "come", "cut", "hit", "let", "put", "read", "run", "set", "shut"})
"""Verbs whose base form is their participle too, so that `I'd put` can be either."""
_SUBJECTS = frozenset({"he", "i", "it", "she", "there", "they", "we", "you"})
_BEFORE_QUESTION = frozenset({"CC", "WDT", "WP", "WRB", "``", "''"})
_VERBS = {"'ll": "will", "'re": "are", "'m": "am", "'ve": "have"}
_IS_HOSTS = _HOSTS | {"here", "how", "this", "what", "when", "where", "why"}


MOST_PARTS = 4
"""More tokens than any word run together has: `shouldn't've` has three."""


@dataclass(frozen=True)
class Contraction:
    """Words run together, with an apostrophe for what is left out."""

    tokens: tuple[Token, ...]
    """In order; more than the word itself where a question needs its subject: `Don't you`."""
    kind: str
    """`negative` (`don't`), `conditional` (`should've`, `they'd`) or `other` (`we'll`, `it's`)."""
    full: tuple[str, ...]
    """What to write instead, in small letters, most likely first; empty if other words must
    change too."""


def contractions(sentence: Iterable[Token]) -> list[Contraction]:
    """The words of a sentence that are run together, in order."""
    tokens = list(sentence)
    found = []
    done = -1
    for place, token in enumerate(tokens):
        if token.i <= done:
            continue
        parts = [token]
        for other in tokens[place + 1 : place + MOST_PARTS]:
            if other.idx != parts[-1].idx + len(parts[-1]) or not _is_clitic(other):
                break
            parts.append(other)
        shouted = _SHOUTED.fullmatch(token.text)
        if shouted is not None:
            full = _NOT.get(shouted["verb"].lower(), "")
            contraction: Contraction | None = Contraction(
                (token,), "negative", (full,) if full else ()
            )
        else:
            contraction = _contraction(parts) if len(parts) > 1 else None
        if contraction is not None:
            found.append(contraction)
            done = contraction.tokens[-1].i
    return found


def _plain(token: Token) -> str:
    plain: str = token.lower_.replace("’", "'")
    return plain


def _is_clitic(token: Token) -> bool:
    return _plain(token) in {"n't", "'s", "'d", *_VERBS}


def _contraction(parts: Sequence[Token]) -> Contraction | None:
    host, rest = _plain(parts[0]), [_plain(part) for part in parts[1:]]
    whole = tuple(parts)
    if rest[-1] == "n't":
        return _negative(whole)
    if rest[-1] == "'ve" and (host in _MODALS or len(rest) > 1):
        return Contraction(whole, "conditional", (_joined(host, rest[:-1]) + " have",))
    if len(rest) > 1:
        return None
    if rest == ["'d"]:
        return Contraction(whole, "conditional", _with_d(parts)) if host in _HOSTS else None
    if host == "let" and rest == ["'s"]:
        return Contraction(whole, "other", ("let us",))
    if rest == ["'s"]:
        # "the carer's": the owner, not "is".
        if host not in _IS_HOSTS or parts[1].tag_ == "POS":
            return None
        after = parts[1].nbor().lower_ if parts[1].i + 1 < len(parts[1].doc) else ""
        perfect = after in ("been", "become", "got", "had")
        return Contraction(whole, "other", (f"{host} has" if perfect else f"{host} is",))
    return Contraction(whole, "other", (f"{host} {_VERBS[rest[0]]}",))


def _joined(host: str, rest: Sequence[str]) -> str:
    """`could` and `n't`, `they` and `'d`, written out."""
    if not rest:
        return host
    if rest[0] == "n't":
        return _NOT.get(host, f"{host} not")
    return f"{host} would"


def _negative(parts: tuple[Token, ...]) -> Contraction | None:
    host = parts[0]
    full = _NOT.get(host.lower_)
    if full is None:
        return None
    after = parts[-1].nbor() if parts[-1].i + 1 < len(host.doc) else None
    if full and after is not None and _asks(host):
        # "Don't you know": "do not you know" is no English.
        if after.lower_ in _SUBJECTS:
            alone = _ALONE.get(host.lower_, host.lower_)
            return Contraction((*parts, after), "negative", (f"{alone} {after.text} not",))
        subject = syntax.subject_of(host)
        if subject is not None and subject.i > host.i:
            return Contraction(parts, "negative", ())
    return Contraction(parts, "negative", (full,) if full else ())


def _asks(host: Token) -> bool:
    """Whether a verb stands where that of a question does, before its subject."""
    before = host.nbor(-1) if host.i and host.sent_start != 1 else None
    return before is None or before.is_punct or before.tag_ in _BEFORE_QUESTION


def _with_d(parts: Sequence[Token]) -> tuple[str, ...]:
    """What `they'd` stands for: `would` before a base form, `had` before a participle."""
    host, short = parts[0].lower_, parts[1]
    had, would = f"{host} had", f"{host} would"
    following = [
        token for token in short.doc[short.i + 1 : short.i + 5] if token.pos_ not in ("ADV", "PART")
    ]
    near = short.doc[short.i + 1].lower_ if short.i + 1 < len(short.doc) else ""
    word = following[0].lower_ if following else ""
    if near == "better" or word in _HAD_BEFORE:
        return (had,)
    # The model takes "you'd written" for "you would"; but no base form looks like "written".
    only_participle = following and following[0].tag_ == "VBN" and word not in _SAME
    if near != "rather" and word not in _WOULD_BEFORE and only_participle:
        return (had,)
    if near == "rather" or word in _WOULD_BEFORE or short.tag_ == "MD":
        return (would, had) if word in _SAME else (would,)
    return (had, would) if word in _SAME or short.tag_ != "VBD" else (had,)
