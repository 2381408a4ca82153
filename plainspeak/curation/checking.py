"""Checking a glossary beyond its form: order, clashes, and whether what it offers is plain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.curation.sources import Source
from plainspeak.curation.trials import hits_in, profile_of
from plainspeak.glossary.schema import GATES, Entry, Pos, Treatment, order_of
from plainspeak.language.analysis import Need
from plainspeak.readability import count
from plainspeak.readability.formulas import flesch_kincaid_grade
from plainspeak.readers import read_text

if TYPE_CHECKING:
    from plainspeak.language.pipeline import Pipeline

__all__ = ["HARDEST_GRADE", "Problem", "check"]

HARDEST_GRADE = 12.0
"""The Flesch-Kincaid grade from which an explanation is hard, the term itself left out.

One sentence is little to score, so the limit is well above the grade we would like (5 to 7)."""


@dataclass(frozen=True)
class Problem:
    """Something to mend in a glossary, or (a note) to know."""

    line: int
    term: str
    field: str
    said: str
    """What is wrong and how to mend it."""
    note: bool = False
    """Whether it may stay as it is."""


def check(chosen: Source, others: Sequence[Source], pipeline: Pipeline) -> list[Problem]:
    """What to mend in a glossary whose form is right already, by line.

    Args:
        chosen: the glossary.
        others: the glossaries that are used with it.
        pipeline: the language model.
    """
    off = (*chosen.glossary.disable, *chosen.glossary.accept)
    others = [each.without(off) for each in others]
    problems = [
        *_out_of_order(chosen),
        *_clashes(chosen, others),
        *_without_examples(chosen),
        *_flagged_offers(chosen, others, pipeline),
        *_hard_explanations(chosen, pipeline),
    ]
    return sorted(problems, key=lambda problem: (problem.line, problem.note, problem.field))


def _out_of_order(chosen: Source) -> Iterator[Problem]:
    last = ""
    for number, entry in enumerate(chosen.glossary.terms):
        if order_of(entry.term) < order_of(last):
            said = f"comes before “{last}” in the alphabet; move it up"
            yield Problem(chosen.line_of(number), entry.term, "term", said)
        else:
            last = entry.term


def _clashes(chosen: Source, others: Sequence[Source]) -> Iterator[Problem]:
    """Forms that entries of two glossaries, or two entries of this one, both claim."""
    owners: dict[str, list[tuple[Source, int, Entry]]] = defaultdict(list)
    for each in (chosen, *others):
        for number, entry in enumerate(each.glossary.terms):
            for form in entry.forms:
                owners[form.text.lower()].append((each, number, entry))
    told: set[tuple[int, int]] = set()
    for written, claims in sorted(owners.items(), key=lambda item: len(item[0])):
        mine = [claim for claim in claims if claim[0] is chosen]
        for _, number, entry in mine:
            for other, place, rival in claims:
                if rival is entry or (other is chosen and place <= number):
                    continue
                if chosen.built_in and not other.built_in:
                    continue  # the user's counts, and is theirs to change
                if (id(entry), id(rival)) in told or not _compete(entry, rival):
                    continue
                told.add((id(entry), id(rival)))
                own_over_ours = other.built_in and not chosen.built_in
                end = (
                    "yours counts"
                    if own_over_ours
                    else "keep one, or say with “pos”, “before” or the like where each is meant"
                )
                said = (
                    f"“{written}” is also in {other.path.name}:{other.line_of(place)} "
                    f"(“{rival.term}”, {rival.treatment.value}); {end}"
                )
                line = chosen.line_of(number)
                yield Problem(line, entry.term, "term", said, note=own_over_ours)


def _compete(one: Entry, other: Entry) -> bool:
    """Whether both can be meant by the same words in the same place."""
    if not set(one.pos or Pos) & set(other.pos or Pos):
        return False
    if one.profiles and other.profiles and not set(one.profiles) & set(other.profiles):
        return False
    gates = [
        tuple(frozenset(getattr(entry, name)) for name in GATES if "profiles" not in name)
        for entry in (one, other)
    ]
    return gates[0] == gates[1] or not any(gates[0]) or not any(gates[1])


def _without_examples(chosen: Source) -> Iterator[Problem]:
    for number, entry in enumerate(chosen.glossary.terms):
        if not entry.examples.flag:
            said = "has no sentence under “flag”; add one in which the term must be found"
            yield Problem(chosen.line_of(number), entry.term, "examples", said, note=True)


def _flagged_offers(
    chosen: Source, others: Sequence[Source], pipeline: Pipeline
) -> Iterator[Problem]:
    """Words that plainspeak would offer and then flag."""
    offers = [
        (number, entry, field, offer)
        for number, entry in enumerate(chosen.glossary.terms)
        for field, told in (
            ("alternatives", entry.alternatives),
            ("advice", (entry.advice,)),
            ("explanation", (entry.explanation,)),
            ("why", (entry.why,)),
        )
        for offer in filter(None, told)
    ]
    read = [(offer, profile_of(entry)) for _, entry, _, offer in offers]
    glossaries = [each.glossary for each in (chosen, *others)]
    for (number, entry, field, offer), hits in zip(
        offers, hits_in(read, glossaries, pipeline), strict=True
    ):
        for hit in hits:
            own = hit.entry.term in {entry.term, *entry.variants}
            # An explanation may hold a word that is itself explained; an alternative may not.
            fine = hit.entry.treatment is Treatment.EXPLAIN and field != "alternatives"
            if not own and not fine:
                said = (
                    f"“{offer}” holds “{hit.text}”, which {hit.glossary} says to "
                    f"{hit.entry.treatment.value}; write it another way"
                )
                yield Problem(chosen.line_of(number, field), entry.term, field, said)


def _hard_explanations(chosen: Source, pipeline: Pipeline) -> Iterator[Problem]:
    told = [
        (number, entry) for number, entry in enumerate(chosen.glossary.terms) if entry.explanation
    ]
    documents = (read_text(_without_term(entry), "text", None) for _, entry in told)
    needs = Need.SENTENCES | Need.TAGS
    for text, (number, entry) in zip(pipeline.analyse(documents, needs), told, strict=True):
        grade = flesch_kincaid_grade(count(text))
        if grade is not None and grade > HARDEST_GRADE:
            said = (
                f"is hard to read (school grade {grade:.0f}, the term left out); use shorter words "
                "or fewer of them"
            )
            line = chosen.line_of(number, "explanation")
            yield Problem(line, entry.term, "explanation", said, note=True)


def _without_term(entry: Entry) -> str:
    """The explanation with a short word in place of each word of the term."""
    forms = sorted((form.text for form in entry.forms), key=len, reverse=True)
    pattern = "|".join(map(re.escape, forms))
    return re.sub(rf"\b(?:{pattern})\b", "it", entry.explanation, flags=re.IGNORECASE)
