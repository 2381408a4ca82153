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
from plainspeak.language.labels import BE, FINITE_TAGS, W_TAGS
from plainspeak.language.standing import PRONOUNS, has_subject, is_balanced, is_command, is_whole

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SPLICES", "Joint", "case_of", "has_case", "joints", "promises"]

_LINKS = frozenset({"and", "but", "so", "yet"})
SPLICES = frozenset({"however", "otherwise", "therefore"})
"""Words that open a sentence, though writers put a comma before them: `, otherwise we will`."""
_DASHES = cuts.STOPS - {";"}
_WORD_OPENINGS_LISTED = """
    consequently however instead nevertheless otherwise probably similarly then therefore
"""
_WORD_OPENINGS = frozenset(_WORD_OPENINGS_LISTED.split())
_CLAUSE_OPENINGS_LISTED = """
    after although as because before if once since though unless when while
"""
_CLAUSE_OPENINGS = frozenset(_CLAUSE_OPENINGS_LISTED.split())
_LONGEST_OPENING = 13
_TELLING_LISTED = """
    advise ask assure convince inform notify persuade remind show teach tell warn
"""
_TELLING = frozenset(_TELLING_LISTED.split())
"""Verbs of telling somebody that something is so."""
_NEAR = 8
_DUTIES = frozenset({"must", "should", "need"})
_WOULD = frozenset({"would", "'d", "’d"})
_FIRM = frozenset(
    {("make", "sure"), ("do", "not"), ("do", "n't"), ("do", "n’t"), ("ensure", "that")}
)
"""Commands that go with no other verb than a command."""
_SUBJECTS = frozenset({"he", "i", "it", "she", "there", "they", "we", "you"})
_BACK = frozenset({"however", "otherwise", "then", "these", "this"})
_PAIRS = frozenset({"between", "both", "either"})
_POINTERS_LISTED = """
    following this these that include includes including as example examples like say says said
    namely read reads by
"""
_POINTERS = frozenset(_POINTERS_LISTED.split())
"""After these, a colon opens what is meant."""
_CASES = {"if": "In that case,", "once": "Then", "when": "Then"}


@dataclass(frozen=True)
class Joint:
    """A place where a clause with its own subject, or a command, begins."""

    link: str
    """`and`, `but`, `so`, `yet`, `as`, `otherwise`, `;`, `:`, a dash, or a comma alone."""
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
    conditional = cuts.opens_with_condition(tokens)
    found = []
    for number, token in enumerate(tokens[2:-3], start=2):
        before, after = tokens[:number], tokens[number + 1 :]
        link = token.lower_
        if link in _LINKS:
            fits = _goes_on(before, after, link, tops)
        elif link in SPLICES:
            rest = after[1:] if after[0].text == "," else after
            fits = before[-1].text == "," and has_subject(rest)
        elif link == ",":
            fits = not conditional and _is_splice(before, after)
        elif link == "as":
            # ", as this means": a pointer says enough of how the two hang together.
            pointer = after[0].lower_ in ("this", "these") and before[-1].text == ","
            fits = pointer and has_subject(after) and not conditional
        elif link == ";" or link == ":" or link in _DASHES:
            fits = _stops(tokens, number, tops)
        else:
            continue
        lead = _lead(tokens, number, conditional=conditional)
        if fits and lead is not None and is_whole(before) and is_balanced(tokens, number):
            kept = (_LINKS | SPLICES) - {"and"}
            first = token if link in kept and not lead else after[0]
            if first.lower_ == "and" and len(after) > 1:
                first = after[1]
            if first.lower_ != "or" and not first.is_punct:
                found.append(Joint(link, first, lead))
    return found


def case_of(tokens: Sequence[Token]) -> str:
    """How a second sentence can say that the condition at the start of the first holds: `Then`."""
    return _CASES.get(tokens[0].lower_, "")


