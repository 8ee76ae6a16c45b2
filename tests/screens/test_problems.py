"""The Problems screen: what is listed, what the pane shows, and what the keys do to the selection."""

import asyncio

import pytest
from textual.events import Key
from textual.selection import SELECT_ALL

from pmtui.domain.keys import Kind
from pmtui.screens.base import READ_GROUP
from pmtui.screens.problems import ProblemsScreen
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.details import problem_detail
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.history import newest_steps
from pmtui.services.lists import MANY, problem_list, problem_page
from pmtui.services.problems import AddManyProblems, AddProblem, EditProblem, SetField, TagProblems
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Command
from pmtui.store.unit_of_work import UnitOfWork
from pmtui.widgets.problem_rows import ProblemRows
from tests.screens.conftest import RunApp
from tests.screens.running import Running


def rice(number: int, reach: str) -> SetEstimates:
    return SetEstimates(number, {"reach": reach, "impact": "2", "rice_confidence": "80%", "effort": "2"})


PROBLEMS: tuple[Command, ...] = (
    AddProblem("Keys get lost", "Nobody knows who has **the key**", tags=("access",)),
    AddProblem("Invoice comes late", tags=("billing", "trust")),
    AddProblem("Cleaner waits outside"),
    rice(1, "200..800"),
    rice(2, "900"),
    AddEvidence("My key is with the old cleaner", author="Ana", occurred_on="2026-11-02", problems=(1,)),
)


def cursor(running: Running) -> int | None:
    return running.app.screen.query_one(ProblemRows).highlighted


def listed(running: Running) -> list[int | str]:
    return list(running.app.screen.query_one(ProblemRows).entries)


def order(uow: UnitOfWork) -> tuple[int | str, ...]:
    return problem_list(uow, ProblemFilter()).entries


def steps(uow: UnitOfWork) -> list[str]:
    return [step.label for step in newest_steps(uow)]


async def settled(running: Running) -> None:
    """Wait until the pane has been read for where the cursor rests."""
    await running.pilot.pause(0.15)
    await running.settle()


async def test_problems_are_listed_by_rank_and_those_without_a_score_below_with_what_they_miss(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        assert "2 ranked · 1 needs estimates" in running.text
        first, second, third = (
            next(line for line in running.lines if title in line.split("▏")[0])
            for title in ("Invoice comes", "Keys get", "Cleaner waits")
        )
        assert [running.lines.index(line) for line in (first, second, third)] == sorted(
            running.lines.index(line) for line in (first, second, third)
        )
        assert "needs" in third


async def test_an_empty_screen_says_what_belongs_here_and_which_keys_start(run_app: RunApp) -> None:
    async with run_app() as running:
        assert "No problems yet" in running.text
        assert "a adds one, I imports a file" in running.text


async def test_the_pane_shows_the_problem_under_the_cursor_once_it_rests(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, size=(160, 45)) as running:
        await running.press("j")
        await settled(running)
        for words in ("P-1 Keys get lost", "who has **the key**", "200..800 → 400", "1 piece from 1 customer", "Ana"):
            assert words in running.text
        assert "Flips with P-2 (above) if" in running.text


async def test_cursor_and_sheet_move_in_one_frame(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await settled(running)
        running.app.screen.query_one(ProblemRows).move_cursor(1)
        assert "Keys get lost" in running.app.screen.query_one(SheetPane).get_selection(SELECT_ALL)[0]


async def test_what_was_read_ahead_is_read_again_after_a_change(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await settled(running)
        await running.app.carry_out(EditProblem(1, {"title": "Keys are lost"}))
        await settled(running)
        running.app.screen.query_one(ProblemRows).move_cursor(1)
        assert "Keys are lost" in running.app.screen.query_one(SheetPane).get_selection(SELECT_ALL)[0]


async def test_in_a_narrow_terminal_the_pane_opens_over_the_list_and_closes_again(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, size=(80, 24)) as running:
        assert "against P-1" not in running.text
        await running.press("enter")
        await settled(running)
        assert "against P-1" in running.text
        assert "2 ranked" not in running.text
        await running.press("l")
        await settled(running)
        assert "P-1 Keys get lost" in running.text
        await running.press("q")
        assert "2 ranked" in running.text
        assert cursor(running) == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)])
