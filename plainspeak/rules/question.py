"""Question: a question where your readers need a plain statement.

What is wrong depends on the profile, since the standards differ. For health, headings should not be
questions. For easy read, headings may be questions, but the text below them should not ask any.

## Why

A heading that says the thing itself is shorter, and its first words show what it is about. In easy
read, readers may think that they must answer a question.

## Source

- NHS digital service manual, “Formatting and punctuation”: headings are not questions.
- Australian Style Manual, “Easy Read”: questions in headings only.

## Example

Hard: # How do I get help at home?

Better: # How to get help at home

## When it is wrong

A list of questions to ask a doctor is just that, so lists are left alone. So are questions that you
quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspeak.language import syntax
from plainspeak.language.analysis import Sentence, Text
from plainspeak.model import PLACEHOLDER, BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES
SCOPE = "block"

PROFILES = {
    "plain": {"severity": "off"},
    "technical": {"severity": "off"},
    "easy-read": {"in_headings": False, "in_text": True},
}


TEXT_MESSAGE = "Say this as a statement: readers may think that they must answer."

MODALS = ("can", "could", "should", "will", "would", "must", "may", "might")
NOT_SUBJECT = "do|does|did|is|are|was|were|has|have|had|if|about"
_OPENERS = """
    am and any anybody anyone anything are but can could did do does had has have how if is may
    might must need no ready shall should so still then was were what when where which who whom
    whose why will would
"""
OPENERS = frozenset(_OPENERS.split())
"""A sentence that starts with another word may be a title, or a slip."""
INVERTED = re.compile(
    rf"(?P<word>How|Where|When|What|Who|Why) (?P<helper>do|{'|'.join(MODALS)}) "
    r"(?P<who>I|you|we|they|people) (?P<rest>.+)\?",
    re.IGNORECASE,
)
OF_SUBJECT = re.compile(
    rf"(?:Who|What|Which [a-z]+) (?!(?:{'|'.join(MODALS)}|{NOT_SUBJECT})\b)"
    r"[a-z]+.*\?",
    re.IGNORECASE,
)
OF_SUBJECT_WITH_MODAL = re.compile(
    rf"(?:Who|What) (?:{'|'.join(MODALS)}) "
    r"(?!(?:I|you|we|they|he|she|it|the|a|an|my|your|our|their|this|these|people)\b)[a-z]+.*\?",
    re.IGNORECASE,
)
WHAT_IS = re.compile(r"What (?P<be>is|are) (?P<what>\S+(?: \S+){0,4})\?", re.IGNORECASE)
MINE = {"my": "your", "me": "you", "myself": "yourself", "i": "you", "mine": "yours"}


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    in_headings: bool = option(True, "report headings that are questions")
    in_text: bool = option(False, "report questions in paragraphs")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each question that should be a statement."""
    for sentence in text.sentences:
        if not syntax.is_question(sentence) or _is_quoted(sentence):
            continue
        if sentence.block.kind is BlockKind.HEADING:
            if options.in_headings:
                written = text.document.text_of(sentence.span)
                offers = () if PLACEHOLDER in written else statements(written)
                yield Finding(sentence.span, _heading_message(offers), suggestions=offers)
        # A paragraph that is one question is a heading in all but name.
        elif (
            options.in_text
            and sentence.block.kind is BlockKind.PARAGRAPH
            and len(sentence.block.sentences) > 1
            and sentence.tokens[0].lower_ in OPENERS
        ):
            yield Finding(sentence.span, TEXT_MESSAGE)


def statements(heading: str) -> tuple[str, ...]:
    """A heading that is a question, as a statement; nothing if it is not of a well-known kind."""
    if OF_SUBJECT.fullmatch(heading) or OF_SUBJECT_WITH_MODAL.fullmatch(heading):
        return (heading[:-1].rstrip(),)
    is_what = WHAT_IS.fullmatch(heading)
    if is_what is not None:
        what = is_what["what"]
        if re.search(r"\b(?:the|my|your|our|this|that|it|in|on|for|to|of|I|you|we|anyway)\b", what):
            return ()
        return (f"What {what} {is_what['be']}",)
    asked = INVERTED.fullmatch(heading)
    if asked is None:
        return ()
    word, helper, who, rest = (asked[name] for name in ("word", "helper", "who", "rest"))
    if who == "I":
        rest = re.sub(r"\w+", lambda found: MINE.get(found[0].lower(), found[0]), rest)
    helper, who = helper.lower(), "you" if who == "I" else who.lower()
    does = word.lower() in {"how", "where"} and helper in {"do", "can", "should"}
    # “How we use your data” is about us, “How to apply” about the reader.
    if who in {"you", "people"} and (does or (helper == "should" and word.lower() != "why")):
        return (f"{word} to {rest}",)
    verb = "" if helper == "do" else f"{helper} "
    return (f"{word} {who} {verb}{rest}",)


def _heading_message(offers: tuple[str, ...]) -> str:
    if offers:
        return f"Say it as a statement: “{offers[0]}”."
    return "Say it as a statement that starts with what this part is about."


def _is_quoted(sentence: Sentence) -> bool:
    """Whether somebody else asks: in quotation marks, or in a quotation."""
    return sentence.block.block.quoted or any(char in '“”"‘«»' for char in sentence.text)
