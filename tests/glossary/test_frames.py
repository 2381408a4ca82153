"""Frames: how they are read, and where they fit."""

from __future__ import annotations

import pytest

from plainspeak.glossary.frames import Frame
from plainspeak.glossary.schema import Entry
from plainspeak.language.analysis import Need
from plainspeak.language.pipeline import load
from plainspeak.readers import read_text

ASSIST = Frame.of("assist someone in doing -> help someone do", "assist")
INFORM = Frame.of("inform someone of something -> tell someone about something", "inform")
PROVIDE = Frame.of("provide someone with something -> give someone something", "provide")
CEASE = Frame.of("cease to do -> stop doing", "cease")
PROCEED = Frame.of("proceed to do -> go on to do", "proceed")
ENABLE = Frame.of("enable someone to do -> let someone do", "enable")


@pytest.mark.parametrize(
    ("frame", "alternative"),
    [
        (ASSIST, "help"),
        (INFORM, "tell"),
        (CEASE, "stop"),
        (PROCEED, "go on"),
        (Frame.of("for the purpose of doing -> to do", "for the purpose of"), "to"),
    ],
)
def test_the_alternative(frame: Frame, alternative: str) -> None:
    assert frame.alternative == alternative


@pytest.mark.parametrize(
    ("frame", "verb", "source", "expected"),
    [
        (ASSIST, "assist", "We assist him in applying.", {"in": "", "applying": "apply"}),
        (
            ASSIST,
            "assist",
            "We assist people with a disability in writing letters.",
            {"in": "", "writing": "write"},
        ),
        (ASSIST, "assisted", "People are assisted in applying.", {"in": "to", "applying": "apply"}),
        (ASSIST, "assist", "We assist him in the office.", None),
        (ASSIST, "assist", "We assist him, and you help in writing it.", None),
        (INFORM, "inform", "You must inform us of the change.", {"of": "about"}),
        (INFORM, "informed", "They were informed of the change.", {"of": "about"}),
        (INFORM, "inform", "You must inform the head of the school.", None),
        (PROVIDE, "provide", "We provide people with advice.", {"with": ""}),
        (CEASE, "ceased", "It ceased to work.", {"to": "", "work": "working"}),
        (CEASE, "ceased", "It ceased at noon.", None),
        (PROCEED, "proceed", "You can proceed to pay.", {}),
        (ENABLE, "enable", "The grant will enable you to work.", {"to": ""}),
        (ENABLE, "enabled", "They were enabled to work.", None),
    ],
)
def test_what_changes(
    frame: Frame, verb: str, source: str, expected: dict[str, str] | None
) -> None:
    document = read_text(source, "text", None)
    (text,) = load().analyse([document], Need.SENTENCES | Need.TAGS | Need.PARSE)
    token = next(token for token in text.blocks[0].doc if token.text == verb)
    mended = frame.mended(token, token.i + 1)
    found = None if mended is None else {each.token.text: each.words for each in mended}
    assert found == expected


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("help someone do -> assist someone in doing", "must start with the term, “assist”"),
        ("assist someone in doing -> help do", "the same on both sides"),
        ("assist with it -> help with it", "the same on both sides"),
        ("assist someone do -> help someone to do", "must not put in words"),
        ("assist someone -> someone", "must have the words to write"),
    ],
)
def test_mistakes(frame: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Frame.of(frame, "assist")
    with pytest.raises(ValueError, match=said):
        Entry.model_validate(
            {"term": "assist", "treatment": "replace", "alternatives": "help", "frames": [frame]}
        )


def test_a_frame_needs_an_arrow() -> None:
    with pytest.raises(ValueError, match="frames"):
        Entry.model_validate(
            {"term": "assist", "treatment": "replace", "alternatives": "help", "frames": "help"}
        )
