"""The alternatives of a term in the form of the words they would replace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plainspeak.glossary.forms import INFLECTION_POS, head_index
from plainspeak.glossary.matching import Hit, starts_sentence
from plainspeak.glossary.schema import Pos
from plainspeak.language import articles, inflection, syntax, variety
from plainspeak.language.letter_case import match_case
from plainspeak.model import BlockKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from plainspeak.language.analysis import Text

__all__ = ["MOST", "alternatives_for", "fitted", "is_owner", "with_article"]

MOST = 3
"""More than three words to choose from is no help."""

INFLECTING_TAGS = {
    Pos.VERB: {"VBD", "VBG", "VBN", "VBZ"},
    Pos.NOUN: {"NNS", "NNPS"},
    Pos.ADJECTIVE: {"JJR", "JJS"},
    Pos.ADVERB: {"RBR", "RBS"},
}


def alternatives_for(text: Text, hit: Hit) -> tuple[str, ...]:
    """The entry's alternatives, in the form, capitals and spelling of the words in the text."""
    forms = (fitted(text, hit, alternative) for alternative in hit.entry.alternatives[:MOST])
    return tuple(dict.fromkeys(form for form in forms if form))


def fitted(text: Text, hit: Hit, alternative: str) -> str:
    """An alternative in the form of a term; empty if it has none that fits."""
    tag = _tag(hit)
    # Of an entry for a noun and a verb, the text says which: “suffers from”, “the suffering”.
    verb = Pos.VERB in hit.entry.pos and tag.startswith("V")
    head = head_index(alternative, (Pos.VERB,) if verb else hit.entry.pos)
    if is_owner(hit) and head + 1 < len(alternative.split()):
        return ""  # "the person with an interest’s view" says that the interest has a view
    form = inflection.match_form(alternative, tag, head) if tag else alternative
    if alternative.split()[head] == "be":
        form = _with_be(hit, form, head)
    if form.startswith(("a ", "an ")) and _has_determiner(hit):
        form = form.split(" ", 1)[1]
    other = variety.american(form)
    if other != form and variety.is_american(word.text for word in text.words):
        form = other
    return match_case(_written(hit), form)


def with_article(
    text: Text, hit: Hit, alternatives: tuple[str, ...]
) -> tuple[Span, tuple[str, ...]]:
    """What to put where: “a link” for “an association”, with the `an` that stands before it.

    Returns:
        The place of the term and the alternatives as they are, unless one of them needs another
        article than the one before the term.
    """
    before = _token_before(hit)
    if before is None or before.lower_ not in ("a", "an"):
        return hit.span, alternatives
    if all(articles.article(each) == before.lower_ for each in alternatives):
        return hit.span, alternatives
    span = Span(hit.block.offset + before.idx, hit.span.end)
    start, end = text.document.sourcemap.to_source(span)
    if end - start != span.end - span.start:
        return hit.span, alternatives  # bold or a link starts in between: the marks must stay
    return span, tuple(match_case(before.text, _after_article(each)) for each in alternatives)


def _after_article(words: str) -> str:
    """Words with the article that they need; `another` is one word."""
    joined = f"{articles.article(words)} {words}"
    return re.sub(r"\Aan other\b", "another", joined)


def _token_before(hit: Hit) -> Token | None:
    """The word right before the term in its sentence."""
    first = hit.block.doc[hit.start]
    return None if starts_sentence(first) else first.nbor(-1)


def _has_determiner(hit: Hit) -> bool:
    """Whether `a` cannot go before what takes the term's place: “the”, “your”, “severe”."""
    before = _token_before(hit)
    return before is not None and before.tag_ in _NO_ARTICLE_AFTER


_NO_ARTICLE_AFTER = {"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD"}


def _written(hit: Hit) -> str:
    """The term with the capitals that its place gives it: not those that it always has."""
    text = hit.text
    entry = hit.entry
    words = text.split()
    if text.isupper() or not text[0].isupper():
        return text
    titled = len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)
    if titled and hit.block.kind is not BlockKind.HEADING:
        # “Council Tax Reduction” is a name; what is put in its place is not.
        text = text.capitalize()
    elif titled:
        return text
    first = hit.block.doc[hit.start]
    # In “4. Make use of it” only a number stands before it.
    if starts_sentence(first) or not any(token.is_alpha for token in first.doc[: first.i]):
        return text
    if len(words) > 1 or any(each[0].isupper() for each in (entry.term, *entry.variants)):
        return text[0].lower() + text[1:]
    return text


def _with_be(hit: Hit, form: str, head: int) -> str:
    """Keep the `are` of “are located in”, and say `are` for “reside”: `be` has the most forms."""
    token = hit.block.doc[hit.head]
    words = form.split()
    if token.lemma_ == "be":
        words[head] = token.lower_
    elif words[head] == "be" and token.tag_ in ("VB", "VBP") and _has_tense(token):
        words[head] = "are"
    return " ".join(words)


def _has_tense(verb: Token) -> bool:
    """Whether a verb in its base form is one of the present: “if you go”, not “you must go”."""
    if verb.tag_ == "VBP":
        return True
    to = any(child.lower_ == "to" for child in verb.children)
    return syntax.has_subject(verb) and not to and not syntax.helpers_of(verb)


def is_owner(hit: Hit) -> bool:
    """Whether the term owns what follows: “the stakeholder’s view”."""
    doc = hit.block.doc
    return hit.end < len(doc) and doc[hit.end].tag_ == "POS"


def _tag(hit: Hit) -> str:
    """The tag that says which form the head of the term has; empty for the dictionary form.

    The spelling decides what is possible; the tagger chooses where spelling leaves a choice
    (`used`: past tense or participle).
    """
    token = hit.block.doc[hit.head]
    wanted: set[str] = set()
    for pos in hit.entry.pos:
        wanted |= INFLECTING_TAGS[pos]
    if not wanted:
        return ""
    seen: str = token.tag_ if token.tag_ != "NNPS" else "NNS"
    if seen in ("VBD", "VBN"):
        seen = _past(token, seen)
    possible: set[str] = set()
    lemma = _lemma(hit)
    for pos in hit.entry.pos:
        possible |= inflection.tag_of(token.lower_, lemma, INFLECTION_POS[pos])
    if possible and seen not in possible:
        choices = sorted(possible & wanted)
        base = possible - wanted
        return "" if base or not choices else choices[0]
    return seen if seen in wanted else ""


def _past(verb: Token, tag: str) -> str:
    """`VBD` or `VBN`, where the words around a verb say it more surely than the tagger."""
    helpers = {helper.lemma_ for helper in syntax.helpers_of(verb)}
    if helpers & {"be", "have"} or _is_done_by(verb, helpers):
        return "VBN"
    return "VBD" if syntax.has_subject(verb) and not helpers else tag


def _is_done_by(verb: Token, helpers: set[str]) -> bool:
    """Whether “by” and somebody follow: “a role performed by the manager”."""
    follows = verb.i + 2 < len(verb.doc) and not helpers and verb.nbor(1).lower_ == "by"
    return follows and verb.nbor(2).pos_ in {"DET", "NOUN", "PRON", "PROPN", "ADJ"}


def _lemma(hit: Hit) -> str:
    term = hit.entry.term
    return term.split()[head_index(term, hit.entry.pos)].rpartition("-")[2].lower()
