"""What the label schemes call the roles that words have in a sentence.

The schemes are Universal Dependencies, which the packaged model speaks, and ClearNLP. The files
beside this one ask for a role, and so know neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.language.answers import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

__all__ = [
    "BE",
    "FINITE_TAGS",
    "LABELS",
    "children",
    "first",
    "hanging",
    "has",
    "has_child",
    "heads_of",
    "is_root",
]

# Role: Universal Dependencies labels | ClearNLP labels. No label means two roles.
_ROLES = {
    "root": "root | ROOT",
    "subject": "nsubj csubj nsubj:pass csubj:pass nsubj:outer csubj:outer | nsubjpass csubjpass",
    "passive subject": "nsubj:pass csubj:pass | nsubjpass csubjpass",
    "passive auxiliary": "aux:pass | auxpass",
    "auxiliary": "aux aux:pass | aux auxpass",
    "copula": "cop |",
    "helper": "aux aux:pass cop | aux auxpass",
    "object": "obj | dobj",
    "indirect object": "iobj | dative",
    "negation": "advmod | neg",
    "agent": "obl:agent | agent",
    "oblique": "obl obl:agent nmod | agent prep",
    "object of preposition": "| pobj",
    "preposition": "case | prep agent",
    "predicate": "| attr acomp",
    "conjunct": "conj | conj",
    "adverbial": "advcl | advcl",
    "complement": "ccomp csubj csubj:pass csubj:outer | ccomp csubj csubjpass",
    "open complement": "xcomp | xcomp",
    "relative": "acl:relcl advcl:relcl | relcl",
    "verb particle": "compound:prt | prt",
    "noun clause": "acl | acl",
    "side by side": "parataxis | parataxis",
    "apposition": "appos | appos",
    "marker": "mark | mark",
    "particle to": "mark | aux",
    "modifying noun": "compound nmod nmod:poss nmod:desc flat | compound poss nmod",
    "determiner": "det det:predet nmod:poss | det predet poss",
    "article": "det det:predet | det predet",
    "before a noun": "amod compound | amod compound",
    "opens a phrase": "case mark | mark",
    "what there is": "nsubj | attr",
    "clause of a noun": "acl acl:relcl | acl relcl",
    "in a noun phrase": (
        "det det:predet amod compound nummod nmod nmod:poss nmod:desc nmod:unmarked flat fixed "
        "goeswith acl | det predet amod compound nummod nmod poss quantmod prep acl nounmod npmod"
    ),
    "joins": "cc cc:preconj punct | cc preconj punct",
}
LABELS = {role: frozenset(labels.split()) - {"|"} for role, labels in _ROLES.items()}

FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs with a tense, and of modals."""
W_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of `which`, `who`, `whose`, `where` and the like."""
BE = frozenset(
    {"be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"}
)


def has(token: Token, role: str) -> bool:
    """Whether a token has a role."""
    return token.dep_ in LABELS[role]


def children(token: Token, role: str) -> list[Token]:
    """The tokens that hang on a token in a role, in order."""
    labels = LABELS[role]
    return [child for label, child in hanging(token) if label in labels]


def has_child(token: Token, role: str) -> bool:
    """Whether a token hangs on a token in a role."""
    labels = LABELS[role]
    return any(label in labels for label, _ in hanging(token))


def heads_of(doc: Doc) -> Sequence[int]:
    """For each token of a doc, the index of the one that it hangs on: its own for a root."""
    known: Sequence[int] | None = doc.user_data.get("plainspeak heads")
    if known is None:
        steps = doc.to_array("HEAD").astype("int64").tolist()
        known = doc.user_data["plainspeak heads"] = [i + step for i, step in enumerate(steps)]
    return known


def hanging(token: Token) -> Sequence[tuple[str, Token]]:
    """The tokens that hang on a token, in order, each with its label."""
    # Every rule on grammar asks, and spaCy makes new objects and strings each time it is asked.
    known: dict[int, Sequence[tuple[str, Token]]] | None
    known = token.doc.user_data.get("plainspeak hanging")
    if known is None:
        known = token.doc.user_data["plainspeak hanging"] = _all_hanging(token.doc)
    return known.get(token.i, ())


def _all_hanging(doc: Doc) -> dict[int, Sequence[tuple[str, Token]]]:
    found: dict[int, list[tuple[str, Token]]] = {}
    for number, (token, head) in enumerate(zip(tokens_of(doc), heads_of(doc), strict=True)):
        if head != number:
            found.setdefault(head, []).append((token.dep_, token))
    return dict(found)


def first(token: Token, role: str) -> Token | None:
    """The first token that hangs on a token in a role."""
    return next(iter(children(token, role)), None)


def is_root(token: Token) -> bool:
    """Whether a token hangs on no other."""
    same: bool = token.head.i == token.i
    return same
