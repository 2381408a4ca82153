"""The user's `accept:` list: words and phrases that no rule on words flags."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plainspeak.language import inflection
from plainspeak.language.analysis import Text
from plainspeak.model import Span

__all__ = ["Accepted"]

_GAP = r"[\s\-\u2010\u2011]*"


class Accepted:
    """Finds accepted words in texts, in any form: `service users` where `service user` is listed.

    Capitals, hyphens and spaces may vary, as in glossaries.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        forms = {form for phrase in phrases for form in _forms(phrase)}
        # The longest first: what is accepted is all of “service users”.
        patterns = sorted((_pattern(form) for form in forms), key=lambda each: (-len(each), each))
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
            if patterns
            else None
        )

    def spans(self, text: Text) -> tuple[Span, ...]:
        """Where accepted words stand, in order."""
        if self._pattern is None:
            return ()
        prose = text.document.prose
        return tuple(Span(*match.span()) for match in self._pattern.finditer(prose))

    def covers(self, words: str) -> bool:
        """Whether just these words are accepted."""
        return self._pattern is not None and bool(self._pattern.fullmatch(words))


def _forms(phrase: str) -> set[str]:
    """The phrase and its inflections; a short form such as DPIA only as it is and with an s."""
    words = " ".join(phrase.split())
    if not words:
        return set()
    if words.isupper():
        return {words, f"{words}s"}
    return {words.lower(), *inflection.forms(words)}


def _pattern(form: str) -> str:
    parts = [re.escape(part) for part in re.split(r"[\s\-\u2010\u2011]+", form) if part]
    return _GAP.join(parts)
