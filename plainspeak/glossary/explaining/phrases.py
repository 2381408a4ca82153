"""Whether a phrase says what kind of thing something is, or only what somebody thinks of it.

A definition names a kind and then tells it from others of that kind: “a rule | made by the
council”. That is the oldest advice on definitions (Aristotle's genus and difference), and what ISO
704, “Terminology work”, still asks for. “A great help” names no kind, and “a rule” tells it from
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plainspeak.glossary.explaining.opinions import is_ours, judges, needs_more
from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.language import syntax
from plainspeak.language.analysis import Need, Sentence, Text
from plainspeak.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

__all__ = ["LONGEST_PARSED", "Phrase"]

LONGEST_PARSED = 200
"""A sentence with more tokens is a list or no sentence; the parser's guesses say nothing then."""


# "Support, usually for six weeks, that …" goes on after the comma.
_TURN = re.compile(
    r"[.;:!?–—]\s|,\s(?!(?:(?:usually|normally|often|typically|generally|mainly|mostly|"
    r"such as)\s|"
    r"which (?!(?:is|are|was|were|has|have|had|we|i|our|can|must|may|will|costs?|takes?)\b)))"
)
_TWO_ADJECTIVES = pattern(r"(?:an?|the) [\w-]+, (?=[\w-]+ \w)")
# "A selective school is one that picks its pupils."
_ONE_THAT = pattern(r"(?:an? |the )?(?:\w+ )?one (?:where|in which|that|which|who)\s\S+\s\S")
_NO_KIND = pattern(r"(?:something|anything|nothing)\b")
# A word about the word says nothing of the thing: "a phrase that upsets people".
_NAMES_A_WORD = pattern(r"\b(?:words?|phrases?|terms?|names?|labels?|expressions?)\Z")
_SAYS_FOR_WHAT = pattern(r"(?:that means?|meaning|for|given to|used (?:for|when|to))\b")
# "The least you can get", "the smallest number of members who must be there".
_AMOUNT = pattern(
    r"(?P<thing>all the (?:\w+ )?\w+|everything|the weeks|the (?:least|most|(?:smallest|lowest|"
    r"highest|largest|maximum|minimum)"
    r" (?:amount|number|level|sum|price|rate|age|share|part)))"
    r" (?P<more>(?:that|which|who|of|you|your|an?|people|someone|before|after)\s\S+\s\S.*)"
)
# "Changes an employer must make": the noun and what is said of it, with no word between.
_ZERO_RELATIVE = pattern(
    r"(?P<thing>(?:(?:an?|the) )?(?:[\w’'-]+ ){0,2}[\w’'-]+)"
    r" (?P<more>(?:you|people|someone|they|your [\w’'-]+|an? [\w’'-]+) (?:can |must |may )?\w+.*)"
)
_ANYONE = pattern(
    r"(?:(?:some|any)(?:one|body)|people|any(?: \w+)? person|one|those)\s"
    r"(?:who(?:se)?|that|with|you|(?!going|doing well)\w+ing|and \w+ \w+ing)\s"
    r"|(?:anyone|anybody)\s\w+\s\w+|(?:someone|somebody)\s(?:the|your|an?)\s\w+\s\w+"
    r"|(?:some|any)thing\s(?:that\s|which\s)?(?!(?:we|i|all|every|else|like|more)\b)\w+\s\w+"
)
# Without a parser: where a definition starts to tell one thing from others.
_SAYS_MORE = pattern(
    r"\b(?:that|which|who|whose|where|when|how|to|of|for|between|with|without|about|by|from|as|"
    r"on|"
    r"in|used|given|made|paid|run|you|set up|your|\w{2,}ing|\w{3,}ed)\b"
)
# Without a parser: nouns that open a definition without "a", and "small files that …".
_KIND = pattern(
    r"\b(?:ways?|process|practices?|idea|act|approach|methods?|plans?|persons?|people|someone|"
    r"help|support|care|services?|work|money|payments?|advice|information|data|treatments?|"
    r"training|places?|groups?|meetings?|talks?|checks?|rules?|ability|amount|skills?|equipment|"
    r"laws?|tools?|words?|homes?|workers?|staff|things|use|sharing|number|rate|share|study|total|"
    r"pressure|record|contract|process)\Z"
)
_SEVERAL = pattern(r"(?:[\w’'-]+ ){0,3}(?!(?:always|perhaps|besides|across)\b)[a-z]{2,}[^\Ws]s\Z")
_TELLS_WHICH = pattern(r"(?:that|which|who|where|used)\b")

