"""Markdown: CommonMark with tables, footnotes, task lists, strikethrough and definition lists.

`pyromark` says what each stretch of the file is; positions are its byte ranges, turned into code
points. What it must not see (front matter, template tags, attribute lists) is masked first,
character for character, so that every offset stays true.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import Any

import pyromark

from plainspeak.model import BlockKind, Document, MarkKind
from plainspeak.readers.base import (
    MASK,
    BlockBuilder,
    DocumentBuilder,
    Piece,
    entity_pieces,
    write_run,
)
from plainspeak.readers.code_points import CodePoints
from plainspeak.readers.html_tags import (
    BREAKING,
    CODE,
    COMMENT_DIRECTIVE,
    ENDS,
    KINDS,
    MARKS,
    NOTE_NUMBER,
    STRUCTURE,
    TAG_OPENING,
    UNSEEN,
    attribute,
    tag_end,
)
from plainspeak.readers.masking import masked

__all__ = ["NAME", "SUFFIXES", "read"]

NAME = "markdown"
SUFFIXES: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_GFM
)


def read(source: str, path: str | None) -> Document:
    """Read Markdown.

    Args:
        source: the text of the file, without its byte order mark; any line ends.
        path: as the user gave it, or None.
    """
    return _Reader(source, path).read()


_NUMBER_LINK = re.compile(r"\[\\?\[?\^?\d{1,3}\*?\\?\]?\]")
_LINE_PIECE = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]+|[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_LONE_CR = re.compile(r"\r(?!\n)")

_CONTAINERS = {
    "Item": BlockKind.LIST_ITEM,
    "BlockQuote": BlockKind.QUOTE,
    "FootnoteDefinition": BlockKind.FOOTNOTE,
    "DefinitionListDefinition": BlockKind.DEFINITION,
}
_LEAVES = {
    "Heading": BlockKind.HEADING,
    "TableCell": BlockKind.TABLE_CELL,
    "DefinitionListTitle": BlockKind.TERM,
}
_INLINE = frozenset(
    ("Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image")
)


def _entry(event: Any) -> tuple[str, Any]:
    """The name and the value of what pyromark gives either as a name or as `{name: value}`."""
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


class _Reader:
    """Walks pyromark's events once and writes blocks. Never recurses, however deep the nesting."""

    def __init__(self, source: str, path: str | None) -> None:
        self._source = source
        self._view = masked(source)
        self._document = DocumentBuilder(source, NAME, path)
        self._block: BlockBuilder | None = None
        self._alts: list[BlockBuilder] = []
        self._run: list[Piece] = []
        self._containers: list[BlockKind] = []
        self._lists = self._quotes = 0
        self._leaf: BlockKind | None = None
        self._leaf_level = 0
        self._leaf_end = 0
        self._html: list[str] = []
        self._html_open: Counter[str] = Counter()
        self._html_parts: list[tuple[int, int]] | None = None
        # Nothing that starts before this offset is prose: it is inside a script, a code element or
        # a link that is only a number.
        self._resume = 0
        self._unclosed: set[str] = set()
        self._images = 0

    def read(self) -> Document:
        point = CodePoints(self._view)
        skipping = False
        # pulldown-cmark ends a code fence only at LF; the length stays the same.
        view = _LONE_CR.sub("\n", self._view)
        for event, where in pyromark.events_with_range(view, options=_OPTIONS):
            start, end = point(where["start"]), point(where["end"])
            kind, value = _entry(event)
            if kind in ("Start", "End"):
                name, data = _entry(value)
                if name in ("CodeBlock", "MetadataBlock"):
                    self._close()
                    skipping = kind == "Start"
                elif name in _INLINE:
                    self._inline(kind == "Start", name, data, start, end)
                else:
                    self._structure(kind == "Start", name, data, start, end)
            elif not skipping:
                self._leaf_event(kind, value, start, end)
        self._close()
        return self._document.build()

    # What pyromark says.

    def _structure(self, opens: bool, name: str, data: Any, start: int, end: int) -> None:
        self._close()
        step = 1 if opens else -1
        if name == "List":
            self._lists += step
        elif name == "BlockQuote":
            self._quotes += step
        if name in _CONTAINERS:
            if opens:
                self._containers.append(_CONTAINERS[name])
            else:
                self._containers.pop()
        elif name in _LEAVES:
            self._leaf = _LEAVES[name] if opens else None
            self._leaf_level = int(data["level"][1]) if opens and name == "Heading" else 0
        elif name == "HtmlBlock":
            if opens:
                self._html_parts = []
            else:
                self._html_block()
        if opens:
            self._leaf_end = end

    def _inline(self, opens: bool, name: str, data: Any, start: int, end: int) -> None:
        if start < self._resume:
            return
        if name == "Image":
            self._image(opens)
        elif name in ("Emphasis", "Strong"):
            self._mark(opens, MarkKind.EMPHASIS if name == "Emphasis" else MarkKind.STRONG)
        elif name == "Link" and not opens:
            self._mark(False, MarkKind.LINK)
        elif name == "Link":
            target = self._target(data["dest_url"], start, end)
            if data["link_type"] in ("Autolink", "Email"):
                if data["link_type"] == "Email":
                    target = f"mailto:{target}"
                self._flush().placeholder(start, end, MarkKind.LINK, target)
                self._resume = end
            elif target.startswith("#") and _NUMBER_LINK.match(self._view, start, end):
                self._flush().drop()
                self._resume = end
            else:
                self._mark(True, MarkKind.LINK, target)

    def _leaf_event(self, kind: str, value: Any, start: int, end: int) -> None:
        if start < self._resume:
            return
        if kind == "Text":
            exact = value == self._view[start:end]
            self._add(Piece(start, end) if exact else Piece(start, end, value))
        elif kind in ("SoftBreak", "HardBreak"):
            self._add(Piece(start, end, is_break=True))
        elif kind == "Html":
            if self._html_parts is not None:
                self._html_parts.append((start, end))
        elif kind == "InlineHtml":
            self._html_token(self._view[start:end], start, self._leaf_end)
        elif kind == "Code":
            self._flush().placeholder(start, end, MarkKind.CODE)
        elif kind == "FootnoteReference":
            self._flush().drop()
        elif kind == "Rule":
            self._close()

    def _target(self, destination: str, start: int, end: int) -> str:
        """A link's destination as the file has it, with template tags in their place."""
        if MASK not in destination:
            return destination
        at = self._view.rfind(destination, start, end)
        if at >= 0:
            return self._source[at : at + len(destination)]
        return destination.replace(MASK, "")

    # Writing.

    def _current(self) -> BlockBuilder:
        """The block that takes what comes next."""
        if self._images:
            return self._alts[-1]
        if self._block is None:
            kind, level, quoted = self._context()
            self._block = self._document.block(kind, level, quoted)
        return self._block

    def _context(self) -> tuple[BlockKind, int, bool]:
        quoted = self._quotes > 0 or self._html_open["blockquote"] > 0
        if self._leaf is not None:
            return self._leaf, self._leaf_level, quoted
        kind = self._containers[-1] if self._containers else BlockKind.PARAGRAPH
        if self._html_parts is not None and self._html:
            kind = KINDS.get(self._html[-1], kind)
            if kind is BlockKind.HEADING:
                return kind, int(self._html[-1][1]), quoted
        level = 0
        if kind is BlockKind.LIST_ITEM:
            level = max(1, self._lists + self._html_open["ul"] + self._html_open["ol"])
        elif kind is BlockKind.QUOTE:
            level = self._quotes + self._html_open["blockquote"]
        return kind, level, quoted

    def _add(self, piece: Piece) -> None:
        if self._run:
            last = self._run[-1]
            gap = self._view[last.end : piece.start]
            wrapped = last.is_break or self._view[last.end - 1] in "\r\n"
            if gap and gap != "\\" and not (wrapped and not gap.strip(" \t>")):
                self._flush()
        self._run.append(piece)

    def _flush(self) -> BlockBuilder:
        """Write the run of text read so far."""
        block = self._current()
        if self._run:
            write_run(block, self._run, self._view)
            self._run = []
        return block

    def _close(self) -> None:
        """End the block, if there is one; its images' descriptions follow it."""
        if self._run:
            self._flush()
        if self._block is not None:
            self._document.add(self._block)
            self._block = None
        for alt in self._alts:
            self._document.add(alt)
        self._alts = []
        self._images = 0

    def _mark(self, opens: bool, kind: MarkKind, target: str = "") -> None:
        block = self._flush()
        if opens:
            block.open_mark(kind, target)
        else:
            block.close_mark(kind)

    def _image(self, opens: bool) -> None:
        if opens:
            self._flush().drop()
            if not self._images:
                self._alts.append(self._alt())
            self._images += 1
        elif self._images:
            self._flush()
            self._images -= 1

    def _alt(self) -> BlockBuilder:
        quoted = self._quotes > 0 or self._html_open["blockquote"] > 0
        return self._document.block(BlockKind.ALT_TEXT, quoted=quoted)

    # HTML.

    def _html_block(self) -> None:
        """Read a whole HTML block: tags shape it, the rest is text."""
        parts = self._html_parts or []
        if parts:
            text, start = self._joined(parts), parts[0][0]
            self._html_text(text, start)
            self._close()
        while self._html and self._html[-1][0] in "hd" and self._html[-1] not in ("dl", "dd"):
            self._html_open[self._html.pop()] -= 1
        self._html_parts = None

    def _joined(self, parts: list[tuple[int, int]]) -> str:
        """The text of an HTML block, blank where its lines have `>` or indentation before them."""
        pieces = []
        position = parts[0][0]
        for start, end in parts:
            pieces += [" " * (start - position), self._view[start:end]]
            position = end
        return "".join(pieces)

    def _html_text(self, text: str, shift: int) -> None:
        position = 0
        limit = shift + len(text)
        last_end = text.rfind(">")
        while position < len(text):
            opening = text.find("<", position)
            stop = opening if opening >= 0 else len(text)
            if stop > position:
                self._html_words(text[position:stop], shift + position)
            if opening < 0:
                return
            end = self._html_token(text, shift, limit, opening) if opening < last_end else None
            if end is None:
                self._html_words("<", shift + opening)
                end = opening + 1
            position = max(end, min(self._resume - shift, len(text)))

    def _html_words(self, text: str, start: int) -> None:
        """Text between tags. The indentation of a line is left out, as Markdown does."""
        if start + len(text) <= self._resume:
            return
        if not text.strip():
            if self._block is not None or self._run:
                self._flush().space(start, start + len(text))
            return
        for line in _LINE_PIECE.finditer(text):
            blank = line.group()[0] in " \t" and not line.group().strip() and line.start()
            if not blank:
                for piece in entity_pieces(line.group(), start + line.start()):
                    self._add(piece)

    def _html_token(self, text: str, shift: int, limit: int, at: int = 0) -> int | None:
        """Read the comment or tag at `at`; where it ends, or None if it is only a `<`.

        `shift` is the offset of `text` in the file, `limit` where the code elements in it must end.
        """
        if text.startswith("<!--", at):
            close = text.find("-->", at + 4)
            end = close + 3 if close >= 0 else len(text)
            if words := COMMENT_DIRECTIVE.match(text, at, end):
                self._document.directive(words[1], shift + at, shift + end)
            if self._block is not None or self._run:
                self._flush().drop()
            return end
        if text.startswith(("<!", "<?"), at):
            close = text.find(">", at)
            return close + 1 if close >= 0 else len(text)
        opening = TAG_OPENING.match(text, at)
        end_of_tag = tag_end(text, opening.end()) if opening else None
        if opening is None or end_of_tag is None:
            return None
        name = opening[2].lower()
        if opening[1]:
            self._html_close(name)
        else:
            inside = (opening.end(), end_of_tag)
            self._html_open_tag(name, text, inside, shift, limit, shift + at)
        return end_of_tag

    def _html_open_tag(
        self, name: str, text: str, inside: tuple[int, int], shift: int, limit: int, start: int
    ) -> None:
        end = shift + inside[1]
        if name in UNSEEN:
            if (close := self._closing(name, end, len(self._view))) is not None:
                self._resume = close
            self._break()
        elif name in CODE:
            if (close := self._closing(name, end, limit)) is not None:
                self._flush().placeholder(start, close, MarkKind.CODE)
                self._resume = close
        elif name == "br":
            self._flush().space(start, end)
        elif name == "sup":
            note = NOTE_NUMBER.match(self._view, end, limit)
            if note and (note["link"] or self._view[start - 1 : start] in tuple(".,;:!?)\"'’”")):
                self._flush().drop()
                self._resume = note.end()
        elif name == "img":
            if (alt := attribute(text, *inside, "alt")) is not None:
                self._flush().drop()
                block = self._alt()
                start, end = shift + alt[0], shift + alt[1]
                write_run(block, entity_pieces(self._view[start:end], start), self._view)
                self._alts.insert(len(self._alts) - (1 if self._images else 0), block)
        elif name in MARKS:
            target = ""
            wanted = {"a": "href", "abbr": "title", "acronym": "title"}.get(name)
            found = attribute(text, *inside, wanted) if wanted else None
            if found:
                target = html.unescape(self._source[shift + found[0] : shift + found[1]])
            if name != "a" or found:
                self._mark(True, MARKS[name], target)
        elif name in BREAKING:
            self._break()
            if self._html_parts is not None and name in STRUCTURE:
                while self._html and self._html[-1] in ENDS.get(name, ()):
                    self._html_open[self._html.pop()] -= 1
                self._html.append(name)
                self._html_open[name] += 1

    def _html_close(self, name: str) -> None:
        if name in MARKS:
            self._mark(False, MARKS[name])
        elif name in BREAKING:
            self._break()
            while self._html_open[name]:
                last = self._html.pop()
                self._html_open[last] -= 1
                if last == name:
                    break

    def _break(self) -> None:
        """A block-level tag: what follows is another block, in a Markdown paragraph too."""
        if not self._images:
            self._close()

    def _closing(self, name: str, start: int, limit: int) -> int | None:
        """Just past the end tag of an element, if it comes before `limit`."""
        if name in self._unclosed:
            return None
        found = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self._view, start, limit)
        if found is None and limit == len(self._view):
            self._unclosed.add(name)
        return found.end() if found else None
