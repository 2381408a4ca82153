"""Where a sentence goes on with a clause that has a subject of its own, found by words.

`cuts` has the places that are sure. These are those that parsers of long sentences often miss: `and
suppliers that are new will struggle`, `; in those cases, we can`, `, so think about`. A person must
look at what is made of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.language import cuts, inflection, quoting, standing, syntax
from plainspeak.language.conditions import free_of_conditions, governs
from plainspeak.language.labels import FINITE_TAGS, W_TAGS
from plainspeak.language.standing import PRONOUNS, has_subject, is_balanced, is_command, is_whole

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Joint", "case_of", "joints", "promises"]

_LINKS = frozenset({"and", "but", "so", "yet"})
_DASHES = cuts.STOPS - {";"}
_WORD_OPENINGS_LISTED = """
    consequently however instead nevertheless otherwise probably similarly then therefore
"""
_WORD_OPENINGS = frozenset(_WORD_OPENINGS_LISTED.split())
_CLAUSE_OPENINGS_LISTED = """
    after although as because before if once since though unless when while
"""
_CLAUSE_OPENINGS = frozenset(_CLAUSE_OPENINGS_LISTED.split())
_LONGEST_OPENING = 9
_BACK = frozenset({"however", "otherwise", "then", "these", "this"})
_PAIRS = frozenset({"between", "both", "either"})
_POINTERS_LISTED = """
    following this these that include includes including are is as example examples like say
    says said namely read reads by
"""
_POINTERS = frozenset(_POINTERS_LISTED.split())
"""After these, a colon opens what is meant."""
_CASES = {"if": "In that case,", "once": "Then", "when": "Then"}


@dataclass(frozen=True)
class Joint:
    """A place where a clause with its own subject, or a command, begins."""

    link: str
    """`and`, `but`, `so`, `yet`, `as`, `;`, `:` or a dash."""
    token: Token
    """The first word of the new sentence, link word included unless that is `and`."""
    case: str
    """What says that the condition at the start holds for it too: `In that case,`; mostly none."""


def joints(sentence: Iterable[Token]) -> list[Joint]:
    """The places where a sentence could be cut though its grammar is not sure, in order."""
    tokens = list(sentence)
    if "not only" in " ".join(token.lower_ for token in tokens):
        return []
    tops = _top_starts(tokens)
    case = case_of(tokens)
    conditional = cuts.opens_with_condition(tokens)
    found = []
    for number, token in enumerate(tokens[2:-3], start=2):
        before, after = tokens[:number], tokens[number + 1 :]
        link = token.lower_
        if link in _LINKS:
            fits = _goes_on(before, after, link, tops)
        elif link == "as":
            # ", as this means": a pointer says enough of how the two hang together.
            pointer = after[0].lower_ in ("this", "these") and before[-1].text == ","
            fits = pointer and has_subject(after) and not conditional
        elif link == ";" or link == ":" or link in _DASHES:
            fits = _stops(tokens, number, tops)
        else:
            continue
        told = link == ";" and _is_told(after)
        held = case and link in ("and", ";") and _has_case(before, after)
        if conditional and not told and not held:
            continue
        if fits and is_whole(before) and is_balanced(tokens, number):
            first = token if link in _LINKS - {"and"} else after[0]
            if first.lower_ == "and" and len(after) > 1:
                first = after[1]
            if first.lower_ == "or" or first.is_punct:
                continue
            found.append(Joint(link, first, "" if told else case))
    return found


def case_of(tokens: Sequence[Token]) -> str:
    """How a second sentence can say that the condition at the start of the first holds: `Then`."""
    return _CASES.get(tokens[0].lower_, "")


def _is_told(after: Sequence[Token]) -> bool:
    """Whether the words after a semicolon look back at all before it: `; for example,`."""
    words = [token.lower_ for token in after[:3]]
    return (
        words[0] in _BACK
        or words[:2] in (["for", "example"], ["for", "instance"])
        or (words[0] == "in" and words[1] in ("that", "those", "these", "such"))
    )


def _has_case(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a condition and all of what it governs so far stand before a place."""
    commas = [n for n, token in enumerate(before[:-1]) if token.text == ","]
    ends = [n for n in commas if has_subject(before[n + 1 :]) or is_command(before[n + 1 :])]
    return len(ends) == 1 and not any(
        token.text == "," and has_subject(after[n + 1 :]) for n, token in enumerate(after)
    )


