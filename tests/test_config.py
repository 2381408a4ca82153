import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.config import FAIL_ON, PROFILES, Settings, find_settings, load_settings
from plainspeak.config.load import _toml_lines
from plainspeak.errors import SettingsError, UsageError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def error_of(path: Path, name: str = "plainspeak.yml") -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(path, name)
    return str(caught.value)


FULL = """\
profile: health
select: [jargon, long-sentence]
ignore:
  - passive-voice
glossaries: [words/ours.yml]
model: en_core_web_sm
fail_on: error
exclude:
  - drafts/
rules:
  long-sentence:
    severity: error
    max_words: 18
  reading-level: off
  jargon: suggestion
accept: [respite]
terms:
  stakeholder: off
  coproduction:
    treatment: explain
"""


def test_every_setting_is_read(tmp_path):
    glossary = write(tmp_path / "words" / "ours.yml", "")
    settings = load_settings(write(tmp_path / "plainspeak.yml", FULL), "plainspeak.yml")
    assert settings == Settings(
        profile="health",
        select=("jargon", "long-sentence"),
        ignore=("passive-voice",),
        glossaries=(glossary,),
        model="en_core_web_sm",
        fail_on="error",
        exclude=("drafts/",),
        rules={
            "long-sentence": {"severity": "error", "max_words": 18},
            "reading-level": {"severity": "off"},
            "jargon": {"severity": "suggestion"},
        },
        accept=("respite",),
        terms={"stakeholder": None, "coproduction": {"treatment": "explain"}},
    )
    assert settings.root == tmp_path.resolve()
    assert settings.where("rules", "long-sentence", "max_words") == "plainspeak.yml:13: "
    assert settings.where("select", 1) == "plainspeak.yml:2: "
    assert settings.where("ignore", 0) == "plainspeak.yml:4: "
    assert settings.where("terms", "stakeholder") == "plainspeak.yml:18: "


TOML = """\
[project]
name = "leaflets"
profile = "not ours"

[tool.other]
profile = "not ours"

[tool.plainspeak]
profile = "easy-read"  # for leaflets
fail_on = "never"
select = [
    "jargon",
    "long-sentence",
]
terms.stakeholder = "off"

[tool.plainspeak.rules.long-sentence]
severity = "error"
max_words = 12

[tool.plainspeak.rules."passive-voice"]
severity = "off"
"""


def test_pyproject_says_the_same_as_yaml(tmp_path):
    settings = load_settings(write(tmp_path / "pyproject.toml", TOML), "pyproject.toml")
    assert settings == Settings(
        profile="easy-read",
        fail_on="never",
        select=("jargon", "long-sentence"),
        rules={
            "long-sentence": {"severity": "error", "max_words": 12},
            "passive-voice": {"severity": "off"},
        },
        terms={"stakeholder": None},
    )
    assert settings.where("profile") == "pyproject.toml:9: "
    assert settings.where("select", 1) == "pyproject.toml:11: "
    assert settings.where("terms", "stakeholder") == "pyproject.toml:15: "
    assert settings.where("rules", "long-sentence", "max_words") == "pyproject.toml:19: "
    assert settings.where("rules", "passive-voice", "severity") == "pyproject.toml:22: "


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n", "\ufeff# with a mark\n"])
def test_an_empty_file_means_the_defaults(tmp_path, text):
    assert load_settings(write(tmp_path / "plainspeak.yml", text)) == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "# ours\n\nprofil: plain\n",
            "plainspeak.yml:3: profil: no such field. Did you mean “profile”?",
        ),
        ("fail-on: error\n", "plainspeak.yml:1: fail-on: no such field. Did you mean “fail_on”?"),
        (
            "profile: plain\nprofile: health\n",
            "plainspeak.yml:2: “profile” is here twice; keep one",
        ),
        ("select: jargon\n", "plainspeak.yml:1: select: must be a list; start each line with “- ”"),
        (
            "glossaries:\n  - here.yml\n",
            "plainspeak.yml:2: glossaries: there is no file {folder}/here.yml",
        ),
        (
            "terms:\n  stakeholder:\n",
            "plainspeak.yml:2: terms: stakeholder: write “off” to silence this term, "
            "or the fields to change",
        ),
        (
            "- profile\n",
            "plainspeak.yml:1: file: must hold names with values; write lines of “name: value”",
        ),
        (
            "rules:\n  3: off\n",
            "plainspeak.yml:2: rules: a name must be words; put quotes around it",
        ),
        (
            "exclude:\n",
            "plainspeak.yml:1: exclude: is empty; write what it should be, or take it out",
        ),
        (
            "model: ''\n",
            "plainspeak.yml:1: model: is empty; write what it should be, or take it out",
        ),
    ],
)
def test_messages_name_the_file_and_line_and_how_to_mend_it(tmp_path, text, message):
    path = write(tmp_path / "plainspeak.yml", text)
    assert error_of(path) == message.format(folder=tmp_path.resolve())


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "profile: helth\n",
            "plainspeak.yml:1: profile: must be “plain”, “health”, “easy-read”, “technical” or “wcag”, "
            "not “helth”. Did you mean “health”?",
        ),
        ("fail_on: errors\n", "plainspeak.yml:1: fail_on: must be “error”, “warning”"),
        (
            "rules:\n  jargon: warn\n",
            "plainspeak.yml:2: rules: jargon: severity: must be “off”, “suggestion”",
        ),
        (
            "rules:\n  jargon:\n    severity: on\n",
            "plainspeak.yml:3: rules: jargon: severity: must be “off”",
        ),
        ("rules: {jargon: {severity: }}\n", "plainspeak.yml:1: rules: jargon: severity: is empty"),
        ("rules:\n  - jargon\n", "plainspeak.yml:1: rules: must hold names with values"),
        ("profile: [plain\n", "plainspeak.yml:2: this is not YAML"),
        ("exclude: [3]\n", "plainspeak.yml:1: exclude: must be words"),
    ],
)
def test_wrong_values_are_named_with_their_line(tmp_path, text, start):
    message = error_of(write(tmp_path / "plainspeak.yml", text))
    assert message.startswith(start)
    assert "\n" not in message


