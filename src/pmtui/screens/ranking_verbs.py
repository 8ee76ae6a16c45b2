"""What a list is ranked by, and how sure its ranks are."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import work

from pmtui.screens.asking import asks
from pmtui.screens.problem_verbs import ProblemVerbs
from pmtui.widgets.problem_rows import ProblemRows

if TYPE_CHECKING:  # the first frame does without
    from pmtui.domain.contest import Contest, ResearchValue, Standing, Uncertainty
    from pmtui.screens.certainty_words import Certainty
    from pmtui.services.ranking import Agreement
    from pmtui.services.workspace_thread import WorkspaceThread

STEP = 0.05  # how far one key moves the weight of the blend
FROM_EVIDENCE = "from evidence"
OWN = "scorecards of your own"
LENS_WORDS = {
    "customer": "customer lens",
    "business": "business lens",
    "blend": "blend of both: , . move it",
}


class RankingVerbs(ProblemVerbs):
    """A screen that is ranked, by a scorecard or a lens."""

    _contest: "Contest | None" = None
    _uncertainty: "Uncertainty | None" = None
    _worth: "tuple[ResearchValue, ...]" = ()
    _figures_of: "WorkspaceThread | None" = None

    @asks
    async def action_ranked_by(self) -> None:
        """Ask for a scorecard or a lens."""
        from pmtui.domain.scorecard import BUILT_IN_SCORECARDS
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered
        from pmtui.services.ranking import RankBy, TakeRangesFromEvidence, ranking_view

        view = await self.workspace.ask(ranking_view)
        evidence = "only typed ranges" if view.ranges_from_evidence else "ranges from evidence too"
        # One's own come last, so that they change no letter of the others.
        own = {FROM_EVIDENCE: evidence, OWN: "your own: add, change, copy, delete"}
        names = {scorecard.name: scorecard.name for scorecard in BUILT_IN_SCORECARDS}
        words = names | LENS_WORDS | own | {name: name for name in view.scorecards}
        picked = await self.answer_of(LetterMenu("Ranked by", lettered(words), view.name))
        if picked == OWN:
            from pmtui.screens.dialogs.scorecards import Scorecards

            await self.answer_of(Scorecards(self.current()))
        elif picked == FROM_EVIDENCE:
            self.request(TakeRangesFromEvidence(not view.ranges_from_evidence))
        elif picked is not None:
            self.request(RankBy(picked))

    def action_less_business(self) -> None:
        """Give the customer's side of the blend more weight."""
        self._move_weight(STEP)

    def action_more_business(self) -> None:
        """Give the business's side of the blend more weight."""
        self._move_weight(-STEP)

    def _move_weight(self, by: float) -> None:
        from pmtui.services.ranking import MoveWeight

        self.request(MoveWeight(by))

    def forget_another_time(self) -> None:
        """Show no figure beside the problems that was worked out for the workspace of another time than is shown."""
        if self._figures_of is self.workspace:
            return
        self._figures_of = self.workspace
        self._contest, self._uncertainty, self._worth = None, None, ()
        rows = self.the_list()
        if isinstance(rows, ProblemRows):
            rows.forget_figures()

    # What both lenses say

    @work(group="lenses", exclusive=True)
    async def show_lenses(self, lens: str) -> None:
        """Show the rank by each lens beside the problems while a lens ranks them, and how far the two agree."""
        from pmtui.services.ranking import agreement

        found = await self.workspace.ask(agreement) if lens else None
        rows = self.the_list()
        if isinstance(rows, ProblemRows):
            gaps = found.gaps if found is not None else ()
            rows.set_lens_ranks({one.number: (one.customer, one.business) for one in gaps})
            self.show_agreement(found)

    def show_agreement(self, found: "Agreement | None") -> None:
        """Say how far the lenses agree; None where no lens ranks."""

    # How sure the ranks are

    def _show_standings(self, standings: Mapping[int, "Standing"], top: int) -> None:
        rows = self.the_list()
        if isinstance(rows, ProblemRows):
            rows.set_standings(standings, top)

    def certainty_of(self, number: int) -> "Certainty | None":
        """How sure the rank of a problem is, where that is known and not certain."""
        from pmtui.screens.certainty_words import Certainty

        found = self._uncertainty
        if found is None or number not in found.standings:
            return None
        return Certainty(found.standings[number], found, [value for value in self._worth if value.number == number])

    @asks
    async def action_why(self) -> None:
        """Show why the problem under the cursor stands where it stands, and how sure that is."""
        from pmtui.screens.dialogs.why import WhyDialog
        from pmtui.services.details import why

        if (number := self.current()) is not None:
            await self.answer_of(WhyDialog(await self.workspace.ask(why, number), self.certainty_of(number)))

    async def ranking_page(self) -> str:
        """The ranking as a page, with how sure it is."""
        from pmtui.services.ranking_pages import ranking_markdown
        from pmtui.services.uncertainty import present_contest, rank_uncertainty, what_to_find_out

        contest = await self.workspace.ask(present_contest)
        found = await asyncio.to_thread(rank_uncertainty, contest)
        worth = await asyncio.to_thread(what_to_find_out, contest, found)
        return await self.workspace.ask(ranking_markdown, found, worth)

    # How sure the ranks are, worked out

    @work(group="simulation", exclusive=True)
    async def simulate(self) -> None:
        """Work out how sure the ranks are, beside everything else; what was begun before is given up."""
        from pmtui.services.uncertainty import doubtful_contest, rank_uncertainty, what_to_find_out

        contest = await self.workspace.ask(doubtful_contest)
        if contest is not None and contest == self._contest:
            return
        self._contest = contest
        if contest is None:
            self._uncertainty, self._worth = None, ()
            self._show_standings({}, 0)
            return
        found = await asyncio.to_thread(rank_uncertainty, contest, progress=lambda _share: self._contest is contest)
        if self._contest is contest:
            self._worth = await asyncio.to_thread(what_to_find_out, contest, found)
            self._uncertainty = found
            self._show_standings(found.standings, found.top)
