"""Loads a spaCy pipeline and runs it over documents, many blocks at a time."""

from __future__ import annotations

import re
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainspeak.errors import UsageError
from plainspeak.language.analysis import UNBROKEN, Need, Text
from plainspeak.language.answers import keep_text
from plainspeak.language.base_forms import BaseForms
from plainspeak.language.boundaries import forbid_starts
from plainspeak.language.readings import Readings, reading_key

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc
    from threadpoolctl import ThreadpoolController

    from plainspeak.model import Document

__all__ = ["PACKAGED", "Pipeline", "load", "plain_spaces"]

PACKAGED = "plainspeak"
"""The name of the language model inside plainspeak."""

_PIECE_CHARS = 5_000
"""Longer blocks are analysed in pieces, so that time and memory stay bounded."""
# Larger batches take no less time, but 100,000 characters take some 60 megabytes more.
_BATCH_CHARS = 15_000
_BATCH_BLOCKS = 256

_PARSERS = frozenset({"parser", "transition_parser", "beam_parser"})
_SENTENCE_FINDERS = frozenset({"senter", "sentencizer"})
_TAGGERS = frozenset({"tagger", "morphologizer", "attribute_ruler"})
_LEMMATIZERS = frozenset({"lemmatizer", "trainable_lemmatizer"})
_UNUSED = """
    ner beam_ner entity_linker entity_ruler span_ruler span_finder spancat spancat_singlelabel
    textcat textcat_multilabel
"""

# Hyphens and spaces that the model has not seen, and the like of each that it has; same length.
_PLAIN = {ord(char): "-" for char in "\u2010\u2011"} | {
    ord(char): " "
    for char in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
}

_CUT = re.compile(r"[.!?]\s+(?=[A-Z])")
# spaCy's tokenizer takes time by the square of the length of a run with no space in it.
_UNBROKEN_RUN = re.compile(r"\S{200}(?=\S)")


def plain_spaces(text: str) -> str:
    """The text with odd spaces and hyphens made plain; every character keeps its place."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, eq=False)
class Pipeline:
    """A language model, ready to analyse documents. Made by `load`."""

    nlp: Language
    name: str
    """As the user asked for it; `plainspeak` for the one inside plainspeak."""
    scheme: str | None
    """Labels of the grammar: `ud`, `clearnlp`, or `None` without a parser."""
    offers: Need
    """All it can find out."""
    warning: str | None
    """What it lacks, which checks are off for that, and what to do; `None` if it lacks nothing."""

    @property
    def version(self) -> str:
        """The model's own version."""
        return str(self.nlp.meta.get("version", ""))

    def analyse(
        self,
        documents: Iterable[Document],
        needs: Need,
        known: Callable[[Document], Readings | None] = lambda document: None,
    ) -> Iterator[Text]:
        """Analyse documents one after the other, reading on only as far as a batch needs.

        Args:
            documents: in any number; the iterator is read lazily.
            needs: what the rules ask for. What the model cannot give is left out; see
                `Text.offers`.
            known: what the model said of the blocks of a document before, for the same needs; those
                blocks are not read again.

        Yields:
            One text for each document, in order.
        """
        if Need.PARSE in needs:
            needs |= Need.TAGS | Need.SENTENCES
        given = (needs & self.offers) | Need.WORDS
        disabled = self._idle(given)
        waiting: deque[_Job] = deque()
        batch = _Batch()
        for document in documents:
            job = _Job(document)
            waiting.append(job)
            readings = known(document)
            for number, block in enumerate(document.blocks):
                text = plain_spaces(document.text_of(block))
                pieces = list(_pieces(text))
                key = reading_key(text, unbroken=block.kind in UNBROKEN) if readings else ""
                for place, piece in enumerate(pieces):
                    doc = self.nlp.make_doc(piece)
                    if readings and len(pieces) == 1 and readings.read(doc, key):
                        job.known[number] = doc
                        continue
                    if Need.SENTENCES in given and forbid_starts(
                        doc, piece, unbroken=block.kind in UNBROKEN, opens=place == 0
                    ):
                        batch.open.append(doc)
                    job.expect(number)
                    batch.docs.append((doc, job))
                    batch.chars += len(piece)
                    if batch.is_full:
                        self._run(batch, disabled, given)
                        batch = _Batch()
            if not batch.docs:
                yield from self._finished(waiting, given)
        if batch.docs:
            self._run(batch, disabled, given)
        yield from self._finished(waiting, given)

    def _run(self, batch: _Batch, disabled: list[str], given: Need) -> None:
        finder = self._apart.get("senter") if Need.SENTENCES in given else None
        base_forms = self._base_forms if Need.TAGS in given else None
        # The matrices are small: a second thread would spend its time waiting for the first.
        with _blas().limit(limits=1, user_api="blas"):
            if finder and batch.open:
                # It decides nothing about blocks where no sentence can start, which most are.
                deque(finder.pipe(batch.open, batch_size=len(batch.open)), maxlen=0)
            for doc, job in self.nlp.pipe(
                batch.docs,
                as_tuples=True,
                batch_size=len(batch.docs),
                disable=[*disabled, *self._apart],
                component_cfg={"parser": {"batch_size": 4 * len(batch.docs)}},
            ):
                if base_forms:
                    base_forms.add_to(doc)
                elif Need.TAGS in given and not self._lemmatizes:
                    _add_lemmas(doc)
                job.done.append(doc)

    def _finished(self, waiting: deque[_Job], given: Need) -> Iterator[Text]:
        while waiting and waiting[0].complete:
            job = waiting.popleft()
            docs = list(job.docs(self.nlp))
            for block, doc in zip(job.document.blocks, docs, strict=True):
                keep_text(doc, plain_spaces(job.document.text_of(block)))
            yield Text.of(job.document, docs, given, self.scheme)

    @cached_property
    def _apart(self) -> dict[str, Any]:
        """The components that we run ourselves, for less: those of our model that stand alone."""
        if self.name != PACKAGED:
            return {}
        return {name: self.nlp.get_pipe(name) for name in ("senter", "lemmatizer")}

    @cached_property
    def _base_forms(self) -> BaseForms | None:
        lemmatizer = self._apart.get("lemmatizer")
        return BaseForms(lemmatizer) if lemmatizer else None

    @cached_property
    def _lemmatizes(self) -> bool:
        return any(factory in _LEMMATIZERS for _, factory in _components(self.nlp))

    def _idle(self, given: Need) -> list[str]:
        """The names of the components that nobody needs."""
        components = _components(self.nlp)
        factories = {factory for _, factory in components}
        if not given & ~Need.WORDS:
            return [name for name, _ in components]
        idle = set(_UNUSED.split())
        if Need.TAGS not in given:
            idle |= _TAGGERS | _LEMMATIZERS
        if Need.PARSE not in given and factories & _SENTENCE_FINDERS:
            idle |= _PARSERS
        if Need.SENTENCES not in given:
            idle |= _PARSERS | _SENTENCE_FINDERS
        return [name for name, factory in components if factory in idle]


