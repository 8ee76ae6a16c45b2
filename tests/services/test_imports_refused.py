"""Records that can not be taken in are kept in a file of their own."""

import json

from pmtui.services.importing.refused import write_refused
from pmtui.services.importing.report import refusals_in_words
from pmtui.services.imports import ImportFile, preview_import, read_file, run_import
from tests.services.conftest import Imports

BROKEN = "id,title,reach\n1,Slow,5\n2,Dear,1e999\n3,Loud,7,8,9\n"


def test_refused_records_are_kept_in_a_file_that_can_be_corrected_and_imported(imports: Imports) -> None:
    command = imports.command(BROKEN, "wishes.csv", good_rows=True)
    assert run_import(imports.workspace, command).refused == 2
    path = write_refused(command.file.source, command.file.proposal, command.file.path)
    assert path.name == "wishes-refused.csv"
    lines = path.read_text().splitlines()
    assert lines[0] == "Refused because,id,title,reach"
    assert lines[1].endswith(",2,Dear,1e999")
    assert lines[2].endswith(",3,Loud,7,8,9")
    path.write_text(path.read_text().replace("1e999", "5").replace(",8,9", ""))
    report = run_import(imports.workspace, ImportFile(read_file(path)))
    assert (report.source, report.created) == ("wishes", {"problem": 2})
    assert [problem.custom for problem in imports.workspace.ask(lambda uow: uow.problems.all())] == ["{}"] * 3


def test_a_file_of_refused_records_never_replaces_another(imports: Imports) -> None:
    file = imports.command(BROKEN, "wishes.csv").file
    names = [write_refused(file.source, file.proposal, file.path).name for _ in range(2)]
    assert names == ["wishes-refused.csv", "wishes-refused-2.csv"]


def test_refused_records_of_json_are_kept_as_json(imports: Imports) -> None:
    file = imports.command('[{"title": "Slow", "tags": ["a", "b"]}, {"title": "", "tags": ["c"]}]', "wishes.json").file
    path = write_refused(file.source, file.proposal, file.path)
    (record,) = json.loads(path.read_text())
    assert record == {"Refused because": "It has neither a title nor a text.", "title": "", "tags": ["c"]}


def test_what_was_refused_is_told_a_line_a_kind_with_the_first_records(imports: Imports) -> None:
    rows = "".join(f"{number},a,-{number}\n" for number in range(2, 14))
    report = preview_import(imports.workspace, imports.command(f"id,title,reach\n{rows}99,b,1,2\n"))
    negative, wide = refusals_in_words(report)
    assert negative.startswith("12 × column reach: ")
    assert negative.endswith("(line 2, 3, 4, 5, 6, 7, 8, 9, …)")
    assert wide == "line 14: It has 4 cells where the header has 3."


def test_ids_that_came_from_another_place_are_asked_about_unless_they_are_short(imports: Imports) -> None:
    reviews = "Review id,Content\nA1SW5ZF7V9,slow\nA349JOW4FO,dear\n"
    imports.run(reviews, "one.csv")
    assert any("came before from “App reviews: one”" in note for note in imports.run(reviews, "two.csv").notes)
    imports.run("Review id,Content\n1,slow\n2,dear\n", "three.csv")
    assert imports.run("Review id,Content\n1,slow\n2,dear\n", "four.csv").notes == ()
