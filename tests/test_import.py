"""What `import plainspeak` costs, and what it gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import plainspeak

HEAVY = (
    "spacy",
    "textstat",
    "yaml",
    "click",
    "rich",
    "pydantic",
    "lemminflect",
    "numpy",
    "pyromark",
)


def in_fresh_python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, plainspeak; print([n for n in {HEAVY!r} if n in sys.modules])"
    assert in_fresh_python(code) == "[]"


def test_settings_load_nothing_heavy() -> None:
    code = (
        "import sys, plainspeak; plainspeak.Settings(profile='health'); plainspeak.Finding; "
        f"print([n for n in {HEAVY!r} if n in sys.modules])"
    )
    assert in_fresh_python(code) == "[]"


NOT_FOR_A_CHECK = (
    "textstat",
    "plainspeak.cli.explain",
    "plainspeak.cli.glossary",
    "plainspeak.cli.score",
    "plainspeak.curation",
    "plainspeak.glossary.explaining.in_sentence",
)


def test_a_check_makes_only_what_it_needs(tmp_path: Path) -> None:
    plainspeak.check_text("Fine.")  # From now on the glossaries are kept compiled.
    path = tmp_path / "tiny.md"
    path.write_text("# Help\n\nThe council will utilise it. You must fill in the form by Friday.\n")
    code = (
        "import sys; from plainspeak.cli import run\n"
        f"print(run(['check', '--no-cache', {str(path)!r}]))\n"
        f"print([n for n in {NOT_FOR_A_CHECK!r} if n in sys.modules])\n"
        "from lemminflect import Inflections, Lemmatizer\n"
        "from plainspeak.glossary.schema import Entry\n"
        "print(hasattr(Inflections(), 'infl_dict'), hasattr(Lemmatizer(), 'lemma_dict'))\n"
        "print(Entry.__pydantic_complete__)"
    )
    *report, exit_code, modules, tables, schema = in_fresh_python(code).splitlines()
    assert any("“utilise”" in line for line in report)
    assert exit_code == "1"
    assert modules == "[]"
    assert tables == "False False"
    assert schema == "False"


@pytest.mark.parametrize("name", plainspeak.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    thing = getattr(plainspeak, name)
    assert thing.__doc__


def test_dir_is_the_public_names() -> None:
    assert dir(plainspeak) == sorted(plainspeak.__all__)


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = plainspeak.chek  # type: ignore[attr-defined]
