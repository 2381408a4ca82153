"""What a sentence can say of a term from its verb on: “means …”, “is a … that …”, “lets you …”."""

from __future__ import annotations

import re

from plainspeak.glossary.explaining.deeds import deed_in, may_define
from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.glossary.explaining.predicate import ADVERBS, Predicate
from plainspeak.glossary.explaining.use import Use

__all__ = ["said_of"]

# A cost or a result: "means a lot of work", "means that we must wait", "means lower costs".
_MEANS = pattern(
    ADVERBS + r"(?:means?|is meant)\s(?!(?:an? (?:lot|great|huge|big)|lots|so|much|many|"
    r"everything|"
    r"nothing|little|more|less|fewer|lower|higher|better|worse|extra|hard|different|very|"
    r"business|"
    r"[\w-]+, [\w-]+ and|(?:\S+ ){1,8}(?:more|less|longer) than (?:you|we|they) |"
    r"well|the world|to(?! do with)|no|it|there|we|they|i)\b|"
    r"(?:that )?(?:\S+ ){1,4}(?:can|cannot|could|will|would|must|may|might|have to|has to|had to|"
    r"need to|needs to|no longer)\b|(?:that )?(?:we|they|i) )"
    r"(?P<gloss>.+)"
)
_SAYS = pattern(
    ADVERBS + r"(?:refers? to|stands? for|is short for|"
    r"describes?(?=\s(?:an?|the|any|all|how|when|where|what|people|someone)\b)|"
    r"(?:is|are) (?:\w+ly )?used to (?:mean|describe|talk about)|"
    r"(?:is|are) (?:a (?:bit|little) |rather |much )?like(?=\s(?:an?|the)\s)|"
    r"(?:is|are) another (?:word|name|term|way of saying)|"
    r"(?:is|are) (?:the|an?) (?:\w+ )?(?:word|name|term|phrase|idea|label)\s"
    r"(?:[\w’']+ ){0,5}?(?:for|given to|to (?:mean|describe|refer|say)|that means|used when)|"
    r"(?:is|are) the (?:\w+ )?idea that|"
    r"(?:is|are) (?:also|sometimes|often|better|more commonly) (?:called|known as)|"
    r"consists? of|comprises?)\s(?P<gloss>.+)"
)
# What it does, or is there to do. "Helps people" may be praise; "helps you find" rarely is.
_DOES = pattern(
    ADVERBS + r"(?P<gloss>(?:lets?|(?:will )?gives? (?:you|your|people|someone|them)|"
    r"helps? (?:you|someone)|aims? to|"
    r"shows? (?:how|what|which|where|who)|tells? (?:you|us) (?:how|what|which|who)|"
    r"sets? out|looks? (?:at|after)|says? that|prevents?|"
    r"acts? as|asks? (?:for|you)|emphasi[sz]e[sd]?|links? .{1,60} (?:to|with)|"
    r"(?:happens?|occurs?) when|involves? (?:\w+ly )?(?!working with)\w+ing|"
    r"tr(?:y|ies) to|exists? to|deals? with(?=(?: \S+){5})|(?:is|are) responsible for \w+ing|"
    r"(?:is|are) (?:done|carried out) (?:by \w+ing|through|with|using|to)|(?:is|"
    r"are) (?:based on(?=(?: \S+){5})|there to(?=(?: \S+){3})|paid to|elected to|appointed to|"
    r"designed to|designed|meant|intended|set up) to|"
    r"(?:is|are) (?:made up of|made when|made .{1,40} to|worked out))\s\S+\s.+)"
)
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
    ADVERBS + r"(?:is|are) (?:\w+ly )?(?P<gloss>when\swe\s(?=.{0,80}\b(?:together|each other)\b)|"
    r"(?:when|where|how)\s(?!(?:we|our|us|i|my|it|its|he|she|things|most|all(?! the)|this|that|"
    r"much|"
    r"everyone|everybody)\b)(?:\S+\s+){2}.*)"
)
_IS = pattern(
    ADVERBS + r"(?P<verb>is|are|[’'](?:s|re))\s(?:(?:simply|just|basically|"
    r"usually)\s)?(?P<gloss>.+)"
)
# "Is working together", "is finding out by asking"; other -ing forms may be news.
_TOGETHER = pattern(
    r"\w+ing\b(?! well| hard)[^.;]{0,60}\b(?:together|as equals|each other)\b|"
    r"(?:finding|working) out\s|(?:having|being(?! \w+(?:ed|en|t|n|lt)\b)|knowing|saying|owning|"
    r"understanding)\s\S+\s|"
    r"(?!helping|making|giving|getting|letting|costing)\w+ing (?:someone|people|something|what)\b"
)


_GERUND = pattern(r"(?P<verb>(?!\w*thing\b)\w+ing)\s(?:\S+\s){2}\S")
# "Is what a bank charges you", not "is what we need" nor "is what matters".
_WHAT_ONE = pattern(
    r"how (?:much|many)\s(?:\S+\s){4}|(?:what|whoever|whatever)\s(?:(?:you|people|someone|"
    r"your [\w’'-]+|(?:an?|the) [\w’'-]+)"
    r"\s(?!(?:need|want|like|love|say|think|should|must)\b)|(?<=whoever )|"
    r"(?<=whatever ))(?:\S+\s){2}\S"
)


def said_of(use: Use, said: Predicate) -> Phrase | None:
    """What words say a subject is, from its verb on; `None` if they say no such thing."""

    def phrase(match: re.Match[str]) -> Phrase:
        return use.phrase(said.at + match.start("gloss"), match["gloss"])

    for says in (_MEANS, _SAYS, _IS_ABOUT, _IS_WHEN, _DOES):
        match = says.match(said.words)
        if match is not None:
            return phrase(match)
    deed = deed_in(use, said)
    if deed is not None:
        return deed
    defined = _DEFINED_AS.match(said.words)
    if defined is not None:
        what = phrase(defined)
        return what if what.is_doing or what.names_kind else None
    copula = _IS.match(said.words)
    if copula is None:
        return None
    what = phrase(copula)
    gerund = _GERUND.match(what.words)
    if gerund and copula["verb"] == "is" and use.is_deed and may_define(gerund["verb"]):
        return what
    if _TOGETHER.match(what.words) or _WHAT_ONE.match(what.words) or what.names_kind:
        return what
    return None
