"""The base forms of words, asked of spaCy's lemmatizer once for each word in each role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

__all__ = ["BaseForms"]

MOST = 50_000
"""How many words in a role are remembered; then it starts anew."""


class BaseForms:
    """Does the work of a lemmatizer that goes by rules.

    spaCy makes an object of every token to look up what it knows of it. Here a token is three
    numbers, and is only made where its word is new.
    """

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        """Take the lemmatizer.

        Args:
            lemmatizer: goes by a word, its part of speech and its features alone, as the English
                one does in its mode `rule`.
        """
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, ...], int] = {}

    def add_to(self, doc: Doc) -> None:
        """Give every token its base form.

        Args:
            doc: with parts of speech and features, and without base forms.
        """
        rows: Any = doc.to_array(["ORTH", "POS", "MORPH"])
        if len(self._known) > MOST:
            self._known.clear()
        known = self._known
        found = []
        for number, row in enumerate(map(tuple, rows.tolist())):
            lemma = known.get(row)
            if lemma is None:
                (form, *_) = self._lemmatizer.lemmatize(doc[number])
                lemma = known[row] = doc.vocab.strings.add(form)
            found.append(lemma)
        lemmas: Any = rows[:, 0].copy()
        lemmas[:] = found
        doc.from_array(["LEMMA"], lemmas)
