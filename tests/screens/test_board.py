import pytest
from rich.cells import cell_len

from pmtui.domain.text import clean_line
from pmtui.screens.board import BoardScreen
from pmtui.services.board import EditLane, SetLaneLimit, ShiftCards
from pmtui.services.board_lists import board_view
from pmtui.services.evidence import AddEvidence
from pmtui.services.evidence_triage import DismissEvidence
from pmtui.services.problems import AddProblem
from pmtui.store.unit_of_work import UnitOfWork
from pmtui.widgets.lane import Lane
from tests.builders import HOSTILE
from tests.screens.conftest import RunApp
from tests.screens.running import Running

THREE = (AddProblem("Keys get lost"), AddProblem("Invoice comes late"), AddProblem("Cleaner waits outside"))


def lanes(uow: UnitOfWork) -> list[tuple[int, ...]]:
    return [lane.card_ids for lane in board_view(uow).lanes]


def shown_lanes(running: Running) -> list[tuple[int, ...]]:
    return [lane.view.card_ids for lane in running.app.screen.query(Lane)]


def cursor(running: Running) -> int | None:
    assert isinstance(running.app.screen, BoardScreen)
    return running.app.screen.current()


async def test_the_newest_card_is_on_top_and_under_the_cursor(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4")
        assert "Inbox 3" in running.text
        assert "█ P-3" in running.text
        assert running.text.index("Cleaner waits") < running.text.index("Keys get lost")


async def test_wide_lanes_say_how_well_evidence_supports_a_card(run_app: RunApp) -> None:
    said = AddEvidence("My key is with the old cleaner", problems=(1,))
    async with run_app(*THREE, said, size=(300, 45)) as running:
        await running.press("4")
        await running.settle()
        assert "1 ev · conf. 0.0" not in running.text
        assert "1 ev · conf. " in running.text
        assert "0 ev · conf. " not in running.text


async def test_a_card_moved_right_stays_under_the_cursor_and_is_kept(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "j", "L", "L")
        assert (await running.ask(lanes))[:3] == [(3, 1), (), (2,)]
        assert shown_lanes(running) == await running.ask(lanes)
        assert cursor(running) == 2
        assert "Moved P-2 to Defined · u undoes" in running.text
        await running.press("u", "u")
        assert (await running.ask(lanes))[0] == (3, 2, 1)
        assert cursor(running) == 2


async def test_a_card_is_shown_in_its_new_lane_before_the_file_is_written(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4")
        await running.pilot.press("L")
        assert shown_lanes(running)[1] == (3,)


async def test_a_held_key_ends_where_the_file_ends(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", *"LLLHLJKLH")
        assert shown_lanes(running) == await running.ask(lanes)
        assert cursor(running) == 3


async def test_a_card_moves_down_and_up_in_its_lane(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "J")
        assert (await running.ask(lanes))[0] == (2, 3, 1)
        await running.press("J", "J", "K")
        assert (await running.ask(lanes))[0] == (2, 3, 1)
        assert shown_lanes(running)[0] == (2, 3, 1)
        assert cursor(running) == 3


async def test_the_selection_moves_up_and_down_as_one_step(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "space", "space", "J")
        assert (await running.ask(lanes))[0] == shown_lanes(running)[0] == (1, 3, 2)
        assert "Moved 2 cards down" in running.text
        await running.press("J")
        assert (await running.ask(lanes))[0] == shown_lanes(running)[0] == (1, 3, 2)
        await running.press("u")
        assert (await running.ask(lanes))[0] == (3, 2, 1)


async def test_the_selection_moves_as_one_step(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "space", "space", "L")
        assert (await running.ask(lanes))[:2] == [(1,), (3, 2)]
        assert "Moved 2 cards to Discovering" in running.text
        assert running.text.count("✓ P-") == 2
        await running.press("u")
        assert (await running.ask(lanes))[0] == (3, 2, 1)


async def test_everything_can_be_selected_and_deselected(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "*")
        assert running.text.count("✓ P-") == 3
        await running.press("*")
        assert running.text.count("✓ P-") == 0


async def test_passing_a_limit_is_told_and_can_be_undone(run_app: RunApp) -> None:
    async with run_app(*THREE, ShiftCards((1,), 1), SetLaneLimit(2, 1)) as running:
        await running.press("4", "L")
        assert "Discovering now holds 2, over its limit of 1" in running.text
        assert "Discovering ! 2/1" in running.text
        await running.press("u")
        assert "Discovering 1/1" in running.text


async def test_a_full_strict_lane_refuses_and_the_card_stays(run_app: RunApp) -> None:
    async with run_app(*THREE, ShiftCards((1,), 1), EditLane(2, "Doing", "active", 1, True)) as running:
        await running.press("4", "L")
        assert "Doing is full (1 of 1, strict)." in running.text
        assert (await running.ask(lanes))[:2] == [(3, 2), (1,)]
        assert shown_lanes(running) == await running.ask(lanes)


async def test_a_card_can_not_leave_the_board(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "H")
        assert "can't move further left" in running.text
        assert (await running.ask(lanes))[0] == (3, 2, 1)


async def test_the_limit_of_a_lane_is_set_and_lifted(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "W", "2", "enter")
        assert "Inbox ! 3/2" in running.text
        await running.press("W", "backspace", "enter")
        assert "Inbox 3" in running.text
        await running.press("W", "x", "enter")
        assert "A WIP limit is a whole number from 1 up." in running.text


async def test_the_filter_shows_only_cards_with_its_words(run_app: RunApp) -> None:
    async with run_app(*THREE, AddProblem("Late again", tags=("billing",))) as running:
        await running.press("4", "f", *"late", "enter")
        assert shown_lanes(running)[0] == (4, 2)
        await running.press("f", *["backspace"] * 4, *"#billing", "enter")
        assert shown_lanes(running)[0] == (4,)
        assert "only “#billing”" in running.text
        await running.press("f", *["backspace"] * 8, "enter")
        assert len(shown_lanes(running)[0]) == 4


async def test_words_typed_faster_than_the_filter_opens_are_in_it(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4")
        await running.burst("f", *"late", "enter")
        assert "only “late”" in running.text
        await running.burst("f", "ctrl+u", *"keys", "enter")
        assert "only “keys”" in running.text


async def test_the_filter_takes_several_tags(run_app: RunApp) -> None:
    tagged = (AddProblem("One", tags=("billing",)), AddProblem("Both", tags=("billing", "trust")))
    async with run_app(*tagged) as running:
        await running.press("4", "f", *"#billing", "space", *"#trust", "enter")
        assert shown_lanes(running)[0] == (2,)


async def test_a_filtered_lane_still_tells_what_it_holds_against_its_limit(run_app: RunApp) -> None:
    async with run_app(*THREE, SetLaneLimit(1, 2), AddProblem("Late again", tags=("billing",))) as running:
        await running.press("4", "f", *"#billing", "enter")
        assert shown_lanes(running)[0] == (4,)
        assert "! 1 of 4/2" in running.text


async def test_escape_selects_none_and_then_shows_all_cards_again(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "f", *"late", "enter", "space", "escape")
        assert "✓ P-" not in running.text
        assert "only “late”" in running.text
        await running.press("escape")
        assert len(shown_lanes(running)[0]) == 3
        assert "only “late”" not in running.text


async def test_an_empty_board_says_how_to_start(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("4")
        assert "No problems yet" in running.text


async def test_four_lanes_are_seen_at_80_columns_and_the_lane_in_use_is_in_sight(run_app: RunApp) -> None:
    async with run_app(*THREE, size=(80, 24)) as running:
        await running.press("4")
        assert all(name in running.text for name in ("Inbox", "Discovering", "Defined", "Solving"))
        await running.press(*"llllll")
        assert "Learned 0" in running.text
        await running.press(*"hhhhhh")
        assert "Inbox 3" in running.text


@pytest.mark.parametrize("width", [80, 100, 132])
async def test_no_lane_is_cut_at_the_edge_of_the_screen(run_app: RunApp, width: int) -> None:
    async with run_app(*THREE, size=(width, 24)) as running:
        await running.press("4")
        lanes = [lane.region for lane in running.app.screen.query(Lane)]
        assert all(region.right <= width for region in lanes if region.x < width)


async def test_a_card_can_be_dragged_to_another_lane(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4")
        second = running.app.screen.query(Lane)[1]
        await running.pilot.mouse_down(Lane, offset=(5, 3))
        await running.pilot.hover(offset=(second.region.x + 3, second.region.y + 5))
        await running.pilot.mouse_up(offset=(second.region.x + 3, second.region.y + 5))
        await running.settle()
        assert (await running.ask(lanes))[:2] == [(2, 1), (3,)]


async def test_a_click_puts_the_cursor_on_a_card(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4")
        await running.pilot.click(Lane, offset=(5, 7))
        await running.settle()
        assert cursor(running) == 2


async def test_titles_are_shown_word_for_word(run_app: RunApp) -> None:
    async with run_app(AddProblem("[/] [@click=app.quit]x[/]"), AddProblem("[ABC-123] fix")) as running:
        await running.press("4")
        assert "[ABC-123] fix" in running.text
        assert "[/]" in running.text


async def test_a_change_made_elsewhere_is_shown(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4")
        await running.app.carry_out(ShiftCards((3,), 1))
        await running.settle()
        assert shown_lanes(running)[1] == (3,)


async def test_lanes_are_edited_in_their_dialog(run_app: RunApp) -> None:
    async with run_app(*THREE) as running:
        await running.press("4", "E", "a", *"Parked", "tab", "tab", "7", "ctrl+s")
        assert "limit 7" in running.text
        await running.press("K")
        assert [lane.name for lane in (await running.ask(board_view)).lanes][-2:] == ["Parked", "Learned"]
        await running.press("e", "end", *"ed", "ctrl+s")
        names = [lane.name for lane in (await running.ask(board_view)).lanes]
        assert names[-2:] == ["Parkeded", "Learned"]
        await running.press("d", "escape")
        assert len((await running.ask(board_view)).lanes) == 7


async def test_hostile_titles_and_lane_names_leave_every_line_in_place(run_app: RunApp) -> None:
    cards = [AddProblem(text, tags=("a]b",)) for text in HOSTILE if clean_line(text)]
    async with run_app(*cards, EditLane(1, "[/] [@click=app.quit]", "waiting", 1, False), size=(100, 60)) as running:
        await running.press("4", "G", "L", "W", "escape", "E", "escape", "U", "escape")
        assert {cell_len(line) for line in running.lines} == {100}
        assert "\x1b" not in running.text
        assert "[/]" in running.lines[3]


async def test_a_piece_that_counts_again_is_counted_on_its_card_again(run_app: RunApp) -> None:
    said = (AddProblem("Keys get lost"), AddEvidence("Gone", problems=(1,)), DismissEvidence((1,), "a joke"))
    async with run_app(*said) as running:
        await running.press("4")
        assert "0 ev" in running.text
        await running.press("u")
        assert "1 ev" in running.text
