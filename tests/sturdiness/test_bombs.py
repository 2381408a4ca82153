"""Settings and glossaries that unfold, go round in circles or are no YAML are refused with a line."""

import pytest

from plainspeak.config import load_settings
from plainspeak.errors import GlossaryError, SettingsError
from plainspeak.glossary import loading
from plainspeak.readers import read_text

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
)
BAD = {
    "alias bomb": (BOMB, "more than 200,000 values; split the file"),
    "an alias to itself": ("a: &a [*a]\n", ""),
    "lists in lists": ("a: " + "[" * 5_000 + "]" * 5_000, "the lists are nested too deep"),
    "tables in tables": ("a: " + "{b: " * 5_000 + "}" * 5_000, "the lists are nested too deep"),
    "a tag that runs code": ("a: !!python/object/apply:os.system [ls]\n", ""),
    "NUL": ("a: \0\n", "this is not YAML: it holds U+0000"),
}


@pytest.mark.parametrize("kind", BAD)
def test_settings(tmp_path, kind):
    text, says = BAD[kind]
    file = tmp_path / "plainspeak.yml"
    file.write_text(text)
    with pytest.raises(SettingsError) as error:
        load_settings(file, "plainspeak.yml")
    assert str(error.value).startswith("plainspeak.yml:")
    assert says in str(error.value)
    assert len(str(error.value)) < 2_000


@pytest.mark.parametrize("kind", BAD)
def test_glossaries(tmp_path, kind):
    text, says = BAD[kind]
    file = tmp_path / "ours.yml"
    file.write_text(text)
    with pytest.raises(GlossaryError) as error:
        loading.ready(file)
    assert str(error.value).startswith(f"{file}:")
    assert says in str(error.value)


def test_front_matter_is_never_unfolded():
    document = read_text(f"---\n{BOMB}---\n\nWe use it.\n")
    assert document.prose == "We use it."


def test_toml_in_toml(tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool.plainspeak]\nselect = " + "[" * 5_000 + "]" * 5_000 + "\n")
    with pytest.raises(SettingsError, match=r"^p:1: the lists are nested too deep$"):
        load_settings(file, "p")


def test_files_that_are_too_large(tmp_path):
    settings = tmp_path / "plainspeak.yml"
    settings.write_bytes(b"#" * 1024**2)
    with pytest.raises(SettingsError, match=r"^s:1: the file is too large \(the limit is 1 MB\)"):
        load_settings(settings, "s")
    ours = tmp_path / "ours.yml"
    ours.write_bytes(b"#" * 5 * 1024**2)
    with pytest.raises(
        GlossaryError, match=r"ours\.yml:1: the file is too large \(the limit is 5 MB\)"
    ):
        loading.ready(ours)


def test_glossaries_that_extend_each_other(tmp_path):
    for name, other in (("a", "b"), ("b", "c"), ("c", "a")):
        (tmp_path / f"{name}.yml").write_text(
            f"name: {name}\nabout: Us.\nextends: [{other}.yml]\nterms: []\n"
        )
    with pytest.raises(
        GlossaryError, match=r"goes round in a circle \(a.yml → b.yml → c.yml → a.yml\)"
    ):
        loading.with_extended([tmp_path / "a.yml"])


def test_a_long_row_of_glossaries_that_extend_each_other(tmp_path):
    for number in range(300):
        (tmp_path / f"{number}.yml").write_text(
            f"name: g{number}\nabout: Us.\nextends: [{number + 1}.yml]\nterms: []\n"
        )
    (tmp_path / "300.yml").write_text("name: last\nabout: Us.\naccept: [parish]\n")
    assert len(loading.with_extended([tmp_path / "0.yml"])) == 301


def test_profiles_that_extend_each_other(tmp_path):
    file = tmp_path / "plainspeak.yml"
    file.write_text("profiles:\n  a: {extends: b}\n  b: {extends: a}\n")
    with pytest.raises(SettingsError, match=r"^s:\d: profiles: b: extends: goes round in a circle"):
        load_settings(file, "s")
