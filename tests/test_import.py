"""What `import plainspeak` costs, and what it gives."""

from __future__ import annotations

import subprocess
import sys

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


@pytest.mark.parametrize("name", plainspeak.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    thing = getattr(plainspeak, name)
    assert thing.__doc__


def test_dir_is_the_public_names() -> None:
    assert dir(plainspeak) == sorted(plainspeak.__all__)


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = plainspeak.chek  # type: ignore[attr-defined]
