"""The ways in which a sentence can explain a term that it uses, each with the words that do so.

They follow WCAG techniques G112 (“Using inline definitions”) and G97 (“Providing the first use of
an abbreviation immediately before or after the expanded form”), the list of “defining vocabulary”
in Pearson, “Terms in Context” (1998), and what guidance writers do.

All look at a bounded stretch around the term. Where the text has a grammar, it tells which verb the
term is the subject of; where it has none, that verb must come right after the term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from plainspeak.glossary.abbreviations import definitions
from plainspeak.glossary.explain_phrases import LONGEST_PARSED, Phrase, judges, pattern
from plainspeak.language import syntax
from plainspeak.language.analysis import AnalysedBlock, Need, Sentence, Text
from plainspeak.model import Span

__all__ = ["REACH", "Use", "carried_on", "explained_in_sentence"]

REACH = 400
"""How many characters before and after a term are looked at."""

_QUOTES = "‘’'“”\"*_ \t\r\n\xa0"
_NO_WORDS = _QUOTES + "()[]–—-•·,.:;…>#|"


@dataclass(frozen=True)
class Use:
    """A term in its sentence, with the words around it."""

    text: Text
    sentence: Sentence
    span: Span

    @cached_property
    def before(self) -> str:
        """Up to the term, without quotation marks and space at the end."""
        start = max(self.sentence.span.start, self.span.start - REACH)
        return self.text.document.prose[start : self.span.start].rstrip(_QUOTES)

    @cached_property
    def after(self) -> str:
        """From the term on, without quotation marks and space at the start."""
        return self._rest.lstrip(_QUOTES)

    @property
    def after_at(self) -> int:
        """Where `after` starts in the document's prose."""
        return self.span.end + len(self._rest) - len(self.after)

    @cached_property
    def _rest(self) -> str:
        end = min(self.sentence.span.end, self.span.end + REACH)
        return self.text.document.prose[self.span.end : end]

    @property
    def is_introduced(self) -> bool:
        """Whether it stands in quotation marks after an article: “a ‘leaderboard’ that …”."""
        closed = re.match(r"[”\"]|['’](?!\w)", self._rest)
        return bool(closed) and bool(re.search(r"\b(?:an?|the)\Z", self.before, re.IGNORECASE))

    @property
    def is_particular(self) -> bool:
        """Whether it is one certain thing: “the pilot”, “this service”."""
        return bool(re.search(r"\b(?:the|this|that|our|my|his|her)\Z", self.before, re.IGNORECASE))

    @cached_property
    def clause_before(self) -> str:
        """What stands before the term in its own clause, without marks at the start."""
        return _CLAUSE_BREAK.split(self.before + " ")[-1].lstrip(_NO_WORDS)

    @property
    def opens_clause(self) -> bool:
        """Whether nothing but an article or “the word” stands before it in its clause."""
        return bool(_OPENING.fullmatch(self.clause_before.rstrip(_NO_WORDS)))

    @property
    def is_headword(self) -> bool:
        """Whether nothing but an article stands before the term in its sentence."""
        return bool(re.fullmatch(r"(?:the|an?)?", self.before.strip(_NO_WORDS), re.IGNORECASE))

    @property
    def asks(self) -> bool:
        """Whether its sentence is a question."""
        return self.after.rstrip(_QUOTES).endswith("?")

    def phrase(self, start: int, words: str) -> Phrase:
        """Words that start at an offset of the document's prose, as a phrase to judge."""
        return Phrase(self.text, self.sentence, Span(start, start + len(words)))

    def gloss(self, match: re.Match[str], group: str = "gloss") -> Phrase:
        """What a pattern found in `after`, as a phrase to judge."""
        return self.phrase(self.after_at + match.start(group), match[group])

    @cached_property
    def predicate(self) -> tuple[int, str] | None:
        """What the sentence says of the term, from the verb on, and where that starts."""
        if self.asks:
            return None
        verb = self._parsed_verb
        if verb is not None:
            end = min(self.sentence.span.end, self.span.end + REACH)
            return verb, self.text.document.prose[verb:end]
        rest = _SHORT_BRACKET.sub("", self.after, count=1).lstrip(_QUOTES + ",")
        at = self.after_at + len(self.after) - len(rest)
        return (at, rest) if self.opens_clause and self._has_verb(at, rest) else None

    def _has_verb(self, at: int, words: str) -> bool:
        """Whether words that start at an offset of the prose start with a verb."""
        if Need.TAGS not in self.text.offers:
            return bool(_VERB.match(words))
        block = self.sentence.block
        start = at - block.offset + len(words) - len(_LEADS_TO_VERB.sub("", words, count=1))
        found = block.doc.char_span(start, start + 1, alignment_mode="expand")
        if found is not None and found[0].pos_ in ("VERB", "AUX"):
            return True
        # Every sentence has a verb. If the tagger saw none, it took this one for a noun.
        seen = any(token.tag_ in _FINITE for token in self.sentence.tokens[:LONGEST_PARSED])
        return self.is_headword and not seen and bool(_VERB.match(words))

    @cached_property
    def _parsed_verb(self) -> int | None:
        """Where the verb starts whose subject is the term, perhaps with an article before it."""
        if Need.PARSE not in self.text.offers or len(self.sentence.tokens) > LONGEST_PARSED:
            return None
        block = self.sentence.block
        start = self.span.start - block.offset
        found = block.doc.char_span(start, start + len(self.span), alignment_mode="expand")
        if found is None:
            return None
        noun = found.root
        if noun.pos_ == "ADJ" and noun.head.pos_ == "NOUN" and noun.head.i == found.end:
            noun = noun.head  # "a chronic illness is …"
        verb = noun.head
        if verb.i <= noun.i or syntax.subject_of(verb) != noun:
            return None
        if syntax.is_negated(verb) or not syntax.is_finite(verb):
            return None
        own = block.doc[noun.left_edge.i : found.start]
        described = [token.text for token in own if token.lower_ not in _ARTICLES]
        if judges(" ".join(described)) or any(
            token.tag_ not in _DESCRIBES or token.lower_.endswith("ing") for token in own
        ):
            return None
        for token in block.doc[noun.i + 1 : verb.i + 1]:
            if token == verb or (token.head == verb and token.pos_ == "AUX"):
                return block.offset + int(token.idx)
        return None


