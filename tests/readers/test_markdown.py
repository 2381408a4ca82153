import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.model import PLACEHOLDER, BlockKind, Document, MarkKind, Span
from plainspeak.readers import markdown

Check = Callable[[Document], None]
P = PLACEHOLDER


def read(source: str) -> Document:
    return markdown.read(source, None)


def blocks(source: str) -> list[str]:
    """Each block as `kind: text`, with its level if it has one and `>` if it is quoted."""
    document = read(source)
    return [
        f"{block.kind.value}{block.level or ''}{'>' if block.quoted else ''}: "
        f"{document.text_of(block)}"
        for block in document.blocks
    ]


def marks(source: str) -> list[tuple[str, str, str]]:
    document = read(source)
    return [
        (mark.kind.value, document.text_of(mark.span), mark.target)
        for block in document.blocks
        for mark in block.marks
    ]


def source_of(source: str, words: str) -> str:
    """What the file holds where the prose says `words`."""
    document = read(source)
    at = document.prose.index(words)
    start, end = document.sourcemap.to_source(Span(at, at + len(words)))
    return source[start:end]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# One\n\nTwo\n===\n\n### Three {#id .class}", ["heading1: One", "heading1: Two", "heading3: Three"]),
        ("One\ntwo  \nthree\\\nfour", ["paragraph: One two three four"]),
        ("One\r\ntwo\r\n\r\nThree\rfour", ["paragraph: One two", "paragraph: Three four"]),
        ("A\t\tb \u2009 c\u00a0d", ["paragraph: A b c\u00a0d"]),
        ("- one\n- two\n  - three\n\n    four\n", ["list_item1: one", "list_item1: two", "list_item2: three", "list_item2: four"]),
        ("- [x] done\n- [ ] not done", ["list_item1: done", "list_item1: not done"]),
        ("> Said\n> she\n> > and he\n>\n> - item", ["quote1>: Said she", "quote2>: and he", "list_item1>: item"]),
        ("> [!NOTE]\n> Take care", ["quote1>: Take care"]),
        ("| Head | `x` |\n|---|---|\n| a \\| b | |", ["table_cell: Head", "table_cell: a | b"]),
        ("Word\n: What it means", ["term: Word", "definition: What it means"]),
        ("Said[^1] so.\n\n[^1]: A note\n    goes on", ["paragraph: Said so.", "footnote: A note goes on"]),
        ("~~Old~~ words", ["paragraph: Old words"]),
        ("Text\n\n```\ncode\n```\n\n    code\n\n~~~ js\ncode\n~~~", ["paragraph: Text"]),
        ("A ![small cat](cat.png 'Cat') sits", ["paragraph: A sits", "alt_text: small cat"]),
        ("[text]: /target 'title'\n\nSee [text].", ["paragraph: See text."]),
        ("***\n\n---\n\n- \n\n> \n\n#\n", []),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[str]) -> None:
    assert blocks(source) == expected


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("Use `x` now.", f"Use {P} now."),
        ("See https://example.org/a_(b), or www.example.org.", f"See {P}, or {P}."),
        ("Write to <a@example.org> or b.c@example.org.", f"Write to {P} or {P}."),
        ("See <https://example.org> (https://example.org/?a=1&amp;b=2).", f"See {P} ({P})."),
        ("Go to nhs.example/help today and/or call.", f"Go to {P} today and/or call."),
        ("It works. [14, 15, 16] It does [17*].", "It works. It does."),
        ("It works.[1][2] It does\\[3\\].", "It works. It does."),
        ("It works.[^9] Yes [10](#note-10).", "It works. Yes."),
        ("Some[1]words", "Somewords"),
        ("Some [1]words", "Some words"),
        ("He said [sic] that [our] work is [x] and [1,000].", "He said [sic] that [our] work is [x] and [1,000]."),
        ("Hello {{ name }}, {% if x %}yes{% endif %}{# no #}.", "Hello, yes."),
        ("{% comment %}\nNot *this*\n\nnor this\n{% endcomment %}\nThis", "This"),
        ("[Here]({{ site.url }}{% link a page.md %}) it is", "Here it is"),
        ("Text\n{: .class #id}\n\n1. Contents\n{:toc}\n", "Text"),
        ("- {: data-x='{ \"a\": 1 }'} Item", "Item"),
        ("$CTA\nApply now.\n$CTA\n\n^Take care^\n\n%Danger%", "Apply now.\nTake care\nDanger"),
        ("Costs $5 and 5% of {this}.", "Costs $5 and 5% of {this}."),
        ("A &amp; b &#8217;s &nope; \\*", "A & b ’s &nope; *"),
        ("A&nbsp;b &nbsp; c", "A\u00a0b c"),
        ("A <b>bold</b> <!-- no --> word<br>here<wbr>", "A bold word here"),
        ("Press <kbd>Ctrl</kbd> or <code>a <b>b</b></code>.", f"Press {P} or {P}."),
        ("Said so.<sup>1</sup> And m<sup>2</sup>.<sup><a href='#n'>2</a></sup>", "Said so. And m2."),
        ("co-\nproduction, short-\nand long-term, well -\nmade, 1-\n2", "co-production, short- and long-term, well - made, 1- 2"),
        ("A < b and c > d & e", "A < b and c > d & e"),
        ("x <code> y", "x y"),
    ],
)  # fmt: skip
def test_what_is_prose(source: str, prose: str, assert_true: Check) -> None:
    document = read(source)
    assert document.prose == prose
    assert_true(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("---\ntitle: A page\n---\nText", ["paragraph: Text"]),
        ("---\r\n# note\r\ntitle: A\r\n...\r\nText", ["paragraph: Text"]),
        ("+++\ntitle = 'A'\n+++\n\nText", ["paragraph: Text"]),
        ("---\n---\n# Text", ["heading1: Text"]),
        ("---\n\nText\n\n---\nMore\n---\n", ["paragraph: Text", "heading2: More"]),
        ("---\ntitle: never closed\n\nText", ["paragraph: title: never closed", "paragraph: Text"]),
    ],
)
def test_front_matter_is_dropped_only_at_the_start(source: str, expected: list[str]) -> None:
    assert blocks(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<div>\nOne &amp; two\n<p>Three</p>\n</div>", ["paragraph: One & two", "paragraph: Three"]),
        ("<h2 id='a'>Title</h2>\n<ul>\n <li>One\n <li>Two <ol><li>Three</ol>\n</ul>", ["heading2: Title", "list_item1: One", "list_item1: Two", "list_item2: Three"]),
        ("<table>\n<tr><th>Head</th>\n\n<td>Cell</td></tr>\n</table>\n\nAfter", ["table_cell: Head", "table_cell: Cell", "paragraph: After"]),
        ("> <p>Quoted\n> text</p>", ["quote1>: Quoted text"]),
        ("<blockquote>\n<p>Quoted</p>\n</blockquote>", ["quote1>: Quoted"]),
        ("<div><dl><dt>Word</dt><dd>Meaning</dd></dl></div>", ["term: Word", "definition: Meaning"]),
        ("<script>\nvar a = '<p>';\n\nb()\n</script>\n\nText", ["paragraph: Text"]),
        ("<div><style>p {}\n\n* { }\n</style>\n\nText</div>", ["paragraph: Text"]),
        ("<div>\n<pre>code\n\nmore</pre>\nText\n</div>", ["paragraph: Text"]),
        ("<div>\n<img\n src='a.png' alt='A &lt; cat'>\nText</div>", ["paragraph: Text", "alt_text: A < cat"]),
        ("<!-- one\n\ntwo -->\nText", ["paragraph: Text"]),
        ("*Text*</div>\n\n<p>unclosed", ["paragraph: Text", "paragraph: unclosed"]),
        ("<div title='a > b'>Text</div>", ["paragraph: Text"]),
    ],
)  # fmt: skip
def test_html_blocks(source: str, expected: list[str], assert_true: Check) -> None:
    assert blocks(source) == expected
    assert_true(read(source))


