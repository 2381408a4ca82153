"""Hard word: a rare word that many readers do not know.

Finds hard words that are in no glossary, such as “perspicacious”. How hard a word is comes from
what people said of thousands of words: how rare it is, how long, how many syllables it has, and
which words it is used like. `plainspeak explain WORD` shows the number for any word, from 0 to 1.

Each word is reported once, where it is first used in running text. A document gets the hardest ones
first, up to a limit. Names and places are fine, and so are words that the document explains, words
in quotation marks, code and short forms. A word made of an easy one (“untidiness”) is as easy as
that one.

## Why

Readers skip words they do not know, or guess wrong. One unknown word can hide what to do.

## Source

- Australian Style Manual, “Easy Read”: avoid difficult words.
- W3C, “Making Content Usable”, objective 3: use clear words.
- WCAG 2.2, 3.1.3 Unusual Words.

## Example

Hard: The committee was perspicacious about our plan.

Better: The committee saw quickly what was right and wrong in our plan.

## When it is wrong

The number knows nothing of your readers. If they know a word, put it under `accept:` in your
settings. If they do not, but you need it, say what it means where you first use it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plainspeak.glossary.explanations import explanations_of
from plainspeak.glossary.matching import reference_blocks
from plainspeak.glossary.quotation import quoted_in
from plainspeak.language import hardness as scale
from plainspeak.language import words as facts
from plainspeak.language.analysis import AnalysedBlock, Text, Word
from plainspeak.model import BlockKind, Finding, MarkKind, Severity, Span
from plainspeak.rule import Need, Tools, option

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS

PROFILES = {
    "health": {"hardest": 0.42},
    "easy-read": {"hardest": 0.36, "most": 20},
    "technical": {"severity": "off", "hardest": 0.5},
    "wcag": {},
}

WORD = re.compile(r"[a-zA-Zà-ÿ]+(?:[-\u2010\u2011][a-zA-Zà-ÿ]+)*")
"""What can be looked up: no digits, dots or apostrophes."""
COMMON = 3.8
"""A word of this Zipf frequency is met every week; people know it, whatever the other features."""
STEM_COMMON = 3.5
"""The same for what a word is made of: “untidiness” of “tidy”."""
LEAST_STEM = 4
BEGINNINGS = ("un", "re", "non", "mis", "sub", "dis", "over", "under", "multi", "super", "self")
"""With one of these in front, an easy word stays easy."""
ENDINGS = {"able": True, "al": False, "ish": True, "like": False, "some": False, "y": True}
"""The same for these at the end; whether a letter may be doubled before it: “choppy”."""
EVERYDAY = frozenset(
    re.findall(
        r"\S+",
        "abbreviation acronym apostrophe beautician biro bungalow bunion canteen cardigan "
        "centimetre chiropodist creche crutch crèche cutlery denture dustbin duvet dyslexia "
        "eczema electrician fortnight fortnightly gutter hankie hob hoover hyperlink hyphen "
        "inhaler jumbled kerb leaflet lodger lollipop lorry lowercase maggot moth nappy "
        "optician penicillin postcode pram punctuation pyjamas radiator rucksack satchel "
        "sellotape serviette settee snooker stepladder sulphur tampon timescale tonne toolkit "
        "uppercase zimmer",
    )
)
"""Words that people in Britain know from school, home, work or the surgery. Those who rated words,
and most of the texts whose words were counted, are American."""
MENTIONED = re.compile(
    r"\b(?:instead of|rather than|(?:words?|terms?|phrases?)(?: like| such as)?|not use)\W*$",
    re.IGNORECASE,
)
"""Before a word that is talked about: “instead of X”, “the word X”."""
JOINS = frozenset("_/\\@#=<>{}[]|~$%^*\ufffc")
"""Next to a word, these make it a piece of code, an address or a file name."""
AMOUNT = re.compile(r"(?:\d|\b(?:hundred|thousand|million|billion))\W?\s?$")
"""Before a unit or a kind of money: “2 million krone”."""
ENGLISH = 0.75
"""A block with a lower share of words that we know is in another language."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    hardest: float = option(
        0.42, "how hard a word may be, from 0 (easy) to 1 (hard)", least=0, most=1
    )
    most: int = option(10, "the most words to report in one document, hardest first", least=1)


