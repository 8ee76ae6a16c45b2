"""What can be done with the records in the opportunity tree."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, problem_key
from pmtui.domain.opportunity_tree import LEVELS, OpportunityTree, record_of
from pmtui.screens.asking import asks
from pmtui.screens.following import FollowingScreen
from pmtui.screens.page import Page
from pmtui.services.workspace import Command


class TreeVerbs(FollowingScreen):
    """The actions on what is under the cursor, some on all that is selected."""

    go_to: int | None = None
    """The node that the cursor goes to when the tree is read next."""

    def opportunities(self) -> OpportunityTree:
        """The tree that is shown."""
        raise NotImplementedError

    def record(self) -> tuple[Kind, int] | None:
        """The record under the cursor; none above the problems that serve no objective."""
        node = self.current()
        found = None if node is None else record_of(node)
        return found if found is not None and found[1] else None

    def experiment(self) -> int:
        """The number of the experiment under the cursor. Raises Refusal when it is on something else."""
        found = self.record()
        if found is None or found[0] is not Kind.EXPERIMENT:
            raise Refusal("Only experiments have results.", "Put the cursor on one, or add one with a.")
        return found[1]

    # Adding

    @asks
    async def action_add_below(self) -> None:
        """Add what belongs below the record under the cursor; where several things do, ask which."""
        from pmtui.screens.tree_forms import add_below

        await add_below(self, self.record())

    @asks
    async def action_add_key_result(self) -> None:
        """Add a key result to the objective under the cursor. Raises Refusal when it is on something else."""
        from pmtui.screens.dialogs.key_result_form import AddKeyResultForm
        from pmtui.services.strategy_views import objective_view

        found = self.record()
        if found is None or found[0] is not Kind.OBJECTIVE:
            raise Refusal("Only objectives have key results.", "Put the cursor on one.")
        objective = (await self.workspace.ask(objective_view, found[1])).objective
        await self.answer_of(AddKeyResultForm(objective.id, objective.title))

    # Changing

    @asks
    async def action_edit_node(self) -> None:
        """Edit the record under the cursor."""
        from pmtui.screens.tree_forms import edit_form

        if (found := self.record()) is not None:
            await self.answer_of(await edit_form(self.workspace, *found))

    @asks
    async def action_edit_node_text(self) -> None:
        """Edit the long text of the record under the cursor in the user's editor."""
        from pmtui.screens.tree_forms import edit_long_text

        if (found := self.record()) is not None:
            await edit_long_text(self, *found)

    @asks
    async def action_record_result(self) -> None:
        """Write down what the experiment under the cursor showed."""
        from pmtui.screens.dialogs.experiment_form import ResultForm
        from pmtui.services.solution_lists import experiment_sheet

        number = self.experiment()
        sheet = await self.workspace.ask(experiment_sheet, number)
        await self.answer_of(ResultForm(sheet.experiment))

    @asks
    async def action_take_as_evidence(self) -> None:
        """Make the result of the experiment under the cursor evidence of its problem."""
        from pmtui.screens.dialogs.letter_menu import Lettered, LetterMenu
        from pmtui.services.experiments import TakeAsEvidence
        from pmtui.services.solution_lists import experiment_sheet

        number = self.experiment()
        experiment = (await self.workspace.ask(experiment_sheet, number)).experiment
        if experiment.evidence_id is not None or not experiment.result:
            await self.host.carry_out(TakeAsEvidence(number))  # says why not
            return
        kinds = (
            Lettered("t", "test: people tried it", "test"),
            Lettered("l", "launch data: it was live", "launch_data"),
        )
        chosen = await self.answer_of(LetterMenu("The result is evidence of type", kinds))
        if chosen is not None:
            self.request(TakeAsEvidence(number, chosen))

    def action_delete_node(self) -> None:
        """Delete what is picked."""
        from pmtui.services.together import Together

        by_kind = defaultdict[Kind, list[int]](list)
        for kind, number in map(record_of, self.picked()):
            by_kind[kind].append(number)
        # What hangs on others goes first: nothing is gone before its turn.
        commands = [_deleting(kind, tuple(by_kind[kind])) for kind in reversed(LEVELS) if kind in by_kind]
        if commands := [command for command in commands if command is not None]:
            self.request(commands[0] if len(commands) == 1 else Together(tuple(commands)))

    # Where it stands

    def action_order_later(self) -> None:
        """Move what is under the cursor one down among its like."""
        self._shift(1)

    def action_order_earlier(self) -> None:
        """Move what is under the cursor one up among its like."""
        self._shift(-1)

    def _shift(self, by: int) -> None:
        from pmtui.services.objectives import ShiftObjective
        from pmtui.services.solutions import ShiftSolution

        kind, number = self.record() or (None, 0)
        if kind is Kind.SOLUTION:
            self.request(ShiftSolution(number, by))
        elif kind is Kind.OBJECTIVE:
            self.request(ShiftObjective(number, by))
        elif kind is Kind.PROBLEM:
            hint = "On the list, V, J and K decide a place with a reason."
            self.host.show_refusal(Refusal("Problems stand in the order of their rank.", hint))
        elif kind is not None:
            hint = "Assumptions: the riskiest first. Experiments: as they were added."
            self.host.show_refusal(Refusal("These have an order of their own.", hint))

    def action_move_in(self) -> None:
        """Make the problem under the cursor part of the problem right above it on the same level."""
        tree, node, (kind, number) = self.opportunities(), self.current(), self.record() or (None, 0)
        if node is None or kind is not Kind.PROBLEM:
            self.host.show_refusal(_only_problems())
            return
        siblings = list(tree.children.get(tree.parents[node], ()))
        before = [record_of(other) for other in siblings[: siblings.index(node)]]
        wholes = [other for other_kind, other in before if other_kind is Kind.PROBLEM]
        if wholes:
            self._make_part((number,), wholes[-1])
        else:
            hint = "M picks any other problem."
            self.host.show_refusal(Refusal("There is no problem above it to become part of.", hint))

    def action_move_out(self) -> None:
        """Let the problem under the cursor stand one level higher."""
        tree, node, (kind, number) = self.opportunities(), self.current(), self.record() or (None, 0)
        if node is None or kind is not Kind.PROBLEM:
            self.host.show_refusal(_only_problems())
            return
        above = [record_of(other) for other in tree.above(node)]
        if above[0][0] is not Kind.PROBLEM:
            self.host.show_refusal(Refusal(f"{problem_key(number)} is part of no other problem."))
            return
        self._make_part((number,), above[1][1] if above[1][0] is Kind.PROBLEM else None)

    def _make_part(self, numbers: tuple[int, ...], whole: int | None) -> None:
        from pmtui.services.sub_problems import MakeSubProblems

        self.go_to = self.current()
        self.request(MakeSubProblems(numbers, whole))

    @asks
    async def action_make_part(self) -> None:
        """Ask which problem those that are picked are part of."""
        from pmtui.screens.tree_links import ask_whole

        picked = [number for kind, number in map(record_of, self.picked()) if kind is Kind.PROBLEM]
        if not picked:
            raise _only_problems()
        answer = await ask_whole(self, tuple(picked))
        if answer is not None:
            self._make_part(tuple(picked), answer or None)

    @asks
    async def action_connect_node(self) -> None:
        """Connect a problem to an objective, or an experiment to the assumption that it checks."""
        from pmtui.screens.tree_links import connect

        if (found := self.record()) is not None:
            await connect(self, *found)

    # Reading

    @asks
    async def action_origin(self) -> None:
        """Show the problem that the record under the cursor is for, with its evidence and its objective."""
        tree, node = self.opportunities(), self.current()
        if node is None:
            return
        for kind, number in map(record_of, (node, *tree.above(node))):
            if kind is Kind.PROBLEM:
                self.host.open_problem(number)
                return

    # Handing over

    def pages(self) -> list[Page]:
        """The tree, and the problem under the cursor or above it."""
        from pmtui.services.pages import problem_markdown
        from pmtui.services.tree_pages import tree_markdown

        pages = [Page("The opportunity tree", "opportunity-tree.md", lambda: self.workspace.ask(tree_markdown))]
        tree, node = self.opportunities(), self.current()
        if node is None:
            return pages
        problems = [number for kind, number in map(record_of, (node, *tree.above(node))) if kind is Kind.PROBLEM]
        if not problems:
            return pages
        key = problem_key(problems[0])
        page = Page(f"Problem {key}", f"{key}.md", lambda: self.workspace.ask(problem_markdown, problems[0]))
        return [*pages, page]


def _deleting(kind: Kind, numbers: Sequence[int]) -> Command | None:
    from pmtui.services.assumptions import DeleteAssumptions
    from pmtui.services.experiments import DeleteExperiments
    from pmtui.services.objectives import DeleteObjective
    from pmtui.services.problems import DeleteProblems
    from pmtui.services.solutions import DeleteSolutions
    from pmtui.services.together import Together

    if kind is Kind.OBJECTIVE:
        objectives = [DeleteObjective(number) for number in numbers if number]
        return Together(tuple(objectives)) if objectives else None
    deleting: dict[Kind, Callable[[tuple[int, ...]], Command]] = {
        Kind.PROBLEM: DeleteProblems,
        Kind.SOLUTION: DeleteSolutions,
        Kind.ASSUMPTION: DeleteAssumptions,
        Kind.EXPERIMENT: DeleteExperiments,
    }
    return deleting[kind](tuple(numbers))


def _only_problems() -> Refusal:
    return Refusal("Only problems are part of problems.", "Put the cursor on a problem.")
