"""The import dialog: it shows what a file would do, changes nothing before it is told to, and leaves no half import."""

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from pmtui.screens.dialogs.import_file import ImportFile
from pmtui.services.details import problem_detail
from pmtui.services.history import newest_steps
from pmtui.services.lists import problem_list, workspace_view
from pmtui.services.problems import AddProblem
from pmtui.services.views import ProblemFilter
from pmtui.store.unit_of_work import UnitOfWork
from tests.screens.conftest import RunApp
from tests.screens.running import Running

ROWS = """Title,Description,Status,Team,Reach,Impact,Confidence,Effort
Keys get lost,Nobody has them,To Do,North,400,2,80%,3
Invoice comes late,,Mystery,South,900,2,80%,1
Too loud,,Won't do,South,100,1,50%,2
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "ideas.csv"
    file.write_text(ROWS)
    return file


async def read(running: Running, file: Path) -> None:
    """Open the dialog and let it read a file."""
    await running.press("I")
    running.app.screen.query_one("#path", Input).value = str(file)
    await running.press("enter")
    await until_shown(running, "records:")


async def until_shown(running: Running, words: str) -> None:
    """Wait for what a thread of its own finds out. The test's own limit of time ends an endless wait."""
    while words not in running.text:
        await running.pilot.pause(0.01)
    await running.settle()


async def go_to(running: Running, words: str) -> None:
    """Put the cursor on the line that begins with these words."""
    lines = running.app.screen.query_one(OptionList)
    place = next(
        place
        for place in range(lines.option_count)
        if str(lines.get_option_at_index(place).prompt).strip().startswith(words)
    )
    lines.highlighted = place
    await running.settle()


def counts(uow: UnitOfWork) -> tuple[int, int]:
    view = workspace_view(uow)
    return view.problems, view.evidence


