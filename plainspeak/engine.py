"""Check: read, analyse, run the rules, place the findings. The order of the steps, nothing else."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from plainspeak import readability, readers
from plainspeak.config import Settings
from plainspeak.errors import ReadError
from plainspeak.glossary.accepted import Accepted
from plainspeak.glossary.matching import Hit, TermMatcher
from plainspeak.glossary.overrides import with_changes
from plainspeak.language import pipeline
from plainspeak.language.analysis import Need, Text
from plainspeak.language.readings import Readings
from plainspeak.memory import Memory, Recollection
from plainspeak.model import PLACEHOLDER, Document, FileReport, Finding, Note, Report, Span, Spans
from plainspeak.registry import ActiveRule, active_rules, options_of, rules
from plainspeak.rewriting.in_step import Task, in_step
from plainspeak.rewriting.kinds import kinds_for
from plainspeak.rewriting.rewriter import Rewriter, Rewriting
from plainspeak.rule import check_finding
from plainspeak.suppression import Suppression
from plainspeak.wording import broken

__all__ = ["Checker", "compare"]

log = logging.getLogger(__name__)

_TOGETHER_CHARS = 25_000
"""Documents of as much prose are worked on together: their new sentences fill a batch of the
language model."""
_LEAST_CHARS = 250
"""A document counts as so much at the least, so that a group of empty ones ends too."""
_SOURCE_SHARE = 10
"""So many characters of a file count as one of prose: files with little prose, such as much code,
take up memory while the group waits."""


class Checker:
    """Checks documents with one set of settings. Make one and use it for many documents."""

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        unsafe: bool = True,
        memory: Memory | None = None,
    ) -> None:
        """Look at the settings and load the language model and the glossaries.

        Args:
            settings: the settings; the defaults if left out.
            unsafe: whether unsafe rewrites become part of the proposals in reports too.
            memory: where to keep what is known of documents, so that the next check of one need
                not do again what has not changed; nothing is kept if left out.

        Raises:
            SettingsError: the settings name something that does not exist.
            GlossaryError: a glossary does not say what it should.
            UsageError: the language model is not installed.
        """
        self.settings = settings or Settings()
        chosen = active_rules(self.settings)
        self._pipeline = pipeline.load(self.settings.model)
        self.rules = tuple(
            active
            for active in chosen
            if active.rule.needs & self._pipeline.offers == active.rule.needs
        )
        self.warnings = (self._pipeline.warning,) if self._pipeline.warning else ()
        # Readability counts sentences, whichever rules are on.
        self._needs = Need.SENTENCES | Need.TAGS
        for active in self.rules:
            self._needs |= active.rule.needs | active.rule.wants
            if kinds_for(active.id):
                self._needs |= Need.PARSE
        self._tools = _Toolbox(self.settings, self._pipeline, {active.id for active in self.rules})
        self.memory = memory
        self._recalled: dict[int, Recollection] = {}
        self._rewriter = Rewriter(self._tools.terms_in, unsafe=unsafe)

    def check(self, paths: str | Path | Iterable[str | Path]) -> Report:
        """Check files.

        Args:
            paths: one file or many, not folders.

        Returns:
            A report with one part for each file, in order. A file that cannot be read has an
            error there; the others are still checked.
        """
        if isinstance(paths, str | Path):
            paths = [paths]
        return Report(self.compare(self.check_files(paths)), self.warnings)

    def check_files(self, paths: Iterable[str | Path]) -> Iterator[FileReport]:
        """Check files in groups, giving the reports of a group as soon as all of it is ready.

        A group has some 25,000 characters of prose, or up to 100 small files. `compare` finds what
        shows only when all are done.
        """
        return self._reports(_read(path) for path in paths)

    def check_text(
        self, text: str, format: str = "markdown", path: str | None = None
    ) -> FileReport:
        """Check a text that is not (or not yet) in a file.

        Args:
            text: the text, as it would stand in the file.
            format: the name of a reader: `markdown` or `text`.
            path: what to call it in the report; `<text>` if left out.

        Raises:
            ReadError: there is nothing to read.
            UsageError: there is no such format.
        """
        document = readers.read_text(text, format, path)
        return next(self._reports([document]))

    def check_documents(self, documents: Iterable[Document]) -> Iterator[FileReport]:
        """Check documents that a reader has made."""
        return self._reports(documents)

    def compare(self, reports: Iterable[FileReport]) -> tuple[FileReport, ...]:
        """Add what shows only when documents are compared: a word explained in two ways, say.

        Args:
            reports: what this checker said of each document, in order.

        Returns:
            The reports with the further findings in their places.
        """
        return compare(reports, self.rules)

    def analyse(self, documents: Iterable[Document]) -> Iterator[Text]:
        """The documents with the language model's answers, as the rules see them."""
        return self._pipeline.analyse(documents, self._needs)

    def _reports(self, documents: Iterable[Document | FileReport]) -> Iterator[FileReport]:
        """Keep the order of the files while the language model works in batches."""
        failed: dict[int, FileReport] = {}
        count = 0

        def readable() -> Iterator[Document]:
            nonlocal count
            for document in documents:
                if isinstance(document, FileReport):
                    failed[count] = document
                    count += 1
                else:
                    count += 1
                    yield document

        done = 0
        for texts in _groups(self._pipeline.analyse(readable(), self._needs, self._readings)):
            for report in in_step([self._report(text) for text in texts], self.analyse):
                while done in failed:
                    yield failed.pop(done)
                    done += 1
                yield report
                done += 1
            for text in texts:
                text.forget()
        for number in sorted(failed):
            yield failed[number]

    def _readings(self, document: Document) -> Readings | None:
        """What the language model said of the document before; `None` without a memory."""
        if self.memory is None:
            return None
        known = self.memory.recall(document) or {}
        recalled = self._recalled[id(document)] = Recollection(known, self._pipeline.nlp.vocab)
        return recalled.readings

    def _report(self, text: Text) -> Task[FileReport]:
        document = text.document
        recalled = self._recalled.pop(id(document), None)
        if recalled is not None:
            try:
                hits, accepted = self._tools.hits(text), self._tools.accepted(text)
            # The rules that ask for the terms will say what is wrong with them.
            except Exception:
                recalled = None
            else:
                recalled.look_at(text, hits, accepted)
        suppression = Suppression(document, rules())
        findings: list[Finding] = []
        notes: list[Note] = []
        bugs = []
        for active in self.rules:
            try:
                findings.extend(self._findings(active, text, suppression, recalled))
                notes.extend(self._notes(active, text, suppression))
            # A rule may be anybody's code; one that breaks must not take the others along.
            except (Exception, SystemExit) as error:
                bugs.append(_bug(f"the rule {active.id}", error))
        rewriting = Rewriting(_sorted(findings), (), Counter())
        # Nor must a rewrite: without it the findings are still worth having.
        try:
            verdicts = recalled.verdicts if recalled is not None else None
            rewriting = yield from self._rewriter.rewrite(
                text, rewriting.findings, self._tools, verdicts
            )
        except Exception as error:
            bugs.append(_bug("rewriting", error))
        scores = None
        try:
            scores = self._tools.scores(text).whole.as_dict()
        except Exception as error:
            bugs.append(_bug("readability", error))
        if self.memory is not None and recalled is not None:
            self.memory.keep(document, recalled.known())
        return FileReport(
            path=_path(document),
            findings=self._once(rewriting.findings),
            readability=scores,
            errors=suppression.mistakes,
            bugs=tuple(bugs),
            words=len(text.words),
            proposals=rewriting.proposals,
            refused=dict(rewriting.refused),
            notes=tuple(notes),
        )

    def _findings(
        self,
        active: ActiveRule,
        text: Text,
        suppression: Suppression,
        recalled: Recollection | None,
    ) -> Iterator[Finding]:
        document = text.document

        def check(part: Text) -> Iterator[Finding]:
            for finding in active.rule.check(part, active.options, self._tools):
                check_finding(finding, document)
                yield finding

        if recalled is not None and active.rule.by_block:
            found = recalled.findings(active.id, check)
        else:
            found = check(text)
        for finding in found:
            location = document.sourcemap.locate(finding.span)
            if suppression.hides(active.id, location.start):
                continue
            yield replace(
                finding,
                rule=active.id,
                severity=finding.severity or active.severity,
                text=_words(document, finding.span),
                location=location,
            )

    def _once(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings without those that give way to what another rule says of the same word."""
        gives_way = {active.id: active.rule.gives_way for active in self.rules}
        firsts = frozenset().union(*gives_way.values())
        said = {
            first: Spans(finding.span for finding in findings if finding.rule == first)
            for first in firsts
        }
        return tuple(
            finding
            for finding in findings
            if finding.fix is not None
            or not finding.span.end
            or not any(
                said[first].contain(Span(finding.span.end - 1, finding.span.end))
                for first in gives_way[finding.rule]
            )
        )

    def _notes(self, active: ActiveRule, text: Text, suppression: Suppression) -> Iterator[Note]:
        """What a rule keeps of a document; nothing of where a comment turns the rule off."""
        document = text.document
        for note in active.rule.note(text, active.options, self._tools):
            location = document.sourcemap.locate(note.span)
            if not suppression.hides(active.id, location.start):
                yield replace(
                    note,
                    rule=active.id,
                    path=_path(document),
                    text=_words(document, note.span),
                    location=location,
                )


def compare(reports: Iterable[FileReport], rules: Iterable[ActiveRule]) -> tuple[FileReport, ...]:
    """Add to some reports what shows only when documents are compared.

    Args:
        reports: of the documents, in order, whichever checker made them with these rules.
        rules: the rules that were on; those of them that compare documents do so.
    """
    compared = list(reports)
    for active in rules if compared else ():
        if not active.rule.compares:
            continue
        notes = [
            tuple(note for note in report.notes if note.rule == active.id) for report in compared
        ]
        try:
            for number, finding in active.rule.compare(notes, active.options):
                compared[number] = _with_finding(compared[number], active, finding)
        except (Exception, SystemExit) as error:
            last = compared[-1]
            bug = _bug(f"the rule {active.id}", error)
            compared[-1] = replace(last, bugs=(*last.bugs, bug))
    return tuple(compared)


class _Toolbox:
    """What the rules are lent: see `plainspeak.rule.Tools`. Each answer is kept with its text."""

    def __init__(
        self, settings: Settings, language: pipeline.Pipeline, rules: Collection[str]
    ) -> None:
        self.profile = settings.base
        self._settings = settings
        self._rules = rules
        self._glossaries = with_changes(settings)
        self._matcher = TermMatcher(language.nlp, self._glossaries, *settings.lineage)
        # Who silences a term has no trouble with the word.
        silenced = (term for term, change in settings.terms.items() if change is None)
        ours = (word for glossary in self._glossaries for word in glossary.head.accept)
        self._accepted = Accepted((*settings.accept, *silenced, *ours))

    def runs(self, rule: str) -> bool:
        """Whether a rule is on in this check."""
        return rule in self._rules

    def options(self, rule: str) -> Any:
        """The options that the settings give a rule, whether it is on or off."""
        return options_of(rule, self._settings)

    def hits(self, text: Text) -> tuple[Hit, ...]:
        """The glossary terms in the text; found once, however many rules ask."""
        if text.whole is not None:
            blocks = set(text.blocks)
            return tuple(hit for hit in self.hits(text.whole) if hit.block in blocks)
        return text.once(self._hits)

    def _hits(self, text: Text) -> tuple[Hit, ...]:
        return self._unaccepted(text, self.accepted(text))

    def terms_in(self, text: Text) -> tuple[Hit, ...]:
        """The glossary terms in a text that is looked at but once: a rewritten sentence, say."""
        return self._unaccepted(text, self._accepted.spans(text))

    def _unaccepted(self, text: Text, accepted: Sequence[Span]) -> tuple[Hit, ...]:
        held = Spans(accepted)
        return tuple(hit for hit in self._matcher.hits(text) if not held.contain(hit.span))

    def accepted(self, text: Text) -> tuple[Span, ...]:
        """Where words stand that the user accepts; found once, however many rules ask."""
        return (text.whole or text).once(self._accepted.spans)

    def is_listed(self, words: str) -> bool:
        """Whether the words are a form of a term of the glossaries, in any profile."""
        return any(True for glossary in self._glossaries for _ in glossary.with_form(words))

    def scores(self, text: Text) -> readability.DocumentScores:
        """The readability of the text; counted once, for the rules and for the report."""
        return (text.whole or text).once(readability.score)


def _groups(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """Texts to work on together, in order."""
    group: list[Text] = []
    chars = 0
    for text in texts:
        group.append(text)
        prose, source = len(text.document.prose), len(text.document.source)
        chars += max(prose, source // _SOURCE_SHARE, _LEAST_CHARS)
        if chars >= _TOGETHER_CHARS:
            yield group
            group, chars = [], 0
    if group:
        yield group


def _read(path: str | Path) -> Document | FileReport:
    try:
        return readers.read_file(path)
    except ReadError as error:
        return FileReport(str(path), errors=(str(error),))
    # A reader may be anybody's code too.
    except Exception as error:
        return FileReport(str(path), bugs=(_bug("the reader", error),))


def _path(document: Document) -> str:
    return document.path or "<text>"


def _words(document: Document, span: Span) -> str:
    return document.text_of(span).replace(PLACEHOLDER, "…")


def _bug(what: str, error: BaseException) -> str:
    log.debug("%s broke", what, exc_info=error)
    return broken(what, error)


def _with_finding(report: FileReport, active: ActiveRule, finding: Finding) -> FileReport:
    severity = finding.severity or active.severity
    whole = replace(finding, rule=active.id, severity=severity)
    return replace(report, findings=_sorted((*report.findings, whole)))


def _sorted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """In order of place; the same words are reported once for one reason."""
    unique = {
        (finding.span.start, finding.span.end, finding.rule, finding.message): finding
        for finding in findings
    }
    return tuple(unique[key] for key in sorted(unique, key=lambda key: key[:3]))
