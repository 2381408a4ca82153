"""Where rules on style may look."""

from __future__ import annotations

import re

from plainspeak.engine import Checker
from plainspeak.glossary.own_words import places_of
from plainspeak.readers import read_text


def found(source: str) -> list[str]:
    document = read_text(source, "markdown", None)
    text = next(Checker().analyse([document]))
    places = list(places_of(re.compile(r"\bcat\w*"), text))
    for place in places:
        assert document.text_of(place.span()) == place.match.group()
        assert place.before + place.match.group() + place.after == place.block.doc.text
    return [place.match.group() for place in places]


def test_text_headings_lists_and_tables() -> None:
    assert found("# A cat\n\nTwo cats.\n\n- catty\n\n| a |\n|---|\n| catnip |\n") == [
        "cat",
        "cats",
        "catty",
        "catnip",
    ]


def test_not_in_quotations_code_and_references() -> None:
    assert (
        found("> a cat\n\nHe said “my cat”. Use `cat`.\n\n# References\n\nThe cat, 2004.\n") == []
    )
