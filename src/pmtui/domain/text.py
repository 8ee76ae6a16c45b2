"""Cleaning text from people and files: once when it comes in, and once more before it is shown.

Kept text holds no control characters, NULs or lone surrogates. Shown text leaves out what would
disturb a line: bidirectional overrides and piles of combining marks.
"""

import re
import unicodedata

MARKS_PER_BASE = 4
REPLACEMENT = "\ufffd"
_UNCLEAN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("\r\n|\r|\u2028|\u2029|\x85")
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Letters of European languages and the signs of typed text: none is a mark, none turns the direction.
_UNDISTURBING = re.compile("[\x00-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_LONG_NUMBER = re.compile(r"(?<![\d,])(?<![^.]\.)(?<!^\.)[1-9]\d{3,14}(?![\d,])")
_WHITE_SPACE = re.compile(r"[\n\t]+")


def clean_block(text: str) -> str:
    """Text of several lines as it may be kept: control characters become U+FFFD, line ends become newlines."""
    if text.isascii() and text.isprintable():
        return text
    return _UNCLEAN.sub(REPLACEMENT, _LINE_BREAKS.sub("\n", text))


def clean_line(text: str) -> str:
    """Text of one line as it may be kept: as clean_block, with newlines and tabs as spaces, trimmed."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return _WHITE_SPACE.sub(" ", clean_block(text)).strip()


def count_unclean(text: str) -> int:
    """How many characters clean_block replaces with U+FFFD."""
    if text.isascii() and text.isprintable():
        return 0
    return len(_UNCLEAN.findall(_LINE_BREAKS.sub("\n", text)))


def shown_block(text: str) -> str:
    """Text of several lines as it may reach the screen."""
    if text.isascii() and text.isprintable():
        return text
    if _UNDISTURBING.fullmatch(text):  # it costs less to see that than to look at each character
        return clean_block(text).replace("\t", "    ")
    kept: list[str] = []
    marks = 0
    for character in _BIDI_CONTROLS.sub("", clean_block(text)).replace("\t", "    "):
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MARKS_PER_BASE:
            kept.append(character)
    return "".join(kept)


def shown_line(text: str) -> str:
    """Text as it may reach one row of the screen or of a table."""
    if text.isascii() and text.isprintable():
        return text
    return shown_block(text).replace("\n", " ")


def with_thousands(text: str) -> str:
    """An amount as it was typed, its long numbers with thousands signs."""
    return _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", text)


def counted(count: int, noun: str) -> str:
    """A count with its noun: 1 card, 2 cards."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
