"""What the language model said of blocks of text, as plain data, and the docs made of it again.

The data holds lists, numbers and strings only, so that it can be kept as JSON:

- `words`: every base form in the document, once;
- `labels`: every set of labels that a token of the document has, once: its grammatical role, its
  part of speech in two schemes, its features, and whether it starts a sentence;
- `blocks`: for each block, by `reading_key`, three numbers a token: how far off its head is, which
  of the `labels` it has, and which of the `words` is its base form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, cast

from plainspeak.language.analysis import UNBROKEN, AnalysedBlock

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc
    from spacy.vocab import Vocab
    from thinc.types import Ints2d

__all__ = ["Readings", "digest", "reading_key", "readings_of"]

_NAMED = ("DEP", "TAG", "POS", "MORPH")
_COLUMNS: list[int | str] = ["HEAD", "LEMMA", "SENT_START", *_NAMED]
_A_TOKEN = 3
"""How many numbers are kept of a token."""
_WRAP = 2**64
"""spaCy’s arrays hold no negative numbers: -1, where no sentence starts, is this less 1."""


def digest(text: str) -> str:
    """A short name for a text, the same in every run and on every machine."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def reading_key(text: str, *, unbroken: bool) -> str:
    """A short name for what the language model's answer depends on.

    Args:
        text: the block as the model reads it, with plain spaces.
        unbroken: whether all of it is one sentence, as a heading is.
    """
    return digest(f"{int(unbroken)}{text}")


def readings_of(blocks: Sequence[AnalysedBlock]) -> dict[str, Any]:
    """The language model's answers for the blocks of a document, to be kept."""
    words: dict[int, int] = {}
    labels: dict[tuple[int, ...], int] = {}
    kept: dict[str, list[int]] = {}
    for block in blocks:
        key = reading_key(block.text, unbroken=block.kind in UNBROKEN)
        if key in kept:
            continue
        values = block.doc.to_array(_COLUMNS)
        numbers = kept[key] = []
        signed = values[:, 0].astype("int32").tolist()
        for head, (_, lemma, *rest) in zip(signed, values.tolist(), strict=True):
            label = labels.setdefault(tuple(rest), len(labels))
            numbers += (head, label, words.setdefault(lemma, len(words)))
    if not blocks:
        return {}
    strings = blocks[0].doc.vocab.strings
    return {
        "words": [strings[each] for each in words],
        "labels": [
            [start - _WRAP * (start > 1), *(strings[each] for each in named)]
            for start, *named in labels
        ],
        "blocks": kept,
    }


class Readings:
    """The language model's answers for one document, as they were kept."""

    def __init__(self, data: Mapping[str, Any], vocab: Vocab) -> None:
        """Take what `readings_of` made.

        Args:
            data: empty if nothing is known.
            vocab: that of the pipeline that gave them.
        """
        import numpy

        strings = vocab.strings
        self._blocks: Mapping[str, list[int]] = data.get("blocks", {})
        self._words = numpy.array([strings.add(each) for each in data.get("words", ())], "uint64")
        labels = [
            (start % _WRAP, *(strings.add(each) for each in named))
            for start, *named in data.get("labels", ())
        ]
        self._labels = numpy.array(labels, "uint64").reshape(-1, 1 + len(_NAMED))

    def read(self, doc: SpacyDoc, key: str) -> bool:
        """Put into a doc what the model said of it, if that is known.

        Args:
            doc: tokens only; changed only if the answer is `True`.
            key: its `reading_key`.
        """
        import numpy

        numbers = self._blocks.get(key, ())
        if not numbers or len(numbers) != _A_TOKEN * len(doc):
            return False
        heads, labels, words = numpy.array(numbers, "int64").reshape(-1, _A_TOKEN).T
        values = numpy.empty((len(doc), len(_COLUMNS)), "uint64")
        values[:, 0] = heads
        values[:, 1] = self._words[words]
        values[:, 2:] = self._labels[labels]
        doc.from_array(_COLUMNS, cast("Ints2d", values))
        return True
