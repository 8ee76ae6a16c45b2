"""The Strategy screen."""

from pathlib import Path

import pytest

from pmtui.services.evidence import AddEvidence
from pmtui.services.key_results import AddKeyResult
from pmtui.services.objectives import AddObjective, LinkObjective
from pmtui.services.problems import AddProblem
from pmtui.services.ranking import ranking_view
from pmtui.services.strategy import SetBox
from pmtui.services.strategy_views import ObjectiveView, StrategyPage, strategy_page
from pmtui.services.workspace import Command
from tests.screens.conftest import RunApp
from tests.screens.running import Running

KEYS = AddProblem("Keys get lost")
STEADY = AddObjective("A home keeps its cleaner", "production", "They leave when the person changes.")
VISITS = AddKeyResult(
    1, "Visits by the usual cleaner", {"unit": "%", "baseline": "58", "target": "78", "current": "71"}
)
FILLED: tuple[Command, ...] = (
    KEYS,
    AddEvidence("I gave my key to three people", problems=(1,)),
    STEADY,
    VISITS,
    LinkObjective((1,), 1, 2),
    SetBox("vision", "Nobody gives up a Saturday to clean."),
)


async def page_of(running: Running) -> StrategyPage:
    return await running.ask(strategy_page)


async def objective_of(running: Running) -> ObjectiveView:
    return (await page_of(running)).objectives[0]


def frame_in_use(running: Running) -> str:
    """The upper edge of the card with the cursor."""
    return next(line for line in running.lines if "┏" in line)


async def test_an_empty_page_says_in_every_box_what_belongs_there(run_app: RunApp) -> None:
    async with run_app(size=(200, 60)) as running:
        await running.press("6")
        for words in ("The change in people's lives", "Who buys it and who uses it", "The one measure that rises"):
            assert words in running.text
        assert "An objective says what is to be reached" in running.text


async def test_the_whole_page_stands_on_a_large_screen(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(200, 60)) as running:
        await running.press("6")
        for words in ("Vision", "Product vision board", "Funding", "Launch checklist", "North-star inputs"):
            assert words in running.text
        assert "O-1 A home keeps its cleaner" in running.text
        assert "0.65 · good" in running.text
        assert "58 → 71 of 78 %" in running.text
        assert "P-1 Keys get lost" in running.text


async def test_on_a_small_screen_the_cursor_brings_every_box_into_sight(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(80, 24)) as running:
        await running.press("6")
        assert "O-1" not in running.text
        seen = [frame_in_use(running)]
        for _ in range(30):
            await running.press("l")
            seen.append(frame_in_use(running))
        assert all(any(name in line for line in seen) for name in ("Vision", "Price", "Funding", "North star", "O-1"))
        await running.press("g", "g")
        assert "┏ Vision" in running.text
        await running.press("G")
        assert "▸P-1" in running.text


async def test_h_j_k_l_go_to_the_box_beside_above_or_below(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(200, 60)) as running:
        await running.press("6", "j")
        assert "┏ Target group" in running.text
        await running.press("l")
        assert "┏ Needs" in running.text
        await running.press("k")
        assert "┏ Vision" in running.text
        await running.press("l", "h")
        assert "┏ Vision" in running.text


async def test_a_box_is_edited_where_it_stands_and_undone(run_app: RunApp) -> None:
    async with run_app(size=(120, 36)) as running:
        await running.press("6", "l", "enter", *"For parents", "enter", *"and offices", "ctrl+s")
        assert (await page_of(running)).boxes == {"positioning_sentence": "For parents\nand offices"}
        assert "For parents" in running.text
        await running.press("u")
        assert (await page_of(running)).boxes == {}


async def test_what_was_typed_into_a_box_comes_back_after_closing_it(run_app: RunApp) -> None:
    async with run_app(size=(80, 24)) as running:
        await running.press("6", "e", *"Half a thought", "escape")
        assert (await page_of(running)).boxes == {}
        await running.press("e")
        assert "Half a thought" in running.text
        await running.press("ctrl+s")
        assert (await page_of(running)).boxes == {"vision": "Half a thought"}


async def test_a_box_that_was_changed_meanwhile_is_not_overwritten(run_app: RunApp) -> None:
    async with run_app(size=(120, 36)) as running:
        await running.press("6", "e", *"Mine")
        await running.workspace.run(SetBox("vision", "Theirs"))
        await running.press("ctrl+s")
        assert "Vision was changed meanwhile" in running.text
        assert (await page_of(running)).boxes == {"vision": "Theirs"}


async def test_an_objective_and_its_key_result_are_added_graded_and_deleted_with_keys(run_app: RunApp) -> None:
    async with run_app(size=(120, 36)) as running:
        await running.press("6", "a", *"Same cleaner", "tab", *"production", "ctrl+s")
        assert "┏ O-1 Same cleaner" in running.text
        await running.press("n", *"Visits", "tab", *"%", "tab", *"38", "tab", *"78", "tab", *"62")
        assert "✓ 0.60 good" in running.text
        await running.press("ctrl+s")
        assert "▸K-1 Visits" in running.text
        await running.press("s", "ctrl+a", "ctrl+k", *"66", "enter")
        assert (await objective_of(running)).grade == 0.7
        await running.press("d")
        assert (await objective_of(running)).key_results == ()
        await running.press("u", "j", "d")
        assert (await page_of(running)).objectives[0].key_results == ()


