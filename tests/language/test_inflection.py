import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.language.articles import article
from plainspeak.language.inflection import forms, head_of, inflect, lemma_of, match_form, tag_of
from plainspeak.language.letter_case import match_case
from plainspeak.language.spelling import british, spellings

words = st.from_regex(r"[a-z]{1,12}(-[a-z]{1,8})?", fullmatch=True)
TAGS = ["NN", "NNS", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "JJ", "JJR", "JJS", "RB", "RBR"]

VERBS = """
    check checks checked checked checking
    use uses used used using
    utilise utilises utilised utilised utilising
    organize organises organised organised organising
    analyze analyses analysed analysed analysing
    travel travels travelled travelled travelling
    cancel cancels cancelled cancelled cancelling
    label labels labelled labelled labelling
    enrol enrols enrolled enrolled enrolling
    fulfil fulfils fulfilled fulfilled fulfilling
    appeal appeals appealed appealed appealing
    program programs programmed programmed programming
    focus focuses focused focused focusing
    benefit benefits benefited benefited benefiting
    stop stops stopped stopped stopping
    refer refers referred referred referring
    offer offers offered offered offering
    apply applies applied applied applying
    stay stays stayed stayed staying
    agree agrees agreed agreed agreeing
    die dies died died dying
    panic panics panicked panicked panicking
    be is was been being
    have has had had having
    do does did done doing
    go goes went gone going
    get gets got got getting
    give gives gave given giving
    begin begins began begun beginning
    show shows showed shown showing
    tell tells told told telling
    find finds found found finding
    send sends sent sent sending
    set sets set set setting
    choose chooses chose chosen choosing
    write writes wrote written writing
    lie lies lay lain lying
    let lets let let letting
    co-produce co-produces co-produced co-produced co-producing
    signpost signposts signposted signposted signposting
    safeguard safeguards safeguarded safeguarded safeguarding
    deprioritise deprioritises deprioritised deprioritised deprioritising
    rewild rewilds rewilded rewilded rewilding
    blorf blorfs blorfed blorfed blorfing
    zib zibs zibbed zibbed zibbing
    okay okays okayed okayed okaying
"""
NOUNS = {
    "check": "checks",
    "service": "services",
    "duty": "duties",
    "day": "days",
    "watch": "watches",
    "child": "children",
    "person": "people",
    "woman": "women",
    "stakeholder": "stakeholders",
    "co-production": "co-productions",
    "mother-in-law": "mothers-in-law",
    "criterion": "criteria",
    "analysis": "analyses",
    "life": "lives",
    "advice": "advice",
    "information": "information",
    "staff": "staff",
    "help": "help",
    "fish": "fish",
    "GP": "GPs",
    "color": "colours",
    "center": "centres",
    "wug": "wugs",
    "blitz": "blitzes",
}
COMPARED = {
    "good": ("better", "best"),
    "bad": ("worse", "worst"),
    "easy": ("easier", "easiest"),
    "big": ("bigger", "biggest"),
    "simple": ("simpler", "simplest"),
    "short": ("shorter", "shortest"),
    "useful": ("more useful", "most useful"),
    "short-term": ("more short-term", "most short-term"),
}


@pytest.mark.parametrize("row", VERBS.strip().splitlines(), ids=lambda row: row.split()[0])
def test_verbs(row):
    lemma, *expected = row.split()
    assert [inflect(lemma, tag) for tag in ("VBZ", "VBD", "VBN", "VBG")] == expected


@pytest.mark.parametrize(("lemma", "plural"), NOUNS.items())
def test_plurals(lemma, plural):
    assert inflect(lemma, "NNS") == plural


@pytest.mark.parametrize(("lemma", "expected"), COMPARED.items())
def test_comparisons(lemma, expected):
    assert (inflect(lemma, "JJR"), inflect(lemma, "JJS")) == expected


def test_modals_have_no_endings():
    assert [inflect("can", tag) for tag in ("VBZ", "VBD", "VBN", "VBG")] == [
        "can",
        "could",
        "been able to",
        "being able to",
    ]
    assert inflect("must", "VBD") == "had to"


def test_case_is_kept():
    assert inflect("Organize", "VBD") == "Organised"
    assert inflect("check", "IN") == "check"


