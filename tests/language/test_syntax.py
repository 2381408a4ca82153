"""Grammar questions, asked of the same sentences in both label schemes.

A sentence is written one token a line: word, part of speech, tag, then head (counted from 1, 0 for
the root) and label in Universal Dependencies, then head and label as ClearNLP has them.
"""

import pytest
import spacy
from spacy.tokens import Doc

from plainspeak.language import syntax
from plainspeak.language.labels import LABELS

VOCAB = spacy.blank("en").vocab

SENTENCES = {
    "sent by the clerk": """
        The DET DT 2 det 2 det
        form NOUN NN 4 nsubj:pass 4 nsubjpass
        was AUX VBD 4 aux:pass 4 auxpass
        sent VERB VBN 0 root 0 ROOT
        by ADP IN 7 case 4 agent
        the DET DT 7 det 7 det
        clerk NOUN NN 4 obl:agent 5 pobj
        . PUNCT . 4 punct 4 punct
    """,
    "sent by post by Friday": """
        Forms NOUN NNS 5 nsubj:pass 5 nsubjpass
        must AUX MD 5 aux 5 aux
        not PART RB 5 advmod 5 neg
        be AUX VB 5 aux:pass 5 auxpass
        sent VERB VBN 0 root 0 ROOT
        by ADP IN 7 case 5 agent
        post NOUN NN 5 obl 6 pobj
        by ADP IN 9 case 5 prep
        Friday PROPN NNP 5 obl 8 pobj
        . PUNCT . 5 punct 5 punct
    """,
    "cut by 5 per cent": """
        Costs NOUN NNS 3 nsubj:pass 3 nsubjpass
        were AUX VBD 3 aux:pass 3 auxpass
        cut VERB VBN 0 root 0 ROOT
        by ADP IN 7 case 3 agent
        5 NUM CD 7 nummod 7 nummod
        per ADP IN 7 case 7 prep
        cent NOUN NN 3 obl 4 pobj
        . PUNCT . 3 punct 3 punct
    """,
    "got lost": """
        Did AUX VBD 4 aux 4 aux
        it PRON PRP 4 nsubj:pass 4 nsubjpass
        get AUX VB 4 aux:pass 4 auxpass
        lost VERB VBN 0 root 0 ROOT
        ? PUNCT . 4 punct 4 punct
    """,
    "based on": """
        Help NOUN NN 3 nsubj:pass 3 nsubjpass
        is AUX VBZ 3 aux:pass 3 auxpass
        based VERB VBN 0 root 0 ROOT
        on ADP IN 5 case 3 prep
        need NOUN NN 3 obl 4 pobj
        . PUNCT . 3 punct 3 punct
    """,
    "used to": """
        We PRON PRP 3 nsubj:pass 3 nsubjpass
        are AUX VBP 3 aux:pass 3 auxpass
        used VERB VBN 0 root 0 ROOT
        to ADP IN 5 case 3 prep
        delays NOUN NNS 3 obl 4 pobj
        . PUNCT . 3 punct 3 punct
    """,
    "used to clean": """
        It PRON PRP 3 nsubj:pass 3 nsubjpass
        is AUX VBZ 3 aux:pass 3 auxpass
        used VERB VBN 0 root 0 ROOT
        to PART TO 5 mark 5 aux
        clean VERB VB 3 xcomp 3 xcomp
        floors NOUN NNS 5 obj 5 dobj
        . PUNCT . 3 punct 3 punct
    """,
    "checked and stored": """
        Data NOUN NNS 3 nsubj:pass 3 nsubjpass
        is AUX VBZ 3 aux:pass 3 auxpass
        checked VERB VBN 0 root 0 ROOT
        and CCONJ CC 5 cc 3 cc
        stored VERB VBN 3 conj 3 conj
        . PUNCT . 3 punct 3 punct
    """,
    "ask to be told": """
        You PRON PRP 2 nsubj 2 nsubj
        asked VERB VBD 0 root 0 ROOT
        to PART TO 5 mark 5 aux
        be AUX VB 5 aux:pass 5 auxpass
        told VERB VBN 2 xcomp 2 xcomp
        . PUNCT . 2 punct 2 punct
    """,
    "forms sent": """
        Forms NOUN NNS 4 nsubj 4 nsubj
        sent VERB VBN 1 acl 1 acl
        late ADV RB 2 advmod 2 advmod
        wait VERB VBP 0 root 0 ROOT
        . PUNCT . 4 punct 4 punct
    """,
    "if you move": """
        If SCONJ IN 3 mark 3 mark
        you PRON PRP 3 nsubj 3 nsubj
        move VERB VBP 6 advcl 6 advcl
        , PUNCT , 6 punct 6 punct
        please INTJ UH 6 discourse 6 intj
        tell VERB VB 0 root 0 ROOT
        us PRON PRP 6 iobj 6 dative
        things NOUN NNS 6 obj 6 dobj
        . PUNCT . 6 punct 6 punct
    """,
    "do not smoke": """
        Do AUX VB 3 aux 3 aux
        not PART RB 3 advmod 3 neg
        smoke VERB VB 0 root 0 ROOT
        . PUNCT . 3 punct 3 punct
    """,
    "she is a nurse": """
        Mia PROPN NNP 5 nsubj 3 nsubj
        Ray PROPN NNP 1 flat 1 flat
        is AUX VBZ 5 cop 0 ROOT
        a DET DT 5 det 5 det
        nurse NOUN NN 0 root 3 attr
        who PRON WP 7 nsubj 7 nsubj
        helps VERB VBZ 5 acl:relcl 5 relcl
        . PUNCT . 5 punct 3 punct
    """,
    "in the garden": """
        She PRON PRP 5 nsubj 2 nsubj
        is AUX VBZ 5 cop 0 ROOT
        in ADP IN 5 case 2 prep
        the DET DT 5 det 5 det
        garden NOUN NN 0 root 3 pobj
        . PUNCT . 5 punct 2 punct
    """,
    "Mind, a charity": """
        Mind PROPN NNP 6 nsubj 6 nsubj
        , PUNCT , 4 punct 1 punct
        a DET DT 4 det 4 det
        charity NOUN NN 1 appos 1 appos
        , PUNCT , 4 punct 1 punct
        says VERB VBZ 0 root 0 ROOT
        that SCONJ IN 9 mark 9 mark
        people NOUN NNS 9 nsubj 9 nsubj
        came VERB VBD 6 ccomp 6 ccomp
        and CCONJ CC 11 cc 9 cc
        went VERB VBD 9 conj 9 conj
        . PUNCT . 6 punct 6 punct
    """,
    "head of the team": """
        Ask VERB VB 0 root 0 ROOT
        the DET DT 4 det 4 det
        new ADJ JJ 4 amod 4 amod
        head NOUN NN 1 obj 1 dobj
        of ADP IN 7 case 4 prep
        the DET DT 7 det 7 det
        team NOUN NN 4 nmod 5 pobj
        or CCONJ CC 9 cc 4 cc
        deputy NOUN NN 4 conj 4 conj
        , PUNCT , 12 punct 4 punct
        who PRON WP 12 nsubj 12 nsubj
        knows VERB VBZ 4 acl:relcl 4 relcl
        . PUNCT . 1 punct 1 punct
    """,
}


