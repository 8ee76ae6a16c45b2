"""The other views of a ranking: drawings, the disagreements, what to find out, comparisons, the tree."""

import asyncio
from functools import partial

from pmtui.domain.keys import Kind
from pmtui.screens.asking import asks
from pmtui.screens.ranking_verbs import RankingVerbs

MOST_COMPARED = 12  # problems that are compared when none is selected
STILL_SIMULATING = "How sure the ranks are is still being worked out"
VIEW_WORDS = {
    "disagreement": "where the lenses disagree",
    "research": "what to find out next",
    "value": "value against effort, as boxes",
    "intervals": "ranks with their intervals",
    "compare": "compare two problems at a time",
    "tree": "tree: objectives, problems, solutions",
}


class RankViewVerbs(RankingVerbs):
    """A ranked screen with other views of its ranking."""

    @asks
    async def action_rank_views(self) -> None:
        """Ask which other view of the ranking to show."""
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered

        view = await self.answer_of(LetterMenu("Another view", lettered(VIEW_WORDS)))
        if view == "compare":
            await self._compare()
        elif view == "tree":
            self._go_to_tree()
        elif view is not None:
            asks_for_one = {
                "disagreement": self._ask_disagreement,
                "research": self._ask_research,
                "value": self._ask_value,
                "intervals": self._ask_interval,
            }
            number = await asks_for_one[view]()
            rows = self.the_list()
            if number is not None and rows is not None:
                rows.highlight(number)

    def _go_to_tree(self) -> None:
        number = self.current()
        self.host.show_in_tree(*((Kind.OBJECTIVE, 0) if number is None else (Kind.PROBLEM, number)))

    async def _ask_interval(self) -> int | None:
        from pmtui.screens.dialogs.plot import PlotDialog
        from pmtui.screens.rank_views import interval_lines
        from pmtui.services.places import places_decided
        from pmtui.services.uncertainty import titles_of

        if (found := self._uncertainty) is None:
            certain = "No estimate is a range: every rank is certain"
            self.host.show_status(certain if self._contest is None else STILL_SIMULATING)
            return None
        numbers = tuple(found.standings)
        titles, decided = await self.workspace.ask(titles_of, numbers), await self.workspace.ask(places_decided)
        draw = partial(interval_lines, found, titles, decided)
        title = f"The ranks of nine draws in ten, of {found.runs:,}"
        return await self.answer_of(PlotDialog(title, numbers, draw, self.current()))

    async def _ask_value(self) -> int | None:
        from pmtui.screens.dialogs.plot import PlotDialog
        from pmtui.screens.rank_views import value_lines
        from pmtui.services.uncertainty import titles_of
        from pmtui.services.value_map import map_source, placed

        source = await self.workspace.ask(map_source)
        found = await asyncio.to_thread(placed, source) if source is not None else ()
        if source is None or not found:
            self.host.show_status("Nothing to draw: no problem is ranked, or its score has no effort")
            return None
        numbers = tuple(one.number for one in found)
        titles = await self.workspace.ask(titles_of, numbers)
        draw = partial(value_lines, found, titles, (source.value_name, source.effort_name))
        return await self.answer_of(PlotDialog("Value against effort", numbers, draw, self.current()))

    async def _compare(self) -> None:
        from pmtui.screens.dialogs.compare import CompareDialog
        from pmtui.services.comparisons import compared

        rows = self.the_list()
        shown = [entry for entry in rows.entries if isinstance(entry, int)] if rows is not None else []
        numbers = self.picked() if len(self.picked()) > 1 else tuple(shown[:MOST_COMPARED])
        if len(numbers) > 1:
            await self.answer_of(CompareDialog(await self.workspace.ask(compared, numbers)))

    async def _ask_disagreement(self) -> int | None:
        from pmtui.domain.lens import tau_in_words
        from pmtui.screens.dialogs.choose import Choose
        from pmtui.screens.rank_views import disagreement_choices
        from pmtui.services.ranking import agreement

        found = await self.workspace.ask(agreement)
        if not found.gaps:
            self.host.show_status("No problem has both a customer and a business rank yet: s with the lenses of v")
            return None
        words = "" if found.tau is None else f" · {tau_in_words(found.tau)} (tau-b {found.tau:.2f})"
        title = f"Customer / business rank{words}"
        return await self.answer_of(Choose(title, disagreement_choices(found.gaps)))

    async def _ask_research(self) -> int | None:
        from pmtui.screens.dialogs.choose import Choose
        from pmtui.screens.rank_views import research_choices
        from pmtui.services.uncertainty import criterion_names, titles_of

        if not self._worth:
            nothing = "No estimate is worth finding out: none would change what comes first"
            known = self._contest is None or self._uncertainty is not None
            self.host.show_status(nothing if known else STILL_SIMULATING)
            return None
        titles = await self.workspace.ask(titles_of, tuple(value.number for value in self._worth))
        names = await self.workspace.ask(criterion_names)
        title = "What to find out next: what knowing it adds to the score of the top"
        return await self.answer_of(Choose(title, research_choices(self._worth, titles, names)))
