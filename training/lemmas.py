"""Make the tables of the rule lemmatizer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import spacy
import spacy_lookups_data
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.util import load_language_data
from treebank import Row, Sentence, to_doc
from wordfreq import zipf_frequency

LEAST_ZIPF = 2.1
CLEAR_SHARE = 0.75
UNCHANGED = ["", ""]

Tables = dict[str, dict[str, Any]]


def base_tables() -> Tables:
    """Take WordNet's rules and words from spacy-lookups-data, and leave out very rare words."""
    data = {name: load_language_data(path) for name, path in spacy_lookups_data.en.items()}
    # A dictionary answers `form in index` at once where a list searches.
    index = {
        pos: {word: 1 for word in words if zipf_frequency(word, "en") >= LEAST_ZIPF}
        for pos, words in data["lemma_index"].items()
    }
    rules = {pos: list(pairs) for pos, pairs in data["lemma_rules"].items()}
    # A rule that changes nothing, so that "Use" is "use". A later rule outranks an earlier one:
    # "lower" is "low" although the index has both, and "bed" is never "b".
    rules["verb"].append(UNCHANGED)
    for pos in ("adj", "adv"):
        rules[pos].insert(0, UNCHANGED)
    exceptions = {pos: dict(words) for pos, words in data["lemma_exc"].items()}
    return {"lemma_index": index, "lemma_rules": rules, "lemma_exc": exceptions}


def add_lemmatizer(nlp: Language, tables: Tables) -> None:
    """Add the lemmatizer, or replace it."""
    if "lemmatizer" in nlp.pipe_names:
        nlp.remove_pipe("lemmatizer")
    lookups = Lookups()
    for name, table in tables.items():
        lookups.add_table(name, table)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=lookups)


def learn_exceptions(sentences: Iterable[Sentence], tables: Tables) -> None:
    """Add the words whose lemma the rules get wrong and the treebank is clear about."""
    nlp = spacy.blank("en")
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wrong: set[tuple[str, str]] = set()
    rows = [row for sentence in sentences for row in sentence.rows]
    for pos in {row.upos.lower() for row in rows}:
        # A name keeps its capitals.
        tables["lemma_rules"].setdefault(pos, [] if pos == "propn" else [UNCHANGED])
        tables["lemma_exc"].setdefault(pos, {})
    add_lemmatizer(nlp, tables)
    for key, row, guess in guesses(nlp, rows):
        seen[key][row.lemma] += 1
        if guess != row.lemma:
            wrong.add(key)
    for form, pos in sorted(wrong):
        lemma, count = seen[form, pos].most_common(1)[0]
        if count / seen[form, pos].total() >= CLEAR_SHARE:
            tables["lemma_exc"][pos][form] = [lemma]


def guesses(nlp: Language, rows: list[Row]) -> Iterable[tuple[tuple[str, str], Row, str]]:
    """Yield what the lemmatizer says with the right tags: (form, part of speech), token, lemma."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    for start in range(0, len(rows), 5000):
        part = rows[start : start + 5000]
        doc = to_doc(nlp.vocab, [[row] for row in unattached(part)])
        for row, token in zip(part, lemmatizer(doc), strict=True):
            yield (row.form.lower(), row.upos.lower()), row, token.lemma_


def unattached(rows: list[Row]) -> list[Row]:
    """Make each token a sentence of its own, with its lemma open."""
    return [replace(row, lemma="", head=0, dep="ROOT", space=True) for row in rows]


def build_tables(sentences: Iterable[Sentence]) -> Tables:
    """Make all tables."""
    tables = base_tables()
    learn_exceptions(list(sentences), tables)
    return tables
