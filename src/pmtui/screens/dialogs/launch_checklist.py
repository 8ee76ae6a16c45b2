"""The launch checklist of a release, to be ticked and edited."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from pmtui.actions.action import CHECKLIST
from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, problem_key, release_key
from pmtui.domain.release import LAUNCH_AREAS
from pmtui.screens.dialogs.letter_menu import Lettered, LetterMenu
from pmtui.screens.dialogs.searchable import SearchableDialog
from pmtui.screens.dialogs.text_input import TextInput
from pmtui.services.releases import AddLaunchItem, DeleteLaunchItem, EditLaunchItem, TickLaunchItem
from pmtui.services.roadmap_lists import release_view
from pmtui.services.roadmap_views import LaunchLine, ReleaseView
from pmtui.widgets.figures import bar
from pmtui.widgets.text import line_content

BAR = 20


class LaunchChecklist(SearchableDialog[None]):
    """What a release groups, and what is to be done before it. Every change is a step of its own."""

    NAME: ClassVar[str] = CHECKLIST
    KEY_LINE = "space tick   a add   e edit   d delete   / search   esc close"
    DEFAULT_CSS = """
    LaunchChecklist {
        & > Vertical { width: 84; }
        OptionList { max-height: 46vh; margin-top: 1; }
        Static { height: auto; }
        #notes { max-height: 4; color: $muted; }
    }
    """

    def __init__(self, release: int) -> None:
        super().__init__(str(release_key(release)))
        self._release = release
        self._lines: list[LaunchLine | None] = []

    def compose_fields(self) -> ComposeResult:
        """What is known of the release, and the lines by area."""
        yield Static(id="about")
        yield Static(id="notes")
        yield OptionList()

    def on_mount(self) -> None:
        """Read it, now and after every change."""
        self.host.changed.subscribe(self, self._take_change)
        self._read()

    def _take_change(self, change: ChangeSet) -> None:
        if change.kinds & {Kind.RELEASE, Kind.LAUNCH_ITEM, Kind.ROADMAP_ITEM}:
            self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            view = await self.host.workspace.ask(release_view, self._release)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.query_one("#about", Static).update(_about(view))
        notes = self.query_one("#notes", Static)
        notes.update(line_content(view.notes))
        notes.display = bool(view.notes)
        options = self.query_one(OptionList)
        line, known = self._line(), {one.id for one in self._lines if one is not None}
        self._lines = []
        shown: list[Option] = []
        for area in view.areas:
            shown.append(Option(Content.styled(area.capitalize(), "bold $strong"), disabled=True))
            self._lines.append(None)
            for one in view.lines_of(area):
                shown.append(Option(_shown(one)))
                self._lines.append(one)
        options.set_options(shown)
        options.highlighted = self._place_of(line, known)

    def _place_of(self, before: LaunchLine | None, known: set[int]) -> int | None:
        numbers: Sequence[int | None] = [one.id if one is not None else None for one in self._lines]
        added = [place for place, one in enumerate(numbers) if known and one is not None and one not in known]
        if added:
            return added[0]
        if before is not None and before.id in numbers:
            return numbers.index(before.id)
        return next((place for place, one in enumerate(numbers) if one is not None), None)

    def _line(self) -> LaunchLine | None:
        place = self.query_one(OptionList).highlighted
        return self._lines[place] if place is not None and place < len(self._lines) else None

    def on_option_list_option_selected(self) -> None:
        """Enter and a click tick."""
        self.action_tick()

    def action_tick(self) -> None:
        """Say that a line is done, or not."""
        if (line := self._line()) is not None:
            self.host.request(TickLaunchItem(line.id, not line.done))

    @work
    async def action_add_line(self) -> None:
        """Ask for a new line."""
        line = self._line()
        areas = [Lettered(area[0], area, area) for area in LAUNCH_AREAS]
        area = await self.app.push_screen_wait(
            LetterMenu("Which part of the launch?", areas, line.area if line is not None else None)
        )
        if area is None:
            return
        title = await self.app.push_screen_wait(TextInput(f"What has to be done? ({area})", required=True))
        if title is not None:
            self.host.request(AddLaunchItem(self._release, area, title))

    @work
    async def action_edit_line(self) -> None:
        """Ask for other words."""
        if (line := self._line()) is not None:
            title = await self.app.push_screen_wait(TextInput("What has to be done?", line.title, required=True))
            if title is not None and title != line.title:
                self.host.request(EditLaunchItem(line.id, title))

    def action_delete_line(self) -> None:
        """Delete the line."""
        if (line := self._line()) is not None:
            self.host.request(DeleteLaunchItem(line.id))

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()


def _about(view: ReleaseView) -> Content:
    facts = [view.release_on or "no day yet", f"{view.launch_tier} launch" if view.launch_tier else "no launch tier"]
    count = len(view.items)
    facts.append("nothing in it yet" if not count else ", ".join(str(problem_key(number)) for number in view.items[:6]))
    if count > 6:
        facts[-1] += f" and {count - 6:,} more"
    lines = [line_content(view.name, "bold $strong"), line_content(" · ".join(facts), "$muted")]
    if view.checklist:
        share = view.done / len(view.checklist)
        words = f" {view.done} of {len(view.checklist)} done"
        lines.append(Content.assemble((bar(share, BAR).ljust(BAR, "░"), "$success"), (words, "$muted")))
    else:
        lines.append(Content.styled("No checklist yet: a adds a line; a launch tier brings some along.", "$muted"))
    return Content("\n").join(lines)


def _shown(line: LaunchLine) -> Content:
    if line.done:
        return Content.assemble(("  ✓ ", "$success"), line_content(line.title, "$muted"))
    return Content.assemble("  · ", line_content(line.title))
