import importlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from plainspeak import cli
from plainspeak.cache import store

FAKE = Path(__file__).with_name("fake_engine.py")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch):
    """Whatever the current folder is, keep what a check keeps in a folder of the test's own."""
    folder = str(tmp_path / store.FOLDER)
    for module in ("cli.caching", "cli.cache", "cache.runs"):
        monkeypatch.setattr(importlib.import_module(f"plainspeak.{module}"), "home", lambda: folder)
    return folder


@pytest.fixture
def engine(monkeypatch):
    """The fake engine in place of the real one; gives its `Checker`."""
    spec = importlib.util.spec_from_file_location("fake_engine", FAKE)
    fake = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fake)
    monkeypatch.setitem(sys.modules, "plainspeak.engine", fake.module())
    return fake.Checker


class Ran:
    """How a command ended."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(monkeypatch):
    """Run a command in this process, with `cli.run` around it as in real life."""

    def run(*arguments, stdin=None):
        runner = CliRunner()
        codes = []
        monkeypatch.setattr(cli.plainspeak, "name", "plainspeak")
        with runner.isolation(input=stdin) as (out, err, _):
            codes.append(cli.run(arguments))
            sys.stdout.flush()
            return Ran(codes[0], out.getvalue().decode(), err.getvalue().decode())

    return run


@pytest.fixture
def start(tmp_path):
    """Start a command in a process of its own, with the fake engine."""
    started = []

    def start(*arguments, env=None, command=None, **options):
        process = subprocess.Popen(
            command or [sys.executable, str(FAKE), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            **options,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
