"""Forms of English words: all of them to find a word, the right one to put in its place.

The dictionary is lemminflect's; words it does not know follow the regular rules. Where British and
American spelling differ, a search finds both and what is written is British: `organised`,
`travelled` (see `spelling.py`). Tags are those of the Penn Treebank (`VBD`, `NNS`, `JJR`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from plainspeak.language import dictionary
from plainspeak.language.letter_case import match_case
from plainspeak.language.spelling import british, spellings

__all__ = [
    "forms",
    "head_of",
    "inflect",
    "lemma_of",
    "match_form",
    "possible_pos",
    "tag_of",
]

_TAGS: Mapping[str, tuple[str, ...]] = {
    "NOUN": ("NN", "NNS"),
    "VERB": ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG"),
    "ADJ": ("JJ", "JJR", "JJS"),
    "ADV": ("RB", "RBR", "RBS"),
}
_POS_OF_TAG = {tag: pos for pos, tags in _TAGS.items() for tag in tags}
_BASE_TAGS = frozenset({"NN", "VB", "VBP", "JJ", "RB"})

# Where the dictionary is wrong, American or odd: the form to write, by lemma and tag.
_PREFERRED: Mapping[str, Mapping[str, str]] = {
    "be": {"VB": "be", "VBP": "are"},
    "get": {"VBN": "got"},
    "lie": {"VBD": "lay", "VBN": "lain"},
    "go": {"NNS": "goes"},
    "person": {"NNS": "people"},
    "bid": {"VBD": "bid", "VBN": "bid"},
    "fit": {"VBD": "fitted", "VBN": "fitted"},
    "fish": {"NNS": "fish"},
    "program": {"VBD": "programmed", "VBN": "programmed", "VBG": "programming"},
}
_UNCOUNTED = """
    advice aircraft data equipment evidence feedback furniture guidance help homework information
    knowledge money news people police progress research series sheep software staff training
    transport wellbeing
"""

_MODALS: Mapping[str, Mapping[str, str]] = {
    "can": {"VBD": "could", "VBN": "been able to", "VBG": "being able to"},
    "must": {"VBD": "had to", "VBN": "had to", "VBG": "having to"},
    "should": {},
    "may": {},
    "might": {},
    "will": {"VBD": "would"},
    "could": {},
    "would": {},
}

_LEMMAS: Mapping[tuple[str, str], str] = {
    ("ca", "AUX"): "can",
    ("wo", "AUX"): "will",
    ("sha", "AUX"): "shall",
    ("'s", "AUX"): "be",
    ("'re", "AUX"): "be",
    ("'m", "AUX"): "be",
    ("'ve", "AUX"): "have",
    ("'ll", "AUX"): "will",
    ("'d", "AUX"): "would",
    ("n't", "PART"): "not",
    ("leaves", "NOUN"): "leaf",
    ("lay", "VERB"): "lay",
    ("people", "NOUN"): "person",
    ("more", "ADJ"): "more",
    ("most", "ADJ"): "most",
    ("more", "ADV"): "more",
    ("most", "ADV"): "most",
}

_PREPOSITIONS = "about at before between by for from if in of on round than to with without"
# Words that follow a noun and speak of it: `person involved`, `person who uses services`.
_AFTER_NOUN = """
    who that which whose where when affected concerned forced forward forwards involved living made
    responsible seeking sleeping taking using working
"""
_DOUBLING = """
    abet abhor acquit admit allot begin commit compel concur confer control defer demur deter embed
    emit equip excel expel forget format handicap incur infer input kidnap occur omit outfit output
    patrol permit prefer propel rebel rebut recap recur refer refit regret remit reset submit
    transfer transmit unplug worship