@pytest.mark.parametrize(
    ("lemma", "pos", "expected"),
    [
        ("utilise", "VERB", "utilis_e utilis_es utilis_ed utilis_ing"),
        ("utilize", "VERB", "utilis_e utilis_es utilis_ed utilis_ing"),
    ],
)
def test_both_spellings_are_found_from_either(lemma, pos, expected):
    wanted = {form.replace("s_", letter) for form in expected.split() for letter in ("s", "z")}
    assert forms(lemma, pos) == wanted


@pytest.mark.parametrize(
    ("lemma", "pos", "expected"),
    [
        ("travel", "VERB", "travel travels travelled travelling traveled traveling"),
        ("colour", "NOUN", "colour colours color colors"),
        ("centre", "NOUN", "centre centres center centers"),
        ("dialogue", "NOUN", "dialogue dialogues dialog dialogs"),
        ("person", "NOUN", "person persons people"),
        ("stakeholder", None, "stakeholder stakeholders"),
        ("stakeholder", "NOUN", "stakeholder stakeholders"),
        ("co-produce", "VERB", "co-produce co-produces co-produced co-producing"),
        ("good", "ADJ", "good better best"),
        ("robust", "ADJ", "robust"),
        ("GP", "NOUN", "gp gps"),
        ("via", "ADP", "via"),
        ("", "NOUN", ""),
    ],
)
def test_forms(lemma, pos, expected):
    assert forms(lemma, pos) >= set(expected.split())
    extra = forms(lemma, pos) - set(expected.split())
    assert extra <= {"robuster", "robustest", "more"}


def test_forms_of_a_word_of_several_parts_of_speech():
    assert forms("check") == {"check", "checks", "checked", "checking"}
    assert forms("check", "NOUN") == {"check", "checks"}


def test_forms_of_phrases():
    assert forms("carry out", "VERB") == {
        "carry out",
        "carries out",
        "carried out",
        "carrying out",
    }
    assert forms("duty of care", "NOUN") == {"duty of care", "duties of care"}
    assert forms("care plan", "NOUN") == {"care plan", "care plans"}


@pytest.mark.parametrize(
    ("phrase", "pos", "place"),
    [
        ("carry out", "VERB", 0),
        ("to carry out", "VERB", 1),
        ("care plan", "NOUN", 1),
        ("terms of reference", "NOUN", 0),
        ("easy to use", "ADJ", 0),
        ("of use", "NOUN", 1),
    ],
)
def test_heads_of_phrases(phrase, pos, place):
    assert head_of(phrase, pos) == place


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("organize", "organise"),
        ("organization", "organisation"),
        ("Color", "Colour"),
        ("center", "centre"),
        ("catalog", "catalogue"),
        ("defense", "defence"),
        ("size", "size"),
        ("prize", "prize"),
        ("seize", "seize"),
        ("resize", "resize"),
        ("number", "number"),
        ("doctor", "doctor"),
        ("meter", "meter"),
        ("program", "program"),
    ],
)
def test_british_spelling(word, expected):
    assert british(word) == expected


@pytest.mark.parametrize("word", ["advise", "exercise", "promise", "rise", "four", "hour", "order"])
def test_words_with_one_spelling(word):
    assert spellings(word) == {word}


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "tags"),
    [
        ("checked", "check", "VERB", {"VBD", "VBN"}),
        ("Checks", "check", "VERB", {"VBZ"}),
        ("checks", "check", "NOUN", {"NNS"}),
        ("organized", "organise", "VERB", {"VBD", "VBN"}),
        ("travelled", "travel", "VERB", {"VBD", "VBN"}),
        ("traveling", "travel", "VERB", {"VBG"}),
        ("set", "set", "VERB", {"VB", "VBP", "VBD", "VBN"}),
        ("people", "person", "NOUN", {"NNS"}),
        ("better", "good", "ADJ", {"JJR"}),
        ("cheese", "check", "VERB", set()),
        ("via", "via", "ADP", set()),
    ],
)
def test_tags(form, lemma, pos, tags):
    assert tag_of(form, lemma, pos) == tags


