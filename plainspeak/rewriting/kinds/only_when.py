"""“Can start only when you pass” for “cannot start until you pass”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainspeak.language import syntax
from plainspeak.language.letter_case import match_case
from plainspeak.language.negation import negations, without_not
from plainspeak.model import Finding
from plainspeak.rewriting.draft import Change, Draft, Fact, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = ("negative-sentence",)
ASKS = "Is it still right when it may happen?"

BOUND = frozenset({"any", "anyone", "anything", "at", "either", "ever", "even", "much", "yet"})
"""Words that read wrong without a negative."""
LONGEST = 10


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """One draft, if “until” opens a clause."""
    words = [
        token
        for token in scene.sentence
        if finding.span.contains(scene.sentence.span_of(token)) and not token.is_space
    ]
    if not words or words[-1].lower_ != "until" or len(words) > LONGEST:
        return
    denied = next((each for each in negations(words) if each.word.i > words[0].i), None)
    until = words[-1]
    if denied is None or denied.word.lower_ == "never" or not _opens_clause(until, denied.head):
        return
    between = [token for token in words if denied.word.i < token.i < until.i]
    if not between or any(token.lower_ in BOUND for token in between):
        return
    new = without_not(denied.word, _text(between))
    if new is not None:
        new = match_case(words[0].text, new)
        yield Draft.of(
            [Change.to(finding.span, f"{new} only when")],
            safe=False,
            alters=Fact.NEGATION | Fact.CONDITIONS,
        )


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens).strip()


def _opens_clause(until: Token, verb: Token) -> bool:
    """Whether a clause with a subject of its own follows and belongs to the denied verb."""
    return until.nbor().tag_ != "IN" and any(
        clause.kind == "adverbial"
        and clause.subject is not None
        and until in clause.tokens
        and clause.head.head == verb
        for clause in syntax.clauses(until.sent)
    )