"""


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@lru_cache(maxsize=20_000)
def _dictionary(lemma: str, pos: str) -> Mapping[str, tuple[str, ...]]:
    """Every form of a single word the dictionary knows as this part of speech, by tag."""
    known = {
        tag: tuple(form for form in found if form.replace("-", "").isalpha())
        for tag, found in dictionary.inflections(lemma).items()
        if tag in _TAGS[pos]
    }
    if not all(known.values()) or not known:
        return {}
    if pos == "VERB":
        if "VBZ" not in known and "VBG" not in known:
            return {}
        known.setdefault("VBN", known.get("VBD", ()))
        if lemma == "be":
            known["VBP"] = ("are", "am")
        if lemma.endswith("l"):
            present = known.get("VBZ", ())
            known["VBZ"] = tuple(sorted(present, key=lambda form: form != lemma + "s"))
            for tag, ending in (("VBD", "ed"), ("VBN", "ed"), ("VBG", "ing")):
                known[tag] = _doubled_first(known.get(tag, ()), lemma, ending)
    elif pos == "NOUN" and lemma not in _set(_UNCOUNTED):
        # The dictionary gives mass nouns their singular as a plural too.
        plurals = tuple(form for form in known.get("NNS", ()) if form != lemma)
        known["NNS"] = plurals or known.get("NNS", ())
    return {tag: found for tag, found in known.items() if found}


def _doubled_first(found: tuple[str, ...], lemma: str, ending: str) -> tuple[str, ...]:
    """British spelling doubles the l of `travelled` whatever the stress."""
    doubled, single = f"{lemma}l{ending}", f"{lemma}{ending}"
    if doubled in found or (single in found and _doubles(lemma)):
        return (doubled, *(form for form in found if form != doubled))
    return found


def _rules(lemma: str, pos: str) -> Mapping[str, tuple[str, ...]]:
    """The regular forms of a word, by tag."""
    if pos == "NOUN":
        return {"NN": (lemma,), "NNS": (_with_s(lemma),)}
    if pos == "VERB":
        past, gerund = _with_ed(lemma), _with_ing(lemma)
        return {
            "VB": (lemma,),
            "VBP": (lemma,),
            "VBZ": (_with_s(lemma),),
            "VBD": (past,),
            "VBN": (past,),
            "VBG": (gerund,),
        }
    return {_TAGS[pos][0]: (lemma,)}


def _with_s(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)\Z", word):
        return word + "es"
    if re.search(r"[^aeiou]y\Z", word):
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y\Z", word):
        return word[:-1] + "ied"
    return _stem(word) + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if re.search(r"[^eoy]e\Z", word) and len(word) > 2:
        return word[:-1] + "ing"
    return _stem(word) + "ing"


def _stem(word: str) -> str:
    """The word with its last consonant doubled where an ending needs that."""
    if re.search(r"[aeiou]c\Z", word):
        return word + "k"
    return word + word[-1] if _doubles(word) else word


def _doubles(word: str) -> bool:
    if not re.search(r"(?:[^aeiou]|\bqu|\A)[aeiouy][^aeiouwxy]\Z", word):
        return False
    if word.endswith("l"):
        return word not in {"parallel", "unparallel"}
    syllables = len(re.findall(r"[aeiouy]+", word.replace("qu", "q")))
    return syllables == 1 or word in _set(_DOUBLING)


@lru_cache(maxsize=20_000)
def _paradigm(lemma: str, pos: str) -> Mapping[str, tuple[str, ...]]:
    """Every form of one word, by tag: from the dictionary, its last part's, or by rule."""
    known = _dictionary(lemma, pos)
    if known:
        return known
    prefix, hyphen, last = lemma.rpartition("-")
    if prefix and last:
        if pos == "NOUN" and re.search(r"-(?:in|of|at|to)-", lemma):
            first, rest = lemma.split("-", 1)
            parts: Mapping[str, tuple[str, ...]] = _paradigm(first, pos)
            return {tag: tuple(f"{form}-{rest}" for form in parts[tag]) for tag in parts}
        if pos in ("NOUN", "VERB"):
            parts = _paradigm(last, pos)
            return {tag: tuple(prefix + hyphen + form for form in parts[tag]) for tag in parts}
    return _rules(lemma, pos)