def test_marks_carry_their_targets() -> None:
    source = "*A* **b** [c *d*](/e) <abbr title='F &amp; G'>FG</abbr> `h` https://i.example"
    assert marks(source) == [
        ("emphasis", "A", ""),
        ("strong", "b", ""),
        ("link", "c d", "/e"),
        ("emphasis", "d", ""),
        ("abbreviation", "FG", "F & G"),
        ("code", P, ""),
        ("link", P, "https://i.example"),
    ]
    assert marks("[a]({{ b }}/c)") == [("link", "a", "{{ b }}/c")]
    assert marks("<a@example.org>, a [b][c]\n\n[c]: /d") == [
        ("link", P, "mailto:a@example.org"),
        ("link", "b", "/d"),
    ]


def test_marks_leave_out_the_space_around_them() -> None:
    assert marks("a<b> bold </b>word") == [("strong", "bold", "")]
    assert marks("a<b> </b>word <i></i>") == []
    assert marks("a <b>never closed\n\nnext") == [("strong", "never closed", "")]


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("😀 e\u0301 *co*-production", "co-production", "co*-production"),
        ("> see the\n> **usual** suspects", "the usual", "the\n> **usual"),
        ("Fish &amp; chips", "&", "&amp;"),
        ("- a\r\n  - one  \r\n    two", "one two", "one  \r\n    two"),
        ("[one [10] two](/x)", "one two", "one [10] two"),
        ("| é | b |\n|---|---|\n| 𝒳 | last |", "last", "last"),
        ("<p>\n é two &lt;</p>", "two <", "two &lt;"),
        ("co-\n  production", "co-production", "co-\n  production"),
    ],
)
def test_positions(source: str, words: str, expected: str) -> None:
    assert source_of(source, words) == expected


