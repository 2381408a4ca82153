"""Whether, and where, a text explains a term it uses.

The patterns follow WCAG technique G112 (inline definitions) and the habits of guidance writers:
“X means …”, “X is a … that …”, “X – that is, …”, “… , called X”, “X (…)”, and a word list.
“X is important”, “X is how we work” and “X is used in …” explain nothing.

Patterns are anchored where the term ends (or starts), and see at most `REACH` characters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from plainspeak.language.analysis import Need, Sentence, Text
from plainspeak.model import BlockKind, MarkKind, Span

__all__ = ["WORD_LIST_SECTION", "Explanation", "explanations_of", "is_late"]

WORD_LIST_SECTION = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:a )?glossary(?: of .*)?|word ?list|what (?:the|these|our) words mean|"
    r"(?:useful |key |list of )?(?:definitions|terms)(?: and .*)?|(?:key|hard|useful) words|"
    r"jargon ?buster|(?:table|list) of abbreviations|abbreviations|acronyms)\W*",
    re.IGNORECASE,
)

REACH = 400
"""How many characters before and after a term are looked at."""

_QUOTES = "‘’'“”\"*_ \t\r\n\xa0"


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE | re.DOTALL)


# --- What can be said of a term: "means …", "is a … that …" ---

# Before the verb: "X in this guide usually means".
_ADVERBS = r"(?:(?:in (?:this|our) \w+|here|just|often|also|sometimes|can|may|\w+ly)\s){0,2}"
# "Means a lot of work" and "means we must wait" tell a cost or a result.
_NO_MEANING = (
    r"(?!(?:an? (?:lot|great|huge|big)|lots|so|much|many|everything|nothing|little|more|less|fewer|"
    r"extra|hard|different|very|business|well|the world|to|no|it|there|"
    r"(?:that )?you (?:must|have to|need|should)|"
    r"(?:that )?(?:we|they|i) (?:have|had|must|need|can|cannot|will|are|were|do|did))\b)"
)
_MEANS = _pattern(
    _ADVERBS
    + r"(?:means?\s"
    + _NO_MEANING
    + r"|refers? to\s|stands? for\s|describes\s(?:an?|the|how|when|where|what|people)\s"
    r"|(?:is|are) (?:\w+ly )?used to (?:mean|describe|talk about)\s"
    r"|(?:is|are) another (?:word|name|term|way of saying)\b"
    r"|(?:is|are) (?:the|an?) (?:\w+ )?(?:word|name|term|phrase|idea|label)\s"
    r"(?:[\w’']+ ){0,5}?(?:for|given to|to (?:mean|describe|refer|say)|that means)\s"
    r"|(?:is|are) the (?:\w+ )?idea that\s"
    r"|(?:is|are) (?:also|sometimes|often) (?:called|known as)\s)"
)
# "Is about sharing power", not "is about to change" nor "is about £20".
_IS_ABOUT = _pattern(
    r"(?:is|are) (?:\w+ly |all )?about\s(?!(?:to|more|time|half|an? (?:year|month|week|day|hour)|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|the (?:same|size)|\W*\d))"
    r"(?:\S+\s+){2}"
)
_DEFINED_AS = _pattern(
    r"(?:is|are|was|were|has been|have been|can be|may be) (?:\w+ly )?"
    r"(?:defined|described|understood|explained) as\s(?P<said>.+)"
)
# "Is when people share power", not "is when we started" nor "is how we work".
_IS_WHEN = _pattern(
    _ADVERBS + r"(?:is|are) (?:\w+ly )?(?:when\swe\s(?=.{0,80}\b(?:together|each other)\b)|"
    r"(?:when|where|how)\s(?!(?:we|our|us|i|my|it|its|he|she|things|most|all|this|that|much)\b))"
    r"(?P<clause>\S+\s+\S+.*)"
)
_HAPPENED = _pattern(
    r"(?<!\bare )(?<!\bis )(?<!\bbe )(?<!\bbeen )(?<!\bhave )(?<!\bhas )"
    r"\b(?:was|were|had|did|began|met|came|went|got|found|held|took|(?:start|end|open|clos|launch|"
    r"join|mov|decid|chang|work|ask|talk|want|learn|need)ed)\b"
)
_IS = _pattern(_ADVERBS + r"(?:is|are)\s(?:(?:simply|just|basically|usually)\s)?(?P<said>.+)")

# Nouns that can open a definition without "a", or after "the": they name a kind of thing.
_KIND = _pattern(
    r"\b(?:ways?|process|practices?|idea|act|approach|methods?|plans?|persons?|people|someone|"
    r"somebody|anyone|help|support|care|services?|work|money|payments?|advice|information|"
    r"treatments?|training|places?|groups?|meetings?|talks?|checks?|rules?|ability|amount|skills?|"
    r"equipment|laws?|tools?|words?|homes?|workers?|staff|things|use|sharing|proportion|number|rate|"
    r"share|study|total)\Z"
)
# "Small files that are kept on your computer": several things need no "a".
_SEVERAL = _pattern(r"(?:[\w’'-]+ ){0,3}(?!(?:always|perhaps|besides|across)\b)[a-z]{2,}[^\Ws]s\Z")
_TELLS_WHICH = _pattern(r"(?:that|which|who|where|used)\b")
# Words that judge a thing, or only say what it belongs to.
_OPINION = _pattern(
    r"\b(?:not|never|no|our|my|his|her|their|key|important|central|vital|major|core|common|good|"
    r"useful|excellent|ideal|perfect|big|new|growing|critical|essential|main|great|popular|powerful|fundamental|crucial|"
    r"hot|difficult|complex|challenging|real|huge|significant|valuable|effective|hard|hardest|easy|"
    r"sensitive|better|best|lovely|priority|challenges?|issues?|problems?|parts?|must|"
    r"success|factors?|aims?|goals?|needs?|benefits?|barriers?|focus|concerns?|first|second|third|"
    r"next|last|only|same|other|reasons?|results?|examples?|questions?|answers?|responsibility|"
    r"forward|matter|source|subject|topic|theme|requirements?|duty|duties|right|legal|policy|lot|"
    r"bit|steps?|guide|guides|report|reports|story|stories|introduction|summary|checklist|"
    r"case stud(?:y|ies)|toolkit|heart|basis|basics|foundation|strength|value|principles?|"
    r"one of|kind of|many|few|some|more|most|less|chance|opportunity|choice|option|mistake)\b"
)
# Where a definition starts to tell one thing from others: "help TO get better".
_SAYS_MORE = _pattern(
    r"\b(?:that|which|who|whose|where|when|how|to|of|for|between|with|without|about|by|from|as|so|"
    r"used|given|made|paid|run|you|in which|set up|your|\w{2,}ing)\b"
)
# "A service we value", "the way we work": what we think or do, not what it is.
_OURS = _pattern(
    r"\bwe (?:all )?(?:value|love|like|enjoy|believe|want|need|hope|have|had|started|ran)\b|"
    r"\bway (?:that |in which )?(?:we|our|i)\b"
)
_SOMEONE = _pattern(
    r"(?:someone|somebody|anyone|people|any(?: \w+)? person)\s"
    r"(?:who|that|whose|you|(?!going|doing well)\w+ing|and \w+ \w+ing)\s"
    r"|something (?:that |which )?(?:people|you|someone)\s"
)
# "Is working together as equals", not "is working well": the -ing form alone may be news.
_TOGETHER = _pattern(r"\w+ing\b(?! well| hard)[^.;]{0,60}\b(?:together|as equals|each other)\b")


# --- What can follow a term right away: brackets, dashes, commas ---

_SHORT_BRACKET = re.compile(r"\([^()]{1,60}\)\s*")
_BRACKET = re.compile(r"\((?P<gloss>[^()]{6,300})\)?")
_DASH = re.compile(r"(?:[–—]|--?(?=\s))\s*(?P<gloss>[^–—]+)")
_COLON = re.compile(r":\s*(?P<gloss>.+)", re.DOTALL)
_COMMA = re.compile(r",\s+(?P<gloss>[^,;–—]+)(?P<rest>.*)", re.DOTALL)
_OR = _pattern(
    r",\s+or\s(?!(?:any|other|another|both|even|if|when|where|to|not|maybe|perhaps|all|some|more|"
    r"less|we|they|you|i|he|she|it|just|simply|at|in|on|by|for|with|from)\b)"
    r"(?P<gloss>(?:[\w’'-]+\s){0,9}[\w’'-]+)\s*(?=[,–—)])"
)
# Words that announce an explanation, after any mark.
_ANNOUNCED = _pattern(
    r"(?:,|;|:|–|—|-|\()\s*(?:that is(?:,|:| to say| when| where| an? \S+ (?:who|that|of))|"
    r"i\.?e\b|in other words\b|put simply\b|"
    r"meaning\s(?!(?:that|we|they|it|there|the)\b)|meaning that (?:people|someone|you)\b|"
    r"(?:sometimes|also|often) called\b|otherwise known as\b|also (?:known|referred to) as\b)"
)
_WHICH = _pattern(r"(?:,|;|–|—|-|\()\s*which\s(?P<said>.+)")
# "An advocate, who will speak up for you": what such a person is there to do.
_WHO = _pattern(
    r"[,(–—-]\s*who\s(?:(?:will|can|may|is there to)\s)?(?:speaks?|helps?|supports?|represents?|"
    r"acts?|makes? sure|listens?|looks? after|works?|advises?|guides?|cares?|checks?|gives?|plans?|"
    r"arranges?|assess(?:es)?)\s(?:\S+\s+){2,}\S|[,(]\s*whose job\s"
)
_NO_GLOSS = _pattern(
    r"(?:see|for example|e\.?g|such as|including|like|page|section|chapter|figure|table|pdf|"
    r"external|opens|link|\d|(?:and|or|if|but|not|how|why|what)\b|especially|particularly|please)"
)
_ING = _pattern(
    r"(?!(?:including|depending|according|starting|following|during|being|beginning|nothing|"
    r"something)\b)[a-z-]+ing\s+\S+\s+\S"
)
# "– leaving people without help" tells a result.
_RESULT = _pattern(
    r"(?:leaving|allowing|enabling|causing|ensuring|proving|showing|adding|creating|reducing|"
    r"improving|increasing|saving|cutting|bringing|turning|making (?:it|them|us|things))\b"
)
_PEOPLE_DO = _pattern(
    r"(?:people|someone|somebody|you|staff|everyone|professionals|when|where)\s+\S+\s+\S"
)
_SOMETHING = _pattern(r"(?:some|any)(?:thing|one|body)\s+(?!(?:we|i|else)\b)\S+\s+\S")
_OPENS_CLAUSE = frozenset(
    {"that", "which", "who", "whose", "whom", "where", "when", "how", "what", "if", "because", "so"}
)
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_FINITE_WORDS = frozenset(
    re.findall(
        r"\w+",
        "is are was were has have had can could will would must should may might do does did "
        "helps leads works needs wants gets runs takes makes gives comes goes says knows visits",
    )
)


# --- What can stand before a term ---

_BY = _pattern(r"\bby(?: the (?:word|term|phrase))?(?: an?| the)?\Z")
_WE_MEAN = _pattern(r",?\s*(?:we|i|they|(?:most |some )?people)(?: usually| really)? mean\b")
_NAMED = _pattern(
    r"\b(?:(?:(?:can|could|may|might) be |is |are |was |were )?(?:also |sometimes |often |\w+ly )?"
    r"(?:called|known as|termed|referred to as|described as|shortened to)|"
    r"calls? (?:it|this|that|them|these)|(?:what|which) (?:[\w’']+ ){1,4}calls?|we call|"
    r"(?:word|term|name|phrase) for (?:this|that|it|these) is)(?: an?| the)?\Z"
)
# The name must end there: not "called co-production lead".
_NAME_ENDS = _pattern(
    r"\Z|[.,;:!?)\]–—]|--?\s|(?:and|or|but|in|by|because|when|where|which|who|so|to|for short)\b"
)
# Naming a person, or one thing in a word or two ("our project, called …"), describes nothing.
_NAMES_ONLY = _pattern(
    r"(?:\b(?:he|she|i|who)|(?<!\bof )(?<!\bfor )(?<!\bwith )(?<!\bto )"
    r"\b(?:an?|the|our|my|your|their|his|her|one)\s+[\w’'-]+(?:\s+[\w’'-]+)?"
    r"(?:\s+(?:that|which))?),?\s*\Z"
)
# "You work for a set time, a practice known as …": the words before it tell more.
_SUMS_UP = _pattern(
    r"\S+ \S+ \S+,\s+an? (?:practice|process|method|approach|technique|way|idea|system|skill)\W*\Z"
)
_POINTS_BACK = _pattern(r"\W*(?:it|this|that|these|they|we|people|staff|professionals)?\W*\Z")
_CLAUSE_BREAK = _pattern(r"[;:]\s|,\s(?:and|but|so)\s|\b(?:because|that|and)\s")
_LEAD_IN = _pattern(
    r"(?:so|but|and|here|in (?:this|our) \w+|in short|put simply|for us|simply put)\W+"
)
_OPENING = _pattern(
    r"(?:(?:the|an?)\b\W*)?"
    r"(?:(?:this )?(?:word|term|phrase|idea of|name|abbreviation|acronym)\b)?\W*\Z"
)
_ASKED = _pattern(r"what (?:is|are|does|do)(?: the)?(?: (?:word|term))?(?: an?)?\W*\Z")
_CARRIED_ON = _pattern(
    r"(?P<who>it|this|that|they|these|he or she|the (?:term|word|idea|phrase))\s(?P<said>.+)"
)
_INTRODUCES = _pattern(
    r"\W*(?:in|with|for|through|during|at|by|after|before|without|as|if|when)\s(?:\S+\s){0,3}\Z"
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


@dataclass(frozen=True)
class _Use:
    """A term in its sentence, with the words around it."""

    text: Text
    sentence: Sentence
    before: str
    """Up to the term, without quotation marks and space at the end."""
    after: str
    """From the term on, without quotation marks and space at the start."""
    after_at: int
    """Where `after` starts in the document's prose."""

    @classmethod
    def of(cls, text: Text, sentence: Sentence, use: Span) -> _Use:
        prose = text.document.prose
        before = prose[max(sentence.span.start, use.start - REACH) : use.start].rstrip(_QUOTES)
        rest = prose[use.end : min(sentence.span.end, use.end + REACH)]
        after = rest.lstrip(_QUOTES)
        return cls(text, sentence, before, after, use.end + len(rest) - len(after))

    @property
    def clause_before(self) -> str:
        """What stands before the term in its own clause, without marks and words that lead in."""
        opening = _CLAUSE_BREAK.split(self.before)[-1].lstrip(_NO_WORDS)
        return _LEAD_IN.sub("", opening, count=1)

    @property
    def is_subject(self) -> bool:
        """Whether the term opens its clause, so that what follows speaks of it."""
        return bool(_OPENING.match(self.clause_before)) and not self.in_question

    @property
    def is_headword(self) -> bool:
        """Whether nothing but an article stands before the term."""
        return bool(re.fullmatch(r"(?:the|an?)?", self.before.strip(_NO_WORDS), re.IGNORECASE))

    @property
    def in_question(self) -> bool:
        """Whether its sentence asks something."""
        return self.after.rstrip(_QUOTES).endswith("?")

    def is_clause(self, start: int, words: str) -> bool:
        """Whether words after the term tell something with a verb of their own.

        Args:
            start: where the words start in `after`.
            words: the words.
        """
        block = self.sentence.block
        at = self.after_at + start - block.offset
        tokens = block.doc.char_span(at, at + len(words), alignment_mode="expand") or ()
        tagged = Need.TAGS in self.text.offers
        for index, token in enumerate(tokens):
            if token.lower_ in _OPENS_CLAUSE:
                return False
            finite = token.tag_ in _FINITE if tagged else token.lower_ in _FINITE_WORDS
            # "The help you need" is no clause, nor is "the help" with its verb left out.
            if finite and not (index > 1 and tokens[index - 1].lower_ in {"you", "they", "people"}):
                return True
        return False


