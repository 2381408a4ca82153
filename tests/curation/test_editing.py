"""A new entry goes in its place, and nothing else in the file changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.curation.editing import as_yaml, new_file, with_entry
from plainspeak.errors import GlossaryError
from plainspeak.glossary.loading import parse
from plainspeak.glossary.schema import order_of

FILE = """\
# Our words, kept by the web team.
name: ours
about: "Words: ours"   # and nobody else's
terms:
  # asked for by the board
  - term: Byelaw
    treatment: replace
    alternatives:
      - local law   # best
    examples: {flag: "A byelaw: no dogs."}

  # everybody asks
  - treatment: explain
    term: respite
    explanation: >-
      Respite is a break
      for a carer.

  - term: ‘zoning’
    treatment: replace
    alternatives: planning
"""


def entry(term):
    return {"term": term, "treatment": "replace", "alternatives": ["x y"]}


def terms(text):
    return [each.term for each in parse(text, "f.yml").terms]


@pytest.mark.parametrize(
    ("term", "after"),
    [
        ("apple", ["apple", "Byelaw", "respite", "‘zoning’"]),
        ("Cat", ["Byelaw", "Cat", "respite", "‘zoning’"]),
        ("“sorry”", ["Byelaw", "respite", "“sorry”", "‘zoning’"]),
        ("zoo", ["Byelaw", "respite", "‘zoning’", "zoo"]),
        ("respite", ["Byelaw", "respite", "respite", "‘zoning’"]),
    ],
)
def test_an_entry_goes_in_its_place(term, after):
    fields = {**entry(term), "pos": ["verb"]}
    assert terms(with_entry(FILE, fields, "f.yml")) == after


@pytest.mark.parametrize("term", ["apple", "cat", "sorry", "zoo"])
@pytest.mark.parametrize("text", [FILE, FILE.rstrip("\n"), FILE.replace("\n", "\r\n")])
def test_the_rest_of_the_file_stays(text, term):
    made = with_entry(text, entry(term), "f.yml")
    block = as_yaml(entry(term))
    if "\r" in text:
        block = block.replace("\n", "\r\n")
        assert "\n" not in made.replace("\r\n", "")
    assert made.replace(block.rstrip(), "", 1).split() == text.split()
    assert "# everybody asks\n  - treatment: explain" in made.replace("\r", "")


def test_a_list_on_one_line_is_refused_and_not_spoiled():
    flow = "name: a\nterms: [{term: ab, treatment: replace, alternatives: c}]\n"
    with pytest.raises(
        GlossaryError, match=r"f\.yml:1: plainspeak can only add to a file with each"
    ):
        with_entry(flow, entry("cat"), "f.yml")


def test_a_wrong_entry_is_refused():
    with pytest.raises(GlossaryError, match="respite: term: is in line 14 already"):
        with_entry(FILE, {**entry("respite")}, "f.yml")
    with pytest.raises(GlossaryError, match="cat: alternatives: is missing"):
        with_entry(FILE, {"term": "cat", "treatment": "replace"}, "f.yml")


odd = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=2, max_size=12)


@given(st.lists(odd.filter(lambda word: any(map(str.isalnum, word))), min_size=1, max_size=6))
def test_any_words_survive_yaml(found):
    unique = {order_of(word): word for word in found}.values()
    made = new_file("a", "b: c", [{**entry(word), "alternatives": [word]} for word in unique])
    glossary = parse(made, "f.yml")
    assert sorted(each.term for each in glossary.terms) == sorted(unique)
    assert all(each.alternatives == (each.term,) for each in glossary.terms)


@pytest.mark.parametrize(
    "word", ["off", "no", "12", "1e3", "null", "- x", "a: b", "#x y", "'", "~~x"]
)
def test_words_that_yaml_reads_as_something_else_are_quoted(word):
    (made,) = parse(new_file("a", "", [{**entry("cat"), "alternatives": [word]}]), "f.yml").terms
    assert made.alternatives == (word,)


@pytest.mark.parametrize(
    ("first", "second"),
    [("élan", "elbow"), ("crème", "crisis"), ("‘them and us’", "Thesis"), ("Zoning", "zoo")],
)
def test_the_order_of_the_alphabet(first, second):
    assert order_of(first) < order_of(second)
