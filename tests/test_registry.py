from __future__ import annotations

import types
from dataclasses import dataclass
from pathlib import Path

import pytest

from plainspeak.config import Settings, load_settings
from plainspeak.errors import PluginError, SettingsError, UsageError
from plainspeak.model import Severity
from plainspeak.registry import (
    active_rules,
    in_profile,
    place_of,
    rule,
    rules,
    with_mistakes_of_rules,
)
from plainspeak.rule import BUILT_IN_PROFILES, Need, Rule


def ids(settings: Settings) -> list[str]:
    return [active.id for active in active_rules(settings)]


def test_every_file_is_a_rule_and_has_cases() -> None:
    root = Path(__file__).parents[1]
    files = [path.stem for path in (root / "plainspeak" / "rules").glob("[a-z]*.py")]
    assert list(rules()) == sorted(name.replace("_", "-") for name in files)
    cases = {path.stem for path in (root / "tests" / "rules").glob("*.yml")}
    assert cases == set(files)
    assert {"hard-word", "jargon", "long-sentence", "passive-voice"} < set(rules())


def test_select_and_ignore() -> None:
    assert ids(Settings(select=("jargon",))) == ["jargon"]
    assert "jargon" not in ids(Settings(ignore=("jargon",)))
    assert ids(Settings(select=("jargon", "long-sentence"), ignore=("jargon",))) == [
        "long-sentence"
    ]


def test_profiles_change_numbers() -> None:
    limits = {
        profile: next(
            active.options.max_words
            for active in active_rules(Settings(profile=profile))
            if active.id == "long-sentence"
        )
        for profile in BUILT_IN_PROFILES
    }
    assert limits == {"plain": 25, "health": 20, "easy-read": 15, "technical": 25, "wcag": 25}


OWN = """\
profile: leaflets
profiles:
  leaflets:
    extends: ours
    rules:
      long-sentence: {max_words: 12}
      jargon: off
  ours:
    extends: health
    rules:
      long-sentence: {max_words: 18, severity: error}
"""


def test_a_profile_of_your_own_starts_from_the_one_it_extends(tmp_path: Path) -> None:
    path = tmp_path / "plainspeak.yml"
    path.write_text(OWN, encoding="utf-8")
    settings = load_settings(path)
    active = {each.id: each for each in active_rules(settings)}
    assert active["long-sentence"].options.max_words == 12
    assert active["long-sentence"].severity is Severity.ERROR
    assert "jargon" not in active
    health = {each.id: each for each in active_rules(Settings(profile="health"))}
    assert active["hard-word"].options == health["hard-word"].options
    assert "jargon" in ids(settings.with_options(profile="ours"))
    assert ids(settings.with_options(select=["jargon"])) == ["jargon"]
    assert in_profile(rule("long-sentence"), "ours", settings)[1].max_words == 18


