"""RICE inputs as spreadsheets write them, as estimates on our scales; what is on another scale is left alone."""

import re
from dataclasses import dataclass

from pmtui.domain.criterion import RICE_CRITERIA, Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount, parse_amount

CRITERIA: dict[str, Criterion] = {criterion.code: criterion for criterion in RICE_CRITERIA}
NO_VALUE = {"", "-", "–", "—", "?", "n/a", "na", "none", "null", "tbd", "tba", "todo", "unknown"}
_WORDS = {
    "impact": {"massive": "3", "very high": "3", "high": "2", "medium": "1", "low": "0.5", "minimal": "0.25"},
    "rice_confidence": {"high": "100%", "medium": "80%", "low": "50%", "100": "100%"},
}
_DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d{1,2}|\d{4,})(\s*%)?")
_POINT_GROUPS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+")
# 1.500 is a thousand and a half in one country, one and a half in another: it counts as the latter, and that is said.
_UNCLEAR_POINT = re.compile(r"\s*[+-]?\d{1,3}\.\d{3}\s*")
_BARE_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")
# Digits, and the words that only mean a number: those are refused with their row.
_COUNTABLE = re.compile(r"\d|^[+-]?(?:nan|inf(?:inity)?)$")
_PERCENT, _TEN = 100, 10


def read_amount(text: str, criterion: Criterion) -> Amount | None:
    """An estimate from a cell: a number, share, range or one of RICE's words; None for an empty one or `n/a`.

    Raises Refusal for anything else, such as NaN, infinity, or a value outside the scale.
    """
    word = text.strip().casefold()
    if word in NO_VALUE:
        return None
    word = _WORDS.get(criterion.code, {}).get(word, word)
    if _POINT_GROUPS.fullmatch(word):
        word = word.replace(".", "").replace(",", ".")
    else:
        word = _DECIMAL_COMMA.sub(r"\1.\2\3", word) if _DECIMAL_COMMA.fullmatch(word) else word
    return parse_amount(word, criterion)


@dataclass(slots=True)
class ScaleCheck:
    """Whether a column can be this criterion. People call very different numbers by the same name."""

    criterion: Criterion
    _strange_word: str = ""
    _largest: float = 0.0
    _percent: bool = False

    def see(self, text: str) -> None:
        """Take one more cell into account."""
        bare = text.strip().casefold()
        self._percent = self._percent or "%" in bare
        if _BARE_NUMBER.fullmatch(bare):
            self._largest = max(self._largest, float(bare.replace(",", ".")))
        elif bare not in NO_VALUE and not _COUNTABLE.search(bare) and bare not in _WORDS.get(self.criterion.code, {}):
            self._strange_word = self._strange_word or bare

    @property
    def other_scale(self) -> str:
        """Which other scale the column is on; "" when it fits ours."""
        if self._strange_word:
            return f"words such as “{self._strange_word[:40]}”"
        if self.criterion.code == "impact" and self._largest > (self.criterion.highest or 0):
            return f"numbers up to {self._largest:g} on a scale that ends at {self.criterion.highest:g}"
        if self.criterion.is_share and (self._largest > _PERCENT or (1 < self._largest <= _TEN and not self._percent)):
            return f"numbers up to {self._largest:g}, which are neither shares nor percent"
        return "percent, not people" if self.criterion.code == "reach" and self._percent else ""


def has_unclear_point(text: str) -> bool:
    """Whether a point in a number may part thousands as well as decimals."""
    return _UNCLEAR_POINT.fullmatch(text) is not None


def read_cell(text: str, column: str, criterion: Criterion) -> Amount | None:
    """As read_amount, with the column named in the refusal."""
    try:
        return read_amount(text, criterion)
    except Refusal as refusal:
        raise Refusal(f"column {column}: {refusal.title}", refusal.hint) from None
