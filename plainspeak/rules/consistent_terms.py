"""Consistent terms: a word explained in two ways, or a short form for two things.

Finds terms that a document explains twice, in words that have little in common. Finds short forms
that stand for two different things: “PIT” for “planning inspection team” and for “public
information team”. When you check many documents at once, it looks across them too. It says where
the first explanation is, and reports each term once.

## Why

Readers who meet a second explanation ask themselves whether it is still the same thing. Some will
think that it is not. People who plan and decide together must understand a word in the same way.

## Source

- W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”, 4.4.1: do not
  give words a new meaning.
- plainlanguage.gov, “Minimize definitions” and “Avoid ambiguity”: use one term for one thing.

## Example

Hard: Write to the planning inspection team (PIT). The public information team (PIT) helps too.

Better: Write to the planning inspection team (PIT). The public information team helps too.

## When it is wrong

You may want to say a thing again in easier words. Two explanations close to each other are fine:
see `near`. plainspeak cannot know that two sentences mean the same, so it only suggests to make
them alike. To allow a second meaning, put the comment `plainspeak: ignore-next consistent-terms`
before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainspeak.glossary import abbreviations
from plainspeak.glossary.explanations import explanations_of
from plainspeak.glossary.matching import Hit, reference_blocks
from plainspeak.glossary.meanings import (
    are_apart,
    content,
    is_defining,
    is_spelling_out,
    same_full_words,
)
from plainspeak.glossary.schema import Treatment
from plainspeak.language.analysis import Text
from plainspeak.model import Finding, Note, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES
WANTS = Need.TAGS | Need.PARSE

QUOTED_WORDS = 12
"""How much of an earlier explanation a message repeats."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    near: int = option(
        5, "explanations with this many sentences or fewer between them count as one", least=0
    )


@dataclass(frozen=True)
class Meaning:
    """What a text says that a term means, or a short form stands for."""

    name: str
    """The term or short form."""
    glossary: str
    """The glossary the term is in; empty for a short form."""
    words: str
    sentence: int

    @classmethod
    def of(cls, note: Note) -> Meaning:
        """The meaning that a note was made of."""
        return cls(*note.data)

    @property
    def key(self) -> tuple[str, str]:
        """What must be the same for two meanings to be compared."""
        return self.glossary, self.name

    def note(self, span: Span) -> Note:
        """A note of the meaning, which stands at a span."""
        return Note(span, (self.name, self.glossary, self.words, self.sentence))


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each term that one document gives two meanings."""
    for notes in _by_key(note(text, options, tools)).values():
        for place, one in enumerate(notes):
            if place and all(_differ(one, other, options.near) for other in notes[:place]):
                line = text.document.sourcemap.locate(notes[0].span).line
                yield _finding(one, notes[0], f"in line {line}")
                break


def note(text: Text, options: Options, tools: Tools) -> Iterator[Note]:
    """Every meaning that a document gives, in order."""
    yield from text.once(_Meanings(tools))


def compare(notes: Sequence[Sequence[Note]], options: Options) -> Iterator[tuple[int, Finding]]:
    """A finding for each term to which a later document gives another meaning than earlier ones."""
    earlier: dict[tuple[str, str], list[Note]] = {}
    reported: set[tuple[str, str]] = set()
    for number, document in enumerate(notes):
        for key, own in _by_key(document).items():
            known = earlier.get(key, [])
            if (
                known
                and key not in reported
                and all(_differ(one, other) for one in own for other in known)
            ):
                first = known[0]
                line = f", line {first.location.line}" if first.location else ""
                yield number, _finding(own[0], first, f"in {first.path}{line}")
                reported.add(key)
            earlier.setdefault(key, []).extend(own)


@dataclass(frozen=True)
class _Meanings:
    """A question that a text answers once for the same tools: `check` and `note` both ask it."""

    tools: Tools

    def __call__(self, text: Text) -> tuple[Note, ...]:
        found = [*_short_forms(text, self.tools), *_terms(text, self.tools.hits(text))]
        return tuple(sorted(found, key=lambda each: each.span.start))


def _by_key(notes: Iterable[Note]) -> dict[tuple[str, str], list[Note]]:
    groups: dict[tuple[str, str], list[Note]] = {}
    for each in notes:
        groups.setdefault(Meaning.of(each).key, []).append(each)
    return groups


def _differ(one: Note, other: Note, near: int | None = None) -> bool:
    """Whether two notes of one term give it two meanings.

    Args:
        one: a note.
        other: another.
        near: how many sentences must be between two explanations in one document.
    """
    first, second = Meaning.of(one), Meaning.of(other)
    if not first.glossary:
        return not same_full_words(first.words, second.words)
    if near is not None and abs(first.sentence - second.sentence) <= near + 1:
        return False
    name = content(first.name)
    return are_apart(content(first.words) - name, content(second.words) - name)


def _finding(one: Note, first: Note, where: str) -> Finding:
    meaning = Meaning.of(one)
    before = _cut(Meaning.of(first).words)
    if not meaning.glossary:
        return one.finding(
            f"“{meaning.name}” is short for these words here, but for “{before}” {where}. Keep it "
            "for one of them, and write the other in full each time."
        )
    return one.finding(
        f"You explain “{meaning.name}” here in other words than {where} (“{before}”). If you mean "
        "the same, say it in the same words. If not, use another name for one of them.",
        term=meaning.name,
        glossary=meaning.glossary,
    )


def _cut(words: str) -> str:
    """The start of an explanation, to know it by."""
    kept = words.split()
    return " ".join(kept[:QUOTED_WORDS]) + ("…" if len(kept) > QUOTED_WORDS else "")


def _short_forms(text: Text, tools: Tools) -> Iterator[Note]:
    """The full words that a document gives for each short form."""
    accepted = {text.document.text_of(span) for span in tools.accepted(text)}
    for short, long, span in _spelled_out(text):
        name = abbreviations.singular(short.split()[0])
        if is_spelling_out(short, long) and name not in accepted:
            yield Meaning(name, "", long, 0).note(span)


def _spelled_out(text: Text) -> Iterator[tuple[str, str, Span]]:
    """Short forms, their full words, and the words to point at."""
    skipped = reference_blocks(text)
    for block in text.blocks:
        if id(block.block) in skipped or block.block.quoted:
            continue
        for each in block.once(abbreviations.definitions_in):
            long = each.long.rstrip(" *†‡")
            start = block.offset + each.long_start
            yield each.short, long, Span(start, start + len(long))
        for mark in abbreviations.marked(text.document, block.block):
            yield text.document.text_of(mark.span), mark.target, mark.span
    for each in abbreviations.listed(text.document):
        yield each.short, each.long, Span(each.long_start, each.long_start + len(each.long))


def _terms(text: Text, hits: Sequence[Hit]) -> Iterator[Note]:
    """The plain definitions that a document gives of each glossary term."""
    groups: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        if hit.entry.treatment is Treatment.EXPLAIN and not hit.quoted:
            groups.setdefault((hit.glossary, hit.entry.term), []).append(hit)
    for (glossary, term), same in groups.items():
        uses = [hit.span for hit in same]
        for each in explanations_of(text, uses):
            # What spells out a short form is noted as such.
            if is_defining(text, each, uses) and not is_spelling_out(term, each.gloss):
                span = each.gloss_span or next(use for use in uses if each.span.contains(use))
                yield Meaning(term, glossary, each.gloss, each.sentence).note(span)
