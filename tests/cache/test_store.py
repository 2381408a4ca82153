"""Values on disk: whole or not there at all."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plainspeak.cache.store import FOLDER, Store, home, key_of

KEY = key_of("a")


def stored(folder: Path) -> Path:
    (file,) = (folder / "runs").rglob("[0-9a-f]" * 38)
    return file


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / FOLDER))


def test_what_is_kept_comes_back(store: Store) -> None:
    value = {"words": ["a “b” \ud800 \0", 1, 1.5, None, True], "none": {}}
    store.put("runs", KEY, value)
    assert store.get("runs", KEY) == value
    assert store.get("reports", KEY) is None
    assert store.get("runs", key_of("b")) is None


def test_a_later_value_takes_the_place_of_an_earlier_one(store: Store) -> None:
    store.put("runs", KEY, 1)
    store.put("runs", KEY, 2)
    assert store.get("runs", KEY) == 2
    assert store.size()["runs"][0] == 1


def test_a_damaged_value_is_not_there(store: Store, tmp_path: Path) -> None:
    store.put("runs", KEY, ["some words", 17])
    path = stored(tmp_path / FOLDER)
    whole = path.read_bytes()
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        path.write_bytes(damaged)
        assert store.get("runs", KEY) is None, place
        assert not path.exists()
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        assert store.get("runs", KEY) is None, end
    path.write_bytes(whole)
    assert store.get("runs", KEY) == ["some words", 17]


def test_a_value_in_the_place_of_another_is_not_there(store: Store, tmp_path: Path) -> None:
    store.put("runs", KEY, 1)
    whole = stored(tmp_path / FOLDER).read_bytes()
    store.put("runs", key_of("b"), 2)
    Path(store._path("runs", key_of("b"))).write_bytes(whole)
    assert store.get("runs", key_of("b")) is None


def test_the_folder_says_what_it_is(store: Store, tmp_path: Path) -> None:
    store.put("runs", KEY, 1)
    tag = (tmp_path / FOLDER / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file")
    store = Store(str(tmp_path / FOLDER))
    store.put("runs", KEY, 1)
    store.tidy()
    assert store.get("runs", KEY) is None
    assert (tmp_path / FOLDER).read_text() == "a file"


def test_a_full_disk_leaves_nothing_behind(store: Store, tmp_path: Path, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    store.put("runs", KEY, 1)
    assert [path for path in (tmp_path / FOLDER / "runs").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("room", [0, 1])
def test_a_disk_that_is_full_before_the_folder_is_marked(
    store: Store, monkeypatch, room: int
) -> None:
    real = os.replace

    def replace(made: str, path: str) -> None:
        nonlocal room
        if not room:
            raise OSError(28, "No space left on device")
        room -= 1
        real(made, path)

    monkeypatch.setattr(os, "replace", replace)
    store.put("runs", KEY, 1)
    assert not Path(store.folder).exists()
    assert store.clear() == (0, 0)


def test_a_full_disk_takes_nothing_of_somebody_elses(store: Store, monkeypatch) -> None:
    Path(store.folder).mkdir()
    Path(store.folder, ".gitignore").write_text("*\n")
    real = os.replace

    def replace(made: str, path: str) -> None:
        Path(store.folder, "letter.md").write_text("Dear")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", replace)
    store.put("runs", KEY, 1)
    monkeypatch.setattr(os, "replace", real)
    assert sorted(path.name for path in Path(store.folder).iterdir()) == [".gitignore", "letter.md"]


def test_what_was_not_used_for_longest_goes(store: Store) -> None:
    keys = [key_of(str(number)) for number in range(10)]
    for number, key in enumerate(keys):
        store.put("runs", key, "x" * 1000)
        os.utime(store._path("runs", key), (number, number))
    store.get("runs", keys[0])  # the oldest is used again
    store.tidy(most=5_500)
    left = [number for number, key in enumerate(keys) if store.get("runs", key)]
    assert left == [0, 7, 8, 9]
    assert store.size()["runs"][1] <= 5_500 * 0.8


def test_tidy_takes_away_what_a_killed_process_left(store: Store) -> None:
    store.put("runs", KEY, 1)
    left = Path(store._path("runs", KEY) + ".0099.new")
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert store.size()["runs"] == (1, stored(Path(store.folder)).stat().st_size)
    store.tidy()
    assert not left.exists()
    assert store.get("runs", KEY) == 1


def test_clear_deletes_the_folder_and_says_how_much_it_held(store: Store) -> None:
    store.put("runs", KEY, 1)
    store.put("reports", KEY, 2)
    sizes = store.size()
    assert store.clear() == (2, sizes["runs"][1] + sizes["reports"][1])
    assert not Path(store.folder).exists()
    assert store.clear() == (0, 0)


def test_clear_deletes_nothing_but_a_folder_of_ours(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    (folder / "runs").mkdir(parents=True)
    (folder / "runs" / "letter.md").write_text("Dear")
    with pytest.raises(OSError, match="CACHEDIR"):
        Store(str(folder)).clear()
    assert (folder / "runs" / "letter.md").read_text() == "Dear"


def test_processes_that_make_the_folder_together_all_keep_their_values(tmp_path: Path) -> None:
    code = (
        "import sys, time; from plainspeak.cache.store import Store, _secret, key_of\n"
        "_secret()\n"
        "while time.time() < float(sys.argv[3]): pass\n"
        "store = Store(sys.argv[1])\n"
        "store.put('runs', key_of(sys.argv[2]), sys.argv[2])\n"
        "sys.exit(store.get('runs', key_of(sys.argv[2])) != sys.argv[2])\n"
    )
    for number in range(10):
        folder, start = str(tmp_path / str(number)), str(time.time() + 0.5)
        both = [subprocess.Popen([sys.executable, "-c", code, folder, w, start]) for w in "xy"]
        assert [process.wait(timeout=60) for process in both] == [0, 0]


def test_two_processes_may_write_the_same_value(tmp_path: Path) -> None:
    code = (
        "import sys; from plainspeak.cache.store import Store, key_of\n"
        "store = Store(sys.argv[1])\n"
        "for number in range(300):\n"
        "    store.put('runs', key_of('a'), [sys.argv[2]] * 500)\n"
        "    value = store.get('runs', key_of('a'))\n"
        "    assert value in (['x'] * 500, ['y'] * 500), value\n"
    )
    folder = str(tmp_path / FOLDER)
    both = [subprocess.Popen([sys.executable, "-c", code, folder, word]) for word in "xy"]
    assert [process.wait(timeout=120) for process in both] == [0, 0]


@pytest.mark.parametrize("name", ["plainspeak.yml", "pyproject.toml", ".git"])
def test_home_is_at_the_top_of_the_work(tmp_path: Path, monkeypatch, name: str) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert home() == str(below / FOLDER)
    (tmp_path / name).touch()
    assert home() == str(tmp_path / FOLDER)


def test_a_key_knows_where_one_part_ends() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("a", b"b") == key_of("a", "b")
    assert key_of("\udcff") != key_of("\ud800") != key_of("?")


@pytest.mark.needs_posix("links")
def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "photos" / "runs").mkdir(parents=True)
    (tmp_path / "photos" / "old.raw").write_bytes(b"x" * 1000)
    (tmp_path / FOLDER).symlink_to("photos")
    store = Store(str(tmp_path / FOLDER))
    store.put("runs", KEY, 1)
    store.tidy(most=0)
    assert store.get("runs", KEY) is None
    left = sorted(path.name for path in (tmp_path / "photos").rglob("*"))
    assert left == ["old.raw", "runs"]
    with pytest.raises(OSError, match="or is a link"):
        store.clear()


@pytest.mark.needs_posix("links")
def test_a_link_inside_is_not_followed(store: Store, tmp_path: Path) -> None:
    store.put("runs", KEY, 1)
    (tmp_path / "elsewhere").mkdir()
    Path(store.folder, "reports").symlink_to(tmp_path / "elsewhere")
    store.put("reports", KEY, 2)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.needs_posix("named pipes")
def test_a_pipe_or_a_device_in_the_place_of_a_value_is_not_opened(store: Store) -> None:
    store.put("runs", KEY, 1)
    path = Path(store._path("runs", KEY))
    path.unlink()
    os.mkfifo(path)
    assert store.get("runs", KEY) is None
    path.unlink()
    path.symlink_to("/dev/zero")
    assert store.get("runs", KEY) is None


@pytest.mark.parametrize(
    "made", [[], [".gitignore"], ["CACHEDIR.TAG.0f"], [".gitignore", "CACHEDIR.TAG.0f"]]
)
def test_a_folder_whose_maker_was_stopped_is_finished(store: Store, made: list[str]) -> None:
    Path(store.folder).mkdir()
    for name in made:
        Path(store.folder, name).touch()
    store.put("runs", KEY, 1)
    assert store.get("runs", KEY) == 1
    assert Path(store.folder, "CACHEDIR.TAG").exists()


def test_tidy_deletes_nothing_that_is_no_value(store: Store) -> None:
    store.put("runs", KEY, "x" * 1000)
    letter = Path(store.folder, "runs", "letter.md")
    letter.write_text("Dear")
    store.tidy(most=0)
    assert store.get("runs", KEY) is None
    assert letter.read_text() == "Dear"


@pytest.mark.needs_posix("modes of files")
def test_what_another_user_put_there_is_not_believed(store: Store, monkeypatch, tmp_path) -> None:
    store.put("runs", KEY, "theirs")
    monkeypatch.setenv("PLAINSPEAK_CACHE", str(tmp_path / "mine"))
    assert store.get("runs", KEY) is None
    store.put("runs", KEY, "mine")
    assert store.get("runs", KEY) == "mine"
    assert (tmp_path / "mine" / "secret").stat().st_mode & 0o077 == 0


@pytest.mark.needs_posix("modes of files")
def test_only_its_owner_may_read_what_is_kept(store: Store, tmp_path: Path) -> None:
    store.put("runs", KEY, "private words")
    assert stored(tmp_path / FOLDER).stat().st_mode & 0o077 == 0
    assert Path(store.folder).stat().st_mode & 0o077 == 0
