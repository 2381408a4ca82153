"""An engine without a language model: it flags the word “utilise”, and breaks when told to.

Quick to start, so that the tests of the command line can run it in processes of their own.
"""

import os
import signal
import sys
import time
import types
from typing import ClassVar

from plainspeak import readers
from plainspeak.errors import ReadError, UsageError
from plainspeak.model import (
    Edit,
    FileReport,
    Finding,
    Location,
    Proposal,
    Safety,
    Severity,
    Span,
)

READABILITY = {
    "reading_age": {"text": "9 to 10", "low": 9, "high": 10, "school_year": "Year 5", "grade": 4},
    "reliable": True,
    "counts": {"sentences": 2},
    "share_of_words": 1.0,
}


class Checker:
    """Does what `plainspeak.engine.Checker` promises the command line."""

    made: ClassVar = []
    """The settings of every checker, in order."""

    def __init__(self, settings, *, unsafe=True):
        if settings.model == "none":
            raise UsageError("there is no language model called “none”")
        self.settings = settings
        self.unsafe = unsafe
        self.warnings = ("the model is half a model",) if settings.model == "half" else ()
        Checker.made.append(settings)

    def check_files(self, paths):
        for path in paths:
            try:
                document = readers.read_file(path)
            except ReadError as error:
                yield FileReport(str(path), errors=(str(error),))
            else:
                yield self._report(document)

    def check_documents(self, documents):
        return (self._report(document) for document in documents)

    def _report(self, document):
        source = document.source
        if "BREAK" in source:
            raise KeyError("broken on purpose")
        if "WAIT" in source:
            sys.stderr.write("ready\n")  # in one piece, so that two processes do not mix theirs
            time.sleep(60)
        if "KILL" in source:
            os.kill(os.getpid(), signal.SIGKILL)
        bugs = ("the rule jargon broke: KeyError",) if "BUG" in source else ()
        name = next((name for name in Severity if name.value in source), Severity.WARNING)
        findings = []
        start = source.find("utilise")
        while start >= 0:
            line = source.count("\n", 0, start) + 1
            column = start - (source.rfind("\n", 0, start) + 1) + 1
            place = Location(line, column, line, column + 7, start, start + 7)
            findings.append(
                Finding(
                    Span(start, start + 7),
                    "Write “use”.",
                    ("use",),
                    term="utilise",
                    glossary="fake",
                    severity=name,
                    rule="jargon",
                    text="utilise",
                    location=place,
                )
            )
            start = source.find("utilise", start + 1)
        return FileReport(
            document.path or "<text>",
            tuple(findings),
            READABILITY,
            proposals=tuple(self._proposals(document)),
            bugs=bugs,
            words=len(source.split()),
        )

    def _proposals(self, document):
        """For each block with “utilise” once: “use”, which is unsafe where “maybe” stands too."""
        for block in document.blocks:
            prose = document.text_of(block)
            start = block.span.start + prose.find("utilise")
            safety = Safety.UNSAFE if "maybe" in prose else Safety.SAFE
            if prose.count("utilise") != 1 or (safety is Safety.UNSAFE and not self.unsafe):
                continue
            span = Span(start, start + 7)
            locate = document.sourcemap.locate
            yield Proposal(
                block.span,
                locate(block.span),
                prose,
                prose.replace("utilise", "use"),
                (Edit(span, "use", locate(span)),),
                safety,
                ("words",),
                ("jargon",),
            )


def compare(reports, rules):
    return tuple(reports)


def module():
    """This file under the name of the real engine."""
    fake = types.ModuleType("plainspeak.engine")
    fake.Checker, fake.compare = Checker, compare
    return fake


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.modules["plainspeak.engine"] = module()
    from plainspeak.__main__ import main

    sys.exit(main())
