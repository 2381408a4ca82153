"""The documentation tells the truth about the things it lists."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import plainspeak
from plainspeak.cli import plainspeak as command
from plainspeak.glossary.loading import built_in, parse
from plainspeak.glossary.matching import GATE_POS
from plainspeak.glossary.schema import Entry, Place, Pos
from plainspeak.registry import rules

ROOT = Path(__file__).parents[1]
GLOSSARIES = (ROOT / "docs" / "glossaries.md").read_text(encoding="utf-8")


def test_every_field_of_an_entry_is_documented_and_no_other() -> None:
    documented = set(re.findall(r"^\| `(\w+)` \|", GLOSSARIES, re.MULTILINE))
    assert documented == set(Entry.model_fields)


def test_the_words_a_field_takes_are_documented() -> None:
    for word in [*GATE_POS, *(place.value for place in Place), *(pos.value for pos in Pos)]:
        assert f"`{word}`" in GLOSSARIES


def test_the_example_glossary_is_a_glossary() -> None:
    indented = re.search(r"^    name: our-words\n(?:    .*\n|\n)+", GLOSSARIES, re.MULTILINE)
    assert indented is not None
    glossary = parse(re.sub(r"^    ", "", indented[0], flags=re.MULTILINE), "docs")
    assert [entry.term for entry in glossary.terms] == ["respite", "service user", "signpost"]


def test_the_layers_in_the_architecture_are_those_that_are_held() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \d \| (.+) \|$", text, re.MULTILINE)
    documented = [set(re.findall(r"`(\w+)`", row)) for row in rows]
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    layers = re.search(r"^layers = \[\n(.+?)^\]", contract, re.MULTILINE | re.DOTALL)
    assert layers is not None
    held = [set(re.findall(r"\w+", row)) for row in re.findall(r'"(.+)"', layers[1])]
    assert set().union(*documented) == set().union(*held)
    order = [name for row in documented for name in row]
    rank = {name: place for place, row in enumerate(documented) for name in row}
    assert len(order) == len(rank)
    flat = [rank[name] for row in held for name in sorted(row, key=rank.__getitem__)]
    assert flat == sorted(flat)


README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_tells_of_rules_that_are_there() -> None:
    listed = re.findall(r"^- `([\w-]+)`: (.+?)\.$", README, re.MULTILINE)
    titles = {rule.id: rule.title.partition(": ")[2] for rule in rules().values()}
    assert {name: titles.get(name) for name, _ in listed} == dict(listed)
    assert f"There are {len(titles)} rules." in README


def _benchmark(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / f"benchmarks/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rules_page() -> Any:
    return _benchmark("rules_page")


def test_the_page_of_rules_is_up_to_date(rules_page: Any) -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == rules_page.page(), "run: python benchmarks/rules_page.py --write"


LAST_ROWS = {"S": 20, "W": 16, "N": 10, "D": 14}
ROWS = [f"{kind}{i:02}" for kind, last in LAST_ROWS.items() for i in range(1, last + 1)]


def test_every_row_has_rules_or_a_reason_to_have_none(rules_page: Any) -> None:
    rows = rules_page.rows()
    assert list(rows) == ROWS
    for name, row in rows.items():
        assert row["asks"].endswith("."), name
        assert set(row) <= {"asks", "rules", "left_out"}, name
        assert row.get("rules") or row.get("left_out"), name


def test_the_rows_name_every_rule_and_no_other(rules_page: Any) -> None:
    named = {rule for row in rules_page.rows().values() for rule in row.get("rules", ())}
    assert named - set(rules()) == set()
    assert set(rules()) - named == set()


def test_the_readme_counts_the_glossaries() -> None:
    found = re.search(r"comes with (\d+) glossaries\. They hold ([\d,]+) words", README)
    assert found is not None
    assert int(found[1]) == len(built_in())
    assert int(found[2].replace(",", "")) == sum(len(each.terms) for each in built_in())


def test_the_readme_shows_what_check_really_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = re.search(r"^```md\n(# Meeting note\n.+?)^```", README, re.MULTILINE | re.DOTALL)
    shown = re.search(r"^```text\n(.+?)^```", README, re.MULTILINE | re.DOTALL)
    assert note is not None
    assert shown is not None
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.md").write_text(note[1], encoding="utf-8")
    result = CliRunner().invoke(command, ["check", "note.md"])
    assert result.output.rstrip() == shown[1].rstrip()


def test_the_readme_shows_what_fix_really_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = re.search(r"^```md\n(# Meeting note\n.+?)^```", README, re.MULTILINE | re.DOTALL)
    shown = re.search(r"^```diff\n(.+?)^```", README, re.MULTILINE | re.DOTALL)
    assert note is not None
    assert shown is not None
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.md").write_text(note[1], encoding="utf-8")
    result = CliRunner().invoke(command, ["fix", "note.md", "--diff"])
    changed = [line for line in result.stdout.splitlines() if re.match(r"[-+](?![-+]{2} )", line)]
    assert changed == shown[1].splitlines()


def test_the_readme_has_no_gaps() -> None:
    assert not re.search(r"\b(?:EXAMPLE|RULES|TERMS|GLOSSARIES|TODO)\b", README)


def test_the_page_of_rewriting_is_up_to_date() -> None:
    page = _benchmark("rewriting_page").page()
    written = (ROOT / "docs" / "rewriting.md").read_text(encoding="utf-8")
    assert written == page, "run: python benchmarks/rewriting_page.py --write"


REWRITES = re.findall(
    r"^\| [^|]+ \| ([^|`]+\.) \| ([^|`…]+\.) \|$",
    (ROOT / "docs" / "rewriting.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("before", "after"), REWRITES)
def test_the_page_of_rewriting_shows_what_it_really_does(before: str, after: str) -> None:
    profile = "easy-read" if len(before.split()) > 15 else "plain"
    (proposal,) = plainspeak.rewrite(before, profile=profile)
    assert proposal.after == after


def test_the_page_of_rewriting_has_examples() -> None:
    assert len(REWRITES) >= 5