_NO_WORDS = _QUOTES + "()[]–—-•·,.:;…>#|"


def explanations_of(text: Text, uses: Iterable[Span]) -> tuple[Explanation, ...]:
    """Where the text explains the term that is used at each of `uses`, in order.

    Args:
        text: the analysed document.
        uses: every place where the term stands, in order.
    """
    marked = {
        offset
        for mark in text.marks(MarkKind.ABBREVIATION)
        if mark.target
        for offset in range(mark.span.start, mark.span.end)
    }
    found: dict[int, Explanation] = {}
    for use in uses:
        explanation = _explained_at(text, use, marked)
        if explanation is not None:
            found.setdefault(explanation.span.start, explanation)
    return tuple(sorted(found.values(), key=lambda explanation: explanation.span.start))


def is_late(text: Text, use: Span, explanation: Span, near: int) -> bool:
    """Whether an explanation comes more than `near` sentences after the first use."""
    used = text.sentence_at(use.start)
    explained = text.sentence_at(explanation.start)
    return used is not None and explained is not None and explained.number > used.number + near


def _explained_at(text: Text, use: Span, marked: set[int]) -> Explanation | None:
    sentence = text.sentence_at(use.start)
    if sentence is None:
        return None
    block = sentence.block.block
    if block.kind is BlockKind.TERM or not marked.isdisjoint(range(use.start, use.end)):
        return Explanation(sentence.span, sentence.number, "markup")
    # A list marker or quotation mark may stand before the term.
    if block.span.start in _word_list_blocks(text) and use.start - block.span.start <= 3:
        return Explanation(sentence.span, sentence.number, "word-list")
    place = _Use.of(text, sentence, use)
    if block.kind is not BlockKind.HEADING and (
        _named(place) or _glossed(place) or (place.is_subject and _says_what(place.after))
    ):
        return Explanation(sentence.span, sentence.number, "sentence")
    following = _next_sentence(text, sentence)
    if following is not None and _carried_on(place, following):
        return Explanation(following.span, following.number, "sentence")
    return None


