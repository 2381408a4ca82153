"""Finding glossary terms: one pass of spaCy's `PhraseMatcher`, then the entries' gates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.abbreviations import spelled_out
from plainspeak.glossary.compiled import CompiledGlossary, compiled
from plainspeak.glossary.forms import Form, key_word, words_in
from plainspeak.glossary.quotation import is_mention, quoted_in
from plainspeak.glossary.schema import Entry, Glossary, Place, Pos, Treatment
from plainspeak.language import inflection
from plainspeak.language.analysis import AnalysedBlock, Need, Text
from plainspeak.model import Block, BlockKind, MarkKind, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["Hit", "TermMatcher"]

LOOK = 9
"""How many tokens after a term its gates may look at."""

CLOSING = re.compile(r"[\s.,;:!?]*")
"""What may stand between a word and the quotation mark that closes it."""
QUOTATION_WORDS = 5
"""Fewer words in quotation marks are a term held up to look at, not what somebody said."""

UNIVERSAL = {
    Pos.NOUN: {"NOUN"},
    Pos.VERB: {"VERB", "AUX"},
    Pos.ADJECTIVE: {"ADJ"},
    Pos.ADVERB: {"ADV"},
}
GATE_POS = {
    "NOUN": {"NOUN"},
    "NAME": {"PROPN"},
    "ADJ": {"ADJ"},
    "VERB": {"VERB", "AUX"},
    "ADV": {"ADV"},
    "NUMBER": {"NUM"},
    "PRONOUN": {"PRON"},
}
REFERENCE_SECTION = re.compile(
    r"\W*(?:\d+\W+)?(?:references|bibliography|works cited|sources|citations|further reading|"
    r"endnotes|footnotes|publications cited)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hit:
    """A term found in a text, past all its entry's gates."""

    entry: Entry
    glossary: str
    block: AnalysedBlock
    start: int
    """Index in the block's `Doc` of the first token."""
    end: int
    """Index just past the last token."""
    head: int
    """Index of the token whose form changes."""
    span: Span
    """Where it is in the document's prose."""
    mention: bool
    """Talked about, not used: "the word ‘prototype’"."""
    held_up: bool
    """Alone in quotation marks: mostly talked about too."""
    fills_cell: bool
    """All that a table cell holds: a name for its row or column as often as a use."""
    quoted: bool
    """In a block quote or a quotation of several words: maybe someone else's words."""

    @property
    def text(self) -> str:
        """The words as they stand in the prose."""
        offset = self.block.offset
        return self.block.text[self.span.start - offset : self.span.end - offset]


@dataclass(frozen=True)
class _Pattern:
    entry: Entry
    glossary: str
    order: tuple[int, int]
    """Which glossary, and which of its entries: an earlier one counts."""
    head_from_end: int
    """How many tokens before the end of the match the head is; 1 is the last token."""


_Waiting = tuple[Entry, str, tuple[int, int], Form]
"""An entry, the name of its glossary, its order as in `_Pattern`, and one of its forms."""


