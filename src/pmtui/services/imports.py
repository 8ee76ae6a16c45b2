"""Importing a file: read it, see what would happen, let it happen, as one step."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeVar

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.importers import (
    NO_TEXT,
    NOTHING_CHOSEN,
    SAME_ID,
    Choices,
    Complaint,
    Draft,
    Proposal,
    Source,
    Troubles,
    convert,
    propose,
)
from pmtui.importers import read_file as read_source
from pmtui.importers.mapping import list_names
from pmtui.services.importing.incoming import Incoming
from pmtui.services.importing.remembering import as_before, earlier_import, mapping_in_json
from pmtui.services.importing.report import REFUSED_SHOWN, ImportReport, step_label
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork

__all__ = [
    "Choices",
    "ImportFile",
    "ImportReport",
    "Proposal",
    "ReadFile",
    "choices_before",
    "preview_import",
    "propose_again",
    "read_file",
    "run_import",
]
BATCH = 500
_CHUNK = 1 << 20
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that can be imported, and how it would be. file_hash: SHA-256 of its bytes."""

    path: Path
    source: Source
    proposal: Proposal
    file_hash: str


def read_file(path: Path, choices: Choices = NOTHING_CHOSEN) -> ReadFile:
    """Read a file and propose how to import it. Raises Refusal. Needs no workspace, so any thread may do it."""

    def open_file() -> BinaryIO:
        try:
            if not path.is_file():
                name = clean_line(str(path))
                raise Refusal(
                    f"{name} is not a file." if path.exists() else f"There is no file {name}.", "Check its name."
                )
            return path.open("rb")
        except OSError as error:
            raise Refusal(
                f"{clean_line(str(path))} can't be read: {error.strerror}.", "Check its rights, then try again."
            ) from None

    file_hash = sha256()
    with open_file() as file:
        while chunk := file.read(_CHUNK):
            file_hash.update(chunk)
    source = read_source(open_file, clean_line(path.name))
    return ReadFile(path, source, propose(source, choices), file_hash.hexdigest())


def propose_again(file: ReadFile, choices: Choices) -> ReadFile:
    """The same file with other choices of the user. Raises Refusal when they don't fit it."""
    return replace(file, proposal=propose(file.source, choices))


def choices_before(uow: UnitOfWork, file: ReadFile, choices: Choices) -> Choices:
    """The choices of the last import from the same place, and over them the user's own. file: as read with those."""
    earlier = earlier_import(uow, file.source, file.proposal)
    return as_before(file.source, file.proposal, earlier, choices) if earlier else choices


@dataclass(frozen=True, slots=True)
class ImportFile:
    """Import a file. Run it for good or rehearse it: either way the report then stands in `reports`.

    good_rows: import the other records when some are refused; else nothing is imported then. progress: told how many
    records of how many are done. is_cancelled: asked now and then; when it says yes, everything is taken back.
    """

    file: ReadFile
    good_rows: bool = False
    progress: Callable[[int, int], None] = field(default=lambda _done, _total: None, compare=False)
    is_cancelled: Callable[[], bool] = field(default=lambda: False, compare=False)
    reports: list[ImportReport] = field(default_factory=list, compare=False)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Import it.

        Raises Refusal when it is cancelled, when records are refused, when nothing says what holds their words, or
        when a strict lane is full.
        """
        source, proposal = self.file.source, self.file.proposal
        if not proposal.has_words:
            raise Refusal(
                f"No column of {source.file_name} is known to hold a title or a text.",
                f"Say which one does. The columns are {list_names(source.columns)}.",
            )
        troubles = Troubles()
        for kind, count in (*source.left_out, *source.parts_left_out):
            troubles.add(f"{kind}: left out", "", "", count)
        if proposal.dropped:
            names = ", ".join(column.name for column in proposal.dropped)
            troubles.add("columns left out", names, "", len(proposal.dropped))
        incoming = Incoming(uow, proposal, troubles)
        complaints: list[Complaint] = []
        refused = done = 0
        salt = uow.settings.uuid.encode()
        for batch in _batches(convert(source, proposal, troubles, salt)):
            if self.is_cancelled():
                raise Refusal("The import was cancelled.", "Nothing was changed.")
            refused_here = [found for found in batch if isinstance(found, Complaint)]
            refused += len(refused_here)
            complaints += refused_here[: REFUSED_SHOWN - len(complaints)]
            incoming.take([found for found in batch if isinstance(found, Draft)])
            done = min(done + len(batch), proposal.records)
            self.progress(done, proposal.records)
        incoming.connect()
        left_out = sum(count for _, count in source.left_out)
        report = ImportReport(
            preset=proposal.preset.name,
            runner_up=proposal.runner_up,
            source=incoming.label,
            rows=proposal.records + left_out,
            created=incoming.created,
            updated=incoming.updated,
            unchanged=incoming.unchanged,
            skipped=incoming.skipped + left_out + troubles.count(NO_TEXT) + troubles.count(SAME_ID),
            refused=refused,
            warnings=troubles.report(),
            notes=(*proposal.notes, *incoming.notes),
            refusals=tuple(complaints),
            unit=source.unit,
        )
        self.reports.append(report)
        if refused and not self.good_rows:
            raise _refusal(report)
        notice = incoming.finish(source.file_name, self.file.file_hash, mapping_in_json(proposal), report)
        self.progress(proposal.records, proposal.records)
        return Outcome(step_label(report.created, report.updated, source.file_name), notice)


def preview_import(workspace: Workspace, command: ImportFile) -> ImportReport:
    """What an import would do, found out by doing it and taking it back. Raises Refusal."""
    workspace.rehearse(replace(command, good_rows=True))
    return command.reports[-1]


def run_import(workspace: Workspace, command: ImportFile) -> ImportReport:
    """Import a file as one step. Raises Refusal, with nothing changed."""
    change = workspace.run(command)
    return replace(command.reports[-1], step=change.step)


def _refusal(report: ImportReport) -> Refusal:
    first = report.refusals[0]
    unit = report.unit.capitalize()
    return Refusal(
        f"{report.refused} of {report.rows} records can't be imported, so nothing was changed. "
        f"{unit} {first.number}: {first.reason}",
        "Correct the file, or import the good rows only.",
    )


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
