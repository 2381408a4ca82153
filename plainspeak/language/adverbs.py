"""The adverb of an adjective: `careful` gives `carefully`.

Only for adjectives that say how something is done, so that `a careful check` is the same as
checking carefully. `A final check` is not, and has none.
"""

from __future__ import annotations

__all__ = ["adverb_of"]

_MANNER_LISTED = """
    accurate brief careful close complete comprehensive continual continuous correct fair formal
    frequent full honest independent informal objective proper quick rapid regular rigorous separate
    systematic thorough
"""
_MANNER = frozenset(_MANNER_LISTED.split())


def adverb_of(adjective: str) -> str | None:
    """The adverb that says of a deed what the adjective says of its noun.

    Args:
        adjective: one word, in any case.

    Returns:
        In small letters; `None` if the adjective does not tell how something is done.
    """
    word = adjective.lower()
    if word not in _MANNER:
        return None
    if word.endswith("ll"):
        return f"{word}y"
    if word.endswith("le"):
        return f"{word[:-1]}y"
    return f"{word}ally" if word.endswith("ic") else f"{word}ly"
