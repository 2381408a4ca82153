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
    assert read.calls == [["a", "b", "d"], ["c", "e"], []]


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