@pytest.mark.parametrize(
    ("replacement", "tag", "expected"),
    [
        ("carry out", "VBD", "carried out"),
        ("check", "NNS", "checks"),
        ("use", "VBG", "using"),
        ("set up", "VBG", "setting up"),
        ("be able to", "VBZ", "is able to"),
        ("can", "VBD", "could"),
        ("short-term", "JJR", "more short-term"),
        ("easy to use", "JJR", "easier to use"),
        ("a check", "NNS", "checks"),
        ("place to live", "NNS", "places to live"),
        ("person who uses services", "NNS", "people who use services"),
        ("person who is ill", "NNS", "people who are ill"),
        ("thing that was lost", "NNS", "things that were lost"),
        ("person who often needs help", "NNS", "people who often need help"),
        ("person working without permission", "NNS", "people working without permission"),
        ("person without training", "NNS", "people without training"),
        ("brother or sister", "NNS", "brothers or sisters"),
        ("find and stop", "VBD", "found and stopped"),
        ("workers", "NNS", "workers"),
        ("private parts", "NNS", "private parts"),
        ("lens", "NNS", "lenses"),
        ("gas", "NNS", "gases"),
        ("bid", "VBD", "bid"),
        ("fit in", "VBD", "fitted in"),
        ("person who can help", "NNS", "people who can help"),
        ("help", "VB", "help"),
        ("with", "IN", "with"),
        ("", "VBD", ""),
    ],
)
def test_a_replacement_takes_the_form_of_what_it_replaces(replacement, tag, expected):
    assert match_form(replacement, tag) == expected


def test_the_head_of_a_replacement_can_be_named():
    assert match_form("fully check", "VBD", head_index=1) == "fully checked"


@pytest.mark.parametrize(
    ("original", "replacement", "expected"),
    [
        ("Utilising", "using", "Using"),
        ("utilising", "using", "using"),
        ("UTILISE", "use", "USE"),
        ("TERMS OF REFERENCE", "rules", "RULES"),
        ("GP", "doctor", "doctor"),
        ("MDT", "team", "team"),
        ("utilise", "NHS team", "NHS team"),
        ("Utilise", "iPhone", "iPhone"),
        ("Terms of Reference", "rules for the group", "Rules for the Group"),
        ("Prior to", "before", "Before"),
        ("", "before", "before"),
        ("Prior", "", ""),
    ],
)
def test_capitals(original, replacement, expected):
    assert match_case(original, replacement) == expected


@pytest.mark.parametrize(
    "word",
    [
        "hour",
        "honest",
        "MRI",
        "NHS",
        "apple",
        "8",
        "11",
        "18",
        "800",
        "8,000",
        "11,000",
        "x-ray",
        "email",
        "e-mail",
        "SMS",
        "FAQ",
        "umbrella",
        "usher",
        "uninformed",
        "unidentified",
        "unmet",
        "HIV",
        "A&E",
        "£8m",
        "urgent",
        "EU",
        "MP",
        "heir",
        "onerous",
    ],
)
def test_an(word):
    assert article(word) == "an"


@pytest.mark.parametrize(
    "word",
    [
        "user",
        "UK",
        "one-off",
        "unit",
        "uniform",
        "university",
        "unique",
        "European",
        "once",
        "unanimous",
        "useful",
        "utility",
        "GP",
        "GPs",
        "NATO",
        "UNICEF",
        "house",
        "1",
        "110",
        "1,100",
        "180",
        "U-turn",
        "UN",
        "PIN",
        "eulogy",
    ],
)
def test_a(word):
    assert article(word) == "a"


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("Organising", "VERB", "organise"),
        ("co-produced", "VERB", "co-produce"),
        ("stakeholders", "NOUN", "stakeholder"),
        ("was", "AUX", "be"),
        ("wo", "AUX", "will"),
        ("n’t", "PART", "not"),
        ("NHS", "PROPN", "NHS"),
        ("They", "PRON", "they"),
    ],
)
def test_base_forms(word, pos, lemma):
    assert lemma_of(word, pos) == lemma


@settings(deadline=None)
@given(words, st.sampled_from(TAGS))
def test_an_inflected_word_is_never_empty_and_always_found(word, tag):
    form = inflect(word, tag)
    assert form
    if " " not in form and british(word) not in ("can", "must", "will"):
        pos = {"N": "NOUN", "V": "VERB", "J": "ADJ", "R": "ADV"}[tag[0]]
        assert form in forms(word, pos)


@settings(deadline=None)
@given(words, st.sampled_from(["NOUN", "VERB", "ADJ", "ADV", None]))
def test_forms_hold_the_word_itself(word, pos):
    assert word in forms(word, pos)


@settings(deadline=None)
@given(words)
def test_british_spelling_is_settled_at_once(word):
    assert british(british(word)) == british(word)


@settings(deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_matching_case_changes_nothing_else(original, replacement):
    assert match_case(original, replacement).casefold() == replacement.casefold()