def _lead(tokens: Sequence[Token], number: int, *, conditional: bool) -> str | None:
    """What the new sentence starts with if a condition opens the old one; `None` if nothing fits.

    Args:
        tokens: the sentence.
        number: where the link stands.
        conditional: whether a condition opens the sentence.
    """
    before, after = tokens[:number], tokens[number + 1 :]
    link, case = tokens[number].lower_, case_of(tokens)
    if not conditional or link == "otherwise" or (link == ";" and _is_told(after)):
        return ""
    if not case or link not in ("and", "but", ";") or not has_case(before, after):
        return None
    if link != "but":
        return case
    # "But then" would speak of a change.
    if tokens[0].lower_ != "if":
        return "" if after[0].lower_ in _SUBJECTS else None
    if _is_modal(after):
        return f"But {case[0].lower()}{case[1:]}"
    # "If we had time, we would wait, but we have none": no condition in the last part.
    return "" if any(token.lower_ in _WOULD for token in before) else None


def _is_told(after: Sequence[Token]) -> bool:
    """Whether the words after a semicolon look back at all before it: `; for example,`.

    Or whether they have a condition of their own.
    """
    words = [token.lower_ for token in after[:3]]
    return (
        words[0] in _BACK
        or words[0] in ("if", "when", "rather")
        or words[:2] in (["for", "example"], ["for", "instance"])
        or (words[0] == "in" and words[1] in ("that", "those", "these", "such"))
    )