def _top_starts(tokens: Sequence[Token]) -> set[int]:
    """Where the clauses start that the parser joins to the main one."""
    clauses = syntax.clauses(tokens)
    top = {clause.head.i for clause in clauses if clause.kind == "root"}
    starts = set()
    for clause in clauses:
        if clause.kind == "conj" and clause.head.head.i in top:
            top.add(clause.head.i)
            starts.add(clause.span[0].i)
    return starts


def _goes_on(before: list[Token], after: list[Token], link: str, tops: set[int]) -> bool:
    """Whether `and`, `but` or `so` opens a clause of its own."""
    if link == "so" and before[-1].lower_ == "and":
        before = before[:-1]
    comma = before[-1].text == ","
    parsed = after[0].i in tops
    if link == "so" and (not comma or after[0].lower_ == "that"):
        return False
    if link == "but" and after[0].lower_ == "rather":
        return False
    if link in ("so", "but") and comma and is_command(after):
        return link == "so" or syntax.is_imperative(before)
    if link == "and" and comma and is_command(after) and _commands(before):
        return free_of_conditions(after)
    if not _has_clause(after):
        return False
    conditional = any(map(governs, before[1:]))
    if link != "and":
        return comma or (parsed and not conditional)
    if before[-1].text in _DASHES:
        # "We made a check – of all we do – and this helped us": the pair of dashes ends there.
        closed = sum(token.text in _DASHES for token in before) == 2
        return closed and not conditional and after[0].lower_ in PRONOUNS
    if (
        _is_paired(before)
        or before[-1].text in cuts.STOPS
        or conditional
        or not free_of_conditions(after)
    ):
        return False
    if promises(before, after) or any(map(_reports, before[1:])):
        return False
    if comma:
        return not _in_row(before, after[0])
    # "Analytical and problem solving skills will": adjectives share a noun.
    if before[-1].pos_ == "ADJ" and after[0].pos_ not in ("PRON", "DET"):
        return False
    return parsed or not (_says(before) or _is_under(after))


def _stops(tokens: list[Token], number: int, tops: set[int]) -> bool:
    """Whether a semicolon, a colon or a dash ends what could be a sentence."""
    mark, before, after = tokens[number], tokens[:number], tokens[number + 1 :]
    if after[0].lower_ == "and":
        after = after[1:]
    if mark.text == ":":
        alone = sum(token.text == ":" for token in tokens) == 1
        pointed = any(token.lower_ in _POINTERS for token in before[-2:])
        return alone and not pointed and ";" not in (t.text for t in after) and _has_clause(after)
    if mark.text == ";":
        segments = _segments(tokens, ";")
        return all(_has_clause(part) or is_command(part) for part in segments[1:])
    return sum(token.text in _DASHES for token in tokens) == 1 and _has_clause(after)


