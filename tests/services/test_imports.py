"""Importing into a workspace: one step, undone as one, repeated without harm."""

from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.importers import Choices
from pmtui.services.board import EditLane, MoveCards
from pmtui.services.estimates import SetEstimates
from pmtui.services.imports import (
    ImportFile,
    preview_import,
    read_file,
    run_import,
)
from pmtui.services.problems import DeleteProblems, EditProblem, TagProblems
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest, lane_number, score_errors
from tests.services.conftest import Imports

FILES = Path(__file__).parents[1] / "files" / "imports"
SAMPLES = sorted(path.name for path in FILES.iterdir() if path.suffix in (".csv", ".json"))
SMALL = [name for name in SAMPLES if (FILES / name).stat().st_size < 100_000]
FULL = "Issue key,Summary,Status,Labels,Labels,Description,Custom field (Team)\nX-1,Slow,To Do,app,web,It is slow,Red\n"


@pytest.mark.parametrize("name", SMALL)
def test_preview_and_import_report_the_same_and_undo_takes_all_of_it_back(memory: Workspace, name: str) -> None:
    before = memory.ask(digest)
    command = ImportFile(read_file(FILES / name))
    preview = preview_import(memory, command)
    assert memory.ask(digest) == before
    report = run_import(memory, command)
    assert report.step is not None
    assert {**report.as_json(), "step": None} == preview.as_json()
    assert preview.step is None
    after = memory.ask(digest)
    memory.undo()
    assert memory.ask(digest) == before
    memory.redo()
    assert memory.ask(digest) == after
    assert memory.ask(score_errors) == []


@pytest.mark.parametrize("name", SMALL)
def test_a_second_import_of_the_same_file_changes_nothing(memory: Workspace, name: str) -> None:
    first = run_import(memory, ImportFile(read_file(FILES / name)))
    after = memory.ask(digest)
    second = run_import(memory, ImportFile(read_file(FILES / name)))
    assert (sum(second.created.values()), sum(second.updated.values()), second.step) == (0, 0, None)
    assert second.unchanged == sum(first.created.values())
    assert memory.ask(digest) == after


def test_a_large_real_file_is_imported_whole_and_again_unchanged(memory: Workspace) -> None:
    file = read_file(FILES / "banking77-support-questions-10k.csv")
    assert run_import(memory, ImportFile(file)).created == {"evidence": 10_003}
    again = run_import(memory, ImportFile(file))
    assert (again.unchanged, again.created, again.step) == (10_003, {"evidence": 0}, None)


def test_everything_of_a_tracker_item_arrives(imports: Imports) -> None:
    imports.run(
        "Issue key,Summary,Status,Status Category,Labels,Labels,Description,Created,Resolved,Comment,Priority\n"
        "X-1,Slow,Done,Done,app,web,h1. Very,2026-01-02,2026-01-09,02/Jan/26 9:00 AM;Ann;I agree,High\n"
    )
    problem = imports.workspace.ask(lambda uow: uow.problems.get(1))
    assert (problem.title, problem.statement) == ("Slow", "# Very")
    assert problem.lane_id == lane_number(imports.workspace, "Launched")
    assert problem.created_at == "2026-01-02T00:00:00Z"
    assert problem.notes == "## Comments\n\n**2026-01-02T09:00:00, Ann**\n\nI agree"
    assert problem.custom == '{"Priority": "High"}'
    assert imports.problem_tags(1) == ["app", "web"]
    changes = imports.workspace.ask(lambda uow: uow.lane_changes.all())
    assert [(change.from_lane_id, change.at) for change in changes] == [(None, "2026-01-09T00:00:00Z")]


def test_started_and_finished_become_the_way_through_the_lanes(imports: Imports) -> None:
    imports.run("title,status,started,finished\na,Done,2026-01-02,2026-01-05\nb,Doing,2026-01-03,\n")
    launched, building = (lane_number(imports.workspace, name) for name in ("Launched", "Building"))
    changes = imports.workspace.ask(lambda uow: uow.lane_changes.all())
    assert [(change.problem_id, change.from_lane_id, change.to_lane_id, change.at[:10]) for change in changes] == [
        (1, None, building, "2026-01-02"),
        (1, building, launched, "2026-01-05"),
        (2, None, building, "2026-01-03"),
    ]


