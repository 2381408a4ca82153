"""The gates of an entry, one by one, and which of several matches wins."""

from __future__ import annotations

from typing import Any

import pytest

from plainspeak.glossary.matching import Hit, TermMatcher
from plainspeak.glossary.schema import Glossary
from plainspeak.language.analysis import Need
from plainspeak.language.pipeline import load
from plainspeak.readers import read_text

ALL = Need.SENTENCES | Need.TAGS | Need.PARSE


def glossary(*entries: dict[str, Any], name: str = "ours") -> Glossary:
    defaults = {"treatment": "replace", "alternatives": ["x"]}
    return Glossary.model_validate(
        {"name": name, "terms": [{**defaults, **entry} for entry in entries]}
    )


def hits(
    source: str, *glossaries: Glossary, format: str = "markdown", needs: Need = ALL
) -> tuple[Hit, ...]:
    document = read_text(source, format, None)
    pipeline = load()
    (text,) = pipeline.analyse([document], needs)
    return TermMatcher(pipeline.nlp, glossaries).hits(text)


def found(source: str, **fields: Any) -> list[str]:
    return [hit.text for hit in hits(source, glossary(fields))]


@pytest.mark.parametrize(
    ("fields", "source", "expected"),
    [
        ({"term": "address", "pos": "verb"}, "We address these issues.", ["address"]),
        ({"term": "address", "pos": "verb"}, "Write the address here.", []),
        ({"term": "acute", "not_before": ["hospital"]}, "An acute hospital is near.", []),
        ({"term": "acute", "not_before": ["hospital"]}, "Two acute hospitals are near.", []),
        ({"term": "acute", "not_before": ["hospital"]}, "An acute illness came.", ["acute"]),
        ({"term": "the elderly", "not_before": ["NOUN"]}, "Ask the elderly man.", []),
        ({"term": "the elderly", "not_before": ["NOUN"]}, "We help the elderly.", ["the elderly"]),
        ({"term": "lead", "not_after": ["dog"]}, "Put the dog lead there.", []),
        ({"term": "lead", "before": ["on", "to"]}, "They lead on this.", ["lead"]),
        ({"term": "lead", "before": ["on", "to"]}, "They lead us.", []),
        ({"term": "date", "after": ["to"]}, "We have had 3 to date.", ["date"]),
        ({"term": "date", "after": ["to"]}, "Give the date here.", []),
        ({"term": "asset", "needs_near": ["person"]}, "Each person has assets.", ["assets"]),
        ({"term": "asset", "needs_near": ["person"]}, "The firm sold its assets.", []),
        ({"term": "asset", "unless_near": ["firm"]}, "The firm sold its assets.", []),
        ({"term": "asset", "unless_near": ["firm"]}, "We all have assets.", ["assets"]),
        ({"term": "asset", "needs_near": ["in care"]}, "A child in care has assets.", ["assets"]),
        ({"term": "asset", "needs_near": ["in care"]}, "They help in careers with assets.", []),
        ({"term": "AIDS", "case": True}, "She has AIDS.", ["AIDS"]),
        ({"term": "AIDS", "case": True}, "She has hearing aids.", []),
        ({"term": "aid", "pos": "noun"}, "She has AIDS.", []),
        ({"term": "scope", "not_in": ["heading"]}, "# Scope\n\nText here.", []),
        ({"term": "scope", "not_in": ["heading"]}, "The scope is clear.", ["scope"]),
        ({"term": "scope", "not_in": ["link"]}, "See [the scope](a.md) here.", []),
        ({"term": "scope", "not_in": ["table"]}, "| a | b |\n|---|---|\n| the scope | c |", []),
        (
            {"term": "scope", "not_in": ["quotation"]},
            "He said “we never knew the scope of it”.",
            [],
        ),
        ({"term": "issue"}, "A cross-issue group met.", []),
        ({"term": "stakeholder", "pos": "noun"}, "The Stakeholder Engagement Board met.", []),
        ({"term": "in order to"}, "IN ORDER TO APPLY, RING US.", ["IN ORDER TO"]),
        ({"term": "co-design", "pos": "verb"}, "We co‑designed it.", ["co-designed"]),
        ({"term": "ensure", "pos": "verb"}, "- Ensure systems work\n- Eat", ["Ensure"]),
    ],
)
def test_gates(fields: dict[str, Any], source: str, expected: list[str]) -> None:
    assert found(source, **fields) == expected


