import pytest

from pmtui.screens.dialogs.base import Dialog
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence, ConnectEvidence
from pmtui.services.evidence_triage import DismissEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.releases import AddRelease
from pmtui.services.roadmap import PutInHorizon
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.services.workspace import Command
from pmtui.widgets.evidence_rows import EvidenceRows
from tests.builders import HOSTILE
from tests.screens.conftest import RunApp
from tests.screens.running import Running

COMMANDS = (
    AddProblem("Invoices arrive too late", "Busy people wait", tags=("billing",)),
    AddProblem("Keys get lost"),
    AddEvidence("My invoice came after a month", company="Acme"),
    AddEvidence("Kein Wort über Rechnungsnummern"),
)
PLANNED = (
    SetEstimates(1, {"reach": "100", "impact": "1", "rice_confidence": "100%", "effort": "2"}),
    SetEstimates(2, {"reach": "40", "impact": "1", "rice_confidence": "100%", "effort": "1"}),
    PutInHorizon((1, 2), "next"),
    SetCapacity({"now": "1", "next": "2"}),
    AddRelease("Spring", "2030-04-01", "quiet"),
)


def under_cursor(running: Running) -> int | None:
    return running.app.screen.query_one(EvidenceRows).highlighted


async def test_answers_come_while_one_types_by_kind_and_with_their_number(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("/", *"invoi")
        assert "Problems (1)" in running.text
        assert "P-1     Invoices arrive too late" in running.text
        assert "Evidence (1)" in running.text
        assert "E-1     My invoice came after a month" in running.text


async def test_what_is_not_known_is_told_until_it_is_known(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("/", *"company:zz")
        assert "There is no company “zz”. Known: Acme." in running.text
        await running.press("backspace", "backspace", *"acme")
        assert "There is no company" not in running.text


async def test_a_dialog_that_is_there_to_be_read_can_be_searched_from(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("2", "B")
        assert "Who is heard" in running.text
        await running.press("/", "escape")
        assert "Who is heard" in running.text
        await running.press("/", *"keys", "enter")
        assert "─ P-2 ─" in running.text
        await running.press("escape")
        assert "─ P-2 ─" not in running.text
        assert "Who is heard" not in running.text


async def test_going_there_closes_also_what_the_dialog_was_opened_from(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("U", "enter", "/", *"keys", "enter")
        assert "─ P-2 ─" in running.text
        await running.press("escape")
        assert not any(isinstance(screen, Dialog) for screen in running.app.screen_stack)


@pytest.mark.parametrize(
    ("opened_by", "title"),
    [
        (("U",), "History"),
        (("S",), "Saved views"),
        (("4", "E"), "Lanes"),
        (("v", "y"), "Scorecards"),
        (("V", "v"), "Value against effort"),
        (("V", "c"), "Which of these two hurts customers more?"),
        (("7", "P"), "A plan for now and next"),
        (("7", "V", "g", "g", "enter"), "0 of 3 done"),
    ],
)
async def test_every_dialog_in_which_nothing_is_typed_can_be_searched_from(
    opened_by: tuple[str, ...], title: str, run_app: RunApp
) -> None:
    async with run_app(*COMMANDS, *PLANNED) as running:
        await running.press(*opened_by)
        await running.settle()
        assert title in running.text
        await running.press("/", *"keys", "enter")
        await running.settle()
        assert "─ P-2 ─" in running.text
        await running.press("escape")
        assert not any(isinstance(screen, Dialog) for screen in running.app.screen_stack)


async def test_several_remarks_leave_room_for_the_keys_on_a_small_terminal(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, size=(80, 24)) as running:
        await running.press("/", *"type:zz company:zz since:soon")
        assert "There is no company" in running.text
        assert "esc close" in running.text


async def test_enter_goes_to_the_first_one_and_escape_comes_back(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("/", *"keys", "enter")
        assert "Search" not in running.lines[2]
        assert "─ P-2 ─" in running.text
        await running.press("escape")
        assert "─ P-2 ─" not in running.text


async def test_the_arrows_pick_another_one_past_the_headings(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("/", *"invoi", "down", "enter")
        assert under_cursor(running) == 1
        assert "Acme" in running.text


async def test_keys_typed_faster_than_the_answers_come_are_all_obeyed(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.pilot.press("/", *"keys lost", "enter")
        await running.settle()
        assert "─ P-2 ─" in running.text


async def test_parts_of_words_are_found_too(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("/", *"nummern", "enter")
        assert under_cursor(running) == 2


@pytest.mark.parametrize("done", [DismissEvidence((2,), "said before"), ConnectEvidence((1,), (2,))])
async def test_a_piece_that_is_no_longer_to_do_is_gone_to_among_all(run_app: RunApp, done: Command) -> None:
    async with run_app(*COMMANDS, done) as running:
        await running.press("2", "/", *"nummern", "enter")
        assert under_cursor(running) == 2
        assert "2 shown of 2" in running.text
        await running.press("escape")
        assert "1 to do of 2" in running.text


async def test_a_key_that_is_typed_comes_first(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, AddEvidence("As P-2 says")) as running:
        await running.press("4", "/", *"p-2", "enter")
        assert "─ P-2 ─" in running.text


async def test_a_company_is_shown_with_its_evidence(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("/", *"acme", "enter")
        assert "C-1 Acme" in running.text
        assert "“My invoice" in running.text


async def test_a_tag_is_searched_for(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("/", *"billi", "enter")
        assert 'tag:"billing"' in running.text
        assert "P-1     Invoices arrive too late" in running.text


async def test_what_is_found_nowhere_is_said_and_enter_stays(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("/", *"zzzz", "enter")
        assert "Nothing holds this" in running.text
        await running.press(*["backspace"] * 4)
        assert "fields:" in running.text
        await running.press("escape")
        assert "Search everything" not in running.text


async def test_hostile_words_are_shown_and_searched_like_any_others(run_app: RunApp) -> None:
    async with run_app(*(AddEvidence(text[:300]) for text in HOSTILE)) as running:
        await running.press("/", *"is:evidence")
        assert f" of {len(HOSTILE)})" in running.text
        assert not any("\x1b" in line or "\u202e" in line for line in running.lines)
        await running.press(*["backspace"] * 11, *"[/b] 100% \\ '")
        assert running.app.crash is None
