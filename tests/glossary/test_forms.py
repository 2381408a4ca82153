from __future__ import annotations

import pytest

from plainspeak.glossary.forms import key_word, words_in
from plainspeak.glossary.schema import Entry


def texts(term: str, **fields: object) -> set[str]:
    entry = Entry.model_validate(
        {"term": term, "treatment": "replace", "alternatives": ["x"], **fields}
    )
    return {form.text for form in entry.forms}


@pytest.mark.parametrize(
    ("term", "pos", "some", "none"),
    [
        ("utilise", "verb", {"utilise", "utilised", "utilising", "utilizes"}, {"utility"}),
        ("care package", "noun", {"care packages", "care-package"}, {"cares package"}),
        ("terms of reference", "noun", {"terms of reference"}, {"terms of references"}),
        ("carry out", "verb", {"carried out", "carrying out"}, {"carry outs"}),
        ("co-produce", "verb", {"co-produced", "coproduced", "co produced"}, {"coes-produce"}),
        ("person involved", "noun", {"people involved"}, {"person involveds"}),
        ("robust", "adjective", {"robust"}, {"robusts"}),
    ],
)
def test_forms(term: str, pos: str, some: set[str], none: set[str]) -> None:
    found = texts(term, pos=pos)
    assert some <= found
    assert not none & found


def test_a_phrase_without_a_part_of_speech_stays_as_it_is() -> None:
    assert texts("in order to") == {"in order to"}


def test_inflect_false() -> None:
    assert texts("utilise", pos="verb", inflect=False) == {"utilise"}


def test_variants_are_inflected_too() -> None:
    assert {"terms of reference", "ToR", "ToRs"} <= texts(
        "terms of reference", pos="noun", variants=["ToR"]
    )


def test_both_apostrophes() -> None:
    assert texts("carer's assessment", pos="noun") >= {"carer's assessment", "carer’s assessments"}


def test_the_head_is_marked() -> None:
    entry = Entry.model_validate(
        {"term": "terms of reference", "treatment": "replace", "pos": "noun", "alternatives": ["x"]}
    )
    heads = {form.text[: form.head_end] for form in entry.forms}
    assert all(head.startswith("terms") for head in heads)


@pytest.mark.parametrize(
    ("term", "some", "none"),
    [
        ("by-law", {"by-law", "by-laws", "bylaw"}, {"by law", "by laws"}),
        ("on-cost", {"on-costs", "oncosts"}, {"on cost", "on costs"}),
        ("in-year admission", {"in year admission", "in-year admissions"}, set()),
        ("co-production", {"co production", "coproduction"}, set()),
    ],
)
def test_a_word_that_is_an_everyday_phrase_when_written_apart(
    term: str, some: set[str], none: set[str]
) -> None:
    found = texts(term, pos="noun")
    assert some <= found
    assert not none & found


def test_what_must_come_next_tells_a_word_written_apart_from_a_phrase() -> None:
    assert "in year" in texts("in-year", before=["savings"])


def test_many_hyphens_do_not_make_forms_without_end() -> None:
    found = texts("tall", variants=[" ".join(["a-b"] * 30)])
    assert " ".join(["a-b"] * 30) in found
    assert " ".join(["ab", "a b", "ab", "a b", *["a-b"] * 26]) in found
    assert len(found) < 200


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("utilise", "utilise"),
        ("in order to", "order"),
        ("Duty of Care", "duty"),
        ("well-being", "being"),
        ("24/7", "24"),
        ("&", ""),
        ("", ""),
    ],
)
def test_a_form_is_looked_up_by_the_first_of_its_longest_words(form: str, key: str) -> None:
    assert key_word(form) == key
    assert key in words_in(f"So {form}.") | {""}
