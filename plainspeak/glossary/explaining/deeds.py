"""What a thing does, said of it in general: “turns food waste into compost”.

A deed tells what something is when it does it to something else, and the sentence says to what
end, or how. What comes of a thing (“reduces costs”), what it needs and what happens to it do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plainspeak.glossary.explaining.opinions import judges
from plainspeak.glossary.explaining.patterns import pattern
from plainspeak.glossary.explaining.phrases import Phrase
from plainspeak.glossary.explaining.predicate import Predicate
from plainspeak.glossary.explaining.use import Use
from plainspeak.language import inflection, syntax
from plainspeak.language.analysis import Need

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["deed_in"]

_RESULTS = frozenset(
    re.findall(
        r"\w+",
        "be do can could will would may might must should shall mean vary rely apply try need "
        "matter cost increase improve reduce save start begin end close open grow depend "
        "require remain become seem deserve come go last tend face like continue keep change "
        "cut raise rise fall differ feature exist happen occur prefer agree feel lose win "
        "fail mandate receive reflect prove near welcome recommend suggest warn advise hope "
        "expect attract earn spend enjoy love hate stay take bring affect cause benefit "
        "ensure enable allow support deliver help get offer have want reach spread move sit "
        "stand stay play include lead add think struggle",
    )
)
"""What comes of a thing, what it needs, what happens to it, or what somebody thinks."""
_TELLINGS = frozenset(
    re.findall(
        r"\w+",
        "carry make give provide work run meet explain cover discuss contain hold involve hit "
        "let look set show aim link act refer describe create form say ask see know cite "
        "address consider review mark rank await host name plan own owe decide find watch "
        "check tell agree compare sort pay put turn list",
    )
)
"""What a document, a meeting or an organisation may do too, when no definition is meant."""
_FOR_WHOM = pattern(
    r"\b(?:people|anyone|someone|those|adults|children|families|patients|carers)\s"
    r"(?:who|whose|that|with|in need)\b"
)
_GIVES = frozenset({"give", "provide", "offer", "deliver", "help", "support"})
_WORKERS = pattern(r"(?:er|or|ist|ian|worker|nurse|team|service|board|group|panel)s?\Z")
_HELPS = frozenset({"help", "support", "explain", "work", "represent", "advise", "give", "provide"})
# "Decides how urgent it is", "looks first for", "meets to plan".
_TO_WHAT_END = pattern(
    r"[a-z]+\s(?:(?:first|out|over|up|back|again|sure|in|on|with|into|at|for|to)\s){0,2}"
    r"(?:what|how|whether|who|which|that|to \w+)\s\S+\s\S|"
    r"[a-z]+ (?:out|up|over|into|after|with|for|at|on|to|from) (?:\S+\s){2,}\S"
)
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
    long_enough = len(gloss.words.split()) > 4
    for_some = bool(_FOR_WHOM.search(gloss.words))
    if use.is_particular and not for_some:
        return None
    lemma = inflection.lemma_of(match["verb"].lower(), "VERB")
    if lemma in _GIVES and for_some and len(gloss.words.split()) > 5:
        return gloss
    worker = _WORKERS.search(use.text.document.text_of(use.span))
    if lemma in _HELPS and worker and use.is_any_one and long_enough:
        return gloss
    if lemma in _RESULTS:
        return None
    acts = said.verb is None or _acts_on_something(said.verb)
    if use.is_any_one and long_enough:
        return gloss if acts or _TO_WHAT_END.match(gloss.words) else None
    return gloss if acts and lemma not in _TELLINGS else None


def may_define(deed: str) -> bool:
    """Whether a deed (“breaking”) may be what a word means, and is no news of the thing."""
    lemma = inflection.lemma_of(deed.lower(), "VERB")
    return lemma not in _RESULTS and lemma not in ("make", "give", "work", "run")


def _acts_on_something(verb: Token) -> bool:
    """Whether a verb, or one joined to it, has an object that nobody only praises."""
    for each in (verb, *verb.conjuncts):
        thing = syntax.object_of(each)
        if thing is not None and not judges(syntax.noun_chunk_of(thing).text):
            return True
    return False
