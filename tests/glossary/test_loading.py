from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from plainspeak.errors import GlossaryError
from plainspeak.glossary.json_schema import json_schema
from plainspeak.glossary.loading import all_ready, built_in, built_in_folder, load, parse

GOOD = """\
name: ours
about: Our own words.
terms:
  - term: utilise
    treatment: replace
    pos: verb
    alternatives: use
"""


def one(term: str) -> str:
    return f"terms:\n  - term: {term}\n    treatment: replace\n    alternatives: mend\n"


def test_one_word_needs_no_list() -> None:
    (entry,) = parse(GOOD, "ours.yml").terms
    assert entry.alternatives == ("use",)
    assert [pos.value for pos in entry.pos] == ["verb"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "treatment: replace",
            "treatment: repalce",
            "ours.yml:5: utilise: treatment: must be “replace”, “explain” or “avoid”, "
            "not “repalce”. Did you mean “replace”?",
        ),
        (
            "    alternatives: use\n",
            "",
            "ours.yml:4: utilise: alternatives: is missing: “replace” needs words to write instead, "
            "or “advice”",
        ),
        (
            "treatment: replace",
            "treatment: explain",
            "ours.yml:4: utilise: explanation: is missing: “explain” needs it; say in one sentence "
            "what it means",
        ),
        (
            "treatment: replace\n    pos: verb\n    alternatives: use",
            "treatment: avoid",
            "ours.yml:4: utilise: alternatives: is missing: “avoid” needs words to write instead, "
            "or “advice”",
        ),
        (
            "pos: verb",
            "pos: [noun, vreb]",
            "ours.yml:6: utilise: pos: must be “noun”, “verb”, “adjective” or “adverb”, "
            "not “vreb”. Did you mean “verb”?",
        ),
        (
            "name: ours",
            "name: Our words",
            "ours.yml:1: name: must be in small letters, with hyphens for spaces, like "
            "“our-words”, not “Our words”",
        ),
        ("name: ours\n", "", "ours.yml:1: name: is missing; add it"),
        ("pos: verb", "pos: verb\n    pos: noun", "ours.yml:7: “pos” is here twice; keep one"),
        (
            "alternatives: use",
            "alternatives: 7",
            "ours.yml:7: utilise: alternatives: must be words; put quotes around it if it looks "
            "like a number, yes or no",
        ),
        (
            "alternatives: use",
            'alternatives:\n      - use\n      - ""',
            "ours.yml:9: utilise: alternatives: is empty; write what it should be, or take it out",
        ),
        (
            "alternatives: use",
            "alternatives:",
            "ours.yml:7: utilise: alternatives: is empty; write what it should be, or take it out",
        ),
        (
            "pos: verb",
            "profiles: [plan]",
            "ours.yml:6: utilise: profiles: there is no profile called “plan”; write “plain”, "
            "“health”, “easy-read”, “technical” or “wcag”, or the name of one of your own. Did you "
            "mean “plain”?",
        ),
        ("pos: verb", "not_profiles: heath", "ours.yml:6: utilise: not_profiles: there is no "),
        (
            "pos: verb",
            "severity: loud",
            "ours.yml:6: utilise: severity: must be “error”, “warning” or “suggestion”, not “loud”",
        ),
        (
            "pos: verb",
            "examples: {flga: We utilise it.}",
            "ours.yml:6: utilise: examples: flga: no such field. Did you mean “flag”?",
        ),
        ("term: utilise", "term: u", "ours.yml:4: u: term: must have at least 2 letters"),
        (
            "  - term: utilise\n    treatment: replace\n    pos: verb\n    alternatives: use",
            "  - utilise",
            "ours.yml:4: terms: “utilise” is not an entry; write “- term: …”, and under it "
            "“treatment: …”",
        ),
    ],
)
def test_errors_say_where_and_what(old: str, new: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        parse(GOOD.replace(old, new, 1), "ours.yml")
    (line,) = str(caught.value).splitlines()
    assert line.startswith(message)


def test_yaml_that_is_broken() -> None:
    with pytest.raises(GlossaryError, match=r"^ours\.yml:\d+: this is not YAML"):
        parse(GOOD.replace("terms:", "terms: ["), "ours.yml")


def test_every_mistake_is_told_with_its_term() -> None:
    more = "  - term: leverage\n    treatment: replace\n    why: 3\n"
    with pytest.raises(GlossaryError) as caught:
        parse(GOOD.replace("treatment", "treatmnt") + more, "ours.yml")
    assert str(caught.value).splitlines() == [
        "ours.yml:4: utilise: treatment: is missing; add it",
        "ours.yml:5: utilise: treatmnt: no such field. Did you mean “treatment”?",
        "ours.yml:10: leverage: why: must be words; put quotes around it if it looks like a "
        "number, yes or no",
    ]


@pytest.mark.parametrize(
    "more", ["", "    not_profiles: []\n", "    severity: error\n    note: Again.\n"]
)
def test_an_entry_twice_names_both_lines(more: str) -> None:
    twice = GOOD + "  - {term: asset, treatment: avoid, advice: Say what.}\n"
    twice += GOOD.partition("terms:\n")[2].replace("utilise", "Utilise") + more
    with pytest.raises(GlossaryError) as caught:
        parse(twice, "ours.yml")
    assert str(caught.value) == (
        "ours.yml:9: Utilise: term: is in line 4 already; keep one, or say how they differ with "
        "“pos”, “before” or the like"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("pos: noun", "pos: verb"),
        ("pos: verb", "pos: verb, before: [whether]"),
        ("pos: verb, before: [a]", "pos: verb, before: [whether]"),
        ("profiles: [health]", "profiles: [technical]"),
        ("pos: verb", "case: true, pos: verb"),
    ],
)
def test_senses_of_a_term_have_an_entry_each(first: str, second: str) -> None:
    text = "name: ours\nterms:\n" + "".join(
        f"  - {{term: function, treatment: replace, alternatives: [work], {gate}}}\n"
        for gate in (first, second)
    )
    assert len(parse(text, "ours.yml").terms) == 2


