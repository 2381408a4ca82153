"""Questions about the grammar of a sentence, answered alike for both label schemes.

Parsers trained on Universal Dependencies make the noun the head (`by` hangs on `nurse`, `is` on
`nurse` in `she is a nurse`); those trained on ClearNLP labels, such as en_core_web_sm, make it
the preposition or the verb. Nobody outside this file needs to know.

A sentence is any run of tokens: `analysis.Sentence`, or a spaCy span.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import inflection

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

__all__ = [
    "FINITE_TAGS",
    "W_TAGS",
    "Clause",
    "Passive",
    "agent_of",
    "apposition_of",
    "clauses",
    "commands",
    "copular",
    "finite_verb",
    "has_subject",
    "helpers_of",
    "is_finite",
    "is_imperative",
    "is_modifier",
    "is_name",
    "is_negated",
    "is_question",
    "is_subject",
    "modal_of",
    "noun_chunk_of",
    "object_of",
    "objects",
    "particle_of",
    "passives",
    "subject_of",
    "subtree_span",
]

# Role: Universal Dependencies labels | ClearNLP labels. No label means two roles.
_ROLES = {
    "root": "root | ROOT",
    "subject": "nsubj csubj nsubj:pass csubj:pass nsubj:outer csubj:outer | nsubjpass csubjpass",
    "passive subject": "nsubj:pass csubj:pass | nsubjpass csubjpass",
    "passive auxiliary": "aux:pass | auxpass",
    "auxiliary": "aux aux:pass | aux auxpass",
    "copula": "cop |",
    "object": "obj | dobj",
    "indirect object": "iobj | dative",
    "negation": "advmod | neg",
    "agent": "obl:agent | agent",
    "oblique": "obl obl:agent nmod | agent prep",
    "object of preposition": "| pobj",
    "preposition": "case | prep agent",
    "predicate": "| attr acomp",
    "conjunct": "conj | conj",
    "adverbial": "advcl | advcl",
    "complement": "ccomp csubj csubj:pass csubj:outer | ccomp csubj csubjpass",
    "open complement": "xcomp | xcomp",
    "relative": "acl:relcl advcl:relcl | relcl",
    "verb particle": "compound:prt | prt",
    "noun clause": "acl | acl",
    "side by side": "parataxis | parataxis",
    "apposition": "appos | appos",
    "marker": "mark | mark",
    "particle to": "mark | aux",
    "modifying noun": "compound nmod nmod:poss nmod:desc flat | compound poss nmod",
    "determiner": "det det:predet nmod:poss | det predet poss",
    "in a noun phrase": (
        "det det:predet amod compound nummod nmod nmod:poss nmod:desc nmod:unmarked flat fixed "
        "goeswith acl | det predet amod compound nummod nmod poss quantmod prep acl nounmod npmod"
    ),
    "joins": "cc cc:preconj punct | cc preconj punct",
}
_LABELS = {role: frozenset(labels.split()) - {"|"} for role, labels in _ROLES.items()}

FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs with a tense, and of modals."""
W_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of `which`, `who`, `whose`, `where` and the like."""
_BE = frozenset(
    {"be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"}
)
_MODALS = frozenset(
    {
        "can",
        "ca",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "sha",
        "should",
        "will",
        "wo",
        "would",
        "ought",
    }
)
_NEGATORS = frozenset({"not", "n't", "n’t", "never", "nt"})
_GET = frozenset({"get", "gets", "got", "gotten", "getting"})

# Participles that mostly tell a state or a feeling: "is based on", "are interested in".
_STATES = """
    accustomed acquainted aged alarmed amazed annoyed anxious appalled ashamed astonished attached
    based bored born broken called closed committed complicated concerned confused convinced
    crowded dated dedicated delighted depressed detailed determined devoted disabled disappointed
    dissatisfied divorced dressed embarrassed enclosed engaged entitled excited exhausted
    experienced fascinated finished frightened frustrated gone gratified impaired
    impressed inclined interested isolated laden limited located lost married mistaken motivated
    named opposed overcrowded overjoyed overwhelmed packed pleased prepared privileged puzzled
    qualified related relaxed relieved renowned retired satisfied scared seated shocked situated
    skilled stressed stuck suited supposed surprised talented terrified thrilled tired titled
    trapped unemployed upset wasted widowed worried
