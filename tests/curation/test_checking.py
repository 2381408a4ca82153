"""What `glossary check` finds, and what it leaves alone."""

import pytest

from plainspeak.curation.checking import check
from plainspeak.curation.sources import built_in_sources, source
from plainspeak.curation.trials import trials
from plainspeak.language import pipeline


@pytest.fixture
def made(tmp_path):
    def make(text, name="ours.yml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return source(path)

    return make


def said(chosen, others=()):
    return [
        (each.line, each.term, each.field, each.note, each.said)
        for each in check(chosen, others, pipeline.load())
    ]


ENTRY = """\
  - term: {term}
    treatment: replace
    pos: verb
    alternatives: {new}
    examples: {{flag: We {term} it.}}
"""


def entries(*pairs):
    return "name: ours\nterms:\n" + "".join(ENTRY.format(term=a, new=b) for a, b in pairs)


def test_a_good_glossary_has_nothing_to_mend(made):
    assert said(made(entries(("commence", "start"), ("utilise", "use")))) == []


def test_terms_out_of_order(made):
    chosen = made(entries(("utilise", "use"), ("commence", "start"), ("zap", "hit")))
    assert said(chosen) == [
        (8, "commence", "term", False, "comes before “utilise” in the alphabet; move it up")
    ]


def test_a_clash_with_our_own_is_a_note(made):
    (note,) = said(made(entries(("utilise", "use"))), built_in_sources())
    assert note[:4] == (3, "utilise", "term", True)
    assert " is also in plain-english.yml:" in note[4]
    assert note[4].endswith("(“utilise”, replace); yours counts")


def test_a_clash_between_two_of_the_users_is_to_mend(made):
    other = made(entries(("fettled up", "mend")), "other.yml")
    (problem,) = said(made(entries(("fettle up", "mend"))), [other])
    assert problem[3] is False
    assert "“fettled up” is also in other.yml:3 (“fettled up”, replace); keep one" in problem[4]


def test_entries_for_two_senses_do_not_clash(made):
    one = made(entries(("fettle", "mend")))
    other = made(entries(("fettle", "state")).replace("pos: verb", "pos: noun"), "other.yml")
    assert said(one, [other]) == []


def test_words_that_are_offered_and_flagged(made):
    chosen = made(entries(("fettle", "commence")))
    (problem,) = said(chosen, built_in_sources())
    assert problem[:4] == (6, "fettle", "alternatives", False)
    assert "“commence” holds “commence”, which plain-english says to replace" in problem[4]


HARD = """\
name: ours
terms:
  - term: fettle
    treatment: explain
    explanation: {}
    examples: {{flag: In fine fettle.}}
"""


def test_a_hard_explanation_is_noted(made):
    hard = (
        "Fettle is the multidimensional organisational functionality of interdisciplinary "
        "professional individuals considering sustainability."
    )
    ((line, *_, note, told),) = said(made(HARD.format(hard)))
    assert (line, note) == (5, True)
    assert told.startswith("is hard to read (school grade ")
    assert said(made(HARD.format("Fettle is how well you feel."))) == []


def test_an_entry_without_an_example_is_noted(made):
    chosen = made(HARD.format("Fettle is how well you feel.").replace("flag", "fine"))
    assert [(field, note) for _, _, field, note, _ in said(chosen)] == [("examples", True)]


def test_examples_are_tried(made):
    chosen = made(
        entries(("fettle", "mend")).replace(
            "{flag: We fettle it.}",
            "{flag: [We fettled it., We mend it.], fine: [We cook it., We fettle it.]}",
        )
    )
    found = trials(chosen.glossary, pipeline.load())
    assert [(trial.sentence, trial.found, trial.right) for trial in found] == [
        ("We fettled it.", True, True),
        ("We mend it.", False, False),
        ("We cook it.", False, True),
        ("We fettle it.", True, False),
    ]


def test_an_example_is_for_the_sense_that_it_stands_under(made):
    chosen = made(
        "name: ours\n"
        "terms:\n"
        "  - {term: zonk, treatment: replace, alternatives: hit, before: [him],\n"
        "     examples: {flag: [They zonk him., They zonk her.]}}\n"
        "  - {term: zonk, treatment: replace, alternatives: tap, before: [her],\n"
        "     examples: {flag: They zonk her., fine: They zonk it.}}\n"
    )
    tried = trials(chosen.glossary, pipeline.load())
    assert [each.sentence for each in tried if not each.right] == ["They zonk her."]
    assert [each.number for each in tried if not each.right] == [0]
