"""Finding jargon that no glossary has: words that a folder of documents uses far more than others.

A word counts by how much more often it stands here than in English as a whole (`wordfreq`'s Zipf
scale). A phrase counts if its words stand together more than chance would have it (pointwise
mutual information; Church and Hanks, 1990) and it is not just part of a longer phrase (the idea of
C-value; Frantzi and Ananiadou, 1996).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.glossary.abbreviations import definitions
from plainspeak.glossary.explanations import explanations_of
from plainspeak.glossary.matching import Hit, TermMatcher
from plainspeak.glossary.overrides import with_changes
from plainspeak.language import pipeline, words
from plainspeak.language.analysis import Need, Sentence, Text
from plainspeak.model import PLACEHOLDER, BlockKind, Document, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Candidate", "mine"]

MOST_WORDS = 4
LEAST_KEYNESS = 2.0
"""A hundred times as common here as in English as a whole (log10)."""
LEAST_TOGETHER = 3.0
"""Eight times as often together as chance would have it (log2)."""
COMMON = 5.2
"""Zipf frequency of words too common to make jargon of: "new", "good", "many"."""
LONGEST_EXAMPLE = 240
"""Characters; a longer sentence shows a term less well than a short one."""
STRICTEST = "easy-read"
"""The profile in which most entries count: what has an entry need not be found again."""
MOSTLY_ALONE = 1 / 3
"""The share of its uses that a term must have outside the longer term that holds it most often."""
WHOLE = 40
"""Characters; a shorter example says too little."""
ABBREVIATION_RULE = "unexplained-abbreviation"


@dataclass
class _Uses:
    count: int = 0
    documents: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    example: str = ""
    explanation: str = ""


@dataclass(frozen=True)
class Candidate:
    """A term that a glossary might want."""

    term: str
    """As it stands most often."""
    kind: str
    """`word`, `phrase` or `short form`."""
    count: int
    documents: int
    """How many documents use it."""
    score: float
    """Higher is more like jargon. Only good for sorting."""
    example: str
    """A sentence that uses it."""
    explanation: str
    """What the documents themselves say it means; empty if they do not."""

    def fields(self) -> dict[str, Any]:
        """A draft of a glossary entry, for a person to finish."""
        return {
            "term": self.term,
            "treatment": "explain",
            "explanation": self.explanation,
            "note": f"Found {self.count} times in {self.documents} of the documents.",
            "examples": {"flag": [self.example] if self.example else []},
        }


def mine(
    documents: Iterable[Document],
    settings: Settings | None = None,
    *,
    least: int = 3,
    spread: int = 2,
    most: int = 50,
) -> list[Candidate]:
    """Terms that the documents use much and no glossary has, the most telling first.

    Args:
        documents: what to look through.
        settings: whose glossaries to leave out; the defaults if left out.
        least: how often a term must come, in all.
        spread: how many documents must use it; fewer if there are not as many.
        most: how many to give.
    """
    settings = settings or Settings()
    language = pipeline.load(settings.model)
    matcher = TermMatcher(language.nlp, with_changes(settings), STRICTEST)
    found = _Finds()
    read: list[Document] = []

    def kept() -> Iterator[Document]:
        for document in documents:
            read.append(document)
            yield document

    for number, text in enumerate(language.analyse(kept(), Need.SENTENCES | Need.TAGS)):
        found.add(number, text, matcher.hits(text))
    spread = min(spread, max(1, len(read)))
    enough = {
        term: uses
        for term, uses in found.uses.items()
        if uses.count >= least and len(uses.documents) >= spread
    }
    alone = _alone(enough)
    candidates = [
        *_words(alone, found.words),
        *_phrases(alone, found),
        *_short_forms(read, settings, spread),
    ]
    candidates.sort(key=lambda each: (-each.score, each.term))
    return candidates[:most]


Term = tuple[str, ...]


class _Finds:
    """What has been counted so far. Terms are lemmas in lower case."""

    def __init__(self) -> None:
        self.uses: dict[Term, _Uses] = defaultdict(_Uses)
        self.words = 0
        self.lemmas: Counter[str] = Counter()

    def add(self, number: int, text: Text, hits: Iterable[Hit]) -> None:
        taken = [(hit.span.start, hit.span.end) for hit in hits]
        places: dict[Term, list[Span]] = defaultdict(list)
        for sentence in text.sentences:
            if sentence.block.kind is BlockKind.TABLE_CELL:
                continue
            free = _free_of(taken, sentence)
            self._count(sentence)
            for tokens in _runs(sentence.tokens, free):
                for part in _parts(tokens):
                    span = Span(sentence.span_of(part[0]).start, sentence.span_of(part[-1]).end)
                    self._note(number, text, sentence, part, span, places)
        for term, spans in places.items():
            uses = self.uses[term]
            if not uses.explanation:
                # “This …” in the next sentence is too often about something else.
                explained = [
                    each
                    for each in explanations_of(text, spans)
                    if any(each.span.contains(span) for span in spans)
                ]
                uses.explanation = (
                    " ".join(text.document.text_of(explained[0].span).split()) if explained else ""
                )

    def _count(self, sentence: Sentence) -> None:
        for token in sentence.tokens:
            if token.is_alpha:
                self.words += 1
                self.lemmas[_lemma(token)] += 1

    def _note(
        self,
        number: int,
        text: Text,
        sentence: Sentence,
        part: Sequence[Token],
        span: Span,
        places: dict[Term, list[Span]],
    ) -> None:
        term = tuple(map(_lemma, part))
        uses = self.uses[term]
        uses.count += 1
        uses.documents.add(number)
        uses.forms[" ".join([*(token.lower_ for token in part[:-1]), _lemma(part[-1])])] += 1
        places[term].append(span)
        example = " ".join(text.document.text_of(sentence.span).replace(PLACEHOLDER, "…").split())
        if sentence.block.kind is not BlockKind.HEADING and len(example) <= LONGEST_EXAMPLE:
            uses.example = min(filter(None, (uses.example, example)), key=_shows_badly)


def _shows_badly(example: str) -> tuple[bool, bool, int]:
    """What sorts examples: whole sentences first, and short ones before long ones."""
    return not example.endswith((".", "!", "?")), len(example) < WHOLE, len(example)


def _lemma(token: Token) -> str:
    return (token.lemma_ or token.text).lower()


def _free_of(taken: Sequence[tuple[int, int]], sentence: Sentence) -> Callable[[Token], bool]:
    inside = [(a, b) for a, b in taken if sentence.span.start <= a < sentence.span.end]

    def free(token: Token) -> bool:
        span = sentence.span_of(token)
        return all(span.end <= a or b <= span.start for a, b in inside)

    return free


def _runs(tokens: Iterable[Token], free: Callable[[Token], bool]) -> Iterator[list[Token]]:
    """Nouns in a row, with the adjectives in front of them; also verbs and adjectives alone."""
    run: list[Token] = []
    for token in tokens:
        usable = token.is_alpha and len(token) > 2 and not token.is_stop and free(token)
        if usable and token.tag_ in {"JJ", "NN", "NNS", "VBG"} and token.pos_ != "PROPN":
            if run and run[-1].i + 1 != token.i:
                yield run
                run = []
            run.append(token)
            continue
        if run:
            yield run
            run = []
        if usable and token.pos_ in {"VERB", "ADJ", "ADV"}:
            yield [token]
    if run:
        yield run


def _parts(run: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Each word of a run, and each stretch of it that ends in a noun."""
    for end in range(1, len(run) + 1):
        yield run[end - 1 : end]
        if run[end - 1].tag_ in {"NN", "NNS"}:
            for start in range(max(0, end - MOST_WORDS), end - 1):
                yield run[start:end]


