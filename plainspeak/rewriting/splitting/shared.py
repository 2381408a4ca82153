"""Cuts between two verbs that share a subject, which the new sentence gets back.

`The form asks for your name and tells us` becomes `The form asks for your name. It tells us`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainspeak.language import cuts, joints, naming, second_verbs, syntax
from plainspeak.language.conditions import governs
from plainspeak.language.labels import FINITE_TAGS, W_TAGS
from plainspeak.rewriting.draft import Fact
from plainspeak.rewriting.splitting.cut import Cut, instead

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.second_verbs import SecondVerb
    from plainspeak.language.syntax import Clause
    from plainspeak.rewriting.draft import Scene

__all__ = ["agree", "found"]

_PAIRS = frozenset({"both", "either", "neither", "not", "n't", "n’t", "never", "no", "than"})
"""Words that may say something of both verbs."""


def found(scene: Scene) -> Iterator[Cut]:
    """The cuts of a sentence before a second verb of its main subject."""
    if "not only" in scene.sentence.text.lower():
        return
    clauses = syntax.clauses(scene.sentence)
    mains = [clause for clause in clauses if clause.kind == "root" and clause.subject is not None]
    for main in mains:
        seconds = [
            clause
            for clause in clauses
            if clause.kind == "conj" and clause.head.head.i == main.head.i
        ]
        if len(seconds) == 1 and seconds[0].subject is None:
            yield from _cut(scene, main, seconds[0])
    for second in second_verbs.second_verbs(scene.sentence):
        yield from _after_comma(scene, second)


def _after_comma(scene: Scene, second: SecondVerb) -> Iterator[Cut]:
    """The cut before a second verb that a comma sets apart."""
    name = naming.again(second.subject)
    if name is not None and (second.helpers or agree(name, second.verb)):
        yield _made(scene, second.link, name, second.helpers)


def _cut(scene: Scene, main: Clause, second: Clause) -> Iterator[Cut]:
    first = second.span[0]
    link = first.nbor(-1)
    subject = main.subject
    if subject is None or link.lower_ not in ("and", "but") or subject.i > main.head.i:
        return
    tokens = list(scene.sentence)
    before = tokens[: link.i - tokens[0].i]
    # A condition may hold for both verbs, wherever it stands.
    case = joints.case_of(tokens)
    opened = bool(case) and joints.has_case(before, tokens[len(before) + 1 :])
    if not cuts.is_complete(before) or any(map(governs, tokens[opened:])):
        return
    verb, carrier = syntax.finite_verb(second.head), syntax.finite_verb(main.head)
    if (
        first.lower_ == "rather"
        or not _starts_with(verb, first)
        or not _is_clear(before, carrier, main.head, subject.left_edge.i)
    ):
        return
    name = naming.again(subject)
    if name is None:
        return
    shared = _helpers(main, second, verb, before)
    if shared is None or not (shared or (_fit(carrier, verb) and agree(name, verb))):
        return
    yield _made(scene, link, name, shared, case if opened else "")


def _made(scene: Scene, link: Token, name: str, shared: Sequence[Token], case: str = "") -> Cut:
    """The cut, with the subject and the helpers that the second verb needs again.

    `case` says that the condition which opens the first sentence holds for the second.
    """
    helpers = " ".join(token.text for token in shared)
    case = f"{case[0].lower()}{case[1:]}" if case else ""
    opening = " ".join(filter(None, ("but" if link.lower_ == "but" else "", case, name)))
    opening = f"{opening[0].upper()}{opening[1:]}"
    return Cut(
        way="shared helper" if helpers else "shared",
        start=scene.sentence.span_of(link).start,
        end=scene.sentence.span.end,
        changes=(instead(scene, [link], f"{opening} {helpers}".rstrip()),),
        safe=False,
        trouble=3 if helpers else 2,
        alters=Fact.MODALS if any(token.tag_ == "MD" for token in shared) else Fact.NONE,
    )


def _starts_with(verb: Token, first: Token) -> bool:
    """Whether a clause begins with its verb, or an adverb and its verb."""
    return verb.i == first.i or (first.pos_ == "ADV" and verb.i == first.i + 1)


def _is_clear(before: Sequence[Token], carrier: Token, head: Token, start: int) -> bool:
    """Whether no other verb could be the first of the two, and the first has all it needs."""
    after_verb = [token for token in before if token.i > carrier.i]
    # "For those who wait, we read and write": what comes before the subject has its own verb.
    if any(token.tag_ in W_TAGS and token.i > start for token in before):
        return False
    if any(token.tag_ in FINITE_TAGS or token.lower_ in _PAIRS for token in after_verb):
        return False
    # "Collect and store data": what comes last belongs to both.
    if sum(token.i > head.i for token in before) < 2:
        return False
    # "It has a form, a list and helps": the row lost its "and".
    commas = [
        token
        for token in after_verb[:-1]
        if token.text == "," and not token.nbor(-1).pos_ == token.nbor().pos_ == "PROPN"
    ]
    return not commas or any(t.pos_ == "CCONJ" and t.i > commas[-1].i for t in after_verb)


def _helpers(
    main: Clause, second: Clause, verb: Token, before: Sequence[Token]
) -> list[Token] | None:
    """The helpers that the second verb needs again: `will`; `None` if nobody can tell."""
    own = syntax.helpers_of(main.head)
    aim = any(token.tag_ == "TO" and token.i > main.head.i for token in before)
    modal = any(token.tag_ == "MD" for token in before)
    if verb.tag_ == "VB" and syntax.finite_verb(main.head).tag_ == "VBP" and not (own or aim):
        return []
    if verb.tag_ in FINITE_TAGS:
        # "We will go and see" or "we want to go and see": taggers take "see" for a present tense.
        bare = verb.tag_ == "VBP" and verb.i == second.head.i
        joint = verb.tag_ == "VBD" and verb.i == second.head.i and main.head.tag_ == "VBN"
        return None if joint or (bare and (modal or aim)) else []
    if aim or not own or main.head.tag_ != second.head.tag_ or main.head.tag_ == "VBG":
        return None
    return own if all(token.text.isalpha() for token in own) else None


def _fit(first: Token, second: Token) -> bool:
    """Whether two verbs can tell of one thing, by their tenses."""
    if first.tag_ == second.tag_ or "MD" in (first.tag_, second.tag_):
        return True
    return {first.tag_, second.tag_} == {"VBZ", "VBP"}


def agree(name: str, verb: Token) -> bool:
    """Whether what the subject is called now goes with a verb."""
    if verb.tag_ == "VBZ":
        return name not in ("I", "you", "we", "they")
    if verb.tag_ == "VBP":
        return name in ("I", "you", "we", "they")
    return True
