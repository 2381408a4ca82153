"""A file is replaced whole, or not at all."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import time
from pathlib import Path

import pytest

from plainspeak.errors import WriteError
from plainspeak.safe_write import replace_file

posix = pytest.mark.needs_posix("modes, links and signals")
superuser = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs the superuser"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "guide.md"
    path.write_bytes(b"old\r\n")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_content_is_there_and_nothing_else(file: Path) -> None:
    replace_file(file, b"new\r\n", seen=b"old\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert names(file.parent) == ["guide.md"]


def test_a_file_that_changed_is_left_alone(file: Path) -> None:
    with pytest.raises(WriteError, match=r"guide\.md: somebody changed the file"):
        replace_file(file, b"new", seen=b"older")
    assert file.read_bytes() == b"old\r\n"
    assert names(file.parent) == ["guide.md"]


def test_a_file_that_changes_at_the_last_moment_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: file.write_bytes(b"theirs"))
    with pytest.raises(WriteError, match="somebody changed the file"):
        replace_file(file, b"new", seen=b"old\r\n")
    assert file.read_bytes() == b"theirs"
    assert names(file.parent) == ["guide.md"]


def test_a_file_that_went_is_told(file: Path) -> None:
    file.unlink()
    with pytest.raises(WriteError, match=r"guide\.md: the file cannot be written"):
        replace_file(file, b"new", seen=b"old\r\n")
    assert names(file.parent) == []


def test_a_full_disk_leaves_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left on device"):
        replace_file(file, b"new", seen=b"old\r\n")
    assert file.read_bytes() == b"old\r\n"
    assert names(file.parent) == ["guide.md"]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_stays(file: Path, mode: int) -> None:
    file.chmod(mode)
    replace_file(file, b"new", seen=b"old\r\n")
    assert stat.S_IMODE(file.stat().st_mode) == mode


@posix
def test_a_link_stays_a_link_and_what_it_leads_to_changes(file: Path) -> None:
    (file.parent / "folder").mkdir()
    link = file.parent / "folder" / "link.md"
    link.symlink_to(file)
    replace_file(link, b"new", seen=b"old\r\n")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert names(link.parent) == ["link.md"]


@posix
@superuser
def test_the_owner_stays(file: Path) -> None:
    os.chown(file, 1234, 1235)
    replace_file(file, b"new", seen=b"old\r\n")
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 1235)


def refuse(*_: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


@posix
@superuser
def test_the_owner_of_a_copy_is_that_of_the_file(file: Path) -> None:
    os.chown(file, 1234, 1235)
    file.chmod(0o640)
    replace_file(file, b"new", seen=b"old\r\n", backup=True)
    for each in (file, Path(f"{file}.bak")):
        now = each.stat()
        assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (1234, 1235, 0o640)


@posix
@superuser
@pytest.mark.parametrize(
    ("mode", "left"), [(0o640, 0o600), (0o664, 0o644), (0o604, 0o604), (0o646, 0o646)]
)
def test_without_its_group_no_group_gets_more_rights(
    file: Path, monkeypatch: pytest.MonkeyPatch, mode: int, left: int
) -> None:
    os.chown(file, 1234, 1235)
    file.chmod(mode)
    monkeypatch.setattr(os, "fchown", refuse)
    replace_file(file, b"new", seen=b"old\r\n", backup=True)
    for each in (file, Path(f"{file}.bak")):
        now = each.stat()
        assert (now.st_gid, stat.S_IMODE(now.st_mode)) == (os.getegid(), left)


@posix
@superuser
def test_the_group_stays_where_the_owner_cannot(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fchown

    def only_groups(descriptor: int, owner: int, group: int) -> None:
        if owner != -1:
            refuse()
        real(descriptor, owner, group)

    os.chown(file, 1234, 1235)
    file.chmod(0o640)
    monkeypatch.setattr(os, "fchown", only_groups)
    replace_file(file, b"new", seen=b"old\r\n", backup=True)
    for each in (file, Path(f"{file}.bak")):
        now = each.stat()
        assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (0, 1235, 0o640)


@posix
def test_nobody_may_read_a_copy_before_it_is_whole(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []
    real = Path.chmod

    def chmod(self: Path, mode: int) -> None:
        modes.append((self.suffix, stat.S_IMODE(self.stat().st_mode), self.stat().st_size))
        real(self, mode)

    file.chmod(0o666)
    monkeypatch.setattr(Path, "chmod", chmod)
    replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert modes[-1] == (".bak", 0o600, 5)


@posix
def test_200_kills_leave_the_old_or_the_new(file: Path) -> None:
    contents = [bytes([65 + number]) * 50_000 for number in range(2)]
    file.write_bytes(contents[0])
    rng = random.Random(7)
    seen = set()
    for _ in range(200):
        child = os.fork()
        if child == 0:
            try:
                while True:
                    now = file.read_bytes()
                    replace_file(file, contents[now == contents[0]], seen=now)
            finally:
                os._exit(1)
        time.sleep(rng.uniform(0, 0.006))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the child ended by itself"
        found = file.read_bytes()
        assert found in contents
        seen.add(found)
    assert len(seen) == 2, "no child got as far as to write"


def test_a_copy_is_kept_once(file: Path) -> None:
    for old, new in ((b"old\r\n", b"new"), (b"new", b"old\r\n"), (b"old\r\n", b"newest")):
        replace_file(file, new, seen=old, backup=True)
    assert names(file.parent) == ["guide.md", "guide.md.bak", "guide.md.bak2"]
    assert Path(f"{file}.bak").read_bytes() == b"old\r\n"
    assert Path(f"{file}.bak2").read_bytes() == b"new"


@posix
def test_a_copy_may_be_read_by_those_who_may_read_the_file(file: Path) -> None:
    file.chmod(0o600)
    replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert stat.S_IMODE(Path(f"{file}.bak").stat().st_mode) == 0o600


def changed(file: Path) -> None:
    file.write_bytes(b"theirs")


def read_only(file: Path) -> None:
    file.chmod(0o444)


@pytest.mark.parametrize("trouble", [changed, read_only])
def test_no_copy_is_left_of_a_file_that_cannot_be_written(file: Path, trouble) -> None:
    trouble(file)
    left = file.read_bytes()
    with pytest.raises(WriteError):
        replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert file.read_bytes() == left
    assert names(file.parent) == ["guide.md"]


def test_no_copy_is_left_if_the_name_cannot_be_taken_over(file: Path, monkeypatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WriteError, match=r"cannot be written \(Device or resource busy\)"):
        replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert names(file.parent) == ["guide.md"]
    Path(f"{file}.bak").write_bytes(b"old\r\n")
    with pytest.raises(WriteError):
        replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert names(file.parent) == ["guide.md", "guide.md.bak"]


def test_the_copy_stays_if_ctrl_c_comes_when_the_file_is_new_already(file, monkeypatch) -> None:
    real = Path.replace

    def replace(self: Path, target: Path) -> None:
        real(self, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert (file.read_bytes(), Path(f"{file}.bak").read_bytes()) == (b"new", b"old\r\n")


def test_no_copy_stays_if_ctrl_c_comes_before_the_file_is_new(file, monkeypatch) -> None:
    def stop(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert (names(file.parent), file.read_bytes()) == (["guide.md"], b"old\r\n")


def test_a_copy_that_may_not_be_read_is_another(file: Path, monkeypatch) -> None:
    first = Path(f"{file}.bak")
    first.write_bytes(b"old\r\n")
    real = Path.read_bytes

    def read_bytes(self: Path) -> bytes:
        if self == first:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert names(file.parent) == ["guide.md", "guide.md.bak", "guide.md.bak2"]
    assert (file.read_bytes(), Path(f"{file}.bak2").read_bytes()) == (b"new", b"old\r\n")


def test_a_copy_that_cannot_be_kept_is_told(file: Path) -> None:
    file = file.rename(file.with_name("a" * 252 + ".md"))  # no name may be longer
    with pytest.raises(WriteError, match="the copy cannot be written"):
        replace_file(file, b"new", seen=b"old\r\n", backup=True)
    assert file.read_bytes() == b"old\r\n"
    assert names(file.parent) == [file.name]
    replace_file(file, b"new", seen=b"old\r\n")
    assert file.read_bytes() == b"new"
