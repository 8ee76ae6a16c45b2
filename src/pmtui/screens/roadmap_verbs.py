"""What can be done with the roadmap besides moving: pins, plans, solutions, releases, dependencies."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import keys_in_words, problem_key
from pmtui.screens.asking import asks
from pmtui.screens.problem_verbs import ProblemVerbs
from pmtui.services.roadmap_lists import release_view, release_views, roadmap_rows

if TYPE_CHECKING:
    from pmtui.screens.dialogs.choose import Choice, Find


class RoadmapVerbs(ProblemVerbs):
    """The actions on what is picked on the roadmap. RoadmapScreen says where things stand."""

    def current_release(self) -> int | None:
        """The release under the cursor, in the timeline."""
        raise NotImplementedError

    def horizon_in_use(self) -> str:
        """The horizon of the lane in use."""
        raise NotImplementedError

    def reaches(self, numbers: tuple[int, ...], step: int) -> tuple[str, ...]:
        """The horizons that problems would get to; none where one can't move so far."""
        raise NotImplementedError

    async def move(self, numbers: tuple[int, ...], step: int, reason: str = "") -> None:
        """Move problems so many horizons to the right."""
        raise NotImplementedError

    @property
    def shows_timeline(self) -> bool:
        """Whether the releases are shown."""
        raise NotImplementedError

    # Opening, adding, editing

    def action_open_item(self) -> None:
        """Open the problem under the cursor with what it stands there for, or the release."""
        from pmtui.screens.dialogs.launch_checklist import LaunchChecklist
        from pmtui.screens.dialogs.roadmap_item import RoadmapItemDialog

        if (release := self.current_release()) is not None:
            self.app.push_screen(LaunchChecklist(release))
        elif (number := self.current()) is not None:
            self.app.push_screen(RoadmapItemDialog(number))

    @asks
    async def action_add_item(self) -> None:
        """Put a problem into the horizon in use; in the timeline, add a release."""
        from pmtui.screens.dialogs.choose import Choose
        from pmtui.screens.dialogs.release_form import AddReleaseForm

        if self.shows_timeline:
            await self.answer_of(AddReleaseForm())
            return
        horizon = self.horizon_in_use()
        number = await self.answer_of(Choose(f"Which problem comes into {horizon}?", self._find(), "Type to search"))
        if number is not None:
            await self._put((number,), horizon)

    @asks
    async def action_edit_item(self) -> None:
        """Edit the problem under the cursor, or the release."""
        from pmtui.screens.dialogs.problem_form import EditForm
        from pmtui.screens.dialogs.release_form import EditReleaseForm
        from pmtui.services.details import problem_detail

        if (release := self.current_release()) is not None:
            await self.answer_of(EditReleaseForm(await self.workspace.ask(release_view, release)))
        elif (number := self.current()) is not None:
            await self.answer_of(EditForm(await self.workspace.ask(problem_detail, number)))

    def action_take_off(self) -> None:
        """Take what is picked off the roadmap, or delete the release under the cursor."""
        from pmtui.services.releases import DeleteRelease
        from pmtui.services.roadmap import PutInHorizon

        if (release := self.current_release()) is not None:
            self.request(DeleteRelease(release))
        elif numbers := self.picked():
            self.request(PutInHorizon(numbers, ""))

    # Horizons

    @asks
    async def action_horizon_left(self) -> None:
        """Move what is picked one horizon to the left."""
        await self._move(-1)

    @asks
    async def action_horizon_right(self) -> None:
        """Move what is picked one horizon to the right; declining asks for the reason."""
        await self._move(1)

    async def _move(self, step: int) -> None:
        if not (numbers := self.picked()):
            return
        reached = self.reaches(numbers, step)
        if not reached:
            # A held key would otherwise bring a message for every repetition.
            self.host.show_status(f"It can't move further {'right' if step > 0 else 'left'}.")
        elif "declined" not in reached:
            await self.move(numbers, step)
        elif (reason := await self._reason(numbers)) is not None:
            await self.move(numbers, step, reason)

    @asks
    async def action_decline(self) -> None:
        """Decline what is picked, with a reason."""
        if numbers := self.picked():
            await self._put(numbers, "declined")

    async def _put(self, numbers: tuple[int, ...], horizon: str) -> None:
        from pmtui.services.roadmap import PutInHorizon

        reason = await self._reason(numbers) if horizon == "declined" else ""
        if reason is not None:
            self.request(PutInHorizon(numbers, horizon, reason))

    async def _reason(self, numbers: tuple[int, ...]) -> str | None:
        from pmtui.screens.dialogs.text_input import TextInput

        title = f"Decline {keys_in_words(numbers)}"
        return await self.answer_of(TextInput(title, hint="Why will this not be done?", required=True))

    # Pins and plans

    @asks
    async def action_pin(self) -> None:
        """Pin what is picked, with a reason and after its price is told; take the pins off where all are pinned."""
        from pmtui.screens.dialogs.text_input import TextInput
        from pmtui.services.roadmap_choices import PinItems, UnpinItems

        if not (numbers := self.picked()):
            return
        rows = await self.workspace.ask(roadmap_rows, numbers)
        if all(row.pinned for row in rows.values()):
            self.request(UnpinItems(numbers))
            return
        words = await self._price(numbers[0], rows[numbers[0]].horizon) if len(numbers) == 1 else ""
        hint = f"{words} Why does it stay there, whatever a plan says?".strip()
        reason = await self.answer_of(TextInput(f"Pin {keys_in_words(numbers)}", hint=hint, required=True))
        if reason is not None:
            self.request(PinItems(numbers, reason))

    async def _price(self, number: int, horizon: str) -> str:
        from pmtui.screens.plan_words import price_in_words
        from pmtui.services.plans import planning, price_in_horizon

        try:
            found = await self.workspace.ask(planning)
            return price_in_words(await asyncio.to_thread(price_in_horizon, found, number, horizon))
        except Refusal as refusal:
            return f"Its price is not known: {refusal.title}"

    @asks
    async def action_propose_plan(self) -> None:
        """Show the plan of the highest value within the capacity, and take it or not."""
        from pmtui.screens.dialogs.plan import PlanDialog
        from pmtui.services.plans import planning, proposal
        from pmtui.services.roadmap_plan import TakePlan

        found = await self.workspace.ask(planning)
        self.host.show_status("Looking for the best plan …")
        proposed = await asyncio.to_thread(proposal, found)
        self.host.show_status("")
        if await self.answer_of(PlanDialog(found, proposed)):
            self.request(TakePlan(proposed.moves, f"Proposed plan by {found.valued_by}"))

    @asks
    async def action_capacity(self) -> None:
        """Say how much work fits into now and next."""
        from pmtui.screens.dialogs.capacity_form import CapacityForm
        from pmtui.services.roadmap_lists import loads_of

        await self.answer_of(CapacityForm(await self.workspace.ask(loads_of)))

    # What belongs to an item

    @asks
    async def action_set_item(self) -> None:
        """Set solution, release, dependency or horizon of what is picked."""
        from pmtui.screens.dialogs.letter_menu import Lettered, LetterMenu

        if not (numbers := self.picked()):
            return
        choices = (
            Lettered("s", "the solution", "solution", "Choose"),
            Lettered("r", "the release", "release"),
            Lettered("e", "what it needs first", "needs"),
            Lettered("n", "now", "now", "Horizon"),
            Lettered("t", "next", "next"),
            Lettered("l", "later", "later"),
            Lettered("d", "declined, with a reason", "declined"),
            Lettered("o", "none: off the roadmap", ""),
        )
        chosen = await self.answer_of(LetterMenu(f"Set on {keys_in_words(numbers)}", choices))
        if chosen == "solution":
            await self._choose_solution(numbers[0])
        elif chosen == "release":
            await self._choose_release(numbers)
        elif chosen == "needs":
            await self._choose_need(numbers[0])
        elif chosen is not None:
            await self._put(numbers, chosen)

    async def _choose_solution(self, number: int) -> None:
        from pmtui.domain.keys import solution_key
        from pmtui.screens.dialogs.choose import Choice, Choose
        from pmtui.services.roadmap_choices import ChooseSolution
        from pmtui.services.solution_lists import solutions_of

        solutions = await self.workspace.ask(solutions_of, number)
        if not solutions:
            raise Refusal(
                f"{problem_key(number)} has no solution yet.", "Think of several: the opportunity tree adds them."
            )
        choices = [
            Choice(one.id, f"{solution_key(one.id)} {one.title}", one.effort and f"{one.effort} person-months")
            for one in solutions
        ]
        choices.append(Choice(0, "No solution is chosen yet"))
        chosen = await self.answer_of(Choose(f"The solution of {problem_key(number)}", choices))
        if chosen is not None:
            self.request(ChooseSolution(number, chosen or None))

    async def _choose_release(self, numbers: tuple[int, ...]) -> None:
        from pmtui.screens.dialogs.choose import Choice, Choose
        from pmtui.services.roadmap_choices import AssignRelease

        releases = await self.workspace.ask(release_views)
        if not releases:
            raise Refusal("There is no release yet.", "V shows the timeline; a adds one there.")
        choices = [Choice(one.id, f"R-{one.id} {one.name}", one.release_on or "no day yet") for one in releases]
        choices.append(Choice(0, "No release"))
        chosen = await self.answer_of(Choose(f"The release of {keys_in_words(numbers)}", choices))
        if chosen is not None:
            self.request(AssignRelease(numbers, chosen or None))

    async def _choose_need(self, number: int) -> None:
        from pmtui.screens.dialogs.choose import Choose
        from pmtui.services.roadmap_choices import AddNeed, RemoveNeed

        needs = (await self.workspace.ask(roadmap_rows, (number,)))[number].needs
        title = f"What has to be solved before {problem_key(number)}?"
        chosen = await self.answer_of(Choose(title, self._find(number, needs), "Type to search"))
        if chosen is not None:
            self.request(RemoveNeed(number, chosen) if chosen in needs else AddNeed(number, chosen))

    def _find(self, besides: int = 0, needed: Sequence[int] = ()) -> "Find[int]":
        """Finds open problems besides one; those that it needs already say what taking them does."""
        from pmtui.screens.dialogs.choose import Choice
        from pmtui.services.persona_lists import problems_to_link

        async def find(words: str) -> "Sequence[Choice[int]]":
            found = [one for one in await self.workspace.ask(problems_to_link, words) if one[0] != besides]
            found.sort(key=lambda one: one[0] not in needed)
            return [
                Choice(
                    number, f"{problem_key(number)} {title}", "needed; enter takes it off" if number in needed else ""
                )
                for number, title in found
            ]

        return find
