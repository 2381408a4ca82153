"""Whether words say what somebody thinks of a thing, or what it is worth to them."""

from __future__ import annotations

from plainspeak.glossary.explaining.patterns import pattern

__all__ = ["is_ours", "judges", "needs_more"]

# Words that judge a thing, or only say what it belongs to.
_OPINION = pattern(
    r"(?<!-)\b(?:not(?!-)|never|no|our|my|his|her|their|key|important|central|vital|core|good|"
    r"bad|useful|excellent|ideal|perfect|growing|critical|essential|integral|great|"
    r"popular|powerful|fundamental|crucial|hot|difficult|challenging|exciting|outdated|"
    r"real|huge|significant|valuable|effective|hard|hardest|easy|sensitive|better|"
    r"best|worse|worst|lovely|sad|fun|friendly|nice|worrying|welcome|future|credit|nuisance|"
    r"scandal|bargain|"
    r"blessing|curse|burden|pleasure|privilege|honour|luxury|joke|farce|triumph|tragedy|pity|"
    r"bore|"
    r"headache|hassle|minefield|lifeline|poor|sore|terrible|awful|wonderful|brilliant|fantastic|"
    r"amazing|strange|odd|interesting|boring|clever|risky|controversial|proud|sound|terrifying|"
    r"recent|successful|sensible|costly|one(?! (?:where|in which|that|who|which|of a))|dull|"
    r"secret|priority|priorities|challenges?|issues?|problems?|"
    r"must|success|failure|disaster|nightmare|relief|shame|joy|waste|mystery|resort|"
    r"factors?|aims?|goals?|needs?|barriers?|focus|concerns?|"
    r"same|other|(?<!\ba )reasons?|causes?|results?|examples?|questions?|answers?|"
    r"responsibility|forward|matter|source|subject|topic|theme|requirements?|"
    r"policy|lot|(?<!\ba )bit|steps?|milestone|prospects?|investment|development|guide|guides|"
    r"report|"
    r"reports|story|stories|introduction|summary|checklist|case stud(?:y|ies)|toolkit|heart|"
    r"basis|"
    r"basics|foundation|strength|principles?|one of|kind of|many|(?<!the )few|some|more|most|"
    r"less|chance|place to|"
    r"opportunity|option|(?<!the )(?<!\ba )parts?|nothing|man|woman|men|women|friend|favourite|"
    r"all(?! the)|both|(?!interest|honest|modest|forest|request|harvest|"
    r"protest)\w{3,}est)\b(?!-)"
)
# These say what somebody thinks, unless more words tell the thing from others of its kind: "a
# serious illness that you can catch", "the part of your pay that …".
_SHADE = pattern(
    r"(?<!-)\b(?:major|common|big|new|old|complex|dangerous|rare|serious|painful|main|small|"
    r"cheap|"
    r"cheaper|expensive|first|last|next|only|parts?|deal|worry|benefits?|duty|duties|choice|"
    r"mistake|job|crime|"
    r"few)\b(?!-)"
)
_TELLS_APART = pattern(
    r"(?:(?:of (?:\S+ ){1,6}|with (?:\S+ ){1,4})?(?:that|which|who|where|when|in which)\s"
    r"(?!(?:we|i|our|makes?|upsets?|annoys?|affects? (?:us|all|every))\b)|"
    r"caused by|affecting|near|between|inside|to \w+ \w+|"
    r"for (?:\w+ )?(?:people|those|someone|children|adults) \w+)\b"
)
# "A service we value", "the way we work": what we think or do, not what it is.
_OURS = pattern(
    r"\bwe (?:all )?(?:value|love|like|enjoy|believe|want|need|hope|have(?! to)|had|started|ran|"
    r"are|"
    r"feel|think|know)\b|\b(?:you|people) (?:can )?(?:trust|love|deserve|enjoy|dread|fear)\b|"
    r"\bway (?:that |in which )?(?:we|our|i)\b|\b(?:nobody|everybody|everyone|many people|"
    r"people) "
    r"(?:likes?|loves?|hates?|dislikes?|forgets?)\b|\bcauses? (?:many|much)\b"
)


def judges(thing: str) -> bool:
    """Whether words say what somebody thinks of a thing: “a key part”."""
    return bool(_OPINION.search(thing))


def needs_more(thing: str, more: str) -> bool:
    """Whether a thing is no more than praised or blamed for want of words that tell it apart."""
    return bool(_SHADE.search(thing)) and not _TELLS_APART.match(more)


def is_ours(words: str) -> bool:
    """Whether words tell what we think or do: “a service we value”."""
    return bool(_OURS.search(words))
