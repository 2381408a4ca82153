"""What a sentence says: numbers, names, negation, duties, conditions, amounts and link words.

Each is counted before and after. A draft may change only what its kind is there to change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from plainspeak.language.numbers import spelled_numbers
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.guard.objection import Case, Objection

__all__ = ["differing", "objections"]

_NUMBER = re.compile(r"[£$€]?\d+(?:[.,:/]\d+)*%?")
_DAYS = """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
"""
# "May" could be the modal too.
_DAY_WORDS = frozenset(_DAYS.split()) - {"may"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;•]['\"”’)\]]*\s*$")

_NEGATIONS = {
    **dict.fromkeys(("not", "n't", "cannot", "never", "nor"), "not"),
    **dict.fromkeys(("no", "none", "nobody", "nothing", "nowhere", "neither"), "no"),
    "without": "without",
    "hardly": "hardly",
    "barely": "hardly",
    "scarcely": "hardly",
}
_MODALS = {
    **dict.fromkeys(("can", "ca", "cannot"), "can"),
    **dict.fromkeys(("will", "wo", "'ll", "’ll"), "will"),
    **dict.fromkeys(("shall", "sha"), "shall"),
    **{word: word for word in ("could", "may", "might", "must", "should", "would", "ought")},
}
_CONDITIONS = {
    "if": "if",
    **{word: word for word in ("unless", "until", "only", "except", "whether", "even")},
}
_AMOUNTS = """
    all any some every each most many much few fewer less more several both either neither half
    least about around nearly almost approximately exactly enough
"""
_QUANTITIES = {word: word for word in _AMOUNTS.split()}
_PROVIDED = re.compile(
    r"\bprovid(?:ed|ing) that\b"
    r"|(?:\A|[,.;:(–—])\s*provid(?:ed|ing)\b(?! (?:as|at|by|for|from|in|on|through|to|with)\b)",
    re.IGNORECASE,
)
"""Where `provided` means `if`: not in `help provided by us`."""
# A link word may give way to another that says the same.
_LINKS = {
    **dict.fromkeys(("because", "since", "as"), "because"),
    **dict.fromkeys(("so", "therefore", "thus", "hence", "consequently"), "so"),
    **dict.fromkeys(
        ("but", "although", "though", "however", "whereas", "yet", "despite", "while"), "but"
    ),
    **dict.fromkeys(("if", "unless"), "if"),
    **dict.fromkeys(("when", "once", "whenever", "after", "before", "until"), "when"),
}
_ALWAYS_LINKS = frozenset({"because", "although", "though", "but", "if", "unless", "when", "until"})
"""Of those, the words that hardly ever do anything else."""

_RECENT = 64
"""How many texts are remembered: a sentence has several drafts, and each is asked about twice."""


def objections(case: Case) -> Iterator[Objection]:
    """What the new sentence says otherwise."""
    before, after = case.before.text, case.after.document.prose
    for fact, reason, count in _COUNTED:
        if fact not in case.draft.alters and count(before) != count(after):
            yield Objection(reason)
    if Fact.NAMES not in case.draft.alters and not _same_names(before, after):
        yield Objection("a name changed")
    if Fact.LINKS not in case.draft.alters and _lost_links(before, after):
        yield Objection("a link word was lost")


def differing(before: str, after: str) -> Fact:
    """What two wordings say otherwise, though a kind knows that they mean the same."""
    found = Fact.NONE
    for fact, _, count in _COUNTED:
        if count(before) != count(after):
            found |= fact
    return found | Fact.LINKS if _lost_links(before, after) else found


@lru_cache(maxsize=_RECENT)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_each_word(text))


def _each_word(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text.replace("’", "'")):
        word = match.group().lower()
        if word.endswith("n't") and word != "n't":
            yield word[:-3]
            yield "n't"
        elif word.endswith("'ll"):
            yield word[:-3]
            yield "'ll"
        else:
            yield word


def _counter(groups: dict[str, str]) -> Callable[[str], Counter[str]]:
    return lambda text: Counter([groups[word] for word in _words(text) if word in groups])


@lru_cache(maxsize=_RECENT)
def _numbers(text: str) -> Counter[str]:
    """Every number in figures, whether it was written so or in words; months and days too."""
    found = [match.group().rstrip(".,:/").replace(",", "") for match in _NUMBER.finditer(text)]
    found += [str(number.value) for number in spelled_numbers(text)]
    found += [word for word in _words(text) if word in _DAY_WORDS]
    return Counter(found)


def _conditions(text: str) -> Counter[str]:
    found = Counter(_CONDITIONS[word] for word in _words(text) if word in _CONDITIONS)
    found["if"] += len(_PROVIDED.findall(text))
    return +found


_COUNTED: tuple[tuple[Fact, str, Callable[[str], Counter[str]]], ...] = (
    (Fact.NUMBERS, "a number or date changed", _numbers),
    (Fact.NEGATION, "“not” or “no” changed", _counter(_NEGATIONS)),
    (Fact.MODALS, "“must”, “may” or the like changed", _counter(_MODALS)),
    (Fact.CONDITIONS, "a condition changed", _conditions),
    (Fact.QUANTITIES, "“all”, “some” or the like changed", _counter(_QUANTITIES)),
)


def _same_names(before: str, after: str) -> bool:
    """Whether every name is there still, and none is new; one may be said again."""
    first, second = _capitals(before), _capitals(after)
    known = {word for word, _ in first}
    return not _missing(first, second) and known.issuperset(_missing(second, first))


@lru_cache(maxsize=_RECENT)
def _capitals(text: str) -> Counter[tuple[str, bool]]:
    """The words with a capital, and whether it may be there only because a sentence starts."""
    found: Counter[tuple[str, bool]] = Counter()
    for match in _WORD.finditer(text):
        word = match.group()
        if word[0].isupper() and word not in ("I", "I'm", "I’m"):
            head = text[: match.start()].rstrip("\"'“‘([*_ \n")
            opens = not head or bool(_SENTENCE_END.search(head))
            found[word, opens] += 1
    return found


def _missing(some: Counter[tuple[str, bool]], others: Counter[tuple[str, bool]]) -> list[str]:
    """The names of the one that are not in the other."""
    return [
        word
        for (word, opens), count in some.items()
        if not opens and others[word, True] + others[word, False] < count
    ]


def _lost_links(before: str, after: str) -> bool:
    """Whether a word that joins two thoughts has no counterpart."""
    old = Counter(_LINKS[word] for word in _words(before) if word in _ALWAYS_LINKS)
    new = Counter(_LINKS[word] for word in _words(after) if word in _LINKS)
    return any(new[group] < count for group, count in old.items())