_ARTICLES = frozenset({"a", "an", "the", "any", "each", "every", "your", "our", "“", "‘", '"', "'"})
_DESCRIBES = frozenset({"DT", "PRP$", "JJ", "NN", "NNP", "VBN", "HYPH", "``", "''"})
_CLAUSE_BREAK = pattern(r"[;:]\s|,\s(?:and|but|so)\s|\b(?:because|that|and)\s")
_OPENING = pattern(
    r"(?:(?:the|an?|any|each|every|your|our|to)\b\W*)?"
    r"(?:(?:this )?(?:word|term|phrase|idea of|name|abbreviation|acronym)\b)?\W*"
)
_SHORT_BRACKET = re.compile(r"\A\([^()]{1,60}\)\s*")


# --- What can be said of a term: "means …", "is a … that …", "lets you …" ---

_ADVERBS = r"(?:(?:in (?:this|our) \w+|here|just|often|sometimes|can|may|\w+ly)\s){0,2}"
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_LEADS_TO_VERB = pattern(r"\A(?:(?:in (?:this|our) \w+|here|just|often|sometimes|\w+ly)\s){0,2}")
_VERB = pattern(
    _ADVERBS + r"(?:is|are|was|were|has|have|can|may|will|does|do|did|(?!this\b)[a-z]{2,}s|mean|"
    r"refer|stand|describe|involve|give|hit|let|happen|aim|act|help|show|say|set|give|link|look)\b"
)
# A cost or a result: "means a lot of work", "means that we must wait", "means lower costs".
_MEANS = pattern(
    _ADVERBS
    + r"(?:means?|is meant)\s(?!(?:an? (?:lot|great|huge|big)|lots|so|much|many|everything|"
    r"nothing|little|more|less|fewer|lower|higher|better|worse|extra|hard|different|very|business|"
    r"well|the world|to|no|it|there|we|they|i)\b|"
    r"(?:that )?(?:\S+ ){1,4}(?:can|cannot|could|will|would|must|may|might|have to|has to|had to|"
    r"need to|needs to|no longer)\b|(?:that )?(?:we|they|i) )"
    r"(?P<gloss>.+)"
)
_SAYS = pattern(
    _ADVERBS + r"(?:refers? to|stands? for|is short for|"
    r"describes?(?=\s(?:an?|the|how|when|where|what|people)\b)|"
    r"(?:is|are) (?:\w+ly )?used to (?:mean|describe|talk about)|"
    r"(?:is|are) (?:a (?:bit|little) |rather |much )?like(?=\s(?:an?|the)\s)|"
    r"(?:is|are) another (?:word|name|term|way of saying)|"
    r"(?:is|are) (?:the|an?) (?:\w+ )?(?:word|name|term|phrase|idea|label)\s"
    r"(?:[\w’']+ ){0,5}?(?:for|given to|to (?:mean|describe|refer|say)|that means)|"
    r"(?:is|are) the (?:\w+ )?idea that|"
    r"(?:is|are) (?:also|sometimes|often) (?:called|known as))\s(?P<gloss>.+)"
)
# What it does, or is there to do. "Helps people" may be praise; "helps you find" rarely is.
_DOES = pattern(
    _ADVERBS + r"(?P<gloss>(?:lets?|(?:will )?gives? (?:you|your|people|someone|them)|"
    r"helps? (?:you|someone)|aims? to|"
    r"shows? (?:how|what|which|where|who)|tells? (?:you|us) (?:how|what|which|who)|"
    r"sets? out|looks? (?:at|after)|says? that|prevents?|"
    r"acts? as|asks? (?:for|you)|emphasi[sz]e[sd]?|links? .{1,60} (?:to|with)|"
    r"(?:happens?|occurs?) when|involves? (?:\w+ly )?(?!working with)\w+ing|"
    r"tr(?:y|ies) to|exists? to|(?:is|are) (?:designed|meant|intended|set up) to|"
    r"(?:is|are) (?:made up of|made when|made .{1,40} to|worked out))\s\S+\s.+)"
)
# Any other deed of a thing in general: "turns food waste into compost". These say what comes of
# it, what it needs, or what happens to it.
_DEED = pattern(
    r"(?:(?:just|often|sometimes|\w+ly)\s){0,2}(?P<gloss>(?!\w+(?:ly|ed)\b)(?!(?:is|are|was|were|has|"
    r"have|had|does|do|did|can|could|will|would|may|might|must|should|shall|cannot|also|only|now|"
    r"still|always|never|means?|varies|relies|applies|carries|tries|"
    r"(?:need|matter|take|cost|help|increase|improve|reduce|save|make|get|start|begin|end|close|"
    r"open|grow|depend|require|work|remain|become|seem|deserve|come|go|lead|run|meet|last|vary|"
    r"tend|cause|face|explain|cover|discuss|contain|hold|involve|give|hit|let|look|set|show|aim|"
    r"link|act|stand|refer|describe|affect|want|like|continue|keep|bring|deliver|support|ensure|"
    r"enable|allow|benefit|change|cut|raise|rise|fall|include|apply|differ|play|form|feature|exist|"
    r"offer|say|ask|sit|happen|occur|prefer|agree|think|feel|know|see|add|lose|win|fail|create)"
    r"(?:e?s)?)\b)[a-z]{3,}\s(?:\S+\s+){2}\S.*)"
)
_ROLE = pattern(r"['’]?s?\s?(?:role|job|purpose|aim|goal) is to\s(?P<gloss>.+)")
_ROLE_BEFORE = pattern(r"\b(?:role|job|purpose|aim|goal) of(?: an?| the)?\Z")
_IS_TO = pattern(r"is to\s(?P<gloss>.+)")
# "Is about sharing power", not "is about to change" nor "is about £20".
_IS_ABOUT = pattern(
    r"(?:is|are) (?:\w+ly |all )?about\s(?!(?:to|more|time|half|an? (?:year|month|week|day|hour)|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|the (?:same|size)|\W*\d))"
    r"(?P<gloss>(?:\S+\s+){2}.*)"
)
_DEFINED_AS = pattern(
    r"(?:is|are|was|were|has been|have been|can be|may be) (?:\w+ly )?"
    r"(?:defined|described|understood|explained) as\s(?P<gloss>.+)"
)
# "Is when people share power", not "is when we started" nor "is how we work".
_IS_WHEN = pattern(
    _ADVERBS + r"(?:is|are) (?:\w+ly )?(?P<gloss>when\swe\s(?=.{0,80}\b(?:together|each other)\b)|"
    r"(?:when|where|how)\s(?!(?:we|our|us|i|my|it|its|he|she|things|most|all|this|that|much|"
    r"everyone|everybody)\b)(?:\S+\s+){2}.*)"
)
_IS = pattern(
    _ADVERBS + r"(?:is|are|[’'](?:s|re))\s(?:(?:simply|just|basically|usually)\s)?(?P<gloss>.+)"
)
# "Is working together", "is finding out by asking"; other -ing forms may be news.
_TOGETHER = pattern(
    r"\w+ing\b(?! well| hard)[^.;]{0,60}\b(?:together|as equals|each other)\b|"
    r"(?:finding|working) out\s|"
    r"(?!helping|making|giving|getting|letting|costing)\w+ing (?:someone|people|something|what)\b"
)


