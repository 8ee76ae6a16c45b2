"""What the user says of a file: one value for all, columns left out, lanes; and what is taken for granted."""

import time

import pytest

from pmtui.domain.errors import Refusal
from pmtui.importers import Choices
from pmtui.services.details import problem_detail
from pmtui.services.importing.new_records import as_moment
from tests.services.conftest import Imports

FULL = "Issue key,Summary,Status,Labels,Labels,Description,Custom field (Team)\nX-1,Slow,To Do,app,web,It is slow,Red\n"


def test_one_value_can_stand_for_all_records(imports: Imports) -> None:
    imports.run(
        "id,title\n1,Slow\n", choices=Choices(fixed={"created": "3 May 2026", "tags": "spring", "status": "Done"})
    )
    assert imports.workspace.ask(lambda uow: uow.problems.get(1)).created_at.startswith("2026-05-0")
    assert imports.problem_tags(1) == ["spring"]
    assert imports.workspace.ask(problem_detail, 1).lane == "Launched"


@pytest.mark.parametrize("name", ["external_id", "comments", "joy"])
def test_what_can_not_be_alike_for_all_is_refused(imports: Imports, name: str) -> None:
    with pytest.raises(Refusal, match=name):
        imports.run("id,title\n1,Slow\n", choices=Choices(fixed={name: "x"}))


def test_a_column_that_is_left_out_is_no_field_either(imports: Imports) -> None:
    imports.run("id,title,tags\n1,Slow,app\n", choices=Choices(drop=("tags",)))
    assert imports.problem_tags(1) == []
    assert imports.workspace.ask(lambda uow: uow.problems.get(1)).custom == "{}"


def test_a_column_to_leave_out_has_to_be_there(imports: Imports) -> None:
    with pytest.raises(Refusal, match="tag"):
        imports.run("id,title,tags\n1,Slow,app\n", choices=Choices(drop=("tag",)))


def test_a_status_becomes_no_lane_that_is_not_there(imports: Imports) -> None:
    with pytest.raises(Refusal, match="“Bulding”"):
        imports.run(FULL, choices=Choices(lanes={"To Do": "Bulding"}))


def test_a_lane_for_a_status_that_no_record_has_is_told(imports: Imports) -> None:
    assert imports.run(FULL, choices=Choices(lanes={"Tu Do": "Building"})).notes == (
        "no record has the status “Tu Do”",
    )


def test_a_file_of_which_nothing_is_known_to_be_words_is_refused_with_its_columns(imports: Imports) -> None:
    with pytest.raises(Refusal) as caught:
        imports.run("a,b\n1,2\n")
    assert "“a”, “b”" in str(caught.value)


DATED = "id,title,created\n1,Slow,2026-05-01 23:30\n2,Dear,2026-05-02\n3,Loud,2026-05-01T23:30:00Z\n"


def test_a_moment_without_a_zone_is_the_time_here_and_the_preview_says_so(
    imports: Imports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    as_moment.cache_clear()
    try:
        report = imports.run(DATED)
    finally:
        monkeypatch.undo()
        time.tzset()
        as_moment.cache_clear()
    assert report.notes == ("created: no time zone given, taken as the time of this computer",)
    assert [problem.created_at for problem in imports.workspace.ask(lambda uow: uow.problems.all())] == [
        "2026-05-02T03:30:00Z",
        "2026-05-02T04:00:00Z",
        "2026-05-01T23:30:00Z",
    ]


def test_a_column_that_says_utc_needs_no_zone_in_its_cells(imports: Imports) -> None:
    assert imports.run("id,title,Created At (UTC)\n1,Slow,2026-05-01 23:30\n").notes == ()


def test_the_first_and_last_day_of_the_calendar_can_be_imported(imports: Imports) -> None:
    report = imports.run("id,title,created\n1,Slow,0001-01-01\n2,Dear,9999-12-31 23:59\n")
    assert report.created == {"problem": 2}
