"""British and American spelling: `organise` and `organize`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from plainspeak.language.letter_case import match_case

__all__ = ["british", "spellings"]

_ONE_SPELLING_ISE = """
    advertise advise appraise apprise arise braise bruise chastise circumcise comprise compromise
    concise cruise demise despise devise disenfranchise disguise enfranchise enterprise excise
    exercise expertise franchise guise improvise incise likewise merchandise noise otherwise
    paradise poise practise praise precise premise promise raise reprise revise rise supervise
    surmise surprise televise treatise turquoise unwise wise
"""
_ONE_SPELLING_IZE = "capsize downsize oversize prize resize seize size upsize"
_OUR = """
    arbour ardour armour behaviour candour clamour clangour colour demeanour dolour enamour
    endeavour favour fervour flavour glamour harbour honour humour labour misbehaviour misdemeanour
    neighbour odour parlour rancour rigour rumour saviour savour splendour succour tumour valour
    vapour vigour
"""
_RE = "calibre centre epicentre fibre litre lustre meagre millimetre centimetre kilometre metre \
manoeuvre millilitre ochre sabre sceptre sombre spectre theatre"
_BRITISH: Mapping[str, str] = {
    "analog": "analogue",
    "catalog": "catalogue",
    "dialog": "dialogue",
    "counselor": "counsellor",
    "counseling": "counselling",
    "defense": "defence",
    "offense": "offence",
    "pretense": "pretence",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "distill": "distil",
    "instill": "instil",
    "installment": "instalment",
    "skillful": "skilful",
    "willful": "wilful",
    "jewelry": "jewellery",
    "traveler": "traveller",
    "modeling": "modelling",
    "labeling": "labelling",
    "marvelous": "marvellous",
    "aging": "ageing",
    "aluminum": "aluminium",
    "gray": "grey",
    "mold": "mould",
    "plow": "plough",
    "skeptical": "sceptical",
    "program": "programme",
    "pediatric": "paediatric",
    "pediatrician": "paediatrician",
    "gynecology": "gynaecology",
    "anesthetic": "anaesthetic",
    "anesthetist": "anaesthetist",
    "anemia": "anaemia",
    "orthopedic": "orthopaedic",
    "hemorrhage": "haemorrhage",
    "leukemia": "leukaemia",
    "diarrhea": "diarrhoea",
    "estrogen": "oestrogen",
    "esophagus": "oesophagus",
    "fetus": "foetus",
    "maneuver": "manoeuvre",
    "judgement": "judgment",
}
# Words whose other spelling means something else too, so that it is found but never changed.
_BOTH_RIGHT = frozenset({"program", "judgement", "fetus"})


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _american() -> Mapping[str, str]:
    pairs = {gb: us for us, gb in _BRITISH.items()}
    pairs.update((gb, gb[:-3] + "or") for gb in _set(_OUR))
    pairs.update((gb, gb[:-2] + "er") for gb in _set(_RE) if gb != "manoeuvre")
    return pairs


def british(word: str) -> str:
    """The British spelling of a word in its base form: `organize` → `organise`.

    A word with only one spelling, or none that is known, comes back as it is.
    """
    lower = word.lower()
    spelled = lower
    if lower in _BRITISH and lower not in _BOTH_RIGHT:
        spelled = _BRITISH[lower]
    elif lower.endswith(("ize", "yze")) and len(lower) > 5 and lower not in _set(_ONE_SPELLING_IZE):
        spelled = lower[:-2] + "se"
    elif re.search(r"[a-z]{2}ization\Z", lower):
        spelled = lower[:-6] + "sation"
    elif lower.endswith("izer") and len(lower) > 6:
        spelled = lower[:-2] + "er" if lower[:-1] in _set(_ONE_SPELLING_IZE) else lower[:-3] + "ser"
    elif lower.endswith("or") and lower[:-2] + "our" in _set(_OUR):
        spelled = lower[:-2] + "our"
    elif lower.endswith("er") and lower[:-2] + "re" in _set(_RE) - {"metre"}:
        spelled = lower[:-2] + "re"
    return word if spelled == lower else match_case(word, spelled)


@cache
def spellings(word: str) -> frozenset[str]:
    """The British and American spellings of a word in its base form, in lower case."""
    lower = word.lower()
    found = {lower, british(lower)}
    if lower in _BRITISH:
        found.add(_BRITISH[lower])
    for base in tuple(found):
        if base in _american():
            found.add(_american()[base])
        if base.endswith(("ise", "yse")) and len(base) > 5 and base not in _set(_ONE_SPELLING_ISE):
            found.add(base[:-2] + "ze")
        elif base.endswith("isation") and len(base) > 8:
            found.add(base[:-6] + "zation")
        elif base.endswith("iser") and len(base) > 6 and base[:-1] not in _set(_ONE_SPELLING_ISE):
            found.add(base[:-3] + "zer")
    return frozenset(found)
