import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FAKE = ROOT / "tests" / "cli" / "fake_engine.py"
NOBODY = 65534


class Ended:
    """How a process ended."""

    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(tmp_path):
    """Run the command in a process of its own; it must not take long.

    The engine is the one of the command line's tests, without a language model, unless `real`.
    """

    def run(*arguments, real=False, env=None, cwd=None, **options):
        start = ["-m", "plainspeak"] if real else [str(FAKE)]
        done = subprocess.run(
            [sys.executable, *start, *map(os.fsencode, arguments)],
            stdout=options.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            stdin=options.pop("stdin", subprocess.DEVNULL),
            cwd=cwd or tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            timeout=60,
            check=False,
            **options,
        )
        return Ended(done)

    return run


@pytest.fixture
def open_folder():
    """A folder that every user may look into, unlike `tmp_path`."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextlib.contextmanager
def without_rights():
    """Be a user whom the modes of files bind, as they do not bind root."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def rights():
    """`without_rights`, for tests to use."""
    return without_rights