def test_rice_columns_arrive_as_estimates_and_are_scored(imports: Imports) -> None:
    imports.run("Feature,Reach,Impact,Confidence,Effort\nA,500,3,0.5,2\nB,100,1,80%,\n")
    rows = imports.workspace.ask(
        lambda uow: uow.connection.execute("SELECT value, missing FROM score ORDER BY problem_id").fetchall()
    )
    assert rows == [(375.0, ""), (None, "effort")]
    estimates = imports.workspace.ask(lambda uow: uow.estimates.all())
    assert {(estimate.origin, estimate.reason) for estimate in estimates} == {("imported", "export")}


def test_companies_and_authors_of_evidence_arrive(imports: Imports) -> None:
    imports.run("text,author,company,date\na,Ann,Acme,2026-01-02\nb,Bob,ACME,\nc,,,\n")
    pieces = imports.workspace.ask(lambda uow: uow.evidence.all())
    assert [(piece.author, piece.company_id, piece.occurred_on) for piece in pieces] == [
        ("Ann", 1, "2026-01-02"),
        ("Bob", 1, ""),
        ("", None, ""),
    ]


def test_what_was_edited_here_stays_and_what_changed_in_the_file_comes_in(imports: Imports) -> None:
    imports.run(FULL)
    imports.workspace.run(EditProblem(1, {"title": "Slow on Mondays"}))
    report = imports.run(FULL.replace("It is slow", "It is very slow").replace("Red", "Blue"))
    problem = imports.workspace.ask(lambda uow: uow.problems.get(1))
    assert (problem.title, problem.statement, problem.custom) == (
        "Slow on Mondays",
        "It is very slow",
        '{"Team": "Blue"}',
    )
    assert report.updated == {"problem": 1}
    assert not report.warnings


def test_a_value_changed_on_both_sides_stays_as_it_is_here_and_is_told(imports: Imports) -> None:
    imports.run(FULL)
    imports.workspace.run(EditProblem(1, {"title": "Mine"}))
    report = imports.run(FULL.replace("Slow", "Theirs"))
    assert imports.workspace.ask(lambda uow: uow.problems.get(1)).title == "Mine"
    assert [(trouble.kind, trouble.column, trouble.example) for trouble in report.warnings] == [
        ("changed here and in the file: kept as it is here", "title", "X-1")
    ]
    assert report.unchanged == 1


def test_a_narrow_export_after_a_full_one_wipes_nothing(imports: Imports) -> None:
    imports.run(FULL)
    report = imports.run("Issue key,Summary,Status\nX-1,Slow,To Do\n")
    problem = imports.workspace.ask(lambda uow: uow.problems.get(1))
    assert (problem.statement, problem.custom) == ("It is slow", '{"Team": "Red"}')
    assert imports.problem_tags(1) == ["app", "web"]
    assert (report.updated, report.unchanged, report.step) == ({"problem": 0}, 1, None)


def test_an_empty_cell_clears_a_value_only_where_it_was_not_changed_here(imports: Imports) -> None:
    imports.run(FULL + FULL.splitlines()[1].replace("X-1", "X-2") + "\n")
    imports.workspace.run(EditProblem(2, {"statement": "Mine"}))
    emptied = FULL.replace("app,web,It is slow,Red", ",,,")
    imports.run(emptied + emptied.splitlines()[1].replace("X-1", "X-2") + "\n")
    first, second = imports.workspace.ask(lambda uow: uow.problems.all())
    assert (first.statement, first.custom) == ("", "{}")
    assert second.statement == "Mine"
    assert imports.problem_tags(1) == []


def test_tags_merge_one_by_one(imports: Imports) -> None:
    imports.run(FULL)
    imports.workspace.run(TagProblems((1,), add=("mine",), remove=("web",)))
    imports.run(FULL.replace("app,web", "web,new"))
    assert sorted(imports.problem_tags(1)) == ["mine", "new"]


