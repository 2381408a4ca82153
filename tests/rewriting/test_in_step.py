"""Work on several documents goes on side by side, and what all of them ask is read at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from plainspeak.rewriting.in_step import Task, in_step


def task(*rounds: list[str]) -> Task[Any]:
    """Asks for some documents in each round, and returns all that it was given."""
    given = []
    for documents in rounds:
        given.append(list((yield documents)))  # type: ignore[misc]
    return given


class Reader:
    """Reads strings in capitals, and keeps what it was asked in each call."""

    def __init__(self) -> None:
        self.calls: list[list[Any]] = []

    def __call__(self, documents: Iterable[Any]) -> Iterator[Any]:
        self.calls.append(list(documents))
        return (each.upper() for each in self.calls[-1])


def test_all_that_is_asked_in_a_round_is_read_in_one_call() -> None:
    read = Reader()
    made = in_step([task(["a", "b"], ["c"]), task(), task(["d"]), task([], ["e"])], read)
    assert made == [[["A", "B"], ["C"]], [], [["D"]], [[], ["E"]]]
    assert read.calls == [["a", "b", "d"], ["c", "e"]]


def test_nothing_asked_is_nothing_read() -> None:
    read = Reader()
    assert in_step([task(), task()], read) == [[], []]
    assert in_step([], read) == []
    assert not any(read.calls)


def test_what_one_leaves_is_not_for_the_next() -> None:
    def hasty() -> Task[Any]:
        texts = yield ["a", "b"]  # type: ignore[list-item]
        return next(texts)

    assert in_step([hasty(), task(["c"])], Reader()) == ["A", [["C"]]]


def test_who_waits_for_the_reader_is_told_that_it_broke() -> None:
    def careful() -> Task[Any]:
        texts = yield ["a"]  # type: ignore[list-item]
        try:
            return next(texts)
        except ValueError as error:
            return f"broke: {error}"

    def broken(documents: Iterable[Any]) -> Iterator[Any]:
        raise ValueError("no model")
        yield

    assert in_step([careful(), task()], broken) == ["broke: no model", []]
    with pytest.raises(ValueError, match="no model"):
        in_step([task(["a"])], broken)


class Picky:
    """Reads strings in capitals, up to one that it cannot read."""

    def __init__(self, bad: str) -> None:
        self.bad = bad

    def __call__(self, documents: Iterable[Any]) -> Iterator[Any]:
        for each in documents:
            if each == self.bad:
                raise ValueError(f"no {each}")
            yield each.upper()


def told(*documents: str) -> Task[Any]:
    """Asks once, and returns what it was given, and the error if there was one."""
    texts = yield documents  # type: ignore[misc]
    given: list[Any] = []
    try:
        for text in texts:
            given.append(text)
    except ValueError as error:
        given.append(str(error))
    return given


@pytest.mark.parametrize(
    ("bad", "made"),
    [
        ("a", [["no a"], ["C", "D"], ["E"]]),
        ("d", [["A", "B"], ["C", "no d"], ["E"]]),
        ("e", [["A", "B"], ["C", "D"], ["no e"]]),
        ("f", [["A", "B"], ["C", "D"], ["E"]]),
    ],
)
def test_only_who_asked_for_it_is_told_of_what_cannot_be_read(bad: str, made: Any) -> None:
    tasks = [told("a", "b"), told("c", "d"), told("e")]
    assert in_step(tasks, Picky(bad)) == made


def test_a_reader_that_breaks_at_once_is_asked_for_each_alone() -> None:
    def read(documents: Iterable[Any]) -> Iterator[Any]:
        asked = list(documents)
        if "b" in asked:
            raise ValueError("no b")
        return iter([each.upper() for each in asked])

    assert in_step([told("a"), told("b"), told("c")], read) == [["A"], ["no b"], ["C"]]


def test_what_nobody_waits_for_need_not_be_readable() -> None:
    def hasty() -> Task[Any]:
        texts = yield ["a", "b"]  # type: ignore[list-item]
        return next(texts)

    assert in_step([hasty(), told("c")], Picky("b")) == ["A", ["C"]]
