"""From findings to fixes: drafts, the guard, and whole sentences written anew."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from urllib.parse import unquote

from plainspeak.glossary.matching import Hit
from plainspeak.language.analysis import Need, Sentence, Text
from plainspeak.model import Block, BlockKind, Document, Edit, Finding, Fix, Proposal, Safety, Span
from plainspeak.rewriting.draft import Draft, Fact, Scene, changed
from plainspeak.rewriting.guard import Case, Verdict, examine
from plainspeak.rewriting.in_step import Task
from plainspeak.rewriting.kinds import kinds_for
from plainspeak.rewriting.placing import edits_of
from plainspeak.rewriting.samples import holds_sample, in_sample
from plainspeak.rewriting.verdicts import Verdicts, verdict_key
from plainspeak.rule import Tools
from plainspeak.sourcemap import Segment, SourceMap

__all__ = ["Rewriter", "Rewriting"]

MOST_TOKENS = 200
"""In a longer sentence nothing is written anew: its grammar cannot be trusted, and reading all of
it again for each finding would take minutes."""


@dataclass(frozen=True)
class Rewriting:
    """What became of a document's findings."""

    findings: tuple[Finding, ...]
    """All of them, with a fix where there is one."""
    proposals: tuple[Proposal, ...]
    """Sentences written anew, in order of place."""
    refused: Counter[str]
    """How often the guard refused a draft, by reason."""


@dataclass(frozen=True)
class _Candidate:
    """A draft that can be made in the file, and whose it is."""

    draft: Draft
    edits: tuple[Edit, ...]
    sentence: Sentence
    kinds: tuple[str, ...]
    rules: tuple[str, ...]
    finding: tuple[int, int] | None
    """Which finding it mends, and at which of its places; `None` for several findings."""

    def after(self, prose: str) -> str:
        """What becomes of the sentence."""
        return changed(prose, self.sentence.span, self.draft.changes)


