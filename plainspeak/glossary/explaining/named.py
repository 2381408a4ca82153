"""What can stand before a term that it names: “…, called X”, “… (X)”, “This is called X”."""

from __future__ import annotations

import re

from plainspeak.glossary.explaining.opinions import judges
from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.glossary.explaining.use import QUOTES, Use

__all__ = ["named"]

_NAMED = pattern(
    r"\b(?:(?:(?:can|could|may|might) be |is |are |was |were )?(?:also |sometimes |often |"
    r"\w+ly )?"
    r"(?:called|known as|termed|said to be|referred to as|described as|shortened to)|"
    r"calls? (?:it|this|that|them|these)(?: \w+)?|(?:what|which) (?:[\w’']+ ){1,4}calls?|we call|"
    r"(?:word|term|name|phrase) for (?:this|that|it|these) is|said to have \w+|"
    r"(?:called|known as) (?:making|having|getting|doing|giving|being|taking))"
    r"(?: an?| the| your)?\Z"
)
_CALL_IT = pattern(r"\bcall(?:s|ed)? it(?: an?)?\Z")
_WHEN = pattern(r"(?:when|if)\s(?P<gloss>(?:\S+\s){2}.+)")
# The name must end there: not "called co-production lead".
_NAME_ENDS = pattern(
    r"\Z|[.,;:!?)\]–—]|--?\s|\([A-Z]{2,}|(?:to|that|for|and|or|but|in|by|because|when|where|"
    r"which|who|so|to|for short)\b"
)
# Naming a person, or one thing in a word or two ("our project, called …"), describes nothing.
_NAMES_ONLY = pattern(
    r"(?:\b(?:he|she|i|who)|"
    r"(?<!\bof )(?<!\bfor )(?<!\bwith )(?<!\bto )(?<!\bin )(?<!\bon )(?<!\bat )"
    r"(?<!\bby )(?<!\bunder )(?<!\bover )(?<!\bfrom )(?<!\binto )(?<!\bbetween )(?<!\babout )"
    r"(?<!\bround )(?<!\baround )(?<!\bthrough )(?<!\bwithout )(?<!\bnear )(?<!\bbehind )"
    r"\b(?:an?|the|our|my|your|their|his|her|one)\s+[\w’'-]+(?:\s+[\w’'-]+)?"
    r"(?:\s+(?:that|which))?),?\s*\Z"
)
# "The new approach, called an exchange model, recognised that …": what follows describes it.
_KIND_BEFORE = pattern(
    r"\A(?:the|our|this) (?:\w+ )?(?:approach|method|model|process|system|technique|way),?\s*\Z"
)
_TELLS_ON = pattern(r",\s(?!and\b|or\b|wh)(?P<gloss>\w+(?:ed|s)\s(?:\S+\s){3}.+)")
# "A fund called Access to Work that pays for …": what the name is of comes after it.
_AND_MORE = pattern(r"(?P<gloss>(?:that|which|who|where|to|for)\s(?:\S+\s){2,}\S.*)")
_PRAISED = pattern(r"\W*(?:this|that|it) is (?:an? |the )?(?:vital|key|important|big|good) ")
_PREDICATE = pattern(r"(?:is|are|was|were|can|could|may|might)\b")
# "You work for a set time, a practice known as …": the words before it tell more.
_SUMS_UP = pattern(
    r"\S+ \S+ \S+,\s+an? (?:practice|process|method|approach|technique|way|idea|system|"
    r"skill)\W*\Z"
)
_POINTS_BACK = pattern(
    r"\W*(?:(?:this|that|these|it)(?: \w+){0,2}|they|we|people|staff|professionals)?\W*\Z"
)
_THIS_IS = pattern(r"(?:\A|[;:.])\s*(?:this|that)(?: \w+)? (?:is|are)(?: your| an?)?\Z")
_BRACKET_OPENS = pattern(r"\s\(\s*(?:(?:i\.?e\.?|or|an?),?\s*)?[“‘\"']?\Z")
_PHRASE_BREAK = re.compile(r"[.;:()–—“”\"]")


def named(use: Use) -> Phrase | None:
    """What words before the term say it is: “…, called X”, “… (X)”."""
    if _CALL_IT.search(use.before[-40:]) and (when := _WHEN.match(use.after)):
        return use.gloss(when)
    opening = _BRACKET_OPENS.search(use.before[-20:]) if use.after.startswith(")") else None
    if opening is not None and use.text.document.text_of(use.span).islower():
        words = _PHRASE_BREAK.split(use.before[: -len(opening.group())])[-1]
        at = use.before_at + len(use.before) - len(opening.group()) - len(words)
        return use.phrase(at, words) if len(words.split()) > 2 else None
    if _THIS_IS.search(use.before[-60:]) and re.match(r"[.;,]|\Z", use.after):
        return _said_before(use)
    before = use.before.rstrip(QUOTES + "(:")
    cue = _NAMED.search(before)
    if cue is None or not _NAME_ENDS.match(use.after):
        return None
    described = before[: cue.start()]
    # "The person that called the advocate" names nothing.
    if re.match(r"called(?: the)?\Z", cue.group(), re.IGNORECASE) and (
        re.search(r"\b(?:that|who|which|he|she|they|we|i|you)\s+\Z", described, re.IGNORECASE)
    ):
        return None
    if _POINTS_BACK.match(described):
        return _said_before(use)
    # In "… is called X" all that comes before may describe it; in "…, called X" its last words.
    if _PREDICATE.match(cue.group()):
        few = 2 if re.search(r"\bare\b", cue.group()) else 3
        return use.phrase(use.before_at, described) if len(described.split()) > few else None
    if len(described.split()) < 3 or _PRAISED.match(described):
        return None
    if _NAMES_ONLY.search(described) and not _SUMS_UP.search(described):
        if (more := _AND_MORE.match(use.after)) and not judges(more["gloss"]):
            return use.gloss(more)
        told = _TELLS_ON.match(use.after) if _KIND_BEFORE.search(described) else None
        return use.gloss(told) if told is not None else None
    return use.phrase(use.before_at, described)


def _said_before(use: Use) -> Phrase | None:
    """The sentence before, or what its own says up to a semicolon."""
    if ";" in use.before:
        return use.phrase(use.before_at, use.before[: use.before.rindex(";")])
    number = use.sentence.number - 1
    if number < use.sentence.block.first_number:
        return None
    earlier = use.text.sentences[number]
    return Phrase(use.text, earlier, earlier.span)