def forms(lemma: str, pos: str | None = None) -> frozenset[str]:
    """Every form of a word or phrase, in both spellings and in lower case.

    Args:
        lemma: a word in its base form, or a phrase: its head is inflected (`carry out` as a verb
            gives `carried out`, `duty of care` as a noun gives `duties of care`).
        pos: `NOUN`, `VERB`, `ADJ` or `ADV`; every part of speech the dictionary knows if left out
            (a noun if it knows none). Anything else gives the word alone.

    Returns:
        The forms, the base form among them; never empty unless the lemma is.
    """
    words = lemma.lower().split()
    if not words:
        return frozenset()
    if pos is not None and pos not in _TAGS:
        return frozenset(_phrases(words, 0, spellings(words[0])))
    place = head_of(lemma, pos or "NOUN")
    wanted = (pos,) if pos else _known_pos(words[place])
    found = set(spellings(words[place]))
    for spelling in spellings(words[place]):
        for each in wanted:
            preferred = _PREFERRED.get(spelling, {}).items()
            found.update(form for tag, form in preferred if tag in _TAGS[each])
            for tagged in _paradigm(spelling, each).values():
                found.update(tagged)
            if each == "VERB" and re.search(r"[aeiou]l\Z", spelling):
                found.update(_single_l(spelling))
    return frozenset(_phrases(words, place, found))


def _single_l(lemma: str) -> Iterator[str]:
    """The American forms of a verb whose l is doubled in British spelling."""
    if _with_ed(lemma).endswith("lled"):
        yield from (lemma + "ed", lemma + "ing")


def _phrases(words: list[str], place: int, heads: frozenset[str] | set[str]) -> Iterator[str]:
    for head in heads:
        yield " ".join([*words[:place], head, *words[place + 1 :]])


def _known_pos(word: str) -> tuple[str, ...]:
    known = tuple(pos for pos in _TAGS if any(_dictionary(each, pos) for each in spellings(word)))
    return known or ("NOUN",)


def head_of(phrase: str, pos: str) -> int:
    """Which word of a phrase is inflected, counted from 0.

    The first of a verb phrase (after `to`); of any other, the last before a preposition or before
    words that speak of a noun (`person who uses services`).
    """
    words = phrase.lower().split()
    if pos == "VERB":
        return 1 if len(words) > 1 and words[0] in ("to", "not") else 0
    for place, word in enumerate(words):
        if place and word in _set(_PREPOSITIONS) | _set(_AFTER_NOUN):
            return place - 1
    return max(0, len(words) - 1)


def inflect(lemma: str, tag: str) -> str:
    """One form of a word, in British spelling.

    Args:
        lemma: one word in its base form; case is kept.
        tag: a Penn Treebank tag; one that asks for no inflection gives the word as it is.

    Returns:
        Never empty unless the lemma is. An adjective or adverb with no form of its own is given
        `more` or `most` in front.
    """
    tag = {"NNPS": "NNS", "NNP": "NN"}.get(tag, tag)
    pos = _POS_OF_TAG.get(tag)
    if pos is None or not lemma:
        return lemma
    base = british(lemma).lower()
    if pos == "VERB" and base in _MODALS:
        return match_case(lemma, _MODALS[base].get(tag, base))
    if base in _PREFERRED and tag in _PREFERRED[base]:
        return match_case(lemma, _PREFERRED[base][tag])
    if tag in _BASE_TAGS:
        return british(lemma)
    if tag == "NNS":
        if base in _set(_UNCOUNTED):
            return british(lemma)
        if _is_plural(base):
            return british(lemma)
        if lemma.isupper() and len(lemma) > 1:
            return lemma + "s"
    found = _paradigm(base, pos).get(tag)
    if found:
        return match_case(lemma, found[0])
    if pos not in ("ADJ", "ADV") or base in ("more", "most", "less", "least"):
        return british(lemma)
    return match_case(lemma, f"{'most' if tag in ('JJS', 'RBS') else 'more'} {base}")


def _is_plural(noun: str) -> bool:
    """Whether a noun is a plural already: `workers`, but not `lens` or `bus`."""
    return lemma_of(noun, "NOUN") != noun and not _dictionary(noun, "NOUN")


