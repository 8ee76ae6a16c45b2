"""The opportunity tree: what the problems are for, and what may solve them; beside it what is under the cursor."""

from collections.abc import AsyncIterator, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, problem_key
from pmtui.domain.opportunity_tree import OpportunityTree, node_of, record_of
from pmtui.domain.solution_prompts import ENOUGH
from pmtui.domain.text import counted
from pmtui.screens.asking import asks
from pmtui.screens.dialogs.solution_form import prompt_lines
from pmtui.screens.node_sheets import node_sheet
from pmtui.screens.sheet_pane import Draw, SheetPane
from pmtui.screens.tree_outline import Outline
from pmtui.screens.tree_verbs import TreeVerbs
from pmtui.services.opportunity_tree import ShownTree, node_rows, opportunity_tree
from pmtui.services.solution_lists import problem_prompts
from pmtui.widgets.text import line_content
from pmtui.widgets.tree_rows import TreeRows
from pmtui.widgets.virtual_list import VirtualList

NOTHING = "No problems yet. Under each problem stand the solutions that may solve it. a adds a problem."
NOBODY = "This persona has no problem yet. c on Problems links personas. esc shows all again."
ROOM_FOR_ALL = 34  # lines of the screen; with fewer, one question at a time stands under the tree
_ADDED = (Kind.EXPERIMENT, Kind.ASSUMPTION, Kind.SOLUTION, Kind.PROBLEM)


