"""How a sentence is put together: the parts it joins, what stands between them, and its series.

It asks `syntax` about grammar, so it works under every label scheme. A sentence is any run of
tokens, as there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.analysis import is_word

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from plainspeak.language.analysis import Sentence

__all__ = [
    "SAME_SUBJECT",
    "Gap",
    "Nest",
    "Series",
    "Split",
    "best_split",
    "commas",
    "cut",
    "gaps",
    "ideas",
    "joins",
    "nests",
    "series",
    "splits",
]

_UNDER = frozenset({"relative", "adverbial", "complement"})
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
_BREAKS = frozenset({",", ":", ";", "://", "(", "[", "–", "—", "?", "|"})
"""What no thing in a row holds, unless the row was not read right."""
_STOPS = frozenset({";", "–", "—", "--", "---"})
SAME_SUBJECT = "same subject"
_NEEDS_WORK = frozenset({"which", "because", SAME_SUBJECT})
"""Links after which the new sentence needs other words too."""
_PRONOUNS = frozenset({"i", "you", "we", "they", "he", "she", "it", "there", "this", "these"})
_FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
_W_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_IN_SUBJECT = frozenset(
    {"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "RB", "POS", "IN", "HYPH"}
)
_SHORTEST_NEST = 4
_NEAR = 3
_LONGEST_SUBJECT = 9
_LONGEST_OPENING = 5
_OPENINGS = frozenset({"at", "for", "if", "in", "on", "when"})


@dataclass(frozen=True)
class Gap:
    """A subject and its verb with words between them."""

    subject: Token
    """The head of the subject, or of the last of several: `nurses` in `doctors and nurses`."""
    verb: Token
    """The word that carries the tense."""
    words: int


@dataclass(frozen=True)
class Nest:
    """A clause inside a clause that itself hangs on another."""

    outer: syntax.Clause
    inner: syntax.Clause
    depth: int
    """How many clauses stand one inside the other here, the main clause not counted."""


@dataclass(frozen=True)
class Series:
    """Three or more things in a row: `tea, coffee and juice`."""

    items: tuple[SpacySpan, ...]
    """The words of each, without commas and `and`."""
    words: int
    """How many words the items have together."""


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


def _parents(clauses: Sequence[syntax.Clause]) -> dict[int, syntax.Clause | None]:
    """The clause that each clause stands in, by the index of the inner one's head."""
    by_head = {clause.head.i: clause for clause in clauses}
    parents: dict[int, syntax.Clause | None] = {}
    for clause in clauses:
        token = clause.head
        parent = None
        while parent is None and token.head.i != token.i:
            token = token.head
            parent = by_head.get(token.i)
        parents[clause.head.i] = parent
    return parents


def nests(sentence: Iterable[Token]) -> list[Nest]:
    """The clauses that stand in a clause which itself hangs on another, the deepest first.

    Those of two or three words (`what they need`) are no burden and are left out.
    """
    clauses = syntax.clauses(sentence)
    parents = _parents(clauses)
    found = []
    for inner in clauses:
        if inner.kind not in _UNDER or len(inner.span) < _SHORTEST_NEST:
            continue
        around = []
        # "who rings and asks": the second verb hangs where the first does.
        outer = parents[inner.head.i]
        while outer is not None:
            around += [outer] if outer.kind in _UNDER else []
            outer = parents[outer.head.i]
        if around:
            found.append(Nest(around[0], inner, len(around) + 1))
    return sorted(found, key=lambda nest: -nest.depth)


def gaps(sentence: Iterable[Token]) -> list[Gap]:
    """Each subject with its verb, and how many words stand between them; the widest first.

    Only where the verb comes after the subject. Things in a row count as one subject.
    """
    found = []
    tokens = list(sentence)
    for clause in syntax.clauses(tokens):
        subject = clause.subject
        verb = syntax.finite_verb(clause.head)
        # A verb at the very end is mostly a participle that was not read right.
        if subject is None or subject.i > verb.i or verb.i >= tokens[-1].i - 1:
            continue
        last = max(
            (token for token in (subject, *subject.conjuncts) if token.i < verb.i),
            key=lambda token: token.i,
        )
        between = subject.doc[last.i + 1 : verb.i]
        if _agree(last, verb, plural=last.i != subject.i) and not _STOPS & {
            token.text for token in between
        }:
            found.append(Gap(last, verb, sum(map(is_word, between))))
    return sorted(found, key=lambda gap: -gap.words)