def _said_of(use: Use, at: int, words: str) -> Phrase | None:
    """What words say a subject is, from its verb on; `None` if they say no such thing."""

    def phrase(match: re.Match[str]) -> Phrase:
        return use.phrase(at + match.start("gloss"), match["gloss"])

    for says in (_MEANS, _SAYS, _IS_ABOUT, _IS_WHEN, _DOES):
        match = says.match(words)
        if match is not None:
            return phrase(match)
    deed = _DEED.match(words)
    if deed is not None and not use.is_particular and Need.TAGS in use.text.offers:
        return phrase(deed)
    defined = _DEFINED_AS.match(words)
    if defined is not None:
        what = phrase(defined)
        return what if what.is_doing or what.names_kind else None
    copula = _IS.match(words)
    if copula is None:
        return None
    what = phrase(copula)
    return what if _TOGETHER.match(what.words) or what.names_kind else None


# --- What can follow a term right away: brackets, dashes, commas ---

_BRACKET = re.compile(r"\((?P<gloss>[^()]{6,300})\)?")
_DASH = re.compile(r"(?:[–—]|--?(?=\s))\s*(?P<gloss>[^–—]+)")
_COLON = pattern(r":\s*(?:(?:it|this|these|they) (?:is|are|means?) )?(?P<gloss>.+)")
_COMMA = re.compile(r",\s+(?P<gloss>[^,;–—]+)(?P<rest>.*)", re.DOTALL)
_OR = pattern(
    r",\s+or\s(?!(?:any|other|another|both|even|if|when|where|to|not|maybe|perhaps|all|some|more|"
    r"less|we|they|you|i|he|she|it|just|simply|at|in|on|by|for|with|from)\b)"
    r"(?P<gloss>(?:[\w’'-]+\s){0,9}[\w’'-]+)\s*(?=[,–—)(])"
)
# Words that announce an explanation, after any mark.
_ANNOUNCED = pattern(
    r"(?:(?:\s?\w+)?(?:,|;|:|–|—|-|\()\s*"
    r"(?:that is(?:,|:| to say|(?= when| where| an? \S+ (?:who|that|of)))|"
    r"i\.?e\b\.?,?|in other words\b,?|put simply\b,?|meaning(?=\s(?!(?:that|we|they|it|there)\b)|"
    r"\sthat (?:people|someone|you)\b)|(?:sometimes|also|often) called(?=\s\S+\s\S)|"
    r"otherwise known as|also (?:known|referred to) as)|(?:as an? \w+ )?meaning(?=\s[“\"‘])|"
    r"ie\b)\s+(?P<gloss>\S.+)"
)
_WE_MEAN = pattern(
    r",?\s*(?:we|i|they|(?:most |some )?people)(?: usually| really)? mean\s(?P<gloss>.+)"
)
_WHICH = pattern(r"(?:,|;|–|—|-|\()\s*which\s(?P<said>.+)")
_WHERE = pattern(
    r",\s*where\s(?P<gloss>"
    r"(?!(?:they|it|you (?:can|may|will|must)|i|he|she|there|this|these|our|the)\b)\S+\s\S+\s.+)"
)
# "An advocate, who will speak up for you": what such a person is there to do.
_WHO = pattern(
    r"[,(–—-]\s*(?:who\s(?:(?:will|can|may|is there to)\s)?(?:speaks?|helps?|supports?|represents?|"
    r"acts?|makes? sure|listens?|looks? after|works?|advises?|guides?|cares?|checks?|gives?|plans?|"
    r"arranges?|assess(?:es)?)|whose job)\s(?P<gloss>(?:\S+\s+){2,}\S.*)"
)
_NO_GLOSS = pattern(
    r"(?:see|for example|e\.?g|such as|including|like|page|section|chapter|figure|table|pdf|stage|"
    r"version|external|opens|link|about|\d|(?:two|three|four|five|six|seven|eight|nine|ten|and|or|if|but|not|how|why|what)\b|especially|"
    r"particularly|please)"
)
_PEOPLE_DO = pattern(
    r"(?:people|someone|somebody|you|staff|everyone|professionals|when|where)\s+\S+\s+\S"
)
_INTRODUCES = pattern(
    r"\W*(?:in|with|for|through|during|at|by|after|before|without|as|if|when)\s(?:\S+\s){0,3}\Z"
)
# A clause in brackets may tell what happens, if it is of people in general.
_IN_GENERAL = pattern(r"(?:you|your \w+|people|these|those|someone|[a-z]{4,}s)\s(?:\S+\s+)\S")


