from __future__ import annotations

import plainspeak


def found(text: str, format: str = "markdown") -> list[tuple[str, str]]:
    report = plainspeak.check_text(text, format, select=("jargon", "long-sentence"))
    return [(finding.rule, finding.text) for finding in report.findings]


def errors(text: str) -> tuple[str, ...]:
    return plainspeak.check_text(text).errors


def test_off_and_on() -> None:
    text = (
        "We utilise it.\n\n<!-- plainspeak: off -->\n\nWe utilise it.\n\n"
        "<!-- plainspeak: on -->\n\nThey utilised it.\n"
    )
    assert found(text) == [("jargon", "utilise"), ("jargon", "utilised")]


def test_off_to_the_end() -> None:
    assert found("We utilise it.\n\n<!-- plainspeak: off -->\n\nWe utilise it.\n") == [
        ("jargon", "utilise")
    ]


def test_off_for_one_rule_only() -> None:
    long = "word " * 30 + "and we utilise it."
    text = f"<!-- plainspeak: off long-sentence -->\n\n{long}\n"
    assert found(text) == [("jargon", "utilise")]


def test_ignore_next_is_for_one_block() -> None:
    text = "<!-- plainspeak: ignore-next jargon -->\nWe utilise it.\n\nThey utilised it.\n"
    assert found(text) == [("jargon", "utilised")]


def test_on_for_one_rule_ends_off_for_all() -> None:
    text = "<!-- plainspeak: off -->\n\nWe utilise it.\n\n<!-- plainspeak: on jargon -->\n\nWe utilised it.\n"
    assert found(text) == [("jargon", "utilised")]


def test_a_rule_that_is_not_on_may_be_named() -> None:
    text = "<!-- plainspeak: ignore-next passive-voice -->\n\nThe hall is big.\n"
    report = plainspeak.check_text(text, select=("jargon",))
    assert report.errors == ()


def test_capitals_do_not_matter() -> None:
    assert found("<!-- Plainspeak: OFF -->\n\nWe utilise it.\n") == []
    assert found("#PlainSpeak: off\nWe utilise it.\n", "text") == []


def test_plain_text() -> None:
    text = "#plainspeak: ignore-next jargon\nWe utilise it.\n\nThey utilised it.\n"
    assert found(text, "text") == [("jargon", "utilised")]


def test_slips_are_reported_with_their_line() -> None:
    assert errors("Hello there.\n\n<!-- plainspeak: of -->\n") == (
        "<text>:3: plainspeak comment: “of” is not something to do; write off, on or "
        "ignore-next. Did you mean “off”?",
    )
    assert errors("<!-- plainspeak: ignore-next jargn -->\n\nHello there.\n") == (
        "<text>:1: plainspeak comment: there is no rule called “jargn”. Did you mean “jargon”?",
    )
    assert errors("<!-- plainspeak: ignore-next -->\n\nHello there.\n") == (
        "<text>:1: plainspeak comment: say which rule to ignore, such as “ignore-next jargon”.",
    )