@pytest.fixture(params=["ud", "clearnlp"])
def parsed(request):
    """A function from a sentence's name to its tokens in one label scheme."""

    def read(name: str) -> Doc:
        rows = [line.split() for line in SENTENCES[name].strip().splitlines()]
        column = 3 if request.param == "ud" else 5
        heads = [int(row[column]) - 1 for row in rows]
        return Doc(
            VOCAB,
            words=[row[0] for row in rows],
            pos=[row[1] for row in rows],
            tags=[row[2] for row in rows],
            heads=[head if head >= 0 else place for place, head in enumerate(heads)],
            deps=[row[column + 1] for row in rows],
        )

    return read


def word(doc, text):
    return next(token for token in doc if token.text == text)


def texts(tokens):
    return [token.text for token in tokens]


def test_a_passive_with_its_doer(parsed):
    (passive,) = syntax.passives(parsed("sent by the clerk"))
    assert passive.verb.text == "sent"
    assert texts(passive.auxiliaries) == ["was"]
    assert passive.subject.text == "form"
    assert passive.agent.text == "clerk"
    assert (passive.kind, passive.finite, passive.modal) == ("be", True, None)
    assert (passive.negated, passive.is_question, passive.adjectival) == (False, False, False)


def test_a_time_or_a_means_after_by_is_no_doer(parsed):
    (passive,) = syntax.passives(parsed("sent by post by Friday"))
    assert passive.agent is None
    assert passive.modal.text == "must"
    assert texts(passive.auxiliaries) == ["must", "be"]
    assert passive.negated
    assert passive.finite


def test_an_amount_after_by_is_no_doer(parsed):
    (passive,) = syntax.passives(parsed("cut by 5 per cent"))
    assert passive.agent is None


def test_a_passive_with_get_in_a_question(parsed):
    (passive,) = syntax.passives(parsed("got lost"))
    assert (passive.kind, passive.is_question, passive.adjectival) == ("get", True, False)
    assert passive.finite
    assert texts(passive.auxiliaries) == ["Did", "get"]


@pytest.mark.parametrize(
    ("name", "adjectival"), [("based on", True), ("used to", True), ("used to clean", False)]
)
def test_states_are_told_from_actions(parsed, name, adjectival):
    (passive,) = syntax.passives(parsed(name))
    assert passive.adjectival is adjectival


def test_participles_that_share_an_auxiliary(parsed):
    (passive,) = syntax.passives(parsed("checked and stored"))
    assert texts(passive.conjuncts) == ["stored"]
    assert syntax.subject_of(passive.conjuncts[0]).text == "Data"