class TermMatcher:
    """Finds the terms of some glossaries in texts that one pipeline has analysed.

    Most terms are in no text at all. So a form is looked up when its longest word turns up, and
    spaCy gets it when all its words have.
    """

    def __init__(
        self,
        nlp: Language,
        glossaries: Iterable[Glossary | CompiledGlossary],
        profile: str = "plain",
        *parents: str,
    ) -> None:
        """Prepare the patterns.

        Args:
            nlp: the pipeline whose vocabulary and tokenizer the texts share.
            glossaries: the first to hold a form of a term wins it.
            profile: only entries that count in it are used.
            *parents: the profiles that it extends; what counts in them counts too.
        """
        from spacy.matcher import PhraseMatcher

        self._nlp = nlp
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._patterns: list[_Pattern] = []
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._cased: dict[int, set[str]] = {}
        self._glossaries = tuple(
            compiled(each) if isinstance(each, Glossary) else each for each in glossaries
        )
        self._profile, self._parents = profile, parents
        self._seen: set[str] = set()
        self._seen_tokens: set[int] = set()
        """The same of tokens, as spaCy numbers words in small letters."""
        self._waiting: dict[str, list[_Waiting]] = defaultdict(list)

    def _look_up(self, word: str) -> None:
        """Take the forms with a key word, but those that an earlier glossary has."""
        taken: dict[tuple[str, Pos | None], int] = {}
        for rank, glossary in enumerate(self._glossaries):
            for number, entry in glossary.looked_up_by(word):
                if entry.counts_in(self._profile, self._parents):
                    for form in entry.forms:
                        if key_word(form.text) == word and _is_free(form, entry, rank, taken):
                            self._add_when_due((entry, glossary.name, (rank, number), form))

    def _add_when_due(self, waiting: _Waiting) -> None:
        """Give spaCy a form, or let it wait for a word that no text has had."""
        missing = words_in(waiting[-1].text) - self._seen
        if missing:
            self._waiting[min(missing)].append(waiting)
        else:
            self._add(*waiting)

    def _add(self, entry: Entry, glossary: str, order: tuple[int, int], form: Form) -> None:
        doc = self._nlp.make_doc(form.text)
        head = next(
            (token.i for token in doc if token.idx + len(token) >= form.head_end), len(doc) - 1
        )
        place = (*order, len(doc) - head)
        if place not in self._numbers:
            self._numbers[place] = len(self._patterns)
            self._patterns.append(_Pattern(entry, glossary, order, len(doc) - head))
        number = self._numbers[place]
        self._matcher.add(str(number), [doc])
        if entry.case:
            self._cased.setdefault(number, set()).add(form.text)

    def hits(self, text: Text) -> tuple[Hit, ...]:
        """The terms in a text, in order. Where terms overlap, the longest wins.

        Nothing is found in the list of references, nor inside a longer name.
        """
        found: list[Hit] = []
        skipped = reference_blocks(text)
        for block in text.blocks:
            if id(block.block) not in skipped:
                found.extend(self._in_block(text, block))
        return tuple(found)

    def _in_block(self, text: Text, block: AnalysedBlock) -> list[Hit]:
        doc = block.doc
        strings = doc.vocab.strings
        # spaCy parts some words otherwise: “_utilise_” is three tokens.
        tokens = set(doc.to_array("LOWER").tolist()) - self._seen_tokens
        self._seen_tokens |= tokens
        new = words_in(block.text).union(strings[each] for each in tokens) - self._seen
        self._seen |= new
        for word in new:
            self._look_up(word)
            for waiting in self._waiting.pop(word, ()):
                self._add_when_due(waiting)
        matches = self._matcher(doc)
        if not matches:
            return []
        quoted = block.once(quoted_in)
        official = spelled_out(block.text)
        kept: list[Hit] = []
        used: set[int] = set()
        found = [(int(strings[key]), start, end) for key, start, end in matches]
        # The longest first; of entries for the same words, the one that is written just so.
        found.sort(
            key=lambda match: (
                match[1] - match[2],
                match[1],
                self._patterns[match[0]].entry.term.lower()
                != _written(block, match[1], match[2]).lower(),
                self._patterns[match[0]].order,
            )
        )
        for number, start, end in found:
            pattern = self._patterns[number]
            if not used.isdisjoint(range(start, end)):
                continue
            if number in self._cased and _written(block, start, end) not in self._cased[number]:
                continue
            hit = _hit(block, pattern, start, end, quoted)
            if _passes(text, hit) and not _is_spelled_out(hit, official):
                kept.append(hit)
                used.update(range(start, end))
        return sorted(kept, key=lambda hit: hit.start)


def _written(block: AnalysedBlock, start: int, end: int) -> str:
    """Some tokens of a block as they stand there."""
    first, last = block.tokens[start], block.tokens[end - 1]
    return block.text[first.idx : last.idx + len(last)]


def _is_free(form: Form, entry: Entry, rank: int, taken: dict[tuple[str, Pos | None], int]) -> bool:
    """Whether no glossary of an earlier rank has the form; notes who has it now."""
    low = form.text.lower()
    # An entry for the noun leaves the verb to others; one without `pos` covers all.
    if any(taken.get((low, pos), rank) != rank for pos in (None, *(entry.pos or Pos))):
        return False
    for pos in entry.pos or (None,):
        taken[low, pos] = rank
    return True


def reference_blocks(text: Text) -> frozenset[int]:
    """The identities of blocks in sections that list references: other people's titles."""
    return text.once(_reference_blocks)


def _reference_blocks(text: Text) -> frozenset[int]:
    return frozenset(
        id(block)
        for section in text.document.sections()
        if REFERENCE_SECTION.fullmatch(section.title)
        for block in section.blocks
    )


