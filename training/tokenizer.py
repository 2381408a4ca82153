"""Keep prefixes joined to their words, as the treebanks do: `co-produced` is one token.

spaCy splits every hyphen between letters. In the treebanks `well-known` is three tokens but
`non-profit` is one, and a model that sees `co`, `-`, `produced` takes each of them for a verb.
"""

from __future__ import annotations

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.util import compile_infix_regex

# Those that the training parts keep joined, and never or seldom split.
PREFIXES = """
    anti co counter cross e ex inter intra micro mid mini multi non over post pre pro re semi socio
    sub un
"""


def keep_prefixes(nlp: Language) -> None:
    """Stop the tokenizer from splitting after a prefix."""
    between_letters = rf"(?:{HYPHENS})(?=[{ALPHA}])"
    infixes = [
        _after_no_prefix() + infix if infix.endswith(between_letters) else infix
        for infix in nlp.Defaults.infixes
    ]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _after_no_prefix() -> str:
    """A look-behind for each length of prefix: Python has none of variable width."""
    by_length: dict[int, list[str]] = {}
    for prefix in PREFIXES.split():
        by_length.setdefault(len(prefix), []).append(prefix)
    return "".join(
        rf"(?<!\b(?i:{'|'.join(prefixes)}))" for _, prefixes in sorted(by_length.items())
    )