def _agree(subject: Token, verb: Token, *, plural: bool) -> bool:
    """Whether a noun and a verb can be subject and verb; over a long way parsers mix them up."""
    if subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    plural = plural or subject.tag_ in ("NNS", "NNPS")
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return not plural
    if verb.tag_ == "VBP" or verb.lower_ == "were":
        return plural or subject.pos_ == "PRON"
    return verb.tag_ in _FINITE_TAGS


def commas(sentence: Iterable[Token]) -> list[Token]:
    """The commas that hold parts of a sentence apart.

    Those between things in a row, between adjectives, and in dates, places and names do not count.
    """
    tokens = list(sentence)
    every = [token for token in tokens if token.text == ","]
    listed = _listed(tokens) if every else set()
    return [
        comma
        for comma in every
        if comma.i not in listed
        and not _is_detail(comma)
        # Others so near are most likely part of a row: "like really, quite, totally".
        and not any(0 < abs(comma.i - other.i) <= _NEAR for other in every)
    ]


def _listed(tokens: Sequence[Token]) -> set[int]:
    """Indexes of the tokens that stand between the members of a row of words or phrases."""
    found: set[int] = set()
    heads = {clause.head.i for clause in syntax.clauses(tokens)}
    for members in _joined_rows(tokens):
        for left, right in pairwise(members):
            # "It is late, and we go": clauses are no list, unless there are three or more.
            if len(members) > 2 or not {left.i, right.i} <= heads:
                found.update(range(left.i, right.i))
    return found


def _is_detail(comma: Token) -> bool:
    doc = comma.doc
    if not comma.i or comma.i + 1 >= len(doc):
        return True
    before, after = doc[comma.i - 1], doc[comma.i + 1]
    if before.is_quote or after.is_quote or before.is_bracket or after.is_bracket:
        return True
    if before.like_num or after.like_num or (syntax.is_name(before) and syntax.is_name(after)):
        return True
    return bool(before.pos_ == after.pos_ == "ADJ")


def joins(sentence: Iterable[Token]) -> list[Token]:
    """The words that join clauses with subjects: `and`, `because`, `which`; in order.

    A clause joined by a comma, or by nothing (`the form you sent`), adds none.
    """
    found: dict[int, Token] = {}
    for clause in syntax.clauses(sentence):
        if clause.kind == "root":
            continue
        first = clause.span[0]
        before = first.nbor(-1) if first.i else None
        if clause.kind == "conj":
            # "came and went": both have one subject, so the word joins no more than verbs.
            if before is not None and before.pos_ == "CCONJ" and clause.subject is not None:
                found[before.i] = before
        else:
            # "about how", "in which": the second word is the one that joins.
            link = next((token for token in clause.span[:2] if token.tag_ in _W_TAGS), first)
            if link.pos_ == "SCONJ" or link.tag_ in _W_TAGS:
                found[link.i] = link
    return [found[index] for index in sorted(found)]


def series(sentence: Iterable[Token]) -> list[Series]:
    """The rows of three or more things, in order: `tea, coffee and juice`, `ring, write or call`.

    Only rows that could be a list: things of one kind at the end of the sentence, with a comma
    between them, and `and` or `or` before the last. Of rows that overlap, the longer counts.
    """
    inside = list(sentence)
    if not inside:
        return []
    found = []
    joined = _joined_rows(inside)
    rows = {token.i: row for row in joined for token in row}
    for row in joined:
        members = _members(row, rows)
        if len(members) < 3 or members[0].i != row[0].i or members[-1].i > inside[-1].i:
            continue
        items = _items(members, inside[-1].i)
        # After a comma in the middle, the row may begin further to the left than it seems.
        if _in_middle(inside[0].i, items[0]):
            continue
        # Single words need no list.
        if sum(len(item) == 1 for item in items) > 1:
            continue
        # A list needs a line that leads to it, and nothing after it.
        if any(map(is_word, row[0].doc[items[-1].end : inside[-1].i + 1])):
            continue
        if _alike(members) and _row(items):
            words = sum(is_word(each) for item in items for each in item)
            found.append(Series(items, words))
    found.sort(key=lambda each: (-each.words, each.items[0].start))
    kept: list[Series] = []
    for each in found:
        first, last_word = each.items[0].start, each.items[-1].end
        if all(first >= other.items[-1].end or last_word <= other.items[0].start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.items[0].start)


