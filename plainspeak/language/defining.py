"""Relative clauses without a comma at the end of a sentence, which could be told by themselves.

`They made a list that shows the shops` says no less as `They made a list. This list shows the
shops`. `We need a list that shows the shops` does: any list will not do. So the main clause must
tell what there is, and the noun must be new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import cuts, inflection, naming, syntax
from plainspeak.language.labels import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Defining", "defining"]

_LINKS = frozenset({"that", "which", "who"})
_LEAST_BEFORE = 5
_LEAST_THERE = 7
_LEAST_WORDS = 7
_WANTS = """
    avoid call choose consider demand desire expect hire imagine know like look mean need pick
    prefer require say search seek select think try want
"""
_WANTING = frozenset(_WANTS.split())
"""Verbs of which the clause may say what sort of thing is meant."""
_TELLING_LISTED = """
    contain cover describe detail explain give highlight list outline present prove provide
    record set show summarise tell warn
"""
_TELLING = frozenset(_TELLING_LISTED.split())
"""Verbs that as `-ing` right after a noun tell what it does: `a leaflet showing the way`."""
_VAGUE = """
    anybody anyone anything area aspect case fact idea kind lot manner man number one part people
    person place point problem reason situation someone something sort state stuff thing time type
    way woman word
"""
_VAGUE_NOUNS = frozenset(_VAGUE.split())
"""Nouns that say little without the clause."""
_NOT_FACTS_LISTED = """
    not n't n’t never no nor nobody nothing only just any every each all most few if unless
    whether such so too enough than same
