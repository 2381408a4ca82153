import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from plainspeak.errors import UsageError
from plainspeak.model import FileReport, Finding, Report, Span
from plainspeak.reporters import NAMES, get

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"


@pytest.fixture(scope="session")
def validator():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def made(report, **options):
    return json.loads(get("json").report(report, **options))


def test_the_whole_of_it(samples):
    assert made(Report((samples.rewritten, samples.missing))) == {
        "version": 1,
        "files": [
            {
                "path": "docs/guidance.md",
                "findings": [
                    {
                        "rule": "jargon",
                        "severity": "warning",
                        "message": "Write “used”.",
                        "line": 3,
                        "column": 12,
                        "end_line": 3,
                        "end_column": 20,
                        "text": "utilised",
                        "suggestions": ["used"],
                        "fix": None,
                        "term": "utilise",
                        "glossary": "plain-english",
                    },
                    {
                        "rule": "long-sentence",
                        "severity": "suggestion",
                        "message": samples.long.message,
                        "line": 103,
                        "column": 1,
                        "end_line": 103,
                        "end_column": 1 + len(samples.long.text),
                        "text": samples.long.text,
                        "suggestions": [],
                        "fix": None,
                        "term": None,
                        "glossary": None,
                    },
                    {
                        "rule": "jargon",
                        "severity": "error",
                        "message": "Write “coffee shop”.",
                        "line": 104,
                        "column": 12,
                        "end_line": 104,
                        "end_column": 16,
                        "text": "café",
                        "suggestions": ["coffee shop", "snack bar"],
                        "fix": {
                            "safety": "safe",
                            "edits": [
                                {
                                    "start": {"line": 104, "column": 12},
                                    "end": {"line": 104, "column": 16},
                                    "replacement": "coffee shop",
                                }
                            ],
                            "before": "The café is shut.",
                            "after": "The coffee shop is shut.",
                        },
                        "term": "café",
                        "glossary": "ours",
                    },
                ],
                "proposals": [
                    {
                        "line": 104,
                        "column": 8,
                        "end_line": 104,
                        "end_column": 25,
                        "safety": "unsafe",
                        "edits": [
                            {
                                "start": {"line": 104, "column": 12},
                                "end": {"line": 104, "column": 16},
                                "replacement": "place to eat",
                            }
                        ],
                        "before": "The … is a café.",
                        "after": "The … is a place to eat.",
                        "rules": ["jargon"],
                    }
                ],
                "readability": samples.readability,
                "errors": [],
            },
            {
                "path": "x.md",
                "findings": [],
                "proposals": [],
                "readability": None,
                "errors": ["x.md: there is no file or folder of this name"],
            },
        ],
        "summary": {
            "files": 2,
            "findings": 3,
            "errors": 1,
            "by_severity": {"error": 1, "warning": 1, "suggestion": 1},
            "by_rule": {"jargon": 2, "long-sentence": 1},
            "words": 1200,
        },
    }


@pytest.mark.parametrize("names", [["guidance", "missing", "clean"], [], ["clean"]])
def test_the_schema_accepts_it(samples, validator, names):
    validator.validate(made(Report(tuple(getattr(samples, name) for name in names))))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("files", 0, "findings", 0, "severity"), "bad"),
        (("files", 0, "findings", 0, "line"), 0),
        (("files", 0, "findings", 0, "fix"), {}),
        (("files", 0, "findings", 2, "fix", "edits"), []),
        (("files", 0, "findings", 2, "fix", "safety"), True),
        (("files", 0, "proposals", 0, "rules"), None),
        (("summary", "words"), None),
    ],
)
def test_the_schema_refuses_what_is_wrong(samples, validator, path, value):
    data = made(Report((samples.rewritten,)))
    *way, last = path
    part = data
    for step in way:
        part = part[step]
    part[last] = value
    assert not validator.is_valid(data)


def test_letters_stay_as_they_are_and_the_options_change_nothing(samples):
    plain = get("json").report(samples.report)
    assert "café" in plain
    assert plain.endswith("}\n")
    assert plain == get("json").report(
        samples.report, colour=True, width=40, quiet=True, statistics=True
    )


def test_a_rule_that_broke_is_an_error():
    data = made(Report((FileReport("a.md", bugs=("the rule jargon broke",)),)))
    assert data["files"][0]["errors"] == ["the rule jargon broke"]
    assert data["summary"]["errors"] == 1


def test_findings_must_have_been_through_the_engine():
    unfinished = Finding(Span(0, 1), "no place", rule="jargon")
    with pytest.raises(ValueError, match="a finding of jargon has no"):
        get("json").report(Report((FileReport("a.md", (unfinished,)),)))


def test_every_format_has_a_reporter_and_others_are_refused():
    assert [get(name).NAME for name in NAMES] == list(NAMES)
    with pytest.raises(UsageError, match="there is no format “xml”; use “text” or “json”"):
        get("xml")