def test_a_passive_infinitive_is_not_finite(parsed):
    (passive,) = syntax.passives(parsed("ask to be told"))
    assert (passive.verb.text, passive.finite, passive.subject) == ("told", False, None)
    assert texts(passive.auxiliaries) == ["be"]


def test_a_participle_without_an_auxiliary_is_not_reported(parsed):
    assert syntax.passives(parsed("forms sent")) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("if you move", True),
        ("do not smoke", True),
        ("head of the team", True),
        ("forms sent", False),
        ("got lost", False),
        ("she is a nurse", False),
        ("ask to be told", False),
    ],
)
def test_commands(parsed, name, expected):
    assert syntax.is_imperative(parsed(name)) is expected


def test_subjects_and_objects(parsed):
    doc = parsed("if you move")
    tell = word(doc, "tell")
    assert syntax.subject_of(word(doc, "move")).text == "you"
    assert syntax.subject_of(tell) is None
    assert syntax.object_of(tell).text == "things"
    assert texts(syntax.objects(tell)) == ["us", "things"]
    assert syntax.object_of(word(doc, "move")) is None


def test_the_subject_of_a_joined_verb_and_of_is(parsed):
    assert syntax.subject_of(word(parsed("Mind, a charity"), "went")).text == "people"
    assert syntax.subject_of(word(parsed("she is a nurse"), "is")).text == "Mia"
    assert syntax.subject_of(word(parsed("sent by the clerk"), "was")).text == "form"


def test_negation(parsed):
    assert syntax.is_negated(word(parsed("do not smoke"), "smoke"))
    assert not syntax.is_negated(word(parsed("if you move"), "tell"))


def test_clauses_of_kinds(parsed):
    found = [
        (clause.head.text, clause.kind, clause.subject and clause.subject.text)
        for clause in syntax.clauses(parsed("Mind, a charity"))
    ]
    assert found == [
        ("says", "root", "Mind"),
        ("came", "complement", "people"),
        ("went", "conj", None),
    ]


def test_a_clause_has_a_span_and_its_own_tokens(parsed):
    condition, command = syntax.clauses(parsed("if you move"))
    assert (condition.kind, condition.span.text) == ("adverbial", "If you move")
    assert (command.kind, command.span.text) == ("root", "If you move , please tell us things")
    assert texts(command.tokens) == [",", "please", "tell", "us", "things", "."]


def test_a_relative_clause_is_one_and_an_infinitive_is_none(parsed):
    kinds = [clause.kind for clause in syntax.clauses(parsed("she is a nurse"))]
    assert sorted(kinds) == ["relative", "root"]
    assert [clause.head.text for clause in syntax.clauses(parsed("ask to be told"))] == ["asked"]


def test_passives_joined_by_and_are_two_clauses(parsed):
    root, joined = syntax.clauses(parsed("checked and stored"))
    assert (root.kind, joined.kind) == ("root", "conj")
    assert joined.span.text == "stored"


def test_noun_phrases_leave_out_relative_clauses_and_the_preposition(parsed):
    doc = parsed("head of the team")
    chunk = syntax.noun_chunk_of(word(doc, "head"))
    assert chunk.text == "the new head of the team or deputy"
    assert syntax.noun_chunk_of(word(doc, "team")).text == "the team"
    clerk = word(parsed("sent by the clerk"), "clerk")
    assert syntax.noun_chunk_of(clerk).text == "the clerk"
    nurse = word(parsed("she is a nurse"), "nurse")
    assert syntax.noun_chunk_of(nurse).text == "a nurse"


def test_subtrees(parsed):
    doc = parsed("head of the team")
    expected = "the new head of the team or deputy , who knows"
    assert syntax.subtree_span(word(doc, "head")).text == expected
    charity = syntax.subtree_span(word(parsed("Mind, a charity"), "charity"))
    assert charity.text == "a charity"


def test_apposition(parsed):
    doc = parsed("Mind, a charity")
    assert syntax.apposition_of(word(doc, "Mind")).text == "charity"
    assert syntax.apposition_of(word(doc, "charity")) is None


def test_x_is_y(parsed):
    pairs = syntax.copular(parsed("she is a nurse"))
    assert [(left.text, right.text) for left, right in pairs] == [("Mia", "nurse")]
    assert syntax.copular(parsed("in the garden")) == []
    assert syntax.copular(parsed("sent by the clerk")) == []


def test_names(parsed):
    doc = parsed("she is a nurse")
    assert [token.text for token in doc if syntax.is_name(token)] == ["Mia", "Ray"]


def test_every_role_has_labels_of_a_scheme():
    for role, labels in LABELS.items():
        assert labels, role
        assert "|" not in labels


@pytest.mark.parametrize("name", SENTENCES)
def test_nothing_fails_on_any_token(parsed, name):
    doc = parsed(name)
    for token in doc:
        assert token in syntax.noun_chunk_of(token)
        assert token in syntax.subtree_span(token)
        syntax.subject_of(token)
        syntax.objects(token)
        syntax.modal_of(token)
    for clause in syntax.clauses(doc):
        assert clause.head in clause.tokens
        assert clause.head in clause.span
