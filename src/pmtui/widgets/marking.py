"""Marking words of a text with keys."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pmtui.domain.fragments import Span, sentence_spans, word_spans


@dataclass(frozen=True, slots=True)
class Marking:
    """What is about to be marked: all words from one word to another, by their places among all words.

    extends: whether moving takes more words in, instead of going on to another one.
    """

    words: Sequence[Span]
    sentences: Sequence[Span]
    anchor: int = 0
    head: int = 0
    extends: bool = False

    @classmethod
    def of(cls, text: str) -> "Marking | None":
        """At the first word of a text, or None when it has no words."""
        words = word_spans(text)
        return cls(words, sentence_spans(text)) if words else None

    @property
    def span(self) -> Span:
        """The part of the text that is marked."""
        first, last = sorted((self.anchor, self.head))
        return self.words[first][0], self.words[last][1]

    @property
    def place(self) -> int:
        """Where the moving end is in the text."""
        return self.words[self.head][0]

    def extending(self, extends: bool) -> "Marking":
        """From here on with or without taking words in; without, only the word at the moving end is left."""
        return replace(self, extends=extends, anchor=self.anchor if extends else self.head)

    def by_words(self, words: int) -> "Marking":
        """So many words on."""
        return self._to(self.head + words)

    def by_sentence(self, onwards: bool) -> "Marking":
        """To the next sentence, or to the beginning of this one or the one before; extending, to its end."""
        starts = [start for start, _ in self.sentences]
        if not onwards:
            return self._to(self._word_at(max((start for start in starts if start < self.place), default=0)))
        if self.extends:
            end = self.words[self.head][1]
            return self._to(self._word_at(next((stop - 1 for _, stop in self.sentences if stop > end), end)))
        after = next((start for start in starts if start > self.place), None)
        return self if after is None else self._to(self._word_at(after))

    def _word_at(self, place: int) -> int:
        return next((number for number, (_, stop) in enumerate(self.words) if stop > place), len(self.words) - 1)

    def _to(self, word: int) -> "Marking":
        word = max(0, min(word, len(self.words) - 1))
        return replace(self, head=word, anchor=self.anchor if self.extends else word)
