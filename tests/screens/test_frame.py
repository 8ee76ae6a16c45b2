import asyncio
import time
from datetime import datetime, timedelta

import pytest
from textual.app import ComposeResult
from textual.events import Paste
from textual.widgets import Input

from pmtui.actions.registry import actions_of
from pmtui.app import LONGEST_PASTE
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Damage, Refusal
from pmtui.environment.config import Settings, read_settings
from pmtui.environment.drafts import load_draft
from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.leaving import Crash
from pmtui.services.board import SetLaneLimit
from pmtui.services.board_lists import board_view
from pmtui.services.history import newest_steps
from pmtui.services.problems import AddProblem, EditProblem
from pmtui.store.unit_of_work import UnitOfWork
from tests.screens.conftest import RunApp
from tests.screens.quiet_loop import QuietLoop

ONE = AddProblem("Keys get lost")


class Broken:
    """A command with a fault in it."""

    def run(self, uow: UnitOfWork) -> Outcome:
        raise ZeroDivisionError("a card says: Keys get lost")


class NoteForm(Dialog[str]):
    """A form of two fields."""

    FORM = "note"

    def compose_fields(self) -> ComposeResult:
        yield Input(id="title")
        yield Input(id="place")

    def result(self) -> str:
        title = self.values()["title"]
        if not title:
            raise Refusal("A note needs a title.")
        return title