_WORD_LISTS: WeakKeyDictionary[Text, frozenset[int]] = WeakKeyDictionary()


def _word_list_blocks(text: Text) -> frozenset[int]:
    """Where the blocks of word lists start; found once for each document."""
    if text not in _WORD_LISTS:
        _WORD_LISTS[text] = frozenset(
            block.span.start
            for section in text.document.sections()
            if len(section.title) <= REACH and WORD_LIST_SECTION.fullmatch(section.title)
            for block in section.blocks
            if block.kind is not BlockKind.HEADING
        )
    return _WORD_LISTS[text]


def _named(use: _Use) -> bool:
    """Whether words before the term say what it is: “…, called X”, “by X we mean …”."""
    before = use.before.rstrip(_QUOTES + "(:")
    if _BY.search(before[-40:]):
        return bool(_WE_MEAN.match(use.after))
    cue = _NAMED.search(before)
    if cue is None or not _NAME_ENDS.match(use.after):
        return False
    described = before[: cue.start()]
    # "The person that called the advocate" names nothing.
    if re.match(r"called(?: the)?\Z", cue.group(), re.IGNORECASE) and (
        cue.group().endswith("the") or re.search(r"\b(?:that|who|which)\s+\Z", described)
    ):
        return False
    if _NAMES_ONLY.search(described) and not _SUMS_UP.search(described):
        return False
    first = use.sentence.number == use.sentence.block.first_number
    return not (first and _POINTS_BACK.match(described))


