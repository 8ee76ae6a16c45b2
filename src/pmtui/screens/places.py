"""Where the app can go: its screens, each made when it is first gone to, and the dialogs that open anywhere."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import work
from textual.screen import Screen

from pmtui.actions.action import BOARD, DECISIONS, EVIDENCE, PERSONAS, PROBLEMS, ROADMAP, STRATEGY, TREE
from pmtui.domain.changes import ChangeSet
from pmtui.domain.keys import Kind
from pmtui.environment.config import Settings
from pmtui.screens.base import WorkspaceScreen
from pmtui.screens.telling import Telling

_SHOWN_ON = (
    (Kind.PROBLEM, PROBLEMS),
    (Kind.PROBLEM, BOARD),
    (Kind.EVIDENCE, EVIDENCE),
    (Kind.PERSONA, PERSONAS),
    (Kind.DECISION, DECISIONS),
)


def _problems_screen() -> Screen[None]:
    from pmtui.screens.problems import ProblemsScreen

    return ProblemsScreen()


def _board_screen() -> Screen[None]:
    from pmtui.screens.board import BoardScreen

    return BoardScreen()


def _evidence_screen() -> Screen[None]:
    from pmtui.screens.evidence import EvidenceScreen

    return EvidenceScreen()


def _personas_screen() -> Screen[None]:
    from pmtui.screens.personas import PersonasScreen

    return PersonasScreen()


def _strategy_screen() -> Screen[None]:
    from pmtui.screens.strategy import StrategyScreen

    return StrategyScreen()


def _roadmap_screen() -> Screen[None]:
    from pmtui.screens.roadmap import RoadmapScreen

    return RoadmapScreen()


def _decisions_screen() -> Screen[None]:
    from pmtui.screens.decisions import DecisionsScreen

    return DecisionsScreen()


def _tree_screen() -> Screen[None]:
    from pmtui.screens.tree import TreeScreen

    return TreeScreen()


class Places(Telling):
    """An app that goes to screens and opens dialogs."""

    settings: Settings
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        EVIDENCE: _evidence_screen,
        PROBLEMS: _problems_screen,
        BOARD: _board_screen,
        PERSONAS: _personas_screen,
        STRATEGY: _strategy_screen,
        ROADMAP: _roadmap_screen,
        DECISIONS: _decisions_screen,
        TREE: _tree_screen,
    }

    async def action_go_evidence(self) -> None:
        """Go to the evidence."""
        await self.switch_mode(EVIDENCE)

    async def action_go_problems(self) -> None:
        """Go to the problems."""
        await self.switch_mode(PROBLEMS)

    async def action_go_board(self) -> None:
        """Go to the board."""
        await self.switch_mode(BOARD)

    async def action_go_personas(self) -> None:
        """Go to the personas and companies."""
        await self.switch_mode(PERSONAS)

    async def action_go_strategy(self) -> None:
        """Go to the strategy."""
        await self.switch_mode(STRATEGY)

    async def action_go_roadmap(self) -> None:
        """Go to the roadmap."""
        await self.switch_mode(ROADMAP)

    async def action_go_decisions(self) -> None:
        """Go to the decisions."""
        await self.switch_mode(DECISIONS)

    async def action_go_tree(self) -> None:
        """Go to the opportunity tree."""
        await self.switch_mode(TREE)

    def open_problem(self, number: int) -> None:
        """Show everything about a problem."""
        from pmtui.screens.dialogs.problem_detail import ProblemDetailDialog

        self.push_screen(ProblemDetailDialog(number))

    def open_record(self, kind: Kind, number: int) -> None:
        """Show everything about a record."""
        if kind is Kind.PROBLEM:
            self.open_problem(number)
        elif kind is Kind.EVIDENCE:
            self._show_evidence(number)
        elif kind in (Kind.PERSONA, Kind.COMPANY):
            self._show_persona(kind, number)
        elif kind in (Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.STRATEGY_BOX):
            self._show_strategy(kind, number)
        elif kind in (Kind.SOLUTION, Kind.EXPERIMENT):
            self.show_in_tree(kind, number)
        elif kind is Kind.DECISION:
            self._show_decision(number)
        elif kind is Kind.RELEASE:
            from pmtui.screens.dialogs.launch_checklist import LaunchChecklist

            self.push_screen(LaunchChecklist(number))

    @work
    async def show_in_tree(self, kind: Kind, number: int, branch: bool = False) -> None:
        """Go to a record in the opportunity tree. branch: show what hangs on it alone; leaving comes back here."""
        from pmtui.screens.tree import TreeScreen

        came_from = self.current_mode
        await self.switch_mode(TREE)
        if isinstance(self.screen, TreeScreen):
            self.screen.show_node(kind, number, branch, came_from if branch else "")

    @work
    async def _show_evidence(self, number: int) -> None:
        from pmtui.screens.evidence import EvidenceScreen

        await self.switch_mode(EVIDENCE)
        if isinstance(self.screen, EvidenceScreen):
            self.screen.show_record(number)

    @work
    async def _show_persona(self, kind: Kind, number: int) -> None:
        from pmtui.screens.personas import PersonasScreen

        await self.switch_mode(PERSONAS)
        if isinstance(self.screen, PersonasScreen):
            self.screen.show_record(kind, number)

    @work
    async def _show_decision(self, number: int) -> None:
        from pmtui.screens.decisions import DecisionsScreen

        await self.switch_mode(DECISIONS)
        if isinstance(self.screen, DecisionsScreen):
            self.screen.show_record(number)

    @work
    async def _show_strategy(self, kind: Kind, number: int) -> None:
        from pmtui.screens.strategy import StrategyScreen

        await self.switch_mode(STRATEGY)
        if isinstance(self.screen, StrategyScreen):
            self.screen.show_record(kind, number)

    def action_import_file(self) -> None:
        """Import a file."""
        from pmtui.screens.dialogs.import_file import ImportFile

        self.push_screen(ImportFile(self.settings.day_first), self._show_imported)

    async def _show_imported(self, change: ChangeSet | None) -> None:
        """Go to what came in, unless the screen in front shows it."""
        places = [place for kind, place in _SHOWN_ON if change is not None and kind in change.kinds]
        if places and self.current_mode not in places:
            await self.switch_mode(places[0])

    def action_help(self) -> None:
        """Show the keys and words of the screen in front."""
        if isinstance(self.screen, WorkspaceScreen):
            from pmtui.screens.dialogs.help import Help

            screen = self.screen
            self.push_screen(Help(screen.NAME, screen.TITLE_WORD, screen.PURPOSE, screen.WORDS))

    def action_palette(self) -> None:
        """Show every action of the screen in front."""
        if isinstance(self.screen, WorkspaceScreen):
            from pmtui.screens.palette import open_palette

            open_palette(self.screen)
