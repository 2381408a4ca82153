"""Work on several documents side by side, so that the language model reads for all of them at once.

To read a few sentences takes the model a third longer for each than to read many.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from plainspeak.language.analysis import Text
from plainspeak.model import Document

__all__ = ["Task", "in_step"]

T = TypeVar("T")

Task = Generator[Sequence[Document], Sequence[Text], T]
"""Work that yields the documents it wants read, gets the texts, and returns what it made."""


def in_step(
    tasks: Sequence[Task[T]], analyse: Callable[[Iterable[Document]], Iterator[Text]]
) -> list[T]:
    """Do some work side by side.

    Args:
        tasks: each goes on when what it asked for has been read.
        analyse: has the language model read documents. If it breaks, every task that waits for it
            breaks so.

    Returns:
        What each task returned, in order.

    Raises:
        Exception: what a task lets through.
    """
    made: dict[int, T] = {}
    answers: dict[int, Sequence[Text] | Exception | None] = dict.fromkeys(range(len(tasks)))
    while answers:
        asked: dict[int, Sequence[Document]] = {}
        for number, answer in answers.items():
            try:
                asked[number] = _go_on(tasks[number], answer)
            except StopIteration as end:
                made[number] = end.value
        if not asked:
            break
        try:
            texts = list(analyse(chain.from_iterable(asked.values())))
        except Exception as error:
            answers = dict.fromkeys(asked, error)
        else:
            read = iter(texts)
            answers = {number: list(islice(read, len(asked[number]))) for number in asked}
    return [made[number] for number in range(len(tasks))]


def _go_on(task: Task[T], answer: Sequence[Text] | Exception | None) -> Sequence[Document]:
    """What a task asks for next, given what it asked for before; `None` at its start."""
    if answer is None:
        return next(task)
    if isinstance(answer, Exception):
        return task.throw(answer)
    return task.send(answer)