"""
# Some of them tell of a deed as well in the past: "the window was broken", but "is broken".
_STATES_NOW = "broken trapped wasted"
# Participles that tell a state before one of these words.
_STATES_BEFORE = {
    "aimed": "at to",
    "associated": "with",
    "bound": "to",
    "aware": "of",
    "composed": "of",
    "comprised": "of",
    "connected": "to with",
    "designed": "to for",
    "enrolled": "in on at",
    "equipped": "with",
    "faced": "with",
    "focused": "on",
    "focussed": "on",
    "geared": "to towards",
    "honored": "to",
    "honoured": "to",
    "intended": "to for as",
    "involved": "in with",
    "known": "as for to",
    "linked": "to with",
    "made": "of up",
    "meant": "to for",
    "rooted": "in",
    "registered": "with",
    "surrounded": "by with",
    "tied": "to",
}
# "Get involved" is no more passive than "join".
_STATES_WITH_GET = "dressed going involved married rid started used"
# Before a participle, these say how much of a state there is: "very involved".
_DEGREES = "extremely fairly how more most particularly pretty quite rather so too very"
# Kinds of word that may stand between "be" and its participle.
_BETWEEN = ("ADV", "ADJ", "PART", "CCONJ")
# Verbs that have no passive; after "is" they are something else: "all you need do is come".
_NEVER_PASSIVE = "be become been being come had"

# What follows "by" without being the one who acts.
_TIMES = """
    date day days deadline end evening friday hour january february march april may june july
    august september october november december midday midnight monday month moment morning night
    noon now saturday spring start summer autumn winter sunday then thursday time today tomorrow
    tonight tuesday wednesday week weekend year years stage
"""
_MEANS = """
    accident appointment arrangement bank bus car card cash chance cheque choice consensus courier
    credit debit default definition design email e-mail exception fax hand invitation land law
    letter mail means mistake mouth nature necessity number phone plane post rail reason reference
    road sea sms telephone text train transfer use virtue vote way word
"""
_AMOUNTS = """
    amount average factor fifth fraction half hundred margin million percent percentage percentile
    pounds quarter tenth third thousand times
"""


_UNITS = """
    degrees metres miles kilometres inches feet kilograms grams litres minutes hours seconds weeks
    months points pence cents dollars euros places cent
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_STATE_WORDS, _STATE_NOW_WORDS = _words(_STATES), _words(_STATES_NOW)
_STATE_GET_WORDS, _DEGREE_WORDS = _words(_STATES_WITH_GET), _words(_DEGREES)
_NEVER_PASSIVE_WORDS = _words(_NEVER_PASSIVE)
_TIME_WORDS = _words(_TIMES)
_MEANS_WORDS, _AMOUNT_WORDS = _words(_MEANS), _words(_AMOUNTS)
_UNIT_WORDS = _words(_UNITS)


def _has(token: Token, role: str) -> bool:
    return token.dep_ in _LABELS[role]


def _children(token: Token, role: str) -> list[Token]:
    labels = _LABELS[role]
    return [child for child in token.children if child.dep_ in labels]


def _first(token: Token, role: str) -> Token | None:
    return next(iter(_children(token, role)), None)


def _is_root(token: Token) -> bool:
    same: bool = token.head.i == token.i
    return same


@dataclass(frozen=True)
class Passive:
    """A verb in the passive voice, with an auxiliary: `was sent`, `got lost`, `to be told`."""

    verb: Token
    """The participle."""
    auxiliaries: tuple[Token, ...]
    """Every auxiliary of the verb in order, modals included: `must have been`."""
    subject: Token | None
    """The head of its subject; that of the verb it is joined to with `and`, if it has none."""
    agent: Token | None
    """The head of the phrase after `by` that says who acts; `None` for `by post`, `by Friday`."""
    kind: str
    """`be` or `get`."""
    finite: bool
    """Whether it stands in a clause of its own: false for `to be told`, `being told`."""
    modal: Token | None
    negated: bool
    is_question: bool
    adjectival: bool
    """Whether a reader takes it for a state rather than something done: `is based on`."""
    conjuncts: tuple[Token, ...]
    """Participles that share its auxiliary: `stored` in `is checked and stored`."""


