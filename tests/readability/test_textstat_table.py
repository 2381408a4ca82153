"""textstat's table, offline and without leaving a trace."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.readability import textstat_table

TEXT = (
    "The council runs a community consultation every winter. Nobody needs an appointment to speak "
    "about their area. The people involved created opportunities for isolated neighbours."
)

OFFLINE = """
import json, socket, sys

def refuse(*args, **kwargs):
    sys.exit("asked for the network")

def watch(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"}:
        refuse()

sys.addaudithook(watch)
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from plainspeak.readability import textstat_table
json.dump(textstat_table(sys.argv[1]), sys.stdout)
"""


def run(code: str, *args: str, home: Path) -> str:
    environment = {**os.environ, "HOME": str(home), "USERPROFILE": str(home), "NLTK_DATA": ""}
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_needs_no_network_and_gives_the_same_everywhere(tmp_path: Path) -> None:
    found = json.loads(run(OFFLINE, TEXT, home=tmp_path))
    assert found == pytest.approx({**textstat_table(TEXT)})
    assert list(tmp_path.iterdir()) == []


def test_readability_alone_loads_neither_textstat_nor_spacy(tmp_path: Path) -> None:
    code = (
        "import sys, plainspeak.readability; "
        "print(sorted({'textstat', 'nltk', 'spacy'} & set(sys.modules)))"
    )
    assert run(code, home=tmp_path).strip() == "[]"


def test_scores_english_as_english() -> None:
    table = textstat_table(TEXT)
    assert table["sentence_count"] == 3
    assert table["lexicon_count"] == 25
    assert 8 < float(table["flesch_kincaid_grade"]) < 14
    assert str(table["text_standard"]).endswith("grade")
    easy = textstat_table("The dog ran to the big tree. The boy saw the dog. He was glad.")
    assert float(easy["dale_chall_readability_score"]) < 1


def test_leaves_textstat_as_it_was() -> None:
    from textstat import textstat

    before, filters = dict(vars(textstat)), list(warnings.filters)
    textstat_table(TEXT)
    assert vars(textstat) == before
    assert warnings.filters == filters


def test_says_nothing_on_the_way(recwarn: pytest.WarningsRecorder) -> None:
    textstat_table(TEXT)
    assert not recwarn.list


@pytest.mark.parametrize("prose", ["", " \n", "...", "12 24", "\U0001f600"])
def test_nothing_to_score(prose: str) -> None:
    assert textstat_table(prose) == {}


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_any_text_gives_finite_numbers(prose: str) -> None:
    for value in textstat_table(prose).values():
        assert isinstance(value, str) or math.isfinite(value)
