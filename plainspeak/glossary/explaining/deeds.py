"""What a thing does, said of it in general: “turns food waste into compost”.

A deed tells what something is when it does it to something else, and the sentence says to what
end, or how. What comes of a thing (“reduces costs”), what it needs and what happens to it do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plainspeak.glossary.explaining.phrases import Phrase, judges, pattern
from plainspeak.glossary.explaining.predicate import Predicate
from plainspeak.glossary.explaining.use import Use
from plainspeak.language import inflection, syntax
from plainspeak.language.analysis import Need

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["deed_in"]

_NO_DEED = frozenset(
    re.findall(
        r"\w+",
        "be have do can could will would may might must should shall mean vary rely apply "
        "carry try need matter take cost help increase improve reduce save make get start "
        "begin end close open grow depend require work remain become seem deserve come go "
        "lead run meet last tend cause face explain cover discuss contain hold involve hit "
        "let look set show aim link act stand refer describe affect want like continue keep "
        "deliver support ensure enable allow benefit change cut raise rise fall include "
        "differ play form feature exist say ask sit happen occur prefer agree think feel know "
        "see lose win fail create mandate receive cite address consider review reflect mark "
        "prove rank await near welcome host name recommend suggest warn advise hope expect "
        "plan attract earn spend own owe enjoy love hate offer provide",
    )
)
"""What comes of a thing, what it needs, what happens to it, or what somebody thinks."""
_FOR_WHOM = pattern(
    r"\b(?:people|anyone|someone|those|adults|children|families|patients|adults|carers)\s"
    r"(?:who|whose|that|with|in need)\b"
)
_GIVES = frozenset({"give", "provide", "offer", "deliver", "help", "support"})
_DEED = pattern(
    r"(?:(?:just|often|sometimes|\w+ly)\s){0,2}(?P<gloss>(?!\w+(?:ly|ed)\b)(?!(?:is|are|was|were|"
    r"has|have|had|does|do|did|can|could|will|would|may|might|must|should|shall|cannot|also|only|"
    r"now|still|always|never)\b)(?P<verb>[a-z]{3,})\s(?:\S+\s+){2}\S.*)"
)


def deed_in(use: Use, said: Predicate) -> Phrase | None:
    """The words that say what the subject does, if that tells what it is."""
    match = _DEED.match(said.words)
    if match is None or Need.TAGS not in use.text.offers:
        return None
    gloss = use.phrase(said.at + match.start("gloss"), match["gloss"])
    for_some = bool(_FOR_WHOM.search(gloss.words))
    if use.is_particular and not for_some:
        return None
    lemma = inflection.lemma_of(match["verb"].lower(), "VERB")
    if lemma in _GIVES and for_some and len(gloss.words.split()) > 5:
        return gloss
    if lemma in _NO_DEED:
        return None
    if said.verb is not None and not _acts_on_something(said.verb):
        return None
    return gloss


def _acts_on_something(verb: Token) -> bool:
    """Whether a verb, or one joined to it, has an object that nobody only praises."""
    for each in (verb, *verb.conjuncts):
        thing = syntax.object_of(each)
        if thing is not None and not judges(syntax.noun_chunk_of(thing).text):
            return True
    return False