async def test_a_number_that_is_none_is_refused_in_the_form(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(120, 36)) as running:
        await running.press("6", "G", "k", "s", *"x", "enter")
        assert "is not a number" in running.text
        assert (await objective_of(running)).key_results[0].current == 71


async def test_objectives_are_ordered_with_keys(run_app: RunApp) -> None:
    async with run_app(STEADY, AddObjective("Offices stay"), size=(80, 24)) as running:
        await running.press("6", "G", "K")
        assert [view.objective.id for view in (await page_of(running)).objectives] == [2, 1]
        assert "┏ O-2" in running.text
        await running.press("J")
        assert [view.objective.id for view in (await page_of(running)).objectives] == [1, 2]


async def test_a_problem_is_linked_to_an_objective_and_taken_off(run_app: RunApp) -> None:
    async with run_app(KEYS, STEADY, size=(120, 36)) as running:
        await running.press("6", "G", "c", *"keys", "enter", "s")
        assert [(view.key, view.fit) for view in (await objective_of(running)).problems] == [("P-1", 2)]
        await running.press("j", "e", "p")
        assert [view.fit for view in (await objective_of(running)).problems] == [1]
        await running.press("d")
        assert (await objective_of(running)).problems == ()


async def test_two_keys_lead_from_an_objective_to_the_problem_and_its_evidence(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(120, 36)) as running:
        await running.press("6", "G", "w", "enter")
        assert "I gave my key to three people" in running.text


async def test_the_sheet_of_a_problem_names_the_objective_and_a_key_leads_there(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(160, 45)) as running:
        assert "O-1 A home keeps its cleaner · strongly" in running.text
        await running.press("O")
        assert "┏ O-1 A home keeps its cleaner" in running.text


async def test_a_problem_that_serves_no_objective_is_asked_for_one(run_app: RunApp) -> None:
    async with run_app(KEYS, size=(120, 36)) as running:
        await running.press("O")
        assert "There is no objective yet" in running.text
    async with run_app(KEYS, STEADY, size=(120, 36)) as running:
        await running.press("O", "enter", "p")
        assert [view.fit for view in (await objective_of(running)).problems] == [1]


@pytest.mark.parametrize(("key", "ranked_by"), [("k", "RICE"), ("r", "business")])
async def test_choosing_a_stage_proposes_a_lens_and_changes_the_ranking_only_when_told(
    run_app: RunApp, key: str, ranked_by: str
) -> None:
    async with run_app(size=(200, 60)) as running:
        await running.press("6", *"jjjjj", "enter", "m")
        assert (await page_of(running)).stage == "maturity"
        assert "Maturity starts with the business lens" in running.text
        assert (await running.ask(ranking_view)).name == "RICE"
        await running.press(key)
        assert (await running.ask(ranking_view)).name == ranked_by
        assert "Protect revenue" in running.text


async def test_the_page_is_copied_as_markdown(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(120, 36)) as running:
        await running.press("6", "y")
        assert "### O-1 A home keeps its cleaner" in running.app.clipboard
        assert "Nobody gives up a Saturday to clean." in running.app.clipboard


async def test_the_mouse_puts_the_cursor_and_opens_with_a_second_click(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(200, 60)) as running:
        await running.press("6")
        place = next(y for y, line in enumerate(running.lines) if "Positioning sentence" in line)
        await running.pilot.click(offset=(150, place + 1))
        await running.settle()
        assert "┏ Positioning sentence" in running.text
        await running.pilot.click(offset=(150, place + 1), times=2)
        await running.press(*"Typed", "ctrl+s")
        assert (await page_of(running)).boxes["positioning_sentence"] == "Typed"


async def test_what_is_changed_elsewhere_shows_at_once(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(120, 36)) as running:
        await running.press("6")
        await running.app.carry_out(SetBox("vision", "Another one"))
        await running.settle()
        assert "Another one" in running.text


async def test_a_strategy_page_is_imported_after_one_has_seen_what_comes_of_it(run_app: RunApp, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Our strategy\n## Price\n22 an hour\n## Roadmap\nLater\n", encoding="utf-8")
    async with run_app(size=(160, 45)) as running:
        await running.press("6", "I", *str(tmp_path / "page.md"), "enter")
        await running.settle()
        assert "creates 1 box of the strategy" in running.text
        assert "line 4: Roadmap" in running.text
        assert (await page_of(running)).boxes == {}
        await running.press("ctrl+s")
        await running.settle()
        assert (await page_of(running)).boxes == {"price": "22 an hour"}
        assert "22 an hour" in running.text
