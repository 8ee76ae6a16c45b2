"""What is drawn with less work is the same picture."""

from typing import cast

from textual._compositor import ChopsUpdate, Compositor
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from pmtui.widgets.thrifty_compositor import ThriftyCompositor
from pmtui.widgets.thrifty_scrollbar import bar_lines


class Framed(Screen[None]):
    """Widgets behind, beside and over each other, one of them scrolled."""

    CSS = """
    Horizontal { height: 8; border: round red; padding: 0 1; }
    VerticalScroll { width: 12; height: 4; }
    #wide { width: 20; }
    #over { layer: over; offset: 6 2; width: 9; height: 2; background: blue; }
    Framed { layers: under over; }
    """

    def compose(self) -> ComposeResult:
        """Four texts."""
        with Horizontal():
            with VerticalScroll():
                yield Static("\n".join(f"line {number}" for number in range(20)), id="wide")
            yield Static("beside", id="beside")
        yield Static("over", id="over")


class FramedApp(App[None]):
    """The screen alone."""

    def on_mount(self) -> None:
        """Show it, scrolled."""
        self.push_screen(Framed())


def text_of(strips: list[Strip]) -> list[object]:
    """Text and style of every line."""
    return [[(segment.text, segment.style) for segment in strip.simplify()] for strip in strips]


def frame_of(screen: Screen[None], kind: type[Compositor]) -> Compositor:
    """What draws a screen."""
    compositor = kind()
    compositor.reflow(screen, screen.size)
    return compositor


async def test_a_whole_frame_is_that_of_textual() -> None:
    app = FramedApp()
    async with app.run_test(size=(40, 12)) as pilot:
        screen = cast("Screen[None]", app.screen)
        screen.query_one(VerticalScroll).scroll_to(y=3, animate=False)
        await pilot.pause()
        ours, theirs = frame_of(screen, ThriftyCompositor), frame_of(screen, Compositor)
        assert text_of(ours.render_strips()) == text_of(theirs.render_strips())


async def test_a_part_of_a_frame_is_that_of_textual() -> None:
    app = FramedApp()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        screen = cast("Screen[None]", app.screen)
        painted = []
        for kind in (ThriftyCompositor, Compositor):
            frame = frame_of(screen, kind)
            frame._dirty_regions = {Region(3, 1, 20, 2), Region(8, 4, 1, 3)}
            update = frame.render_partial_update()
            assert update is not None
            painted.append(update.render_segments(app.console))
        ours, theirs = painted
        assert "over" in ours
        assert ours == theirs


async def test_nothing_is_painted_where_nothing_changed() -> None:
    app = FramedApp()
    async with app.run_test(size=(40, 12)):
        frame = frame_of(cast("Screen[None]", app.screen), ThriftyCompositor)
        frame._dirty_regions.clear()
        assert frame.render_partial_update() is None


async def test_what_has_reached_the_terminal_is_not_painted_again_until_another_screen_has_painted() -> None:
    app = FramedApp()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        screen = cast("Screen[None]", app.screen)
        frame, other = (cast("ThriftyCompositor", frame_of(screen, ThriftyCompositor)) for _ in range(2))

        def part() -> ChopsUpdate | None:
            frame._dirty_regions = {Region(0, 0, 40, 3)}
            return frame.render_partial_update()

        frame.render_full_update()
        assert part() is not None  # the whole one was made, but never sent
        frame.render_full_update().render_segments(app.console)
        assert part() is None
        screen.query_one("#beside", Static).update("another")
        await pilot.pause()
        changed = part()
        assert changed is not None
        assert "another" in changed.render_segments(app.console)
        assert part() is None
        other.render_full_update().render_segments(app.console)
        assert part() is not None


async def test_any_part_of_a_scrollbar_is_that_of_textual() -> None:
    app = FramedApp()
    async with app.run_test(size=(40, 12)) as pilot:
        scrolled = cast("Screen[None]", app.screen).query_one(VerticalScroll)
        scrolled.scroll_to(y=7, animate=False)
        await pilot.pause()
        bar = scrolled.vertical_scrollbar
        lines = set()
        for top in range(bar.region.height):
            part = Region(0, top, bar.region.width, 1)
            ours = text_of(bar_lines(bar, part))
            assert ours == text_of(bar.render_lines(part))
            lines.add(str(ours))
        assert len(lines) > 1