def has_case(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a condition and all of what it governs so far stand before a place."""
    commas = [n for n, token in enumerate(before[:-1]) if token.text == ","]
    ends = [n for n in commas if has_subject(before[n + 1 :]) or is_command(before[n + 1 :])]
    return len(ends) == 1 and not any(
        token.text == "," and has_subject(after[n + 1 :]) for n, token in enumerate(after)
    )


def _is_modal(tokens: Sequence[Token]) -> bool:
    verb = standing.verb_ahead(tokens)
    return verb is not None and verb.tag_ == "MD"


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
    if link == "so":
        # "So that is why", but "so that they can".
        that = after[0].lower_ == "that" and not (comma and after[1].tag_ in FINITE_TAGS)
        if that or (not comma and not _follows(after)):
            return False
        comma = True
    if link == "but" and after[0].lower_ == "rather":
        return False
    if link in ("so", "but") and comma and is_command(after):
        # After "you can" or "they do", a bare verb may go with that.
        bare = any(t.tag_ in ("MD", "TO", "VB", "VBP") for t in before)
        return link == "so" or syntax.is_imperative(before) or (after[0].tag_ == "VB" and not bare)
    if link == "and" and comma and is_command(after) and _commands(before):
        return free_of_conditions(after)
    if link == "and" and not comma and _goes_with_command(before, after):
        return free_of_conditions(after)
    if not _has_clause(after):
        return False
    conditional = any(map(governs, before[1:]))
    if link != "and":
        plain = not conditional and not any(map(_reports, before[1:]))
        return comma or (parsed and not conditional) or (plain and after[0].lower_ in _SUBJECTS)
    if before[-1].text in _DASHES:
        # "We made a check – of all we do – and this helped us": the pair of dashes ends there.
        closed = sum(token.text in _DASHES for token in before) == 2
        return closed and not conditional and after[0].lower_ in PRONOUNS
    if (
        _is_paired(before)
        or before[-1].text in cuts.STOPS
        or conditional
        or not free_of_conditions(after, own=comma)
    ):
        return False
    if promises(before, after) or any(map(_reports, before[1:])):
        return False
    if comma:
        return not _in_row(before, after[0])
    # "The Alpha and Beta stages will": names share a noun.
    names = before[-1].pos_ == after[0].pos_ == "PROPN"
    if names or cuts.shares_noun(before, after):
        return False
    # "Analytical and problem solving skills will": adjectives share a noun.
    if before[-1].pos_ == "ADJ" and after[0].pos_ not in ("PRON", "DET"):
        return False
    # "A place where you wait and they help": both are there.
    if any(token.tag_ == "WRB" for token in before):
        return False
    verb = None if parsed else standing.verb_ahead(after)
    # "Who is offline and online and the teams are": who can tell where the next one starts?
    if verb is not None and any(t.pos_ == "CCONJ" and t.i < verb.i for t in after):
        return False
    return parsed or not (_says(before) or (_is_under(after) and not _is_settled(before)))


def _is_splice(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a comma alone stands between two sentences: `It is late, they are all at home`."""
    if after[0].lower_ not in _SUBJECTS or not (has_subject(before) and has_subject(after)):
        return False
    # "As we know, it is", "they say, it is", "what we have, they need": one hangs on the other.
    # "It is so cold, they stay in": one follows from the other.
    plain = not any(
        t.tag_ in W_TAGS or t.pos_ == "SCONJ" or t.text == "," or t.lower_ in ("so", "such")
        for t in before
    )
    told = any(
        inflection.lemma_of(t.lower_, "VERB") in quoting.SAYING for t in (*before, *after[:3])
    )
    # "They ring, they write, or they come": a row.
    row = any(
        t.text == "," and after[n + 1].pos_ == "CCONJ" and has_subject(after[n + 2 :])
        for n, t in enumerate(after[:-2])
    )
    return plain and not (told or row) and _is_main_subject(after[0])


def _stops(tokens: list[Token], number: int, tops: set[int]) -> bool:
    """Whether a semicolon, a colon or a dash ends what could be a sentence."""
    mark, before, after = tokens[number], tokens[:number], tokens[number + 1 :]
    if after[0].lower_ == "and":
        after = after[1:]
    if mark.text == ":":
        alone = sum(token.text == ":" for token in tokens) == 1
        pointed = before[-1].lower_ in BE or any(t.lower_ in _POINTERS for t in before[-2:])
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
        return has_subject(tokens[1:]) and (has_subject(rest) or is_command(rest))
    if word in _WORD_OPENINGS:
        return has_subject(tokens[1:] if tokens[1].text != "," else tokens[2:])
    if tokens[0].pos_ in ("ADP", "ADV") and comma:
        opening = tokens[:comma]
        plain = not any(token.tag_ in (*FINITE_TAGS, *W_TAGS) for token in opening)
        return plain and has_subject(tokens[comma + 1 :])
    return has_subject(tokens) or _has_late_subject(tokens)


def _has_late_subject(tokens: Sequence[Token]) -> bool:
    """Whether a pronoun and its verb follow an opening without a comma: `in the end it will`."""
    if tokens[0].pos_ != "ADP" and tokens[0].tag_ != "TO":
        return False
    for number, token in enumerate(tokens[2:_LONGEST_OPENING], start=2):
        if token.lower_ in _SUBJECTS:
            # "At the time they chose": a clause of the noun.
            noun = tokens[number - 1].pos_ in ("NOUN", "PROPN")
            modal = tokens[number + 1].tag_ == "MD" if len(tokens) > number + 1 else False
            fits = modal or (not noun and has_subject(tokens[number:]))
            return fits and (token.lower_ == "there" or _is_main_subject(token))
        if token.tag_ in (*FINITE_TAGS, *W_TAGS) or token.pos_ in ("SCONJ", "PUNCT"):
            return False
    return False


def _is_main_subject(token: Token) -> bool:
    """Whether the parser takes a word for the subject of a clause that hangs on no other."""
    return any(
        c.kind in ("root", "conj") and c.subject is not None and c.subject.i == token.i
        for c in syntax.clauses(token.sent)
    )


def _commands(before: Sequence[Token]) -> bool:
    """Whether words are one command without an infinitive that a second verb could go with."""
    first = before[0]
    plain = not any(t.tag_ == "TO" or t.tag_ == "MD" or governs(t) for t in before)
    commas = sum(token.text == "," for token in before)
    return first.tag_ == "VB" and plain and commas == 1


def _command_in(before: Sequence[Token]) -> int:
    """Where the command is that opens a sentence, or follows a phrase: `To find out, ask`."""
    comma = next((n for n, token in enumerate(before[:-2]) if token.text == ","), None)
    if comma and (before[0].pos_ == "ADP" or before[0].tag_ == "TO" or case_of(before)):
        return comma + 1
    return int(before[0].lower_ == "please")


def _follows(after: Sequence[Token]) -> bool:
    """Whether `so` tells what follows, not an aim: `so you should ring`, but `so you can ring`."""
    verb = standing.verb_ahead(after)
    return after[0].lower_ in _SUBJECTS and verb is not None and verb.lower_ in _DUTIES


def _goes_with_command(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a command after `and` can be joined to no other verb than the one that opens all."""
    place = _command_in(before)
    opened = before[1:] if case_of(before) and place else before
    if before[place].tag_ != "VB" or not is_command(after) or any(map(governs, opened)):
        return False
    if tuple(token.lower_ for token in after[:2]) in _FIRM:
        return True
    others = any(t.tag_ in ("MD", "TO", "VB", "VBP") for t in before[place + 1 :])
    row = any(token.text == "," for token in before[place:])
    return after[0].tag_ == "VB" and not others and not row and len(before) > place + 2


def _is_paired(before: Sequence[Token]) -> bool:
    """Whether `and` may belong to a word such as `between` or `both`."""
    last = next((n for n, t in reversed(list(enumerate(before))) if t.lower_ in _PAIRS), None)
    return last is not None and not any(t.lower_ in ("and", "or") for t in before[last:])


def _after_condition(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words after a condition that no comma ends: `if it rains (it is late)`."""
    for number, token in enumerate(tokens[3:-1], start=3):
        ahead = tokens[number + 1]
        pointer = token.lower_ in ("it", "there", "this") and ahead.tag_ in FINITE_TAGS
        main = token.tag_ == "PRP" and ahead.tag_ in FINITE_TAGS and _is_main_subject(token)
        if pointer or main or (token.tag_ == "PRP" and ahead.tag_ == "MD"):
            return tokens[number:]
    return ()


def promises(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether `and` tells what follows from a command: `Ask, and you will hear`."""
    return syntax.is_imperative(before) and any(
        token.lower_ in ("will", "'ll", "’ll", "can", "should") for token in after[:4]
    )


def _reports(token: Token) -> bool:
    """Whether a word opens a part that `and` could go on with: `they say that`, `so that`."""
    before = token.doc[max(token.sent.start, token.i - _NEAR) : token.i]
    told = any(inflection.lemma_of(t.lower_, "VERB") in _TELLING for t in before)
    relative = token.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON") and not told
    return token.lower_ == "that" and token.tag_ != "DT" and not relative


def _says(before: Sequence[Token]) -> bool:
    """Whether the last verb could have a clause without `that`: `I think carers and nurses are`."""
    verb = next((t for t in reversed(before) if t.pos_ in ("VERB", "AUX")), None)
    lemma = inflection.lemma_of(verb.lower_, "VERB") if verb is not None else ""
    like = verb is not None and any(t.lower_ in ("like", "than") and t.i > verb.i for t in before)
    # "Having carers and nurses work together".
    like = like or (verb is not None and verb.tag_ == "VBG")
    return like or lemma in quoting.SAYING or any(token.pos_ == "SCONJ" for token in before[1:])


def _is_under(after: Sequence[Token]) -> bool:
    """Whether the parser finds the next verb in a clause of a noun, or its subject further back."""
    verb = standing.verb_ahead(after)
    if verb is None:
        return False
    subject = syntax.subject_of(verb)
    clauses = syntax.clauses(verb.sent)
    relative = any(c.kind == "relative" and verb in c.tokens for c in clauses)
    return relative or (subject is not None and subject.i < after[0].i)


def _is_settled(before: Sequence[Token]) -> bool:
    """Whether every verb with a tense has its subject, so that the next one needs its own.

    In `There are boards led by people who use services`, none is open: whatever the parser makes of
    `and the terms include`, it is a clause.
    """
    openers = [n for n, token in enumerate(before) if token.tag_ in W_TAGS or token.pos_ == "SCONJ"]
    subjects = all(
        before[n].tag_ in ("WP", "WDT") and before[n + 1].tag_ in FINITE_TAGS
        for n in openers
        if n + 1 < len(before)
    )
    return subjects and sum(token.tag_ in FINITE_TAGS for token in before) == 1 + len(openers)


def _in_row(before: Sequence[Token], first: Token) -> bool:
    """Whether commas before the cut may part a row: `A is, B is, and C is`, `A, B, and C are`."""
    commas = [n for n, token in enumerate(before[:-1]) if token.text == ","]
    # The comma after an opening, "At first, we stayed in", parts no clauses.
    clauses = sum(
        has_subject(before[n + 1 :])
        for n in commas
        if n > 3 and any(t.tag_ in FINITE_TAGS for t in before[:n])
    )
    # In "If it rains, we stay in", the comma ends the condition.
    if clauses > bool(case_of(before)):
        return True
    last = before[commas[-1] + 1 : -1] if commas else before
    pronoun = first.lower_ in PRONOUNS or first.lower_ in _CLAUSE_OPENINGS
    return not pronoun and not any(token.tag_ in FINITE_TAGS for token in last)
