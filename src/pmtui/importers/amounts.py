"""Inputs of RICE, ICE and WSJF as spreadsheets write them, as estimates on our scales."""

import re
from dataclasses import dataclass, field, replace

from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount, check_amount, parse_amount
from pmtui.importers.scales import CRITERIA, SCALES, Scale

NO_VALUE = {"", "-", "–", "—", "?", "n/a", "na", "none", "null", "tbd", "tba", "todo", "unknown"}
_DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d{1,2}|\d{4,})(\s*%)?")
_POINT_GROUPS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+")
# 1.500 is a thousand and a half in one country, one and a half in another: it counts as the latter, and that is said.
_UNCLEAR_POINT = re.compile(r"\s*[+-]?\d{1,3}\.\d{3}\s*")
_BARE_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")
# Digits, and the words that only mean a number: those are refused with their row.
_COUNTABLE = re.compile(r"\d|^[+-]?(?:nan|inf(?:inity)?)$")
_PERCENT, _TEN = 100, 10
_WORDS_KEPT, _WORD_SHOWN = 8, 12
_DIGITS = 12


def read_amount(text: str, criterion: Criterion, scale: Scale) -> Amount | None:
    """An estimate from a cell: a number, share, range or a word of its scale; None for an empty one or `n/a`.

    Raises Refusal for anything else, such as NaN, infinity, or a value outside our scale.
    """
    word = text.strip().casefold()
    if word in NO_VALUE:
        return None
    if word in scale.words:
        return parse_amount(scale.words[word], criterion)
    if _POINT_GROUPS.fullmatch(word):
        word = word.replace(".", "").replace(",", ".")
    else:
        word = _DECIMAL_COMMA.sub(r"\1.\2\3", word) if _DECIMAL_COMMA.fullmatch(word) else word
    if scale.factor == 1:
        return parse_amount(word, criterion)
    found = parse_amount(word, replace(criterion, unit="", shape="positive", lowest=0, highest=None))
    low, high = (round(end * scale.factor, _DIGITS) for end in (found.low, found.high))
    middle = None if found.middle is None else round(found.middle * scale.factor, _DIGITS)
    return check_amount(Amount(low, high, middle), criterion)


@dataclass(slots=True)
class ScaleCheck:
    """Whether a column can be this criterion. People call very different numbers by the same name."""

    criterion: Criterion
    _words: dict[str, None] = field(default_factory=dict)
    _numbers: list[float] = field(default_factory=list)
    _percent: bool = False

    def see(self, text: str) -> None:
        """Take one more cell into account."""
        bare = text.strip().casefold()
        self._percent = self._percent or "%" in bare
        if _BARE_NUMBER.fullmatch(bare):
            number = float(bare.replace(",", "."))
            self._numbers = [min([number, *self._numbers]), max([number, *self._numbers])]
        elif bare not in NO_VALUE and not _COUNTABLE.search(bare) and len(self._words) < _WORDS_KEPT:
            self._words[bare] = None

    @property
    def seen(self) -> str:
        """What stands in the column, for people: 0.5 to 3; high, low."""
        parts = ["percent"] if self._percent else []
        if self._numbers:
            low, high = self._numbers
            parts.append(f"{low:g}" if low == high else f"{low:g} to {high:g}")
        return ", ".join([*parts, *(word[:_WORD_SHOWN] for word in self._words)]) or "nothing"

    @property
    def other_scale(self) -> str:
        """Which other scale the column is on; "" when it fits ours."""
        criterion, highest = self.criterion, self.criterion.highest
        largest = self._numbers[1] if self._numbers else 0.0
        if strange := next((word for word in self._words if word not in SCALES[criterion.code][0].words), ""):
            return f"words such as “{strange[:40]}”"
        if criterion.is_share:
            is_other = largest > _PERCENT or (1 < largest <= _TEN and not self._percent)
            return f"numbers up to {largest:g}, which are neither shares nor percent" if is_other else ""
        if highest is not None and largest > highest:
            return f"numbers up to {largest:g} on a scale that ends at {highest:g}"
        if self._numbers and largest <= criterion.lowest and criterion.lowest >= 1 and self._numbers[0] < 1:
            return f"numbers up to {largest:g} on a scale that begins at {criterion.lowest:g}"
        return "percent, not people" if criterion.code == "reach" and self._percent else ""


def has_unclear_point(text: str) -> bool:
    """Whether a point in a number may part thousands as well as decimals."""
    return _UNCLEAR_POINT.fullmatch(text) is not None


def read_cell(text: str, column: str, code: str, scale: Scale) -> Amount | None:
    """As read_amount, with the column named in the refusal. code: of the criterion."""
    try:
        return read_amount(text, CRITERIA[code], scale)
    except Refusal as refusal:
        raise Refusal(f"column {column}: {refusal.title}", refusal.hint) from None
