"""What a user types to search: words, "phrases", prefixes (invoi*), -not and fields (type:interview since:2026-01).

Any text means something: what is no known field, or a field with an impossible value, is words.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

LONGEST = 500
STATES = (
    "open",
    "done",
    "declined",
    "connected",
    "unconnected",
    "dismissed",
    "duplicate",
    "problem",
    "evidence",
    "solution",
    "experiment",
    "objective",
    "release",
    "decision",
    "persona",
    "company",
    "tag",
)
_TOKEN = re.compile(r'(-?)(?:([A-Za-z]+):)?(?:"([^"]*)("?)|([^\s"]\S*))')
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_BEGINNING_OF_DATE = re.compile(r"\d{0,4}|\d{4}-(\d{0,2}|\d\d-\d{0,2})")
_TOKENS = re.compile(r"[^\W_]+")


def _is_date(value: str) -> bool:
    return _DATE.fullmatch(value) is not None


def _is_state(value: str) -> bool:
    return value.lower() in STATES


# What a field's value may be.
FIELDS: Mapping[str, Callable[[str], bool]] = {
    "type": bool,
    "kind": bool,
    "persona": bool,
    "company": bool,
    "tag": bool,
    "problem": bool,
    "source": bool,
    "since": _is_date,
    "until": _is_date,
    "is": _is_state,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase. is_prefix: whether more may follow the last letter."""

    text: str
    is_prefix: bool = False

    @property
    def tokens(self) -> tuple[str, ...]:
        """Its runs of letters and digits, folded."""
        return tuple(_TOKENS.findall(fold(self.text)))


@dataclass(frozen=True, slots=True)
class Field:
    """A wanted value of a field. name: one of FIELDS; is_excluded: whether it is unwanted instead."""

    name: str
    value: str
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What has to be there (words), what must not (without), and values of fields.

    misread: fields with an impossible value, which are words; not those whose value may still be being typed.
    """

    words: tuple[Word, ...] = ()
    without: tuple[Word, ...] = ()
    fields: tuple[Field, ...] = ()
    misread: tuple[Field, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing: what must not be there says not what is sought."""
        return not self.words and not self.fields


def parse_query(text: str, is_typing: bool = False) -> SearchQuery:
    """Read the first 500 characters of what was typed. is_typing: more may come, so the last word is a prefix."""
    text = text[:LONGEST]
    words: list[Word] = []
    without: list[Word] = []
    fields: list[Field] = []
    misread: list[Field] = []
    for match in _TOKEN.finditer(text):
        minus, name, quoted, end_quote, bare = match.groups()
        value = (quoted if bare is None else bare).strip()
        allowed = FIELDS.get((name or "").lower())
        if allowed is not None and allowed(value):
            fields.append(Field(name.lower(), value, bool(minus)))
            continue
        if value.endswith(":") and value[:-1].lower() in FIELDS:  # its value is still to be typed
            continue
        is_last = is_typing and match.end() == len(text) and not end_quote
        if allowed is not None and value and not (is_last and _may_become(name.lower(), value)):
            misread.append(Field(name.lower(), value, bool(minus)))
        plain = f"{name}:{value}" if name else value
        if stem := plain.rstrip("*"):
            (without if minus else words).append(Word(stem, is_last or plain != stem))
    return SearchQuery(tuple(words), tuple(without), tuple(fields), tuple(misread))


def _may_become(name: str, value: str) -> bool:
    """Whether more letters could make this a value of the field."""
    if name == "is":
        return any(state.startswith(value.lower()) for state in STATES)
    return _BEGINNING_OF_DATE.fullmatch(value) is not None


class _Folded(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFKD", chr(code))[0].lower()[0]
        self[code] = letter
        return letter


_FOLDED = _Folded()


def fold(text: str) -> str:
    """A text as search compares it: without case and accents, as long as it was."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)
