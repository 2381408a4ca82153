"""Words of the glossaries that give way to plainer ones, in the same form.

Safe is only what the glossary calls safe: the first alternative of an entry with `rewrite: safe`,
in place of the term itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from plainspeak.glossary.forms import forms_of
from plainspeak.glossary.matching import UNIVERSAL, Hit, starts_sentence
from plainspeak.glossary.schema import Pos, Rewrite, Treatment
from plainspeak.glossary.swaps import SET_OFF, Swap, swaps_for
from plainspeak.language import foreign, inflection, syntax, valency
from plainspeak.language.analysis import UNBROKEN
from plainspeak.model import PLACEHOLDER, Finding
from plainspeak.rewriting.draft import Change, Draft, Fact, Scene
from plainspeak.rewriting.guard import facts

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = ("jargon",)
ASKS = "Do the new words mean the same here?"

NOT_TO_START = frozenset({"about", "except", "for", "while", "with"})
"""Words that read oddly at the start of many a sentence: “About your letter, we …”."""
TO_START = frozenset({"even so", "meanwhile"})
"""Words that read oddly anywhere but at the start of a clause: “ring meanwhile if it rains”."""
AFTER_NOUN = frozenset({"apart from", "except"})
"""Words that take something out of what is named before them."""
MENTION = re.compile(
    r"\b(?:words?|phrases?|terms?|verbs?|expressions?|abbreviations?|jargon)\b"
    r"(?:(?:[,:]? (?:such as|like|including))?[,:]? (?:[\w.-]+, )*"
    r"|,? (?:are|is|include):? (?:[\w.-]+(?: [\w.-]+){0,3}, )+)"
    r"(?:[\w.-]+,? (?:and|or) )?$",
    re.IGNORECASE,
)
"""Before a word that is talked about: “words such as prohibit”."""
SUCH_WORDS = re.compile(
    r"\bsuch (?:\w+ ){0,2}(?:words|phrases|terms|verbs|expressions|commonplaces|clich[eé]s) as "
    r"[^.;:!?]*$",
    re.IGNORECASE,
)
"""Before words that are shown: “by such phrases as in view of, with respect to”."""
REPLACED = re.compile(
    r"\b(?:replace|swap|delete|remove|change|cut(?: out)?)(?: the (?:words?|phrase))? $",
    re.IGNORECASE,
)
"""Before a word that an editor is told to take out: “Replace in order to with to”."""
SHUNNED = re.compile(
    r"\b(?:avoid|(?:don[’']?t|do not|never) (?:say|use|write))\b[^.!?()]*\([^.!?()]*$",
    re.IGNORECASE,
)
"""Before a word that is shown as one to avoid: “Avoid long words (utilise)”."""
REACH = 200
"""So many characters before a word are looked at."""
TELLING = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
ROW = 3
NEAR = 12
"""How many words off a word may be too close to the same word."""


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """A draft for each alternative that has room where the term stands."""
    hits = scene.tools.hits(scene.text)
    place = bisect_left(hits, finding.span.start, key=lambda hit: hit.span.start)
    hit = hits[place] if place < len(hits) else None
    if hit is None or not finding.span.contains(hit.span):
        return
    if not _is_used(hit, scene) or _in_a_row(hit, _in_its_block(hit, hits)):
        return
    for swap in swaps_for(scene.text, hit):
        if _stands_near(hit, swap) or _is_paired_with_like(hit):
            continue
        yield Draft.of(
            [Change.to(span, words) for span, words in swap.changes],
            safe=swap.is_first and _is_safe(hit, swap),
            alters=_altered(hit, swap, scene),
            in_place=hit.entry.rewrite is not Rewrite.SAFE,
        )


def _is_used(hit: Hit, scene: Scene) -> bool:
    """Whether the words are the writer's own, and no name or title, nor words talked about."""
    entry, doc = hit.entry, hit.block.doc
    if entry.treatment is Treatment.EXPLAIN or entry.rewrite is Rewrite.NEVER:
        return False
    if hit.mention or hit.held_up or hit.quoted or hit.span == scene.sentence.span:
        return False
    if entry.rewrite is not Rewrite.SAFE and PLACEHOLDER in scene.sentence.text:
        return False  # beside code, words have a sense of their own
    if not _is_read_as(hit) or foreign.is_foreign(token.text for token in scene.sentence):
        return False
    before = doc.text[: doc[hit.start].idx]
    following = _at(hit, hit.end)
    if MENTION.search(before) or SUCH_WORDS.search(before):
        return False
    if SHUNNED.search(before[-REACH:]) and not SET_OFF.intersection(entry.alternatives):
        return False
    if hit.start == 0 and following is not None and following.text == ":":
        return False  # an entry in a list of words: “e.g.: short for …”
    first = doc[hit.start]
    if first.text[0].isupper() and not first.is_sent_start and not hit.text.isupper():
        return not any(token.is_alpha for token in doc[: hit.start])
    if _is_replaced(hit, before):
        return False
    # “Avoid phrases such as in order to, prior to” talks of the words.
    leads_on = doc[hit.end - 1].pos_ in ("ADP", "SCONJ", "PART") and not entry.pos
    return not (leads_on and (following is None or following.is_punct or following.is_space))


