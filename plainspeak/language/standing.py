"""Whether words could be a sentence, or the start of one, as far as they show it.

It looks at words and their tags, not at what hangs on what, since parsers go wrong in long
sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainspeak.language import cuts, inflection, quoting
from plainspeak.language.labels import FINITE_TAGS, W_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "PRONOUNS",
    "has_bare_clause",
    "has_subject",
    "is_balanced",
    "is_command",
    "is_whole",
    "verb_ahead",
]

_SUBJECT_STARTS = frozenset(
    {"DT", "PDT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "RB", "VBG"}
)
_SUBJECT_TAGS = _SUBJECT_STARTS | frozenset(
    {"IN", "POS", "HYPH", "CC", "TO", "VB", "VBN", "WDT", "WP", "PRP", "``", "''"}
)
_PRONOUNS_LISTED = """
    i you we they he she it there this these that those everyone everybody someone
"""
PRONOUNS = frozenset(_PRONOUNS_LISTED.split())
_COUNTS = frozenset(
    {"many", "most", "some", "all", "few", "several", "others", "both", "each", "one"}
)
_DOERS = frozenset({"i", "you", "we", "they", "he", "she", "it"})
_LINKS = frozenset({"because", "if", "unless", "until", "when", "although", "though", "while"})
_LONGEST_SUBJECT = 14
_NO_END = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "SCONJ"})
_CLAUSE_TAKERS_LISTED = """
    assume be ensure have help hope know let make mean see show
"""
_CLAUSE_TAKERS = quoting.SAYING | frozenset(_CLAUSE_TAKERS_LISTED.split())
_TOWARDS = frozenset({"from", "into", "onto", "to"})
_SPEECH = frozenset({'"', "“", "”", "‘‘"})


def has_subject(tokens: Sequence[Token]) -> bool:
    """Whether a subject and its verb come next: `it is`, `the best place to find them is`."""
    return verb_ahead(tokens) is not None


def verb_ahead(tokens: Sequence[Token]) -> Token | None:
    """The verb with a tense that follows a subject which comes next; `None` if none does."""
    if not tokens:
        return None
    first = tokens[0]
    if first.lower_ in PRONOUNS or first.tag_ in ("PRP", "EX"):
        # "That is, she knows" only says it again.
        if tokens[2:3] and tokens[2].text == ",":
            return None
        verb = next((token for token in tokens[1:4] if token.pos_ != "ADV"), first)
        # "Those asked", "those closed": what was done to them, if they are not all there is.
        if verb.tag_ in FINITE_TAGS and not (first.lower_ == "those" and verb.tag_ == "VBD"):
            return verb
        if first.tag_ != "DT" and not (tokens[1:2] and tokens[1].pos_ == "CCONJ"):
            return None
    # "You or your nurse will": two people.
    pair = first.tag_ == "PRP"
    if not (pair or first.tag_ in _SUBJECT_STARTS) or first.lower_ == "not":
        return None
    deed = first.tag_ == "VBG"
    if deed and inflection.lemma_of(first.lower_, "VERB") in _CLAUSE_TAKERS:
        return None
    nouns = opened = those = False
    before = first
    for token in tokens[:_LONGEST_SUBJECT]:
        if token.tag_ in FINITE_TAGS and (
            before.pos_ == "CCONJ" or (those and token.tag_ == "VBD")
        ):
            return None
        # "New staff and those mostly shut out": again what was done to them.
        those = token.lower_ == "those" or (those and token.pos_ == "ADV")
        if token.tag_ in FINITE_TAGS and not opened:
            return token if nouns and not (deed and token.tag_ == "VBP") else None
        if token.tag_ in FINITE_TAGS:
            opened = False
        elif token.tag_ in W_TAGS or (nouns and _opens_clause(token, before, deed=deed)):
            opened = True
        elif token.tag_ not in _SUBJECT_TAGS or token.lower_ in _LINKS:
            return None
        nouns = nouns or token.pos_ in ("NOUN", "PROPN") or deed or token.lower_ in _COUNTS
        before = token
    return None


def _opens_clause(token: Token, before: Token, *, deed: bool) -> bool:
    """Whether a clause begins that has a verb of its own: `the help you want`, `a nurse has`."""
    if deed:
        return False
    after_noun = before.pos_ in ("NOUN", "PROPN") and token.tag_ in ("DT", "PRP$")
    return token.lower_ in _DOERS or token.lower_ == "that" or after_noun


def is_command(tokens: Sequence[Token]) -> bool:
    """Whether a command comes next: `think about`, `do not forget`."""
    first = next(iter(tokens), None)
    # Taggers mix up "send" (VB) and "send" (VBP).
    return (
        first is not None
        and first.tag_ in ("VB", "VBP")
        and first.pos_ in ("VERB", "AUX")
        and first.text.islower()
    )


def is_whole(before: Sequence[Token]) -> bool:
    """Whether words could be a sentence: no word at their end or in them needs more."""
    tokens = [token for token in before if not token.is_space]
    while tokens and (tokens[-1].text in ",;" or tokens[-1].lower_ == "and"):
        tokens.pop()
    if not tokens or not cuts.is_complete(tokens) or tokens[-1].pos_ in _NO_END:
        return False
    # Each link opens a part that needs a verb: "the people who", "so that".
    for number, token in enumerate(tokens):
        opens = token.tag_ in W_TAGS or (token.pos_ == "SCONJ" and token.lower_ != "as")
        rest = tokens[number + 1 :]
        if opens and not rest:
            return False
        # "How to ring", "while ringing".
        bare = opens and (rest[0].tag_ == "TO" or (rest[0].tag_ == "VBG" and token.pos_ == "SCONJ"))
        if opens and not bare and not any(t.tag_ in FINITE_TAGS for t in rest):
            return False
    return True


def has_bare_clause(tokens: Sequence[Token]) -> bool:
    """Whether a clause without `that` tells what somebody says or means: `It means you can`."""
    return any(
        token.pos_ == "VERB"
        and inflection.lemma_of(token.lower_, "VERB")
        in _CLAUSE_TAKERS - {"be", "have", "help", "let"}
        and has_subject(tokens[number + 1 :])
        for number, token in enumerate(tokens[:-2])
    )


def goes_on(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether the sentence before goes on after what seems its end: `, which is free, has`."""
    for number, token in enumerate(tokens[:-1]):
        if token.text == "," and token.i > verb.i:
            after = next((t for t in tokens[number + 1 :] if t.pos_ != "ADV"), token)
            if after.tag_ in (*FINITE_TAGS, "VB", "TO"):
                return True
            # "From a list, which is long, to a map": the parser may hang it on "long".
            if after.pos_ == "ADP" and after.lower_ in _TOWARDS:
                return True
    return False


def is_balanced(tokens: Sequence[Token], number: int) -> bool:
    """Whether a cut leaves quotation marks and brackets whole, and parts no speech."""
    marks = [n for n, token in enumerate(tokens) if token.text in _SPEECH]
    whole = sum(n < number for n in marks) % 2 == 0 or marks == [0]
    return whole and not quoting.opens_speech(tokens[:number])
