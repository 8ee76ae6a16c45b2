"""The workspace as of a step of the past holds the rows it held then."""

import gzip
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.past import Past
from pmtui.services.estimates import SetEstimates
from pmtui.services.history import newest_steps
from pmtui.services.problems import AddProblem, DeleteProblems, EditProblem, TagProblems
from pmtui.services.search import search
from pmtui.services.workspace import Workspace
from tests.builders import Clock, add_problem, digest, foreign, score_errors

OLD = Path(__file__).parents[1] / "files" / "workspaces" / "format-1.pmtui.gz"
WHEN = "2026-03-01T09:30:00Z"


def as_of(workspace: Workspace, step: int | None) -> Workspace:
    assert step is not None
    return workspace.as_of(Past(step, WHEN, f"step {step}"))


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    add_problem(workspace, "Keys get lost", "400", "2", "80%", "2")
    add_problem(workspace, "Late invoices", "100", "1", "50%", "1")
    return workspace


def test_the_beginning_is_what_every_workspace_starts_with(workspace: Workspace) -> None:
    before = workspace.ask(digest)
    add_problem(workspace, "Keys get lost", "400", "2", "80%", "2")
    with closing(as_of(workspace, 0)) as past:
        assert past.ask(digest) == before


def test_a_change_of_the_past_is_refused_in_words(filled: Workspace) -> None:
    with closing(as_of(filled, 1)) as past:
        changes: list[Callable[[], object]] = [
            lambda: past.run(AddProblem("New")),
            past.undo,
            past.redo,
            lambda: past.go_to(0, 4),
        ]
        for change in changes:
            with pytest.raises(Refusal, match=r"past can't be changed\. This is as of step 1"):
                change()
        assert past.changed_elsewhere() is None


def test_the_past_stays_as_it_is_while_the_present_goes_on(filled: Workspace) -> None:
    newest = filled.newest_to_undo()
    assert newest is not None
    with closing(as_of(filled, newest.id)) as past:
        before = past.ask(digest)
        filled.run(DeleteProblems((1, 2)))
        assert past.ask(digest) == before


def test_scores_and_words_of_the_past_are_found_again(filled: Workspace) -> None:
    step = filled.run(EditProblem(1, {"title": "Bunches of keys"})).step
    filled.run(EditProblem(1, {"title": "Doors stay shut"}))
    filled.run(SetEstimates(1, {"reach": "1", "effort": ""}))
    filled.run(DeleteProblems((2,)))
    with closing(as_of(filled, step)) as past:
        assert past.ask(score_errors) == []
        assert [found.title.text for found in past.ask(search, "bunches").matches] == ["Bunches of keys"]
        assert past.ask(search, "doors").matches == ()


def test_the_moment_of_the_past_is_that_of_then(filled: Workspace) -> None:
    with closing(as_of(filled, 1)) as past:
        assert past.ask(lambda uow: uow.now) == WHEN


def test_names_that_two_records_exchanged_are_exchanged_back(path: Path, filled: Workspace) -> None:
    step = filled.run(TagProblems((1,), add=("a", "b"))).step
    before = filled.ask(digest)
    with closing(foreign(path)) as other:
        for name, number in (("c", 1), ("a", 2), ("b", 1)):
            other.execute("UPDATE tag SET name = ? WHERE id = ?", (name, number))
    with closing(as_of(filled, step)) as past:
        assert past.ask(digest) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET kind = 'nothing'",
        "UPDATE change SET op = 'D', before = 'words'",
        "UPDATE change SET op = 'D', before = '[1]'",
        "UPDATE change SET op = 'D', before = NULL",
        "UPDATE change SET op = 'U', before = '{\"lane_id\": \"words\"}' WHERE kind = 'problem'",
        "UPDATE change SET op = 'U', before = '{}', row = 99",
        "UPDATE change SET op = 'D', before = '{\"low\": \"much\"}' WHERE kind = 'estimate'",
    ],
)
def test_a_history_that_another_program_spoilt_is_refused_and_hurts_nothing(
    path: Path, filled: Workspace, statement: str
) -> None:
    with closing(foreign(path)) as other:
        other.execute(statement)
    before = filled.ask(digest)
    with pytest.raises(Refusal, match="wrote into its history"):
        as_of(filled, 0)
    assert filled.ask(digest) == before


def test_nothing_is_written_to_the_file(path: Path, filled: Workspace) -> None:
    before = path.read_bytes()
    as_of(filled, 1).close()
    assert path.read_bytes() == before


def test_texts_that_are_none_do_not_hide_the_past(path: Path, filled: Workspace) -> None:
    with closing(foreign(path)) as other:
        other.execute("UPDATE problem SET notes = CAST(x'ff' AS TEXT) WHERE id = 1")
    filled.run(EditProblem(2, {"title": "Later"}))
    step = filled.newest_to_undo()
    assert step is not None
    with closing(as_of(filled, step.id - 1)) as past:
        assert past.ask(lambda uow: uow.problems.get(1).notes) == "\ufffd"


def test_a_file_of_format_1_has_its_whole_past_after_it_is_brought_up_to_date(path: Path) -> None:
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    with closing(Workspace.open(path, "test", Clock())) as workspace:
        steps = [step.id for step in workspace.ask(newest_steps)]
        states = {}
        for step in steps:
            with closing(as_of(workspace, step)) as past:
                assert past.ask(score_errors) == []
                states[step] = past.ask(digest)
        assert states[steps[0]] == workspace.ask(digest)
        while (newest := workspace.newest_to_undo()) is not None:
            workspace.undo()
            before = max((step for step in steps if step < newest.id), default=None)
            if before is not None:
                assert workspace.ask(digest) == states[before]
