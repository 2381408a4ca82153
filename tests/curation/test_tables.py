"""CSV out and back, the A to Z, and what changed between two glossaries."""

import html.parser
import json

import pytest

from plainspeak.curation.comparing import changes
from plainspeak.curation.exporting import to_html, to_json, to_markdown
from plainspeak.curation.tables import COLUMNS, from_csv, to_csv
from plainspeak.errors import GlossaryError
from plainspeak.glossary.loading import built_in, parse

SMALL = """\
name: small
terms:
  - term: Byelaw & co
    treatment: avoid
    why: It is <odd>.
    alternatives: [local law, rule]
    inflect: false
    examples: {flag: "One, \\"two\\"; three."}
  - term: fettle
    treatment: explain
    pos: [noun, verb]
    explanation: Fettle is how you feel.
    profiles: easy-read
"""


def small(text=SMALL):
    return parse(text, "small.yml")


@pytest.mark.parametrize("glossary", built_in(), ids=lambda each: each.name)
def test_a_table_comes_back_as_it_was(glossary):
    table = to_csv(glossary)
    back = parse(from_csv(table, "t.csv"), "t.yml")
    assert changes(glossary, back) == []
    assert (back.name, back.about) == (glossary.name, glossary.about)


def test_a_table_has_a_column_for_each_field():
    name, head, first, _ = to_csv(small()).split("\r\n", 3)
    assert name == "#name,small"
    assert head == ",".join(COLUMNS)
    assert first.startswith("Byelaw & co,avoid,,local law | rule,,,,It is <odd>.,")
    assert first.endswith('"One, ""two""; three.",')


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_spreadsheet_programs_save_is_read(delimiter):
    table = "\ufeff" + "Term,Treatment, alternatives ,flag\r\nfettle,replace,mend | fix,\r\n,,,\r\n"
    made = from_csv(table.replace(",", delimiter), "t.csv", "a")
    (entry,) = parse(made, "a.yml").terms
    assert entry.alternatives == ("mend", "fix")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_rows_above_the_table(delimiter):
    table = '#name,ours,,\r\n#about,"Words, for us.",,\r\nterm,treatment,alternatives\r\nab,replace,b\r\n'
    made = parse(from_csv(table.replace(",", delimiter), "t.csv"), "t.yml")
    assert (made.name, made.about.replace(delimiter, ",")) == ("ours", "Words, for us.")
    given = parse(from_csv(table, "t.csv", "mine", "For me."), "t.yml")
    assert (given.name, given.about) == ("mine", "For me.")
    with pytest.raises(GlossaryError, match=r"^t\.csv:4: ab: treatment: must be"):
        from_csv(table.replace("ab,replace", "ab,shout"), "t.csv")


def test_a_table_without_a_name_takes_the_files():
    assert (
        parse(from_csv("term,treatment,advice\nab,replace,b\n", "words.csv"), "t.yml").name
        == "words"
    )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("word,treatment\n", "t.csv:1: there is no field “word”."),
        ("term,treatmnt\n", "Did you mean “treatment”?"),
        ("treatment,why\n", "t.csv:1: the first row must name the columns"),
        ("", "t.csv:1: the first row must name the columns"),
        ("term,treatment\na b,shout\n", "t.csv:2: a b: treatment: must be “replace”, “explain”"),
        (
            'term,treatment,explanation\na b,explain,"It\nis."\nc d,explain,\n',
            "t.csv:4: c d: explanation: is missing",
        ),
    ],
)
def test_a_wrong_table_is_told_by_its_row(table, said):
    with pytest.raises(GlossaryError) as error:
        from_csv(table, "t.csv", "a")
    assert said in str(error.value)


def test_the_a_to_z_in_markdown():
    assert to_markdown([small()]) == (
        "# Words to use and words to avoid\n\n## B\n\n**Byelaw & co**\n"
        ": Avoid it. It is <odd>. Write “local law” or “rule”.\n\n"
        "## F\n\n**fettle** (noun, verb)\n: Fettle is how you feel.\n"
    )


def test_the_a_to_z_as_a_page():
    class Tags(html.parser.HTMLParser):
        def __init__(self):
            super().__init__()
            self.open, self.ids, self.links = [], set(), set()

        def handle_starttag(self, tag, attrs):
            attrs = dict(attrs)
            self.ids.add(attrs.get("id"))
            self.links.add(attrs.get("href"))
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

    page = to_html(list(built_in()))
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert {link[1:] for link in tags.links if link} <= tags.ids
    assert "Avoid it. It is &lt;odd&gt;." in to_html([small()])


def test_json_holds_what_the_yaml_says():
    (data,) = json.loads(to_json([small()]))
    assert data["terms"][1] == {
        "term": "fettle",
        "treatment": "explain",
        "pos": ["noun", "verb"],
        "explanation": "Fettle is how you feel.",
        "profiles": ["easy-read"],
    }


def test_changes_between_two_glossaries():
    after = small(
        SMALL.replace("[local law, rule]", "rule").replace("fettle", "kettle").replace("F", "K")
    )
    found = changes(small(), after)
    assert [(each.term, each.before is None, each.after is None) for each in found] == [
        ("Byelaw & co", False, False),
        ("fettle", False, True),
        ("kettle", True, False),
    ]
    assert found[0].fields == {"alternatives": (["local law", "rule"], ["rule"])}
    assert changes(after, after) == []
