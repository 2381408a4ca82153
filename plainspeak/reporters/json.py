"""The report as JSON, version 1; `docs/json.md` says what it holds."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from plainspeak.model import Edit, FileReport, Finding, Fix, Location, Proposal, Report, Severity
from plainspeak.reporters import place_of, severity_of, shown

__all__ = ["NAME", "VERSION", "as_dict", "report"]

NAME = "json"

VERSION = 1
"""Goes up when something that was there changes or goes; new fields may come without it."""


def report(
    report: Report,
    *,
    colour: bool = False,
    width: int | None = None,
    quiet: bool = False,
    statistics: bool = False,
) -> str:
    """The report as indented JSON in UTF-8; the options make no difference."""
    return json.dumps(as_dict(report), ensure_ascii=False, indent=2) + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain Python data, as `docs/report.schema.json` describes it."""
    findings = report.findings
    by_rule = Counter(finding.rule for finding in findings)
    return {
        "version": VERSION,
        "files": [_file(file) for file in report.files],
        "summary": {
            "files": len(report.files),
            "findings": len(findings),
            "errors": len(report.errors) + len(report.bugs),
            "by_severity": {severity.value: report.count(severity) for severity in Severity},
            "by_rule": dict(sorted(by_rule.items())),
            "words": sum(file.words for file in report.files),
        },
    }


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "findings": [_finding(finding) for finding in file.findings],
        "proposals": [_proposal(proposal) for proposal in file.proposals],
        "readability": None if file.readability is None else dict(file.readability),
        "errors": [*file.errors, *file.bugs],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": severity_of(finding).value,
        "message": finding.message,
        **_place(place_of(finding)),
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "fix": None if finding.fix is None else _fix(finding.fix),
        "term": finding.term,
        "glossary": finding.glossary,
    }


def _fix(fix: Fix | Proposal) -> dict[str, Any]:
    return {
        "safety": fix.safety.value,
        "edits": [_edit(edit) for edit in fix.edits],
        "before": shown(fix.before),
        "after": shown(fix.after),
    }


def _edit(edit: Edit) -> dict[str, Any]:
    place = edit.location
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
        "replacement": edit.replacement,
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    return {
        **_place(proposal.location),
        **_fix(proposal),
        "rules": list(proposal.rules),
    }


def _place(location: Location) -> dict[str, int]:
    return {
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
