"""Empty start: “there are people who”, where “some people” says it sooner.

Finds “there is” and “there are” before something and what it does: “There are many people who use
this”. Also “it was the nurse who rang”. A plain “there is a ramp” is left alone.

## Why

Readers look at the start of a sentence for who or what it is about. “There are” puts that off, and
adds words that say nothing.

## Source

- plainlanguage.gov, table of simple words: leave “it is” and “there is” out.

## Example

Hard: There are many carers who need a break.

Better: Many carers need a break.

## When it is wrong

“There is” can be right when you bring in something new. Leave it if the direct sentence sounds odd.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.glossary.own_words import is_own, own_blocks
from plainspeak.language import syntax
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.language.expletives import EmptyStart, empty_starts
from plainspeak.model import Finding, Severity, Span, Spans
from plainspeak.rule import Need, Tools, option

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

PROFILES = {"technical": {"severity": "off"}}

LONGEST = 8
"""The most words of the better start that a message shows."""
_COUNTED_LISTED = """
    all enough few fewer less little lots many more most much multiple no none numerous plenty
    several some too various
"""
COUNTED = frozenset(_COUNTED_LISTED.split())
"""With one of these, “many people who work” and “many people work” are about the same people."""

NAMING = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
"""What a noun phrase starts with."""
CONDITIONS = frozenset({"if", "when", "whether", "unless"})
"""After one of these, bare “carers who ask” stays bare: “if carers ask”."""
WISHES = frozenset({"expect", "have", "hope", "like", "need", "plan", "try", "want", "wish"})
"""In “things you want to do”, the things go with “do”."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    clefts: bool = option(True, "also report “it was the nurse who …”")


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each empty start that can be left out."""
    taken = Spans([*(hit.span for hit in tools.hits(text)), *tools.accepted(text)])
    for block in own_blocks(text):
        if block.kind in UNBROKEN:
            continue
        for sentence in block.sentences:
            for start in empty_starts(sentence):
                if start.kind == "cleft" and not options.clefts:
                    continue
                finding = _finding(text, sentence, start)
                if taken.overlap(finding.span):
                    continue
                if is_own(text, block, finding.span):
                    yield finding


def _finding(text: Text, sentence: Sentence, start: EmptyStart) -> Finding:
    """From “there” to where the direct sentence can take over, and what to put in its place."""
    first = sentence.span_of(start.first)
    noun = _noun(text, sentence, start)
    offer: str | None = noun
    last = start.link or start.noun[-1]
    if start.kind == "object":
        last, offer = start.noun[-1], None
        if _can_move(start.action):
            last, offer = start.action, f"{_deed(text, sentence, start)} {noun}"
    elif start.kind == "doing":
        offer = f"{noun} {_be(start)}"
    elif last.i + 1 < len(last.doc) and last.nbor().lower_ in ("'s", "’s"):
        last = last.nbor()
        offer = f"{noun} {'has' if last.head.tag_ == 'VBN' else 'is'}"
    span = Span(first.start, sentence.span_of(last).end)
    said = f"“{start.first.text} {_be(start)}” puts off what this is about."
    if offer is None:
        deed = _deed(text, sentence, start)
        return Finding(span, f"{said} Start with who does what: “{deed} …”.")
    if start.first.text[0].isupper():
        offer = offer[0].upper() + offer[1:]
    shown = " ".join(offer.split()[:LONGEST])
    return Finding(span, f"{said} Start with that: “{shown} …”.", suggestions=(offer,))


def _noun(text: Text, sentence: Sentence, start: EmptyStart) -> str:
    """What the sentence is about; “some” makes clear that not all are meant."""
    words = text.document.text_of(sentence.span_of(start.noun))
    before = start.first.nbor(-1).lower_ if start.first.i else ""
    bare = (
        start.kind != "cleft"
        and start.noun.root.tag_ == "NNS"
        and not any(
            token.pos_ in ("DET", "NUM") or token.lower_ in COUNTED or token.tag_ == "PRP$"
            for token in start.noun
            if token.i <= start.noun.root.i
        )
    )
    return f"some {words}" if bare and before not in CONDITIONS else words


def _be(start: EmptyStart) -> str:
    if start.verb.lower_ in ("'s", "’s"):
        return "are" if start.noun.root.tag_ in ("NNS", "NNPS") else "is"
    written: str = start.verb.lower_
    return written


def _deed(text: Text, sentence: Sentence, start: EmptyStart) -> str:
    """“the team can do” of “there are things that the team can do”."""
    opening = (start.link or start.noun[-1]).nbor()
    verb = start.action.doc[opening.i : start.action.i + 1]
    return text.document.text_of(sentence.span_of(verb))


def _can_move(verb: Token) -> bool:
    """Whether what the verb acts on can stand right after it: not “things to talk about”."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if verb.pos_ != "VERB" or after is None or syntax.passives([verb]):
        return False
    if after.lower_ == "to" and verb.lemma_.lower() in WISHES:
        return False
    if after.pos_ == "ADP" or after.tag_ == "IN":
        following = after.nbor() if after.i + 1 < len(after.doc) else None
        if following is None or following.pos_ not in NAMING or following.tag_ == "VBG":
            return False
    return after.is_punct or (after.tag_ not in ("RP", "VBG") and after.head.i != verb.i)
