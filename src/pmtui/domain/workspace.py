"""The workspace itself."""

from dataclasses import dataclass

from pmtui.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class WorkspaceSettings:
    """The one row about the workspace as a whole. uuid tells it apart from others wherever its file is moved."""

    id: int
    name: str
    uuid: str
    ranked_by: int
    created_at: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refusal("A workspace needs a name.")