def _glossed(use: _Use) -> bool:
    """Whether words right after the term say what it is, set off by a mark."""
    after = use.after
    if _ANNOUNCED.match(after) or _WHO.match(after):
        return True
    which = _WHICH.match(after)
    if which is not None:
        return _says_what(which["said"])
    bracket = _BRACKET.match(after)
    if bracket is not None and _is_gloss(use, bracket, short=True):
        return True
    mark = _DASH.match(after) or (_COLON.match(after) if use.is_headword else None)
    if mark is not None:
        return _is_gloss(use, mark, short=use.is_headword)
    other = _OR.match(after)
    if other is not None:
        in_list = "," in use.before[-40:]
        return not in_list and not use.is_clause(other.start("gloss"), other["gloss"])
    comma = _COMMA.match(after)
    return (
        comma is not None
        and not re.match(r",\s*(?:and|or)\b|,[^,]*,\s*(?:and|or)\b", comma["rest"])
        and not _INTRODUCES.match(use.before + " ")
        and bool(re.match(r"(?:an?|someone|somebody|people|the)\s", comma["gloss"]))
        and _defines(comma["gloss"])
        and not use.is_clause(comma.start("gloss"), comma["gloss"])
    )


def _is_gloss(use: _Use, match: re.Match[str], *, short: bool) -> bool:
    """Whether words in brackets or after a dash can say what the term before them means.

    Args:
        use: the term.
        match: with the words as `gloss`.
        short: whether two or three words may do, as in brackets, or in a list of terms.
    """
    gloss = match["gloss"].strip()
    if _NO_GLOSS.match(gloss) or _RESULT.match(gloss) or gloss.endswith("?"):
        return False
    if _BRACKET.match(use.after) and not gloss[:1].islower():
        return False
    if use.is_headword and not _BRACKET.match(use.after) and _PEOPLE_DO.match(gloss):
        return True
    if short and _SOMETHING.match(gloss):
        return True
    if use.is_clause(match.start("gloss"), match["gloss"]):
        return False
    return bool(_ING.match(gloss)) or _defines(gloss) or (short and _names_a_thing(use, match))


