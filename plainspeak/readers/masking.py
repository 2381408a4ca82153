"""Covers what is in a Markdown file but is neither prose nor Markdown.

Front matter, template tags, attribute lists and Govspeak's own signs are covered character for
character, line ends apart, so that every offset stays true.
"""

from __future__ import annotations

import re

from plainspeak.readers.base import MASK

__all__ = ["masked"]

# Only one way to read each line end: with two, a file of n lines would be tried in 2ⁿ ways.
_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
_FRONT_MATTER = re.compile(
    rf"(?:---[ \t]*{_LINE_END}"
    r"(?=(?:[ \t]*\#[^\r\n]*[\r\n]+)*(?:[\w\"'][^\r\n]*:|---[ \t]*[\r\n]))"
    rf"(?:(?!---|\.\.\.)[^\r\n]*{_LINE_END})*(?:---|\.\.\.)"
    rf"|\+\+\+[ \t]*{_LINE_END}(?:(?!\+\+\+)[^\r\n]*{_LINE_END})*\+\+\+)[ \t]*(?=[\r\n]|\Z)"
)
_BLANK_LINE = rf"{_LINE_END}(?![ \t]*[\r\n])"
# Liquid, Jinja and mdBook: {{ value }}, {% tag %}, {# comment #}. Each stops at the next opening,
# so that a file of openings without an end takes no longer.
_TEMPLATE = re.compile(
    rf"\{{\{{(?:[^{{}}\r\n]|{_BLANK_LINE})*\}}\}}"
    rf"|\{{%-?[ \t]*(?P<tag>\w*)(?:[^%{{\r\n]|%(?!\}})|\{{(?!%)|{_BLANK_LINE})*%\}}"
    rf"|\{{\#(?:[^\#{{\r\n]|\#(?!\}})|{_BLANK_LINE})*\#\}}"
)
_UNSEEN_TAGS = ("comment", "highlight", "schema", "javascript", "stylesheet", "style")
# Kramdown and Pandoc attributes: {: .class}, {:toc}, {.class}, {#id .class}.
_ATTRIBUTES = re.compile(
    r"^[ \t]*(?:[*+-]|\d+\.)[ \t][^\r\n]*(?:\r\n|\n|\r)[ \t]*\{:toc[^{}\r\n]*\}"
    r"|\{::?(?:[^{}\r\n\"']|\"[^\"\r\n]{0,500}\"|'[^'\r\n]{0,500}')*\}"
    r"|\{::?[^{}\r\n]*\}"
    r"|\{[.#][A-Za-z][^{}\r\n]*\}",
    re.MULTILINE,
)
# Govspeak: "$CTA" alone on a line, "^ note ^" and "% warning %" around one.
_GOVSPEAK = re.compile(
    r"^[ \t]*(?P<line>\$[A-Z]{1,4}|\$!)[ \t]*(?=[\r\n]|\Z)"
    r"|^[ \t]{0,3}(?P<open>[\^%])[^\^%\r\n]+(?P<close>(?P=open))[ \t]*(?=[\r\n]|\Z)",
    re.MULTILINE,
)
_NOT_LINE_END = re.compile(r"[^\r\n]")


def masked(source: str) -> str:
    """The source with everything that is neither prose nor Markdown covered, at the same length."""
    hidden: list[tuple[int, int]] = []
    front = _FRONT_MATTER.match(source)
    start = front.end() if front else 0
    view = _cover(source, [(0, start), *_templates(source, start)])
    for match in _ATTRIBUTES.finditer(view, start):
        hidden.append(match.span())
    for match in _GOVSPEAK.finditer(view, start):
        if match["line"]:
            hidden.append(match.span("line"))
        else:
            hidden += [match.span("open"), match.span("close")]
    return _cover(view, sorted(hidden))


def _templates(source: str, start: int) -> list[tuple[int, int]]:
    """Where template tags are, and what stands between those whose content is not prose."""
    matches = list(_TEMPLATE.finditer(source, start))
    last_end = {match["tag"]: index for index, match in enumerate(matches) if match["tag"]}
    hidden = []
    index = 0
    while index < len(matches):
        begin, end = matches[index].span()
        tag = matches[index]["tag"]
        if tag in _UNSEEN_TAGS and last_end.get(f"end{tag}", -1) > index:
            while matches[index]["tag"] != f"end{tag}":
                index += 1
            end = matches[index].end()
        hidden.append((begin, end))
        index += 1
    return hidden


def _cover(text: str, hidden: list[tuple[int, int]]) -> str:
    parts = []
    position = 0
    for start, end in hidden:
        if start < position:
            continue
        parts += [text[position:start], _NOT_LINE_END.sub(MASK, text[start:end])]
        position = end
    parts.append(text[position:])
    return "".join(parts)
