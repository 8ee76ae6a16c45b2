"""The part of a text that shows why it was found, with the places of the words that were sought."""

import re
from dataclasses import dataclass
from functools import cached_property

from pmtui.domain.search_query import SearchQuery, Word, fold
from pmtui.domain.text import shown_line

_ACCENTS = "[\u0300-\u036f]*"
NEAR = 48
"""A match that ends within so many characters is seen in the narrowest window; other texts are cut before it."""

_NOTHING = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of text as it may be shown. marks: start and end of each word that was sought, in order."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Marker:
    """Finds the words of a query: as words where there is any, else as parts of words."""

    def __init__(self, query: SearchQuery) -> None:
        self._query = query

    @cached_property
    def words(self) -> re.Pattern[str]:
        """Finds them as words, in a folded text."""
        return _any_of([_as_word(word) for word in self._query.words if word.tokens])

    @cached_property
    def parts(self) -> re.Pattern[str]:
        """Finds them anywhere, in a folded text."""
        return _any_of([re.escape(fold(word.text)) for word in self._query.words])

    def excerpt(self, text: str, width: int) -> Excerpt:
        """At most so many characters around the first word that was sought."""
        folded = fold(text)
        pattern = self.words
        if (first := pattern.search(folded)) is None:
            pattern = self.parts
            first = pattern.search(folded)
        near = min(width, NEAR)
        start = 0 if first is None or first.end() <= near else max(0, first.start() - near // 2)
        if start:
            start = text.find(" ", start, first.start() if first else None) + 1 or start
        shown = shown_line(text[start : start + width]).strip()
        shown = ("…" if start else "") + shown + ("…" if start + width < len(text) else "")
        return _with_marks(shown, pattern)

    def whole(self, line: str) -> Excerpt:
        """A whole line with its marks."""
        shown = shown_line(line)
        return _with_marks(shown, self.words if self.words.search(fold(shown)) else self.parts)


def _with_marks(shown: str, pattern: re.Pattern[str]) -> Excerpt:
    return Excerpt(shown, tuple(match.span() for match in pattern.finditer(fold(shown))))


def _as_word(word: Word) -> str:
    tokens = (_ACCENTS.join(token) + _ACCENTS for token in word.tokens)
    return r"(?<![^\W_])" + r"[\W_]+".join(tokens) + ("" if word.is_prefix else r"(?![^\W_])")


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(patterns, key=len, reverse=True))) if patterns else _NOTHING