def _is_replaced(hit: Hit, before: str) -> bool:
    """Whether an editor is told to put a term’s own alternative there, or to cut a phrase."""
    if not REPLACED.search(before[-REACH:]):
        return False
    after = hit.block.doc[hit.end :].text.lower()
    alternatives = "|".join(map(re.escape, hit.entry.alternatives))
    given = re.match(rf"[”’\"']? ?(?:with|to|for|by) [“‘\"']?(?:{alternatives})\b", after)
    return given is not None or not hit.entry.pos


def _is_read_as(hit: Hit) -> bool:
    """Whether the language model sees the part of speech that the entry is for."""
    if not hit.entry.pos:
        return True
    head = hit.block.doc[hit.head]
    before = _at(hit, hit.start - 1)
    if hit.entry.pos == (Pos.ADJECTIVE,) and before is not None and before.tag_ == "DT":
        return valency.stands_before_noun(head)  # not “make an alternative available”
    wanted = set().union(*(UNIVERSAL[pos] for pos in hit.entry.pos))
    if head.pos_ in wanted or inflection.possible_pos(head.lower_) <= wanted:
        return True
    return Pos.ADJECTIVE in hit.entry.pos and valency.stands_before_noun(head)


def _in_its_block(hit: Hit, hits: Sequence[Hit]) -> Sequence[Hit]:
    span = hit.block.block.span
    first = bisect_left(hits, span.start, key=lambda hit: hit.span.start)
    return hits[first : bisect_left(hits, span.end, key=lambda hit: hit.span.start)]