def test_every_mistake_is_told_at_once_in_order(tmp_path):
    path = write(tmp_path / "plainspeak.yml", "profil: plain\nselect: jargon\nexcluded: []\n")
    lines = error_of(path).splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "plainspeak.yml:1",
        "plainspeak.yml:2",
        "plainspeak.yml:3",
    ]


def test_pyproject_mistakes_have_a_line_too(tmp_path):
    path = write(tmp_path / "pyproject.toml", TOML.replace("fail_on", "failon"))
    assert error_of(path, "pyproject.toml") == (
        "pyproject.toml:10: failon: no such field. Did you mean “fail_on”?"
    )
    path = write(tmp_path / "pyproject.toml", "[tool.plainspeak]\nprofile = plain\n")
    assert error_of(path, "pyproject.toml").startswith("pyproject.toml:2: this is not TOML")
    path = write(tmp_path / "pyproject.toml", "[tool]\nplainspeak = 3\n")
    assert error_of(path, "pyproject.toml").startswith("pyproject.toml:2: file: must hold")
    path = write(tmp_path / "pyproject.toml", "[project]\n")
    assert error_of(path, "pyproject.toml") == (
        "pyproject.toml:1: there is no [tool.plainspeak] table in this file"
    )


def test_files_that_cannot_be_read(tmp_path):
    assert error_of(tmp_path / "none.yml", "none.yml") == (
        "none.yml:1: there is no such file. Check the name and the folder."
    )
    path = tmp_path / "plainspeak.yml"
    path.write_bytes("profile: plain\n# caf\xe9\n".encode("latin-1"))
    assert error_of(path) == "plainspeak.yml:2: this file is not UTF-8; save it as UTF-8"
    path.write_bytes(b"#" * 1024**2)
    assert "too large" in error_of(path)


def test_the_nearest_file_wins(tmp_path):
    deep = tmp_path / "docs" / "leaflets"
    deep.mkdir(parents=True)
    document = deep / "leaflet.md"
    top = write(tmp_path / "plainspeak.yml", "")
    assert find_settings(document) == top.resolve()
    assert find_settings(deep) == top.resolve()
    near = write(tmp_path / "docs" / "pyproject.toml", "[tool.plainspeak]\n")
    assert find_settings(document) == near.resolve()
    assert find_settings(tmp_path / "other.md") == top.resolve()
    here = write(deep / "plainspeak.yaml", "")
    assert find_settings(document) == here.resolve()
    here = write(deep / "plainspeak.yml", "")
    assert find_settings(document) == here.resolve()