def _names_a_thing(use: _Use, match: re.Match[str]) -> bool:
    """Whether a few words are a noun with what describes it: “short-term help”."""
    words = match["gloss"].split()
    # With a comma it is a list of examples.
    if len(words) < 2 or "," in match["gloss"] or _OPINION.search(" ".join(words[:4])):
        return False
    if _KIND.search(" ".join(words[:4]).rstrip(".")):
        return True
    if Need.TAGS not in use.text.offers:
        return False
    block = use.sentence.block
    at = use.after_at + match.start("gloss") - block.offset
    tokens = block.doc.char_span(at, at + len(match["gloss"]), alignment_mode="expand") or ()
    tags = [token.tag_ for token in tokens if not token.is_punct]
    thing = list(itertools.takewhile(lambda tag: tag not in {"IN", "TO"}, tags))
    opens = words[0].lower() in {"a", "an"} or tags[:1] in (["JJ"], ["NN"], ["NNS"], ["VBG"])
    return opens and not {"NN", "NNS"}.isdisjoint(thing)


def _says_what(after: str) -> bool:
    """Whether what follows a subject says what it is: “means …”, “is when …”, “is a … that …”."""
    rest = _SHORT_BRACKET.sub("", after, count=1) if after.startswith("(") else after
    rest = rest.lstrip(_QUOTES + ",")
    if _MEANS.match(rest) or _IS_ABOUT.match(rest):
        return True
    when = _IS_WHEN.match(rest)
    if when is not None:
        return not _HAPPENED.search(" ".join(when["clause"].split()[:6]))
    defined = _DEFINED_AS.match(rest)
    if defined is not None:
        return bool(_ING.match(defined["said"])) or _defines(defined["said"])
    copula = _IS.match(rest)
    return copula is not None and (
        bool(_TOGETHER.match(copula["said"])) or _defines(copula["said"])
    )