def _glossed(use: Use) -> Phrase | None:
    """What words right after the term say it is, set off by a mark."""
    after = use.after
    for announces in (_ANNOUNCED, _WHO, _WHERE, _WE_MEAN):
        match = announces.match(after)
        if match is not None:
            return use.gloss(match)
    which = _WHICH.match(after)
    if which is not None:
        return _said_of(use, use.after_at + which.start("said"), which["said"])
    bracket = _BRACKET.match(after)
    if bracket is not None and _is_gloss(use, bracket, short=True):
        return use.gloss(bracket)
    mark = _DASH.match(after) or _COLON.match(after)
    if mark is not None:
        return use.gloss(mark) if _is_gloss(use, mark, short=use.is_headword) else None
    other = _OR.match(after)
    if other is not None:
        in_list = "," in use.before[-40:]
        return None if in_list or use.gloss(other).is_clause else use.gloss(other)
    comma = _COMMA.match(after)
    if (
        comma is not None
        and not re.match(r",\s*(?:and|or)\b|,[^,]*,\s*(?:and|or)\b", comma["rest"])
        and not _INTRODUCES.match(use.before + " ")
        and re.match(r"(?:an?|someone|somebody|people|the)\s", comma["gloss"])
        and use.gloss(comma).names_kind
        and not use.gloss(comma).is_clause
    ):
        return use.gloss(comma)
    return None


