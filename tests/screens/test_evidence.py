"""The Evidence screen: what is to do, what the pane shows, and what the keys do to the selection."""

import pytest
from textual.events import Paste

from pmtui.screens.evidence_pane import EvidencePane
from pmtui.services.duplicates import MergeEvidence
from pmtui.services.evidence import AddEvidence, ConnectEvidence
from pmtui.services.evidence_triage import DismissEvidence
from pmtui.services.personas import AddPersona
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Command
from pmtui.widgets.evidence_rows import EvidenceRows
from tests.screens.conftest import RunApp
from tests.screens.running import Running

INBOX: tuple[Command, ...] = (
    AddProblem("Keys get lost", "The cleaner has no key"),
    AddProblem("Invoice comes late"),
    AddEvidence("My key is with the old cleaner. Nobody knows.", "ticket", "desk", "Ana", "2026-03-02"),
    AddEvidence("The invoice came in May\nagain", "review", "App Store", "Bob", "2026-03-01"),
    AddEvidence("Third key lost this year", "ticket", "desk", "Cid", "2026-02-01"),
    AddEvidence("Nice app", "review", "App Store", occurred_on="2026-01-01"),
    ConnectEvidence((1,), (3,)),
)


def listed(running: Running) -> list[int | str]:
    return list(running.app.screen.query_one(EvidenceRows).entries)


def cursor(running: Running) -> int | None:
    return running.app.screen.query_one(EvidenceRows).highlighted


async def links(running: Running) -> list[tuple[int, int]]:
    found = await running.ask(lambda uow: uow.problem_evidence.all())
    return sorted((link.problem_id, link.evidence_id) for link in found)


async def test_it_lists_what_is_to_do_the_newest_first_with_the_whole_text_beside_it(run_app: RunApp) -> None:
    async with run_app(*INBOX, size=(140, 36)) as running:
        await running.press("2")
        assert listed(running) == [1, 2, 4]
        assert "3 to do of 4" in running.text
        assert "My key is with the old cleaner. Nobody knows." in running.text
        assert "Not connected yet" in running.text
        await running.press("j")
        assert "again" in running.text


async def test_an_empty_screen_says_what_belongs_there(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("2")
        assert "No evidence yet" in running.text
        await running.press("j", "c", "n", "D", "i", "t", "d", "m", "M", "enter", "z", "space", "*", "escape", "e")
        assert "No evidence yet" in running.text


async def test_an_emptied_inbox_says_so(run_app: RunApp) -> None:
    async with run_app(*INBOX, DismissEvidence((1, 2, 4), "old")) as running:
        await running.press("2")
        assert "Nothing is left to do" in running.text


async def test_c_and_enter_connect_to_the_likeliest_problem_and_go_on_to_the_next_piece(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "c")
        assert "Which problem does E-1 speak of?" in running.text
        await running.press("enter")
        assert await links(running) == [(1, 1), (1, 3)]
        assert (listed(running), cursor(running)) == ([2, 4], 2)
        assert "2 to do of 4" in running.text
        await running.press("u")
        assert listed(running) == [1, 2, 4]


async def test_space_ticks_several_problems_and_a_typed_word_searches(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "c", "space", "i", "n", "v", "down", "space", "enter")
        assert await links(running) == [(1, 1), (1, 3), (2, 1)]


async def test_a_connection_is_taken_off_in_the_same_picker(run_app: RunApp) -> None:
    async with run_app(*INBOX, ConnectEvidence((1,), (1,))) as running:
        await running.press("2", "f", *"is:connected", "enter")
        assert listed(running) == [1, 3]
        await running.press("c")
        assert "✓ P-1" in running.text
        await running.press(*"keys", "down", "space", "enter")
        assert await links(running) == [(1, 3)]


async def test_a_selection_is_triaged_as_one_step(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "*", "c", *"keys", "enter")
        assert await links(running) == [(1, 1), (1, 2), (1, 3), (1, 4)]
        assert "Nothing is left to do" in running.text
        await running.press("u")
        assert await links(running) == [(1, 3)]


async def test_n_makes_a_problem_of_a_piece_with_its_first_sentence_as_the_title(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "n", "enter")
        assert (await running.ask(lambda uow: uow.problems.get(3))).title == "My key is with the old cleaner"
        assert (3, 1) in await links(running)
        assert listed(running) == [2, 4]


async def test_a_piece_is_dismissed_with_a_reason_and_taken_up_again(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "D", *"spam", "enter")
        assert (await running.ask(lambda uow: uow.evidence.get(1))).dismissed_reason == "spam"
        assert listed(running) == [2, 4]
        await running.press("f", *"is:dismissed", "enter")
        assert listed(running) == [1]
        assert "Dismissed: spam" in running.text
        await running.press("D")
        assert (await running.ask(lambda uow: uow.evidence.get(1))).dismissed_reason == ""


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        (("t", "i"), "evidence_type", "interview"),
        (("k", *"sales", "enter"), "kind", "sales note"),
        (("k", *"rumour", "enter"), "kind", "rumour"),
        (("p", *"busy", "enter"), "persona_id", 1),
        (("c", *"Acme", "enter"), "company_id", 1),
        (("d", *"2025-12", "enter"), "occurred_on", "2025-12"),
        (("s", *"none", "enter"), "source", ""),
    ],
)
async def test_i_sets_a_field_of_all_that_are_selected(
    run_app: RunApp, keys: tuple[str, ...], field: str, value: object
) -> None:
    async with run_app(*INBOX, AddPersona("Busy parents")) as running:
        await running.press("2", "space", "space", "i", *keys)
        pieces = await running.ask(lambda uow: [uow.evidence.get(1), uow.evidence.get(2)])
        assert [getattr(piece, field) for piece in pieces] == [value, value]