class TreeScreen(TreeVerbs):
    """The whole tree or one branch of it, and the sheet; without room one at a time."""

    NAME = "tree"
    TAB = "problems"
    TITLE_WORD = "Opportunity tree"
    PURPOSE = "See what each problem is for, and find more than one way to solve it before you choose."
    WORDS = (
        ("h l", "fold and unfold; on a folded line, h goes up and l goes down"),
        ("objective", "what the business wants to reach; problems serve it"),
        ("solution", "one way to address one problem; compare at least three"),
        ("assumption", "what must be true for a solution; 5/1: it matters much and little is known of it"),
        ("experiment", "the cheapest check, with a limit for success that is said before"),
        ("pm", "person-months of effort"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.IMPORT_LINK, Kind.IMPORT_RUN, Kind.IMPORT_SOURCE}
    CSS_PATH = "../styles/tree.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._shown: ShownTree | None = None
        self._outline = Outline()
        self._shown_summary = Content("")
        self._persona: tuple[int, str] | None = None
        self._came_from = ""
        self._unfolds_branch = False

    def compose_body(self) -> ComposeResult:
        """The tree with its summary and the questions, and the pane."""
        with Horizontal():
            with Vertical(id="list-side"):
                yield Static(id="summary")
                yield TreeRows()
                yield Static(id="nothing")
                yield Static(id="prompts")
            yield (pane := SheetPane())
            pane.can_focus = False  # the keys stay with the list

    # Reading and showing

    async def read(self) -> None:
        """Read the tree; the list asks for the rows that are seen."""
        persona = self._persona[0] if self._persona is not None else None
        shown = await self.workspace.ask(opportunity_tree, persona)
        self._shown = shown
        self.show_ranked_by("")
        self._outline.take(shown.tree)
        self._show_tree()
        self.the_list().forget()
        self.call_after_refresh(self.follow_from_now)  # the pane comes after the tree has been painted

    def _show_tree(self) -> None:
        """Show what has been read, with the cursor where it is to go."""
        if self._unfolds_branch:
            self._outline.unfold_all()
            self._unfolds_branch = False
        if self.go_to is not None:
            self._outline.reveal(self.go_to)
        self._show_lines()
        if self.go_to is not None and self._outline.tree.holds(self.go_to):
            self.the_list().highlight(self.go_to)
            self.go_to = None
        self._show_prompts()

    def _show_lines(self) -> None:
        """Show what is not folded away."""
        nodes = self._outline.nodes()
        self.the_list().set_outline(nodes, self._outline.line)
        self.set_class(not nodes, "-empty")
        if not nodes:
            self.query_one("#nothing", Static).update(line_content(NOBODY if self._persona is not None else NOTHING))
        if (summary := self._summary()) != self._shown_summary:  # laying out what is there already would hold up keys
            self._shown_summary = summary
            self.query_one("#summary", Static).update(summary, layout=False)

    def _summary(self) -> Content:
        if path := self._outline.path():
            *above, last = path
            words = "".join(f"{key} › " for key in above)
            return Content.assemble(
                (words, "$muted"), (last, "bold $strong"), ("  esc ", "bold $accent"), ("back", "$muted")
            )
        objectives, problems = self._outline.objectives, self._shown.problems if self._shown is not None else 0
        counts = (counted(objectives, "objective"), counted(problems, "problem"))
        whose = "" if self._persona is None else f" of {self._persona[1]}"
        return Content.assemble(
            (" · ".join(counts if objectives else counts[1:]), "bold $strong"),
            line_content(whose, "$warning"),
            ("  V ", "bold $accent"),
            ("list", "$muted"),
        )

    @work(group="prompts", exclusive=True)
    async def _show_prompts(self) -> None:
        """Below the branch of a problem, questions that lead to one more solution while there are few."""
        kind, number = record_of(self._outline.branch) if self._outline.branch is not None else (None, 0)
        if kind is not Kind.PROBLEM:
            self.remove_class("-prompts")
            return
        count, prompts = await self.workspace.ask(problem_prompts, number)
        self.set_class(count < ENOUGH, "-prompts")
        if self.app.size.height < ROOM_FOR_ALL:
            prompts = prompts[count : count + 1]
        ordinal = ("first", "second", "third")[min(count, ENOUGH - 1)]
        head = Content.assemble(
            ("a ", "bold $accent"), (f"A {ordinal} solution for {problem_key(number)}?", "bold $strong")
        )
        self.query_one("#prompts", Static).update(Content("\n").join([head, prompt_lines(prompts)]))

    async def on_virtual_list_wanted(self, event: VirtualList.Wanted) -> None:
        """Read the rows that came into sight."""
        self.run_worker(self._answer(event.ids))

    async def _answer(self, nodes: Sequence[int]) -> None:
        if self._shown is None:
            return
        try:
            self.the_list().put(await self.workspace.ask(node_rows, nodes, self._shown.order.ranks))
        except Refusal:
            self.the_list().unask(nodes)
            raise

    def take_change(self, change: ChangeSet) -> None:
        """Go to what was added here."""
        if change.created is not None and Kind.EVIDENCE not in change.kinds:
            kind = next((kind for kind in _ADDED if kind in change.kinds), None)
            if kind is not None:
                self.go_to = node_of(kind, change.created)
        super().take_change(change)

    async def drawings(self, number: int) -> AsyncIterator[Draw]:
        """Everything about a node."""
        yield await node_sheet(self.workspace, number, self._shown.order if self._shown is not None else None)

    # Where it is shown

    def show_node(self, kind: Kind, number: int, branch: bool, came_from: str) -> None:
        """Put the cursor on a record. branch: show it alone, unfolded; came_from: the screen that leaving goes to."""
        node, was_filtered = node_of(kind, number), self._persona is not None
        self.show_only_detail(False)
        self._persona, self._came_from = None, came_from
        self.go_to = node
        self._outline.branch = node if branch else None
        self._unfolds_branch = branch
        if was_filtered:
            self._read_anew()
        elif self._shown is not None:  # else it is being read
            self._show_tree()

    def opportunities(self) -> OpportunityTree:
        """The tree that is shown."""
        return self._outline.tree

    def the_list(self) -> TreeRows:
        """The tree, also while another part is in use."""
        return self.query_one(TreeRows)

    def only_text(self) -> SheetPane | None:
        """The pane, when it has the whole screen."""
        return self.query_one(SheetPane) if self.shows_only_detail else None

    def action_open_node(self) -> None:
        """Give the pane the whole screen."""
        self.open_detail()

    def is_in_front(self) -> bool:
        """Whether something stands in front of the whole tree, which leaving closes first."""
        return self.shows_only_detail or self._outline.branch is not None or bool(self._came_from)

    def action_back(self) -> None:
        """From the pane to the tree, from a selection to none, from a branch back to all or to where it came from."""
        if self.shows_only_detail:
            self.show_only_detail(False)
        elif self.the_list().selected:
            self.the_list().select(frozenset())
        elif self._came_from:
            came_from, self._came_from = self._came_from, ""
            self.call_later(self.run_action, f"app.go_{came_from}")
        elif self._outline.branch is not None:
            self._show_branch(None)
        elif self._persona is not None:
            self._persona = None
            self._read_anew()

    async def action_next_tree_view(self) -> None:
        """The ranked list."""
        self._came_from = ""
        await self.run_action("app.go_problems")

    # Folding

    def action_cursor_left(self) -> None:
        """Fold, or go up; in the pane, the one before."""
        node = self.current()
        if self.shows_only_detail:
            self.the_list().move_cursor(-1)
        elif node is not None and self._outline.is_unfolded(node):
            self._outline.fold(node)
            self._show_lines()
        elif node is not None and (parent := self._outline.tree.parents.get(node)) is not None:
            self.the_list().highlight(parent)

    def action_cursor_right(self) -> None:
        """Unfold, or go down; in the pane, the one after."""
        node = self.current()
        if self.shows_only_detail or (node is not None and self._outline.is_unfolded(node)):
            self.the_list().move_cursor(1)
        elif node is not None and self._outline.has_below(node):
            self._outline.unfold(node)
            self._show_lines()

    def action_fold_all(self) -> None:
        """Fold everything below the top lines, or where that is done, unfold everything."""
        node = self.current()
        self._outline.fold_or_unfold_all()
        self._show_lines()
        if node is not None and self.current() != node:
            shown = self.the_list().entries
            above = (each for each in self._outline.tree.above(node) if shown.place(each) is not None)
            self.the_list().highlight(next(above, node))

    def action_branch(self) -> None:
        """Show the branch under the cursor alone, or the whole tree again."""
        if (node := self.current()) is not None:
            self._show_branch(None if node == self._outline.branch else self._outline.branch_of(node))

    def _show_branch(self, top: int | None) -> None:
        self.go_to = self.current() if top is None else top
        self._outline.branch, self._came_from = top, ""
        if top is not None:
            self._outline.unfold(top)
        self._show_tree()

    @asks
    async def action_filter_tree(self) -> None:
        """Ask whose problems to show."""
        from pmtui.screens.tree_links import ask_persona

        if (persona := await ask_persona(self)) is not None:
            self._persona, self._outline.branch = persona if persona[0] else None, None
            self._read_anew()

    def _read_anew(self) -> None:
        self._stale = True
        self.read_if_stale()
