"""Records that came from a file before and are different in it now."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pmtui.domain.base import evolve
from pmtui.domain.board import LaneChange
from pmtui.domain.estimate import Amount, Estimate
from pmtui.domain.evidence import Evidence
from pmtui.domain.keys import Kind
from pmtui.domain.problem import Problem
from pmtui.importers import Draft
from pmtui.importers.decision_rows import number_in_words, with_figures
from pmtui.services.importing.content import Content, to_json
from pmtui.services.importing.lookups import Lookups
from pmtui.services.importing.merging import merge_custom, merge_tags, merge_values, settle
from pmtui.services.importing.new_records import NewRecords, as_moment
from pmtui.store.import_records import delete_pairs, insert_pairs, tags_on
from pmtui.store.unit_of_work import UnitOfWork

T = TypeVar("T")
_PROBLEM_TEXTS = ("title", "statement", "notes", "url", "horizon", "horizon_reason")
_EVIDENCE_TEXTS = ("text", "kind", "evidence_type", "source", "author", "url", "occurred_on")
_PERSONA_TEXTS = ("name", "role", "picture", "quote", "population", "jobs", "pains", "gains", "notes")
_DECISION_TEXTS = (
    *("title", "context", "options", "choice", "reason", "driver", "approver", "contributors", "informed"),
    *("prediction", "review_on", "learned", "outcome", "reviewed_on"),
)


class ChangedRecords:
    """Brings what changed in a file into the records here, where it was not changed here too.

    columns: the custom fields the file has a column for. conflicts: the names of values that were changed on both
    sides, as they are met.
    """

    def __init__(self, uow: UnitOfWork, lookups: Lookups, new_records: NewRecords, columns: frozenset[str]) -> None:
        self._uow = uow
        self._lookups = lookups
        self._new_records = new_records
        self._columns = columns
        self.conflicts: list[str] = []

    def update_problem(self, number: int, base: Content, draft: Draft, there: Content) -> bool:
        """Update a problem. Returns whether anything changed."""
        problem = self._uow.problems.get(number)
        here = {name: getattr(problem, name) for name in _PROBLEM_TEXTS}
        changes = self._merged(base, here, there, problem.custom)
        lane = self._merged_lane(base, problem, there)
        changed = bool(changes) or lane != problem.lane_id
        changed = self._merge_tags(Kind.PROBLEM_TAG, number, base, there) or changed
        changed = self._merge_estimates(number, base.estimates, there.estimates) or changed
        if changed:
            if lane != problem.lane_id:
                entered = self._lookups.lane_of_number[lane]
                changes |= {"lane_id": lane, "position": self._new_records.end_of(entered)}
                at = draft.values.get("finished" if entered.phase == "done" else "started", "")
                moment = as_moment(at) or self._uow.now
                self._uow.lane_changes.add(LaneChange(0, number, problem.lane_id, lane, moment))
            self._uow.problems.save(evolve(problem, **changes, updated_at=self._uow.now))
        return changed

    def update_evidence(self, number: int, base: Content, there: Content) -> bool:
        """Update a piece of evidence. Returns whether anything changed."""
        piece: Evidence = self._uow.evidence.get(number)
        here = {name: getattr(piece, name) for name in _EVIDENCE_TEXTS}
        changes = self._merged(base, here, there, piece.custom)
        if "company" in there.values:
            before, now = (self._lookups.company(values.get("company", "")) for values in (base.values, there.values))
            company = self._settled("company", before, piece.company_id, now)
            if company != piece.company_id:
                changes["company_id"] = company
        if changes:
            self._uow.evidence.save(evolve(piece, **changes))
        return self._merge_tags(Kind.EVIDENCE_TAG, number, base, there) or bool(changes)

    def update_persona(self, number: int, base: Content, there: Content) -> bool:
        """Update a persona. Returns whether anything changed."""
        persona = self._uow.personas.get(number)
        here = {name: getattr(persona, name) for name in _PERSONA_TEXTS}
        changes = self._merged(base, here, there, persona.custom)
        if changes:
            self._uow.personas.save(evolve(persona, **changes, updated_at=self._uow.now))
        return bool(changes)

    def update_decision(self, number: int, base: Content, there: Content) -> bool:
        """Update a decision. Returns whether anything changed."""
        decision = self._uow.decisions.get(number)
        here = {name: getattr(decision, name) for name in _DECISION_TEXTS}
        here |= {"probability": number_in_words(decision.probability), "place": number_in_words(decision.place)}
        changes = with_figures(self._merged(base, here, there, decision.custom))
        if changes:
            self._uow.decisions.save(evolve(decision, **changes, updated_at=self._uow.now))
        return bool(changes)

    def _merged(self, base: Content, here: Mapping[str, str], there: Content, custom: str) -> dict[str, Any]:
        merge = merge_values(base.values, here, there.values)
        kept = json.loads(custom)
        present = self._columns | there.custom.keys()
        fields, conflicts = merge_custom(base.custom, kept, there.custom, sorted(present))
        self.conflicts += merge.conflicts + conflicts
        changes: dict[str, Any] = dict(merge.changes)
        if fields != kept:
            changes["custom"] = to_json(fields)
        return changes

    def _merged_lane(self, base: Content, problem: Problem, there: Content) -> int:
        if "lane" not in there.values:
            return problem.lane_id
        before = self._lookups.lane(base.values.get("lane", "")).id
        return self._settled("lane", before, problem.lane_id, self._lookups.lane(there.values["lane"]).id)

    def _merge_tags(self, kind: Kind, number: int, base: Content, there: Content) -> bool:
        if there.tags is None:
            return False
        here = tags_on(self._uow.connection, kind, number)
        added, removed = merge_tags(base.tags or (), here, there.tags)
        delete_pairs(self._uow.connection, kind, [(number, here[name]) for name in removed])
        insert_pairs(self._uow.connection, kind, [(number, self._lookups.tag(name)) for name in added])
        return bool(added or removed)

    def _merge_estimates(
        self, number: int, base: Mapping[str, Amount | None], there: Mapping[str, Amount | None]
    ) -> bool:
        if not there:
            return False
        kept: dict[int, Estimate] = {
            estimate.criterion_id: estimate for estimate in self._uow.estimates.all(problem_id=number)
        }
        changed = False
        for code, amount in there.items():
            old = kept.get(self._lookups.criteria[code].id)
            here = old.amount if old else None
            merged = self._settled(code, base.get(code), here, amount)
            if merged == here:
                continue
            changed = True
            if old:
                self._uow.estimates.delete([old.id])
            if merged is not None:
                self._uow.estimates.add(self._new_records.estimate(number, code, merged))
        return changed

    def _settled(self, name: str, base: T, here: T, there: T) -> T:
        kept, conflict = settle(base, here, there)
        if conflict:
            self.conflicts.append(name)
        return kept