@dataclass(frozen=True)
class Clause:
    """A clause with a finite verb, or a command."""

    head: Token
    """As the label scheme has it: for `she is a nurse` the noun (UD) or the verb (ClearNLP)."""
    kind: str
    """`root`, `conj`, `adverbial`, `complement` or `relative`."""
    subject: Token | None
    """Its own subject; `None` if it shares one (`came and went`) or is a command."""
    span: SpacySpan
    """From its first token to its last with the clauses inside it; no `and` before it, nor
    punctuation at its ends."""
    tokens: tuple[Token, ...]
    """Its own tokens without those of clauses inside it."""


def particle_of(verb: Token) -> Token | None:
    """The particle right after a verb: `in` of `was filled in`."""
    return next((t for t in _children(verb, "verb particle") if t.i == verb.i + 1), None)


def passives(sentence: Iterable[Token]) -> list[Passive]:
    """The passive verbs of a sentence that have an auxiliary, in order.

    Participles without one (`the form sent last week`) are left out.
    """
    tokens = list(sentence)
    question = is_question(tokens)
    return [_passive(token, question) for token in tokens if _carriers(token)]


def _carriers(verb: Token) -> list[Token]:
    """The forms of `be` or `get` that make a verb passive; none if it is not.

    Parsers take other words for one, and do not always see one: `be` before what can only be a
    past participle makes a passive under any label.
    """
    if not _is_participle(verb):
        return []
    found = [child for child in _children(verb, "passive auxiliary") if child.lower_ in _BE | _GET]
    if not found and verb.tag_ in ("VBN", "VBD"):
        last = next(
            (child for child in reversed(_children(verb, "auxiliary")) if child.i < verb.i), None
        )
        progressive = any(child.tag_ == "VBG" for child in verb.lefts)
        if last is not None and last.lower_ in _BE and not progressive:
            found = [last]
    if not found and not _reads_as_adjective(verb):
        found = [
            child
            for child in _children(verb, "copula")
            if child.lower_ in _BE | _GET and _is_right_before(child, verb)
        ]
    if not found and verb.tag_ == "VBN":
        found = _carrier_of_question(verb)
    if found and (_is_perfect(verb, found[-1]) or _is_other(verb, found[-1])):
        return []
    return found


def _is_participle(verb: Token) -> bool:
    """Whether a word is the past participle of a verb that has a passive."""
    word = verb.lower_
    if word in _NEVER_PASSIVE_WORDS:
        return False
    if verb.tag_ not in ("VBN", "VBD", "JJ") and not word.endswith(("en", "ed", "wn")):
        return False
    tags = inflection.tag_of(word, inflection.lemma_of(word, "VERB"), "VERB")
    if verb.tag_ in ("VBN", "VBD"):
        return "VBN" in tags or "VBD" in tags or word.endswith("ed")
    only_verb = inflection.possible_pos(word) == {"VERB"} or word in _STATE_NOW_WORDS
    return "VBN" in tags and (only_verb or agent_of(verb) is not None)


def _reads_as_adjective(verb: Token) -> bool:
    """Whether what the parser takes for an adjective is one: `is open-minded`, not `was sung`."""
    word = verb.lower_
    if word in _STATE_NOW_WORDS:
        return not any(helper.tag_ == "VBD" for helper in _children(verb, "copula"))
    if word in _STATE_WORDS or word in _STATES_BEFORE:
        return True
    if verb.i and verb.nbor(-1).text == "-":
        return True
    return any(child.lower_ in _DEGREE_WORDS for child in verb.children)


