"""The opportunity tree: what the problems are for, and what may solve them; beside it what is under the cursor."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import KEY_LETTERS, Key, Kind
from pmtui.domain.opportunity_tree import NO_OBJECTIVE, OpportunityTree, node_of, record_of
from pmtui.domain.solution_prompts import ENOUGH
from pmtui.screens.asking import asks
from pmtui.screens.dialogs.solution_form import prompt_lines
from pmtui.screens.node_sheets import node_sheet
from pmtui.screens.sheet_pane import SheetPane
from pmtui.screens.tree_verbs import TreeVerbs
from pmtui.services.opportunity_tree import ShownTree, counted, node_rows, opportunity_tree
from pmtui.services.solution_lists import problem_prompts
from pmtui.widgets.text import line_content
from pmtui.widgets.tree_rows import FOLDED, UNFOLDED, TreeRows
from pmtui.widgets.virtual_list import VirtualList

NOTHING = "No problems yet. Under each problem stand the solutions that may solve it. a adds a problem."
NOBODY = "This persona has no problem yet. c on Problems links personas. esc shows all again."
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
        self._unfolded = {NO_OBJECTIVE}
        self._known_roots: set[int] = set()
        self._branch: int | None = None
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
        self._unfolded |= set(shown.tree.roots) - self._known_roots
        self._known_roots |= set(shown.tree.roots)
        if self._branch is not None and not shown.tree.holds(self._branch):
            self._branch = None
        if self._branch is not None and self._unfolds_branch:
            self._unfolded.update(node for node, _ in shown.tree.below((self._branch,)))
            self._unfolds_branch = False
        if self.go_to is not None:
            self._unfolded.update(shown.tree.above(self.go_to))
            if self._branch is not None and self._branch not in (self.go_to, *shown.tree.above(self.go_to)):
                self._branch = None
        self._show_lines()
        rows = self.the_list()
        rows.forget()
        if self.go_to is not None:
            rows.highlight(self.go_to)
            self.go_to = None
        await self._show_prompts()
        self._show_detail()

    def _show_lines(self) -> None:
        """Show what is not folded away."""
        tree = self.opportunities()
        if tree is None:
            return
        tops = tree.roots if self._branch is None else (self._branch,)
        lines = [(node, depth, self._sign(tree, node)) for node, depth in tree.below(tops, self._unfolded.__contains__)]
        self.the_list().set_outline(lines)
        self.set_class(not lines, "-empty")
        self.query_one("#nothing", Static).update(line_content(NOBODY if self._persona is not None else NOTHING))
        self._show_summary(tree)

    def _sign(self, tree: OpportunityTree, node: int) -> str:
        if not tree.children.get(node):
            return ""
        return UNFOLDED if node in self._unfolded else FOLDED

    def _show_summary(self, tree: OpportunityTree) -> None:
        parts: list[Any] = []
        if self._branch is not None:
            above = filter(None, map(_in_short, reversed(tree.above(self._branch))))
            parts += [("".join(f"{key} › " for key in above), "$muted"), (_in_short(self._branch), "bold $strong")]
            parts += [("  esc ", "bold $accent"), ("back", "$muted")]
        else:
            objectives = sum(1 for root in tree.roots if root != NO_OBJECTIVE)
            counts = (counted(objectives, "objective"), counted(_count_problems(tree), "problem"))
            parts.append((" · ".join(counts if objectives else counts[1:]), "bold $strong"))
            if self._persona is not None:
                parts.append(line_content(f" of {self._persona[1]}", "$warning"))
            parts += [("  V ", "bold $accent"), ("list", "$muted")]
        self.query_one("#summary", Static).update(Content.assemble(*parts))

    async def _show_prompts(self) -> None:
        """Below the branch of a problem, questions that lead to one more solution while there are few."""
        kind, number = record_of(self._branch) if self._branch is not None else (None, 0)
        if kind is not Kind.PROBLEM:
            self.remove_class("-prompts")
            return
        count, prompts = await self.workspace.ask(problem_prompts, number)
        self.set_class(count < ENOUGH, "-prompts")
        ordinal = ("first", "second", "third")[min(count, ENOUGH - 1)]
        head = Content.assemble(("a ", "bold $accent"), (f"A {ordinal} solution?", "bold $strong"))
        self.query_one("#prompts", Static).update(Content("\n").join([head, prompt_lines(prompts)]))

    async def on_virtual_list_wanted(self, event: VirtualList.Wanted) -> None:
        """Read the rows that came into sight."""
        self.run_worker(self._answer(event.ids))

    async def _answer(self, nodes: Sequence[int]) -> None:
        if self._shown is None:
            return
        try:
            self.the_list().put(await self.workspace.ask(node_rows, nodes, self._shown.ranks))
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

    def on_virtual_list_highlighted(self) -> None:
        """Read what is now under the cursor."""
        self._show_detail()

    @work(group="detail", exclusive=True)
    async def _show_detail(self) -> None:
        pane, node = self.query_one(SheetPane), self.current()
        if node is None:
            pane.clear()
            return
        try:
            pane.show(node, await node_sheet(self.workspace, node))
        except Refusal:
            pane.clear()  # deleted elsewhere: the tree is about to be read anew

    # Where it is shown

    def show_node(self, kind: Kind, number: int, branch: bool, came_from: str) -> None:
        """Put the cursor on a record. branch: show it alone, unfolded; came_from: the screen that leaving goes to."""
        node = node_of(kind, number)
        self.show_only_detail(False)
        self._persona, self._came_from = None, came_from
        self.go_to = node
        self._branch = node if branch else None
        self._unfolds_branch = branch
        self._stale = True
        self.read_if_stale()

    def opportunities(self) -> OpportunityTree | None:
        """The tree that is shown."""
        return self._shown.tree if self._shown is not None else None

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
        return self.shows_only_detail or self._branch is not None or bool(self._came_from)

    def action_back(self) -> None:
        """From the pane to the tree, from a selection to none, from a branch back to all or to where it came from."""
        if self.shows_only_detail:
            self.show_only_detail(False)
        elif self.the_list().selected:
            self.the_list().select(frozenset())
        elif self._came_from:
            came_from, self._came_from = self._came_from, ""
            self.call_later(self.run_action, f"app.go_{came_from}")
        elif self._branch is not None:
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
        tree, node = self.opportunities(), self.current()
        if self.shows_only_detail:
            self.the_list().move_cursor(-1)
        elif tree is not None and node is not None:
            if node in self._unfolded and tree.children.get(node):
                self._unfolded.discard(node)
                self._show_lines()
            elif node != self._branch and (parent := tree.parents.get(node)) is not None:
                self.the_list().highlight(parent)

    def action_cursor_right(self) -> None:
        """Unfold, or go down; in the pane, the one after."""
        tree, node = self.opportunities(), self.current()
        if self.shows_only_detail:
            self.the_list().move_cursor(1)
        elif tree is not None and node is not None and tree.children.get(node):
            if node in self._unfolded:
                self.the_list().move_cursor(1)
            else:
                self._unfolded.add(node)
                self._show_lines()

    def action_fold_all(self) -> None:
        """Fold everything below the top lines, or where nothing is unfolded there, unfold everything."""
        tree = self.opportunities()
        if tree is None:
            return
        tops = set(tree.roots if self._branch is None else (self._branch,))
        below = {node for node, _ in tree.below(tops) if tree.children.get(node)} - tops
        was = self.current()
        self._unfolded |= tops
        if below & self._unfolded:
            self._unfolded -= below
        else:
            self._unfolded |= below
        self._show_lines()
        if was is not None and self.current() != was:
            shown = self.the_list().entries
            self.the_list().highlight(next((node for node in tree.above(was) if shown.place(node) is not None), was))

    async def action_branch(self) -> None:
        """Show the branch under the cursor alone, or the whole tree again."""
        tree, node = self.opportunities(), self.current()
        if tree is None or node is None:
            return
        if node == self._branch:
            self._show_branch(None)
            return
        self._show_branch(node if tree.children.get(node) or record_of(node)[0] is Kind.PROBLEM else tree.parents[node])

    def _show_branch(self, top: int | None) -> None:
        cursor = self._branch if top is None else top
        self._branch, self._came_from = top, ""
        if top is not None:
            self._unfolded.add(top)
        self.go_to = cursor
        self._read_anew()

    @asks
    async def action_filter_tree(self) -> None:
        """Ask whose problems to show."""
        from pmtui.screens.tree_links import ask_persona

        if (persona := await ask_persona(self)) is not None:
            self._persona, self._branch = persona if persona[0] else None, None
            self._read_anew()

    def _read_anew(self) -> None:
        self._stale = True
        self.read_if_stale()


def _in_short(node: int) -> str:
    """The key of a record, "" where it has none."""
    kind, number = record_of(node)
    return str(Key(kind, number)) if kind in KEY_LETTERS and number else ""


def _count_problems(tree: OpportunityTree) -> int:
    return sum(1 for node in tree.parents if record_of(node)[0] is Kind.PROBLEM)
