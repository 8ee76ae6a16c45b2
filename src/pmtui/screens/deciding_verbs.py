"""From the ranking to a decision: one that keeps it as it is, or one that goes against it."""

import asyncio

from textual import work

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.screens.asking import asks
from pmtui.screens.rank_view_verbs import RankViewVerbs
from pmtui.widgets.problem_rows import ProblemRows


class DecidingVerbs(RankViewVerbs):
    """A ranked screen from which decisions are recorded."""

    @asks
    async def action_freeze_ranking(self) -> None:
        """Record a decision about what is picked that keeps the ranking."""
        from pmtui.screens.dialogs.decision_form import AddDecisionForm
        from pmtui.services.lists import workspace_view

        view = await self.workspace.ask(workspace_view)
        await self.answer_of(AddDecisionForm(self.picked(), view.ranked_by))

    @asks
    async def action_place_lower(self) -> None:
        """Decide that the problem under the cursor comes later than its score says."""
        await self._ask_place(1)

    @asks
    async def action_place_higher(self) -> None:
        """Decide that the problem under the cursor comes before what its score says."""
        await self._ask_place(-1)

    async def _ask_place(self, by: int) -> None:
        from pmtui.domain.override import arranged
        from pmtui.screens.dialogs.decision_place import DecidePlaceForm
        from pmtui.services.decision_lists import decided_places
        from pmtui.services.uncertainty import present_contest, rank_uncertainty, titles_of

        if (number := self.current()) is None:
            return
        contest = await self.workspace.ask(present_contest)
        found = self._uncertainty if self._contest == contest else None
        if found is None:
            found = await asyncio.to_thread(rank_uncertainty, contest)
        means = {other: standing.mean for other, standing in found.standings.items()}
        if number not in means:
            raise Refusal(f"{problem_key(number)} has no rank to go against.", "s types the estimates it needs.")
        decided = await self.workspace.ask(decided_places)
        order = arranged(list(means), {other: place.place for other, place in decided.items()})
        place = min(len(means), max(1, order.index(number) + 1 + by))
        titles = await self.workspace.ask(titles_of, (number,))
        await self.answer_of(DecidePlaceForm(number, titles[number], place, means, found.top, decided))

    @work(group="places", exclusive=True)
    async def show_decided_places(self) -> None:
        """Mark the problems whose place was decided."""
        from pmtui.services.decision_lists import decided_places

        rows = self.the_list()
        if isinstance(rows, ProblemRows):
            rows.set_places(await self.workspace.ask(decided_places))
