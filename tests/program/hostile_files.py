"""Workspaces with every hostile text in every field: typed into the program, and put there by another one."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pmtui.domain.changes import Outcome
from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.problem import HORIZONS
from pmtui.domain.scorecard_text import ScorecardText
from pmtui.domain.strategy import CODES
from pmtui.services.assumptions import AddAssumption
from pmtui.services.companies import AddCompany
from pmtui.services.criteria import KeepCriterion
from pmtui.services.decisions import AddDecision
from pmtui.services.evidence import AddEvidence
from pmtui.services.evidence_triage import DismissEvidence, MarkQuote
from pmtui.services.experiments import BLOCKS, AddExperiment
from pmtui.services.key_results import AddKeyResult
from pmtui.services.objectives import AddObjective, LinkObjective
from pmtui.services.personas import AddPersona, LinkPersonas
from pmtui.services.problems import AddProblem, SetField
from pmtui.services.releases import AddLaunchItem, AddRelease
from pmtui.services.roadmap import PutInHorizon
from pmtui.services.roadmap_choices import AssignRelease, ChooseSolution, PinItems
from pmtui.services.saved_views import SaveView
from pmtui.services.scorecards import KeepScorecard
from pmtui.services.solutions import AddSolution
from pmtui.services.strategy import SetBox
from pmtui.services.sub_problems import MakeSubProblems
from pmtui.services.workspace import Command, Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.program.hostile import TEXTS

COUNT = len(TEXTS)
PERSONA_TEXTS = ("role", "picture", "quote", "jobs", "pains", "gains", "notes")
DECISION_TEXTS = ("context", "options", "choice", "reason", "contributors", "informed", "prediction")
SMUGGLED = {
    "problem": ("title", "statement", "notes", "url", "horizon_reason", "custom"),
    "evidence": ("text", "kind", "quote", "source", "url", "author", "occurred_on", "custom"),
    "persona": ("name", *PERSONA_TEXTS, "population", "custom"),
    "company": ("name", "tier"),
    "decision": ("title", *DECISION_TEXTS, "driver", "approver", "learned", "review_on", "custom"),
    "solution": ("title", "description", "effort", "custom"),
    "assumption": ("title", "kind", "notes"),
    "experiment": ("title", *BLOCKS, "outcome", "started_on", "ended_on"),
    "strategy_box": ("text",),
    "scorecard": ("name",),
    "criterion": ("unit", "steps", "meaning"),
    "objective": ("title", "notes", "pillar"),
    "key_result": ("title", "unit"),
    "release": ("name", "release_on", "notes", "launch_tier"),
    "launch_item": ("area", "title"),
    "roadmap_item": ("pin_reason",),
    "problem_persona": ("affected", "frequency", "severity"),
    "highlight": ("fragment",),
    "saved_view": ("name", "settings"),
    "lane": ("name",),
    "tag": ("name",),
}
"""The texts of a row that another program may set to anything."""


def commands(text: str, number: int) -> Iterator[Command]:
    """Every kind of record with this text in all its fields. number: of the problem, the evidence and the persona."""
    dotted = "· " + text
    yield AddProblem(dotted, statement=text, notes=text, tags=("tag " + text[:50],))
    yield AddPersona(dotted, {**dict.fromkeys(PERSONA_TEXTS, text), "population": "100"})
    yield AddCompany(f"{dotted} {number}", tier=text)
    yield AddEvidence(
        f"{dotted}\nand more", "note " + text, text, text, "2026-03-01", f"{dotted} {number}", (number,), persona=number
    )
    yield AddEvidence(f"{dotted}\nto do", source=text, author=text, tags=("tag " + text[:50],))
    yield MarkQuote(2 * number, "to do")
    yield LinkPersonas((number,), (number,), "50%", "4", "2")
    yield SaveView("problems", dotted, {"words": text})
    yield SaveView("evidence", dotted, {"words": text})
    yield AddDecision({"title": dotted} | dict.fromkeys(DECISION_TEXTS, text), 0.7, (number,), (number,))
    yield SetBox(CODES[number % len(CODES)], text)
    yield AddObjective(dotted, notes=text)
    yield AddKeyResult(number, dotted, {"unit": text, "baseline": "1", "target": "9", "current": "5"})
    yield LinkObjective((number,), number)
    yield KeepCriterion(Criterion(0, f"own_{number}", dotted, text, "limited", 1, 10, 1, text, text))
    yield KeepScorecard(ScorecardText(dotted, f"own_{number} * 2"))
    yield AddSolution(number, dotted, text, "1..2")
    yield AddAssumption(number, dotted, notes=text)
    yield AddExperiment(number, dotted, number, {**dict.fromkeys(BLOCKS, text), "ended_on": "2026-03-01"})
    yield AddRelease(dotted, launch_tier=("", "quiet")[number % 2], notes=text)
    yield AddLaunchItem(number, "sales", dotted)
    yield PutInHorizon((number,), HORIZONS[number % 3], dotted)
    yield PinItems((number,), dotted)
    yield AssignRelease((number,), number)
    yield ChooseSolution(number, number)
    if number % 3 and number > 1:
        yield MakeSubProblems((number,), number - 1)


@dataclass(frozen=True)
class FillWithTexts:
    """All the commands of these texts in one step, without what the program refuses."""

    texts: tuple[str, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Do what each says, or nothing of it."""
        for number, text in enumerate(self.texts, 1):
            for command in commands(text, number):
                uow.connection.execute("SAVEPOINT one")
                try:
                    command.run(uow)
                except Refusal:
                    uow.connection.execute("ROLLBACK TO one")
                uow.connection.execute("RELEASE one")
        return Outcome("Filled")


def typed_workspace(path: Path, count: int = COUNT) -> Path:
    """The first so many texts, typed. What the program refuses is left out."""
    workspace = Workspace.create(path, TEXTS[0])
    workspace.run(FillWithTexts(TEXTS[:count]))
    workspace.run(DismissEvidence((2,), TEXTS[1]))
    workspace.run(SetField((COUNT,), "horizon", "declined", TEXTS[1]))
    workspace.close()
    return path


def smuggled_workspace(path: Path) -> Path:
    """All texts, put into the file by a program that cleans nothing; the problems keep the order of the texts."""
    workspace = Workspace.create(path, "Smuggled")
    workspace.run(FillWithTexts(tuple(f"plain {number}" for number in range(1, COUNT + 1))))
    workspace.close()
    with sqlite3.connect(path) as connection:
        for table, columns in SMUGGLED.items():
            unique = " || id" if table in ("tag", "saved_view", "highlight", "scorecard") else ""
            values = ", ".join(f"{column} = ?1{unique}" for column in columns)
            for (row,) in connection.execute(f"SELECT id FROM {table}").fetchall():
                connection.execute(f"UPDATE {table} SET {values} WHERE id = ?2", (TEXTS[(row - 1) % COUNT], row))
        connection.execute("UPDATE workspace SET name = ?", (TEXTS[-1],))
    connection.close()
    return path
