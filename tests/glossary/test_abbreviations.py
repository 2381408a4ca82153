from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.errors import UsageError
from plainspeak.glossary.abbreviations import definitions, known, listed, spelled_out
from plainspeak.readers import read_text
from plainspeak.rules.unexplained_abbreviation import Options, _short_forms

LENGTH = 100_000
SECONDS = 2
SHAPES = [
    "a data protection impact assessment (DPIA) ",
    "(AB) ",
    "[AB]",
    "(AB)",
    "(XY)aaaa",
    "or AB, ",
    "aaaa or XY, ",
    "AB - ",
    "AB means a a a a a a a a a a ",
    "AB (the a a a a a a ",
    "(AB aaa bbb ",
    "(aaa aaa aaa AB",
    "team (T) ",
    "team-team-team-",
    "artery (A) (B) ",
    "AB (a [b] ",
    "AB(1)-",
    "ab (a b) ",
    "AB = ",
    "[AB or ",
    "(   ",
    "AB   ",
    "A",
    "A&",
    "AB-",
    "AB/",
    "AB.",
    "DPIA ",
    "the SEND ",
    "Jane Smith RGN, ",
    "ABs’s/",
    "a",
]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Send the data protection impact assessment (DPIA) to us.",
            [("DPIA", "data protection impact assessment")],
        ),
        (
            "The Department of Work and Pensions (DWP) pays.",
            [("DWP", "Department of Work and Pensions")],
        ),
        (
            "The DWP (Department for Work and Pensions) pays.",
            [("DWP", "Department for Work and Pensions")],
        ),
        (
            "Use an enzyme-linked immunosorbent assay (ELISA).",
            [("ELISA", "enzyme-linked immunosorbent assay")],
        ),
        (
            "DPIA stands for data protection impact assessment.",
            [("DPIA", "data protection impact assessment")],
        ),
        ("Local strategic partnerships (LSPs) meet.", [("LSPs", "Local strategic partnerships")]),
        (
            "the Social Care Institute for Excellence, or SCIE, says",
            [("SCIE", "Social Care Institute for Excellence")],
        ),
        (
            "An EHC plan (education, health and care plan) lasts.",
            [("EHC plan", "education, health and care plan")],
        ),
        (
            "Education, health and care plans (EHC plans) last.",
            [("EHC plans", "Education, health and care plans")],
        ),
        (
            "Education, health and care (EHC) plans last.",
            [("EHC", "Education, health and care")],
        ),
        ("Use short interfering RNA (siRNA).", [("siRNA", "short interfering RNA")]),
        ("Take methotrexate (MTX) daily.", [("MTX", "methotrexate")]),
        ("Use 2,6-diaminopurine (DAP) here.", [("DAP", "2,6-diaminopurine")]),
        ("Her mean blood pressure (mbp) fell.", [("mbp", "mean blood pressure")]),
        ("Give rh (recombinant human) insulin.", [("rh", "recombinant human")]),
        ("Only Schistosoma japonicum (Sj) does.", [("Sj", "Schistosoma japonicum")]),
        (
            "A forced expiratory volume in 1 second (FEV(1)) is fine.",
            [("FEV(1)", "forced expiratory volume in 1 second")],
        ),
        ("We measured testosterone (T) twice.", [("T", "testosterone")]),
        ("We measured triiodothyronine (T3) twice.", [("T3", "triiodothyronine")]),
        (
            "It is called POEM (polyneuropathy, organomegaly, monoclonal [X] protein).",
            [("POEM", "polyneuropathy, organomegaly, monoclonal [X] protein")],
        ),
        (
            "The repair planning form (now called the RPF) is here.",
            [("RPF", "repair planning form")],
        ),
        ("A single point of contact (SPOC -- see below).", [("SPOC", "single point of contact")]),
        ("RPF = repair planning form", [("RPF", "repair planning form")]),
        ("Fewer strokes led to one occurrence (OR = 1.8).", []),
        ("It was an act for children (see also ACT).", []),
        ("Tie the artery (A), then the vein (B).", []),
        ("We met at my place (map).", []),
        ("Come in time (it).", []),
        ("It (in time) helps.", []),
        ("Ring the team (T).", [("T", "team")]),
        ("Ring the group (T).", []),
        ("Of type I MS (MS I) we know MS (MS II).", []),
        ("We met people in our team (Paul).", []),
        ("An EHC plan (the best of its kind) lasts.", []),
        ("Ring the yearly plan (DPIA).", []),
        ("We asked the council (see page 4).", []),
        ("We asked (NHS).", []),
        ("The DPIA (see below) is long.", []),
        ("", []),
    ],
)
def test_definitions(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(found.short, found.long) for found in definitions(text)] == pairs