def _defines(said: str) -> bool:
    """Whether what could follow “X is” says what X is, rather than what one thinks of it."""
    said = re.split(r"[.;]\s", said, maxsplit=1)[0].strip()
    if _OURS.search(said):
        return False
    if _SOMEONE.match(said):
        return True
    first, _, rest = said.partition(" ")
    more = _SAYS_MORE.search(said, len(first) if first.lower() in {"a", "an", "the", "any"} else 0)
    if more is None or len(rest.split()) < 2:
        return False
    thing = said[: more.start()].strip()
    if not thing or _OPINION.search(thing):
        return False
    if first.lower() in {"a", "an", "any"} or _KIND.search(thing):
        return True
    several = first.lower() != "the" and _SEVERAL.match(thing)
    return bool(several and _TELLS_WHICH.match(more.group()))


def _next_sentence(text: Text, sentence: Sentence) -> Sentence | None:
    """The next sentence of its block; after a heading, the first of what follows."""
    number = sentence.number + 1
    if number >= len(text.sentences):
        return None
    following = text.sentences[number]
    same = following.block is sentence.block
    below = sentence.block.kind is BlockKind.HEADING and following.block.kind is BlockKind.PARAGRAPH
    return following if same or below else None


def _carried_on(use: _Use, following: Sentence) -> bool:
    """Whether the next sentence says “it means …” or “this is a … that …” of the term."""
    span = following.span
    words = use.text.document.prose[span.start : min(span.end, span.start + REACH)]
    carried = _CARRIED_ON.match(words.lstrip(_NO_WORDS))
    if carried is None or words.rstrip(_QUOTES).endswith("?"):
        return False
    # In "reciprocity is a concept in co-production", "it" goes on about reciprocity.
    about_other = re.search(r"\b(?:is|are|was|were)\b", use.before, re.IGNORECASE)
    last = not use.after.strip(_NO_WORDS + "?!") and not about_other
    asked = bool(_ASKED.match(use.clause_before))
    return (use.is_subject or last or asked) and _says_what(carried["said"])