def _is_gloss(use: Use, match: re.Match[str], *, short: bool) -> bool:
    """Whether words in brackets, or after a dash or colon, can say what the term means.

    Args:
        use: the term.
        match: with the words as `gloss`.
        short: whether a noun with one word that describes it may do.
    """
    what = use.gloss(match)
    bracket = match.re is _BRACKET
    if _NO_GLOSS.match(what.words) or what.is_result or match["gloss"].rstrip().endswith("?"):
        return False
    if bracket and not what.words[:1].islower():
        return False
    if use.is_headword and not bracket and _PEOPLE_DO.match(what.words):
        return True
    if what.is_clause:
        return bracket and bool(_IN_GENERAL.match(what.words))
    if what.is_doing or what.names_kind:
        return True
    # With a comma it is a list of examples.
    return short and "," not in match["gloss"] and what.is_short_gloss


# --- What can stand before a term ---

_NAMED = pattern(
    r"\b(?:(?:(?:can|could|may|might) be |is |are |was |were )?(?:also |sometimes |often |\w+ly )?"
    r"(?:called|known as|termed|said to be|referred to as|described as|shortened to)|"
    r"calls? (?:it|this|that|them|these)(?: \w+)?|(?:what|which) (?:[\w’']+ ){1,4}calls?|we call|"
    r"(?:word|term|name|phrase) for (?:this|that|it|these) is)(?: an?| the| your)?\Z"
)
_CALL_IT = pattern(r"\bcall(?:s|ed)? it(?: an?)?\Z")
_WHEN = pattern(r"(?:when|if)\s(?P<gloss>(?:\S+\s){2}.+)")
# The name must end there: not "called co-production lead".
_NAME_ENDS = pattern(
    r"\Z|[.,;:!?)\]–—]|--?\s|(?:and|or|but|in|by|because|when|where|which|who|so|to|for short)\b"
)
# Naming a person, or one thing in a word or two ("our project, called …"), describes nothing.
_NAMES_ONLY = pattern(
    r"(?:\b(?:he|she|i|who)|"
    r"(?<!\bof )(?<!\bfor )(?<!\bwith )(?<!\bto )(?<!\bin )(?<!\bon )(?<!\bat )"
    r"\b(?:an?|the|our|my|your|their|his|her|one)\s+[\w’'-]+(?:\s+[\w’'-]+)?"
    r"(?:\s+(?:that|which))?),?\s*\Z"
)
# "The new approach, called an exchange model, recognised that …": what follows describes it.
_KIND_BEFORE = pattern(
    r"\A(?:the|our|this) (?:\w+ )?(?:approach|method|model|process|system|technique|way),?\s*\Z"
)
_TELLS_ON = pattern(r",\s(?!and\b|or\b|wh)(?P<gloss>\w+(?:ed|s)\s(?:\S+\s){3}.+)")
_PREDICATE = pattern(r"(?:is|are|was|were|can|could|may|might)\b")
# "You work for a set time, a practice known as …": the words before it tell more.
_SUMS_UP = pattern(
    r"\S+ \S+ \S+,\s+an? (?:practice|process|method|approach|technique|way|idea|system|skill)\W*\Z"
)
_POINTS_BACK = pattern(
    r"\W*(?:(?:this|that|these|it)(?: \w+){0,2}|they|we|people|staff|professionals)?\W*\Z"
)
_THIS_IS = pattern(r"(?:\A|[;:.])\s*(?:this|that)(?: \w+)? (?:is|are)(?: your| an?)?\Z")
_BRACKET_OPENS = pattern(r"\s\(\s*(?:(?:i\.?e\.?|or|an?),?\s*)?[“‘\"']?\Z")
_PHRASE_BREAK = re.compile(r"[.;:()–—“”\"]")


