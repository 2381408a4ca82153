"""Score files with TextDescriptives, no model: python textdescriptives_scores.py FILE..."""

import sys
from pathlib import Path

import spacy
import textdescriptives  # noqa: F401  (adds its parts to spaCy)

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
nlp.add_pipe("textdescriptives/descriptive_stats")
nlp.add_pipe("textdescriptives/readability")
texts = (Path(path).read_text(encoding="utf-8") for path in sys.argv[1:])
for path, doc in zip(sys.argv[1:], nlp.pipe(texts), strict=True):
    print(path, doc._.readability)