class Rewriter:
    """Finds fixes for the findings of documents that one pipeline has analysed."""

    def __init__(
        self,
        terms: Callable[[Text], tuple[Hit, ...]],
        *,
        unsafe: bool = True,
    ) -> None:
        """Keep what the guard needs.

        Args:
            terms: finds the glossary terms in a text.
            unsafe: whether unsafe rewrites become part of a proposal too.
        """
        self._terms = terms
        self._unsafe = unsafe

    def rewrite(
        self,
        text: Text,
        findings: Sequence[Finding],
        tools: Tools,
        known: Verdicts | None = None,
    ) -> Task[Rewriting]:
        """Fixes for the findings of one document, and its sentences written anew.

        It yields new sentences for the language model to read, with their grammar.

        Args:
            text: the document, as its rules saw it.
            findings: what they found; each has its `rule`.
            tools: as the rules had them.
            known: what the guard said of drafts before. Those are not read again, and what it says
                of others is noted there.
        """
        verdicts = Verdicts() if known is None else known
        refused: Counter[str] = Counter()
        if Need.PARSE not in text.offers:
            return Rewriting(tuple(findings), (), refused)
        best: dict[tuple[int, int] | None, tuple[_Candidate, Verdict]] = {}
        left = list(_candidates(text, findings, tools))
        while left:
            now, left = _next(left, best)
            for candidate, verdict in (yield from self._judged(text, now, tools, verdicts)):
                refused.update(verdict.refused)
                held = candidate.finding in best
                if not verdict.refused and (not held or _is_safe(candidate, verdict)):
                    best[candidate.finding] = candidate, verdict
        mended = list(findings)
        for number, (candidate, verdict) in _first_places(best):
            mended[number] = replace(mended[number], fix=_fix(candidate, verdict, text))
        proposals = yield from self._proposals(text, list(best.values()), tools, verdicts)
        return Rewriting(tuple(mended), tuple(proposals), refused)

    def _judged(
        self, text: Text, candidates: Iterable[_Candidate], tools: Tools, verdicts: Verdicts
    ) -> Task[list[tuple[_Candidate, Verdict]]]:
        """What the guard says of each candidate; the new sentences are read in one batch."""
        held = list(candidates)
        if not held:
            return []
        prose = text.document.prose
        hits = tools.hits(text)
        asked: list[tuple[_Candidate, tuple[Hit, ...], str]] = []
        unread: dict[str, Document] = {}
        for each in held:
            draft, sentence, new = each.draft, each.sentence, each.after(prose)
            before = hits[
                bisect_left(
                    hits, sentence.span.start, key=lambda hit: hit.span.start
                ) : bisect_right(hits, sentence.span.end, key=lambda hit: hit.span.end)
            ]
            key = verdict_key(draft, sentence, new, before)
            asked.append((each, before, key))
            if verdicts.recall(key) is None:
                unread.setdefault(key, _fragment(new, sentence.block.block))
        read = (yield list(unread.values())) if unread else iter(())
        judged = []
        for candidate, before, key in asked:
            verdict = verdicts.recall(key)
            if verdict is None:
                after = next(read)
                case = Case(candidate.draft, candidate.sentence, after, before, self._terms(after))
                verdict = examine(case)
                after.forget()
                verdicts.note(key, verdict)
            judged.append((candidate, verdict))
        return judged

    def _proposals(
        self,
        text: Text,
        fixes: Sequence[tuple[_Candidate, Verdict]],
        tools: Tools,
        verdicts: Verdicts,
    ) -> Task[list[Proposal]]:
        """For each sentence, as many of its fixes together as the guard lets pass."""
        groups: dict[int, list[tuple[_Candidate, Verdict]]] = defaultdict(list)
        for candidate, verdict in fixes:
            if self._unsafe or _is_safe(candidate, verdict):
                groups[candidate.sentence.number].append((candidate, verdict))
        alone = {number: min(group, key=_rank) for number, group in groups.items()}
        # Words that a person wrote are not read by the guard, so they go in by themselves: joined
        # to others, they would let those pass unread.
        guarded = ([fix for fix in group if not _is_written(fix[0])] for group in groups.values())
        joint = [_joined(group) for group in guarded if len(group) > 1]
        for candidate, verdict in (yield from self._judged(text, joint, tools, verdicts)):
            if not verdict.refused and len(candidate.edits) > len(
                alone[candidate.sentence.number][0].edits
            ):
                alone[candidate.sentence.number] = candidate, verdict
        return [
            _proposal(candidate, verdict, text)
            for _, (candidate, verdict) in sorted(alone.items())
            if self._unsafe or _is_safe(candidate, verdict)
        ]


def _next(
    left: Sequence[_Candidate],
    best: Mapping[tuple[int, int] | None, tuple[_Candidate, Verdict]],
) -> tuple[list[_Candidate], list[_Candidate]]:
    """What to read now, and what to keep for later: of each finding’s drafts, one at a time.

    The model need not read a draft that could be no better than the one that is held.
    """
    now: dict[tuple[int, int] | None, _Candidate] = {}
    later = []
    for candidate in left:
        held = best.get(candidate.finding)
        if held and (_is_safe(*held) or not candidate.draft.safe):
            continue
        if candidate.finding in now:
            later.append(candidate)
        else:
            now[candidate.finding] = candidate
    return list(now.values()), later


def _linked_headings(document: Document) -> set[Span]:
    """The headings that links of the document lead to: other words would break the links."""
    targets = {
        unquote(mark.target[1:])
        for block in document.blocks
        for mark in block.marks
        if mark.target.startswith("#")
    }
    if not targets:
        return set()
    return {
        block.span
        for block in document.blocks
        if block.kind is BlockKind.HEADING and _anchor(document.text_of(block)) in targets
    }


def _anchor(heading: str) -> str:
    """What makers of web pages call a heading: `#who-can-apply` for “Who can apply?”."""
    return re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", "-")


def _candidates(text: Text, findings: Sequence[Finding], tools: Tools) -> Iterator[_Candidate]:
    linked = _linked_headings(text.document)
    for number, finding in enumerate(findings):
        for place, span in enumerate((finding.span, *finding.also)):
            sentence = text.sentence_at(span.start) if kinds_for(finding.rule) else None
            # Other people's words are not ours to change.
            if sentence is None or sentence.block.block.quoted:
                continue
            if len(sentence.tokens) > MOST_TOKENS or sentence.block.block.span in linked:
                continue
            if holds_sample(text, sentence.block):
                continue
            scene = Scene(text, sentence, tools)
            one = replace(finding, span=span, also=())
            for name, kind in kinds_for(finding.rule):
                for draft in kind.drafts(one, scene):
                    if any(in_sample(sentence.block, change.span) for change in draft.changes):
                        continue
                    edits = edits_of(draft.changes, text.document)
                    if edits is not None:
                        yield _Candidate(
                            draft, edits, sentence, (name,), (finding.rule,), (number, place)
                        )


