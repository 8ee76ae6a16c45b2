"""Importing a strategy page in Markdown: as one step, with an account of everything that was in the file."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Key, Kind
from pmtui.domain.links import FITS
from pmtui.domain.objective import KeyResult
from pmtui.domain.strategy import BOXES
from pmtui.domain.text import clean_block, clean_line
from pmtui.importers import Troubles
from pmtui.importers.decoding import find_encoding
from pmtui.importers.markdown_strategy import is_strategy, read_strategy
from pmtui.importers.strategy_draft import KeyResultDraft, ObjectiveDraft, StrategyDraft
from pmtui.services.importing.report import ImportReport, step_label
from pmtui.services.key_results import AddKeyResult, EditKeyResult, texts_of
from pmtui.services.objectives import AddObjective, EditObjective, LinkObjective
from pmtui.services.strategy import SetBox
from pmtui.store.unit_of_work import UnitOfWork

LARGEST = 10 << 20
ENDINGS = (".md", ".markdown")
_FIT_OF = {word: fit for fit, word in FITS.items()}


@dataclass(frozen=True, slots=True)
class StrategyFile:
    """A file with a strategy page. note: what to tell about how it was read."""

    name: str
    draft: StrategyDraft
    note: str = ""


def read_strategy_file(path: Path, surely: bool = False) -> StrategyFile | None:
    """The strategy page in a file, None when it holds something else. surely: whether the user says it is one.

    Raises Refusal for a file that can't be read, and for one that surely is a page and says nothing.
    """
    if path.suffix.lower() not in ENDINGS and not surely:
        return None
    name = clean_line(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        if surely:
            raise Refusal(f"{name} can't be read: {error.strerror}.", "Check its name and rights.") from None
        return None  # whoever reads it next refuses it in words
    if len(data) > LARGEST:
        return None
    encoding = find_encoding(lambda: path.open("rb"), name)
    draft = read_strategy(data.decode(encoding.codec, "replace").removeprefix("\ufeff"))
    if surely and not draft.boxes and not draft.objectives:
        raise Refusal(
            f"No box of the strategy and no objective is found in {name}.",
            "A heading such as Vision, Target group or Price begins a box; objectives stand below Objectives.",
        )
    return StrategyFile(name, draft, encoding.note) if surely or is_strategy(draft) else None


@dataclass(frozen=True, slots=True)
class ImportStrategy:
    """Write the boxes and objectives of a file. What it says of a box that is written already takes its place.

    Objectives and key results are known by their titles; what the file does not name stays as it is. Run for good or
    rehearsed, the report then stands in `reports`.
    """

    file: StrategyFile
    reports: list[ImportReport] = field(default_factory=list, compare=False)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Write them. Raises Refusal for what a box or an objective can't be."""
        taking = _Taking(uow, Troubles())
        for code, text in self.file.draft.boxes.items():
            taking.box(code, text)
        for objective in self.file.draft.objectives:
            taking.objective(objective)
        for section in self.file.draft.left_out:
            where = f"line {section.line}: {section.heading}" if section.heading else f"line {section.line}"
            taking.troubles.add("no box of the strategy: left out", where, section.text)
        self.reports.append(taking.report(self.file))
        return Outcome(step_label(taking.created, taking.updated, self.file.name))


class _Taking:
    """Takes one thing after the other and counts."""

    def __init__(self, uow: UnitOfWork, troubles: Troubles) -> None:
        self._uow = uow
        self.troubles = troubles
        self.created: Counter[str] = Counter()
        self.updated: Counter[str] = Counter()
        self._unchanged = 0

    def report(self, file: StrategyFile) -> ImportReport:
        """What was done."""
        left_out = len(file.draft.left_out)
        taken = self.created.total() + self.updated.total() + self._unchanged
        return ImportReport(
            preset="strategy",
            runner_up="",
            source=file.name,
            rows=taken + left_out,
            created=dict(self.created),
            updated=dict(self.updated),
            unchanged=self._unchanged,
            skipped=left_out,
            refused=0,
            warnings=self.troubles.report(),
            notes=(file.note,) if file.note else (),
        )

    def box(self, code: str, text: str) -> None:
        """Write a box."""
        found = self._uow.strategy_boxes.all(code=code)
        before = found[0].text if found else ""
        if before == clean_block(text).strip():
            self._unchanged += 1
            return
        SetBox(code, text).run(self._uow)
        (self.updated if found else self.created)[Kind.STRATEGY_BOX] += 1
        if found:
            self.troubles.add("what was written there is replaced; undo brings it back", BOXES[code], before)

    def objective(self, draft: ObjectiveDraft) -> None:
        """Add an objective, or bring the one of this title up to date."""
        title = clean_line(draft.title)
        if not title:
            return
        number = next((each.id for each in self._uow.objectives.all() if _same(each.title, title)), None)
        if number is None:
            number = AddObjective(title, draft.pillar, draft.notes).run(self._uow).created or 0
            self.created[Kind.OBJECTIVE] += 1
        else:
            said = {"pillar": draft.pillar, "notes": draft.notes}
            before = self._uow.objectives.get(number)
            EditObjective(number, {name: text for name, text in said.items() if text}).run(self._uow)
            self._count(Kind.OBJECTIVE, before != self._uow.objectives.get(number))
        for result in draft.key_results:
            self._key_result(number, result)
        for problem in draft.problems:
            self._link(number, *problem)

    def _key_result(self, objective: int, draft: KeyResultDraft) -> None:
        title = clean_line(draft.title)
        if not title:
            return
        found = next(
            (each for each in self._uow.key_results.all(objective_id=objective) if _same(each.title, title)), None
        )
        try:
            self._save(objective, found, title, draft.fields)
        except Refusal as refusal:
            if not draft.fields:
                raise
            # One number that is none takes no other word of the line with it.
            self.troubles.add(f"{refusal.title} Its numbers are left out", title, " ".join(draft.fields.values()))
            self._save(objective, found, title, {})

    def _save(self, objective: int, found: KeyResult | None, title: str, fields: dict[str, str]) -> None:
        if found is None:
            AddKeyResult(objective, title, fields).run(self._uow)
            self.created[Kind.KEY_RESULT] += 1
            return
        EditKeyResult(found.id, fields).run(self._uow)
        self._count(Kind.KEY_RESULT, texts_of(self._uow.key_results.get(found.id)) != texts_of(found))

    def _link(self, objective: int, key: str, title: str, how: str) -> None:
        number = Key.parse(key, Kind.PROBLEM).number
        problem = self._uow.problems.find(number)
        # The same key may be another problem in another workspace.
        if problem is None or not _same(problem.title, title) or how not in _FIT_OF:
            self.troubles.add("no problem of this key and title is here: its link is left out", key, title)
            return
        there = self._uow.problem_objectives.all(problem_id=number, objective_id=objective)
        if there and there[0].fit == _FIT_OF[how]:
            self._unchanged += 1
            return
        LinkObjective((number,), objective, _FIT_OF[how]).run(self._uow)
        (self.updated if there else self.created)[Kind.PROBLEM_OBJECTIVE] += 1

    def _count(self, kind: Kind, changed: bool) -> None:
        if changed:
            self.updated[kind] += 1
        else:
            self._unchanged += 1


def _same(title: str, other: str) -> bool:
    return clean_line(title).casefold() == clean_line(other).casefold()