def test_a_status_moves_the_card_unless_it_was_moved_here(imports: Imports) -> None:
    text = "Issue key,Summary,Status\nX-1,a,To Do\nX-2,b,To Do\n"
    imports.run(text)
    solving = lane_number(imports.workspace, "Solving")
    imports.workspace.run(MoveCards((2,), solving))
    imports.run(text.replace("To Do", "Done"))
    lanes = imports.workspace.ask(lambda uow: [problem.lane_id for problem in uow.problems.all()])
    assert lanes == [lane_number(imports.workspace, "Launched"), solving]


def test_estimates_merge_by_the_same_rule(imports: Imports) -> None:
    imports.run("id,Feature,Reach,Effort\n1,A,100,2\n")
    imports.workspace.run(SetEstimates(1, {"reach": "300"}))
    imports.run("id,Feature,Reach,Effort\n1,A,100,4\n")
    estimates = imports.workspace.ask(lambda uow: {e.criterion_id: e.central for e in uow.estimates.all()})
    assert sorted(estimates.values()) == [4, 300]
    assert imports.workspace.ask(score_errors) == []


def test_what_was_deleted_here_does_not_come_back(imports: Imports) -> None:
    imports.run(FULL)
    imports.workspace.run(DeleteProblems((1,)))
    report = imports.run(FULL.replace("Slow", "Slower"))
    assert imports.workspace.ask(lambda uow: uow.problems.all()) == []
    assert report.skipped == 1
    assert report.warnings[0].kind == "deleted here: left out"


def test_after_an_undo_the_same_file_comes_in_again(imports: Imports) -> None:
    imports.run(FULL)
    imports.workspace.undo()
    assert imports.run(FULL).created == {"problem": 1}


def test_a_record_gone_from_the_file_stays_here(imports: Imports) -> None:
    imports.run("id,title\n1,a\n2,b\n")
    assert imports.run("id,title\n2,b\n").unchanged == 1
    assert len(imports.workspace.ask(lambda uow: uow.problems.all())) == 2


def test_a_file_of_another_name_from_the_same_tracker_meets_the_same_records(imports: Imports) -> None:
    imports.run("Issue key,Summary,Status\nA-1,a,New\nB-1,b,New\n", "one.csv")
    report = imports.run("Issue key,Summary,Status\nB-1,b,New\nA-1,a,New\n", "two.csv")
    assert report.unchanged == 2
    assert report.source == "Jira A"


def test_the_same_id_from_another_place_is_another_record(imports: Imports) -> None:
    imports.run("id,title\n1,a\n", "one.csv")
    assert imports.run("id,title\n1,b\n", "other.csv").created == {"problem": 1}


def test_with_a_refused_record_nothing_is_imported(imports: Imports) -> None:
    before = imports.workspace.ask(digest)
    with pytest.raises(Refusal) as caught:
        imports.run("Feature,Reach\nA,5\nB,NaN\n")
    assert "1 of 2 records can't be imported, so nothing was changed. Line 3: column Reach" in caught.value.title
    assert imports.workspace.ask(digest) == before


def test_the_good_rows_can_be_imported_alone_and_the_others_are_listed(imports: Imports) -> None:
    report = imports.run("Feature,Reach\nA,5\nB,NaN\n", good_rows=True)
    assert (report.created, report.refused) == ({"problem": 1}, 1)
    assert [complaint.number for complaint in report.refusals] == [3]


def test_a_preview_lists_the_refused_records_without_refusing(imports: Imports) -> None:
    report = preview_import(imports.workspace, imports.command("Feature,Reach\nA,5\nB,NaN\n"))
    assert (report.created, report.refused) == ({"problem": 1}, 1)


def test_a_cancelled_import_leaves_nothing_and_says_so(imports: Imports) -> None:
    before = imports.workspace.ask(digest)
    told: list[tuple[int, int]] = []
    command = imports.command("text\n" + "".join(f"remark number {number}\n" for number in range(1200)))
    stopping = ImportFile(command.file, progress=lambda *done: told.append(done), is_cancelled=lambda: bool(told))
    with pytest.raises(Refusal, match="cancelled"):
        run_import(imports.workspace, stopping)
    assert told == [(500, 1200)]
    assert imports.workspace.ask(digest) == before


