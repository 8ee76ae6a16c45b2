"""Short ways from a text or a sample file to what an import makes of it."""

from collections import Counter
from pathlib import Path

from pmtui.importers import Choices, Complaint, Draft, Proposal, Source, Trouble, Troubles, convert, propose, read_bytes

FILES = Path(__file__).parents[1] / "files" / "imports"


class Outcome:
    """A file taken through all three stages."""

    def __init__(self, data: bytes | str, file_name: str = "table.csv", choices: Choices | None = None) -> None:
        self.source: Source = read_bytes(data.encode() if isinstance(data, str) else data, file_name)
        self.proposal: Proposal = propose(self.source, choices or Choices())
        troubles = Troubles()
        found = list(convert(self.source, self.proposal, troubles, b"salt"))
        self.drafts = [draft for draft in found if isinstance(draft, Draft)]
        self.complaints = [complaint for complaint in found if isinstance(complaint, Complaint)]
        self.troubles: tuple[Trouble, ...] = troubles.report()

    @property
    def titles(self) -> list[str]:
        """The titles of the problems."""
        return [draft.values["title"] for draft in self.drafts]

    @property
    def texts(self) -> list[str]:
        """The texts of the evidence."""
        return [draft.values["text"] for draft in self.drafts]

    @property
    def kinds_of_trouble(self) -> list[str]:
        """What was warned of."""
        return [trouble.kind for trouble in self.troubles]

    def count(self, name: str) -> Counter[str]:
        """How often each value of a field occurs."""
        return Counter(draft.values.get(name, "") for draft in self.drafts)

    def count_custom(self, name: str) -> Counter[str]:
        """How often each value of a custom field occurs."""
        return Counter(draft.custom.get(name, "") for draft in self.drafts)

    def column_of(self, field: str) -> list[str]:
        """The columns that a field is taken from."""
        return [column.name for column in self.proposal.mapping.get(field, ())]


def sample(name: str, choices: Choices | None = None) -> Outcome:
    """One of the sample files."""
    return Outcome((FILES / name).read_bytes(), name, choices)