def _first_places(
    best: Mapping[tuple[int, int] | None, tuple[_Candidate, Verdict]],
) -> Iterator[tuple[int, tuple[_Candidate, Verdict]]]:
    """Which finding each fix is for, but not those for its further places."""
    for key, fix in best.items():
        if key is not None and key[1] == 0:
            yield key[0], fix


def _fragment(prose: str, block: Block) -> Document:
    """A document of one block, or of one for each line: those after a colon are a list."""
    blocks: list[Block] = []
    start = 0
    kind, level = block.kind, block.level
    for line in prose.removesuffix("\n").split("\n"):
        blocks.append(Block(kind, Span(start, start + len(line)), level))
        start += len(line) + 1
        if line.endswith(":"):
            kind, level = BlockKind.LIST_ITEM, 1
    segments = [Segment(b.span.start, b.span.end, b.span.start, b.span.end, True) for b in blocks]
    return Document(None, "text", prose, prose, tuple(blocks), SourceMap(prose, segments))


def _is_safe(candidate: _Candidate, verdict: Verdict) -> bool:
    return candidate.draft.safe and not verdict.doubts


def _is_written(candidate: _Candidate) -> bool:
    """Whether it puts in what a person wrote, such as an explanation."""
    return Fact.GRAMMAR in candidate.draft.alters


def _rank(fix: tuple[_Candidate, Verdict]) -> tuple[bool, bool, int, tuple[int, int]]:
    """Safe fixes first, what a person wrote last, then those that come first.

    At the same place the last: what the next pass puts in there will stand before it.
    """
    candidate, verdict = fix
    number, place = candidate.finding or (0, 0)
    start = candidate.draft.changes[0].span.start
    unsafe = not _is_safe(candidate, verdict)
    return unsafe, _is_written(candidate), start, (-number, -place)


def _joined(group: Iterable[tuple[_Candidate, Verdict]]) -> _Candidate:
    """The fixes of a sentence that can be made together, the best first."""
    chosen: list[_Candidate] = []
    for candidate, _ in sorted(group, key=_rank):
        if not any(candidate.draft.overlaps(other.draft) for other in chosen):
            chosen.append(candidate)
    chosen.sort(key=lambda candidate: candidate.draft.changes[0].span.start)
    drafts = [candidate.draft for candidate in chosen]
    draft = Draft.of(
        [change for each in drafts for change in each.changes],
        safe=all(each.safe for each in drafts),
        alters=reduce(or_, (each.alters for each in drafts), Fact.NONE),
        in_place=all(each.in_place for each in drafts),
    )
    edits = sorted(
        (edit for each in chosen for edit in each.edits), key=lambda edit: edit.location.start
    )
    return _Candidate(
        draft,
        tuple(edits),
        chosen[0].sentence,
        tuple(kind for each in chosen for kind in each.kinds),
        tuple(rule for each in chosen for rule in each.rules),
        None,
    )


def _fix(candidate: _Candidate, verdict: Verdict, text: Text) -> Fix:
    return Fix(
        candidate.edits,
        Safety.SAFE if _is_safe(candidate, verdict) else Safety.UNSAFE,
        candidate.kinds[0],
        text.document.text_of(candidate.sentence.span),
        candidate.after(text.document.prose),
        verdict.doubts,
    )


def _proposal(candidate: _Candidate, verdict: Verdict, text: Text) -> Proposal:
    span = candidate.sentence.span
    return Proposal(
        span,
        text.document.sourcemap.locate(span),
        text.document.text_of(span),
        candidate.after(text.document.prose),
        candidate.edits,
        Safety.SAFE if _is_safe(candidate, verdict) else Safety.UNSAFE,
        candidate.kinds,
        candidate.rules,
        verdict.doubts,
    )