def _hit(
    block: AnalysedBlock,
    pattern: _Pattern,
    start: int,
    end: int,
    quoted: Sequence[tuple[int, int]],
) -> Hit:
    doc = block.doc
    left, right = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    inside = block.block.quoted or any(
        a <= left and right <= b and len(block.text[a:b].split()) >= QUOTATION_WORDS
        for a, b in quoted
    )
    return Hit(
        entry=pattern.entry,
        glossary=pattern.glossary,
        block=block,
        start=start,
        end=end,
        head=end - pattern.head_from_end,
        span=Span(block.offset + left, block.offset + right),
        mention=is_mention(block.text, left, right, quoted),
        held_up=any(
            a <= left
            and right <= b
            and not block.text[a:left].strip()
            and CLOSING.fullmatch(block.text[right:b])
            for a, b in quoted
        ),
        fills_cell=block.kind is BlockKind.TABLE_CELL and start == 0 and end == len(doc),
        quoted=inside,
    )


def _passes(text: Text, hit: Hit) -> bool:
    entry = hit.entry
    doc = hit.block.doc
    tagged = bool(text.offers & Need.TAGS)
    if _cut_by_hyphen(doc, hit.start, hit.end) or _is_short_form(hit) or _in_longer_name(hit):
        return False
    if entry.pos and not _has_pos(hit, tagged):
        return False
    if _in_places(hit):
        return False
    following = hit.block.tokens[hit.end : hit.end + LOOK]
    before_ok = not entry.before or _touches(entry.before, following, tagged)
    after_ok = not entry.after or _ends_with(entry.after, doc, hit.start, tagged)
    if not before_ok or not after_ok:
        return False
    if entry.not_before and _touches(entry.not_before, following, tagged):
        return False
    if entry.not_after and _ends_with(entry.not_after, doc, hit.start, tagged):
        return False
    return not (entry.needs_near or entry.unless_near) or _company_is_right(text, hit)


def _is_spelled_out(hit: Hit, official: Sequence[tuple[int, int]]) -> bool:
    """Whether a term to replace is part of a name that a short form stands for."""
    if hit.entry.treatment is not Treatment.REPLACE or not official:
        return False
    left, right = hit.span.start - hit.block.offset, hit.span.end - hit.block.offset
    return any(
        start <= left and right <= end and right - left < end - start for start, end in official
    )


def _cut_by_hyphen(doc: Doc, start: int, end: int) -> bool:
    """Whether the match is only part of a hyphenated word: “issue” in “cross-issue”."""
    joined_before = (
        start >= 2
        and doc[start - 1].text == "-"
        and not doc[start - 1].whitespace_
        and not doc[start - 2].whitespace_
    )
    joined_after = (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
    )
    return joined_before or joined_after


def _is_short_form(hit: Hit) -> bool:
    """“AIDS” is not “aids”: capitals in a text that is not all capitals make another word."""
    words = hit.text
    return (
        words.isupper()
        and len(words) <= 6
        and not hit.entry.term.isupper()
        and not any(variant == words for variant in hit.entry.variants)
        and not hit.block.text.isupper()
    )


def _in_longer_name(hit: Hit) -> bool:
    """Whether the term is a piece of a name: “Social Care Institute”, “Stakeholder Group”."""
    doc = hit.block.doc
    if hit.block.block.kind is BlockKind.HEADING or any(c.isupper() for c in hit.entry.term):
        return False
    words = [token for token in doc[hit.start : hit.end] if token.is_alpha]
    telling = [token for token in words if len(token) > 3] or words
    if not words or not all(token.text[0].isupper() for token in telling):
        return False
    if hit.text.isupper():
        return False
    after = doc[hit.end] if hit.end < len(doc) else None
    if after is not None and _is_capitalised(after):
        return True
    before = doc[hit.start - 1] if hit.start else None
    if before is None:
        return False
    if _is_capitalised(before) and not starts_sentence(before):
        return True
    # People write nouns with a capital to show respect, but not verbs: "services like Verify".
    return Pos.VERB in hit.entry.pos and _in_running_text(hit, before)


def _in_running_text(hit: Hit, before: Token) -> bool:
    """Whether only a name can be why a word has a capital: it starts no sentence or quote."""
    return (
        not starts_sentence(hit.block.doc[hit.start])
        and not before.is_punct
        and not before.is_space
        and any(
            token.text.islower() and len(token) > 3 for token in hit.block.doc if not token.is_punct
        )
    )


def _is_capitalised(token: Token) -> bool:
    return token.text[0].isupper() and len(token) > 1 and any(c.isalpha() for c in token.text)


def starts_sentence(token: Token) -> bool:
    """Whether a word is the first of its sentence."""
    return token.i == 0 or bool(token.is_sent_start)


