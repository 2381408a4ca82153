"""Work on several documents side by side, so that the language model reads for all of them at once.

To read a few sentences takes the model a third longer for each than to read many.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import TypeVar

from plainspeak.language.analysis import Text
from plainspeak.model import Document

__all__ = ["Task", "in_step"]

T = TypeVar("T")

Task = Generator[Sequence[Document], Iterator[Text], T]
"""Work that yields the documents it wants read, gets the texts, and returns what it made.

It must take the texts before it yields again.
"""


def in_step(
    tasks: Sequence[Task[T]], analyse: Callable[[Iterable[Document]], Iterator[Text]]
) -> list[T]:
    """Do some work side by side.

    Args:
        tasks: each goes on when what it asked for can be read.
        analyse: has the language model read documents, as far as somebody takes the texts. If it
            breaks, it reads for each task by itself, so that only the task whose documents it
            cannot read gets the error.

    Returns:
        What each task returned, in order.

    Raises:
        Exception: what a task lets through.
    """
    made: dict[int, T] = {}
    # At the start there is nothing to hand over, and a generator takes only `None`.
    answers: dict[int, Iterator[Text] | None] = dict.fromkeys(range(len(tasks)))
    while answers:
        asked: dict[int, Sequence[Document]] = {}
        for number, texts in answers.items():
            try:
                asked[number] = next(tasks[number]) if texts is None else tasks[number].send(texts)
            except StopIteration as end:
                made[number] = end.value
            # What a task that broke has left is not for the next one. Nobody waits for it, so
            # nobody need hear that it cannot be read.
            with suppress(Exception):
                deque(texts or (), maxlen=0)
        together = _read(chain.from_iterable(asked.values()), analyse)
        answers = {number: _answer(asked[number], together, analyse) for number in asked}
    return [made[number] for number in range(len(tasks))]


def _read(
    documents: Iterable[Document], analyse: Callable[[Iterable[Document]], Iterator[Text]]
) -> Iterator[Text]:
    """Ask for the texts only when the first is taken: an error is for who takes it."""
    yield from analyse(documents)


def _answer(
    documents: Sequence[Document],
    together: Iterator[Text],
    analyse: Callable[[Iterable[Document]], Iterator[Text]],
) -> Iterator[Text]:
    """The texts of one task, out of those of all; once that has broken, read by themselves."""
    given = 0
    # Whose document it was is not known; who asked for it will hear of it below.
    with suppress(Exception):
        for text in islice(together, len(documents)):
            given += 1
            yield text
    if given < len(documents):
        yield from analyse(documents[given:])
