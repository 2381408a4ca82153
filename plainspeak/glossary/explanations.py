"""Whether, and where, a text explains a term it uses.

The patterns follow WCAG technique G112 (inline definitions) and the habits of guidance writers:
“X means …”, “X is a … that …”, “X – that is, …”, “… , called X”, “X (…)”, and a word list.
“X is important” and “X is used in …” explain nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plainspeak.language.analysis import Sentence, Text
from plainspeak.model import BlockKind, MarkKind, Span

__all__ = ["WORD_LIST_SECTION", "Explanation", "explanations_of", "is_late"]

WORD_LIST_SECTION = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:a )?glossary(?: of .*)?|word ?list|what (?:the|these|our) words mean|"
    r"(?:useful |key |list of )?(?:definitions|terms)(?: and .*)?|(?:key|hard|useful) words|"
    r"jargon ?buster|(?:table|list) of abbreviations|abbreviations|acronyms)\W*",
    re.IGNORECASE,
)

_SAYS_WHAT = (
    r"(?:means?|mean(?:ing|t)|refers? to|is (?:sometimes )?used to (?:mean|describe)|describes|"
    r"stands? for|(?:is|are|was|were|has been|have been|can be|may be) (?:\w+ly )?"
    r"(?:defined|described|understood|explained) as|"
    r"is (?:when|where|how)|is about|are about|(?:is|are) another (?:word|name|term) for|"
    r"(?:is|are) (?:the|a) (?:\w+ )?(?:word|name|term|phrase|idea) "
    r"(?:for|that|we|used|given|people)|"
    r"(?:is|are) (?:also|sometimes|often) (?:called|known as))\b"
)
_AFTER = re.compile(
    r"^[’'”\"*)\s]*(?:\([^)]{1,40}\)\s*)?[’'”\"\s]*"
    r"(?:,? ?(?:here|simply|just|really|basically|also) )?" + _SAYS_WHAT,
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"^[’'”\"\s]*(?:\([^)]{1,40}\)\s*)?(?:is|are|was)\s+(?:simply |just |basically |usually )?"
    r"(?P<said>(?:an?|the|any|one|someone|something|people|money|help|ways?|services?|care)\s.+)$",
    re.IGNORECASE | re.DOTALL,
)
_GLOSS_AFTER = re.compile(
    r"^[’'”\"\s]*(?:"
    r"\s*(?:,|–|—|-|\(|:|;)\s*(?:that is\b|i\.?e\b|in other words\b|meaning\b|"
    r"which (?:means?|refers? to|is (?:an?|the|when|where)|are)\b|"
    r"(?:sometimes|also) called\b|otherwise known as\b|also (?:known|referred to) as\b)"
    r"|\s*, or (?:\w+[ -]){1,9}?\w+\s*,"
    r")",
    re.IGNORECASE,
)
_BRACKET_AFTER = re.compile(r"^[’'”\"\s]*\((?P<inside>[^()]{8,200})\)")
_DASH_AFTER = re.compile(
    r"^[’'”\"]*\s+[–—-]\s+(?P<gloss>(?:an?|the|where|when|how|people|someone|something|working|helping|making|doing|using)\s[^–—]{10,})",
    re.IGNORECASE,
)
_NO_GLOSS = re.compile(
    r"^\s*(?:see|for example|e\.?g|such as|including|like|page|section|chapter|figure|"
    r"table|pdf|external|opens|link|\d|and |or |if |but |not |especially|particularly|please)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:called|known as|termed|named|referred to as|described as|labelled|shortened to|"
    r"we (?:call|mean by)|"
    r"(?:people|staff|professionals|this is what \w+) (?:sometimes )?call(?: it| this)?|"
    r"the (?:word|term|name|phrase) for (?:this|that|it) is|by (?:the (?:word|term) )?)"
    r"[\s‘'“\"(:]*(?:an?\s|the\s)?[\s‘'“\"]*)$",
    re.IGNORECASE,
)
_BY_X_WE_MEAN = re.compile(r"^[’'”\"\s]*,?\s*(?:we|i) mean\b", re.IGNORECASE)
_CARRIED_ON = re.compile(
    r"^\W*(?:it|this|that|the (?:term|word|idea|phrase)|they|these)\s+(?:\w+ )?" + _SAYS_WHAT,
    re.IGNORECASE,
)
_EVALUATIVE = re.compile(
    r"^(?:an?|the|one of the|one)\s+(?:\w+ly\s+|more\s+|most\s+)*"
    r"(?:key|important|central|vital|major|core|common|good|"
    r"useful|big|new|growing|critical|essential|main|great|popular|powerful|fundamental|crucial|"
    r"hot|difficult|complex|challenging|real|huge|significant|valuable|effective|hard|sensitive|"
    r"priority|challenge|issue|problem|part|must|success|factor|aim|goal|need|benefit|barrier|"
    r"focus|concern|first|second|third|next|last|best|only|same|reason|result|example|question|"
    r"answer|right thing|responsibility|way forward|matter|source|subject|topic|theme|"
    r"requirement)\b",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"\b(?:that|which|who|whose|where|when|to|of|for|between|with|in which|by which|from|used|"
    r"given|made|paid|run|\w+ing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Explanation:
    """A place where a text says what a term means."""

    span: Span
    """The sentence, in the document's prose."""
    sentence: int
    """Its number in the document, from 0."""
    kind: str
    """`sentence`, `markup` (an `<abbr>` title, a definition list) or `word-list`."""


