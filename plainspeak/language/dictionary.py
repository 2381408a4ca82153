"""lemminflect's dictionary, read word by word.

lemminflect makes objects of all its 120,000 lines at the first question. That takes as long as half
of spaCy's own start, and a text needs a few hundred of them. So its files are kept as lines here,
and a line is read when somebody asks for its word.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

__all__ = ["inflections", "lemmas", "likely_lemmas"]

Forms = dict[str, tuple[str, ...]]


def inflections(lemma: str) -> Forms:
    """The forms of a word by Penn Treebank tag, as `lemminflect.getAllInflections` gives them.

    Args:
        lemma: a word in its base form, in lower case.

    Returns:
        Forms in lower case; empty for a word the dictionary lacks.
    """
    from lemminflect import config
    from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec

    found: Forms = {}
    if lemma in _auxiliaries():
        found.update(_auxiliaries()[lemma])
    else:
        for line in _starting(_lines(config.inflection_lu_fn), lemma):
            found.update(InflectionLUCodec.fromString(line)[2])
    found.update(_overrides(config.infl_overrides_fn).get(lemma, {}))
    return _lower(found)


def lemmas(word: str) -> Forms:
    """The base forms of a word by part of speech, as `lemminflect.getAllLemmas` gives them.

    Args:
        word: in lower case.

    Returns:
        Base forms in lower case by Universal part of speech; empty for a word the dictionary lacks.
    """
    from lemminflect import config
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
    from lemminflect.core.LexicalUtils import categoryToUPos

    found: Forms = {}
    for line in _starting(_lines(config.lemma_lu_fn), word):
        _, category, forms = LemmaLUCodec.fromString(line)
        found[categoryToUPos(category)] = forms
    found.update(_overrides(config.lemma_overrides_fn).get(word, {}))
    return _lower(found)


def likely_lemmas(word: str, pos: str) -> tuple[str, ...]:
    """The base forms of a word, guessed by lemminflect if the dictionary lacks it.

    Args:
        word: in lower case.
        pos: its Universal part of speech: `NOUN`, `VERB`, `ADJ`, `ADV` or `AUX`.
    """
    known = lemmas(word).get(pos)
    if known is not None:
        return known
    from lemminflect import getAllLemmasOOV

    guessed: Forms = getAllLemmasOOV(word, pos)
    return guessed.get(pos, ())


@cache
def _lines(path: str) -> Sequence[bytes]:
    """The lines of a table, in order."""
    return sorted(gzip.decompress(Path(path).read_bytes()).splitlines())


def _starting(lines: Sequence[bytes], word: str) -> Iterator[str]:
    """The lines of one word."""
    if "," in word:  # It would stand for a word and its part of speech.
        return
    start = word.encode("utf-8", "surrogatepass") + b","
    for place in range(bisect_left(lines, start), len(lines)):
        if not lines[place].startswith(start):
            return
        yield lines[place].decode()


@cache
def _auxiliaries() -> dict[str, Forms]:
    """The words that lemminflect has by heart, whatever its tables say."""
    from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec

    known: dict[str, Forms] = InflectionLUCodec.updateForAuxMod({})
    return known


@cache
def _overrides(path: str) -> dict[str, Forms]:
    from lemminflect.codecs.OverridesCodec import OverridesCodec

    known: dict[str, Forms] = OverridesCodec.load(path)
    return known


def _lower(found: Forms) -> Forms:
    return {key: tuple(form.lower() for form in forms) for key, forms in found.items()}
