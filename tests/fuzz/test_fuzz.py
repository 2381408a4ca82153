"""Odd inputs of every sort keep the promises of `benchmarks/fuzz/promises.py`.

The examples are the same each time, so that CI is stable. `FUZZ=100 python -m pytest tests/fuzz` tries
a hundred times as many, and others each time.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import promises
from benchmarks.mutants import mutant
from plainspeak.config.schema import SettingsTable
from plainspeak.glossary.schema import Entry, Examples, Glossary
from plainspeak.registry import rules

TIMES = int(os.environ.get("FUZZ", "1"))
CRASHES = sorted((Path(__file__).parent / "crashes").glob("*/*"))
ROOT = Path(__file__).parents[2]
REAL = [path.read_text() for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))]


def tries(examples: int):
    return settings(
        max_examples=examples * TIMES,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("crash", CRASHES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_broke_a_promise_keeps_it(crash: Path) -> None:
    promises.TARGETS[crash.parent.name](crash.read_bytes().decode("utf-8", "surrogatepass"))


def test_there_is_something_to_try() -> None:
    assert CRASHES
    assert {crash.parent.name for crash in CRASHES} <= promises.TARGETS.keys()


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A piece of a real document, spoilt."""
    text = draw(st.sampled_from(REAL))
    data, _ = mutant(text, Random(draw(st.integers(0, 2**32))), size=draw(st.integers(20, 900)))
    return data.decode(errors="replace")


TEXTS = st.one_of(spoilt(), st.text(max_size=80))


@pytest.mark.parametrize("target", ["markdown", "plain_text"])
@tries(120)
@given(text=TEXTS)
def test_documents(target: str, text: str) -> None:
    promises.TARGETS[target](text)


WORDS = st.one_of(
    st.sampled_from(["off", "on", "ignore-next", "of", "jargon", "jargn,", "-->", "<!--", "#", "\r", "\u2028"]),
    st.text(max_size=12),
)  # fmt: skip


@tries(60)
@given(words=st.lists(WORDS, max_size=6))
def test_comments(words: list[str]) -> None:
    promises.comments(" ".join(words))


@tries(60)
@given(text=TEXTS)
def test_fixing(text: str) -> None:
    promises.fixing(text)


# Values as YAML writes them: of every type, and some that are of none.
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**20),
    st.floats(),
    st.dates(),
    st.just(date(2024, 5, 1)),
    st.binary(max_size=4),
    st.text(max_size=20),
    st.sampled_from(["off", "plain", "warning", "error", "mine", "jargon", "utilise", "noun", "a -> b"]),
)  # fmt: skip
RAW = st.sampled_from(
    ["2020-99-99", "!!bool x", "!!int x", "!!float x", "!!timestamp x", "!!null x", "!!binary é", "!!set {a}",
     "!!str [a]", "!!map a", "!x y", "&a [*a]", "*a", "&a b", "<<", "=", "~", ".inf", "-.nan", "0x_", "0b", "1:99:99",
     "9" * 5000, "? a", "- - -", "{a: b}", "[a, [b]]", "|\n  a\n", ">-\n  a\n", '"\\ud800"', '"\\0"', "'", '"', "%", "@",
     "`", "off", "true", "a: b", "a #b", "# c", "2001-12-14t21:59:43.10-99:00", "\ufeff", "\x85", "\u2028", "{}", "[]"]
)  # fmt: skip


def fields(names: list[str]) -> st.SearchStrategy[str]:
    """Known names, in wrong places, and others."""
    return st.one_of(st.sampled_from(names), st.text(max_size=8))


def mappings(names: list[str]) -> st.SearchStrategy[object]:
    """Lists and mappings of anything, with names that mean something."""
    keys = st.one_of(fields(names), SCALARS)
    return st.recursive(
        SCALARS,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)
        ),
        max_leaves=12,
    )