def test_progress_ends_at_the_number_of_records(imports: Imports) -> None:
    told: list[tuple[int, int]] = []
    command = imports.command("text\n" + "".join(f"remark number {number}\n" for number in range(700)))
    run_import(imports.workspace, ImportFile(command.file, progress=lambda *done: told.append(done)))
    assert told == [(500, 700), (700, 700), (700, 700)]


def test_imported_cards_stand_below_those_already_in_the_lane(imports: Imports) -> None:
    own = add_problem(imports.workspace, "Mine")
    imports.run("title,status\na,New\nb,New\n")
    inbox = lane_number(imports.workspace, "Inbox")
    cards = imports.workspace.ask(lambda uow: [card.id for card in uow.problems.all(order="position", lane_id=inbox)])
    assert cards == [own, own + 1, own + 2]


def test_a_full_strict_lane_refuses_the_import(imports: Imports) -> None:
    imports.workspace.run(EditLane(lane_number(imports.workspace, "Building"), "Building", "active", 1, strict=True))
    with pytest.raises(Refusal, match="Building is full"):
        imports.run("title,status\na,Doing\nb,Doing\n")


def test_lanes_that_were_renamed_are_met_by_their_phase(imports: Imports) -> None:
    launched = lane_number(imports.workspace, "Launched")
    imports.workspace.run(EditLane(launched, "Live", "done", None, strict=False))
    imports.run("title,status\na,Done\n")
    assert imports.workspace.ask(lambda uow: uow.problems.get(1)).lane_id == launched


def test_records_without_an_id_are_met_by_their_content(imports: Imports) -> None:
    imports.run("text\ngood\ngood\nbad\n")
    report = imports.run("text\nbad\ngood\nnew one\ngood\n")
    assert (report.created, report.unchanged) == ({"evidence": 1}, 3)


def test_people_become_words_that_differ_from_workspace_to_workspace(imports: Imports, path: Path) -> None:
    text = "text,author\na,ann@example.org\n"
    imports.run(text)
    other = Workspace.create(path, "Other")
    Imports(other, imports.folder).run(text)
    words = [w.ask(lambda uow: uow.evidence.get(1).author) for w in (imports.workspace, other)]
    other.close()
    assert words[0] != words[1]
    assert not any("example" in word for word in words)


def test_a_folder_a_missing_file_and_a_pipe_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv", Path("/dev/null")):
        with pytest.raises(Refusal):
            read_file(path)


def test_the_step_is_named_for_what_it_did(imports: Imports) -> None:
    imports.run(FULL)
    step = imports.workspace.newest_to_undo()
    assert step is not None
    assert step.label == "Imported 1 problem from export.csv"


def test_github_counts_its_pull_requests_as_skipped(imports: Imports) -> None:
    item = '{"number": %d, "title": "t%d", "state": "open", "html_url": "https://github.com/a/b/issues/%d"%s}'
    pull = ', "pull_request": {"url": "x"}'
    items = [item % (number, number, number, pull if number > 2 else "") for number in range(1, 6)]
    report = imports.run(f"[{','.join(items)}]", "issues.json")
    assert (report.rows, report.created, report.skipped) == (5, {"problem": 2}, 3)
    assert [(trouble.kind, trouble.count) for trouble in report.warnings] == [("pull request: left out", 3)]


def test_of_two_places_of_one_tracker_the_one_that_knows_most_records_is_taken(imports: Imports) -> None:
    imports.run("Issue key,Summary,Status\nA-1,a,New\n", choices=Choices(label="One"))
    imports.run("Issue key,Summary,Status\nB-1,b,New\nB-2,b,New\n", choices=Choices(label="Two"))
    report = imports.run("Issue key,Summary,Status\nA-1,a,New\nB-1,b,New\nB-2,b,New\n")
    assert (report.source, report.unchanged, report.created) == ("Two", 2, {"problem": 1})
