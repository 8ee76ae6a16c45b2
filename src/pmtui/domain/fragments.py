"""Fragments of a text: its words and sentences, what is marked in it, and finding words again as they stand there.

A span is two places in a text, the first character and the one after the last.
"""

import re
from collections.abc import Iterable

from pmtui.domain.errors import Refusal

Span = tuple[int, int]

_WORD = re.compile(r"\S+")
# A run of stops is looked at from its beginning only, so that a long one takes no longer than other words.
_SENTENCE = re.compile(r"\S(?:.*?(?<![.!?…。！？])[.!?…。！？]++[\"'”’»)\]]*(?=\s|$)|.*)")
_LIST_MARK = re.compile(r"^\s*(?:[-*+•–]|\d{1,3}[.)])(?=\s)")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_TITLE_LENGTH = 90


def word_spans(text: str) -> list[Span]:
    """Its words with the punctuation that hangs on them."""
    return [match.span() for match in _WORD.finditer(text)]


def sentence_spans(text: str) -> list[Span]:
    """Its sentences. A line that ends without a full stop is one too."""
    return [match.span() for match in _SENTENCE.finditer(text)]


def marked_spans(text: str, fragments: Iterable[str]) -> list[Span]:
    """Where fragments stand in a text, in order, those that overlap as one."""
    found = sorted((text.find(fragment), len(fragment)) for fragment in fragments if fragment and fragment in text)
    spans: list[Span] = []
    for start, length in found:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], start + length))
        else:
            spans.append((start, start + length))
    return spans


def fragment_in(text: str, words: str) -> str:
    """The part of a text that has these words in a row, whatever white space is between them.

    Raises Refusal when there is none.
    """
    wanted = r"\s+".join(re.escape(word) for word in words.split())
    match = re.search(wanted, text) if wanted else None
    if match is None:
        raise Refusal("These words are not in the text.", "Mark words of the text itself, without facts beside it.")
    return match[0]


def proposed_title(text: str) -> str:
    """The first sentence of a text as the title of a problem, cut between words when it is long."""
    spans = sentence_spans(text)
    if not spans:
        return ""
    start, stop = spans[0]
    title = " ".join(text[start:stop].split()).rstrip(".。 ")
    if len(title) <= _TITLE_LENGTH:
        return title
    return title[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def pieces_in(text: str, parting: str) -> tuple[str, ...]:
    """The pieces of a text, without empty ones. parting: line, block (between blank lines) or whole."""
    parts = {"line": text.split("\n"), "block": _BLANK_LINES.split(text), "whole": [text]}[parting]
    return tuple(piece for part in parts if (piece := part.strip()))


def titles_in(text: str) -> tuple[str, ...]:
    """The lines of a text without empty ones, and without the marks or numbers of a list before them."""
    return tuple(title for line in text.split("\n") if (title := _LIST_MARK.sub("", line).strip()))


def proposed_parting(text: str) -> str:
    """How a pasted text is best parted: into blocks where blank lines part blocks of several lines, else into lines."""
    blocks = pieces_in(text, "block")
    return "block" if len(blocks) > 1 and any("\n" in block for block in blocks) else "line"