def test_directives_are_found_in_block_and_inline_comments() -> None:
    source = (
        "<!-- plainspeak: off -->\n\nText <!-- plainspeak:ignore-next a-rule, b-rule --> more\n\n"
        "<!--\nplainspeak: on\n-->\n\n`<!-- plainspeak: off -->` <!-- plainspeak: offf -->\n"
        "<!-- not plainspeak -->"
    )
    found = read(source).directives
    assert [(d.action, d.rules) for d in found] == [
        ("off", ()),
        ("ignore-next", ("a-rule", "b-rule")),
        ("on", ()),
        ("offf", ()),
    ]
    assert source[found[1].start : found[1].end] == "<!-- plainspeak:ignore-next a-rule, b-rule -->"
    assert source[found[2].start : found[2].end] == "<!--\nplainspeak: on\n-->"


def test_alt_text_of_a_linked_image_stands_apart() -> None:
    document = read("Go [![the *red* door](a.png)](/b) now.")
    assert document.prose == "Go now.\nthe red door"
    assert document.blocks[1].kind is BlockKind.ALT_TEXT
    assert [mark.kind for mark in document.blocks[1].marks] == [MarkKind.EMPHASIS]


FRAGMENTS = st.sampled_from(
    ["a ", "word", "*", "**", "_", "`", "``", "[", "]", "(http://x)", "![alt", "](u)", "<b>", "</b>",
     "<abbr title='x &amp; y'>", "<p>", "</p>", "<li>", "<ul>", "</ul>", "<td>", "<blockquote>",
     "<script>", "</script>", "<code>", "</code>", "<sup>1</sup>", "<!--", "-->", "&amp;", "&#160;",
     "&nope;", "\\", "\n", "\n\n", "\r\n", "\r", "> ", ">", "- ", "1. ", "# ", "    ", "\t", "  \n",
     "---\n", "```\n", "[^1]", "[^1]: ", ": ", "[10]", "[17*]", "{{ x }}", "{% y %}", "{: .z}",
     "\xa0", "\u2003", "é", "😀", "e\u0301", "\0", "co-\n", "www.x.y", "a@b.cd", "\ufdd0", "\u2028",
     "<img alt='p &lt; q' src=x>", "$CTA\n", "^n^\n", "- [x] ", "<", "\"", "'", "|",
     "|\n|---|---|\n", "| ", "<!-- plainspeak: off -->"]
)  # fmt: skip
MARKDOWN = st.lists(FRAGMENTS, max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(MARKDOWN, st.text(st.characters(exclude_categories=["Cs"]), max_size=60)))
def test_any_text_is_read_and_maps_back(assert_true: Check, source: str) -> None:
    document = read(source)
    assert document.source == source
    assert_true(document)


@pytest.mark.parametrize(
    "source",
    [
        ">" * 10_000 + " deep",
        "".join(" " * depth + "- a\n" for depth in range(300)),
        "|a|b|\n|---|---|\n" + "|x|y|\n" * 10_000,
        "\n<div \" " * 10_000,
        "<ul>" * 10_000 + "a" + "</ul>" * 10_000,
        "<i>" * 10_000 + "<b>" * 10_000 + "</i>" * 10_000,
        "<pre>\n\n" * 10_000,
        "{{ " * 10_000 + "{% highlight %} a\n" * 5_000,
        "http://a" + ")" * 100_000,
        "a" * 300_000 + "a@" * 10_000,
        "[" + "1, " * 30_000,
        " " * 300_000 + "a",
        "---\r\n" + "a: b\r\n" * 10_000,
        "+++\r\n" + "a = 1\r\n" * 10_000,
    ],
    ids=lambda source: source[:12],
)  # fmt: skip
def test_hostile_files_take_no_longer_than_others(source: str) -> None:
    started = time.perf_counter()
    read(source)
    assert time.perf_counter() - started < 10


def test_a_lone_carriage_return_ends_a_line_of_code() -> None:
    assert read("```\rWe use three rooms.\r```\r\rOne.\r").prose == "One."
