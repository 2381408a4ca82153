"""Make the training sentences look more like guidance.

The treebanks hold web text, news and articles. Guidance also has headings, list items with no full
stop, curly quotes, British spelling, references in brackets, wrapped lines, and names that the
readers replace by one placeholder character.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_language_data
from treebank import Row, to_doc

Rows = list[Row]

PLACEHOLDER = "\ufffc"
LONGEST_HEADING = 12
SMALL_WORDS = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to"}
BRITISH_ENDINGS = re.compile(r"our|[iy]s(e|ed|es|er|ers|ing|ations?)|tres?|ll(ed|ing|er)|ence")
CURLY = {"'": "’", "`": "‘", "``": "“", "''": "”"}


def british_spellings() -> dict[str, str]:
    """Map American spellings to British ones, from the norm table of spacy-lookups-data."""
    import spacy_lookups_data  # only the build has it, not the tests

    table = load_language_data(spacy_lookups_data.en["lexeme_norm"])
    pairs = ((norm, word) for word, norm in table.items() if BRITISH_ENDINGS.search(word))
    return {american: british for american, british in pairs if british.islower()}


def is_stop(row: Row) -> bool:
    """Tell whether a token is punctuation that ends a sentence or a list item."""
    return row.form in {".", ";", ":", ","}


def insert(rows: Rows, at: int, new: Rows) -> Rows:
    """Put tokens in front of position `at`. The heads of `new` are final positions already."""
    moved = [replace(r, head=r.head + len(new)) if r.head >= at else r for r in rows]
    return moved[:at] + new + moved[at:]


def without_stop(rows: Rows) -> Rows:
    """Drop the punctuation mark at the end."""
    last = len(rows) - 1
    if last > 0 and is_stop(rows[last]) and all(row.head != last for row in rows[:last]):
        return rows[:last]
    return rows


def as_list_item(rows: Rows) -> Rows:
    """Start in lower case and end with no full stop."""
    first = rows[0]
    if first.upos != "PROPN" and first.form[1:].islower():
        rows = [replace(first, form=first.form.lower()), *rows[1:]]
    return without_stop(rows)


def capitalised(row: Row) -> Row:
    """Give a word a capital and leave the rest of it."""
    return replace(row, form=row.form[:1].upper() + row.form[1:])


def as_title(rows: Rows) -> Rows:
    """Write A Heading Like This."""
    first, *others = without_stop(rows)
    return [capitalised(first), *(r if r.form in SMALL_WORDS else capitalised(r) for r in others)]


def as_capitals(rows: Rows) -> Rows:
    """WRITE A HEADING LIKE THIS."""
    return [replace(row, form=row.form.upper()) for row in without_stop(rows)]


def with_curly_quotes(rows: Rows) -> Rows:
    """Use the quotation marks and dashes of a word processor."""
    out: Rows = []
    opened = False
    for row in rows:
        form = row.form
        if form == '"':
            opened = row.xpos == "``" or (row.xpos != "''" and not opened)
            form = "“" if opened else "”"
        elif form in {"-", "--"} and row.upos == "PUNCT" and row.xpos in {":", ",", "NFP"}:
            form = "–" if form == "-" else "—"
        elif form in CURLY:
            form = CURLY[form]
        else:
            form = form.replace("'", "’")
        out.append(replace(row, form=form))
    return out


def with_british_spelling(rows: Rows, spellings: dict[str, str]) -> Rows:
    """Write colour for color."""
    return [replace(row, form=spellings.get(row.form, row.form)) for row in rows]


def with_reference(rows: Rows, numbers: tuple[int, int]) -> Rows:
    """Put a reference such as [14, 15] in front of the last punctuation mark."""
    at = len(rows) - 1
    if at < 2 or not is_stop(rows[at]):
        return rows
    root = next(i for i, row in enumerate(rows) if row.head == i)
    root = root + 5 if root >= at else root
    rows = [*rows[: at - 1], replace(rows[at - 1], space=True), *rows[at:]]
    first, second = (str(number) for number in numbers)
    new = [
        Row("[", "[", "PUNCT", "-LRB-", "", at + 1, "punct", False),
        Row(first, first, "NUM", "CD", "", root, "dep", False),
        Row(",", ",", "PUNCT", ",", "", at + 3, "punct", True),
        Row(second, second, "NUM", "CD", "", at + 1, "conj", False),
        Row("]", "]", "PUNCT", "-RRB-", "", at + 1, "punct", False),
    ]
    return insert(rows, at, new)


def with_placeholder(rows: Rows, rng: random.Random) -> Rows:
    """Replace one noun that nothing depends on by the placeholder for code and addresses."""
    heads = {row.head for i, row in enumerate(rows) if row.head != i}
    leaves = [i for i, row in enumerate(rows) if row.upos in {"NOUN", "PROPN"} and i not in heads]
    if not leaves:
        return rows
    at = rng.choice(leaves)
    name = replace(
        rows[at],
        form=PLACEHOLDER,
        lemma=PLACEHOLDER,
        upos="PROPN",
        xpos="NNP",
        feats="Number=Sing",
    )
    return [*rows[:at], name, *rows[at + 1 :]]


def with_line_wrap(rows: Rows, rng: random.Random) -> Rows:
    """Break the line after one token."""
    spaces = [i for i, row in enumerate(rows[:-1]) if row.space]
    if not spaces:
        return rows
    at = rng.choice(spaces)
    rows = [*rows[:at], replace(rows[at], space=False), *rows[at + 1 :]]
    return insert(rows, at + 1, [Row("\n", "\n", "SPACE", "_SP", "", at, "dep", False)])


def doc_rows(doc: Doc) -> list[Rows]:
    """Take a training Doc apart again."""
    return [
        [
            Row(
                token.text,
                token.lemma_,
                token.pos_,
                token.tag_,
                str(token.morph),
                token.head.i - sentence.start,
                token.dep_,
                bool(token.whitespace_),
            )
            for token in sentence
        ]
        for sentence in doc.sents
    ]


def with_headings(sentences: list[Rows], share: float, rng: random.Random) -> list[Rows]:
    """Let some sentences among others end with no full stop, as headings and list items do."""
    changes = (without_stop, as_title, as_capitals)
    return [
        rng.choice(changes)(rows) if len(rows) <= LONGEST_HEADING and rng.random() < share else rows
        for rows in sentences
    ]


def vary(
    sentences: list[Rows], spellings: dict[str, str], rng: random.Random, headings: float = 0.0
) -> list[Rows]:
    """Change some of the sentences of one Doc."""
    if len(sentences) == 1:
        kind = rng.random()
        if kind < 0.2:
            sentences = [as_list_item(sentences[0])]
        elif kind < 0.4 and len(sentences[0]) <= LONGEST_HEADING:
            change = as_title if kind < 0.3 else as_capitals
            return [change(sentences[0])]
    elif headings:
        sentences = with_headings(sentences, headings, rng)
    if rng.random() < 0.5:
        sentences = [with_curly_quotes(rows) for rows in sentences]
    if rng.random() < 0.7:
        sentences = [with_british_spelling(rows, spellings) for rows in sentences]
    out = []
    for rows in sentences:
        if rng.random() < 0.05:
            numbers = sorted(rng.sample(range(1, 120), 2))
            rows = with_reference(rows, (numbers[0], numbers[1]))
        if rng.random() < 0.03:
            rows = with_placeholder(rows, rng)
        if rng.random() < 0.03:
            rows = with_line_wrap(rows, rng)
        out.append(rows)
    return out


@spacy.registry.augmenters("plainspeak.guidance.v1")  # type: ignore[untyped-decorator]
def create_guidance_augmenter(
    level: float, headings: float, seed: int
) -> Callable[[Language, Example], Iterator[Example]]:
    """Change a share `level` of the training Docs, differently each time they come by.

    `headings` is the share of short sentences, in a Doc of several, that lose their full stop.
    """
    rng = random.Random(seed)
    spellings = british_spellings()

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if rng.random() >= level:
            yield example
            return
        doc = to_doc(nlp.vocab, vary(doc_rows(example.reference), spellings, rng, headings))
        yield Example(nlp.make_doc(doc.text), doc)

    return augment
