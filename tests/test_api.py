from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import plainspeak
from plainspeak.config import Settings, checked_options

OURS = "name: ours\nterms:\n  - {term: zoomify, treatment: replace, alternatives: [grow]}\n"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"profil": "plain"}, "There is no option called “profil”. Did you mean “profile”?"),
        ({"root": "."}, "There is no option called “root”."),
        ({"profile": None}, "profile: is empty"),
        (
            {"fail_on": "x"},
            "fail_on: must be “error”, “warning”, “suggestion” or “never”, not “x”.",
        ),
        ({"select": 3}, "select: must be a list"),
        ({"select": [3]}, "select: must be words"),
        ({"ignore": {"jargon": True}}, "ignore: must be a list"),
        ({"rules": "jargon"}, "rules: must hold names with values"),
        (
            {"rules": {"jargon": {"severity": "loud"}}},
            "rules: jargon: severity: must be “off”, “suggestion”, “warning” or “error”, "
            "not “loud”.",
        ),
        ({"rules": {"jargon": 3}}, "rules: jargon: must hold names with values"),
        ({"model": ""}, "model: is empty"),
        ({"terms": {"utilise": "of"}}, "terms: utilise: write “off” to silence this term, or the "),
    ],
)
def test_wrong_options_are_refused_before_anything_is_done(
    options: dict[str, Any], message: str
) -> None:
    for call in (
        lambda: plainspeak.check_text("Hello.", **options),
        lambda: plainspeak.check([], **options),
        lambda: plainspeak.score("none.md", **options),
    ):
        with pytest.raises(plainspeak.UsageError) as caught:
            call()
        assert str(caught.value).startswith(message)
        assert ";" not in str(caught.value)


def test_a_profile_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("Hello.")
    for call in (
        lambda: plainspeak.check_text("Hello.", profile="xx"),
        lambda: plainspeak.check(file, profile="xx"),
        lambda: plainspeak.score("none.md", profile="xx"),
    ):
        with pytest.raises(plainspeak.UsageError) as caught:
            call()
        assert str(caught.value) == (
            "profile: must be “plain”, “health”, “easy-read”, “technical” or “wcag”, not “xx”."
        )


def test_a_profile_of_your_own() -> None:
    own = {"ours": {"extends": "health", "rules": {"long-sentence": {"max_words": 5}}}}
    report = plainspeak.check_text(
        "We will help you with the form.", profile="ours", profiles=own, select="long-sentence"
    )
    assert [finding.rule for finding in report.findings] == ["long-sentence"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"select": "jargn"},
            "select: there is no rule called “jargn”. Did you mean “jargon”? "
            "“plainspeak rules” lists the rules.",
        ),
        ({"select": ""}, "select: there is no rule called “”."),
        ({"rules": {"jargn": "off"}}, "rules: there is no rule called “jargn”. Did you mean"),
        (
            {"rules": {"long-sentence": {"max_words": -1}}},
            "rules: long-sentence: max_words: must be 1 or more, not “-1”",
        ),
        (
            {"rules": {"passive-voice": {"max_share": float("nan")}}},
            "rules: passive-voice: max_share: must be a number, not “nan”",
        ),
        ({"terms": {"utilisse": "off"}}, "terms: no glossary has the term “utilisse”. Did you"),
        (
            {"terms": {"utilise": {"treatment": "of"}}},
            "terms: utilise: treatment: must be “replace”, “explain” or “avoid”, not “of”.",
        ),
    ],
)
def test_names_that_do_not_exist(options: dict[str, Any], message: str) -> None:
    with pytest.raises(plainspeak.UsageError) as caught:
        plainspeak.check_text("Hello.", **options)
    assert str(caught.value).startswith(message)


def test_one_word_or_path_needs_no_list(tmp_path: Path) -> None:
    path = tmp_path / "ours.yml"
    path.write_text(OURS, encoding="utf-8")
    for glossaries in (path, str(path), [path], (str(path),)):
        assert checked_options({"glossaries": glossaries}) == {"glossaries": (path,)}
    report = plainspeak.check_text("It will zoomify.", select="jargon", glossaries=path)
    assert [finding.term for finding in report.findings] == ["zoomify"]


def test_a_glossary_that_is_not_there() -> None:
    with pytest.raises(plainspeak.GlossaryError, match=r"^x\.yml:1: there is no such file"):
        plainspeak.check_text("Hello.", glossaries="x.yml")


def test_rules_and_terms_are_said_as_in_a_settings_file() -> None:
    assert checked_options(
        {
            "rules": {"jargon": "off", "long-sentence": {"max_words": 9}},
            "terms": {"asset": "off", "agenda": None, "utilise": {"alternatives": ["use"]}},
        }
    ) == {
        "rules": {"jargon": {"severity": "off"}, "long-sentence": {"max_words": 9}},
        "terms": {"asset": None, "agenda": None, "utilise": {"alternatives": ["use"]}},
    }
    text = "We utilise it."
    assert plainspeak.check_text(text, select="jargon").findings
    assert not plainspeak.check_text(text, rules={"jargon": "off"}).findings
    assert not plainspeak.check_text(text, terms={"utilised": "off"}).findings


def test_no_options_mean_the_defaults() -> None:
    assert Settings(**checked_options({})) == Settings()


def test_options_go_over_the_settings_file(tmp_path: Path) -> None:
    (tmp_path / "plainspeak.yml").write_text(
        "select: [long-sentence]\nrules: {jargon: {near: 3}}\nterms: {utilise: off}\n",
        encoding="utf-8",
    )
    path = tmp_path / "a.md"
    path.write_text("We utilise it.", encoding="utf-8")
    assert not plainspeak.check(path, select="jargon").findings
    report = plainspeak.check(path, select="jargon", terms={})
    assert [finding.text for finding in report.findings] == ["utilise"]
    with pytest.raises(plainspeak.UsageError, match=r"^select: there is no rule called “jargn”"):
        plainspeak.check(path, select="jargn")
