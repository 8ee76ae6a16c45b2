"""One record that another program spoiled hides no other record, and is itself shown as far as it can be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.board import MoveCards
from pmtui.services.board_lists import board_view
from pmtui.services.details import problem_detail, why
from pmtui.services.evidence import AddEvidence
from pmtui.services.full_records import evidence_record, problem_record
from pmtui.services.lists import problem_list, problem_rows, workspace_view
from pmtui.services.pages import board_markdown, problem_markdown, problems_markdown
from pmtui.services.problems import AddProblem, EditProblem
from pmtui.services.rank_records import explanation, rank_records
from pmtui.services.records import company_records, evidence_records, problem_records
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem, foreign

SPOILED = (
    "UPDATE problem SET need = 'weird' WHERE id = 1",
    "UPDATE problem SET horizon = 'declined' WHERE id = 1",
    "UPDATE problem SET custom = '{bad' WHERE id = 1",
    "UPDATE problem SET title = '' WHERE id = 1",
    "UPDATE lane SET phase = 'odd' WHERE id = 1",
    "UPDATE lane SET name = '' WHERE id = 1",
    "DELETE FROM lane",
    "DELETE FROM workspace",
    "UPDATE workspace SET lens = 'odd'",
    "UPDATE workspace SET customer_weight = 7, lens = 'blend'",
    "UPDATE evidence SET evidence_type = 'x', text = '' WHERE id = 1",
    "UPDATE scorecard SET formula = 'reach *'",
    "UPDATE scorecard SET formula = '__import__(1)'",
    "DELETE FROM scorecard",
    "UPDATE confidence_ladder SET steps = '{bad'",
    "UPDATE confidence_ladder SET steps = '[]', half_life_days = 0",
    "DELETE FROM confidence_ladder",
    "UPDATE company SET name = ''",
    "UPDATE criterion SET shape = 'odd'",
    "UPDATE estimate SET made_on = 'never'",
    "UPDATE estimate SET low = 9, high = 1, middle = -5",
)


@pytest.fixture(params=SPOILED)
def spoiled(request: pytest.FixtureRequest, path: Path) -> Iterator[Workspace]:
    workspace = Workspace.create(path, "Test")
    add_problem(workspace, "Spoiled", "200..800", "2", "80%", "1")
    add_problem(workspace, "Sound", "100..300", "1", "80%", "1")
    workspace.run(AddEvidence("Spoiled words", company="Meyer", problems=(1, 2)))
    workspace.run(AddEvidence("Sound words", problems=(2,)))
    workspace.close()
    with closing(foreign(path)) as other:
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute(request.param)
        other.commit()
    opened = Workspace.open(path)
    yield opened
    opened.close()


def everything(uow: UnitOfWork) -> None:
    """Ask all that screens and commands ask."""
    listed = problem_list(uow, ProblemFilter(state="all"))
    problem_rows(uow, (1, 2), listed.ranks)
    for number in (1, 2):
        problem_detail(uow, number)
        problem_record(uow, number)
        evidence_record(uow, number)
        problem_markdown(uow, number)
        why(uow, number)
        explanation(uow, number)
    for query in (workspace_view, board_view, board_markdown, rank_records):
        query(uow)
    problems_markdown(uow, ProblemFilter(), frozenset())
    for words in (evidence_records, company_records):
        words(uow, "")


def test_all_records_are_shown(spoiled: Workspace) -> None:
    spoiled.ask(everything)
    titles = [record["title"] for record in spoiled.ask(problem_records, ProblemFilter(state="all"))]
    assert "Sound" in titles
    assert len(titles) == 2


def test_the_outside_change_can_be_taken_back(spoiled: Workspace) -> None:
    spoiled.undo()
    spoiled.ask(everything)
    spoiled.run(AddProblem("New"))


def test_a_sound_record_can_be_changed(spoiled: Workspace) -> None:
    spoiled.run(EditProblem(2, {"title": "Sounder"}))


def test_what_changes_a_spoiled_record_says_which_one_it_is(path: Path, workspace: Workspace) -> None:
    add_problem(workspace, "Spoiled")
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE problem SET need = 'weird' WHERE id = 1")
        other.commit()
    with pytest.raises(Refusal, match="problem 1 holds what another program wrote"):
        workspace.run(MoveCards((1,), 2))
    workspace.run(EditProblem(1, {"need": "current"}))
