"""Trying a glossary: does every entry do what its examples say?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.config import PROFILES
from plainspeak.glossary.matching import Hit, TermMatcher
from plainspeak.glossary.schema import Entry, Glossary
from plainspeak.language.analysis import Need
from plainspeak.readers import read_text

if TYPE_CHECKING:
    from plainspeak.language.pipeline import Pipeline

__all__ = ["Trial", "hits_in", "profile_of", "trials"]

_NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE


@dataclass(frozen=True)
class Trial:
    """One example and what came of it."""

    number: int
    """Which entry of the glossary, from 0."""
    entry: Entry
    sentence: str
    wanted: bool
    """Whether the term should be found."""
    found: bool

    @property
    def right(self) -> bool:
        """Whether the example came out as it should."""
        return self.wanted == self.found


def profile_of(entry: Entry) -> str:
    """The first profile that an entry counts in."""
    names = (*PROFILES, *entry.profiles)
    return next((name for name in names if entry.counts_in(name)), PROFILES[0])


def hits_in(
    sentences: Sequence[tuple[str, str]], glossaries: Sequence[Glossary], pipeline: Pipeline
) -> Iterator[tuple[Hit, ...]]:
    """The terms found in each sentence.

    Args:
        sentences: each with the profile to read it in.
        glossaries: the first wins.
        pipeline: the language model.
    """
    matchers = {
        profile: TermMatcher(pipeline.nlp, glossaries, profile)
        for profile in {profile for _, profile in sentences}
    }
    documents = (read_text(sentence, "text", None) for sentence, _ in sentences)
    texts = pipeline.analyse(documents, _NEEDS)
    for text, (_, profile) in zip(texts, sentences, strict=True):
        yield matchers[profile].hits(text)


def trials(glossary: Glossary, pipeline: Pipeline) -> list[Trial]:
    """Try every example of a glossary, on its own: no other glossary has a say.

    Where a term has an entry for each of its senses, the one with the example must find it. A
    sentence under “fine” must be fine for all of them.
    """
    examples = [
        (number, entry, sentence, wanted)
        for number, entry in enumerate(glossary.terms)
        for wanted, sentences in ((True, entry.examples.flag), (False, entry.examples.fine))
        for sentence in sentences
    ]
    read = [(sentence, profile_of(entry)) for _, entry, sentence, _ in examples]
    found = []
    for (number, entry, sentence, wanted), hits in zip(
        examples, hits_in(read, [glossary], pipeline), strict=True
    ):
        finders = [hit.entry for hit in hits if hit.entry.term == entry.term]
        if wanted and finders and not any(each is entry for each in finders):
            finders = [entry] if _finds(entry, sentence, pipeline) else []
        found.append(Trial(number, entry, sentence, wanted, bool(finders)))
    return found


def _finds(entry: Entry, sentence: str, pipeline: Pipeline) -> bool:
    """Whether an entry finds its term, if no other for the same words is there."""
    alone = Glossary(name="alone", terms=(entry,))
    (hits,) = hits_in([(sentence, profile_of(entry))], [alone], pipeline)
    return bool(hits)