"""
_NOT_FACTS = frozenset(_NOT_FACTS_LISTED.split())
_DETERMINERS = frozenset({"a", "an", "several", "some", "many", "two", "three", "four", "five"})
_FIXED_DETERMINERS = frozenset({"DT", "PRP$", "POS", "WDT", "WP$", "PDT"})


@dataclass(frozen=True)
class Defining:
    """A clause at the end that says more of the noun right before it."""

    first: Token
    """`that`, `which` or `who`; or the participle it starts with: `used`, `showing`."""
    noun: Token
    verb: str
    """What must stand before the words that stay: `is`, `was` before `used`, `shows` for `showing`;
    else nothing."""

    @property
    def stays(self) -> bool:
        """Whether the first word stays: `used`."""
        return self.first.tag_ == "VBN"


def defining(sentence: Iterable[Token]) -> list[Defining]:
    """The clauses of a sentence that could be told by themselves, in order."""
    tokens = list(sentence)
    found = []
    for number, token in enumerate(tokens[:-_LEAST_WORDS]):
        if number < _LEAST_BEFORE:
            continue
        before = tokens[:number]
        if any(each.text == ":" for each in before):
            break
        if before[-1].text == "," or before[-1].text in cuts.STOPS:
            found += _apart(token, tokens, before)
            continue
        noun = _noun_of(token, tokens)
        if noun is None or not cuts.is_complete(before):
            continue
        if token.lower_ in ("that", "who") and _will(noun, token, tokens) and _allows(before):
            found.append(Defining(token, noun, ""))
            continue
        # "Tools include a map that shows shops, a list, a pen": a row.
        row = number <= _LEAST_WORDS and sum(t.text == "," for t in tokens[number:]) > 1
        if row or before[-2].text == "," or not _is_new(noun) or not _tells(before):
            continue
        if token.lower_ in _LINKS and _is_clause_of(noun, token, tokens):
            found.append(Defining(token, noun, ""))
        elif token.tag_ == "VBN" and token.head.i == noun.i and _ends(token, tokens):
            found.append(Defining(token, noun, _be(noun, before)))
        elif token.tag_ == "VBG" and token.head.i == noun.i and _ends(token, tokens):
            lemma = inflection.lemma_of(token.lower_, "VERB")
            past = any(t.tag_ == "VBD" for t in before)
            form = "VBD" if past else "VBP" if naming.is_plural(noun) else "VBZ"
            if lemma in _TELLING:
                found.append(Defining(token, noun, inflection.inflect(lemma, form)))
    return found


def _noun_of(first: Token, tokens: Sequence[Token]) -> Token | None:
    """The noun that a clause tells of: the one right before it, or one further back.

    The latter only where it alone goes with the verb: `resources on the web that help`.
    """
    noun, verb = first.nbor(-1), first.nbor()
    if first.lower_ not in _LINKS or verb.tag_ not in ("VBP", "VBZ"):
        return noun
    if naming.is_plural(noun) == (verb.tag_ == "VBP"):
        return noun
    far = noun
    while far.pos_ == "NOUN" and naming.is_plural(far) != (verb.tag_ == "VBP"):
        above = far.head.head if far.head.pos_ == "ADP" else far.head
        if not tokens[0].i <= above.i < far.i:
            return None
        far = above
    between = tokens[far.i - tokens[0].i + 1 : noun.i - tokens[0].i]
    plain = not any(t.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ") for t in between)
    return far if plain and far.pos_ == "NOUN" else None


def _apart(token: Token, tokens: Sequence[Token], before: Sequence[Token]) -> list[Defining]:
    """What a participle after a comma or a dash tells of a noun: `a team, led by a nurse`."""
    noun = token.head
    plain = noun.tag_ in ("NN", "NNS") and noun.text.isalpha() and noun.i < token.i
    # "A duty, opposed to a right" compares, it tells of nothing done.
    told = token.tag_ == "VBN" and token.lower_ not in ("compared", "opposed")
    if not told or not plain or not _ends(token, tokens):
        return []
    if any(t.tag_ in FINITE_TAGS for t in before if t.i > noun.i):
        return []
    if not cuts.is_complete(before) or any(t.lower_ in _NOT_FACTS for t in before):
        return []
    return [Defining(token, noun, _be(noun, before))]


def _is_clause_of(noun: Token, link: Token, tokens: Sequence[Token]) -> bool:
    """Whether a link word is the subject of a clause that says more of a noun, up to the end."""
    verb = link.nbor()
    plural = naming.is_plural(noun)
    if verb.tag_ not in FINITE_TAGS:
        return False
    if verb.tag_ in ("VBP", "VBZ") and plural != (verb.tag_ == "VBP"):
        return False
    return any(
        clause.kind == "relative"
        and link in clause.tokens
        and noun.i <= clause.head.head.i < link.i
        and _ends(clause.head, tokens)
        for clause in syntax.clauses(tokens)
    )


def _will(noun: Token, link: Token, tokens: Sequence[Token]) -> bool:
    """Whether a clause tells what one thing or person will do: `your contact who will help`."""
    one = noun.tag_ == "NN" and noun.text.isalpha()
    vague = inflection.lemma_of(noun.lower_, "NOUN") in _VAGUE_NOUNS
    return one and not vague and link.nbor().lower_ == "will" and _is_clause_of(noun, link, tokens)


def _allows(before: Sequence[Token]) -> bool:
    """Whether what is told, asked or allowed is no wish, and depends on nothing."""
    return not _is_wish(before) and not any(t.lower_ in _NOT_FACTS for t in before)


def _ends(head: Token, tokens: Sequence[Token]) -> bool:
    """Whether what hangs on a word runs to the end of the sentence."""
    return bool(head.right_edge.i >= tokens[-2].i)


def _be(noun: Token, before: Sequence[Token]) -> str:
    past = any(token.tag_ == "VBD" for token in before)
    if naming.is_plural(noun):
        return "were" if past else "are"
    return "was" if past else "is"


def _is_new(noun: Token) -> bool:
    """Whether a noun is named for the first time: `a list`, `lists`."""
    if noun.tag_ not in ("NN", "NNS") or not noun.text.isalpha():
        return False
    if inflection.lemma_of(noun.lower_, "NOUN") in _VAGUE_NOUNS:
        return False
    lefts = list(noun.lefts)
    if any(left.lower_ in _DETERMINERS for left in lefts):
        return True
    return naming.is_plural(noun) and not any(left.tag_ in _FIXED_DETERMINERS for left in lefts)


def _tells(before: Sequence[Token]) -> bool:
    """Whether a main clause tells what is or was so, without a wish, a condition or a `not`."""
    if syntax.is_imperative(before) or any(t.tag_ == "TO" or _is_open(t) for t in before):
        return False
    # "There is a list" alone tells nothing; "There is a list on our website" does.
    if len(before) < _LEAST_THERE and any(t.tag_ == "EX" for t in before):
        return False
    if any(token.lower_ in _NOT_FACTS for token in before):
        return False
    return not _is_wish(before)


def _is_open(token: Token) -> bool:
    """Whether a helper says what may or should be, not what is or will be."""
    return token.tag_ == "MD" and token.lower_ not in ("will", "'ll", "’ll")


def _is_wish(before: Sequence[Token]) -> bool:
    verbs = (token for token in before if token.pos_ in ("VERB", "AUX"))
    return any(inflection.lemma_of(verb.lower_, "VERB") in _WANTING for verb in verbs)
