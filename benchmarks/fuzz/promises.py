"""What must hold for every input, however odd: one function for each thing that can be fuzzed.

Each takes a text and raises if a promise is broken. `hypothesis` calls them in the tests, and
`with_atheris.py` calls them for as long as you like.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from types import MappingProxyType

from benchmarks.fix_folder import skeleton
from plainspeak import readers
from plainspeak.config import load_settings
from plainspeak.engine import Checker
from plainspeak.errors import GlossaryError, ReadError, SettingsError
from plainspeak.fixing import MOST_PASSES, fix_document
from plainspeak.glossary.compiled import compiled
from plainspeak.glossary.loading import parse
from plainspeak.glossary.matching import TermMatcher
from plainspeak.glossary.overrides import with_changes
from plainspeak.language import pipeline
from plainspeak.language.analysis import Need
from plainspeak.model import Block, Document, FileReport, Proposal, Safety, Span
from plainspeak.registry import active_rules, rules
from plainspeak.rewriting.draft import Change, changed
from plainspeak.rewriting.placing import edits_of
from plainspeak.suppression import Suppression

_LINE_END = re.compile(r"\r\n|\n|\r")


def markdown(text: str) -> None:
    """Any text is a Markdown document, or half a character and refused."""
    _is_read(text, "markdown")


def plain_text(text: str) -> None:
    """Any text is a plain text document, or half a character and refused."""
    _is_read(text, "text")


def comments(text: str) -> None:
    """Comments to plainspeak turn rules off, or are mistakes with a line."""
    for words in (
        f"<!-- plainspeak: {text} -->\n\nA word.\n",
        f"A.\n#plainspeak: {text}\nB.\n",
        text,
    ):
        for format in ("markdown", "text"):
            document = _read(words, format)
            if document is not None:
                _is_suppressed(document)


def settings(text: str) -> None:
    """A settings file is read, or refused with a line for each mistake."""
    _are_settings(text, "plainspeak.yml")


def pyproject(text: str) -> None:
    """The same for TOML."""
    _are_settings(text, "pyproject.toml")


def glossary(text: str) -> None:
    """A glossary is read, or refused with a line for each mistake."""
    try:
        found = parse(text, "ours.yml")
    except GlossaryError as error:
        _has_places(str(error), "ours.yml", text)
        return
    ready = compiled(found)
    for number, entry in enumerate(found.terms):
        assert entry.forms, f"no way to write {entry.term!r}"
        assert number in dict(ready.with_form(entry.forms[0].text))


def terms(text: str) -> None:
    """Whatever terms a glossary has, they can be looked for, and are found inside the text."""
    try:
        found = parse(text, "ours.yml")
    except GlossaryError:
        return
    written = [form.text for entry in found.terms for form in entry.forms[:20]]
    document = _read("\n".join(f"We {words} it.\n\n{words}" for words in written), "text")
    assert document is not None
    language = pipeline.load()
    matcher = TermMatcher(language.nlp, [found], "plain")
    for analysed in language.analyse([document], Need.SENTENCES | Need.TAGS | Need.PARSE):
        for hit in matcher.hits(analysed):
            assert document.prose[hit.span.start : hit.span.end] == hit.text


def fixing(text: str) -> None:
    """Fixes that make no sense change the words they say, or nothing. Needs no language model."""
    for format in ("markdown", "text"):
        document = _read(text, format)
        if document is None:
            continue
        fixed = fix_document(document, _Scribbler())
        assert fixed.passes <= MOST_PASSES
        after = readers.read_text(fixed.text, format)
        assert after.source == fixed.text
        is_true(after)
        assert skeleton(after) == skeleton(document)


TARGETS: Mapping[str, Callable[[str], None]] = MappingProxyType(
    {
        each.__name__: each
        for each in (markdown, plain_text, comments, settings, pyproject, glossary, terms, fixing)
    }
)
"""What can be fuzzed, by name."""


def is_true(document: Document) -> None:
    """Blocks tile the prose, segments cover it, and exact ones hold what the file holds."""
    covered = [False] * len(document.prose)
    for segment in document.sourcemap.segments:
        prose = document.prose[segment.prose_start : segment.prose_end]
        assert 0 <= segment.source_start < segment.source_end <= len(document.source)
        if segment.exact:
            assert document.source[segment.source_start : segment.source_end] == prose
        for offset in range(segment.prose_start, segment.prose_end):
            covered[offset] = True
    position = 0
    for number, block in enumerate(document.blocks):
        if number:
            assert document.prose[position] == "\n"
            assert not covered[position]
            position += 1
        assert block.span.start == position
        text = document.text_of(block)
        assert text == text.strip()
        assert "\n" not in text
        assert "  " not in text
        assert any(map(str.isalnum, text))
        assert all(covered[block.span.start : block.span.end])
        for mark in block.marks:
            assert block.span.contains(mark.span)
            assert len(mark.span)
        starts = [mark.span.start for mark in block.marks]
        assert starts == sorted(starts)
        position = block.span.end
    assert position == len(document.prose)


def _read(text: str, format: str) -> Document | None:
    try:
        return readers.read_text(text, format)
    except ReadError:
        assert re.search("[\ud800-\udfff]", text)
        return None


def _is_read(text: str, format: str) -> None:
    document = _read(text, format)
    if document is None:
        return
    assert document.source == text.removeprefix("\ufeff")
    again = readers.read_text(text, format)
    assert (again.prose, again.blocks) == (document.prose, document.blocks)
    is_true(document)
    _maps_back(document)
    _is_suppressed(document)


def _maps_back(document: Document) -> None:
    """Stretches of the prose have a place in the file, told as an offset and as a line."""
    source, sourcemap = document.source, document.sourcemap
    starts = [0, *(match.end() for match in _LINE_END.finditer(source))]
    size = len(document.prose)
    for start in range(0, size + 1, 1 + size // 150):
        for end in {start, min(start + 1, size), min(start + 7, size), size}:
            place = sourcemap.locate(Span(start, end))
            assert 0 <= place.start <= place.end <= len(source)
            assert starts[place.line - 1] + place.column - 1 == place.start
            assert starts[place.end_line - 1] + place.end_column - 1 == place.end
            assert (start < end) or place.start == place.end


def _is_suppressed(document: Document) -> None:
    for directive in document.directives:
        assert 0 <= directive.start < directive.end <= len(document.source)
        assert "plainspeak" in document.source[directive.start : directive.end].lower()
    suppression = Suppression(document, rules())
    lines = document.source.count("\n") + 1
    for mistake in suppression.mistakes:
        place = re.match(r"<text>:(\d+): plainspeak comment: \S", mistake)
        assert place, mistake
        assert int(place[1]) <= lines
        assert "\n" not in mistake
    for offset in range(0, len(document.source) + 1, 1 + len(document.source) // 20):
        assert suppression.hides("jargon", offset) in (True, False)


def _are_settings(text: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            found = load_settings(path, name)
            active_rules(found)
            with_changes(found)
        except SettingsError as error:
            _has_places(str(error), name, text)
        except GlossaryError as error:
            _has_places(str(error), str(error).partition(":")[0], text)


def _has_places(message: str, name: str, text: str) -> None:
    """Every line of a message starts with the file and a line that it has."""
    most = len(text.splitlines()) + 1
    for line in message.splitlines() or [""]:
        place = re.match(rf"{re.escape(name)}:(\d+): \S", line)
        assert place, f"no place in {line!r} of {message!r}"
        assert 1 <= int(place[1]) <= most, line


class _Scribbler(Checker):
    """A checker that proposes changes of no sense, always the same for the same words."""

    def __init__(self) -> None:
        """Load nothing."""

    def check_documents(self, documents: object) -> Iterator[FileReport]:
        """Reports with nothing but proposals."""
        for document in documents:  # type: ignore[attr-defined]
            made = tuple(filter(None, (_scribble(document, block) for block in document.blocks)))
            yield FileReport(document.path or "<text>", proposals=made)


_WORDS = ("b", "two words", "A", "1.", "#", "- x", "&amp;", "*so*", "é", "http://a.b", "[1]", "")


def _scribble(document: Document, block: Block) -> Proposal | None:
    prose = document.text_of(block)
    rng = Random(prose)
    words = list(re.finditer(r"\S+", prose))
    changes = []
    for word in sorted(
        rng.sample(words, min(len(words), rng.randint(0, 3))), key=lambda w: w.start()
    ):
        start, end = word.span()
        if rng.random() < 0.3:
            start += rng.randrange(end - start)
        span = Span(block.span.start + start, block.span.start + rng.choice((start, end)))
        changes.append(Change.to(span, rng.choice(_WORDS)))
    edits = edits_of(changes, document) if changes else None
    if not edits:
        return None
    return Proposal(
        block.span,
        document.sourcemap.locate(block.span),
        prose,
        changed(document.prose, block.span, changes),
        edits,
        Safety.SAFE,
        ("scribble",),
        ("scribble",),
    )