def test_longest_match_wins_across_glossaries() -> None:
    long = glossary({"term": "terms of reference"}, name="b")
    short = glossary({"term": "reference", "pos": "noun"}, name="a")
    found = hits("Read the terms of reference and each reference.", short, long)
    assert [(hit.text, hit.glossary) for hit in found] == [
        ("terms of reference", "b"),
        ("reference", "a"),
    ]


def test_a_gate_that_shuts_leaves_room_for_a_shorter_term() -> None:
    long = glossary({"term": "acute care", "not_before": ["ward"]}, {"term": "acute"})
    assert [hit.text for hit in hits("An acute care ward.", long)] == ["acute"]


def test_the_first_glossary_wins_a_term() -> None:
    first, second = (glossary({"term": "utilise", "pos": "verb"}, name=name) for name in "ab")
    assert [hit.glossary for hit in hits("We utilise it.", first, second)] == ["a"]


def test_an_entry_for_the_noun_leaves_the_verb_to_others() -> None:
    noun = glossary({"term": "address", "pos": "noun"}, name="noun")
    verb = glossary({"term": "address", "pos": "verb"}, name="verb")
    found = hits("We address the address.", noun, verb)
    assert [hit.glossary for hit in found] == ["verb", "noun"]


def test_quoted_and_talked_about() -> None:
    entry = glossary({"term": "utilise", "pos": "verb"})
    (mention,) = hits("Do not write the word ‘utilise’ here.", entry)
    assert (mention.mention, mention.held_up, mention.quoted) == (True, True, False)
    (quoted,) = hits("She said “we utilise all of the rooms here”.", entry)
    assert (quoted.mention, quoted.held_up, quoted.quoted) == (False, False, True)
    (block,) = hits("> We utilise it.", entry)
    assert block.quoted


def test_names_that_are_spelled_out_are_left_alone() -> None:
    entry = glossary({"term": "strategic", "pos": "adjective"})
    assert hits("The joint strategic needs assessment (JSNA) is long.", entry) == ()
    assert len(hits("This is a strategic choice.", entry)) == 1


def test_references_are_left_alone() -> None:
    entry = glossary({"term": "utilise", "pos": "verb"})
    assert hits("# Further reading\n\nHow we utilise it.", entry) == ()


def test_without_tags_only_terms_that_need_none() -> None:
    entries = glossary({"term": "in order to"}, {"term": "utilise", "pos": "verb"})
    found = hits("In order to utilise it, ask.", entries, needs=Need.SENTENCES)
    assert [hit.text for hit in found] == ["In order to"]


def test_positions_are_those_of_the_prose() -> None:
    (hit,) = hits("# A\n\nWe **uti**lise it.", glossary({"term": "utilise", "pos": "verb"}))
    assert (hit.span.start, hit.span.end) == (5, 12)


def test_what_is_found_does_not_depend_on_what_was_read_before() -> None:
    pipeline = load()
    sources = [
        "They _utilise_ it, 10km away.",
        "We utilise it. It is a km.",
        "Go 10 km, or utilise-it.",
    ]
    ours = glossary({"term": "utilise"}, {"term": "km"}, {"term": "utilise it"})
    texts = [next(pipeline.analyse([read_text(each, "text")], ALL)) for each in sources]
    alone = [TermMatcher(pipeline.nlp, [ours]).hits(text) for text in texts]
    one = TermMatcher(pipeline.nlp, [ours])
    for order in ([0, 1, 2], [2, 1, 0], [1, 0, 2]):
        for number in order:
            said = [(hit.span, hit.entry.term) for hit in one.hits(texts[number])]
            assert said == [(hit.span, hit.entry.term) for hit in alone[number]]
    assert [hit.text for hit in alone[0]][:1] == ["utilise"]
