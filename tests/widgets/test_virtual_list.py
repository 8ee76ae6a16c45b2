from collections.abc import Sequence
from typing import ClassVar

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from pmtui.styles.themes import DARK
from pmtui.widgets.text import fit_left
from pmtui.widgets.virtual_list import VirtualList


class Words(VirtualList[str]):
    """Numbers with a word each; it remembers which lines it was asked to draw."""

    HEADER_HEIGHT: ClassVar[int] = 1

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[int] = []
        self.refreshed: list[Region] = []

    def header(self, width: int) -> list[Strip]:
        return [Strip([Segment("words".ljust(width))])]

    def row(self, number: int, item: str | None, width: int, highlighted: bool) -> list[Strip]:
        mark = ">" if highlighted else "*" if number in self.selected else " "
        return [Strip([Segment(fit_left(f"{mark}{number} {item or ''}", width))], width)]

    def refresh(self, *regions: Region, **kwargs: bool) -> "Words":
        self.refreshed.extend(regions)
        return super().refresh(*regions, **kwargs)


class WordsApp(App[None]):
    """One list, fed with what it wants."""

    def __init__(self, entries: Sequence[int | str]) -> None:
        super().__init__()
        self.entries = entries
        self.words = Words()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def compose(self) -> ComposeResult:
        yield self.words

    def on_mount(self) -> None:
        self.words.set_entries(self.entries)
        self.words.focus()

    def on_virtual_list_wanted(self, event: VirtualList.Wanted) -> None:
        self.words.wanted.extend(event.ids)
        event.list.put({number: f"word {number}" for number in event.ids})

    def line(self, y: int) -> str:
        return self.words.render_line(y).text.rstrip()


@pytest.mark.parametrize("length", [100, 10_000])
async def test_only_what_is_near_the_screen_is_read(length: int) -> None:
    app = WordsApp(range(1, length + 1))
    async with app.run_test(size=(40, 21)) as pilot:
        await pilot.pause()
        assert app.line(1) == ">1 word 1"
        assert len(app.words.wanted) <= 3 * 20 + 3
        app.words.move_to_end(last=True)
        await pilot.pause()
        assert app.line(20) == f">{length} word {length}"
        assert len(app.words.wanted) <= 6 * 20 + 6


@pytest.mark.parametrize("length", [100, 10_000])
async def test_a_cursor_key_draws_two_lines_at_any_length(length: int) -> None:
    app = WordsApp(range(1, length + 1))
    async with app.run_test(size=(40, 21)) as pilot:
        await pilot.pause()
        app.words.refreshed.clear()
        app.words.move_cursor(1)
        await pilot.pause()
        assert [region.y for region in app.words.refreshed] == [1, 2]
        assert all(region.height == 1 for region in app.words.refreshed)


async def test_the_cursor_and_the_selection_stay_on_their_numbers_when_the_order_changes() -> None:
    app = WordsApp([1, 2, 3, 4])
    async with app.run_test(size=(40, 10)) as pilot:
        app.words.toggle_selected()
        await pilot.pause()
        app.words.set_entries([4, 3, 2, 1])
        assert app.words.highlighted == 2
        assert app.words.selected == {1}
        assert app.words.picked() == (1,)


async def test_the_cursor_goes_to_what_took_the_place_of_a_number_that_is_gone() -> None:
    app = WordsApp([1, 2, 3])
    async with app.run_test(size=(40, 10)):
        app.words.highlight(2)
        app.words.set_entries([1, 3])
        assert app.words.highlighted == 3
        app.words.set_entries([])
        assert app.words.highlighted is None
        assert app.words.picked() == ()


async def test_headings_are_passed_over_and_never_picked() -> None:
    app = WordsApp(["Now", 1, 2, "Later", 3])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert [app.line(y) for y in range(6)] == ["words", "Now", ">1 word 1", " 2 word 2", "Later", " 3 word 3"]
        app.words.move_cursor(2)
        assert app.words.highlighted == 3
        app.words.move_cursor(-1)
        assert app.words.highlighted == 2
        app.words.move_cursor(-5)
        assert app.words.highlighted == 1
        app.words.select_all()
        assert app.words.picked() == (1, 2, 3)
        app.words.select_all()
        assert app.words.picked() == (1,)


async def test_old_items_are_asked_for_again_and_shown_until_new_ones_come() -> None:
    app = WordsApp([1, 2])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        app.words.wanted.clear()
        app.words.forget()
        assert app.line(1) == ">1 word 1"
        await pilot.pause()
        assert app.words.wanted == [1, 2]


async def test_the_wheel_scrolls_and_a_click_moves_the_cursor() -> None:
    app = WordsApp(range(1, 101))
    async with app.run_test(size=(40, 11)) as pilot:
        await pilot.pause()
        app.words.scroll_to(y=50, animate=False)
        await pilot.pause()
        await pilot.click(Words, offset=(3, 4))
        assert app.words.highlighted == 54
        assert 54 in app.words.wanted


async def test_two_clicks_open() -> None:
    opened: list[int] = []

    class Opening(WordsApp):
        def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
            opened.append(event.id)

    app = Opening([1, 2, 3])
    async with app.run_test(size=(40, 11)) as pilot:
        await pilot.pause()
        await pilot.double_click(Words, offset=(3, 2))
        assert opened == [2]


async def test_one_record_that_can_not_be_drawn_hides_no_other() -> None:
    class Unlucky(Words):
        def row(self, number: int, item: str | None, width: int, highlighted: bool) -> list[Strip]:
            if number == 2:
                raise ValueError("no way")
            return super().row(number, item, width, highlighted)

    app = WordsApp([1, 2, 3])
    app.words = Unlucky()
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        assert [app.line(y) for y in range(1, 4)] == [">1 word 1", "  2 can't be shown; the log says why", " 3 word 3"]
