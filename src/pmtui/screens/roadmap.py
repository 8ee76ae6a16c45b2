"""The roadmap: what to solve now, next and later, what not, and the releases it goes out with."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, problem_key
from pmtui.domain.problem import HORIZONS
from pmtui.screens.board_moves import lane_place, ordered, placed
from pmtui.screens.dates import today
from pmtui.screens.horizon_loads import with_loads
from pmtui.screens.page import Page
from pmtui.screens.roadmap_verbs import RoadmapVerbs
from pmtui.services.board_views import BoardView
from pmtui.services.roadmap_lists import release_views, roadmap_page, roadmap_rows
from pmtui.services.roadmap_views import HorizonView
from pmtui.services.workspace import Command
from pmtui.widgets.horizon_lane import HorizonStrip
from pmtui.widgets.lane import Lane
from pmtui.widgets.release_rows import ReleaseRows
from pmtui.widgets.text import line_content
from pmtui.widgets.virtual_list import VirtualList

EMPTY = (
    "Nothing is planned yet. a puts a problem into now, W says how much work fits, and P proposes a plan of the most "
    "valuable problems within it."
)


class RoadmapScreen(RoadmapVerbs):
    """Horizons with their problems, or the releases on a time axis."""

    NAME = "roadmap"
    TITLE_WORD = "Roadmap"
    PURPOSE = "Decide what comes now, next and later, and what not; and be able to say why."
    WORDS = (
        ("horizon", "now, next, later, or declined: not doing, always with a reason"),
        ("capacity", "how many person-months fit into now and next; 4+1: next has 4, and now leaves 1 over"),
        ("2 without effort", "two problems whose effort nobody estimated: they count as 0"),
        ("value", "the score before effort divides it: what a plan adds up"),
        ("pm", "person-months: those of the chosen solution, else those estimated for the problem"),
        ("●", "pinned: a proposed plan leaves it where it is"),
        ("fits 70%", "how likely the work fits, as its efforts are ranges; for next: with all of now"),
        ("◆", "the day of a release"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.PROBLEM, Kind.ESTIMATE, Kind.SCORECARD, Kind.CRITERION, Kind.WORKSPACE, Kind.TAG, Kind.PROBLEM_TAG),
            *(Kind.ROADMAP_ITEM, Kind.DEPENDENCY, Kind.CAPACITY, Kind.RELEASE, Kind.LAUNCH_ITEM, Kind.SOLUTION),
            *(Kind.PROBLEM_EVIDENCE, Kind.PROBLEM_PERSONA, Kind.PERSONA, Kind.PROBLEM_OBJECTIVE),
        }
    )
    CSS_PATH = "../styles/roadmap.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._roadmap: BoardView | None = None

    def compose_body(self) -> ComposeResult:
        """The horizons, and the releases where they are shown in their place."""
        yield Static(id="no-items")
        yield HorizonStrip()
        yield ReleaseRows()

    @property
    def strip(self) -> HorizonStrip:
        """The horizons beside each other."""
        return self.query_one(HorizonStrip)

    @property
    def releases(self) -> ReleaseRows:
        """The releases below each other."""
        return self.query_one(ReleaseRows)

    # Reading and showing

    async def read(self) -> None:
        """Read the order of all items; the lanes ask for those that are seen."""
        is_first = self._roadmap is None
        in_sight = self.app.size.height // Lane.ROW_HEIGHT if is_first else 0
        found, rows = await self.workspace.ask(roadmap_page, in_sight)
        with self.app.batch_update():
            await self._show(found)
            if self.shows_timeline:
                await self._show_releases(found)
            for lane in self.strip.lanes:
                if is_first:
                    lane.put({number: rows[number] for number in lane.view.card_ids[:in_sight]})
                else:
                    lane.forget()
            empty = not any(lane.card_ids for lane in found.lanes)
            self.set_class(empty and not self.shows_timeline, "-empty")
            if empty:
                self.query_one("#no-items", Static).update(line_content(EMPTY))
        self.call_after_refresh(self._work_out_chances)

    async def _show(self, found: BoardView) -> None:
        card, first = self.strip.lane.highlighted if self.strip.lane is not None else None, self._roadmap is None
        self._roadmap = found
        await self.strip.show(found)
        place = None if card is None else lane_place(found, card)
        if card is not None and place is not None:
            self.strip.lanes[place].highlight(card)
            self.strip.use(place)
        elif first:
            self.strip.use(next((place for place, view in enumerate(found.lanes) if view.card_ids), 0))

    async def _show_releases(self, found: BoardView) -> None:
        releases = await self.workspace.ask(release_views)
        grouped = {number for release in releases for number in release.items}
        planned = [number for lane in found.lanes[:2] for number in lane.card_ids if number not in grouped]
        self.releases.show(releases, planned, today())

    @work(group="chances", exclusive=True)
    async def _work_out_chances(self) -> None:
        """Say how likely the work fits, once the rest is there."""
        from pmtui.services.plans import chances_of_loads

        loads = [lane.load for lane in self._roadmap.lanes if isinstance(lane, HorizonView)] if self._roadmap else []
        now, following = loads[:2] or (None, None)
        if now is not None and following is not None:
            first, second = await asyncio.to_thread(chances_of_loads, now, following)
            self.strip.show_chances({"Now": first, "Next": second})

    @work
    async def on_virtual_list_wanted(self, event: VirtualList.Wanted) -> None:
        """Read the problems that came into sight."""
        numbers = tuple(number for number in event.ids if number > 0)
        try:
            event.list.put(await self.workspace.ask(roadmap_rows, numbers))
        except Refusal:
            event.list.unask(event.ids)
            raise

    # Where the cursor is

    @property
    def shows_timeline(self) -> bool:
        """Whether the releases are shown."""
        return self.has_class("-timeline")

    def the_list(self) -> Lane | ReleaseRows | None:
        """The horizon in use, or the releases."""
        return self.releases if self.shows_timeline else self.strip.lane

    def current(self) -> int | None:
        """The problem under the cursor."""
        number = super().current()
        return number if number is not None and number > 0 else None

    def picked(self) -> tuple[int, ...]:
        """The selected problems, else the one under the cursor."""
        numbers = super().picked() if self.shows_timeline else self.strip.picked()
        return tuple(number for number in numbers if number > 0)

    def current_release(self) -> int | None:
        """The release under the cursor, in the timeline."""
        number = super().current()
        return -number if number is not None and number < 0 else None

    def horizon_in_use(self) -> str:
        """The horizon of the lane in use."""
        return HORIZONS[self.strip.lane.view.id] if self.strip.lane is not None else HORIZONS[0]

    def action_cursor_left(self) -> None:
        """To the horizon on the left."""
        self.strip.go(-1)

    def action_cursor_right(self) -> None:
        """To the horizon on the right."""
        self.strip.go(1)

    async def action_roadmap_view(self) -> None:
        """Show the releases on a time axis, or the horizons again."""
        self.toggle_class("-timeline")
        if self.shows_timeline:
            self.releases.focus()
        else:
            self.set_focus(None)
        self._stale = True
        self.read_if_stale()

    def action_back(self) -> None:
        """Select none; back to the horizons."""
        lists: list[VirtualList[Any]] = [*self.strip.lanes, self.releases]
        if any(each.selected for each in lists):
            for each in lists:
                each.select(())
        elif self.shows_timeline:
            self.run_worker(self.action_roadmap_view())

    def pages(self) -> list[Page]:
        """The roadmap, then the problem under the cursor."""
        from pmtui.services.roadmap_pages import roadmap_markdown

        build = partial(self.workspace.ask, roadmap_markdown)
        return [Page("The roadmap", "roadmap.md", build), *super().pages()]

    # Moving

    async def move(self, numbers: tuple[int, ...], step: int, reason: str = "") -> None:
        """Move problems so many horizons to the right."""
        from pmtui.services.roadmap import ShiftHorizons

        await self._move_items(ShiftHorizons(numbers, step, reason), self._shifted(numbers, step))

    def reaches(self, numbers: tuple[int, ...], step: int) -> tuple[str, ...]:
        """The horizons that problems would get to; none where one can't move so far."""
        places = [lane_place(self._roadmap, number) for number in numbers] if self._roadmap is not None else []
        reached = [place + step for place in places if place is not None]
        if len(reached) < len(numbers) or not all(0 <= place < len(HORIZONS) for place in reached):
            return ()
        return tuple(HORIZONS[place] for place in reached)

    async def action_item_down(self) -> None:
        """Move what is picked one place down, or the release under the cursor."""
        await self._order(1)

    async def action_item_up(self) -> None:
        """Move what is picked one place up, or the release under the cursor."""
        await self._order(-1)

    async def _order(self, step: int) -> None:
        if (release := self.current_release()) is not None:
            from pmtui.services.releases import ShiftRelease

            self.request(ShiftRelease(release, step))
        elif (numbers := self.picked()) and self._roadmap is not None:
            from pmtui.services.roadmap import OrderItems

            await self._move_items(OrderItems(numbers, step), ordered(self._roadmap, numbers, step))

    def _shifted(self, numbers: tuple[int, ...], step: int) -> BoardView | None:
        found = self._roadmap
        targets: dict[int, list[int]] = {}
        for number in numbers:
            if found is not None and (place := lane_place(found, number)) is not None:
                targets.setdefault(place + step, []).append(number)
        for place, moving in targets.items():
            found = placed(found, moving, place, len(found.lanes[place].card_ids)) if found is not None else None
        return found

    async def _move_items(self, command: Command, after: BoardView | None) -> None:
        numbers = self.picked()
        self.request(command)
        if self._roadmap is None or after is None or self.shows_timeline:
            return
        lanes = self.strip.lanes
        items = {number: item for lane in lanes for number in numbers if (item := lane.item(number))}
        selected = numbers if any(lane.selected for lane in lanes) else ()
        await self._show(with_loads(self._roadmap, after, items))
        for lane in self.strip.lanes:
            lane.put({number: item for number, item in items.items() if number in lane.view.card_ids})
            lane.select(selected)

    async def on_lane_dropped(self, event: Lane.Dropped) -> None:
        """Move what was dragged to where it was let go; declining asks for the reason."""
        from pmtui.services.roadmap import PutInHorizon

        target = self.strip.lane_at(event.at)
        self.host.show_status("")
        if target is None or self._roadmap is None:
            return
        numbers = self.picked() if event.id in self.picked() else (event.id,)
        horizon = HORIZONS[target.view.id]
        before = target.id_at(event.at.y - target.region.y)
        if before in numbers:
            return
        if horizon == "declined":
            self.action_decline()
            return
        others = [number for number in target.view.card_ids if number not in numbers]
        place = others.index(before) if before is not None else len(others)
        await self._move_items(
            PutInHorizon(numbers, horizon, before=before), placed(self._roadmap, numbers, target.view.id, place)
        )
        target.highlight(event.id)
        self.strip.use(self.strip.lanes.index(target))

    def on_lane_lifted(self, event: Lane.Lifted) -> None:
        """Say what dragging does."""
        self.host.show_status(f"Drop {problem_key(event.id)} on a horizon")

    def on_virtual_list_opened(self) -> None:
        """Open what was clicked twice."""
        self.action_open_item()

    def show_view(self, settings: Mapping[str, str]) -> None:
        """There is one view of the horizons."""