@cache
def _blas() -> ThreadpoolController:
    """What sets how many threads numpy multiplies with."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


class _Batch:
    """Blocks, or pieces of them, that the model is to read together."""

    def __init__(self) -> None:
        self.docs: list[tuple[SpacyDoc, _Job]] = []
        self.open: list[SpacyDoc] = []
        """Those of them of which the model must still say where sentences start."""
        self.chars = 0

    @property
    def is_full(self) -> bool:
        return self.chars >= _BATCH_CHARS or len(self.docs) >= _BATCH_BLOCKS


class _Job:
    """A document on its way through the pipeline."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.done: list[SpacyDoc] = []
        self.known: dict[int, SpacyDoc] = {}
        """Blocks, by number, that the model need not read."""
        self._pieces = [0] * len(document.blocks)

    def expect(self, block: int) -> None:
        self._pieces[block] += 1

    @property
    def complete(self) -> bool:
        return len(self.done) == sum(self._pieces)

    def docs(self, nlp: Language) -> Iterator[SpacyDoc]:
        """One doc for each block, its pieces glued together."""
        from spacy.tokens import Doc

        pieces = iter(self.done)
        for number, count in enumerate(self._pieces):
            parts = [next(pieces) for _ in range(count)]
            if number in self.known:
                yield self.known[number]
            elif len(parts) == 1:
                yield parts[0]
            else:
                yield Doc.from_docs(parts, ensure_whitespace=False) or Doc(nlp.vocab)


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of bounded length, cut between sentences or words where it can be."""
    last = 0
    for run in _UNBROKEN_RUN.finditer(text):
        yield from _cut_up(text[last : run.end()])
        last = run.end()
    yield from _cut_up(text[last:])


def _cut_up(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _PIECE_CHARS:
        limit = start + _PIECE_CHARS
        cut = limit
        for match in _CUT.finditer(text, limit - _PIECE_CHARS // 10, limit):
            cut = match.end()
        if cut == limit:
            space = text.rfind(" ", start + 1, limit)
            cut = space + 1 if space > 0 else limit
        yield text[start:cut]
        start = cut
    yield text[start:]


def _components(nlp: Language) -> list[tuple[str, str]]:
    """The name and factory of every component in use."""
    return [(name, nlp.get_pipe_meta(name).factory) for name in nlp.pipe_names]


def _add_lemmas(doc: SpacyDoc) -> None:
    from plainspeak.language.inflection import lemma_of

    for token in doc:
        token.lemma_ = lemma_of(token.text, token.pos_)


def load(name: str | None = None) -> Pipeline:
    """Load a language model, or take the one loaded before under this name.

    Args:
        name: an installed spaCy pipeline or the path of a pipeline's folder; the one inside
            plainspeak if left out.

    Raises:
        UsageError: it is not there, is not English, or does not load. The message says what to do.
    """
    return _load(PACKAGED if name is None else name)


@cache
def _load(name: str) -> Pipeline:
    if name == PACKAGED:
        with resources.as_file(resources.files("plainspeak.language") / "model") as folder:
            if not (folder / "config.cfg").is_file():
                raise UsageError(
                    "The language model inside plainspeak is missing. Install plainspeak again."
                )
            return wrap(_read(folder, PACKAGED, _own_tokenizer())[0], PACKAGED)
    nlp, complaint = _read(_find(name), name)
    return wrap(nlp, name, complaint)


def wrap(nlp: Language, name: str, complaint: str | None = None) -> Pipeline:
    """Make a `Pipeline` of a loaded spaCy pipeline, seeing what it can do.

    A pipeline that cannot find sentences gets spaCy's rule-based `sentencizer`.

    Args:
        nlp: changed only by adding a sentencizer.
        name: what to call it in messages.
        complaint: what else to say in its warning.

    Raises:
        UsageError: it is not English.
    """
    if nlp.lang != "en":
        raise UsageError(
            f"The language model {name} is for the language {nlp.lang!r}; plainspeak reads English "
            f"only. Leave --model out to use the one inside plainspeak."
        )
    factories = {factory for _, factory in _components(nlp)}
    offers = Need.WORDS | Need.SENTENCES
    scheme = None
    if factories & _PARSERS:
        offers |= Need.PARSE
        scheme = _scheme(nlp)
    elif not factories & _SENTENCE_FINDERS:
        nlp.add_pipe("sentencizer")
    if factories & _TAGGERS:
        offers |= Need.TAGS
    if scheme is None:
        offers &= ~Need.PARSE
    said = [complaint] if complaint else []
    lacks = []
    if Need.PARSE not in offers:
        lacks.append(
            "no parser, so checks that look at how a sentence is built, such as passive voice, "
            "are off"
        )
    if Need.TAGS not in offers:
        lacks.append(
            "no tagger, so checks that need to tell nouns from verbs, such as hidden verbs, are off"
        )
    if lacks:
        said.append(
            f"The language model {name} has {', and '.join(lacks)}. Leave --model out to use the "
            f"one inside plainspeak, or name a model that has them, such as en_core_web_sm."
        )
    return Pipeline(nlp, name, scheme, offers, " ".join(said) or None)


def _scheme(nlp: Language) -> str | None:
    """Which labels the parser gives: Universal Dependencies, ClearNLP, or some we do not know."""
    labels = {
        label
        for name, factory in _components(nlp)
        if factory in _PARSERS
        for label in nlp.pipe_labels[name]
    }
    if "nsubj:pass" in labels:
        return "ud"
    if "nsubjpass" in labels:
        return "clearnlp"
    return None


def _find(name: str) -> str | Path:
    """Where a pipeline is, without importing anything of it."""
    from spacy.util import is_package

    folder = Path(name)
    if folder.is_dir():
        if not (folder / "config.cfg").is_file():
            raise UsageError(
                f"The folder {name} is not a spaCy language model: it has no config.cfg. "
                f"Name the folder that has one, or leave --model out to use the one inside "
                f"plainspeak."
            )
        return folder
    if not is_package(name):
        raise UsageError(
            f"There is no language model called {name} here. Install it, or leave --model out to "
            f"use the one inside plainspeak."
        )
    return name


def _own_tokenizer() -> dict[str, Any]:
    """Settings of spaCy's that leave the tokenizer empty until its file in the model is read.

    By default spaCy first fills it with the rules that it has for all English models.
    """
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    name = "plainspeak.UnfilledTokenizer.v1"
    if not registry.has("tokenizers", name):
        registry.tokenizers.register(name, func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return {"nlp": {"tokenizer": {"@tokenizers": name}}}


def _read(
    place: str | Path, name: str, config: dict[str, Any] | None = None
) -> tuple[Language, str | None]:
    """Load a pipeline; returns it and what spaCy complained of, in our words."""
    import spacy
    from spacy.about import __version__ as spacy_version
    from thinc.api import use_ops

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            # numpy's own matrix product is about 1.5 times as fast here as BLIS, spaCy's choice.
            with use_ops("numpy", use_blis=False):
                nlp = spacy.load(place, config=config or {})
        # What a model runs as it loads is its own code, so anything may come out of it.
        except Exception as error:
            first_line: Any = next(iter(str(error).strip().splitlines()), type(error).__name__)
            raise UsageError(
                f"The language model {name} does not load ({first_line}). It may be made for "
                f"another version of spaCy than the {spacy_version} installed here. Install "
                f"a version of it that fits, or leave --model out to use the one inside plainspeak."
            ) from error
    if any("[W095]" in str(warning.message) for warning in caught):
        return nlp, (
            f"The language model {name} was made for another version of spaCy than the "
            f"{spacy_version} installed here, so it may make more mistakes."
        )
    return nlp, None
