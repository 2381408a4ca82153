from pathlib import Path

import pytest

from plainspeak import registry

pytestmark = pytest.mark.usefixtures("here")

OURS = """\
name: ours
terms:
  - term: hot-desking
    treatment: explain
    explanation: Hot-desking means that desks belong to nobody.
    alternatives: [sharing desks]
    variants: [hot seating]
    note: Asked for by the
      facilities team.
    examples:
      flag: We do hot-desking.
"""


@pytest.fixture
def ours():
    Path("ours.yml").write_text(OURS, encoding="utf-8")
    return "--glossary", "ours.yml"


@pytest.mark.parametrize("name", registry.rules())
def test_every_rule_is_explained(run, name):
    ran = run("explain", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"# {name}\n\n{registry.rule(name).title}")
    assert "\n## When it is wrong\n" in ran.out
    assert "\n- `severity`: " in ran.out


def test_a_rule_says_its_limits_in_each_profile(run):
    assert run("explain", "Long-Sentence").out.endswith(
        "- `severity`: warning in every profile\n"
        "- `max_words`, the most words a sentence may have: "
        "25 (plain), 20 (health), 15 (easy-read), 25 (technical), 25 (wcag)\n"
    )


def test_a_short_form(run):
    ran = run("explain", "PIP")
    assert ran.out.startswith(
        "# PIP\n\n“PIP” is short for:\n\n- Personal Independence Payment: a benefit for people"
    )
    assert "Some readers" not in ran.out


def test_a_short_form_in_small_letters_may_be_a_word(run):
    out = run("explain", "pip").out
    assert "- Personal Independence Payment: " in out
    assert "“pip”: 3 letters" in out


@pytest.mark.parametrize(
    "asked", [["hot-desking"], ["Hot", "desking"], ["hotdesking"], ["hot seating"]]
)
def test_a_term_is_explained_however_it_is_written(run, ours, asked):
    ran = run("explain", *asked, *ours)
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
# hot-desking

**explain**: keep it, and explain it where you first use it

- Instead: sharing desks
- Explanation to add: Hot-desking means that desks belong to nobody.
- Also found as: hot seating
- Note: Asked for by the facilities team.
- Glossary: ours
- Found in: “We do hot-desking.”
"""
    )


def test_the_terms_of_the_settings_count_too(run):
    Path("plainspeak.yml").write_text(
        "terms:\n  blue-sky desking:\n    treatment: avoid\n    advice: Say what you mean.\n"
    )
    ran = run("explain", "blue sky desking")
    assert "**avoid**: say it another way\n\n- What to do: Say what you mean.\n" in ran.out


def test_a_term_is_found_by_any_of_its_forms(run, ours):
    for asked in (["utilised"], ["service", "users"], ["Utilizing"]):
        ran = run("explain", *asked, *ours)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(("# utilise\n", "# service user\n"))


@pytest.mark.parametrize("word", ["reciprocity", "co-production", "stakeholder"])
def test_the_terms_that_ship_are_explained(run, word):
    ran = run("explain", word)
    assert ran.code == 0
    assert ran.out.startswith(f"# {word}\n")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("hot-deskin", "Did you mean “hot-desking”"),
        ("long-sentense", "Did you mean “long-sentence”"),
        ("xyzzyxyzzy", "“plainspeak rules” lists the rules."),
    ],
)
def test_what_is_not_known(run, ours, asked, said):
    ran = run("explain", asked, *ours)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Error: there is no rule or term called “{asked}”. ")
    assert said in ran.err


def test_a_broken_glossary(run):
    Path("ours.yml").write_text("name: ours\nterms:\n  - term: asset\n    treatmnt: avoid\n")
    ran = run("explain", "asset", "--glossary", "ours.yml")
    assert (ran.code, ran.out) == (2, "")
    assert "ours.yml:4: " in ran.err
    assert "treatmnt" in ran.err
    assert "“treatment”" in ran.err


def test_how_hard_a_word_is(run):
    ran = run("explain", "perspicacious")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "# perspicacious\n\nThis is in no glossary.\n\n"
        "Many readers find this hard: 0.45 (0 is easy, 1 is hard).\n\n"
        "- “perspicacious”: 13 letters, 4 syllables, used less than once in a million words\n"
    )
    assert "Nearly all readers know this: 0." in run("explain", "dog").out
    assert "- “dog”: 3 letters, 1 syllable, used about 100 times in a" in run("explain", "dog").out


def test_how_hard_a_term_is(run):
    out = run("explain", "reciprocity").out
    assert out.startswith("# reciprocity\n")
    assert "Many readers find this hard: 0." in out
    assert "in no glossary" not in out


def test_how_hard_two_words_are(run):
    out = run("explain", "epithelial", "peptide").out
    assert "\n- “epithelial”: 10 letters" in out
    assert "\n- “peptide”: 7 letters" in out
    assert run("explain", "three", "plain", "words").code == 2
