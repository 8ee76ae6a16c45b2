"""How files of the same place were read before, so that the next one is read alike."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from pmtui.domain.imports import ImportRun, ImportSource
from pmtui.importers import Choices, Proposal, Source
from pmtui.importers.fields import GATHERED
from pmtui.importers.identity import id_of
from pmtui.importers.proposal import bare_name
from pmtui.importers.table import normal_name
from pmtui.services.importing.lookups import Lookups
from pmtui.store.import_records import newest_runs, source_with_most
from pmtui.store.unit_of_work import UnitOfWork

_IDS_COMPARED = 500
_TELLING = ("external_id", "title", "text", "answers")


@dataclass(frozen=True, slots=True)
class EarlierImport:
    """The newest import of a place: its day, the name the place has here, and how the file was read."""

    day: str
    label: str
    preset: str
    read: Mapping[str, Any]


def mapping_in_json(proposal: Proposal) -> str:
    """What is worth remembering of how a file is read."""
    chosen = {plan.code: plan.scale for plan in proposal.scales if plan.is_chosen}
    return json.dumps(
        {
            "target": proposal.target,
            "columns": {name: [column.name for column in found] for name, found in proposal.mapping.items()},
            "without": list(proposal.without),
            "fixed": proposal.fixed,
            "lanes": {plan.word: plan.lane for plan in proposal.statuses if plan.lane},
            "drop": [column.name for column in proposal.dropped],
            "day_first": proposal.day_first,
            "keep_contacts": proposal.keep_contacts,
            **({"scales": chosen} if chosen else {}),
        },
        ensure_ascii=False,
    )


def earlier_import(uow: UnitOfWork, source: Source, proposal: Proposal) -> EarlierImport | None:
    """The newest import of the place a file comes from: of that name, else with these ids, else with that file name."""
    runs = newest_runs(uow.connection)
    kind = proposal.preset.name
    found = [run for run in runs if (run[0].kind, run[0].label) == (kind, proposal.label)]
    if not found and not proposal.label_chosen:
        if proposal.preset.distinct_ids:
            number = source_with_most(uow.connection, kind, _first_ids(source, proposal))
            found = [run for run in runs if run[0].id == number]
        else:
            name = bare_name(source.file_name)
            found = [run for run in runs if bare_name(run[1].file_name) == name and _fits(source, run[1])]
    return _told(uow, *found[0]) if found else None


def as_before(source: Source, proposal: Proposal, earlier: EarlierImport, own: Choices) -> Choices:
    """The choices of an earlier import, as far as they fit a file, and over them the user's own for this one.

    proposal: what follows from the user's own choices. They stand alone where that is what was done before, or where
    the user wants another format or another kind of record.
    """
    read = earlier.read
    if own.preset not in ("", earlier.preset) or own.target not in ("", read.get("target", "")):
        return own
    if _is_alike(proposal, earlier):
        return own
    there = {normal_name(column.name) for column in source.columns}
    chosen = Choices(
        preset=earlier.preset,
        target=read.get("target", ""),
        columns={**_columns_there(read, there), **own.columns},
        fixed={**read.get("fixed", {}), **own.fixed},
        lanes={**read.get("lanes", {}), **own.lanes},
        drop=(*(name for name in read.get("drop", ()) if normal_name(name) in there), *own.drop),
        label=own.label or earlier.label,
        day_first=own.day_first,
        usual_day_first=read["day_first"] if read.get("day_first") is not None else own.usual_day_first,
        keep_contacts=own.keep_contacts or read.get("keep_contacts", False),
        scales={**read.get("scales", {}), **own.scales},
    )
    return replace(chosen, as_on=earlier.day)


def _fits(source: Source, run: ImportRun) -> bool:
    """Whether a file has the columns that tell what its records are; many a file is just called export."""
    columns = json.loads(run.mapping).get("columns", {})
    there = {normal_name(column.name) for column in source.columns}
    return all(normal_name(name) in there for field in _TELLING for name in columns.get(field, ()))


def _is_alike(proposal: Proposal, earlier: EarlierImport) -> bool:
    now = json.loads(mapping_in_json(proposal))
    return (proposal.preset.name, proposal.label) == (earlier.preset, earlier.label) and now == earlier.read


def _columns_there(read: Mapping[str, Any], there: set[str]) -> dict[str, tuple[str, ...]]:
    columns: dict[str, tuple[str, ...]] = dict.fromkeys(read.get("without", ()), ())
    for field, names in read.get("columns", {}).items():
        found = tuple(name for name in names if normal_name(name) in there)
        if found and (len(found) == len(names) or field in GATHERED):
            columns[field] = found
    return columns


def _first_ids(source: Source, proposal: Proposal) -> list[str]:
    columns = proposal.mapping.get("external_id", ())
    return [id_of(cells, columns) for _, cells in islice(source.rows(), _IDS_COMPARED)] if columns else []


def _told(uow: UnitOfWork, source: ImportSource, run: ImportRun) -> EarlierImport:
    read = json.loads(run.mapping)
    lookups = Lookups(uow)
    read["lanes"] = {word: lane for word, lane in read.get("lanes", {}).items() if lookups.has_lane(lane)}
    return EarlierImport(run.at[:10], source.label, source.kind, read)
