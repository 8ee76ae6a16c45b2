"""Drafts that are new here into problems, evidence, personas and decisions, many at once."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache

from pmtui.domain.base import evolve
from pmtui.domain.board import Lane, LaneChange, check_room
from pmtui.domain.decision import Decision
from pmtui.domain.estimate import Amount, Estimate, central_value
from pmtui.domain.evidence import Evidence
from pmtui.domain.keys import Kind
from pmtui.domain.ordering import GAP
from pmtui.domain.persona import Persona
from pmtui.domain.problem import Problem
from pmtui.importers import Draft
from pmtui.importers.decision_rows import with_figures
from pmtui.services.importing.content import to_json
from pmtui.services.importing.lookups import Lookups
from pmtui.store.import_records import insert_all, insert_pairs, last_places, next_number
from pmtui.store.unit_of_work import UnitOfWork


class NewRecords:
    """Makes records of drafts, in the order of the file, with their tags, estimates and history."""

    def __init__(self, uow: UnitOfWork, lookups: Lookups, label: str) -> None:
        self._uow = uow
        self._lookups = lookups
        self._label = label
        self._places = last_places(uow.connection)
        self._cards_before = {lane: count for lane, (count, _) in self._places.items()}

    def add_problems(self, drafts: Sequence[Draft]) -> list[int]:
        """Make problems at the end of their lanes. Returns their numbers."""
        connection = self._uow.connection
        first = next_number(connection, Kind.PROBLEM)
        numbers = list(range(first, first + len(drafts)))
        insert_all(connection, Kind.PROBLEM, [self._problem(*pair) for pair in zip(numbers, drafts, strict=True)])
        self._tag(Kind.PROBLEM_TAG, numbers, drafts)
        next_change = next_number(connection, Kind.LANE_CHANGE)
        changes = [change for pair in zip(numbers, drafts, strict=True) for change in self._lane_changes(*pair)]
        insert_all(
            connection,
            Kind.LANE_CHANGE,
            [LaneChange(next_change + place, *change) for place, change in enumerate(changes)],
        )
        amounts = [
            (number, code, amount)
            for number, draft in zip(numbers, drafts, strict=True)
            for code, amount in draft.estimates.items()
            if amount is not None
        ]
        next_estimate = next_number(connection, Kind.ESTIMATE)
        estimates = [self.estimate(*found, next_estimate + place) for place, found in enumerate(amounts)]
        insert_all(connection, Kind.ESTIMATE, estimates)
        return numbers

    def add_evidence(self, drafts: Sequence[Draft]) -> list[int]:
        """Make pieces of evidence. Returns their numbers."""
        first = next_number(self._uow.connection, Kind.EVIDENCE)
        numbers = list(range(first, first + len(drafts)))
        pieces = [self._piece(*pair) for pair in zip(numbers, drafts, strict=True)]
        insert_all(self._uow.connection, Kind.EVIDENCE, pieces)
        self._tag(Kind.EVIDENCE_TAG, numbers, drafts)
        return numbers

    def add_personas(self, drafts: Sequence[Draft]) -> list[int]:
        """Make personas. Returns their numbers."""
        first = next_number(self._uow.connection, Kind.PERSONA)
        numbers = list(range(first, first + len(drafts)))
        now = self._uow.now
        personas = [
            Persona(number, created_at=now, updated_at=now, custom=to_json(draft.custom), **draft.values)
            for number, draft in zip(numbers, drafts, strict=True)
        ]
        insert_all(self._uow.connection, Kind.PERSONA, personas)
        return numbers

    def add_decisions(self, drafts: Sequence[Draft]) -> list[int]:
        """Make decisions, as of the day they were made. Returns their numbers."""
        first = next_number(self._uow.connection, Kind.DECISION)
        numbers = list(range(first, first + len(drafts)))
        decisions = []
        for number, draft in zip(numbers, drafts, strict=True):
            created = as_moment(draft.values.get("created_at", "")) or self._uow.now
            fields = {name: value for name, value in with_figures(draft.values).items() if name != "created_at"}
            decision = Decision(number, draft.values["title"], created, created, custom=to_json(draft.custom))
            decisions.append(evolve(decision, **fields))
        insert_all(self._uow.connection, Kind.DECISION, decisions)
        return numbers

    def estimate(self, problem: int, code: str, amount: Amount, number: int = 0) -> Estimate:
        """An imported amount as the estimate of a problem. number: of the estimate, 0 when it is given one later."""
        criterion = self._lookups.criteria[code]
        return Estimate(
            id=number,
            problem_id=problem,
            criterion_id=criterion.id,
            low=amount.low,
            high=amount.high,
            middle=amount.middle,
            central=central_value(amount, criterion),
            made_on=self._uow.today.isoformat(),
            origin="imported",
            reason=self._label,
        )

    def check_lanes(self) -> str:
        """What to say about lanes over their limit. Raises Refusal when a strict one would be."""
        notices = []
        for lane in self._lookups.lanes:
            before = self._cards_before.get(lane.id, 0)
            if entering := self._places.get(lane.id, (before, 0))[0] - before:
                notices.append(check_room(lane, before, entering))
        return "; ".join(filter(None, notices))

    def end_of(self, lane: Lane) -> int:
        """A place at the end of a lane, taken."""
        count, place = self._places.get(lane.id, (0, -GAP))
        self._places[lane.id] = count + 1, place + GAP
        return place + GAP

    def _problem(self, number: int, draft: Draft) -> Problem:
        values = draft.values
        lane = self._lane(draft)
        created = as_moment(values.get("created_at", "")) or self._uow.now
        return Problem(
            id=number,
            title=values["title"],
            lane_id=lane.id,
            position=self.end_of(lane),
            created_at=created,
            updated_at=as_moment(values.get("updated_at", "")) or created,
            statement=values.get("statement", ""),
            notes=values.get("notes", ""),
            horizon=values.get("horizon", ""),
            horizon_reason=values.get("horizon_reason", ""),
            url=values.get("url", ""),
            custom=to_json(draft.custom),
        )

    def _piece(self, number: int, draft: Draft) -> Evidence:
        values = draft.values
        return Evidence(
            id=number,
            text=values["text"],
            created_at=self._uow.now,
            kind=values["kind"],
            evidence_type=values["evidence_type"],
            source=values["source"],
            url=values.get("url", ""),
            author=values.get("author", ""),
            occurred_on=values.get("occurred_on", ""),
            company_id=self._lookups.company(values.get("company", "")),
            custom=to_json(draft.custom),
        )

    def _tag(self, kind: Kind, numbers: Sequence[int], drafts: Sequence[Draft]) -> None:
        pairs = (
            (number, tag)
            for number, draft in zip(numbers, drafts, strict=True)
            for tag in dict.fromkeys(map(self._lookups.tag, draft.tags or ()))
        )
        insert_pairs(self._uow.connection, kind, pairs)

    def _lane(self, draft: Draft) -> Lane:
        name = draft.values.get("lane", "")
        return self._lookups.lane(name) if name else self._lookups.first_lane

    def _lane_changes(self, number: int, draft: Draft) -> list[tuple[int, int | None, int, str]]:
        """Problem, lane before, lane after and moment of what is known of a card's way to its lane."""
        lane = self._lane(draft)
        started = as_moment(draft.values.get("started", ""))
        finished = as_moment(draft.values.get("finished", ""))
        arrived = finished if lane.phase == "done" else started if lane.phase == "active" else ""
        arrived = arrived or as_moment(draft.values.get("created_at", "")) or self._uow.now
        active = self._lookups.active_lane()
        if active and lane.phase == "done" and started and finished and started <= finished:
            return [(number, None, active.id, started), (number, active.id, lane.id, finished)]
        return [(number, None, lane.id, arrived)]


@lru_cache(maxsize=10_000)  # most files name few days, and most records name theirs several times
def as_moment(date: str) -> str:
    """A date or moment of a file as we keep moments: to the second, in UTC; "" for "".

    What names no zone is the time of this computer, a date the beginning of its day here.
    """
    if not date or date.endswith("Z"):
        return date
    moment = datetime.fromisoformat(date)
    # The first and the last days of the calendar have no neighbours to be shifted to.
    with suppress(ValueError, OverflowError):
        moment = moment.astimezone(UTC)
    return f"{moment.replace(tzinfo=None).isoformat()}Z"