def explanations_of(text: Text, uses: Iterable[Span]) -> tuple[Explanation, ...]:
    """Where the text explains the term that is used at each of `uses`, in order.

    Args:
        text: the analysed document.
        uses: every place where the term stands, in order.
    """
    found: dict[int, Explanation] = {}
    for use in uses:
        explanation = _explained_at(text, use)
        if explanation is not None:
            found.setdefault(explanation.span.start, explanation)
    return tuple(sorted(found.values(), key=lambda explanation: explanation.span.start))


def is_late(text: Text, use: Span, explanation: Span, near: int) -> bool:
    """Whether an explanation comes more than `near` sentences after the first use."""
    used = text.sentence_at(use.start)
    explained = text.sentence_at(explanation.start)
    return used is not None and explained is not None and explained.number > used.number + near


def _explained_at(text: Text, use: Span) -> Explanation | None:
    sentence = text.sentence_at(use.start)
    if sentence is None:
        return None
    block = sentence.block.block
    if block.kind is BlockKind.TERM or any(
        mark.kind is MarkKind.ABBREVIATION and mark.target and mark.span.overlaps(use)
        for mark in block.marks
    ):
        return Explanation(sentence.span, sentence.number, "markup")
    if _in_word_list(text, use):
        return Explanation(sentence.span, sentence.number, "word-list")
    if block.kind is BlockKind.HEADING:
        return None
    words = text.document.text_of(sentence.span)
    start, end = use.start - sentence.span.start, use.end - sentence.span.start
    before, after = words[:start], words[end:]
    if _explains(before, after):
        return Explanation(sentence.span, sentence.number, "sentence")
    following = _next_in_block(text, sentence)
    if (
        following is not None
        and _is_subject(before)
        and _CARRIED_ON.match(text.document.text_of(following.span))
    ):
        return Explanation(following.span, following.number, "sentence")
    return None


def _explains(before: str, after: str) -> bool:
    if _BEFORE.search(before) and (
        not before.rstrip("‘'“\" ").lower().endswith("by") or _BY_X_WE_MEAN.match(after)
    ):
        return True
    if _GLOSS_AFTER.match(after):
        return True
    bracket = _BRACKET_AFTER.match(after)
    if bracket and _is_gloss(bracket["inside"]):
        return True
    dash = _DASH_AFTER.match(after)
    if dash and not _NO_GLOSS.match(dash["gloss"]):
        return True
    if not _is_subject(before):
        return False
    if _AFTER.match(after) or _BY_X_WE_MEAN.match(after):
        return True
    copula = _COPULA.match(after)
    return bool(copula and _defines(copula["said"]))


def _is_subject(before: str) -> bool:
    """Whether the term opens its sentence or clause, so that what follows speaks of it."""
    opening = re.split(r"[;:]\s|,\s(?:and|but|so)\s|\b(?:because|that|and)\s", before)[-1]
    opening = re.sub(
        r"^\W*(?:so|but|and|here|in (?:this|our) \w+|in short|put simply|for us|simply put)\W+",
        "",
        opening,
        flags=re.IGNORECASE,
    )
    return bool(
        re.fullmatch(
            r"\W*(?:(?:the|an?|this|our|your)\s+)?"
            r"(?:(?:word|term|phrase|idea of|name|abbreviation|acronym)\s+)?\W*",
            opening,
            re.IGNORECASE,
        )
    )


def _is_gloss(inside: str) -> bool:
    """Whether words in brackets can say what the term before them means."""
    words = inside.split()
    return len(words) >= 2 and inside[:1].islower() and not _NO_GLOSS.match(inside)


def _defines(said: str) -> bool:
    """Whether what follows “X is” says what X is, rather than what one thinks of it."""
    head = said.strip()
    if _EVALUATIVE.match(head):
        return False
    words = head.split()
    return len(words) >= 4 and bool(_SAYS_MORE.search(" ".join(words[1:])))


def _next_in_block(text: Text, sentence: Sentence) -> Sentence | None:
    sentences = sentence.block.sentences
    index = sentence.number - sentence.block.first_number + 1
    return sentences[index] if index < len(sentences) else None


def _in_word_list(text: Text, use: Span) -> bool:
    for section in text.document.sections():
        if section.span.contains(use) and WORD_LIST_SECTION.fullmatch(section.title):
            return any(
                block.span.contains(use) and use.start - block.span.start <= 3
                for block in section.blocks
                if block.kind is not BlockKind.HEADING
            )
    return False
