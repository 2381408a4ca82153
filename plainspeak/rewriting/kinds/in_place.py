"""Words that give way to what their finding offers: figures, dates, signs, “must” for “shall”.

Each rule whose offers fit where its words stand has a line in `OFFERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from plainspeak.language.numbers import figures, spelled_numbers
from plainspeak.model import Finding, Span
from plainspeak.rewriting.counting import is_better_in_figures
from plainspeak.rewriting.draft import Change, Draft, Fact, Scene

ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
JOINED = re.compile(r",? (?:to|or|and) ")
BOUND = re.compile(
    r"\b(?:you|applicants?|carers?|claimants?|contractors?|employees?|employers?|landlords?|"
    r"licensees?|members?|operators?|owners?|parents?|patients?|providers?|staff|tenants?|users?|"
    r"visitors?)\b[^,;]*$",
    re.IGNORECASE,
)
RIGHT = re.compile(r" (?:also )?(?:be|decide|determine|enjoy|have|receive)\b", re.IGNORECASE)
NO_NOUN = re.compile(
    r"\W*(?:$|\b(?:in|at|to|and|or|for|by|with|from|of|on|is|was|will|the|a|we|you)\b)"
)


@dataclass(frozen=True)
class _Place:
    """Words, what is offered for them, and the rest of their sentence."""

    words: str
    offer: str
    before: str
    after: str
    span: Span
    scene: Scene


class _Offers(NamedTuple):
    """What to think of the offers of a rule."""

    alters: Fact
    """What they change on purpose."""
    is_safe: Callable[[_Place], bool]
    """Whether nobody need look, where there is one offer only."""
    around: Callable[[_Place], Iterator[Change]] = lambda place: iter(())
    """Changes to the words beside them."""
    fits: Callable[[_Place], bool] = lambda place: True
    """Whether they may be offered at all."""


def _always(place: _Place) -> bool:
    return True


def _never(place: _Place) -> bool:
    return False


def _is_in_sentence(place: _Place) -> bool:
    """Whether it is no label, as in “Do” and “Don’t”."""
    return len(f"{place.before}{place.words}{place.after}".split()) > 1


def _as_exact(place: _Place) -> bool:
    """Whether the figures stay as they are: “25%” for “25 per cent”, but not “1 in 4”."""
    return re.sub(r"\D", "", place.words) == re.sub(r"\D", "", place.offer)


def _is_one_word(place: _Place) -> bool:
    """Whether only one word changes: among several a name could hide."""
    return " " not in place.words


def _is_only_date(place: _Place) -> bool:
    """Whether no other day beside it keeps its old form: “30th September and 1st October”."""
    return not ORDINAL.search(place.before + " " + place.after)


def _is_whole_range(place: _Place) -> bool:
    """Whether it is no end of a longer range: “from 10-15% to over 100%”."""
    return not (re.search(r"\b(?:from|to) $", place.before) and place.after.startswith(" to "))


def _is_only_number(place: _Place) -> bool:
    """Whether it is sure to be better, and no other number stays in words.

    “6 children and four adults” is odd.
    """
    value = max(number.value for number in spelled_numbers(place.words))
    if not is_better_in_figures(place.scene, place.span, value):
        return False
    near = {change.span for change in _joined_numbers(place)}
    start = place.span.start - len(place.before)
    whole = place.before + place.words + place.after
    return all(
        number.value < 2 or Span(start + number.start, start + number.end) in near | {place.span}
        for number in spelled_numbers(whole)
    )


def _joined_numbers(place: _Place) -> Iterator[Change]:
    """The numbers beside a number: “two or three” becomes “2 or 3”, not “2 or three”."""
    start = place.span.start - len(place.before)
    found = [number for number in spelled_numbers(place.before) if number.value > 1]
    if found and JOINED.fullmatch(place.before, found[-1].end):
        last = found[-1]
        yield Change.to(Span(start + last.start, start + last.end), figures(last.value))
    joined = JOINED.match(place.after)
    for number in spelled_numbers(place.after):
        if joined and number.start == joined.end() and number.value > 1:
            end = place.span.end
            yield Change.to(Span(end + number.start, end + number.end), figures(number.value))


def _is_said(place: _Place) -> bool:
    """Whether the words before say it already: “more than >50”."""
    opening = " ".join(place.offer.lower().split()[:-1])
    return bool(opening) and place.before.lower().rstrip().endswith(opening)


def _article(place: _Place) -> Iterator[Change]:
    """The “the” of “on the 5th of October” goes; that of “the April 15 deadline” stays."""
    if place.before.endswith(" the ") and NO_NOUN.match(place.after):
        yield Change.to(Span(place.span.start - len("the "), place.span.start))


def _is_promise(place: _Place) -> bool:
    """Whether it says what is going to happen."""
    return place.offer.lower() == "will"


def _is_promise_or_duty(place: _Place) -> bool:
    """Whether a promise is meant, or somebody has a duty: not “the Secretary shall determine”."""
    if place.offer.lower() != "must":
        return True
    return bool(BOUND.search(place.before)) and not RIGHT.match(place.after)


OFFERS = {
    "bracket-plural": _Offers(Fact.NONE, _always),
    "capitals": _Offers(Fact.NAMES, _is_one_word),
    "contraction": _Offers(Fact.MODALS | Fact.READING, _is_in_sentence),
    "date-format": _Offers(Fact.NUMBERS | Fact.NAMES | Fact.READING, _is_only_date, _article),
    "decimal": _Offers(Fact.NUMBERS | Fact.QUANTITIES | Fact.READING, _never),
    "double-negative": _Offers(Fact.NEGATION | Fact.QUANTITIES | Fact.CONDITIONS, _never),
    "large-number": _Offers(Fact.NUMBERS | Fact.QUANTITIES | Fact.READING, _as_exact),
    "number-words": _Offers(Fact.NONE, _is_only_number, _joined_numbers),
    "percentage": _Offers(Fact.NUMBERS | Fact.QUANTITIES | Fact.READING, _as_exact),
    "range": _Offers(Fact.NUMBERS | Fact.READING, _is_whole_range),
    "roman-numeral": _Offers(Fact.NUMBERS | Fact.NAMES, _never),
    "shall": _Offers(Fact.MODALS, _is_promise, fits=_is_promise_or_duty),
    "slash": _Offers(Fact.READING, _always),
    "symbol": _Offers(Fact.QUANTITIES | Fact.READING, _always),
    "time-format": _Offers(Fact.NUMBERS | Fact.READING, _always),
}
"""By rule. Signs are short to write but must be read aloud as words, so these may be longer."""

RULES = tuple(OFFERS)
ASKS = "Is this what you mean?"


def drafts(finding: Finding, scene: Scene) -> Iterator[Draft]:
    """A draft for each offer; where there are several, only the writer knows which is meant."""
    offers = OFFERS[finding.rule]
    span, sentence = finding.span, scene.sentence.span
    before = scene.words(Span(sentence.start, span.start))
    after = scene.words(Span(span.end, max(span.end, sentence.end)))
    for offer in finding.suggestions:
        place = _Place(scene.words(span), offer, before, after, span, scene)
        if _is_said(place) or not offers.fits(place):
            continue
        yield Draft.of(
            [Change.to(span, offer), *offers.around(place)],
            safe=len(finding.suggestions) == 1 and offers.is_safe(place),
            alters=offers.alters,
        )
