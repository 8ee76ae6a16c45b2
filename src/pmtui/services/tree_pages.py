"""The opportunity tree as a Markdown page to hand over."""

from pmtui.export import opportunity_tree as page
from pmtui.services.opportunity_tree import node_rows, opportunity_tree
from pmtui.store.unit_of_work import UnitOfWork

BATCH = 500  # rows read at once: SQLite limits the numbers in one question


def tree_markdown(uow: UnitOfWork) -> str:
    """The whole tree."""
    shown = opportunity_tree(uow)
    nodes = list(shown.tree.below(shown.tree.roots))
    lines = []
    for start in range(0, len(nodes), BATCH):
        batch = nodes[start : start + BATCH]
        rows = node_rows(uow, [node for node, _ in batch], shown.order.ranks)
        lines += [page.TreeLine(depth, rows[node].key, rows[node].title, rows[node].note) for node, depth in batch]
    return page.tree_markdown(uow.settings.name, lines)
