"""Where a sentence could be cut in two.

It looks at words as well as grammar, since long sentences are where parsers go wrong. It asks
`syntax` about grammar, so it works under every label scheme. A sentence is any run of tokens, as
there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from plainspeak.language import inflection, syntax
from plainspeak.language.labels import FINITE_TAGS, W_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.analysis import Sentence

__all__ = [
    "SAME_SUBJECT",
    "STOPS",
    "Split",
    "best_split",
    "cut",
    "ideas",
    "is_complete",
    "opens_with_condition",
    "shares_noun",
    "splits",
    "subordinates",
]

_LINKS = frozenset({"but", "or", "so", "yet"})
"""Words that a new sentence must keep; `and` may go."""
_QUESTION_WORDS = frozenset(
    {"how", "what", "when", "where", "whether", "who", "why", "that", "if", "than", "as"}
)
"""A clause that starts with one hangs on the words before it."""
_OPENERS = """
    after although as because before if once since though unless until when whenever where wherever
    whether while
"""
_CONDITIONS = frozenset(_OPENERS.split())
"""Words that open a part of a sentence which needs another part."""
LEAST_WORDS = 4
"""Fewer words than this, before or after a cut, make no sentence."""
STOPS = frozenset({";", "–", "—", "--", "---"})
_AT_CUTS = STOPS | _LINKS | {"and", "because", "which"}
SAME_SUBJECT = "same subject"
_NEEDS_WORK = frozenset({"which", "because", SAME_SUBJECT})
"""Links after which the new sentence needs other words too."""
_PRONOUNS = frozenset({"i", "you", "we", "they", "he", "she", "it", "there", "this", "these"})
_IN_SUBJECT = frozenset(
    {"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "RB", "POS", "IN", "HYPH"}
)
_LONGEST_SUBJECT = 9
_LONGEST_OPENING = 5
_OPENINGS = frozenset({"at", "for", "if", "in", "on", "when"})


@dataclass(frozen=True)
class Split:
    """A place where a sentence could be cut in two."""

    token: Token
    """The first word of the new sentence, link word included: `but`."""
    link: str
    """`and`, `but`, `;` ... : what joins the two now."""
    clean: bool
    """Whether nothing but the link word, a comma and a capital need change."""


def _top_heads(clauses: Sequence[syntax.Clause]) -> set[int]:
    """The heads of the root clause and of those joined to it, with or without a subject."""
    joined: dict[int, list[int]] = {}
    waiting = []
    for clause in clauses:
        if clause.kind == "root":
            waiting.append(clause.head.i)
        elif clause.kind == "conj":
            joined.setdefault(clause.head.head.i, []).append(clause.head.i)
    top: set[int] = set()
    while waiting:
        head = waiting.pop()
        top.add(head)
        waiting += joined.pop(head, ())
    return top


def _hangs(clause: syntax.Clause) -> bool:
    return clause.span[0].lower_ in _QUESTION_WORDS


def splits(sentence: Iterable[Token], *, reported: bool = False) -> list[Split]:
    """Where a sentence could be cut in two so that both parts can stand, in order.

    It looks at words as well as grammar, since long sentences are where parsers go wrong.

    Args:
        sentence: its tokens.
        reported: whether to go by the parser alone where `and` could also go on with a part of what
            comes before it: `They say that it hurts and they cannot sleep`.
    """
    tokens = list(sentence)
    places = [n for n, token in enumerate(tokens[1:-1], start=1) if token.lower_ in _AT_CUTS]
    if not places:
        return []
    clauses = syntax.clauses(tokens)
    joined = _joined_starts(clauses)
    shared = _shared_starts(clauses)
    top = _top_heads(clauses)
    under = [number for number, token in enumerate(tokens) if subordinates(token)]
    reasons = {clause.span[0].i for clause in clauses if clause.head.head.i in top}
    found = []
    for number in places:
        token = tokens[number]
        before, after = tokens[:number], tokens[number + 1 :]
        word = token.lower_
        comma = before[-1].text == ","
        if word in ("which", "because"):
            # A reason may belong to a part only: "if you think that he is late because ...".
            main = token.i in reasons or not (under and under[0] < number)
            if (
                comma
                if word == "which"
                else main and is_complete(before) and after[0].lower_ != "of"
            ):
                found.append(Split(token, word, clean=False))
            continue
        if token.i in shared and word in ("and", "but") and is_complete(before):
            found.append(Split(token if word == "but" else after[0], SAME_SUBJECT, clean=False))
            continue
        if word in STOPS:
            alone = sum(each.text == token.text or each.is_quote for each in tokens) == 1
            fits = alone and _sentence_follows(after)
            first = after[0]
        else:
            fits = (after[0].i in joined or (comma and word != "or")) and _own_clause(
                # Without a comma, "and nurses" may go on with a row: "carers and nurses will".
                after,
                pronoun=word == "and" and not (comma and after[0].i in joined),
            )
            # "If he says that it hurts and he cannot sleep": it may go on with the part.
            place = bisect_left(under, _LONGEST_OPENING)
            part = word == "and" and place < len(under) and under[place] < number
            part = part and not (reported and after[0].i in joined)
            aim = word == "so" and not comma
            pair = after[0].lower_ == "also" or shares_noun(before, after)
            fits = fits and not (part or aim or pair)
            first = after[0] if word == "and" else token
        if fits and is_complete(before):
            # In "If it rains, we stay in and they go home", the condition holds for both.
            clean = word != "or" and not opens_with_condition(before)
            found.append(Split(first, word, clean))
    return found


def _joined_starts(clauses: Sequence[syntax.Clause]) -> set[int]:
    """Where the clauses begin that are joined to the main one and have a subject of their own."""
    top = _top_heads(clauses)
    return {
        clause.span[0].i
        for clause in clauses
        if clause.kind == "conj"
        and clause.head.i in top
        and clause.subject is not None
        and not _hangs(clause)
    }


def _shared_starts(clauses: Sequence[syntax.Clause]) -> set[int]:
    """Where `and` or `but` stands before a second verb of the main subject: `came and went`."""
    top = _top_heads(clauses)
    return {
        clause.span[0].i - 1
        for clause in clauses
        if clause.kind == "conj"
        and clause.head.i in top
        and clause.subject is None
        and syntax.finite_verb(clause.head).tag_ in FINITE_TAGS
        and syntax.has_subject(clause.head.head)
    }


def _sentence_follows(tokens: Sequence[Token]) -> bool:
    """Whether a sentence comes next, perhaps after an opening: `in March, they will`."""
    comma = next((number for number, token in enumerate(tokens) if token.text == ","), 0)
    if tokens[0].lower_ in _OPENINGS and comma:
        tokens = tokens[comma + 1 :]
    return _own_clause(tokens)


def _own_clause(tokens: Sequence[Token], *, pronoun: bool = False) -> bool:
    """Whether a subject and then a finite verb come next: `they will`, `the team in Leeds has`.

    Args:
        tokens: what comes next.
        pronoun: whether the subject must be a pronoun, since a noun may belong to a row.
    """
    if not tokens or tokens[0].pos_ in ("ADP", "SCONJ"):
        return False
    named = False
    for token in tokens[:_LONGEST_SUBJECT]:
        if token.tag_ in FINITE_TAGS:
            return named
        if token.tag_ in ("PRP", "EX", "DT") and token.lower_ in _PRONOUNS:
            named = True
        elif token.tag_ in _IN_SUBJECT and token.lower_ not in _QUESTION_WORDS:
            named = named or (token.pos_ in ("NOUN", "PROPN") and not pronoun)
        else:
            return False
    return False


def shares_noun(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether what seems a verb may be the noun of a pair: `risks` in `safety and privacy risks`.

    Args:
        before: what stands before the `and`.
        after: what stands after it.
    """
    if before[-1].tag_ not in ("NN", "NNP"):
        return False
    nouns = list(takewhile(lambda token: token.tag_ in ("NN", "NNP", "JJ", "HYPH"), after))
    rest = after[len(nouns) :]
    if not nouns or not rest:
        return False
    return rest[0].tag_ in ("VBZ", "VBP") and "NOUN" in inflection.possible_pos(rest[0].lower_)