# Nothing but a definition looks like this, whatever the parser makes of it.
_FRAME = pattern(
    r"(?P<thing>an?(?: [\w’'-]+){1,3}) (?P<more>(?:that|who|which|whose|where|in which)\s.+)"
)

_DOING = pattern(
    r"(?!(?:including|depending|according|starting|following|during|being|beginning|nothing|"
    r"something|anything|everything)\b)[a-z-]+ing\s+\S+\s+\S"
)
# "– leaving people without help" tells a result.
_RESULT = pattern(
    r"(?:leaving|allowing|enabling|causing|ensuring|proving|showing|adding|creating|reducing|"
    r"improving|increasing|saving|cutting|bringing|turning|growing|becoming|going|"
    r"making (?:it|them|us|things)|(?:\w+ ){0,2}(?:well|hard))\b"
)
_OPENS_CLAUSE = frozenset(
    {"that", "which", "who", "whose", "whom", "where", "when", "how", "what", "if", "because", "so"}
)
_FINITE = frozenset(
    re.findall(
        r"\w+",
        "is are was were has have had can could will would must should may might do does did "
        "helps leads works needs wants gets runs takes makes gives comes goes says knows visits",
    )
)


@dataclass(frozen=True)
class Phrase:
    """Words that may say what a term means."""

    text: Text
    sentence: Sentence
    span: Span
    """In the document's prose."""

    @cached_property
    def words(self) -> str:
        """The words, up to where the sentence takes another turn."""
        words = self.text.document.text_of(self.span)
        # In "a wide, fast route" the first comma only parts adjectives.
        start = match.end() if (match := _TWO_ADJECTIVES.match(words)) else 0
        turn = _TURN.search(words, start)
        return words[: turn.start() if turn else None].strip(" \n\xa0“”‘’\"'.;,*_")

    @cached_property
    def _tokens(self) -> SpacySpan | tuple[()]:
        block = self.sentence.block
        start = self.span.start - block.offset
        raw = self.text.document.text_of(self.span)
        start += raw.index(self.words)
        end = start + len(self.words)
        return block.doc.char_span(start, end, alignment_mode="expand") or ()

    @cached_property
    def _parsed(self) -> bool:
        return Need.PARSE in self.text.offers and len(self.sentence.tokens) <= LONGEST_PARSED

    @property
    def names_kind(self) -> bool:
        """Whether it names a kind and what sets it apart: “a person who speaks up for you”."""
        if is_ours(self.words) or self.is_result:
            return False
        if _ANYONE.match(self.words) or _ONE_THAT.match(self.words):
            return True
        if _NO_KIND.match(self.words):
            return False
        thing, more = self._parts
        if not thing or len(more.split()) < 2 or (judges(thing) and not _AMOUNT.match(self.words)):
            return False
        if _NAMES_A_WORD.search(thing):
            return bool(_SAYS_FOR_WHAT.match(more))
        return not needs_more(thing, more)

    @property
    def is_result(self) -> bool:
        """Whether it tells what came of something: “leaving people without help”."""
        return bool(_RESULT.match(self.words))

    @property
    def is_short_gloss(self) -> bool:
        """Whether it is a noun with what describes it: “short-term help”, “high blood pressure”."""
        thing, _ = self._parts
        return bool(thing) and len(self.words.split()) > 1 and not judges(self.words)

    @property
    def is_doing(self) -> bool:
        """Whether it says what people do: “giving and taking”, “ask a specialist to see you”."""
        return bool(_DOING.match(self.words))

    @cached_property
    def _parts(self) -> tuple[str, str]:
        """The kind, and what sets it apart; two empty strings if it names no kind."""
        words = self.words
        first = words.partition(" ")[0].lower()
        framed = _FRAME.match(words)
        if framed is not None:
            return framed["thing"].partition(" of ")[0], framed["more"]
        amount = _AMOUNT.match(words) or self._zero_relative
        if amount is not None:
            return amount["thing"], amount["more"]
        if self._parsed and self._tokens and (root := self._tokens.root).pos_ in _NOMINAL:
            opens = self._tokens[0]
            if self.is_clause or (opens.pos_ in _NO_ARTICLE and opens.tag_ != "PRP$"):
                return "", ""
            # "Jo Smith" is somebody, not a kind of person; "worth a lot" is no kind of thing.
            if opens.lower_ == "worth" or (root.pos_ == "PROPN" and opens.tag_ != "DT"):
                return "", ""
            cut = root.idx + len(root) - self._tokens[0].idx
            return words[:cut], words[cut:].strip()
        more = _SAYS_MORE.search(words, len(first) if first in {"a", "an", "the", "any"} else 0)
        thing = words[: more.start()].strip() if more else words
        rest = words[more.start() :] if more else ""
        if first in {"a", "an", "any"} or _KIND.search(thing):
            return thing, rest
        several = first != "the" and _SEVERAL.match(thing) and _TELLS_WHICH.match(rest)
        return (thing, rest) if several else ("", "")

    @cached_property
    def _zero_relative(self) -> re.Match[str] | None:
        """“Costs you pay”: a noun and what is said of it, with no word between."""
        match = _ZERO_RELATIVE.match(self.words)
        if match is None or not self._parsed or not self._tokens:
            return None
        last = len(match["thing"].split()) - 1
        nouns = [token for token in self._tokens if not token.is_punct]
        noun = nouns[last] if last < len(nouns) else None
        if noun is None or noun.lower_ in ("something", "anything", "nothing", "one"):
            return None
        return match if noun.tag_ in ("NN", "NNS") else None

    @cached_property
    def tells_in_general(self) -> bool:
        """Whether it is a clause of any such thing: “a nurse decides how urgent it is”."""
        if not self._parsed or not self._tokens:
            return False
        verb = self._tokens.root
        subject = syntax.subject_of(verb)
        if subject is None or not syntax.is_finite(verb) or syntax.modal_of(verb):
            return False
        if any(passive.verb == verb for passive in syntax.passives(self._tokens)):
            return False
        chunk = syntax.noun_chunk_of(subject)
        bare = subject.tag_ == "NNS" and chunk[0].tag_ not in ("DT", "PRP$", "CD")
        return bare or chunk[0].lower_ in ("a", "an")

    @cached_property
    def is_clause(self) -> bool:
        """Whether it is a sentence of its own, with a subject and a verb: “people like it”."""
        if _FRAME.match(self.words):
            return False
        if self._parsed and self._tokens:
            root = self._tokens.root
            return any(
                token.tag_ in _FINITE_TAGS
                and (token == root or (token.head == root and token.pos_ == "AUX"))
                for token in self._tokens
            )
        for index, token in enumerate(self._tokens):
            if token.lower_ in _OPENS_CLAUSE:
                return False
            # "The help you need" is no clause.
            after = index > 1 and self._tokens[index - 1].lower_ in {"you", "they", "people"}
            if token.lower_ in _FINITE and not after:
                return True
        return False


_NOMINAL = frozenset({"NOUN", "PROPN"})
_NO_ARTICLE = frozenset({"ADP", "SCONJ", "PRON", "ADV"})
_FINITE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD"})