@lru_cache(maxsize=20_000)
def tag_of(form: str, lemma: str, pos: str) -> frozenset[str]:
    """The Penn Treebank tags a form may have: `checked`, `check`, `VERB` → `VBD`, `VBN`.

    Args:
        form: the word as written, in any case and spelling.
        lemma: its base form.
        pos: `NOUN`, `VERB`, `ADJ` or `ADV`.

    Returns:
        Empty if it is no form of the lemma.
    """
    if pos not in _TAGS:
        return frozenset()
    lower = form.lower()
    tags: set[str] = set()
    for spelling in spellings(lemma):
        for tag, found in _paradigm(spelling, pos).items():
            single = pos == "VERB" and tag in ("VBD", "VBN", "VBG")
            if lower in found or (single and lower in _american_of(spelling, tag)):
                tags.add(tag)
        for tag in _TAGS[pos]:
            if _PREFERRED.get(spelling, {}).get(tag) == lower:
                tags.add(tag)
        if lower == spelling:
            tags.update(_BASE_TAGS.intersection(_TAGS[pos]))
    return frozenset(tags)


def _american_of(lemma: str, tag: str) -> tuple[str, ...]:
    endings = {"VBD": "ed", "VBN": "ed", "VBG": "ing"}
    return tuple(form for form in _single_l(lemma) if form.endswith(endings[tag]))


_PLURAL_BE = {"is": "are", "was": "were"}


def match_form(replacement: str, tag: str, head_index: int | None = None) -> str:
    """A replacement in the form of the word it replaces: `carry out` for a `VBD` → `carried out`.

    Args:
        replacement: a word or phrase, its head in the base form.
        tag: the Penn Treebank tag of the word it replaces.
        head_index: which of its words to inflect, from 0; found by `head_of` if left out.
    """
    pos = _POS_OF_TAG.get({"NNPS": "NNS", "NNP": "NN"}.get(tag, tag))
    words = replacement.split()
    if pos is None or tag in _BASE_TAGS or not words:
        return replacement
    place = head_of(replacement, pos) if head_index is None else head_index
    words[place] = inflect(words[place], tag)
    twin = place + 2 if pos == "VERB" else place - 2
    paired = 0 <= twin < len(words) and words[(place + twin) // 2] in ("and", "or")
    if paired and not words[twin].endswith("ing"):
        words[twin] = inflect(words[twin], tag)  # brothers or sisters, found and stopped
    if tag == "NNS":
        _make_clause_plural(words, place)
        if words[0].lower() in ("a", "an") and len(words) > 1:
            del words[0]
    return " ".join(words)


def _make_clause_plural(words: list[str], noun: int) -> None:
    """Let the verb after `who` agree with its noun: `people who (often) use services`."""
    if noun + 2 >= len(words) or words[noun + 1] not in ("who", "that", "which"):
        return
    for place in range(noun + 2, min(noun + 4, len(words))):
        verb = words[place]
        if verb in _PLURAL_BE:
            words[place] = _PLURAL_BE[verb]
            return
        if "VBZ" in tag_of(verb, lemma_of(verb, "VERB"), "VERB"):
            words[place] = lemma_of(verb, "VERB")
            return


@lru_cache(maxsize=20_000)
def possible_pos(form: str) -> frozenset[str]:
    """The parts of speech a form can have by the dictionary: `ensures` can only be a `VERB`.

    Args:
        form: one word as written.

    Returns:
        Some of `NOUN`, `VERB`, `ADJ`, `ADV`, `AUX`; empty for a word the dictionary lacks.
    """
    return frozenset(
        pos
        for spelling in spellings(form.lower())
        for pos in dictionary.lemmas(spelling)
        if pos != "PROPN"
    )


@lru_cache(maxsize=50_000)
def lemma_of(word: str, pos: str) -> str:
    """The base form of a word.

    Args:
        word: as written.
        pos: its Universal part of speech. Names come back as written, everything else in lower
            case.
    """
    if pos == "PROPN":
        return word
    lower = word.lower().replace("’", "'")
    if (lower, pos) in _LEMMAS:
        return _LEMMAS[lower, pos]
    if pos not in ("NOUN", "VERB", "ADJ", "ADV", "AUX"):
        return lower
    prefix, hyphen, last = lower.rpartition("-")
    if prefix and last:
        return prefix + hyphen + lemma_of(last, pos)
    found = dictionary.likely_lemmas(lower, pos)
    return found[0] if found and found[0] else lower