async def test_digits_go_to_screens_and_the_tab_in_front_stands_out(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        assert "3 Problems  4 Board" in running.lines[1]
        assert "· Problems" in running.lines[0]
        await running.press("4")
        assert "· Board" in running.lines[0]
        await running.pilot.click("TabLine", offset=(16, 0))
        await running.settle()
        assert "· Problems" in running.lines[0]


async def test_all_tabs_are_named_where_there_is_room(run_app: RunApp) -> None:
    names = "2 Evidence 3 Problems 4 Board 5 Personas 6 Strategy 7 Roadmap 8 Decisions"
    async with run_app(ONE, size=(len(names) + 12, 24)) as running:
        await running.press("4")
        assert " ".join(running.lines[1].split()) == names
    async with run_app(ONE, size=(80, 24)) as running:
        await running.press("4")
        assert " ".join(running.lines[1].split()) == "2 3 4 Board 5 6 7 8"


async def test_too_small_a_screen_asks_for_room(run_app: RunApp) -> None:
    async with run_app(ONE, size=(59, 24)) as running:
        assert running.text.split("\n").count("") == 23
        assert "pmtui needs 60 × 18 characters of room." in running.text
    async with run_app(ONE, size=(60, 17)) as running:
        assert "pmtui needs 60 × 18" in running.text
    async with run_app(ONE, size=(60, 18)) as running:
        assert "pmtui needs" not in running.text


async def test_a_dialog_makes_way_for_the_sentence_that_asks_for_room_and_keeps_what_is_typed(run_app: RunApp) -> None:
    async with run_app(ONE, size=(80, 24)) as running:
        await running.press("a", *"Keys")
        await running.pilot.resize_terminal(50, 12)
        await running.settle()
        assert "pmtui needs 60 × 18 characters of room." in running.text
        assert "Keys" not in running.text
        await running.pilot.resize_terminal(80, 24)
        await running.press("!")
        assert "Keys!" in running.text


async def test_damage_is_told_at_length_once(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        for _ in range(3):
            running.app.show_refusal(Damage("The file is damaged.", "Put a copy in its place."))
        await running.settle()
        assert running.text.count("Put a copy in its place.") == 1


async def test_the_header_names_the_workspace_and_how_it_is_ranked(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        assert running.lines[0].startswith(" Test")
        assert "ranked by" in running.lines[0]


async def test_the_place_of_the_file_is_in_the_header_where_there_is_room_and_in_the_help(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        assert ":memory:" in running.lines[0]
        await running.press("?")
        assert "This workspace is :memory:" in running.text
    async with run_app(ONE, size=(60, 18)) as running:
        await running.press("?")
        assert "This workspace is :memory:" in running.text


async def test_help_lists_every_key_of_the_screen(run_app: RunApp) -> None:
    async with run_app(ONE, size=(120, 140)) as running:
        await running.press("4", "?")
        for action in actions_of("board"):
            assert action.help in running.text
        assert "WIP limit" in running.text
        await running.press("q")
        assert "Inbox 1" in running.text


async def test_the_palette_finds_an_action_and_starts_it(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("4", "ctrl+p", *"wip limit")
        assert "Set the WIP limit of the lane" in running.text
        await running.press("enter")
        assert "WIP limit of Inbox" in running.text


async def test_what_undoes_and_redoes_is_said_with_the_keys_the_user_chose(run_app: RunApp) -> None:
    async with run_app(ONE, settings=Settings(keys={"undo": "ctrl+z", "redo": "ctrl+y"})) as running:
        await running.press("4", "L")
        assert "ctrl+z undoes" in running.lines[-1]
        await running.press("ctrl+z")
        assert "ctrl+y redoes" in running.lines[-1]


async def test_undo_and_redo_tell_what_they_did(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("4", "L", "u")
        assert "ctrl+r redoes" in running.lines[-1]
        await running.press("ctrl+r")
        assert (await running.ask(board_view)).lanes[1].card_ids == (1,)


async def test_undo_takes_back_what_redo_brought_back(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("u", "ctrl+r", "u")
        assert "Undid: Added P-1" in running.lines[-1]


async def test_what_the_world_refuses_a_reading_is_told_and_ends_nothing(run_app: RunApp) -> None:
    async def read() -> None:
        raise Refusal("The file is locked by another program.", "Wait.")

    async with run_app(ONE) as running:
        running.app.run_worker(read())
        await running.settle()
        assert any("The file is locked" in line for line in running.lines)
        assert running.app.crash is None


async def test_the_history_lists_steps_and_marks_the_undone(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("4", "L", "u", "U")
        assert "Added P-1" in running.text
        assert "Moved P-1 to Discovering" in running.text
        assert "undone" in running.text


async def test_the_history_shows_what_a_step_changed(run_app: RunApp) -> None:
    async with run_app(ONE, EditProblem(1, {"title": "Keys vanish"})) as running:
        await running.press("U", "enter")
        assert "changed P-1 Keys vanish" in running.text
        assert "− Keys get lost" in running.text
        assert "+ Keys vanish" in running.text
        await running.press("q", "j", "enter")
        assert "made P-1 Keys get lost" in running.text


async def test_the_history_leads_back_and_forward_and_says_how_many_steps(run_app: RunApp) -> None:
    titles = [AddProblem(f"Problem {number}") for number in range(3)]
    async with run_app(*titles) as running:
        await running.press("U", "j", "j", "r")
        assert "Took 2 steps back" in running.text
        assert running.text.count("undone") == 2
        assert (await running.ask(board_view)).lanes[0].card_ids == (1,)
        await running.press("k", "r")
        assert "Did 1 step again" in running.text
        await running.press("down", "down", "r", "q")
        assert (await running.ask(board_view)).lanes[0].card_ids == ()
        await running.press("ctrl+r")
        assert (await running.ask(board_view)).lanes[0].card_ids == (1,)


async def test_the_history_says_in_what_time_it_tells(run_app: RunApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "JST-9")
    time.tzset()
    try:
        async with run_app(ONE) as running:
            at = (await running.ask(newest_steps))[0].at
            await running.press("U")
            assert "History, times in JST" in running.text
            assert f"{datetime.fromisoformat(at) + timedelta(hours=9):%Y-%m-%d %H:%M}" in running.text
    finally:
        monkeypatch.undo()
        time.tzset()


async def test_a_click_in_the_footer_does_what_the_key_does(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("4")
        await running.pilot.click("FooterLine", offset=(running.lines[-1].index("? Help"), 0))
        await running.settle()
        assert "Help: Board" in running.text


async def test_two_words_of_one_label_start_different_actions(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("4")
        at = running.lines[-1].index("H L Move")
        await running.pilot.click("FooterLine", offset=(at + 2, 0))
        await running.settle()
        assert "Moved P-1 to Discovering" in running.text


async def test_keys_can_be_changed(run_app: RunApp) -> None:
    async with run_app(ONE, settings=Settings(keys={"help": "f1", "move_card_right": ">"})) as running:
        await running.press("4", ">")
        assert "Moved P-1 to Discovering" in running.text
        assert "H > Move" in running.lines[-1]
        await running.press("f1")
        assert "Help: Board" in running.text


async def test_the_light_theme_is_used_when_asked_for(run_app: RunApp) -> None:
    async with run_app(ONE, settings=Settings(theme="pmtui-light")) as running:
        assert running.app.theme == "pmtui-light"


async def test_a_theme_of_textual_is_used_when_asked_for(run_app: RunApp) -> None:
    for name in ("nord", "ansi-dark", "ansi-light"):
        async with run_app(ONE, settings=Settings(theme=name)) as running:
            await running.press("4", "e")
            assert "Keys get lost" in running.text


async def test_a_theme_is_shown_while_one_chooses_and_kept_when_taken(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("T", *"nord")
        assert running.app.theme == "nord"
        await running.press("escape")
        assert running.app.theme == "pmtui-dark"
        await running.press("T", *"nord", "enter")
        assert running.app.theme == "nord"
        assert "Theme nord, also next time" in running.text
    assert read_settings().theme == "nord"


async def test_an_unknown_theme_is_refused(run_app: RunApp) -> None:
    with pytest.raises(Refusal, match="no theme “neon”"):
        async with run_app(settings=Settings(theme="neon")):
            pass


async def test_a_fault_in_a_change_is_told_and_logged_and_the_app_goes_on(
    run_app: RunApp, caplog: pytest.LogCaptureFixture
) -> None:
    async with run_app(ONE) as running:
        with pytest.raises(Refusal, match="because of a bug"):
            await running.app.carry_out(Broken())
        assert "a change failed" in caplog.text
        await running.press("4", "L")
        assert "Moved P-1 to Discovering" in running.text


async def test_a_closed_form_offers_what_was_typed_again(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        running.app.push_screen(NoteForm("Note"))
        await running.press(*"Hello", "escape")
        running.app.push_screen(NoteForm("Note"))
        await running.settle()
        assert "Hello" in running.text
        assert "What you typed here last time is back" in running.text
        await running.press("ctrl+n")
        assert "Hello" not in running.text
        assert load_draft(running.workspace.uuid, "note") == {}


async def test_keys_of_a_burst_reach_the_fields_in_their_order(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        form = NoteForm("Note")
        running.app.push_screen(form)
        await running.burst(*"Helpo", "backspace", "backspace", *"lo", "tab", *"here", "home", "T")
        assert form.values() == {"title": "Hello", "place": "There"}


async def test_what_is_typed_after_a_dialog_has_closed_reaches_what_is_in_front(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("4")
        running.app.push_screen(NoteForm("Note"))
        await running.burst(*"Hello", "escape", "L")
        assert "Moved P-1 to Discovering" in running.text


async def test_a_form_that_refuses_stays_open_and_a_saved_one_leaves_no_draft(run_app: RunApp) -> None:
    saved: list[str | None] = []
    async with run_app(ONE) as running:
        running.app.push_screen(NoteForm("Note"), saved.append)
        await running.press("ctrl+s")
        assert "A note needs a title." in running.text
        await running.press(*"Hello", "ctrl+s")
        assert saved == ["Hello"]
        assert load_draft(running.workspace.uuid, "note") == {}


async def test_q_closes_a_dialog_but_is_a_letter_in_a_text_field(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        running.app.push_screen(NoteForm("Note"))
        await running.press("q")
        assert isinstance(running.app.screen, NoteForm)
        await running.press("escape", "?", "q")
        assert running.app.is_running
        assert "Help" not in running.lines[0]


async def test_q_on_a_screen_quits(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.pilot.press("q")
        await running.pilot.pause()
        assert running.app.return_code == 0


async def test_a_change_of_another_program_is_told_and_shown(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        await running.press("4")
        await running.workspace.run(SetLaneLimit(1, 5))
        running.app.changed.publish(await running.workspace.run(SetLaneLimit(1, 6)))
        await running.settle()
        assert "Inbox 1/6" in running.text


async def test_what_is_pasted_is_cleaned_before_it_is_shown(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        form = NoteForm("Note")
        running.app.push_screen(form)
        await running.settle()
        running.app.post_message(Paste("a\x1b[31mb\x9b"))
        await running.settle()
        assert form.values()["title"] == "a\ufffd[31mb\ufffd"


async def test_too_long_a_paste_is_cut_and_told(run_app: RunApp) -> None:
    async with run_app(ONE) as running:
        form = NoteForm("Note")
        running.app.push_screen(form)
        await running.settle()
        running.app.post_message(Paste("a" * (LONGEST_PASTE + 5)))
        await running.settle()
        assert len(form.values()["title"]) == LONGEST_PASTE
        assert "characters were pasted" in running.text


def test_a_fault_nobody_expected_ends_the_app_with_status_1_and_is_kept(run_app: RunApp) -> None:
    async def run() -> None:
        async with run_app(ONE) as running:
            app = running.app
            app.call_later(_fail)
            await running.pilot.pause()
            await running.pilot.pause()
            assert app.return_code == 1
            assert isinstance(app.crash, ZeroDivisionError)

    with pytest.raises(Crash) as ended, asyncio.Runner(loop_factory=QuietLoop) as runner:
        runner.run(run())
    assert "secret" not in str(ended.value)


def _fail() -> None:
    raise ZeroDivisionError("secret words of a card")


@pytest.mark.parametrize("key", ["/", "?", "U", "S", "V", "w"])
async def test_saving_where_there_is_nothing_to_save_is_said_and_ends_nothing(run_app: RunApp, key: str) -> None:
    async with run_app(ONE) as running:
        await running.press("3", key)
        dialog = running.app.screen
        await running.press("ctrl+s")
        assert running.app.screen is dialog
        assert "nothing to save here" in running.text


async def test_lines_pasted_into_a_field_of_one_line_become_spaces(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("a")
        running.app.post_message(Paste("Keys get\nlost"))
        await running.settle()
        assert "Keys get lost" in running.text
