"""Passives that parsers get wrong, and words that only look like one."""

import pytest

from plainspeak.language import pipeline, syntax


def verbs(text, *, states=False):
    doc = pipeline.load().nlp(text)
    return [found.verb.text for found in syntax.passives(doc) if states or not found.adjectival]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hymn was sung at the service.", ["sung"]),
        ("Attached is the form.", []),
        ("The cat got bitten.", ["bitten"]),
        ("Is the form signed by the carer?", ["signed"]),
        ("How are the fees calculated?", ["calculated"]),
        ("What is the form used for?", ["used"]),
        ("Why was the letter sent by post?", ["sent"]),
        ("The window was broken with a hammer.", ["broken"]),
        ("The work must be done by Friday.", ["done"]),
        ("We are bound by the same rules.", ["bound"]),
    ],
)
def test_passives_that_parsers_get_wrong(text, expected):
    assert verbs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "What is the name given to this form?",
        "Is this the form sent by the council?",
        "This is the form sent by the clerk.",
        "She's got a car.",
        "It is the best plan the town's ever seen.",
        "The result was not as expected.",
        "All you have to do is become a member.",
        "When you are done reading, ring us.",
        "The service is hit and miss.",
        "The plan has been good.",
        "His power is unrestricted.",
    ],
)
def test_what_only_looks_like_a_passive(text):
    assert verbs(text, states=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "Care is based on need.",
        "She is interested in the group.",
        "We are used to delays.",
        "The window is broken.",
        "People get involved early.",
        "The staff are very involved.",
        "The terms are well defined.",
        "The benefit may be means-tested.",
        "The price is locked-in.",
        "The council is legally obliged to help.",
        "The hall is equipped with a ramp.",
    ],
)
def test_states_are_seen_but_marked(text):
    assert verbs(text) == []