def _is_right_before(helper: Token, verb: Token) -> bool:
    """Whether a form of `be` stands before a verb, with at most adverbs between them."""
    between = verb.doc[helper.i + 1 : verb.i]
    return helper.i < verb.i and all(
        verb.is_ancestor(token) and token.pos_ in _BETWEEN for token in between
    )


def _carrier_of_question(verb: Token) -> list[Token]:
    """The `are` of `How are fees set?`, which parsers take for `How are fees that are set?`."""
    noun = verb.head
    if not _has(verb, "noun clause") or noun.i > verb.i:
        return []
    helper = _first(noun, "copula")
    if helper is not None:
        # "Is the form signed?": the noun seems to be what something is.
        before = noun.doc[noun.left_edge.i : helper.i]
        opens = all(t.tag_ == "WRB" for t in before) and not _children(noun, "subject")
    else:
        helper = noun.doc[max(0, noun.left_edge.i - 1)]
        asks = noun.head if _has(noun, "subject") else noun
        last = verb.i + 2 >= len(verb.doc) or verb.doc[verb.i + 2].text == "?"
        opens = asks.tag_ == "WRB" or (asks.tag_ == "WP" and (last or verb.nbor().text == "?"))
    return [helper] if opens and helper.lower_ in _BE and is_question(verb.sent) else []


def _is_perfect(verb: Token, carrier: Token) -> bool:
    """Whether `'s` stands for `has`: `he's got a car`, `the best the world's ever seen`."""
    if carrier.lower_ not in ("'s", "’s"):
        return False
    return carrier.tag_ == "POS" or verb.lower_ in ("got", "had") or verb.nbor(-1).lower_ == "ever"


def _is_other(verb: Token, carrier: Token) -> bool:
    """Whether `be` links to something else: `is as expected`, `we are done`, `is hit and miss`."""
    between = verb.doc[carrier.i + 1 : verb.i]
    if any(token.lower_ == "as" and token.head.i == verb.i for token in between):
        return True
    if verb.lower_ == "done":
        subject = next(iter(_children(verb, "subject")), None)
        after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
        if after is not None and (after.tag_ == "VBG" or after.lower_ == "with"):
            return True
        return subject is not None and subject.lower_ in ("i", "we", "you", "he", "she", "they")
    # A base form beside "hit" makes it one too.
    return inflection.lemma_of(verb.text, "VERB") == verb.lower_ and any(
        child.tag_ == "VB" and not _children(child, "auxiliary") and not _children(child, "marker")
        for child in _children(verb, "conjunct")
    )


def _passive(verb: Token, question: bool) -> Passive:
    carriers = _carriers(verb)
    helpers = {
        child for child in _children(verb, "auxiliary") if child.lower_ != "to" and child.i < verb.i
    }
    agent = agent_of(verb)
    asked = carriers == _carrier_of_question(verb)
    kind = "get" if all(carrier.lower_ in _GET for carrier in carriers) else "be"
    conjuncts = tuple(
        other
        for other in verb.conjuncts
        if other.i > verb.i
        and other.tag_ in ("VBN", "VBD")
        and not _children(other, "auxiliary")
        and not _children(other, "subject")
    )
    return Passive(
        verb=verb,
        auxiliaries=tuple(sorted(helpers | set(carriers), key=lambda helper: helper.i)),
        subject=subject_of(verb) or (verb.head if asked else None),
        agent=agent,
        kind=kind,
        finite=asked or is_finite(verb),
        modal=modal_of(verb),
        negated=is_negated(verb),
        is_question=question,
        adjectival=agent is None and _is_state(verb, carriers, kind),
        conjuncts=conjuncts,
    )