def subordinates(token: Token) -> bool:
    """Whether a word opens a part of a sentence that hangs on another."""
    return token.pos_ == "SCONJ" or token.tag_ in W_TAGS or token.lower_ in _CONDITIONS


def is_complete(tokens: Sequence[Token]) -> bool:
    """Whether a stretch from the start of a sentence can stand: a main verb, nothing left open."""
    text = [token.text for token in tokens]
    if text.count("(") != text.count(")") or text.count("“") != text.count("”"):
        return False
    if text.count('"') % 2:
        return False
    verbs = [token for token in tokens if token.tag_ in FINITE_TAGS]
    if not opens_with_condition(tokens):
        # "Similarly, use": a command may follow a word and a comma.
        opened = len(tokens) > 2 and tokens[0].pos_ == "ADV" and tokens[1].text == ","
        return bool(verbs) or tokens[2 if opened else 0].tag_ == "VB"
    # "When it rains, we stay in": the main verb is the one after the comma.
    return any(
        comma.text == "," and verbs and verbs[0].i < comma.i < verbs[-1].i for comma in tokens
    )


def opens_with_condition(tokens: Sequence[Token], *, bare: bool = False) -> bool:
    """Whether a stretch starts with a part that needs another: `When ...`, `So, if ...`.

    Args:
        tokens: the stretch.
        bare: whether a word with no clause after it counts too: `Before the talk, we`.
    """
    opening = tokens[:_LONGEST_OPENING]
    return any(
        token.lower_ in _CONDITIONS
        and (bare or not _is_bare(token))
        and not any(t.tag_ in FINITE_TAGS for t in tokens[:number])
        for number, token in enumerate(opening)
    )