def test_a_pyproject_that_is_not_ours_is_passed_by(tmp_path):
    top = write(tmp_path / "plainspeak.yml", "")
    write(tmp_path / "a" / "pyproject.toml", "this is = not [ TOML")
    assert find_settings(tmp_path / "a" / "x.md") == top.resolve()
    write(tmp_path / "a" / "pyproject.toml", '[project]\ndependencies = ["plainspeak"]\n')
    assert find_settings(tmp_path / "a" / "x.md") == top.resolve()


def test_the_search_does_not_go_through_dot_dot(tmp_path, monkeypatch):
    work = tmp_path / "work"
    work.mkdir()
    write(work / "plainspeak.yml", "")
    write(tmp_path / "docs" / "x.md", "")
    top = write(tmp_path / "plainspeak.yml", "")
    monkeypatch.chdir(work)
    assert find_settings("../docs/x.md") == top.resolve()


def test_the_command_line_goes_over_the_file(tmp_path):
    glossary = write(tmp_path / "words" / "ours.yml", "")
    settings = load_settings(write(tmp_path / "plainspeak.yml", FULL), "plainspeak.yml")
    assert settings.with_options() == settings
    more = settings.with_options(
        profile="plain", ignore=["jargon"], glossaries=[Path("more.yml")], fail_on="never"
    )
    assert (more.profile, more.fail_on, more.model) == ("plain", "never", "en_core_web_sm")
    assert more.ignore == ("passive-voice", "jargon")
    assert more.glossaries == (Path("more.yml"), glossary)
    assert more.where("ignore", 0) == "plainspeak.yml:4: "
    assert more.where("ignore", 1) == ""


def test_a_selected_rule_runs_whatever_the_file_says(tmp_path):
    write(tmp_path / "words" / "ours.yml", "")
    settings = load_settings(write(tmp_path / "plainspeak.yml", FULL), "plainspeak.yml")
    chosen = settings.with_options(select=["reading-level", "passive-voice"])
    assert chosen.select == ("reading-level", "passive-voice")
    assert chosen.ignore == ()
    assert chosen.rules["reading-level"] == {}
    assert chosen.rules["long-sentence"] == {"severity": "error", "max_words": 18}
    assert chosen.where("select", 0) == ""
    assert settings.rules["reading-level"] == {"severity": "off"}


OWN = """\
profile: leaflets
rules:
  long-sentence: {severity: error}
profiles:
  leaflets:
    extends: ours
    rules:
      long-sentence:
        max_words: 12
      passive-voice: off
  ours:
    extends: health
    rules:
      long-sentence: {max_words: 18, severity: suggestion}
      passive-voice: warning
  plainer: {}
"""


def test_profiles_of_your_own(tmp_path):
    settings = load_settings(write(tmp_path / "plainspeak.yml", OWN), "plainspeak.yml")
    assert settings.lineage == ("leaflets", "ours", "health")
    assert settings.base == "health"
    assert settings.changes_to("long-sentence") == {
        "max_words": (12, ("profiles", "leaflets", "rules", "long-sentence", "max_words")),
        "severity": ("error", ("rules", "long-sentence", "severity")),
    }
    assert settings.changes_to("passive-voice")["severity"][0] == "off"
    assert settings.changes_to("jargon") == {}
    other = settings.with_options(profile="ours")
    assert other.changes_to("long-sentence")["max_words"][0] == 18
    assert settings.with_options(profile="plainer").base == "plain"
    assert settings.with_options(profile="wcag").lineage == ("wcag",)