def _named(use: Use) -> Phrase | None:
    """What words before the term say it is: “…, called X”, “… (X)”."""
    if _CALL_IT.search(use.before[-40:]) and (when := _WHEN.match(use.after)):
        return use.gloss(when)
    opening = _BRACKET_OPENS.search(use.before[-20:]) if use.after.startswith(")") else None
    if opening is not None and use.text.document.text_of(use.span).islower():
        words = _PHRASE_BREAK.split(use.before[: -len(opening.group())])[-1]
        at = _start_of(use) + len(use.before) - len(opening.group()) - len(words)
        return use.phrase(at, words) if len(words.split()) > 2 else None
    if _THIS_IS.search(use.before[-60:]) and re.match(r"[.;,]|\Z", use.after):
        return _said_before(use)
    before = use.before.rstrip(_QUOTES + "(:")
    cue = _NAMED.search(before)
    if cue is None or not _NAME_ENDS.match(use.after):
        return None
    described = before[: cue.start()]
    # "The person that called the advocate" names nothing.
    if re.match(r"called(?: the)?\Z", cue.group(), re.IGNORECASE) and (
        cue.group().endswith("the") or re.search(r"\b(?:that|who|which)\s+\Z", described)
    ):
        return None
    if _POINTS_BACK.match(described):
        return _said_before(use)
    # In "… is called X" all that comes before may describe it; in "…, called X" its last words.
    if _PREDICATE.match(cue.group()):
        return use.phrase(_start_of(use), described) if len(described.split()) > 3 else None
    if _NAMES_ONLY.search(described) and not _SUMS_UP.search(described):
        told = _TELLS_ON.match(use.after) if _KIND_BEFORE.search(described) else None
        return use.gloss(told) if told is not None else None
    return use.phrase(_start_of(use), described)