def _is_bare(token: Token) -> bool:
    """Whether a word has no clause after it here: `As a carer, you`, `Before the talk, we`."""
    return token.pos_ == "ADP" and token.nbor().tag_ != "VBG"


def ideas(sentence: Iterable[Token]) -> int:
    """How many things a sentence says, each with a subject of its own; one if in doubt."""
    return 1 + sum(split.link not in _NEEDS_WORK for split in splits(sentence))


def best_split(sentence: Sentence) -> Split | None:
    """The place to cut a sentence: the one that needs least change, then the one in its middle.

    `None` if there is none that leaves `LEAST_WORDS` words on both sides.
    """
    count = len(sentence.words)
    best: tuple[bool, int] | None = None
    chosen = None
    for split in splits(sentence):
        place = sentence.span_of(split.token).start
        before = sum(word.span.start < place for word in sentence.words)
        if not LEAST_WORDS <= before <= count - LEAST_WORDS:
            continue
        rank = (split.link in _NEEDS_WORK, abs(2 * before - count))
        if best is None or rank < best:
            best, chosen = rank, split
    return chosen


def cut(sentence: Sentence, prose: str, places: Sequence[Token]) -> str:
    """A sentence as it would read if each of the places began a sentence of its own.

    What joins the parts now, a comma or `and`, goes; `but`, `so` and `then` stay.

    Args:
        sentence: the sentence.
        prose: the prose of its whole document.
        places: the first word of each new sentence, in order, link word included.
    """
    parts = []
    start = sentence.span.start
    for place in places:
        last = place.nbor(-1)
        while last.text in STOPS or last.text == "," or last.is_space or last.lower_ == "and":
            last = last.nbor(-1)
        parts.append(prose[start : sentence.span_of(last).end] + ".")
        start = sentence.span_of(place).start
    parts.append(prose[start : sentence.span.end])
    return " ".join([parts[0], *(part[0].upper() + part[1:] for part in parts[1:])])
