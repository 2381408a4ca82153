"""Whether two places of a text, or of two texts, say the same of a term or short form.

Who says “no” here says it to a writer, so all is narrow: only plain definitions count (“X means
…”, “X is a … that …”), and only what shares hardly a word is different. What `explanations` takes
for good enough to spare the reader a complaint is often no definition.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from plainspeak.glossary.explanations import Explanation
from plainspeak.language.analysis import Text
from plainspeak.language.inflection import lemma_of, possible_pos
from plainspeak.language.spelling import british
from plainspeak.language.words import zipf
from plainspeak.model import Span

__all__ = ["are_apart", "content", "is_defining", "is_spelling_out", "same_full_words"]

_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an the this that these those it its they them their he she his her him you your "
        "yours we us our i me my and or but nor if so as than then of to in on at by for from "
        "with without into onto about between through during under over up down out off per via "
        "within is are was were be been being am do does did done have has had having can could "
        "will would may might must should shall not no who whom whose which what when where why "
        "how there here also only just very more most much many some any all each every both such "
        "other another own same e g i eg ie etc s t d ll re ve m "
        # These carry so little that they make no two explanations alike or different.
        "people person persons someone somebody anyone anybody everyone individual individuals one "
        "ones thing things something way ways kind kinds type types sort sorts get gets getting "
        "make makes making use uses used using",
    )
)
_PARTS = re.compile(r"[^\W\d_]+(?:['’](?=s\b))?")
_FOREIGN = frozenset(re.findall(r"\w+", "de du des d la le les l et von der und y del di da"))

# --- What defines ---

_OPENING = re.compile(
    r"\W*(?:(?:the|an?)\b\W*)?(?:(?:word|term|phrase|idea of)\b\W*)?", re.IGNORECASE
)
_OPENING_OF_KIND = re.compile(r"\W*(?:an?\b\W*)?", re.IGNORECASE)
_WE_SAY = re.compile(
    r"\W*(?:by|when we (?:say|use|talk about|speak of|refer to))\b\W*(?:the\b\W*)?"
    r"(?:(?:word|term|phrase)\b\W*)?(?:an?\b\W*)?",
    re.IGNORECASE,
)
_SHORT = r"[’”\"']?(?:\s\([A-Z][\w&-]{1,9}\))?,?\s"
_MEANS = re.compile(
    _SHORT + r"(?:(?:simply|just|basically|here) )?(?:means?|refers? to|stands? for|describes?|"
    r"(?:is|are) (?:defined|described) as|(?:is|are) used to (?:mean|describe)|"
    r"(?:is|are) (?:the|an?|our) (?:word|name|term|phrase) for|"
    r"(?:is|are) the (?:\w+ )?idea that)\W*(?:that is\W*)?",
    re.IGNORECASE,
)
_IT_MEANS = re.compile(
    rf"\W*(?:it|they|(?:the|this) (?:word|term|phrase)){_MEANS.pattern}", re.IGNORECASE
)
_WE_MEAN = re.compile(r"[’”\"']?,?\s(?:we|i) mean\W*", re.IGNORECASE)
_IS = re.compile(_SHORT + r"(?:(?:is|are)|[’']s)\s(?:(?:simply|just|basically) )?", re.IGNORECASE)
_COLON = re.compile(r"[’”\"']?(?::|\s[–—-])\s")
_BRACKET = re.compile(r"[’”\"']?\s\(")
_THAT_IS = re.compile(r"[’”\"']?(?:,|;|\s[–—-])\s(?:that is|i\.?e\.?),?\s", re.IGNORECASE)
_NAMED = re.compile(r"\s(?:is|are) (?:called|known as)\W*(?:an?\b\W*)?", re.IGNORECASE)
_KIND = re.compile(r"(?:an?|someone|somebody|anyone|people)\s", re.IGNORECASE)
_KIND_OR_DEED = re.compile(rf"{_KIND.pattern}|\w{{2,}}ing\s", re.IGNORECASE)
# What comes of a thing is not what it is: "direct payments mean you choose who helps you".
_OUTCOME = re.compile(r"(?:that )?(?:you|your|we|our|they|it|there)\b", re.IGNORECASE)
_SAID_BY_OTHERS = re.compile(r"\(\w[^()]*\b(?:19|20)\d\d\w?\)|\[\d+\]")
_QUOTES = "“”‘\"'"


def is_defining(text: Text, explanation: Explanation, uses: Iterable[Span]) -> bool:
    """Whether an explanation is a plain definition in the document's own words.

    Args:
        text: the document.
        explanation: one that `explanations_of` found.
        uses: every place where the term stands.
    """
    at = explanation.gloss_span
    if explanation.kind != "sentence" or at is None:
        return True
    sentence = text.sentences[explanation.sentence]
    prose = text.document.prose
    if sentence.block.block.quoted or _SAID_BY_OTHERS.search(prose[at.start : sentence.span.end]):
        return False
    if at.start and set(prose[at.start - 1 : at.start + 1]) & set(_QUOTES):
        return False  # somebody else's words
    inside = [use for use in uses if sentence.span.contains(use)]
    for use in inside:
        if use.end <= at.start:
            before = prose[sentence.span.start : use.start]
            defines = _defines_after(before, prose[use.end : at.start], explanation.gloss)
        else:
            named = _NAMED.fullmatch(prose[at.end : use.start])
            defines = bool(named) and bool(_KIND_OR_DEED.match(explanation.gloss))
        if defines:
            return True
    # "Reciprocity is at the heart of our work. It means …"
    before = prose[sentence.span.start : at.start]
    return (
        not inside and bool(_IT_MEANS.fullmatch(before)) and not _OUTCOME.match(explanation.gloss)
    )


def _defines_after(before: str, between: str, gloss: str) -> bool:
    """Whether a gloss is a definition of the term that stands earlier in its sentence."""
    if _WE_SAY.fullmatch(before) and _WE_MEAN.fullmatch(between):
        return True
    if _OPENING.fullmatch(before) and _MEANS.fullmatch(between):
        return not _OUTCOME.match(gloss)
    if _OPENING_OF_KIND.fullmatch(before):
        if _IS.fullmatch(between):
            return True
        if _COLON.fullmatch(between):
            return bool(_KIND.match(gloss))
    aside = _BRACKET.fullmatch(between) or _THAT_IS.fullmatch(between)
    return bool(aside) and bool(_KIND_OR_DEED.match(gloss))


# --- What is the same ---

_LEAST_WORDS = 2
"""With fewer telling words, an explanation may be a slip of ours."""
_STEM = 5
"""Words that start with as many letters alike are taken for relatives: “program”, “programming”."""


def content(words: str) -> frozenset[str]:
    """The telling words of an explanation or of full words, in small letters."""
    found = (match.group().rstrip("'’") for match in _PARTS.finditer(words.lower()))
    return frozenset(word for word in found if word not in _SMALL and len(word) > 1)


def are_apart(one: Collection[str], other: Collection[str]) -> bool:
    """Whether the telling words of two explanations are so different that readers may wonder.

    One third of the shorter one in common is enough for some doubt, and in doubt they are the same.
    """
    least = min(len(one), len(other))
    if least < _LEAST_WORDS:
        return False
    fewer, more = sorted((one, other), key=len)
    return 3 * sum(_is_among(word, more) for word in fewer) < least


def same_full_words(one: str, other: str) -> bool:
    """Whether two strings of full words differ only in spelling, form, order and small words.

    If one has all the words of the other, a piece of it was lost on the way, or added to tell more.
    """
    first, second = content(one), content(other)
    return all(_is_among(word, second) for word in first) or all(
        _is_among(word, first) for word in second
    )


def is_spelling_out(short: str, long: str) -> bool:
    """Whether full words give a short form letter by letter, in English, and nothing is left over.

    “National Institute for Health and Care Excellence” does not give “NICE” in this strict sense.
    """
    words = _PARTS.findall(long.lower())
    telling = [word for word in words if word not in _SMALL]
    if len(telling) < 2 or words[0] in _SMALL or not _FOREIGN.isdisjoint(words):
        return False
    if not all(word.isascii() and zipf(word) for word in telling):
        return False
    letters = iter(short.lower())
    if not long.lower().startswith(short[:1].lower()):
        return False
    return all(any(letter == word[0] for letter in letters) for word in telling)


def _is_among(word: str, others: Iterable[str]) -> bool:
    return any(_are_forms(word, other) for other in others)


@lru_cache(maxsize=4096)
def _are_forms(one: str, other: str) -> bool:
    """Whether two words are forms or relatives of one word: “share” and “sharing”."""
    if not _bases(one).isdisjoint(_bases(other)):
        return True
    letters = min(len(one), len(other), _STEM)
    return letters >= _STEM - 1 and one[:letters] == other[:letters]


@lru_cache(maxsize=4096)
def _bases(word: str) -> frozenset[str]:
    kinds = possible_pos(word)
    return frozenset(british(lemma_of(word, kind)) for kind in kinds) | {british(word)}