async def test_a_file_is_read_and_nothing_is_changed_before_it_is_told(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await read(running, table)
        for words in ("3 records: creates 3 problems", "title ", "To Do (1)", "Defined", "Won't do (1)", "declined"):
            assert words in running.text
        await running.press("escape")
        assert await running.ask(counts) == (0, 0)
        assert await running.ask(newest_steps) == ()


@pytest.mark.parametrize("typed", ["~no such user/ideas.csv", "x" * 300])
async def test_a_path_that_can_not_be_is_refused_and_the_picker_still_opens(run_app: RunApp, typed: str) -> None:
    async with run_app() as running:
        await running.press("I")
        running.app.screen.query_one("#path", Input).value = typed
        await running.press("enter")
        await until_shown(running, "Check its")
        await running.press("ctrl+o")
        await until_shown(running, "Choose a file")


async def test_an_import_is_one_step_that_one_undo_takes_back(run_app: RunApp, table: Path) -> None:
    async with run_app(AddProblem("Mine")) as running:
        await read(running, table)
        await running.press("ctrl+s")
        await until_shown(running, "Imported 3 problems from ideas.csv · u undoes")
        assert "Keys get lost" in running.text
        assert (await running.ask(lambda uow: problem_detail(uow, 3))).score == 1440
        await running.press("u")
        assert await running.ask(counts) == (1, 0)


async def test_importing_twice_changes_nothing_the_second_time(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        for words in ("Imported 3 problems", "Nothing new in ideas.csv"):
            await read(running, table)
            await running.press("ctrl+s")
            await until_shown(running, words)
        assert await running.ask(counts) == (3, 0)


async def test_records_can_become_evidence_instead(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await read(running, table)
        await go_to(running, "becomes")
        await running.press("enter")
        await until_shown(running, "pieces of evidence")
        await running.press("ctrl+s")
        await until_shown(running, "Imported")
        assert (await running.ask(counts))[0] == 0


async def test_a_field_can_be_taken_from_another_column(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await read(running, table)
        await go_to(running, "text")
        await running.press("enter", *"team", "enter")
        await running.settle()
        await running.press("ctrl+s")
        await until_shown(running, "Imported")
        assert (await running.ask(lambda uow: problem_detail(uow, 1))).statement == "North"


async def test_a_status_can_become_another_lane(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await read(running, table)
        await go_to(running, "Mystery")
        await running.press("enter", *"building", "enter")
        await until_shown(running, "Building")
        await running.press("ctrl+s")
        await until_shown(running, "Imported")
        assert (await running.ask(lambda uow: problem_detail(uow, 2))).lane == "Building"


async def test_one_key_leaves_all_other_columns_out(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await read(running, table)
        await running.press("d")
        await until_shown(running, "left out")
        await running.press("ctrl+s")
        await until_shown(running, "Imported")
        assert (await running.ask(lambda uow: problem_detail(uow, 1))).custom == ()


async def test_a_refused_record_keeps_all_out_unless_the_good_ones_are_wanted(run_app: RunApp, table: Path) -> None:
    table.write_text(ROWS + "More,cells,than,the,header,has,in,all,of,it\n")
    async with run_app() as running:
        await read(running, table)
        assert "1 refused" in running.text
        await running.press("ctrl+s")
        await until_shown(running, "so nothing was changed")
        assert await running.ask(counts) == (0, 0)
        await go_to(running, "bad records")
        await running.press("enter", "ctrl+s")
        await until_shown(running, "Imported 3 problems")
        assert await running.ask(counts) == (3, 0)


async def test_escape_cancels_an_import_and_nothing_remains_of_it(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await read(running, table)
        dialog = running.app.screen
        assert isinstance(dialog, ImportFile)
        await dialog.action_save()  # as keys do, but before anything of the import can be done
        dialog.action_close()
        await until_shown(running, "The import was cancelled. Nothing was changed.")
        assert "Importing" not in running.text
        assert await running.ask(counts) == (0, 0)
        assert await running.ask(newest_steps) == ()


@pytest.mark.parametrize("content", ["", "\x00\x01\x02binary", "PK\x03\x04zip", '{"a": '])
async def test_a_file_that_can_not_be_read_is_refused_in_words(run_app: RunApp, table: Path, content: str) -> None:
    table.write_text(content)
    async with run_app() as running:
        await running.press("I")
        running.app.screen.query_one("#path", Input).value = str(table)
        await running.press("enter")
        while not running.app.screen.query(".dialog-message.-shown"):
            await running.pilot.pause(0.01)
        await running.press("ctrl+s")
        assert "Name a file first" in running.text


async def test_the_file_can_be_looked_for(run_app: RunApp, table: Path) -> None:
    (table.parent / "b\x1b[31m[x]red.csv").write_text(ROWS)
    (table.parent / "personas.md").write_text("# Anna\n")
    (table.parent / "folder").mkdir()
    async with run_app() as running:
        await running.press("I")
        running.app.screen.query_one("#path", Input).value = str(table.parent / "folder")
        await running.press("ctrl+o")
        await until_shown(running, "..  ")
        await running.press("enter")
        await until_shown(running, "ideas.csv")
        assert "\x1b" not in running.text
        assert "[31m[x]red.csv" in running.text
        assert "personas.md" in running.text
        await running.press(*"ideas", "enter")
        await until_shown(running, "3 records:")


async def test_hostile_headers_and_words_are_shown_word_for_word(run_app: RunApp, table: Path) -> None:
    table.write_text("Title,[/] [b]x,Status\nOne,a,[@click=app.quit]q\n")
    async with run_app(size=(100, 40)) as running:
        await read(running, table)
        assert "[/] [b]x" in running.text
        await running.press("ctrl+s")
        await until_shown(running, "Imported 1 problem")
        assert (await running.ask(lambda uow: problem_list(uow, ProblemFilter()))).unscored == 1


async def test_one_value_can_be_given_for_all_records(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await read(running, table)
        await go_to(running, "url")
        await running.press("enter", *"one value", "enter")
        await until_shown(running, "Url of all records")
        await running.press(*"https://example.org", "enter")
        await until_shown(running, "“https://example.org” for all")
        await running.press("ctrl+s")
        await until_shown(running, "Imported")
        assert (await running.ask(lambda uow: problem_detail(uow, 1))).url == "https://example.org"


async def test_a_file_whose_words_stand_in_no_known_column_is_shown_so_that_one_can_be_chosen(
    run_app: RunApp, table: Path
) -> None:
    table.write_text("a,b\nx,y\n")
    async with run_app() as running:
        await running.press("I")
        running.app.screen.query_one("#path", Input).value = str(table)
        await running.press("enter")
        await until_shown(running, "Say which one does")
        await go_to(running, "title")
        await running.press("enter", *"a", "enter")
        await until_shown(running, "1 record")


async def test_a_place_is_read_as_it_was_before_and_that_is_said(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await read(running, table)
        await go_to(running, "Mystery")
        await running.press("enter", *"building", "enter")
        await until_shown(running, "Building")
        await running.press("ctrl+s")
        await until_shown(running, "Imported")
        await read(running, table)
        await until_shown(running, "read as it was on")
        assert "3 unchanged" in running.text


async def test_records_left_behind_are_kept_in_a_file_that_is_named(run_app: RunApp, table: Path) -> None:
    table.write_text(ROWS + "More,cells,than,the,header,has,in,all,of,it\n")
    async with run_app() as running:
        await read(running, table)
        await go_to(running, "bad records")
        await running.press("enter", "ctrl+s")
        await until_shown(running, "Imported 3 problems")
        await until_shown(running, "-refused.csv")
    assert "More,cells" in (table.parent / "ideas-refused.csv").read_text()


async def test_a_folder_is_looked_into(run_app: RunApp, table: Path) -> None:
    async with run_app() as running:
        await running.press("I")
        running.app.screen.query_one("#path", Input).value = str(table.parent)
        await running.press("enter")
        await until_shown(running, "Choose a file")
        await until_shown(running, "ideas.csv")


async def test_the_dialog_says_what_it_takes_and_names_the_keys_that_work_now(run_app: RunApp, table: Path) -> None:
    async with run_app(size=(80, 24)) as running:
        await running.press("I")
        await until_shown(running, "a Trello board")
        assert "ctrl+o look for it   esc close" in running.text
        await running.press("escape")
        await read(running, table)
        assert "ctrl+s import   esc close" in running.text


async def test_the_scale_of_an_estimate_is_chosen_in_its_line(run_app: RunApp, tmp_path: Path) -> None:
    file = tmp_path / "rice.csv"
    file.write_text("Feature,Reach,Impact\nKeys,400,8\n", encoding="utf-8")
    async with run_app(size=(120, 45)) as running:
        await read(running, file)
        listed = running.app.screen.query_one(OptionList)
        shown = [str(listed.get_option_at_index(place).prompt) for place in range(listed.option_count)]
        place = next(place for place, words in enumerate(shown) if "impact (8)" in words)
        assert "no estimate: kept as a custom field" in shown[place]
        listed.highlighted = place
        await running.press("enter")
        await running.press(*"1 to 10", "enter")
        await running.settle()
        await until_shown(running, "1 to 10, with 10 as massive")
        await running.press("ctrl+s")
        await running.app.workers.wait_for_complete()
        estimates = await running.ask(lambda uow: uow.estimates.all(criterion_id=2))
        assert [round(one.central, 3) for one in estimates] == [2.4]