@st.composite
def yaml_of(draw: st.DrawFn, names: list[str]) -> str:
    """YAML of anything, or lines of names with values that may be of no type."""
    if draw(st.booleans()):
        data = draw(st.dictionaries(fields(names), mappings(names), max_size=5))
        return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    lines = []
    for _ in range(draw(st.integers(1, 8))):
        indent = "  " * draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))
        dash = draw(st.sampled_from(["", "", "", "- "]))
        key = draw(st.one_of(fields(names), RAW))
        lines.append(f"{indent}{dash}{key}: {draw(st.one_of(RAW, st.just(''), fields(names)))}")
    return "\n".join(lines)


OPTIONS = sorted({field.name for rule in rules().values() for field in rule.option_fields()})
SETTINGS = [
    *SettingsTable.model_fields,
    "severity",
    "extends",
    *rules(),
    *OPTIONS,
    *Entry.model_fields,
]
GLOSSARY = [*Glossary.model_fields, *Entry.model_fields, *Examples.model_fields]


@tries(150)
@given(text=yaml_of(SETTINGS))
def test_settings(text: str) -> None:
    promises.settings(text)


@st.composite
def settings_of_rules(draw: st.DrawFn) -> str:
    """Settings whose names are right and whose values may be anything."""
    made = draw(st.sampled_from(sorted(rules())))
    options = [field.name for field in rules()[made].option_fields()]
    values = st.dictionaries(st.sampled_from([*options, "severity"]), mappings(["a"]), max_size=3)
    terms = st.dictionaries(
        st.sampled_from(["utilise", "stakeholders", "new term"]),
        st.dictionaries(st.sampled_from(list(Entry.model_fields)), mappings(["a"]), max_size=4),
        max_size=2,
    )
    data = {
        "profile": draw(st.sampled_from(["plain", "wcag", "mine", "other"])),
        "rules": {made: draw(values)},
        "profiles": {"mine": {"extends": draw(st.sampled_from(["plain", "other", "mine"])), "rules": {made: draw(values)}}},
        "terms": draw(terms),
    }  # fmt: skip
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@tries(60)
@given(text=settings_of_rules())
def test_settings_of_rules_and_terms(text: str) -> None:
    promises.settings(text)


@tries(100)
@given(text=yaml_of(GLOSSARY))
def test_glossaries(text: str) -> None:
    promises.glossary(text)


@st.composite
def entries(draw: st.DrawFn) -> str:
    """Glossaries whose names are right, and whose values are often right."""
    words = st.one_of(
        st.text(min_size=1, max_size=12),
        st.sampled_from(["make use of", "co-production", "o’clock", "İt"]),
    )
    terms = draw(
        st.lists(
            st.fixed_dictionaries(
                {"term": words, "treatment": st.sampled_from(["replace", "explain", "avoid"])},
                optional={
                    "alternatives": st.one_of(words, st.lists(words, max_size=3)),
                    "explanation": words.map(lambda each: f"{each}."),
                    "advice": words,
                    "variants": st.lists(words, max_size=3),
                    "pos": st.sampled_from(["noun", "verb", "adjective", "adverb", ["noun", "verb"]]),
                    "frames": st.tuples(words, words).map(" -> ".join),
                    "before": words,
                    "case": st.booleans(),
                    "inflect": st.booleans(),
                    "profiles": words,
                    "note": mappings(["a"]),
                },
            ),
            max_size=4,
        )
    )  # fmt: skip
    return str(yaml.safe_dump({"name": "ours", "terms": terms}, allow_unicode=True))


@tries(100)
@given(text=entries())
def test_glossaries_of_entries(text: str) -> None:
    promises.glossary(text)
    promises.terms(text)


@pytest.mark.parametrize("target", ["settings", "glossary", "pyproject"])
@tries(60)
@given(text=st.one_of(st.text(max_size=60), st.lists(RAW, max_size=5).map("\n".join)))
def test_any_text_where_yaml_should_be(target: str, text: str) -> None:
    promises.TARGETS[target](text if target != "pyproject" else f"[tool.plainspeak]\n{text}")
