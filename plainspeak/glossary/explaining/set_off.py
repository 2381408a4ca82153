"""What can follow a term right away, set off by a mark: brackets, dashes, commas."""

from __future__ import annotations

import re

from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.glossary.explaining.predicate import Predicate
from plainspeak.glossary.explaining.said import said_of
from plainspeak.glossary.explaining.use import Use

__all__ = ["glossed"]

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
    r"(?:otherwise|better|more commonly|commonly|usually) known as|also (?:known|"
    r"referred to) as)|(?:as an? \w+ )?meaning(?=\s[“\"‘])|"
    r"\s?(?:,|;|:|–|—|-|\()\s*(?:this|that|which) (?:just |simply )?means(?: that)?"
    r"(?=\s(?:they|it|he or she)(?:[’']ve|[’']s| have| has| is| are)\s)|"
    r"ie\b)\s+(?P<gloss>\S.+)"
)
_WE_MEAN = pattern(
    r",?\s*(?:we|i|they|(?:most |some )?people)(?: usually| really)? mean\s(?P<gloss>.+)"
)
_WHICH = pattern(r"(?:,|;|–|—|-|\()\s*which\s(?P<said>.+)")
_WHERE = pattern(
    r",\s*(?:where|in which|by which|whereby)\s(?P<gloss>"
    r"(?!(?:they|it|you (?:can|may|will|must)|i|he|she|there|this|these|our|the)\b)\S+\s\S+\s.+)"
)
# "An advocate, who will speak up for you": what such a person is there to do.
_WHO = pattern(
    r"[,(–—-]\s*(?:who\s(?:(?:will|can|may|is there to)\s)?(?:speaks?|helps?|supports?|"
    r"represents?|"
    r"acts?|makes? sure|listens?|looks? after|works?|advises?|guides?|cares?|checks?|gives?|"
    r"plans?|"
    r"arranges?|assess(?:es)?)|whose job)\s(?P<gloss>(?:\S+\s+){2,}\S.*)"
)
_NO_GLOSS = pattern(
    r"(?:see|for example|e\.?g|such as|including|like|page|paragraph|article|schedule|"
    r"section|chapter|figure|table|pdf|"
    r"stage|"
    r"version|external|opens|link|about|\d|(?:two|three|four|five|six|seven|eight|nine|ten|and|"
    r"or|if|but|not|how|why|what)\b|especially|"
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


_SHORT_FORM = re.compile(r"\([^()]{0,14}[A-Z][^()]{0,14}\)\s?")
_THIS_MEANS = pattern(
    r"\s?(?:,|;|:|–|—|-|\()\s*(?:this|that|it|they|these)\s"
    r"(?P<said>(?:just |simply )?(?:means?|refers? to|stands? for|is when|is where)\s.+)"
)
# ", what you earn before tax,"
_WHAT = pattern(
    r"\s?(?:,|–|—|-|\()\s*(?P<gloss>(?:what|how much)\s(?:you|people|someone|your [\w’'-]+|"
    r"an? [\w’'-]+)\s(?!(?:need|can|should|must|have|want)\b)\S+\s\S.*)"
)
_OPENS_NOUN = pattern(r"(?:an?|someone|somebody|people|the|those|ones|something)\s")
# "The minutes, the agenda and the accounts": a list.
_GOES_ON = pattern(r"(?:the|an?|our|your) [\w’'-]+(?: [\w’'-]+)? (?:and|or)\s")
_TELLS_WHICH = pattern(r"\b(?:that|which|who|where)\b")
_POINTS = pattern(r"\b(?:this|it|our|we|us|i)\b")
# After a headword: "based on what you have paid", "increases every year".
_IS_SO = pattern(
    r"(?:based|paid|made|given|used|owned|kept|written) \w+ (?:\S+\s){2,}\S|"
    r"(?!(?:is|was|has|does|opens|starts|begins|ends|closes|costs|needs|takes|this|its)\b)"
    r"[a-z]{3,}s (?:every|each|your|you|the|an?)\s(?:\S+\s){2,}\S"
)


def glossed(use: Use) -> Phrase | None:
    """What words right after the term say it is, set off by a mark."""
    after = use.after
    bracket = _BRACKET.match(after)
    if bracket is not None and _is_gloss(use, bracket, short=True):
        return use.gloss(bracket)
    # In "a teacher apprenticeship (TA), a new way to …" the rest comes after the short form.
    short = _SHORT_FORM.match(after)
    at = short.end() if short else 0
    for announces in (_ANNOUNCED, _WHO, _WHERE, _WE_MEAN, _WHAT):
        match = announces.match(after, at)
        if match is not None:
            return use.gloss(match)
    this = _THIS_MEANS.match(after, at)
    if this is not None:
        return said_of(use, Predicate(use.after_at + this.start("said"), this["said"]))
    which = _WHICH.match(after, at)
    if which is not None:
        return said_of(use, Predicate(use.after_at + which.start("said"), which["said"]))
    mark = _DASH.match(after, at) or _COLON.match(after, at)
    if mark is not None:
        return use.gloss(mark) if _is_gloss(use, mark, short=use.is_headword) else None
    other = _OR.match(after, at)
    if other is not None:
        in_list = "," in use.before[-40:]
        return None if in_list or use.gloss(other).is_clause else use.gloss(other)
    comma = _COMMA.match(after, at)
    return use.gloss(comma) if comma is not None and _is_apposition(use, comma) else None


def _is_apposition(use: Use, comma: re.Match[str]) -> bool:
    """Whether words after a comma say what the term is, and are not the next of a list."""
    if re.match(r",\s*(?:and|or)\b|,[^,]*,\s*(?:and|or)\b", comma["rest"]):
        return False
    if _INTRODUCES.match(use.before + " ") or _GOES_ON.match(comma["gloss"]):
        return False
    if _NO_GLOSS.match(comma["gloss"]):
        return False
    what = use.gloss(comma)
    if not what.names_kind or what.is_clause:
        return False
    return bool(_OPENS_NOUN.match(comma["gloss"])) or (
        bool(_TELLS_WHICH.search(what.words)) and not re.search(r"\b(?:and|or)\b", what.words)
    )


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
    if use.is_headword and not bracket:
        general = what.tells_in_general and not _POINTS.search(what.words)
        if general or _PEOPLE_DO.match(what.words) or _IS_SO.match(what.words):
            return True
    if what.is_clause:
        return bracket and bool(_IN_GENERAL.match(what.words))
    if what.is_doing or what.names_kind:
        return True
    # With a comma it is a list of examples.
    return short and "," not in match["gloss"] and what.is_short_gloss