def _start_of(use: Use) -> int:
    return max(use.sentence.span.start, use.span.start - REACH)


def _said_before(use: Use) -> Phrase | None:
    """The sentence before, or what its own says up to a semicolon."""
    if ";" in use.before:
        return use.phrase(_start_of(use), use.before[: use.before.rindex(";")])
    number = use.sentence.number - 1
    if number < use.sentence.block.first_number:
        return None
    earlier = use.text.sentences[number]
    return Phrase(use.text, earlier, earlier.span)


_FULL_WORDS: WeakKeyDictionary[AnalysedBlock, dict[int, Span]] = WeakKeyDictionary()


def _full_words(block: AnalysedBlock) -> dict[int, Span]:
    """Where full words are, by where their short form starts; found once for each block."""
    if block not in _FULL_WORDS:
        found: dict[int, Span] = {}
        for definition in definitions(block.text):
            end = definition.long_start + len(definition.long)
            comes_first = definition.long_start > definition.start
            at = block.text.find(definition.short, definition.start if comes_first else end)
            found[block.offset + at] = Span(
                block.offset + definition.long_start, block.offset + end
            )
        _FULL_WORDS[block] = found
    return _FULL_WORDS[block]


def _short_form(use: Use, taken: frozenset[int]) -> Phrase | None:
    """The full words of a short form, if they do not use the same term again."""
    if not any(char.isupper() for char in use.text.document.text_of(use.span)[1:]):
        return None
    full = _full_words(use.sentence.block).get(use.span.start)
    if full is None or not taken.isdisjoint(range(full.start, full.end)):
        return None
    return Phrase(use.text, use.sentence, full)


# "The time between the two is the incubation period."
_TURNED_ROUND = pattern(
    r"(?P<gloss>(?!\w+ (?:\w+ )?way\b)(?:\S+\s){4,}\S+)\s(?:is|are)(?: an?| the)?\Z"
)
_WITH = pattern(r"\W*(?:with|under|in|during|on|if you (?:are|get|have))(?: an?)?\Z")
_THEN = pattern(
    r",?\s?(?P<gloss>(?:you|people|someone|the council|the people|your \w+)\s"
    r"(?!(?:can|could|will|may|might|must|need|should|have)\b)\S+\s.+)"
)


