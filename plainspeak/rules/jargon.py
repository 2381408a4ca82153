"""Jargon: words that shut readers out.

Finds the words and phrases of the glossaries, in any form: “utilise”, “utilised”, “co-production”,
“coproduction”. Each entry says what to do:

- **replace**: write the plainer words instead.
- **explain**: keep the word, but say what it means where you first use it.
- **avoid**: the word hurts people or labels them, so say it another way.

A word to explain is fine if the text explains it in the same sentence or the next one. Say it in
one of these ways: “X means …”, “X is a … that …”, “X – that is, …”, “…, known as X”, “X (…)”.
A word list at the end helps too, but readers meet the word first, so explain it early. Does your
website have a page that explains words? Name it under `glossary_page`, and a link to it counts.

## Why

Readers skip words they do not know, or guess wrong. Designers’ words such as “prototype” stayed
hard for readers even after someone had explained them.

## Source

- WCAG 2.2, 3.1.3 Unusual Words.
- NHS digital service manual, “How we write”.
- plainlanguage.gov, “Avoid jargon”.
- GOV.UK style guide, “Words to avoid”.

## Example

Hard: We will utilise the hall for our meetings.

Better: We will use the hall for our meetings.

## When it is wrong

A word can be plain to your readers. Put it under `terms:` in your settings with `off`, or give
your own glossary with `--glossary`. Words you only talk about (the word “prototype”) are never more
than a suggestion. Nor are words in quotation marks, which somebody else may have said, and words
that are all there is in a table cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak.glossary.explaining.given import is_given
from plainspeak.glossary.explanations import Explanation, explanations_of, is_late
from plainspeak.glossary.matching import Hit
from plainspeak.glossary.schema import Treatment
from plainspeak.glossary.suggestion import alternatives_for, with_article
from plainspeak.language.analysis import Text
from plainspeak.model import BlockKind, Finding, MarkKind, Severity, Span
from plainspeak.rule import Need, Tools, option
from plainspeak.wording import either

SEVERITY = Severity.WARNING
NEEDS = Need.WORDS
WANTS = Need.SENTENCES | Need.PARSE

PROFILES = {
    "health": {"hint_to_explain": False},
    "easy-read": {"hint_to_explain": False, "offer_words_for_explained": True},
    "wcag": {"hint_to_explain": False},
}


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    near: int = option(1, "how many sentences after its first use a term may be explained", least=0)
    hint_to_explain: bool = option(
        True, "only hint that a term is explained nowhere: many readers may know it"
    )
    offer_words_for_explained: bool = option(
        False, "also offer plainer words for a term that the document explains"
    )
    glossary_page: tuple[str, ...] = option(
        (),
        "pages that explain words, or part of their addresses, such as “/word-list” (“*” stands "
        "for anything); a term that links to one counts as explained",
    )


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """Findings for the glossary terms in a text."""
    to_explain: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in tools.hits(text):
        if hit.entry.treatment is Treatment.EXPLAIN:
            to_explain[hit.glossary, hit.entry.term].append(hit)
        else:
            yield _word_finding(text, hit)
    linked = _links_to(text, options.glossary_page)
    for hits in to_explain.values():
        yield from _explain_findings(text, hits, linked, options)


def _word_finding(text: Text, hit: Hit) -> Finding:
    entry = hit.entry
    span, alternatives = with_article(text, hit, alternatives_for(text, hit))
    if hit.mention:
        message = f"You talk about {_the_word(hit)} here. If you use it too, say it more plainly."
    elif entry.treatment is Treatment.AVOID:
        message = " ".join(part for part in (entry.why, _write(alternatives, entry.advice)) if part)
    else:
        message = _write(alternatives, entry.advice)
    if hit.mention or hit.held_up:
        span, alternatives = hit.span, ()  # no tool may put other words into a quotation
    return _finding(hit, message, alternatives, span=span, only_hint=hit.held_up)


def _the_word(hit: Hit) -> str:
    return f"the {'phrase' if ' ' in hit.text else 'word'} “{hit.text}”"


def _write(alternatives: Sequence[str], advice: str) -> str:
    offers = either(alternatives)
    if offers and advice:
        return f"Write {offers}. {advice}"
    return f"Write {offers}." if offers else advice


def _links_to(text: Text, pages: Sequence[str]) -> list[Span]:
    """Where the words of links stand that lead to one of some pages."""
    patterns = [page.casefold().split("*") for page in pages if page.strip("* ")]
    return [
        mark.span
        for mark in (text.marks(MarkKind.LINK) if patterns else ())
        if any(_has_in_order(mark.target.casefold(), parts) for parts in patterns)
    ]


def _has_in_order(target: str, parts: Sequence[str]) -> bool:
    """Whether a target holds some parts one after the other, whatever is between them."""
    place = 0
    for part in parts:
        place = target.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def _explain_findings(
    text: Text, hits: list[Hit], linked: Sequence[Span], options: Options
) -> Iterator[Finding]:
    used = [hit for hit in hits if not hit.mention]
    if not used:
        yield _finding(
            hits[0],
            f"You talk about {_the_word(hits[0])} here. Say what it means: "
            f"“{hits[0].entry.explanation}”",
            (),
        )
        return
    running = [hit for hit in used if _runs(hit)]
    first = (running or used)[0]
    explanations = explanations_of(text, [hit.span for hit in hits])
    links = [hit.span for hit in hits if any(link.contains(hit.span) for link in linked)]
    ways = [*(explanation.span for explanation in explanations), *links]
    explained = any(not is_late(text, first.span, way, options.near) for way in ways)
    if explained or _has_ours(text, first, options.near):
        if options.offer_words_for_explained and first.entry.alternatives:
            span, offers = with_article(text, first, alternatives_for(text, first))
            yield _finding(
                first,
                f"You explain this word, but {either(offers)} may be easier still.",
                offers,
                Severity.SUGGESTION,
                span,
            )
        return
    at = explanations[0] if explanations else None
    earlier = used[0].span.start < first.span.start
    message = _explain_message(text, first, at, links[0] if links else None, earlier)
    span, offers = with_article(text, first, alternatives_for(text, first))
    hint = Severity.SUGGESTION if options.hint_to_explain and not ways else None
    held_up = all(hit.held_up for hit in used)
    yield _finding(first, message, offers, hint, span, only_hint=held_up)


MOST_IN_A_ROW = 4


def _has_ours(text: Text, first: Hit, near: int) -> bool:
    """Whether the explanation that the glossary gives stands soon enough, as it is or nearly so."""
    sentence = text.sentence_at(first.span.start) if text.offers & Need.SENTENCES else None
    if sentence is None:
        return False
    # Where a sentence has several such terms, their explanations stand one after the other.
    soon = text.sentences[sentence.number : sentence.number + near + MOST_IN_A_ROW]
    return any(is_given(each.text, first.entry.explanation) for each in soon)


def _runs(hit: Hit) -> bool:
    """Whether the term stands in running text, where an explanation can follow it."""
    return hit.block.block.kind not in {BlockKind.HEADING, BlockKind.ALT_TEXT, BlockKind.TABLE_CELL}


def _explain_message(
    text: Text, first: Hit, at: Explanation | None, link: Span | None, earlier: bool
) -> str:
    """What to say of a term that has no explanation and no link to one, or has them too late.

    Args:
        text: the analysed document.
        first: the use where the explanation should stand.
        at: the first explanation there is.
        link: the first link there is to a page that explains it.
        earlier: whether the term is in a heading, table or the like before that use.
    """
    locate = text.document.sourcemap.locate
    used = locate(first.span).line
    if link is not None and (at is None or link.start < at.span.start):
        return (
            f"You use “{first.text}” here in line {used}, but link it to the page that explains it "
            f"only later (line {locate(link).line}). Put the link here."
        )
    if at is None:
        place = "in the first sentence that uses it" if earlier else "where you first use it"
        return f"Explain “{first.text}” here, {place}. For example: “{first.entry.explanation}”"
    where = "in the word list " if at.kind == "word-list" else ""
    return (
        f"You use “{first.text}” here in line {used}, but explain it only later {where}"
        f"(line {locate(at.span).line}). Move the explanation up to here."
    )


def _finding(
    hit: Hit,
    message: str,
    suggestions: tuple[str, ...],
    severity: Severity | None = None,
    span: Span | None = None,
    *,
    only_hint: bool = False,
) -> Finding:
    own = Severity(hit.entry.severity) if hit.entry.severity else severity
    if only_hint or hit.mention or hit.fills_cell or hit.quoted:
        own = Severity.SUGGESTION
    return Finding(
        span=span or hit.span,
        message=message,
        suggestions=suggestions,
        term=hit.entry.term,
        glossary=hit.glossary,
        severity=own,
    )