def _is_state(verb: Token, carriers: list[Token], kind: str) -> bool:
    if any(carrier.lower_ == "being" for carrier in carriers):
        return False
    word = verb.lower_
    if kind == "get":
        return word in _STATE_GET_WORDS
    if word in _STATE_NOW_WORDS and any(carrier.tag_ == "VBD" for carrier in carriers):
        return False
    if word in _STATE_WORDS:
        return True
    if any(child.lower_ in _DEGREE_WORDS and child.i == verb.i - 1 for child in verb.children):
        return True
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if after is None:
        return False
    if word == "used" and after.lower_ == "to":
        # "We are used to delays", but "it is used to clean floors".
        return after.tag_ == "IN" or after.head.tag_ not in ("VB", "VBN")
    return after.lower_ in _STATES_BEFORE.get(word, "").split()


def agent_of(verb: Token) -> Token | None:
    """Who acts in a passive: the head noun after `by`; `None` for a time, a means or an amount."""
    for child in _children(verb, "oblique"):
        if child.lower_ == "by":
            noun = _first(child, "object of preposition")
        elif any(case.lower_ == "by" for case in _children(child, "preposition")):
            noun = child
        else:
            continue
        if noun is not None and _can_act(noun):
            return noun
    return None


def _can_act(noun: Token) -> bool:
    word = noun.lower_
    if noun.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "X"):
        return False
    if noun.tag_ == "VBG" or word in _TIME_WORDS or word in _AMOUNT_WORDS or word == "%":
        return False
    if word in _MEANS_WORDS:
        return bool(_children(noun, "determiner"))
    if any(child.pos_ == "NUM" and child.text.isdigit() for child in noun.children):
        # "by 5 points", but "by 3 doctors" is told from it by nothing but meaning.
        return word not in _UNIT_WORDS
    return True


def is_finite(verb: Token) -> bool:
    """Whether a verb, or the predicate it is, has a tense or a modal: not `to be told`, `being`."""
    if verb.tag_ in FINITE_TAGS and not _carries_perfect(verb):
        return True
    helpers = [*_children(verb, "auxiliary"), *_children(verb, "copula")]
    return any(helper.tag_ in FINITE_TAGS for helper in helpers)


def _carries_perfect(verb: Token) -> bool:
    """Whether a past tense tag must be a participle's, since auxiliaries come before it."""
    return verb.tag_ == "VBD" and bool(_children(verb, "auxiliary"))


def subject_of(verb: Token) -> Token | None:
    """The head of a verb's subject; of the verb it is joined to, if it has none of its own."""
    seen = 0
    while seen < 20:
        if _has(verb, "copula") or (_has(verb, "auxiliary") and verb.pos_ == "AUX"):
            verb = verb.head
        subjects = _children(verb, "subject")
        if subjects:
            # With two ("the aim is that you stay"), the one inside comes last.
            return subjects[-1]
        if not _has(verb, "conjunct") or _is_root(verb):
            return None
        verb = verb.head
        seen += 1
    return None


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own: not `went` in `they came and went`."""
    return bool(_children(verb, "subject"))


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of a verb."""
    return _has(token, "subject")


def is_modifier(noun: Token) -> bool:
    """Whether a noun only says more of another: `carers` in `groups of carers`."""
    return _has(noun, "modifying noun") or (
        _has(noun, "object of preposition") and noun.head.lower_ == "of"
    )


def object_of(verb: Token) -> Token | None:
    """The head of a verb's direct object."""
    return _first(verb, "object")


def objects(verb: Token) -> list[Token]:
    """The heads of a verb's objects, indirect ones too, in order."""
    both = _LABELS["object"] | _LABELS["indirect object"]
    found = []
    for child in verb.children:
        if child.dep_ not in both:
            continue
        # "gave it to her": ClearNLP makes "to" the indirect object; UD has no object there.
        if child.pos_ != "ADP":
            found.append(child)
    return found


def is_negated(verb: Token) -> bool:
    """Whether `not` or `never` hangs on a verb, or `no longer`."""
    for child in verb.children:
        if child.dep_ in _LABELS["negation"]:
            if child.lower_ in _NEGATORS:
                return True
            if child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no":
                return True
    return False


def modal_of(verb: Token) -> Token | None:
    """The modal of a verb: `must` in `must be sent`."""
    for child in _children(verb, "auxiliary"):
        if child.tag_ == "MD" or (not child.tag_ and child.lower_ in _MODALS):
            return child
    return None