def _has_pos(hit: Hit, tagged: bool) -> bool:
    if not tagged:
        return False
    entry = hit.entry
    if hit.end - hit.start > 1 and Pos.VERB not in entry.pos:
        return True  # a phrase of several words is seldom another part of speech
    token = hit.block.doc[hit.head]
    wanted = set().union(*(UNIVERSAL[pos] for pos in entry.pos))
    if token.lower_.endswith("ing"):
        return _ing_has_pos(hit, token, wanted)
    if token.pos_ in wanted or _TAG_POS.get(token.tag_[:2]) in wanted:
        return True
    if token.pos_ == "PROPN" and Pos.NOUN in entry.pos:
        # Capitals make the tagger see a name: a heading, the start of a sentence, a short form.
        shouted = hit.block.kind is BlockKind.HEADING or starts_sentence(token)
        if shouted or token.text.islower() or token.text.isupper():
            return True
    if token.tag_ == "VBN" and Pos.ADJECTIVE in entry.pos and token.dep_ == "amod":
        return True
    # “Ensure …” at the start of a line can look like a noun or a name, but it can only be a verb.
    possible = inflection.possible_pos(token.lower_)
    if not possible:  # a word made up of others, or new, has no other use that we know of
        return "-" in token.text or ("VERB" in wanted and token.lower_.endswith("ed"))
    return possible <= wanted


_TAG_POS = {"VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV"}


def _ing_has_pos(hit: Hit, token: Token, wanted: set[str]) -> bool:
    """Whether a word in -ing is what the entry means: a verb, a noun (`signposting`) or neither."""
    if hit.entry.term.endswith("ing") and "NOUN" in wanted:
        return token.pos_ in {"NOUN", "VERB", "PROPN"}
    before = token.nbor(-1) if token.i else None
    if before is not None and (before.pos_ in {"DET", "ADJ"} or before.tag_ == "PRP$"):
        return bool(wanted & {"NOUN", "ADJ"}) and token.pos_ in wanted
    return token.pos_ in wanted or ("ADJ" in wanted and token.dep_ == "amod")


def _in_places(hit: Hit) -> bool:
    places = hit.entry.not_in
    if not places:
        return False
    block = hit.block.block
    return (
        (Place.HEADING in places and block.kind is BlockKind.HEADING)
        or (Place.TABLE in places and block.kind is BlockKind.TABLE_CELL)
        or (Place.QUOTATION in places and hit.quoted)
        or (Place.NAME in places and _is_name(hit))
        or (Place.LINK in places and _in_link(block, hit.span))
    )


def _is_name(hit: Hit) -> bool:
    head = hit.block.doc[hit.head]
    return head.pos_ == "PROPN" and head.text[:1].isupper() and not starts_sentence(head)


def _in_link(block: Block, span: Span) -> bool:
    return any(mark.kind is MarkKind.LINK and mark.span.contains(span) for mark in block.marks)


def _is(token: Token, word: str, tagged: bool) -> bool:
    if word in GATE_POS:
        return tagged and token.pos_ in GATE_POS[word]
    low = word.lower()
    return token.lower_ == low or (tagged and token.lemma_.lower() == low)


def _touches(words: Sequence[str], tokens: Sequence[Token], tagged: bool) -> bool:
    """Whether the tokens begin with one of the words or phrases. A hyphen between is skipped."""
    if len(tokens) and tokens[0].text in {"-", "’s", "'s"} and len(tokens) > 1:
        tokens = tokens[1:]
    for phrase in words:
        parts = phrase.split()
        if len(tokens) >= len(parts) and all(
            _is(tokens[index], part, tagged) for index, part in enumerate(parts)
        ):
            return True
    return False


def _ends_with(words: Sequence[str], doc: Doc, start: int, tagged: bool) -> bool:
    for phrase in words:
        parts = phrase.split()
        if start >= len(parts) and all(
            _is(doc[start - len(parts) + index], part, tagged) for index, part in enumerate(parts)
        ):
            return True
    return False


def _company_is_right(text: Text, hit: Hit) -> bool:
    sentence = text.sentence_at(hit.span.start) if Need.SENTENCES in text.offers else None
    around = hit.block.doc[:] if sentence is None else sentence.tokens
    tokens = [token for token in around if not hit.start <= token.i < hit.end]
    company = {token.lower_ for token in tokens} | {token.lemma_.lower() for token in tokens}
    words = around.text.lower()

    def near(phrases: Sequence[str]) -> bool:
        return any(
            _holds(words, phrase.lower()) if " " in phrase else phrase.lower() in company
            for phrase in phrases
        )

    if hit.entry.unless_near and near(hit.entry.unless_near):
        return False
    return not hit.entry.needs_near or near(hit.entry.needs_near)


def _holds(words: str, phrase: str) -> bool:
    """Whether a phrase stands among words, and not in “in careers” for “in care”."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words) is not None
