from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.errors import GlossaryError
from plainspeak.glossary.loading import load, parse

GOOD = """\
name: ours
about: Our own words.
terms:
  - term: utilise
    treatment: replace
    pos: verb
    alternatives: use
"""


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
            "“health”, “easy-read” or “technical”. Did you mean “plain”?",
        ),
        ("pos: verb", "not_profiles: work", "ours.yml:6: utilise: not_profiles: there is no "),
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
    with pytest.raises(GlossaryError, match=r"none\.yml:1: cannot read this file: No such file"):
        load(tmp_path / "none.yml")


def test_wrong_encoding(tmp_path: Path) -> None:
    path = tmp_path / "latin.yml"
    path.write_bytes("name: ours\nabout: café".encode("latin-1"))
    with pytest.raises(GlossaryError, match=r"latin\.yml:2: this file is not UTF-8; save it as"):
        load(path)