def _alone(enough: Mapping[Term, _Uses]) -> dict[Term, _Uses]:
    """The terms that are more than a part of one longer term."""
    longest: Counter[Term] = Counter()
    for term, uses in enough.items():
        for length in range(1, len(term)):
            for start in range(len(term) - length + 1):
                part = term[start : start + length]
                longest[part] = max(longest[part], uses.count)
    return {
        term: uses
        for term, uses in enough.items()
        if uses.count - longest[term] > uses.count * MOSTLY_ALONE
    }


def _words(enough: Mapping[Term, _Uses], total: int) -> Iterator[Candidate]:
    for term, uses in enough.items():
        if len(term) > 1:
            continue
        general = words.zipf(term[0])
        if general == 0.0:  # a name, or a slip of the pen
            continue
        keyness = math.log10(uses.count / total * 1e9) - general
        if general < COMMON and keyness >= LEAST_KEYNESS - 0.5:
            yield _candidate("word", uses, keyness * math.log(1 + uses.count))


def _phrases(enough: Mapping[Term, _Uses], found: _Finds) -> Iterator[Candidate]:
    for term, uses in enough.items():
        if len(term) < 2:
            continue
        chance = math.prod(found.lemmas[word] / found.words for word in term) * found.words
        together = math.log2(uses.count / chance) / (len(term) - 1)
        rarest = min(words.zipf(word) for word in term)
        if together >= LEAST_TOGETHER and rarest < COMMON:
            yield _candidate(
                "phrase", uses, math.log(1 + uses.count) * (together / 4 + (COMMON - rarest) / 2)
            )


def _short_forms(
    documents: Sequence[Document], settings: Settings, spread: int
) -> Iterator[Candidate]:
    """Short forms that a document leaves unexplained, with the full words another one gives."""
    checker = Checker(settings.with_options(select=(ABBREVIATION_RULE,)))
    uses: dict[str, _Uses] = defaultdict(_Uses)
    full: dict[str, str] = {}
    for number, (document, report) in enumerate(
        zip(documents, checker.check_documents(documents), strict=True)
    ):
        for pair in definitions(document.prose):
            full.setdefault(pair.short, pair.long)
        for finding in report.findings:
            each = uses[finding.text]
            each.documents.add(number)
            each.count += document.prose.count(finding.text)
            each.forms[finding.text] += 1
            each.example = each.example or _line_around(document, finding.span)
    for short, each in uses.items():
        if len(each.documents) >= spread:
            if short in full:
                each.explanation = f"{short} stands for {full[short]}."
            yield _candidate("short form", each, 3 * math.log(1 + each.count))


def _line_around(document: Document, span: Span) -> str:
    start = document.prose.rfind("\n", 0, span.start) + 1
    end = document.prose.find("\n", span.end)
    line = document.prose[start : end if end >= 0 else None]
    return " ".join(line.split()) if len(line) <= LONGEST_EXAMPLE else ""


def _candidate(kind: str, uses: _Uses, score: float) -> Candidate:
    return Candidate(
        term=uses.forms.most_common(1)[0][0],
        kind=kind,
        count=uses.count,
        documents=len(uses.documents),
        score=round(score, 3),
        example=uses.example,
        explanation=uses.explanation,
    )
