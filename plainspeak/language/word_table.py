"""The file of word facts: numbers about words, read without making anything of them.

The file is compressed with gzip. It holds a line with the names of the columns, a line with the
words in order, and then each column: for every word a number of two bytes, the lower first. Words
and names have a space between them.
"""

from __future__ import annotations

import gzip
import struct
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

__all__ = ["Column", "read_columns", "write_columns"]

_NUMBER = struct.Struct("<h")
_NONE = -32768
"""In the place of a number: the word has none."""


class Column(Mapping[str, int]):
    """The numbers of one column by word.

    A word is found by halving: a dictionary of all takes long to make, and a text asks for few.
    """

    def __init__(self, words: Sequence[str], numbers: bytes) -> None:
        """Take the words, in order, and a number of two bytes for each."""
        self._words = words
        self._numbers = numbers

    def __getitem__(self, word: str) -> int:
        place = bisect_left(self._words, word)
        if place < len(self._words) and self._words[place] == word:
            number: int = _NUMBER.unpack_from(self._numbers, place * _NUMBER.size)[0]
            if number != _NONE:
                return number
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        numbers = _NUMBER.iter_unpack(self._numbers)
        return (w for w, (number,) in zip(self._words, numbers, strict=True) if number != _NONE)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def read_columns(path: Path) -> dict[str, Column]:
    """The columns of a file, by name."""
    names, words, numbers = gzip.decompress(path.read_bytes()).split(b"\n", 2)
    in_order = words.decode("utf-8").split(" ")
    size = len(in_order) * _NUMBER.size
    return {
        name: Column(in_order, numbers[place * size : (place + 1) * size])
        for place, name in enumerate(names.decode("utf-8").split(" "))
    }


def write_columns(path: Path, columns: Mapping[str, Mapping[str, int]]) -> None:
    """Write a file that `read_columns` reads; numbers go from -32,767 to 32,767."""
    words = sorted(set().union(*columns.values()))
    lines = f"{' '.join(columns)}\n{' '.join(words)}\n".encode()
    numbers = [_NUMBER.pack(each.get(w, _NONE)) for each in columns.values() for w in words]
    path.write_bytes(gzip.compress(lines + b"".join(numbers), 9, mtime=0))