def _in_a_row(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether it is one of several terms in a row: “the abbreviations i.e., e.g. and etc.”."""
    doc = hit.block.doc
    row: list[Hit] = []
    for other in hits:
        if other.entry.pos:
            continue
        between = doc[row[-1].end : other.start] if row else ()
        if not all(token.is_punct or token.pos_ == "CCONJ" for token in between):
            if hit in row:
                break
            row = []
        row.append(other)
    return hit in row and len(row) >= ROW


def _is_safe(hit: Hit, swap: Swap) -> bool:
    if hit.entry.rewrite is not Rewrite.SAFE or hit.block.kind in UNBROKEN:
        return False
    if not _is_term_itself(hit):
        return False
    head = hit.block.doc[hit.head]
    before, following = _at(hit, hit.start - 1), _at(hit, hit.end)
    if _may_be_adjective(head, before, following):
        return False
    if valency.stands_before_noun(head):
        if head.tag_ in ("VBN", "VBG"):
            return False  # “attempted murder”
        if head.pos_ == "ADJ" and before is not None and before.pos_ == "ADV":
            return False  # “legally sufficient facts”
    if swap.words.lower() in NOT_TO_START and starts_sentence(hit.block.doc[hit.start]):
        return False
    if swap.words.lower() in TO_START and not _opens_clause(hit):
        return False
    if swap.words.lower() in AFTER_NOUN and not _follows_noun(hit):
        return False
    if swap.words.lower() in SET_OFF and _goes_on(hit):
        return False
    around = [token for token in (before, following) if token is not None]
    return not any(syntax.is_name(token) and not token.is_sent_start for token in around)


def _opens_clause(hit: Hit) -> bool:
    """Whether a clause may start here: at the start of the sentence, or behind a mark or “and”."""
    before = _at(hit, hit.start - 1)
    opens = before is None or before.is_punct or before.pos_ == "CCONJ"
    return opens or starts_sentence(hit.block.doc[hit.start])


def _follows_noun(hit: Hit) -> bool:
    """Whether something is named right before, maybe with a comma: not “slowly, except adults”."""
    before = _at(hit, hit.start - 1)
    if before is not None and before.text == ",":
        before = _at(hit, hit.start - 2)
    return before is not None and before.pos_ in ("NOUN", "PROPN", "PRON", "NUM")


def _goes_on(hit: Hit) -> bool:
    """Whether examples without marks around them lead on to the verb: “adults e.g. us are here”."""
    before = _at(hit, hit.start - 1)
    if before is None or before.is_punct:
        return False
    rest = takewhile(lambda token: not token.is_punct, hit.block.doc[hit.end :])
    return any(map(syntax.is_finite, rest))


def _may_be_adjective(verb: Token, before: Token | None, following: Token | None) -> bool:
    """“Connect modifying words” may speak of words that modify."""
    return (
        verb.tag_ == "VBG"
        and following is not None
        and following.pos_ == "NOUN"
        and before is not None
        and before.pos_ in ("VERB", "ADJ", "DET", "NOUN")
    )


def _is_term_itself(hit: Hit) -> bool:
    """Whether it is a form of the term, not of a variant, whose sense or grammar may differ."""
    alone = hit.entry.model_copy(update={"variants": ()})
    letters = {_letters(form.text) for form in forms_of(alone)}
    return _letters(hit.text) in letters


def _letters(words: str) -> str:
    """Without marks and spaces: “eg” is a spelling of “e.g.”."""
    return re.sub(r"[\W_]", "", words.lower())


def _at(hit: Hit, index: int) -> Token | None:
    doc = hit.block.doc
    return doc[index] if 0 <= index < len(doc) else None


def _stands_near(hit: Hit, swap: Swap) -> bool:
    """Whether a word of the alternative is there already: “improved and improved”."""
    doc = hit.block.doc
    near = [*doc[max(0, hit.start - NEAR) : hit.start], *doc[hit.end : hit.end + NEAR]]
    said = {token.lower_ for token in near if token.pos_ in TELLING}
    again = doc[max(0, hit.start - NEAR) : hit.end + NEAR].text.lower()
    new = swap.words.lower()
    return any(word in said for word in new.split()) or (" " in new and new in again)


def _is_paired_with_like(hit: Hit) -> bool:
    """Whether a plainer word for it is joined to it already: “reduce and mitigate”."""
    doc = hit.block.doc
    joined = [
        other
        for link, other in ((hit.start - 1, hit.start - 2), (hit.end, hit.end + 1))
        if min(link, other) >= 0
        and max(link, other) < len(doc)
        and doc[link].lower_ in ("and", "or")
    ]
    plainer = {alternative.lower() for alternative in hit.entry.alternatives}
    return any(
        inflection.lemma_of(doc[other].lower_, doc[other].pos_) in plainer for other in joined
    )


def _altered(hit: Hit, swap: Swap, scene: Scene) -> Fact:
    """The glossary vouches for its alternatives, and a safe one is never the harder to read."""
    before = " ".join(scene.words(span).lower() for span, _ in swap.changes)
    altered = facts.differing(before, " ".join(words.lower() for _, words in swap.changes))
    if _has_own_capitals(hit, swap):
        altered |= Fact.NAMES
    return altered | Fact.READING if hit.entry.rewrite is Rewrite.SAFE else altered


def _has_own_capitals(hit: Hit, swap: Swap) -> bool:
    """Whether the alternative is written with capitals that the term has not: “TV”."""
    new, old = swap.words, hit.text
    return (new[0].isupper() and old[0].islower()) or (
        new[1:] != new[1:].lower() and old[1:].islower()
    )
