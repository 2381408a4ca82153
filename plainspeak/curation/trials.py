"""Trying a glossary: does every entry do what its examples say?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.config import PROFILES
from plainspeak.glossary.matching import Hit, TermMatcher
from plainspeak.glossary.schema import GATES, Entry, Glossary, Pos
from plainspeak.language.analysis import Need
from plainspeak.readers import read_text
from plainspeak.wording import either

if TYPE_CHECKING:
    from plainspeak.language.pipeline import Pipeline

__all__ = ["Trial", "hits_in", "profile_of", "trials", "why_not_found"]

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


def why_not_found(trial: Trial, pipeline: Pipeline) -> str:
    """Why a term is not found in an example where it should be, and what to do."""
    entry, sentence = trial.entry, trial.sentence
    stands = next((words for words in _forms(entry) if _stands_in(words, sentence)), "")
    if not stands:
        return (
            f"no form of it stands there; it is found as {either(_forms(entry)[:MOST_FORMS])}. "
            "Write one of these, or add what you mean under “variants”"
        )
    for field in ("pos", *GATES):
        if getattr(entry, field) and _finds(
            entry.model_copy(update={field: ()}), sentence, pipeline
        ):
            if field == "pos":
                return (
                    f"“{stands}” is there, but plainspeak does not take it for "
                    f"{_one_of(entry.pos)}. Try another sentence; or take out “pos”, and any part "
                    "of speech is found"
                )
            return f"“{stands}” is there, but “{field}” keeps it out. Mend one of the two"
    return f"“{stands}” is there, but more than one of its fields keeps it out. Mend them"


MOST_FORMS = 6


def _forms(entry: Entry) -> list[str]:
    return sorted({form.text for form in entry.forms})


def _stands_in(words: str, sentence: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence, re.IGNORECASE))


def _one_of(parts: Sequence[Pos]) -> str:
    """`a verb`, `a noun or verb`, `an adverb`."""
    names = " or ".join(part.value for part in parts)
    return f"{'an' if names[0] == 'a' else 'a'} {names}"


def _finds(entry: Entry, sentence: str, pipeline: Pipeline) -> bool:
    """Whether an entry finds its term, if no other for the same words is there."""
    alone = Glossary(name="alone", terms=(entry,))
    (hits,) = hits_in([(sentence, profile_of(entry))], [alone], pipeline)
    return bool(hits)
