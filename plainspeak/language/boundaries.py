"""Where a sentence may start: plain facts of print that a language model sometimes forgets.

A block holds no headings, so a sentence starts at its beginning or after a full stop, and not
after every full stop: `Dr. Smith`, `e.g. this`, `No. 5`, `1. Do this`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plainspeak.language.answers import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["forbid_starts", "may_start", "sentence_starts"]

# Short forms that never end a sentence.
_NEVER = """
    e.g i.e eg ie viz cf vs v mr mrs ms messrs prof rev hon sgt capt lt gen gov approx ca esp
    incl excl tel dept est
"""
# Short forms with a name after them, unless the next word is one that starts sentences.
_SELDOM = "dr drs st mt sr jr ave rd"
# Short forms that a number follows.
_BEFORE_NUMBER = """
    no nos p pp para paras fig figs vol vols art arts s ss sec ch chap reg regs ext app
"""
# Short forms that end a sentence if the next word has a capital.
_OFTEN = "etc a.m p.m am pm ltd inc co corp plc u.k u.s u.s.a e.u al"

NEVER_LAST = frozenset(_NEVER.split())
SELDOM_LAST = frozenset(_SELDOM.split())
BEFORE_NUMBER = frozenset(_BEFORE_NUMBER.split())
OFTEN_LAST = frozenset(_OFTEN.split())

_CLOSERS = "\"'”’»)]}*_"
_FINAL = ".!?…:"
_REFERENCE = re.compile(r"(?:\[[\d*,;\s–-]+\]|[¹²³⁰⁴-⁹]+)+\Z")
_NUMBERING = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]+\Z")
LONGEST = 1_000
"""Tokens; a longer sentence may end wherever the model says so. Some rules take time by the square
of its length, and nobody writes one: it is a table or a list gone wrong."""
_WINDOW = 60
_NO = 2**64 - 1
"""`False` as spaCy keeps it in an array: -1, unsigned."""


def sentence_starts(doc: Doc, *, unbroken: bool = False) -> tuple[int, ...]:
    """Indexes of the tokens that start a sentence, with the model's mistakes mended.

    Args:
        doc: tokens with sentence starts set.
        unbroken: whether all of it is one sentence, as a heading is.

    Returns:
        Indexes in order. The stretch from each to the next holds something besides white space;
        empty for a doc with nothing but white space.
    """
    if all(token.is_space for token in doc):
        return ()
    if unbroken and len(doc) < LONGEST:
        return (0,)
    starts = [0]
    # One array for all tokens, since making a Python object of each takes longer than the rest.
    found = (doc.to_array("SENT_START")[1:] == 1).nonzero()[0] + 1
    text = text_of(doc) if len(found) else ""
    for number in found.tolist():
        token = doc[number]
        if number - starts[-1] >= LONGEST or (not unbroken and may_start(token, text)):
            if not any(_holds_text(earlier) for earlier in doc[starts[-1] : token.i]):
                starts.pop()
            starts.append(token.i if starts else 0)
    if len(starts) > 1 and not any(_holds_text(token) for token in doc[starts[-1] :]):
        starts.pop()
    return tuple(starts)


def forbid_starts(doc: Doc, text: str, *, unbroken: bool = False, opens: bool = True) -> bool:
    """Tell the model where no sentence can start, before it looks for sentences itself.

    Args:
        doc: tokens only.
        text: the text of the doc.
        unbroken: whether all of it is one sentence, as a heading is.
        opens: whether it is the start of its block, and so of a sentence.

    Returns:
        Whether there is anything left to decide.
    """
    # One array for all tokens, since making a Python object of each takes longer than the rest.
    places = doc.to_array("IDX").tolist()
    values = [_NO] * len(places)
    for number, place in enumerate(places):
        if number == 0:
            values[number] = int(opens)
        elif not unbroken and not _follows_word(text, place) and may_start(doc[number], text):
            values[number] = 0
    starts: Any = doc.to_array("SENT_START")
    starts[:] = values
    doc.from_array(["SENT_START"], starts)
    return 0 in values


def _follows_word(text: str, place: int) -> bool:
    """Whether a plain word or a comma stands before an offset, as it does most times."""
    before = text[place - 1]
    if before == " " and place > 1:
        before = text[place - 2]
    return before.isalpha() or before == ","


def may_start(token: Token, text: str) -> bool:
    """Whether a sentence may start with this token, going by what is written around it.

    Args:
        token: any token of a doc.
        text: the text of that doc.
    """
    if token.i == 0:
        return True
    if token.is_space or _follows_word(text, token.idx):
        return False
    before = text[max(0, token.idx - _WINDOW) : token.idx]
    glued = not before[-1:].isspace()
    if glued and token.is_punct and not token.is_left_punct:
        return False
    if token.text[0] in ",;.!?)" or (glued and token.text[0] in _CLOSERS):
        return False
    stripped = before.rstrip()
    chunk = stripped.rsplit(None, 1)[-1] if stripped else ""
    if not chunk:
        return False
    bare = _REFERENCE.sub("", chunk).rstrip(_CLOSERS)
    if not bare or bare[-1] not in _FINAL:
        # "Wait!" she said [3]: the reference may be a chunk of its own.
        return bool(not bare and _REFERENCE.match(chunk) and _ends(stripped[: -len(chunk)]))
    following = _first_letter(text[token.idx : token.idx + _WINDOW])
    if following.islower() and (chunk[-1] not in ".?" or bare.endswith("...")):
        # "Wait!" he said. Only after a plain full stop may a sentence start in lower case.
        return False
    if bare[-1] != ".":
        return True
    if _NUMBERING.match(bare) and _opens(stripped[: -len(chunk)], token.idx <= _WINDOW):
        return False
    return not _abbreviates(bare, token, following)


def _abbreviates(chunk: str, token: Token, following: str) -> bool:
    """Whether the full stop at the end of a chunk belongs to a short form."""
    word = chunk.lstrip("([{\"'“‘«").rstrip(".")
    word = re.split(r"[/–—(-]", word)[-1]
    lower = word.lower()
    function_word = bool(token.is_stop) and token.text[0].isupper() and token.text != "A"
    if lower in NEVER_LAST:
        return True
    if lower in SELDOM_LAST:
        return not function_word
    if lower in BEFORE_NUMBER and following.isdigit():
        return True
    if lower in OFTEN_LAST:
        return not following.isupper()
    # Initials, as in "J. Smith", but not "vitamin C. You".
    return len(word) == 1 and word.isupper() and word != "I" and not function_word


def _opens(earlier: str, is_all: bool) -> bool:
    """Whether nothing, or the end of a sentence, stands before a numbering."""
    return _ends(earlier) if earlier.strip() else is_all


def _ends(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSERS)[-1:] in tuple(_FINAL)


def _first_letter(text: str) -> str:
    """The first letter or digit; empty if there is none."""
    return next((char for char in text if char.isalnum()), "")


def _holds_text(token: Token) -> bool:
    return any(char.isalnum() or char == "\ufffc" for char in token.text)
