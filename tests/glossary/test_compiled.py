"""A glossary read from the cache is the one that was read from its file."""

from __future__ import annotations

import json

import pytest

from plainspeak.glossary import compiled
from plainspeak.glossary.loading import built_in_folder, load, parse, ready

PATHS = sorted(built_in_folder().glob("*.yml"))

SMALL = """\
name: small
terms:
  - term: utilise
    treatment: replace
    pos: verb
    alternatives: use
    not_in: heading
    examples: {flag: We utilise it.}
"""


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAINSPEAK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.yml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_is_kept_is_what_was_read(path):
    source = path.read_bytes()
    parsed = parse(source.decode("utf-8"), str(path))
    compiled.write(source, compiled.compiled(parsed))
    kept = compiled.read(source)
    assert kept.head == parsed.model_copy(update={"terms": ()})
    assert kept.terms == parsed.terms
    for ours, theirs in zip(kept.terms, parsed.terms, strict=True):
        assert ours.model_dump(exclude_unset=True) == theirs.model_dump(exclude_unset=True)
        assert ours.forms == theirs.forms


def test_a_file_is_parsed_once(small, monkeypatch):
    first = load(small)
    monkeypatch.setattr("plainspeak.glossary.loading.parse", None)
    assert load(small) == first


def test_a_changed_file_is_parsed_again(small):
    load(small)
    small.write_text(SMALL.replace("utilise", "commence"), encoding="utf-8")
    assert [entry.term for entry in load(small).terms] == ["commence"]


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"null", b'{"name": "x"}', b"\xff", b'{"name":"x","sum":""}\n{}'],
)
def test_a_damaged_copy_is_made_again(small, cache, damage):
    first = load(small)
    (copy,) = cache.glob("*.jsonl")
    copy.write_bytes(damage)
    assert load(small) == first
    assert json.loads(copy.read_bytes().split(b"\n")[0])["name"] == "small"


def test_a_damaged_entry_is_not_believed(small, cache):
    first = load(small)
    (copy,) = cache.glob("*.jsonl")
    copy.write_bytes(copy.read_bytes().replace(b'"replace"', b'"replacX"'))
    assert load(small) == first


def test_a_folder_that_cannot_be_made_does_no_harm(small, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PLAINSPEAK_CACHE", str(tmp_path / "file"))
    assert [entry.term for entry in load(small).terms] == ["utilise"]


def test_few_copies_are_kept(small, cache, monkeypatch):
    monkeypatch.setattr(compiled, "_MOST_KEPT", 3)
    for number in range(6):
        small.write_text(SMALL.replace("small", f"small-{number}"), encoding="utf-8")
        load(small)
    assert len(list(cache.glob("*.jsonl"))) == 3
    assert len(list(cache.iterdir())) == 3


def test_an_entry_is_made_only_when_its_word_turns_up(small, cache):
    load(small)
    kept = ready(small)
    assert kept.known == {}
    assert list(kept.with_form("use")) == []
    assert kept.known == {}
    assert [entry.term for _, entry in kept.with_form("Utilised")] == ["utilise"]
    assert set(kept.known) == {0}


def test_an_entry_can_be_changed_or_turned_off(small):
    (entry,) = load(small).terms
    assert list(ready(small).changed({0: None}).with_form("utilise")) == []
    other = ready(small).changed({0: parse(SMALL.replace("utilise", "commence"), "").terms[0]})
    assert [number for number, _ in other.with_form("commenced")] == [0]
    assert list(other.with_form("utilise")) == []
    assert ready(small).terms == (entry,)