def test_positions() -> None:
    text = "Send the data protection impact assessment (DPIA) to us."
    (found,) = definitions(text)
    assert text[found.start : found.end] == "data protection impact assessment (DPIA)"


def test_positions_far_into_a_text() -> None:
    text = "We met. " * 200 + "Send the data protection impact assessment (DPIA) to us."
    (found,) = definitions(text)
    assert text[found.start : found.end] == "data protection impact assessment (DPIA)"
    assert text[found.long_start :].startswith("data protection impact assessment (DPIA)")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A JSNA (joint strategic needs assessment) is due.", ["joint strategic needs assessment"]),
        (
            "Send the data protection impact assessment (DPIA), a.k.a. [we think] DPIA.",
            ["data protection impact assessment"],
        ),
        ("DPIA stands for data protection impact assessment.", []),
        ("Ask CESG (the government’s security advisers) for help.", []),
        ("Ring the yearly plan (DPIA).", []),
        ("Nothing here.", []),
    ],
)
def test_spelled_out(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in spelled_out(text)] == words


@given(st.text(alphabet="aABİ ()[]-.,&s", max_size=60))
def test_positions_hold_for_any_text(text: str) -> None:
    for found in definitions(text):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.long_start :].startswith(found.long)
    for start, end in spelled_out(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("shape", SHAPES)
def test_long_texts_take_no_long_time(shape: str) -> None:
    text = (shape * (LENGTH // len(shape) + 1))[:LENGTH]
    start = time.process_time()
    definitions(text)
    assert time.process_time() - start < SECONDS
    start = time.process_time()
    spelled_out(text)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("shape", SHAPES)
def test_rule_finds_short_forms_in_long_texts_fast(shape: str) -> None:
    list(_short_forms("Use the ABC form.", frozenset(), frozenset()))  # loads the dictionaries
    start = time.process_time()
    list(_short_forms((shape * (LENGTH // len(shape) + 1))[:LENGTH], frozenset(), frozenset()))
    assert time.process_time() - start < SECONDS


def test_rule_refuses_a_list_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="there is no list “zzz”; there are everyday, technical"):
        Options(lists=("everyday", "zzz"))
    assert Options(lists=("technical",)).lists == ("technical",)


def test_lists_of_known_short_forms() -> None:
    assert {"NHS", "UK", "GP", "HMRC", "DVLA"} <= known("everyday")
    assert {"DWP", "NI", "PIP", "RGN"}.isdisjoint(known("everyday"))
    assert "API" in known("technical")
    assert "API" not in known("everyday")
    with pytest.raises(UsageError, match="everyday, technical"):
        known("nothing")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<dl><dt>RPF</dt><dd>Repair planning form.</dd></dl>", ("RPF", "Repair planning form")),
        ("<dl><dt>RPFs</dt><dd>Repair planning forms</dd></dl>", ("RPFs", "Repair planning forms")),
        ("<dl><dt>RPF</dt><dd>What tenants fill in</dd></dl>", None),
        ("<dl><dt>The RPF</dt><dd>Repair planning form</dd></dl>", None),
        ("| A | B |\n|---|---|\n| RPF | repair planning form |", ("RPF", "repair planning form")),
        ("| A | B |\n|---|---|\n| RPF | ready or not |", None),
        ("- RPF: repair planning form", ("RPF", "repair planning form")),
        ("1. RPF – repair planning form.", ("RPF", "repair planning form")),
        ("- RPF (repair planning form) is here", None),
        ("RPF: repair planning form", None),
        ("RPF\n\nrepair planning form", None),
    ],
)
def test_listed(source: str, found: tuple[str, str] | None) -> None:
    document = read_text(source, "markdown")
    given = listed(document)
    assert [(each.short, each.long) for each in given] == ([found] if found else [])
    for each in given:
        assert document.prose[each.long_start : each.end] == each.long
        assert document.prose[each.start :].startswith(each.short)


def test_listed_with_the_full_words_first() -> None:
    document = read_text("| A | B |\n|---|---|\n| repair planning form | RPF |", "markdown")
    (each,) = listed(document)
    assert (each.short, each.long) == ("RPF", "repair planning form")
    assert document.prose[each.start :].startswith(each.long)
    assert document.prose[: each.end].endswith(each.short)
    assert each.long_start == each.start