def _joined_rows(tokens: Iterable[Token]) -> list[tuple[Token, ...]]:
    """The tokens of a sentence in groups: each with all that it is joined to, in order.

    Each group is worked out once; asking every token of a long row for its `conjuncts` takes ages.
    """
    rows = []
    seen: set[int] = set()
    for token in tokens:
        if token.i in seen:
            continue
        row = tuple(sorted((token, *token.conjuncts), key=lambda member: member.i))
        seen.update(member.i for member in row)
        rows.append(row)
    return rows


def _members(first: tuple[Token, ...], rows: Mapping[int, tuple[Token, ...]]) -> list[Token]:
    """The heads of a row of things, in order.

    Before parsers reach the `and`, they take `a list` in `a letter, a list and a pen` for what
    explains the letter.

    Args:
        first: the row as the parser joins it.
        rows: every such row, by the index of each of its tokens.
    """
    members: dict[int, Token] = {}
    waiting = list(first)
    while waiting:
        token = waiting.pop()
        if token.i in members:
            continue
        members[token.i] = token
        # "Leeds, a city in the north, and" does explain it.
        explained = None if token.pos_ == "PROPN" else syntax.apposition_of(token)
        if explained is not None:
            waiting += rows.get(explained.i, (explained,))
    return [members[index] for index in sorted(members)]


def _in_middle(start: int, item: SpacySpan) -> bool:
    """Whether a verb and then a comma stand before the first thing in a row."""
    verb = False
    for token in item.doc[start : item.start]:
        verb = verb or token.tag_ == "VB" or token.tag_ in _FINITE_TAGS
        if verb and token.text == ",":
            return True
    return False


def _alike(members: Sequence[Token]) -> bool:
    """Whether all are nouns, or all are verbs of one form that share what is before them."""
    if all(member.pos_ in ("NOUN", "PROPN") for member in members):
        return True
    return len({member.tag_ for member in members}) == 1 and all(
        member.pos_ == "VERB" and not syntax.has_subject(member) for member in members[1:]
    )


def _row(items: Sequence[SpacySpan]) -> bool:
    """Whether commas stand between the items, and `and` or `or` before the last."""
    doc = items[0].doc
    between = [[t.lower_ for t in doc[a.end : b.start]] for a, b in pairwise(items)]
    return (
        all(words in ([","], [";"]) for words in between[:-1])
        and between[-1][-1:] in (["and"], ["or"])
        and not any(token.text in _BREAKS for item in items for token in item)
    )


def _items(members: Sequence[Token], end: int) -> tuple[SpacySpan, ...]:
    """The words of each thing in a row."""
    doc = members[0].doc
    first = members[0]
    if first.pos_ not in ("VERB", "AUX"):
        first = syntax.noun_chunk_of(first)[0]
    starts = [first.i, *(syntax.subtree_span(member)[0].i for member in members[1:])]
    items = []
    for number, member in enumerate(members):
        last = starts[number + 1] - 1 if number + 1 < len(members) else member.right_edge.i
        last = min(last, end)
        while last > member.i and (
            doc[last].is_punct or doc[last].is_space or doc[last].lower_ in ("and", "or")
        ):
            last -= 1
        items.append(doc[starts[number] : last + 1])
    return tuple(items)


