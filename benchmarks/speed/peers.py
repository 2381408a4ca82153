"""Other checkers of English, found on PATH or in a folder, and run as their users run them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.ours import Case

__all__ = ["PEERS", "find"]

HERE = Path(__file__).parent
ANY = None
"""write-good's exit code is the number of its findings."""


@dataclass(frozen=True)
class Places:
    """Where to look for peers."""

    folder: Path | None

    def program(self, name: str) -> str | None:
        """The path of a program."""
        folders = (
            [self.folder / part for part in ("bin", "py/bin", "node/node_modules/.bin")]
            if (self.folder)
            else []
        )
        path = os.pathsep.join([*map(str, folders), os.environ.get("PATH", os.defpath)])
        return shutil.which(name, path=path)

    def python_with(self, module: str) -> str | None:
        """A Python that has a module."""
        code = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
        own = [str(self.folder / "py" / "bin" / "python")] if self.folder else []
        for python in [*own, sys.executable]:
            if shutil.which(python) and not subprocess.run([python, "-c", code]).returncode:
                return python
        return None

    def packages_with(self, package: str) -> Path | None:
        """A folder from which node finds a package."""
        for folder in [self.folder / "node"] if self.folder else []:
            if (folder / "node_modules" / package).is_dir():
                return folder
        return None


@dataclass(frozen=True)
class Peer:
    """Another checker."""

    name: str
    title: str
    command: Callable[[Places], tuple[list[str], Path | None] | None]
    """The command without the files and the folder to run it in, if it matters; `None` if it is
    not here."""
    codes: frozenset[int] | None = frozenset({0, 1})


def _program(name: str, *arguments: str) -> Callable[[Places], tuple[list[str], None] | None]:
    def command(places: Places) -> tuple[list[str], None] | None:
        found = places.program(name)
        return ([found, *arguments], None) if found else None

    return command


def _script(module: str, file: str) -> Callable[[Places], tuple[list[str], None] | None]:
    def command(places: Places) -> tuple[list[str], None] | None:
        python = places.python_with(module)
        return ([python, str(HERE / "peer_scripts" / file)], None) if python else None

    return command


def _retext(places: Places) -> tuple[list[str], Path] | None:
    node, folder = places.program("node"), places.packages_with("retext-english")
    if not node or not folder:
        return None
    code = (HERE / "peer_scripts" / "retext_check.mjs").read_text(encoding="utf-8")
    # Node looks for packages from the folder of the script, or of the run if there is no script.
    return [node, "--input-type=module", "--eval", code, "--"], folder


PEERS = (
    Peer("write-good", "write-good", _program("write-good"), ANY),
    Peer("alex", "alex", _program("alex", "--quiet")),
    Peer("proselint", "proselint", _program("proselint", "check")),
    Peer("textlint", "textlint (one rule)", _program("textlint", "--rule", "terminology")),
    Peer("retext", "retext (4 rules)", _retext, frozenset({0})),
    Peer(
        "textdescriptives",
        "TextDescriptives (scores only)",
        _script("textdescriptives", "textdescriptives_scores.py"),
        frozenset({0}),
    ),
    Peer("harper", "Harper (all its rules)", _script("harper", "harper_check.py"), frozenset({0})),
    Peer(
        "vale",
        "Vale (its own style)",
        _program("vale", "--config", str(HERE / "peer_scripts" / "vale.ini")),
    ),
)


def find(folder: Path | None, sample: Path) -> tuple[list[Case], list[str]]:
    """The peers that are installed, as cases over the Markdown files of a folder.

    Args:
        folder: where `npm install --prefix FOLDER/node` and `python -m venv FOLDER/py` put them;
            `None` to look on PATH only.
        sample: the files, all in this one folder.

    Returns:
        The cases, and the titles of the peers that are not here.
    """
    places = Places(folder.resolve() if folder else None)
    files = [str(path) for path in sorted(sample.iterdir()) if path.suffix == ".md"]
    cases, absent = [], []
    for peer in PEERS:
        found = peer.command(places)
        if found is None:
            absent.append(peer.title)
            continue
        command, home = found
        whole = [*command, *files]
        cases.append(Case(peer.name, peer.title, whole, home or sample, codes=peer.codes))
    return cases, absent
