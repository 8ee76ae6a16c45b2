"""A decision: what was chosen, by whom and why, what was expected of it, and how that turned out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal

OUTCOMES = ("came true", "did not")
_SEVERAL = re.compile(r"[,;/&]|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    context, options, choice, reason, learned: Markdown. driver, approver: one person each, or "" while unknown;
    contributors, informed: any number (DACI). prediction: what is expected, with its probability from 0 to 1, to be
    reviewed on review_on (ISO date or ""). outcome: "", came true or did not, found on reviewed_on. ranking: the
    frozen ranking as JSON, or "". supersedes: the decision it takes the place of. place: the rank
    its problem takes whatever its score, or None. custom: JSON object of imported fields without a place of their own.
    """

    id: int
    title: str
    created_at: str
    updated_at: str
    context: str = ""
    options: str = ""
    choice: str = ""
    reason: str = ""
    driver: str = ""
    approver: str = ""
    contributors: str = ""
    informed: str = ""
    prediction: str = ""
    probability: float | None = None
    review_on: str = ""
    outcome: str = ""
    reviewed_on: str = ""
    learned: str = ""
    ranking: str = ""
    supersedes: int | None = None
    place: int | None = None
    custom: str = "{}"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Refusal("A decision needs a title.", "Say in one line what is decided.")
        for role, name in (("driver", self.driver), ("approver", self.approver)):
            if _SEVERAL.search(name):
                raise Refusal(f"A decision has exactly one {role}.", "Name the others as contributors or as informed.")
        if self.probability is not None and not 0 <= self.probability <= 1:
            raise Refusal("A probability goes from 0 to 100 %.")
        if self.probability is not None and not self.prediction.strip():
            raise Refusal(
                "There is a probability and nothing that is predicted.", "Say what will be true, and by when."
            )
        if self.place is not None and self.place < 1:
            raise Refusal("The first place is 1.")
        if self.place is not None and not self.reason.strip():
            raise Refusal("A place against the score needs a reason.", "Say why the score is not the last word here.")
        one_of(self.outcome, OUTCOMES, "outcome")
        if self.outcome and not self.prediction.strip():
            raise Refusal("There is no prediction that could have come true.", "Write the prediction first.")

    @property
    def brier(self) -> float | None:
        """How far the prediction was off, from 0 (best) to 1: (probability - outcome) ** 2.

        After Glenn W. Brier, "Verification of forecasts expressed in terms of probability", 1950.
        """
        if self.probability is None or not self.outcome:
            return None
        return (self.probability - (self.outcome == OUTCOMES[0])) ** 2

    def is_due(self, today: str) -> bool:
        """Whether its review is due on an ISO date."""
        return bool(self.review_on) and not self.reviewed_on and self.review_on[:10] <= today[:10]


def read_probability(text: str) -> float | None:
    """A probability from 0 to 1 as people type it: 80%, 80 or 0.8; None for nothing. Raises Refusal for other words."""
    words = text.strip()
    if not words:
        return None
    try:
        value = float(words.removesuffix("%"))
    except ValueError:
        raise Refusal(f"“{text}” is not a probability.", "Type it as 80% or 0.8.") from None
    value = value / 100 if words.endswith("%") or value > 1 else value
    if not 0 <= value <= 1:
        raise Refusal("A probability goes from 0 to 100 %.")
    return value


@dataclass(frozen=True, slots=True)
class Calibration:
    """The reviewed predictions that stated about the same probability.

    low, high: the bounds of the group. stated: their mean probability. happened: the share that came true.
    """

    low: float
    high: float
    count: int
    stated: float
    happened: float


def calibration(decisions: Iterable[Decision]) -> tuple[Calibration, ...]:
    """Reviewed predictions in ten groups by stated probability; groups without any are left out."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for decision in decisions:
        if decision.probability is not None and decision.outcome:
            group = min(9, int(round(decision.probability * 1e9) // 1e8))
            groups.setdefault(group, []).append((decision.probability, decision.outcome == OUTCOMES[0]))
    return tuple(
        Calibration(
            group / 10,
            (group + 1) / 10,
            len(found),
            sum(stated for stated, _ in found) / len(found),
            sum(happened for _, happened in found) / len(found),
        )
        for group, found in sorted(groups.items())
    )


def mean_brier(decisions: Iterable[Decision]) -> float | None:
    """The mean Brier score of the reviewed predictions, None where there is none."""
    scores = [score for decision in decisions if (score := decision.brier) is not None]
    return sum(scores) / len(scores) if scores else None