async def test_tags_and_deleting_work_on_the_selection(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "space", "space", "t", *"late", "ctrl+s")
        assert len(await running.ask(lambda uow: uow.evidence_tags.all())) == 2
        await running.press("d")
        assert listed(running) == [4]


async def test_a_piece_is_added_and_edited_in_a_form(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "a", *"Late", "ctrl+s")
        assert cursor(running) == 5
        assert (await running.ask(lambda uow: uow.evidence.get(5))).text == "Late"
        await running.press("e", *"Very_", "ctrl+s")
        assert (await running.ask(lambda uow: uow.evidence.get(5))).text == "Very_Late"


async def test_words_are_marked_with_keys_and_become_the_quote(run_app: RunApp) -> None:
    async with run_app(*INBOX, size=(140, 36)) as running:
        await running.press("2", "m")
        assert "↑ ↓ sentence" in running.text
        await running.press("l", "v", "l", "l", "m")
        assert (await running.ask(lambda uow: uow.evidence.get(1))).quote == "key is with"
        assert [mark.fragment for mark in await running.ask(lambda uow: uow.highlights.all())] == ["key is with"]
        assert "3 to do" in running.text
        await running.press("m", "j", "shift+right", "m")
        assert (await running.ask(lambda uow: uow.evidence.get(1))).quote == "Nobody knows."


async def test_escape_leaves_marking_and_the_list_moves_again(run_app: RunApp) -> None:
    async with run_app(*INBOX, size=(140, 36)) as running:
        await running.press("2", "tab", "j", "escape", "j")
        assert cursor(running) == 2
        assert await running.ask(lambda uow: uow.highlights.all()) == []


async def test_without_room_the_text_has_the_whole_screen(run_app: RunApp) -> None:
    async with run_app(*INBOX, size=(80, 24)) as running:
        await running.press("2")
        assert not running.app.screen.query_one(EvidencePane).display
        await running.press("enter")
        assert "Nobody knows." in running.text
        await running.press("l")
        assert "The invoice came in May" in running.text
        await running.press("q")
        assert running.app.screen.query_one(EvidenceRows).display
        await running.press("m", "m", "escape")
        assert (await running.ask(lambda uow: uow.evidence.get(2))).quote == "The"


async def test_likely_duplicates_are_shown_and_merged(run_app: RunApp) -> None:
    twice = AddEvidence("My key is with the old cleaner. Nobody knows.", author="Ana", occurred_on="2026-03-03")
    async with run_app(*INBOX, twice, size=(140, 40)) as running:
        await running.press("2")
        assert "Likely the same" in running.text
        await running.press("M", "enter")
        merged = await running.ask(lambda uow: uow.evidence.all(duplicate_of=5))
        assert [piece.id for piece in merged] == [1]
        assert listed(running) == [5, 2, 4]


