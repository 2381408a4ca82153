"""The benchmark of speed: it runs, and its figures mean what the page says. No time is judged."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from benchmarks.speed import peers
from benchmarks.speed.chart import Bar, Panel, draw
from benchmarks.speed.measuring import peak_memory, run
from benchmarks.speed.page import FIGURES, PAGE, chart, page, tables
from benchmarks.speed.texts import Sizes, prepare

ROOT = Path(__file__).parents[1]
SIZES = Sizes(sample=60, many=5, large=40, part=3)


def paragraphs(name: str, count: int) -> str:
    return "\n\n".join(f"Paragraph {number} of {name} is here." for number in range(count)) + "\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.md").write_text(paragraphs("a", 10), encoding="utf-8")
    (folder / "deeper" / "b.md").write_text(paragraphs("b", 10), encoding="utf-8")
    (folder / "c.txt").write_text(paragraphs("c", 10), encoding="utf-8")
    (folder / "d.png").write_bytes(b"\x89PNG")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_sets_of_texts(source: Path, tmp_path: Path) -> None:
    texts = prepare(source, tmp_path / "work", SIZES)
    assert names(texts.folder) == ["0000-a.md", "0001-c.txt", "0002-b.md"]
    assert names(texts.sample) == ["0000-a.md"]
    assert names(texts.many) == [
        "0000-a.md",
        "0001-c.txt",
        "0002-b.md",
        "0003-a.md",
        "0004-c.txt",
    ]
    assert len(texts.large.read_text(encoding="utf-8").split()) == 42
    words = {
        times: [word for file in files for word in file.read_text(encoding="utf-8").split()]
        for times, files in texts.parts.items()
    }
    assert {times: len(files) for times, files in texts.parts.items()} == {1: 16, 4: 4, 16: 1}
    assert words[1] == words[4] == words[16] != []


def test_a_folder_without_documents(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no Markdown files"):
        prepare(tmp_path, tmp_path / "work", SIZES)


def test_an_edit_changes_one_paragraph(source: Path, tmp_path: Path) -> None:
    texts = prepare(source, tmp_path / "work", SIZES)
    versions = [texts.large.read_text(encoding="utf-8").split("\n\n")]
    for number in (1, 2):
        texts.edit(number)
        versions.append(texts.large.read_text(encoding="utf-8").split("\n\n"))
    for before, after in itertools.pairwise(versions):
        changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        assert len(changed) == 1
    assert "Paragraph 3 of a is here. We met 2 people in the hall." in versions[2]


def test_a_run_counts_processes_under_it_too(tmp_path: Path) -> None:
    work = "sum(i * i for i in range(2_000_000))"
    under = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    idle = run([sys.executable, "-c", "import subprocess"], tmp_path)
    busy = run([sys.executable, "-c", f"{under}; print('out'); sys.exit('err')"], tmp_path)
    assert (busy.code, busy.out, busy.err) == (1, "out\n", "err\n")
    assert busy.cpu > idle.cpu


def test_memory_counts_processes_under_it_too(tmp_path: Path) -> None:
    hold = "import time; held = bytearray(b'x') * 60_000_000; time.sleep(1)"
    under = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    peak = peak_memory([sys.executable, "-c", under], tmp_path)
    if Path("/proc/self/smaps_rollup").is_file():
        assert peak is not None
        assert 60e6 < peak < 160e6
    else:  # only Linux tells
        assert peak is None


def test_bars_are_as_long_as_their_values() -> None:
    bars = [Bar("a & b", 4.0, "4 s", ours=True), Bar("c", 1.0, "1 s", ours=False)]
    root = ElementTree.fromstring(draw("Title", [Panel("Panel", bars), Panel("Empty", [])]))
    spot = "{http://www.w3.org/2000/svg}"
    lengths = [float(each.get("width", "")) for each in root.findall(f"{spot}rect")[1:]]
    assert lengths[0] == pytest.approx(4 * lengths[1], abs=0.2)
    said = [each.text for each in root.findall(f"{spot}text")]
    assert said == ["Panel", "a & b", "4 s", "c", "1 s"]


def case(group: str, title: str, wall: float, ratio: float = 1.0) -> Any:
    return {
        "group": group,
        "title": title,
        "ours": True,
        "wall": wall,
        "cpu": wall,
        "ratio": ratio,
        "walls": [wall],
        "cpus": [wall],
    }


def figures(**changes: Any) -> dict[str, Any]:
    """Figures that meet every target, but for the changes."""
    cases = {
        "cold": case("start", "cold", 1.0, ratio=1.25),
        "cached": case("start", "cached", 0.06),
        "cached-many": case("start", "cached-many", 0.12),
        "whole-all-1": case("whole", "all in one", 40.0),
        "whole-all": case("whole", "all", 10.0),
        "whole-jargon": case("whole", "jargon", 3.0),
    }
    return {
        "machine": {
            "processor": "P",
            "cores": 2,
            "system": "Linux",
            "python": "3.11",
            "plainspeak": "1",
            "spacy": "3.8",
        },
        "loads": {"start": changes.get("load", 0.1), "sample": 0.1, "whole": 0.1},
        "texts": {name: {"files": 3, "words": 350_000} for name in ("whole", "sample", "large")},
        "cases": cases | changes.get("cases", {}),
        "absent": ["Vale"],
        "broken": {},
        "memory": changes.get("memory", 700_000_000),
        "linear": [
            {"times": 1, "files": 16, "words": 1000, "cpu": 1.0},
            {"times": 4, "files": 4, "words": 1000, "cpu": 1.0},
            {"times": 16, "files": 1, "words": 1000, "cpu": changes.get("long", 1.25)},
        ],
    }


def met(found: dict[str, Any]) -> list[str]:
    """The last column of the table of targets."""
    table = tables(found).partition("### Targets")[2]
    return [row.split(" | ")[-1].removesuffix(" |") for row in table.strip().splitlines()[2:]]


def test_targets_that_are_met() -> None:
    assert met(figures()) == ["yes"] * 7


@pytest.mark.parametrize(
    ("place", "changes"),
    [
        (0, {"cases": {"cached": case("start", "", 0.061)}}),
        (1, {"cases": {"cached-many": case("start", "", 0.121)}}),
        (2, {"cases": {"cold": case("start", "", 1.0, ratio=1.26)}}),
        (3, {"cases": {"whole-all": case("whole", "", 10.1)}}),
        (4, {"cases": {"whole-jargon": case("whole", "", 3.6)}}),
        (5, {"memory": 700_000_001}),
        (6, {"long": 1.26}),
    ],
)
def test_a_target_that_is_missed(place: int, changes: dict[str, Any]) -> None:
    assert met(figures(**changes)) == ["yes"] * place + ["no"] + ["yes"] * (6 - place)


def test_what_is_not_measured_is_not_called_met() -> None:
    found = figures(memory=None)
    for name in ("cached", "cached-many", "whole-jargon"):
        del found["cases"][name]
    none = "not measured"
    assert met(found) == [none, none, "yes", "yes", none, none, "yes"]


def test_a_busy_machine_is_owned_up_to() -> None:
    said = tables(figures(load=0.7))
    assert "the table says so" in said
    assert said.count("Other work ran beside it (load 0.7).") == 1
    quiet = tables(figures(load=0.6))
    assert "Other work ran" not in quiet
    assert "the table says so" not in quiet


def test_a_page_without_a_place() -> None:
    with pytest.raises(ValueError, match="<!-- figures -->"):
        page(figures(), "# How fast\n")


def test_the_page_of_performance_is_up_to_date() -> None:
    found = json.loads(FIGURES.read_text(encoding="utf-8"))
    written = PAGE.read_text(encoding="utf-8")
    again = "run: python -m benchmarks.speed --from benchmarks/speed/figures.json --write"
    assert written == page(found, written), again
    assert PAGE.with_suffix(".svg").read_text(encoding="utf-8") == chart(found), again


@pytest.fixture
def peers_folder(tmp_path: Path) -> Path:
    """A folder with a write-good that finds something, and an alex that breaks."""
    programs = tmp_path / "peers" / "node" / "node_modules" / ".bin"
    programs.mkdir(parents=True)
    for name, ending in (("write-good", "exit 7"), ("alex", "echo 'no such file' >&2; exit 2")):
        (programs / name).write_text(f'#!/bin/sh\necho "$@"\n{ending}\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    return tmp_path / "peers"


@pytest.mark.needs_posix("programs in shell")
def test_the_quick_run_measures_all_there_is(peers_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.speed", "--quick"),
            *("--peers", str(peers_folder), "--json", str(file)),
        ],
        cwd=ROOT,
        env={**os.environ, "PATH": os.defpath},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(file.read_text(encoding="utf-8"))
    assert {"python", "click", "spacy", "model", "cold", "large", "sample-all-1", "write-good"} <= (
        set(found["cases"])
    )
    for name, each in found["cases"].items():
        assert each["wall"] > 0, name
        assert each["cpu"] > 0, name
    assert found["broken"] == {
        "start": {},
        "large": {},
        "sample": {"alex": "exit code 2: no such file"},
    }
    assert set(found["absent"]) < {peer.title for peer in peers.PEERS}
    assert all(size["words"] > 90 for size in found["texts"].values())
    words = [row["words"] for row in found["linear"]]
    assert min(words) >= 0.98 * max(words) > 0
    assert found["memory"] is None or found["memory"] > 50e6
    assert "Did not work: alex (exit code 2: no such file)." in done.stdout
    assert "Not here to measure: proselint, " in done.stdout