async def test_words_of_people_are_shown_word_for_word(run_app: RunApp, size: tuple[int, int]) -> None:
    hostile = "[/] [x] [@click=app.quit]q[/] \x1b[31mred"
    async with run_app(AddProblem(hostile, hostile, notes=hostile, tags=("[b]",)), size=size) as running:
        await running.press("enter")
        await settled(running)
        assert "[/] [x] [@click=app.quit]q[/]" in running.text
        assert "\x1b" not in running.text
        for key in ("w", "q", "e", "escape", "s", "escape", "c", "escape", "t", "escape"):
            await running.press(key)
        assert running.app.is_running


async def test_a_new_problem_is_kept_and_gets_the_cursor(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("a", *"Too", "space", *"loud", *["tab"] * 5, *"At", "space", *"night", "ctrl+s")
        detail = await running.ask(lambda uow: problem_detail(uow, 4))
        assert (detail.title, detail.statement, detail.lane) == ("Too loud", "At night", "Inbox")
        assert cursor(running) == 4
        assert "Added P-4 · u undoes" in running.text


async def test_a_form_that_is_refused_stays_open_with_what_was_typed(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("a", "tab", *"Text", "ctrl+s")
        assert "A problem needs a title" in running.text
        assert "Text" in running.text


async def test_a_half_typed_form_comes_back(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("a", *"Half", "escape", "a")
        assert "Half" in running.text
        assert "ctrl+n starts afresh" in running.text
        await running.press("ctrl+n")
        assert "Half" not in running.text


async def test_editing_changes_fields_and_tags_as_one_step(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("j", "e", "end", *"!", *["tab"] * 7, "end", *",new", "ctrl+s")
        detail = await running.ask(lambda uow: problem_detail(uow, 1))
        assert (detail.title, detail.tags) == ("Keys get lost!", ("access", "new"))
        await running.press("u")
        detail = await running.ask(lambda uow: problem_detail(uow, 1))
        assert (detail.title, detail.tags) == ("Keys get lost", ("access",))


async def test_what_was_changed_elsewhere_meanwhile_is_not_overwritten(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("j", "e", "end", *"!")
        await running.workspace.run(EditProblem(1, {"title": "Their words"}))
        await running.press("ctrl+s")
        assert "was changed meanwhile" in running.text
        assert (await running.ask(lambda uow: problem_detail(uow, 1))).title == "Their words"


async def test_deleting_just_deletes_and_undo_brings_all_back(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("*", "d")
        assert await running.ask(order) == ()
        assert "No problems yet" in running.text
        await running.press("u")
        assert await running.ask(order) == (2, 1, 3)
        assert listed(running) == [2, 1, "need estimates", 3]


async def test_verbs_work_on_the_selection_as_one_step(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("space", "space")
        assert "2 selected" in running.text
        await running.press("i", "n")
        assert (await running.ask(steps))[0] == "Set horizon to now on P-2, P-1"
        await running.press("M", "down", "enter")
        assert (await running.ask(lambda uow: problem_detail(uow, 2))).lane == "Discovering"
        await running.press("D", *"No", "enter")
        assert await running.ask(order) == (3,)
        assert (await running.ask(lambda uow: problem_detail(uow, 1))).horizon_reason == "No"


async def test_tags_that_only_some_have_are_left_alone(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("space", "space", "t", *"urgent", "enter", "ctrl+s")
        assert (await running.ask(lambda uow: problem_detail(uow, 1))).tags == ("access", "urgent")
        assert (await running.ask(lambda uow: problem_detail(uow, 2))).tags == ("billing", "trust", "urgent")


async def test_a_filter_is_told_and_escape_shows_all_again(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, TagProblems((3,), ("access",))) as running:
        await running.press("f", *"keys", "enter")
        assert listed(running) == [1]
        assert "with “keys” · esc shows all" in running.text
        await running.press("escape")
        assert listed(running) == [2, 1, "need estimates", 3]


async def test_nothing_found_says_how_to_see_all(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("f", *"zzz", "enter")
        assert "No problem matches. esc shows all again" in running.text


async def test_declined_problems_are_shown_by_the_filter_only(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, SetField((1,), "horizon", "declined", "not ours")) as running:
        assert listed(running) == [2, "need estimates", 3]
        await running.press("f", "tab", "tab", "tab", "tab", "enter", "down", "down", "down", "enter", "ctrl+s")
        assert listed(running) == [1]
        assert "1 declined" in running.text


async def test_the_list_can_be_ordered_and_grouped(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("o", "k")
        assert listed(running) == [1, 2, 3]
        assert "by key" in running.text
        await running.press("b", "t")
        assert listed(running) == ["access", 1, "billing", 2, "No tag", 3]


async def test_evidence_is_connected_by_ticking_it(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("c", *"old", "space", *"cleaner", "enter", "ctrl+s")
        assert (await running.ask(lambda uow: problem_detail(uow, 2))).evidence_count == 1
        assert "Connected E-1 to P-2" in running.text
        await running.press("c", "enter", "ctrl+s")
        assert (await running.ask(lambda uow: problem_detail(uow, 2))).evidence_count == 0


async def test_a_new_piece_of_evidence_can_be_written_for_a_problem(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("c", *"Too late", "enter")
        assert "New evidence for P-2" in running.text
        await running.press("ctrl+s")
        detail = await running.ask(lambda uow: problem_detail(uow, 2))
        assert [piece.words for piece in detail.evidence] == ["Too late"]


async def test_a_date_that_is_none_is_refused_in_the_form(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("c", "ctrl+n", *"Text", *["tab"] * 5, *"x", "ctrl+s")
        assert "is not a date" in running.text
        assert (await running.ask(lambda uow: problem_detail(uow, 2))).evidence_count == 0


async def test_why_names_formula_factors_and_what_swaps_neighbours(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("w")
        assert "reach × impact × confidence ÷ max(effort, 0.5)" in running.text
        assert "Below: P-1 Keys get lost" in running.text
        assert "swap if reach falls below 400" in running.text


async def test_equal_scores_are_said_to_be_tied(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, rice(3, "900")) as running:
        await running.press("w")
        assert "tied with P-3" in running.text


async def test_the_screen_watches_what_it_shows() -> None:
    assert {Kind.PROBLEM, Kind.ESTIMATE, Kind.TAG, Kind.LANE, Kind.COMPANY} <= ProblemsScreen.WATCHES


async def test_keys_typed_before_a_form_is_there_go_into_the_form(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        for character in "adogs":
            running.app.post_message(Key(character, character))
        await running.settle()
        assert "dogs" in running.text
        assert await running.ask(order) == (2, 1, 3)


async def test_escape_closes_an_open_choice_before_it_closes_the_form(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("f", "tab", "enter", "escape")
        assert "Filter" in running.text


async def test_a_reading_that_gives_way_to_another_leaves_it_the_first_page(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        screen, first_page = ProblemsScreen(), asyncio.get_running_loop().create_future()
        running.app.first_page = first_page
        await running.app.push_screen(screen)
        await running.pilot.pause()
        screen.workers.cancel_group(screen, READ_GROUP)
        screen._stale = True
        screen.read_if_stale()
        await running.pilot.pause()
        assert not first_page.cancelled()
        first_page.set_result(await running.workspace.ask(problem_page, ProblemFilter(), 10))
        await running.settle()
        assert screen.query_one(ProblemRows).entries.place(1) is not None


async def test_a_list_that_began_with_its_first_rows_goes_on_to_the_last(run_app: RunApp) -> None:
    many = 19 * MANY
    titles = tuple(f"Problem {number}" for number in range(1, many + 1))
    scored = (rice(number, "9") for number in range(1, 21))
    async with run_app(AddManyProblems(titles, AddProblem("")), *scored, size=(60, 18)) as running:
        await running.press("G")
        assert f"Problem {many}" in running.text


async def test_a_menu_of_letters_is_also_walked_with_the_arrows_and_enter(run_app: RunApp) -> None:
    async with run_app(AddProblem("Keys get lost")) as running:
        await running.press("i", *["down"] * 3, "up", "up", "enter")
        assert (await running.ask(lambda uow: uow.problems.get(1))).need == "potential"
