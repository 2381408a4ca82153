"""What the tags of HTML inside Markdown mean for a reader of prose, and where each of them ends."""

from __future__ import annotations

import re

from plainspeak.model import BlockKind, MarkKind

__all__ = [
    "BREAKING",
    "CODE",
    "COMMENT_DIRECTIVE",
    "ENDS",
    "KINDS",
    "MARKS",
    "NOTE_NUMBER",
    "STRUCTURE",
    "TAG_OPENING",
    "UNSEEN",
    "attribute",
    "tag_end",
]

TAG_OPENING = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_QUOTE_OR_END = re.compile(r"[>\"']")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
COMMENT_DIRECTIVE = re.compile(r"<!--\s*plainspeak\s*:\s*(.*?)\s*-->", re.DOTALL | re.IGNORECASE)
NOTE_NUMBER = re.compile(
    r"\s*(?P<link><a\b[^<>]{0,500}>)?\s*\[?[\d,*†‡ ]{1,12}\]?\s*(?:</a\s*>)?\s*</sup\s*>",
    re.IGNORECASE,
)

UNSEEN = frozenset(
    ("script", "style", "pre", "svg", "math", "template", "textarea", "iframe", "object", "head")
)
CODE = frozenset(("code", "kbd", "samp", "tt"))
MARKS = {
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "a": MarkKind.LINK,
    "abbr": MarkKind.ABBREVIATION,
    "acronym": MarkKind.ABBREVIATION,
}
# fmt: off
BREAKING = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend",
    "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "search", "section", "select",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
KINDS = {
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "dt": BlockKind.TERM,
    "dd": BlockKind.DEFINITION,
    "blockquote": BlockKind.QUOTE,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
STRUCTURE = frozenset([*KINDS, "ul", "ol", "dl", "tr", "table"])
# An opening tag ends what its author may have left open: <li> ends the <li> before it.
ENDS = {
    "li": ("li",),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("td", "th"),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
}


def tag_end(text: str, start: int) -> int | None:
    """Just past the `>` that ends the tag whose name ends at `start`; None if nothing does."""
    position = start
    while found := _QUOTE_OR_END.search(text, position):
        if found.group() == ">":
            return found.end()
        close = text.find(found.group(), found.end())
        position = close + 1 if close >= 0 else found.end()
    return None


def attribute(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Where in `text` the value of an attribute stands, in the tag between `start` and `end`."""
    for match in _ATTRIBUTE.finditer(text, start, end):
        if match[1].lower() == name:
            return match.span(match.lastindex or 1)
    return None
