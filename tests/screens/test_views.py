from pmtui.services.problems import AddProblem
from pmtui.services.saved_views import SaveView, saved_views
from tests.screens.conftest import RunApp

TWO = (AddProblem("Keys get lost", tags=("trust",)), AddProblem("Late again"))


async def test_what_is_shown_is_saved_under_a_name_and_shown_again(run_app: RunApp) -> None:
    async with run_app(*TWO) as running:
        await running.press("f", *"#trust", "enter", "S")
        assert "No view is saved yet" in running.text
        await running.press("a", *"Trust", "enter")
        assert "✓ shown now" in running.text
        await running.press("q", "escape")
        assert "Late again" in running.text
        await running.press("S", "enter")
        assert "Late again" not in running.text
        assert "Keys get lost" in running.text


async def test_a_view_is_deleted_in_the_list_of_views(run_app: RunApp) -> None:
    async with run_app(*TWO, SaveView("problems", "Trust", {"words": "#trust"})) as running:
        await running.press("S", "d")
        assert "No view is saved yet" in running.text
        assert await running.ask(lambda uow: saved_views(uow, "problems")) == ()
        await running.press("q", "u", "S")
        assert "Trust" in running.text


async def test_the_board_has_views_of_its_own(run_app: RunApp) -> None:
    async with run_app(*TWO, SaveView("board", "Trust", {"words": "#trust"})) as running:
        await running.press("S")
        assert "No view is saved yet" in running.text
        await running.press("q", "4", "S", "enter")
        assert "only “#trust”" in running.text
        assert "Late again" not in running.text


async def test_settings_that_nobody_knows_are_left_out(run_app: RunApp) -> None:
    async with run_app(*TWO, SaveView("problems", "Odd", {"colour": "red", "words": "late"})) as running:
        await running.press("S", "enter")
        assert "Late again" in running.text
        assert "Keys get lost" not in running.text


async def test_each_line_of_a_menu_of_letters_stands_whole_on_one_line(run_app: RunApp) -> None:
    async with run_app(*TWO) as running:
        await running.press("V")
        assert "t  tree: objectives, problems, solutions" in running.text
