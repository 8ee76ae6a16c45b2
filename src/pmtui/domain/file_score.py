"""The score that a file says a problem has: kept as a custom field as it stands there, and never counted with."""

import re
from collections.abc import Iterable

from pmtui.domain.scorecard import Scorecard

_ROUNDED = 0.005  # files show few digits


def is_score_of(column: str, scorecard: Scorecard) -> bool:
    """Whether a column holds scores of a scorecard by its name: RICE, RICE score, or just score."""
    name = scorecard.name.partition(" (")[0].casefold()
    return " ".join(re.split(r"[\s_]+", column.casefold())).strip() in (name, f"{name} score", "score")


def score_in_file(custom: Iterable[tuple[str, str]], scorecard: Scorecard, ours: float | None) -> str:
    """What the file says where it is another score than ours: "RICE Score: 9,999"; "" where they agree or it says none.

    custom: names and values of the custom fields.
    """
    for name, text in custom:
        if is_score_of(name, scorecard) and differs(text, ours):
            return f"{name}: {text}"
    return ""


def differs(text: str, ours: float | None) -> bool:
    """Whether a score as a file writes it is a number, and another one than ours to the digits that are shown."""
    try:
        theirs = float(text.replace(",", "").replace(" ", ""))
    except ValueError:
        return False
    return ours is None or abs(theirs - ours) > max(abs(theirs), abs(ours)) * _ROUNDED