def test_profiles_of_your_own_in_toml(tmp_path):
    text = (
        '[tool.plainspeak]\nprofile = "ours"\n\n[tool.plainspeak.profiles.ours]\n'
        'extends = "health"\n\n[tool.plainspeak.profiles.ours.rules.long-sentence]\n'
        "max_words = 18\n"
    )
    settings = load_settings(write(tmp_path / "pyproject.toml", text), "pyproject.toml")
    value, path = settings.changes_to("long-sentence")["max_words"]
    assert (value, settings.where(*path)) == (18, "pyproject.toml:8: ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "profiles:\n  ours:\n    extends: helth\n",
            "plainspeak.yml:3: profiles: ours: extends: there is no profile called “helth”. "
            "Did you mean “health”?",
        ),
        (
            "profiles:\n  a:\n    extends: b\n  b:\n    extends: a\n",
            "plainspeak.yml:5: profiles: b: extends: goes round in a circle (a → b → a); let one "
            "extend “plain”, “health”, “easy-read”, “technical” or “wcag”.",
        ),
        (
            "profiles:\n  a:\n    extends: a\n",
            "plainspeak.yml:3: profiles: a: extends: goes round in a circle (a → a); let one "
            "extend “plain”, “health”, “easy-read”, “technical” or “wcag”.",
        ),
        (
            "profiles:\n  health: {}\n",
            "plainspeak.yml:2: profiles: health: plainspeak has a profile of this name; choose "
            "another.",
        ),
        (
            "profile: our\nprofiles: {ours: {}}\n",
            "plainspeak.yml:1: profile: must be “plain”, “health”, “easy-read”, “technical”, "
            "“wcag” or “ours”, not “our”. Did you mean “ours”?",
        ),
        (
            "profiles:\n  ours:\n    extend: health\n",
            "plainspeak.yml:3: profiles: ours: extend: no such field. Did you mean “extends”?",
        ),
        (
            "profiles: {ours: 3}\n",
            "plainspeak.yml:1: profiles: ours: must hold names with values; write lines of "
            "“name: value”",
        ),
    ],
)
def test_mistakes_in_profiles_have_a_line(tmp_path, text, message):
    assert error_of(write(tmp_path / "plainspeak.yml", text)) == message


def test_a_profile_from_the_command_line_has_no_line(tmp_path):
    settings = load_settings(write(tmp_path / "plainspeak.yml", OWN), "plainspeak.yml")
    with pytest.raises(UsageError, match=r"^profile: must be .*Did you mean “leaflets”"):
        settings.with_options(profile="leaflet")


def test_settings_without_a_file_have_no_place():
    assert Settings().where("profile") == ""
    assert Settings().where() == ""
    assert (Settings().profile, Settings().fail_on) == (PROFILES[0], FAIL_ON[1])


@pytest.mark.parametrize("wrong", [{"profile": "helth"}, {"fail_on": "errors"}])
def test_settings_made_by_hand_are_checked_too(wrong):
    with pytest.raises(UsageError, match="must be “"):
        Settings(**wrong)


def test_options_of_a_program_have_no_line(tmp_path):
    write(tmp_path / "words" / "ours.yml", "")
    settings = load_settings(write(tmp_path / "plainspeak.yml", FULL), "plainspeak.yml")
    more = settings.replaced({"select": ("jargn",), "rules": {}})
    assert (more.select, more.rules, more.ignore) == (("jargn",), {}, ("passive-voice",))
    assert more.where("select", 0) == ""
    assert more.where("rules", "long-sentence") == ""
    assert more.where("ignore", 0) == "plainspeak.yml:4: "


keys = st.text("abcdefghij-_", min_size=1, max_size=8)


@given(st.dictionaries(keys, st.dictionaries(keys, st.integers(), max_size=4), max_size=5))
def test_every_toml_key_gets_its_own_line(tables):
    text = '[project]\nname = "x"\n'
    expected = {}
    for name, table in tables.items():
        text += f'\n[tool.plainspeak.rules."{name}"]\n'
        expected["rules", name] = text.count("\n")
        for key, value in table.items():
            text += f"{key} = {value}\n"
            expected["rules", name, key] = text.count("\n")
    text += "\n[tool.plainspeak]\nprofile = 'plain'\n"
    lines = _toml_lines(text, tomllib.loads(text))
    assert lines["profile",] == text.count("\n")
    assert {path: line for path, line in lines.items() if len(path) > 1} == expected


def test_a_sign_that_some_take_for_a_line_end_does_not_shift_the_lines_of_toml(tmp_path):
    text = '[tool.plainspeak]\naccept = ["a\u2028b\u0085"]\nprofile = "plian"\n'
    assert error_of(write(tmp_path / "pyproject.toml", text), "a.toml").startswith("a.toml:3: ")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=200))
def test_any_text_is_read_or_refused_with_a_line(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "plainspeak.yml"
    path.write_bytes(text.encode())
    message = ""
    try:
        load_settings(path, "plainspeak.yml")
    except SettingsError as error:
        message = str(error)
    assert not message or message.startswith("plainspeak.yml:")
