"""Drafts met with what is here already: new, changed, unchanged, or deleted here before."""

import json
from collections.abc import Sequence
from dataclasses import replace

from pmtui.domain.imports import ImportLink, ImportRun, ImportSource
from pmtui.domain.keys import Kind
from pmtui.importers import Draft, Proposal, Troubles
from pmtui.services.importing.changed_records import ChangedRecords
from pmtui.services.importing.content import Content, content_of, row_hash
from pmtui.services.importing.decision_links import DecisionLinks, new_lines
from pmtui.services.importing.lookups import Lookups
from pmtui.services.importing.new_records import NewRecords
from pmtui.services.importing.report import ImportReport
from pmtui.store.import_records import KnownRecord, insert_all, known_records, next_number, source_with_most
from pmtui.store.scores import refresh_scores
from pmtui.store.unit_of_work import UnitOfWork

TELLING_ID = 6
"""An id of so many characters is hardly given twice by chance."""


class Incoming:
    """Takes drafts in, batch by batch, and counts what became of them. Writes nothing when nothing is new."""

    def __init__(self, uow: UnitOfWork, proposal: Proposal, troubles: Troubles) -> None:
        """Raises Refusal for a status that is to become a lane which isn't there."""
        self._uow = uow
        self._proposal = proposal
        self._troubles = troubles
        self._kind = Kind(proposal.target)
        self._source: ImportSource | None = None
        self._run = next_number(uow.connection, Kind.IMPORT_RUN)
        self.label = proposal.label
        lookups = Lookups(uow)
        lookups.check_lanes(plan.lane for plan in proposal.statuses if plan.lane)
        self._new = NewRecords(uow, lookups, proposal.label)
        self._decisions = DecisionLinks(uow, troubles)
        columns = frozenset(column.name for column in (*proposal.kept, *proposal.empty))
        self._columns = columns
        self._changed = ChangedRecords(uow, lookups, self._new, columns)
        self.created = {self._kind.value: 0}
        self.updated = {self._kind.value: 0}
        self.unchanged = 0
        self.skipped = 0
        self.notes: tuple[str, ...] = ()

    def take(self, drafts: Sequence[Draft]) -> None:
        """Take a batch of drafts in."""
        if not drafts:
            return
        if self._source is None:
            self._source = self._find_source([draft.external_id for draft in drafts])
        known = known_records(self._uow.connection, self._source.id, [draft.external_id for draft in drafts])
        new: list[tuple[Draft, str]] = []
        for draft in drafts:
            content = content_of(draft)
            record = known.get(draft.external_id)
            if record is None:
                new.append((draft, content.as_json()))
            else:
                self._meet(record, draft, content)
        if new:
            self._add(self._source, new)
        # Batch by batch, so that no list of all problems is ever held.
        refresh_scores(self._uow.connection)

    def connect(self) -> None:
        """Connect what was taken in to what it names; part of it may stand further down in the file."""
        self._decisions.connect()

    def finish(self, file_name: str, file_hash: str, mapping: str, report: ImportReport) -> str:
        """Note the import, if it changed anything. Returns what the user should know besides. Raises Refusal."""
        if self._source is None or not (any(self.created.values()) or any(self.updated.values())):
            return ""
        counts = json.dumps(report.as_json(), ensure_ascii=False)
        run = ImportRun(self._run, self._source.id, file_name, file_hash, mapping, counts, self._uow.now)
        insert_all(self._uow.connection, Kind.IMPORT_RUN, [run])
        return self._new.check_lanes()

    def _find_source(self, external_ids: Sequence[str]) -> ImportSource:
        """The place the file comes from: the one of that name, or the one that these records came from before."""
        kind = self._proposal.preset.name
        if found := self._uow.import_sources.all(kind=kind, label=self.label):
            return found[0]
        number = source_with_most(self._uow.connection, kind, external_ids)
        if number is not None and not self._proposal.label_chosen:
            source = self._uow.import_sources.get(number)
            if self._proposal.preset.distinct_ids:
                self.label = source.label
                return source
            self._ask_whether_same(source, external_ids)
        return ImportSource(0, kind, self.label, self._uow.now)

    def _ask_whether_same(self, source: ImportSource, external_ids: Sequence[str]) -> None:
        """Say that most ids came before from a place of another name; short ones, such as 17, say nothing."""
        known = known_records(self._uow.connection, source.id, external_ids)
        if len(known) * 2 > len(external_ids) and min(map(len, known)) >= TELLING_ID:
            self.notes = (
                f"Most of these ids came before from “{source.label}”. "
                "If this is the same place, take that name for what it comes from; else all of it comes in as new.",
            )

    def _add(self, source: ImportSource, new: Sequence[tuple[Draft, str]]) -> None:
        if not source.id:
            source = replace(source, id=self._uow.import_sources.add(source))
            self._source = source
        drafts = [draft for draft, _ in new]
        add = {
            Kind.PROBLEM: self._new.add_problems,
            Kind.EVIDENCE: self._new.add_evidence,
            Kind.PERSONA: self._new.add_personas,
            Kind.DECISION: self._new.add_decisions,
        }
        numbers = add[self._kind](drafts)
        if self._kind is Kind.DECISION:
            for number, draft in zip(numbers, drafts, strict=True):
                self._decisions.note(number, draft.values)
        first = next_number(self._uow.connection, Kind.IMPORT_LINK)
        links = [
            ImportLink(
                id=first + place,
                source_id=source.id,
                external_id=draft.external_id,
                entity_kind=self._kind.value,
                entity_id=number,
                base=content,
                row_hash=row_hash(content),
                first_run=self._run,
                last_run=self._run,
            )
            for place, ((draft, content), number) in enumerate(zip(new, numbers, strict=True))
        ]
        insert_all(self._uow.connection, Kind.IMPORT_LINK, links)
        self.created[self._kind.value] += len(drafts)

    def _meet(self, record: KnownRecord, draft: Draft, there: Content) -> None:
        link = record.link
        if not record.there:
            self.skipped += 1
            self._troubles.add("deleted here: left out", "", draft.external_id)
            return
        if link.entity_kind != self._kind.value:
            self.skipped += 1
            self._troubles.add(f"imported as {link.entity_kind} before: left out", "", draft.external_id)
            return
        text = there.as_json()
        if link.row_hash == row_hash(text):
            self.unchanged += 1
            return
        base = Content.from_json(link.base)
        if self._kind is Kind.DECISION:
            self._decisions.note(link.entity_id, new_lines(base.values, there.values))
        if self._update(link.entity_id, base, draft, there):
            self.updated[self._kind.value] += 1
        else:
            self.unchanged += 1
        for name in self._changed.conflicts:
            self._troubles.add("changed here and in the file: kept as it is here", name, draft.external_id)
        self._changed.conflicts.clear()
        newer = base.updated_by(there, self._columns)
        if newer != base:
            kept = replace(link, base=newer.as_json(), row_hash=row_hash(text), last_run=self._run)
            self._uow.import_links.save(kept)

    def _update(self, number: int, base: Content, draft: Draft, there: Content) -> bool:
        if self._kind is Kind.PROBLEM:
            return self._changed.update_problem(number, base, draft, there)
        if self._kind is Kind.PERSONA:
            return self._changed.update_persona(number, base, there)
        if self._kind is Kind.DECISION:
            return self._changed.update_decision(number, base, there)
        return self._changed.update_evidence(number, base, there)
