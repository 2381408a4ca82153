"""Link text: a link such as “click here” that does not say where it goes.

Finds links whose words mean nothing on their own: “click here”, “here”, “more”, “read more”, “this
page”.

## Why

Many people jump from link to link, and screen readers can list the links of a page alone. Then
“here” says nothing.

## Source

- NHS digital service manual, “Formatting”, links.
- GOV.UK style guide, “Links”.
- WCAG 2.2, 2.4.4 Link Purpose and 2.4.9 Link Purpose (Link Only).

## Example

Hard: To get the form, [click here](https://example.org/form).

Better: You can [get the form](https://example.org/form).

## When it is wrong

Never for readers who use a screen reader. Add words you want to allow under `allow` in your
settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plainspeak.language.analysis import Text
from plainspeak.model import Finding, MarkKind, Severity, Span
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.WARNING
NEEDS = Need.SENTENCES
SCOPE = "block"

PROFILES: Mapping[str, Mapping[str, object]] = {"wcag": {}}

EMPTY = re.compile(
    r"""
    (?:please\ )?(?:just\ )?
    (?: (?:(?:click|press|tap|go|look|see|read|download|available|apply|visit|found)\ )?
        (?:(?:on|over|it)\ )?(?:here|this|there)
      | (?:click|press|tap)(?:\ (?:on\ )?(?:this|the)(?:\ link)?)?
      | (?:(?:click|follow|see|use|visit|open|view|go\ to|read|download)\ (?:on\ )?)?
        (?:this|the|our)\ (?:link|page|web\ ?page|site|web\ ?site|document|url|article|post|file|
        pdf|guide|one)
      | (?:the\ |this\ )?links?
      | (?:read|see|learn|find\ out|view|show|get|know|much|and|even)?\ ?(?:the\ )?more
      | (?:for\ |read\ |see\ |get\ |find\ )?(?:more|further|additional|full)
        \ (?:info|information|details?|here)(?:\ here)?
      | details|info|continue\ reading|read\ on|download\ now|url
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
TRIM = " \n.,:;!?…»›>→)(«‹<←"


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    allow: tuple[str, ...] = option((), "words that a link may have and nothing else")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each link that does not say where it goes."""
    allowed = {words.casefold() for words in options.allow}
    for mark in text.marks(MarkKind.LINK):
        said = " ".join(text.document.text_of(mark.span).strip(TRIM).split())
        if said.casefold() in allowed or not EMPTY.fullmatch(said):
            continue
        start = mark.span.start + text.document.text_of(mark.span).find(said.split()[0])
        span = Span(start, start + len(text.document.text_of(mark.span).strip(TRIM)))
        yield Finding(
            span=span,
            message=f"“{said}” does not say where this link goes. "
            "Make the link the name of the page, or what people can do there.",
        )
