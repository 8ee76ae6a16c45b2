"""When two pieces of evidence are likely the same one twice."""

import re

from pmtui.domain.search_query import fold

NEAR = 0.8
"""Two texts are nearly the same when they share so large a part of all their words (Jaccard index)."""

_WORDS = re.compile(r"[^\W_]+")


def words_in(text: str) -> frozenset[str]:
    """The words of a text, whatever their case, accents and order."""
    return frozenset(_WORDS.findall(fold(text)))


def sameness(words: frozenset[str], others: frozenset[str]) -> float:
    """The part of all words of two texts that both have, 0 to 1. Jaccard 1912."""
    both = len(words & others)
    return both / (len(words) + len(others) - both) if both else 0.0
