"""A file is read as the one before it from the same place was, but for what the user says now."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.importers import Choices
from pmtui.services.board import EditLane
from pmtui.services.details import problem_detail
from pmtui.services.workspace import Workspace
from tests.builders import Clock, digest, lane_number
from tests.services.conftest import Imports

FULL = "Issue key,Summary,Status,Labels,Labels,Description,Custom field (Team)\nX-1,Slow,To Do,app,web,It is slow,Red\n"
NAMED = "Nr,What,Where,Phase\n1,Slow,Bern,Doing it\n"
FIRST_TIME = Choices(
    target="problem",
    columns={"external_id": ("Nr",), "title": ("What",), "status": ("Phase",)},
    lanes={"Doing it": "Building"},
    drop=("Where",),
    fixed={"effort": "2"},
    label="Workshop",
)


def test_a_newer_file_is_read_as_the_one_before_and_updates_it(imports: Imports) -> None:
    imports.run(NAMED, "wishes 2026-05.csv", choices=FIRST_TIME)
    report = imports.run_as_before(NAMED.replace("Slow", "Too slow") + "2,Dear,Bern,\n", "wishes 2026-06.csv")
    assert (report.source, report.created, report.updated) == ("Workshop", {"problem": 1}, {"problem": 1})
    assert report.notes == ("read as it was on 2026-03-01, when records of this place were last imported",)
    problem = imports.workspace.ask(lambda uow: uow.problems.get(1))
    assert (problem.title, problem.custom) == ("Too slow", "{}")
    assert imports.workspace.ask(problem_detail, 1).lane == "Building"
    assert [estimate.low for estimate in imports.workspace.ask(lambda uow: uow.estimates.all())] == [2, 2]


def test_what_is_chosen_now_stands_over_what_was_chosen_before(imports: Imports) -> None:
    imports.run(NAMED, choices=FIRST_TIME)
    changed = imports.run_as_before(NAMED, choices=Choices(columns={"text": ("Where",)}, fixed={"effort": "3"}))
    assert changed.updated == {"problem": 1}
    assert imports.workspace.ask(lambda uow: uow.problems.get(1)).statement == "Bern"
    assert imports.workspace.ask(lambda uow: uow.estimates.all())[0].low == 3


def test_a_field_that_was_to_have_no_column_has_none_again(imports: Imports) -> None:
    imports.run("id,title,tags\n1,Slow,app\n", choices=Choices(columns={"tags": ()}))
    imports.run_as_before("id,title,tags\n1,Slow,app\n2,Dear,web\n")
    assert imports.problem_tags(2) == []


def test_a_file_without_the_columns_of_before_is_read_for_itself(imports: Imports) -> None:
    imports.run(NAMED, choices=FIRST_TIME)
    report = imports.run_as_before("id,title\n7,Loud\n")
    assert (report.source, report.notes) == ("export", ())


def test_another_format_or_kind_of_record_is_a_new_beginning(imports: Imports) -> None:
    imports.run(NAMED, choices=FIRST_TIME)
    report = imports.run_as_before(NAMED, choices=Choices(target="evidence", columns={"text": ("What",)}))
    assert (report.source, report.created) == ("export", {"evidence": 1})


def test_nothing_is_said_of_before_where_a_file_is_read_like_that_anyway(imports: Imports) -> None:
    imports.run(FULL)
    assert imports.run_as_before(FULL).notes == ()


def test_a_lane_that_was_renamed_since_is_not_asked_for_again(imports: Imports) -> None:
    lane = lane_number(imports.workspace, "Learned")
    imports.workspace.run(EditLane(lane, "Evergreen", "done", None, False))
    imports.run(NAMED, choices=replace(FIRST_TIME, lanes={"Doing it": "Evergreen"}))
    imports.workspace.run(EditLane(lane, "Deciduous", "done", None, False))
    assert imports.run_as_before(NAMED + "2,Dear,Bern,Doing it\n").created == {"problem": 1}


COLUMNS = ("id", "title", "text", "tags", "created", "status", "team", "reach")


@settings(max_examples=40)
@given(
    st.sampled_from(["problem", "evidence", ""]),
    st.dictionaries(st.sampled_from(COLUMNS[:6]), st.sampled_from(["", *COLUMNS]), max_size=3),
    st.sets(st.sampled_from(COLUMNS), max_size=3),
    st.dictionaries(st.sampled_from(("New", "Odd")), st.sampled_from(("Building", "declined")), max_size=2),
    st.sampled_from(["", "Workshop"]),
)
def test_whatever_was_chosen_the_same_file_again_brings_nothing_new(
    tmp_path_factory: pytest.TempPathFactory,
    target: str,
    columns: dict[str, str],
    drop: set[str],
    lanes: dict[str, str],
    label: str,
) -> None:
    names = {"id": "external_id"}
    wanted = {names.get(field, field): (column,) if column else () for field, column in columns.items()}
    text = ",".join(COLUMNS) + "\n1,Slow,It is slow,app,2026-05-01,New,Red,5\n2,Dear,Too dear,,3/4/2026,Odd,,\n"
    workspace = Workspace.in_memory(Clock())
    imports = Imports(workspace, tmp_path_factory.mktemp("again"))
    try:
        imports.run(text, choices=Choices(target=target, columns=wanted, drop=tuple(drop), lanes=lanes, label=label))
    except Refusal:
        workspace.close()
        return
    before = workspace.ask(digest)
    again = imports.run_as_before(text)
    assert (sum(again.created.values()), sum(again.updated.values())) == (0, 0)
    assert workspace.ask(digest) == before
    workspace.close()


def test_the_scale_of_a_column_is_chosen_once_for_a_place(imports: Imports) -> None:
    first = "id,Feature,Reach,Impact\n1,A,400,8\n"
    imports.run_as_before(first, "rice.csv", Choices(scales={"impact": "ten"}))
    imports.run_as_before(first.replace(",8", ",10"), "rice.csv")
    (impact,) = imports.workspace.ask(lambda uow: uow.estimates.all(criterion_id=2))
    assert impact.central == 3
