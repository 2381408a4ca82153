"""A document with its sentences and grammar, as rules see it.

Offsets are those of the document's prose (`model.Span`) unless a name says otherwise: spaCy's own
token offsets start again at 0 in every block, so turn them with `AnalysedBlock.span_of`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import Flag, auto
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from plainspeak.language.answers import forget, text_of, tokens_of
from plainspeak.language.boundaries import sentence_starts
from plainspeak.model import PLACEHOLDER, BlockKind, Document, Mark, MarkKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from plainspeak.model import Block

T = TypeVar("T")
A = TypeVar("A", bound="_Asked")

__all__ = [
    "UNBROKEN",
    "AnalysedBlock",
    "Need",
    "Sentence",
    "Text",
    "Word",
    "is_word",
    "words_of",
]

UNBROKEN = frozenset({BlockKind.HEADING, BlockKind.TABLE_CELL, BlockKind.ALT_TEXT, BlockKind.TERM})
"""Kinds of block that are one sentence each, whatever is in them."""


class Need(Flag):
    """What a rule asks of the language layer, and what a language model can give."""

    WORDS = auto()
    """Tokens only."""
    SENTENCES = auto()
    """Where sentences start."""
    TAGS = auto()
    """Parts of speech: `tag_`, `pos_`, `lemma_`."""
    PARSE = auto()
    """Grammar: `dep_`, `head`. Comes with tags and sentences."""


_JOINT = re.compile(
    r"""
    (?:[£$€]\s?(?=\d))?                    # a sum of money is one word
    [^\W_]                                 # a letter or digit, then
    (?: [^\W_] | [\u0300-\u036f]           #   more of them, accents,
      | (?<=\d)[.,:/](?=\d)                #   3.5  1,200  10:30  24/7
      | (?<=[^\W\d_])[.](?=[^\W\d_])(?!(?<=[a-z]{2}[.])[A-Z])   # gov.uk  Ph.D, not done.Next
      | [-\u2010\u2011'’&@°](?=[^\W_])    #   co-production  don't  A&E
    )*
    (?:%|°)?
    """,
    re.VERBOSE,
)
_REFERENCE = re.compile(r"\[[\d*†‡,;\s–-]+\]|[¹²³⁰⁴-⁹]+(?!\w)")
_CLITIC = re.compile(r"(?:['’](?:s|d|m|ll|re|ve)|n['’]t|['’])\Z", re.IGNORECASE)


class Word(NamedTuple):
    """A word as a reader counts it: `co-production` and `don't` are one each."""

    text: str
    """As written, without the punctuation around it."""
    span: Span
    """Where it is in the document's prose."""
    tokens: tuple[Token, ...]
    """The spaCy tokens it is made of; never empty."""

    @property
    def token(self) -> Token:
        """The token that carries the meaning: `production` in `co-production`, `do` in `don't`."""
        if len(self.tokens) == 1:
            return self.tokens[0]
        core = [token for token in self.tokens if is_word(token)] or list(self.tokens)
        hyphenated = any(mark in self.text for mark in "-\u2010\u2011")
        return core[-1] if hyphenated else core[0]


def is_word(token: Token) -> bool:
    """Whether a token holds a word by itself: letters or digits, and no ending such as `n't`.

    To count words use `words_of`, which also joins the parts of `co-production`.
    """
    text: str = token.text
    return any(char.isalnum() for char in text) and not _CLITIC.match(text)


def words_of(part: SpacySpan | SpacyDoc, offset: int = 0) -> list[Word]:
    """The words of a stretch of tokens as a reader counts them.

    `and/or` is two words; a reference such as `[12]`, a bullet and what stands for code or a web
    address are none.

    Args:
        part: a spaCy span or a whole block's doc.
        offset: where the block starts in the document's prose.
    """
    return _words_among(part, part.doc.text, offset)


def _words_among(part: Iterable[Token], text: str, offset: int) -> list[Word]:
    """The words of some tokens of a block.

    Args:
        part: the tokens, in order, with none left out in between.
        text: of the whole block.
        offset: where the block starts in the document's prose.
    """
    tokens = [token for token in part if not token.is_space]
    if not tokens:
        return []
    starts = [token.idx for token in tokens]
    # Nothing starts after the last, so no word goes on there.
    starts.append(len(text) + 1)
    start, end = starts[0], starts[-2] + len(tokens[-1])
    text = _REFERENCE.sub(lambda match: " " * len(match.group()), text[start:end])
    words = []
    first = 0
    for match in _JOINT.finditer(text):
        left, right = match.start() + start, match.end() + start
        # A word starts in a token, so this is the last token to start by then.
        while starts[first + 1] <= left:
            first += 1
        last = first + 1
        while starts[last] < right:
            last += 1
        words.append(
            Word(match.group(), Span(left + offset, right + offset), tuple(tokens[first:last]))
        )
    return words


class _Asked:
    """Keeps what was worked out of it, so that many rules can ask at the price of one."""

    @cached_property
    def _answers(self) -> dict[Callable[[Any], Any], Any]:
        return {}

    def once(self: A, question: Callable[[A], T]) -> T:
        """What a function says of this. It is called the first time only.

        Args:
            question: gives the same answer each time, and one that nobody changes. Not a lambda,
                which is a new function each time.
        """
        if question not in self._answers:
            self._answers[question] = question(self)
        answer: T = self._answers[question]
        return answer


@dataclass(frozen=True, eq=False)
class Sentence(_Asked):
    """A sentence of a document."""

    block: AnalysedBlock
    tokens: SpacySpan
    """Its tokens, without white space at the ends."""
    number: int
    """Counted from 0 through the whole document."""

    def __iter__(self) -> Iterator[Token]:
        """The tokens, so that a sentence can be handed to `plainspeak.language.syntax` as it is."""
        return iter(self.block.tokens[self.tokens.start : self.tokens.end])

    @cached_property
    def span(self) -> Span:
        """Where it is in the document's prose."""
        return self.block.span_of(self.tokens)

    @cached_property
    def text(self) -> str:
        """As the model read it: odd hyphens and spaces made plain."""
        return self.block.text[self.tokens.start_char : self.tokens.end_char]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words as a reader counts them."""
        shared = self.block.words_by_sentence
        if shared is not None:
            return shared[self.number - self.block.first_number]
        return tuple(_words_among(self, self.block.text, self.block.offset))

    def span_of(self, part: Token | SpacySpan | Sequence[Token]) -> Span:
        """Where tokens of this sentence are in the document's prose."""
        return self.block.span_of(part)


@dataclass(frozen=True, eq=False)
class AnalysedBlock(_Asked):
    """A block of prose and what the language model says of it."""

    block: Block
    doc: SpacyDoc
    """The block's tokens; same length as the block, offsets from 0."""
    starts: tuple[int, ...] | None
    """Indexes of the tokens that start a sentence; `None` if nobody asked for sentences."""
    first_number: int = 0
    """The number of its first sentence."""

    @property
    def offset(self) -> int:
        """Where the block starts in the document's prose."""
        return self.block.span.start

    @cached_property
    def text(self) -> str:
        """Its words as the model read them."""
        return text_of(self.doc)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, in order."""
        return tuple(tokens_of(self.doc))

    @property
    def kind(self) -> BlockKind:
        """What the block is in its document."""
        return self.block.kind

    def span_of(self, part: Token | SpacySpan | SpacyDoc | Sequence[Token]) -> Span:
        """Where a token, or a run from first token to last, is in the document's prose."""
        if hasattr(part, "idx"):
            first = last = part
        else:
            first, last = part[0], part[-1]
        return Span(self.offset + first.idx, self.offset + last.idx + len(last))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The block's sentences, in order. Each has at least one token that is not white space.

        Raises:
            ValueError: the text was analysed without `Need.SENTENCES`.
        """
        if self.starts is None:
            raise ValueError("this text was analysed without Need.SENTENCES")
        sentences = []
        tokens = self.tokens
        for number, (start, end) in enumerate(pairwise((*self.starts, len(tokens)))):
            while tokens[start].is_space:
                start += 1
            while tokens[end - 1].is_space:
                end -= 1
            sentences.append(Sentence(self, self.doc[start:end], self.first_number + number))
        return tuple(sentences)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The block's words as a reader counts them; known without sentences."""
        return tuple(_words_among(self.tokens, self.text, self.offset))

    @cached_property
    def words_by_sentence(self) -> tuple[tuple[Word, ...], ...] | None:
        """The words of each sentence; `None` where a sentence by itself has other words.

        That is so where a word or a reference could run on from one sentence to the next.
        """
        if "[" in self.text:
            return None
        groups = []
        first = 0
        for sentence in self.sentences:
            start, end = sentence.span.start, sentence.span.end
            # What a sentence by itself does not see.
            around = self.text[: start - self.offset][-1:] + self.text[end - self.offset :][:1]
            if around.strip():
                return None
            last = first
            while last < len(self.words) and self.words[last].span.start < end:
                last += 1
            if last > first and (
                self.words[first].span.start < start or self.words[last - 1].span.end > end
            ):
                return None
            groups.append(self.words[first:last])
            first = last
        return tuple(groups)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The block's words that lie wholly inside a span of the document's prose."""
        first = bisect_left(self._word_starts, span.start)
        last = bisect_left(self._word_starts, span.end)
        return tuple(word for word in self.words[first:last] if word.span.end <= span.end)

    def outermost(self, kind: MarkKind) -> Iterator[Mark]:
        """The block's markup of a kind, without what lies inside more of that kind."""
        end = -1
        for mark in self.block.marks:
            if mark.kind is kind and mark.span.end > end:
                end = mark.span.end
                yield mark


@dataclass(frozen=True, eq=False)
class Text(_Asked):
    """An analysed document."""

    document: Document
    blocks: tuple[AnalysedBlock, ...]
    """One for each block of the document, in order."""
    offers: Need
    """What is known of the text: what was asked for, as far as the language model can give it."""
    scheme: str | None
    """Labels of the grammar: `ud`, `clearnlp`, or `None` without a parser."""
    whole: Text | None = None
    """The text with all its blocks, if this one has only some of them; see `only`."""

    @classmethod
    def of(
        cls, document: Document, docs: Iterable[SpacyDoc], offers: Need, scheme: str | None
    ) -> Text:
        """Put a document and the spaCy doc of each of its blocks together."""
        blocks = []
        number = 0
        for block, doc in zip(document.blocks, docs, strict=True):
            starts = None
            if Need.SENTENCES in offers:
                starts = sentence_starts(doc, unbroken=block.kind in UNBROKEN)
            blocks.append(AnalysedBlock(block, doc, starts, number))
            number += len(starts or ())
        return cls(document, tuple(blocks), offers, scheme)

    def only(self, blocks: Iterable[AnalysedBlock]) -> Text:
        """The same document with some of its blocks, in order, for who looks at each by itself."""
        return Text(self.document, tuple(blocks), self.offers, self.scheme, self.whole or self)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order. In a whole document, `sentences[n].number == n`."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the document as a reader counts them."""
        return tuple(word for block in self.blocks for word in block.words)

    def forget(self) -> None:
        """Let go of all that was worked out of the text, once it is done with.

        Its sentences and tokens lead back to it, so its memory would only be free when Python next
        looks for such circles. What is asked again is worked out again.
        """
        parts: tuple[Text | AnalysedBlock, ...] = (self, *self.blocks)
        given = {kind: {field.name for field in fields(kind)} for kind in (Text, AnalysedBlock)}
        for part in parts:
            for name in part.__dict__.keys() - given[type(part)]:
                del part.__dict__[name]
        for block in self.blocks:
            forget(block.doc)

    @cached_property
    def _block_offsets(self) -> list[int]:
        return [block.offset for block in self.blocks]

    @cached_property
    def _sentence_offsets(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def block_at(self, offset: int) -> AnalysedBlock | None:
        """The block that holds an offset of the prose; `None` between blocks."""
        place = bisect_right(self._block_offsets, offset) - 1
        if place < 0 or offset >= self.blocks[place].block.span.end:
            return None
        return self.blocks[place]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset of the prose; `None` between sentences."""
        place = bisect_right(self._sentence_offsets, offset) - 1
        if place < 0 or offset >= self.sentences[place].span.end:
            return None
        return self.sentences[place]

    def marks(self, *kinds: MarkKind) -> Iterator[Mark]:
        """The document's markup of these kinds (all kinds if none is named), in order."""
        for block in self.blocks:
            for mark in block.block.marks:
                if not kinds or mark.kind in kinds:
                    yield mark

    def marks_over(self, span: Span, *kinds: MarkKind) -> Iterator[Mark]:
        """The markup of these kinds that touches a span."""
        block = self.block_at(span.start)
        for mark in block.block.marks if block else ():
            if (not kinds or mark.kind in kinds) and mark.span.overlaps(span):
                yield mark

    def in_code(self, span: Span) -> bool:
        """Whether any of the span is code: marked as such, or left out of the prose."""
        if PLACEHOLDER in self.document.text_of(span):
            return True
        return any(self.marks_over(span, MarkKind.CODE))

    def in_link(self, span: Span) -> bool:
        """Whether any of the span is the text of a link."""
        return any(self.marks_over(span, MarkKind.LINK))
