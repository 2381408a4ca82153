"""Unexplained abbreviation: a short form that the text does not spell out.

Finds short forms such as “RPF” that the text uses without their full words. “Repair planning form
(RPF)”, “RPF (repair planning form)”, “RPF stands for …” and an HTML `<abbr title>` all explain one.
So does a table or a list of short forms, wherever it stands. Short forms that almost everyone
knows, such as “NHS” and “UK”, are fine. So are degrees after a name, initials before one, numbers
of standards and laws (“ISO 9001”), and words in capitals to shout, such as “MUST”. The full words
of “HTML” and the like tell readers no more than the letters, so there you are asked to say what it
is. Each is reported once, where it is first used.

## Why

To those who do not know it, a short form says nothing. It also costs screen-reader users time.

## Source

- GOV.UK style guide, “Abbreviations and acronyms”: spell out what 8 in 10 people do not know.
- NHS digital service manual, “Abbreviations and acronyms”.
- WCAG 2.2, 3.1.4 Abbreviations.

## Example

Hard: Send the RPF to us by Friday.

Better: Send the repair planning form (RPF) to us by Friday.

## When it is wrong

Your readers may know a short form that others do not. List it under
`rules: unexplained-abbreviation: known:` in your settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from plainspeak.glossary import abbreviations
from plainspeak.glossary.explanations import is_late
from plainspeak.glossary.full_words import in_full
from plainspeak.glossary.matching import reference_blocks
from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.model import BlockKind, Finding, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES

PROFILES = {"technical": {"lists": ("everyday", "technical")}, "wcag": {}}

CHUNK = re.compile(r"[^\s,;()\[\]“”\"‘–—]+")
"""What stands between spaces, dashes, quotation marks or brackets."""
CHUNK_LENGTH = 60
"""What is longer is no word: a web address, a key, a row of signs."""
ADDRESS = re.compile(r"[@#\\_+=<>{}|~^$%]|//|\.[^\W_]|^[./-]|\d/|/\d")
"""Signs of a file name, web address, code or reference number."""
SHORT_FORM = re.compile(
    r"(?:(?<![^/'*])|(?<=[a-z]-))"
    r"(?P<short>[A-Z](?:&?[A-Z]){0,7}(?:-[A-Z](?:&?[A-Z]){0,7}){0,3}s?)"
    r"(?:(?:[’'](?:s\b)?|-[a-z][\w’'-]*)?[*.…:!?’']*(?=/|$))"
)
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
PLACEHOLDER = re.compile(r"(.)\1+")
"""“DD/MM/YYYY”, “XX”."""
LONG_NAME = 5
"""Few short forms have as many letters; beside other capitals it is a name in capitals."""
SHOUT_ZIPF = 3.8
SHOUT_ZIPF_OF_TWO = 6.0
"""A word as common as this in lower case (per billion words, log10) is mostly a shouted word, not a
short form. Two letters are mostly a short form, so they must be very common: DO, NO, IT."""
RARE_SHOUT_ZIPF = 2.0
"""A dictionary word with `LONG_NAME` letters is shouted even if it is as rare as this: URGENTLY."""
STRESSED_ZIPF = 4.6
"""Nouns more common than this may be stressed after “the”: “the DATE field”."""

DETERMINER = re.compile(
    r"\b(?:an?|the|this|that|these|those|each|every|any|some|our|your|their|his|her|its|my)\s$",
    re.IGNORECASE,
)
PREPOSITION = re.compile(r"\b(?:with|for|of|in|on|about|from|under)\s$", re.IGNORECASE)
NEXT_WORD = re.compile(r"\s(?P<word>[a-z][a-z’'-]+)\b")
NO_NOUN = re.compile(
    r"(?:button|key|option|link|tab|menu|icon|sign|box|field|page|screen|command|label|mark|switch)s?|"
    r"an?|the|and|or|but|if|of|in|on|at|to|for|from|with|by|as|is|are|was|were|be|has|have|had|can|"
    r"could|will|would|may|might|must|should|that|which|who|when|where|than|then|so|not|it|we|you|"
    r"they|he|she|all|any"
)
"""After a word in capitals these do not make it a short form: “the SEND button”, “the WORD of”."""

AFTER_NAME = re.compile(
    r"\b[A-Z][a-z’'-]+\s[A-Z][a-z’'-]+,?\s(?:(?:[A-Z][A-Za-z]{1,7}|\([A-Z][a-z]+\)),?\s){0,5}$"
)
POST_NOMINAL = re.compile(
    r"RGN|RMN|RNLD|RNMH|RSCN|SRN|RNT?|RM|RHV|OBE|MBE|CBE|KBE|DBE|KC|QC|JP|DL|LLB|LLM|MB|BS|MBBS|MD|DM|"
    r"DPM|BEd|MEd|MPH|MSW|CQSW|PGCE|BN|BM|MCSP|CEng|FCA|ACA|ACCA|CPFA|[FM]R[CS][A-Z]{1,4}|FRSA?|FBA"
)

NUMBERED = re.compile(r"\s(?:§+\s?)?(?!(?:19|20)\d\d\b)\d{3,}")
"""“ISO/IEC 27001”, “BS 8878”: part of the number of a standard, and no year."""
CODE = re.compile(r"\s\d+\s\d")
"""“AB 12 34 56 C”: a number with letters in it."""
INSTEAD = re.compile(r"\b(?:not|instead of|rather than) $")
"""Before a short form that readers are told to leave out: “Vice President, not VP”."""
CITED_BEFORE = re.compile(r"\b\d+\s$")
CITED_AFTER = re.compile(r"\s(?:[Pp]arts?\b|[Ss]ections?\b|§+|\d)")
"""“25 CFR Part 163”: part of the number of a law."""
INITIALS = 3
SURNAME = re.compile(r"\s(?:(?P<of>(?:de|den|der|van|von|la|le|du)\s)+)?(?P<name>[A-Z][a-z]{2,})\b")
TITLE_BEFORE = re.compile(r"\b[A-Z]{2,}\s[A-Z]{2,}\s$")
"""Two words in capitals right before make it part of a title in capitals."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    known: tuple[str, ...] = option((), "short forms that your readers know")
    lists: tuple[str, ...] = option(("everyday",), "lists of short forms that readers know")
    by_letters: tuple[str, ...] = option(
        ("technical",), "lists of short forms whose full words would tell readers no more"
    )
    near: int = option(
        1, "how many sentences after its first use a short form may be explained", least=0
    )

    def __post_init__(self) -> None:
        """Refuse a list that does not exist.

        Raises:
            ValueError: there is no such list; says which there are.
        """
        names = abbreviations.list_names()
        for name in (*self.lists, *self.by_letters):
            if name not in names:
                raise ValueError(f"there is no list “{name}”; there are {', '.join(names)}")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each short form that is not explained where it is first used."""
    known = {hit.text for hit in tools.hits(text)}  # the glossaries say more of these
    known |= {text.document.text_of(span) for span in tools.accepted(text)}
    known |= set(options.known).union(*map(abbreviations.known, options.lists))
    by_letters = frozenset().union(*map(abbreviations.known, options.by_letters))
    explained = {name: spans[0] for name, spans in _explanations(text).items()}
    listed = {abbreviations.singular(each.short) for each in abbreviations.listed(text.document)}
    first: dict[str, Span] = {}
    in_heading: dict[str, Span] = {}
    skipped = reference_blocks(text)
    for block in text.blocks:
        if id(block.block) in skipped or _shouts(block):
            continue
        target = in_heading if block.block.kind is BlockKind.HEADING else first
        for short, left in _short_forms(block.text, known, explained.keys() | listed):
            span = Span(block.offset + left, block.offset + left + len(short))
            target.setdefault(abbreviations.singular(short), span)
    for name, span in {**in_heading, **first}.items():
        at = explained.get(name)
        if name in listed:
            continue
        if at is None:
            yield _never_explained(text, span, name, _is_in(name, by_letters))
        elif is_late(text, span, at, options.near):
            line = text.document.sourcemap.locate(at).line
            yield Finding(
                span=span,
                message=f"You use “{name}” here, but give its full words only in line {line}. "
                "Give them here.",
            )


def _never_explained(text: Text, span: Span, name: str, by_letters: bool) -> Finding:
    if by_letters:
        # The full words of “HTML” or “IP” would tell readers no more than the letters.
        return Finding(
            span,
            f"Some readers may not know “{name}”. Say what it is where you first use it, or leave "
            "it out if they do not need it.",
        )
    offers = " or ".join(f"“{each}”" for each in in_full(text.document.text_of(span)))
    how = f": {offers}, if that is what you mean" if offers else ""
    return Finding(
        span,
        f"Write “{name}” in full the first time, with the short form in brackets after it{how}. If "
        "your readers know it, list it in your settings under "
        "“rules: unexplained-abbreviation: known:”.",
    )


def _explanations(text: Text) -> dict[str, list[Span]]:
    """Where the sentences give each short form its full words, by short form, in order."""
    found: dict[str, list[Span]] = {}
    for block in text.blocks:
        for definition in block.once(abbreviations.definitions_in):
            span = Span(block.offset + definition.start, block.offset + definition.end)
            first, *rest = definition.short.split()
            # “(GC RPF)” explains both; in “(EHC plan)” the rest is a word.
            for name in {definition.short, first, *filter(str.isupper, rest)}:
                found.setdefault(abbreviations.singular(name), []).append(span)
        for mark in abbreviations.marked(text.document, block.block):
            found.setdefault(abbreviations.singular(text.document.text_of(mark.span)), []).append(
                mark.span
            )
    for spans in found.values():
        spans.sort(key=lambda span: span.start)
    return found


def _shouts(block: AnalysedBlock) -> bool:
    """Whether a whole block is in capitals, so that they mark nothing."""
    letters = [c for c in block.text if c.isalpha()]
    return len(letters) > 8 and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _in_capitals(text: str, left: int, right: int) -> bool:
    """Whether it is one of several words in capitals, such as a name: “DR ROBERT EAGLESON”."""
    if TITLE_BEFORE.search(text[max(0, left - 30) : left]):
        return True
    before = re.search(r"\b([A-Z]{2,})\W{1,2}(?:AND |OF )?$", text[max(0, left - 30) : left])
    after = re.match(r"\W{1,2}(?:AND |OF )?([A-Z]{2,})\b", text[right : right + 30])
    neighbours = [found[1] for found in (before, after) if found]
    return any(max(len(word), right - left) >= LONG_NAME for word in neighbours)


def _short_forms(text: str, known: Set[str], explained: Set[str]) -> Iterator[tuple[str, int]]:
    """The short forms in a block that not everyone knows, with their offsets.

    Args:
        text: the prose of the block.
        known: the short forms that need no explanation.
        explained: those that the document gives full words for.
    """
    for chunk in CHUNK.finditer(text):
        words = chunk.group()
        if len(words) > CHUNK_LENGTH or words.islower() or ADDRESS.search(words):
            continue
        for match in SHORT_FORM.finditer(words):
            left = chunk.start() + match.start("short")
            for short, offset in _pieces(match["short"], left, known, explained):
                right = offset + len(short)
                if _is_in(short, explained) or _is_short_form(text, offset, right, *chunk.span()):
                    yield short, offset


def _pieces(
    short: str, left: int, known: Set[str], explained: Set[str]
) -> Iterator[tuple[str, int]]:
    """All of a short form such as “AB-CD”; its sides if each of them is known or explained."""
    parts = short.split("-")
    if _is_in(short, known):
        return
    if _is_in(short, explained) or not all(_is_in(part, known | explained) for part in parts):
        if any(len(abbreviations.singular(part)) > 1 for part in parts):  # “Us” is a word
            yield short, left
        return
    for part in parts:
        if not _is_in(part, known):
            yield part, left
        left += len(part) + 1


def _is_in(short: str, names: Set[str]) -> bool:
    return short in names or abbreviations.singular(short) in names


def _is_short_form(text: str, left: int, right: int, start: int, end: int) -> bool:
    """Whether capitals in a text make a short form, not a shouted word, a number or a degree.

    Args:
        text: the prose of the block.
        left: where the capitals start.
        right: where they end.
        start: where what they are joined to with a slash starts.
        end: where that ends.
    """
    name = abbreviations.singular(text[left:right])
    if ROMAN.fullmatch(name) or PLACEHOLDER.fullmatch(name) or _in_capitals(text, left, right):
        return False
    if len(name) == 1:  # “the 4 Ps of marketing”
        return False
    if INSTEAD.search(text[max(0, left - 15) : left]) and text[right : right + 1] in (".", ","):
        return False
    if _is_numbered(text, start, end) or _is_initials(name, text[end : end + 30]):
        return False
    if POST_NOMINAL.fullmatch(name) and AFTER_NAME.search(text[max(0, left - 60) : left]):
        return False
    if "-" in name:
        return not _is_compound(name)
    if not _is_word(name):
        return True
    return _has_place_of_noun(name.lower(), text[max(0, start - 12) : start], text[end : end + 30])


def _is_numbered(text: str, start: int, end: int) -> bool:
    """Whether it is part of the number of a standard or a law: “ISO 9001”, “25 CFR 163”."""
    if NUMBERED.match(text, end) or CODE.match(text, end):
        return True
    cited = CITED_BEFORE.search(text[max(0, start - 8) : start])
    return cited is not None and CITED_AFTER.match(text, end) is not None


def _is_initials(name: str, after: str) -> bool:
    """Whether capitals are a person’s initials: “FW de Klerk”, “PD James”."""
    from plainspeak.language.inflection import possible_pos

    found = SURNAME.match(after) if name.isupper() and len(name) <= INITIALS else None
    if found is None:
        return False
    return bool(found["of"]) or (len(name) < INITIALS and not possible_pos(found["name"].lower()))


def _is_word(capitals: str) -> bool:
    """Whether it is a word that can be shouted."""
    from plainspeak.language.inflection import possible_pos
    from plainspeak.language.words import zipf

    common = zipf(capitals.lower())
    if len(capitals) >= LONG_NAME and common >= RARE_SHOUT_ZIPF and possible_pos(capitals.lower()):
        return True
    return common >= (SHOUT_ZIPF if len(capitals) > 2 else SHOUT_ZIPF_OF_TWO)


def _is_compound(capitals: str) -> bool:
    """Whether capitals with hyphens are words that can be shouted: “DROP-IN”."""
    from plainspeak.language.inflection import possible_pos
    from plainspeak.language.words import zipf

    if zipf(capitals.lower()) >= RARE_SHOUT_ZIPF:
        return True
    return any(_is_word(part) and possible_pos(part.lower()) for part in capitals.split("-"))


def _has_place_of_noun(word: str, before: str, after: str) -> bool:
    """Whether a word in capitals stands where only a short form makes sense: “the SEND team”."""
    from plainspeak.language.inflection import possible_pos
    from plainspeak.language.words import zipf

    following = NEXT_WORD.match(after)
    if not word.isalpha() or not 2 < len(word) <= LONG_NAME or following is None:
        return False
    if NO_NOUN.fullmatch(following["word"]):
        return False
    kinds = possible_pos(word)
    if kinds == {"VERB"} and not word.endswith(("ed", "ing")):
        return bool(DETERMINER.search(before) or PREPOSITION.search(before))
    return (
        zipf(word) < STRESSED_ZIPF
        and kinds.isdisjoint({"ADJ", "ADV", "AUX"})
        and bool(DETERMINER.search(before))
    )
