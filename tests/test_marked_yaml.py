from __future__ import annotations

import pytest

from plainspeak.marked_yaml import MarkedYamlError, named, nearest, parse, shown


def test_data_and_lines() -> None:
    marked = parse("a: 1\nb:\n  - x\n  - c: yes please\n")
    assert marked.data == {"a": 1, "b": ["x", {"c": "yes please"}]}
    assert marked.lines[("a",)] == 1
    assert marked.lines[("b", 1, "c")] == 4
    assert marked.line_of(("b", 0, "nothing", "here")) == 3


def test_nothing() -> None:
    assert parse("").data is None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\na: 2\n", 2, "“a” is here twice"),
        ("a: [1\nb: 2\n", 2, "this is not YAML: the “[” in line 1 has no “]” that closes it"),
        ("a: [1\n", 2, "the “[” in line 1 has no “]”"),
        ("a: {b: 1\nc: 2\n", 2, "the “{” in line 1 has no “}”"),
        ("a: 'one\nb: 2\n", 3, "the quotation mark in line 1 has no other that closes it"),
        ("profile: plain\n  rules: [\n", 2, "this line starts too far in"),
        ("a: see: this\n", 1, "there is one colon too many"),
        ("a:\n    b: 1\n  c: 2\n", 3, "the spaces in front of this line do not fit"),
        ("a: 1\nprofile\nb: 2\n", 3, "line 2 has no colon"),
        ("a:\n\tb: 1\n", 2, "there may be a tab here"),
        ("a: !!python/object:os.system x\n", 1, "this is not YAML"),
        ("a: &x [*x]\n", 1, "nested too deep"),
        ("a: \x00\n", 1, "this is not YAML"),
        ("? [a, b]\n: c\n", 1, "a key must be a word or phrase"),
        ("a: 2020-99-99\n", 1, "cannot read this value; put quotation marks around it"),
        ("a: 1\n2020-99-99: b\n", 2, "cannot read this value"),
        ("a: !!bool b\n", 1, "cannot read this value"),
        ("a:\n  - !!timestamp b\n", 2, "cannot read this value"),
        ("a: !!int b\n", 1, "cannot read this value"),
    ],
)
def test_errors(text: str, line: int, says: str) -> None:
    with pytest.raises(MarkedYamlError) as caught:
        parse(text)
    assert caught.value.line == line
    assert says in caught.value.message


def test_a_small_file_that_unfolds_is_refused() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for before, name in zip("abcdefg", "bcdefgh", strict=True):
        bomb += f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
    with pytest.raises(MarkedYamlError, match="more than 200,000 values"):
        parse(bomb)


def test_nearest() -> None:
    assert nearest("jargn", ["jargon", "other"]) == " Did you mean “jargon”?"
    assert nearest("zzz", ["jargon"]) == ""


def test_named() -> None:
    data = {"terms": [{"term": "asset", "pos": ["nun"]}, "x"], "rules": {"jargon": 1}}
    assert named(("rules", "jargon", "severity"), data) == "rules: jargon: severity"
    assert named(("terms", 0, "pos", 0), data, "term") == "asset: pos"
    assert named(("terms", 0, "pos", 0), data) == "terms: pos"
    assert named(("terms", 1), data, "term") == "terms"
    assert named((), data) == "file"
    assert named(("rules", "a\nb"), data) == "rules: a b"
    assert named(("terms", 0, "pos"), {"terms": [{"term": " "}]}, "term") == "pos"


def test_values_are_shown_as_yaml_has_them() -> None:
    assert [shown(value) for value in (False, 3, "off", ["a"], {})] == [
        "“false”",
        "“3”",
        "“off”",
        "a list",
        "a list",
    ]
