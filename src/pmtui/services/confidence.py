"""How well evidence supports a problem, and the ladder that says what each type of evidence is worth."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.confidence import (
    FIRST_LADDER,
    ConfidenceLadder,
    Piece,
    TypePart,
    confidence_parts,
    day_of,
    evidence_confidence,
)
from pmtui.domain.errors import Refusal
from pmtui.store.queries import confidence
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProblemConfidence:
    """How well evidence supports a problem.

    value: 0 to 10. parts: what each type of evidence adds, the most first, and the numbers of the pieces that make it.
    undated: those of these pieces that count from the day they were recorded. ladder: the version that was used.
    pieces, customers: how many pieces count, and how many customers said them.
    """

    value: float
    parts: tuple[TypePart, ...]
    undated: tuple[int, ...]
    ladder: int
    pieces: int
    customers: int


def newest_ladder(uow: UnitOfWork) -> ConfidenceLadder:
    """The version of the confidence ladder that counts; the first one where another program left none to count by."""
    ladders = uow.confidence_ladders.all(order="version")
    try:
        return evolve(ladders[-1]) if ladders else FIRST_LADDER
    except Refusal:
        return FIRST_LADDER


def problem_confidence(uow: UnitOfWork, problem: int) -> ProblemConfidence:
    """The confidence that a problem's evidence earns today; 0 where there is none."""
    return problem_confidences(uow, [problem])[problem]


def problem_confidences(uow: UnitOfWork, problems: Sequence[int]) -> dict[int, ProblemConfidence]:
    """The same for each of these problems."""
    ladder, today = newest_ladder(uow), uow.today
    found = {}
    for problem, rows in confidence.pieces_of(uow.connection, problems).items():
        parts = confidence_parts((_piece(row) for row in rows), ladder, today)
        counted = {number for part in parts for number in part.pieces}
        undated = tuple(number for number, _, _, on, _ in rows if number in counted and day_of(on) is None)
        customers = {customer for _, _, customer, _, _ in rows}
        value = evidence_confidence(parts)
        found[problem] = ProblemConfidence(value, parts, undated, ladder.version, len(rows), len(customers))
    return found


def confidences(uow: UnitOfWork) -> dict[int, float]:
    """The confidence of every problem that has evidence which counts."""
    return _confidences(uow, confidence.pieces_of_all(uow.connection))


def confidences_of(uow: UnitOfWork, problems: Sequence[int]) -> dict[int, float]:
    """The confidence of each of these problems; 0 where there is no evidence."""
    return dict.fromkeys(problems, 0.0) | _confidences(uow, confidence.pieces_of_some(uow.connection, problems))


def _confidences(uow: UnitOfWork, pieces: Iterable[tuple[int, *confidence.Row]]) -> dict[int, float]:
    ladder, today = newest_ladder(uow), uow.today
    return {
        problem: evidence_confidence(confidence_parts((_piece(row[1:]) for row in rows), ladder, today))
        for problem, rows in groupby(pieces, lambda row: row[0])
    }


def _piece(row: confidence.Row) -> Piece:
    number, evidence_type, customer, occurred_on, created_at = row
    return Piece(number, evidence_type, customer, day_of(occurred_on) or date.fromisoformat(created_at[:10]))


@dataclass(frozen=True, slots=True)
class EditLadder:
    """Make a new version of the confidence ladder.

    steps: weight and cap by evidence type, of those that change, as typed. half_life: days as typed, "" to leave it.
    """

    steps: Mapping[str, tuple[str, str]]
    half_life: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Make it, unless nothing differs. Raises Refusal for an unknown type and figures out of their scale."""
        ladder = newest_ladder(uow)
        steps = dict(ladder.by_type)
        for name, (weight, cap) in self.steps.items():
            if name not in steps:
                raise Refusal(f"There is no evidence type “{name}”.", f"There are {', '.join(steps)}.")
            steps[name] = _figure(weight, f"the weight of {name}"), _figure(cap, f"the cap of {name}")
        half_life = _figure(self.half_life, "the half-life") if self.half_life.strip() else ladder.half_life_days
        changed = ConfidenceLadder(0, ladder.version + 1, half_life, json.dumps(steps))
        if (steps, half_life) == (ladder.by_type, ladder.half_life_days):
            return Outcome(f"The confidence ladder stays version {ladder.version}")
        uow.confidence_ladders.add(changed)
        return Outcome(f"Changed the confidence ladder: version {changed.version}")


def _figure(text: str, what: str) -> float:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        raise Refusal(f"“{text}” is no number for {what}.", "Type one such as 0.35.") from None
