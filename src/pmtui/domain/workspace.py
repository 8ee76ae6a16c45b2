"""The workspace itself."""

from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal

LENSES = ("customer", "business", "blend")


@dataclass(frozen=True, slots=True)
class WorkspaceSettings:
    """The one row about the workspace as a whole. uuid tells it apart from others wherever its file is moved.

    ranked_by: the number of the scorecard. lens: what it is ranked by instead, or "". customer_weight: the weight of
    the customer's side in the blend, from 0 to 1. top: how many of the first places count as chosen.
    ranges_from_evidence: 1 when single values count as ranges, the wider the weaker their evidence.
    """

    id: int
    name: str
    uuid: str
    ranked_by: int
    created_at: str
    lens: str = ""
    customer_weight: float = 0.5
    top: int = 5
    ranges_from_evidence: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refusal("A workspace needs a name.")
        one_of(self.lens, LENSES, "lens")
        if not 0 <= self.customer_weight <= 1:
            raise Refusal("The weight of the customer's side goes from 0 to 1.")
        if self.top < 1:
            raise Refusal("The top has at least one place.")


LOST_SETTINGS = WorkspaceSettings(1, "Workspace", "", 1, "")
"""What stands in where another program removed the row."""
