"""Noun string: too many nouns stand in a row.

Finds more than three nouns in a row, such as “service user engagement strategy review”. Names and
words with capitals are left alone. What readers know as one thing counts as one word: a job (“team
manager”), everyday pairs (“bank account”), and terms that are in a glossary.

## Why

In a row of nouns, readers must work out how each word goes with the next. Little words, such as
“of” and “for”, tell them.

## Source

- plainlanguage.gov, “Avoid noun strings”.
- ASD-STE100 Simplified Technical English: no more than three nouns in a row.

## Example

Hard: We will start a staff care quality improvement project.

Better: We will start a project to improve how we care for staff.

## When it is wrong

Some rows of nouns are the name of a thing that your readers know. Put them under
`rules: noun-string: known:` in your settings, or in a glossary of your own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language.analysis import Text
from plainspeak.language.noun_strings import noun_strings
from plainspeak.model import Finding, Severity, Span, Spans
from plainspeak.rule import Need, Tools, option

if TYPE_CHECKING:
    from plainspeak.language.analysis import Word

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ROLES = _words(
    """
    adviser advisor agent analyst architect assistant carer chair clerk coach consultant
    coordinator co-ordinator designer developer director doctor driver engineer executive inspector
    instructor lead leader manager nurse officer operator owner practitioner president provider
    researcher secretary specialist supervisor teacher technician therapist trainer user worker
    writer
    """
)
"""With the noun before it, each of these names a person’s job or part."""


def _pairs(listed: str) -> frozenset[str]:
    return frozenset(" ".join(pair.split()) for pair in listed.split(","))


PAIRS = _pairs(
    """
    bank account, bank holiday, birth certificate, bus pass, bus stop, call centre, car park,
    city centre, credit card, customer service, data protection, debit card, domain name,
    driving licence, email address, end user, fire alarm, front end, health care, health centre,
    health service, home page, ice cream, job description, junk mail, life insurance, office hours,
    open source, operating system, opening hours, parking space, phone call, phone number,
    post code, post office, police station, seat belt, search engine, self assessment, side effect,
    side effects, source code, swimming pool, tax return, tax returns, tax year, telephone number,
    telephone numbers, text message, town centre, town hall, train station, web page, web pages,
    web site, working day, working days
    """
)
"""Two nouns that readers know as one thing."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_nouns: int = option(3, "the most nouns that may stand in a row", least=1)
    known: tuple[str, ...] = option((), "words that your readers know as the name of one thing")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each row of too many nouns."""
    terms = Spans([*(hit.span for hit in tools.hits(text)), *tools.accepted(text)])
    known = PAIRS | {each.lower() for each in options.known}
    for sentence in text.sentences:
        if sentence.block.block.quoted:
            continue
        for found in noun_strings(sentence):
            run = _whole(found)
            if len(run) <= options.max_nouns or _things(run, known, terms) <= options.max_nouns:
                continue
            span = Span(run[0].span.start, run[-1].span.end)
            yield Finding(
                span,
                f"{len(run)} nouns stand in a row here. Start with “{run[-1].text}”, and join the "
                "others to it with little words, such as “of” or “for”, or with a verb.",
            )


def _whole(run: Sequence[Word]) -> Sequence[Word]:
    """A row without a first word that goes with the one before: “open source tools”."""
    first = run[0].tokens[0]
    before = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    return run[1:] if f"{before} {first.lower_}" in PAIRS else run


def _things(run: Sequence[Word], known: frozenset[str], terms: Spans) -> int:
    """How many things a row of nouns names: what readers know as one counts once."""
    count = len(run)
    joined = False
    for first, second in pairwise(run):
        pair = Span(first.span.start, second.span.end)
        if terms.contain(pair):
            count -= 1
            continue
        # A word joins only one of its neighbours.
        joined = not joined and _is_one(first, second, known)
        count -= joined
    return count


def _is_one(first: Word, second: Word, known: frozenset[str]) -> bool:
    words = f"{first.text} {second.text}".lower()
    role = second.token.lower_
    return words in known or role in ROLES or role.removesuffix("s") in ROLES
