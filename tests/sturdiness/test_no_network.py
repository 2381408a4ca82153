"""A check opens no socket, starts no program, and writes in the folders of its caches only."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

WATCH = """
import json, os, sys
seen = []
STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "pty.spawn")

def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")) or event in STARTS:
        seen.append([event, repr(arguments)])
    elif event == "open":
        path, mode, flags = arguments
        written = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
        if isinstance(path, (str, bytes)) and flags & written:
            seen.append(["write", os.fsdecode(path)])
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "shutil.rmtree"):
        seen.extend([event, os.fsdecode(path)] for path in arguments[:2] if isinstance(path, (str, bytes)))

sys.addaudithook(watch)
sys.argv[1:] = json.loads(os.environ["ARGUMENTS"])
from plainspeak.__main__ import main
code = main()
sys.stdout.flush()
with open(os.environ["SEEN"], "w") as file:
    json.dump([code, seen[: len(seen)]], file)
"""


@pytest.fixture
def watched(tmp_path):
    def watched(*arguments):
        place = tmp_path / "seen.json"
        subprocess.run(
            [sys.executable, "-B", "-c", WATCH],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "ARGUMENTS": json.dumps(arguments),
                "SEEN": str(place),
                "PLAINSPEAK_CACHE": str(tmp_path / "cache"),
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=True,
        )
        code, seen = json.loads(place.read_text())
        return code, [each for each in seen if each != ["write", str(place)]]

    return watched


def local(what):
    """Whether this is how urllib3, which spaCy loads, asks if this machine knows IPv6.

    It makes a socket, asks for a free port of this machine, and closes it. Nothing is sent.
    """
    return what.endswith(
        f", {int(socket.AF_INET6)}, {int(socket.SOCK_STREAM)}, 0)"
    ) or what.endswith("('::1', 0))")


def outside_of(folder, seen):
    """The paths that are in none of the caches of a piece of work."""
    caches = tuple(str(folder / name) for name in ("cache", ".plainspeak_cache"))
    return [path for _, path in seen if not path.startswith(caches)]


def test_a_check_and_a_fix(tmp_path, watched):
    document = tmp_path / "a.md"
    document.write_text(
        "We utilise it.\n\nSee https://example.org and [the words](https://example.org/x).\n"
    )
    (tmp_path / "ours.yml").write_text(
        "name: ours\nabout: Us.\nterms:\n  - term: parish\n    treatment: explain\n"
        "    explanation: A parish is a small area with a church.\n"
    )
    code, seen = watched("check", "a.md", "--glossary", "ours.yml")
    assert code == 1
    assert sum(event.startswith("socket") for event, _ in seen) <= 2
    seen = [
        [event, what] for event, what in seen if not event.startswith("socket") or not local(what)
    ]
    kinds = {event for event, _ in seen}
    # The secret of the cache is made under another name, linked to its own, and that name removed.
    assert kinds <= {"write", "os.rename", "os.mkdir", "os.link", "os.remove"}
    assert "write" in kinds  # the hook sees what there is to see
    outside = outside_of(tmp_path, seen)
    assert [path for path in outside if path != os.devnull] == []
    assert document.read_text().startswith("We utilise")

    code, seen = watched("fix", "a.md")
    assert code == 0
    seen = [
        [event, what] for event, what in seen if not event.startswith("socket") or not local(what)
    ]
    assert document.read_text().startswith("We use")
    outside = outside_of(tmp_path, seen)
    assert outside
    allowed = (str(tmp_path / ".plainspeak."), str(document))
    assert all(path.startswith(allowed) for path in outside)

    watched("check", "a.md")
    code, seen = watched("check", "a.md")
    assert (code, [path for _, path in seen if not path.startswith(str(tmp_path))]) == (0, [])