def is_question(sentence: Iterable[Token]) -> bool:
    """Whether a sentence ends with a question mark."""
    tokens = list(sentence)
    while tokens and (tokens[-1].is_quote or tokens[-1].is_bracket or tokens[-1].is_space):
        tokens.pop()
    return bool(tokens) and "?" in tokens[-1].text


def is_imperative(sentence: Iterable[Token]) -> bool:
    """Whether a sentence tells the reader to do something: `Send the form`, `Please do not smoke`.

    A condition before it (`If you move, tell us`) does not matter.
    """
    tokens = list(sentence)
    root = next((token for token in tokens if _is_root(token)), None)
    return root is not None and not is_question(tokens) and _commands(root)


def _commands(verb: Token) -> bool:
    if _children(verb, "subject"):
        return False
    copula = _first(verb, "copula")
    carrier = copula or next(iter(_children(verb, "passive auxiliary")), None) or verb
    if carrier.pos_ not in ("VERB", "AUX") or carrier.lower_ == "thank":
        return False
    # Taggers mix up "Send" (VB) and "send" (VBP), but only at the start can it be a command.
    opens = all(left.pos_ in ("ADV", "INTJ", "PUNCT", "CCONJ") for left in carrier.lefts)
    if carrier.tag_ != "VB" and not (carrier.tag_ == "VBP" and opens and carrier.lower_ not in _BE):
        return False
    if any(child.lower_ == "to" for child in _children(verb, "particle to")):
        return False
    if _children(verb, "marker"):
        return False
    helpers = [child for child in _children(verb, "auxiliary") if child.i != carrier.i]
    return all(helper.lower_ in ("do", "don't", "don’t") for helper in helpers)


def commands(sentence: Iterable[Token]) -> list[Clause]:
    """The clauses of a sentence that tell the reader to do something: `Sign it and send it`.

    None in a question, and none after a subject: `you can sign it and send it`.
    """
    tokens = list(sentence)
    if is_question(tokens):
        return []
    found: dict[int, Clause] = {}
    for clause in clauses(tokens):
        head = clause.head
        if _commands(head) and (
            clause.kind == "root" or (clause.kind == "conj" and head.head.i in found)
        ):
            found[head.i] = clause
    return list(found.values())


def helpers_of(verb: Token) -> list[Token]:
    """The auxiliaries before a verb, in order, without `to`: `will` and `be` of `will be sent`."""
    return [
        child for child in _children(verb, "auxiliary") if child.i < verb.i and child.lower_ != "to"
    ]


def finite_verb(head: Token) -> Token:
    """The word of a clause that carries its tense: `must` of `must be sent`, `is` of `is a nurse`.

    The head itself if it has no helper.
    """
    helpers = [*_children(head, "auxiliary"), *_children(head, "copula")]
    finite = (helper for helper in helpers if helper.tag_ in FINITE_TAGS)
    return next(finite, head)


def clauses(sentence: Iterable[Token]) -> list[Clause]:
    """The finite clauses and commands of a sentence, in the order of their heads.

    `to`-infinitives and `-ing` clauses are part of the clause they stand in; a sentence without a
    verb has none.
    """
    tokens = list(sentence)
    heads = {token.i: kind for token in tokens if (kind := _clause_kind(token))}
    inside = {token.i for token in tokens}
    own: dict[int, list[Token]] = {head: [] for head in heads}
    for token in tokens:
        owner: Token | None = token
        while owner is not None and owner.i not in heads:
            owner = None if _is_root(owner) else owner.head
        if owner is not None:
            own[owner.i].append(token)
    return [
        Clause(
            head=token,
            kind=heads[token.i],
            subject=next(reversed(_children(token, "subject")), None),
            span=_trimmed(token, inside),
            tokens=tuple(own[token.i]),
        )
        for token in tokens
        if token.i in heads
    ]