def splits(sentence: Iterable[Token]) -> list[Split]:
    """Where a sentence could be cut in two so that both parts can stand, in order.

    It looks at words as well as grammar, since long sentences are where parsers go wrong.
    """
    tokens = list(sentence)
    clauses = syntax.clauses(tokens)
    joined = _joined_starts(clauses)
    shared = _shared_starts(clauses)
    top = _top_heads(clauses)
    under = [number for number, token in enumerate(tokens) if _subordinates(token)]
    reasons = {clause.span[0].i for clause in clauses if clause.head.head.i in top}
    found = []
    for number, token in enumerate(tokens[1:-1], start=1):
        before, after = tokens[:number], tokens[number + 1 :]
        word = token.lower_
        comma = before[-1].text == ","
        if word in ("which", "because"):
            # A reason may belong to a part only: "if you think that he is late because ...".
            main = token.i in reasons or not (under and under[0] < number)
            if comma if word == "which" else main and _complete(before) and after[0].lower_ != "of":
                found.append(Split(token, word, clean=False))
            continue
        if token.i in shared and word in ("and", "but") and _complete(before):
            found.append(Split(token if word == "but" else after[0], SAME_SUBJECT, clean=False))
            continue
        if word in _STOPS:
            alone = sum(each.text == token.text or each.is_quote for each in tokens) == 1
            fits = alone and _sentence_follows(after)
            first = after[0]
        elif word in _LINKS or word == "and":
            fits = (after[0].i in joined or (comma and word != "or")) and _own_clause(
                # Without a comma, "and nurses" may go on with a row: "carers and nurses will".
                after,
                pronoun=word == "and" and not (comma and after[0].i in joined),
            )
            # "If he says that it hurts and he cannot sleep": it may go on with the part.
            place = bisect_left(under, _LONGEST_OPENING)
            part = word == "and" and place < len(under) and under[place] < number
            aim = word == "so" and not comma
            pair = after[0].lower_ == "also"
            fits = fits and not (part or aim or pair)
            first = after[0] if word == "and" else token
        else:
            continue
        if fits and _complete(before):
            # In "If it rains, we stay in and they go home", the condition holds for both.
            clean = word != "or" and not _opens_with_condition(before)
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
        and syntax.finite_verb(clause.head).tag_ in _FINITE_TAGS
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
        if token.tag_ in _FINITE_TAGS:
            return named
        if token.tag_ in ("PRP", "EX", "DT") and token.lower_ in _PRONOUNS:
            named = True
        elif token.tag_ in _IN_SUBJECT and token.lower_ not in _QUESTION_WORDS:
            named = named or (token.pos_ in ("NOUN", "PROPN") and not pronoun)
        else:
            return False
    return False


def _subordinates(token: Token) -> bool:
    return token.pos_ == "SCONJ" or token.tag_ in _W_TAGS or token.lower_ in _CONDITIONS


def _complete(tokens: Sequence[Token]) -> bool:
    """Whether a stretch from the start of a sentence can stand: a main verb, nothing left open."""
    text = [token.text for token in tokens]
    if text.count("(") != text.count(")") or text.count("“") != text.count("”"):
        return False
    if text.count('"') % 2:
        return False
    verbs = [token for token in tokens if token.tag_ in _FINITE_TAGS]
    if not _opens_with_condition(tokens):
        return bool(verbs) or tokens[0].tag_ == "VB"
    # "When it rains, we stay in": the main verb is the one after the comma.
    return any(
        comma.text == "," and verbs and verbs[0].i < comma.i < verbs[-1].i for comma in tokens
    )


def _opens_with_condition(tokens: Sequence[Token]) -> bool:
    """Whether a stretch starts with a part that needs another: `When ...`, `So, if ...`."""
    opening = tokens[:_LONGEST_OPENING]
    return any(
        token.lower_ in _CONDITIONS and not any(t.tag_ in _FINITE_TAGS for t in tokens[:number])
        for number, token in enumerate(opening)
    )


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
        while last.text in _STOPS or last.text == "," or last.is_space or last.lower_ == "and":
            last = last.nbor(-1)
        parts.append(prose[start : sentence.span_of(last).end] + ".")
        start = sentence.span_of(place).start
    parts.append(prose[start : sentence.span.end])
    return " ".join([parts[0], *(part[0].upper() + part[1:] for part in parts[1:])])
