"""What a check keeps of a document, so that the next one need not do again what has not changed.

Three things are kept of every block, each with a short name for all that it depends on: what the
language model said, what the rules that look at one block at a time found (`Rule.by_block`), and
what the guard said of new sentences. Whatever has its name in the next check is taken from here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from plainspeak.glossary.matching import Hit, reference_blocks
from plainspeak.language.analysis import AnalysedBlock, Text
from plainspeak.language.readings import Readings, digest, readings_of
from plainspeak.model import Document, Finding, Span
from plainspeak.plain_data import made_of, plain
from plainspeak.rewriting.verdicts import Verdicts

if TYPE_CHECKING:
    from spacy.vocab import Vocab

__all__ = ["Memory", "Recollection"]


class Memory(Protocol):
    """Where a checker keeps what it knows of documents.

    What is kept holds good for the same settings, glossaries, rules, language model and version of
    plainspeak only. A memory that outlives any of these must forget it.
    """

    def recall(self, document: Document) -> Mapping[str, Any] | None:
        """What was kept of the document before, unharmed; `None` if there is nothing.

        The document may have changed since: this is what a memory is for.
        """
        ...

    def keep(self, document: Document, known: Mapping[str, Any]) -> None:
        """Keep this of a document, in place of what was kept before.

        Args:
            document: as it is now.
            known: dicts with `str` keys, lists, `str`, `int` and `None`: what JSON can hold.
        """
        ...


class Recollection:
    """What is known of one document, from before and from this check."""

    def __init__(self, known: Mapping[str, Any], vocab: Vocab) -> None:
        """Take what `known` made; an empty mapping for a document never seen."""
        self.readings = Readings(known.get("readings", {}), vocab)
        self.verdicts = Verdicts(known.get("verdicts", {}))
        self._rules = frozenset(known.get("rules", ()))
        self._blocks: Mapping[str, Mapping[str, Any]] = known.get("blocks", {})

    def look_at(self, text: Text, hits: Iterable[Hit], accepted: Iterable[Span]) -> None:
        """Turn to the analysed document, to see which of its blocks are new.

        Args:
            text: the document.
            hits: the glossary terms in it.
            accepted: where words stand that the user accepts.
        """
        self._text = text
        self._keys = dict(zip(text.blocks, _keys(text, hits, accepted), strict=True))
        self._new = text.only(b for b in text.blocks if self._keys[b] not in self._blocks)
        self._complete: set[str] = set()
        self._found: dict[str, dict[str, list[Any]]] = {key: {} for key in self._keys.values()}

    def findings(self, rule: str, check: Callable[[Text], Iterable[Finding]]) -> Iterator[Finding]:
        """The findings of a rule that looks at one block at a time.

        Args:
            rule: its id.
            check: finds them in a text. It is given the new blocks only, unless the rule has not
                seen the others.
        """
        if rule not in self._rules:
            yield from self._noted(rule, check(self._text))
            return
        try:
            found = list(check(self._new))
        # What a rule said before it broke is worth having, but only all of the text can show it.
        except (Exception, SystemExit):
            yield from check(self._text)
            return
        yield from self._noted(rule, found)
        for block, key in self._keys.items():
            rows = self._blocks.get(key, {}).get(rule)
            if rows:
                self._found[key][rule] = rows
                yield from (_shifted(made_of(Finding, row), block.offset) for row in rows)

    def _noted(self, rule: str, found: Iterable[Finding]) -> Iterator[Finding]:
        """The same findings, written down for the next check."""
        noted: dict[AnalysedBlock, list[Any]] = defaultdict(list)
        local = True
        for finding in found:
            yield finding
            block = self._text.block_at(finding.span.start)
            if block is None or not all(map(block.block.span.contains, _places(finding))):
                local = False
            elif local:
                noted[block].append(plain(_shifted(finding, -block.offset)))
        if local:
            self._complete.add(rule)
            # Blocks that say the same have one name, and the same findings.
            for block, rows in noted.items():
                self._found[self._keys[block]][rule] = rows

    def known(self) -> dict[str, Any]:
        """What to keep of the document, once all has been asked."""
        return {
            "readings": readings_of(self._text.blocks),
            "rules": sorted(self._complete),
            "blocks": self._found,
            "verdicts": self.verdicts.known(),
        }


def _keys(text: Text, hits: Iterable[Hit], accepted: Iterable[Span]) -> Iterator[str]:
    """For each block, a short name for all that a rule may know of it."""
    terms: dict[AnalysedBlock, list[object]] = defaultdict(list)
    for hit in hits:
        entry = hit.entry
        named = (entry.term, entry.pos, entry.treatment.value, hit.glossary)
        terms[hit.block].append((*_from(hit.block.offset, hit.span), *named))
    spans = tuple(accepted)
    references = reference_blocks(text)
    for each in text.blocks:
        block, offset = each.block, each.offset
        place = (block.kind.value, block.level, block.quoted, id(block) in references)
        marks = [(m.kind.value, *_from(offset, m.span), m.target) for m in block.marks]
        first = bisect_right(spans, block.span.start, key=lambda span: span.end)
        last = bisect_left(spans, block.span.end, key=lambda span: span.start)
        own = [_from(offset, span) for span in spans[first:last]]
        yield digest(repr((text.document.text_of(block), place, marks, terms[each], own)))


def _places(finding: Finding) -> tuple[Span, ...]:
    return (finding.span, *finding.also)


def _from(offset: int, span: Span) -> tuple[int, int]:
    return span.start - offset, span.end - offset


def _shifted(finding: Finding, by: int) -> Finding:
    """A finding with its places counted from somewhere else: the start of its block, say."""
    first, *others = (Span(*_from(-by, span)) for span in _places(finding))
    return replace(finding, span=first, also=tuple(others))