async def test_where_nothing_is_like_a_piece_all_pairs_that_are_alike_are_offered(run_app: RunApp) -> None:
    twice = AddEvidence("Third key lost this year", "ticket", "desk", "Cid", "2026-02-03")
    async with run_app(*INBOX, twice) as running:
        await running.press("2", "M")
        assert "100% E-3 E-5" in running.text
        await running.press("enter", "enter")
        assert [piece.id for piece in await running.ask(lambda uow: uow.evidence.all(duplicate_of=3))] == [5]


async def test_where_nothing_is_alike_merging_says_so(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "M")
        assert "Nothing is likely the same" in running.text


async def test_a_merged_piece_says_which_one_counts(run_app: RunApp) -> None:
    async with run_app(*INBOX, MergeEvidence(2, (1,)), size=(140, 36)) as running:
        await running.press("2", "f", *"is:duplicate", "enter")
        assert "Says the same as E-2" in running.text


async def test_filter_order_group_and_views_work_as_on_the_problems(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2", "o", "o")
        assert listed(running) == [4, 2, 1]
        await running.press("b", "s")
        assert listed(running) == ["App Store", 4, 2, "desk", 1]
        await running.press("S", "a", *"mine", "enter")
        await running.press("escape", "escape")
        assert listed(running) == [1, 2, 4]
        await running.press("S", "enter")
        assert listed(running) == ["App Store", 4, 2, "desk", 1]


async def test_a_change_elsewhere_is_shown(run_app: RunApp) -> None:
    async with run_app(*INBOX) as running:
        await running.press("2")
        await running.app.carry_out(DismissEvidence((1,), "spam"))
        await running.settle()
        assert listed(running) == [2, 4]


async def test_pasted_lines_are_shown_and_added_as_one_step(run_app: RunApp) -> None:
    async with run_app(size=(80, 24)) as running:
        await running.press("2")
        running.app.post_message(Paste("One late\r\n\r\nTwo late\n"))
        await running.settle()
        assert "2 pieces" in running.text
        assert "One late" in running.text
        await running.press("enter")
        assert [piece.text for piece in await running.ask(lambda uow: uow.evidence.all())] == ["One late", "Two late"]
        await running.press("u")
        assert await running.ask(lambda uow: uow.evidence.all()) == []


async def test_a_pasted_note_can_stay_whole(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("2")
        running.app.post_message(Paste("One\nmore of one\n\nTwo"))
        await running.settle()
        assert "2 pieces" in running.text
        await running.press("shift+tab", "enter", "down", "enter")
        assert "1 piece" in running.text
        await running.press("ctrl+s")
        assert (await running.ask(lambda uow: uow.evidence.get(1))).text == "One\nmore of one\n\nTwo"


async def test_words_selected_with_the_mouse_are_marked(run_app: RunApp) -> None:
    async with run_app(*INBOX, size=(140, 36)) as running:
        await running.press("2")
        row = next(place for place, line in enumerate(running.lines) if "My key is with" in line[80:])
        start = running.lines[row].rindex("key is")
        await running.pilot.mouse_down(offset=(start, row))
        await running.pilot.hover(offset=(start + 5, row))
        await running.pilot.mouse_up(offset=(start + 5, row))
        await running.press("m")
        assert (await running.ask(lambda uow: uow.evidence.get(1))).quote == "key is"
        assert "↑ ↓ sentence" not in running.text


async def test_a_text_of_several_lines_is_one_piece_unless_another_parting_is_chosen(run_app: RunApp) -> None:
    async with run_app(AddEvidence("First")) as running:
        await running.press("2", "a", *"One")
        assert "all of it is one piece" not in running.text
        await running.press("enter", *"Two")
        assert "all of it is one piece" in running.text
        await running.press("tab", "enter", "up", "up", "enter", "ctrl+s")
        assert "Added 2 pieces of evidence" in running.text
        assert await running.ask(lambda uow: [piece.text for piece in uow.evidence.all()]) == ["First", "One", "Two"]


async def test_interview_notes_of_several_lines_stay_whole(run_app: RunApp) -> None:
    async with run_app(AddEvidence("First")) as running:
        await running.press("2", "a", *"One", "enter", *"Two", "ctrl+s")
        assert await running.ask(lambda uow: [piece.text for piece in uow.evidence.all()]) == ["First", "One\nTwo"]