@dataclass
class _Found:
    """A hard word and where it stands."""

    hardness: float
    word: Word
    """The first use in running text; if there is none, the first use."""
    runs: bool
    spans: list[Span]


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each of the hardest words, where it is first used."""
    found = _hard_words(text, options.hardest, tools)
    hardest = sorted(found, key=lambda each: (-each.hardness, each.word.span.start))
    left = options.most
    for each in hardest:
        if not left:
            return
        if not explanations_of(text, each.spans):
            left -= 1
            yield Finding(span=each.word.span, message=_message(each))


def _message(found: _Found) -> str:
    uses = len(found.spans)
    advice = "Use an easier word"
    if found.word.token.pos_ == "NOUN":
        advice += ", or say what it means"
    often = f" You use it {uses} times." if uses > 1 else ""
    return f"Many readers may not know “{found.word.text}”. {advice}.{often}"


def _hard_words(text: Text, limit: float, tools: Tools) -> Iterable[_Found]:
    """The hard words of a text, by their base form."""
    skipped = reference_blocks(text)
    taken = [*(hit.span for hit in tools.hits(text)), *tools.accepted(text)]
    names = _names(text)
    found: dict[str, _Found] = {}
    for block in text.blocks:
        if id(block.block) in skipped or block.block.quoted or block.kind is BlockKind.ALT_TEXT:
            continue
        checked = False
        prose = block.text
        for word in block.words:
            if not WORD.fullmatch(word.text) or len(word.text) < LEAST_STEM:
                continue
            low = word.text.lower()
            lemma = word.token.lemma_.lower() if len(word.tokens) == 1 else low
            score = difficulty(low, lemma)
            if score < limit or low in names or not _may_be_flagged(word, block):
                continue
            if tools.is_listed(low) or tools.is_listed(lemma) or text.in_code(word.span):
                continue
            if any(span.overlaps(word.span) for span in taken):
                continue
            if not checked:
                if not _is_english(block):
                    break
                checked = True
            at, end = word.span.start - block.offset, word.span.end - block.offset
            if any(left <= at < right for left, right in block.once(quoted_in)):
                continue
            if _is_held_up(text, word.span):
                continue
            before = prose[max(0, at - 30) : at]
            if MENTIONED.search(before) or AMOUNT.search(before):
                continue
            if not JOINS.isdisjoint(prose[max(0, at - 1) : at] + prose[end : end + 1]):
                continue
            runs = block.kind is not BlockKind.HEADING and not _is_linked(text, word.span)
            if lemma not in found:
                found[lemma] = _Found(score, word, runs, [word.span])
                continue
            first = found[lemma]
            first.spans.append(word.span)
            if runs and not first.runs:
                first.word, first.runs = word, True
    return found.values()


def _is_english(block: AnalysedBlock) -> bool:
    """Whether most words of a block are ones that we know."""
    known = facts.column("dictionary")
    words = [word.text.lower() for word in block.words if word.text.isalpha()]
    familiar = sum(word in known or facts.is_easy(word) for word in words)
    return familiar >= ENGLISH * len(words)


def _is_linked(text: Text, span: Span) -> bool:
    """Whether a word is part of the words of a link, which may be the name of a page."""
    return any(True for _ in text.marks_over(span, MarkKind.LINK))


def _is_held_up(text: Text, span: Span) -> bool:
    """Whether a word stands in italics by itself: it is talked about, or foreign."""
    return any(mark.span == span for mark in text.marks_over(span, MarkKind.EMPHASIS))


def _names(text: Text) -> set[str]:
    """Words that the text mostly writes with a capital where no sentence starts: names."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for block in text.blocks:
        for place, word in enumerate(block.words):
            if word.text[:1].islower():
                small[word.text] += 1
            elif place and not word.tokens[0].is_sent_start and block.kind is not BlockKind.HEADING:
                capital[word.text.lower()] += 1
    return {word for word, count in capital.items() if count > small[word]}


def _may_be_flagged(word: Word, block: AnalysedBlock) -> bool:
    """Whether it is a word and no name, short form or piece of something else."""
    token = word.token
    if word.text.islower():
        return token.pos_ in {"NOUN", "VERB", "ADJ", "ADV"}
    # With a capital it is a word only at the start of a sentence, and with no capital after it.
    first = word.tokens[0]
    return (
        word.text[1:].islower()
        and (first.i == 0 or bool(first.is_sent_start))
        and token.pos_ in {"NOUN", "VERB", "ADJ", "ADV"}
        and not _has_capital(block, word.tokens[-1].i + 1)
    )


def _has_capital(block: AnalysedBlock, place: int) -> bool:
    doc = block.doc
    if place + 1 < len(doc) and doc[place].text == ",":
        place += 1  # “Barnum, C.” in a list of books
    after: Token | None = doc[place] if place < len(doc) else None
    return after is not None and after.text[:1].isupper()


@lru_cache(maxsize=20_000)
def difficulty(low: str, lemma: str = "") -> float:
    """How hard a word is at its easiest: as it stands, as its base form, or as what it is made of.

    Args:
        low: the word in small letters.
        lemma: its base form, if it is known.

    Returns:
        0 for a word that nothing is known of.
    """
    parts = facts.parts_of(low)
    if len(parts) > 1 and facts.zipf("".join(parts)):
        return difficulty("".join(parts))  # “co-ordination”
    if len(parts) > 1 and not facts.zipf(low):
        return max(map(difficulty, parts))
    lemma = lemma or low
    spellings = {low, lemma, lemma.removesuffix("s")}
    spellings |= {other for word in (low, lemma) for other in facts.american(word)}
    known = [each for each in spellings if each in facts.column("dictionary")]
    if not known or facts.is_easy(low) or spellings & EVERYDAY or _is_compound(lemma):
        return 0.0
    if any(facts.zipf(each) >= COMMON for each in known):
        return 0.0
    scores = [scale.hardness(each) for each in (*known, *_stems(low))]
    return min((score for score in scores if score is not None), default=0.0)


def _stems(low: str) -> Iterator[str]:
    """Well-known words that a word is plainly made of."""
    bases = [*facts.related(low)]
    for beginning in BEGINNINGS:
        if low.startswith(beginning):
            rest = low[len(beginning) :]
            bases += [rest, *facts.related(rest)]
    for ending, doubles in ENDINGS.items():
        if low.endswith(ending):
            stem = low.removesuffix(ending)
            bases += [stem, stem + "e", *([stem[:-1]] if doubles else [])]
    for base in bases:
        if len(base) >= LEAST_STEM and facts.zipf(base) >= STEM_COMMON:
            yield base


def _is_compound(word: str) -> bool:
    """Whether a word is two easy words written as one: “headband”."""
    return any(
        facts.is_easy(word[:cut]) and facts.is_easy(word[cut:]) for cut in range(3, len(word) - 2)
    )