def _segments(tokens: Sequence[Token], mark: str) -> list[list[Token]]:
    """The stretches between marks, without `and` before the last."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == mark:
            parts.append([])
        elif parts[-1] or token.lower_ != "and":
            parts[-1].append(token)
    return parts


def _has_clause(tokens: Sequence[Token]) -> bool:
    """Whether a subject and a verb come next, perhaps after an opening: `for now, we will`."""
    if not tokens:
        return False
    word = tokens[0].lower_
    comma = next(
        (n for n, token in enumerate(tokens[:_LONGEST_OPENING]) if token.text == ","), None
    )
    if word in _CLAUSE_OPENINGS:
        comma = next((n for n, token in enumerate(tokens) if token.text == ","), None)
        rest = tokens[comma + 1 :] if comma else _after_condition(tokens)
        return has_subject(tokens[1:]) and has_subject(rest)
    if word in _WORD_OPENINGS:
        return has_subject(tokens[1:] if tokens[1].text != "," else tokens[2:])
    if tokens[0].pos_ in ("ADP", "ADV") and comma:
        opening = tokens[:comma]
        plain = not any(token.tag_ in (*FINITE_TAGS, *W_TAGS) for token in opening)
        return plain and has_subject(tokens[comma + 1 :])
    return has_subject(tokens)


def _commands(before: Sequence[Token]) -> bool:
    """Whether words are one command without an infinitive that a second verb could go with."""
    first = before[0]
    plain = not any(t.tag_ == "TO" or t.tag_ == "MD" or governs(t) for t in before)
    commas = sum(token.text == "," for token in before)
    return first.tag_ == "VB" and plain and commas == 1


def _is_paired(before: Sequence[Token]) -> bool:
    """Whether `and` may belong to a word such as `between` or `both`."""
    last = next((n for n, t in reversed(list(enumerate(before))) if t.lower_ in _PAIRS), None)
    return last is not None and not any(t.lower_ in ("and", "or") for t in before[last:])


def _after_condition(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words after a condition that no comma ends: `if it rains (it is late)`."""
    for number, token in enumerate(tokens[3:-1], start=3):
        ahead = tokens[number + 1]
        pointer = token.lower_ in ("it", "there", "this") and ahead.tag_ in FINITE_TAGS
        if pointer or (token.tag_ == "PRP" and ahead.tag_ == "MD"):
            return tokens[number:]
    return ()


def promises(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether `and` tells what follows from a command: `Ask, and you will hear`."""
    return syntax.is_imperative(before) and any(
        token.lower_ in ("will", "'ll", "’ll", "can", "should") for token in after[:4]
    )


def _reports(token: Token) -> bool:
    """Whether a word opens a part that `and` could go on with: `they say that`, `so that`."""
    relative = token.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON")
    return token.lower_ == "that" and token.tag_ != "DT" and not relative


def _says(before: Sequence[Token]) -> bool:
    """Whether the last verb could have a clause without `that`: `I think carers and nurses are`."""
    verb = next((t for t in reversed(before) if t.pos_ in ("VERB", "AUX")), None)
    lemma = inflection.lemma_of(verb.lower_, "VERB") if verb is not None else ""
    return lemma in quoting.SAYING or any(token.pos_ == "SCONJ" for token in before[1:])


def _is_under(after: Sequence[Token]) -> bool:
    """Whether the parser finds the next verb in a clause of a noun, or its subject further back."""
    verb = standing.verb_ahead(after)
    if verb is None:
        return False
    subject = syntax.subject_of(verb)
    clauses = syntax.clauses(verb.sent)
    relative = any(c.kind == "relative" and verb in c.tokens for c in clauses)
    return relative or (subject is not None and subject.i < after[0].i)


def _in_row(before: Sequence[Token], first: Token) -> bool:
    """Whether commas before the cut may part a row: `A is, B is, and C is`, `A, B, and C are`."""
    commas = [n for n, token in enumerate(before[:-1]) if token.text == ","]
    clauses = sum(has_subject(before[n + 1 :]) for n in commas if n > 3)
    # In "If it rains, we stay in", the comma ends the condition.
    if clauses > bool(case_of(before)):
        return True
    last = before[commas[-1] + 1 : -1] if commas else before
    pronoun = first.lower_ in PRONOUNS or first.lower_ in _CLAUSE_OPENINGS
    return not pronoun and not any(token.tag_ in FINITE_TAGS for token in last)