def _turned_round(use: Use) -> Phrase | None:
    """What stands before “is X” at the end of a sentence."""
    match = _TURNED_ROUND.match(use.before.lstrip(_NO_WORDS))
    if match is None or use.asks or len(use.after.split()) > 2:
        return None
    at = _start_of(use) + len(use.before) - len(use.before.lstrip(_NO_WORDS))
    what = use.phrase(at, match["gloss"])
    if re.search(r"\b(?:is|are|was|were)\b|\b(?:that|which|who)\Z", match["gloss"]):
        return None
    return what if what.names_kind or what.is_doing else None


_QUOTED_THAT = pattern(
    r"(?P<gloss>(?:\w+\s)?(?:that|which|where|who)[’']?s?\s(?!(?:we|i|is|was|has|had)\b)\S+\s\S+.*)"
)


def explained_in_sentence(use: Use, taken: frozenset[int]) -> Phrase | None:
    """The words that explain a term in the sentence that uses it, if there are any.

    Args:
        use: the term.
        taken: every offset that some use of the term covers.
    """
    found = _short_form(use, taken) or _named(use) or _glossed(use)
    if found is None and use.predicate is not None:
        found = _said_of(use, *use.predicate)
    if found is None and use.is_introduced and (that := _QUOTED_THAT.match(use.after)):
        found = use.gloss(that)
    if found is None and (role := _ROLE.match(use.after)):
        found = use.gloss(role)
    if found is None and _ROLE_BEFORE.search(use.before) and (to := _IS_TO.match(use.after)):
        found = use.gloss(to)
    if found is None and _WITH.match(use.before) and (then := _THEN.match(use.after)):
        found = use.gloss(then)
    return found or _turned_round(use)


# --- What the next sentence can say ---

_ASKED = pattern(r"what (?:is|are|does|do)(?: the)?(?: (?:word|term))?(?: an?)?\W*\Z")
_ALIAS = pattern(r"\A,?\s?(?:also|sometimes|often) (?:called|known as)(?: [\w’'-]+){1,3}(?=\W*\Z)")
_REPHRASED = pattern(r"(?:in other words|that is to say|put simply),?\s(?P<gloss>.+)")
_CARRIED_ON = pattern(
    r"(?:(?:in (?:essence|short|other words)|essentially|basically|so|here),?\s)?"
    r"(?:this (?:service|word|term|phrase|document|person|process|scheme|support)|it|"
    r"(?:this|that|these)(?=(?: can| may| will)? (?:is|are|be|means?|involves?|covers?|includes?|"
    r"refers?|helps?|lets?|gives?|says?|tells?|makes?|sets?|happens?)\b)|"
    r"they|he or she|the (?:term|word|idea|phrase))(?=[\s’'])\s?"
    r"(?P<said>.+)"
)


def carried_on(use: Use, following: Sentence) -> Phrase | None:
    """The words of the next sentence that say “it means …” or “this is a … that …” of the term."""
    span = following.span
    words = use.text.document.prose[span.start : min(span.end, span.start + REACH)]
    opening = len(words) - len(words.lstrip(_NO_WORDS))
    rephrased = _REPHRASED.match(words[opening:])
    carried = rephrased or _CARRIED_ON.match(words[opening:])
    if carried is None or words.rstrip(_QUOTES).endswith("?"):
        return None
    # In "reciprocity is a concept in co-production", "it" goes on about reciprocity.
    about_other = re.search(r"\b(?:is|are)\s(?:an?|the|one)\b", use.before, re.IGNORECASE)
    last = not _ALIAS.sub("", use.after).strip(_NO_WORDS + "?!") and not about_other
    asked = bool(_ASKED.match(use.clause_before))
    if not (use.predicate is not None or last or asked):
        return None
    if rephrased is not None:
        start = span.start + opening + rephrased.start("gloss")
        return Phrase(use.text, following, Span(start, start + len(rephrased["gloss"])))
    at = span.start + opening + carried.start("said")
    return _said_of(Use(use.text, following, use.span), at, carried["said"])