@pytest.mark.parametrize(
    ("rules_of_profile", "message"),
    [
        ("long-sentenc: off", "3: profiles: ours: rules: there is no rule called “long-sentenc”."),
        (
            "long-sentence: {max_word: 3}",
            "3: profiles: ours: rules: long-sentence: there is no option called “max_word”. "
            "Did you mean “max_words”?",
        ),
        (
            "long-sentence: {max_words: -3}",
            "3: profiles: ours: rules: long-sentence: max_words: must be 1 or more, not “-3”",
        ),
    ],
)
def test_slips_in_a_profile_are_found_even_if_it_is_not_in_force(
    tmp_path: Path, rules_of_profile: str, message: str
) -> None:
    path = tmp_path / "plainspeak.yml"
    path.write_text(f"profiles:\n  ours:\n    rules: {{{rules_of_profile}}}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        active_rules(load_settings(path, "plainspeak.yml"))
    assert str(caught.value).startswith(f"plainspeak.yml:{message}")


def test_a_standard_runs_only_the_rules_that_name_it() -> None:
    running = ids(Settings(profile="wcag"))
    assert {"jargon", "unexplained-abbreviation", "reading-level", "summary-first"} <= set(running)
    assert "passive-voice" not in running
    assert ids(Settings(profile="wcag", select=("passive-voice",))) == ["passive-voice"]


def test_severity_from_settings() -> None:
    settings = Settings(
        rules={"jargon": {"severity": "error"}, "long-sentence": {"severity": "off"}}
    )
    severities = {active.id: active.severity for active in active_rules(settings)}
    assert severities["jargon"] is Severity.ERROR
    assert "long-sentence" not in severities


def test_unknown_rule_on_the_command_line() -> None:
    with pytest.raises(UsageError, match=r"no rule called “jargn”. Did you mean “jargon”"):
        ids(Settings(select=("jargn",)))
    with pytest.raises(UsageError, match="no rule called “x”"):
        rule("x")


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        (
            "rules:\n  jargn: off\n",
            ":2: rules: there is no rule called “jargn”. Did you mean “jargon”?",
        ),
        (
            "rules:\n  long-sentence:\n    max_word: 9\n",
            ":3: rules: long-sentence: there is no option called “max_word”. Did you mean “max_words”?",
        ),
        (
            "rules:\n  long-sentence:\n    max_words: many\n",
            ":3: rules: long-sentence: max_words: must be a whole number",
        ),
        (
            "rules:\n  long-sentence:\n    max_words: -1\n",
            ":3: rules: long-sentence: max_words: must be 1 or more, not “-1”",
        ),
        (
            "rules:\n  long-sentence:\n    max_words: true\n",
            ":3: rules: long-sentence: max_words: must be a number, not “true”",
        ),
        (
            "rules:\n  long-sentence:\n    max_words:\n",
            ":3: rules: long-sentence: max_words: is empty; write what it should be",
        ),
        (
            "rules:\n  passive-voice:\n    max_share: .nan\n",
            ":3: rules: passive-voice: max_share: must be a number, not “nan”",
        ),
        (
            "rules:\n  passive-voice: {max_share: 10}\n",
            ":2: rules: passive-voice: max_share: must be from 0 to 1, not “10”",
        ),
        (
            "rules:\n  reading-level: {max_age: 2}\n",
            ":2: rules: reading-level: max_age: must be 5 or more, not “2”",
        ),
        (
            "rules:\n  jargon: {near: -1}\n",
            ":2: rules: jargon: near: must be 0 or more, not “-1”",
        ),
        ("select: [jargon, jargn]\n", ":1: select: there is no rule called “jargn”"),
    ],
)
def test_settings_errors_say_where(tmp_path: Path, yaml: str, message: str) -> None:
    path = tmp_path / "plainspeak.yml"
    path.write_text(yaml, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        ids(load_settings(path))
    assert str(caught.value).startswith(f"{path}{message}")


def test_numbers_at_their_limits() -> None:
    rules = {"passive-voice": {"max_share": 1}, "long-sentence": {"max_words": 1}}
    options = {active.id: active.options for active in active_rules(Settings(rules=rules))}
    assert options["passive-voice"].max_share == 1
    assert options["long-sentence"].max_words == 1


def test_a_severity_that_does_not_exist() -> None:
    with pytest.raises(UsageError, match=r"^rules: jargon: severity: must be .* not “loud”"):
        ids(Settings(rules={"jargon": {"severity": "loud"}}))


def test_what_the_options_of_a_rule_refuse_has_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @dataclass(frozen=True)
    class Options:
        lists: tuple[str, ...] = ()
        other: int = 0

        def __post_init__(self) -> None:
            if "every" in self.lists:
                raise ValueError("there is no list called “every”")

    monkeypatch.setattr(rule("jargon").module, "Options", Options)
    monkeypatch.setattr(rule("jargon").module, "PROFILES", {})
    path = tmp_path / "plainspeak.yml"
    start = "rules:\n  jargon:\n    severity: error\n    lists: [every]\n"
    path.write_text(start, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        ids(load_settings(path, "p.yml"))
    assert str(caught.value) == "p.yml:4: rules: jargon: lists: there is no list called “every”"
    path.write_text(f"{start}    other: 3\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        ids(load_settings(path, "p.yml"))
    assert str(caught.value) == "p.yml:2: rules: jargon: there is no list called “every”"


def test_a_rule_must_be_whole() -> None:
    module = types.ModuleType("plug.my_rule", "My rule.")
    with pytest.raises(PluginError, match=r"rule my-rule .* has no SEVERITY"):
        Rule.from_module(module)


def test_every_option_has_help_and_a_default() -> None:
    for found in rules().values():
        for field in found.option_fields():
            assert field.metadata["help"], (found.id, field.name)
        for profile in BUILT_IN_PROFILES:
            found.options_in(profile)
        assert found.needs & Need.WORDS or found.needs & Need.SENTENCES


EVERY_MISTAKE = """\
known: [RPF]
long-sentence: off
profile: nope
fail_on: loud
rules:
  long-sentence:
    max_words: 0
    maxwords: 3
  jargn: off
select: [pasive-voice]
"""


def test_all_mistakes_of_a_settings_file_come_at_once(tmp_path: Path) -> None:
    path = tmp_path / "plainspeak.yml"
    path.write_text(EVERY_MISTAKE, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(path, "p.yml", place_of)
    lines = str(with_mistakes_of_rules(caught.value)).splitlines()
    assert [line.split(": ", 1) for line in lines] == [
        [
            "p.yml:1",
            "known: no such field. Write it under “rules: unexplained-abbreviation:”, or the like; "
            "or list your words under “accept:”.",
        ],
        ["p.yml:2", "long-sentence: no such field. Write it under “rules:”, as “long-sentence:”."],
        [
            "p.yml:3",
            "profile: must be “plain”, “health”, “easy-read”, “technical” or “wcag”, not “nope”.",
        ],
        [
            "p.yml:4",
            "fail_on: must be “error”, “warning”, “suggestion” or “never”, not “loud”.",
        ],
        ["p.yml:7", "rules: long-sentence: max_words: must be 1 or more, not “0”"],
        [
            "p.yml:8",
            "rules: long-sentence: there is no option called “maxwords”. Did you mean “max_words”?",
        ],
        ["p.yml:9", "rules: there is no rule called “jargn”. Did you mean “jargon”?"],
        [
            "p.yml:10",
            "select: there is no rule called “pasive-voice”. Did you mean “passive-voice”?",
        ],
    ]


def test_all_mistakes_on_rules_come_at_once(tmp_path: Path) -> None:
    path = tmp_path / "plainspeak.yml"
    path.write_text("rules: {jargn: off, long-sentence: {x: 1, max_words: y}}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        ids(load_settings(path, "p.yml"))
    assert len(str(caught.value).splitlines()) == 3
