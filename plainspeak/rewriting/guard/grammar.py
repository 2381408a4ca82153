"""Whether what a draft makes can stand: a main verb, agreement, a or an, no word twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainspeak.language import articles, inflection, syntax
from plainspeak.language.answers import answered_once
from plainspeak.language.labels import is_root
from plainspeak.model import BlockKind
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.guard.objection import Case, Objection

if TYPE_CHECKING:
    from spacy.tokens import Token
__all__ = ["objections"]

_TWICE = re.compile(r"\b(the|a|an|to|of|in|for|and|is|are|be|by|with|on|at) \1\b", re.IGNORECASE)
_SPACING = re.compile(r" [,.;:!?)]|[(] |  |,,|\.\.(?!\.)|,\.")


def objections(case: Case) -> Iterator[Objection]:
    """What is wrong with the grammar of the new sentences that was not wrong before."""
    if Fact.GRAMMAR in case.draft.alters:
        return
    before = list(case.before)
    after = [list(sentence) for sentence in case.after.sentences]
    # An item of a new list goes on from the line before it.
    was_item = case.before.block.kind is BlockKind.LIST_ITEM
    whole = [
        tokens
        for sentence, tokens in zip(case.after.sentences, after, strict=True)
        if was_item or sentence.block.kind is not BlockKind.LIST_ITEM
    ]
    if _has_root(before) and not all(_stands(each, split=len(whole) > 1) for each in whole):
        yield Objection("a sentence has no main verb")
    if sum(len(_disagreements(each)) for each in after) > len(_disagreements(before)):
        yield Objection("subject and verb do not fit")
    if sum(len(_wrong_articles(each)) for each in after) > len(_wrong_articles(before)):
        yield Objection("“a” or “an” is wrong")
    text, old = case.after.document.prose, case.before.text
    if len(_TWICE.findall(text)) > len(_TWICE.findall(old)):
        yield Objection("a word stands twice")
    if len(_SPACING.findall(text)) > len(_SPACING.findall(old)):
        yield Objection("spaces or commas are wrong")


def _has_root(sentence: list[Token]) -> bool:
    """Whether a sentence has a main clause: a finite verb, or a command."""
    return any(clause.kind == "root" for clause in syntax.clauses(sentence))


def _stands(sentence: list[Token], *, split: bool) -> bool:
    """Whether a sentence has a main clause, or the parser only took another word for the main one.

    In `Trying it helps`, that may be `trying`. Where one sentence became several (`split`), what
    only seems to be a verb does not count.
    """
    clauses = [
        clause
        for clause in syntax.clauses(sentence)
        if not (split and _only_describes(syntax.finite_verb(clause.head)))
    ]
    return any(
        clause.kind == "root"
        or (clause.kind == "conj" and clause.subject is not None and is_root(clause.head.head))
        for clause in clauses
    )


def _only_describes(verb: Token) -> bool:
    """Whether a verb may only say which ones are meant: `those mostly shut out of work`."""
    before = next((t for t in reversed(verb.doc[: verb.i]) if t.pos_ != "ADV"), verb)
    return verb.tag_ == "VBD" and before.lower_ == "those"


@answered_once
def _disagreements(tokens: Sequence[Token]) -> list[Token]:
    """The verbs that do not go with their subjects: `the forms is`, `she need`."""
    return [token for token in tokens if _disagrees(token)]


def _disagrees(verb: Token) -> bool:
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    subject = syntax.subject_of(verb)
    if subject is None or subject.i > verb.i or verb.i - subject.i > 6:
        return False
    if any(other.i < verb.i for other in subject.conjuncts):
        return False
    word = subject.lower_
    if verb.tag_ == "VBZ":
        return word in ("i", "you", "we", "they") or (
            subject.tag_ == "NNS" and inflection.lemma_of(word, "NOUN") != word
        )
    return word in ("he", "she", "it", "this", "that") and verb.lower_ != "be"


@answered_once
def _wrong_articles(tokens: Sequence[Token]) -> list[Token]:
    return [
        token
        for token in tokens
        if token.lower_ in ("a", "an")
        and token.pos_ == "DET"
        and token.i + 1 < len(token.doc)
        and token.nbor().text[0].isalnum()
        and articles.article(token.nbor().text) != token.lower_
    ]
