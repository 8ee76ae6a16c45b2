"""Which part of the opportunity tree is shown: what is unfolded, and the branch that is shown alone."""

from pmtui.domain.keys import KEY_LETTERS, Key, Kind
from pmtui.domain.opportunity_tree import NO_OBJECTIVE, OpportunityTree, record_of
from pmtui.widgets.tree_rows import FOLDED, UNFOLDED


class Outline:
    """Begins with an empty tree; take gives it another one. Objectives are unfolded when they are first seen."""

    def __init__(self) -> None:
        self.tree = OpportunityTree((), {}, {})
        self.branch: int | None = None
        self._unfolded: set[int] = set()
        self._seen: set[int] = set()

    @property
    def tops(self) -> tuple[int, ...]:
        """The nodes at the top."""
        return self.tree.roots if self.branch is None else (self.branch,)

    def take(self, tree: OpportunityTree) -> None:
        """Show another tree; a branch that is gone is left."""
        self.tree = tree
        self._unfolded |= set(tree.roots) - self._seen
        self._seen |= set(tree.roots)
        if self.branch is not None and not tree.holds(self.branch):
            self.branch = None

    @property
    def objectives(self) -> int:
        """How many objectives the whole tree holds."""
        return sum(1 for root in self.tree.roots if root != NO_OBJECTIVE)

    def nodes(self) -> list[int]:
        """Those that are not folded away."""
        return self.tree.unfolded(self.tops, self._unfolded)

    def line(self, node: int) -> tuple[int, str]:
        """How deep below the top a node stands, and the sign that says whether it is folded."""
        above = self.tree.above(node)
        depth = above.index(self.branch) + 1 if self.branch in above else 0 if node == self.branch else len(above)
        return depth, self._sign(node)

    def reveal(self, node: int) -> None:
        """Unfold what is above a node, and leave the branch where it is not in it."""
        above = self.tree.above(node)
        self._unfolded.update(above)
        if self.branch is not None and self.branch not in (node, *above):
            self.branch = None

    def is_unfolded(self, node: int) -> bool:
        """Whether something below a node can be seen."""
        return node in self._unfolded and bool(self.tree.children.get(node))

    def has_below(self, node: int) -> bool:
        """Whether anything stands below a node."""
        return bool(self.tree.children.get(node))

    def fold(self, node: int) -> None:
        """Show nothing below a node."""
        self._unfolded.discard(node)

    def unfold(self, node: int) -> None:
        """Show what is right below a node."""
        self._unfolded.add(node)

    def unfold_all(self) -> None:
        """Show everything below the tops."""
        self._unfolded.update(node for node, _ in self.tree.below(self.tops))

    def fold_or_unfold_all(self) -> None:
        """Fold everything right below the tops, or where all that is folded already, unfold everything."""
        below = {node for node, _ in self.tree.below(self.tops) if self.has_below(node)} - set(self.tops)
        if below & self._unfolded:
            self._unfolded = (self._unfolded - below) | set(self.tops)
        else:
            self.unfold_all()

    def path(self) -> list[str]:
        """The keys from the objective down to the branch."""
        nodes = [] if self.branch is None else [*reversed(self.tree.above(self.branch)), self.branch]
        return [str(Key(kind, number)) for kind, number in map(record_of, nodes) if kind in KEY_LETTERS and number]

    def branch_of(self, node: int) -> int:
        """The branch that is meant by a node: that of a problem or of what has anything below, else its parent's."""
        if self.has_below(node) or record_of(node)[0] is Kind.PROBLEM:
            return node
        return self.tree.parents.get(node, node)

    def _sign(self, node: int) -> str:
        if not self.has_below(node):
            return ""
        return UNFOLDED if node in self._unfolded else FOLDED