def _clause_kind(token: Token) -> str | None:
    helped = _children(token, "copula") or _children(token, "auxiliary")
    if token.pos_ not in ("VERB", "AUX") and not helped:
        return None
    if _has(token, "auxiliary") or _has(token, "copula"):
        return None
    if _is_root(token):
        return "root" if is_finite(token) or _commands(token) else None
    if _has(token, "conjunct") or _has(token, "side by side"):
        if is_finite(token):
            return "conj"
        # "Send the form and wait": a command joined to a command, or "must sign and return".
        first = token.head
        joined = not _children(token, "subject") and token.tag_ == first.tag_ == "VB"
        shared = token.tag_ == "VBN" == first.tag_ or (joined and bool(modal_of(first)))
        if _has(token, "conjunct") and (shared or (joined and _commands(token))):
            return "conj" if _clause_kind(first) else None
        return None
    if not is_finite(token):
        return None
    if _has(token, "relative"):
        return "relative"
    if _has(token, "adverbial"):
        return "adverbial"
    if _has(token, "complement") or _has(token, "noun clause"):
        return "complement"
    return None


def _trimmed(head: Token, inside: set[int]) -> SpacySpan:
    """A token's subtree within the sentence, less `and` before it and punctuation at its ends."""
    start, end = head.left_edge.i, head.right_edge.i
    while start < head.i and (start not in inside or _is_trim(head.doc[start], "cc")):
        start += 1
    while end > head.i and (end not in inside or _is_trim(head.doc[end])):
        end -= 1
    return head.doc[start : end + 1]


def _is_trim(token: Token, *labels: str) -> bool:
    return bool(token.is_punct or token.is_space or token.dep_ in labels)


def noun_chunk_of(noun: Token) -> SpacySpan:
    """The noun phrase around its head: articles, adjectives, `of` phrases, nouns joined by `and`.

    Relative clauses and what stands apart from it (`, a charity,`) are left out, and so is the
    preposition before it.
    """
    kept = _LABELS["in a noun phrase"] | _LABELS["conjunct"]
    start, end = noun.i, noun.i
    for child in reversed(list(noun.lefts)):
        # "10 per cent of": an adverb belongs if it stands right before what is kept.
        if child.dep_ not in kept and not (child.dep_ == "advmod" and child.lower_ != "not"):
            break
        start = child.left_edge.i
    for child in noun.rights:
        if child.dep_ in kept or (child.dep_ == "case" and child.tag_ == "POS"):
            end = child.right_edge.i
        elif child.dep_ not in _LABELS["joins"]:
            break
    while end > noun.i and _is_trim(noun.doc[end]):
        end -= 1
    return noun.doc[start : end + 1]


def subtree_span(token: Token) -> SpacySpan:
    """Everything that hangs on a token, without `and` before it or punctuation at its ends."""
    return _trimmed(token, set(range(token.left_edge.i, token.right_edge.i + 1)))


def apposition_of(noun: Token) -> Token | None:
    """The head of what explains a noun right after it: `charity` in `Mind, a charity,`."""
    return _first(noun, "apposition")


def copular(sentence: Iterable[Token]) -> list[tuple[Token, Token]]:
    """Subject and predicate of each `X is Y`, as their heads.

    Places and times (`is in the garden`) are not counted.
    """
    found = []
    for token in sentence:
        subject = next(reversed(_children(token, "subject")), None)
        if subject is None:
            continue
        if _children(token, "copula"):
            # "The aim is to help" says what happens, not what something is.
            if token.pos_ != "VERB" and not any(
                case.tag_ != "POS" for case in _children(token, "preposition")
            ):
                found.append((subject, token))
        elif token.lower_ in _BE:
            predicate = _first(token, "predicate")
            if predicate is not None:
                found.append((subject, predicate))
    return found


def is_name(token: Token) -> bool:
    """Whether a token is a name or a capitalised part of one: `Care` in `the Care Act`."""
    if token.pos_ == "PROPN":
        return True
    joins = token.dep_ in ("compound", "flat", "amod", "nmod", "nmod:desc", "nummod")
    return bool(joins and token.head.pos_ == "PROPN" and token.text[0].isupper())