def test_parts_of_speech_that_overlap_are_one_sense() -> None:
    entry = "  - {term: function, treatment: replace, alternatives: [work], pos: %s}\n"
    with pytest.raises(GlossaryError, match=r"^ours\.yml:4: function: term: is in line 3 already"):
        parse("name: ours\nterms:\n" + entry % "verb" + entry % "[noun, verb]", "ours.yml")


def test_explanation_has_25_words_at_most() -> None:
    long = "X means " + "very " * 24 + "good."
    text = GOOD.replace("treatment: replace", f"treatment: explain\n    explanation: {long}")
    with pytest.raises(GlossaryError, match="has 27 words; 25 at most"):
        parse(text, "ours.yml")


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words"])
def test_not_a_glossary(text: str) -> None:
    with pytest.raises(GlossaryError, match=r"ours\.yml:1: a glossary starts with “name:”"):
        parse(text, "ours.yml")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"none\.yml:1: there is no such file"):
        load(tmp_path / "none.yml")


def test_wrong_encoding(tmp_path: Path) -> None:
    path = tmp_path / "latin.yml"
    path.write_bytes("name: ours\nabout: café".encode("latin-1"))
    with pytest.raises(GlossaryError, match=r"latin\.yml:2: this file is not UTF-8; save it as"):
        load(path)


def test_a_glossary_can_extend_others(tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "a.yml").write_text(f"name: a\nextends: [more/b.yml, health]\n{one('frobnicate')}")
    (tmp_path / "more" / "b.yml").write_text(f"name: b\nextends: c.yml\n{one('twiddle')}")
    (tmp_path / "more" / "c.yml").write_text(f"name: c\n{one('fettle')}")
    names = [glossary.name for glossary in all_ready([tmp_path / "a.yml"])]
    assert names == ["a", "b", "c", *(glossary.name for glossary in built_in())]


@pytest.mark.parametrize(
    ("a", "said"),
    [
        (
            "extends: a.yml",
            "a.yml:2: extends: goes round in a circle (a.yml → a.yml); take one out",
        ),
        ("extends: gone.yml", "a.yml:2: extends: there is no file "),
        ("extends: helth", "Did you mean “health”?"),
        ("disable: utilize", None),
        ("disable: utilice", "a.yml:2: disable: no other glossary has the term “utilice”. Did you"),
    ],
)
def test_what_extends_and_disable_name_must_be_there(tmp_path, a, said):
    path = tmp_path / "a.yml"
    path.write_text(f"name: a\n{a}\n{one('frobnicate')}")
    if said is None:
        every = all_ready([path])
        assert "utilise" not in {entry.term for glossary in every for entry in glossary.terms}
        assert "utilise" in {entry.term for glossary in built_in() for entry in glossary.terms}
        return
    with pytest.raises(GlossaryError) as error:
        all_ready([path])
    assert said in str(error.value)


def test_a_glossary_may_only_disable_or_accept(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text("name: a\naccept: [reablement, stoma]\n")
    assert load(path).accept == ("reablement", "stoma")
    path.write_text("name: a\n")
    with pytest.raises(GlossaryError, match="terms: is missing"):
        load(path)


def test_the_json_schema_is_up_to_date():
    docs = Path(__file__).parents[2] / "docs"
    assert (docs / "glossary.schema.json").read_text(encoding="utf-8") == json_schema()


@pytest.mark.parametrize(
    "path", sorted(built_in_folder().glob("*.yml")), ids=lambda path: path.stem
)
def test_the_json_schema_takes_our_glossaries(path):
    import jsonschema

    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../docs/glossary.schema.json\n")
    jsonschema.validate(yaml.safe_load(text), json.loads(json_schema()))


def test_the_json_schema_refuses_what_we_refuse():
    import jsonschema

    for wrong in ("colour: red", "pos: vreb", "treatment: shout", "profiles: [3]"):
        data = yaml.safe_load(f"name: a\n{one('x y')}")
        data["terms"][0].update(yaml.safe_load(wrong))
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, json.loads(json_schema()))
